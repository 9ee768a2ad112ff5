// tests/web/test_web_first.mjs — a stranger's way from the code to the first act: one thing to do on each screen, by finger on a small phone and by keys at four times the size. Never: the rules.
import { openHost, openBrowser, openConsole, check, finish, must, shots } from './lib.mjs';
import { openSeat, until, tabTo, textOf, stepOf, waitForStep, clean } from './seats.mjs';

const host = await openHost('riverside-link', ['--bots', '4', '--seed', '3']);
const browser = await openBrowser();
const facilitator = await openConsole(host);
const STARTS_MOST = 120; // words of a brief

// What a person who has never been here can press without looking for it.
const primaries = page => page.evaluate(() => [...document.querySelectorAll('.button.primary:not([aria-disabled=true])')].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width >= 44 && box.height >= 44 && box.top >= 0 && box.bottom <= innerHeight + 1;
}).map(one => one.innerText.trim()));

async function oneThing(page, name, label) {
  const all = await primaries(page);
  must(all.length === 1 && label.test(all[0]), name + ': ' + (all.length ? all.join(' | ') : 'nothing to press'));
}

const phone = await openSeat(browser, host, { name: 'phone', typed: true, viewport: { width: 320, height: 640 } });
const { page } = phone;

await check('the code: one field, one button; a wrong code says what to do', async () => {
  await page.waitForSelector('#pin');
  await oneThing(page, 'code', /Go on/);
  await page.locator('#pin').fill('12');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.wrong');
  await page.locator('#pin').fill(host.join_code);
  await page.locator('.button.primary').click();
  await page.waitForSelector('#join');
});

await check('consent: the button says what is missing and loses nothing', async () => {
  await page.locator('#name').fill('Amina');
  await page.locator('#join').click();
  await page.waitForSelector('[role=alert]:not(#urgent)');
  must(await page.locator('#name').inputValue() === 'Amina', 'the name is gone');
  await page.locator('[id="consent.play"]').click();
  await page.locator('#join').click();
  await page.waitForSelector('.tabs');
});

await check('before the start one reads already who one is', async () => {
  await page.getByText('You are Riverside Link').waitFor();
  must(/Waiting/.test(await textOf(page, '.top')), await textOf(page, '.top'));
  must(await page.evaluate(() => [...document.querySelectorAll('.number .name')].every(one => one.textContent.trim())), 'numbers without names');
  must(/\d{4} \d{4}/.test(await textOf(page, '.code')), 'no seat code');
  await page.screenshot({ path: shots + '/first-waiting.png', fullPage: true });
});

await check('the brief is short, and one button goes on', async () => {
  must((await facilitator.verb('start', { now: 'now' })).t === 'ack', 'start');
  await page.waitForSelector('#ready');
  await oneThing(page, 'brief', /I am ready/);
  const words = (await page.evaluate(() => document.querySelector('.left .card p:not(.note):not(.big)').innerText)).split(/\s+/).length;
  must(words > 10 && words <= STARTS_MOST, words + ' words');
  await page.screenshot({ path: shots + '/first-brief.png' });
});

await check('private things open while they are held, and by themselves where the facilitator says so', async () => {
  const hold = page.locator('.guard .hold').first();
  await hold.waitFor();
  must(!await textOf(page, '.guard .secret'), 'the private part lies open');
  must((await facilitator.verb('option', { key: 'guard', value: 'off' })).t === 'ack', 'option guard off');
  await hold.waitFor({ state: 'detached' });
  must((await facilitator.verb('option', { key: 'guard', value: 'on' })).t === 'ack', 'option guard on');
  await hold.waitFor();
});

await check('the first act takes two presses, and says before what it does and costs', async () => {
  await until(facilitator, page, /action$/);
  await oneThing(page, 'action', /I am ready/);
  must(/Hours left: \d+/.test(await textOf(page, '.expected')), await textOf(page, '.expected'));
  await page.locator('.act:not([aria-disabled=true])').first().click();
  await page.waitForSelector('#send');
  const sheet = await textOf(page, '.sheet');
  must(/It costs/.test(sheet) && /Nobody sees your list until all are ready/.test(sheet), sheet);
  await page.screenshot({ path: shots + '/first-act.png', fullPage: true });
  await page.locator('#send').click();
  await page.waitForFunction(() => !document.querySelector('.sheet') && document.querySelector('.plan li'));
});

// Every stop of the Tab key from the top of the page to its end, with its place.
async function stops(view) {
  const found = [];
  await view.evaluate(() => document.querySelector('.skip').focus()); // the first one; Tab goes on from what had the focus
  for (let i = 0; i < 300; i++) {
    if (i > 0) await view.keyboard.press('Tab');
    const stop = await view.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      if (!at.dataset.stop) at.dataset.stop = String(Math.random());
      const box = at.getBoundingClientRect(), region = ['.top', '.left', '.right', '.bottom', '.skip'].find(one => at.closest(one)) || '';
      const style = getComputedStyle(at);
      return { id: at.dataset.stop, region, top: box.top + scrollY, left: box.left, ring: style.outlineStyle !== 'none' || at.type === 'radio' || at.type === 'checkbox', name: at.innerText || at.id };
    });
    if (!stop || found.some(one => one.id === stop.id)) return found;
    found.push(stop);
  }
  throw new Error('the Tab key finds no end');
}

await check('the Tab key goes through every region from top to end, each stop has a ring', async () => {
  for (const width of [320, 1024]) {
    await page.setViewportSize({ width, height: 768 });
    const all = await stops(page);
    must(all.length > 15, all.length + ' stops');
    const order = all.map(one => one.region).filter((one, i, list) => one !== list[i - 1]);
    must(order.join(' ') === '.skip .top .left .right .bottom', order.join(' '));
    ['.left', '.right'].forEach(region => {
      const list = all.filter(one => one.region === region);
      const back = list.find((one, i) => i > 0 && one.top < list[i - 1].top - 4);
      must(!back, 'back up at ' + (back || {}).name);
    });
    const bare = all.slice(1).filter(one => !one.ring).map(one => one.name);
    must(!bare.length, 'no ring: ' + bare.join(', '));
  }
});

await check('nothing moves where little motion is asked for', async () => {
  must(await page.evaluate(() => [...document.querySelectorAll('.button')].every(one => parseFloat(getComputedStyle(one).transitionDuration) === 0)), 'a button moves');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  must(await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.button')).transitionDuration) > 0), 'the probe sees nothing');
  await page.evaluate(() => { document.documentElement.dataset.still = 'yes'; });
  must(await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.button')).transitionDuration) === 0), 'the own setting does nothing');
});

await check('at four times the size, by keys alone, the same way', async () => {
  const large = await openSeat(browser, host, { name: 'large', typed: true, keys: true, viewport: { width: 320, height: 256 } }); // 1280 × 1024 at 400 %
  await large.page.waitForSelector('#pin');
  await tabTo(large.page, '#pin');
  await large.page.keyboard.type(host.join_code);
  await large.page.keyboard.press('Enter');
  await large.page.waitForSelector('#join');
  await tabTo(large.page, '[id="consent.play"]');
  await large.page.keyboard.press('Space');
  await tabTo(large.page, '#join');
  await large.page.keyboard.press('Enter');
  await large.page.waitForSelector('.tabs');
  must(await large.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the screen');
  const covered = await large.page.evaluate(() => { const at = document.querySelector('.top'); return getComputedStyle(at).position !== 'static'; });
  must(!covered, 'the status line covers the page');
  const step = await stepOf(page);
  await facilitator.verb('next');
  await waitForStep(large.page, step);
  await large.page.screenshot({ path: shots + '/first-large.png' });
  clean(large);
  await large.context.close();
});

await check('no page complained', () => clean(phone));
await browser.close();
await host.stop();
finish();
