// What the end-to-end tests have in common: which browsers they run in, the
// pages they run on, and how a post of such a page is written.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../demo/server.mjs';
import { browserFromEnvironment, findBrowser, launch, until } from './browser.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Folder of the extension that also reads pages on loopback. */
export const extensionFor = (browser) => path.join(ROOT, 'dist', `demo-${browser}`);

/** The browsers to test in: the one that BROWSER names, or both. */
const wanted = process.env.BROWSER ? [browserFromEnvironment()] : ['chrome', 'firefox'];

/** Why nothing can be tested in a browser, or false. */
function missing(browser) {
  if (!findBrowser(browser)) return `no ${browser} on this machine`;
  if (!existsSync(path.join(extensionFor(browser), 'manifest.json'))) {
    return `no ${extensionFor(browser)}: run ./build.sh first`;
  }
  return false;
}

/**
 * Runs a set of tests in each browser, with one fresh profile for the whole
 * set. `define` gets an object whose `session`, `site` (address of the demo
 * feed) and `pages` (more pages, by path) are there once a test runs.
 */
export function inEachBrowser(title, define, { language = 'en', dark = false, only = null } = {}) {
  for (const browser of wanted) {
    if (only && browser !== only) continue;
    const skip = missing(browser);
    describe(`${browser}: ${title}`, { skip }, () => {
      const world = { browser, pages: new Map() };
      before(async () => {
        const server = await serve({ pages: world.pages });
        world.site = server.url;
        world.stopServer = server.close;
        world.session = await launch({ browser, extension: extensionFor(browser), language, dark });
      });
      after(async () => {
        await world.session?.close();
        await world.stopServer?.();
      });
      world.open = (address, use, options) => open(world, address, use, options);
      world.write = (name, body, policy) => {
        world.pages.set(`/${name}`, { body, policy });
        return `${world.site}${name}`;
      };
      define(world);
    });
  }
}

/** Opens an address in a fresh tab, runs `use` with it and closes the tab. */
async function open(world, address, use, options) {
  const page = options?.saved ? await tabFor(world.session, options.saved, options.policy) : await world.session.newPage(options);
  try {
    const saved = options?.saved;
    if (saved) await load(world.session, page, saved);
    else await page.goto(new URL(address, world.site).href, { waitUntil: options?.waitUntil ?? 'load' });
    return await use(page);
  } finally {
    await page.close().catch(() => {});
  }
}

/** A page with the demo feed's mark around some written HTML. */
export function written(body, { script = '', marked = true } = {}) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Written page</title>
${marked ? '<meta name="generator" content="rapport-demo">' : ''}
<link rel="icon" href="data:,"><link rel="stylesheet" href="/demo.css"></head>
<body><main data-view="feed">${body}</main>${script ? `<script>${script}</script>` : ''}</body></html>`;
}

/** One written post in the demo feed's markup; the text is HTML. */
export function post(id, text, { by = 'hana_m', likes = '3', replies = '2', inside = '' } = {}) {
  return `<article class="post" id="post-${id}" data-id="${id}" lang="en"><header>
<span class="who"><a class="author" href="/people/${by}" data-handle="${by}">${by}</a></span>
<a class="permalink" href="/post/${id}"><time datetime="2026-10-14T12:00:00.000Z">noon</time></a></header>
<div class="text"><p>${text}</p></div>${inside}
<footer><a class="action reply" href="/post/${id}#reply">Reply <data class="replies" value="${replies}">${replies}</data></a>
<button class="action like" type="button">Like <data class="likes" value="${likes}">${likes}</data></button></footer></article>`;
}

/** A sentence that is long enough to be scored. */
export const TALK = 'I moved the tomatoes indoors last night because of the frost warning. What do you do with yours when it gets cold this early?';

const messages = JSON.parse(readFileSync(path.join(ROOT, 'extension/_locales/en/messages.json'), 'utf8'));

/** A text of the interface, with its places filled. */
export function word(key, values = {}) {
  return messages[key].message.replace(/\$(\w+)\$/g, (_, name) => values[name.toLowerCase()]);
}

/** What is in the clipboard, read by a page in front. The browser gives it the focus, without which it may not read, a moment later. */
export async function clipboardFrom(page) {
  const { text } = await until(() => page.evaluate(() => navigator.clipboard.readText().then(
    (read) => ({ text: read }),
    (error) => {
      if (error.name === 'NotAllowedError' && !document.hasFocus()) return null;
      throw error;
    },
  )), 'the page to have the focus');
  return text;
}

/** Ids of the posts that a person can see of a page now. */
export const onScreen = (page) => page.evaluate(() => [...document.querySelectorAll('article[data-id]')]
  .filter((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  })
  .map((node) => node.dataset.id));

/** Waits until a page of the extension is filled. */
export const filled = (page) => until(
  () => page.evaluate(() => Boolean(document.querySelector('#content > *')) && !document.querySelector('[aria-busy]')),
  'the page to fill',
);

/** Opens the popup over a page, waits until it is filled, and closes it again. */
export async function inPopup(session, page, use) {
  const popup = await session.openPopup(page);
  try {
    await filled(popup);
    return await use(popup);
  } finally {
    await popup.close();
  }
}

/** For `inOverlay`: the buttons of all badges: name, place, and the post each stands in. */
export const badges = (parts) => parts.filter(({ host }) => host.localName === 'rapport-badge').map(({ host, root }) => {
  const button = root.querySelector('button');
  const { x, y, width, height } = button.getBoundingClientRect();
  return { post: host.parentElement?.id, name: button.getAttribute('aria-label'), focused: root.activeElement === button, x, y, width, height };
});

/** For `inOverlay`: the open card: its text, its parts and its place. */
export const card = (parts) => {
  for (const { host, root } of parts) {
    const open = root.querySelector('[role=dialog]:popover-open');
    if (!open) continue;
    const box = (node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { x, y, width, height };
    };
    return {
      post: host.parentElement?.id,
      text: open.textContent,
      reasons: open.querySelectorAll('li').length,
      shown: [...open.querySelectorAll('li')].filter((node) => node.checkVisibility()).length,
      prompts: [...open.querySelectorAll('.prompt')].map((node) => node.textContent),
      buttons: [...open.querySelectorAll('button')].map((node) => ({ name: node.textContent, pressed: node.getAttribute('aria-pressed'), ...box(node) })),
      expanded: root.querySelector('button').getAttribute('aria-expanded'),
      status: [...open.querySelectorAll('[role=status]')].map((node) => node.textContent).join(''),
      box: box(open),
      lang: open.lang,
    };
  }
  return null;
};

/** Waits until badges have come to rest, and gives the one of a post where a person can press it. */
export async function badgeOf(session, page, id) {
  await session.calm(page);
  return until(async () => {
    const found = (await session.inOverlay(page, badges)).find((one) => one.post === id);
    if (!found?.width) return null;
    const free = await page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName === 'rapport-badge', found.x + found.width / 2, found.y + found.height / 2);
    return free && found;
  }, `the badge of ${id} to be free`);
}

/** Opens the card of a post by a press on its badge. */
export async function cardOf(session, page, id) {
  await session.click(page, await badgeOf(session, page, id));
  return until(() => session.inOverlay(page, card), `the card of ${id}`);
}

/** What the native tests read, page by page (`tests/sites/record.rs`). */
const RECORDS = path.join(ROOT, 'target', 'read');

/**
 * The pages of the native tests, real ones among them where they lie beside the
 * project: each with its HTML, its address and the posts that were read there.
 *
 * A site that runs on any host is opened on this machine's own, because the
 * extension has no permission for invented ones.
 */
export function readPages() {
  if (!existsSync(RECORDS)) throw new Error(`no ${RECORDS}: run \`cargo test --test sites\` first`);
  const known = manifestHosts();
  return readdirSync(RECORDS).filter((file) => file.endsWith('.json')).sort().map((file) => {
    const { name, file: source, url, posts } = JSON.parse(readFileSync(path.join(RECORDS, file), 'utf8'));
    const html = readFileSync(path.join(ROOT, source), 'utf8');
    const { origin, hostname } = new URL(url);
    const address = known.some((host) => host === hostname || (host.startsWith('*.') && hostname.endsWith(host.slice(1)))) ? url : url.replace(origin, 'http://127.0.0.1:8009');
    const moved = (post) => ({ ...post, permalink: post.permalink?.replace(origin, new URL(address).origin) ?? null });
    return { name, saved: source.startsWith('..'), html, address, origin, posts: posts.map(moved) };
  });
}

/** The hosts that the manifest names. */
function manifestHosts() {
  const { content_scripts: [{ matches }] } = JSON.parse(readFileSync(path.join(ROOT, 'manifest.json'), 'utf8'));
  return matches.map((pattern) => /:\/\/([^/]+)/.exec(pattern)[1]);
}

/** Routes that answer one address with a saved page and refuse the rest. */
export function routesOf({ html, address }, policy = null) {
  const { hostname, pathname } = new URL(address);
  return (url, request) => {
    if (url.hostname !== hostname || url.pathname !== pathname || !request.isNavigationRequest()) return undefined;
    return { body: html, headers: policy ? { 'content-security-policy': policy } : {} };
  };
}

/**
 * Firefox stops parsing in the middle of a large document that the driver
 * answers under this host, with or without an extension; the same document
 * under another host, or a small one under this, arrives whole.
 */
const arrivesInPart = (session, { address, html }) =>
  session.name === 'firefox' && html.length > 300_000 && /(^|\.)youtube\.com$/.test(new URL(address).hostname);

/** Opens a tab for one of `readPages()`. */
export function tabFor(session, one, policy = null) {
  const shell = { ...one, html: '<!doctype html><title>Not there yet</title>' };
  return session.newPage({ routes: routesOf(arrivesInPart(session, one) ? shell : one, policy) });
}

/** Brings one of `readPages()` into a tab of `tabFor`, up to its last element. */
export async function load(session, page, one) {
  await page.goto(one.address, { waitUntil: 'domcontentloaded' });
  if (!arrivesInPart(session, one)) return;
  await page.evaluate((html) => {
    const whole = new DOMParser().parseFromString(html, 'text/html');
    for (const { name, value } of whole.documentElement.attributes) document.documentElement.setAttribute(name, value);
    document.documentElement.replaceChildren(...whole.documentElement.childNodes);
  }, one.html);
}

/** Everything of an inspection that does not depend on time or engine. */
export function essence({ posts, reader, site, health }) {
  return { reader, site, health, posts };
}

/** Fails with the first post that differs, instead of a page of output. */
export function assertSamePosts(left, right, what) {
  assert.equal(left.posts.length, right.posts.length, `${what}: number of posts`);
  left.posts.forEach((one, at) => assert.deepEqual(one, right.posts[at], `${what}: post ${at} (${one.id})`));
  assert.deepEqual({ ...essence(left), posts: 0 }, { ...essence(right), posts: 0 }, what);
}

/** Everything that lies in a store of the extension's database. */
export function kept(session, store) {
  return session.inspector.evaluate(async (name) => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    // Opening it would make an empty one, which the extension could not use.
    if (!(await indexedDB.databases()).some((one) => one.name === 'rapport')) return [];
    const database = await done(indexedDB.open('rapport'));
    const all = await done(database.transaction(name).objectStore(name).getAll());
    database.close();
    return all;
  }, store);
}

/** Fills the disk: the browser takes every writing of the worker back, until `self.makeRoom()`. */
export function fillDisk(session) {
  return session.inWorker(() => {
    const put = IDBObjectStore.prototype.put;
    self.makeRoom = () => { IDBObjectStore.prototype.put = put; };
    IDBObjectStore.prototype.put = function putAndAbort(...args) {
      const request = put.apply(this, args);
      this.transaction.abort();
      return request;
    };
  });
}

const COMPOSER = '<form class="composer"><textarea></textarea><button type="submit">Reply</button></form>';
const SENDING = "document.addEventListener('submit', (event) => { event.preventDefault(); event.target.querySelector('textarea').value = ''; });";

/** A thread page with one post and a place to answer it. */
export const answerable = (id) => written(`${post(id, TALK, { by: `writer_${id}` })}${COMPOSER}`, { script: SENDING })
  .replace('data-view="feed"', 'data-view="thread"');

/** Writes an answer on such a page as a person does, and sends it. */
export async function answer(page, text) {
  await page.bringToFront();
  await page.type('form.composer textarea', text);
  await page.click('form.composer button');
}
