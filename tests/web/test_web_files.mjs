// tests/web/test_web_files.mjs — what is served to browsers: language level, style sheet, words, colours, nothing from outside. Never: opens a browser.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { check, finish, must, root } from './lib.mjs';

const folder = join(root, 'assets/web');
const text = name => readFileSync(join(folder, name), 'utf8');
const names = readdirSync(folder).filter(name => /\.(html|css|js|json)$/.test(name));
const scripts = names.filter(name => name.endsWith('.js'));
const lit = readFileSync(join(root, 'tests/web/node_modules/lit-html/lit-html.js'), 'utf8');

// The oldest browsers that are promised: Chrome 64, Safari 12, Firefox 60.
const NEWER = /\.(flat|flatMap|matchAll|replaceAll|at|fromEntries|allSettled|randomUUID|replaceChildren|toSorted)\(|structuredClone|globalThis|queueMicrotask|\binert\b|AbortController|IntersectionObserver/;
const UNSAFE = /\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|document\.cookie|unsafeHTML|import\(|\bstyle=|https?:\/\/|\bon[a-z]+="/;

for (const name of scripts) {
  await check(name + ' is written in ES2018', () => parse(text(name), { ecmaVersion: 2018, sourceType: 'module' }));
  await check(name + ' uses nothing newer, nothing unsafe, nothing from outside', () => {
    const newer = NEWER.exec(text(name)), unsafe = UNSAFE.exec(text(name));
    must(!newer, 'too new: ' + newer);
    must(!unsafe, 'not here: ' + unsafe);
  });
}
await check('lit-html is 2.8.0 and parses as ES2018', () => {
  parse(lit, { ecmaVersion: 2018, sourceType: 'module' });
  const about = JSON.parse(readFileSync(join(root, 'tests/web/node_modules/lit-html/package.json'), 'utf8'));
  must(about.version === '2.8.0', about.version);
});
await check('the gates find what is forbidden', () => {
  must(NEWER.test('[1].flat()') && UNSAFE.test('a.innerHTML = b') && UNSAFE.test('import("./x.js")') && UNSAFE.test('fetch("http://x")'), 'a gate lets things pass');
  let refused = false;
  try { parse('const a = b?.c;', { ecmaVersion: 2018, sourceType: 'module' }); } catch (e) { refused = true; }
  must(refused, 'ES2020 passes');
});
for (const page of names.filter(name => name.endsWith('.html'))) await check(page + ' has no inline script, style or handler', () => {
  const html = text(page);
  must(!/<script(?![^>]*\bsrc=)[^>]*>/.test(html) && !/<style|\sstyle=|\son[a-z]+=/.test(html), 'inline code');
  must(!/(src|href)="(?!\/s\/@BUILD@\/|data:,|#)/.test(html), 'something from elsewhere');
});

// --- Style sheet: an allow list of properties, functions and selectors ---

const PROPERTIES = new Set(`box-sizing font-family font-size font-weight font-style font line-height font-variant-numeric letter-spacing -webkit-text-size-adjust
  background background-color color border border-top border-top-style border-top-width border-bottom border-color border-style border-width border-radius border-collapse outline outline-offset
  margin margin-top margin-bottom margin-left padding padding-top padding-bottom width min-width max-width height min-height display flex flex-wrap
  align-items justify-content grid-template-columns grid-column-gap position top bottom left z-index overflow overflow-x overflow-wrap word-wrap white-space
  clip content list-style cursor text-align text-decoration vertical-align fill stroke stroke-width stroke-linecap stroke-linejoin transform transition
  scroll-padding accent-color color-scheme user-select -webkit-user-select -webkit-touch-callout touch-action`.split(/\s+/));
// Ignored where it is not known, and nothing is lost then.
const MAY_BE_IGNORED = new Set(['scroll-padding', 'accent-color', 'color-scheme']);

function rules(css) {
  const found = [];
  css.replace(/\/\*[^]*?\*\//g, '').replace(/@media[^{]+\{/g, '').replace(/([^{}]+)\{([^{}]*)\}/g, (all, selector, body) => {
    found.push({ selector: selector.trim(), body: body.split(';').map(one => one.trim()).filter(Boolean).map(one => [one.slice(0, one.indexOf(':')).trim(), one.slice(one.indexOf(':') + 1).trim()]) });
  });
  return found;
}
const css = rules(text('seat.css'));
await check('the style sheet has only properties old browsers know', () => {
  const unknown = css.flatMap(rule => rule.body.map(pair => pair[0])).filter(name => !name.startsWith('--') && !PROPERTIES.has(name));
  must(!unknown.length, 'not in the list: ' + unknown.join(', '));
  must(css.length > 100, 'the sheet was not read');
});
await check('values and selectors are old enough too', () => {
  const bad = css.filter(rule => /:(is|where|has)\(|:focus-within|::part/.test(rule.selector) || (/:focus-visible/.test(rule.selector) && rule.selector !== ':focus:not(:focus-visible)'));
  must(!bad.length, bad.map(rule => rule.selector).join(' | '));
  const values = css.flatMap(rule => rule.body).filter(pair => !MAY_BE_IGNORED.has(pair[0]) && /\b(clamp|min|max|color-mix|oklch)\(|\binset\(|dvh|\binline\b.*start|url\(/.test(pair[1]));
  must(!values.length, values.join(' | '));
});

// --- Words ---

const placeholders = one => (one.match(/\{\w+\}/g) || []).sort().join(' ');
const words = lang => Object.assign({}, JSON.parse(text('door.' + lang + '.json')), JSON.parse(text('play.' + lang + '.json')));
const english = words('en');
const langs = [...new Set(names.filter(name => /^door\..*\.json$/.test(name)).map(name => name.split('.')[1]))];
await check('there are English and Arabic', () => must(langs.includes('en') && langs.includes('ar'), langs.join(' ')));
for (const lang of langs) {
  await check('the words of ' + lang + ' are complete and ask for the same things', () => {
    const own = words(lang);
    const wrong = Object.keys(english).filter(id => own[id] === undefined || !own[id].trim() || placeholders(own[id]) !== placeholders(english[id]));
    const more = Object.keys(own).filter(id => english[id] === undefined);
    must(!wrong.length && !more.length, 'missing or different: ' + wrong.join(' ') + ' · unknown: ' + more.join(' '));
  });
  await check('no word of ' + lang + ' stands in both files', () => {
    const door = JSON.parse(text('door.' + lang + '.json')), play = JSON.parse(text('play.' + lang + '.json'));
    must(!Object.keys(door).some(id => id in play), 'twice');
  });
}
// The page knows no plurals: a number stands alone after its word, so no word has to bend to it.
for (const lang of langs) await check('no word of ' + lang + ' bends to a number', () => {
  const bends = one => /\{(count|points|left|n)\}[^\S\n]+\p{L}/u.test(one);
  must(bends('{count} lines') && !bends('Lines: {count}. More'), 'the gate is blind');
  const wrong = Object.keys(words(lang)).filter(id => bends(words(lang)[id]));
  must(!wrong.length, wrong.join(' '));
});
const all = scripts.map(text).join('\n');
await check('every word a script asks for by name is there', () => {
  const asked = [...all.matchAll(/say\('([a-z_0-9]+)'[,)]/g)].map(one => one[1]);
  const missing = asked.filter(id => english[id] === undefined);
  must(!missing.length && asked.length > 200, missing.join(' '));
});
await check('the first pages need only the first words', () => {
  const door = JSON.parse(text('door.en.json'));
  const asked = ['seat.js', 'door.js'].flatMap(name => [...text(name).matchAll(/say\('([a-z_0-9]+)'[,)]/g)].map(one => one[1]));
  const missing = asked.filter(id => door[id] === undefined);
  must(!missing.length, missing.join(' '));
});
await check('no word is left that nothing asks for', () => {
  const starts = [...all.matchAll(/say\('([a-z_]+_)' \+/g)].map(one => one[1]).concat(['voted_', 'says_', 'light_', 'guide_', 'team_']);
  const unused = Object.keys(english).filter(id => !all.includes("'" + id + "'") && !starts.some(start => id.startsWith(start)));
  must(!unused.length, unused.join(' '));
});

// --- Colours are those of the window ---

await check('the colours are those of the theme table', () => {
  const table = readFileSync(join(root, 'game/client/theme.def'), 'utf8');
  const sheet = text('seat.css'), blocks = [/:root \{([^}]+)\}/.exec(sheet)[1], /\[data-theme=dark\] \{([^}]+)\}/.exec(sheet)[1], /\[data-theme=high\] \{([^}]+)\}/.exec(sheet)[1]];
  let count = 0;
  for (const row of table.matchAll(/^COLOR\(\w+,\s*"(\w+)",\s*0x(\w+), 0x(\w+), 0x(\w+)\)/gm)) {
    const name = row[1].startsWith('actor_') ? '--c' + (row[1].slice(6) - 1) : '--' + row[1].replace('_', '-');
    [row[2], row[3], row[4]].forEach((color, theme) => {
      const own = new RegExp(name + ': #(\\w{6})').exec(blocks[theme]) || new RegExp(name + ': #(\\w{6})').exec(blocks[0]);
      must(own && own[1].toUpperCase() === color.toUpperCase(), name + ' of theme ' + theme + ' is not ' + color);
      count++;
    });
  }
  must(count >= 60, 'the table was not read');
});

finish();
