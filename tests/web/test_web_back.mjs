// tests/web/test_web_back.mjs — what a person finds when coming back: a digest after sleep, acts that an undo took back, a stand-in; and in the debrief what was shared. Never: the rules.
import { openHost, openBrowser, openConsole, check, finish, must, shots } from './lib.mjs';
import { openSeat, join, there, go, until, textOf, clean } from './seats.mjs';

const host = await openHost('riverside-link', ['--bots', '2', '--seed', '5']);
const browser = await openBrowser();
const facilitator = await openConsole(host);
const verb = async (name, args, words) => { const answer = await facilitator.verb(name, args, words); must(answer.t === 'ack', name + ': ' + JSON.stringify(answer)); return answer; };

const one = await openSeat(browser, host, { name: 'one' }), two = await openSeat(browser, host, { name: 'two', lang: 'ar', viewport: { width: 320, height: 640 } });
const { page } = one;
await join(one);
await join(two);
await verb('start', { now: 'now' });
await page.waitForSelector('#ready');

// The page believes it is hidden, as when the phone sleeps with its connection open.
const sleep = on => page.evaluate(hidden => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}, on);

await check('awake from step to step there is no digest', async () => {
  await until(facilitator, page, /action$/);
  must(!await there(page, '#got_it'), 'a digest without having been away');
});

await check('an act in a sheet that the facilitator undoes comes back as it was filled in, to its own seat', async () => {
  await page.locator('.act:not([aria-disabled=true])').first().click();
  await page.waitForSelector('.sheet #send');
  const title = await textOf(page, '.sheet h1'), choices = page.locator('.sheet fieldset').first().locator('input[type=radio]:not([disabled])');
  const many = await choices.count();
  if (many > 1) await choices.nth(many - 1).click();
  const chosen = await page.evaluate(() => [...document.querySelectorAll('.sheet input:checked')].map(input => input.id).join(' '));
  await page.locator('#send').click();
  await page.waitForFunction(() => !document.querySelector('.sheet') && document.querySelector('.plan li'));
  await verb('undo', { n: 1 });
  const card = page.locator('.card.now', { hasText: 'Your acts came back' });
  await card.waitFor();
  must((await card.innerText()).includes(title), 'not named: ' + await card.innerText());
  must(!await there(page, '.plan li'), 'it stands on the list still');
  await two.page.waitForSelector('main[data-step]');
  must(!await two.page.evaluate(() => sessionStorage['convene.sent'] || localStorage['convene.undone']), 'another seat got it');
  await page.screenshot({ path: shots + '/undone.png' });
  await page.reload();
  await card.waitFor();
  await card.getByRole('button', { name: 'Look at it and send' }).click();
  await page.waitForSelector('.sheet #send');
  must(await page.evaluate(() => [...document.querySelectorAll('.sheet input:checked')].map(input => input.id).join(' ')) === chosen, 'filled in differently');
  await page.locator('#send').click();
  await page.waitForFunction(() => document.querySelector('.plan li'));
  must(await card.count() === 0, 'the draft stays after it was sent');
});

await check('what came back can be dropped, and leaving forgets it', async () => {
  await verb('undo', { n: 1 });
  const card = page.locator('.card.now', { hasText: 'Your acts came back' });
  await card.getByRole('button', { name: 'Drop it' }).click();
  await card.waitFor({ state: 'detached' });
  must(await page.evaluate(() => localStorage['convene.undone']) === '[]', 'it is kept');
});

await check('after sleep: what went on, what is asked now; one press and it is gone', async () => {
  if (await there(page, '#got_it')) await page.locator('#got_it').click();
  await sleep(true);
  await until(facilitator, two.page, /reflect$/);
  await sleep(false);
  await page.waitForSelector('#got_it');
  const text = await textOf(page, 'main > .card');
  must(/While you were away/.test(text) && /Now:/.test(text), text);
  const asked = await textOf(page, '.expected');
  must(text.includes(asked), 'not what is asked of me: ' + asked + ' in ' + text);
  must(await page.locator('main > .card li').count() > 0, 'nothing happened meanwhile');
  must(await page.locator('.since').count() === 1, 'the news stand there twice');
  await page.screenshot({ path: shots + '/away.png', fullPage: true });
  await page.locator('#got_it').click();
  await page.waitForFunction(() => !document.querySelector('#got_it'));
});

await check('a promise that is due stands in the digest', async () => {
  await until(facilitator, page, /r2\.backstage$/);
  await go(one, 'deals');
  await page.locator('#new_deal').click();
  const other = (await two.page.evaluate(() => JSON.parse(localStorage['convene.seat'])));
  must(other === 2, 'another seat');
  await page.locator('[name="deal.with"]').first().click();
  await page.getByText('And a promise?').click();
  await page.locator('[name="deal.kind"]').nth(1).click();
  await page.locator('[id="deal.words"]').fill('A seat for parents');
  await page.locator('#send').click();
  await page.waitForFunction(() => !document.querySelector('.sheet')).catch(async error => { throw new Error(await textOf(page, '.sheet') + error); });
  await go(two, 'deals');
  await two.page.locator('.part.now .row .button').first().click();
  await two.page.waitForFunction(() => !document.querySelector('.part.now'));
  await sleep(true);
  await until(facilitator, two.page, /r3\.action$/);
  await sleep(false);
  await page.waitForSelector('#got_it');
  must(/Due from you:/.test(await textOf(page, 'main > .card')), await textOf(page, 'main > .card'));
  await page.screenshot({ path: shots + '/due.png', fullPage: true });
});

await check('a stand-in plays: the page says so, and one comes back by a button', async () => {
  await verb('standin', { seat: 1, policy: 'persona' });
  await page.getByText('A stand-in plays for you').waitFor();
  await page.screenshot({ path: shots + '/stand-in.png', fullPage: true });
  await page.getByRole('button', { name: 'I am back' }).click();
  await until(facilitator, two.page, /resolution$/);
  await page.getByText('A stand-in played for you').waitFor();
  await page.screenshot({ path: shots + '/stood-in.png', fullPage: true });
});

await check('looking back: the case asks, a prompt goes into the entry, an entry can be shared later', async () => {
  await until(facilitator, page, /reflect$/);
  await go(one, 'journal');
  const prompt = page.getByRole('button', { name: 'Who changed your mind this round? Did you notice at the time?' });
  await prompt.click();
  await page.waitForFunction(() => document.activeElement.id === 'journal');
  must((await page.locator('#journal').inputValue()).startsWith('Who changed your mind'), 'the prompt is not there');
  await page.locator('#journal').pressSequentially('The Circle');
  await page.getByRole('button', { name: 'Keep this entry' }).click();
  await page.waitForSelector('.entry');
  await page.locator('.entry summary').first().click();
  await page.locator('.entry').first().getByRole('button', { name: 'The whole group' }).click();
  await page.waitForFunction(() => /The whole group/.test((document.querySelector('.entry small') || {}).innerText));
  await two.page.locator('[id="tab.journal"]').click();
  await two.page.getByText('The Circle').waitFor();
  await page.screenshot({ path: shots + '/journal-share.png', fullPage: true });
  await go(one, 'table');
});

await check('in the debrief nothing more is shown than what was shared, item by item', async () => {
  await verb('end');
  await page.waitForSelector('svg.bar');
  must(await page.locator('table').count() === 0 && !/Timeline/.test(await textOf(page, 'main')), 'shown without being shared');
  await verb('debrief', { what: 'share', n: 4 });
  await page.locator('table').waitFor();
  await page.getByText('What did Link pay for access, and to whom?').waitFor();
  await verb('debrief', { what: 'view', n: 1 });
  await page.getByText('where did the story turn?').waitFor();
  await verb('debrief', { what: 'step', n: 2 });
  await page.getByText('Part 2 of 7').waitFor();
  const kept = page.getByText('What each kept to itself'), why = page.getByText('Why the computer');
  must(await kept.count() + await why.count() === 0, 'what each kept to itself is told before the facts');
  await verb('debrief', { what: 'step', n: 3 });
  await page.getByText('Part 3 of 7').waitFor();
  must(await kept.count() + await why.count() === 0, 'told before the facilitator opened it');
  await verb('mandate', { what: 'open', team: 'parents' });
  await kept.waitFor();
  const told = page.locator('.card', { hasText: 'What each kept to itself' }).locator('li');
  must(await told.count() === 1, 'more is told than the one team that was opened');
  await verb('mandate', { what: 'open' });
  await told.nth(3).waitFor();
  await why.waitFor();
  await page.screenshot({ path: shots + '/debrief.png', fullPage: true });
  await verb('debrief', { what: 'unshare', n: 4 });
  await page.locator('table').waitFor({ state: 'detached' });
});

await check('one can check oneself; the answer is told with its reason', async () => {
  await go(one, 'journal');
  await page.getByText('Questions: 7').click();
  await page.locator('[id="quiz.0.0"]').click();
  await page.getByText('Look again: A resource that others need').waitFor();
  await page.locator('[id="quiz.0.1"]').click();
  await page.locator('.note.good', { hasText: 'Yes.' }).waitFor();
  await page.screenshot({ path: shots + '/quiz.png', fullPage: true });
});

await check('no page complained', () => [one, two].forEach(clean));
await browser.close();
await host.stop();
finish();
