// The coach: a quiet line under the composer in which a reply is written.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { bundle } from '../editors/bundle.mjs';
import { column, composer, thread } from '../editors/page.mjs';
import { until } from './browser.mjs';
import { inEachBrowser, post, TALK, written } from './suite.mjs';

const EDITORS = ['textarea', 'react', 'draft', 'lexical', 'prosemirror', 'tiptap', 'quill'];

const PLACE = '.place textarea, .place [contenteditable]:not(.ql-clipboard)';

/** Takes up nothing of `TALK`, and asks nothing. */
const DISTANT = 'That is really good news for everybody.';

/** What has to be added to `DISTANT` for it to be a reply that listens. */
const CLOSER = ' Did the tomatoes survive it?';

/** Long enough for a line that would come after a pause in writing. */
const PAUSE = 1500;

const words = (language) => {
  const all = JSON.parse(readFileSync(new URL(`../../extension/_locales/${language}/messages.json`, import.meta.url), 'utf8'));
  return (key) => all[key].message;
};
const english = words('en');

/** What the coach says and where it and its parts stand; null where there is none. */
const coach = (parts) => {
  const box = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  for (const { host, root } of parts) {
    if (host.localName !== 'rapport-coach') continue;
    const tips = [...root.querySelectorAll('[role=status] > p')];
    if (tips.length === 0) return null;
    const line = root.querySelector('.coach');
    return {
      tips: tips.map((tip) => tip.textContent),
      phrases: tips.flatMap((tip) => [...tip.querySelectorAll('b')].map(({ textContent, lang }) => ({ text: textContent, lang }))),
      lang: line.lang,
      box: box(line),
      frame: box(root.querySelector('.frame')),
      close: box(root.querySelector('.close')),
      ways: [...root.querySelectorAll('.ways:not([hidden]) button')].map((way) => ({ ...box(way), name: way.textContent })),
      parent: host.parentElement.localName,
      focused: root.activeElement?.className ?? null,
      live: root.querySelector('[role=status]').getAttribute('aria-live'),
      name: root.querySelector('.close').getAttribute('aria-label'),
      scheme: host.style.colorScheme,
    };
  }
  return null;
};

/** What the page's own scripts see of the page, without what is ours. */
const portrait = () => ({
  boxes: [...document.body.querySelectorAll('*')].filter(({ localName }) => !localName.startsWith('rapport-')).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName, x, y, width, height].join(' ');
  }),
  size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
  active: document.activeElement?.className,
});

const inside = ({ x, y, width, height }, around) => x >= around.x - 1 && y >= around.y - 1
  && x + width <= around.x + around.width + 1 && y + height <= around.y + around.height + 1;

const apart = (one, other) => one.y + one.height <= other.y + 1 || other.y + other.height <= one.y + 1
  || one.x + one.width <= other.x + 1 || other.x + other.width <= one.x + 1;

inEachBrowser('the coach', (world) => {
  let script;
  before(async () => { script = await bundle(); });

  const open = async (name, body, use) => {
    world.pages.set('/editors.js', { body: script, type: 'text/javascript; charset=utf-8' });
    await world.open(world.write(name, body), async (page) => {
      await world.session.ready(page, 2);
      await world.session.calm(page);
      await use(page);
      assert.deepEqual(page.ours.errors, []);
    });
  };
  const model = (page) => page.evaluate(() => window.editor.model().replaceAll('\u00a0', ' '));
  const seen = (page) => world.session.inOverlay(page, coach);
  const write = async (page, text, place = PLACE) => {
    await page.click(place);
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.keyboard.type(text);
  };
  const line = (page, what = 'the coach') => until(() => seen(page), what);
  const noLine = (page, what) => until(async () => await seen(page) === null, what);
  const stays = async (page) => {
    await delay(PAUSE);
    assert.equal(await seen(page), null);
  };
  /** Closes the line in one of its ways, with the mouse. */
  const close = async (page, way) => {
    await world.session.click(page, (await line(page)).close);
    const { ways } = await until(async () => {
      const now = await seen(page);
      return now?.ways.length === 3 && now;
    }, 'the ways to close it');
    assert.deepEqual(ways.map(({ name }) => name), ['coach_close_box', 'coach_close_site', 'coach_close_ever'].map(english));
    assert.equal(await page.evaluate((at) => document.activeElement.matches(at), PLACE), true, 'a press leaves the cursor where it was');
    await world.session.click(page, ways.find(({ name }) => name === english(way)));
    await noLine(page, 'the coach to go');
  };
  const allow = (host) => world.session.ask({ type: 'change', change: { what: 'coach', host, on: true } });
  const box = (page, selector) => page.evaluate((at) => {
    const { x, y, width, height } = document.querySelector(at).getBoundingClientRect();
    return { x, y, width, height };
  }, selector);

  for (const editor of EDITORS) {
    it(`${editor}: tips come in a pause, change with the text, and leave it as it is`, async () => {
      await open(`post/${editor}`, thread(editor), async (page) => {
        await write(page, DISTANT);
        const first = await line(page);
        assert.equal(first.tips.length, 2);
        assert.match(first.tips[0], /^Take up something of theirs, such as “.+”\.$/);
        assert.ok(TALK.includes(first.phrases[0].text), 'the words are the post’s');
        assert.equal(first.phrases[0].lang, 'en');
        assert.equal(first.tips[1], english('coach_ask'));
        assert.equal(first.live, 'polite');
        assert.equal(await model(page), DISTANT);
        await write(page, CLOSER);
        await until(async () => (await seen(page))?.tips.join() === english('coach_listened'), 'the kind word');
        assert.equal(await model(page), DISTANT + CLOSER);
        assert.equal(await page.evaluate((at) => document.activeElement.matches(at), PLACE), true, 'the cursor stays where it was');
        await page.keyboard.down('Control');
        await page.keyboard.press('a');
        await page.keyboard.up('Control');
        await page.keyboard.press('Backspace');
        await noLine(page, 'an empty composer to have no coach');
        assert.equal((await model(page)).trim(), '');
        assert.equal(await page.evaluate(() => document.querySelector('rapport-coach')), null, 'nothing of it is left');
      });
    });

    it(`${editor}: it goes with the reply that is sent`, async () => {
      await open(`post/${editor}`, thread(editor), async (page) => {
        await write(page, DISTANT);
        await line(page);
        await page.click('form.composer button[type=submit]');
        await noLine(page, 'the coach to go');
        assert.deepEqual(await page.evaluate(() => window.sent), [DISTANT]);
      });
    });
  }

  it('says nothing in the middle of a sentence, and little words after a long pause', async () => {
    await open('post/short', thread('textarea'), async (page) => {
      await page.evaluate(() => addEventListener('input', () => { window.typedAt = performance.now(); }, true));
      await write(page, 'So true');
      assert.deepEqual((await line(page, 'a word after a long pause')).tips, [english('coach_short')]);
      assert.ok(await page.evaluate(() => performance.now() - window.typedAt) > PAUSE);
    });
  });

  it('stands below the box, keeps every box of the page, and never covers the button that sends', async () => {
    await open('post/place', thread('textarea'), async (page) => {
      await page.click(PLACE);
      await page.keyboard.type(DISTANT);
      const before = await page.evaluate(portrait);
      const { box: there, frame } = await line(page);
      assert.deepEqual(await page.evaluate(portrait), before);
      const form = await box(page, 'form.composer');
      assert.ok(inside(form, frame) && inside(frame, form), JSON.stringify([form, frame]));
      assert.ok(there.y >= form.y + form.height, 'below');
      // The window ends with the form: there is room above only.
      await page.evaluate(() => {
        document.body.style.paddingBlock = '1500px 0';
        document.querySelector('#post-other').remove();
        scrollTo(0, 1e6);
      });
      const above = await until(async () => {
        const now = await seen(page);
        const below = await box(page, 'form.composer');
        return now && now.box.y + now.box.height <= below.y + 1 && now;
      }, 'the line to go above');
      assert.ok(apart(above.box, await box(page, 'form.composer button')));
      assert.ok(above.box.y >= 0);
    });
  });

  it('a page whose rules count children does not notice, and the line follows its composer', async () => {
    const style = `<style>form.composer > :not(:last-child) { margin-block-end: 30px !important; }
      main { block-size: 500px; overflow: auto; } main::after { content: ""; display: block; block-size: 900px; }</style></head>`;
    await open('post/counts', thread('textarea').replace('</head>', style), async (page) => {
      await page.click(PLACE);
      await page.keyboard.type(DISTANT);
      const before = await page.evaluate(portrait);
      const first = await line(page);
      assert.equal(first.parent, 'body');
      assert.deepEqual(await page.evaluate(portrait), before);
      await page.evaluate(() => { document.querySelector('main').scrollTop = 60; });
      await until(async () => {
        const { frame } = await seen(page);
        const form = await box(page, 'form.composer');
        return form.y !== first.frame.y && inside(form, frame) && inside(frame, form);
      }, 'the frame to follow');
    });
  });

  it('in a modal dialog it can be pressed', async () => {
    const body = written(`${post('one', TALK)}${post('two', TALK)}<dialog>${post('three', TALK)}${composer('textarea')}</dialog>`)
      .replace('</body>', '<script src="/editors.js"></script><script>document.querySelector("dialog").showModal()</script></body>');
    await open('dialog', body, async (page) => {
      await write(page, DISTANT);
      await close(page, 'coach_close_box');
      assert.equal(await page.evaluate(() => document.querySelector('dialog').open), true);
      await write(page, ' And more of it.');
      await stays(page);
    });
  });

  it('by keyboard alone: the next Tab stop after the composer, Esc sends it away and the cursor back', async () => {
    await open('post/keys', thread('textarea'), async (page) => {
      await write(page, DISTANT);
      assert.equal((await line(page)).name, english('coach_close'));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      assert.equal((await seen(page)).focused, 'close');
      await page.keyboard.press('Enter');
      await until(async () => (await seen(page)).ways.length === 3, 'the ways to close it');
      await page.keyboard.press('Escape');
      await until(async () => (await seen(page)).ways.length === 0, 'the ways to go');
      assert.equal((await seen(page)).focused, 'close');
      await page.keyboard.press('Escape');
      await noLine(page, 'the coach to go');
      assert.equal(await page.evaluate((at) => document.activeElement.matches(at), PLACE), true);
      assert.equal(await model(page), DISTANT);
      await page.keyboard.type(' And more of it.');
      await stays(page);
    });
  });

  it('closed for this reply it stays away from this composer and comes to the next', async () => {
    await open('post/box', thread('textarea'), async (page) => {
      await write(page, DISTANT);
      await close(page, 'coach_close_box');
      assert.equal(await page.evaluate((at) => document.activeElement.matches(at), PLACE), true);
      await write(page, ' And more of it.');
      await stays(page);
    });
    await open('post/box', thread('textarea'), async (page) => {
      await write(page, DISTANT);
      await line(page);
    });
  });

  for (const [way, host, field] of [['coach_close_site', '127.0.0.1', 'coach-off:127.0.0.1'], ['coach_close_ever', null, 'coach-off']]) {
    it(`${way}: it stays away, in other tabs too, until it is wanted again`, async () => {
      try {
        await open('post/first', thread('textarea'), async (first) => {
          await write(first, DISTANT);
          await line(first);
          await open('post/second', thread('prosemirror'), async (second) => {
            await write(second, DISTANT);
            await close(second, way);
            const stored = (name) => world.session.inspector.evaluate(async (key) => (await browser.storage.local.get())[key], name);
            await until(async () => await stored(field) === true, 'it to be stored');
            await first.bringToFront();
            await noLine(first, 'the coach of the other tab to go');
            await write(first, ' And more of it.');
            await stays(first);
          });
          await open('post/third', thread('textarea'), async (third) => {
            await write(third, DISTANT);
            await stays(third);
          });
          await first.bringToFront();
          await allow(host);
          await write(first, ' It is back.');
          await line(first);
        });
      } finally {
        await allow(host);
      }
    });
  }

  it('has nothing to say of a new post, and of a reply in the same composer it has', async () => {
    await open('post/column', column(), async (page) => {
      await write(page, DISTANT);
      await stays(page);
      await page.click('#post-focal .reply');
      await write(page, ' And more of it.');
      await line(page);
    });
  });

  it('goes with its composer', async () => {
    await open('post/gone', thread('textarea'), async (page) => {
      await write(page, DISTANT);
      await line(page);
      await page.evaluate(() => { document.querySelector('form.composer').style.display = 'none'; });
      await until(async () => !((await seen(page))?.box.width > 0), 'a hidden composer to have no coach');
      await page.evaluate(() => { document.querySelector('form.composer').style.display = ''; });
      await page.evaluate(() => document.querySelector('form.composer').remove());
      await noLine(page, 'the coach to go');
    });
  });

  it('no listener of the page hears what is done in the line', async () => {
    const listening = `<script>window.heard = [];
      for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'focusin', 'focusout', 'input', 'toggle', 'beforetoggle']) {
        for (const target of [window, document, document.querySelector('form.composer')]) {
          target.addEventListener(type, (event) => { if (event.target.localName === 'rapport-coach') window.heard.push(type); });
        }
      }</script></body>`;
    await open('post/hears', thread('textarea').replace('</body>', listening), async (page) => {
      await write(page, DISTANT);
      await line(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await until(async () => (await seen(page)).ways.length === 3, 'the ways to close it');
      const { ways: [way] } = await seen(page);
      await world.session.click(page, way);
      await noLine(page, 'the coach to go');
      assert.deepEqual(await page.evaluate(() => window.heard), []);
    });
  });

  it('works where the page forbids WebAssembly', async () => {
    world.pages.set('/editors.js', { body: script, type: 'text/javascript; charset=utf-8' });
    await world.open(world.write('post/policy', thread('textarea'), "script-src 'self'"), async (page) => {
      const { engine } = await world.session.ready(page, 2);
      assert.equal(engine, world.browser === 'chrome' ? 'js' : 'wasm');
      await write(page, DISTANT);
      assert.equal((await line(page)).tips.length, 2);
    });
  });

  it('goes where it becomes quiet, and stays away', async () => {
    const quiet = (on) => world.session.ask({ type: 'change', change: { what: 'quiet', host: '127.0.0.1', on } });
    try {
      await open('post/quiet', thread('textarea'), async (page) => {
        await write(page, DISTANT);
        await line(page);
        await quiet(true);
        await noLine(page, 'the coach to go');
        await write(page, ' And more of it.');
        await stays(page);
      });
    } finally {
      await quiet(false);
    }
  });

  it('is in the accessibility tree, by the name of its button and the words of its tips', async () => {
    await open('post/named', thread('textarea'), async (page) => {
      await write(page, DISTANT);
      await line(page);
      const found = await until(async () => {
        const all = await world.session.accessible(page);
        return all.some(({ name }) => name === english('coach_ask')) && all;
      }, 'the tip');
      assert.ok(found.some(({ role, name }) => role === 'button' && name === english('coach_close')));
    });
  });

  it('is light or dark as the page is', async () => {
    const dark = '<style>html, body, main { background: rgb(20, 24, 30) !important; }</style></head>';
    for (const [scheme, style] of [['light', '</head>'], ['dark', dark]]) {
      await open(`post/${scheme}`, thread('textarea').replace('</head>', style), async (page) => {
        await write(page, DISTANT);
        assert.equal((await line(page)).scheme, scheme);
      });
    }
  });
});

inEachBrowser('the coach in French', (world) => {
  it('speaks the interface’s language and names their words in theirs', async () => {
    const french = words('fr');
    const script = await bundle();
    world.pages.set('/editors.js', { body: script, type: 'text/javascript; charset=utf-8' });
    await world.open(world.write('post/french', thread('textarea')), async (page) => {
      await world.session.ready(page, 2);
      await page.click(PLACE);
      await page.keyboard.type(DISTANT);
      const { tips, phrases, lang } = await until(() => world.session.inOverlay(page, coach), 'the coach');
      assert.equal(lang, 'fr');
      assert.equal(tips[0], french('coach_take_up').replace('$PHRASE$', phrases[0].text));
      assert.equal(phrases[0].lang, 'en');
      assert.equal(tips[1], french('coach_ask'));
    });
  });
}, { language: 'fr', only: 'chrome' });
