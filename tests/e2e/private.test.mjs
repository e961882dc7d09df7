// A private window has badges, and leaves nothing behind.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './browser.mjs';
import { inEachBrowser, kept, post, TALK, written } from './suite.mjs';

const COMPOSER = '<form class="composer"><textarea></textarea><button type="submit">Reply</button></form>';
const SCRIPT = "document.addEventListener('submit', (event) => { event.preventDefault(); event.target.querySelector('textarea').value = ''; });";
const STORES = ['posts', 'replies', 'moments', 'marks'];

inEachBrowser('a private window', (world) => {
  it('shows badges, and nothing of it is kept', async () => {
    const { session } = world;
    const thread = (id) => world.write(
      `thread/${id}`,
      written(`${post(id, TALK, { by: `writer_${id}` })}${COMPOSER}`, { script: SCRIPT }).replace('data-view="feed"', 'data-view="thread"'),
    );
    const answer = async (page) => {
      await session.judged(page, 1);
      await until(() => session.badges(page).then((count) => count === 1), 'the badge');
      await page.type('form.composer textarea', 'How did yours get through the frost?');
      await page.click('form.composer button');
      await until(() => page.evaluate(() => document.querySelector('textarea').value === ''), 'the reply to be sent');
    };
    // Opened first: what a driver opens later would be private, too.
    const open = await session.newPage();
    const hidden = await session.openPrivate(thread('hidden'));
    await answer(hidden);
    // The same in a window like any other. Once that is kept, what happened
    // before it would be.
    for (const id of ['open', 'later']) {
      await open.bringToFront();
      await open.goto(thread(id));
      await answer(open);
      await until(async () => (await kept(session, 'replies')).some((reply) => reply.post === id), `the reply ${id} to be kept`);
      if (id === 'open') await hidden.close();
    }
    const all = Object.fromEntries(await Promise.all(STORES.map(async (store) => [store, await kept(session, store)])));
    assert.deepEqual(all.posts.map(({ id }) => id).sort(), ['later', 'open']);
    assert.deepEqual(all.replies.map((reply) => reply.post).sort(), ['later', 'open']);
    assert.ok(!JSON.stringify(all).includes('hidden'), 'no trace in the store');
    const told = await session.inspector.evaluate(async () => JSON.stringify([
      await browser.storage.local.get(null), await browser.storage.session?.get(null), await browser.runtime.sendMessage({ type: 'summary' }),
    ]));
    assert.ok(!told.includes('hidden'), 'nor anywhere else');
    const { session: visit } = await session.ask({ type: 'summary' });
    assert.deepEqual([visit.posts, visit.written], [2, 2]);
  });
});
