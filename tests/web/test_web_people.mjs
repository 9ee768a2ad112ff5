// tests/web/test_web_people.mjs — people beside the game: words of the facilitator, help, journal, consent, observation, knocking, being moved out. Never: the rules.
import { openHost, openBrowser, openConsole, check, finish, must } from './lib.mjs';
import { openSeat, join, there, go, eventually, clean } from './seats.mjs';

const host = await openHost('riverside-link', ['--bots', '4', '--seed', '3']);
const browser = await openBrowser();
const facilitator = await openConsole(host);
const verb = async (name, args, words) => { const answer = await facilitator.verb(name, args, words); must(answer.t === 'ack', name + ': ' + JSON.stringify(answer)); return answer; };
const sees = (seat, text) => seat.page.waitForFunction(wanted => document.body.innerText.includes(wanted), text);
const knocks = page => page.waitForFunction(() => /facilitator/.test((document.querySelector('main.lone') || {}).innerText || ''));
const hears = (seat, where, text) => seat.page.waitForFunction(([id, wanted]) => document.getElementById(id)?.textContent.includes(wanted), [where, text]);

const first = await openSeat(browser, host, { name: 'first' }), second = await openSeat(browser, host, { name: 'second', lang: 'ar', viewport: { width: 320, height: 640 } });
const watcher = await openSeat(browser, host, { name: 'watcher' });
await join(first);
await join(second);
await join(watcher, { observe: true });

await check('a person who waits for the start sees the table', async () => {
  await verb('start', { now: 'now' });
  await first.page.waitForSelector('#ready');
});

await check('words to all are seen and heard by all, words to one by one', async () => {
  await verb('broadcast', {}, { text: 'Five minutes left' });
  await Promise.all([first, second].map(seat => sees(seat, 'Five minutes left')));
  await verb('whisper', { seat: 1 }, { text: 'Only for you' });
  await hears(first, 'urgent', 'Only for you').catch(() => hears(first, 'polite', 'Only for you'));
  must(!await second.page.evaluate(() => document.body.innerText.includes('Only for you')), 'a whisper reached another');
});

await check('a call for help is answered on the page', async () => {
  await go(first, 'help');
  await first.page.locator('[id="help.words"]').fill('Where is the map?');
  await first.page.locator('#call').click();
  await sees(first, 'The facilitator sees your call.');
  await sees(first, 'Where is the map?');
  const inbox = facilitator.seen.map(message => message.s && message.s.talk && message.s.talk.inbox).filter(Boolean).pop() || [];
  const changes = facilitator.seen.flatMap(message => Object.values(message.set || {}).concat(...Object.values(message.add || {})));
  const call = inbox.concat(changes.flat()).filter(one => one && one.kind === 'help').pop();
  must(call, 'the console did not get the call');
  await verb('answer', { help: call.id }, { text: 'On the wall' });
  await sees(first, 'On the wall');
});

await check('somebody asks for a pause, and the page says so', async () => {
  await first.page.getByRole('button', { name: 'Pause, please' }).click();
  await first.page.waitForSelector('.message.good');
});

await check('a journal entry is kept and can be read again; a draft comes back on a new page', async () => {
  await go(first, 'journal');
  await first.page.locator('#journal').fill('I trusted too early');
  await first.page.getByRole('button', { name: 'Keep this entry' }).click();
  await first.page.waitForSelector('.entry');
  must(await first.page.locator('#journal').inputValue() === '', 'the field is not empty');
  const saved = first.got.saved || 0;
  await first.page.locator('#journal').fill('half a thought');
  await first.page.waitForFunction(() => (document.querySelector('#saved') || {}).innerText === 'Draft saved.', null, { timeout: 8000 });
  await eventually(() => first.got.saved > saved, 'the host keeps the draft');
  await first.page.evaluate(() => localStorage.removeItem('convene.drafts'));
  await first.page.reload();
  await first.page.waitForSelector('.tabs');
  await go(first, 'journal');
  await first.page.waitForFunction(() => document.querySelector('#journal')?.value === 'half a thought');
});

await check('consent is changed under help', async () => {
  await go(first, 'help');
  await first.page.locator('[id="agree.report"]').click();
  await first.page.waitForFunction(() => document.querySelector('[id="agree.report"]')?.checked);
  await first.page.reload();
  await first.page.waitForSelector('.tabs');
  await go(first, 'help');
  await first.page.waitForFunction(() => document.querySelector('[id="agree.report"]')?.checked);
});

await check('an observer writes a line in five taps', async () => {
  await watcher.page.waitForSelector('[id="tab.observe"]');
  await watcher.page.locator('[id="tab.observe"]').click();
  await watcher.page.locator('[id="obs.who.1"]').click();
  await watcher.page.locator('[id="obs.act.4"]').click();
  await watcher.page.locator('[id="obs.to.1"]').click();
  await watcher.page.locator('.left .button.primary').click();
  await watcher.page.waitForSelector('.entry');
});

await check('a closed room: knock, wait, come in', async () => {
  await verb('lock', { how: 'on' });
  const late = await openSeat(browser, host, { name: 'late' });
  await join(late);
  await knocks(late.page);
  await late.page.reload();
  await knocks(late.page);
  const knock = 101;
  await verb('admit', { who: knock, as: 'observer' });
  await late.page.waitForSelector('[id="tab.observe"]');
  clean(late);
  await late.context.close();
});

await check('who is taken out reads it, and does not come back by itself', async () => {
  await verb('remove', { seat: 2 }).catch(() => verb('remove', { who: 2 }));
  await second.page.waitForSelector('main.lone');
  const sockets = second.sockets;
  await second.page.evaluate(() => ['online', 'pageshow', 'focus'].forEach(name => dispatchEvent(new Event(name)))); // all that wakes a phone
  await second.page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  must(!await there(second.page, '.tabs') && second.sockets === sockets, 'still at the table');
});

await check('sent away for good: the phone can only knock, also after the host was started anew', async () => {
  const { page } = first;
  await verb('pause', { how: 'on' }); // with nobody left the stand-ins would play on to the end
  await verb('lock', { how: 'off' });
  await verb('remove', { seat: 1, block: 'block' });
  await page.waitForSelector('main.lone');
  facilitator.close();
  await host.stop();
  const again = await openHost('', ['--port', String(host.port)], host.session);
  await page.locator('.button.quiet').click();
  await page.waitForSelector('#pin');
  await page.locator('#pin').fill(again.join_code);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#join');
  await page.locator('[id="consent.play"]').click();
  await page.locator('#join').click();
  await knocks(page);
  // Nobody's address is kept, so everybody new knocks now, until the facilitator opens the door.
  const early = await openSeat(browser, again, { name: 'early' });
  await join(early);
  await knocks(early.page);
  const opener = await openConsole(again);
  must((await opener.verb('lock', { how: 'off' })).t === 'ack', 'the door stays locked');
  const stranger = await openSeat(browser, again, { name: 'stranger' });
  await join(stranger);
  await stranger.page.waitForSelector('.tabs');
  must(!await there(page, '.tabs'), 'it came in');
  [early, stranger].forEach(clean);
  opener.close();
  await again.stop();
});

await check('no page complained', () => [first, second, watcher].forEach(clean));
await browser.close();
finish();
