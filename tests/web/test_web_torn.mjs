// tests/web/test_web_torn.mjs — files of the page that break off while they come: the phone gets into the game without a hand, in its place, with what was typed. Never: a second on the clock as a proof.
import { openHost, openBrowser, openConsole, check, finish, must } from './lib.mjs';
import { openSeat, join, go, clean } from './seats.mjs';
import { tornLink } from './torn_link.mjs';

const link = await tornLink();
const host = await openHost('riverside-link', ['--bots', '3', '--seed', '29', '--public-url', 'http://127.0.0.1:' + link.port]);
link.to = host.port;
const browser = await openBrowser();
const facilitator = await openConsole(host);
const open = async (name, tears, o) => {
  Object.assign(link, { tears, torn: {}, asked: {} });
  const seat = await openSeat(browser, Object.assign({}, host, { url: 'http://127.0.0.1:' + link.port }), Object.assign({ name }, o));
  seat.loads = 0;
  seat.page.on('load', () => { seat.loads++; });
  return seat;
};
const token = seat => seat.page.evaluate(() => localStorage['convene.token']);
const words = seat => seat.page.evaluate(() => document.body.innerText);
const whole = async seat => { const text = await words(seat); must(text.length > 100 && !/\b[a-z]+_[a-z]+\b/.test(text), 'a name stands where a sentence should: ' + text); };
let first;

await check('the words of the first page break off: they come', async () => {
  const seat = await open('words', { 'door.en.json': 2 });
  await seat.page.waitForSelector('#join');
  await whole(seat);
  must(link.torn['door.en.json'] === 2 && seat.loads === 0, 'torn ' + link.torn['door.en.json'] + ', loaded anew ' + seat.loads);
  clean(seat);
  await seat.context.close();
});

await check('a script that the game brings breaks off while one comes in: in its place without a hand', async () => {
  first = await open('first', { 'table.js': 1 });
  await first.page.waitForSelector('#join');
  await first.page.locator('#name').fill('Amal');
  await join(first);
  const mine = await token(first);
  await first.page.waitForSelector('.tabs');
  await whole(first);
  must(link.torn['table.js'] === 1 && first.loads <= 1, 'torn ' + link.torn['table.js'] + ', loaded anew ' + first.loads);
  must(mine && await token(first) === mine, 'another place');
});

await check('the words of the game break off: they come, and the page is not loaded anew for it', async () => {
  const seat = await open('second', { 'play.en.json': 2 });
  await join(seat);
  await seat.page.waitForSelector('.tabs');
  await whole(seat);
  must(link.torn['play.en.json'] === 2 && seat.loads === 0, 'torn ' + link.torn['play.en.json'] + ', loaded anew ' + seat.loads);
  clean(seat);
  await seat.context.close();
});

await check('the frame breaks off again and again for who comes back: every try is made, none in between, what was typed is there', async () => {
  const begun = await facilitator.verb('start', { now: 'now' });
  must(begun.t === 'ack', JSON.stringify(begun));
  const { page } = first, mine = await token(first);
  await page.waitForSelector('#ready');
  await go(first, 'journal');
  await page.locator('#journal').fill('kept over a bad line');
  await page.evaluate(() => { localStorage['loads'] = 0; });
  const session = await first.context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  Object.assign(link, { tears: { 'play.js': 3 }, torn: {}, asked: {} });
  await page.addInitScript(() => { localStorage['loads'] = 1 + +localStorage['loads']; });
  await page.reload();
  await page.waitForSelector('.tabs');
  const loads = +await page.evaluate(() => localStorage['loads']);
  must(link.torn['play.js'] === 3 && loads === 4 && link.asked['play.js'] === 4, 'torn ' + link.torn['play.js'] + ', loads ' + loads + ', asked for ' + link.asked['play.js']);
  must(await token(first) === mine, 'another place');
  must(await page.evaluate(() => sessionStorage['convene.again'] === undefined), 'the next fault would wait longer than the first');
  await go(first, 'journal');
  must(await page.locator('#journal').inputValue() === 'kept over a bad line', 'what was typed is gone');
});

await check('no page complained', () => clean(first));
await browser.close();
facilitator.close();
link.close();
await host.stop();
finish();
