// tests/web/test_web_pseudo.mjs — every screen in languages nobody speaks: longer words with accents, and the same from right to left; nothing is clipped, and no word escapes translation. Never: the rules.
import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { openHost, openBrowser, openConsole, check, finish, must, shots, root } from './lib.mjs';
import { probe } from './probe.mjs';
import { openSeat, join, go, until } from './seats.mjs';

const host = await openHost('riverside-link', ['--bots', '2', '--seed', '5']);
const browser = await openBrowser();
const facilitator = await openConsole(host);

// --- The languages: every word of the page, and every text of the host, made longer by two fifths and marked ---

// Runs in the page too. A text keeps its {places}; signs of the language stand at its two ends.
const makePseudo = () => {
  const FROM = 'aceinouyACEINOU', TO = 'àçéîñôûýÀÇÉÎÑÔÛ';
  window.pseudo = text => {
    const longer = text.replace(/\{\w+\}|[a-z]/gi, one => (one.length > 1 ? one : TO[FROM.indexOf(one)] || one));
    const more = 'ōƒ mørę wörds '.repeat(9).slice(0, Math.ceil(text.length * 2 / 5)).trim();
    return text.trim() ? '⟦' + longer + (more ? ' ' + more : '') + '⟧' : text;
  };
  const NOT_WORDS = /^(t|id|at|state|lang|langs|key|k|icon|kind|do|of|h|code|token|as|seat_code|why_id|build|server|scope|role|board|pin|qr|url|from|caps|consent|plural|cut|gone)$/;
  const walk = (value, key, inWords) => {
    if (typeof value === 'string') return inWords && !NOT_WORDS.test(key) && /[^\d\s:.,%()+−-]/.test(value) ? window.pseudo(value) : value;
    if (Array.isArray(value)) return value.map(one => walk(one, key, inWords));
    if (!value || typeof value !== 'object') return value;
    return Object.keys(value).reduce((all, name) => { all[name] = walk(value[name], name.split('/').filter(part => !/^\d+$/.test(part)).pop() || key, inWords); return all; }, {});
  };
  const words = ['view', 'delta', 'because', 'forecast', 'refused', 'notice', 'found', 'waiting', 'ack'];
  const own = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    get() { return own.get.call(this); },
    set(act) {
      own.set.call(this, act && (event => {
        const message = JSON.parse(event.data);
        Object.keys(message.h || {}).forEach(name => { message.h[name] = '0'; }); // fingerprints are of the texts as they were
        act({ data: JSON.stringify(words.includes(message.t) ? walk(message, '', true) : message) });
      }));
    },
  });
};

const sandbox = {};
new Function('window', 'WebSocket', '(' + makePseudo.toString() + ')()')(sandbox, class { set onmessage(x) {} get onmessage() { return null; } });
const pageWords = part => {
  const all = JSON.parse(readFileSync(path(root, 'assets/web', part + '.en.json'), 'utf8'));
  return JSON.stringify(Object.keys(all).reduce((made, id) => { made[id] = sandbox.pseudo(all[id]); return made; }, {}));
};

async function openPseudo(rightToLeft) {
  const seat = await openSeat(browser, host, { name: rightToLeft ? 'ar-XB' : 'en-XA', before: makePseudo, viewport: { width: 390, height: 844 }, typed: true, words: pageWords });
  seat.rightToLeft = rightToLeft;
  return seat;
}

// --- What a screen must hold to ---

// Words on the screen that no language touched. Figures, signs, names of languages and what a person typed are nobody's words.
const escaped = page => page.evaluate(() => {
  const found = [], walker = document.createTreeWalker(document.getElementById('page'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue.trim(), at = walker.currentNode.parentElement;
    const whole = (at.closest('button, p, h1, h2, h3, h4, li, label, dt, dd, th, td, legend, summary, small') || at).textContent;
    if (/\p{L}{2}/u.test(text) && !/[⟦⟧]/.test(text) && !/[⟦]/.test(whole) && !/^(English|العربية|Tab|Enter|Esc|F1.*|[A-Z ]+|\? F1|1–9)$/.test(text) && !/^(TEXTAREA|NOSCRIPT)$/.test(at.tagName)) found.push(text.slice(0, 60));
  }
  return found;
});

async function look(seat, name) {
  const { page } = seat, found = [];
  for (const [width, letters] of [[320, 100], [320, 150], [390, 100], [1024, 100]]) {
    await page.setViewportSize({ width, height: 844 });
    await page.evaluate(([rtl, size]) => { document.documentElement.dir = rtl ? 'rtl' : 'ltr'; document.documentElement.dataset.size = size; }, [seat.rightToLeft, letters]);
    found.push(...(await probe(page)).map(one => width + ' ' + letters + ' %: ' + one));
    if (width === 320 && letters === 100) await page.screenshot({ path: shots + '/pseudo-' + name + '-' + seat.name + '.png', fullPage: true });
  }
  await page.evaluate(() => { document.documentElement.dataset.size = 100; });
  found.push(...(await escaped(page)).map(one => 'not translated: ' + one));
  return found.map(one => seat.name + ' ' + name + ' ' + one);
}

const seen = new Set();
async function screen(name, all) {
  await check('in no language: ' + name, async () => {
    seen.add(name);
    const found = (await Promise.all(all.map(seat => look(seat, name)))).flat();
    must(!found.length, [...new Set(found)].slice(0, 12).join('\n'));
  });
}

const two = [await openPseudo(false), await openPseudo(true)];
const [first] = two;
const both = act => Promise.all(two.map(act));
const openAll = ({ page }) => page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
const openSheet = async (seat, selector) => { await seat.page.locator(selector).first().click(); await seat.page.waitForSelector('.sheet #title'); };
const closeSheet = async ({ page }) => { await page.keyboard.press('Escape'); await page.waitForFunction(() => !document.querySelector('.sheet')); };

await check('the mark is found, and what lacks it', async () => {
  must(sandbox.pseudo('Join {name} now').includes('{name}') && sandbox.pseudo('Yes').length >= 6, 'no pseudo language');
  await first.page.waitForSelector('#pin');
  await first.page.evaluate(() => { const one = document.createElement('p'); one.id = 'plant'; one.textContent = 'raw.id'; document.getElementById('page').append(one); });
  must((await escaped(first.page)).includes('raw.id'), 'a raw text passes');
  await first.page.evaluate(() => document.getElementById('plant').remove());
});
await screen('code', two);
await both(async ({ page }) => { await page.locator('#pin').fill(host.join_code); await page.keyboard.press('Enter'); await page.waitForSelector('#join'); });
await screen('join', two);
for (const seat of two) await join(seat);
await both(seat => seat.page.waitForSelector('.tabs'));
await facilitator.verb('start', { now: 'now' });
await both(seat => seat.page.waitForSelector('#ready'));
await both(openAll);
await screen('brief', two);
await both(seat => go(seat, 'help'));
await screen('help', two);
await both(seat => go(seat, 'table'));
const lead = async wanted => { await until(facilitator, first.page, wanted); const step = await first.page.evaluate(() => document.querySelector('main[data-step]').dataset.step); await two[1].page.waitForFunction(at => document.querySelector('main[data-step]').dataset.step === at, step); };
await lead(/news$/);
await screen('news', two);
await lead(/backstage$/);
await both(seat => go(seat, 'deals'));
await screen('deals', two);
await both(seat => openSheet(seat, '#new_deal'));
await both(openAll);
await screen('deal-sheet', two);
await both(closeSheet);
await both(seat => openSheet(seat, '#new_coalition'));
await screen('coalition-found', two);
await both(closeSheet);
await lead(/speech$/);
await both(openAll);
await screen('meeting', two);
await both(seat => openSheet(seat, '.act:not([aria-disabled=true])'));
await both(seat => seat.page.waitForFunction(() => document.querySelectorAll('.sheet form h2').length > 0));
await screen('act-sheet', two);
await both(closeSheet);
await lead(/action$/);
await both(openAll);
await screen('action', two);
await both(seat => openSheet(seat, 'button.number'));
await both(seat => seat.page.waitForFunction(() => !document.querySelector('.busy')));
await screen('why', two);
await both(closeSheet);
await lead(/reflect$/);
await screen('reflect', two);
await both(seat => go(seat, 'journal'));
await screen('journal', two);
await both(seat => go(seat, 'table'));
await facilitator.verb('end');
await both(seat => seat.page.waitForSelector('svg.bar'));
await both(openAll);
await screen('end', two);

console.log(seen.size + ' screens in two languages at four sizes');
await check('no page complained', () => two.forEach(seat => must(!seat.problems.length, seat.problems.join('\n'))));
await browser.close();
await host.stop();
finish();
