// tests/web/test_web_screens.mjs — every screen in three themes, both directions, from 320 to 1920 pixels: axe, overflow, size of targets, letters up to 200 %. Never: the rules.
import { openHost, openBrowser, openConsole, check, finish, must, shots, axeSource } from './lib.mjs';
import { probe, cutWords } from './probe.mjs';
import { openSeat, join, stepOf, there, go, clean, until as untilStep } from './seats.mjs';

const host = await openHost('riverside-link', ['--bots', '3', '--seed', '5']);
const browser = await openBrowser();
const facilitator = await openConsole(host);
const axe = axeSource();
const HEIGHTS = { 320: 640, 390: 844, 768: 1024, 1024: 768, 1920: 1080 };
const THEMES = ['light', 'dark', 'high'];
const seen = new Set();
let runs = 0;

async function axeOf(page) {
  if (!await page.evaluate(() => !!window.axe)) await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  runs++;
  return result.violations.map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + (node.any[0] || node.all[0] || {}).message).join('\n    '));
}

async function wear(page, width, theme, letters = 100) {
  await page.setViewportSize({ width, height: HEIGHTS[width] });
  await page.evaluate(([name, size]) => { document.documentElement.dataset.theme = name; document.documentElement.dataset.size = size; }, [theme, letters]);
}

// At 320 pixels in every theme; wider ones differ in layout, not in colours, so axe looks at one of them in one theme.
async function lookAt(seat, name) {
  const { page } = seat, found = [];
  const picture = (kind, full = true) => page.screenshot({ path: shots + '/' + name + '-' + seat.lang + '-' + kind + '.png', fullPage: full });
  const add = (where, all) => found.push(...all.map(one => name + ' ' + seat.lang + ' ' + where + ': ' + one));
  for (const theme of THEMES) {
    await wear(page, 320, theme);
    add('320 ' + theme, await axeOf(page));
    if (theme === 'light' || name === 'action') await picture('320-' + theme);
  }
  for (const letters of [100, 150, 200]) {
    await wear(page, 320, 'light', letters);
    add('320 ' + letters + ' %', await probe(page));
    if (letters < 200) add('320 ' + letters + ' %', await cutWords(page));
  }
  if (seat.lang === 'en') await picture('200', false);
  await wear(page, 320, 'light');
  await page.setViewportSize({ width: 320, height: 256 }); // 1280 × 1024 at 400 %
  add('400 %', (await probe(page)).concat(await page.evaluate(() => [...document.querySelectorAll('.top, .bottom')].filter(one => getComputedStyle(one).position !== 'static').map(one => one.className + ' covers the page'))));
  for (const width of [1024, 768, 1920]) {
    await wear(page, width, 'light');
    add(String(width), await probe(page));
    add(String(width), await cutWords(page));
    if (width === 1024) add('1024', await axeOf(page));
  }
  if (seat.lang === 'en') { await wear(page, 1024, 'dark'); await picture('1024-dark'); }
  await wear(page, 390, 'light');
  if (seat.lang === 'ar') await picture('390', false);
  return found;
}

// The same screen in both languages at once.
async function screen(name, all) {
  await check('screen ' + name, async () => {
    must(!seen.has(name), 'seen before');
    seen.add(name);
    const found = (await Promise.all(all.map(seat => lookAt(seat, name)))).flat();
    must(!found.length, found.join('\n'));
  });
}

async function pair(o = {}) {
  const two = [];
  for (const lang of ['en', 'ar']) {
    const seat = await openSeat(browser, host, Object.assign({ lang, name: lang }, o));
    seat.lang = lang;
    two.push(seat);
  }
  return two;
}
const both = (two, act) => Promise.all(two.map(act));

// --- Coming in ---

const doors = await pair({ typed: true });
await both(doors, seat => seat.page.waitForSelector('#pin'));
await both(doors, seat => seat.page.evaluate(lang => { document.documentElement.lang = lang; }, seat.lang));
await screen('code', doors);
await both(doors, async ({ page }) => { await page.locator('#pin').fill('000000'); await page.keyboard.press('Enter'); await page.waitForSelector('.wrong'); });
await screen('code-wrong', doors);
await both(doors, async ({ page }) => { await page.locator('.button.quiet').click(); await page.waitForFunction(() => document.querySelector('#pin').value === '' && !document.querySelector('.wrong')); });
await screen('seat-code', doors);
await both(doors, seat => seat.context.close());

const two = await pair();
const [english, arabic] = two;
await both(two, seat => seat.page.waitForSelector('#join'));
await screen('join', two);
await both(two, async ({ page }) => { await page.locator('#join').click(); await page.waitForSelector('.wrong'); });
await screen('join-refused', two);
for (const seat of two) await join(seat);
await both(two, seat => seat.page.waitForSelector('h1'));
await screen('waiting', two);
const watchers = await pair();
for (const seat of watchers) await join(seat, { observe: true });

// --- The game, step by step, led by the facilitator ---

await facilitator.verb('start', { now: 'now' });
await both(two, seat => seat.page.waitForSelector('#ready'));
await screen('brief', two);
await both(two, async ({ page }) => {
  await page.locator('.hold').first().hover();
  await page.mouse.down();
  await page.waitForSelector('.secret p');
});
await screen('brief-private', two);
await both(two, ({ page }) => page.mouse.up());
await both(two, seat => go(seat, 'help'));
await screen('help', two);
await both(two, seat => go(seat, 'table'));

async function until(wanted) {
  await untilStep(facilitator, english.page, wanted);
  const step = await stepOf(english.page);
  await arabic.page.waitForFunction(here => document.querySelector('main[data-step]').dataset.step === here, step);
}
const openAll = ({ page }) => page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
const openSheet = async (seat, selector) => { await seat.page.locator(selector).first().click(); await seat.page.waitForSelector('.sheet #title'); };
const closeSheet = async ({ page }) => { await page.keyboard.press('Escape'); await page.waitForFunction(() => !document.querySelector('.sheet')); };

await until(/news$/);
await screen('news', two);
await until(/backstage$/);
await both(two, seat => go(seat, 'deals'));
await screen('deals', two);
await both(two, seat => openSheet(seat, '#new_deal'));
await both(two, async seat => { await openAll(seat); await seat.page.locator('[id="deal.kind.5"]').click(); });
await screen('deal-sheet', two);
await both(two, closeSheet);
await both(two, seat => openSheet(seat, '#new_coalition'));
await screen('coalition-found', two);
await english.page.locator('[id="found.1"]').click();
await english.page.locator('#send').click();
await english.page.waitForFunction(() => !document.querySelector('.sheet'));
await closeSheet(arabic);
await arabic.page.waitForFunction(() => [...document.querySelectorAll('.card.now p')].some(one => one.innerText.includes('رابطة ضفة النهر')));
await arabic.page.locator('.card.now', { hasText: 'رابطة ضفة النهر' }).first().locator('.button').first().click();
// The answer must be on its way before the step ends, or there is no coalition to look at.
await arabic.page.waitForFunction(() => ![...document.querySelectorAll('.card.now p')].some(one => one.innerText.includes('رابطة ضفة النهر')));
await until(/roles$/);
await both(two, seat => go(seat, 'deals'));
await both(two, seat => openSheet(seat, '.button:has(.sign-peer)'));
await screen('coalition', two);
await both(two, closeSheet);
await both(two, seat => go(seat, 'meet'));
await screen('meeting-roles', two);
await until(/speech$/);
await both(two, openAll);
await screen('meeting-speech', two);
await both(two, seat => openSheet(seat, '.act:not([aria-disabled=true])'));
await screen('act-sheet', two);
await both(two, closeSheet);
await until(/action$/);
await both(two, openAll);
await screen('action', two);
await both(two, seat => openSheet(seat, 'button.number'));
await both(two, seat => seat.page.waitForFunction(() => !document.querySelector('.busy')));
await screen('why', two);
await both(two, closeSheet);
await facilitator.verb('pause');
await both(two, seat => seat.page.waitForSelector('.top.paused'));
await screen('paused', two);
await facilitator.verb('resume');
await both(two, async ({ page, context }) => { await page.waitForFunction(() => !document.querySelector('.top.paused')); await context.setOffline(true); await page.evaluate(() => dispatchEvent(new Event('offline'))); await page.waitForSelector('.link.off'); });
await screen('offline', two);
await both(two, async ({ page, context }) => { await context.setOffline(false); await page.evaluate(() => dispatchEvent(new Event('online'))); await page.waitForSelector('.link:not(.off)'); });
// Both at once are many: the host has paused. The pictures are of a session that goes on.
await english.page.waitForSelector('.top.paused');
await facilitator.verb('resume');
await both(two, ({ page }) => page.waitForFunction(() => !document.querySelector('.top.paused')));
await until(/resolution$/);
await screen('result', two);
await until(/reflect$/);
await screen('reflect', two);
await both(two, async seat => { await go(seat, 'journal'); await seat.page.locator('#journal').fill('Something to remember'); });
await screen('journal', two);
await both(two, seat => go(seat, 'table'));
if (await there(watchers[0].page, '.tabs')) {
  await screen('observer-table', watchers);
  await both(watchers, async seat => { await seat.page.keyboard.press('o'); await openAll(seat); });
  await screen('observe', watchers);
}
await facilitator.verb('end');
await both(two, seat => seat.page.waitForSelector('svg.bar'));
await both(two, openAll);
await screen('end', two);
const third = await english.context.newPage();
await third.goto(host.url + '/');
await english.page.waitForSelector('#use_here');
await screen('replaced', [english]);

console.log(seen.size + ' screens, ' + runs + ' runs of axe');
await check('no page complained', () => two.concat(watchers).forEach(clean));
await browser.close();
await host.stop();
finish();
