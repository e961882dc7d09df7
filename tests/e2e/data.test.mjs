// What is kept belongs to the person: saved, brought back, erased, and synced
// only where they want it.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from './browser.mjs';
import { fill, history, PERSON } from './histories.mjs';
import { filled, inEachBrowser, kept, post, TALK, word, written } from './suite.mjs';

const STORES = ['posts', 'replies', 'moments', 'marks'];
const DAY = 24 * 3600_000;

inEachBrowser('the data', (world) => {
  const all = async () => Object.fromEntries(await Promise.all(STORES.map(async (store) => [store, await kept(world.session, store)])));
  const settings = async () => (await world.session.ask({ type: 'summary' })).settings;
  const eraseAll = () => world.session.ask({ type: 'erase', erase: { what: 'all' } });

  /** Opens the options, answers every question with yes, and keeps what is saved. */
  const inOptions = async (use) => {
    const page = await world.session.openExtensionPage('options.html');
    try {
      await filled(page);
      await page.evaluate(() => {
        window.confirm = (question) => { window.asked = question; return true; };
        URL.createObjectURL = (blob) => {
          blob.text().then((text) => { window.saved = text; });
          return 'data:,';
        };
      });
      return await use(page);
    } finally {
      await page.close();
    }
  };
  const push = (page, selector) => page.evaluate((wanted) => document.querySelector(wanted).click(), selector);
  const status = (page) => page.evaluate(() => document.querySelector('#status').textContent);
  const saved = async (page, selector) => {
    await page.evaluate(() => { window.saved = ''; });
    await push(page, selector);
    return until(() => page.evaluate(() => window.saved), 'the file');
  };
  const bringIn = async (page, text) => {
    await page.evaluate((content) => {
      document.querySelector('#status').textContent = '';
      const input = document.querySelector('#import');
      const files = new DataTransfer();
      files.items.add(new File([content], 'rapport.json', { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
    return until(() => status(page), 'an answer');
  };

  it('is saved as a file, erased to the last record, and comes back whole', async () => {
    const { session } = world;
    await fill(session, history('week', Date.now()));
    for (const change of PERSON) await session.ask({ type: 'change', change });
    const before = { ...await all(), settings: await settings() };
    assert.equal(before.posts.length, 630);
    await inOptions(async (page) => {
      await until(() => page.evaluate(() => document.querySelector('#kept').textContent.includes('630')), 'the posts to be counted');
      const file = await saved(page, '#export-all');
      await push(page, '#erase-all');
      await until(async () => await status(page) === word('data_erased'), 'it to be erased');
      assert.equal(await page.evaluate(() => window.asked), word('data_erase_all_sure'));
      assert.deepEqual(await all(), { posts: [], replies: [], moments: [], marks: [] });
      assert.deepEqual(await session.inspector.evaluate(() => browser.storage.local.get()), {});
      const said = await bringIn(page, file);
      assert.match(said, /630/);
      assert.deepEqual({ ...await all(), settings: await settings() }, before);
      // Once more changes nothing.
      await bringIn(page, file);
      assert.deepEqual(await all(), { posts: before.posts, replies: before.replies, moments: before.moments, marks: before.marks });
    });
  });

  it('is saved as tables with a line for each record', async () => {
    await inOptions(async (page) => {
      for (const [id, store] of [['#export-posts', 'posts'], ['#export-replies', 'replies']]) {
        const lines = (await saved(page, id)).trim().split('\n');
        assert.equal(lines.length, 1 + (await kept(world.session, store)).length);
        assert.ok(lines[0].startsWith('site,'));
      }
    });
  });

  it('is not touched by a file that is none of ours, or broken', async () => {
    const before = await all();
    const ours = (fields) => JSON.stringify({ format: 'rapport', version: 1, ...fields });
    await inOptions(async (page) => {
      for (const [file, key] of [
        ['', 'data_not_ours'], ['{', 'data_not_ours'], ['null', 'data_not_ours'], ['[1,2]', 'data_not_ours'],
        ['\u0000\u0001\u0002', 'data_not_ours'], ['{"format":"other","version":1}', 'data_not_ours'],
        [ours({ posts: 7 }), 'data_not_ours'], [ours({ version: 99 }), 'data_newer'],
        ['['.repeat(20_000), 'data_not_ours'],
      ]) {
        const said = await bringIn(page, file);
        assert.equal(said, word('data_import_failed', { reason: word(key) }), file.slice(0, 40));
      }
      const bad = { site: 'x', id: '', seenAt: 1, stance: 'both' };
      const said = await bringIn(page, ours({ posts: [bad, null, 'x'], replies: [{}], marks: [7], moments: [{ minute: -1, site: 'x' }] }));
      assert.match(said, /6/);
    });
    assert.deepEqual(await all(), before);
  });

  it('is erased by site and by day, and nothing else with it', async () => {
    const before = await all();
    const today = new Date(Math.max(...before.posts.filter(({ site }) => site !== 'bluesky').map(({ seenAt }) => seenAt)));
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
    await inOptions(async (page) => {
      await until(() => page.evaluate(() => Boolean(document.querySelector('#erase-site-of'))), 'the sites');
      await page.evaluate(() => { document.querySelector('#erase-site-of').value = 'bluesky'; });
      await push(page, '#erase-site');
      await until(async () => await status(page) === word('data_erased'), 'the site to be erased');
      const left = await all();
      for (const store of STORES) {
        assert.deepEqual(left[store], before[store].filter(({ site }) => site !== 'bluesky'), store);
      }
      await page.evaluate((date) => {
        document.querySelector('#status').textContent = '';
        document.querySelector('#erase-day-of').value = date;
      }, day);
      await push(page, '#erase-day');
      await until(async () => await status(page) === word('data_erased'), 'the day to be erased');
      const rest = await all();
      assert.ok(rest.posts.length < left.posts.length);
      assert.deepEqual(rest.posts, left.posts.filter(({ seenAt }) => seenAt < midnight || seenAt >= midnight + DAY));
      assert.deepEqual(rest.replies, left.replies.filter(({ sentAt }) => sentAt < midnight || sentAt >= midnight + DAY));
      assert.ok(rest.moments.every(({ minute }) => minute * 60_000 < midnight || minute * 60_000 >= midnight + DAY));
    });
  });

  it('is not brought back by a page that has not sent it yet', async () => {
    const { session } = world;
    await eraseAll();
    const body = ['u1', 'u2'].map((id) => post(id, TALK)).join('');
    await world.open(world.write('unsent', written(body)), async (page) => {
      await session.judged(page, 2);
      await session.calm(page);
      await until(async () => (await kept(session, 'posts')).length === 2, 'the posts to be kept');
      await eraseAll();
      // The page sends what it has when it is left.
      await session.send(page, { type: 'status' });
    });
    await session.stopWorker();
    assert.deepEqual(await kept(session, 'posts'), []);
  });

  it('is not brought back by a page whose posts are read or placed anew', async () => {
    const { session } = world;
    await eraseAll();
    await session.ask({ type: 'change', change: { what: 'subjects', subjects: ['tomatoes'] } });
    // Enough for a post to have a place among the others.
    const ids = Array.from({ length: 14 }, (_, at) => `e${at}`);
    const body = ids.map((id, at) => post(id, `${TALK} (${id})`, { likes: String(3 + 40 * at), replies: String(at) })).join('');
    await world.open(world.write('placed', written(body)), async (page) => {
      await session.judged(page, ids.length);
      for (let step = 0; step < 8; step += 1) {
        await page.evaluate(() => scrollBy(0, innerHeight * 0.7));
        await session.calm(page);
      }
      await until(async () => (await kept(session, 'posts')).length === ids.length, 'the posts to be kept');
      await page.evaluate(() => scrollTo(0, 0));
      await session.calm(page);
      const stances = async () => (await session.inspect(page)).posts.map(({ id, stance }) => `${id} ${stance}`);
      const before = await stances();
      assert.ok(before.some((one) => !one.endsWith(' not-enough')), before.join());
      await eraseAll();
      await session.judged(page, ids.length);
      assert.deepEqual(await stances(), before, 'badges stay what they are');
      // Below the screen, so that nobody sees it.
      await page.evaluate((html) => document.querySelector('main').insertAdjacentHTML('beforeend', html), post('late', `${TALK} (late)`));
      await session.judged(page, ids.length + 1);
      await session.ask({ type: 'change', change: { what: 'subjects', subjects: ['frost'] } });
      await session.judged(page, ids.length + 1);
      await session.calm(page);
      // A page sends 0.8 s after it has something to tell.
      await delay(2000);
      assert.deepEqual(await kept(session, 'posts'), []);
    });
    await eraseAll();
  });

  it('goes at once when it is to be kept for less long', async () => {
    const { session } = world;
    const now = Date.now();
    const at = (days) => ({ site: 'demo', id: `${days}`, permalink: null, author: null, score: null, stance: 'quiet', likes: null, replies: null, seenAt: now - days * DAY });
    await session.ask({ type: 'change', change: { what: 'keep', days: 365 } });
    await fill(session, { posts: [1, 29, 31, 89, 91, 364].map(at), replies: [], moments: [], marks: [] });
    const left = async () => (await kept(session, 'posts')).map(({ id }) => id).sort((a, b) => a - b);
    await session.ask({ type: 'change', change: { what: 'keep', days: 90 } });
    assert.deepEqual(await left(), ['1', '29', '31', '89']);
    await session.ask({ type: 'change', change: { what: 'keep', days: 30 } });
    assert.deepEqual(await left(), ['1', '29']);
    await eraseAll();
  });

  it('follows to other devices only where the person wants it, and only settings', async () => {
    const { session } = world;
    const synced = () => session.inspector.evaluate(() => browser.storage.sync.get());
    const change = (wanted) => session.ask({ type: 'change', change: wanted });
    await change({ what: 'subjects', subjects: ['bees'] });
    assert.deepEqual(await synced(), {});
    await change({ what: 'sync', on: true });
    assert.deepEqual(await synced(), { subjects: ['bees'] });
    await change({ what: 'quiet', host: 'a.example', on: true });
    assert.deepEqual(await synced(), { subjects: ['bees'], 'quiet:a.example': true });
    await change({ what: 'quiet', host: 'b.example', on: true });
    await change({ what: 'quiet', host: 'b.example', on: false });
    assert.equal((await synced())['quiet:b.example'], false, 'what is taken back is told');
    // Another device changes, adds and takes back.
    await session.inspector.evaluate(() => browser.storage.sync.set({
      subjects: ['trains'], language: 'fr', 'quiet:a.example': false,
    }));
    const here = await until(async () => {
      const now = await settings();
      return now.subjects[0] === 'trains' && now.language === 'fr' && now.hostsQuiet.length === 0 && now;
    }, 'the settings to follow');
    assert.equal(here.sync, true);
    // Another device leaves, and takes the copy with it.
    await session.inspector.evaluate(() => browser.storage.sync.clear());
    await session.inspector.evaluate(() => browser.storage.sync.set({ subjects: ['trains', 'bees'] }));
    await until(async () => (await settings()).subjects.length === 2, 'the settings to follow again');
    assert.equal((await settings()).language, 'fr', 'what the copy lacks stays here');
    await session.inspector.evaluate(() => browser.storage.sync.clear());
    await change({ what: 'language', language: null });
    assert.deepEqual(await synced(), { subjects: ['trains', 'bees'], language: false }, 'the copy is made anew');
    await change({ what: 'sync', on: false });
    assert.deepEqual(await synced(), {});
    assert.deepEqual((await settings()).subjects, ['trains', 'bees'], 'what is here stays');
    // Who has no part in the copy does not take it away.
    await session.inspector.evaluate(() => browser.storage.sync.set({ subjects: ['trains'] }));
    await eraseAll();
    assert.deepEqual(await synced(), { subjects: ['trains'] });
    await session.inspector.evaluate(() => browser.storage.sync.clear());
  });

  it('is forgotten when it is older than it is wanted, unless the clock may be wrong', async () => {
    const { session } = world;
    const now = Date.now();
    const at = (days) => ({ site: 'demo', id: `${days}`, permalink: null, author: null, score: null, stance: 'quiet', likes: null, replies: null, seenAt: now - days * DAY });
    const left = async () => (await kept(session, 'posts')).map(({ id }) => id).sort((a, b) => a - b);
    const look = (looked) => session.inspector.evaluate((note) => browser.storage.local.set({ looked: note }), looked);
    const looked = async () => (await session.inspector.evaluate(() => browser.storage.local.get('looked'))).looked;
    /** Lets a worker that knows nothing look once. */
    const wake = async (before) => {
      await session.stopWorker();
      await look(before);
      await session.ask({ type: 'wake' });
      return until(async () => {
        const note = await looked();
        return note.at >= now && note;
      }, 'the look to be noted');
    };
    await fill(session, { posts: [1, 89, 91, 364].map(at), replies: [], moments: [], marks: [] });
    assert.equal((await wake({ at: now - 40 * DAY, doubted: false })).doubted, true);
    assert.deepEqual(await left(), ['1', '89', '91', '364'], 'a leap is doubted');
    assert.equal((await wake({ at: now - DAY, doubted: false })).doubted, false);
    assert.deepEqual(await left(), ['1', '89']);
    await eraseAll();
  });
});
