// tests/web/slow_link.mjs — a phone's network between the browser and a host: so many bytes a second for all its connections together, and a delay. Never: a test, a look into what passes.
import { createServer, connect } from 'node:net';

const PIECE = 600, WAITS_MOST = 256 * 1024;

// One direction of one connection: pieces in their order, each when the link has had time for it.
function pass(from, to, way, link) {
  const queue = [];
  let waits = 0, ended = false;
  const pump = () => {
    while (queue.length && queue[0].due <= Date.now()) {
      const piece = queue.shift();
      waits -= piece.bytes.length;
      way.bytes += piece.bytes.length;
      to.write(piece.bytes);
      if (way.cutAt && way.bytes >= way.cutAt) { way.cutAt = 0; from.destroy(); to.destroy(); return; }
    }
    if (waits < WAITS_MOST) from.resume();
    if (queue.length) setTimeout(pump, Math.max(1, queue[0].due - Date.now()));
    else if (ended) to.end();
  };
  from.on('data', bytes => {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE);
      way.free = Math.max(way.free, Date.now()) + piece.length * 1000 / link.rate;
      queue.push({ bytes: piece, due: way.free + link.delay });
      waits += piece.length;
    }
    if (waits >= WAITS_MOST) from.pause();
    setTimeout(pump, Math.max(1, queue[0].due - Date.now()));
  });
  from.on('end', () => { ended = true; pump(); });
}

// rate: bytes a second each way; delay: ms each way. `to` is the host's port, set once it is known.
export function slowLink({ rate, delay }) {
  const link = { rate, delay, to: 0, down: { free: 0, bytes: 0, cutAt: 0 }, up: { free: 0, bytes: 0, cutAt: 0 } };
  const open = new Set();
  const server = createServer(phone => {
    const host = connect(link.to, '127.0.0.1');
    [phone, host].forEach(end => {
      open.add(end);
      end.setNoDelay(true);
      end.on('error', () => {});
      end.on('close', () => {
        open.delete(end);
        if (end.readableEnded) return; // said its last word: what is still under way arrives, as on a real network
        phone.destroy();
        host.destroy();
      });
    });
    pass(phone, host, link.up, link);
    pass(host, phone, link.down, link);
  });
  // Breaks in the middle of what comes down next, at no boundary of anything.
  link.cut = after => { link.down.cutAt = link.down.bytes + after; };
  link.close = () => { open.forEach(end => end.destroy()); server.close(); };
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(Object.assign(link, { port: server.address().port }))));
}
