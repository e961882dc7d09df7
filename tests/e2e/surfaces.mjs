// Takes a picture of every surface, to be looked at after a change: light and
// dark, English and French, on the demo and, where saved pages lie beside the
// project, on pages of real sites. `node tests/e2e/surfaces.mjs` after
// ./build.sh and `cargo test --test sites`; BROWSER chooses one browser. The
// pictures are in dist/surfaces.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../demo/server.mjs';
import { browserFromEnvironment, launch, until } from './browser.mjs';
import { fill, history, PERSON } from './histories.mjs';
import { badgeOf, badges, card, cardOf, extensionFor, filled, load, readPages, tabFor } from './suite.mjs';
import { readFeed } from './tour.mjs';

const folder = fileURLToPath(new URL('../../dist/surfaces', import.meta.url));
mkdirSync(folder, { recursive: true });

/** One page of each of these sites. */
const SITES = process.env.SITES ? new RegExp(process.env.SITES, 'i') : /hackernews item|bluesky thread|reddit|youtube|mastodon|linkedin/i;

const browser = browserFromEnvironment();
const server = await serve();
for (const [language, dark] of [['en', false], ['fr', true]]) {
  const session = await launch({ browser, extension: extensionFor(browser), language, dark });
  const shot = (page, name) => page.screenshot({ path: path.join(folder, `${browser}-${language}-${dark ? 'dark' : 'light'}-${name}.png`) });
  try {
    const page = await session.newPage();
    await page.goto(server.url);
    await session.ready(page, 8);
    await readFeed(session, page);
    await page.evaluate(() => document.getElementById('post-let-go').scrollIntoView());
    await cardOf(session, page, 'post-let-go');
    await shot(page, 'card');
    await page.goto(new URL('/post/repair-cafe', server.url).href);
    await session.ready(page, 9);
    await cardOf(session, page, 'post-repair-cafe');
    await shot(page, 'thread');
    await page.keyboard.press('Escape');
    await page.type('form.composer textarea', 'My own weekend was lovely. I slept a lot, and I ate a cake that I had made myself.');
    await until(() => session.inOverlay(page, (parts) => parts.some(({ host, root }) => host.localName === 'rapport-coach' && root.querySelector('[role=status] > p'))), 'the coach');
    await shot(page, 'coach');
    const line = await session.inOverlay(page, (parts) => {
      const { x, y, width, height } = parts.find(({ host }) => host.localName === 'rapport-strip').root.querySelector('button').getBoundingClientRect();
      return { x, y, width, height };
    });
    await session.click(page, line);
    await until(() => session.inOverlay(page, (parts) => parts.some(({ root }) => root.querySelector('.glance:popover-open'))), 'the panel of the strip');
    await shot(page, 'strip');
    for (const dir of ['rtl']) {
      await page.goto(server.url);
      await page.evaluate((to) => { document.documentElement.dir = to; }, dir);
      await session.ready(page, 8);
      const [{ post }] = await session.inOverlay(page, badges);
      await badgeOf(session, page, post);
      await cardOf(session, page, post);
      await shot(page, dir);
    }
    for (const file of ['popup.html', 'options.html', 'report.html', 'welcome.html', 'diagnostics.html']) {
      const own = await session.openExtensionPage(`${file}?tab=${session.tabId(page)}`);
      await session.dress(own);
      await filled(own);
      await shot(own, file.replace('.html', ''));
      await own.close();
    }
    const seen = new Set();
    for (const one of readPages().filter(({ saved, name }) => saved && SITES.test(name))) {
      const host = new URL(one.address).hostname;
      if (seen.has(host)) continue;
      seen.add(host);
      const tab = await tabFor(session, one);
      await load(session, tab, one);
      await session.waitFor(tab, ({ posts }) => posts.length > 0, 'posts');
      let top = 0;
      await until(async () => {
        if (await session.badges(tab) > 0) return true;
        top += 400;
        await tab.evaluate((y) => scrollTo(0, y), top);
        return false;
      }, 'a badge', { every: 250 });
      await session.calm(tab);
      const first = async () => (await session.inOverlay(tab, badges)).find(({ x, width }) => width > 0 && x > 0 && x < 1000);
      const found = await first();
      await tab.evaluate((y) => scrollBy(0, y), (found?.y ?? 0) - 120);
      await session.calm(tab);
      const there = await first();
      if (there) {
        await session.click(tab, there);
        // Without its styles a page may cover the badge; then it is shown closed.
        await until(() => session.inOverlay(tab, card), 'the card', { timeout: 2000 }).catch(() => {});
      }
      await shot(tab, one.name.replace(/\W+/g, '-'));
      await tab.close();
    }
  } finally {
    await session.close();
  }
  for (const kind of ['new', 'week', 'year']) {
    const past = await launch({ browser, extension: extensionFor(browser), language, dark });
    try {
      await fill(past, history(kind, Date.now()));
      if (kind !== 'new') for (const change of PERSON) await past.ask({ type: 'change', change });
      for (const [file, width] of [['popup', 400], ['report', 800], ['report', 320], ['options', 800]]) {
        const own = await past.openExtensionPage(`${file}.html`);
        await past.dress(own);
        await own.setViewport({ width, height: 900 });
        await own.reload();
        await filled(own);
        await own.screenshot({ path: path.join(folder, `${browser}-${language}-${dark ? 'dark' : 'light'}-${kind}-${file}-${width}.png`), fullPage: true });
        await own.close();
      }
    } finally {
      await past.close();
    }
  }
}
await server.close();
process.stdout.write(`${folder}\n`);
