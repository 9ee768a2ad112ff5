// tests/web/torn_link.mjs — a network that tears the answer to a named file apart, as often as it is told. Never: a test, a change of what passes otherwise.
import { createServer, connect } from 'node:net';

const LETS_BY = 200; // of the answer after its head

// `tears`: how often the answer to a file is still to be torn, by its name; `torn` counts what was, `asked` every request for it.
export function tornLink() {
  const link = { to: 0, tears: {}, torn: {}, asked: {} };
  const open = new Set();
  const server = createServer(phone => {
    const host = connect(link.to, '127.0.0.1');
    const both = [phone, host];
    let name = '';
    both.forEach(end => {
      open.add(end);
      end.setNoDelay(true);
      end.on('error', () => {});
      end.on('close', () => { open.delete(end); both.forEach(one => one.destroy()); });
    });
    phone.on('data', bytes => {
      const file = (/^GET \/s\/[^/]+\/(\S+) /.exec(bytes.toString('latin1')) || [])[1];
      if (file) link.asked[file] = (link.asked[file] || 0) + 1;
      name = file && link.tears[file] > 0 ? file : '';
      if (name) link.tears[name]--;
      host.write(bytes);
    });
    host.on('data', bytes => {
      if (!name) { phone.write(bytes); return; }
      link.torn[name] = (link.torn[name] || 0) + 1;
      phone.end(bytes.subarray(0, bytes.indexOf('\r\n\r\n') + LETS_BY));
    });
  });
  link.close = () => { open.forEach(end => end.destroy()); server.close(); };
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(Object.assign(link, { port: server.address().port }))));
}
