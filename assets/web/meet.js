// assets/web/meet.js — a meeting: agenda, roles, what is said and minuted, and what this seat can say or lead. Never: a rule.
import { html, nothing, say, icon, mark, card, note, para, empty, chip, chips, button, row, radios, check } from './parts.js';
import { listOf, actorOf, actorName, played, clauseRow, movesCard, planCard, guideCard, others } from './table.js';

const NONE = 255;
const ROLES = 1, RECORD = 3; // MeetingStep

// --- What is said: tap a line for what can be done with it ---

const LINE = 11, KINDS = { 1: [8, 13], 2: [7, 12] }; // an utterance is about a frame, or about a clause

// What this seat could do with a line: its acts that can be pointed at it, or at what it is about.
const answersTo = (view, line) => view.moves.map(move => ({ move, place: (move.to || []).findIndex(to => (to[0] === LINE ? to[1] === line.slot
  : (KINDS[line.kind] || []).includes(to[0]) && to[1] === line.target)) })).filter(one => one.place >= 0);

function lineBody(view, app, line) {
  const acts = answersTo(view, line);
  return html`${line.recorded ? note(say('is_recorded')) : nothing}${line.voiced ? note(say('is_voiced')) : nothing}
    ${acts.length ? html`<div class="list">${acts.map(one => button(one.move.name, () => app.openAct(one.move, { target: one.place }),
      { closed: one.move.closed, note: one.move.closed ? '' : one.move.about }))}</div>` : note(say('line_nothing'))}`;
}

function saidRow(view, app, line) {
  const text = html`${line.by === undefined ? icon('speech') : mark(line.by)}<span class="grow">${line.text}${played(actorOf(view, line.by) || {})}</span>
    ${line.dir ? icon(line.dir > 0 ? 'up' : 'down') : nothing}${line.strength ? html`<small>${say('strength', { strength: line.strength })}</small>` : nothing}`;
  return html`<li class=${line.mine ? 'mine' : ''}><details class="line-of"><summary>${text}</summary>${lineBody(view, app, line)}</details></li>`;
}

const saidCard = (view, app, lines, title, sign, text, none) => card(title, sign, html`${note(text)}${lines.length
  ? html`<ul class="plain">${lines.map(line => saidRow(view, app, line))}</ul>` : empty(none)}`);

export const minutesCard = (view, app) => saidCard(view, app, listOf(view, 'meet', 'minutes'), say('minutes_title'), 'news', say('minutes_text'), say('minutes_empty'));

// --- The room ---

function roomCard(view) {
  const meet = view.meet, room = listOf(view, 'table', 'arenas').find(one => one.i === meet.i);
  const now = view.now || {}, roles = meet.roles || [];
  const holders = roles.length ? roles : [{ name: say('chair'), who: meet.chair }, { name: say('taker'), who: meet.taker }].filter(one => one.who);
  return card(meet.arena || (room && room.name) || '', 'meeting', html`${now.step ? html`<p><b>${now.step}</b></p>` : nothing}${note(room && room.how)}
    ${holders.length ? html`<dl>${holders.map(one => html`<div><dt>${one.name}</dt><dd>${one.who || say('role_nobody')}</dd></div>`)}</dl>` : nothing}
    ${meet.present ? html`<p class="note">${say('voice_left', { left: meet.voice || 0 })}</p>` : chips([chip(say('not_present'), 'lock', 'care')])}`);
}

function agendaCard(view) {
  const meet = view.meet, all = (meet.agenda || []).map(i => listOf(view, 'table', 'clauses').find(one => one.i === i)).filter(Boolean);
  if (!all.length) return nothing;
  const today = all.slice(0, meet.slots), later = all.slice(meet.slots);
  return card(say('agenda_title'), 'know', html`${today.map(clauseRow)}${later.length
    ? html`<h3>${say('not_today')}</h3><ul>${later.map(one => html`<li>${one.name}</li>`)}</ul>` : nothing}`);
}

// --- What this seat is asked ---

const askedCards = (view, app) => (view.meet.asked || []).map(one => card(say('asked_title'), 'why', html`${actorName(view, one.from)}${para(one.text)}
  ${row(button(say('answer'), () => app.act('meet.answer', { how: 1, actor: one.from }), { note: view.meet.answer_note || say('answer_note') }),
    button(say('deflect'), () => app.act('meet.answer', { how: 2, actor: one.from }), { note: view.meet.deflect_note || say('deflect_note') }))}`, 'now'));

// --- Leading ---

function orderCard(view, app) {
  const meet = view.meet, items = (meet.items || []).map(one => ({ value: one.i, name: one.name }));
  const first = app.form('order.first', NONE), off = app.form('order.off', NONE);
  const list = name => [{ value: NONE, name: say(name) }].concat(items);
  return card(say('order_title'), 'meeting', html`${note(say('order_text'))}${radios('order.first', say('order_first'), list('order_as_it_is'), first, v => app.put('order.first', v))}
    ${meet.may_defer ? radios('order.off', say('order_put_off'), list('order_nothing_off'), off, v => app.put('order.off', v)) : nothing}
    ${button(say('order_send'), () => app.act('meet.order', { clause1: first, defer: off }), { note: say('order_note') })}`, 'now');
}

function objectionCard(view, app) {
  const meet = view.meet;
  return card(say('object_title'), 'flag', html`${para(meet.order)}${meet.objectors ? note(say('objectors', { names: meet.objectors })) : nothing}
    ${meet.may_object ? button(say('object'), () => app.act('meet.object', {}), { note: meet.object_note || say('object_note') }) : nothing}
    ${meet.objectors ? note(say('hands_shown', { with: meet.with || 0, against: meet.against || 0 })) : nothing}
    ${meet.may_show_hand ? row(...['hand_with', 'hand_against'].map((name, i) => button(say(name), () => app.act('meet.hand', { how: i + 1 }), { pressed: meet.my_hand === i + 1 }))) : nothing}`);
}

const sumUpCard = (view, app) => card(say('sum_up_title'), 'speech', html`${note(say('sum_up_text'))}
  ${(view.meet.said || []).filter(one => one.may_sum_up).map(one => button(one.text, () => app.act('meet.sum_up', { line: one.slot })))}`, 'now');

const signsCard = (view, app) => card(say('signs_title'), 'vote', html`${note(say('signs_text'))}${[0, 1, 2, 3, 4, 5, 6, 7].filter(i => view.meet.may_show_signs & (1 << i))
  .map(i => button(say('signs_ask'), () => app.act('meet.signs', { issue: i })))}`);

function recordCard(view, app) {
  const meet = view.meet, lines = (meet.said || []).filter(one => one.strength >= 1);
  const chosen = app.form('record', []).filter(slot => lines.some(one => one.slot === slot)), most = meet.lines || 0;
  const toggle = slot => app.put('record', chosen.includes(slot) ? chosen.filter(one => one !== slot) : chosen.concat(slot));
  const sharpen = app.form('record.sharpen', NONE);
  const sharp = [{ value: NONE, name: say('sharpen_none') }].concat(lines.filter(one => chosen.includes(one.slot)).map(one => ({ value: one.slot, name: one.text })));
  const send = () => app.act('meet.record', { line1: chosen[0] === undefined ? NONE : chosen[0], line2: chosen[1] === undefined ? NONE : chosen[1],
    line3: chosen[2] === undefined ? NONE : chosen[2], sharpen: chosen.includes(sharpen) ? sharpen : NONE });
  return card(say('record_title'), 'envelope', html`${para(say('record_text', { count: most }))}
    <fieldset class="choices"><legend class="aside">${say('record_title')}</legend>${lines.map(one => check('line.' + one.slot, one.text, chosen.includes(one.slot), () => toggle(one.slot)))}</fieldset>
    ${meet.may_slant && chosen.length ? radios('record.sharpen', say('sharpen'), sharp, chosen.includes(sharpen) ? sharpen : NONE, v => app.put('record.sharpen', v)) : nothing}
    ${button(say('record_send'), send, { closed: chosen.length > most ? say('record_too_many', { count: most }) : '', sign: 'check' })}`, 'now');
}

function leading(view, app) {
  const meet = view.meet;
  return html`${meet.may_order ? orderCard(view, app) : nothing}${meet.may_object || meet.may_show_hand || meet.order ? objectionCard(view, app) : nothing}
    ${meet.may_sum_up ? sumUpCard(view, app) : nothing}${meet.may_show_signs ? signsCard(view, app) : nothing}${meet.taker_me && meet.sub === RECORD ? recordCard(view, app) : nothing}`;
}

export function meetPage(view, app) {
  const meet = view.meet || {};
  if (!meet.open) return { left: card(say('no_meeting'), 'meeting', para(say('no_meeting_text'))), right: minutesCard(view, app) };
  const plays = !!view.me && view.me.actor !== undefined;
  return {
    left: html`${plays ? html`${guideCard(view, app)}${askedCards(view, app)}${leading(view, app)}
      ${meet.sub === RECORD && !view.moves.length ? nothing : movesCard(view, app, say(meet.sub === ROLES ? 'roles_title' : 'points_title'))}
      ${listOf(view, 'mine', 'plan').length ? planCard(view, app) : nothing}` : nothing}
      ${saidCard(view, app, listOf(view, 'meet', 'said'), say('said_title'), 'speech', '', say('said_empty'))}`,
    right: html`${roomCard(view)}${agendaCard(view)}${minutesCard(view, app)}`,
  };
}
