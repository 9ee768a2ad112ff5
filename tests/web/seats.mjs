// tests/web/seats.mjs — persons at the page: coming in, and what they do in each step, with a finger or with keys alone. Never: a check of the game.
import { must } from './lib.mjs';

// Opens the page as one person; what goes wrong in the page is collected.
export async function openSeat(browser, host, o = {}) {
  const context = await browser.newContext({ viewport: o.viewport || { width: 390, height: 844 }, locale: o.lang || 'en', colorScheme: o.dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const seat = { page, context, host, keys: !!o.keys, name: o.name || 'seat', problems: [], got: {}, sockets: 0 };
  page.setDefaultTimeout(30000);
  if (o.before) await page.addInitScript(o.before);
  if (o.listen) await page.addInitScript(o.listen);
  page.on('console', message => { if (message.type() === 'error' && !/net::ERR_|WebSocket connection/.test(message.text())) seat.problems.push(message.text()); });
  page.on('websocket', socket => {
    seat.sockets++;
    socket.on('framereceived', frame => { const t = (/"t":"(\w+)"/.exec(frame.payload) || [])[1]; seat.got[t] = (seat.got[t] || 0) + 1; });
  });
  page.on('pageerror', error => seat.problems.push(error.message));
  if (o.words) { // other words for the page itself, part by part
    await page.route(/\/(door|play)\.\w+\.json$/, route => route.fulfill({ contentType: 'application/json', body: o.words(/(door|play)\.\w+\.json$/.exec(route.request().url())[1]) }));
  }
  await page.goto(host.url + (o.typed ? '/' : '/j' + host.qr.slice(host.qr.indexOf('#'))));
  return seat;
}

export async function active(page, selector) {
  return page.evaluate(wanted => !!document.activeElement && document.activeElement.matches(wanted), selector);
}

// With keys alone: on by Tab until the thing has the focus.
export async function tabTo(page, selector, back = false) {
  for (let i = 0; i < 250; i++) {
    if (await active(page, selector)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error('no way by keys to ' + selector);
}

export async function press(seat, selector, back = false) {
  if (!seat.keys) return seat.page.locator(selector).first().click();
  await tabTo(seat.page, selector, back);
  return seat.page.keyboard.press(await active(seat.page, 'input') ? 'Space' : 'Enter');
}

export async function join(seat, o = {}) {
  const { page } = seat;
  if (o.typed) {
    await page.waitForSelector('#pin');
    if (seat.keys) await tabTo(page, '#pin');
    await page.locator('#pin').pressSequentially(seat.host.join_code);
    await page.keyboard.press('Enter');
  }
  await page.waitForSelector('#join');
  if (o.lang && (await page.evaluate(() => document.documentElement.lang)) !== o.lang) {
    await press(seat, '[name=lang]:not(:checked)');
    await page.waitForFunction(lang => document.documentElement.lang === lang, o.lang);
  }
  if (o.observe) await page.locator('[id="as.1"]').click();
  await press(seat, '[id="consent.play"]');
  await press(seat, '#join');
  await page.waitForFunction(() => !document.querySelector('#join'));
}

export const stepOf = page => page.evaluate(() => (document.querySelector('main[data-step]') || { dataset: {} }).dataset.step || '');
export const waitForStep = (page, old, ms = 40000) => page.waitForFunction(was => { const at = document.querySelector('main[data-step]'); return at && at.dataset.step !== was; }, old, { timeout: ms });
export const there = (page, selector) => page.evaluate(wanted => !!document.querySelector(wanted), selector);

export async function go(seat, tab) {
  if (seat.keys) await seat.page.keyboard.press({ table: 't', meet: 'm', deals: 'd', journal: 'j', help: 'F1' }[tab]);
  else await seat.page.locator(tab === 'help' ? '#help' : '[id="tab.' + tab + '"]').click();
  await seat.page.waitForFunction(wanted => document.querySelector(wanted === 'help' ? '.help' : '[id="tab.' + wanted + '"][aria-current=page]'), tab);
}

// Opens the act at this place among the open ones and sends it as it stands. True when it was taken.
export async function doAct(seat, place = 0) {
  const { page } = seat;
  const acts = page.locator('.act:not([aria-disabled=true])');
  if (await acts.count() <= place) return false;
  if (seat.keys) await page.keyboard.press(String(place + 1));
  else await acts.nth(place).click();
  await page.waitForSelector('.sheet #send');
  const closed = await there(page, '#send[aria-disabled=true]');
  if (!closed && seat.keys) { await tabTo(page, '#send'); await page.keyboard.press('Enter'); } else if (!closed) await page.locator('#send').click();
  await page.waitForFunction(() => !document.querySelector('.sheet') || document.querySelector('.message.wrong') || document.querySelector('#send[aria-disabled=true]'));
  if (!await there(page, '.sheet')) return true;
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('.sheet'));
  return false;
}

// Says ready and waits until the host has heard it.
export async function ready(seat) {
  const { page } = seat, step = await stepOf(page);
  if (!await there(page, '#ready.primary')) return;
  if (seat.keys) await press(seat, '#ready', true);
  else await page.locator('#ready').click();
  await page.waitForFunction(was => { const at = document.querySelector('main[data-step]'); return !at || at.dataset.step !== was || !document.querySelector('#ready.primary'); }, step);
}

// What is asked of everybody: choices of happenings, expectations, votes, looking back.
export async function answer(seat) {
  const { page } = seat;
  // A team with two votes is asked for the second one once it has cast the first.
  const open = () => page.evaluate(() => [...document.querySelectorAll('.card.now .three:not(:has([aria-pressed=true]))')].map(one => one.closest('.card').innerText).join('|'));
  for (let left = await open(), n = 0; left && n < 8; left = await open(), n++) {
    await press(seat, '.card.now .three:not(:has([aria-pressed=true])) .button');
    await page.waitForFunction(was => [...document.querySelectorAll('.card.now .three:not(:has([aria-pressed=true]))')].map(one => one.closest('.card').innerText).join('|') !== was, left);
  }
  if (await there(page, '#who\\.0') && !await there(page, '.card.now .note.good')) {
    await press(seat, '#surprised');
    if (!seat.keys) await page.locator('.card.now:has([id="who.0"]) > .button').click();
  }
}

export function clean(seat) { must(!seat.problems.length, seat.name + ': ' + seat.problems.join('\n')); }

export const textOf = (page, selector) => page.evaluate(wanted => (document.querySelector(wanted) || { innerText: '' }).innerText, selector);

// The facilitator closes step after step until this page is in a step whose name fits.
export async function until(facilitator, page, wanted) {
  for (let i = 0; i < 60; i++) {
    const was = await stepOf(page);
    if (wanted.test(was)) return;
    const answer = await facilitator.verb('next');
    must(answer.t === 'ack', 'next: ' + JSON.stringify(answer));
    await waitForStep(page, was);
  }
  throw new Error('never came: ' + wanted);
}

// Waits for what only the test can see.
export async function eventually(what, text) {
  for (let i = 0; i < 1500; i++) {
    if (what()) return;
    await new Promise(go => setTimeout(go, 20));
  }
  throw new Error('never: ' + text);
}
