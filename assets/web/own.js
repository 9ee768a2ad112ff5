// assets/web/own.js — what is one's own: the brief, the journal, an observer's lines, and the end as this seat sees it. Never: a rule.
import { html, svg, nothing, say, icon, mark, card, note, para, empty, chip, chips, button, row, radios, check, field, numbers, languages } from './parts.js';
import { listOf, actorOf, actorName, newsLine, briefBody, reflectCard, decidersCard, framesCard } from './table.js';
import { minutesCard } from './meet.js';
import { dealsCard } from './deals.js';

const SCOPES = ['me', 'facilitator', 'group'];
const ACTS = ['proposes', 'supports', 'objects', 'asks', 'answers', 'offers', 'threatens', 'yields', 'insists', 'connects', 'leaves_out', 'silent'];
const SOURCES = ['meeting', 'backstage', 'board', 'told'];

const spaced = code => code.replace(/(....)(?=.)/g, '$1 ');

// --- Who you are ---

export function briefPage(view, app) {
  const me = view.me || {}, actor = actorOf(view, me.actor);
  const has = me.numbers || {};
  return {
    left: html`${card(actor ? html`${mark(actor.i)}${say('you_are', { name: actor.name })}` : say('you_observe'), actor ? '' : 'person', html`${note(me.opening)}${briefBody(view, app, true)}`)}${Object.keys(has).length ? card(say('you_hold'), 'money', numbers(has, app.why)) : nothing}`,
    right: html`${app.code ? card(say('seat_code_title'), 'access', html`<p>${say('seat_code_text')}</p><p class="code" dir="ltr">${spaced(app.code)}</p>`) : nothing}
      ${linesCard(view)}${teamCard(view)}${me.goal ? card(say('goal_title'), 'flag', para(me.goal)) : nothing}`,
  };
}

// Where one can turn to when the case touches something of one's own.
const linesCard = view => {
  const all = (view.me || {}).helplines || [];
  return all.length ? card(say('helplines_title'), 'speech', html`<ul>${all.map(one => html`<li>${one}</li>`)}</ul>`) : nothing;
};

// Who plays the same group, and what this person looks after.
function teamCard(view) {
  const seat = view.seat || {}, team = seat.team || [];
  return team.length > 1 ? card(say('team_title'), 'people', html`<p>${say('team_places', { places: team.map(n => (n === seat.seat ? say('team_you') : n)).join(', ') })}</p>
    <ul>${(seat.roles || []).map(role => html`<li>${say('team_' + role)}</li>`)}</ul>${seat.half_done ? note(say('team_half')) : nothing}`) : nothing;
}

// --- Journal ---

// What the case asks at this time; a question that is chosen begins the entry.
const prompts = (view, app) => {
  const all = (view.seat || {}).prompts || ['prompt_1', 'prompt_2', 'prompt_3'].map(id => say(id));
  const write = text => { app.write('journal', (app.draft('journal') ? app.draft('journal') + '\n' : '') + text + '\n'); app.focusOn('journal'); };
  return html`<h3>${say('prompts_title')}</h3><div class="list">${all.map(text => button(text, () => write(text), { sign: 'plus' }))}</div>`;
};

const savedLine = app => html`<p class="note ${app.saved === 'yes' ? 'good' : 'care'}" id="saved">${icon(app.saved === 'yes' ? 'check' : 'clock')}${say(app.saved === 'yes' ? 'saved_here' : app.saved === 'no'
  ? 'not_saved' : 'saved_nothing')}</p>`;

function journalCard(view, app) {
  const text = app.draft('journal'), scope = app.form('journal.scope', 'me');
  const send = () => app.act('seat.journal', { scope }, { text }, () => { app.write('journal', ''); app.say(say('journal_kept')); });
  return card(say('journal_title'), 'know', html`${note(say('journal_text'))}${prompts(view, app)}${field('journal', say('journal_field'), text, 2000, v => app.write('journal', v), { lines: 5 })}
    ${text || app.saved === 'no' ? savedLine(app) : nothing}
    ${radios('journal.scope', say('journal_who'), SCOPES.map(value => ({ value, name: say('scope_' + value) })), scope, v => app.put('journal.scope', v))}
    ${button(say('save'), send, { sign: 'check', closed: text ? '' : say('journal_empty') })}`);
}

const entriesCard = (view, app) => {
  const all = listOf(view, 'seat', 'journal');
  return all.length ? card(say('entries_title'), 'news', html`<ul class="plain">${all.slice().reverse().map(one => html`<li class="entry"><p dir="auto">${one.text}</p>
    <small>${say('round', { round: one.round || 0 })} · ${say('scope_' + (one.scope || 'me'))}</small>${scopeButtons(app, one)}</li>`)}</ul>
    ${button(say('export_journal'), () => app.keepNotes(), { sign: 'down' })}`) : nothing;
};

// Who may read an entry can be changed later: the entry is written again in its own place.
const scopeButtons = (app, one) => html`<details><summary>${say('scope_change')}</summary>${row(SCOPES.filter(scope => scope !== (one.scope || 'me')).map(scope => button(say('scope_' + scope),
  () => app.act('seat.journal', { scope, replaces: one.id }, { text: one.text }, () => app.say(say('journal_kept'))))))}</details>`;

const sharedCard = view => {
  const all = listOf(view, 'talk', 'journal');
  return all.length ? card(say('shared_title'), 'people', html`<ul class="plain">${all.slice().reverse().map(one => html`<li class="entry"><p dir="auto">${one.text}</p><small>${say('round', { round: one.round || 0 })}</small></li>`)}</ul>`) : nothing;
};

export const journalPage = (view, app) => ({
  left: html`${(view.asked || {}).reflect ? reflectCard(view, app) : nothing}${journalCard(view, app)}`,
  right: html`${quizCard(view, app)}${entriesCard(view, app)}${sharedCard(view)}`,
});

// Questions to check oneself: the answer is told at once, and kept nowhere.
function question(app, one, q) {
  const key = 'quiz.' + q, picked = app.form(key), right = i => (one.right >> i & 1) === 1;
  return html`<div class="part">${radios(key, one.ask, one.answers.map((name, i) => ({ value: i, name })), picked, i => app.put(key, i))}
    ${picked === undefined ? nothing : html`<div role="status"><p class="note ${right(picked) ? 'good' : 'care'}">${icon(right(picked) ? 'check' : 'why')}${say(right(picked) ? 'quiz_right' : 'quiz_wrong',
      { answer: one.answers.filter((name, i) => right(i)).join(', ') })}</p>${para(one.because)}</div>`}</div>`;
}

function quizCard(view, app) {
  const all = (view.seat || {}).quiz || [];
  return all.length ? card(say('quiz_title'), 'know', html`<details><summary>${say('quiz_text', { count: all.length })}</summary>${all.map((one, q) => question(app, one, q))}</details>`) : nothing;
}

// --- Observing: one line, few taps ---

const obsLine = (view, one) => html`<li class="entry"><p dir="auto">${one.text}</p><small>${say('round', { round: one.round })} · ${say('source_' + SOURCES[one.source || 0])}</small></li>`;

export function observePage(view, app) {
  const actors = listOf(view, 'table', 'actors').map(one => ({ value: one.id, name: one.name, mark: one.i }));
  const nobody = { value: '', name: say('nobody') };
  const pick = key => v => app.put('obs.' + key, v), of = (key, otherwise) => app.form('obs.' + key, otherwise);
  const yesNo = key => radios('obs.' + key, say('obs_' + key), ['unsaid', 'yes', 'no'].map((name, i) => ({ value: i, name: say(name) })), of(key, 0), pick(key));
  const args = { act: of('act', 0), source: of('source', 0), changed: of('changed', 0), expected: of('expected', 0) };
  ['who', 'to', 'about'].forEach(key => { if (of(key, '')) args[key] = of(key); });
  const send = () => app.act('seat.observe', args, of('text') ? { text: of('text') } : null, () => { app.clearForm('obs.'); app.say(say('obs_kept')); });
  const clauses = listOf(view, 'table', 'clauses').map(one => ({ value: one.id, name: one.name }));
  return {
    left: card(say('obs_title'), 'eye', html`${note(say('obs_text'))}${radios('obs.who', say('obs_who'), actors, of('who'), pick('who'), false, true)}
      ${radios('obs.act', say('obs_act'), ACTS.map((name, i) => ({ value: i, name: say('act_' + name) })), of('act', 0), pick('act'), false, true)}
      ${radios('obs.to', say('obs_to'), [nobody].concat(actors), of('to', ''), pick('to'), false, true)}
      <details><summary>${say('obs_more')}</summary>${radios('obs.about', say('obs_about'), [{ value: '', name: say('unsaid') }].concat(clauses), of('about', ''), pick('about'))}
      ${yesNo('changed')}${yesNo('expected')}${radios('obs.source', say('obs_source'), SOURCES.map((name, i) => ({ value: i, name: say('source_' + name) })), of('source', 0), pick('source'))}
      ${field('obs.text', say('obs_words'), of('text', ''), 300, pick('text'), { lines: 2 })}</details>
      ${button(say('obs_send'), send, { sign: 'check', kind: 'primary', closed: args.who === undefined ? say('obs_nobody') : '' })}`),
    right: card(say('obs_lines'), 'news', html`${listOf(view, 'obs', 'lines').length ? html`<ul class="plain">${listOf(view, 'obs', 'lines').slice().reverse().map(one => obsLine(view, one))}</ul>` : empty(say('obs_none'))}`),
  };
}

// --- The end ---

const bar = (value, kind) => svg`<svg class="bar ${kind || ''}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="rail" d="M0 4H100" /><path d=${'M0 4H' + Math.max(0.500, Math.min(100, value))} /></svg>`;

const percent = n => Math.round(n / 10);

function sharesCard(view, end) {
  const all = end.shares || [], me = all.find(one => one.actor === (view.me || {}).actor);
  return all.length ? card(say('shares_title'), 'access', html`${note(say('shares_text'))}
    ${me ? html`<p><b>${say('shares_me', { means: percent(me.means_start), influence: percent(me.influence) })}</b></p>` : nothing}
    ${all.map(one => html`<div class="part"><p class="who">${mark(one.actor)}<b>${one.name}</b></p><p class="share"><span>${say('shares_means')}</span><b>${percent(one.means_start)} %</b></p>${bar(percent(one.means_start), 'thin')}
      <p class="share"><span>${say('shares_influence')}</span><b>${percent(one.influence)} %</b></p>${bar(percent(one.influence))}</div>`)}`) : nothing;
}

function curvesCard(view, end) {
  const all = (end.curves || []).filter(one => one.actor === (view.me || {}).actor);
  return all.length ? card(say('curves_title'), 'up', html`<div class="scroll" tabindex="0" role="region" aria-label=${say('curves_title')}><table><thead><tr><th scope="col">${say('audience')}</th>
    ${all[0].n.map((n, i) => html`<th scope="col">${i}</th>`)}</tr></thead><tbody>${all.map(one => html`<tr><th scope="row">${one.name}</th>${one.n.map(n => html`<td>${n}</td>`)}</tr>`)}</tbody></table></div>`) : nothing;
}

const epilogueCard = end => ((end.epilogue || []).length ? card(say('epilogue_title'), 'clock', end.epilogue.map(one => html`<div class="part"><h3>${one.name}</h3>
  ${chips([chip(say(one.stood ? 'shock_stood' : 'shock_hit'), one.stood ? 'check' : 'minus', one.stood ? 'good' : 'loss')])}${para(one.text)}${note(one.result)}</div>`)) : nothing);

// Sentences of one kind, told when they may be: the story, what each kept to itself, why the computer's seats did it.
const toldCard = (view, kind, title, sign, open = true) => ((view.end[kind] || []).length ? card(title, sign, html`<details ?open=${open}><summary>${say('news_all')}</summary><ul class="plain">${view.end[kind].map(one => newsLine(view, one))}</ul></details>`) : nothing);

// Who moved whom, strongest first: from, to, all and its three parts in tenths, percent by words.
const ARROWS = [n => say('arrow_deciders', { n }), n => say('arrow_words', { n }), n => say('arrow_promises', { n })];
const influenceCard = (view, end) => (end.arrows || []).map(([from, to, all, ...parts], i, list) => html`<div class="part"><p class="who">${actorName(view, from)} ${icon('next')} ${actorName(view, to)}</p>
  <p class="share"><span>${ARROWS.map((told, n) => parts[n] && told(parts[n] / 10)).filter(one => one).join(' · ')}</span><b>${parts.includes(all) ? nothing : all / 10}</b></p>${bar(100 * all / list[0][2])}</div>`);

// The views of the debrief, counted from 1; what a phone can show of each when it is shared. The rest is on the board.
const VIEWS = ['', 'timeline', 'influence', 'means', 'legitimacy', 'moments', 'formal', 'words', 'coalitions', 'deals', 'text', 'voice', 'cube', 'criteria', 'better_deals', 'place'];
const SHOWN = {
  influence: influenceCard, timeline: view => toldCard(view, 'timeline', say('timeline_title'), 'clock'), means: sharesCard, legitimacy: curvesCard, formal: (view, end, app) => decidersCard(view, app), words: (view, end, app) => html`${framesCard(view, app)}${minutesCard(view, app)}`,
  deals: (view, end, app) => dealsCard(view, app), criteria: (view, end) => epilogueCard(end),
};

function debriefView(view, app, n, asks) {
  const name = VIEWS[n], ask = asks.filter(one => one.view === n);
  return html`${card(say('shared_view', { view: say('view_' + name) }), 'eye', html`${ask.map(one => html`<p><b>${one.text}</b></p>`)}${SHOWN[name] ? nothing : note(say('on_board'))}`, 'now')}
    ${SHOWN[name] ? SHOWN[name](view, view.end, app) : nothing}`;
}

function debriefPart(view, app) {
  const debrief = (view.show || {}).debrief || {}, all = (debrief.shared || []).concat(debrief.view || []), step = debrief.step || 0;
  const views = all.filter((n, i) => VIEWS[n] && all.indexOf(n) === i);
  return html`${step > 0 && step < 8 ? card(say('debrief_step', { step }), 'people', html`<p><b>${say('debrief_' + step)}</b></p>`, 'now') : nothing}
    ${views.map(n => debriefView(view, app, n, debrief.asks || []))}${views.length ? nothing : card(say('debrief_title'), 'public', para(say('on_board')))}
    ${toldCard(view, 'mandates', say('mandates_title'), 'mask')}${toldCard(view, 'reasons', say('reasons_title'), 'why', false)}`;
}

export function endPage(view, app) {
  const end = view.end || {};
  const law = listOf(view, 'table', 'clauses');
  return {
    left: html`${card(end.title, 'flag', html`${para(end.text)}${end.ask ? html`<p><b>${end.ask}</b></p>` : nothing}${note(say('no_winner'))}`, 'now')}${debriefPart(view, app)}`,
    right: html`${card(say('criteria_title'), 'star', (end.criteria || []).map(one => html`<p class="share"><span>${one.name}</span><b>${one.n}</b></p>${bar(one.n)}`))}
      ${card(say('outcome_title'), 'know', html`<dl>${law.map(one => html`<div><dt>${one.name}</dt><dd>${one.law === undefined ? say('not_decided') : one.levels[one.law]}</dd></div>`)}</dl>
        ${end.mandate ? html`<h3>${say('mandate')}</h3><p>${end.mandate}</p>` : nothing}${end.hidden ? html`<h3>${say('hidden_mandate')}</h3><p>${end.hidden}</p>` : nothing}`)}
      ${card(say('tab_journal'), 'know', button(say('to_journal'), () => app.go('journal'), { sign: 'next' }))}
      ${(view.seat || {}).looked_at ? note(say('looked_at', { count: view.seat.looked_at })) : nothing}`,
  };
}

// What the facilitator put up for all: words that stay, and what the board points at.
export const shownCard = view => {
  const show = view.show || {}, items = show.items || [];
  return html`${items.map(one => html`<section class="card now"><p dir="auto">${icon('public')} ${one.text}</p></section>`)}${show.board === 'one' ? card(say('shown_title'), 'eye', para(show.text)) : nothing}`;
};

// --- Help: always at the same place ---

const SIZES = [100, 125, 150, 200];

function helpThread(view) {
  const all = listOf(view, 'talk', 'lines');
  return all.length ? card(say('talk_title'), 'speech', html`<ul class="plain">${all.slice().reverse().map(one => html`<li class="entry ${one.mine ? 'mine' : ''}">${one.text ? html`<p dir="auto">${one.text}</p>` : nothing}
    <small>${say('talk_' + one.kind)} · ${say('round', { round: one.round })}</small></li>`)}</ul>`) : nothing;
}

const PURPOSES = ['report', 'research'];

function consentCard(view, app) {
  const given = (view.seat || {}).consent || {};
  return card(say('consent_title'), 'check', html`${note(say('consent_later'))}${PURPOSES.map(purpose => check('agree.' + purpose, say('consent_' + purpose), given[purpose],
    on => app.act('seat.consent', { purpose, given: on ? 1 : 0 })))}`);
}

function shareCard(app) {
  const rest = app.places().filter(one => !one.here), room = app.room();
  return card(say('share_title'), 'people', html`${note(say('share_text'))}${rest.map(one => button(say('share_to', { place: say('place_number', { seat: one.seat || '' }) }), () => app.passTo(one.n), { sign: 'next' }))}
    ${room === undefined ? nothing : button(say('share_add'), () => app.passTo(room), { sign: 'plus' })}`);
}

export function helpPage(view, app) {
  const words = app.form('help.words', '');
  const call = () => app.act('seat.help', {}, words ? { text: words } : null, () => { app.clearForm('help.'); app.set({ called: true }); app.say(say('help_called')); });
  const known = (app.found || app.welcome || {}).langs || view.now.langs || ['en', 'ar'];
  return {
    left: html`${card(say('help_title'), 'help', html`${field('help.words', say('help_words'), words, 280, v => app.put('help.words', v), { lines: 2 })}
      ${button(say('help_call'), call, { sign: 'flag', id: 'call' })}${app.called ? html`<p class="note good">${icon('check')}${say('help_called')}</p>` : nothing}
      ${button(say('pause_please'), () => app.act('seat.pause_please', {}, null, () => app.say(say('pause_asked'))), { sign: 'pause', note: say('pause_please_note') })}`)}
      ${helpThread(view)}${linesCard(view)}${card(say('what_is'), 'why', html`<p>${say('help_' + app.tab)}</p><p>${say('help_styles')}</p><ul class="plain styles">${['over', 'with', 'to', 'for'].map(name => html`<li><span class="line ${name}" aria-hidden="true"></span>${say('style_' + name)}</li>`)}</ul>`)}`,
    right: html`${card(say('settings'), 'eye', html`${languages(app, known)}
      ${radios('size', say('text_size'), SIZES.map(value => ({ value, name: value + ' %' })), app.size, v => app.dress({ size: v }))}
      ${radios('theme', say('theme'), ['auto', 'light', 'dark', 'high'].map(value => ({ value, name: say('theme_' + value) })), app.theme, v => app.dress({ theme: v }))}
      ${check('still', say('less_motion'), app.still, v => app.dress({ still: v }))}`)}
      ${app.code ? card(say('seat_code_title'), 'access', html`<p>${say('seat_code_text')}</p><p class="code" dir="ltr">${spaced(app.code)}</p>`)
        : card(say('seat_code_title'), 'access', para(say('seat_code_ask')))}
      ${consentCard(view, app)}${shareCard(app)}${card(say('keys_title'), 'know', html`<dl class="keys">${['tab', 'enter', 'tabs', 'acts', 'help', 'escape'].map(name => html`<div><dt>${say('key_' + name + '_k')}</dt><dd>${say('key_' + name)}</dd></div>`)}</dl>
        ${check('letters', say('key_letters'), app.letters, v => app.dress({ letters: v }))}`)}
      ${card(say('leave_title'), 'close', html`<p>${say('leave_text')}</p>${app.leaving ? row(button(say('leave_yes'), () => app.leave(), { kind: 'alarm' }), button(say('stay'), () => app.set({ leaving: false }), {}))
        : button(say('leave'), () => app.set({ leaving: true }), { kind: 'quiet' })}`)}`,
  };
}

// The person's own journal, to be taken home.
export const notesOf = view => listOf(view, 'seat', 'journal')
  .map(one => say('round', { round: one.round || 0 }) + '\n' + one.text + '\n').join('\n');

export function keepNotes(view) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([notesOf(view)], { type: 'text/plain' }));
  link.download = 'journal.txt';
  link.click();
}
