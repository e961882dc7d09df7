// The strip on a thread's page: its numbers, where its buttons go, and that the
// page does not notice it.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './browser.mjs';
import { badges, inEachBrowser, post, readPages, TALK, word, written } from './suite.mjs';

/** For `inOverlay`: what the strip shows, or null where there is none. */
const strip = (parts) => {
  const found = parts.filter(({ host }) => host.localName === 'rapport-strip');
  if (found.length === 0) return null;
  const [{ root }] = found;
  const box = (node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x, y, width, height };
  };
  const button = (name) => {
    const node = root.querySelector(`.${name}`);
    const shown = node.checkVisibility();
    return { shown, focused: root.activeElement === node, name: node.getAttribute('aria-label') ?? node.textContent, number: node.querySelector('.number')?.textContent, expanded: node.getAttribute('aria-expanded'), ...box(node) };
  };
  const panel = root.querySelector('[role=dialog]');
  const open = panel.matches(':popover-open');
  const ring = root.querySelector('.ring');
  return {
    strips: found.length,
    region: root.querySelector('[role=region]').getAttribute('aria-label'),
    line: button('line'),
    good: button('good'),
    unanswered: button('unanswered'),
    dismiss: button('dismiss'),
    panel: open && {
      ...box(panel),
      facts: [...panel.querySelectorAll('.facts li')].map((node) => node.textContent),
      ties: [...panel.querySelectorAll('.more li')].map((node) => node.textContent),
      picture: panel.querySelector('svg')?.getAttribute('aria-label') ?? null,
      people: panel.querySelectorAll('svg .person').length,
      authors: panel.querySelectorAll('svg .author').length,
      lines: panel.querySelectorAll('svg .tie:not(.once)').length,
    },
    ring: ring && box(ring),
  };
};

const EVENTS = ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress', 'dblclick'];
const LISTENING = `window.bubbled = [];
  for (const type of ${JSON.stringify(EVENTS)}) document.addEventListener(type, (event) => window.bubbled.push(type + ' on ' + event.target.localName));`;

/** A comment in the demo feed's markup. */
const comment = (id, parent, by, text) => `<article class="comment" id="comment-${id}" data-id="${id}" data-parent="${parent}" lang="en"><header>
<a class="author" href="/people/${by}" data-handle="${by}">${by}</a></header><div class="text"><p>${text}</p></div></article>`;

inEachBrowser('the strip', (world) => {
  const look = (page) => world.session.inOverlay(page, strip);
  const shown = (page, what = 'the strip', is = () => true) => until(async () => {
    const now = await look(page);
    return now && now.line.width > 0 && is(now) && now;
  }, what);
  const gone = (page, what) => until(async () => await look(page) === null, what);
  const press = async (page, name) => world.session.click(page, (await shown(page))[name]);
  /** The post whose badge has the focus. */
  const inFocus = async (page) => (await world.session.inOverlay(page, badges)).find(({ focused }) => focused)?.post;

  it('tells the numbers of a thread, counted by hand, and draws them', async () => {
    await world.open('/post/repair-cafe', async (page) => {
      await world.session.ready(page, 9);
      const now = await shown(page);
      assert.equal(now.strips, 1);
      assert.equal(now.region, word('strip_title'));
      assert.equal(now.line.name, '5 people · 3 exchanges');
      assert.equal(now.good.number, '2');
      assert.equal(now.unanswered.shown, false, 'no question is open');
      const { thread } = await world.session.inspect(page);
      assert.equal(Math.round(thread.balance * 100), 97);
      assert.deepEqual({ ...thread, balance: 0 }, {
        comments: 8, people: 5, exchanges: 3, author_back: 3, balance: 0, unanswered: [],
        good: [[1, 2, 3], [5, 6, 7]].map((posts) => posts.map((at) => `repair-cafe-${at}`)),
      });
      await press(page, 'line');
      const { panel, line } = await shown(page, 'the panel', ({ panel }) => panel);
      assert.equal(line.expanded, 'true');
      assert.deepEqual(panel.facts, [
        '5 people · 8 comments', '3 exchanges', 'The author answered 3 times', word('strip_balance_even', { share: '97' }),
        word('strip_no_unanswered'), '2 exchanges worth reading',
      ]);
      assert.equal(panel.picture, 'Who talks with whom: 5 people, 3 exchanges.');
      assert.deepEqual([panel.people, panel.authors, panel.lines], [5, 1, 3]);
      assert.equal(panel.ties[0], 'Jonas Wikander and Dorothy Umber: 3 answers');
      const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
      assert.ok(panel.x >= 0 && panel.y >= 0 && panel.x + panel.width <= width && panel.y + panel.height <= height, JSON.stringify(panel));
      for (const part of [now.line, now.good, now.dismiss]) assert.ok(part.width >= 24 && part.height >= 24, JSON.stringify(part));
    });
  });

  it('goes to each good exchange in order and begins anew, with the focus and a ring', async () => {
    await world.open('/post/repair-cafe', async (page) => {
      await world.session.ready(page, 9);
      await shown(page);
      await world.session.calm(page);
      for (const [at, id] of [[1, 1], [2, 5], [1, 1]]) {
        await press(page, 'good');
        await until(async () => await inFocus(page) === `comment-repair-cafe-${id}`, `the focus on ${id}`);
        const now = await shown(page, 'the number', ({ good }) => good.number === `${at}/2`);
        assert.equal(now.good.name, `${word('strip_next_good')} ${at}/2`);
        const post = await page.evaluate((wanted) => {
          const { x, y, width, height } = document.getElementById(wanted).getBoundingClientRect();
          return { x, y, width, height, on: y < innerHeight && y + height > 0 };
        }, `comment-repair-cafe-${id}`);
        assert.ok(post.on, `${id} is on the screen`);
        if (now.ring) {
          for (const side of ['x', 'y', 'width', 'height']) assert.ok(Math.abs(now.ring[side] - post[side]) <= 1, `${side}: ${JSON.stringify([now.ring, post])}`);
        }
      }
      await shown(page, 'the ring to go', ({ ring }) => !ring);
    });
  });

  it('goes far: the badge of a post that had none takes the focus', async () => {
    await world.open('/thread/generated?n=200', async (page) => {
      await world.session.ready(page, 201);
      const { unanswered } = await shown(page);
      assert.ok(unanswered.shown, 'there are open questions');
      const { thread, posts } = await world.session.inspect(page);
      const known = new Map(posts.map((one) => [one.id, one]));
      assert.ok(thread.unanswered.length >= 3, 'enough to go through');
      assert.equal(unanswered.number, String(thread.unanswered.length));
      for (const id of thread.unanswered) {
        const { text, author } = known.get(id);
        assert.ok(text.includes('?'), text);
        assert.ok(posts.every((other) => other.parent !== id || other.author === author), `nobody else answered ${id}`);
      }
      for (const id of thread.unanswered.slice(0, 3)) {
        await press(page, 'unanswered');
        await until(async () => await inFocus(page) === `comment-${id}`, `the focus on ${id}`);
      }
    });
  });

  it('is reached by keys, opens and closes its panel, and takes the focus back', async () => {
    await world.open('/post/repair-cafe', async (page) => {
      await world.session.ready(page, 9);
      await shown(page);
      await page.evaluate(() => [...document.querySelectorAll('button')].at(-1).focus());
      await page.keyboard.press('Tab');
      await shown(page, 'the focus on the strip', ({ line }) => line.focused);
      await page.keyboard.press('Enter');
      await shown(page, 'the panel', ({ panel }) => panel);
      await page.keyboard.press('Escape');
      await shown(page, 'the panel to close and the focus to come back', ({ panel, line }) => (
        !panel && line.focused && line.expanded === 'false'
      ));
      await page.keyboard.press('Tab');
      await shown(page, 'the focus on its first button', ({ good }) => good.focused);
      await page.keyboard.press('Enter');
      await until(async () => await inFocus(page) === 'comment-repair-cafe-1', 'the focus on the post');
    });
  });

  it('keeps its events from the page, and leaves its text and its size alone', async () => {
    const address = world.write('thread/quiet', written(
      post('top', TALK, { by: 'ann' })
        + comment('a', 'top', 'ben', 'The press came apart in three hours with two spanners.')
        + comment('b', 'a', 'ann', 'Our kitchen floor would never carry so much cast iron.')
        + comment('c', 'b', 'ben', 'The beams below it were doubled before it moved in.')
        + comment('d', 'top', 'cleo', 'How did you get it through the door?'),
      { script: LISTENING },
    ).replace('data-view="feed"', 'data-view="thread"'));
    await world.open(address, async (page) => {
      await world.session.ready(page, 5);
      const now = await shown(page);
      assert.equal(now.line.name, '3 people · 1 exchange');
      assert.deepEqual([now.good.number, now.unanswered.number], ['1', '1']);
      const portrait = () => page.evaluate(() => JSON.stringify([
        document.body.innerText, document.documentElement.scrollWidth, document.documentElement.scrollHeight,
        document.body.outerHTML.replace(/<rapport-badge[^>]*><\/rapport-badge>/g, ''),
      ]));
      await world.session.calm(page);
      const before = await portrait();
      await press(page, 'line');
      await shown(page, 'the panel', ({ panel }) => panel);
      await page.keyboard.press('Escape');
      await shown(page, 'the panel to close', ({ panel }) => !panel);
      await press(page, 'good');
      await until(async () => await inFocus(page) === 'comment-a', 'the focus on the exchange');
      await press(page, 'unanswered');
      await until(async () => await inFocus(page) === 'comment-d', 'the focus on the question');
      assert.equal(await portrait(), before);
      assert.deepEqual(await page.evaluate(() => window.bubbled), []);

      // A page that grows is told anew: the question has its answer.
      await page.evaluate((html) => document.querySelector('#comment-d').insertAdjacentHTML('afterend', html), comment('e', 'd', 'ann', 'In eleven pieces, over two weeks.'));
      await shown(page, 'the new numbers', ({ line, unanswered }) => line.name === '3 people · 2 exchanges' && !unanswered.shown);
    });
  });

  it('is no layout shift, neither as it comes nor as it changes', async (context) => {
    const WATCH = `window.shifts = []; if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value, sources }) => [value, sources.map(({ node, previousRect, currentRect }) => [node?.nodeName ?? 'not the page’s', previousRect.toJSON(), currentRect.toJSON()])]))).observe({ type: 'layout-shift', buffered: true });
    } else window.shifts = null;`;
    const talk = ['a', 'b', 'c', 'd'].map((id) => comment(id, 'top', `by-${id}`, `The press came apart in three hours with two spanners, said ${id}.`)).join('');
    const address = world.write('thread/growing', written(post('top', TALK, { by: 'ann' }) + talk, { script: WATCH }).replace('data-view="feed"', 'data-view="thread"'));
    await world.open(address, async (page) => {
      await world.session.ready(page, 5);
      await shown(page, 'the strip', ({ line }) => line.name === '5 people · 0 exchanges');
      await page.evaluate((html) => document.querySelector('#comment-d').insertAdjacentHTML('afterend', html), ['e', 'f', 'g', 'h', 'i', 'j'].map((id) => comment(id, 'd', `by-${id}`, 'How did you get it through the door?')).join(''));
      await shown(page, 'the new line', ({ line, unanswered }) => line.name === '11 people · 0 exchanges' && unanswered.shown);
      await world.session.calm(page);
      const shifts = await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done(window.shifts))); }));
      if (shifts === null) return void context.diagnostic('this browser does not report layout shifts');
      assert.deepEqual(shifts, []);
    });
  });

  it('comes back when the page takes it off', async () => {
    await world.open('/post/repair-cafe', async (page) => {
      await world.session.ready(page, 9);
      await shown(page);
      await page.evaluate(() => document.querySelector('rapport-strip').remove());
      await shown(page, 'the strip again');
    });
  });

  it('is hidden until the next page when that is wanted', async () => {
    await world.open('/', async (page) => {
      const { session } = world;
      await session.ready(page, 8);
      await session.calm(page);
      assert.equal(await look(page), null, 'a feed has none');
      const go = (selector) => page.evaluate((wanted) => document.querySelector(wanted).click(), selector);
      await go('#post-flat-loaf .permalink');
      await shown(page, 'the strip of the thread', ({ line }) => line.name === '6 people · 2 exchanges');
      await press(page, 'dismiss');
      await gone(page, 'the strip to go');
      const posts = (await session.inspect(page)).posts.length;
      await page.evaluate((html) => document.querySelector('#comment-flat-loaf-10').insertAdjacentHTML('afterend', html), comment('new', 'flat-loaf', 'zoe', TALK));
      await session.waitFor(page, (seen) => seen.posts.length > posts && seen.thread?.people === 7, 'the new comment');
      await page.evaluate(() => { location.hash = 'comment-flat-loaf-1'; });
      await session.calm(page);
      assert.equal(await look(page), null, 'it stays hidden on this page');
      await go('a.inside[href="/"]');
      await session.waitFor(page, (seen) => seen.posts.some(({ id }) => id === 'let-go') && seen.thread === null, 'the feed');
      assert.equal(await look(page), null, 'a feed has none');
      await go('#post-flat-loaf .permalink');
      await shown(page, 'the strip of another visit');
      await go('a.inside[href="/"]');
      await gone(page, 'the strip to leave with its thread');
    });
  });

  it('is not there where it is off, where it is quiet, and where there is little to tell', async () => {
    const { session } = world;
    const change = (wanted) => session.ask({ type: 'change', change: wanted });
    const little = world.write('thread/little', written(
      post('top', TALK, { by: 'ann' }) + ['a', 'b', 'c'].map((id) => comment(id, 'top', id, TALK.replace('tomatoes', id))).join(''),
    ).replace('data-view="feed"', 'data-view="thread"'));
    await world.open(little, async (page) => {
      await session.ready(page, 4);
      await session.waitFor(page, ({ settled, thread }) => settled && thread?.comments === 3, 'the thread');
      await session.calm(page);
      assert.equal(await look(page), null);
    });
    await world.open('/post/repair-cafe', async (page) => {
      await session.ready(page, 9);
      await shown(page);
      await change({ what: 'quiet', host: '127.0.0.1', on: true });
      try {
        await gone(page, 'the strip to leave a quiet page');
      } finally {
        await change({ what: 'quiet', host: '127.0.0.1', on: false });
      }
      await shown(page, 'the strip to return');
      await change({ what: 'snooze', until: Date.now() + 600_000 });
      try {
        await gone(page, 'the strip to leave');
      } finally {
        await change({ what: 'snooze', until: null });
      }
      await shown(page, 'the strip to return after all');
    });
  });

  it('tells a page of Hacker News as the native test does', async () => {
    const one = readPages().find(({ name, saved }) => !saved && /hackernews.item/i.test(name));
    await world.open(one.address, async (page) => {
      await world.session.waitFor(page, ({ thread }) => thread !== null, 'the thread');
      const { thread } = await world.session.inspect(page);
      assert.equal(Math.round(thread.balance * 100), 88);
      assert.deepEqual({ ...thread, balance: 0 }, {
        comments: 5, people: 4, exchanges: 1, author_back: 1, balance: 0, unanswered: [], good: [['9102', '9103', '9104']],
      });
      assert.equal((await shown(page)).line.name, '4 people · 1 exchange');
    }, { saved: one });
  });
});
