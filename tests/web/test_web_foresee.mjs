// tests/web/test_web_foresee.mjs — what the sheet of an act foresees before it is sent: asked for once, changed with the choice, never waited for. Never: whether it comes true.
import { openHost, openBrowser, openConsole, check, finish, must, shots } from './lib.mjs';
import { openSeat, join, until, clean } from './seats.mjs';

const host = await openHost('riverside-link', ['--bots', '3', '--seed', '5']);
const browser = await openBrowser();
const facilitator = await openConsole(host);

// What the page sends, and a switch that lets no question through.
const tap = () => {
  const send = WebSocket.prototype.send;
  window.asked = [];
  WebSocket.prototype.send = function (text) {
    const message = JSON.parse(text);
    if (message.t === 'probe') window.asked.push(message);
    if (message.t === 'probe' && window.mute) return undefined;
    return send.call(this, text);
  };
};

const seat = await openSeat(browser, host, { name: 'asks', before: tap });
const { page } = seat;
await join(seat);
await facilitator.verb('start', { now: 'now' });
await page.waitForSelector('#ready');
await until(facilitator, page, /action$/);

const sheet = () => page.evaluate(() => document.querySelector('.sheet form').innerText);
const foreseen = () => page.waitForFunction(of => document.querySelector('.sheet form').innerText.includes(of), 'What you can foresee');
const openAct = async i => { await page.locator('.act:not([aria-disabled=true])').nth(i).click(); await page.waitForSelector('.sheet #send'); };
const closeSheet = async () => { await page.keyboard.press('Escape'); await page.waitForFunction(() => !document.querySelector('.sheet')); };
const told = async () => (await sheet()).split('What you can foresee')[1];
const acts = await page.locator('.act:not([aria-disabled=true])').count();

await check('every open act is foreseen: what it costs, and for most of them figures', async () => {
  let figures = 0, looked = 0;
  for (let i = 0; i < acts; i++) {
    await openAct(i);
    if (!await page.evaluate(() => document.querySelector('#send[aria-disabled=true]'))) {
      await foreseen();
      looked++;
      figures += /Likely .*[+−]\d/.test(await told());
      if (looked === 1) await page.screenshot({ path: shots + '/foresee.png', fullPage: true });
    }
    await closeSheet();
  }
  must(looked >= 5 && figures >= 3, looked + ' looked at, ' + figures + ' with figures');
});

await check('it follows the choice, and a hasty finger asks once', async () => {
  let changed = 0;
  for (let i = 0; i < acts && !changed; i++) {
    await openAct(i);
    const options = page.locator('.sheet input[type=radio]:not(:disabled)');
    if (await options.count() > 2 && !await page.evaluate(() => document.querySelector('#send[aria-disabled=true]'))) {
      await foreseen();
      const before = await told(), asked = await page.evaluate(() => window.asked.length);
      await page.evaluate(() => { const all = [...document.querySelectorAll('.sheet input[type=radio]:not(:disabled)')]; for (let n = 0; n < 12; n++) all[n % all.length].click(); all[1].click(); });
      await page.waitForFunction(count => window.asked.length > count, asked);
      await foreseen();
      must(await page.evaluate(() => window.asked.length) <= asked + 2, 'asked too often'); // the view may have moved on once
      changed += before !== await told();
    }
    await closeSheet();
  }
  must(changed, 'nothing followed the choice');
  must(!seat.got.refused, seat.got.refused + ' refused');
});

await check('what the seat cannot read is said to be unknown', async () => {
  let unknown = '';
  for (let i = 0; i < acts && !unknown; i++) {
    await openAct(i);
    const options = page.locator('.sheet fieldset').first().locator('input[type=radio]:not(:disabled)');
    for (let n = 0; n < await options.count() && !unknown; n++) {
      await options.nth(n).click();
      if (await page.evaluate(() => document.querySelector('#send[aria-disabled=true]'))) continue;
      await page.waitForFunction(() => { const at = document.querySelector('.sheet form').innerText; return at.includes('What you can foresee'); });
      unknown = (/You do not know where this stands (.+)/.exec(await told()) || [])[1] || '';
    }
    await closeSheet();
  }
  console.log('unknown: ' + unknown);
  must(unknown, 'everything is known');
});

await check('an answer that never comes holds nothing up', async () => {
  await page.evaluate(() => { window.mute = true; });
  await openAct(0);
  const asked = await page.evaluate(() => window.asked.length);
  await page.waitForFunction(count => window.asked.length > count, asked - 1);
  await page.locator('#send').click();
  await page.waitForFunction(() => !document.querySelector('.sheet') && document.querySelector('.plan li'));
});

await check('no page complained', () => clean(seat));
await browser.close();
await host.stop();
finish();
