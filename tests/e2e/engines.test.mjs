// WebAssembly where the page allows it, the same binary as JavaScript where it
// does not, and the same answer from both.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { posts as demoPosts } from '../demo/posts.mjs';
import { POLICIES, serve } from '../demo/server.mjs';
import { findBrowser, launch, until } from './browser.mjs';
import {
  assertSamePosts, extensionFor, inEachBrowser, post, routesOf, readPages, written,
} from './suite.mjs';

/** What Chromium's content scripts may run under each page policy. */
const IN_CHROMIUM = { none: 'wasm', self: 'js', deny: 'js', trusted: 'wasm' };

inEachBrowser('the engine', (world) => {
  for (const policy of Object.keys(POLICIES)) {
    it(`is the right one, and shows badges, on a page with the policy: ${POLICIES[policy] ?? 'none'}`, async () => {
      await world.open(`/?csp=${policy}`, async (page) => {
        const seen = await world.session.ready(page, 8);
        assert.equal(seen.engine, world.browser === 'firefox' ? 'wasm' : IN_CHROMIUM[policy]);
        assert.ok(await world.session.badges(page) > 0, 'badges stand in the page');
      });
    });
  }

  it('reads strings right after its memory has grown', async () => {
    // More than a megabyte of text: what it starts with has no room for that.
    const words = 'Réparer – naïve “quotes” 木漏れ日 🙂 ';
    const texts = Array.from({ length: 250 }, (_, at) => `${at} ${words.repeat(120)}end of ${at}.`);
    const body = written(texts.map((text, at) => post(`long-${at}`, text, { by: `writer_${at}` })).join(''));
    const address = world.write('growth', body, POLICIES.self);
    await world.open(address, async (page) => {
      const seen = await world.session.waitFor(
        page,
        (now) => now.posts.length === texts.length && now.posts.at(-1).text.length > 0,
        'all long posts',
        // As JavaScript, cold, on a busy machine.
        { every: 500, timeout: 120_000 },
      );
      assert.equal(seen.engine, world.browser === 'firefox' ? 'wasm' : 'js');
      const wrong = seen.posts.filter((one, at) => (
        one.id !== `long-${at}` || one.author !== `writer_${at}` || one.text !== texts[at]
      ));
      assert.deepEqual(wrong.map(({ id, author, text }) => ({ id, author, text: text.slice(0, 60) })), []);
    });
  });
});

const unable = findBrowser('chrome') ? false : 'no Chromium on this machine; Firefox never needs the fallback';
const firefoxOnly = process.env.BROWSER === 'firefox' && 'Firefox never needs the fallback';

describe('chrome: both engines', { skip: unable || firefoxOnly }, () => {
  it('give the same answer, post by post, on every page', async (context) => {
    // Before anything is started: without it there is nothing to compare, and nobody would close it.
    const read = readPages();
    const server = await serve();
    const sessions = await Promise.all(['none', 'self'].map(async (policy) => ({
      policy,
      browser: await launch({ browser: 'chrome', extension: extensionFor('chrome') }),
    })));
    const saved = read.filter((page) => page.saved);
    if (saved.length === 0) context.diagnostic('no saved pages of real sites beside the project: only our own are compared');
    const pages = [
      { name: 'the whole feed', path: '/', count: demoPosts.length, scroll: true },
      ...demoPosts.filter((one) => one.replies.length > 0).map((one) => ({ name: one.id, path: `/post/${one.id}` })),
      { name: 'a generated thread', path: '/thread/generated?n=300', count: 301 },
      ...read.filter(({ posts }) => posts.length > 0),
    ];
    try {
      for (const one of pages) {
        const [wasm, js] = await Promise.all(sessions.map(({ policy, browser }) => settled(browser, server, one, policy)));
        assert.equal(wasm.engine, 'wasm', one.name);
        assert.equal(js.engine, 'js', one.name);
        assert.ok(wasm.posts.length > 0, `${one.name}: posts were read`);
        assertSamePosts(wasm, js, one.name);
      }
      context.diagnostic(`${pages.length} pages compared, ${saved.length} of them saved from real sites`);
    } finally {
      await Promise.all(sessions.map(({ browser }) => browser.close()));
      await server.close();
    }
  });
});

/** Opens a page under a policy and gives its inspection once it stays the same. */
async function settled(browser, server, one, policy) {
  const page = await browser.newPage({ routes: one.html ? routesOf(one, POLICIES[policy]) : null });
  try {
    const address = new URL(one.address ?? one.path, server.url);
    if (!one.address) address.searchParams.set('csp', policy);
    await page.goto(address.href, { waitUntil: 'domcontentloaded' });
    if (one.scroll) await scrollToEnd(page, one.count);
    let before = '';
    return await until(async () => {
      const seen = await browser.inspect(page);
      // The address holds the policy; nothing else may differ.
      const posts = seen.posts.map((item) => ({ ...item, permalink: item.permalink?.replace(/[?&]csp=\w+/, '') ?? null }));
      const now = JSON.stringify(posts);
      const same = now === before && seen.settled && posts.length >= (one.count ?? one.posts?.length ?? 1) && posts.every((item) => item.confidence !== undefined);
      before = now;
      return same && { ...seen, posts };
    }, `${one.name} to be read`, { every: 250 });
  } finally {
    await page.close();
    await forget(browser);
  }
}

/**
 * Makes the extension forget what it has seen: the stance of a post depends on
 * what was on the screen before, and that on the moment.
 */
async function forget(browser) {
  await browser.ask({ type: 'summary' }); // after all that the page sent
  await browser.stopWorker();
  await browser.inspector.evaluate(() => new Promise((done, failed) => {
    const request = indexedDB.deleteDatabase('rapport');
    request.onsuccess = () => done();
    request.onerror = () => failed(request.error);
  }));
}

async function scrollToEnd(page, count) {
  await until(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    return await page.evaluate(() => document.querySelectorAll('article.post').length) >= count;
  }, 'the feed to grow to its end');
}
