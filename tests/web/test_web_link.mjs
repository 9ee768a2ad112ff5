// tests/web/test_web_link.mjs — the first load, what a fetch may do, and coming back: offline, frozen, reloaded, another device, a host that was killed. Never: the rules.
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import http from 'node:http';
import { parse } from 'acorn';
import { openHost, openBrowser, openConsole, check, finish, must, root } from './lib.mjs';
import { openSeat, join, stepOf, there, go, doAct, ready, clean } from './seats.mjs';

const host = await openHost('riverside-link', ['--bots', '2', '--seed', '11']);
const browser = await openBrowser();
const facilitator = await openConsole(host);

const fetchRaw = path => new Promise((resolve, reject) => {
  http.get(host.url + path, { headers: { 'accept-encoding': 'gzip', host: host.url.slice(7) } }, answer => {
    const parts = [];
    answer.on('data', part => parts.push(part));
    answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts) }));
  }).on('error', reject);
});

// Everything the page asked for until the last of these is there, in bytes as they went over the wire.
async function loaded(page, last, act) {
  const seen = new Map();
  page.on('response', answer => { if (answer.url().startsWith(host.url)) seen.set(answer.url(), answer); });
  await act();
  await page.waitForFunction(names => names.every(name => performance.getEntriesByType('resource').some(one => one.name.endsWith('/' + name) && one.responseEnd > 0)), last);
  let bytes = 0;
  for (const url of seen.keys()) bytes += (await fetchRaw(new URL(url).pathname)).bytes.length;
  return { count: seen.size, bytes, urls: [...seen.keys()] };
}

await check('the first load is at most 30 KB in at most 12 requests', async () => {
  const page = await (await browser.newContext()).newPage();
  const load = await loaded(page, ['seat.js', 'door.js', 'link.js', 'parts.js', 'lit-html.js', 'seat.css', 'door.en.json'], async () => { await page.goto(host.url + '/'); await page.waitForSelector('#pin'); });
  console.log('first load: ' + load.bytes + ' bytes in ' + load.count + ' requests');
  must(load.bytes <= 30 * 1024 && load.count <= 12 && load.count >= 6, load.urls.join('\n'));
  const all = await loaded(page, ['play.js', 'table.js', 'meet.js', 'deals.js', 'own.js', 'play.en.json'], async () => { await page.locator('#pin').fill(host.join_code); await page.keyboard.press('Enter'); await page.waitForSelector('#join'); });
  console.log('with the pages of the game: ' + (load.bytes + all.bytes) + ' bytes in ' + (load.count + all.count) + ' requests');
  const folder = new URL(load.urls.find(url => url.endsWith('/seat.js'))).pathname.replace('seat.js', '');
  const words = async lang => (await fetchRaw(folder + 'door.' + lang + '.json')).bytes.length + (await fetchRaw(folder + 'play.' + lang + '.json')).bytes.length;
  const arabic = load.bytes + all.bytes - await words('en') + await words('ar');
  console.log('the same in Arabic: ' + arabic + ' bytes');
  must(Math.max(load.bytes + all.bytes, arabic) <= 60 * 1024, 'everything together is over the hard limit');
  await page.context().close();
});

await check('every file is served compressed, named by its build, and only what is in the table', async () => {
  const page = await fetchRaw('/j'), build = /\/s\/([^/]+)\/seat\.js/.exec(gunzipSync(page.bytes).toString())[1];
  must(page.headers['content-encoding'] === 'gzip' && /script-src 'self'/.test(page.headers['content-security-policy']), 'no policy');
  must(!page.headers['set-cookie'], 'a cookie');
  for (const name of ['seat.js', 'play.js', 'lit-html.js', 'seat.css', 'play.ar.json']) {
    const file = await fetchRaw('/s/' + build + '/' + name);
    must(file.status === 200 && file.headers['content-encoding'] === 'gzip' && /immutable/.test(file.headers['cache-control']), name);
  }
  for (const path of ['/seat.js', '/s/' + build + '/README.md', '/s/' + build + '/../dev', '/s/x/seat.js']) must((await fetchRaw(path)).status === 404, path);
});

// Remarks and indents are left out on the way: what is run must be what was written.
const meaning = text => JSON.stringify(parse(text, { ecmaVersion: 2018, sourceType: 'module' }), (key, value) => (key === 'start' || key === 'end' ? undefined
  : typeof value === 'string' ? value.replace(/\s*\n\s*/g, '\n') : value));
await check('scripts mean the same as they are written', async () => {
  const page = await fetchRaw('/j'), build = /\/s\/([^/]+)\/seat\.js/.exec(gunzipSync(page.bytes).toString())[1];
  for (const name of ['link.js', 'seat.js', 'door.js', 'parts.js', 'play.js', 'table.js', 'meet.js', 'deals.js', 'own.js', 'check.js']) {
    const served = gunzipSync((await fetchRaw('/s/' + build + '/' + name)).bytes).toString(), own = readFileSync(root + '/assets/web/' + name, 'utf8');
    must(served.length < own.length && !/\/\/ [A-Z]/.test(served) && meaning(served) === meaning(own), name);
  }
});

await check('styles and words mean the same as they are written', async () => {
  const html = await fetchRaw('/j'), build = /\/s\/([^/]+)\/seat\.css/.exec(gunzipSync(html.bytes).toString())[1];
  const both = async name => [gunzipSync((await fetchRaw('/s/' + build + '/' + name)).bytes).toString(), readFileSync(root + '/assets/web/' + name, 'utf8')];
  const page = await (await browser.newContext()).newPage();
  const rules = text => page.evaluate(css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); return [...sheet.cssRules].map(rule => rule.cssText); }, text);
  const [served, own] = await both('seat.css'), [read, written] = [await rules(served), await rules(own)];
  must(served.length < own.length && written.length > 100 && JSON.stringify(read) === JSON.stringify(written), read.find((rule, i) => rule !== written[i]));
  for (const name of ['door.en.json', 'door.ar.json', 'play.en.json', 'play.ar.json']) {
    const [words, all] = await both(name);
    must(words.length < all.length && JSON.stringify(JSON.parse(words)) === JSON.stringify(JSON.parse(all)), name);
  }
  await page.context().close();
});

await check('the page that tries out a phone says that it works, and takes no place', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(host.url + '/check');
  await page.waitForFunction(() => /This phone works/.test(document.body.innerText));
  must(await page.evaluate(() => Object.keys(localStorage).length) === 0, 'something stayed');
  await page.context().close();
});

const seat = await openSeat(browser, host, { name: 'first' });
const { page } = seat;

await check('the code leaves the address bar, and fetching takes no place', async () => {
  await page.waitForSelector('#join');
  must(await page.evaluate(() => location.hash === '' && !/\d{6}/.test(location.href.slice(location.href.indexOf('/', 8)))), await page.url());
  const paths = ['/', '/j', '/check', '/board', '/console', '/api/1/health', '/s/x/seat.js'];
  for (let i = 0; i < 100; i++) await Promise.all(paths.map(fetchRaw));
  must(await page.evaluate(() => !localStorage['convene.token']), 'a place was taken without the button');
  await join(seat);
  must(await page.evaluate(() => JSON.parse(localStorage['convene.token']).length === 22), 'no place after the button');
});

const others = [];
await check('the seats are numbered without gaps after a hundred fetches', async () => {
  for (const name of ['second', 'third', 'fourth']) {
    const other = await openSeat(browser, host, { name });
    await join(other);
    others.push(other);
  }
  await facilitator.verb('start', { now: 'now' });
  await page.waitForSelector('#ready');
  must(await page.locator('.count').innerText() === '0 of 4 ready', 'other places were taken: ' + await page.locator('.count').innerText());
});

await check('only the place and unsent work are kept, no cookie', async () => {
  const keys = await page.evaluate(() => Object.keys(localStorage).sort().join(' '));
  must(/^(convene\.(token|device|code|seat|place|count|claim|out|forms|drafts|undone|lang|look|was) ?)+$/.test(keys), keys);
  must((await seat.context.cookies()).length === 0, 'cookies');
});

// All seats go on to a step; those left out go on by the facilitator.
async function until(wanted) {
  for (let i = 0; i < 30 && !wanted.test(await stepOf(page)); i++) {
    const was = await stepOf(page);
    await facilitator.verb('next');
    await page.waitForFunction(old => { const at = document.querySelector('main[data-step]'); return at && at.dataset.step !== old; }, was);
  }
}

await check('offline: readable, acts wait and are sent once, drafts stay', async () => {
  await until(/action$/);
  await go(seat, 'journal');
  await page.locator('#journal').fill('A thought nobody else reads');
  must(await page.locator('#saved').innerText() === 'Not saved yet.', 'not said that it is not saved');
  await seat.context.setOffline(true);
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await page.waitForFunction(() => /safe/.test((document.querySelector('.expected') || {}).innerText));
  await go(seat, 'table');
  must(await page.locator('.clause').count() > 0, 'nothing to read offline');
  const act = page.locator('.act:not([aria-disabled=true])').first();
  await act.click();
  await page.waitForSelector('#send');
  must(await there(page, '#send[aria-disabled=true]'), 'sending offers itself offline');
  await page.keyboard.press('Escape');
  await seat.context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.waitForFunction(() => !/safe/.test((document.querySelector('.expected') || {}).innerText));
  await go(seat, 'journal');
  must(await page.locator('#journal').inputValue() === 'A thought nobody else reads', 'the draft is gone');
  await page.waitForFunction(() => document.querySelector('#saved') && document.querySelector('#saved').innerText === 'Draft saved.');
});

await check('an act whose answer was lost is sent again and happens once', async () => {
  await go(seat, 'table');
  const before = await page.locator('.plan li').count();
  await page.evaluate(() => { // the socket takes the act, and its answer never comes
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (text) {
      send.call(this, text);
      if (text.includes('"t":"cmd"')) { WebSocket.prototype.send = send; this.onmessage = null; setTimeout(() => this.close(), 300); }
    };
  });
  await page.locator('.act:not([aria-disabled=true])').first().click();
  await page.locator('#send').click();
  await page.waitForFunction(() => !document.querySelector('.sheet'), null, { timeout: 20000 });
  await page.waitForFunction(n => document.querySelectorAll('.plan li').length === n + 1, before);
  must(await page.evaluate(() => localStorage['convene.out'] === '[]'), 'the act still waits');
});

await check('a frozen page wakes with a fresh view in under two seconds', async () => {
  const cdp = await seat.context.newCDPSession(page);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  const was = await stepOf(others[0].page);
  await facilitator.verb('next');
  await others[0].page.waitForFunction(old => { const at = document.querySelector('main[data-step]'); return at && at.dataset.step !== old; }, was);
  const now = await stepOf(others[0].page);
  await new Promise(resolve => setTimeout(resolve, 1500));
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await page.waitForFunction(step => document.querySelector('main[data-step]')?.dataset.step === step, now, { timeout: 5000 });
});

await check('a reload keeps the seat and the place in the game', async () => {
  const name = await page.evaluate(() => document.title);
  await page.reload();
  await page.waitForSelector('.tabs');
  must(await page.evaluate(() => document.title) === name && await page.evaluate(() => JSON.parse(localStorage['convene.token']).length === 22), 'another seat');
});

await check('a second tab of the same seat takes over, and "Use here" takes it back', async () => {
  const second = await seat.context.newPage();
  await second.goto(host.url + '/');
  await second.waitForSelector('.tabs');
  await page.waitForSelector('#use_here');
  await page.locator('#use_here').click();
  await page.waitForSelector('.tabs');
  await second.waitForSelector('#use_here');
  await second.close();
});

await check('the seat code opens the same seat on another phone', async () => {
  const code = await page.evaluate(() => JSON.parse(localStorage['convene.code']));
  must(/^\d{8}$/.test(code), code);
  const phone = await openSeat(browser, host, { typed: true, name: 'other phone' });
  await phone.page.waitForSelector('#pin');
  await phone.page.getByRole('button', { name: 'I have a seat code' }).click();
  await phone.page.locator('#pin').pressSequentially(code);
  await phone.page.keyboard.press('Enter');
  await phone.page.waitForSelector('.tabs');
  await page.waitForSelector('#use_here');
  await phone.context.close();
  await page.locator('#use_here').click();
  await page.waitForSelector('.tabs');
});

await check('the first seat can be left and the device is empty then', async () => {
  const last = others.pop();
  await go(last, 'help');
  await last.page.getByRole('button', { name: 'Leave on this phone' }).click();
  await last.page.getByRole('button', { name: 'Leave and forget' }).click();
  await last.page.waitForSelector('#pin');
  must(await last.page.evaluate(() => !localStorage['convene.token'] && !localStorage['convene.forms']), 'something stayed');
  clean(last);
});

await check('two people share a phone, with a cover between them', async () => {
  await go(seat, 'help');
  await page.getByRole('button', { name: 'Somebody else joins here' }).click();
  await page.waitForSelector('#cover');
  must(!/You are/.test(await page.locator('body').innerText()), 'something of the first person is seen');
  await page.locator('#cover').click();
  await page.waitForSelector('#pin');
  await page.locator('#pin').pressSequentially(host.join_code);
  await page.keyboard.press('Enter');
  await join(seat);
  const first = await page.evaluate(() => localStorage['convene.token']), second = await page.evaluate(() => localStorage['convene.1.token']);
  must(first && second && first !== second, 'not two places');
  await page.evaluate(() => { sessionStorage['convene.cover'] = '1'; localStorage['convene.place'] = '0'; });
  await page.reload();
  await page.waitForSelector('#cover');
  await page.locator('#cover').click();
  await page.waitForSelector('.tabs');
  must(await page.evaluate(() => localStorage['convene.token']) === first, 'the first place is lost');
});

await check('no page complained', () => [seat, ...others].forEach(clean));

await check('the host is killed and comes back: everybody is where they were', async () => {
  const was = await stepOf(page);
  host.child.removeAllListeners('exit');
  host.child.kill('SIGKILL');
  await page.waitForFunction(() => /safe/.test((document.querySelector('.expected') || {}).innerText));
  const again = await openHost('', ['--port', String(host.port)], host.session);
  await page.waitForFunction(() => !/safe/.test((document.querySelector('.expected') || {}).innerText), null, { timeout: 20000 });
  must(await stepOf(page) === was, 'another step: ' + await stepOf(page));
  must(await there(page, '.top.paused'), 'the session should stand still');
  await again.stop();
});

await browser.close();
finish();
