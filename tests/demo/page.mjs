// The HTML of the demo feed. `sites/demo.toml` reads this markup.

import { people } from './people.mjs';

/** The feed's "now": a fixed moment, so that every run shows the same pages. */
const NOW = Date.UTC(2026, 9, 14, 18, 30);

const escape = (text) => String(text)
  .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** All answers under a post or comment. */
export const countReplies = (node) => node.replies.reduce((sum, reply) => sum + 1 + countReplies(reply), 0);

/** A count as feeds write it: 1,234 is "1.2K"; the exact one is in `value`. */
function count(name, label, value) {
  const shown = value < 1000 ? String(value)
    : value < 10_000 ? `${(Math.floor(value / 100) / 10).toFixed(1).replace('.0', '')}K`
      : `${Math.floor(value / 1000)}K`;
  return `<data class="${name}" value="${value}" title="${value} ${label}">${shown}</data>`;
}

const initials = (name) => name.split(/[\s|&]+/).filter(Boolean).slice(0, 2).map((word) => word[0]).join('');
const hue = (handle) => [...handle].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 12;

function time(minutes) {
  const moment = new Date(NOW - minutes * 60_000);
  const shown = moment.toLocaleString('en-GB', {
    day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC',
  });
  return `<time datetime="${moment.toISOString()}">${shown}</time>`;
}

function byline(node, address, minutes) {
  const name = people[node.by];
  return `<header>
    <span class="avatar hue-${hue(node.by)}" aria-hidden="true">${escape(initials(name))}</span>
    <span class="who"><a class="author" rel="author" href="/people/${node.by}" data-handle="${node.by}">${escape(name)}</a>
    <span class="about"><span class="handle">@${node.by}</span> · <a class="permalink" href="${address}">${time(minutes)}</a></span></span>
  </header>`;
}

const paragraphs = (text) => text.split('\n\n').map((part) => `<p>${escape(part)}</p>`).join('');

const PHOTOS = {
  sunset: 'A low sun over the sea', mountain: 'A ridge above the clouds', heron: 'A brown bird in the reeds',
};

/** One post: in the feed, or at the head of its thread. */
export function article(post) {
  const address = `/post/${post.id}`;
  const replies = countReplies(post);
  return `<article class="post" id="post-${post.id}" data-id="${post.id}" lang="${post.lang}"${post.promoted ? ' data-promoted' : ''}>
  ${byline(post, address, post.minutes)}
  ${post.promoted ? '<p class="promoted">Promoted</p>' : ''}
  <div class="text">${paragraphs(post.text)}</div>
  ${post.photo ? `<div class="photo ${post.photo}" role="img" aria-label="${PHOTOS[post.photo]}"></div>` : ''}
  <footer>
    <a class="action reply" href="${address}#reply">Reply ${count('replies', 'replies', replies)}</a>
    <button class="action repost" type="button">Share ${count('reposts', 'shares', post.reposts)}</button>
    <button class="action like" type="button" aria-pressed="false">Like ${count('likes', 'likes', post.likes)}</button>
    <span class="action view">${count('views', 'views', post.views)} views</span>
  </footer>
</article>`;
}

/**
 * The comments of a post as nested lists. A comment's address counts its place
 * in the thread, and it is written some time after what it answers.
 */
function comments(post) {
  let number = 0;
  const level = (nodes, parent, depth, minutes) => {
    if (nodes.length === 0) return '';
    const items = nodes.map((node, at) => {
      number += 1;
      const id = `${post.id}-${number}`;
      const when = Math.max(1, Math.round(minutes * 0.78) - at * 2);
      return `<li><article class="comment" id="comment-${id}" data-id="${id}" data-parent="${parent}" data-depth="${depth}" lang="${post.lang}">
        ${byline(node, `/post/${post.id}#comment-${id}`, when)}
        <div class="text">${paragraphs(node.text)}</div>
        <footer><button class="action reply" type="button">Reply</button>
        <button class="action like" type="button" aria-pressed="false">Like ${count('likes', 'likes', node.likes)}</button></footer>
      </article>${level(node.replies, id, depth + 1, when)}</li>`;
    });
    return `<ol class="comments">${items.join('')}</ol>`;
  };
  return level(post.replies, post.id, 1, post.minutes);
}

/** The main part of a thread's page. */
export function thread(post) {
  return `<p class="back"><a href="/" class="inside">← Feed</a></p>
${article(post)}
<form class="composer" id="reply"><label for="write">Your reply</label>
<textarea id="write" name="text" rows="3" placeholder="Say something kind and true"></textarea>
<button type="submit">Reply</button></form>
<h2>${countReplies(post)} replies</h2>
${comments(post)}`;
}

/** The main part of the feed's page: its first posts and the place to grow. */
export function feed(posts, from, size) {
  const part = posts.slice(from, from + size).map(article).join('\n');
  const next = from + size;
  const more = next < posts.length ? `<div class="more" data-from="${next}" aria-hidden="true"></div>` : '<p class="end">That was everything.</p>';
  return `${part}\n${more}`;
}

/** A whole page around its main part. */
export function page(title, view, main) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="rapport-demo">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo.css">
<script src="/demo.js" defer></script>
</head>
<body>
<nav><a href="/" class="inside brand">Harbour</a> <span>a made-up place to talk</span></nav>
<main data-view="${view}"${view === 'feed' ? ' role="feed" aria-label="Posts"' : ''}>
${main}
</main>
</body>
</html>`;
}
