// Makes the README's picture, docs/img/rapport.png: the demo feed with badges
// and an open card, and the popup beside it. `node tests/e2e/pictures.mjs`
// after ./build.sh, when the look of either has changed.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../demo/server.mjs';
import { launch, until } from './browser.mjs';
import { extensionFor } from './suite.mjs';
import { openCard, readFeed } from './tour.mjs';

const target = fileURLToPath(new URL('../../docs/img/rapport.png', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'rapport-pictures-'));
const server = await serve();
const session = await launch({ browser: 'chrome', extension: extensionFor('chrome'), width: 720, height: 790 });
try {
  const page = await session.newPage();
  await page.goto(server.url);
  await session.ready(page, 8);
  await readFeed(session, page);
  await openCard(session, page, 'let-go', 'start');
  await page.screenshot({ path: path.join(folder, 'feed.png') });
  await page.keyboard.press('Escape');
  const popup = await session.openPopup(page);
  await until(() => popup.evaluate(() => Boolean(document.querySelector('#content > *'))), 'the popup to fill');
  await popup.screenshot(path.join(folder, 'popup.png'));
  await popup.close();

  const image = (name) => `data:image/png;base64,${readFileSync(path.join(folder, `${name}.png`)).toString('base64')}`;
  const sheet = await session.newPage();
  await sheet.setViewport({ width: 1200, height: 850 });
  await sheet.setContent(`<!doctype html><style>
    body { margin: 0; height: 850px; display: flex; gap: 28px; padding: 30px; box-sizing: border-box; background: #d8e2e1; }
    div { border-radius: 12px; overflow: hidden; box-shadow: 0 6px 26px #0b2b2f38; align-self: start; background: #fff; }
    .feed { flex: none; width: 720px; height: 790px; }
    .popup { flex: none; max-height: 790px; }
    img { display: block; }
  </style><div class="feed"><img src="${image('feed')}"></div><div class="popup"><img src="${image('popup')}"></div>`);
  await mkdir(path.dirname(target), { recursive: true });
  await sheet.screenshot({ path: target });
  process.stdout.write(`${target}\n`);
} finally {
  await session.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
