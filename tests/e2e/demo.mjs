// `./build.sh demo`: the demo feed in a real browser with Rapport on it.
//
// With a display a window opens and stays until it is closed. Without one the
// same is done headless: scroll the feed, open a card, visit a thread, open the
// popup; then the session is printed and the screenshots are told.

import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../demo/server.mjs';
import { browserFromEnvironment, hasDisplay, launch, until } from './browser.mjs';
import { extensionFor } from './suite.mjs';
import { openCard, readFeed } from './tour.mjs';

const print = (line = '') => process.stdout.write(`${line}\n`);

/** A table of the session as the popup has it. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows.map((row) => row
    .map((cell, column) => (typeof (rows[1] ?? row)[column] === 'number' ? String(cell).padStart(widths[column]) : String(cell).padEnd(widths[column])))
    .join('  ').trimEnd()).join('\n');
}

async function tour(session, site, folder) {
  const shot = (name) => path.join(folder, `${session.name}-${name}.png`);
  const page = await session.newPage();
  await page.goto(site);
  await session.ready(page, 8);
  await readFeed(session, page);
  const seen = await session.inspect(page);
  await page.evaluate(() => scrollTo(0, 0));
  await until(() => page.evaluate(() => Boolean(document.querySelector('#post-flat-loaf rapport-badge'))), 'badges at the top');
  await page.screenshot({ path: shot('feed') });
  await openCard(session, page, 'flat-loaf');
  await page.screenshot({ path: shot('card') });
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.querySelector('#post-repair-cafe .permalink').click());
  await session.waitFor(page, (now) => now.posts[0]?.id === 'repair-cafe' && now.posts.length > 5, 'the thread');
  await until(async () => await session.badges(page) > 0, 'badges on the thread');
  await page.screenshot({ path: shot('thread') });
  await page.goBack();
  await session.waitFor(page, (now) => now.posts.length >= 8 && now.posts[0].id === 'flat-loaf', 'the feed again');
  const popup = await session.openPopup(page);
  await until(() => popup.evaluate(() => document.body.innerText.trim().length > 40), 'the popup to fill');
  await popup.screenshot(shot('popup'));
  await popup.close();
  return { seen, summary: await session.ask({ type: 'summary' }) };
}

async function main() {
  const browser = browserFromEnvironment();
  const folder = extensionFor(browser);
  if (!existsSync(folder)) throw new Error(`no ${folder}: run ./build.sh first`);
  const headless = !hasDisplay();
  const server = await serve();
  let session;
  try {
    session = await launch({ browser, extension: folder, headless });
    if (headless) {
      const shots = path.resolve(fileURLToPath(new URL('../../dist/demo-shots', import.meta.url)));
      mkdirSync(shots, { recursive: true });
      print(`No display: looking at ${server.url} without a window.`);
      const { seen, summary } = await tour(session, server.url, shots);
      print();
      print(`${seen.posts.length} posts read (${seen.engine === 'wasm' ? 'WebAssembly' : 'JavaScript'}), best conversation first:`);
      print();
      const best = seen.posts.filter(({ score }) => score !== null).sort((a, b) => b.score - a.score);
      print(table([
        ['talk', 'likes', 'replies', 'stance', 'author', 'post'],
        ...best.map((one) => [
          one.score, one.likes?.value ?? '?', one.replies?.value ?? '?', one.stance, one.author,
          one.text.replaceAll('\n', ' ').slice(0, 48),
        ]),
      ]));
      print();
      print(`This session, as the popup has it: ${summary.session.posts} posts seen`);
      print();
      print(table([
        ['site', 'posts', 'quiet gems', 'talk and likes', 'applause only', 'quiet', 'not enough to tell'],
        ...summary.session.sites.map(({ site, posts, stances }) => [
          site, posts, stances.quietGem, stances.both, stances.applauseOnly, stances.quiet, stances.notEnough,
        ]),
      ]));
      print();
      print('Quiet gems, with their way back:');
      print();
      print(table([
        ['talk', 'likes', 'author', 'link'],
        ...summary.session.gems.map((one) => [one.score, one.likes.value, one.author, one.permalink]),
      ]));
      if (summary.problem) print(`\nNot stored: ${summary.problem}`);
      print();
      print(`Screenshots: ${shots}`);
    } else {
      const page = await session.newPage();
      await page.goto(server.url);
      print(`The demo feed is open at ${server.url}`);
      print('Scroll, open a badge, visit a thread, and press the Rapport button in the toolbar.');
      print('Close the window to end.');
      await new Promise((resolve) => { session.browser.once('disconnected', resolve); });
    }
  } finally {
    await session?.close();
    await server.close();
  }
}

await main().catch((error) => {
  process.stderr.write(`The demo stopped: ${error.message}\n`);
  process.exitCode = 1;
});
