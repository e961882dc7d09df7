// How long the extension's own pages take to open, and what they hold, on three
// invented histories (histories.mjs): part of `./build.sh bench`. Chromium only,
// because it tells the memory of its processes. Medians of several openings,
// each beside a page of the extension that runs nothing, opened in turn.

import { browserFromEnvironment, launch, until } from './browser.mjs';
import { fill, history, PERSON } from './histories.mjs';
import { memory } from './memory.mjs';
import { extensionFor } from './suite.mjs';

const ROUNDS = Number(process.env.ROUNDS) || 5;

/** What is opened, and whether the background worker sleeps then, as it mostly does after half a minute at rest. */
const OPENINGS = [
  { file: 'popup.html' },
  { file: 'popup.html', asleep: true },
  { file: 'report.html' },
  { file: 'options.html' },
];

const print = (line = '') => process.stdout.write(`${line}\n`);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Notes when the page is filled, on its own clock. */
function noteFilled() {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('#content > *') || document.querySelector('[aria-busy]')) return;
    window.filledAt = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

async function opened(session, { file, asleep } = {}) {
  if (asleep) await session.stopWorker();
  const before = await memory(session);
  const page = await session.openExtensionPage('icons/rapport.svg');
  try {
    await page.evaluateOnNewDocument(noteFilled);
    const address = page.url().replace('icons/rapport.svg', file ?? 'icons/16.png');
    await page.goto(address, { waitUntil: 'load' });
    const at = file
      ? await until(() => page.evaluate(() => window.filledAt), `${file} to be filled`, { timeout: 60_000 })
      : await page.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventEnd);
    return { at, memory: await memory(session) - before };
  } finally {
    await page.close();
  }
}

if (browserFromEnvironment() !== 'chrome') {
  print('Opening the pages is measured in Chromium only.');
} else {
  print();
  print(`  Opening the extension's pages (medians of ${ROUNDS}; beside a page that runs nothing)`);
  for (const kind of ['new', 'week', 'year']) {
    const session = await launch({ browser: 'chrome', extension: extensionFor('chrome') });
    try {
      const records = history(kind, Date.now());
      await fill(session, records);
      if (kind !== 'new') for (const change of PERSON) await session.ask({ type: 'change', change });
      for (const opening of OPENINGS) {
        const [with_, without] = [[], []];
        for (let round = 0; round < ROUNDS; round += 1) {
          without.push(await opened(session));
          with_.push(await opened(session, opening));
        }
        const of = (runs, key) => median(runs.map((run) => run[key]));
        print(`  ${kind.padEnd(5)} ${String(records.posts.length).padStart(6)} posts  ${(opening.file + (opening.asleep ? ', worker asleep' : '')).padEnd(26)} `
          + `${of(with_, 'at').toFixed(0).padStart(5)} ms (nothing: ${of(without, 'at').toFixed(0)} ms), `
          + `+${((of(with_, 'memory') - of(without, 'memory')) / 2 ** 20).toFixed(0)} MB`);
      }
    } finally {
      await session.close();
    }
  }
}
