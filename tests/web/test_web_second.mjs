// tests/web/test_web_second.mjs — forty people come to a case with thirty parts: a second session is opened, who found no part moves there with one tap, and both come back after a kill. Never: trusts what the page shows alone; the host's list of places is read too.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import WebSocket from 'ws';
import { openHost, openBrowser, openConsole, check, finish, must, built, root, shots } from './lib.mjs';
import { openSeat, join } from './seats.mjs';

const PEOPLE = 39, PARTS = 30; // and one at the page
const data = mkdtempSync(path(tmpdir(), 'convene-second-')), first = path(data, 'first.convene-session');
process.on('exit', () => rmSync(data, { recursive: true, force: true }));
const open = () => openHost('tests/packs/thirty-seats', ['--data', data, '--rate', '200'], first);
let host = await open();
const browser = await openBrowser();

function until(one, of) {
  return new Promise(done => {
    one.watch.push({ of, done });
    one.look();
  });
}

function spot(all, way, act) {
  const keys = way.split('/'), last = keys.pop(), box = keys.reduce((at, key) => (at && at[key]), all);
  if (box) act(box, last);
}

function put(held, message) {
  Object.assign(held, message.s);
  Object.entries(message.drop || {}).forEach(([way, count]) => spot(held, way, (box, key) => { box[key] = box[key].slice(count); }));
  (message.cut || []).forEach(way => spot(held, way, (box, key) => { delete box[key]; }));
  Object.entries(message.set || {}).forEach(([way, value]) => spot(held, way, (box, key) => { box[key] = value; }));
  Object.entries(message.add || {}).forEach(([way, items]) => spot(held, way, (box, key) => { box[key] = (box[key] || []).concat(items); }));
}

// A phone without a page: it holds what it was sent, as the page would.
function openPhone(number, begin) {
  const socket = new WebSocket('ws://127.0.0.1:' + host.port + '/api/1/ws', 'convene.1');
  const phone = { number, held: {}, heard: [], watch: [], pin: host.join_code };
  phone.send = message => socket.send(JSON.stringify(message));
  phone.look = () => { phone.watch = phone.watch.filter(one => { const over = one.of(phone); if (over) one.done(); return !over; }); };
  phone.claim = () => phone.send({ t: 'claim', cid: phone.pin + String(number).padStart(16, '0'), pin: phone.pin, as: 'play', consent: phone.token ? [] : ['play', 'report'], name: phone.token ? '' : 'Person ' + number });
  phone.close = () => socket.close();
  socket.onopen = () => { phone.send({ t: 'hello', v: 1, kind: 'seat', app: 'second' }); begin(phone); };
  socket.onmessage = event => {
    const message = JSON.parse(event.data);
    phone.heard.push(message);
    if (message.t === 'seated') Object.assign(phone, { token: message.token, seat: message.seat, held: {} });
    if (message.t === 'view' || message.t === 'delta') put(phone.held, message);
    if (message.t === 'refused') phone.refused = message.code;
    phone.look();
  };
  return phone;
}

const begun = phone => !['lobby', undefined].includes(phone.held.now.state);
const role = phone => (phone.held.seat || {}).role;
const roster = async session => JSON.parse(ctl(session, 'second', '--json')); // answered as open already: nothing is opened twice
function ctl(session, ...words) {
  return execFileSync(path(built, 'convene'), ['ctl', session, ...words, '--data', data], { cwd: root, encoding: 'utf8' });
}

let phones = [], watchers = [], seat, second, said = '';

await check('all parts are taken, the others watch, and who leads reads how many found no part', async () => {
  for (let i = 1; i <= PEOPLE; i++) {
    const phone = openPhone(i, one => one.claim());
    await until(phone, one => role(one));
    phones.push(phone);
  }
  seat = await openSeat(browser, host, { name: 'one too many' });
  await join(seat);
  await seat.page.waitForSelector('main[data-step]');
  must(phones.filter(one => role(one) === 'plays').length === PARTS, 'not all parts are taken: ' + phones.filter(one => role(one) === 'plays').length);
  watchers = phones.filter(one => role(one) === 'observes');
  must(watchers.length === PEOPLE - PARTS, 'others');
  must(!(watchers[0].held.seat.second), 'there is none yet');
});

await check('one verb opens the second session, however often it is said', async () => {
  host.child.stdout.on('data', text => { said += text; });
  const console1 = await openConsole(host), answer = await console1.verb('second');
  must(answer.t === 'ack' && /\d{6}/.test(answer.text), JSON.stringify(answer));
  second = /\d{6}/.exec(answer.text)[0];
  must(second !== host.join_code, 'the same code');
  must((await console1.verb('second')).text.includes(second) && (await roster('first')).text.includes(second), 'a third one');
  while (!said.includes('\n')) await new Promise(done => { host.child.stdout.once('data', done); });
  const line = JSON.parse(said);
  must(line.sessions.length === 2 && line.sessions[1].join_code === second && line.sessions[1].facilitator_code === host.facilitator_code, said);
  console1.close();
});

await check('who waits is told, and nobody is moved unasked', async () => {
  for (const phone of watchers) {
    await until(phone, one => (one.held.seat.second || {}).pin === second);
    must(phone.heard.some(one => one.t === 'notice' && one.key === 'second' && one.text.includes(second)), 'was not told');
    must(role(phone) === 'observes', 'moved');
  }
  must(phones.filter(one => role(one) === 'plays').every(one => !one.held.seat.second), 'a player is offered it');
  const button = seat.page.locator('header .button', { hasText: 'Move to the second session' });
  await button.waitFor();
  await seat.page.screenshot({ path: path(shots, 'second-phone.png') });
  await button.click();
  await seat.page.waitForFunction(() => !/Move to the second session/.test(document.querySelector('header').innerText));
  for (const phone of watchers) {
    phone.pin = second;
    phone.held.seat = {};
    phone.claim();
    phone.claim(); // a second tap meets the same place
  }
  for (const phone of watchers) await until(phone, one => role(one) === 'plays');
  must(new Set(watchers.map(one => one.seat)).size === watchers.length, 'two have one place');
});

const counts = async name => {
  const lead = await openConsoleOf(name), held = lead.seen.find(one => one.t === 'view').s;
  const seats = held.roster.seats;
  lead.close();
  return { plays: seats.filter(one => one.role === 'plays').length, all: seats.length, names: seats.map(one => one.label), sessions: held.run.sessions, unplaced: held.run.unplaced };
};

async function openConsoleOf(name) {
  const socket = new WebSocket('ws://127.0.0.1:' + host.port + '/api/1/ws', 'convene.1'), seen = [];
  return new Promise(done => {
    socket.onopen = () => {
      socket.send(JSON.stringify({ t: 'hello', v: 1, kind: 'console', lang: 'en' }));
      socket.send(JSON.stringify({ t: 'code', cid: String(Math.random()).slice(2).padEnd(22, '0').slice(0, 22), code: host.facilitator_code, session: name }));
    };
    socket.onmessage = event => {
      seen.push(JSON.parse(event.data));
      if (seen[seen.length - 1].t === 'view') done({ seen, close: () => socket.close() });
      if (seen[seen.length - 1].t === 'refused') { seen.push({ t: 'view', s: null }); done({ seen, close: () => socket.close() }); }
    };
  });
}

let other = '';

await check('all forty have a part, none has two', async () => {
  const one = await counts('first');
  other = one.sessions.find(each => !each.here).name;
  const two = await counts(other);
  must(one.plays === PARTS && one.all === PARTS, 'the first has ' + JSON.stringify(one));
  must(two.plays === PEOPLE + 1 - PARTS && two.all === two.plays, 'the second has ' + JSON.stringify(two));
  const names = one.names.concat(two.names).filter(name => /^Person/.test(name));
  must(names.length === PEOPLE && new Set(names).size === PEOPLE, 'names: ' + names.length);
  must(!one.unplaced && one.sessions.length === 2, 'somebody is left over');
  const wrong = await openConsoleOf('no-such-session');
  must(wrong.seen.some(message => message.t === 'refused'), 'a code leads a session it was not asked for');
  wrong.close();
});

await check('each is led for itself', async () => {
  ctl(other, 'start', 'now');
  await until(watchers[0], begun);
  must(!begun(phones[0]), 'the first one began with it');
  ctl('first', 'start', 'now');
  await until(phones[0], begun);
});

function verified(session) {
  return execFileSync(path(built, 'convene'), ['replay', session, '--verify', '--data', data], { cwd: root, encoding: 'utf8' });
}

await check('killed and started again, both are back with everybody', async () => {
  const over = new Promise(done => { host.child.removeAllListeners('exit'); host.child.on('exit', done); });
  host.child.kill('SIGKILL');
  await over;
  must(/identical/.test(verified(first)) && /identical/.test(verified(other)), 'a record tells something else when it is decided again');
  phones.forEach(phone => phone.close());
  await seat.context.close();
  host = await open();
  must(host.restarted && host.sessions.length === 2 && host.sessions[1].join_code === second, JSON.stringify(host));
  must(existsSync(first), 'the file');
  const back = phones.map(phone => openPhone(phone.number, one => one.send({ t: 'resume', token: phone.token })));
  for (const [i, phone] of back.entries()) {
    await until(phone, one => role(one) || one.refused);
    must(role(phone) === 'plays' && phone.held.seat.seat === phones[i].seat, 'person ' + phone.number + ': ' + phone.refused);
  }
  const one = await counts('first'), two = await counts(other);
  must(one.plays === PARTS && two.plays === PEOPLE + 1 - PARTS, 'parts were lost');
  back.forEach(phone => phone.close());
});

await browser.close();
await host.stop();
finish();
