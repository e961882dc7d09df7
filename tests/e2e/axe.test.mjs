// axe-core finds nothing wrong on any surface of ours: badges, cards and the
// strip in a page, the popup, the options, the report and the diagnostics page;
// in both languages, light and dark. And nothing of our pages stands beyond the
// edge of a narrow window.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { it } from 'node:test';
import { until } from './browser.mjs';
import { fill, history, PERSON } from './histories.mjs';
import { cardOf, filled, inEachBrowser } from './suite.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs axe in a page; what it finds, each with the element it means. */
async function findings(page, context) {
  await page.evaluate(AXE);
  return page.evaluate(async (within) => {
    const { violations } = await window.axe.run(within ?? document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  }, context);
}

for (const [language, dark] of [['en', false], ['fr', true]]) {
  // The rules look at the document, which is the same in both browsers; only
  // Chromium lets a test open a closed shadow root to them.
  inEachBrowser(`axe, ${language}${dark ? ', dark' : ''}`, (world) => {
    it('finds nothing wrong with badges, cards and the strip', async () => {
      const { session } = world;
      await world.open('/post/repair-cafe', async (page) => {
        await session.ready(page, 9);
        await cardOf(session, page, 'post-repair-cafe');
        await session.inOverlay(page, (parts) => {
          for (const { host, root } of parts) Object.defineProperty(host, 'shadowRoot', { value: root });
        });
        const wrong = await findings(page, { include: [['rapport-badge']] });
        assert.deepEqual(wrong, []);
        await session.inOverlay(page, (parts) => {
          const { root } = parts.find(({ host }) => host.localName === 'rapport-strip');
          root.querySelector('.line').click();
          root.querySelector('details').open = true;
        });
        assert.deepEqual(await findings(page, { include: [['rapport-strip']] }), []);
      });
    });

    it('finds nothing wrong with the coach', async () => {
      const { session } = world;
      await world.open('/post/repair-cafe', async (page) => {
        await session.ready(page, 9);
        await page.type('form.composer textarea', 'My own weekend was lovely. I slept a lot, and I ate a cake that I had made myself.');
        await until(() => session.inOverlay(page, (parts) => parts.some(({ host, root }) => {
          const speaks = host.localName === 'rapport-coach' && root.querySelector('[role=status] > p');
          if (speaks) Object.defineProperty(host, 'shadowRoot', { value: root });
          return Boolean(speaks);
        })), 'the coach');
        assert.deepEqual(await findings(page, { include: [['rapport-coach']] }), []);
      });
    });

    for (const file of ['popup.html', 'options.html', 'report.html', 'diagnostics.html', 'welcome.html']) {
      it(`finds nothing wrong with ${file}`, async () => {
        const { session } = world;
        await world.open('/', async (page) => {
          await session.ready(page, 8);
          const own = await session.openExtensionPage(`${file}?tab=${session.tabId(page)}`);
          try {
            await filled(own);
            assert.deepEqual(await findings(own), []);
          } finally {
            await own.close();
          }
        });
      });
    }

    it('finds nothing wrong, and room for all of it, when there is a week to tell of and all is unfolded', async () => {
      const { session } = world;
      await fill(session, history('week', Date.now()));
      for (const change of PERSON) await session.ask({ type: 'change', change });
      for (const file of ['popup.html', 'options.html', 'report.html']) {
        const own = await session.openExtensionPage(file);
        try {
          await filled(own);
          if (file === 'options.html') await until(() => own.evaluate(() => document.querySelector('#erase-site')), 'what is kept');
          await own.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
          assert.deepEqual(await findings(own), [], file);
          for (const width of [320, 360, 480, 800]) {
            await own.setViewport({ width, height: 600 });
            const beyond = await own.evaluate(() => [...document.body.querySelectorAll('*')]
              .filter((node) => node.getBoundingClientRect().right > innerWidth + 1 && !node.parentElement.closest('.scroller'))
              .map(({ outerHTML }) => outerHTML.slice(0, 120)));
            assert.deepEqual(beyond, [], `${file} at ${width} px`);
            assert.ok(await own.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${file} at ${width} px does not scroll sideways`);
          }
        } finally {
          await own.close();
        }
      }
    });
  }, { language, dark, only: 'chrome' });
}
