// assets/web/check.js — does this phone reach the host, keep what it must, and tell the time? Never: takes a place, asks for a code.
import { render, html } from './lit-html.js';
import { say, icon, loadWords } from './parts.js';

const root = document.documentElement;
const build = root.dataset.build;
const found = {};
const WAIT_MS = 5000;

// One hello over the socket; how long the answer took, and by how much the clocks differ from step to step.
function socketWorks() {
  return new Promise(resolve => {
    const from = Date.now();
    const socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/api/1/ws', 'convene.1');
    const end = ms => { socket.onclose = null; socket.close(); resolve(ms); };
    socket.onopen = () => socket.send(JSON.stringify({ t: 'hello', v: 1, kind: 'seat', app: 'check', build }));
    socket.onmessage = event => {
      if (!/"t":"welcome"/.test(event.data)) return;
      const ms = Math.max(1, Date.now() - from); // the host's lamp shows it
      socket.send(JSON.stringify({ t: 'ping', n: ms }));
      end(ms);
    };
    socket.onclose = () => end(-1);
    setTimeout(() => end(-1), WAIT_MS);
  });
}

function storageWorks() {
  try {
    localStorage.setItem('convene.check', '1');
    const kept = localStorage.getItem('convene.check') === '1';
    localStorage.removeItem('convene.check');
    return kept;
  } catch (e) {
    return false;
  }
}

const clockWorks = () => new Promise(resolve => {
  const from = Date.now();
  setTimeout(() => resolve(Math.abs(Date.now() - from - 300) < 400), 300);
});

const line = (good, text, more) => html`<li><span class=${good === undefined ? '' : good ? 'good' : 'loss'}>${icon(good === undefined ? 'clock' : good ? 'check' : 'close')}</span>
  <span class="grow">${text}${more ? html`<small> ${more}</small>` : ''}</span></li>`;

function draw() {
  const done = found.socket !== undefined && found.clock !== undefined, good = done && found.socket >= 0 && found.storage && found.clock;
  render(html`<main id="main" class="lone"><h1 tabindex="-1" id="title">${say(!done ? 'one_moment' : good ? 'check_good' : 'check_bad')}</h1><ul class="plain checks">
    ${line(found.socket === undefined ? undefined : found.socket >= 0, say('check_socket'), found.socket >= 0 ? say('check_ms', { ms: found.socket }) : '')}
    ${line(found.storage, say('check_storage'))}${line(found.clock, say('check_clock'))}</ul><p>${done ? say(good ? 'check_next' : found.socket < 0 ? 'check_network' : 'check_private') : ''}</p></main>`, document.getElementById('page'));
  if (done) document.getElementById('polite').textContent = say(good ? 'check_good' : 'check_bad');
}

async function start() {
  root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  await loadWords((navigator.language || 'en').split('-')[0], build, ['door']);
  found.storage = storageWorks();
  draw();
  clockWorks().then(good => { found.clock = good; draw(); });
  found.socket = await socketWorks();
  draw();
}

start();
