// assets/web/table.js — the table: what to do now, the text and who decides, oneself and the others; the sheet of one act; coming back: what went on meanwhile, and acts that an undo took back. Never: a rule.
import {
  html, nothing, say, icon, mark, card, fold, note, para, empty, chip, chips, told, button, row, radios, check, stepper, field,
  number, numbers, guard, tenths,
} from './parts.js';

const NONE = 255;
const AGREED = 2, STAND_IN = 3; // DealState, SeatBy
const UNDONE_MOST = 8;
const FORESEE_MS = 300, WIDE = 720;
const STYLES = ['with', 'over', 'to', 'for'];
const TONES = ['plain', 'gain', 'loss', 'decision', 'warning'];
const TONE_ICONS = ['news', 'plus', 'minus', 'vote', 'warn'];
const VOTES = { '-1': 'no', 0: 'abstain', 1: 'yes' };

export const listOf = (view, section, name) => ((view[section] || {})[name] || []);
export const actorOf = (view, i) => listOf(view, 'table', 'actors').find(one => one.i === i);
export const others = view => listOf(view, 'table', 'actors').filter(one => !one.me);
// Who is not a person here and now: said wherever the actor is named.
const standIn = () => html` <small class="badge">${icon('mask')}${say('stand_in')}</small>`;
export const played = actor => (actor.by === 2 ? html` <small>${say('computer')}</small>` : actor.by === 3 ? standIn() : nothing);
export const actorName = (view, i) => {
  const actor = actorOf(view, i);
  return actor ? html`<span class="who">${mark(i)}<b>${actor.name}</b></span>${played(actor)}` : nothing;
};
const NAMED = { 1: 'actors', 4: 'deciders', 5: 'arenas', 7: 'clauses', 8: 'frames' }; // kinds of things that stand on the table
const ACTOR = 1, CLAUSE = 7;

// The name of a thing by its kind and number.
export function nameOf(view, kind, i) {
  const list = NAMED[kind] ? listOf(view, 'table', NAMED[kind]) : [], thing = list.find(one => one.i === i);
  return thing ? thing.name : ((view.names || {})[kind] || [])[i] || '';
}
const clauseOf = (view, i) => listOf(view, 'table', 'clauses').find(one => one.i === i);
const inBits = (mask, i) => ((mask || 0) & (1 << i)) !== 0;
export const withBits = (view, mask) => listOf(view, 'table', 'actors').filter(one => inBits(mask, one.i));

// --- The text on the table ---

// The step of the draft, of what is wished and of what a rider leaves, as a ladder; the words stand below.
const ladder = clause => html`<span class="ladder" aria-hidden="true">${clause.levels.map((level, i) => html`<i class="${i <= clause.draft ? 'on' : ''}
  ${i > clause.on_table ? 'cut' : ''}">${clause.wanted === i ? icon('star') : nothing}</i>`)}</span>`;

export const levelText = (clause, i) => clause.levels[i] || '';

export function clauseRow(clause) {
  const text = i => levelText(clause, i);
  return html`<div class="clause"><h3>${clause.name} <small>${say('level_of', { level: clause.draft, most: clause.levels.length - 1 })}</small></h3>
    ${ladder(clause)}<p>${text(clause.draft)}</p>
    ${clause.wanted !== undefined && clause.wanted !== clause.draft ? note(say('you_want', { level: text(clause.wanted) })) : nothing}
    ${clause.on_table !== clause.draft ? html`<p class="note care">${say('after_rider', { level: text(clause.on_table) })}</p>` : nothing}
    ${clause.agenda || clause.law !== undefined || clause.sticky ? chips([
      clause.agenda ? chip(say('on_agenda'), 'meeting') : nothing, clause.law !== undefined ? chip(say('decided'), 'check', 'good') : nothing,
      clause.sticky > 0 ? chip(say('sticky_up'), 'up') : nothing, clause.sticky < 0 ? chip(say('sticky_down'), 'down') : nothing]) : nothing}</div>`;
}

const textCard = view => fold(say('text_title'), 'know', listOf(view, 'table', 'clauses').map(clauseRow), true);

// --- Who decides ---

const decider = (view, app, one) => html`<div class="part"><h4>${one.name} <small>${say('weight', { weight: one.weight })}</small></h4>
  ${note(one.hint)}${one.owner ? note(say('owned_by', { actor: one.owner })) : nothing}
  <div class="numbers">${number(say('stance'), one.stance, app.why, '', 'stance')}${number(say('heat'), one.heat, app.why, '', 'heat')}</div>
  ${one.known ? html`<p class="lines">${one.known}</p>` : nothing}${para(one.champion)}${one.vote in VOTES ? chips([chip(say('voted_' + VOTES[one.vote]), 'vote')]) : nothing}</div>`;

export const decidersCard = (view, app) => {
  const rooms = listOf(view, 'table', 'arenas').filter(one => one.decides);
  const all = listOf(view, 'table', 'deciders');
  return rooms.length ? fold(say('deciders_title'), 'elite', rooms.map(room => html`<h3>${room.name}</h3>${note(room.how)}
    ${all.filter(one => one.arena_i === room.i).map(one => decider(view, app, one))}`)) : nothing;
};

const voterRow = (voter, done) => html`<div class="part"><h3>${voter.name} <small>${say('weight', { weight: voter.weight })}</small></h3>
  ${chips([chip(say((done ? 'voted_' : 'says_') + (VOTES[voter.says] || 'unknown')), voter.says in VOTES ? 'vote' : 'help'), chip(voter.role, 'lock')])}
  ${(voter.causes || []).length ? html`<ul class="causes">${voter.causes.map(one => html`<li><span>${one.text}</span>${one.tenths === undefined
    ? nothing : html`<b>${tenths(one.tenths)}</b>`}</li>`)}</ul>` : nothing}${voter.because ? html`<p dir="auto">“${voter.because}”</p>` : nothing}${voter.otherwise ? told(say('warns'), voter.otherwise, 'warn', 'care') : nothing}</div>`;

const budgetRow = option => html`<div class="part"><h3>${option.name}</h3>${para(option.text)}${note(option.brings)}${note(say('budget_cost', { cost: option.cost }))}
  ${option.points === undefined ? nothing : note(say(option.funded ? 'budget_funded' : 'budget_not', { points: option.points }))}</div>`;

// A budget: each decider of one's own spreads its points over the options.
const spreadCard = (app, voter, options) => (voter.left === undefined ? nothing : card(say('spread_title', { decider: voter.name }), 'vote', html`
  ${note(say('spread_left', { count: voter.left }))}${options.map((option, i) => html`${stepper('spread.' + voter.i + '.' + i, option.name, voter.spread[i], 0, voter.spread[i] + voter.left,
    points => app.act('vote.spread', { decider: voter.i, option: i, points }))}${note([option.brings, say('budget_cost', { cost: option.cost })].filter(Boolean).join(' · '))}`)}`, 'now'));

// After a consent that failed the text may be changed once, by what stood against it.
const amendCard = (app, one) => ((one.amend || []).length ? card(say('amend_title'), 'vote', html`<div class="list">${one.amend.map(way => button(way.text,
  () => app.act('vote.amend', Object.assign({ arena: one.arena, way: way.way || 0 }, way.clause === undefined ? {} : { clause: way.clause })), { pressed: !!way.mine, sign: way.mine ? 'check' : '' }))}</div>`, 'now') : nothing);

const decidingCards = (view, app) => listOf(view, 'cards', 'decisions').map(one => html`${(one.voters || []).map(voter => spreadCard(app, voter, one.options || []))}${amendCard(app, one)}`);

function decisionCard(view, app, one) {
  const text = (one.text || []).map(pair => ({ clause: clauseOf(view, pair[0]), level: pair[1] })).filter(line => line.clause);
  const done = one.result;
  return fold(one.name, 'vote', html`${para(one.rule)}${note(one.when)}
    ${done ? chips([chip(say(done.passed ? 'decision_passed' : 'decision_not'), done.passed ? 'check' : 'close', done.passed ? 'good' : 'loss'),
      chip(say('decision_count', done), 'vote')]) : nothing}${done && done.may_return ? note(say('may_return')) : nothing}
    ${text.length ? html`<h3>${say('decides_on')}</h3><dl>${text.map(line => html`<div><dt>${line.clause.name}</dt><dd>${line.clause.levels[line.level]}</dd></div>`)}</dl>` : nothing}
    ${one.rider ? told('', one.rider, 'warn', 'care') : nothing}
    ${(one.voters || []).length ? html`<details><summary>${say('who_says_what')}</summary>${one.signs ? note(say('shown_signs')) : nothing}
      ${one.voters.map(voter => voterRow(voter, done))}</details>` : nothing}${(one.options || []).map(budgetRow)}`, done || one.due);
}

export const framesCard = (view, app) => {
  const all = listOf(view, 'table', 'frames');
  return all.length ? fold(say('frames_title'), 'eye', all.map(one => html`<div class="part"><h3>${one.name}</h3>${note(one.text)}
    ${one.rider ? html`<p class="note care">${say('rider', { rider: one.rider })}</p>` : nothing}${numbers(one.adoption, app.why)}</div>`)) : nothing;
};

const motionsCard = view => {
  const all = listOf(view, 'cards', 'motions'), claims = listOf(view, 'cards', 'claims');
  return html`${all.length ? card(say('motions_title'), 'flag', html`${note(say('motions_text'))}${all.map(one => html`<div class="part">${actorName(view, one.by)}
    <p>${one.text}</p></div>`)}`) : nothing}${claims.length ? card(say('claims_title'), 'know', claims.map(one => html`<p>${one.text}</p>
    ${one.won ? chips([chip(say('claim_won'), 'check', 'good')]) : one.running ? chips([chip(say('claim_runs', one), 'clock')]) : nothing}`)) : nothing}`;
};

// --- Oneself and the others ---

// The facilitator may switch the guard off for a group that sits apart.
const ownEyes = (view, app, id, body) => (view.seat && !view.seat.guard ? body : html`${note(say('private_hint'))}${guard(id, say('private_look'), body, app.draw)}`);

export const briefBody = (view, app, full) => {
  const me = view.me || {};
  return html`${para(me.brief)}${me.mandate ? html`<h3>${say('mandate')}</h3><p>${me.mandate}</p>` : nothing}
    ${(me.red_lines || []).map(line => told(say('red_line'), line, 'warn', 'loss'))}
    ${me.private || me.hidden ? html`<h3>${say('private_title')}</h3>${ownEyes(view, app, 'mandate' + (full ? '2' : ''), html`${para(me.private)}${para(me.hidden)}`)}` : nothing}`;
};

const meCard = (view, app) => fold(say('me_title'), 'person', html`${briefBody(view, app)}<h3>${say('my_numbers')}</h3>${numbers((view.me || {}).numbers, app.why)}`);

const otherRow = (view, app, one) => html`<details class="part"><summary><span class="who">${mark(one.i)}<b>${one.name}</b></span>${played(one)}
    ${one.done ? html`<span class="good">${icon('check')}<span class="aside">${say('is_ready')}</span></span>` : nothing}</summary>
  ${para(one.brief)}<h3>${say('trust')}</h3><div class="numbers">${number(say('my_trust'), one.my_trust, app.why, '', 'trust')}
  ${number(say('their_trust'), one.trusts_me, app.why, '', 'trust')}</div><h3>${say('holds')}</h3>${numbers(one.holds, app.why)}<h3>${say('standing')}</h3>${numbers(one.standing, app.why)}</details>`;

const othersCard = (view, app) => fold(say('others_title'), 'people', others(view).map(one => otherRow(view, app, one)));
const worldCard = (view, app) => {
  const world = listOf(view, 'table', 'world');
  return Object.keys(world).length ? fold(say('world_title'), 'public', numbers(world, app.why)) : nothing;
};

// --- News ---

export const newsLine = (view, one) => {
  const tone = one.tone || 0;
  return html`<li class="news tone${tone} ${one.mine ? 'mine' : ''}">${one.by !== undefined && actorOf(view, one.by) ? mark(one.by) : icon(TONE_ICONS[tone])}
    <span>${one.times > 1 ? say('news_times', { text: one.text, count: one.times }) : one.text}${one.stood_in ? standIn() : nothing}${tone ? html` <small>${say('tone_' + TONES[tone])}</small>` : nothing}</span></li>`;
};

export const freshNews = view => {
  const fresh = (view.news || {}).fresh;
  return fresh ? listOf(view, 'news', 'items').slice(-fresh) : [];
};

export const sinceCard = (view, app) => {
  const fresh = freshNews(view), does = (view.now || {}).does, most = app.allNews ? 40 : does === 1 || does === 2 ? 8 : 4;
  if (!fresh.length || back) return nothing;
  return card(say('since_title'), 'news', html`<ul class="plain">${fresh.slice(-most).map(one => newsLine(view, one))}</ul>
    ${fresh.length > most ? button(say('all_news', { count: fresh.length }), () => app.set({ allNews: true }), { kind: 'quiet' }) : nothing}`, 'since');
};

const newsCard = view => {
  const all = listOf(view, 'news', 'items').slice().reverse();
  return all.length ? fold(say('news_all'), 'news', html`<ul class="plain">${all.map(one => newsLine(view, one))}</ul>`) : nothing;
};

// --- What waits for an answer ---

const choiceCard = (view, app, one) => card(one.title, 'news', html`${para(one.text)}${one.mine && !one.answered
  ? html`<h3>${say('you_choose')}</h3>${one.options.map(o => button(o.name, () => app.act('choice.answer', { choice: one.key, answer: o.value }), { closed: o.closed }))}`
  : note(say(one.answered ? 'choice_done' : 'others_choose'))}`, one.mine && !one.answered ? 'now' : '');

const three = (app, key, names, values, send) => html`<div class="three">${names.map((name, i) => button(say(name), () => {
  app.tap(key, values[i]);
  send(values[i]);
}, { pressed: app.tapped(key) === values[i], sign: app.tapped(key) === values[i] ? 'check' : '' }))}</div>${app.tapped(key) === undefined ? nothing
  : html`<p class="note good">${icon('check')}${say('noted')}</p>`}`;

function creditCard(view, app, credit) {
  const key = 'credit', value = app.form(key, 'quiet');
  const options = [{ value: 'quiet', name: say('credit_quiet'), note: credit.quiet }, { value: 'claim', name: say('credit_claim'), note: credit.claim, closed: credit.claim_closed }]
    .concat(others(view).map(one => ({ value: one.i, name: say('credit_give', { actor: one.name }), note: credit.give, mark: one.i })));
  const what = value === 'quiet' ? 0 : value === 'claim' ? 1 : 2;
  return card(say('credit_title'), 'star', html`${radios(key, say('credit_title'), options, value, v => app.put(key, v), true)}
    ${button(say('send'), () => { app.tap(key, value); app.act('seat.credit', what === 2 ? { what, actor: value } : { what }); }, { sign: 'check' })}
    ${app.tapped(key) === undefined ? nothing : html`<p class="note good">${icon('check')}${say('noted')}</p>`}`, 'now');
}

export function reflectCard(view, app) {
  const who = app.form('who', NONE), rating = app.form('rating', 0), surprised = app.form('surprised', false);
  const options = [{ value: NONE, name: say('nobody') }].concat(others(view).map(one => ({ value: one.i, name: one.name, mark: one.i })));
  return card(say('reflect_title'), 'eye', html`${radios('who', say('reflect_who'), options, who, v => app.put('who', v))}
    ${check('surprised', say('reflect_surprised'), surprised, v => app.put('surprised', v))}
    ${radios('rating', say('reflect_rate'), ['lower', 'same', 'higher'].map((name, i) => ({ value: i - 1, name: say('rate_' + name) })), rating, v => app.put('rating', v))}
    ${button(say('send'), () => { app.tap('reflect', 1); app.act('seat.reflect', { actor: who, surprised: surprised ? 1 : 0, rating }); }, { sign: 'check' })}
    ${app.tapped('reflect') === undefined ? nothing : html`<p class="note good">${icon('check')}${say('noted')}</p>`}`, 'now');
}

function taps(view, app) {
  const asked = view.asked || {};
  const voter = listOf(view, 'table', 'deciders').find(one => one.i === asked.vote), reason = app.form('vote.reason', '');
  const needs = voter && listOf(view, 'cards', 'decisions').some(one => one.arena === voter.arena_i && one.reason);
  const cast = vote => app.act('vote.cast', { decider: asked.vote, vote }, needs && vote < 0 && reason ? { text: reason } : null);
  return html`${asked.expect ? card(say('expect_title'), 'people', html`<p>${say('expect_text')}</p>
    ${three(app, 'expect', ['expect_good', 'expect_open', 'expect_bad'], [1, 0, -1], value => app.act('seat.expect', { value }))}`, 'now') : nothing}
    ${asked.vote !== undefined ? card(say('vote_title', { decider: voter ? voter.name : '' }), 'vote', html`<p>${say('vote_hint_' + VOTES[asked.vote_hint || 0])}</p>
    ${three(app, 'vote.' + asked.vote, ['vote_yes', 'vote_abstain', 'vote_no'], [1, 0, -1], cast)}${needs ? field('vote.reason', say('vote_reason'), reason, 200, v => app.put('vote.reason', v), { lines: 2 }) : nothing}`, 'now') : nothing}
    ${asked.may_credit && asked.credit ? creditCard(view, app, asked.credit) : nothing}${asked.reflect ? reflectCard(view, app) : nothing}`;
}

// --- Acts: a list, and the sheet of one ---

const moveButton = (app, move, place) => button(html`<span class="line ${STYLES[move.style] || ''}" aria-hidden="true"></span>${move.name}`,
  () => app.openAct(move), { id: 'act.' + move.id, note: move.closed ? '' : move.costs || move.about, closed: move.closed, kind: 'act', key: place < 9 ? String(place + 1) : '' });

export function movesCard(view, app, title) {
  const open = view.moves.filter(one => !one.closed), closed = view.moves.filter(one => one.closed);
  return card(title, 'flag', html`${view.moves.length ? nothing : empty(say('nothing_to_do'))}
    <div class="list">${open.map((move, i) => moveButton(app, move, i))}</div>
    ${closed.length ? html`<details ?open=${!open.length}><summary>${say('closed_acts')} (${closed.length})</summary><div class="list">${closed.map(move => moveButton(app, move, 9))}</div></details>` : nothing}`);
}

export function planCard(view, app) {
  const plan = listOf(view, 'mine', 'plan');
  return card(say('my_plan'), 'envelope', html`${plan.length ? html`<ol class="plan">${plan.map((one, i) => html`<li><span>${one.text}</span>
    ${button(say('take_back'), () => app.act('seat.take_back', { place: one.place === undefined ? i : one.place }), { kind: 'quiet' })}</li>`)}</ol>${note(say('sealed'))}`
    : empty(say('plan_empty'))}`);
}

// What an act can be pointed at: [kind, number], and the place of the reason when it is closed.
export const targetsOf = (view, move) => (move.to || []).map((to, i) => ({
  value: i, kind: to[0], i: to[1], name: (move.names || {})[i] || nameOf(view, to[0], to[1]), note: (move.notes || {})[i],
  closed: to.length > 2 ? (move.why || [])[to[2]] || say('not_now') : '', mark: to[0] === ACTOR ? to[1] : undefined,
}));

// What the sheet asks, whatever the pack calls it: lists, figures, words. `send` fills the message.
function argumentsOf(view, move) {
  const all = [], targets = targetsOf(view, move);
  if (targets.length) {
    all.push({ k: 'target', name: say('whom'), options: targets, send: (args, v) => { args.kind = targets[v].kind; args.target = targets[v].i; } });
  }
  if (move.sides) all.push({ k: 'side', name: say('side'), sides: true });
  (move.asks || []).forEach((ask, q) => {
    const shut = (move.shut || [])[q] || [];
    if (ask.many) all.push({ k: ask.key, name: ask.name, many: true });
    else all.push({ k: ask.key, name: ask.name, options: ask.options.map((o, i) => ({ value: o.value, name: o.name, closed: shut.includes(i) ? say('not_now') : '' })) });
  });
  if (move.bid_max > (move.bid_min || 0)) all.push({ k: 'bid', name: say('bid'), least: move.bid_min || 0, most: move.bid_max });
  if (move.tokens) {
    all.push({ k: 'token', name: say('token'), options: view.tokens.map(o => ({ value: ['', 'story', 'evidence'][o.value] || '', name: o.name, closed: o.closed })) });
  }
  if (move.label) all.push({ k: 'label', name: say('label'), words: move.label });
  return all;
}

const CLAUSE_WORDS = { up: 'side_up', down: 'side_down', for: 'side_for', against: 'side_against' };

function sideOptions(view, move, chosen) {
  const target = (move.to || [])[chosen], clause = move.sides > 1 || (target && target[0] === CLAUSE);
  return (clause ? ['up', 'down'] : ['for', 'against']).map(value => ({ value, name: say(CLAUSE_WORDS[value]) }));
}

const firstOpen = options => ((options.find(o => !o.closed) || options[0] || {}).value);

// The value of one argument as it stands: what was picked, else the first that is open.
function valueOf(app, move, arg, options) {
  const picked = app.form(move.id + '.' + arg.k);
  if (arg.many) return picked || 0;
  if (arg.words) return picked || '';
  if (arg.most !== undefined) return Math.min(arg.most, Math.max(arg.least, picked === undefined ? arg.least : picked));
  return options.some(o => o.value === picked && !o.closed) ? picked : firstOpen(options);
}

function argument(view, app, move, arg, target) {
  const options = arg.sides ? sideOptions(view, move, target) : arg.options || [];
  const id = move.id + '.' + arg.k, value = valueOf(app, move, arg, options), pick = v => app.put(id, v);
  if (arg.many) {
    return html`<fieldset class="choices"><legend>${arg.name}</legend>${others(view).map(one => check(id + '.' + one.i, one.name, inBits(value, one.i),
      () => pick(value ^ (1 << one.i))))}</fieldset>`;
  }
  if (arg.words) return field(id, arg.name, value, arg.words, pick, { lines: 2 });
  if (arg.most !== undefined) return stepper(id, arg.name, value, arg.least, arg.most, pick);
  return radios(id, arg.name, options, value, pick);
}

// The act as it is filled in: its name, what was picked, its words.
function made(view, app, move) {
  const args = {}, words = {};
  let target;
  argumentsOf(view, move).forEach(arg => {
    const value = valueOf(app, move, arg, arg.sides ? sideOptions(view, move, target) : arg.options || []);
    if (arg.k === 'target') target = value;
    if (arg.send) arg.send(args, value);
    else if (arg.words) { if (value) words.label = value; } else if (value !== '' && value !== undefined) args[arg.k] = value;
  });
  const meet = view.meet || {}, room = listOf(view, 'table', 'arenas').find(one => one.i === meet.i);
  if (move.kind === 2 && room) args.arena = room.id;
  return { name: (move.request ? 'ask.' : 'verb.') + move.id, args, words: words.label ? words : null };
}

// What this seat can foresee of it: asked when the sheet stands still for a moment, shown when it is here. Nothing waits for it.
function foreseen(app, move, act, closed) {
  const what = JSON.stringify([act.name, act.args]), asked = what + app.link.n;
  if (app.foresees !== asked && app.link.state === 'live' && !closed) {
    app.foresees = asked;
    app.link.later('foresee', FORESEE_MS, () => app.link.ask({ t: 'probe', do: act.name, args: act.args }, (answer, good) => { if (good) app.set({ seen: { what, answer } }); }));
  }
  const { answer } = app.seen && app.seen.what === what && !closed ? app.seen : {};
  if (!answer) return nothing;
  const line = (id, sign) => told(say('foreseen_' + id), answer[id].join(' · '), sign), cost = answer.cost.join();
  return html`<h2>${say('foreseen')}</h2>${answer.open ? html`${cost === move.costs ? nothing : told(say('costs'), cost, 'clock')}${answer.likely.length ? line('likely', 'eye')
    : note(say('foreseen_nothing'))}${line('unknown', 'help')}` : told('', answer.text, 'lock', 'care')}`;
}

export function actSheet(view, app) {
  const move = view.moves.find(one => one.id === app.sheet.id);
  if (!move) return null;
  const all = argumentsOf(view, move), kind = (view.now || {}).kind;
  const atOnce = kind === 4;
  const chosen = all.length && all[0].k === 'target' ? valueOf(app, move, all[0], all[0].options) : undefined;
  const target = chosen === undefined ? null : all[0].options[chosen];
  const act = made(view, app, move), closed = move.closed || (target && target.closed) || '';
  return {
    title: move.name,
    body: html`${para(move.about)}${chips([chip(html`<span class="line ${STYLES[move.style] || ''}"></span>${say('style_' + (STYLES[move.style] || 'with'))}`),
      chip(say(move.quiet ? 'seen_quiet' : 'seen_open'), move.quiet ? 'mask' : 'eye')])}
      ${told(say('costs'), move.costs, 'clock')}${told(say('brings'), move.brings, 'plus', 'good')}${told(say('warns'), move.warns, 'warn', 'care')}
      ${all.map(arg => argument(view, app, move, arg, chosen))}${foreseen(app, move, act, closed)}`,
    hint: say(move.request ? 'request_note' : atOnce ? 'at_once' : 'sealed'),
    label: say(move.request ? 'request_ask' : atOnce ? 'send' : 'put_on_list'),
    closed,
    send: () => app.act(act.name, act.args, act.words, () => {
      app.clearForm(move.id + '.');
      app.closeSheet();
    }),
  };
}

// --- The whole ---

const STEP_TIPS = { 1: 'news', 2: 'result', 3: 'reflect', 4: 'back', 5: 'action' };

// The first round says at each step what to do and why.
// One line where it would push the acts off a small screen.
export function guideCard(view, app) {
  const now = view.now || {}, meet = view.meet || {};
  if (!(view.asked || {}).first || app.noGuide) return nothing;
  const step = meet.open ? ['', 'roles', 'speech', 'record'][meet.sub] || 'speech' : app.isBrief() ? 'brief' : STEP_TIPS[now.does];
  if (!step) return nothing;
  return fold(say('guide_' + step), 'help', html`<ol class="tips">${['guide_' + step + '_1', 'guide_' + step + '_2', 'guide_' + step + '_3'].map(id => (say(id) === id ? say('guide_ready') : say(id)))
    .map(text => html`<li>${text}</li>`)}</ol>${button(say('guide_off'), () => app.set({ noGuide: true }), { kind: 'quiet' })}`, !view.moves.length || innerWidth >= WIDE, 'guide');
}

function doors(view, app) {
  const meet = view.meet || {};
  const waits = ['deals', 'proposals', 'requests'].reduce((sum, name) => sum + listOf(view, 'back', name).filter(one => one.waits).length, 0);
  const talks = (view.now || {}).does === 4, backstage = talks || waits;
  return html`${meet.open ? card(say('meeting_open'), 'meeting', button(say('to_meeting', { arena: meet.arena }), () => app.go('meet'), { sign: 'next' }), 'now') : nothing}
    ${backstage ? card(say(talks ? 'backstage_title' : 'tab_deals'), 'knot', button(say('to_deals'), () => app.go('deals'),
      { sign: 'next', note: waits ? say('offers_wait', { count: waits }) : say('backstage_text') }), 'now') : nothing}`;
}

export function tablePage(view, app) {
  const meet = view.meet || {}, plays = !!view.me && view.me.actor !== undefined;
  const acts = plays && !meet.open && view.moves.length > 0;
  const sealed = (view.now || {}).kind === 3;
  const busy = acts || sealed || listOf(view, 'asked', 'choices').length || freshNews(view).length || meet.open;
  return {
    left: html`${sinceCard(view, app)}${plays ? html`${guideCard(view, app)}${listOf(view, 'asked', 'choices').map(one => choiceCard(view, app, one))}${taps(view, app)}${decidingCards(view, app)}
      ${doors(view, app)}${acts ? movesCard(view, app, say('moves_title')) : nothing}${sealed && view.moves.length || listOf(view, 'mine', 'plan').length ? planCard(view, app) : nothing}
      ${busy ? nothing : card(say('moves_title'), 'flag', empty(say('nothing_to_do')))}` : nothing}${newsCard(view)}`,
    right: html`${textCard(view)}${listOf(view, 'cards', 'decisions').map(one => decisionCard(view, app, one))}${decidersCard(view, app)}${motionsCard(view)}
      ${framesCard(view, app)}${plays && !app.isBrief() ? meCard(view, app) : nothing}${worldCard(view, app)}${othersCard(view, app)}`,
  };
}

// --- What this person looked at last, while awake ---

let last = null, back = null; // back: what stood there before it went away; while it is told, the news do not stand there twice

const me = view => actorOf(view, (view.me || {}).actor) || {};

const look = view => ({
  at: view.now.at, away: me(view).by === STAND_IN, levels: listOf(view, 'table', 'clauses').map(one => one.draft),
  decided: listOf(view, 'cards', 'decisions').filter(one => one.result).map(one => one.arena),
});

// Called with every view, asleep or awake. A page that begins in the middle of a game has been away too.
export function noticeAway(view, awake) {
  const now = view.now;
  if (!awake || (now.state !== 'running' && now.state !== 'brief')) return;
  const first = !last && now.state === 'running' && ((view.news || {}).fresh > 0 || now.round > 1);
  const gone = last && (last.asleep && last.at !== now.at || last.away && me(view).by !== STAND_IN);
  if (first || gone) back = last || { levels: [], decided: [] };
  else if (last && last.at !== now.at) back = null;
  last = look(view);
}

export function goneAway() {
  if (last) last.asleep = true;
}

// --- The card that says so ---

const promiseRows = view => [].concat(...listOf(view, 'back', 'deals').filter(deal => deal.state === AGREED && deal.mine)
  .map(deal => deal.promises.filter(one => !one.state && one.due <= view.now.round)))
  .map(one => html`<li class="news">${icon('knot')}<span><b>${say(one.mine ? 'due_mine' : 'due_theirs')}</b> ${one.text}</span></li>`);

const levelRows = view => listOf(view, 'table', 'clauses').map((one, i) => (back.levels[i] === undefined || back.levels[i] === one.draft ? nothing
  : html`<li class="news">${icon(one.draft > back.levels[i] ? 'up' : 'down')}<span><b>${one.name}:</b> ${say('level_moved', { from: back.levels[i], to: one.draft })} ${levelText(one, one.draft)}</span></li>`));

const decisionRows = view => listOf(view, 'cards', 'decisions').filter(one => one.result && !back.decided.includes(one.arena))
  .map(one => html`<li class="news">${icon('vote')}<span><b>${one.name}:</b> ${say(one.result.passed ? 'decision_passed' : 'decision_not')}, ${say('decision_count', one.result)}</span></li>`);

export function awayCard(view, app) {
  if (me(view).by === STAND_IN) {
    return card(say('away_standin'), 'mask', html`${para(say('away_standin_text'))}${button(say('am_back'), () => app.act('seat.back'), { sign: 'check', kind: 'primary' })}`, 'now');
  }
  if (!back) return nothing;
  const fresh = freshNews(view), most = app.allNews ? 40 : 6;
  const asked = view.asked || {}, waits = ['deals', 'proposals'].reduce((sum, name) => sum + listOf(view, 'back', name).filter(one => one.waits).length, 0);
  return card(say(back.at ? 'away_title' : 'catch_up'), 'clock', html`<p><b>${say('away_now')}</b> ${view.now.step || view.now.name}. ${asked.expected}</p>
    ${waits ? note(say('offers_wait', { count: waits })) : nothing}${back.away ? note(say('away_stood_in')) : nothing}
    <ul class="plain">${decisionRows(view)}${levelRows(view)}${promiseRows(view)}${fresh.slice(-most).map(one => newsLine(view, one))}</ul>
    ${fresh.length > most ? button(say('all_news', { count: fresh.length }), () => app.set({ allNews: true }), { kind: 'quiet' }) : nothing}
    ${back.away ? button(say('object_away'), () => app.act('seat.object', { act: 0 }), { kind: 'quiet', note: say('object_away_note') }) : nothing}
    ${button(say('got_it'), () => { back = null; app.focusTitle(); }, { id: 'got_it', sign: 'check' })}`, 'now since');
}

// --- Acts that an undo took back: what this seat wrote comes back to it ---

// Called with every view: who wrote an act that is undone gets it back once.
export function takeUndone(view, app) {
  const ids = (view.seat || {}).undone || [], sent = app.sent(), found = sent.filter(one => ids.includes(one.id));
  if (!found.length) return;
  app.sent(sent.filter(one => !ids.includes(one.id)));
  app.undone(app.undone().concat(found).slice(-UNDONE_MOST));
  app.set({ message: { text: say('undone_title'), kind: 'told' }, focusMessage: !app.typing() });
  app.aloud('polite', say('undone_title'));
}

const drop = (app, one) => app.undone(app.undone().filter(two => two.id !== one.id));

function open(view, app, one) {
  app.restore(one.form);
  drop(app, one);
  app.openSheet(one.kind, one.of);
}

// Why it cannot be opened now; "" when it can.
const closed = (view, one) => (one.kind === 'act' && !view.moves.some(move => move.id === one.of) ? say('undone_later') : '');

export function undoneCard(view, app) {
  const all = app.undone();
  return all.length ? card(say('undone_title'), 'back', html`${note(say('undone_text'))}${all.map(one => html`<div class="part"><p><b>${one.title}</b></p>
    ${row(button(say('undone_open'), () => open(view, app, one), { sign: 'next', closed: closed(view, one) }), button(say('undone_drop'), () => drop(app, one), { sign: 'close' }))}</div>`)}`, 'now') : nothing;
}
