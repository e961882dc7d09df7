// What Rapport costs a page: `./build.sh bench`.
//
// The same page is opened in turn in a browser without the extension and in
// one with it, several times, and medians are told. Each figure stands as a
// ratio to the page without us or a share of the page's own work in the same
// series, because milliseconds depend on the machine. Nothing passes or fails
// here by time.

import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { serve } from '../demo/server.mjs';
import { browserFromEnvironment, findBrowser, launch, until, versionOf } from './browser.mjs';
import { memory } from './memory.mjs';
import { extensionFor, routesOf, readPages } from './suite.mjs';
import { ours, traced } from './trace.mjs';

const ROUNDS = Number(process.env.ROUNDS) || 5;

/** How long a page is watched after its load, and then at rest. */
const SETTLE_MS = 2500;
const REST_MS = 5000;

const print = (line = '') => process.stdout.write(`${line}\n`);
const median = (values) => {
  const known = values.filter((value) => value !== null && value !== undefined).sort((a, b) => a - b);
  return known.length ? known[Math.floor(known.length / 2)] : null;
};

/** Notes when the first badge comes up, on the page's own clock. */
function noteFirstBadge() {
  new MutationObserver((_, observer) => {
    if (document.getElementsByTagName('rapport-badge').length === 0) return;
    window.firstBadgeAt = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

async function collectGarbage(page) {
  const cdp = await page.createCDPSession();
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.detach();
}

/** One visit; with the extension also what it tells of itself. */
async function visit(session, subject, site, withUs) {
  const chromium = session.name === 'chrome';
  const page = await session.newPage({ routes: subject.html ? routesOf(subject) : null });
  const result = {};
  try {
    await page.evaluateOnNewDocument(noteFirstBadge);
    await page.goto(new URL('/nothing-here', site).href);
    const before = chromium ? await memory(session) : null;
    const go = async () => {
      await page.goto(subject.address ?? new URL(subject.path, site).href, { waitUntil: 'load' });
      if (withUs) await until(() => page.evaluate(() => Boolean(window.firstBadgeAt)), 'a badge');
      await delay(SETTLE_MS);
    };
    if (chromium) {
      const events = await traced(page, go);
      const { TaskDuration } = await page.metrics();
      Object.assign(result, { busy: TaskDuration * 1000, ours: ours(events) });
    } else {
      await go();
    }
    Object.assign(result, await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      return { load: navigation.loadEventEnd, badge: window.firstBadgeAt ?? null };
    }));
    if (chromium) {
      await collectGarbage(page);
      result.memory = await memory(session) - before;
    }
    if (withUs) {
      result.inspection = await session.inspect(page);
      if (chromium) {
        // Answering is work of ours, too: let it pass first.
        await delay(1000);
        result.rest = ours(await traced(page, () => delay(REST_MS))).calls;
      }
    }
    return result;
  } finally {
    await page.close();
  }
}

async function compare(subject, sessions, site) {
  const runs = { without: [], with: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of round % 2 ? ['with', 'without'] : ['without', 'with']) {
      runs[kind].push(await visit(sessions[kind], subject, site, kind === 'with'));
    }
  }
  const of = (kind, pick) => median(runs[kind].map(pick));
  const load = of('without', (run) => run.load);
  const badge = of('with', (run) => run.badge);
  const timing = (key) => of('with', (run) => run.inspection.timing[key]);
  const milliseconds = (value) => (value === null ? '-' : `${value.toFixed(value < 10 ? 1 : 0)} ms`);
  const ratio = (value, base) => (value === null || !base ? '-' : `× ${(value / base).toFixed(2)}`);
  const share = (value, base) => (value === null || !base ? '-' : `${(100 * value / base).toFixed(0)} %`);
  const row = {
    page: subject.name,
    posts: String(of('with', (run) => run.inspection.posts.length)),
    'load without': milliseconds(load),
    'first badge': milliseconds(badge),
    'badge - load': milliseconds(badge - load),
    'our work (own clock)': milliseconds(timing('read_ms') + timing('score_ms') + timing('show_ms')),
    'our start': milliseconds(timing('start_ms')),
    'longest slice': milliseconds(timing('longest_task_ms')),
  };
  if (sessions.with.name === 'chrome') {
    const busy = of('without', (run) => run.busy);
    const total = of('with', (run) => run.ours.total);
    const [held, plain] = ['with', 'without'].map((kind) => of(kind, (run) => run.memory));
    Object.assign(row, {
      'our main thread (trace)': `${milliseconds(total)} = ${share(total, busy)} of the page's ${milliseconds(busy)}`,
      'longest task (trace)': milliseconds(of('with', (run) => run.ours.longest)),
      'main thread, with : without': ratio(of('with', (run) => run.busy), busy),
      'memory, with : without': held === null ? '-' : `${ratio(held, plain)} (+${((held - plain) / 2 ** 20).toFixed(1)} MB)`,
      [`calls of ours in ${REST_MS / 1000} s at rest`]: String(Math.max(...runs.with.map((run) => run.rest))),
    });
  }
  return row;
}

/** How reading grows: one long thread after the other, opened once a round. */
async function growth(session, site) {
  const rows = [];
  for (const count of [300, 1000, 3000, 10_000]) {
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await session.newPage();
      await page.goto(new URL(`/thread/generated?n=${count}`, site).href, { waitUntil: 'load' });
      let before = '';
      const seen = await until(async () => {
        await delay(300);
        const now = await session.inspect(page);
        const state = JSON.stringify(now.posts);
        const settled = now.posts.length === count + 1 && state === before;
        before = state;
        return settled && now;
      }, `${count} comments to be read`, { timeout: 60_000 });
      runs.push({ ...seen.timing, nodes: await page.evaluate(() => document.getElementsByTagName('*').length) });
      await page.close();
    }
    const of = (key) => median(runs.map((run) => run[key]));
    rows.push({ posts: count + 1, nodes: of('nodes'), read: of('read_ms'), score: of('score_ms'), longest: of('longest_task_ms') });
  }
  const [first] = rows;
  print();
  print('  How reading and scoring grow (own clock, with the extension only)');
  for (const row of rows) {
    const per = (key) => (row[key] / row.posts) * 1000;
    const base = (key) => (first[key] / first.posts) * 1000;
    print(`  ${String(row.posts).padStart(6)} posts, ${String(row.nodes).padStart(6)} elements: `
      + `reading ${per('read').toFixed(0)} ms per 1 000 (× ${(per('read') / base('read')).toFixed(2)}), `
      + `scoring ${per('score').toFixed(0)} ms per 1 000 (× ${(per('score') / base('score')).toFixed(2)}), `
      + `longest slice ${row.longest.toFixed(0)} ms`);
  }
}

const browser = browserFromEnvironment();
const folder = extensionFor(browser);
if (!existsSync(folder)) throw new Error(`no ${folder}: run ./build.sh first`);
const server = await serve();
const sessions = {};
try {
  sessions.without = await launch({ browser });
  sessions.with = await launch({ browser, extension: folder });
  const subjects = [566, 1000].map((count) => ({ name: `generated thread, ${count} comments`, path: `/thread/generated?n=${count}` }));
  const saved = readPages().find(({ name, saved: real }) => real && name.startsWith('real bluesky thread'));
  if (saved) subjects.push(saved);
  print(`${versionOf(findBrowser(browser))}; medians of ${ROUNDS} visits each, in turn with and without Rapport`);
  if (!saved) print('No saved page of a real site lies beside the project: only generated threads are measured.');
  for (const subject of subjects) {
    print();
    const row = await compare(subject, sessions, server.url)
      .catch((error) => ({ page: subject.name, 'not measured': error.message }));
    const width = Math.max(...Object.keys(row).map((key) => key.length));
    for (const [key, value] of Object.entries(row)) print(`  ${key.padEnd(width)}  ${value}`);
  }
  await growth(sessions.with, server.url);
} finally {
  await Promise.all(Object.values(sessions).map((session) => session.close()));
  await server.close();
}
