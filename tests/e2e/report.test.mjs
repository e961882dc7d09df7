// The report over weeks: on three invented histories it says what follows from
// the numbers, and shows each picture as a table, too.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './browser.mjs';
import { fill, history, PERSON } from './histories.mjs';
import { filled, inEachBrowser, word } from './suite.mjs';

const DAY = 24 * 60 * 60_000;

/** How many weeks, from Monday on, there are from the oldest post till now. */
function weeksOf({ posts }) {
  const monday = (at) => {
    const day = new Date(at);
    return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate() - (day.getDay() + 6) % 7);
  };
  const oldest = Math.min(...posts.map(({ seenAt }) => seenAt));
  return 1 + Math.round((monday(Date.now()) - monday(oldest)) / (7 * DAY));
}

const PARTS = ['joined', 'given', 'asked', 'listens', 'places', 'hours'];

inEachBrowser('the report', (world) => {
  const inReport = async (use) => {
    const page = await world.session.openExtensionPage('report.html');
    try {
      await filled(page);
      return await use(page);
    } finally {
      await page.close();
    }
  };
  const weeks = (page) => page.evaluate(() => document.querySelectorAll('#numbers-joined tbody tr').length);
  const titles = (page) => page.evaluate(() => [...document.querySelectorAll('section')].map((section) => section.getAttribute('aria-labelledby')));

  it('greets somebody new and draws nothing', async () => {
    await inReport(async (page) => {
      assert.deepEqual(await titles(page), ['own', 'marks']);
      assert.ok((await page.evaluate(() => document.body.innerText)).includes(word('report_nothing')));
      assert.equal(await page.evaluate(() => document.querySelectorAll('main svg').length), 0);
    });
  });

  it('tells weeks, each part with a sentence, something to try and its numbers', async () => {
    const { session } = world;
    const week = history('week', Date.now());
    await fill(session, week);
    for (const change of PERSON) await session.ask({ type: 'change', change });
    await inReport(async (page) => {
      assert.deepEqual(await titles(page), [...PARTS, 'own', 'marks']);
      const parts = await page.evaluate((ids) => ids.map((id) => {
        const section = document.querySelector(`section[aria-labelledby=${id}]`);
        const rows = [...section.querySelectorAll('details table tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent));
        return { id, said: section.querySelector('.said').textContent, tried: section.querySelector('.try').textContent, rows };
      }), PARTS);
      for (const { id, said, tried, rows } of parts) {
        assert.ok(said.length > 10 && tried.length > 10, id);
        assert.ok(rows.length > 0, id);
      }
      // The table of the weeks adds up to what is in the history.
      const given = parts.find(({ id }) => id === 'given').rows;
      assert.equal(given.reduce((sum, [, count]) => sum + Number(count), 0), week.replies.length);
      const received = week.posts.filter(({ toMe, mine }) => toMe && !mine).length;
      assert.equal(given.reduce((sum, [, , count]) => sum + Number(count), 0), received);
      assert.equal(given.length, weeksOf(week), 'no week of which nothing can be kept');
      const own = await page.evaluate(() => document.querySelector('section[aria-labelledby=own]').innerText);
      assert.ok(own.includes(word('own_rate')) && own.includes(word('own_try_meet')), own);
    });
  });

  it('speaks the language that the person has chosen', async () => {
    const { session } = world;
    await session.ask({ type: 'change', change: { what: 'language', language: 'fr' } });
    try {
      await inReport(async (page) => {
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
        assert.match(await page.evaluate(() => document.body.innerText), /Vos semaines|vos semaines/);
      });
    } finally {
      await session.ask({ type: 'change', change: { what: 'language', language: null } });
    }
  });

  it('opens on a year of 60 000 posts', async () => {
    const { session } = world;
    const year = history('year', Date.now());
    assert.equal(year.posts.length, 60_000);
    await fill(session, year);
    await inReport(async (page) => {
      assert.deepEqual(await titles(page), [...PARTS, 'own', 'marks']);
      assert.equal(await weeks(page), 12);
    });
    assert.ok((await session.ask({ type: 'summary' })).session.posts > 0);
  });

  it('looks at as many weeks as it is asked to, and at none before the oldest', async () => {
    const all = weeksOf(history('year', Date.now()));
    assert.ok(all > 12 && all < 52, `${all} weeks`);
    await inReport(async (page) => {
      for (const [chosen, shown] of [[4, 4], [52, all]]) {
        await page.evaluate((value) => {
          const choice = document.querySelector('#weeks');
          choice.value = String(value);
          choice.dispatchEvent(new Event('change', { bubbles: true }));
        }, chosen);
        await until(async () => await weeks(page) === shown, `${chosen} weeks`);
        assert.equal(await page.evaluate(() => document.querySelector('#weeks').value), String(chosen));
      }
    });
  });
});
