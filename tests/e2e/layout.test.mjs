// The page stays as it was: same boxes, same text, same elements, no shift,
// no word of ours on its console.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { launch, until } from './browser.mjs';
import { inEachBrowser, load, readPages, tabFor } from './suite.mjs';

/** What a page looks like to its own scripts, without what is ours. */
function portrait() {
  const ours = (node) => node.localName?.startsWith('rapport-');
  const boxes = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (ours(element)) continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    boxes.push([element.localName, x, y, width, height].join(' '));
  }
  const copy = document.documentElement.cloneNode(true);
  for (const node of copy.querySelectorAll('*')) if (ours(node)) node.remove();
  return {
    boxes,
    html: copy.outerHTML,
    // Words only: what floats adds a line break to this text, not to the page.
    text: document.body.innerText.replace(/\s+/g, ' '),
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    active: document.activeElement?.localName,
  };
}

/**
 * Asks for every picture and waits until each has come or failed: a lazy one
 * that is not yet asked for takes another room than one that failed.
 */
async function pictures() {
  const all = [...document.images];
  for (const image of all) image.loading = 'eager';
  const end = Date.now() + 10_000;
  while (all.some((image) => !image.complete) && Date.now() < end) {
    await new Promise((done) => setTimeout(done, 50));
  }
}

inEachBrowser('the page', (world) => {
  let plain;
  before(async () => {
    plain = await launch({ browser: world.browser });
  });
  after(() => plain?.close());

  const own = ['/', '/post/let-go', '/post/bike-lane', '/thread/generated?n=200'].map((path) => ({ name: path, path }));
  for (const one of [...own, ...readPages().filter(({ saved, posts }) => saved && posts.length > 0)]) {
    it(`keeps its boxes, its text and its elements: ${one.name}`, async () => {
      const address = one.address ?? new URL(one.path, world.site).href;
      const take = async (session, ready) => {
        const page = one.html ? await tabFor(session, one) : await session.newPage();
        try {
          if (one.html) await load(session, page, one);
          else await page.goto(address, { waitUntil: 'domcontentloaded' });
          await ready(page);
          await page.evaluate(pictures);
          return { ...await page.evaluate(portrait), console: page.ours.console, errors: page.ours.errors };
        } finally {
          await page.close();
        }
      };
      const loaded = (page) => until(() => page.evaluate(() => document.readyState === 'complete'), 'the load');
      const scroll = (page, top) => page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
      // Without its styles a page may begin with screens of menus.
      let top = 0;
      const look = () => take(world.session, async (page) => {
        await world.session.waitFor(page, ({ posts }) => posts.length > 0, 'posts');
        await loaded(page);
        await until(async () => {
          if (await world.session.badges(page) > 0) return true;
          top += 500;
          await scroll(page, top);
          return false;
        }, 'a badge', { every: 250 });
        await world.session.calm(page);
      });
      const alone = (looking) => take(plain, async (page) => {
        await loaded(page);
        // How far to go is known when the other has been there.
        await looking;
        // In the same steps: pictures are loaded, or fail, as they come near.
        for (let y = 500; y <= top; y += 500) {
          await scroll(page, y);
          await delay(250);
        }
      });
      const both = () => {
        top = 0;
        const looking = look();
        return Promise.all([looking, alone(looking)]);
      };
      const [withUs, without] = await both();
      assert.deepEqual(withUs.size, without.size, 'size of the page');
      let moved = withUs.boxes.flatMap((box, at) => box === without.boxes[at] ? [] : [at]);
      assert.equal(withUs.boxes.length, without.boxes.length, 'number of elements');
      if (moved.length > 0) {
        // What stands now here, now there is the page's own unrest; what we move we move each time.
        const [withUsAgain, withoutAgain] = await both();
        moved = moved.filter((at) => withUs.boxes[at] === withUsAgain.boxes[at] && without.boxes[at] === withoutAgain.boxes[at]);
      }
      moved = moved.map((at) => `${withUs.boxes[at]} (alone: ${without.boxes[at]})`);
      assert.deepEqual(moved.slice(0, 5), [], 'elements that moved');
      assert.equal(withUs.text, without.text, 'text');
      assert.ok(withUs.html === without.html, 'elements and attributes are the same');
      assert.equal(withUs.active, without.active, 'focus');
      // What a saved page cannot load here says nothing of us.
      const said = (lines) => lines.filter((line) => !/Failed to load resource|CORS request did not succeed/.test(line)).sort();
      assert.deepEqual(said(withUs.errors), said(without.errors), 'errors');
      assert.deepEqual(said(withUs.console), said(without.console), 'console');
    });
  }

  it('does not shift while badges come up', async (context) => {
    await world.open('/', async (page) => {
      await world.session.ready(page, 8);
      for (let step = 0; step < 6; step += 1) {
        const before = await page.evaluate(() => document.querySelectorAll('article.post').length);
        await page.mouse.wheel({ deltaY: 900 });
        await until(() => page.evaluate(() => scrollY > 0), 'the page to scroll');
        await world.session.waitFor(page, (now) => now.posts.length >= before, 'the posts');
      }
      await world.session.calm(page);
      const shifts = await page.evaluate(() => new Promise((resolve) => {
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return resolve(null);
        const found = [];
        new PerformanceObserver((list) => {
          found.push(...list.getEntries().map(({ value, sources }) => ({
            value, sources: sources.map(({ node, previousRect, currentRect }) => [node?.nodeName ?? 'not the page’s', previousRect.toJSON(), currentRect.toJSON()]),
          })));
        }).observe({ type: 'layout-shift', buffered: true });
        // Buffered entries are told before the second frame.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(found)));
        return undefined;
      }));
      if (shifts === null) return void context.diagnostic('this browser does not report layout shifts');
      assert.deepEqual(shifts, []);
    });
  });
});
