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
    await until(async () => (await visit(session)).posts === before + 2 * count, 'all posts of both windows to be kept', { timeout: 20_000 });
    await Promise.all(pages.map((page) => page.close()));
  });

  for (const version of [1, 2, 3, 4]) {
    it(`comes along from the store of version ${version}`, async () => {
      const { session } = world;
      await (await show(world, session, `older-${version}`, 1)).close();
      await session.stopWorker();
      const now = Date.now();
      const reply = { site: 'demo', post: 'let-go', sentAt: now, listening: null };
      const mark = { site: 'demo', id: 'let-go', permalink: null, score: 42, reasons: [], verdict: 'tooLow', markedAt: now };
      const older = await session.inspector.evaluate((from, sent, marked) => {
        const done = (request) => new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        return (async () => {
          const latest = await done(indexedDB.open('rapport'));
          const reading = latest.transaction(['posts', 'moments']);
          const posts = await done(reading.objectStore('posts').getAll());
          const moments = await done(reading.objectStore('moments').getAll());
          latest.close();
          await done(indexedDB.deleteDatabase('rapport'));
          // Each version as it was made.
          const opening = indexedDB.open('rapport', from);
          opening.onupgradeneeded = () => {
            const make = (name, keyPath, index) => opening.result.createObjectStore(name, { keyPath }).createIndex(index, index);
            make('posts', ['site', 'id'], 'seenAt');
            if (from < 4) opening.result.createObjectStore('minutes');
            else opening.result.createObjectStore('moments', { keyPath: ['minute', 'site'] });
            if (from >= 2) make('replies', ['site', 'post', 'sentAt'], 'sentAt');
            if (from >= 3) make('marks', ['site', 'id'], 'markedAt');
          };
          const database = await done(opening);
          const writing = database.transaction([...database.objectStoreNames], 'readwrite');
          posts.forEach((one) => writing.objectStore('posts').put(one));
          moments.forEach((one) => {
            if (from < 4) writing.objectStore('minutes').put(one.minute, one.minute);
            else writing.objectStore('moments').put(one);
          });
          if (from >= 2) writing.objectStore('replies').put(sent);
          if (from >= 3) writing.objectStore('marks').put(marked);
          await new Promise((resolve) => { writing.oncomplete = resolve; });
          database.close();
          return { posts: posts.length, moments, minutes: [...new Set(moments.map(({ minute }) => minute))].sort() };
        })();
      }, version, reply, mark);
      const { posts, written: replies } = await visit(session);
      assert.deepEqual([posts, replies], [older.posts, version >= 2 ? 1 : 0]);
      assert.equal((await kept(session, 'marks')).length, version >= 3 ? 1 : 0);
      const after = await session.inspector.evaluate(async () => {
        const database = await new Promise((resolve) => {
          const opening = indexedDB.open('rapport');
          opening.onsuccess = () => resolve(opening.result);
        });
        const names = [...database.objectStoreNames];
        const indexes = [...database.transaction('posts').objectStore('posts').indexNames];
        const moments = await new Promise((resolve) => {
          const all = database.transaction('moments').objectStore('moments').getAll();
          all.onsuccess = () => resolve(all.result);
        });
        database.close();
        return { names, indexes, moments };
      });
      assert.deepEqual(after.names, ['marks', 'moments', 'posts', 'replies']);
      assert.deepEqual(after.indexes, ['mine.kind', 'seenAt']);
      assert.deepEqual(after.moments, version < 4 ? older.minutes.map((minute) => ({ minute, site: '' })) : older.moments);
    });
  }

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
