// A private window has badges, and leaves nothing behind.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './browser.mjs';
import { answer, answerable, inEachBrowser, kept, word } from './suite.mjs';

const STORES = ['posts', 'replies', 'moments', 'marks'];

/** Presses a button of the coach, by its class or by what it says; false while it is not there. */
const press = (parts, { at, says }) => {
  const coach = parts.find(({ host }) => host.localName === 'rapport-coach')?.root;
  const button = [...coach?.querySelectorAll(at) ?? []].find((one) => !says || one.textContent === says);
  button?.click();
  return Boolean(button);
};

inEachBrowser('a private window', (world) => {
  it('shows badges, and nothing of it is kept', async () => {
    const { session } = world;
    const thread = (id) => world.write(`thread/${id}`, answerable(id));
    const reply = async (page) => {
      await session.judged(page, 1);
      await until(() => session.badges(page).then((count) => count === 1), 'the badge');
      await answer(page, 'How did yours get through the frost?');
      await until(() => page.evaluate(() => document.querySelector('textarea').value === ''), 'the reply to be sent');
    };
    // Opened first: what a driver opens later would be private, too.
    const open = await session.newPage();
    const hidden = await session.openPrivate(thread('hidden'));
    await reply(hidden);
    // A setting for this site would tell that it was open.
    await hidden.evaluate(() => document.querySelector('textarea').focus());
    await hidden.keyboard.type('That is really good news for everybody.');
    await until(() => session.inOverlay(hidden, press, { at: '.close' }), 'the coach');
    await until(() => session.inOverlay(hidden, press, { at: '.ways:not([hidden]) button', says: word('coach_close_site') }), 'its ways');
    // What the popup shows over it. It would keep the host, if it could be
    // switched there.
    const popup = await session.inspector.evaluate(async (tab) => {
      const frame = document.createElement('iframe');
      frame.src = browser.runtime.getURL(`popup.html?tab=${tab}`);
      document.body.append(frame);
      const shown = () => frame.contentDocument?.querySelector('#content > *') && !frame.contentDocument.querySelector('[aria-busy]');
      for (let round = 0; round < 500 && !shown(); round += 1) await new Promise((done) => { setTimeout(done, 20); });
      const { body } = frame.contentDocument;
      const seen = { text: body.textContent, ids: [...body.querySelectorAll('[id]')].map(({ id }) => id) };
      frame.remove();
      return seen;
    }, session.tabId(hidden));
    assert.ok(popup.text.includes(word('popup_private')), popup.text);
    assert.deepEqual(['switch-here', 'quiet-here', 'counters', 'switch-all', 'snooze-15'].filter((id) => popup.ids.includes(id)), ['switch-all', 'snooze-15']);
    // The same in a window like any other. Once that is kept, what happened
    // before it would be.
    for (const id of ['open', 'later']) {
      await open.bringToFront();
      await open.goto(thread(id));
      await reply(open);
      await until(async () => (await kept(session, 'replies')).some((one) => one.post === id), `the reply ${id} to be kept`);
      if (id === 'open') await hidden.close();
    }
    const all = Object.fromEntries(await Promise.all(STORES.map(async (store) => [store, await kept(session, store)])));
    assert.deepEqual(all.posts.map(({ id }) => id).sort(), ['later', 'open']);
    assert.deepEqual(all.replies.map((one) => one.post).sort(), ['later', 'open']);
    assert.ok(!JSON.stringify(all).includes('hidden'), 'no trace in the store');
    const told = await session.inspector.evaluate(async () => JSON.stringify([
      await browser.storage.local.get(null), await browser.storage.session?.get(null), await browser.runtime.sendMessage({ type: 'summary' }),
    ]));
    assert.ok(!told.includes('hidden'), 'nor anywhere else');
    const { session: visit, settings } = await session.ask({ type: 'summary' });
    assert.deepEqual([visit.posts, visit.written], [2, 2]);
    assert.deepEqual(settings.coachHostsOff, []);
  });
});
