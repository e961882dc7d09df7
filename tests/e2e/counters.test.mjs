// Counters step back: each alone, per site, without a flash and without a
// shift, and come forward when they are pointed at or in focus.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './browser.mjs';
import { filled, inEachBrowser, inPopup, post, readPages, TALK, written } from './suite.mjs';

/** What a person sees of each counter on the page: its opacity, by kind. */
const opacities = (page) => page.evaluate(() => Object.fromEntries(['likes', 'reposts', 'views', 'replies'].map((kind) => {
  const seen = [...document.querySelectorAll(`data.${kind}`)].map((node) => getComputedStyle(node).opacity);
  return [kind, [...new Set(seen)].join()];
})));

/** Where everything on the page stands. */
const boxes = (page) => page.evaluate(() => [...document.body.querySelectorAll('*')]
  .filter((node) => !node.localName.startsWith('rapport-'))
  .map((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [node.localName, x, y, width, height].join(' ');
  }));

/** Notes, frame by frame from the document's beginning, how visible a counter was. */
const WATCH = `window.frames = new Set();
  const look = () => {
    for (const node of document.querySelectorAll('data.likes')) window.frames.add(getComputedStyle(node).opacity);
    if (document.readyState !== 'complete' || window.frames.size === 0) requestAnimationFrame(look);
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });`;

inEachBrowser('counters', (world) => {
  const set = (session, counters) => session.ask({
    type: 'change',
    change: { what: 'counters', host: '127.0.0.1', counters: { site: 'demo', likes: 'shown', reposts: 'shown', views: 'shown', followers: 'shown', ...counters } },
  });
  const shows = (page, wanted) => until(async () => {
    const seen = await opacities(page);
    return Object.entries(wanted).every(([kind, opacity]) => seen[kind] === opacity) && seen;
  }, `opacities ${JSON.stringify(wanted)}`);
  const plain = { likes: '1', reposts: '1', views: '1', replies: '1' };

  it('step back one by one by the popup, at once and after a reload, and come back', async () => {
    const { session } = world;
    await world.open('/', async (page) => {
      await session.ready(page, 8);
      await session.calm(page);
      await shows(page, plain);
      const before = await boxes(page);
      const read = (await session.inspect(page)).posts;
      const choose = (kind, manner) => inPopup(session, page, async (popup) => {
        await popup.evaluate((id, value) => {
          const select = document.querySelector(`#counter-${id}`);
          select.value = value;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }, kind, manner);
        await until(async () => {
          const { settings } = await session.ask({ type: 'summary' });
          return (settings.counters['127.0.0.1']?.[kind] ?? 'shown') === manner;
        }, 'the choice to be kept');
      });
      try {
        await choose('likes', 'hidden');
        await shows(page, { ...plain, likes: '0' });
        await choose('views', 'dimmed');
        await shows(page, { ...plain, likes: '0', views: '0.25' });
        assert.deepEqual(await boxes(page), before, 'nothing moved');
        const texts = ({ id, likes, replies, reposts, views, score }) => ({ id, likes, replies, reposts, views, score });
        assert.deepEqual((await session.inspect(page)).posts.map(texts), read.map(texts), 'all is read as before');
        await page.reload();
        await session.ready(page, 8);
        await shows(page, { ...plain, likes: '0', views: '0.25' });
        await choose('likes', 'dimmed');
        await shows(page, { ...plain, likes: '0.25', views: '0.25' });
        await choose('likes', 'shown');
        await choose('views', 'shown');
        await shows(page, plain);
        await page.reload();
        await session.ready(page, 8);
        await shows(page, plain);
        assert.equal(await page.evaluate(() => document.documentElement.hasAttribute('data-rapport-shows')), false, 'the page is as it was');
      } finally {
        await set(session, {});
      }
    });
  });

  it('come forward where they are pointed at or in focus', async () => {
    const { session } = world;
    await set(session, { likes: 'hidden' });
    try {
      await world.open('/', async (page) => {
        await session.ready(page, 8);
        await shows(page, { ...plain, likes: '0' });
        const first = () => page.evaluate(() => getComputedStyle(document.querySelector('data.likes')).opacity);
        const { x, y, width, height } = await page.evaluate(() => document.querySelector('data.likes').getBoundingClientRect().toJSON());
        await page.mouse.move(x + width / 2, y + height / 2);
        await until(async () => await first() === '1', 'it to come forward under the pointer');
        await page.mouse.move(2, 2);
        await until(async () => await first() === '0', 'it to step back again');
        await page.evaluate(() => document.querySelector('data.likes').closest('button').focus({ focusVisible: true }));
        await until(async () => await first() === '1', 'it to come forward in focus');
      });
    } finally {
      await set(session, {});
    }
  });

  it('never flash while a page comes up', async () => {
    const { session } = world;
    await set(session, { likes: 'hidden' });
    try {
      const body = ['a', 'b', 'c'].map((id) => post(id, TALK)).join('');
      const address = world.write('flash', written(body).replace('<link rel="icon"', `<script>${WATCH}</script><link rel="icon"`));
      await session.stopWorker();
      await world.open(address, async (page) => {
        await session.ready(page, 3);
        assert.deepEqual(await page.evaluate(() => [...window.frames]), ['0']);
      });
    } finally {
      await set(session, {});
    }
  });

  it('are shown while Rapport sleeps or is off', async () => {
    const { session } = world;
    await set(session, { likes: 'hidden' });
    const change = (wanted) => session.ask({ type: 'change', change: wanted });
    try {
      await world.open('/', async (page) => {
        await session.ready(page, 8);
        await shows(page, { ...plain, likes: '0' });
        for (const [off, on] of [
          [{ what: 'snooze', until: Date.now() + 60_000 }, { what: 'snooze', until: null }],
          [{ what: 'switch', host: '127.0.0.1', on: false }, { what: 'switch', host: '127.0.0.1', on: true }],
          [{ what: 'switch', host: null, on: false }, { what: 'switch', host: null, on: true }],
        ]) {
          await change(off);
          await shows(page, plain);
          await change(on);
          await shows(page, { ...plain, likes: '0' });
        }
      });
    } finally {
      await set(session, {});
    }
  });

  it('step back on a real host by its site file', async () => {
    const { session } = world;
    const one = readPages().find(({ name }) => name === 'hackernews-front');
    const { hostname } = new URL(one.address);
    const counters = { site: 'hackernews', likes: 'hidden', reposts: 'shown', views: 'shown', followers: 'shown' };
    const change = (wanted) => session.ask({ type: 'change', change: { what: 'counters', host: hostname, counters: wanted } });
    await change(counters);
    try {
      await world.open(one.address, async (page) => {
        await session.waitFor(page, ({ posts }) => posts.length > 0, 'posts');
        const seen = await page.evaluate(() => ['.score', '.subline > a[href^="item?"]'].map((at) => [...document.querySelectorAll(at)].map((node) => getComputedStyle(node).opacity)));
        assert.ok(seen.every((all) => all.length > 0));
        assert.ok(seen[0].every((opacity) => opacity === '0'), `points: ${seen[0]}`);
        assert.ok(seen[1].every((opacity) => opacity === '1'), `comments: ${seen[1]}`);
      }, { saved: one });
    } finally {
      await change({ ...counters, likes: 'shown' });
    }
  });

  it('of another version of Rapport keep nothing else from being set', async () => {
    const { session } = world;
    const unknown = { site: 'no-such-site', likes: 'hidden', reposts: 'shown', views: 'shown', followers: 'shown' };
    await session.inspector.evaluate((counters) => browser.storage.local.set({ 'counters:a.example': counters, 'counters:no host at all': { ...counters, site: 'demo' } }), unknown);
    try {
      await world.open('/', async (page) => {
        await session.ready(page, 8);
        await set(session, { likes: 'hidden' });
        await shows(page, { ...plain, likes: '0' });
        // What cannot be followed may be told, and the rest holds.
        await session.ask({ type: 'change', change: { what: 'switch', host: '127.0.0.1', on: false } });
        await until(async () => await session.badges(page) === 0, 'badges to go');
        await shows(page, plain);
      });
    } finally {
      await session.inspector.evaluate(() => browser.storage.local.remove(['counters:a.example', 'counters:no host at all']));
      await session.ask({ type: 'change', change: { what: 'switch', host: '127.0.0.1', on: true } });
      await set(session, {});
    }
  });

  it('are told in the options, and forgotten there', async () => {
    const { session } = world;
    await set(session, { likes: 'hidden' });
    const options = await session.openExtensionPage('options.html');
    try {
      await filled(options);
      await options.evaluate(() => document.querySelector('[data-action="forget"][data-value="127.0.0.1"]').click());
      await until(async () => !(await session.ask({ type: 'summary' })).settings.counters['127.0.0.1'], 'it to be forgotten');
    } finally {
      await options.close();
      await set(session, {});
    }
  });
});
