// tests/web/test_web_vote.mjs — deciding by finger and by keys: points of a budget, a no with its reason, a text that is amended, ideas for a deal, a promise two people tell differently. Never: the rules.
import { openHost, openBrowser, openConsole, check, finish, must, shots } from './lib.mjs';
import { openSeat, join, go, there, until, tabTo, textOf, clean, stepOf, waitForStep } from './seats.mjs';

const browser = await openBrowser();

// A host of a case with so many people, begun.
async function play(pack, people) {
  const host = await openHost(pack, ['--seed', '3']), facilitator = await openConsole(host), seats = [];
  for (let i = 0; i < people; i++) {
    const seat = await openSeat(browser, host, { name: pack + ' ' + (i + 1), viewport: i ? { width: 1024, height: 768 } : { width: 390, height: 844 } });
    await join(seat);
    seats.push(seat);
  }
  const verb = async (name, args, words) => { const answer = await facilitator.verb(name, args, words); must(answer.t === 'ack', name + ': ' + JSON.stringify(answer)); };
  await verb('start', { now: 'now' });
  for (const seat of seats) await seat.page.waitForSelector('#ready');
  return { host, facilitator, seats, verb, end: async () => { seats.forEach(clean); for (const seat of seats) await seat.context.close(); facilitator.close(); await host.stop(); } };
}

// On from step to step until something is on this page.
async function untilThere(game, page, selector) {
  for (let i = 0; i < 40; i++) {
    if (await there(page, selector)) return;
    const step = await stepOf(page);
    await game.verb('next');
    await waitForStep(page, step);
  }
  throw new Error('never there: ' + selector + ' in ' + await stepOf(page));
}
const unfold = page => page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
const reads = (page, selector, wanted) => page.waitForFunction(([where, text]) => (document.querySelector(where) || { innerText: '' }).innerText.includes(text), [selector, wanted]);

await check('a budget: points go up by a press and down by keys, and what is left is told', async () => {
  const game = await play('tests/packs/spring-budget', 2), { page } = game.seats[0];
  const first = '[aria-labelledby^="spread."][aria-labelledby$=".0.l"]';
  await untilThere(game, page, first);
  const shows = n => page.waitForFunction(([where, wanted]) => Number(document.querySelector(where).innerText) === wanted, [first + ' output', n]);
  await reads(page, '.card.now .note', 'Points left: 10');
  for (let points = 1; points <= 3; points++) {
    await page.locator(first + ' button').last().click();
    await shows(points);
  }
  await reads(page, '.card.now .note', 'Points left: 7');
  await page.screenshot({ path: shots + '/budget-390.png' });
  await tabTo(page, first + ' button:nth-child(2)', true);
  await page.keyboard.press('Enter');
  await shows(2);
  await page.keyboard.press('Space');
  await shows(1);
  await reads(page, '.card.now .note', 'Points left: 9');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.screenshot({ path: shots + '/budget-1920.png', fullPage: true });
  await game.end();
});

await check('a consent: a no with its reason by keys, all read it, the text is amended once by a press', async () => {
  const game = await play('tests/packs/round-table', 3), [ann, ben] = game.seats;
  await untilThere(game, ann.page, '[id="vote.reason"]');
  await ann.page.locator('[id="vote.reason"]').fill('No cars past the door');
  await ann.page.screenshot({ path: shots + '/vote.png', fullPage: true });
  const no = '.card.now:has([id="vote.reason"]) .three .button:last-child';
  ann.page.keyboard.press('Shift+Tab');
  await tabTo(ann.page, no, true);
  await ann.page.keyboard.press('Enter');
  await ann.page.waitForFunction(where => document.querySelector(where).getAttribute('aria-pressed') === 'true', no);
  const voted = await stepOf(ann.page);
  await game.verb('next');
  await waitForStep(ann.page, voted);
  await go(ann, 'table');
  must(await ann.page.evaluate(where => document.querySelector(where).getAttribute('aria-pressed'), no) === 'true', 'the next step does not know the vote of this round');
  await untilThere(game, ben.page, 'p[dir=auto]');
  await unfold(ben.page);
  await reads(ben.page, 'main', 'No cars past the door');
  await ben.page.screenshot({ path: shots + '/vote-reason.png', fullPage: true });
  const way = '.card.now h2 + .list .button';
  await untilThere(game, ann.page, way);
  await unfold(ann.page);
  const text = await textOf(ann.page, way);
  await ann.page.locator(way).first().click();
  await ann.page.waitForFunction(where => document.querySelector(where).getAttribute('aria-pressed') === 'true', way);
  await ann.page.screenshot({ path: shots + '/amend.png', fullPage: true });
  must(text.trim().length > 5, 'an amendment without words');
  await game.end();
});

await check('an idea of the case fills the offer; accepted, and told differently by both, it waits for the facilitator', async () => {
  const game = await play('scenarios/riverside-link', 6), { seats } = game, [link] = seats;
  await until(game.facilitator, link.page, /backstage$/);
  await go(link, 'deals');
  await link.page.locator('#new_deal').click();
  await link.page.getByText('Ideas for a deal').click();
  await link.page.getByRole('button', { name: /Start small/ }).click();
  await link.page.waitForSelector('.promises li');
  const words = await textOf(link.page, '.promises');
  await link.page.screenshot({ path: shots + '/idea.png', fullPage: true });
  await link.page.locator('#send').click();
  await link.page.waitForFunction(() => !document.querySelector('.sheet'));
  let other = null;
  for (const seat of seats.slice(1)) {
    await go(seat, 'deals');
    if (!other && await there(seat.page, '.part.now')) other = seat;
  }
  must(other && words.length > 10, 'nobody got the offer');
  await other.page.locator('.part.now .row .button').first().click();
  await other.page.waitForFunction(() => !document.querySelector('.part.now'));
  const mark = name => '.promises .row .button:has-text("' + name + '")';
  await until(game.facilitator, link.page, /^r4\.news/); // an idea is due in the last round
  await go(link, 'deals');
  await go(other, 'deals');
  await link.page.locator(mark('It was kept')).first().click();
  await other.page.locator(mark('It was not kept')).first().click();
  await link.page.getByText('You two see it differently').waitFor();
  await link.page.screenshot({ path: shots + '/apart.png', fullPage: true });
  await game.end();
});

await browser.close();

finish();
