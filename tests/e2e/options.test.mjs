// The options: weights that are tried out on the spot, the language, and who
// the person is; and the first page.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './browser.mjs';
import { badges, card, cardOf, filled, inEachBrowser, kept, post, TALK, word, written } from './suite.mjs';

inEachBrowser('the options', (world) => {
  const inPage = async (file, use) => {
    const page = await world.session.openExtensionPage(file);
    try {
      await filled(page);
      return await use(page);
    } finally {
      await page.close();
    }
  };
  const settings = async () => (await world.session.ask({ type: 'summary' })).settings;
  const change = (wanted) => world.session.ask({ type: 'change', change: wanted });
  const score = (page) => page.evaluate(() => Number(document.querySelector('#example .total b').textContent));
  const set = (page, selector, value, kind) => page.evaluate((wanted, given, event) => {
    const field = document.querySelector(wanted);
    field.value = given;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  }, selector, value, kind);

  it('show at once what a weight does, keep it when it is let go, and pages follow', async () => {
    const { session } = world;
    const address = world.write('weights', written(['w1', 'w2'].map((id) => post(id, TALK, { replies: '14', likes: '5' })).join('')));
    await world.open(address, async (page) => {
      const before = (await session.judged(page, 2)).posts[0].score;
      await inPage('options.html', async (options) => {
        const built = await score(options);
        await set(options, '#weight-talk_share', '0', 'input');
        await set(options, '#weight-people', '0', 'input');
        await until(async () => await score(options) !== built, 'the example to follow');
        assert.deepEqual((await settings()).weights.percent.every((percent) => percent === 100), true, 'nothing is kept yet');
        assert.equal(await options.evaluate(() => document.querySelector('#weight-people').getAttribute('aria-valuetext')), word('percent', { number: '0' }));
        await set(options, '#weight-talk_share', '0', 'change');
        await until(async () => (await settings()).weights.percent[0] === 0, 'the weight to be kept');
        assert.equal(await options.evaluate(() => document.querySelector('#weight-talk_share').value), '0');
      });
      await page.bringToFront();
      await session.waitFor(page, ({ posts, settled }) => settled && posts[0].score !== before && !posts[0].reasons.some(({ key }) => key === 'talk_share'), 'the page to follow');
      await inPage('options.html', async (options) => {
        await options.evaluate(() => document.querySelector('#weights-reset').click());
        await until(async () => (await settings()).weights.percent[0] === 100, 'the weights to be as built');
      });
      await page.bringToFront();
      await session.waitFor(page, ({ posts, settled }) => settled && posts[0].score === before, 'the page to be as before');
    });
  });

  it('change the language of their own page and of the badges', async () => {
    const { session } = world;
    await world.open('/', async (page) => {
      await session.ready(page, 8);
      await inPage('options.html', async (options) => {
        await set(options, '#language', 'fr', 'change');
        await until(() => options.evaluate(() => document.documentElement.lang === 'fr' && document.body.innerText.includes('Vos données')), 'the page in French');
      });
      await page.bringToFront();
      await until(async () => (await session.inOverlay(page, badges)).some(({ name }) => name.includes('j’aime')), 'badges in French');
      await change({ what: 'language', language: null });
      await until(async () => (await session.inOverlay(page, badges)).every(({ name }) => name.includes('like')), 'badges in English');
    });
  });

  it('take subjects, accounts and aims, and forget them', async () => {
    await inPage('options.html', async (options) => {
      await set(options, '#subject-new', '  slow travel ', 'change');
      await until(async () => (await settings()).subjects[0] === 'slow travel', 'the subject');
      assert.equal(await options.evaluate(() => document.querySelector('#subject-new').value), '');
      await options.evaluate(() => {
        document.querySelector('#account-site').value = 'bluesky';
        document.querySelector('#account-new').value = '@ada.example';
        document.querySelector('[data-action=add][data-value=account]').click();
      });
      await until(async () => (await settings()).accounts.bluesky?.[0] === 'ada.example', 'the account');
      await until(() => options.evaluate(() => Boolean(document.querySelector('[data-aim=bluesky] select'))), 'the choice of an aim');
      await set(options, '[data-aim=bluesky] select', 'learn', 'change');
      await until(async () => (await settings()).aims.bluesky === 'learn', 'the aim');
      await set(options, '[data-aim=bluesky] select', '', 'change');
      await until(async () => !(await settings()).aims.bluesky, 'the aim to go');
      await options.evaluate(() => document.querySelector('[data-action=subject-drop]').click());
      await until(async () => (await settings()).subjects.length === 0, 'the subject to go');
      await options.evaluate(() => document.querySelector('[data-action=account-drop]').click());
      await until(async () => !(await settings()).accounts.bluesky, 'the account to go');
    });
  });

  it('keep what is typed and chosen while they follow what is changed elsewhere', async () => {
    await inPage('options.html', async (options) => {
      const has = () => options.evaluate(() => [
        document.querySelector('#account-new').value, document.querySelector('#account-site').value, document.activeElement.id,
      ]);
      const typed = ['@bea', 'lobsters', 'account-new'];
      await options.evaluate(([handle, site, id]) => {
        document.querySelector('#account-site').value = site;
        const field = document.getElementById(id);
        field.focus();
        field.value = handle;
      }, typed);
      try {
        await change({ what: 'subjects', subjects: ['elsewhere'] });
        await until(() => options.evaluate(() => document.querySelector('.names')?.textContent.includes('elsewhere')), 'the page to follow');
        assert.deepEqual(await has(), typed);
        // A change that fails is put back; all is made anew for that.
        const refused = await options.evaluate(async () => {
          const { sendMessage } = browser.runtime;
          browser.runtime.sendMessage = () => Promise.reject(new Error('nobody there'));
          const list = document.querySelector('#keep');
          list.value = '365';
          list.dispatchEvent(new Event('change', { bubbles: true }));
          for (let round = 0; round < 100 && document.querySelector('#keep').value !== '90'; round += 1) {
            await new Promise((done) => { setTimeout(done, 20); });
          }
          browser.runtime.sendMessage = sendMessage;
          return [document.querySelector('#keep').value, document.querySelector('#status').textContent];
        });
        assert.equal(refused[0], '90', 'it stands as it is kept');
        assert.ok(refused[1].includes('nobody there'), refused[1]);
        assert.deepEqual(await has(), typed);
      } finally {
        await change({ what: 'subjects', subjects: [] });
      }
    });
  });

  it('add to what is kept by then, and give the focus to what is left of it', async () => {
    const subjects = async () => (await settings()).subjects;
    await inPage('options.html', async (options) => {
      try {
        await options.evaluate(async () => {
          await browser.runtime.sendMessage({ type: 'change', change: { what: 'subjects', subjects: ['one'] } });
          for (const subject of ['two words', 'two_words']) {
            const field = document.querySelector('#subject-new');
            field.value = subject;
            field.dispatchEvent(new Event('change', { bubbles: true }));
          }
        });
        await until(async () => (await subjects()).includes('two_words'), 'the last one');
        assert.deepEqual(await subjects(), ['one', 'two words', 'two_words']);
        await until(() => options.evaluate(() => document.querySelectorAll('.names li').length === 3), 'all to be listed');
        await options.evaluate(() => document.querySelectorAll('.names button')[1].focus());
        const left = [];
        for (const next of ['two_words', 'one', undefined]) {
          await options.evaluate(() => document.activeElement.click());
          left.push(await until(() => options.evaluate((wanted) => {
            const { id, dataset } = document.activeElement;
            return dataset.value === wanted && (wanted ?? id);
          }, next), `the focus on ${next}`));
        }
        assert.deepEqual(left, ['two_words', 'one', 'subjects']);
        await until(async () => (await subjects()).length === 0, 'all to go');
      } finally {
        await change({ what: 'subjects', subjects: [] });
      }
    });
  });

  it('let a slider go on while what it was moved to before is being kept', async () => {
    await inPage('options.html', async (options) => {
      try {
        const went = await options.evaluate(async () => {
          const { sendMessage } = browser.runtime;
          const later = () => new Promise((done) => { setTimeout(done, 50); });
          // Every answer is late, as on a slow machine.
          browser.runtime.sendMessage = async (message) => {
            const answer = await sendMessage.call(browser.runtime, message);
            await later();
            return answer;
          };
          const slider = document.querySelector('#weight-people');
          slider.focus();
          const all = [];
          for (let value = 110; value <= 200; value += 10) {
            slider.value = value;
            for (const kind of ['input', 'change']) slider.dispatchEvent(new Event(kind, { bubbles: true }));
            await later();
            const now = document.querySelector('#weight-people');
            all.push([now === slider, now.value - value, now === document.activeElement].join());
          }
          browser.runtime.sendMessage = sendMessage;
          return [...new Set(all)];
        });
        assert.deepEqual(went, ['true,0,true']);
        await until(async () => Math.max(...(await settings()).weights.percent) === 200, 'where it ended to be kept');
        await until(() => options.evaluate(() => Boolean(document.querySelector('#weights-reset'))), 'the way back');
        assert.equal(await options.evaluate(() => document.querySelector('#weight-people').value), '200');
      } finally {
        await change({ what: 'weights', weights: { percent: Array((await settings()).weights.percent.length).fill(100) } });
      }
    });
  });

  it('have a first page whose feed is read like any other, and nothing of it is kept', async () => {
    const { session } = world;
    const before = (await kept(session, 'posts')).length;
    await inPage('welcome.html', async (page) => {
      assert.equal(await page.evaluate(() => document.querySelectorAll('article').length), 10);
      const names = await until(() => page.evaluate(() => document.getElementsByTagName('rapport-badge').length >= 3), 'badges');
      assert.ok(names);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await until(() => page.evaluate(() => document.getElementsByTagName('rapport-badge').length >= 5), 'more badges');
    });
    await session.stopWorker();
    await session.ask({ type: 'summary' });
    assert.equal((await kept(session, 'posts')).length, before);
  });
});

inEachBrowser('the person', (world) => {
  const change = (wanted) => world.session.ask({ type: 'change', change: wanted });
  const BEES = 'My bees did not come back after the winter. What do you think happened to them, and what would you do now?';

  it('is asked once who they are, and their own posts are told from others', async () => {
    const { session } = world;
    const body = `<span class="signed-in" data-handle="ada"></span>${post('mine', TALK, { by: 'ada', likes: '2', replies: '6' })}${post('other', TALK)}`;
    await world.open(world.write('whoami', written(body)), async (page) => {
      await session.judged(page, 2);
      const popup = await session.openPopup(page);
      try {
        await filled(popup);
        const asked = await popup.evaluate(() => document.querySelector('#is-it-you')?.textContent);
        assert.ok(asked?.includes(word('popup_is_it_you', { handle: 'ada' })), asked);
        await popup.evaluate(() => {
          const yes = document.querySelector('#is-it-you [data-value=yes]');
          yes.focus();
          yes.click();
        });
        await until(() => popup.evaluate(() => !document.querySelector('#is-it-you')), 'the question to go');
        assert.equal(await popup.evaluate(() => document.activeElement.id), 'here-title', 'the focus goes to the title of what was asked');
        const told = await until(() => popup.evaluate(() => document.querySelector('#own-here')?.textContent), 'how the own post does');
        assert.equal(told, word('popup_own_here', { count: '1', replies: '6', likes: '2' }));
      } finally {
        await popup.close();
      }
      await page.bringToFront();
      const own = await until(async () => (await kept(session, 'posts')).find(({ id, mine }) => id === 'mine' && mine), 'the own post to be kept as one');
      assert.deepEqual(Object.keys(own.mine).sort(), ['kind', 'published', 'shows']);
      assert.ok(!(await kept(session, 'posts')).find(({ id }) => id === 'other').mine);
      const open = await cardOf(session, page, 'post-mine');
      assert.ok(open.text.includes(word('badge_mine')), open.text);
      assert.deepEqual(open.prompts, []);
    });
    const { settings } = await session.ask({ type: 'summary' });
    const [site] = Object.keys(settings.accounts);
    await change({ what: 'accounts', site, handles: null });
  });

  it('finds comments kept under what their thread is about', async () => {
    const { session } = world;
    await world.open('/post/repair-cafe', async (page) => {
      const { posts } = await session.judged(page, 9);
      const ids = posts.filter(({ kind }) => kind === 'comment').map(({ id }) => id);
      const seen = async () => (await kept(session, 'posts')).filter(({ id }) => ids.includes(id) || id === 'repair-cafe');
      const all = await until(async () => {
        await page.evaluate(() => scrollBy(0, 200));
        const now = await seen();
        return now.length > 2 && now.some(({ id }) => id === 'repair-cafe') && now;
      }, 'the post and some comments to be kept');
      const [topic] = all.find(({ id }) => id === 'repair-cafe').subjects;
      assert.ok(topic);
      for (const { id, subjects } of all) assert.equal(subjects[0], topic, id);
    });
  });

  it('finds posts on their subjects marked, and no others', async () => {
    const { session } = world;
    const body = [
      post('bees', BEES),
      post('sale', 'Buy our honey now, 20% off with code BEES, link in bio! Bees bees bees.'),
      post('frost', TALK),
    ].join('');
    await world.open(world.write('subjects', written(body)), async (page) => {
      await session.judged(page, 3);
      const named = async () => (await session.inOverlay(page, badges)).filter(({ name }) => name.includes(word('badge_on_subject', { subject: 'bee' }))).map(({ post: id }) => id);
      assert.deepEqual(await named(), []);
      await page.evaluate(() => {
        window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shift += entry.value; })).observe({ type: 'layout-shift', buffered: false });
      }).catch(() => {});
      await change({ what: 'subjects', subjects: ['bee'] });
      try {
        await until(async () => (await named()).length > 0, 'the mark');
        await session.judged(page, 3);
        assert.deepEqual(await named(), ['post-bees']);
        assert.equal(await page.evaluate(() => window.shift ?? 0), 0, 'nothing moves');
        const open = await cardOf(session, page, 'post-bees');
        assert.ok(open.text.includes(word('badge_on_subject', { subject: 'bee' })));
        await page.keyboard.press('Escape');
        await until(async () => !await session.inOverlay(page, card), 'the card to close');
        const seen = await until(async () => (await kept(session, 'posts')).find(({ id, subjects }) => id === 'bees' && subjects?.[0] === 'bee'), 'the subject to be kept');
        assert.ok(seen.subjects.length <= 3);
      } finally {
        await change({ what: 'subjects', subjects: [] });
      }
      await until(async () => (await named()).length === 0, 'the mark to go');
    });
  });
});
