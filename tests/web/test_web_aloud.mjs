// tests/web/test_web_aloud.mjs — one round as a screen reader tells it: what the live regions say, where the focus goes, and the outline of the page, against a transcript. Never: the rules.
import { openHost, openBrowser, openConsole, check, finish, must } from './lib.mjs';
import { openSeat, join, go, stepOf, waitForStep, textOf, clean } from './seats.mjs';

const host = await openHost('riverside-link', ['--bots', '4', '--seed', '3']);
const browser = await openBrowser();
const facilitator = await openConsole(host);
const verb = async (name, args, words) => { const answer = await facilitator.verb(name, args, words); must(answer.t === 'ack', name + ': ' + JSON.stringify(answer)); };

// Keeps every text that comes into a live region, and every heading or field that gets the focus, in order.
function listen() {
  window.heard = [];
  const add = text => { const last = window.heard[window.heard.length - 1]; if (last !== text) window.heard.push(text); };
  const begin = () => {
    document.querySelectorAll('[aria-live]').forEach(at => {
      const how = at.getAttribute('aria-live') === 'assertive' ? 'urgent' : at.getAttribute('aria-live');
      if (how !== 'off') new MutationObserver(() => { if (at.textContent) add(how + ': ' + at.textContent); }).observe(at, { childList: true, characterData: true, subtree: true });
    });
    document.addEventListener('focusin', event => { if (/^H\d$/.test(event.target.tagName) || event.target.id === 'message') add('focus: ' + event.target.innerText.trim()); });
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}

// A page as it would be if somebody forgot the attributes of the region for what is urgent.
function forget() {
  document.addEventListener('DOMContentLoaded', () => ['aria-live', 'role'].forEach(name => document.getElementById('urgent').removeAttribute(name)));
}

// What the transcript lacks of the wanted lines, in this order; "" when nothing.
function lacks(heard, wanted) {
  let at = 0;
  for (const line of wanted) {
    while (at < heard.length && !line.test(heard[at])) at++;
    if (at === heard.length) return String(line);
    at++;
  }
  return '';
}
const heardBy = seat => seat.page.evaluate(() => window.heard);
const hears = async (seat, wanted) => {
  await seat.page.waitForFunction(([source]) => window.heard.some(line => new RegExp(source).test(line)), [wanted.source]).catch(async () => {
    throw new Error('never heard: ' + wanted + '\n' + (await heardBy(seat)).join('\n'));
  });
};

const seat = await openSeat(browser, host, { name: 'reader', listen }), deaf = await openSeat(browser, host, { name: 'deaf', before: forget, listen });
const { page } = seat;
await join(seat);
await join(deaf);

await check('the page says where one is, in landmarks and headings', async () => {
  await verb('start', { now: 'now' });
  await page.waitForSelector('#ready');
  const outline = await page.locator('body').ariaSnapshot();
  const wanted = [/link "To the content"/, /banner/, /paragraph: .*Read who you are/, /button "Help"/, /main/, /heading "Who you are" \[level=1\]/, /heading "You are Riverside Link" \[level=2\]/, /contentinfo/, /button "I am ready"/, /navigation "Pages"/, /button "Table"/, /status/, /alert/];
  must(!lacks(outline.split('\n'), wanted), 'not in the outline: ' + lacks(outline.split('\n'), wanted) + '\n' + outline.slice(0, 1500));
});

// One step further, and heard to its end.
async function further(wanted) {
  while (!wanted.test(await stepOf(page))) {
    const step = await stepOf(page), before = (await heardBy(seat)).filter(line => /Your turn/.test(line)).length;
    await verb('next');
    await waitForStep(page, step);
    await page.waitForFunction(count => window.heard.filter(line => /Your turn/.test(line)).length > count, before);
  }
}

await check('one round as it is heard', async () => {
  await hears(seat, /urgent: .*Read your brief/);
  await further(/r1\.news$/);
  await verb('broadcast', {}, { text: 'Five minutes left' });
  await hears(seat, /polite: Five minutes left/);
  await verb('pause');
  await hears(seat, /urgent: Paused/);
  await verb('resume');
  await hears(seat, /polite: It goes on/);
  await further(/r1\.action$/);
  await page.locator('.act:not([aria-disabled=true])').first().click();
  await page.waitForSelector('.sheet #send');
  const act = await textOf(page, '.sheet h1');
  await page.locator('#send').click();
  await hears(seat, new RegExp('polite: ' + act + ': taken'));
  await verb('soft_close', { in: 60 });
  await hears(seat, /polite: .*closes soon/);
  await further(/r1\.reflect$/);
  const heard = await heardBy(seat);
  const said = [/^polite: Waiting to start\. /, /^urgent: Your turn\. Read who you are\. Read your brief/, /^urgent: Your turn\. News\. Read the news/, /^polite: Five minutes left/, /^urgent: Paused/, /^polite: It goes on\. Read the news/,
    /^urgent: Your turn\. Backstage\. /, /^urgent: Your turn\. Roles: .*Voice tokens/, /^urgent: Your turn\. Speech: /, /^urgent: Your turn\. Action\. Hours left: \d+/, new RegExp('^polite: ' + act + ': taken'),
    /^polite: This step closes soon/, /^urgent: Your turn\. Resolution\. /, /^urgent: Your turn\. Reflect\. Who influenced you/];
  const focused = [/^focus: Riverside Link/, /^focus: Who you are/, /^focus: Table: News/, /^focus: Table: Backstage/, /^focus: Meeting: Meeting/, /^focus: Table: Action/, new RegExp('^focus: ' + act), /^focus: Table: Resolution/, /^focus: Table: Reflect/];
  [said, focused].forEach(wanted => must(!lacks(heard, wanted), 'missing, or too late: ' + lacks(heard, wanted) + '\n' + heard.join('\n')));
});

await check('a refusal is read from its sentence, and the connection is told when it goes and comes', async () => {
  await go(seat, 'help');
  await page.evaluate(() => { window.heard.length = 0; });
  await seat.context.setOffline(true);
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await hears(seat, /polite: .*safe/);
  await seat.context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await hears(seat, /polite: Connected/);
  must(!lacks(await heardBy(seat), [/safe/, /Connected/]), 'the other way round');
});

await check('a page without a live region would be found out', async () => {
  await deaf.page.waitForFunction(() => window.heard.some(line => /polite: It goes on/.test(line)));
  must((await textOf(deaf.page, '#urgent')).includes('Your turn'), 'the words are not on the page');
  must(lacks(await heardBy(deaf), [/^urgent: Paused/]), 'heard without a region');
  must(!/alert/.test(await deaf.page.locator('body').ariaSnapshot()), 'a region by chance');
});

await check('no page complained', () => [seat, deaf].forEach(clean));
await browser.close();
await host.stop();
finish();
