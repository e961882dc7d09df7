// The browser reads every page of the native tests as they do: the same
// reader over the real document instead of the tests' own.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inEachBrowser, readPages, routesOf } from './suite.mjs';

/** The length of a time that is told to the second. */
const WHOLE = '2026-11-23T09:12:00Z'.length;

inEachBrowser('reading', (world) => {
  for (const page of readPages()) {
    it(`gives what the native tests read: ${page.name}${page.saved ? ' (real)' : ''}`, async () => {
      await world.open(page.address, async (tab) => {
        // What answers what is known only when all are read: look twice.
        let before = '';
        const seen = await world.session.waitFor(tab, ({ posts }) => {
          const now = JSON.stringify(posts);
          const settled = now === before && posts.length === page.posts.length;
          before = now;
          return settled;
        }, `${page.posts.length} posts`);
        seen.posts.forEach((post, at) => {
          const native = page.posts[at];
          const fields = Object.fromEntries(Object.keys(native).map((key) => [key, post[key]]));
          // How long ago it was is told from another now here: as fine, but not alike.
          if (native.published && native.published.length < WHOLE) {
            assert.equal(fields.published?.length, native.published.length, `time of post ${at}`);
            fields.published = native.published;
          }
          assert.deepEqual(fields, native, `post ${at}`);
        });
      }, { routes: routesOf(page) });
    });
  }
});
