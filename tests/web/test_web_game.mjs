// tests/web/test_web_game.mjs — a whole game of Riverside Link by four browsers, one of them by keys alone, one seat in the window's own screens and the computer. Never: looks past the page.
import { spawn } from 'node:child_process';
import { join as path } from 'node:path';
import { openHost, openBrowser, openConsole, check, finish, must, shots, built, root } from './lib.mjs';
import { openSeat, join, stepOf, waitForStep, there, go, doAct, ready, answer, press, clean } from './seats.mjs';

const host = await openHost('riverside-link', ['--bots', '1', '--seed', '7']);
const browser = await openBrowser();
const facilitator = await openConsole(host);
const seats = [];
const done = { acts: 0, said: 0, deals: 0, accepted: 0, refused: 0 };

// The fifth one sits at a window without a screen: the same table, meeting and deals as on a laptop, by keys alone.
const window = { said: '', steps: '' };
function openWindow() {
  const child = spawn(path(built, 'seat_player'), ['127.0.0.1:' + host.port, host.join_code, path(shots, 'end-window.png')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', data => { window.said += data; });
  child.stderr.on('data', data => { window.steps += data; });
  window.over = new Promise(resolve => child.on('exit', resolve));
  process.on('exit', () => child.kill('SIGKILL'));
}
openWindow();
const isSeated = () => window.steps.includes('seated');
async function windowIsSeated() {
  for (let i = 0; i < 600 && !isSeated(); i++) await new Promise(resolve => setTimeout(resolve, 50));
  must(isSeated(), 'the window got no seat: ' + window.steps);
}

await check('four people come in: by square, by code, in Arabic, by keys', async () => {
  const all = [{ name: 'square' }, { name: 'arabic', lang: 'ar', viewport: { width: 320, height: 640 } },
    { name: 'keys', keys: true, typed: true, viewport: { width: 1024, height: 768 }, dark: true }, { name: 'typed', typed: true, viewport: { width: 800, height: 900 } }];
  for (const one of all) {
    const seat = await openSeat(browser, host, one);
    await join(seat, one);
    seats.push(seat);
  }
  await windowIsSeated();
  must((await facilitator.verb('start', { now: 'now' })).t === 'ack', 'start was refused');
  for (const seat of seats) {
    await seat.page.waitForSelector('#ready').catch(async error => {
      await seat.page.screenshot({ path: shots + '/failed-' + seat.name + '.png' });
      throw new Error(seat.name + ': ' + await seat.page.evaluate(() => document.body.innerText));
    });
  }
});

async function offerDeal(seat) {
  await go(seat, 'deals');
  await press(seat, '#new_deal');
  await seat.page.waitForSelector('.sheet #send');
  await press(seat, '.sheet .stepper button:last-child:not([aria-disabled])');
  await press(seat, '#send');
  await seat.page.waitForFunction(() => !document.querySelector('.sheet') || document.querySelector('.message.wrong'));
  if (await there(seat.page, '.message.wrong')) done.refused++;
  else done.deals++;
  if (await there(seat.page, '.sheet')) await seat.page.keyboard.press('Escape');
}

async function acceptDeals(seat) {
  if (!await there(seat.page, '[id="tab.deals"] .dot')) return;
  await go(seat, 'deals');
  if (!await there(seat.page, '.part.now .row .button')) return;
  await press(seat, '.part.now .row .button');
  done.accepted++;
}

async function play(seat, place, step) {
  const { page } = seat;
  await answer(seat);
  if (/backstage/.test(step)) {
    if (place !== 1) await offerDeal(seat);
    await acceptDeals(seat);
  }
  if (/speech$/.test(step) && await doAct(seat, place % 2)) done.said++;
  if (/action$/.test(step) && await doAct(seat, place % 3)) done.acts++;
  if (/reflect$/.test(step) && place === 3) {
    await go(seat, 'journal');
    await page.locator('#journal').fill('Round note');
  }
  await ready(seat);
}

await check('they play every step to the end', async () => {
  for (let steps = 0; steps < 60; steps++) {
    const step = await stepOf(seats[0].page);
    if (/^debrief|^closed/.test(step)) return;
    await Promise.all(seats.map((seat, place) => play(seat, place, step).catch(async error => {
      await seat.page.screenshot({ path: shots + '/failed-' + seat.name + '.png' });
      throw new Error(seat.name + ' in ' + step + ': ' + error.message);
    })));
    await Promise.all(seats.map(seat => waitForStep(seat.page, step)));
  }
  throw new Error('the game did not end: ' + await stepOf(seats[0].page));
});

await check('acts, words and deals went through the page', () => {
  console.log(JSON.stringify(done));
  must(done.acts >= 4 && done.said >= 4 && done.deals >= 2, 'too little was done');
});

await check('everybody sees how it ended, in the own language', async () => {
  for (const seat of seats) {
    await go(seat, 'table');
    await seat.page.waitForSelector('.card.now h2');
    must(await seat.page.locator('svg.bar').count() >= 5, seat.name + ' sees no criteria');
    await seat.page.screenshot({ path: shots + '/end-' + seat.name + '.png', fullPage: true });
  }
  must(await seats[1].page.evaluate(() => document.documentElement.dir) === 'rtl', 'Arabic runs left to right');
});

await check('the seat at the window played along to the end, and every frame was well drawn', async () => {
  const code = await window.over;
  must(code === 0, 'exit ' + code + ': ' + window.said + window.steps);
  const played = JSON.parse(window.said);
  console.log(window.said.trim());
  must(played.ended && played.screen === 'end', 'no ending: ' + window.said);
  must(played.acts + played.said >= 4 && played.deals >= 1, 'too little was done: ' + window.said);
  must(played.findings === 0 && played.lost === 0, 'badly drawn: ' + window.said + window.steps);
});

await check('no page complained', () => seats.forEach(clean));

await browser.close();
await check('the host ends well', async () => { facilitator.close(); const code = await host.stop(); must(code === 0, 'exit ' + code + host.problems()); });
finish();
