// The browser reads every page of the native tests as they do: the same
// reader over the real document instead of the tests' own.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inEachBrowser, readPages } from './suite.mjs';

/** The length of a time that is told to the second. */
const WHOLE = '2026-11-23T09:12:00Z'.length;

inEachBrowser('reading', (world) => {
  for (const page of readPages()) {
    it(`gives what the native tests read: ${page.name}${page.saved ? ' (real)' : ''}`, async () => {
      await world.open(page.address, async (tab) => {
        // What answers what is known only when all are read.
        const seen = await world.session.waitFor(tab, ({ posts, settled }) => settled && posts.length === page.posts.length, `${page.posts.length} posts`);
        seen.posts.forEach((post, at) => {
          const native = page.posts[at];
          const fields = Object.fromEntries(Object.keys(native).map((key) => [key, post[key]]));
          // How long ago it was is told from another now here: as fine, but not alike.
          if (native.published && native.published.length < WHOLE) {
            assert.equal(fields.published?.length, native.published.length, `time of post ${at}`);
            fields.published = native.published;
          }
          // What the site file misses on the whole page is found otherwise, and told.
          for (const key of Object.keys(native)) {
            if (native[key] === null && seen.health.length > 0) delete fields[key];
          }
          // Whole addresses on a page that was moved here still name its own host.
          const here = (link) => link?.replace(page.origin, new URL(page.address).origin);
          const expected = Object.fromEntries(Object.keys(fields).map((key) => [key, native[key]]));
          if (fields.permalink) fields.permalink = here(fields.permalink);
          if (expected.permalink) expected.permalink = here(expected.permalink);
          assert.deepEqual(fields, expected, `post ${at}`);
        });
      }, { saved: page });
    });
  }
});
