// assets/web/door.js — coming in and staying in touch: the code, name and consent, waiting, another device, and the end. Never: claims a place without the Join button.
import { html, nothing, say, icon, note, para, button, moving, check, field, languages, radios } from './parts.js';

const PURPOSES = ['play', 'report', 'research'];

// What the address carried after #: "482913.K7Q2M8XPTR". It is taken out of the address bar at once.
export function takeFragment() {
  const found = /^#(\d{6})(?:\.([A-Za-z0-9]{1,24}))?$/.exec(location.hash);
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  return found ? { pin: found[1], qr: found[2] || '' } : null;
}

const page = (title, body) => html`<h1 tabindex="-1" id="title">${title}</h1>${body}`;
const code = text => html`<p class="code" dir="ltr">${text.replace(/(....)(?=.)/g, '$1 ')}</p>`;
const wrong = text => (text ? html`<p class="wrong" role="alert">${icon('warn')}${text}</p>` : nothing);

// --- The code ---

export function codePage(app) {
  const digits = v => app.put('pin', v.replace(/\D/g, '').slice(0, 8));
  const pin = app.form('pin', ''), seat = app.form('by_seat', false), length = seat ? 8 : 6;
  const go = event => {
    const typed = app.form('pin', '');
    event.preventDefault();
    if (typed.length === length && seat) app.enter(typed);
    else if (typed.length === length) app.look(typed);
    else app.set({ wrong: say(seat ? 'seat_code_short' : 'pin_short') });
  };
  return page(say('join_title'), html`<form @submit=${go} novalidate><p>${say(seat ? 'seat_code_hint' : 'pin_hint')}</p>
    ${field('pin', say(seat ? 'seat_code' : 'pin'), pin, 11, digits, { digits: true, wrong: app.wrong })}
    <button type="submit" class="button primary"><span class="label">${say(seat ? 'come_back' : 'go_on')}</span></button></form>
    ${button(say(seat ? 'have_pin' : 'have_seat_code'), () => app.set({ wrong: '' }, { by_seat: !seat, pin: '' }), { kind: 'quiet' })}`);
}

// --- Who comes in, and how ---

function consents(app, list) {
  const all = list && list.length ? list : PURPOSES.map(id => ({ id, must: id === 'play', text: say('consent_' + id) }));
  return html`<fieldset class="choices"><legend>${say('consent_title')}</legend>${note(say('consent_text'))}${all.map(one => check('consent.' + one.id, one.text,
    app.form('consent.' + one.id, false), on => app.put('consent.' + one.id, on), one.must ? say('consent_must') : ''))}</fieldset>`;
}

export function joinPage(app) {
  const found = app.found, as = app.form('as', 'play');
  const agreed = () => (found.consent && found.consent.length ? found.consent.filter(one => one.must).map(one => one.id) : ['play']).every(id => app.form('consent.' + id, false));
  const go = event => {
    event.preventDefault();
    if (agreed()) app.join();
    else app.set({ wrong: say('consent_first') });
  };
  return page(found.title, html`${languages(app, found.langs || [])}${found.locked ? para(say('join_locked')) : nothing}<form @submit=${go} novalidate>
    ${field('name', say('name'), app.form('name', ''), 40, v => app.put('name', v), { fills: 'nickname' })}${note(say('name_hint'))}
    ${(found.as || []).length > 1 ? radios('as', say('as_title'), found.as.map(name => ({ value: name, name: say('as_' + name), note: say('as_' + name + '_note') })), as, v => app.put('as', v)) : nothing}
    ${consents(app, found.consent)}${wrong(app.wrong)}
    <button type="submit" class="button primary" id="join" aria-disabled=${app.joining ? 'true' : nothing}><span class="label">${say(found.locked ? 'knock' : 'join')}</span></button></form>
    ${button(say('other_code'), () => app.reset(), { kind: 'quiet' })}`);
}

export function waitingPage(app) {
  const why = app.waits || {};
  return page(say('waiting_title'), html`<p>${why.text || say(why.why === 'full' ? 'waiting_full' : why.why === 'knock' ? 'waiting_knock' : 'waiting_seat')}</p>
    ${why.ahead ? para(say('waiting_ahead', { count: why.ahead })) : nothing}${note(say('waiting_keep'))}${moving(app, why.second)}${app.code ? html`<p>${say('seat_code_text')}</p>${code(app.code)}` : nothing}`);
}

export const replacedPage = app => page(say('replaced_title'), html`<p>${say('replaced_text')}</p>${button(say('use_here'), () => app.link.useHere(), { kind: 'primary', id: 'use_here' })}`);

export const endedPage = app => page(say('ended_title'), html`<p>${say(app.ended === 'removed' ? 'ended_removed' : 'ended_closed')}</p>
  ${app.notes && app.notes() ? button(say('export_journal'), () => app.keepNotes(), {}) : nothing}${button(say('other_code'), () => app.leave(), { kind: 'quiet' })}`);

export const loadingPage = app => page(say(app.link.state === 'backoff' ? 'no_connection' : 'one_moment'), html`<p>${say('connecting_text')}</p>${app.link.state === 'backoff' ? button(say('try_now'), () => app.link.wake(), {}) : nothing}`);

// Between two people who share a phone nothing of either is on the screen.
export const coverPage = app => page(say('cover_title'), html`<p>${say(app.link.token ? 'cover_text' : 'cover_new')}</p>${app.places().filter(one => one.here).map(one => html`<p class="big">${say('place_number', { seat: one.seat || '' })}</p>`)}
  ${button(say('cover_go'), () => app.uncover(), { kind: 'primary', id: 'cover' })}`);
