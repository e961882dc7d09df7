// Nothing is lost: whatever happens to the worker, the browser, the clock or
// the extension, each reply that was sent is counted once, and no page breaks.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { launch, until } from './browser.mjs';
import { answer, answerable, extensionFor, fillDisk, inEachBrowser, kept } from './suite.mjs';

const replies = async (session) => (await kept(session, 'replies')).map((reply) => reply.post).sort();

inEachBrowser('nothing is lost', (world) => {
  /** Opens a thread of its own, ready to be answered. */
  const open = async (session, id, options) => {
    const address = world.write(`thread/${id}`, answerable(id));
    const page = await session.newPage(options);
    await page.goto(address);
    await session.judged(page, 1);
    return page;
  };
  const counted = (session, expected, what) => until(async () => {
    const now = await replies(session);
    return now.length >= expected.length && now;
  }, what).then((now) => assert.deepEqual(now, [...expected].sort()));

  it('when the worker is killed while replies come in', async () => {
    const { session } = world;
    const page = await open(session, 'killed');
    // Before a reply is noticed, while it is on its way, while it is written, and after.
    const moments = [0, 90, 120, 150, 200, 400];
    for (const [round, moment] of moments.entries()) {
      await answer(page, `Yours froze, too? Which ones did you bring in, number ${round}?`);
      await new Promise((done) => { setTimeout(done, moment); });
      await session.stopWorker();
    }
    await counted(session, moments.map(() => 'killed'), 'all replies');
    assert.deepEqual(page.ours.errors, []);
    await page.close();
  });

  it('when the worker is killed while it writes, and nothing happens on the page after it', async () => {
    const { session } = world;
    const before = await replies(session);
    const page = await open(session, 'cut-off');
    await session.calm(page);
    await session.inWorker(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function putOrHang(...args) {
        if (this.name !== 'replies') return put.apply(this, args);
        self.isWriting = true;
        return new EventTarget();
      };
    });
    await answer(page, 'How long was your frost, and did it come back?');
    await until(() => session.inWorker(() => self.isWriting), 'the worker to write the reply');
    assert.deepEqual(await replies(session), before);
    await session.stopWorker();
    await counted(session, [...before, 'cut-off'], 'the reply to be sent again by itself');
    await page.close();
  });

  it('when two windows answer at once', async () => {
    const { session } = world;
    const before = await replies(session);
    const pages = [await open(session, 'left'), await open(session, 'right', { window: true })];
    for (const page of pages) await answer(page, 'How did yours get through the frost?');
    await counted(session, [...before, 'left', 'right'], 'both replies');
    for (const page of pages) await page.close();
  });

  it('when the store is full, and the reply has to wait', async () => {
    const { session } = world;
    const before = await replies(session);
    await fillDisk(session);
    const page = await open(session, 'full');
    await answer(page, 'Did the cold get into the house as well?');
    await until(async () => (await session.ask({ type: 'summary' })).problem, 'the problem to be told');
    const counts = await until(async () => {
      const { session: visit } = await session.ask({ type: 'summary' });
      return visit.written === before.length + 1 && visit;
    }, 'the reply to be counted all the same');
    assert.equal(counts.written, before.length + 1);
    assert.deepEqual(await replies(session), before);
    await session.inWorker(() => self.makeRoom());
    await session.ask({ type: 'summary' });
    await counted(session, [...before, 'full'], 'the reply to be stored');
    await page.close();
  });

  it('when the clock is set back', async () => {
    const { session } = world;
    const before = await replies(session);
    const page = await open(session, 'clock');
    await answer(page, 'What did you do before the frost came?');
    await counted(session, [...before, 'clock'], 'the first reply');
    // The page still has the old time; the worker wakes three hours earlier.
    await session.inWorker(() => {
      const now = Date.now;
      Date.now = () => now() - 3 * 3600_000;
    });
    await answer(page, 'And what did you do after it?');
    await counted(session, [...before, 'clock', 'clock'], 'the second reply');
    const { session: visit } = await session.ask({ type: 'summary' });
    assert.equal(visit.written, before.length + 2, 'both are of this visit');
    await session.stopWorker();
    assert.equal((await session.ask({ type: 'summary' })).session.written, before.length + 2, 'with the clock put right');
    await page.close();
  });

  it('when the extension is updated while tabs are open', async () => {
    const { session } = world;
    const before = await replies(session);
    const page = await open(session, 'update');
    await answer(page, 'Is it warmer where you are?');
    await counted(session, [...before, 'update'], 'the reply');
    await session.update();
    // The open page goes on with the new one, and shows nothing twice.
    const shown = () => page.evaluate(() => document.querySelectorAll('rapport-badge').length);
    await page.bringToFront();
    await session.judged(page, 1);
    await until(async () => await shown() === 1, 'one badge');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await answer(page, 'I am still here. Are you?');
    assert.equal(await page.evaluate(() => document.querySelector('textarea').value), '', 'the page itself works');
    await counted(session, [...before, 'update', 'update'], 'what was there before, and the reply in the open page');
    assert.equal(await shown(), 1);
    assert.deepEqual(page.ours.errors, []);
    assert.deepEqual(page.ours.console.filter((line) => line.startsWith('error')), []);
    await page.close();
    const fresh = await open(session, 'updated');
    await answer(fresh, 'And now, with the new one?');
    await counted(session, [...before, 'update', 'update', 'updated'], 'the reply after it');
    await fresh.close();
  });

  it('when the browser is killed', async () => {
    const profile = mkdtempSync(path.join(tmpdir(), 'rapport-e2e-killed-'));
    const start = () => launch({ browser: world.browser, extension: extensionFor(world.browser), profile });
    let session;
    try {
      session = await start();
      const page = await open(session, 'power');
      await answer(page, 'Is your power back by now?');
      await counted(session, ['power'], 'the reply');
      const process = session.browser.process();
      const ended = new Promise((resolve) => { process.once('exit', resolve); });
      process.kill('SIGKILL');
      await ended;
      session = await start();
      await counted(session, ['power'], 'the reply after the restart');
      const again = await open(session, 'power-again');
      await answer(again, 'It works again here, and there?');
      await counted(session, ['power', 'power-again'], 'the next reply');
    } finally {
      await session?.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
});
