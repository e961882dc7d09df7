// The popup: this visit over all tabs, the switches, and what a person is told
// when something is wrong.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './browser.mjs';
import { filled, inEachBrowser, inPopup, onScreen, post, TALK, word, written } from './suite.mjs';

const visit = async (session) => (await session.ask({ type: 'summary' })).session;

const text = (popup) => popup.evaluate(() => document.body.innerText);

inEachBrowser('the popup', (world) => {
  it('says so while nothing has been seen', async () => {
    await world.open(world.write('nothing', written('<p>Nothing here.</p>')), async (page) => {
      await world.session.waitFor(page, (now) => now.reader === 'site', 'an answer');
      await inPopup(world.session, page, async (popup) => {
        assert.ok((await text(popup)).includes(word('popup_empty')), await text(popup));
      });
    });
  });

  it('sums up what was seen in all tabs', async () => {
    await world.open('/', async (feed) => {
      await world.session.ready(feed, 8);
      const seen = new Set(await onScreen(feed));
      await world.open('/post/repair-cafe', async (thread) => {
        await world.session.ready(thread, 9);
        for (const id of await onScreen(thread)) seen.add(id);
        await until(async () => (await visit(world.session)).posts >= seen.size, 'all that was seen to be kept');
        assert.equal((await visit(world.session)).posts, seen.size);
        await inPopup(world.session, thread, async (popup) => {
          const shown = await text(popup);
          assert.ok(shown.includes(word('popup_seen_other', { count: seen.size })), shown);
          assert.ok(shown.includes('127.0.0.1'), shown);
        });
      });
    });
  });

  it('links the quiet gems, back to where they are', async () => {
    await world.open('/', async (page) => {
      await world.session.waitFor(page, (now) => {
        page.evaluate(() => scrollBy(0, 500)).catch(() => {});
        return now.posts.length >= 36;
      }, 'the whole feed');
      const { gems } = await until(async () => {
        const now = await visit(world.session);
        return now.gems.length > 0 && now.posts > 20 && now;
      }, 'gems');
      await inPopup(world.session, page, async (popup) => {
        const links = await popup.evaluate(() => [...document.querySelectorAll('section[aria-labelledby=gems-title] a')].map((link) => link.href));
        assert.deepEqual(links, gems.map(({ permalink }) => permalink));
        assert.ok(links.every((link) => link.startsWith(`${world.site}post/`)), links.join());
        const title = await popup.evaluate(() => document.querySelector('#gems-title').textContent);
        assert.equal(title, word('popup_gems'));
      });
    });
  });

  for (const [which, id] of [['this site', 'switch-here'], ['everything', 'switch-all']]) {
    it(`turns ${which} off and on again, in every tab`, async () => {
      const session = world.session;
      await world.open('/', async (one) => {
        await session.ready(one, 8);
        await world.open('/post/let-go', async (two) => {
          await session.ready(two, 8);
          const press = () => inPopup(session, two, async (popup) => {
            const before = await popup.evaluate((key) => document.getElementById(key).getAttribute('aria-checked'), id);
            await popup.evaluate((key) => document.getElementById(key).click(), id);
            await until(() => popup.evaluate((key, was) => document.getElementById(key).getAttribute('aria-checked') !== was, id, before), 'the switch to turn');
          });
          await press();
          for (const page of [one, two]) {
            await until(async () => await session.badges(page) === 0, 'badges to go');
            assert.deepEqual((await session.inspect(page)).posts, []);
          }
          await inPopup(session, two, async (popup) => {
            assert.ok((await text(popup)).includes(word(id === 'switch-all' ? 'popup_all_off' : 'popup_off')));
          });
          await press();
          for (const page of [two, one]) {
            await page.bringToFront();
            await until(async () => await session.badges(page) > 0, 'badges to return');
          }
        });
      });
    });
  }

  it('keeps two counters that are chosen in a row, also while it is off here', async () => {
    const { session } = world;
    const counters = async () => (await session.ask({ type: 'summary' })).settings.counters['127.0.0.1'];
    const change = (wanted) => session.ask({ type: 'change', change: wanted });
    await world.open('/', async (page) => {
      await session.ready(page, 8);
      try {
        await inPopup(session, page, async (popup) => {
          await popup.evaluate(() => {
            for (const [name, value] of [['likes', 'hidden'], ['views', 'dimmed']]) {
              const select = document.querySelector(`#counter-${name}`);
              select.value = value;
              select.dispatchEvent(new Event('change', { bubbles: true }));
            }
          });
          const both = await until(async () => {
            const now = await counters();
            return now?.views === 'dimmed' && now;
          }, 'the second choice to be kept');
          assert.equal(both.likes, 'hidden', 'the first stays');
          await popup.evaluate(() => document.querySelector('#switch-here').click());
          await until(() => popup.evaluate(() => !document.querySelector('#counters')), 'the counters to go');
          await popup.evaluate(() => document.querySelector('#switch-here').click());
          const again = await until(() => popup.evaluate(() => [...document.querySelectorAll('#counters select')].map(({ id, value }) => `${id} ${value}`).join()), 'the counters to return');
          assert.ok(again.includes('counter-likes hidden') && again.includes('counter-views dimmed'), again);
        });
      } finally {
        await change({ what: 'switch', host: '127.0.0.1', on: true });
        await change({ what: 'counters', host: '127.0.0.1', counters: { site: 'demo', likes: 'shown', reposts: 'shown', views: 'shown', followers: 'shown' } });
      }
    });
  });

  it('leaves alone what has not changed, and what the person has there', async () => {
    const { session } = world;
    await world.open('/', async (page) => {
      await session.ready(page, 8);
      await until(async () => (await visit(session)).posts >= 4, 'posts to be kept');
      try {
        await inPopup(session, page, async (popup) => {
          await popup.evaluate(() => {
            document.querySelector('#counters').open = true;
            window.held = document.querySelector('.mark:nth-of-type(2)') ?? document.querySelector('.mark');
            window.held.focus();
            window.changes = 0;
            new MutationObserver((all) => { window.changes += all.length; }).observe(document.querySelector('.picture'), { subtree: true, childList: true });
          });
          await popup.evaluate(() => document.querySelector('#quiet-all').click());
          await until(() => popup.evaluate(() => document.querySelector('#quiet-all').getAttribute('aria-checked') === 'true'), 'the switch to turn');
          // It looks again a moment after.
          await new Promise((done) => { setTimeout(done, 1500); });
          assert.deepEqual(await popup.evaluate(() => [
            document.activeElement === window.held, window.changes, document.querySelector('#counters').open,
          ]), [true, 0, true]);
        });
      } finally {
        await session.ask({ type: 'change', change: { what: 'quiet', host: null, on: false } });
      }
    });
  });

  it('gives the focus to what comes where something goes by being pressed', async () => {
    const { session } = world;
    const press = (popup, id) => popup.evaluate((wanted) => {
      document.querySelector('#everywhere').open = true;
      const button = document.getElementById(wanted);
      button.focus();
      button.click();
    }, id);
    const inFocus = (popup, id) => until(() => popup.evaluate((wanted) => document.activeElement?.id === wanted, id), `${id} to have the focus`);
    await world.open(world.write('focus', written(post('focus', TALK))), async (page) => {
      await session.ready(page, 1);
      try {
        await inPopup(session, page, async (popup) => {
          await press(popup, 'snooze-60');
          await inFocus(popup, 'wake');
          await press(popup, 'wake');
          await inFocus(popup, 'snooze-15');
        });
      } finally {
        await session.ask({ type: 'change', change: { what: 'snooze', until: null } });
      }
    });
  });

  it('stays off over a reload', async () => {
    const session = world.session;
    await session.ask({ type: 'change', change: { what: 'switch', host: '127.0.0.1', on: false } });
    try {
      await world.open('/', async (page) => {
        await session.waitFor(page, (now) => now.reader === 'site', 'an answer');
        await session.calm(page);
        assert.equal(await session.badges(page), 0);
      });
    } finally {
      await session.ask({ type: 'change', change: { what: 'switch', host: '127.0.0.1', on: true } });
    }
  });

  it('tells what it could not read here', async () => {
    const bare = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => post(id, `${TALK} (${id})`).replace(/<footer>.*<\/footer>/s, '')).join('');
    await world.open(world.write('bare', written(bare)), async (page) => {
      const seen = await world.session.waitFor(page, (now) => now.posts.length === 6 && now.health.length > 0, 'a health line');
      assert.equal(seen.posts[0].likes, null);
      await inPopup(world.session, page, async (popup) => {
        const shown = await text(popup);
        for (const line of seen.health) assert.ok(shown.includes(line), `${line}\n${shown}`);
      });
    });
  });

  it('does not wait for a page that is too busy to answer, and tells more when it does', async () => {
    await world.open(world.write('busy', written(post('busy', TALK))), async (page) => {
      await world.session.ready(page, 1);
      await until(async () => (await visit(world.session)).posts > 0, 'the post to be kept');
      await page.evaluate((pause) => {
        setTimeout(() => {
          const end = performance.now() + pause;
          while (performance.now() < end);
        });
      }, 10_000);
      const popup = await world.session.openPopup(page);
      try {
        const busy = await until(async () => {
          const shown = await text(popup);
          return shown.includes(word('popup_busy')) && shown;
        }, 'the popup to be there');
        const { posts } = await visit(world.session);
        assert.ok(busy.includes(word(posts === 1 ? 'popup_seen_one' : 'popup_seen_other', { count: posts })), busy);
        await filled(popup);
        const shown = await text(popup);
        assert.ok(shown.includes(word('popup_diagnostics')) && !shown.includes(word('popup_busy')), shown);
      } finally {
        await popup.close();
      }
    });
  });

  it('says that a page holds no posts', async () => {
    await world.open(world.write('none', written('<p>Nothing here.</p>')), async (page) => {
      const seen = await world.session.waitFor(page, (now) => now.reader === 'site', 'an answer');
      await inPopup(world.session, page, async (popup) => {
        const shown = await text(popup);
        const said = [word('popup_no_posts'), ...seen.health];
        assert.ok(said.some((line) => shown.includes(line)), shown);
      });
    });
  });

  it('says on a page without a site file that it cannot read it', async () => {
    await world.open(world.write('unmarked', written('<article><p>Hello there.</p></article>', { marked: false })), async (page) => {
      await inPopup(world.session, page, async (popup) => {
        const shown = await text(popup);
        const said = ['popup_unknown_site', 'popup_not_started', 'popup_not_allowed', 'popup_no_posts'].map((key) => word(key));
        assert.ok(said.some((line) => shown.includes(line)), shown);
      });
    });
  });

  it('writes no error to its console', async () => {
    await world.open('/', async (page) => {
      await world.session.ready(page, 8);
      const popup = await world.session.openExtensionPage(`${world.session.manifest.action.default_popup}?tab=${world.session.tabId(page)}`);
      const said = [];
      popup.on('console', (message) => said.push(message.text()));
      popup.on('pageerror', (error) => said.push(String(error)));
      await popup.evaluate(() => {
        document.querySelector('#content').replaceChildren();
        location.reload();
      });
      await until(() => popup.evaluate(() => Boolean(document.querySelector('#content > *'))), 'the popup to fill');
      await popup.close();
      assert.deepEqual(said, []);
    });
  });
});
