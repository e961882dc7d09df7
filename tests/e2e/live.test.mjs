// Reading a page that lives: it grows, recycles its nodes, navigates without
// loading, removes what is ours, or is broken.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { posts as demoPosts } from '../demo/posts.mjs';
import { until } from './browser.mjs';
import { inEachBrowser, kept, post, readPages, routesOf, TALK, written } from './suite.mjs';

inEachBrowser('reading live', (world) => {
  const ids = (seen) => seen.posts.map(({ id }) => id);

  it('follows a feed that grows while it is scrolled', async () => {
    await world.open('/', async (page) => {
      await world.session.ready(page, 8);
      const seen = await world.session.waitFor(page, (now) => {
        page.evaluate(() => scrollBy(0, 1500)).catch(() => {});
        return now.posts.length >= demoPosts.length;
      }, 'the whole feed');
      assert.deepEqual(ids(seen), demoPosts.map(({ id }) => id));
    });
  });

  it('reads a recycled node as the post that is in it now', async () => {
    const address = world.write('recycled', written(['a', 'b', 'c'].map((id) => post(id, `${TALK} (${id})`)).join('')));
    await world.open(address, async (page) => {
      await world.session.ready(page, 3);
      const other = post('z', 'Does anyone here mend umbrellas? Mine has a broken rib and I would rather not throw it away.', { by: 'dot_u', likes: '7' });
      await page.evaluate((html) => {
        const from = new DOMParser().parseFromString(html, 'text/html').querySelector('article');
        const node = document.getElementById('post-b');
        for (const { name, value } of from.attributes) node.setAttribute(name, value);
        // As a virtual list does: the same elements with other contents.
        node.querySelector('.text p').firstChild.data = from.querySelector('.text p').textContent;
        const author = node.querySelector('.author');
        author.dataset.handle = 'dot_u';
        author.textContent = 'dot_u';
        node.querySelector('.permalink').setAttribute('href', '/post/z');
        node.querySelector('data.likes').setAttribute('value', '7');
        node.querySelector('data.likes').textContent = '7';
      }, other);
      const seen = await world.session.waitFor(page, (now) => ids(now).join() === 'a,z,c', 'the other post');
      const now = seen.posts[1];
      assert.match(now.text, /^Does anyone here mend umbrellas/);
      assert.equal(now.author, 'dot_u');
      assert.equal(now.likes.value, 7);
      assert.match(now.permalink, /\/post\/z$/);
      await until(async () => {
        const names = await world.session.inOverlay(page, (parts) => parts
          .filter(({ host }) => host.parentElement?.id === 'post-z')
          .map(({ root }) => root.querySelector('button').getAttribute('aria-label')));
        return names.length === 1 && names[0].includes('7');
      }, 'one badge on the other post, with its likes');
    });
  });

  it('reads posts in open shadow roots, also those that come later, and leaves closed ones alone', async () => {
    const hosts = '<div id="open" data-holds-posts></div><div id="closed" data-holds-posts></div>';
    const address = world.write('shadow', written(`${post('first', TALK)}${hosts}${post('last', TALK)}`));
    await world.open(address, async (page) => {
      await world.session.ready(page, 2);
      await page.evaluate((inside, later) => {
        const holds = (id, mode) => {
          const host = document.createElement('div');
          host.dataset.holdsPosts = '';
          const root = host.attachShadow({ mode });
          root.innerHTML = inside;
          document.getElementById(id).replaceWith(host);
          return root;
        };
        const root = holds('open', 'open');
        holds('closed', 'closed');
        setTimeout(() => root.querySelector('article').insertAdjacentHTML('afterend', later), 500);
      }, post('inside', `${TALK} (inside)`), post('later', `${TALK} (later)`));
      const seen = await world.session.waitFor(page, (now) => now.posts.length === 4, 'the posts in the open root');
      assert.deepEqual(ids(seen), ['first', 'inside', 'later', 'last']);
      await until(() => page.evaluate(() => {
        const host = [...document.querySelectorAll('[data-holds-posts]')].find(({ shadowRoot }) => shadowRoot);
        return host.shadowRoot.querySelectorAll('rapport-badge').length === 2;
      }), 'badges in the open root');
    });
  });

  it('reads a conversation by its structure where everything of a known site was renamed', async () => {
    const { html, address, posts } = readPages().find(({ name }) => name === 'hackernews-item');
    const renamed = html.replace(/(class|data-testid)="([^"]*)"/g, (_, key, names) => `${key}="${names.replace(/[\w-]+/g, (name) => `n${name.length}${name.charCodeAt(0)}`)}"`);
    await world.open(address, async (page) => {
      const texts = new Set(posts.map(({ text }) => text));
      const right = (now) => now.posts.filter(({ text }) => texts.has(text)).length;
      const seen = await world.session.waitFor(
        page,
        (now) => now.reader === 'generic' && right(now) * 2 > posts.length,
        'another way to read most of it',
      );
      assert.equal(seen.site, null);
      assert.equal(seen.health.length >= 1, true);
    }, { routes: routesOf({ html: renamed, address }) });
  });

  it('counts a post that stands twice once, and marks the copy that is shown', async () => {
    const twice = (id) => `<div id="narrow-${id}" style="display: none">${post(id, TALK)}</div><div id="wide-${id}">${post(id, TALK)}</div>`;
    const address = world.write('twins', written(`${post('a', `${TALK} (a)`)}${twice('b')}${post('c', `${TALK} (c)`)}`));
    await world.open(address, async (page) => {
      await world.session.ready(page, 3);
      // Before all is read it is not known that two of them are one.
      await world.session.waitFor(page, (now) => ids(now).join() === 'a,b,c', 'one of each');
      const places = () => page.evaluate(() => [...document.getElementsByTagName('rapport-badge')]
        .map((badge) => badge.closest('[id^="narrow-"], [id^="wide-"]')?.id ?? 'single').sort());
      await until(async () => (await places()).join() === 'single,single,wide-b', 'a badge on the shown copy');
      await page.evaluate(() => {
        document.getElementById('narrow-b').style.display = '';
        document.getElementById('wide-b').style.display = 'none';
      });
      await until(async () => (await places()).join() === 'narrow-b,single,single', 'the badge to go to the other copy');
      await world.session.waitFor(page, (now) => ids(now).join() === 'a,b,c', 'each once');
      const { session } = await world.session.ask({ type: 'summary' });
      assert.equal(session.points.filter(({ id }) => id === 'b').length <= 1, true);
    });
  });

  it('follows navigation inside the page, there and back', async () => {
    await world.open('/', async (page) => {
      await world.session.ready(page, 8);
      await page.evaluate(() => document.querySelector('#post-let-go .permalink').click());
      const inThread = ({ kind, depth, parent }) => kind === 'comment' && depth > 0 && parent;
      const thread = await world.session.waitFor(
        page,
        (now) => now.posts.length === 10 && now.posts.slice(1).every(inThread),
        'the thread',
      );
      assert.match(thread.url, /\/post\/let-go$/);
      assert.equal(thread.posts[0].id, 'let-go');
      assert.equal(thread.posts[0].kind, 'post');
      await until(async () => await world.session.badges(page) > 0, 'badges on the thread');
      await page.goBack();
      const feed = await world.session.waitFor(page, (now) => now.posts.length >= 8 && now.posts[0].id === demoPosts[0].id, 'the feed again');
      assert.match(feed.url, /:\d+\/$/);
      await until(async () => await world.session.badges(page) > 0, 'badges on the feed');
    });
  });

  it('notices an address that changes alone, there and back', async () => {
    const address = world.write('alone', written(['a', 'b', 'c'].map((id) => post(id, `${TALK} (${id})`)).join('')));
    await world.open(address, async (page) => {
      const before = await world.session.ready(page, 3);
      // Each post is read once more for each address: it may be another's answer now.
      const read = (times) => world.session.waitFor(page, (now) => now.timing.posts === before.timing.posts + 3 * times, `${times} more readings`);
      await page.evaluate(() => {
        history.pushState({}, '', '/post/a');
        // Without a Navigation API only the page's own event tells.
        if (!window.navigation) document.dispatchEvent(new Event('yt-navigate-finish', { bubbles: true }));
      });
      assert.match((await read(1)).url, /\/post\/a$/);
      await page.evaluate(() => history.back());
      const back = await read(2);
      assert.deepEqual(back.posts.map(({ kind }) => kind), before.posts.map(({ kind }) => kind));
    });
  });

  it('reads a post once for a burst of changes in it, and not for changes elsewhere', async () => {
    const address = world.write('burst', written(`${post('a', TALK)}${post('b', TALK)}`).replace('<main', '<aside id="clock">0</aside><main'));
    await world.open(address, async (page) => {
      const before = (await world.session.ready(page, 2)).timing.posts;
      await page.evaluate(() => {
        for (let tick = 0; tick < 2000; tick += 1) document.getElementById('clock').textContent = tick;
      });
      await page.evaluate((text) => {
        const inner = document.querySelector('#post-a .text p');
        for (let tick = 0; tick < 2000; tick += 1) inner.textContent = `${text} ${tick}`;
      }, TALK);
      const seen = await world.session.waitFor(page, (now) => now.posts[0].text.endsWith(' 1999'), 'the last text');
      assert.equal(seen.timing.posts, before + 1);
    });
  });

  it('gives way to a page that removes its badges, without a fight', async () => {
    const body = ['a', 'b', 'c'].map((id) => post(id, TALK)).join('');
    const address = world.write('removes', written(body, {
      script: `window.removed = 0;
        new MutationObserver(() => {
          for (const badge of document.querySelectorAll('rapport-badge')) { badge.remove(); window.removed += 1; }
        }).observe(document, { childList: true, subtree: true });`,
    }));
    await world.open(address, async (page) => {
      const text = await page.evaluate(() => document.body.innerText);
      await until(() => page.evaluate(() => window.removed >= 3), 'the page to remove each badge once');
      let count = -1;
      let calm = 0;
      await until(async () => {
        const now = await page.evaluate(() => window.removed);
        calm = now === count ? calm + 1 : 0;
        count = now;
        return calm >= 15;
      }, 'both sides to rest', { every: 100 });
      assert.ok(count <= 5 * 3, `badges were put up ${count} times for three posts`);
      assert.equal(await page.evaluate(() => document.body.innerText), text);
      await world.session.waitFor(page, (now) => ids(now).join() === 'a,b,c', 'each once');
    });
  });

  it('puts a badge back that the page took off once', async () => {
    const address = world.write('once', written(post('a', TALK)));
    await world.open(address, async (page) => {
      await world.session.ready(page, 1);
      await page.evaluate(() => document.querySelector('rapport-badge').remove());
      await until(async () => await world.session.badges(page) === 1, 'the badge to come back');
    });
  });

  it('reads nothing while the tab is hidden, and catches up when it is shown', async () => {
    const address = world.write('hidden', written(post('a', TALK)));
    await world.open(address, async (page) => {
      await world.session.ready(page, 1);
      const other = await world.session.newPage();
      try {
        await until(() => page.evaluate(() => document.hidden), 'the tab to be hidden');
        const before = (await world.session.inspect(page)).timing.posts;
        await page.evaluate((html) => {
          const from = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('article');
          document.querySelector('main').append(...from);
        }, post('b', TALK) + post('c', TALK));
        // A task of the page after ours would have been: time enough to read.
        await page.evaluate(() => new Promise((done) => { setTimeout(() => setTimeout(done, 300), 0); }));
        assert.equal((await world.session.inspect(page)).timing.posts, before);
        await page.bringToFront();
        await world.session.waitFor(page, (now) => ids(now).join() === 'a,b,c', 'all three posts');
      } finally {
        await other.close();
      }
    });
  });

  it('keeps when a post was last on the screen, not when it changed', async () => {
    const { session } = world;
    const all = Array.from({ length: 12 }, (_, at) => post(`last-${at}`, `${TALK} (${at})`)).join('');
    await world.open(world.write('last', written(all)), async (page) => {
      await session.judged(page, 12);
      const first = async () => (await kept(session, 'posts')).find(({ id }) => id === 'last-0');
      const seen = await until(first, 'the first post to be kept');
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await until(() => page.evaluate(() => document.querySelector('article').getBoundingClientRect().bottom < 0), 'it to leave the screen');
      await session.calm(page);
      const away = await page.evaluate(() => Date.now());
      await page.evaluate(() => {
        const likes = document.querySelector('article .likes');
        likes.value = '77';
        likes.textContent = '77';
      });
      const changed = await until(async () => {
        const now = await first();
        return now.likes.value === 77 && now;
      }, 'its new likes to be kept');
      assert.ok(changed.seenAt >= seen.seenAt && changed.seenAt <= away, `${seen.seenAt} ${changed.seenAt} ${away}`);
      // And when it comes back it is seen again.
      await page.evaluate(() => scrollTo(0, 0));
      const back = await page.evaluate(() => Date.now());
      await page.evaluate(() => {
        const likes = document.querySelector('article .likes');
        likes.value = '78';
        likes.textContent = '78';
      });
      await until(async () => (await first()).seenAt >= back, 'it to be seen again');
    });
  });

  it('keeps a quoted post out of the text of the post that holds it', async () => {
    const inner = post('inner', 'I said that rain is good for the roof garden.', { by: 'kenji_o' });
    const address = world.write('nested', written(post('outer', TALK, { inside: `<blockquote class="quote">${inner}</blockquote>` })));
    await world.open(address, async (page) => {
      const seen = await world.session.ready(page, 1);
      const outer = seen.posts.find(({ id }) => id === 'outer');
      assert.equal(outer.text, TALK);
      assert.equal(outer.author, 'hana_m');
      assert.equal(seen.posts.filter(({ id }) => id === 'outer').length, 1);
    });
  });

  it('says that a page holds no posts, and leaves it alone', async () => {
    const address = world.write('empty', written('<p>Nothing has been written here yet.</p>'));
    await world.open(address, async (page) => {
      const seen = await world.session.waitFor(page, (now) => Array.isArray(now.posts), 'an answer');
      assert.deepEqual(seen.posts, []);
      assert.equal(await world.session.badges(page), 0);
      assert.equal(await page.evaluate(() => document.querySelectorAll('[class^=rapport], [id^=rapport]').length), 0);
    });
  });

  it('takes half-built posts for what they are, and reads them when they are finished', async () => {
    const body = `<article class="post"></article>
      <article class="post" data-id="bare"><div class="text"></div></article>
      ${post('odd', TALK, { likes: 'soon', replies: '12 or so' })}
      <article class="post" data-id="later" lang="en"></article>`;
    const address = world.write('half', written(body));
    await world.open(address, async (page) => {
      const seen = await world.session.waitFor(page, (now) => now.posts.some(({ id }) => id === 'odd'), 'the odd post');
      const odd = seen.posts.find(({ id }) => id === 'odd');
      assert.equal(odd.likes, null, 'what is no number is unknown');
      assert.equal(odd.text, TALK);
      await page.evaluate((html) => {
        const from = new DOMParser().parseFromString(html, 'text/html').querySelector('article');
        document.querySelector('[data-id=later]').append(...from.childNodes);
      }, post('later', TALK, { likes: '5' }));
      const finished = await world.session.waitFor(page, (now) => {
        const later = now.posts.find(({ id }) => id === 'later');
        return later?.text === TALK && later.likes?.value === 5;
      }, 'the finished post');
      assert.equal(finished.posts.find(({ id }) => id === 'later').author, 'hana_m');
    });
  });

  it('stands a post of a million characters', async () => {
    const long = 'All work and no play makes a dull page. '.repeat(25_000);
    const address = world.write('million', written(post('long', long) + post('after', TALK)));
    await world.open(address, async (page) => {
      const seen = await world.session.waitFor(page, (now) => now.posts.length === 2 && now.timing.first_badge_ms !== null, 'both posts');
      assert.match(seen.posts[0].text, /^All work and no play makes a dull page\./);
      assert.equal(seen.posts[1].text, TALK);
      assert.equal(await page.evaluate(() => document.querySelector('#post-long .text').textContent.length), long.length);
    });
  });
});
