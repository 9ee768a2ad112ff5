// tests/web/test_web_deal.mjs — a deal of three by three phones: written pair by pair, accepted one after the other, seen by its parties alone. Never: the rules.
import { openHost, openBrowser, openConsole, check, finish, must, shots } from './lib.mjs';
import { openSeat, join, go, until, textOf, clean } from './seats.mjs';

const host = await openHost('riverside-link', ['--bots', '0', '--seed', '5']);
const browser = await openBrowser();
const facilitator = await openConsole(host);
const verb = async (name, args) => { const answer = await facilitator.verb(name, args); must(answer.t === 'ack', name + ': ' + JSON.stringify(answer)); };

const seats = [];
for (const name of ['one', 'two', 'three', 'four']) {
  const seat = await openSeat(browser, host, { name });
  await join(seat);
  seats.push(seat);
}
const [one, two, three, four] = seats, { page } = one;
await verb('start', { now: 'now' });
await page.waitForSelector('#ready'); // a page that lags behind would be led past the step
await until(facilitator, page, /r1\.backstage$/);
// Everybody is in the list of whom to propose to but oneself: the one name a seat does not read is its own.
for (const seat of seats) {
  await go(seat, 'deals');
  await seat.page.locator('#new_deal').click();
  await seat.page.waitForSelector('[name="deal.with"]');
  seat.others = await seat.page.evaluate(() => [...document.querySelectorAll('[name="deal.with"]')].map(input => input.closest('label').innerText.trim()));
  await seat.page.keyboard.press('Escape');
  await seat.page.waitForFunction(() => !document.querySelector('.sheet'));
}
const everybody = new Set([].concat(...seats.map(seat => seat.others)));
seats.forEach(seat => { seat.actor = [...everybody].find(name => !seat.others.includes(name)); });
// The deal of three on a page.
const deal = seat => seat.page.locator('.part:has(.between .who ~ .who ~ .who)');

await check('two have the form they had; of more each pair is picked, and all that is given is told', async () => {
  await page.locator('#new_deal').click();
  await page.locator('label:has([name="deal.with"])', { hasText: two.actor }).click();
  must(await page.locator('.pair').count() === 0, 'two are asked who gives');
  await page.getByText('More than two parties').click();
  await page.locator('label:has([id^="deal.more."])', { hasText: three.actor }).click();
  const pair = page.locator('.pair', { hasText: three.actor + ' gives ' + two.actor }); // neither is who writes it
  await pair.locator('summary').click();
  await pair.locator('.stepper button:last-child:not([aria-disabled])').first().click();
  await pair.locator('.stepper [aria-valuenow="1"], .stepper input, .stepper output').first().waitFor();
  await page.getByText('And a promise?').click();
  await page.locator('[name="deal.kind"]').nth(1).click();
  await page.locator('[id="deal.words"]').fill('We keep the three desks together');
  await page.locator('[name="deal.by"]').nth(2).click();
  must(/promises/.test(await textOf(page, '.sheet')), 'the third is not named');
  await page.screenshot({ path: shots + '/three.png', fullPage: true });
  await page.locator('#send').click();
  await page.waitForFunction(() => !document.querySelector('.sheet')).catch(async error => { throw new Error(await textOf(page, '.sheet') + error); });
  await deal(one).waitFor();
});

await check('each of the others accepts for itself; it waits until all have', async () => {
  const state = () => deal(one).innerText();
  for (const [seat, word] of [[two, 'offered'], [three, 'agreed']]) {
    await deal(seat).waitFor();
    await deal(seat).locator('.row .button').first().click();
    await deal(seat).locator('.row .button').first().waitFor({ state: 'detached' });
    if (word === 'offered') await deal(seat).getByRole('button', { name: 'Decline' }).waitFor(); // a yes can still become a no
    if (word === 'agreed') await deal(one).filter({ hasText: word }).waitFor();
    must((await state()).includes(word), await state());
    await seat.page.screenshot({ path: shots + '/' + word + '.png', fullPage: true });
  }
});

await check('nobody else sees it', async () => {
  await until(facilitator, four.page, /r1\.action$/);
  await go(four, 'deals');
  must(await deal(four).count() === 0 && !/three desks/.test(await textOf(four.page, 'main')), 'a stranger reads it');
});

await check('no page complained', () => seats.forEach(clean));
await browser.close();
await host.stop();
finish();
