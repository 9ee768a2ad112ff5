// tests/web/test_web_bytes.mjs — what a whole game sends to and takes from each phone, in bytes, against the budgets of a seat. Never: opens a browser.
import WebSocket from 'ws';
import { openHost, openConsole, check, finish, must } from './lib.mjs';

const KB = 1024, HOUR_S = 3600, PING_S = 5;
const LIMIT = { view: 32 * KB, moving: 6 * KB, delta: 16 * KB, act: 1200, typical: 250, message: 300, hour: 300 * KB };
const FIXED = ['words', 'brief', 'book', 'prices']; // sent once; the rest of a view moves
const PEOPLE = 4;
const host = await openHost('riverside-link', ['--bots', '2', '--seed', '9']);
const facilitator = await openConsole(host);
const frame = length => length + (length < 126 ? 2 : length < 65536 ? 4 : 10); // a client's frame has a mask of 4 more

// --- A phone without a page: holds what it is sent, as the page would, and counts ---

function spot(all, path, act) {
  const keys = path.split('/'), last = keys.pop(), box = keys.reduce((at, key) => (at && at[key]), all);
  if (box) act(box, last);
}

function put(held, message) {
  Object.assign(held, message.s);
  Object.entries(message.drop || {}).forEach(([path, count]) => spot(held, path, (box, key) => { box[key] = box[key].slice(count); }));
  (message.cut || []).forEach(path => spot(held, path, (box, key) => { delete box[key]; }));
  Object.entries(message.set || {}).forEach(([path, value]) => spot(held, path, (box, key) => { box[key] = value; }));
  Object.entries(message.add || {}).forEach(([path, items]) => spot(held, path, (box, key) => { box[key] = (box[key] || []).concat(items); }));
}

function openPhone(number) {
  const socket = new WebSocket('ws://127.0.0.1:' + host.port + '/api/1/ws', 'convene.1');
  const phone = { held: {}, views: [], moving: [], deltas: [], sent: [], heard: 0, spoke: 0, acts: 0, waits: new Map(), watch: [] };
  phone.send = message => {
    const text = JSON.stringify(message), length = Buffer.byteLength(text);
    phone.sent.push(length);
    phone.spoke += frame(length) + 4;
    socket.send(text);
  };
  phone.act = (name, args) => new Promise(done => {
    const id = 'p' + number + '-' + ++phone.acts;
    phone.waits.set(id, done);
    phone.send({ t: 'cmd', id, n: phone.n, at: phone.held.now.at, do: name, args });
  });
  phone.until = of => new Promise(done => { if (of(phone.held)) done(); else phone.watch.push({ of, done }); });
  socket.onopen = () => {
    phone.send({ t: 'hello', v: 1, kind: 'seat', app: 'bytes' });
    phone.send({ t: 'claim', cid: 'bytes' + String(number).padStart(17, '0'), pin: host.join_code, as: 'play', consent: ['play'] });
  };
  socket.onmessage = event => {
    const message = JSON.parse(event.data), length = Buffer.byteLength(event.data);
    phone.heard += frame(length);
    if (message.t === 'view') {
      phone.views.push(length);
      phone.moving.push(Buffer.byteLength(JSON.stringify(Object.assign({}, message.s, ...FIXED.map(name => ({ [name]: undefined }))))));
    }
    const step = (phone.held.now || {}).at;
    if (message.t === 'view' || message.t === 'delta') { phone.n = message.n; put(phone.held, message); }
    // Some changes come with a step that ends, or bring words that are sent once.
    if (message.t === 'delta') phone.deltas.push({ length, own: phone.acting, act: phone.held.now.at === step && !FIXED.some(name => (message.s || {})[name]) });
    if (phone.waits.has(message.id)) { phone.waits.get(message.id)(message); phone.waits.delete(message.id); }
    phone.watch = phone.watch.filter(one => { const over = one.of(phone.held); if (over) one.done(); return !over; });
  };
  socket.onclose = event => { if (!phone.over) { console.log('phone ' + number + ' was cut: ' + event.code); process.exit(1); } };
  phone.close = () => { phone.over = true; socket.close(); };
  return phone;
}

// The first open act as a person would send it who picks nothing else.
function firstAct({ verbs, book }, at) {
  const open = ((verbs || {}).moves || []).filter(one => one.closed === undefined && (book.moves || {})[one.id]);
  const move = open.length && Object.assign({}, book.moves[open[at % open.length].id], open[at % open.length]);
  if (!move) return null;
  const args = {}, to = (move.to || []).find(one => one.length === 2);
  if (to) Object.assign(args, { kind: to[0], target: to[1] });
  if (move.sides) args.side = move.sides > 1 || (to && to[0] === 7) ? 'up' : 'for';
  (move.asks || []).forEach(ask => { args[ask.key] = ask.many ? 0 : ask.options[0].value; });
  if (move.bid_max > (move.bid_min || 0)) args.bid = move.bid_min || 0;
  return { name: 'verb.' + move.id, args };
}

// --- A game ---

const phones = [];
for (let i = 1; i <= PEOPLE; i++) {
  phones.push(openPhone(i));
  await phones[i - 1].until(held => held.me && held.now);
}
await facilitator.verb('start', { now: 'now' });
await Promise.all(phones.map(phone => phone.until(held => held.now.state === 'brief')));
let done = 0, steps = 0;
const quiet = () => new Promise(resolve => setTimeout(resolve, 110)); // who acts is slower than the limit of messages, and what came of it has arrived
for (; steps < 80 && phones[0].held.now.state !== 'debrief'; steps++) {
  const step = phones[0].held.now.at;
  for (const [i, phone] of phones.entries()) {
    for (let tries = 0; tries < 2; tries++) {
      const act = firstAct(phone.held, i + steps + tries);
      if (!act) continue;
      phone.acting = true;
      if ((await phone.act(act.name, act.args)).t === 'ack') done++;
      await quiet();
      phone.acting = false;
    }
  }
  await Promise.all(phones.map(phone => ((phone.held.asked || {}).may_be_ready ? phone.act('seat.done', {}) : null)));
  if (phones[0].held.now.at === step) await facilitator.verb('next');
  await Promise.all(phones.map(phone => phone.until(held => held.now.at !== step)));
}

// --- What it came to ---

const median = list => list.slice().sort((a, b) => a - b)[list.length >> 1];
const all = name => [].concat(...phones.map(phone => phone[name]));

await check('a whole game was played', () => {
  console.log(steps + ' steps, ' + done + ' acts by ' + PEOPLE + ' phones');
  must(phones[0].held.now.state === 'debrief' && done >= 30, 'too little was done');
});
await check('a whole view keeps to its limit, and what moves in it to its goal', () => {
  console.log('whole view: at most ' + Math.max(...all('views')) + ' bytes, of which what moves ' + Math.max(...all('moving')));
  must(Math.max(...all('views')) <= LIMIT.view && Math.max(...all('moving')) <= LIMIT.moving, 'over');
});
await check('what an act of another changes is small, mostly', () => {
  const sizes = all('deltas').filter(one => one.act && !one.own).map(one => one.length), own = all('deltas').filter(one => one.act && one.own).map(one => one.length), whole = all('deltas').map(one => one.length);
  const most = sizes.filter(length => length > LIMIT.act).length;
  console.log(sizes.length + ' changes by others within a step: median ' + median(sizes) + ' bytes, ' + most + ' over ' + LIMIT.act + '; ' + own.length + ' by oneself: median ' + median(own) + '; the largest of all ' + whole.length + ': ' + Math.max(...whole));
  must(median(sizes) <= LIMIT.typical && most * 10 <= sizes.length, 'the typical one is over');
  must(Math.max(...whole) <= LIMIT.delta, 'the largest is over');
});
await check('a phone says little at a time', () => {
  console.log('messages of a phone: median ' + median(all('sent')) + ', largest ' + Math.max(...all('sent')) + ' bytes');
  must(Math.max(...all('sent')) <= LIMIT.message, 'over');
});
await check('an hour with this game and its heartbeats fits the budget', () => {
  const beat = frame(Buffer.byteLength('{"t":"ping","n":720}')) + 4 + frame(Buffer.byteLength('{"t":"pong","n":720,"now":99999999}')) + 2 + 6; // and one of the socket itself
  const most = Math.max(...phones.map(phone => phone.heard + phone.spoke)) + beat * HOUR_S / PING_S;
  console.log('one seat, one hour: ' + Math.round(most / KB) + ' KB, of which the game ' + Math.round(Math.max(...phones.map(phone => phone.heard + phone.spoke)) / KB));
  must(most <= LIMIT.hour, 'over');
});

phones.forEach(phone => phone.close());
facilitator.close();
await host.stop();
finish();
