// The learned model comes into the page as a file. One that is damaged or
// missing is told, and everything else goes on.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { launch } from './browser.mjs';
import { extensionFor, inEachBrowser } from './suite.mjs';

const { health_no_model: { message: TOLD } } = JSON.parse(
  readFileSync(new URL('../../extension/_locales/en/messages.json', import.meta.url), 'utf8'),
);

const DAMAGE = {
  'one byte is another': (file, bytes) => {
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(file, bytes);
  },
  'it ends too early': (file, bytes) => writeFileSync(file, bytes.subarray(0, bytes.length >> 1)),
  'it is not there': (file) => rmSync(file),
};

inEachBrowser('the learned model', (world) => {
  it('is there, and nothing is told', async () => {
    await world.open('/', async (page) => {
      const seen = await world.session.ready(page, 5);
      assert.ok(!seen.health.includes(TOLD), seen.health.join('\n'));
    });
  });

  for (const [name, damage] of Object.entries(DAMAGE)) {
    it(`is told to be missing, and posts are scored all the same, when ${name}`, async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'rapport-model-'));
      let session;
      try {
        cpSync(extensionFor(world.browser), folder, { recursive: true });
        const file = path.join(folder, 'rapport.weights');
        damage(file, readFileSync(file));
        session = await launch({ browser: world.browser, extension: folder });
        const page = await session.newPage();
        await page.goto(world.site);
        const seen = await session.ready(page, 5);
        assert.ok(seen.health.includes(TOLD), seen.health.join('\n'));
        assert.ok(seen.posts.some(({ score }) => score > 0));
        assert.deepEqual(page.ours.errors, []);
        await page.close();
      } finally {
        await session?.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
