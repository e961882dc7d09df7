// The badge and its card, by mouse, by keyboard, and for who cannot see them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { until } from './browser.mjs';
import { badgeOf, badges, card, cardOf, inEachBrowser, post, TALK, written } from './suite.mjs';

/** A page that tells what reaches its own listeners. */
const LISTENING = `window.heard = [];
  for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress', 'focusin', 'dblclick']) {
    for (const target of [document, ...document.querySelectorAll('article')]) {
      target.addEventListener(type, (event) => window.heard.push(type + ' on ' + (event.target.localName ?? 'document')));
    }
  }`;

inEachBrowser('the card', (world) => {
  const ready = async (page) => {
    const seen = await world.session.judged(page, 3);
    // A badge is placed in the frame after it came up.
    await until(async () => (await world.session.inOverlay(page, badges)).every(({ width }) => width > 0), 'badges in their places');
    return seen;
  };
  const address = () => world.write('card', written(
    ['a', 'b', 'c'].map((id) => post(id, TALK, { replies: '14', likes: '5' })).join(''),
    { script: LISTENING },
  ));

  it('opens on a click, says why, and closes on Escape with the focus back on its badge', async () => {
    await world.open(address(), async (page) => {
      const seen = await ready(page);
      const open = await cardOf(world.session, page, 'post-b');
      const read = seen.posts.find(({ id }) => id === 'b');
      assert.equal(open.expanded, 'true');
      assert.equal(open.reasons, read.reasons.length);
      assert.deepEqual(open.prompts, read.prompts);
      if (read.score !== null) assert.ok(open.text.includes(String(read.score)), open.text);
      const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
      // Half a pixel for what floating point makes of the sums.
      assert.ok(open.box.x >= 0 && open.box.y >= 0 && open.box.x + open.box.width <= width + 0.5 && open.box.y + open.box.height <= height + 0.5,
        `the card is on the screen: ${JSON.stringify(open.box)} in ${width}×${height}`);
      await page.keyboard.press('Escape');
      await until(async () => await world.session.inOverlay(page, card) === null, 'the card to close');
      assert.equal(await page.evaluate(() => document.activeElement.localName), 'rapport-badge');
    });
  });

  it('stays on the screen, wherever its badge is', async () => {
    await world.open('/', async (page) => {
      await world.session.ready(page, 8);
      let tried = 0;
      for (const top of [0, 350, 700, 1400]) {
        await page.evaluate((to) => scrollTo(0, to), top);
        await world.session.calm(page);
        const [width, height] = await page.evaluate(() => [innerWidth, innerHeight]);
        for (const badge of await world.session.inOverlay(page, badges)) {
          // Only what a person can press: not off the screen, not under the bar.
          const free = await page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName === 'rapport-badge', badge.x + badge.width / 2, badge.y + badge.height / 2);
          if (!free) continue;
          await world.session.click(page, badge);
          const { box } = await until(() => world.session.inOverlay(page, card), 'the card');
          assert.ok(box.height > 100, `there is something of it: ${JSON.stringify(box)}`);
          assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 0.5 && box.y + box.height <= height + 0.5,
            `${badge.post} at ${badge.y}: ${JSON.stringify(box)} in ${width}×${height}`);
          await page.keyboard.press('Escape');
          await until(async () => await world.session.inOverlay(page, card) === null, 'the card to close');
          tried += 1;
        }
      }
      assert.ok(tried >= 6, `${tried} cards were opened`);
    });
  });

  it('closes on a click elsewhere', async () => {
    await world.open(address(), async (page) => {
      await ready(page);
      await cardOf(world.session, page, 'post-a');
      await page.mouse.click(5, 600);
      await until(async () => await world.session.inOverlay(page, card) === null, 'the card to close');
    });
  });

  it('opens and closes by keyboard alone', async () => {
    await world.open(address(), async (page) => {
      await ready(page);
      await world.session.calm(page);
      await until(async () => {
        await page.keyboard.press('Tab');
        return page.evaluate(() => document.activeElement?.localName === 'rapport-badge');
      }, 'Tab to reach a badge');
      await page.keyboard.press('Enter');
      await until(() => world.session.inOverlay(page, card), 'the card');
      await page.keyboard.press('Escape');
      await until(async () => await world.session.inOverlay(page, card) === null, 'the card to close');
      assert.equal(await page.evaluate(() => document.activeElement.localName), 'rapport-badge');
    });
  });

  it('tells the page nothing of what happens on it', async () => {
    await world.open(address(), async (page) => {
      await ready(page);
      const badge = await badgeOf(world.session, page, 'post-a');
      await page.evaluate(() => { window.heard.length = 0; });
      await world.session.click(page, badge);
      const open = await until(() => world.session.inOverlay(page, card), 'the card');
      await page.mouse.click(open.box.x + open.box.width / 2, open.box.y + 12);
      assert.ok(await world.session.inOverlay(page, card), 'a click on the card does not close it');
      const heard = (await page.evaluate(() => window.heard)).filter((line) => /click|mouse|pointer|key/.test(line));
      assert.deepEqual(heard, []);
    });
  });

  it('lets the page hear everything that happens elsewhere', async () => {
    await world.open(address(), async (page) => {
      await ready(page);
      await page.evaluate(() => { window.heard.length = 0; });
      await page.click('#post-b .text p');
      const heard = await page.evaluate(() => window.heard);
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
        assert.ok(heard.includes(`${type} on p`), `${type} reached the page`);
      }
    });
  });

  it('opens at a touch', async () => {
    await world.open(address(), async (page) => {
      await ready(page);
      const { x, y, width, height } = await badgeOf(world.session, page, 'post-a');
      assert.ok(width >= 24 && height >= 24, `room for a finger: ${width}×${height}`);
      await page.touchscreen.tap(x + width / 2, y + height / 2);
      await until(() => world.session.inOverlay(page, card), 'the card');
    });
  });

  it('stays on a screen of a quarter the size, as with a zoom of 200 %', async () => {
    await world.open(address(), async (page) => {
      await page.setViewport({ width: 550, height: 400, deviceScaleFactor: 2 });
      await ready(page);
      const { box } = await cardOf(world.session, page, 'post-a');
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 550.5 && box.y + box.height <= 400.5, JSON.stringify(box));
      const scrolls = (parts) => parts.some(({ root }) => {
        const open = root.querySelector('.card:popover-open');
        return open && open.scrollHeight > open.clientHeight && open.ownerDocument.defaultView.getComputedStyle(open).overflowY === 'auto';
      });
      assert.ok(await world.session.inOverlay(page, scrolls), 'what does not fit is reached by scrolling');
    });
  });

  it('moves nothing on the screen', async () => {
    await world.open(address(), async (page) => {
      await ready(page);
      await cardOf(world.session, page, 'post-a');
      const moving = await world.session.inOverlay(page, (parts) => parts.flatMap(({ root }) => [...root.querySelectorAll('*')])
        .filter((node) => {
          const { animationName, transitionDuration } = node.ownerDocument.defaultView.getComputedStyle(node);
          return animationName !== 'none' || parseFloat(transitionDuration) > 0;
        })
        .map((node) => node.className));
      assert.deepEqual(moving, []);
    });
  });

  it('tells the three strongest reasons, and the others on demand', async () => {
    const rich = 'I lost my job in March because the firm closed, and I was afraid to tell anyone. Thank you all for listening. I think it helped that we talked. What helped you in the first weeks?';
    const page = world.write('rich', written(post('rich', rich, { replies: '30', likes: '9' })));
    await world.open(page, async (tab) => {
      const seen = await world.session.judged(tab, 1);
      const open = await cardOf(world.session, tab, 'post-rich');
      assert.ok(open.reasons > 3, `${open.reasons} reasons`);
      assert.equal(open.reasons, seen.posts[0].reasons.length);
      assert.equal(open.shown, 3);
      const summary = (parts) => {
        const { x, y, width, height } = parts.map(({ root }) => root.querySelector('summary')).find(Boolean).getBoundingClientRect();
        return { x, y, width, height };
      };
      await world.session.click(tab, await world.session.inOverlay(tab, summary));
      await until(async () => (await world.session.inOverlay(tab, card)).shown === open.reasons, 'all reasons to be shown');
    });
  });

  it('has names in the accessibility tree', async () => {
    await world.open(address(), async (page) => {
      const seen = await ready(page);
      const named = await until(async () => {
        const found = (await world.session.accessible(page)).filter(({ role, name }) => role === 'button' && /conversation/i.test(name));
        return found.length >= 3 && found;
      }, 'badges in the accessibility tree');
      const [first] = seen.posts;
      assert.match(named[0].name, /\d+ likes?/);
      if (first.score !== null) assert.match(named[0].name, new RegExp(`\\b${first.score}\\b`));
      await cardOf(world.session, page, 'post-a');
      await until(async () => (await world.session.accessible(page)).some(({ role }) => role === 'dialog'), 'a named dialog');
    });
  });
});

inEachBrowser('the card in French', (world) => {
  it('speaks French, to eyes and to ears', async (context) => {
    const language = await world.session.inspector.evaluate(() => browser.i18n.getUILanguage());
    if (!language.startsWith('fr')) {
      context.skip(`this browser has no French interface installed (it speaks ${language})`);
      return;
    }
    const file = new URL('../../extension/_locales/fr/messages.json', import.meta.url);
    const french = JSON.parse(readFileSync(file, 'utf8'));
    await world.open('/', async (page) => {
      const seen = await world.session.judged(page, 8);
      const [badge] = await until(async () => {
        const found = await world.session.inOverlay(page, badges);
        return found.length > 0 && found.every(({ width }) => width > 0) && found;
      }, 'badges in their places');
      const { score } = seen.posts.find(({ id }) => `post-${id}` === badge.post);
      const name = french.badge_score.message.replace('$SCORE$', score);
      assert.ok(badge.name.startsWith(name), `${badge.name} starts with ${name}`);
      await world.session.click(page, badge);
      const open = await until(() => world.session.inOverlay(page, card), 'the card');
      assert.equal(open.lang, 'fr');
      assert.ok(open.text.includes(french.card_reasons.message), open.text);
      await inTree(world.session, page, name);
    });
  });
}, { language: 'fr' });

/** Waits until a button whose name starts so is in the accessibility tree. */
function inTree(session, page, start) {
  return until(async () => (await session.accessible(page))
    .some(({ role, name }) => role === 'button' && name.startsWith(start)), `a button named ${start}…`);
}
