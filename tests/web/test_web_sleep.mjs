// tests/web/test_web_sleep.mjs — a phone that falls asleep twenty times, in four ways: a fresh view, the draft still there, nothing sent twice. Never: the rules.
import { openHost, openBrowser, openConsole, check, finish, must } from './lib.mjs';
import { openSeat, join, stepOf, go, clean } from './seats.mjs';

const SLEEPS = 20;
const host = await openHost('riverside-link', ['--bots', '2', '--seed', '17']);
const browser = await openBrowser();
const facilitator = await openConsole(host);
const seat = await openSeat(browser, host, { name: 'sleeper' }), awake = await openSeat(browser, host, { name: 'awake' });
const { page, context } = seat;
await join(seat);
await join(awake);
await facilitator.verb('start', { now: 'now' });
await awake.page.waitForSelector('#ready');

const cdp = await context.newCDPSession(page);
const tell = (...names) => page.evaluate(all => all.forEach(name => dispatchEvent(new Event(name))), names);
const hide = on => page.evaluate(hidden => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}, on);

// How a phone goes away, and how it comes back. What was pressed just before may still be on its way.
const WAYS = [
  { name: 'frozen', away: () => cdp.send('Page.setWebLifecycleState', { state: 'frozen' }), back: () => cdp.send('Page.setWebLifecycleState', { state: 'active' }) },
  { name: 'offline', away: async () => { await context.setOffline(true); await tell('offline'); }, back: async () => { await context.setOffline(false); await tell('online'); } },
  { name: 'hidden and cut', away: async () => { await hide(true); await context.setOffline(true); await tell('offline'); }, back: async () => { await context.setOffline(false); await hide(false); } },
  { name: 'killed', away: async () => {}, back: async () => { await page.reload(); await page.waitForSelector('.tabs'); } },
];

// Leads on by one step.
async function goOn() {
  const step = await stepOf(awake.page);
  must(!/^debrief/.test(step), 'the game is over');
  await facilitator.verb('next');
  await awake.page.waitForFunction(old => document.querySelector('main[data-step]').dataset.step !== old, step);
}

const journal = page.locator('#journal');
let slowest = 0;
for (let i = 0; i < SLEEPS; i++) {
  const way = WAYS[i % WAYS.length];
  await check('sleep ' + (i + 1) + ', ' + way.name, async () => {
    await go(seat, 'journal');
    await journal.fill('kept ' + i);
    await page.getByRole('button', { name: 'Keep this entry' }).click();
    await page.waitForFunction(() => document.querySelector('#journal').value === '');
    await journal.fill('draft ' + i);
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    await way.away();
    await goOn();
    const step = await stepOf(awake.page), from = Date.now();
    await way.back();
    await page.waitForFunction(wanted => (document.querySelector('main[data-step]') || { dataset: {} }).dataset.step === wanted, step);
    slowest = Math.max(slowest, Date.now() - from);
    await go(seat, 'journal');
    must(await journal.inputValue() === 'draft ' + i, 'the draft is ' + await journal.inputValue());
    await page.waitForFunction(count => document.querySelectorAll('.entry').length >= count, i + 1);
    const entries = await page.locator('.entry p').allInnerTexts();
    must(entries.length === i + 1 && entries[0] === 'kept ' + i, 'entries: ' + entries.join(', '));
    await journal.fill('');
  });
}

await check('what was pressed without a connection arrives once', async () => {
  await context.setOffline(true);
  await tell('offline');
  await page.waitForSelector('.link.off');
  await journal.fill('pressed in the dark');
  await page.getByRole('button', { name: 'Keep this entry' }).click();
  await page.waitForFunction(() => JSON.parse(localStorage['convene.out'] || '[]').length === 1);
  await context.setOffline(false);
  await page.reload();
  await page.waitForSelector('.tabs');
  await go(seat, 'journal');
  await page.waitForFunction(() => [...document.querySelectorAll('.entry p')].some(one => one.innerText === 'pressed in the dark'));
  const entries = await page.locator('.entry p').allInnerTexts();
  must(entries.length === SLEEPS + 1 && new Set(entries).size === entries.length, entries.length + ' entries');
});

console.log(SLEEPS + ' sleeps, the slowest fresh view ' + slowest + ' ms after waking (reloads and this machine included)');
await check('no page complained', () => [seat, awake].forEach(clean));
await browser.close();
await host.stop();
finish();
