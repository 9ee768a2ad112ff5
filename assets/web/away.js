// assets/web/away.js — coming back: what went on meanwhile and what is asked now, and acts that were taken back by an undo. Never: a rule.
import { html, nothing, say, icon, mark, card, note, para, chips, chip, button, row } from './parts.js';
import { listOf, actorOf, newsLine, freshNews, levelText } from './table.js';

const AGREED = 2, STAND_IN = 3; // DealState, SeatBy
const UNDONE_MOST = 8;

// --- What this person looked at last, while awake ---

let last = null, back = null; // back: what stood there before it went away

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

// True while the card shows the news, so that they do not stand there twice.
export const tellsAway = () => !!back;

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
