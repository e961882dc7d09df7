// A text goes into the site's composer, whatever editor it is, and a reply
// that a person sends is noticed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { bundle } from '../editors/bundle.mjs';
import { column, composer, feed, thread } from '../editors/page.mjs';
import { until } from './browser.mjs';
import { clipboardFrom, inEachBrowser } from './suite.mjs';

const EDITORS = ['textarea', 'react', 'draft', 'lexical', 'prosemirror', 'tiptap', 'quill'];

const TEXTS = {
  'one line': 'That question about the tomatoes: mine come in at 4 °C.',
  'several lines': 'First things first.\nThen the other one.\nAnd a third.',
  emoji: 'Good luck with them 🌱👩🏽‍🌾 and ☕️ for you',
  'right to left': 'مرحبا، ماذا تفعل عندما يبرد الطقس؟ and שלום',
};

const english = JSON.parse(readFileSync(new URL('../../extension/_locales/en/messages.json', import.meta.url), 'utf8'));

const CASES = { empty: {}, 'text around the cursor': { before: 'Hello @hana, ', after: ' See you.' } };

/** What the editor holds, whatever kind of space it took. */
const model = (page) => page.evaluate(() => window.editor.model().replaceAll('\u00a0', ' '));

/** The buttons in the open card that put a prompt into the reply. */
const puts = (parts) => parts.flatMap(({ root }) => {
  const open = root.querySelector('[role=dialog]:popover-open');
  return [...open?.querySelectorAll('.put') ?? []].map((button) => {
    button.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = button.getBoundingClientRect();
    const prompt = root.getElementById(button.getAttribute('aria-describedby')).textContent;
    return { x, y, width, height, prompt };
  });
});

/** What the open card says of it. */
const status = (parts) => parts.flatMap(({ root }) => [...root.querySelectorAll('[role=dialog]:popover-open [role=status]')]).map((line) => line.textContent).join('');

const badge = (parts, id) => parts.filter(({ host }) => host.parentElement?.id === id).map(({ root }) => {
  const { x, y, width, height } = root.querySelector('button').getBoundingClientRect();
  return { x, y, width, height };
});

inEachBrowser('the composer', (world) => {
  let script;
  before(async () => { script = await bundle(); });

  const open = async (name, body, use) => {
    world.pages.set('/editors.js', { body: script, type: 'text/javascript; charset=utf-8' });
    await world.open(world.write(name, body), async (page) => {
      await world.session.ready(page, 2);
      await use(page);
      assert.deepEqual(page.ours.errors, []);
    });
  };
  const insert = (page, post, text) => world.session.send(page, { type: 'insert', post, text });
  /** Goes into the editor and so many letters from its start. */
  const enter = async (page, letters) => {
    await page.click('.place textarea, .place [contenteditable]:not(.ql-clipboard)');
    await page.keyboard.down('Control');
    await page.keyboard.press('Home');
    await page.keyboard.up('Control');
    for (let at = 0; at < letters; at += 1) await page.keyboard.press('ArrowRight');
  };
  const written = async () => (await world.session.ask({ type: 'summary' })).session.written;
  /** The replies in the store. */
  const kept = () => world.session.inspector.evaluate(() => new Promise((resolve, reject) => {
    const opening = indexedDB.open('rapport');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('replies').objectStore('replies').index('sentAt').getAll();
      all.onsuccess = () => { opening.result.close(); resolve(all.result); };
    };
  }));
  const clipboard = async () => {
    await world.session.allowClipboard();
    await world.session.inspector.bringToFront();
    return clipboardFrom(world.session.inspector);
  };
  const sent = (page) => page.evaluate(() => window.sent);

  /** Waits until something in the overlay is there and moves no more. */
  const steady = (page, what, find, ...args) => {
    let last;
    return until(async () => {
      const found = await world.session.inOverlay(page, find, ...args);
      const now = JSON.stringify(found);
      const same = now === last;
      last = now;
      return same && found?.[0]?.width > 0 && found;
    }, what, { every: 100 });
  };

  /** Opens the card of a post and presses its first button. */
  const put = async (page, id) => {
    const [there] = await steady(page, 'the badge', badge, `post-${id}`);
    await world.session.click(page, there);
    const [button] = await steady(page, 'the card’s buttons', puts);
    await world.session.click(page, button);
    return button.prompt;
  };

  for (const editor of EDITORS) {
    for (const [state, { before: head = '', after: tail = '' }] of Object.entries(CASES)) {
      it(`${editor}, ${state}: a text stands in it once, at the cursor, and can be undone`, async () => {
        await open(`post/${editor}`, thread(editor, { text: head + tail }), async (page) => {
          if (head) await enter(page, head.length);
          for (const [kind, text] of Object.entries(TEXTS)) {
            assert.equal(await insert(page, 'focal', text), 'inserted', kind);
            assert.equal(await model(page), head + text + tail, kind);
            await page.keyboard.down('Control');
            await page.keyboard.press('z');
            await page.keyboard.up('Control');
            await until(async () => await model(page) === head + tail, `${kind}: undo to take it away`);
          }
          assert.deepEqual(await sent(page), [], 'nothing was sent');
        });
      });
    }

    const { before: head, after: tail } = CASES['text around the cursor'];
    it(`${editor}: a prompt of the card goes where the cursor was, at a click`, async () => {
      await open(`post/${editor}`, thread(editor, { text: head + tail }), async (page) => {
        await enter(page, head.length);
        const prompt = await put(page, 'focal');
        await until(() => world.session.inOverlay(page, status), 'a word about it');
        assert.equal(await model(page), head + prompt + tail);
        assert.deepEqual(await sent(page), []);
      });
    });

    it(`${editor}: opened by the reply button, it is waited for and written in`, async () => {
      await open(`feed-${editor}`, feed(editor), async (page) => {
        const { 'one line': text } = TEXTS;
        assert.equal(await insert(page, 'two', text), 'inserted');
        assert.equal(await model(page), text);
        assert.equal(await page.evaluate(() => document.querySelector('form.composer').previousElementSibling.id), 'post-two');
        assert.deepEqual(await sent(page), []);
      });
    });

    it(`${editor}: a reply that the person sends is counted, once, and its text is not kept`, async () => {
      await open(`post/${editor}`, thread(editor), async (page) => {
        const before = await written();
        const { 'one line': text } = TEXTS;
        assert.equal(await insert(page, 'focal', text), 'inserted');
        await delay(600);
        assert.equal(await written(), before, 'nothing is sent by putting it in');
        await page.click('form.composer button[type=submit]');
        await until(async () => await written() === before + 1, 'the reply to be counted');
        assert.deepEqual(await sent(page), [text]);
        await delay(600);
        assert.equal(await written(), before + 1, 'a click and a submit are one reply');
        const reply = (await kept()).at(-1);
        assert.deepEqual(Object.keys(reply).sort(), ['listening', 'post', 'sentAt', 'site', 'subjects']);
        assert.deepEqual(Object.keys(reply.listening).sort(), ['aboutThem', 'asks', 'heated', 'takesUp', 'warm']);
        assert.ok(Object.values(reply.listening).every((does) => typeof does === 'boolean'), 'numbers and yes or no, no text');
        assert.equal(reply.post, 'focal');
      });
    });
  }

  it('two presses put a text in once', async () => {
    await open('post/twice', thread('lexical'), async (page) => {
      const { 'one line': text } = TEXTS;
      const both = await Promise.all([insert(page, 'focal', text), insert(page, 'focal', text)]);
      assert.deepEqual(both.sort(), ['busy', 'inserted']);
      assert.equal(await model(page), text);
    });
  });

  for (const [editor, reason] of [['closed', 'put_refused'], ['stubborn', 'put_refused'], ['doubling', 'put_unclear']]) {
    it(`an editor that is ${editor}: the text is in the clipboard instead, and the card says so`, async () => {
      await open(`post/${editor}`, thread(editor, { text: 'as it was' }), async (page) => {
        const prompt = await put(page, 'focal');
        const said = await until(() => world.session.inOverlay(page, status), 'a word about it');
        assert.equal(said, english[reason].message);
        assert.equal(await clipboard(), prompt);
        if (editor !== 'doubling') assert.equal(await model(page), 'as it was');
      });
    });
  }

  it('a post without a reply button has no composer: the text is in the clipboard', async () => {
    await open('bare', feed('textarea').replaceAll('class="action reply"', 'class="action"'), async (page) => {
      const prompt = await put(page, 'two');
      assert.equal(await until(() => world.session.inOverlay(page, status), 'a word about it'), english.put_no_composer.message);
      assert.equal(await clipboard(), prompt);
    });
  });

  it('a reply button that leads to another page is not followed', async () => {
    await open('link', feed('textarea').replace('<template class="composer">', '<template>'), async (page) => {
      const address = page.url();
      const prompt = await put(page, 'two');
      assert.equal(await until(() => world.session.inOverlay(page, status), 'a word about it'), english.put_other_page.message);
      assert.equal(await clipboard(), prompt);
      assert.equal(page.url(), address);
    });
  });

  it('by keyboard alone: to the badge, into the card, to its button', async () => {
    await open('post/keys', thread('textarea'), async (page) => {
      await world.session.calm(page);
      await until(async () => {
        await page.keyboard.press('Tab');
        return page.evaluate(() => document.activeElement?.closest('rapport-badge')?.parentElement.id === 'post-focal');
      }, 'Tab to reach the badge');
      await page.keyboard.press('Enter');
      await until(async () => (await world.session.inOverlay(page, puts)).length > 0, 'the card');
      const focused = (parts) => parts.some(({ root }) => root.activeElement?.classList.contains('put'));
      await until(async () => {
        await page.keyboard.press('Tab');
        return world.session.inOverlay(page, focused);
      }, 'Tab to reach the button');
      await page.keyboard.press('Enter');
      assert.equal(await until(() => world.session.inOverlay(page, status), 'a word about it'), english.put_inserted.message);
      assert.equal(await page.evaluate(() => document.activeElement.localName), 'textarea');
      assert.notEqual(await model(page), '');
      await until(async () => (await world.session.inOverlay(page, puts)).length === 0, 'the card to give way');
      assert.equal(await page.evaluate(() => document.activeElement.localName), 'textarea', 'the focus stays in the composer');
    });
  });

  it('a reply sent by Ctrl+Enter is counted, one that the site refuses is not', async () => {
    await open('post/keys', thread('textarea'), async (page) => {
      const before = await written();
      await page.type('.place textarea', 'Mine come in at four degrees.');
      await page.keyboard.down('Control');
      await page.keyboard.press('Enter');
      await page.keyboard.up('Control');
      await until(async () => await written() === before + 1, 'the reply to be counted');
      assert.equal((await sent(page)).length, 1);
    });
    await open('post/refused', thread('textarea', { keeps: 'all' }), async (page) => {
      const before = await written();
      await page.type('.place textarea', 'Mine come in at four degrees.');
      await page.click('form.composer button[type=submit]');
      await delay(1500);
      assert.equal((await sent(page)).length, 1);
      assert.equal(await written(), before);
    });
  });

  it('a reply that appears as a post is counted, though its composer stays as it is', async () => {
    await open('post/appears', thread('lexical', { keeps: 'all', adds: 'yes' }), async (page) => {
      const before = await written();
      assert.equal(await insert(page, 'focal', TEXTS.emoji), 'inserted');
      await page.click('form.composer button[type=submit]');
      await until(async () => await written() === before + 1, 'the reply to be counted');
      assert.equal(await model(page), TEXTS.emoji);
    });
  });

  it('a reply by a plain form, which takes the page along, is counted', async () => {
    await open('post/leaves', thread('textarea', { leaves: 'yes' }), async (page) => {
      const before = await written();
      await page.type('.place textarea', 'Mine come in at four degrees.');
      const left = page.waitForNavigation();
      await page.click('form.composer button[type=submit]');
      await left;
      await until(async () => await written() === before + 1, 'the reply to be counted');
      assert.equal((await kept()).at(-1).post, 'focal');
    });
  });

  it('a new post of one’s own is no reply, and one opened by a reply button answers its post', async () => {
    await open('own', feed('textarea').replace('<main data-view="feed">', `<main data-view="feed">${composer('textarea')}`), async (page) => {
      const before = await written();
      await page.type('.place textarea', 'Good morning, all.');
      await page.click('form.composer button[type=submit]');
      await delay(1200);
      assert.equal((await sent(page)).length, 1);
      assert.equal(await written(), before);
    });
    await open('answer', feed('textarea'), async (page) => {
      const before = await written();
      await page.click('#post-three .action.reply');
      await page.waitForSelector('#post-three + form.composer textarea');
      await page.type('#post-three + form.composer textarea', 'Mine come in at four degrees.');
      await page.click('form.composer button[type=submit]');
      await until(async () => await written() === before + 1, 'the reply to be counted');
      assert.equal((await kept()).at(-1).post, 'three');
    });
  });

  it('a composer for new posts, too, answers only a post whose reply button was pressed', async () => {
    await open('post/column', column(), async (page) => {
      const before = await written();
      await page.type('.place textarea', 'Good morning, all.');
      await page.click('form.composer button[type=submit]');
      await delay(1200);
      assert.equal(await written(), before, 'a new post is no reply');
      assert.equal(await insert(page, 'other', TEXTS['one line']), 'inserted');
      assert.equal(await model(page), TEXTS['one line']);
      await page.click('form.composer button[type=submit]');
      await until(async () => await written() === before + 1, 'the reply to be counted');
      assert.equal((await kept()).at(-1).post, 'other');
    });
  });

  it('the page’s own listeners hear everything and nothing is prevented', async () => {
    await open('post/heard', thread('textarea'), async (page) => {
      await page.evaluate(() => {
        window.heard = [];
        for (const type of ['click', 'keydown', 'submit', 'focusin', 'focusout']) {
          // The form's own script prevents its submit.
          document.addEventListener(type, (event) => window.heard.push([type, event.type !== 'submit' && event.defaultPrevented]));
        }
      });
      await page.type('.place textarea', 'ab');
      await page.click('form.composer button[type=submit]');
      const heard = await page.evaluate(() => window.heard);
      assert.deepEqual([...new Set(heard.map(([type]) => type))].sort(), ['click', 'focusin', 'focusout', 'keydown', 'submit']);
      assert.ok(heard.every(([, prevented]) => !prevented));
    });
  });
});
