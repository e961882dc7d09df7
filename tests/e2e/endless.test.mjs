// Ten thousand posts of infinite scroll: what Rapport holds does not grow with
// what was scrolled past.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inEachBrowser, post, TALK, written } from './suite.mjs';

const POSTS = 10_000;

/** So many posts stand on the page at once. */
const WINDOW = 100;

/**
 * A feed that keeps a window of its posts on the page, as long feeds do: `show(n)`
 * takes off what stands there and puts up the n-th hundred.
 */
const feed = () => written('', {
  script: `const main = document.querySelector('main');
    const pattern = ${JSON.stringify(post('NUMBER', `${TALK} I have tried it NUMBER times by now.`, { by: 'person_NUMBER' }))};
    window.show = (nth) => {
      main.innerHTML = Array.from({ length: ${WINDOW} }, (_, at) => pattern.replaceAll('NUMBER', nth * ${WINDOW} + at)).join('');
      scrollTo(0, 0);
    };
    show(0);`,
});

inEachBrowser('an endless feed', (world) => {
  it('is read to its ten-thousandth post in the memory of its first thousands', async (context) => {
    const { session } = world;
    await world.open(world.write('endless', feed()), async (page) => {
      const memory = [];
      for (let nth = 0; nth < POSTS / WINDOW; nth += 1) {
        await page.evaluate((next) => window.show(next), nth);
        const last = String((nth + 1) * WINDOW - 1);
        const seen = await session.waitFor(page, ({ posts }) => posts.length === WINDOW && posts.at(-1).id === last && posts.every(({ score }) => score !== null), `post ${last}`);
        memory.push(seen.timing.memory_bytes);
      }
      assert.ok(await session.badges(page) <= WINDOW, 'badges of posts that stand there');
      // By then the sample is full that stances rest on.
      const full = memory[2500 / WINDOW];
      const end = memory.at(-1);
      context.diagnostic(`memory after 100, 2 500 and 10 000 posts: ${[memory[0], full, end].map((bytes) => `${(bytes / 1e6).toFixed(2)} MB`).join(', ')}`);
      assert.ok(end <= full + 65_536, `${full} bytes after 2 500 posts, ${end} after ${POSTS}`);
    });
  });

  it('has badges near the screen only, however many posts stand on the page', async () => {
    const { session } = world;
    const body = Array.from({ length: 1000 }, (_, at) => post(`long-${at}`, `${TALK} (${at})`, { by: `person_${at}` })).join('');
    await world.open(world.write('long', written(body)), async (page) => {
      await session.waitFor(page, ({ posts }) => posts.length === 1000 && posts.at(-1).score !== null, 'all posts');
      for (const part of [0.5, 1]) {
        await page.evaluate((share) => scrollTo(0, document.documentElement.scrollHeight * share), part);
        await session.calm(page);
      }
      const near = await page.evaluate(() => {
        const all = [...document.querySelectorAll('article')];
        return all.filter((node) => node.querySelector('rapport-badge')).map((node) => all.indexOf(node));
      });
      assert.ok(near.length > 0 && near.every((at) => at > 900), `badges on ${near}`);
    });
  });
});
