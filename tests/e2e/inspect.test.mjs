// The contract for inspection, and the page that shows it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { until } from './browser.mjs';
import { clipboardFrom, inEachBrowser } from './suite.mjs';

const text = (value) => typeof value === 'string';
const number = (value) => typeof value === 'number' && Number.isFinite(value);
const whole = (value) => Number.isInteger(value);
const oneOf = (...values) => (value) => values.includes(value);
const orNull = (check) => (value) => value === null || check(value);
const list = (shape) => (value) => Array.isArray(value) && value.every((item) => check(item, shape, '[]'));

const COUNT = { value: whole, low: whole, high: whole };

const THREAD = {
  comments: whole,
  people: whole,
  exchanges: orNull(whole),
  author_back: orNull(whole),
  balance: orNull((value) => number(value) && value >= 0 && value <= 1),
  unanswered: orNull((value) => Array.isArray(value) && value.every(text)),
  good: orNull((value) => Array.isArray(value) && value.every((ids) => Array.isArray(ids) && ids.every(text))),
};

/** The documented shape: exactly these keys, each with what it may hold. */
const SHAPE = {
  version: text,
  url: text,
  site: orNull(text),
  reader: oneOf('site', 'generic', 'none'),
  engine: oneOf('wasm', 'js'),
  posts: list({
    id: text,
    permalink: orNull(text),
    author: orNull(text),
    name: orNull(text),
    text,
    quote: orNull(text),
    lang: orNull(text),
    published: orNull((value) => /^\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d(\.\d+)?)?)?Z)?)?)?$/.test(value)),
    kind: oneOf('post', 'comment'),
    parent: orNull(text),
    depth: whole,
    likes: orNull((value) => check(value, COUNT, 'likes')),
    replies: orNull((value) => check(value, COUNT, 'replies')),
    reposts: orNull((value) => check(value, COUNT, 'reposts')),
    views: orNull((value) => check(value, COUNT, 'views')),
    promoted: oneOf(true, false),
    deleted: oneOf(true, false),
    collapsed: oneOf(true, false),
    score: orNull((value) => whole(value) && value >= 0 && value <= 100),
    confidence: (value) => number(value) && value >= 0 && value <= 1,
    stance: text,
    reasons: list({ key: text, points: whole, evidence: text }),
    prompts: (value) => Array.isArray(value) && value.length <= 2 && value.every(text),
  }),
  thread: orNull((value) => check(value, THREAD, 'thread')),
  health: list(text),
  timing: {
    start_ms: number,
    first_badge_ms: orNull(number),
    read_ms: number,
    score_ms: number,
    show_ms: number,
    longest_task_ms: number,
    memory_bytes: number,
    posts: whole,
  },
  settled: oneOf(true, false),
};

function check(value, shape, where) {
  if (typeof shape === 'function') {
    assert.ok(shape(value), `${where} is ${JSON.stringify(value)?.slice(0, 200)}`);
    return true;
  }
  assert.equal(typeof value, 'object', where);
  assert.deepEqual(Object.keys(value).sort(), Object.keys(shape).sort(), `keys of ${where}`);
  for (const [key, inner] of Object.entries(shape)) check(value[key], inner, `${where}.${key}`);
  return true;
}

inEachBrowser('inspection', (world) => {
  it('answers in the documented shape, on a feed and on a thread', async () => {
    for (const path of ['/', '/post/let-go', '/post/slugs']) {
      await world.open(path, async (page) => {
        await world.session.ready(page, 5);
        const seen = await world.session.waitFor(page, ({ thread }) => path === '/' || thread !== null, 'the thread');
        check(seen, SHAPE, 'the inspection');
        assert.equal(seen.thread === null, path === '/', 'a feed has no thread');
        assert.equal(seen.reader, 'site');
        assert.equal(seen.site, 'demo');
        assert.equal(seen.url, page.url());
        assert.equal(seen.version, world.session.manifest.version);
      });
    }
  });

  it('tells each post of the demo feed as it is written', async () => {
    await world.open('/', async (page) => {
      const seen = await world.session.judged(page, 8);
      const [first, second] = seen.posts;
      assert.equal(first.id, 'flat-loaf');
      assert.match(first.permalink, /^http:\/\/127\.0\.0\.1:\d+\/post\/flat-loaf$/);
      assert.equal(first.author, 'gwen');
      assert.equal(first.name, 'Gwen Aldous');
      assert.match(first.text, /^Third sourdough in a row .* or the flour\?$/s);
      assert.equal(first.lang, 'en');
      assert.equal(first.published.slice(0, 19), '2026-10-14T17:38:00');
      assert.deepEqual([first.kind, first.parent, first.depth], ['post', null, 0]);
      const exact = (value) => ({ value, low: value, high: value });
      assert.deepEqual([first.likes, first.replies, first.reposts, first.views], [exact(6), exact(11), exact(0), exact(214)]);
      assert.deepEqual(second.likes, exact(8412));
    });
  });

  it('tells who answers whom in a thread', async () => {
    await world.open('/post/flat-loaf', async (page) => {
      await world.session.ready(page, 12);
      // A thread is put together when the page is judged.
      const { posts } = await world.session.waitFor(page, ({ settled }) => settled, 'the thread to settle');
      assert.equal(posts.length, 12);
      assert.deepEqual(posts.map(({ depth }) => depth), [0, 1, 2, 3, 4, 1, 2, 2, 1, 2, 1, 1]);
      assert.deepEqual(
        posts.slice(1, 6).map(({ parent }) => parent),
        ['flat-loaf', 'flat-loaf-1', 'flat-loaf-2', 'flat-loaf-3', 'flat-loaf'],
      );
      assert.equal(posts[1].author, 'tomasz_k');
      assert.equal(posts[1].likes.value, 4);
      assert.equal(posts[1].replies, null, 'a comment shows no reply count, so it is unknown');
    });
  });

  it('adds up: the points of the reasons are the score', async () => {
    await world.open('/post/repair-cafe', async (page) => {
      const { posts } = await world.session.ready(page, 9);
      for (const { id, score, reasons } of posts) {
        if (score === null) continue;
        const sum = reasons.reduce((total, { points }) => total + points, 0);
        assert.equal(sum, score, `${id}: ${JSON.stringify(reasons)}`);
      }
    });
  });
});

inEachBrowser('the diagnostics page', (world) => {
  it('shows what the inspection says, and copies it', async () => {
    await world.open('/post/slugs', async (page) => {
      const seen = await world.session.judged(page, 10);
      const diagnostics = await world.session.openExtensionPage(`diagnostics.html?tab=${world.session.tabId(page)}`);
      try {
        await until(() => diagnostics.evaluate(() => Boolean(document.querySelector('#content table'))), 'the table');
        const shown = await diagnostics.evaluate(() => document.body.innerText);
        assert.ok(shown.includes(seen.url), shown.slice(0, 500));
        assert.ok(shown.includes(seen.posts[0].text.slice(0, 80)));
        for (const { author } of seen.posts) assert.ok(shown.includes(author), author);
        await diagnostics.bringToFront();
        await world.session.allowClipboard();
        await diagnostics.click('#copy');
        await until(() => diagnostics.evaluate(() => document.getElementById('status').textContent.length > 0), 'a word about it');
        const copied = JSON.parse(await clipboardFrom(diagnostics));
        check(copied, SHAPE, 'the copy');
        assert.deepEqual(copied.posts, seen.posts);
      } finally {
        await diagnostics.close();
      }
    });
  });
});

describe('docs/inspect.md', () => {
  it('names every key of the shape', () => {
    const doc = readFileSync(new URL('../../docs/inspect.md', import.meta.url), 'utf8');
    const keys = [];
    const collect = (shape) => {
      for (const [key, inner] of Object.entries(shape)) {
        keys.push(key);
        if (typeof inner === 'object') collect(inner);
      }
    };
    collect(SHAPE);
    for (const inner of ['id', 'permalink', 'author', 'name', 'text', 'lang', 'published', 'kind', 'parent', 'depth', 'likes',
      'replies', 'reposts', 'views', 'score', 'confidence', 'stance', 'reasons', 'prompts', 'points', 'evidence', 'low', 'high']) {
      keys.push(inner);
    }
    const unnamed = keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(doc));
    assert.deepEqual(unnamed, []);
  });
});
