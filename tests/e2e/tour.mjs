// What a person does on the demo feed, for the demo and for pictures of it.

import { until } from './browser.mjs';

/** Scrolls to the end of the feed in steps, as far as the posts are read. */
export async function readFeed(session, page) {
  for (;;) {
    const [shown, atEnd] = await page.evaluate(() => [
      document.querySelectorAll('article.post').length,
      Boolean(document.querySelector('.end')) && scrollY + innerHeight >= document.documentElement.scrollHeight - 2,
    ]);
    await session.waitFor(page, (seen) => seen.posts.length >= shown, `${shown} posts`);
    if (atEnd) return;
    const before = await page.evaluate(() => scrollY);
    await page.evaluate(() => scrollBy({ top: 450 }));
    // At the bottom of what is there it has to grow before it scrolls on.
    await until(() => page.evaluate((top, count) => scrollY > top || document.querySelectorAll('article.post').length > count
      || Boolean(document.querySelector('.end')), before, shown), 'the page to scroll or to grow');
    // One frame for what watches the screen.
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  }
}

/** Opens the card of one post, which is brought to a place (`block`) on the screen. */
export async function openCard(session, page, id, block = 'center') {
  await page.evaluate((post, where) => document.getElementById(post).scrollIntoView({ block: where }), `post-${id}`, block);
  const box = await until(() => session.inOverlay(page, (parts, post) => {
    const part = parts.find(({ host }) => host.parentElement?.id === post);
    const { x, y, width, height } = part.root.querySelector('button').getBoundingClientRect();
    return width > 0 && y > 0 && { x, y, width, height };
  }, `post-${id}`), 'the badge');
  await session.click(page, box);
  await until(() => session.inOverlay(page, (parts) => parts.some(({ root }) => root.querySelector('[popover]:popover-open'))), 'the card');
}
