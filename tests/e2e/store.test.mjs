// What was seen outlives the background worker and the browser, and nothing is
// lost when tabs write at once or the store is full.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { launch, until } from './browser.mjs';
import { extensionFor, fillDisk, inEachBrowser, kept, post, TALK, written } from './suite.mjs';

const visit = async (session) => (await session.ask({ type: 'summary' })).session;

/** Shows a page with so many posts on one screen, and waits until they are kept. */
async function show(world, session, name, count) {
  const before = (await visit(session)).posts;
  const body = Array.from({ length: count }, (_, at) => post(`${name}-${at}`, `${TALK} (${name} ${at})`));
  const address = world.write(name, written(body.join('')));
  const page = await session.newPage();
  await page.goto(address);
  await session.ready(page, count);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await until(async () => (await visit(session)).posts === before + count, `${count} more posts to be kept`);
  return page;
}

/**
 * Puts a store of an older version in the place of the present one, made as that
 * version made it, with these records by store; `taken` names an index that
 * stands where none did.
 */
async function putBack(session, version, records, { taken = null, keepWorker = false } = {}) {
  if (!keepWorker) await session.stopWorker();
  await session.inspector.evaluate(async (from, all, obstacle) => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await done(indexedDB.deleteDatabase('rapport'));
    const opening = indexedDB.open('rapport', from);
    opening.onupgradeneeded = () => {
      const make = (name, keyPath, index) => {
        const store = opening.result.createObjectStore(name, { keyPath });
        store.createIndex(index, index);
        return store;
      };
      const posts = make('posts', ['site', 'id'], 'seenAt');
      if (obstacle) posts.createIndex(obstacle, 'site');
      if (from < 4) opening.result.createObjectStore('minutes');
      else opening.result.createObjectStore('moments', { keyPath: ['minute', 'site'] });
      if (from >= 2) make('replies', ['site', 'post', 'sentAt'], 'sentAt');
      if (from >= 3) make('marks', ['site', 'id'], 'markedAt');
    };
    const database = await done(opening);
    const writing = database.transaction(Object.keys(all), 'readwrite');
    for (const [name, list] of Object.entries(all)) {
      const store = writing.objectStore(name);
      for (const one of list) {
        if (store.keyPath) store.put(one);
        else store.put(one, one);
      }
    }
    await new Promise((resolve) => { writing.oncomplete = resolve; });
    database.close();
  }, version, records, taken);
}

/** The version and the shape of the store as it lies there. */
const shape = (session) => session.inspector.evaluate(async () => {
  const database = await new Promise((resolve) => {
    const opening = indexedDB.open('rapport');
    opening.onsuccess = () => resolve(opening.result);
  });
  const found = {
    version: database.version,
    names: [...database.objectStoreNames],
    indexes: [...database.transaction('posts').objectStore('posts').indexNames],
  };
  database.close();
  return found;
});

inEachBrowser('what was seen', (world) => {
  it('outlives the background worker', async () => {
    const page = await show(world, world.session, 'first', 3);
    const before = await visit(world.session);
    await world.session.stopWorker();
    assert.deepEqual(await visit(world.session), before);
    await world.session.stopWorker();
    // A page that was open all the while goes on with the new worker.
    await page.evaluate((html) => {
      const from = new DOMParser().parseFromString(html, 'text/html').querySelector('article');
      document.querySelector('main').prepend(from);
      scrollTo(0, 0);
    }, post('while-away', TALK));
    await until(async () => (await visit(world.session)).posts === before.posts + 1, 'the new post to be kept');
    await page.close();
  });

  it('is complete when two windows write at once', async () => {
    const { session } = world;
    const before = (await visit(session)).posts;
    const count = 60;
    const pages = [];
    for (const name of ['left', 'right']) {
      const page = await session.newPage({ window: true });
      const body = Array.from({ length: count }, (_, at) => post(`${name}-${at}`, `${TALK} (${name} ${at})`));
      await page.goto(world.write(name, written(body.join(''))));
      await session.ready(page, count);
      pages.push(page);
    }
    for (let step = 0; step < 30; step += 1) {
      await Promise.all(pages.map((page) => page.evaluate(() => new Promise((done) => {
        scrollBy(0, innerHeight * 0.8);
        requestAnimationFrame(() => requestAnimationFrame(done));
      }))));
    }
    await until(async () => (await visit(session)).posts === before + 2 * count, 'all posts of both windows to be kept');
    await Promise.all(pages.map((page) => page.close()));
  });

  for (const version of [1, 2, 3, 4]) {
    it(`comes along from the store of version ${version}`, async () => {
      const { session } = world;
      await (await show(world, session, `older-${version}`, 1)).close();
      const [posts, moments] = [await kept(session, 'posts'), await kept(session, 'moments')];
      const now = Date.now();
      const reply = { site: 'demo', post: 'let-go', sentAt: now, listening: null };
      const mark = { site: 'demo', id: 'let-go', permalink: null, score: 42, reasons: [], verdict: 'tooLow', markedAt: now };
      const minutes = [...new Set(moments.map(({ minute }) => minute))].sort();
      await putBack(session, version, {
        posts,
        ...(version < 4 ? { minutes } : { moments }),
        ...(version >= 2 ? { replies: [reply] } : {}),
        ...(version >= 3 ? { marks: [mark] } : {}),
      });
      const { posts: seen, written: replies } = await visit(session);
      assert.deepEqual([seen, replies], [posts.length, version >= 2 ? 1 : 0]);
      assert.equal((await kept(session, 'marks')).length, version >= 3 ? 1 : 0);
      assert.deepEqual(await shape(session), {
        version: 5, names: ['marks', 'moments', 'posts', 'replies'], indexes: ['mine.kind', 'seenAt'],
      });
      const after = await kept(session, 'moments');
      assert.deepEqual(after, version < 4 ? minutes.map((minute) => ({ minute, site: '' })) : moments);
    });
  }

  it('stays as it was where an upgrade fails, and what is seen meanwhile waits', async () => {
    const { session } = world;
    await (await show(world, session, 'before-upgrade', 2)).close();
    const records = { posts: await kept(session, 'posts'), moments: await kept(session, 'moments'), replies: [], marks: [] };
    // The name that the last step wants is taken.
    await putBack(session, 4, records, { taken: 'mine.kind' });
    const before = await shape(session);
    const page = await session.newPage();
    await page.goto(world.write('during-upgrade', written(post('meanwhile', TALK))));
    await session.ready(page, 1);
    const told = await until(async () => {
      const answer = await session.ask({ type: 'summary' });
      return answer.session.posts === 1 && answer;
    }, 'the new post to be counted');
    assert.match(told.problem, /\S/);
    assert.deepEqual(await shape(session), before);
    assert.deepEqual(await kept(session, 'posts'), records.posts);
    assert.deepEqual(page.ours.errors, []);
    // Where the next opening succeeds, all of it is there.
    await putBack(session, 4, records, { keepWorker: true });
    const { problem, session: now } = await session.ask({ type: 'summary' });
    assert.deepEqual([problem, now.posts], [null, records.posts.length + 1]);
    await session.stopWorker();
    assert.equal((await kept(session, 'posts')).length, records.posts.length + 1);
    await page.close();
  });

  it('outlives the browser', async () => {
    const profile = mkdtempSync(path.join(tmpdir(), 'rapport-e2e-restart-'));
    const start = () => launch({ browser: world.browser, extension: extensionFor(world.browser), profile });
    let session;
    try {
      session = await start();
      await show(world, session, 'before-restart', 4);
      await session.ask({ type: 'change', change: { what: 'switch', host: 'example.org', on: false } });
      const before = await session.ask({ type: 'summary' });
      assert.equal(before.session.posts, 4);
      await session.close();
      session = await start();
      assert.deepEqual(await session.ask({ type: 'summary' }), before);
      await show(world, session, 'after-restart', 2);
    } finally {
      await session?.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
});

inEachBrowser('a full store', (world) => {
  it('is told in the popup and in the inspection, and loses nothing', async () => {
    const { session } = world;
    const first = await show(world, session, 'roomy', 2);
    await fillDisk(session);
    const second = await show(world, session, 'cramped', 3);
    const { problem } = await until(async () => {
      const answer = await session.ask({ type: 'summary' });
      return answer.problem && answer;
    }, 'the problem to be known');
    assert.match(problem, /\S/);
    await session.waitFor(second, ({ health }) => health.includes(problem), 'the problem in the inspection');
    assert.equal((await visit(session)).posts, 5, 'what was seen is still counted');
    const popup = await session.openPopup(second);
    try {
      await until(() => popup.evaluate(() => document.querySelector('[role=alert]')?.textContent ?? ''), 'a line in the popup');
      const said = await popup.evaluate(() => document.querySelector('[role=alert]').textContent);
      assert.ok(said.includes(problem), said);
    } finally {
      await popup.close();
    }
    await session.inWorker(() => self.makeRoom());
    // With room again everything is stored, also what had to wait.
    const third = await show(world, session, 'roomy-again', 1);
    await until(async () => (await session.ask({ type: 'summary' })).problem === null, 'the problem to be over');
    await session.stopWorker();
    assert.equal((await visit(session)).posts, 6, 'after the worker was killed');
    for (const page of [first, second, third]) await page.close();
  });
});
