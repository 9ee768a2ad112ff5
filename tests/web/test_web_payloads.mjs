// tests/web/test_web_payloads.mjs — hostile names and words on the pages: nothing of them runs, becomes an element, or is fetched. Never: judges how they look.
import { readFileSync } from 'node:fs';
import { openHost, openBrowser, openConsole, check, finish, must, root } from './lib.mjs';
import { openSeat, join, go } from './seats.mjs';

const words = JSON.parse(readFileSync(root + '/tests/hostile/words.json', 'utf8'));
const host = await openHost('riverside-link', ['--bots', '4', '--seed', '3', '--rate', '100000']);
const browser = await openBrowser();
const facilitator = await openConsole(host);
const trap = () => { window.hits = []; window.hit = n => window.hits.push(n); };
const first = await openSeat(browser, host, { name: 'first', before: trap }), second = await openSeat(browser, host, { name: 'second', lang: 'ar', before: trap });
const asked = [], dialogs = [];
for (const seat of [first, second]) {
  seat.page.on('request', request => { if (!request.url().startsWith(host.url)) asked.push(request.url()); });
  seat.page.on('dialog', dialog => { dialogs.push(dialog.message()); dialog.dismiss(); });
}
await join(first);
await join(second);
must((await facilitator.verb('start', { now: 'now' })).t === 'ack', 'it does not start');
await first.page.waitForSelector('#ready');

// Elements and attributes no page of ours has.
const strange = page => page.evaluate(() => {
  const found = [...document.querySelectorAll('script:not([src]), iframe, object, embed, base, meta[http-equiv=refresh], math, template[shadowrootmode], link[href*="evil"], a[href^="javascript:"], form[action]')];
  const handlers = [...document.querySelectorAll('*')].filter(one => one.getAttributeNames().some(name => name.startsWith('on')));
  return found.concat(handlers).map(one => one.outerHTML.slice(0, 120));
});

async function looksClean(seat, what) {
  const hits = await seat.page.evaluate(() => window.hits);
  must(Array.isArray(hits), 'the trap is not set');
  must(hits.length === 0, what + ' ran: ' + hits);
  const found = await strange(seat.page);
  must(found.length === 0, what + ' became ' + found.join('\n'));
  must(!dialogs.length && !asked.length, what + ' asked for ' + dialogs.concat(asked));
}

// The last word of each batch is a plain one: once it is read, all before it are. What is no message at all (control
// bytes, half letters) is refused without its number; those are not waited for.
const unheard = text => /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Cs}]/u.test(text);
async function say(kind, args, field, text) {
  const answer = facilitator.verb(kind, args, { [field]: text });
  return unheard(text) ? { t: 'unheard' } : answer;
}
let taken = 0;

await check('the trap catches what runs', async () => {
  await first.page.evaluate(() => { window.hit(99); });
  must((await first.page.evaluate(() => window.hits.splice(0))).length === 1, 'the trap is blind');
});

for (const [kind, args, field] of [['broadcast', { sticky: 'sticky' }, 'text'], ['whisper', { seat: 1 }, 'text'], ['whisper', { seat: 2 }, 'text'], ['rename', { seat: 1 }, 'label']]) {
  await check(words.length + ' hostile words as ' + kind + ' ' + JSON.stringify(args) + ' harm no page', async () => {
    for (let at = 0; at < words.length; at += 20) {
      for (const text of words.slice(at, at + 20)) taken += (await say(kind, args, field, text)).t === 'ack';
      const mark = 'plain ' + kind + ' ' + at;
      must((await say('broadcast', {}, 'text', mark)).t === 'ack', 'a plain word was refused');
      for (const seat of [first, second]) {
        await seat.page.waitForFunction(wanted => document.body.textContent.includes(wanted), mark);
        await looksClean(seat, kind + ' ' + at);
      }
    }
  });
}

await check('hostile lines of a journal are shown as they were written', async () => {
  await go(first, 'journal');
  for (const text of words.slice(0, 12)) {
    const before = await first.page.locator('.entry').count();
    await first.page.locator('#journal').fill(text);
    await first.page.getByRole('button', { name: 'Keep this entry' }).click();
    await first.page.waitForFunction(count => document.querySelectorAll('.entry').length > count, before);
    await looksClean(first, 'journal ' + text);
  }
  must(await first.page.evaluate(text => [...document.querySelectorAll('.entry')].some(one => one.textContent.includes(text)), words[0]), 'the text is not shown');
});

await check('after a reload everything is still text', async () => {
  for (const seat of [first, second]) {
    await seat.page.reload();
    await seat.page.waitForSelector('.tabs');
    await looksClean(seat, 'a reload');
  }
  must(taken > 3 * 100, 'only ' + taken + ' were taken');
});

await browser.close();
facilitator.close();
await host.stop();
finish();
