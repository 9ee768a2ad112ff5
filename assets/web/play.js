// assets/web/play.js — the frame around the game's pages: status line, phases, tabs, the one primary act, sheets, keys, and what is heard aloud. Never: a rule.
import { render } from './lit-html.js';
import { html, nothing, say, icon, note, button, moving, useNumbers } from './parts.js';
import { whole } from './link.js';
import { app } from './seat.js';
import { tablePage, actSheet, listOf, awayCard, goneAway, noticeAway, takeUndone, undoneCard } from './table.js';
import { meetPage } from './meet.js';
import { dealsPage, dealSheet, coalitionSheet } from './deals.js';
import { briefPage, journalPage, observePage, endPage, helpPage, shownCard, notesOf, keepNotes } from './own.js';

const TABS = { play: ['table', 'meet', 'deals', 'journal'], observe: ['table', 'observe', 'journal'] };
const TAB_ICONS = { table: 'flag', meet: 'meeting', deals: 'knot', journal: 'know', observe: 'eye' };
const SHEETS = { act: actSheet, deal: dealSheet, coalition: coalitionSheet, why: whySheet };
// What a sheet keeps under these names while it is filled in.
const FORMS = { act: sheet => sheet.id + '.', deal: () => 'deal.', coalition: () => 'found.' };
const LETTERS = { t: 'table', m: 'meet', d: 'deals', j: 'journal', o: 'observe', '?': 'help' };

// --- Where one is ---

Object.assign(app, {
  go(tab) {
    app.save();
    app.set({ tab, sheet: null, message: null, focus: true });
  },
  openAct(move, o) {
    if (o && o.target >= 0) app.put(move.id + '.target', o.target);
    app.openSheet('act', move.id);
  },
  openSheet(kind, id) {
    app.back = (document.activeElement || {}).id;
    app.set({ sheet: { kind, id }, message: null, focus: true });
  },
  closeSheet() {
    const back = app.back;
    app.set({ sheet: null });
    app.focusOn(back || 'title');
  },
  typing() {
    const at = document.activeElement || {};
    return /^(INPUT|TEXTAREA)$/.test(at.tagName) && !/^(radio|checkbox)$/.test(at.type);
  },
  focusOn(id) {
    app.draw();
    requestAnimationFrame(() => requestAnimationFrame(() => { (document.getElementById(id) || document.getElementById('title') || document.body).focus(); }));
  },
  isBrief: () => app.view.now.state === 'brief' || app.view.now.state === 'lobby',
  notes: () => notesOf(app.view),
  keepNotes: () => keepNotes(app.view),
  why(cell, name) {
    app.causes = null;
    app.whyName = name;
    app.openSheet('why', cell);
    app.link.ask({ t: 'why', of: String(cell) }, answer => app.set({ causes: answer.lines || [] }));
  },
});

const observes = () => !app.view.me || app.view.me.actor === undefined;
const tabs = () => TABS[observes() ? 'observe' : 'play'];
const ended = () => !!(app.view.end || {}).reached;

// --- The frame ---

function clock(now) {
  if (!now.ends && now.left === undefined) return nothing;
  const ms = now.left !== undefined ? now.left : now.ends - Date.now() - (app.link.skew || 0);
  const seconds = Math.max(0, Math.round(ms / 1000));
  const text = Math.floor(seconds / 60) + ':' + (seconds % 60 < 10 ? '0' : '') + (seconds % 60);
  return html`<span class="clock ${now.closing ? 'care' : ''}">${icon('clock')}<span dir="ltr">${text}</span></span>`;
}

const phaseBar = now => (now.state === 'running' ? html`<ol class="phases">${now.phases.map((one, i) => html`<li class=${i < now.phase ? 'past' : i === now.phase ? 'here' : ''}
  aria-current=${i === now.phase ? 'step' : nothing}><span>${one.name}</span></li>`)}</ol>` : nothing);

function statusLine(view) {
  const now = view.now, off = app.link.state !== 'live' && app.link.state !== 'asleep', mark = say(off ? 'reconnecting' : 'connected');
  return html`<header class="top ${now.paused ? 'paused' : ''}"><div class="bar"><p class="phase"><b>${now.name}</b>${now.round ? html` <span>${say('round_of', now)}</span>` : nothing} ${clock(now)}</p>
    <span class="link ${off ? 'off' : ''}" role="img" aria-label=${mark} title=${mark}></span>
    ${button(say('help'), () => app.go(app.tab === 'help' ? 'table' : 'help'), { sign: 'help', kind: 'quiet help', id: 'help', key: 'F1' })}</div>${phaseBar(now)}
    <p class="expected">${now.paused ? html`${icon('pause')}<b>${say('paused')}</b> ` : now.closing ? html`<b class="care">${say('closing')}</b> ` : nothing}${off ? html`<b>${say('place_safe')}</b> ` : nothing}${now.paused ? nothing : (view.asked || {}).expected} ${moving(app, (view.seat || {}).second)}
    ${app.link.waits() > (off ? 0 : 1) ? html` <span class="care">${say('waits_to_send', { count: app.link.waits() })}</span>` : nothing}</p></header>`;
}

const waitsOn = {
  table: view => listOf(view, 'asked', 'choices').some(one => one.mine && !one.answered),
  meet: view => !!(view.meet || {}).open,
  deals: view => ['deals', 'proposals'].some(name => listOf(view, 'back', name).some(one => one.waits)),
  journal: view => !!(view.asked || {}).reflect,
  observe: () => false,
};

const tabBar = view => html`<nav class="tabs" aria-label=${say('tabs')}>${tabs().map(tab => html`<button type="button" id=${'tab.' + tab} aria-current=${app.tab === tab ? 'page' : nothing}
  @click=${() => app.go(tab)}>${icon(TAB_ICONS[tab])}<span>${say('tab_' + tab)}</span>${!ended() && waitsOn[tab](view) ? html`<i class="dot"></i><span class="aside">${say('something_waits')}</span>` : nothing}</button>`)}</nav>`;

// One primary act: ready, or ready taken back. A sheet has its own.
function primary(view) {
  const now = view.now, asked = view.asked || {};
  const closed = now.paused ? say('paused') : app.link.state === 'live' || app.link.state === 'asleep' ? '' : say('waiting_link');
  const count = now.of ? html`<span class="count">${say('ready_count', { done: now.sent || 0, of: now.of })}</span>` : nothing;
  const act = observes() ? nothing : asked.ready ? button(say('change'), () => app.act('seat.not_done', {}), { id: 'ready', closed })
    : asked.may_be_ready ? button(say('ready'), () => app.act('seat.done', {}), { kind: 'primary', id: 'ready', sign: 'check', closed }) : nothing;
  return app.sheet || (count === nothing && act === nothing) ? nothing : html`<div class="primary-row">${count}${act}</div>`;
}

const messageLine = () => (app.message ? html`<p class="message ${app.message.kind}" id="message" tabindex="-1">
  ${icon(app.message.kind === 'wrong' ? 'warn' : app.message.kind === 'told' ? 'speech' : 'check')}<span>${app.message.text}</span></p>` : nothing);

// --- Sheets: a second place beside the page, or instead of it on a small screen ---

function whySheet() {
  const lines = app.causes;
  return {
    title: say('why_title', { number: app.whyName }),
    body: !lines ? html`<p class="busy">${say('one_moment')}</p>` : lines.length ? html`<ul class="causes">${lines.map(line => html`<li><span>${line.text}</span><small>${say('round', { round: line.r })}</small></li>`)}</ul>`
      : html`<p>${say('why_nothing')}</p>`,
  };
}

let shown = {}; // the sheet as it is drawn now

function send(event) {
  event.preventDefault();
  app.flush();
  if (shown.closed || !shown.send) return;
  app.sending = { kind: app.sheet.kind, of: app.sheet.id, title: shown.title, form: app.formOf(FORMS[app.sheet.kind](app.sheet)) };
  shown.send();
  app.sending = null;
}

function drawSheet(sheet) {
  const closed = sheet.closed || (app.view.now.paused ? say('paused') : '') || (app.link.state === 'live' || app.link.state === 'asleep' ? '' : say('waiting_link'));
  shown = { closed, send: sheet.send, title: sheet.title };
  return html`<section class="sheet" aria-labelledby="title"><div class="bar"><h1 id="title" tabindex="-1">${sheet.title}</h1>
    ${button(say('close'), () => app.closeSheet(), { sign: 'close', kind: 'quiet', id: 'close' })}</div>${messageLine()}
    <form @submit=${send} novalidate>${sheet.body}${sheet.hint || sheet.send ? html`<div class="send">${note(sheet.hint)}${sheet.send
      ? html`<button type="submit" class="button primary" id="send" aria-disabled=${closed ? 'true' : nothing}><span class="label"><span>${sheet.label}</span>${closed
        ? html`<small class="closed">${icon('lock')}${closed}</small>` : nothing}</span></button>` : nothing}</div>` : nothing}</form></section>`;
}

// --- Which page ---

const both = (a, b) => ({ left: html`${a.left}${b.left}`, right: html`${a.right}${b.right}` });
const PAGES = { help: helpPage, journal: journalPage, observe: observePage, meet: meetPage, deals: dealsPage };

function pageOf(view) {
  if (PAGES[app.tab]) return PAGES[app.tab](view, app);
  if (ended()) return endPage(view, app);
  if (observes()) return view.meet && view.meet.open ? both(meetPage(view, app), tablePage(view, app)) : tablePage(view, app);
  return app.isBrief() ? both(briefPage(view, app), tablePage(view, app)) : tablePage(view, app);
}

// The heading that has the focus at the start of a step names it.
function titleOf() {
  const { now } = app.view, tab = say('tab_' + app.tab);
  if (app.tab === 'table' && ended()) return say('end');
  if (app.tab === 'table' && app.isBrief()) return say('brief');
  return now.state === 'running' && (app.tab === 'table' || app.tab === 'meet') ? tab + ': ' + now.name : tab;
}

function draw(place) {
  useNumbers(app.view); // before any page is made of them
  const view = app.view, make = app.sheet && SHEETS[app.sheet.kind], sheet = make ? make(view, app) : null;
  if (!sheet) app.sheet = null;
  const page = pageOf(view);
  document.title = titleOf() + ' · ' + (view.now.title || 'Convene');
  render(html`<a class="skip" href="#main" @click=${skip}>${say('skip')}</a>${statusLine(view)}<main id="main" class=${sheet ? 'with-sheet' : ''} data-step=${view.now.at}>
    ${sheet ? nothing : html`<h1 tabindex="-1" id="title" class="aside">${titleOf()}</h1>${messageLine()}${app.tab === 'table' || app.tab === 'meet' ? html`${awayCard(view, app)}${undoneCard(view, app)}` : nothing}${app.tab === 'table' ? shownCard(view) : nothing}`}
    <div class="columns"><div class="left">${page.left}</div><div class="right">${sheet ? drawSheet(sheet) : page.right}</div></div></main>
    <footer class="bottom">${primary(view)}${tabBar(view)}</footer>`, place);
}

function skip(event) {
  event.preventDefault();
  document.getElementById('title').focus();
}

// --- What a new view means: a new step is said aloud and shown from its heading ---

let heardStep = '', heardPause = false, heardClosing = false;

function changed() {
  const view = app.view = whole(app.link.sections), now = view.now || {}, asked = view.asked || {};
  if (!view.now) return;
  if (now.lang && now.lang !== app.lang) {
    app.lang = now.lang;
    app.words();
  }
  if (now.paused && !heardPause) {
    app.aloud('urgent', say('paused'));
  } else if (heardPause && !now.paused && now.at === heardStep) {
    app.aloud('polite', say('goes_on') + ' ' + (asked.expected || ''));
  } else if (now.at !== heardStep) {
    const turn = asked.may_be_ready && !asked.ready && heardStep;
    const step = now.step || now.name, ends = /[.?!؟]$/.test(step) ? ' ' : '. ';
    app.aloud(turn ? 'urgent' : 'polite', (turn ? say('your_turn') + ' ' : '') + step + ends + (asked.expected || ''));
    if (heardStep) newStep(view);
    else if (view.meet && view.meet.open) app.tab = 'meet';
  }
  if (now.closing && !heardClosing) app.aloud('polite', say('closing'));
  noticeAway(view, !document.hidden);
  takeUndone(view, app);
  heardClosing = !!now.closing;
  heardStep = now.at;
  heardPause = !!now.paused;
  app.draw();
}

// Who was asleep or without a connection is told what went on, when it is back.
function state(name) {
  if (name === 'asleep' || name === 'backoff') goneAway();
  else if (name === 'live' && app.view.now) noticeAway(app.view, !document.hidden);
}

// The sheet of the old step is put away (what was picked stays); who is writing is left alone.
function newStep(view) {
  app.allNews = false;
  if (app.typing() || app.tab === 'journal' || app.tab === 'help' || app.tab === 'observe') return;
  app.sheet = null;
  app.tab = view.meet && view.meet.open && !ended() && tabs().includes('meet') ? 'meet' : 'table';
  app.focus = true;
}

// --- Keys ---

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || app.alone) return;
  if (event.key === 'Escape' && app.sheet) {
    app.closeSheet();
  } else if (event.key === 'Escape' && app.tab === 'help') {
    app.go('table');
  } else if (event.key === 'F1') {
    event.preventDefault();
    app.go('help');
  } else if (app.letters && !app.typing()) {
    letter(event);
  }
}

function letter(event) {
  const tab = LETTERS[event.key.toLowerCase()];
  const move = /^[1-9]$/.test(event.key) && !app.sheet && (app.tab === 'table' || app.tab === 'meet') && app.view.moves.filter(one => !one.closed)[event.key - 1];
  if (!move && tab !== 'help' && !tabs().includes(tab)) return;
  event.preventDefault();
  if (move) app.openAct(move);
  else app.go(tab);
}

addEventListener('keydown', keys);
setInterval(() => { if (app.view.now && app.view.now.ends) app.draw(); }, 1000);
app.bring({ draw, changed, state });
