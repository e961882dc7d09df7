// Isso, a real comment server, under a page of ours: its comments as a browser
// shows them, while they come in, are answered, liked, changed and removed.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { until } from './browser.mjs';
import { missingIsso, startIsso } from './isso/server.mjs';
import { inEachBrowser } from './suite.mjs';

const skip = missingIsso();

const ASKED = 'My basil drops its leaves every January, whatever I do. How do you bring yours through the winter?';
const ANSWERED = 'Water it from below and keep it off the windowsill at night. Is yours near a radiator?';
const AGREED = 'Le mien passe l’hiver dans la cuisine, loin du froid. Et vous, quelle lumière lui donnez-vous ?';
const LAST = 'I gave up and sow a new pot each March instead. Has anyone kept one plant for more than two years?';
const CHANGED = 'Water it from below, and only when the pot feels light. Is yours near a radiator?';

/** A page with an article and Isso's embed script. */
const blog = (isso) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Herbs in winter</title>
<link rel="icon" href="data:,"></head><body><nav><a href="/a">Home</a> <a href="/b">About</a></nav>
<main><h1>Herbs in winter</h1><p>Most herbs want less than we give them when the days are short.</p></main>
<section id="isso-thread"></section>
<script data-isso="${isso}/" data-isso-reply-to-self="true" src="${isso}/js/embed.min.js"></script></body></html>`;

inEachBrowser('a page with comments by Isso', (world) => {
  let isso;
  before(async () => {
    if (!skip) isso = await startIsso(new URL(world.site).origin);
  });
  after(() => isso?.stop());

  /** A page of its own, whose thread has its path for a name. */
  const begin = (name) => ({ thread: `/${name}`, address: world.write(name, blog(isso.url)) });
  /** Waits until what the page last asked for stands in it: Isso writes its heading right after the comments. */
  const standing = (page) => until(
    () => page.evaluate(() => Boolean(document.querySelector('.isso-thread-heading')?.textContent)),
    'the comments of Isso',
  );
  /** Lets the page ask the server again, as the embed script offers it. */
  const refresh = async (page) => {
    // Two answers on their way would stand there one below the other.
    await standing(page);
    await page.evaluate(() => {
      document.querySelector('.isso-thread-heading').textContent = '';
      window.Isso.fetchComments();
    });
    await standing(page);
  };
  /** What a person sees of the comments, by other means than the extension's. */
  const shown = (page) => page.evaluate(() => [...document.querySelectorAll('#isso-root .isso-comment')].map((node) => ({
    author: node.querySelector('.isso-author').textContent,
    text: node.querySelector('.isso-text').textContent.trim(),
    parent: node.parentElement.closest('.isso-comment')?.id ?? null,
  })));
  const texts = async (page) => (await shown(page)).map(({ text }) => text);

  it('shows what the server has: comments, answers, changes, removals', { skip }, async () => {
    const { thread, address } = begin('shown');
    await world.open(address, async (page) => {
      const asked = await isso.post(thread, { author: 'Mireille', from: 1, text: ASKED });
      const answered = await isso.post(thread, { author: 'Tobias', from: 2, text: ANSWERED, parent: asked.id });
      await refresh(page);
      assert.deepEqual(await shown(page), [
        { author: 'Mireille', text: ASKED, parent: null },
        { author: 'Tobias', text: ANSWERED, parent: `isso-${asked.id}` },
      ]);
      const changed = await isso.edit(answered, CHANGED);
      await refresh(page);
      assert.deepEqual(await texts(page), [ASKED, CHANGED]);
      await isso.remove(changed);
      await refresh(page);
      assert.deepEqual(await texts(page), [ASKED]);
      assert.deepEqual(page.ours.errors, []);
    });
  });

  it('is read by its structure while comments come in', { skip }, async () => {
    const { thread, address } = begin('live');
    await world.open(address, async (page) => {
      const read = (texts, what) => world.session.waitFor(
        page,
        (now) => now.posts.map(({ text }) => text).join('\n') === texts.join('\n'),
        what,
      );
      await standing(page);
      const before = await world.session.waitFor(page, () => true, 'an answer from the page');
      assert.deepEqual([before.reader, before.posts], ['none', []]);

      const asked = await isso.post(thread, { author: 'Mireille', from: 1, text: ASKED });
      await isso.post(thread, { author: 'Awa', from: 3, text: AGREED });
      await isso.post(thread, { author: 'Jonas', from: 4, text: LAST });
      await refresh(page);
      assert.deepEqual(await texts(page), [ASKED, AGREED, LAST]);
      const first = await read([ASKED, AGREED, LAST], 'the first comments');
      assert.equal(first.reader, 'generic');
      assert.deepEqual(first.posts.map(({ author }) => author), ['Mireille', 'Awa', 'Jonas']);

      const answered = await isso.post(thread, { author: 'Tobias', from: 2, text: ANSWERED, parent: asked.id });
      await refresh(page);
      await read([ASKED, ANSWERED, AGREED, LAST], 'the answer');
      // Whom it answers is known a slice later than what it says.
      const second = await world.session.waitFor(
        page,
        ({ posts: [one, answer] }) => answer?.text === ANSWERED && answer.parent === one.id,
        'whom it answers',
      );
      assert.equal(second.posts[1].depth, second.posts[0].depth + 1);

      await isso.like(asked, 5);
      await refresh(page);
      assert.equal(await page.evaluate(() => document.querySelector('#isso-root .isso-votes').textContent), '1');
      // Isso takes its comments down and puts them up again one by one.
      await world.session.waitFor(
        page,
        ({ posts }) => posts.length === 4 && posts[0].text === ASKED && posts[0].likes?.value === 1,
        'the vote to be read',
      );

      const changed = await isso.edit(answered, CHANGED);
      await refresh(page);
      await read([ASKED, CHANGED, AGREED, LAST], 'the changed answer');

      await isso.remove(changed);
      await refresh(page);
      await read([ASKED, AGREED, LAST], 'what is left');
      assert.ok(await world.session.badges(page) > 0);
    });
  });
});
