// tests/web/lib.mjs — a host of one's own, a browser, and the steps a person takes on the page. Never: a test.
import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, readFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import WebSocket from 'ws';

export const root = process.argv[2] || '.';
export const built = process.argv[3] || 'build/dev';
export const shots = join(built, 'web-shots');
mkdirSync(shots, { recursive: true });

const folder = mkdtempSync(join(tmpdir(), 'convene-web-'));
const hosts = new Set();
let files = 0;
process.on('exit', () => {
  hosts.forEach(child => child.kill('SIGKILL'));
  rmSync(folder, { recursive: true, force: true });
});

// A host on a free port; what it said with --json, and its process.
export function openHost(pack = 'riverside-link', args = [], file = '') {
  const session = file || join(folder, 's' + ++files + '.convene-session');
  const child = spawn(join(built, 'convene'), ['host', ...(pack ? [pack] : []), ...(args.includes('--port') ? [] : ['--port', '0']), '--local', '--at-once', '--headless', '--json', '--session', session, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  hosts.add(child);
  let text = '', problems = '';
  child.stderr.on('data', data => { problems += data; });
  return new Promise((resolve, reject) => {
    child.on('exit', code => { hosts.delete(child); reject(new Error('the host ended with ' + code + ': ' + problems)); });
    child.stdout.on('data', data => {
      text += data;
      if (!text.includes('\n')) return;
      const said = JSON.parse(text.slice(0, text.indexOf('\n')));
      resolve(Object.assign(said, { url: 'http://127.0.0.1:' + said.port, child, session, problems: () => problems, stop: () => stopHost(child) }));
    });
  });
}

function stopHost(child) {
  return new Promise(resolve => {
    child.removeAllListeners('exit');
    child.on('exit', code => { hosts.delete(child); resolve(code); });
    child.kill('SIGTERM');
  });
}

export const openBrowser = () => chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

// --- The facilitator, over the same socket the console uses ---

export function openConsole(host) {
  const socket = new WebSocket('ws://127.0.0.1:' + host.port + '/api/1/ws', 'convene.1');
  const waiting = new Map(), seen = [];
  let count = 0;
  const send = message => socket.send(JSON.stringify(message));
  const answer = id => new Promise(resolve => waiting.set(id, resolve));
  socket.onmessage = event => {
    const message = JSON.parse(event.data);
    seen.push(message);
    const key = message.id || message.cid;
    if (waiting.has(key)) { waiting.get(key)(message); waiting.delete(key); }
  };
  return new Promise(resolve => {
    socket.onopen = async () => {
      const mark = randomUUID().replaceAll('-', ''), cid = mark.slice(0, 22); // the host remembers what it was told before
      send({ t: 'hello', v: 1, kind: 'console', lang: 'en' });
      const done = answer(cid);
      send({ t: 'code', cid, code: host.facilitator_code });
      const entered = await done;
      resolve({
        entered, seen,
        verb(name, args = {}, words) {
          const id = mark.slice(22) + ++count;
          send(Object.assign({ t: 'cmd', id, do: 'console.' + name, args }, words ? { words } : {}));
          return answer(id);
        },
        close: () => socket.close(),
      });
    };
  });
}

// --- Counting ---

let passed = 0, failed = 0;

export async function check(name, act) {
  try {
    await act();
    passed++;
    console.log('ok ' + name);
  } catch (error) {
    failed++;
    console.log('not ok ' + name + '\n' + (error.stack || error));
  }
}

export function finish() {
  console.log(passed + ' passed, ' + failed + ' failed');
  process.exit(failed || !passed ? 1 : 0);
}

export function must(good, text) { if (!good) throw new Error(text); }

export const axeSource = () => readFileSync(join(root, 'tests/web/node_modules/axe-core/axe.min.js'), 'utf8');
