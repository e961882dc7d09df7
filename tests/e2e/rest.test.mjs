// A page at rest is left at rest: nothing of ours runs on it. Counted, not
// timed, from Chromium's tracing.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from './browser.mjs';
import { inEachBrowser, kept, onScreen } from './suite.mjs';
import { ours, traced } from './trace.mjs';

/** How long the page is watched: longer than any delay of ours. */
const WATCH_MS = 4000;

inEachBrowser('a page at rest', (world) => {
  for (const path of ['/', '/post/let-go', '/thread/generated?n=300']) {
    it(`has nothing of ours running on it: ${path}`, async () => {
      await world.open(path, async (page) => {
        await world.session.judged(page, 8);
        await world.session.calm(page);
        // Seen posts are sent some time after they were seen.
        await until(async () => {
          const ids = new Set((await kept(world.session, 'posts')).map(({ id }) => id));
          return (await onScreen(page)).every((id) => ids.has(id));
        }, 'what is on the screen to be kept');
        await delay(2000); // the page hears of it
        const events = await traced(page, () => delay(WATCH_MS));
        assert.equal(ours(events).calls, 0, JSON.stringify(ours(events)));
        // The measure itself: what wakes us is seen.
        const active = await traced(page, async () => {
          await page.evaluate(() => document.querySelector('.text p').append(' And one more word.'));
          await world.session.waitFor(page, (now) => now.posts[0].text.includes('And one more word.'), 'the change');
        });
        assert.ok(ours(active).calls > 0, 'our answer to a change is counted');
      });
    });
  }
}, { only: 'chrome' });
