// Quiet, snooze, keys and marks: Rapport gives way where it is asked to, and
// can be used without a mouse.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './browser.mjs';
import { badgeOf, badges, card, cardOf, filled, inEachBrowser, inPopup, kept, post, TALK, word, written } from './suite.mjs';
import { readFeed } from './tour.mjs';

const change = (session, wanted) => session.ask({ type: 'change', change: wanted });

/** Presses keys together, written as in `Alt+Shift+KeyG`. */
async function press(page, keys) {
  const all = keys.split('+');
  for (const key of all) await page.keyboard.down(key);
  for (const key of all.reverse()) await page.keyboard.up(key);
}

/** Presses a button of one of the extension's pages. */
const push = (popup, selector) => popup.evaluate((wanted) => document.querySelector(wanted).click(), selector);

inEachBrowser('manners', (world) => {
  /** Reads enough of the feed to compare posts, and comes back to its top. */
  const compared = async (page) => {
    const { session } = world;
    await session.ready(page, 8);
    await readFeed(session, page);
    await page.evaluate(() => scrollTo(0, 0));
    await session.calm(page);
    return session.inspect(page);
  };

  it('is quiet where it is told to be: badges on quiet gems only', async () => {
    const { session } = world;
    await world.open('/', async (page) => {
      await compared(page);
      const all = await session.badges(page);
      await inPopup(session, page, async (popup) => {
        await push(popup, '#quiet-here');
        await until(() => popup.evaluate(() => document.querySelector('#quiet-here')?.getAttribute('aria-checked') === 'true'), 'the switch to turn');
      });
      try {
        const few = await until(async () => {
          const found = await session.inOverlay(page, badges);
          return found.length < all && found.every(({ name }) => name.includes(word('stance_quiet_gem'))) && found;
        }, 'only gems to be left');
        assert.ok(few.length > 0, 'gems are still shown');
        const seen = await session.inspect(page);
        assert.ok(seen.posts.filter(({ score }) => score !== null).length > few.length, 'the others are read all the same');
      } finally {
        await change(session, { what: 'quiet', host: '127.0.0.1', on: false });
      }
      await until(async () => await session.badges(page) === all, 'all badges to return');
    });
  });

  it('sleeps for as long as it is told to, and wakes when it is told to', async () => {
    const { session } = world;
    await world.open('/', async (page) => {
      await session.ready(page, 8);
      await inPopup(session, page, async (popup) => {
        await push(popup, '#snooze-60');
        await until(() => popup.evaluate(() => Boolean(document.querySelector('#wake'))), 'the popup to tell');
        const told = await popup.evaluate(() => document.querySelector('#snooze-title').textContent);
        assert.match(told, new RegExp(word('snoozed_until', { time: '.*\\d+[:.]\\d\\d.*' })));
        await until(async () => await session.badges(page) === 0, 'badges to leave');
        await push(popup, '#wake');
        await until(() => popup.evaluate(() => Boolean(document.querySelector('#snooze-60'))), 'the choices again');
      });
      await until(async () => await session.badges(page) > 0, 'badges to return');
      // It wakes by itself, too.
      await change(session, { what: 'snooze', until: Date.now() + 2000 });
      await until(async () => await session.badges(page) === 0, 'badges to leave again');
      await until(async () => await session.badges(page) > 0, 'badges to return by themselves');
    });
  });

  it('goes from gem to gem, opens cards and fills the reply by keys', async () => {
    const { session } = world;
    await world.open('/', async (page) => {
      const seen = await compared(page);
      const inFocus = () => session.inOverlay(page, (parts) => {
        const found = parts.find(({ root }) => root.activeElement);
        return found?.host.parentElement.id.replace('post-', '') ?? null;
      });
      const gems = seen.posts.filter(({ stance }) => stance === 'quiet-gem').map(({ id }) => id);
      assert.ok(gems.length >= 2, `gems of ${seen.posts.length}`);
      for (const id of gems.slice(0, 2)) {
        await press(page, 'Alt+Shift+KeyG');
        await until(async () => await inFocus() === id, `the badge of ${id} to have the focus`);
        const onScreen = await page.evaluate((post) => {
          const { top, bottom } = document.getElementById(`post-${post}`).getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        }, id);
        assert.ok(onScreen, `${id} is on the screen`);
      }
      await press(page, 'Alt+Shift+KeyC');
      const open = await until(() => session.inOverlay(page, card), 'the card');
      assert.equal(open.post, `post-${gems[1]}`);
      await press(page, 'Alt+Shift+KeyC');
      await until(async () => await session.inOverlay(page, card) === null, 'the same keys to close it');
    });
    const reply = '<form class="composer"><textarea id="reply" aria-label="Your reply"></textarea></form>';
    const listening = `window.heard = []; document.addEventListener('keydown', (event) => window.heard.push(event.code));`;
    const address = world.write('keys', written(post('a', TALK, { inside: reply }) + post('b', TALK), { script: listening }));
    await world.open(address, async (page) => {
      await session.ready(page, 2);
      const written = () => page.evaluate(() => document.querySelector('#reply').value);
      await session.calm(page);
      await press(page, 'Alt+Shift+KeyC');
      const open = await until(() => session.inOverlay(page, card), 'the card');
      assert.ok(open.prompts.length > 0, 'it has a prompt');
      await press(page, 'Alt+Shift+KeyI');
      await until(async () => await written() === open.prompts[0], 'the prompt to stand in the reply');
      assert.deepEqual(await page.evaluate(() => window.heard.filter((code) => code.startsWith('Key'))), [], 'the page’s own keys hear none of it');
      // While something is written the keys are the page's.
      await page.focus('#reply');
      await until(async () => await session.inOverlay(page, card) === null, 'the card to close').catch(() => page.keyboard.press('Escape'));
      await press(page, 'Alt+Shift+KeyC');
      await until(() => page.evaluate(() => window.heard.includes('KeyC')), 'the page to hear it');
      assert.equal(await session.inOverlay(page, card), null);
    });
  });

  it('lets the keys be changed, but not to such as write', async () => {
    const { session } = world;
    const options = await session.openExtensionPage('options.html');
    const label = () => options.evaluate(() => document.querySelector('#key-card').textContent);
    try {
      await filled(options);
      await options.bringToFront();
      await push(options, '#key-card');
      await until(async () => await label() === word('key_press_now'), 'it to wait for a key');
      await options.keyboard.press('j');
      await until(() => options.evaluate((text) => document.querySelector('#status').textContent === text, word('key_refused')), 'it to refuse');
      assert.equal(await label(), 'Alt + Shift + C');
      await push(options, '#key-card');
      await press(options, 'Control+Shift+KeyX');
      await until(async () => await label() === 'Ctrl + Shift + X', 'the new keys');
      await world.open('/', async (page) => {
        await session.ready(page, 8);
        await session.calm(page);
        await press(page, 'Control+Shift+KeyX');
        await until(() => session.inOverlay(page, card), 'the card');
      });
      await push(options, '#key-reset');
      await until(async () => await label() === 'Alt + Shift + C', 'the keys as at the start');
    } finally {
      await change(session, { what: 'keys', keys: null }).catch(() => {});
      await options.close();
    }
  });

  it('lists what is set for a site, and forgets it', async () => {
    const { session } = world;
    await change(session, { what: 'quiet', host: 'a.example', on: true });
    const options = await session.openExtensionPage('options.html');
    try {
      await filled(options);
      const text = () => options.evaluate(() => document.querySelector('#content').innerText);
      assert.match(await text(), /a\.example/);
      await push(options, '[data-action="forget"][data-value="a.example"]');
      await until(async () => !/a\.example/.test(await text()), 'the site to be forgotten');
    } finally {
      await options.close();
    }
  });

  it('notes that a score is wrong, shows it in the report, saves it and forgets it', async () => {
    const { session } = world;
    const address = world.write('marks', written(['m1', 'm2'].map((id) => post(id, TALK, { replies: '14', likes: '5' })).join('')));
    const marks = () => kept(session, 'marks');
    const button = (open, key) => open.buttons.find(({ name }) => name === word(key));
    const pressIn = async (page, key) => {
      await session.inOverlay(page, (parts, name) => {
        const buttons = parts.flatMap(({ root }) => [...root.querySelectorAll('.card button')]);
        buttons.find((node) => node.textContent === name).scrollIntoView({ block: 'center' });
      }, word(key));
      const open = await session.inOverlay(page, card);
      await session.click(page, button(open, key));
    };
    await world.open(address, async (page) => {
      const seen = await session.judged(page, 2);
      await cardOf(session, page, 'post-m1');
      await pressIn(page, 'card_too_low');
      const open = await until(async () => {
        const now = await session.inOverlay(page, card);
        return now.status.includes(word('card_marked')) && now;
      }, 'it to be noted');
      assert.equal(button(open, 'card_too_low').pressed, 'true');
      assert.equal(button(open, 'card_too_high').pressed, 'false');
      const [mark, ...more] = await marks();
      const read = seen.posts.find(({ id }) => id === 'm1');
      assert.deepEqual(more, []);
      assert.deepEqual(
        { id: mark.id, score: mark.score, verdict: mark.verdict, reasons: mark.reasons },
        { id: 'm1', score: read.score, verdict: 'tooLow', reasons: read.reasons.map(({ key, points }) => [key, points]) },
      );
      assert.deepEqual(Object.keys(mark).sort(), ['id', 'markedAt', 'permalink', 'reasons', 'score', 'site', 'verdict'], 'nothing else is kept');
    });
    // It outlives the worker and the page.
    await session.stopWorker();
    await world.open(address, async (page) => {
      await session.ready(page, 2);
      const open = await cardOf(session, page, 'post-m1');
      assert.equal(button(open, 'card_too_low').pressed, 'true');
      const report = await session.openExtensionPage('report.html');
      try {
        await filled(report);
        assert.match(await report.evaluate(() => document.querySelector('[aria-labelledby=marks] tbody').innerText), new RegExp(`m1.*${word('card_too_low')}`, 's'));
        await report.evaluate(() => {
          URL.createObjectURL = (blob) => {
            blob.text().then((text) => { window.saved = text; });
            return 'data:,';
          };
        });
        await push(report, '#export-marks');
        const saved = JSON.parse(await until(() => report.evaluate(() => window.saved), 'the file'));
        assert.deepEqual(saved, await marks());
      } finally {
        await report.close();
      }
      await page.bringToFront();
      await pressIn(page, 'card_too_low').catch(async () => {
        // Another window in front closes a card.
        await cardOf(session, page, 'post-m1');
        await pressIn(page, 'card_too_low');
      });
      await until(async () => (await marks()).length === 0, 'the mark to be taken back');
    });
  });

  it('takes settings from no page but its own', async () => {
    const { session } = world;
    await world.open('/', async (page) => {
      await session.ready(page, 8);
      const badge = await badgeOf(session, page, (await session.inOverlay(page, badges))[0].post);
      assert.ok(badge.width > 0);
      // A page can press keys by script, but ours hear only a person.
      await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyC', altKey: true, shiftKey: true })));
      assert.equal(await session.inOverlay(page, card), null);
    });
  });
});
