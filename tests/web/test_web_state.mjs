// tests/web/test_web_state.mjs — the connection without a browser: a false socket, a false clock. What is kept, sent, sent again, put together. Never: a network.
import { check, finish, must, root } from './lib.mjs';
import { join } from 'node:path';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';

// --- A browser that does nothing by itself ---

let now = 1e6, timers = [], heard = [], sockets = [];
const store = new Map(), listeners = {};
const later = (act, ms, again) => { const id = timers.length + 1; timers.push({ id, at: now + (ms || 0), act, again: again ? ms : 0 }); return id; };
function pass(ms) {
  const end = now + ms;
  for (;;) {
    const next = timers.filter(one => one.act && one.at <= end).sort((a, b) => a.at - b.at)[0];
    if (!next) break;
    now = next.at;
    const act = next.act;
    if (next.again) next.at += next.again;
    else next.act = null;
    act();
  }
  now = end;
}
class FalseSocket {
  constructor(url, protocol) { Object.assign(this, { url, protocol, sent: [], readyState: 0 }); sockets.push(this); }
  send(text) { this.sent.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
  open() { this.readyState = 1; this.onopen({}); }
  say(message) { this.onmessage({ data: JSON.stringify(message) }); }
  end(code) { this.readyState = 3; if (this.onclose) this.onclose({ code }); }
}
const put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
put('WebSocket', FalseSocket);
put('document', { hidden: false, addEventListener: (name, act) => { listeners[name] = act; } });
put('addEventListener', (name, act) => { listeners[name] = act; });
put('location', { protocol: 'http:', host: '127.0.0.1:1' });
put('localStorage', { getItem: key => (store.has(key) ? store.get(key) : null), setItem: (key, value) => store.set(key, value), removeItem: key => store.delete(key) });
if (!globalThis.crypto) put('crypto', webcrypto);
put('setTimeout', (act, ms) => later(act, ms));
put('clearTimeout', id => { const one = timers.find(timer => timer.id === id); if (one) one.act = null; });
put('setInterval', (act, ms) => later(act, ms, true));
Date.now = () => now;
Math.random = () => 0.5;

const { Link, kept, merge, whole } = await import('data:text/javascript,' + encodeURIComponent(readFileSync(join(root, 'assets/web/link.js'), 'utf8')));
const kind = (socket, t) => socket.sent.filter(one => one.t === t);

// A connection that has a place and a first view.
function begin(keep) {
  if (!keep) store.clear();
  timers = []; sockets = []; heard = []; document.hidden = false;
  if (!keep) kept.set('token', 'T');
  const link = new Link({ state: (...all) => heard.push(['state', ...all]), changed: () => heard.push(['changed']), told: message => heard.push(['told', message]) }, 'b');
  link.open();
  const socket = sockets[0];
  socket.open();
  socket.say({ t: 'welcome', now: 5, limits: {} });
  socket.say({ t: 'view', n: 1, s: { now: { at: 'r1.action' } }, h: { now: 'aa' } });
  return { link, socket };
}

// --- Views ---

await check('fixed parts lie under what moves, objects by member and lists by place', () => {
  const view = whole({
    words: { table: { actors: [{ id: 'a', name: 'A', holds: { money: { c: 4 } } }, { id: 'b', name: 'B' }] }, bands: { plain: ['x'] } }, brief: { me: { brief: 'who' } },
    table: { actors: [{ by: 1, holds: { money: { b: 2 } } }, { by: 2 }] }, me: { actor: 1 },
    book: { moves: { tell: { name: 'Tell', asks: [{ key: 'k' }] } } }, prices: { moves: { tell: { costs: '1 hour' } } }, verbs: { moves: [{ id: 'tell', closed: 0 }, { id: 'unknown' }], why: ['no'], tokens: [{ value: 0 }] },
  });
  must(view.table.actors[0].name === 'A' && view.table.actors[0].holds.money.b === 2 && view.table.actors[0].holds.money.c === 4 && view.table.actors[1].by === 2, 'table');
  must(view.me.brief === 'who' && view.me.actor === 1 && view.bands.plain[0] === 'x', 'me');
  must(view.moves.length === 1 && view.moves[0].name === 'Tell' && view.moves[0].costs === '1 hour' && view.moves[0].closed === 'no' && view.tokens.length === 1, 'moves');
  must(JSON.stringify(merge([{ a: 1 }, { a: 2 }, { a: 3 }], [{ b: 1 }])) === '[{"a":1,"b":1}]', 'a shorter list is shorter');
});

await check('a delta drops, cuts, sets and adds, in this order', () => {
  const { link, socket } = begin();
  socket.say({ t: 'delta', n: 2, s: { news: { items: ['a', 'b', 'c'] }, table: { actors: [{ coalition: 2 }] } }, h: {} });
  socket.say({ t: 'delta', n: 3, s: {}, drop: { 'news/items': 2 }, cut: ['table/actors/0/coalition', 'no/where'], set: { 'now/sent': 4, 'table/actors/0/by': 1 }, add: { 'news/items': ['d'], 'meet/said': ['x'] }, gone: ['me'], h: { now: 'bb' } });
  must(JSON.stringify(link.sections.news.items) === '["c","d"]', JSON.stringify(link.sections.news));
  must(!('coalition' in link.sections.table.actors[0]) && link.sections.table.actors[0].by === 1 && link.sections.now.sent === 4 && link.sections.now.at === 'r1.action' && link.marks.now === 'bb', 'the rest');
});

await check('a gap makes the client ask again, and nothing of it is taken', () => {
  const { link, socket } = begin();
  socket.say({ t: 'delta', n: 3, s: { now: { at: 'wrong' } }, h: {} });
  must(kind(socket, 'need').length === 1 && link.sections.now.at === 'r1.action', 'taken');
});

await check('who gets no whole view asks again, until it is there', () => {
  const { link, socket } = begin();
  socket.say({ t: 'delta', n: 5, s: {}, h: {} });
  socket.say({ t: 'refused', id: '', code: 'rate', text: '' });
  pass(2000);
  must(kind(socket, 'need').length === 1, 'too soon');
  socket.say({ t: 'pong', n: 1, now: 1 });
  pass(1500);
  must(kind(socket, 'need').length === 2, 'not again');
  socket.say({ t: 'view', n: 1, s: { now: { at: 'r2.news' } }, h: { now: 'cc' } });
  pass(2900);
  must(kind(socket, 'need').length === 2 && link.sections.now.at === 'r2.news', 'asked for what is there');
});

await check('a whole view takes away what it does not name: a new part keeps nothing of the old', () => {
  const { link, socket } = begin();
  socket.say({ t: 'delta', n: 2, s: { brief: { me: { private: 'a secret' } } }, h: { brief: 'bb' } });
  socket.say({ t: 'view', n: 1, s: { table: {} }, h: { now: 'aa', table: 'cc' } });
  must(!('brief' in link.sections) && !('brief' in link.marks) && link.sections.now.at === 'r1.action' && link.sections.table, JSON.stringify(link.sections));
});

await check('what is held is named when coming back', () => {
  const { link, socket } = begin();
  socket.end(1006);
  pass(10);
  sockets[1].open();
  must(kind(sockets[1], 'hello').length === 1 && kind(sockets[1], 'resume')[0].have.now === 'aa' && link.sections.now, 'have');
});

// --- Acts ---

await check('an act is kept before it is sent, one on its way, the rest waits in order', () => {
  const { link, socket } = begin();
  link.act('verb.a', { x: 1 });
  must(JSON.parse(store.get('convene.out'))[0].do === 'verb.a', 'not kept');
  link.act('verb.b');
  must(kind(socket, 'cmd').length === 1 && kind(socket, 'cmd')[0].at === 'r1.action', 'two on their way');
  socket.say({ t: 'ack', id: kind(socket, 'cmd')[0].id });
  must(kind(socket, 'cmd').length === 2 && kind(socket, 'cmd')[1].do === 'verb.b' && link.waits() === 1, 'the second did not follow');
});

await check('eight may wait, the tenth is not taken', () => {
  const { link } = begin();
  let taken = 0;
  for (let i = 0; i < 12; i++) taken += link.act('verb.a') ? 1 : 0;
  must(taken === 9 && link.waits() === 9, taken + ' taken');
});

await check('after coming back the same act is sent with the same id until it is answered', () => {
  const { link, socket } = begin();
  let answers = 0;
  link.act('verb.a', {}, null, () => answers++);
  const id = kind(socket, 'cmd')[0].id;
  for (let i = 1; i <= 3; i++) {
    sockets[i - 1].end(1006);
    pass(60);
    while (!sockets[i]) pass(500);
    sockets[i].open();
    sockets[i].say({ t: 'view', n: 1, s: {}, h: {} });
    must(kind(sockets[i], 'cmd').length === 1 && kind(sockets[i], 'cmd')[0].id === id, 'not sent again');
  }
  sockets[3].say({ t: 'ack', id, again: true });
  sockets[3].say({ t: 'ack', id, again: true });
  must(answers === 1 && link.waits() === 0 && store.get('convene.out') === '[]', answers + ' answers');
});

await check('an act outlives the page and has an id of its own', () => {
  const first = begin();
  first.link.act('verb.a');
  const id = kind(first.socket, 'cmd')[0].id;
  const second = begin(true);
  must(kind(second.socket, 'cmd')[0].id === id, 'not sent by the new page');
  second.socket.say({ t: 'ack', id });
  second.link.act('verb.b');
  must(kind(second.socket, 'cmd')[1].id !== id, 'the same id for another act');
});

await check('too fast: the same act once more after a while', () => {
  const { link, socket } = begin();
  link.act('verb.a');
  socket.say({ t: 'refused', id: '', code: 'rate', text: '' });
  must(kind(socket, 'cmd').length === 1 && link.waits() === 1, 'at once');
  pass(1300);
  must(kind(socket, 'cmd').length === 2 && kind(socket, 'cmd')[0].id === kind(socket, 'cmd')[1].id, 'not again');
});

await check('a refusal comes back to who asked, with its sentence', () => {
  const { link, socket } = begin();
  let text = '';
  link.act('verb.a', {}, null, (answer, good) => { text = good ? '' : answer.text; });
  socket.say({ t: 'refused', id: kind(socket, 'cmd')[0].id, code: 'phase_over', text: 'Too late.' });
  must(text === 'Too late.' && link.waits() === 0, text);
});

// --- Coming back ---

await check('tries come at 0, 250, 500 ms, 1, 2, 4, 5, 5 s', () => {
  const { socket } = begin();
  const waits = [];
  socket.end(1006);
  for (let i = 0; i < 8; i++) {
    const from = now;
    while (sockets.length === i + 1) pass(10);
    waits.push(now - from);
    sockets[i + 1].end(1006);
  }
  must(waits.map(ms => Math.round(ms / 50) * 50).join(' ') === '0 250 500 1000 2000 4000 5000 5000', waits.join(' '));
});

await check('a restarting host says when to come', () => {
  const { socket } = begin();
  socket.say({ t: 'bye', code: 'restarting', text: '', retry_ms: 640 });
  socket.end(4009);
  pass(600);
  must(sockets.length === 1, 'too early');
  pass(60);
  must(sockets.length === 2, 'too late');
});

await check('another device: still, until "use here"; removed and closed: for good', () => {
  const { link, socket } = begin();
  socket.end(4004);
  pass(20000);
  must(link.state === 'replaced' && sockets.length === 1, 'it came back by itself');
  link.useHere();
  must(sockets.length === 2, 'it does not come back when asked');
  for (const code of [4005, 4006]) {
    const other = begin();
    other.socket.end(code);
    pass(20000);
    must(other.link.state === 'ended' && sockets.length === 1, 'not ended');
  }
});

await check('five quiet seconds are asked about, three without an answer are the end of a connection', () => {
  const { link, socket } = begin();
  pass(6500);
  must(kind(socket, 'ping').length >= 1 && link.state === 'live', 'no ping');
  socket.say({ t: 'pong', n: 1, now: 9 });
  pass(4000);
  must(link.state === 'live', 'lost in spite of an answer');
  pass(7000);
  must(sockets.length > 1, 'a dead socket is believed');
});

await check('waking up opens at once, without waiting for the next try', () => {
  const { link } = begin();
  for (let i = 0; i < 7; i++) { sockets[sockets.length - 1].end(1006); pass(6000); }
  sockets[sockets.length - 1].end(1006);
  const before = sockets.length;
  document.hidden = true;
  listeners.visibilitychange();
  document.hidden = false;
  listeners.visibilitychange();
  must(sockets.length === before + 1 && link.state === 'connecting', 'it waited');
});

await check('a dead token leaves the place and says so', () => {
  const { link, socket } = begin();
  socket.say({ t: 'refused', id: '', code: 'token_dead', text: 'Gone.' });
  must(!link.token && !store.has('convene.token') && heard.some(one => one[0] === 'told' && one[1].text === 'Gone.'), 'kept');
});

await check('what is no JSON or of an unknown kind does no harm', () => {
  const { link, socket } = begin();
  socket.onmessage({ data: '{{' });
  socket.say({ t: 'weather', hot: true });
  must(link.state === 'live', link.state);
});

await check('four places on one phone keep apart', () => {
  store.clear();
  kept.use(0);
  kept.set('token', 'one');
  kept.use(1);
  must(kept.get('token') === null && kept.free() === 1, 'the second sees the first');
  kept.set('token', 'two');
  kept.set('seat', 7);
  must(kept.places().length === 2 && kept.places()[1].seat === 7 && kept.places()[1].here, 'places');
  kept.forget();
  kept.use(0);
  must(kept.get('token') === 'one' && kept.places().length === 1, 'the first is gone');
});

finish();
