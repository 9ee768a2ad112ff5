// assets/web/deals.js — backstage: words, offers, deals and their promises, coalitions, who is brought to a meeting. Never: a rule.
import { html, nothing, say, icon, card, note, para, empty, chip, chips, told, button, row, radios, check, stepper, field, number, numbers, nameOfNumber } from './parts.js';
import { listOf, actorOf, actorName, nameOf, others, withBits } from './table.js';

const NONE = 255;
const OFFERED = 1, AGREED = 2, DONE = 5; // DealState
const DEAL_STATES = ['offered', 'offered', 'agreed', 'void', 'declined', 'done'];
const PROMISE_STATES = ['open', 'kept', 'broken', 'waived'];
const PROMISE_SIGNS = ['clock', 'check', 'close', 'minus'];
const REQUEST_STATES = ['open', 'open', 'yes', 'no'];
const RULES = ['consent', 'lead', 'majority', 'consensus'];
const PROMISES_MOST = 3, PARTIES_MOST = 4;

// --- Words backstage, requests, loans, elections, guests ---

const asideRow = (view, app, one) => html`<div class="part">${actorName(view, one.other)}${para(one.text)}${one.waits_for_me
  ? row(button(say('yes'), () => app.act('aside.say', { slot: one.slot, yes: 1 }), { note: say('aside_note') }), button(say('no'), () => app.act('aside.say', { slot: one.slot, yes: 2 })))
  : one.agreed ? chips([chip(say('aside_agreed'), 'check', 'good')])
    : one.by_me ? button(say('withdraw'), () => app.act('aside.say', { slot: one.slot, yes: 2 }), { kind: 'quiet' }) : nothing}</div>`;

const asidesCard = (view, app) => {
  const all = listOf(view, 'meet', 'asides');
  return all.length ? card(say('asides_title'), 'mask', all.map(one => asideRow(view, app, one))) : nothing;
};

const requestsCard = view => {
  const all = listOf(view, 'back', 'requests');
  return all.length ? card(say('requests_title'), 'knot', all.map(one => html`<div class="part">${para(one.text)}${one.warns ? told(say('warns'), one.warns, 'warn', 'care') : nothing}
    ${chips([chip(say('request_' + (REQUEST_STATES[one.state] || 'open')))])}</div>`)) : nothing;
};

const loansCard = view => {
  const all = listOf(view, 'back', 'loans');
  return all.length ? card(say('loans_title'), 'access', html`<ul>${all.map(one => html`<li class=${one.mine ? 'mine' : ''}>${one.text}</li>`)}</ul>`) : nothing;
};

const electionCards = (view, app) => listOf(view, 'table', 'arenas').filter(one => one.candidates).map(room => card(say('elect_title', { arena: room.name }), 'meeting',
  html`${note(room.chair_rule)}${radios('elect.' + room.i, say('elect_title', { arena: room.name }), withBits(view, room.candidates).map(one => ({ value: one.i, name: one.name, mark: one.i })),
    room.elected, actor => app.act('meet.elect', { actor, arena: room.i }), true)}`));

function guestCard(view, app) {
  const rooms = listOf(view, 'table', 'arenas').filter(one => one.guests);
  if (!rooms.length) return nothing;
  const room = rooms.find(one => one.i === app.form('guest.room', rooms[0].i)) || rooms[0];
  const all = withBits(view, room.guests).map(one => ({ value: one.i, name: one.name, mark: one.i }));
  const guest = all.some(one => one.value === app.form('guest')) ? app.form('guest') : (all[0] || {}).value;
  return card(say('invite_title'), 'meeting', html`<details><summary>${say('invite_open')}</summary>${note(say('invite_text'))}
    ${radios('guest.room', say('invite_where'), rooms.map(one => ({ value: one.i, name: one.name })), room.i, v => app.put('guest.room', v))}
    ${radios('guest', say('invite_whom'), all, guest, v => app.put('guest', v))}
    ${button(say('invite'), () => app.act('meet.invite', { actor: guest, arena: room.i }), { sign: 'check' })}</details>`);
}

// --- Deals ---

function promiseRow(app, deal, one, place) {
  const holds = deal.state === AGREED || deal.state === DONE, state = PROMISE_STATES[one.state] || 'open';
  const waive = deal.mine && deal.state === AGREED && !one.state && !one.mine && !one.let_go;
  return html`<li>${icon(PROMISE_SIGNS[one.state] || 'clock')}<span class="grow">${one.text}
    <small>${say(holds ? 'promise_facts' : 'promise_terms', { size: one.size, round: one.due, state: say('promise_' + state) })}</small>${one.apart ? html`<small class="care">${say('promise_apart')}</small>` : nothing}${one.ruling ? html`<small>${one.ruling}</small>` : nothing}</span>
    ${waive ? button(say('waive'), () => app.act('deal.waive', { deal: deal.slot, promise: place }), { kind: 'quiet' }) : nothing}
    ${one.may_mark ? row(button(say('mark_kept'), () => app.act('deal.mark', { deal: deal.slot, promise: place, kept: 1 })),
      button(say('mark_broken'), () => app.act('deal.mark', { deal: deal.slot, promise: place, kept: 2 }))) : nothing}</li>`;
}

// Who offered it takes it back; anybody else says no, also after a yes.
const endOf = (view, deal) => deal.parties[0] === view.me.actor ? 'withdraw' : 'decline';

const dealRow = (view, app, deal) => html`<div class="part ${deal.waits ? 'now' : ''}"><p class="between">${deal.parties.map((one, i) => html`${i === 1 && !deal.parties[2] ? icon('next', 'flip') : nothing}${actorName(view, one)}${deal.parties[2] && deal.state === OFFERED ? icon(deal.yes & (1 << i) ? 'check' : 'clock') : nothing}`)}</p>
  ${chips([chip(say('deal_' + (DEAL_STATES[deal.state] || 'offered'))), chip(say(deal.public ? 'public' : 'private'), deal.public ? 'public' : 'lock')])}${para(deal.text)}
  <ul class="plain promises">${(deal.promises || []).map((one, i) => promiseRow(app, deal, one, i))}</ul>${deal.waits
    ? row(button(say('accept'), () => app.act('deal.accept', { deal: deal.slot }), { sign: 'check' }), button(say('decline'), () => app.act('deal.decline', { deal: deal.slot }), { sign: 'close' }))
    : deal.mine && deal.state === OFFERED && !view.back.deals_closed ? button(say(endOf(view, deal)), () => app.act('deal.' + endOf(view, deal), { deal: deal.slot }), { kind: 'quiet' }) : nothing}</div>`;

export function dealsCard(view, app) {
  const all = listOf(view, 'back', 'deals'), back = view.back || {};
  const waits = all.filter(one => one.waits), rest = all.filter(one => !one.waits);
  return card(say('deals_title'), 'knot', html`${button(say('new_deal'), () => app.openSheet('deal'), { sign: 'plus', closed: back.deals_closed, id: 'new_deal' })}
    ${all.length ? nothing : empty(say('no_deals'))}${waits.concat(rest).map(deal => dealRow(view, app, deal))}`);
}

// --- Building a deal ---

const goods = (actor, scope, app) => {
  const all = (actor || {}).holds || {};
  return Object.keys(all).map(key => {
    const n = all[key].n, name = 'deal.' + scope + '.' + key;
    return stepper(name, nameOfNumber(key, all[key]), app.form(name, 0), 0, n === undefined ? 9 : Math.max(0, n), v => app.put(name, v));
  });
};

const kindsOf = view => listOf(view, 'offer', 'kinds');
const NAMES_OF = { 2: 8, 8: 2, 9: 5, 10: 5, 11: 5 }; // kind of promise → kind of the things it is about
const TO_OTHER = [4, 8, 11]; // credit, goods and places go to the other; of several, goods and places to one

const whatName = (view, kind, i) => {
  if (kind.of_moves) return ((view.offer || {}).moves || {})[i] || '';
  if (NAMES_OF[kind.kind]) return nameOf(view, NAMES_OF[kind.kind], i);
  return (listOf(view, 'table', 'coalitions').find(one => one.slot === i) || {}).name || '';
};

function emptyPromise(view) {
  const now = view.now;
  return { kind: 0, theirs: 0, what: NONE, target: NONE, amount: 1, size: 1, due: Math.min(now.rounds || 1, (now.round || 0) + 1) };
}

const leastSize = (kind, promise) => (kind.smallest || [1])[kind.amount ? promise.amount : 0] || 1;
// `parties`: actors of the deal, I first, then whom it is offered to. `theirs` and `to` of a promise are places among them.
const fitted = (promise, parties) => {
  const theirs = promise.theirs < parties.length ? promise.theirs : 0;
  return Object.assign({}, promise, { theirs, to: [promise.to, 0, 1].find(place => place !== theirs && place < parties.length) });
};
// Why trust does not bear a size; "" = it does. My promise is made to all others; what others promise each other only the table can judge.
const sizeCloses = (view, parties, promise, size) => {
  const held = parties.filter((one, place) => (promise.theirs ? place === promise.theirs : place)).map(partner =>
    (listOf(view, 'offer', 'sizes')[listOf(view, 'table', 'actors').findIndex(one => one.i === partner)] || [])[size - 1]).find(place => place >= 0);
  return held === undefined ? '' : listOf(view, 'offer', 'why')[held] || say('not_now');
};
const promiser = (view, actor) => (actor === view.me.actor ? say('i_promise') : say('actor_promises', { actor: actorOf(view, actor).name }));

// What this promise can be about, with why not.
const whatsOf = (view, kind, promise, parties) => (kind.whats || []).map(one => ({ value: one[0], name: whatName(view, kind, one[0]), aims: one[2],
  closed: withBits(view, one[1]).some(two => two.i === parties[promise.theirs]) ? '' : (view.offer || {}).cannot || say('not_now') }));

// The promise as it stands in the form: what was not picked is the first that is open, and no size is too small.
function promiseNow(view, app, parties) {
  const promise = fitted(Object.assign(emptyPromise(view), app.form('deal.promise')), parties), kind = kindsOf(view).find(one => one.kind === promise.kind);
  if (!kind) return promise;
  const whats = whatsOf(view, kind, promise, parties), what = whats.find(one => one.value === promise.what && !one.closed) || whats.find(one => !one.closed);
  if (what) promise.what = what.value;
  promise.size = Math.max(promise.size, leastSize(kind, promise));
  return promise;
}

function promiseForm(view, app, parties) {
  const kinds = kindsOf(view), promise = promiseNow(view, app, parties), offer = view.offer || {};
  const put = more => app.put('deal.promise', Object.assign({}, promise, more));
  const kind = kinds.find(one => one.kind === promise.kind);
  const picks = radios('deal.kind', say('promise_kind'), [{ value: 0, name: say('promise_none') }].concat(kinds.map(one => ({ value: one.kind, name: one.name }))), promise.kind,
    v => put({ kind: v, what: NONE, target: NONE, amount: 1, size: 1 }));
  if (!kind) return picks;
  const whats = whatsOf(view, kind, promise, parties), what = whats.find(one => one.value === promise.what);
  const least = leastSize(kind, promise);
  const sizes = [1, 2, 3].map(n => ({ value: n, name: String(n), closed: n < least ? (offer.least || [])[least - 1] || say('not_now') : sizeCloses(view, parties, promise, n) }));
  return html`${picks}${note(kind.kept)}${kind.words ? field('deal.words', say('promise_text'), app.form('deal.words', ''), 240, v => app.put('deal.words', v), { lines: 2 }) : nothing}
    ${radios('deal.by', say('promise_by'), parties.map((one, place) => ({ value: place, name: promiser(view, one) })), promise.theirs, v => put({ theirs: v }))}
    ${whats.length ? radios('deal.what', say('promise_what'), whats, promise.what, v => put({ what: v })) : nothing}
    ${what && what.aims ? radios('deal.target', say('promise_on_whom'), [{ value: NONE, name: say('promise_anybody') }].concat(listOf(view, 'table', 'deciders')
      .map(one => ({ value: one.i, name: one.name }))), promise.target, v => put({ target: v })) : nothing}
    ${parties.length > 2 && TO_OTHER.indexOf(kind.kind) > 0 ? radios('deal.to', say('to_whom'), parties.map((one, place) => ({ value: place, name: actorOf(view, one).name })).filter(one => one.value !== promise.theirs), promise.to, v => put({ to: v })) : nothing}
    ${kind.amount ? stepper('deal.amount', say('amount'), promise.amount, 1, 9, v => put({ amount: v })) : nothing}
    ${radios('deal.size', say('promise_size'), sizes, promise.size, v => put({ size: v }))}${note((offer.stakes || [])[promise.size - 1])}
    ${stepper('deal.due', say('promise_due'), promise.due, (view.now || {}).round || 1, (view.now || {}).rounds || 1, v => put({ due: v }))}`;
}

function promiseLine(view, app, promise, parties) {
  const kind = kindsOf(view).find(one => one.kind === promise.kind) || {};
  const about = kind.words ? app.form('deal.words', '') : (kind.amount ? promise.amount + ' ' : '') + (promise.what === NONE ? '' : whatName(view, kind, promise.what));
  return say(about ? 'promise_line' : 'promise_line_plain', { who: promiser(view, parties[promise.theirs]), kind: kind.name, about, size: promise.size, round: promise.due });
}

// Every pair, giver first; what is given stands in the form, and travels, under its scope: between the first two in short.
const pairsOf = parties => [].concat(...parties.map((from, giver) => parties.map((to, taker) =>
  ({ from, to, scope: giver + taker !== 1 ? 'gift.' + from + '.' + to : giver ? 'get' : 'give' })).filter(pair => pair.to !== from)));

function dealArgs(view, app, parties, promises) {
  const args = { actor: parties[1], public: app.form('deal.public', false) ? 1 : 0, promises: promises.length };
  parties.slice(2).forEach((one, i) => { args['actor.' + (i + 2)] = one; });
  pairsOf(parties).forEach(pair => Object.keys((actorOf(view, pair.from) || {}).holds || {}).forEach(key => {
    const n = app.form('deal.' + pair.scope + '.' + key, 0);
    if (n) args[pair.scope + '.' + key] = n;
  }));
  promises.forEach((promise, i) => {
    const kind = kindsOf(view).find(one => one.kind === promise.kind) || {}, p = i + 1 + '.';
    const told = { kind: promise.kind, by: parties[promise.theirs], what: promise.what, target: TO_OTHER.includes(promise.kind) ? parties[promise.to] : promise.target,
      amount: kind.amount ? promise.amount : NONE, due: promise.due, size: promise.size };
    Object.keys(told).forEach(key => { if (told[key] !== NONE) args[p + key] = told[key]; });
  });
  return args;
}

// An agreement the case suggests fills the form; everything of it can be changed.
function fill(view, app, one, partner) {
  const fits = withBits(view, one.with), other = fits.some(actor => actor.i === partner) ? partner : (fits[0] || {}).i;
  app.clearForm('deal.');
  [['give', view.me.actor], ['get', other]].forEach(side => Object.keys((actorOf(view, side[1]) || {}).holds || {}).forEach((key, r) => {
    if ((one[side[0]] || [])[r]) app.put('deal.' + side[0] + '.' + key, one[side[0]][r]);
  }));
  const made = (one.made || []).map(promise => Object.assign(emptyPromise(view), promise, { theirs: promise.theirs ? 1 : 0 }));
  app.put('deal.with', other);
  app.put('deal.public', !!one.public);
  if (one.words) app.put('deal.words', one.words);
  app.put('deal.written', made);
}

const ideas = (view, app, partner) => {
  const all = listOf(view, 'offer', 'templates').filter(one => one.made || one.give);
  return all.length ? html`<details><summary><b>${say('ideas_title')}</b></summary><div class="list">${all.map(one => button(one.name, () => fill(view, app, one, partner),
    { note: [one.text].concat(one.promises || []).filter(Boolean).join(' · '), closed: one.with ? '' : say('not_now') }))}</div></details>` : nothing;
};

// One or two more in the same deal.
function furtherForm(view, app, parties) {
  const more = parties.slice(2), rest = others(view).filter(one => one.i !== parties[1] && (more.includes(one.i) || parties.length < PARTIES_MOST));
  return rest.length ? html`<details><summary>${say('more_parties')}</summary>${rest.map(one => check('deal.more.' + one.i, one.name, more.includes(one.i),
    v => app.put('deal.more', more.filter(two => two !== one.i).concat(v ? one.i : []))))}</details>` : nothing;
}

// Who gives what to whom: the first two as always, of more each pair folded away.
const giftsForm = (view, app, parties) => pairsOf(parties).map(pair => {
  const giver = actorOf(view, pair.from) || {}, body = goods(giver, pair.scope, app);
  return pair.scope.includes('.') ? html`<details class="pair"><summary>${say('gift_pair', { actor: giver.name, other: actorOf(view, pair.to).name })}</summary>${body}</details>`
    : html`<h2>${say('now_' + pair.scope, { actor: giver.name })}</h2>${body}`;
});

export function dealSheet(view, app) {
  const all = others(view), partner = app.form('deal.with', (all[0] || {}).i), other = actorOf(view, partner);
  const parties = [(view.me || {}).actor, partner].concat(app.form('deal.more', []).filter(one => one !== partner)).slice(0, PARTIES_MOST);
  const written = app.form('deal.written', []).map(one => fitted(one, parties)), promise = other && view.me ? promiseNow(view, app, parties) : {};
  const promises = promise.kind ? written.concat(promise) : written;
  const args = view.me && other ? dealArgs(view, app, parties, promises) : {};
  const nothingYet = !promises.length && !Object.keys(args).some(key => /^(give|get|gift)\./.test(key));
  return {
    title: say('new_deal'),
    body: html`${ideas(view, app, partner)}${radios('deal.with', say('with_whom'), all.map(one => ({ value: one.i, name: one.name, mark: one.i })), partner, v => app.put('deal.with', v))}
      ${furtherForm(view, app, parties)}${giftsForm(view, app, parties)}
      <ul class="plain promises">${written.map((one, i) => html`<li>${icon('knot')}<span class="grow">${promiseLine(view, app, one, parties)}</span>${button(say('take_back'),
        () => app.put('deal.written', written.filter((two, j) => j !== i)), { kind: 'quiet' })}</li>`)}</ul>
      <details><summary><b>${say('a_promise')}</b></summary>${promiseForm(view, app, parties)}</details>
      ${promise.kind && promises.length < PROMISES_MOST ? button(say('promise_more'), () => {
        app.put('deal.written', promises);
        app.put('deal.promise', null);
      }, { sign: 'plus' }) : nothing}${check('deal.public', say('make_public'), app.form('deal.public', false), v => app.put('deal.public', v))}`,
    hint: say('deal_note'),
    label: say('propose'),
    closed: (view.back || {}).deals_closed || (nothingYet ? say('deal_empty') : promises.map(one => sizeCloses(view, parties, one, one.size)).find(Boolean) || ''),
    send: () => app.act('deal.offer', args, app.form('deal.words') ? { promise: app.form('deal.words') } : null, () => { app.clearForm('deal.'); app.closeSheet(); }),
  };
}

// --- Coalitions ---

// Why the buttons of a coalition are closed, and the words that are the same for all coalitions.
const groupOf = (view, one) => Object.assign({}, view.group, one.group);

const proposalCard = (view, app, one) => card(say('proposal_title'), 'peer', html`${para(one.text)}${one.waits
  ? nothing : note(say('proposal_waits'))}${one.waits || one.said
  ? row(...['yes', 'no'].map((word, i) => button(say(word), () => app.act('coalition.say', { proposal: one.slot, yes: i + 1 }), { sign: i ? 'close' : 'check', pressed: one.said && one.said === i + 1 })))
  : nothing}`, one.waits ? 'now' : '');

const lightsOf = (view, one) => html`<ul class="plain lights">${(groupOf(view, one).lights || []).map((name, i) => {
  const on = (one.lights & (1 << i)) !== 0;
  return html`<li class=${on ? 'on' : ''}>${icon(on ? 'check' : 'minus')}<span><b>${name}</b> <span class="aside">${say(on ? 'light_on' : 'light_off')}</span><small>${(groupOf(view, one).lights_about || [])[i]}</small></span></li>`;
})}</ul>`;

function coalitionCard(view, app, one) {
  const group = groupOf(view, one);
  return card(one.name, 'peer', html`${para(one.members)}${note(one.rule)}${one.frame ? chips([chip(one.frame, 'eye')]) : nothing}${one.mine
    ? html`<div class="numbers">${number(say('cohesion'), one.cohesion, app.why, '', 'cohesion')}</div>${lightsOf(view, one)}${button(say('open_coalition'), () => app.openSheet('coalition', one.slot), { sign: 'peer', note: say('open_coalition_note') })}`
    : button(say('join_coalition'), () => app.act('coalition.propose', { coalition: one.slot, members: 1 << view.me.actor, rule: one.rule_kind || 0 }),
      { sign: 'plus', note: group.join_about, closed: group.join_closed })}`);
}

function foundSheet(view, app) {
  const mask = app.form('found.members', 0), rule = app.form('found.rule', 0);
  return {
    title: say('new_coalition'),
    body: html`${field('found.name', say('coalition_name'), app.form('found.name', ''), 40, v => app.put('found.name', v))}<fieldset class="choices"><legend>${say('coalition_note')}</legend>${others(view).map(one => check('found.' + one.i, one.name, mask & (1 << one.i), () => app.put('found.members', mask ^ (1 << one.i))))}</fieldset>
      ${radios('found.rule', say('rule'), RULES.map((name, i) => ({ value: i, name: say('rule_' + name) })), rule, v => app.put('found.rule', v))}`,
    hint: '',
    label: say('propose'),
    closed: (view.back || {}).coalitions_closed || (mask ? '' : say('coalition_empty')),
    send: () => app.act('coalition.propose', { members: mask | (1 << view.me.actor), rule }, app.form('found.name') ? { name: app.form('found.name') } : null, () => { app.clearForm('found.'); app.closeSheet(); }),
  };
}

function askRow(view, app, one, line) {
  const clause = listOf(view, 'table', 'clauses').find(c => c.i === line.i), group = groupOf(view, one);
  if (!clause) return nothing;
  const level = i => (i === undefined ? '' : clause.levels[i]);
  return html`<div class="part"><h3>${line.clause || clause.name}</h3>${group.ask_closed ? html`<p>${level(line.ask) || say('no_ask_yet')}</p>`
    : radios('ask.' + line.i, say('my_ask', { clause: clause.name }), clause.levels.map((name, i) => ({ value: i, name })), line.ask,
      i => app.act('coalition.ask', { coalition: one.slot, clause: line.i, level: i }), true)}
    ${line.may_hold || line.red_line ? check('hold.' + line.i, say('ask_hold'), line.red_line, on => app.act('coalition.ask', { coalition: one.slot, clause: line.i, level: line.ask === undefined ? NONE : line.ask, hold: on ? 1 : 0 })) : nothing}
    ${line.others ? note(line.others) : nothing}${note(line.target === undefined ? say('no_target_yet') : say('our_target', { level: level(line.target) }))}
    ${line.note ? html`<p class="note ${line.outvotes_me ? 'care' : ''}">${line.note}</p>` : nothing}</div>`;
}

function workForm(view, app, one) {
  const group = groupOf(view, one);
  if (group.flags_closed) return html`<h2>${say('carries_title')}</h2>${para(one.backbone || say('carries_nobody'))}${note(one.books)}<p class="note">${icon('lock')}${group.flags_closed}</p>`;
  const was = one.backbone_actor === undefined ? NONE : one.backbone_actor;
  const who = app.form('work.who', was), does = app.form('work.does', one.backbone_does || 1), flags = app.form('work.flags', Math.min(one.flags || 0, 2));
  const same = who === was && (who === NONE || does === one.backbone_does) && flags === one.flags;
  const members = withBits(view, one.mask).map(actor => ({ value: actor.i, name: actor.name, mark: actor.i }));
  return html`${radios('work.who', say('carries_title'), [{ value: NONE, name: say('carries_nobody') }].concat(members), who, v => app.put('work.who', v))}
    ${who === NONE ? note((group.backbone_about || [])[0]) : radios('work.does', say('carries_how'), ['coordinates', 'transforms'].map((name, i) => ({ value: i + 1, name: say('carries_' + name), note: (group.backbone_about || [])[i + 1] })), does, v => app.put('work.does', v))}
    ${radios('work.flags', say('flags_title'), ['neither', 'transparent', 'confidential'].map((name, i) => ({ value: i, name: say('flags_' + name), note: (group.flags_about || [])[i] })), flags, v => app.put('work.flags', v))}
    ${button(say('set_work'), () => app.act('coalition.flags', Object.assign({ coalition: one.slot, flags, does: who === NONE ? 0 : does }, who === NONE ? {} : { actor: who })), { sign: 'check', closed: same ? say('set_same') : '' })}`;
}

function poolPart(view, app, one) {
  const pool = one.pool || {}, group = groupOf(view, one);
  if (!Object.keys(pool).length) return nothing;
  return html`<h2>${say('pool_title')}</h2>${numbers(pool, app.why)}${note(say(one.may_spend ? 'pool_yours' : 'pool_not_yours'))}
    ${group.purse_closed ? html`<p class="note">${icon('lock')}${group.purse_closed}</p>` : check('purse', say('pool_let'), one.lets_spend, on => app.act('coalition.purse', { coalition: one.slot, open: on ? 1 : 0 }))}`;
}

function framePart(view, app, one) {
  const group = groupOf(view, one), frames = listOf(view, 'table', 'frames'), chosen = frames.find(frame => frame.name === one.frame);
  if (!frames.length) return nothing;
  return group.frame_closed ? html`<h2>${say('our_frame')}</h2><p>${one.frame || say('no_frame_yet')}</p><p class="note">${icon('lock')}${group.frame_closed}</p>`
    : radios('group.frame', say('our_frame'), frames.map(frame => ({ value: frame.i, name: frame.name })), chosen ? chosen.i : undefined, frame => app.act('coalition.frame', { coalition: one.slot, frame }));
}

export function coalitionSheet(view, app) {
  const one = listOf(view, 'back', 'coalitions').find(c => c.slot === app.sheet.id && c.mine);
  if (app.sheet.id === undefined) return foundSheet(view, app);
  if (!one) return null;
  const group = groupOf(view, one);
  return {
    title: one.name,
    body: html`${para(one.members)}${note(one.rule)}<div class="numbers">${number(say('cohesion'), one.cohesion, app.why, '', 'cohesion')}${number(say('inertia'), Object.assign({}, one.inertia, { b: 0, w: '' }), app.why)}</div>
      ${para(group.standing)}${one.warning ? html`<p class="care"><b>${one.warning}</b></p>` : nothing}<h2>${say('lights_title')}</h2>${lightsOf(view, one)}${framePart(view, app, one)}
      <h2>${say('my_asks')}</h2>${note(one.agenda_text)}${group.ask_closed ? html`<p class="note">${icon('lock')}${group.ask_closed}</p>` : nothing}${(one.agenda || []).map(line => askRow(view, app, one, line))}
      ${workForm(view, app, one)}${poolPart(view, app, one)}${Object.keys(one.standing || {}).length ? html`<h2>${say('group_standing')}</h2>${numbers(one.standing, app.why)}` : nothing}
      <h2>${say('leave_coalition')}</h2>${note(one.leaving || group.leave_about)}${button(say('leave_coalition'), () => app.act('coalition.leave', { coalition: one.slot }, null, () => app.closeSheet()), { closed: group.leave_closed })}`,
    hint: say('group_note'),
  };
}

export function dealsPage(view, app) {
  const all = listOf(view, 'back', 'coalitions'), back = view.back || {};
  const mineFirst = all.filter(one => one.mine).concat(all.filter(one => !one.mine));
  return {
    left: html`${listOf(view, 'back', 'proposals').map(one => proposalCard(view, app, one))}${asidesCard(view, app)}${dealsCard(view, app)}${requestsCard(view)}${loansCard(view)}${electionCards(view, app)}${guestCard(view, app)}`,
    right: html`${mineFirst.map(one => coalitionCard(view, app, one))}${card(say('coalitions_title'), 'peer', html`${all.length ? nothing : empty(say('no_coalitions'))}
      ${button(say('new_coalition'), () => app.openSheet('coalition'), { sign: 'plus', closed: back.coalitions_closed, id: 'new_coalition' })}`)}`,
  };
}
