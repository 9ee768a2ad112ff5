// tests/web/test_web_book.mjs — every act of every seat of the three cases, as its sheet would tell it before it is confirmed; and how soon the first view is there. Never: a browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import { openHost, openConsole, check, finish, must, root } from './lib.mjs';

const TRADEOFF = 1; // MoveKind
const CASES = ['riverside-link', 'safe-homes-bill', 'a-wage-to-live-on'];
const parts = readFileSync(join(root, 'assets/web/parts.js'), 'utf8');
const known = name => new RegExp('[ {]' + name + ": '").test(parts);

// A seat without a page: says hello, takes a place, holds the sections it is sent.
function openPlace(host, number) {
  const socket = new WebSocket('ws://127.0.0.1:' + host.port + '/api/1/ws', 'convene.1'), place = { held: {}, close: () => socket.close(), waits: [] };
  const send = message => socket.send(JSON.stringify(message));
  socket.onopen = () => {
    send({ t: 'hello', v: 1, kind: 'seat', app: 'book' });
    send({ t: 'claim', cid: 'book' + String(number).padStart(18, '0'), pin: host.join_code, as: 'play', consent: ['play'] });
    place.asked = Date.now();
  };
  socket.onmessage = event => {
    const message = JSON.parse(event.data);
    if (message.t === 'seated') place.seat = message.seat;
    if (message.t === 'view' && !place.first) place.first = Date.now() - place.asked;
    if (message.t === 'view' || message.t === 'delta') Object.assign(place.held, message.s);
    place.waits = place.waits.filter(wait => { const over = wait.of(place.held); if (over) wait.then(place); return !over; });
  };
  place.until = of => new Promise(then => { if (of(place.held)) then(place); else place.waits.push({ of, then }); });
  return place;
}

// What a person could not know from the sheet of this act.
function missing(move, price) {
  const found = [];
  if (!(move.name || '').trim()) found.push('a name');
  if (!(move.about || '').trim()) found.push('what it does');
  if (!(price.costs || '').trim()) found.push('what it costs');
  if (move.kind === TRADEOFF && !(price.brings || '').trim()) found.push('what the trade-off brings');
  (move.asks || []).forEach(ask => { if (!ask.name || !(ask.many || (ask.options || []).length)) found.push('a question: ' + ask.key); });
  return found;
}

await check('a sheet that says nothing would be found', () => {
  must(missing({ name: 'X' }, {}).length === 2 && missing({ name: 'X', about: 'y', kind: TRADEOFF }, { costs: '1 h' }).length === 1, 'the audit is blind');
});

for (const name of CASES) {
  const host = await openHost(name, ['--seed', '3']), console_ = await openConsole(host), places = [];
  await check(name + ': every seat is told of every act what it does, costs and, if it trades, brings', async () => {
    for (let i = 1; i <= 16; i++) {
      const place = openPlace(host, i);
      await place.until(held => held.seat);
      if (held(place).actor === undefined || places.some(other => held(other).actor === held(place).actor)) { place.close(); break; }
      places.push(place);
    }
    must((await console_.verb('care')).t === 'ack', 'the content note was not confirmed');
    must((await console_.verb('start', { now: 'now' })).t === 'ack', 'not started');
    const found = [];
    let acts = 0;
    for (const place of places) {
      const { book, prices, words, brief } = (await place.until(all => all.book && all.prices && all.words && all.brief)).held;
      Object.keys(book.moves).forEach(id => {
        acts++;
        missing(book.moves[id], prices.moves[id] || {}).forEach(what => found.push(id + ' of actor ' + held(place).actor + ': no ' + what));
      });
      const keys = Object.assign({}, words.keys, brief.keys);
      Object.keys(keys).forEach(key => { const { icon } = keys[key]; if (icon && !known(icon)) found.push('no drawing ' + icon + ' for ' + key); });
    }
    console.log(name + ': ' + places.length + ' seats, ' + acts + ' acts, first view after ' + places.map(place => place.first).sort((a, b) => a - b)[places.length >> 1] + ' ms (median, with the claim)');
    must(places.length >= 6 && acts > 60, 'too few were looked at');
    must(!found.length, [...new Set(found)].join('\n'));
  });
  places.forEach(place => place.close());
  console_.close();
  await host.stop();
}

function held(place) { return place.held.seat; }
finish();
