// Runs Isso, a real comment server, on loopback with a database of its own,
// and speaks its API as several people.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../browser.mjs';

const PROGRAM = fileURLToPath(new URL('../../../target/isso/bin/isso', import.meta.url));

/** Why Isso cannot be started, or false. */
export const missingIsso = () => !existsSync(PROGRAM) && `no ${PROGRAM}: ./build.sh test installs it`;

/** A port that is free now. */
async function freePort() {
  const probe = net.createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address();
  await new Promise((resolve) => { probe.close(resolve); });
  return port;
}

/** Starts Isso for pages of one origin; gives its address, API and end. */
export async function startIsso(origin) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-isso-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const settings = path.join(folder, 'isso.cfg');
  // The people of the test are told apart by the address that a proxy names:
  // Isso lets nobody vote on a comment from their own.
  writeFileSync(settings, `[general]
dbpath = ${path.join(folder, 'comments.db')}
host = ${origin}
[server]
listen = ${url}
trusted-proxies = 127.0.0.1
[guard]
enabled = false
[markup]
renderer = mistune
`);
  const { ISSO_SETTINGS: _, ...env } = process.env;
  const child = spawn(PROGRAM, ['-c', settings, 'run'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (part) => { said = (said + part).slice(-2000); });
  let failed = null;
  child.once('error', (error) => { failed = error; });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(async () => {
      if (failed || child.exitCode !== null) return true;
      return (await fetch(`${url}/js/embed.min.js`)).ok;
    }, 'Isso to answer', { timeout: 20_000 });
    if (failed || child.exitCode !== null) throw new Error('it ended');
  } catch (error) {
    await stop();
    throw new Error(`Isso did not start: ${failed?.message ?? error.message}\n${said}`);
  }
  return { url, stop, ...api(url) };
}

/** The cookie with which a comment's author may change it. */
const pass = (id, cookies) => cookies.map((line) => line.split(';')[0]).find((line) => line.startsWith(`${id}=`));

/** Isso's own API; `from` is the number of the person who calls. */
function api(url) {
  const call = async (method, where, { body, from, cookie } = {}) => {
    const answer = await fetch(`${url}${where}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.0.${from}.1`,
        ...(cookie ? { cookie } : {}),
      },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${await answer.text()}`);
    return { json: await answer.json(), cookies: answer.headers.getSetCookie() };
  };
  return {
    /** Posts a comment; what is given back is needed to change it. */
    async post(thread, { author, from, text, parent = null }) {
      const { json, cookies } = await call('POST', `/new?uri=${encodeURIComponent(thread)}`, {
        from, body: { author, text, parent, title: 'A thread' },
      });
      return { id: json.id, from, author, cookie: pass(json.id, cookies) };
    },
    like: ({ id }, from) => call('POST', `/id/${id}/like`, { from, body: {} }),
    /** The pass is good for one text, so an edited comment comes with another. */
    async edit(comment, text) {
      const { id, from, author, cookie } = comment;
      const { cookies } = await call('PUT', `/id/${id}`, { from, cookie, body: { author, text } });
      return { ...comment, cookie: pass(id, cookies) };
    },
    remove: ({ id, from, cookie }) => call('DELETE', `/id/${id}`, { from, cookie }),
  };
}
