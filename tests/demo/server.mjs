// Serves the demo feed on loopback: the feed, a page for each thread, and
// generated threads. `node tests/demo/server.mjs [port]` runs it alone.

import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { pathToFileURL } from 'node:url';
import { generatedThread } from './generate.mjs';
import { feed, page, thread } from './page.mjs';
import { posts } from './posts.mjs';

/** How many posts the feed shows at first and adds at each growth. */
export const BATCH = 8;

/** Page policies that a test can ask for with `?csp=NAME`. */
export const POLICIES = {
  none: null,
  self: "script-src 'self'; object-src 'none'",
  deny: "default-src 'none'; style-src 'self'; connect-src 'self'",
  trusted: "require-trusted-types-for 'script'; trusted-types 'none'",
};

const FILES = { '/demo.css': 'text/css; charset=utf-8', '/demo.js': 'text/javascript; charset=utf-8' };

/** What stands at an address: `{body, type}`, or null. */
async function answer(url, partOnly) {
  if (FILES[url.pathname]) {
    const body = await readFile(new URL(`.${url.pathname}`, import.meta.url));
    return { body, type: FILES[url.pathname] };
  }
  const html = (body) => ({ body, type: 'text/html; charset=utf-8' });
  if (url.pathname === '/') {
    const main = feed(posts, 0, BATCH);
    return html(partOnly ? main : page('Harbour', 'feed', main));
  }
  if (url.pathname === '/feed') {
    return html(feed(posts, Number(url.searchParams.get('from')) || 0, BATCH));
  }
  const [, kind, id] = /^\/(post|thread)\/([\w-]+)$/.exec(url.pathname) ?? [];
  let post;
  if (kind === 'thread' && id === 'generated') {
    const count = Math.min(Math.max(Number(url.searchParams.get('n')) || 1000, 1), 20_000);
    post = generatedThread(count);
  } else if (kind === 'post') {
    post = posts.find((one) => one.id === id);
  }
  if (!post) return null;
  const main = thread(post);
  return html(partOnly ? main : page(`${post.by} · Harbour`, 'thread', main));
}

/**
 * Starts the server; gives its address and a function that stops it. `pages`
 * holds more pages by path (`{body, policy, type}`), which the tests write.
 */
export async function serve({ port = 0, pages = new Map() } = {}) {
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    const written = pages.get(url.pathname);
    const found = written ? { body: written.body, type: written.type ?? 'text/html; charset=utf-8' } : await answer(url, request.headers.accept === 'text/x-part').catch((error) => ({
      body: String(error), type: 'text/plain', status: 500,
    }));
    const policy = written?.policy ?? POLICIES[url.searchParams.get('csp') ?? 'none'];
    response.writeHead(found ? found.status ?? 200 : 404, {
      'content-type': found?.type ?? 'text/plain',
      'cache-control': 'no-store',
      ...(policy ? { 'content-security-policy': policy } : {}),
    });
    response.end(found?.body ?? 'There is nothing here.');
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => { server.close(resolve); });
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url } = await serve({ port: Number(process.argv[2]) || 0 });
  process.stdout.write(`The demo feed is at ${url}\n`);
}
