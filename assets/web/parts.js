// assets/web/parts.js — words in the reader's language and the small pieces that pages are built of. Never: a connection, a rule.
import { html, svg, nothing } from './lit-html.js';

export { html, svg, nothing };

// --- Words ---

const SPOKEN = ['en', 'ar']; // languages this page itself speaks; all others read it in English
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'dv'];
const NAMES = {
  en: 'English', ar: 'العربية', de: 'Deutsch', es: 'Español', fr: 'Français', pt: 'Português', it: 'Italiano',
  nl: 'Nederlands', pl: 'Polski', ru: 'Русский', tr: 'Türkçe', fa: 'فارسی', bn: 'বাংলা', hi: 'हिन्दी', sw: 'Kiswahili',
  am: 'አማርኛ', uk: 'Українська', zh: '中文', ja: '日本語',
};
const words = {};
const spoken = {}, coming = {};

const base = code => String(code || '').toLowerCase().split(/[-_]/)[0];

export const nameOf = code => NAMES[base(code)] || code;
export const isRightToLeft = code => RIGHT_TO_LEFT.includes(base(code));
export const speaks = code => SPOKEN.includes(base(code));

export const hasWords = part => part in spoken;

// Loads the page's own words, part by part, and says whether all came; the game's own texts come finished from the host.
export async function loadWords(code, build, parts) {
  const lang = speaks(code) ? base(code) : 'en';
  const fetchPart = async part => {
    const answer = await fetch('/s/' + build + '/' + part + '.' + lang + '.json');
    if (!answer.ok) return;
    Object.assign(words, await answer.json());
    spoken[part] = lang;
  };
  // Asked for twice at once they come once; without the network the words at hand go on.
  await Promise.all(parts.filter(part => spoken[part] !== lang).map(part => {
    const name = part + '.' + lang;
    const over = () => { delete coming[name]; };
    return coming[name] || (coming[name] = fetchPart(part).then(over, over));
  }));
  document.documentElement.lang = code || 'en';
  document.documentElement.dir = isRightToLeft(code) ? 'rtl' : 'ltr';
  return parts.every(part => spoken[part] === lang);
}

// The sentence of this id with its {places} filled in.
export function say(id, args) {
  const text = words[id];
  if (text === undefined) return id;
  return args ? text.replace(/\{(\w+)\}/g, (all, name) => (name in args ? args[name] : all)) : text;
}

// Tenths as they are kept: 24 is "+2.4".
// The sign stays before its figure, whichever way the words run.
const withSign = (n, size) => '\u2066' + (n < 0 ? '−' : '+') + size + '\u2069';
export const tenths = n => withSign(n, Math.floor(Math.abs(n) / 10) + '.' + (Math.abs(n) % 10));
export const signed = n => withSign(n, Math.abs(n));

// --- Drawings: one colour, always beside a word ---

const ICONS = {
  access: 'M21 27 41 7M35 13l7 7M29 19l5 5M7 33a8 8 0 1 0 16 0a8 8 0 1 0-16 0',
  back: 'M30 9 15 24 30 39', base: 'M5 30l7-6h8l6 5-6 2m6-2 10-5 6 2-14 12H16L5 42M24 6v11M18 12l6-6 6 6',
  check: 'M8 26 19 37 40 12', clock: 'M24 12v12l9 5M5 24a19 19 0 1 0 38 0a19 19 0 1 0-38 0', close: 'M11 11 37 37M37 11 11 37',
  down: 'M24 8v31M11 27l13 13 13-13', elite: 'M6 16 24 6 42 16ZM6 41H42M12 20V36M24 20V36M36 20V36',
  envelope: 'M5 11H43V38H5ZM5 12 24 27 43 12', eye: 'M3 24l9-9 12-4 12 4 9 9-9 9-12 4-12-4ZM18 24a6 6 0 1 0 12 0a6 6 0 1 0-12 0',
  flag: 'M12 43V7H38L31 16 38 25H12', help: 'M14 15l2-6 5-3h6l6 4 1 7-5 6-5 4v4M24 39v2', knot: 'M4 24 14 13 34 35 44 24 34 13 14 35Z',
  know: 'M24 14 16 10H5V37H16L24 41 32 37H43V10H32ZM24 14V41', local: 'M5 23 24 7 43 23M10 20V41H38V20M20 41V29H28V41',
  lock: 'M10 22H38V42H10ZM15 22V14L19 8 24 6 29 8 33 14V22', mask: 'M5 14 15 11 24 14 33 11 43 14 41 28 34 35 24 28 14 35 7 28ZM14 21h2M32 21h2',
  meeting: 'M12 24H36L41 32H7ZM12 33V42M36 33V42M9 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M20 10a4 4 0 1 0 8 0a4 4 0 1 0-8 0M31 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
  minus: 'M9 24H39', money: 'M30 10l6 4 2 6v8l-2 6M20 22V34M16 25l4-3M8 28a12 12 0 1 0 24 0a12 12 0 1 0-24 0', next: 'M18 9 33 24 18 39',
  news: 'M6 9H36V41H10L6 37ZM36 19H42V37L38 41H34M13 18H29M13 26H29M13 34H23', pause: 'M19 16V32M29 16V32M5 24a19 19 0 1 0 38 0a19 19 0 1 0-38 0',
  peer: 'M6 24a11 11 0 1 0 22 0a11 11 0 1 0-22 0M20 24a11 11 0 1 0 22 0a11 11 0 1 0-22 0',
  people: 'M12 40 14 32 20 28H28L34 32 36 40M3 36 5 31 9 29M45 36 43 31 39 29M18 16a6 6 0 1 0 12 0a6 6 0 1 0-12 0M5 20a4 4 0 1 0 8 0M35 20a4 4 0 1 0 8 0',
  person: 'M8 42 11 32 18 28H30L37 32 40 42M16 15a8 8 0 1 0 16 0a8 8 0 1 0-16 0', plus: 'M24 9V39M9 24H39',
  public: 'M6 20H14L36 8V40L14 28H6ZM14 28l4 13h6L21 31M41 18l3 6-3 6', speech: 'M6 8H42V32H24L14 42V32H6ZM14 17H34M14 24H28',
  star: 'M24 5l6 13 14 1-11 10 4 14-13-8-13 8 4-14L4 19l14-1Z', up: 'M24 40V9M11 21 24 8 37 21', vote: 'M6 24H42V42H6ZM14 24V6H34V24M19 14l4 4 7-8',
  warn: 'M24 6 44 41H4ZM24 19V29M24 34v2', why: 'M17 19l1-4 4-3h5l4 4v4l-7 5v3M24 34v2M4 24a20 20 0 1 0 40 0a20 20 0 1 0-40 0',
};

const SAME = { locals: 'local', civic: 'flag', time: 'clock', voice: 'speech', evidence: 'check', story: 'person', fatigue: 'pause' }; // numbers that have the drawing of another thing
export const icon = (name, kind) => (SAME[name] ? icon(SAME[name], kind) : ICONS[name] ? html`<svg class="icon ${kind || 'sign-' + name}" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
  <path d=${ICONS[name]} /></svg>` : nothing);

// Each actor has one colour and one shape everywhere; the ninth and later ones are hollow.
const SHAPES = [
  'M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0', 'M5 5H19V19H5Z', 'M12 2 22 12 12 22 2 12Z', 'M12 3 22 20H2Z',
  'M7 3.5H17L22 12 17 20.5H7L2 12Z', 'M12 2l3 7 7 .5-5.500 4.500 2 7.500-6.500-4-6.500 4 2-7.500L2 9.500 9 9Z',
  'M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z', 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
];

export const mark = i => html`<svg class="mark actor${i % 8} ${i > 7 ? 'hollow' : ''}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <path d=${SHAPES[i % 8]} fill-rule="evenodd" /></svg>`;

// --- Pieces ---

export const card = (title, sign, body, kind) => html`<section class="card ${kind || ''}"><h2>${icon(sign)}<span>${title}</span></h2>${body}</section>`;
// A card that opens on demand; the first thing on a page stays open.
export const fold = (title, sign, body, open, kind) => html`<details class="card fold ${kind || ''}" ?open=${!!open}><summary><h2>${icon(sign)}<span>${title}</span></h2></summary>${body}</details>`;
export const note = text => (text ? html`<p class="note">${text}</p>` : nothing);
export const para = text => (text ? html`<p>${text}</p>` : nothing);
export const empty = text => html`<p class="note">${text}</p>`;
export const chip = (text, sign, kind) => (text ? html`<span class="chip ${kind || ''}">${icon(sign)}${text}</span>` : nothing);
export const chips = list => html`<p class="chips">${list}</p>`;
export const told = (label, text, sign, kind) => (text ? html`<p class="told ${kind || ''}">${icon(sign)}<span><b>${label}</b> ${text}</span></p>` : nothing);

// A closed button stays visible and says why; it can be reached, so that the reason is heard.
export const button = (label, act, more) => {
  const o = more || {};
  return html`<button type="button" class="button ${o.kind || ''}" id=${o.id || nothing} aria-disabled=${o.closed ? 'true' : nothing}
    aria-pressed=${o.pressed === undefined ? nothing : String(o.pressed)} aria-keyshortcuts=${o.key || nothing}
    @click=${event => { if (!o.closed) act(event); }}>
    ${o.sign ? icon(o.sign) : nothing}<span class="label"><span>${label}</span>${o.note ? html`<small>${o.note}</small>` : nothing}${o.closed
      ? html`<small class="closed">${icon('lock')}${o.closed}</small>` : nothing}</span></button>`;
};

// To another session of the case, for who found no part in this one.
export const moving = (app, second) => (second ? button(second.text, () => app.move(second.pin), { kind: 'primary' }) : nothing);

export const row = (...all) => html`<div class="row">${all}</div>`;

// Several of one: real radio buttons, so that arrows and screen readers know them.
export const radios = (name, title, options, value, pick, hide, close) => html`<fieldset class="choices"><legend class=${hide ? 'aside' : ''}>${title}</legend>
  <div class=${close ? 'close' : ''}>${options.map((o, i) => html`<label class="choice ${o.closed ? 'shut' : ''}"><input type="radio" name=${name} id=${name + '.' + i} .checked=${o.value === value}
    ?disabled=${!!o.closed} @change=${() => pick(o.value)}><span class="label"><span>${o.mark === undefined ? nothing : mark(o.mark)}${o.name}</span>${o.note
      ? html`<small>${o.note}</small>` : nothing}${o.closed ? html`<small class="closed">${icon('lock')}${o.closed}</small>` : nothing}</span></label>`)}</div>
</fieldset>`;

export const check = (id, label, value, pick, hint) => html`<label class="choice"><input type="checkbox" id=${id} .checked=${!!value}
  @change=${event => pick(event.target.checked)}><span class="label"><span>${label}</span>${hint ? html`<small>${hint}</small>` : nothing}</span></label>`;

export const stepper = (id, label, value, least, most, pick) => html`<div class="stepper" role="group" aria-labelledby=${id + '.l'}>
  <span id=${id + '.l'}>${label}</span>
  <button type="button" class="button small" aria-label=${say('less', { what: label })} aria-disabled=${value <= least ? 'true' : nothing}
    @click=${() => { if (value > least) pick(value - 1); }}>${icon('minus')}</button>
  <output>${value}</output>
  <button type="button" class="button small" aria-label=${say('more', { what: label })} aria-disabled=${value >= most ? 'true' : nothing}
    @click=${() => { if (value < most) pick(value + 1); }}>${icon('plus')}</button></div>`;

export const field = (id, label, value, most, type, o) => html`<div class="field"><label for=${id}>${label}</label>
  ${(o || {}).lines ? html`<textarea id=${id} dir="auto" rows=${o.lines} maxlength=${most} .value=${value || ''} @input=${event => type(event.target.value)}></textarea>`
    : html`<input id=${id} dir=${(o || {}).digits ? 'ltr' : 'auto'} maxlength=${most} .value=${value || ''} autocomplete=${(o || {}).fills || 'off'}
      inputmode=${(o || {}).digits ? 'numeric' : nothing} aria-describedby=${(o || {}).wrong ? id + '.w' : nothing} aria-invalid=${(o || {}).wrong ? 'true' : nothing}
      enterkeyhint="done" @input=${event => type(event.target.value)}>`}
  ${(o || {}).wrong ? html`<p class="wrong" id=${id + '.w'}>${icon('warn')}${o.wrong}</p>` : nothing}</div>`;

// --- Numbers: a band in words and five cells; the figure beside it when it is open ---

const cells = band => html`<span class="cells" aria-hidden="true">${[1, 2, 3, 4, 5].map(i => html`<i class=${i <= band ? 'on' : ''}></i>`)}</span>`;

let bands = {}, keys = {};

// The words of bands and the names of numbers, as the view brought them.
export function useNumbers(view) {
  bands = view.bands || {};
  keys = view.keys || {};
}

const bandWord = (n, kind) => n.w || (bands[n.k || kind || 'plain'] || [])[n.b - 1] || '';

// `why(cell, name)` is asked when the number is pressed.
export function number(name, is, why, sign, kind) {
  const n = is || {};
  const unknown = !n.b && n.n === undefined;
  const inside = html`${sign ? icon(sign) : nothing}<span class="name">${name}</span><span class="value">${n.b ? cells(n.b) : nothing}
    <span>${unknown ? say('unknown') : bandWord(n, kind)}${n.n === undefined ? nothing : html` <b>${n.n}</b>`}${n.d
      ? html` <small class=${n.d < 0 ? 'loss' : 'gain'}>${icon(n.d < 0 ? 'down' : 'up')}${signed(n.d)}</small>` : nothing}</span></span>`;
  return n.c === undefined || !why ? html`<p class="number">${inside}</p>`
    : html`<button type="button" class="number" @click=${() => why(n.c, name)}>${inside}${icon('why', 'dim')}</button>`;
}

// Named numbers by their keys.
export function numbers(all, why) {
  const list = Object.keys(all || {}).map(key => Object.assign({}, keys[key], all[key]));
  return list.length ? html`<div class="numbers">${list.map(one => number(one.name, one, why, one.icon))}</div>` : nothing;
}
export const nameOfNumber = (key, one) => one.name || (keys[key] || {}).name || key;

// --- Private things: shown while held ---

let held = '';

export function guard(id, label, body, draw) {
  const open = held === id;
  const show = on => { held = on ? id : ''; draw(); };
  const keys = event => event.key === ' ' || event.key === 'Enter';
  return html`<div class="guard"><button type="button" class="button hold" aria-expanded=${String(open)}
    @pointerdown=${() => show(true)} @pointerup=${() => show(false)} @pointercancel=${() => show(false)} @pointerleave=${() => { if (open) show(false); }}
    @contextmenu=${event => event.preventDefault()}
    @keydown=${event => { if (keys(event)) { event.preventDefault(); if (!event.repeat) show(true); } }}
    @keyup=${event => { if (keys(event)) { event.preventDefault(); show(false); } }} @blur=${() => { if (open) show(false); }}
    @click=${event => { if (!event.detail && !event.pointerType) show(!open); }}>${icon('eye')}<span class="label"><span>${label}</span></span></button>
    <div class="secret" aria-live="off">${open ? body : nothing}</div></div>`;
}

// --- Languages people may choose ---

export const languages = (app, codes) => (codes.length > 1
  ? radios('lang', say('language'), codes.map(code => ({ value: code, name: nameOf(code) })), app.lang, code => app.speak(code)) : nothing);
