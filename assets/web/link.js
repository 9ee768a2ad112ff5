// assets/web/link.js — one seat's connection: what was sent and not yet answered, what is there, coming back after sleep. Never: a rule, a page.

const PROTOCOL = 'convene.1';
const OPEN_MS = 5000;
const PING_MS = 5000;
const PONG_MS = 3000;
const GAP_MS = 3000;
const NEED_MS = 3000;
const WAITING_MAX = 8;
const BACKOFF_MS = [0, 250, 500, 1000, 2000, 4000, 5000];

// --- What is kept on the device: the place, and work that is not finished. Nothing else. ---

const PLACES_MAX = 4; // one phone may be handed round
const SHARED = ['device', 'count', 'look', 'place', 'was']; // was: the token of a place that was taken back
const memory = {};
let place = 0;

const named = (key, of) => 'convene.' + (of && !SHARED.includes(key) ? of + '.' : '') + key;

function read(key, of) {
  const name = named(key, of);
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch (e) {
    return name in memory ? memory[name] : null;
  }
}

export const kept = {
  get: key => read(key, place),
  set(key, value) {
    const name = named(key, place);
    memory[name] = value;
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(value));
      return true;
    } catch (e) {
      return false; // private windows may keep nothing
    }
  },
  // Everything of this place; what other people have on this phone stays.
  forget() {
    ['token', 'code', 'seat', 'cid', 'claim', 'out', 'forms', 'drafts', 'undone', 'lang'].forEach(key => kept.set(key, null));
  },
  // The places of this phone: number here, number of the seat; and going over to another.
  places: () => [0, 1, 2, 3].slice(0, PLACES_MAX).filter(n => read('token', n)).map(n => ({ n, seat: read('seat', n), here: n === place })),
  free: () => [0, 1, 2, 3].slice(0, PLACES_MAX).find(n => !read('token', n)),
  use(n) { kept.set('place', place = n); },
};
place = kept.get('place') || 0;

// Letters and figures from so many random bytes, as the address of a page may hold them.
export function chance(bytes) {
  const all = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...all)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

// --- Sections: what the host sent, put together ---

const each = (all, act) => Object.keys(all || {}).forEach(key => act(key, all[key]));

// The box and key a path like "table/actors/2/coalition" leads to; nowhere when it is not there.
function spot(all, path, act) {
  const keys = path.split('/'), last = keys.pop();
  const box = keys.reduce((at, key) => (at && typeof at === 'object' ? at[key] : undefined), all);
  if (box && typeof box === 'object') act(box, last);
}

// What never changes was sent once: b laid over a, objects by member, lists by place.
export function merge(a, b) {
  if (a === undefined) return b;
  if (b === undefined) return a;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return b;
  if (Array.isArray(b)) return b.map((item, i) => merge(a[i], item));
  const all = Object.assign({}, a);
  Object.keys(b).forEach(key => { all[key] = merge(a[key], b[key]); });
  return all;
}

// The whole view: every section with its fixed parts, every act with its texts and prices.
export function whole(held) {
  const words = held.words || {}, brief = held.brief || {}, view = {};
  Object.keys(Object.assign({}, words, brief, held)).forEach(name => { view[name] = merge(merge(words[name], brief[name]), held[name]); });
  view.tokens = (held.verbs || {}).tokens || [];
  const book = (held.book || {}).moves || {}, prices = (held.prices || {}).moves || {};
  const { moves = [], why = [] } = held.verbs || {};
  const reason = move => (move.closed === undefined ? { why } : { why, closed: why[move.closed] });
  view.moves = moves.filter(move => book[move.id]).map(move => Object.assign(merge(merge(book[move.id], prices[move.id]), move), reason(move)));
  return view;
}

// --- The connection ---

// `hear` gets: state(name, about), changed(sections), told(message) for everything else that comes in.
export class Link {
  constructor(hear, build) {
    this.hear = hear;
    this.build = build;
    this.lang = '';
    this.state = 'connecting';
    this.sections = {};
    this.marks = {};
    this.n = 0;
    this.token = kept.get('token');
    this.device = kept.get('device') || chance(4);
    kept.set('device', this.device);
    this.out = kept.get('out') || [];
    this.asked = new Map();
    this.tries = 0;
    this.timers = {};
    this.watch();
  }

  // --- Staying awake ---

  watch() {
    let last = Date.now();
    const wake = () => { if (!document.hidden) this.wake(); };
    setInterval(() => {
      const now = Date.now();
      if (now - last > GAP_MS + 1000) wake();
      last = now;
      if (!document.hidden && this.state === 'live' && now - this.heard > PING_MS) this.ping();
    }, 1000);
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.sleep();
      else wake();
    });
    addEventListener('pageshow', wake);
    addEventListener('online', wake);
    addEventListener('offline', () => this.lost());
    addEventListener('focus', () => { if (this.state === 'backoff') wake(); });
  }

  // A socket that may be dead is asked at once; one that is gone is opened without delay.
  wake() {
    if (this.state === 'replaced' || this.state === 'ended') return;
    if (this.socket && this.socket.readyState === 1) {
      if (this.state === 'asleep') this.become('live');
      this.ping();
    } else if (this.state !== 'connecting' && this.state !== 'greeting') {
      this.tries = 0;
      this.open();
    }
  }

  sleep() {
    if (this.state === 'live') this.become('asleep');
  }

  ping() {
    if (this.asks) return; // one question at a time, or its end never comes
    this.asks = true;
    this.send({ t: 'ping', n: this.pings = (this.pings || 0) + 1 });
    this.later('pong', PONG_MS, () => this.lost());
  }

  later(name, ms, act) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(act, ms);
  }

  never(name) {
    clearTimeout(this.timers[name]);
  }

  become(state, about) {
    const before = this.state;
    this.state = state;
    if (state !== before || about) this.hear.state(state, about);
  }

  // --- Opening ---

  open() {
    this.drop();
    this.become('connecting');
    const scheme = location.protocol === 'https:' ? 'wss://' : 'ws://';
    const socket = new WebSocket(scheme + location.host + '/api/1/ws', PROTOCOL);
    this.socket = socket;
    const mine = act => event => { if (this.socket === socket) act(event); };
    socket.onopen = mine(() => this.greet());
    socket.onmessage = mine(event => this.take(event.data));
    socket.onclose = mine(event => this.closed(event.code));
    this.later('open', OPEN_MS, () => this.lost());
  }

  drop() {
    const socket = this.socket;
    this.socket = null;
    this.asks = false;
    ['open', 'pong', 'retry', 'need'].forEach(name => this.never(name));
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  greet() {
    this.send({ t: 'hello', v: 1, kind: 'seat', app: 'web', lang: this.lang, build: this.build });
    this.become('greeting');
    if (this.token) this.send({ t: 'resume', token: this.token, have: this.marks });
    this.later('open', OPEN_MS, () => this.lost());
  }

  closed(code) {
    if (code === 4004) {
      this.drop();
      this.become('replaced');
    } else if (code === 4005 || code === 4006) {
      this.drop();
      if (code === 4005) kept.set('was', this.token);
      this.become('ended', code === 4005 ? 'removed' : 'closed');
    } else {
      this.lost();
    }
  }

  // Nothing is lost but the connection: try again, later each time, not all phones at once.
  lost() {
    if (this.state === 'replaced' || this.state === 'ended') return;
    this.drop();
    const base = this.retry || BACKOFF_MS[Math.min(this.tries, BACKOFF_MS.length - 1)];
    this.retry = 0;
    this.tries++;
    this.become('backoff');
    this.later('retry', base * (0.7 + 0.6 * Math.random()), () => this.open());
  }

  // The seat comes back to this device.
  useHere() {
    this.state = 'backoff';
    this.tries = 0;
    this.open();
  }

  send(message) {
    if (!this.socket || this.socket.readyState !== 1) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  // --- What comes in ---

  take(data) {
    let message;
    try {
      message = JSON.parse(data);
    } catch (e) {
      return;
    }
    this.heard = Date.now();
    this.asks = false;
    this.never('pong');
    const handler = this['on_' + message.t];
    if (handler) handler.call(this, message);
    else this.hear.told(message);
  }

  on_welcome(message) {
    this.limits = message.limits;
    this.skew = message.now - Date.now();
    if (!this.token) this.arrived('live');
    this.hear.told(message);
  }

  arrived(state) {
    this.never('open');
    this.tries = 0;
    this.become(document.hidden ? 'asleep' : state);
  }

  on_view(message) {
    this.needs = false;
    this.never('need');
    this.n = message.n;
    this.dropOthers(message.h || {});
    this.put(message);
    this.arrived('live');
    this.busy = null;
    this.next();
  }

  on_delta(message) {
    if (message.n !== this.n + 1) {
      if (!this.needs) this.askAll();
      return;
    }
    this.n = message.n;
    this.put(message);
  }

  // A whole view names all there is: what another part had is not this part's to keep.
  dropOthers(named) {
    Object.keys(this.sections).filter(name => !(name in named)).forEach(name => {
      delete this.sections[name];
      delete this.marks[name];
    });
  }

  // Until a whole view is here; a host that was asked too fast says no once.
  askAll() {
    this.needs = true;
    this.send({ t: 'need', sections: [] });
    this.later('need', NEED_MS, () => { if (this.needs && this.socket) this.askAll(); });
  }

  put(message) {
    const held = this.sections, fresh = message.s || {};
    Object.keys(fresh).forEach(name => { held[name] = fresh[name]; });
    each(message.drop, (path, count) => spot(held, path, (box, key) => { box[key] = box[key].slice(count); }));
    (message.cut || []).forEach(path => spot(held, path, (box, key) => { delete box[key]; }));
    each(message.set, (path, value) => spot(held, path, (box, key) => { box[key] = value; }));
    each(message.add, (path, items) => spot(held, path, (box, key) => { box[key] = (box[key] || []).concat(items); }));
    Object.assign(this.marks, message.h);
    (message.gone || []).forEach(name => {
      delete held[name];
      delete this.marks[name];
    });
    this.hear.changed();
  }

  on_seated(message) {
    kept.set('token', this.token = message.token);
    kept.set('cid', null);
    this.sections = {};
    this.marks = {};
    this.hear.told(message);
    if (this.state !== 'live') this.arrived('live');
  }

  on_ack(message) { this.answered(message, true); }

  on_refused(message) {
    if (message.code === 'rate') {
      this.busy = null;
      this.later('next', 1200, () => this.next());
    } else if (message.code === 'token_dead') {
      if (this.token) kept.set('was', this.token);
      this.leave();
      this.arrived('live');
      this.hear.told(message);
    } else {
      this.answered(message, false);
    }
  }

  on_pong(message) { this.skew = message.now - Date.now(); }

  on_bye(message) {
    if (message.retry_ms) this.retry = message.retry_ms;
    this.hear.told(message);
  }

  // --- Acts: kept before they are sent, one on its way, sent again until answered ---

  // `then(answer)` is called with the answer; false when too many wait already.
  act(name, args, words, then) {
    if (this.out.length > WAITING_MAX) return false;
    const count = (kept.get('count') || 0) + 1;
    const now = this.sections.now || {};
    const message = { t: 'cmd', id: this.device + '-' + count, n: this.n, at: now.at || '', do: name, args: args || {} };
    if (words) message.words = words;
    kept.set('count', count);
    this.out.push(message);
    kept.set('out', this.out);
    if (then) this.asked.set(message.id, then);
    this.next();
    return true;
  }

  next() {
    const first = this.out[0];
    if (!first || this.busy || !this.token || this.state === 'replaced') return;
    if (this.state !== 'live' && this.state !== 'asleep') return;
    if (this.send(first)) this.busy = first.id;
  }

  answered(message, good) {
    const place = this.out.findIndex(one => one.id === message.id);
    if (place >= 0) {
      this.out.splice(place, 1);
      kept.set('out', this.out);
      if (this.busy === message.id) this.busy = null;
    }
    const then = this.asked.get(message.id);
    this.asked.delete(message.id);
    if (then) then(message, good);
    else this.hear.told(message);
    this.next();
  }

  // A question that changes nothing: why, probe. Lost with the connection.
  ask(message, then) {
    message.id = 'q' + (this.questions = (this.questions || 0) + 1);
    this.asked.set(message.id, then);
    return this.send(message);
  }

  on_because(message) { this.answered(message, true); }

  on_forecast(message) { this.answered(message, true); }

  waits() { return this.out.length; }

  // Forgets this place on this device. What was not answered is gone with it.
  leave() {
    this.token = null;
    this.out = [];
    this.sections = {};
    this.marks = {};
    this.n = 0;
    kept.set('token', null);
    kept.set('out', null);
  }
}
