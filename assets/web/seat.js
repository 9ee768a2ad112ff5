// assets/web/seat.js — the page of one seat: what is kept while it is open, coming in, colours and size. The game's own pages follow in play.js. Never: a rule; it draws what the host sent.
import { render, html } from './lit-html.js';
import { say, loadWords, hasWords } from './parts.js';
import { Link, kept, chance } from './link.js';
import { takeFragment, codePage, joinPage, waitingPage, replacedPage, endedPage, loadingPage, coverPage } from './door.js';

const root = document.documentElement;
const build = root.dataset.build;
const SAVE_MS = 2000;
const SENT_MOST = 16;
const CLEAR_MS = 60, SAY_MS = 700; // a reader notices a text that was away
const AGAIN_MS = [500, 1000, 2000, 4000, 8000, 15000, 30000]; // what broke off on the way is fetched again, later each time

const forms = kept.get('forms') || {};
const drafts = kept.get('drafts') || {};
const look = Object.assign({ size: 100, theme: 'auto', still: false, letters: true }, kept.get('look'));
const tapped = {}, toSay = { polite: [], urgent: [] };
let due = false;
let fetched = false, broken = false; // play.js is asked for; it or what it brings broke off
let pages = null, play = null; // what play.js brings: draw, changed, state; in use once their words are here

function sayNext(where) {
  const at = document.getElementById(where), waits = toSay[where];
  at.textContent = '';
  setTimeout(() => { at.textContent = waits[0]; }, CLEAR_MS);
  setTimeout(() => {
    waits.shift();
    if (waits.length) sayNext(where);
  }, SAY_MS);
}

export const app = {
  build, tab: 'table', sheet: null, found: null, waits: null, code: kept.get('code') || '', wrong: '', saved: 'yes', lang: kept.get('lang') || (navigator.language || 'en').split('-')[0], view: { moves: [] },

  // --- Drawing ---

  draw() {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { if (due) paint(); });
  },
  // What was typed a moment ago counts when something is sent.
  flush() {
    if (due) paint();
  },
  set(more, fields) {
    Object.assign(app, more);
    Object.assign(forms, fields);
    app.draw();
  },
  focusTitle() { app.set({ focus: true }); },

  // --- Forms and words: kept until they are sent, also when the page closes ---

  form: (key, otherwise) => (forms[key] === undefined || forms[key] === null ? otherwise : forms[key]),
  put(key, value) {
    forms[key] = value;
    kept.set('forms', forms);
    app.set({ wrong: '' });
  },
  clearForm(start) {
    Object.keys(app.formOf(start)).forEach(key => delete forms[key]);
    kept.set('forms', forms);
  },
  formOf(start) {
    const part = {};
    Object.keys(forms).forEach(key => { if (key.startsWith(start)) part[key] = forms[key]; });
    return part;
  },
  restore(form) {
    Object.assign(forms, form);
    kept.set('forms', forms);
  },
  draft: key => drafts[key] || '',
  write(key, text) {
    drafts[key] = text;
    clearTimeout(app.saving);
    app.saving = setTimeout(app.save, SAVE_MS);
    app.set({ saved: 'no' });
  },
  // The device keeps it first; the host keeps it too.
  save() {
    clearTimeout(app.saving);
    if (app.saved !== 'no') return;
    app.set({ saved: kept.set('drafts', drafts) ? 'yes' : 'never' });
    app.sendDrafts();
  },
  sendDrafts() {
    if (app.link.state === 'live') Object.keys(drafts).forEach(key => app.link.send({ t: 'draft', key, text: drafts[key] }));
  },
  // What was pressed stays pressed in its step; a vote for the whole round.
  span: key => { const now = app.view.now || {}; return (/^vote/.test(key) ? now.round : now.at) + '/' + key; },
  tap(key, value) { tapped[app.span(key)] = value; app.draw(); },
  tapped: key => tapped[app.span(key)],

  // --- Acts ---

  act(name, args, words, done) {
    app.set({ message: null });
    const sheet = app.sending;
    const fits = app.link.act(name, args, words, (answer, good) => {
      if (good && sheet) app.sent(app.sent().concat(Object.assign(sheet, { id: answer.id })));
      if (good && done) done();
      if (good && answer.text) app.say(answer.text);
      else if (good && sheet) app.aloud('polite', say('is_sent', { what: sheet.title }));
      if (!good) app.refused(answer);
      app.draw();
    });
    if (!fits) app.set({ message: { text: say('too_many'), kind: 'wrong' } });
  },
  // Sheets as they were sent, for as long as this page is open; `undone`: those that came back, unsent work again.
  sent(list) {
    if (list) sessionStorage.setItem('convene.sent', JSON.stringify({ of: app.link.token, list: list.slice(-SENT_MOST) }));
    const all = JSON.parse(sessionStorage.getItem('convene.sent') || '{}');
    return all.of === app.link.token && all.list || [];
  },
  undone(list) {
    if (list) {
      kept.set('undone', list);
      app.draw();
    }
    return kept.get('undone') || [];
  },
  refused(answer) {
    app.set({ message: { text: answer.text || say('refused'), kind: 'wrong' }, joining: false, focusMessage: true });
  },
  say(text) {
    app.set({ message: { text, kind: 'good' } });
    app.aloud('polite', text);
  },
  // One polite place to be heard, and one for "your turn" and "paused"; what comes at once is said one after another.
  aloud(where, text) {
    const waits = toSay[where];
    if (where === 'urgent') waits.splice(1); // a step that is over is not told late
    waits.push(text);
    if (waits.length === 1) sayNext(where);
  },

  // --- Coming in ---

  look(pin) {
    const qr = app.fragment && app.fragment.pin === pin ? app.fragment.qr : '';
    app.asked = qr ? { pin, qr } : { pin };
    app.link.send(Object.assign({ t: 'lookup' }, app.asked));
  },
  // The only thing that takes a place. The same id again meets the same place.
  join() {
    if (app.joining) return;
    const cid = kept.get('cid') || chance(16);
    const consent = Object.keys(forms).filter(key => key.startsWith('consent.') && forms[key]).map(key => key.slice(8));
    kept.set('cid', cid);
    app.set({ joining: true, wrong: '' });
    const claim = Object.assign({ t: 'claim', cid, as: app.form('as', 'play'), name: app.form('name', ''), lang: app.lang, consent }, app.asked, kept.get('was') ? { token: kept.get('was') } : {});
    kept.set('claim', claim);
    if (!app.link.send(claim)) app.set({ joining: false, wrong: say('waiting_link') });
  },
  move(pin) {
    app.asked = { pin };
    app.joining = false;
    app.join();
  },
  enter(code) {
    const cid = kept.get('cid') || chance(16);
    kept.set('cid', cid);
    app.link.send({ t: 'code', cid, code });
  },
  reset() {
    kept.set('cid', null);
    kept.set('claim', null);
    app.asked = null;
    app.set({ found: null, wrong: '', joining: false }, { pin: '' });
  },
  // Leaves this device empty; the place itself stays until the facilitator gives it away.
  leave() {
    app.link.leave();
    kept.forget();
    sessionStorage.removeItem('convene.sent');
    const left = kept.places()[0];
    if (left) {
      app.passTo(left.n);
      return;
    }
    [forms, drafts].forEach(all => Object.keys(all).forEach(key => delete all[key]));
    app.set({ found: null, asked: null, fragment: null, waits: null, code: '', tab: 'table', sheet: null, leaving: false, ended: '', saved: 'yes', view: { moves: [] }, message: null });
    app.link.useHere();
  },

  // Another person of this phone: the page begins anew, behind a cover.
  passTo(n) {
    app.save();
    kept.use(n);
    sessionStorage.setItem('convene.cover', '1');
    location.reload();
  },
  uncover() {
    sessionStorage.removeItem('convene.cover');
    app.set({ focus: true });
  },
  places: () => kept.places(),
  room: () => kept.free(),

  // --- How it looks and speaks ---

  async speak(code) {
    app.lang = code;
    kept.set('lang', code);
    app.link.lang = code;
    if (app.link.token) app.link.send({ t: 'lang', lang: code });
    else if (app.asked) app.link.open();
    await app.words();
  },
  // The page's own words. What broke off on the way is fetched again.
  async words() {
    app.draw();
    const whole = await loadWords(app.lang, build, fetched ? ['door', 'play'] : ['door']);
    clearTimeout(app.worded);
    app.missed = whole ? 0 : (app.missed || 0) + 1;
    if (!whole) app.worded = setTimeout(app.words, pause(app.missed - 1));
    if (pages && !play && hasWords('play')) {
      play = pages;
      if (app.link.sections.now) play.changed();
    }
    app.draw();
  },
  dress(more) {
    Object.assign(look, more);
    if (more) kept.set('look', look);
    dress();
    app.draw();
  },
  get size() { return look.size; },
  get theme() { return look.theme; },
  get still() { return look.still; },
  get letters() { return look.letters; },

  // The pages of the game, which come after the first ones.
  bring(made) {
    sessionStorage.removeItem('convene.again');
    pages = made;
    app.words();
  },
};

// --- The rest of the page is fetched while the first is read ---

const policy = window.trustedTypes ? trustedTypes.createPolicy('convene', { createScriptURL: name => '/s/' + build + '/' + name.replace(/[^a-z.]/g, '') }) : null;

function fetchPlay() {
  if (fetched) return;
  fetched = true;
  broken = false;
  const script = document.createElement('script');
  script.type = 'module';
  script.src = policy ? policy.createScriptURL('play.js') : '/s/' + build + '/play.js';
  script.onerror = () => {
    broken = true;
    fetched = false;
    script.remove();
    beginAnew();
  };
  document.head.appendChild(script);
  app.words();
}

const pause = tries => AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)];

// A browser remembers a module that broke off: the page begins anew while the line stands. The place and what was typed are kept.
function beginAnew() {
  const tries = +sessionStorage.getItem('convene.again');
  clearTimeout(app.anew);
  if (!broken || !app.link.token) return;
  app.anew = setTimeout(() => {
    if (app.link.state !== 'live') return;
    sessionStorage.setItem('convene.again', tries + 1);
    app.save();
    location.reload();
  }, pause(tries));
}

// --- Colours, size, movement ---

const dark = matchMedia('(prefers-color-scheme: dark)'), strong = matchMedia('(prefers-contrast: more)');

function dress() {
  root.dataset.theme = look.theme !== 'auto' ? look.theme : strong.matches ? 'high' : dark.matches ? 'dark' : 'light';
  root.dataset.size = look.size;
  root.dataset.still = look.still ? 'yes' : 'no';
}

// --- What is on the screen ---

function lonePage() {
  const link = app.link;
  if (sessionStorage.getItem('convene.cover')) return coverPage(app);
  if (link.state === 'replaced') return replacedPage(app);
  if (link.state === 'ended') return endedPage(app);
  const waits = (app.view.seat || {}).role === 'waits';
  if (link.token) return app.view.now && play && !waits ? null : app.waits || waits ? waitingPage(app) : loadingPage(app);
  if (!app.welcome) return loadingPage(app);
  return app.waits ? waitingPage(app) : app.found ? joinPage(app) : codePage(app);
}

function paint() {
  due = false;
  if (!hasWords('door')) return; // nothing is drawn before
  const place = document.getElementById('page'), lone = lonePage();
  app.alone = !!lone;
  if (lone) {
    document.title = 'Convene';
    render(html`<main id="main" class="lone">${lone}</main>`, place);
  } else {
    play.draw(place);
    if (!app.began) performance.mark('first-state');
    app.began = true;
  }
  focusAfter();
}

function focusAfter() {
  const at = document.getElementById(app.focusMessage ? 'message' : 'title');
  if ((app.focus || app.focusMessage) && at) {
    at.blur(); // a heading that had the focus before is read again
    at.focus({ preventScroll: !app.focusMessage });
    if (app.focus) scrollTo(0, 0);
  }
  app.focus = app.focusMessage = false;
}

// --- What comes from the host ---

const HEARD = {
  welcome(message) {
    app.welcome = message;
    if (message.build && message.build !== build && !sessionStorage.getItem('convene.reload')) {
      sessionStorage.setItem('convene.reload', '1');
      app.save();
      location.reload();
    }
  },
  async found(message) {
    const langs = message.langs || [], first = !app.found;
    fetchPlay();
    if (!langs.includes(app.lang)) {
      const wish = (navigator.languages || ['en']).map(code => code.split('-')[0]);
      await app.speak(wish.find(code => langs.includes(code)) || langs[0] || 'en');
    }
    app.set({ found: message, wrong: '', focus: first });
  },
  seated(message) {
    kept.set('claim', null);
    kept.set('seat', message.seat);
    if (message.seat_code) kept.set('code', app.code = message.seat_code);
    app.set({ joining: false, waits: { why: message.state === 'waiting' ? 'seat' : '' }, focus: true });
    app.link.send({ t: 'lang', lang: app.lang });
    fetchPlay();
  },
  waiting(message) { app.set({ waits: message, joining: false }); },
  refused(message) {
    if (app.view.now && app.link.token) app.refused(message);
    else {
      kept.set('claim', null);
      app.set({ wrong: message.text || say('refused'), joining: false, waits: null, focus: true });
    }
  },
  // What the host kept of unfinished words comes back; what stands on this device is newer.
  saved(message) {
    if (message.text && drafts[message.key] === undefined) drafts[message.key] = message.text;
    app.draw();
  },
  notice(message) {
    const text = message.text || say(message.key || 'notice');
    app.set({ message: { text, kind: 'told' } });
    app.aloud(message.level === 'info' ? 'polite' : 'urgent', text);
  },
};

// Said at once after the greeting, not after its answer: a slow line has one way less to go.
function greeted() {
  const code = app.asked || app.fragment, claim = kept.get('claim');
  if (claim) app.link.send(claim); // who waits at the door goes on waiting
  else if (code) app.look(code.pin);
}

function heardState(state, about) {
  if (state === 'ended') app.ended = about;
  if (state === 'greeting' && !app.link.token) greeted();
  if (play) play.state(state);
  if (state === 'live') {
    if (app.lost) app.aloud('polite', say('connected'));
    app.lost = false;
    sessionStorage.removeItem('convene.reload');
    app.sendDrafts();
    if (broken) beginAnew();
    else if (app.link.token) fetchPlay();
    app.words();
  }
  if (state === 'backoff' && app.view.now && !app.lost) {
    app.lost = true;
    app.aloud('polite', say('place_safe'));
  }
  app.draw();
}

function start() {
  dress();
  [dark, strong].forEach(query => (query.addEventListener ? query.addEventListener('change', dress) : query.addListener(dress)));
  app.fragment = takeFragment();
  const hear = {
    state: heardState,
    changed() {
      app.waits = null;
      if (play) play.changed();
    },
    told: message => { if (HEARD[message.t]) HEARD[message.t](message); },
  };
  app.link = new Link(hear, build);
  app.link.lang = app.lang;
  if (app.link.token) fetchPlay();
  app.link.open(); // while the words come
  loadWords(app.lang, build, ['door']).then(app.words);
  addEventListener('pagehide', app.save);
  document.addEventListener('visibilitychange', () => { if (document.hidden) app.save(); });
}

start();
