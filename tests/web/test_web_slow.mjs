// tests/web/test_web_slow.mjs — an old phone on 50 kbit/s with 400 ms there and back: it comes in, plays a round on one connection, and what it sends counts once, also when the link breaks inside a message. Never: a second on the clock as a proof.
import { openHost, openBrowser, openConsole, check, finish, must } from './lib.mjs';
import { openSeat, join, go, doAct, waitForStep, stepOf, eventually, clean } from './seats.mjs';
import { slowLink } from './slow_link.mjs';

const RATE = 50 * 1000 / 8, DELAY = 200, SLOWER = 4;
const link = await slowLink({ rate: RATE, delay: DELAY });
const host = await openHost('riverside-link', ['--bots', '3', '--seed', '23', '--public-url', 'http://127.0.0.1:' + link.port]);
link.to = host.port;
const browser = await openBrowser();
const facilitator = await openConsole(host);
let seat;
const took = {};
const since = from => ((Date.now() - from) / 1000).toFixed(1) + ' s';

await check('a slow phone comes in', async () => {
  const from = Date.now();
  seat = await openSeat(browser, Object.assign({}, host, { url: 'http://127.0.0.1:' + link.port }), { name: 'slow' });
  const cdp = await seat.context.newCDPSession(seat.page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await seat.page.waitForSelector('#join');
  took.first = since(from);
  took.bytes = link.down.bytes;
  await join(seat);
  const begun = await facilitator.verb('start', { now: 'now' });
  must(begun.t === 'ack', 'start: ' + JSON.stringify(begun));
  await seat.page.waitForSelector('#ready');
  took.view = since(from);
});

await check('it plays a round on one connection', async () => {
  const { page } = seat;
  let acts = 0, steps = 0;
  for (; steps < 12 && !/^r2/.test(await stepOf(page)); steps++) {
    const step = await stepOf(page);
    if (/action/.test(step) && await doAct(seat)) acts++;
    await facilitator.verb('next');
    await waitForStep(page, step);
  }
  must(/^r2/.test(await stepOf(page)), 'it is at ' + await stepOf(page));
  must(acts > 0, 'no act was taken');
  must(seat.sockets === 1, seat.sockets + ' connections');
});

await check('the link breaks inside a message: back by itself, everything once', async () => {
  const { page } = seat;
  await go(seat, 'journal');
  await page.locator('#journal').fill('over a thin wire');
  link.cut(300);
  await page.getByRole('button', { name: 'Keep this entry' }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('.entry p')].some(one => one.innerText === 'over a thin wire'), null, { timeout: 60000 });
  await facilitator.verb('next');
  await eventually(() => seat.sockets > 1, 'the link broke, and no second connection came');
  const entries = await page.locator('.entry p').allInnerTexts();
  must(entries.length === 1, entries.length + ' entries');
});

console.log('first screen after ' + took.first + ' (' + took.bytes + ' bytes), playing after ' + took.view + ', at 50 kbit/s, 400 ms and a processor ' + SLOWER + ' times slower (this machine included)');
await check('no page complained', () => [seat].forEach(clean));
await browser.close();
link.close();
await host.stop();
finish();
