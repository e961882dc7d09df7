// Three invented histories: of somebody new, of a week, and of a year with
// 60 000 posts. They are the same every time: the numbers come from a small
// generator with a fixed seed. Nobody in them exists.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const SITES = ['hackernews', 'bluesky', 'mastodon@example.social', 'reddit', 'lobsters', 'discourse@forum.example.org'];
const SUBJECTS = ['bees', 'bread', 'night trains', 'old radios', 'libraries', 'tomatoes', 'choir', 'bicycles', 'rivers', 'type design', 'rust', 'gardening'];
const NAMES = ['ines', 'tomas', 'aiko', 'noor', 'vera', 'jon', 'ruth', 'omar', 'lea', 'sam'];

/** The person's own account, on every site where they have one. */
export const ME = 'ada';

/** What the person has set: who they are, and what they want. */
export const PERSON = [
  { what: 'accounts', site: 'bluesky', handles: [ME] },
  { what: 'accounts', site: 'mastodon@example.social', handles: [ME] },
  { what: 'subjects', subjects: ['bees', 'night trains'] },
  { what: 'aim', site: 'bluesky', aim: 'meet' },
];

/** Numbers from 0 to 1 (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A history as the store holds it, that ends at `now`: `new`, `week` or `year`.
 */
export function history(kind, now) {
  if (kind === 'new') return { posts: [], replies: [], moments: [], marks: [] };
  const [days, perDay] = kind === 'week' ? [7, 90] : [300, 200];
  const next = chance(kind === 'week' ? 7 : 365);
  const pick = (list) => list[Math.floor(next() * next() * list.length)];
  const count = (most) => {
    const value = Math.floor(most ** next());
    return { value, low: value, high: value };
  };
  const posts = [];
  const replies = [];
  const moments = new Map();
  for (let day = 0; day < days; day += 1) {
    // Today's is still going on.
    const evening = now - day * DAY - (day && 2 * 60 * MINUTE);
    for (let number = 0; number < perDay; number += 1) {
      const site = pick(SITES);
      const seenAt = evening - Math.floor(next() * 180) * MINUTE;
      const score = Math.floor(next() * 100);
      const likes = count(4000);
      const own = ['bluesky', 'mastodon@example.social'].includes(site) && number % 60 === 0;
      const id = `${day}-${number}`;
      const moment = { minute: Math.floor(seenAt / MINUTE), site };
      moments.set(`${moment.minute} ${site}`, moment);
      posts.push({
        site,
        id,
        permalink: `https://example.org/${site.split('@')[0]}/${id}`,
        author: own ? ME : pick(NAMES),
        score,
        stance: score > 60 && likes.value < 60 ? 'quiet-gem' : score < 30 && likes.value > 500 ? 'applause-only' : score > 60 ? 'both' : 'quiet',
        likes,
        replies: count(own ? 12 : 80),
        seenAt,
        subjects: [...new Set([pick(SUBJECTS), pick(SUBJECTS)])],
        ...(number % 40 === 3 && { toMe: true }),
        ...(own && {
          mine: {
            published: new Date(seenAt).toISOString().replace(/\.\d+/, ''),
            kind: 'post',
            shows: { celebrates: next() < 0.5, asks: next() < 0.3, doubts: next() < 0.2, struggles: next() < 0.15, tells: next() < 0.4 },
          },
        }),
      });
      if (number % 45 === 1 && next() < 0.7) {
        replies.push({
          site,
          post: id,
          sentAt: seenAt + MINUTE,
          listening: { takesUp: next() < 0.6, asks: next() < 0.35, aboutThem: next() < 0.5, warm: next() < 0.3, heated: next() < 0.05 },
          subjects: [pick(SUBJECTS)],
        });
      }
    }
  }
  const marks = [{ site: 'bluesky', id: '0-2', permalink: null, score: 71, reasons: [['replies', 12]], verdict: 'tooHigh', markedAt: now - DAY }];
  return { posts, replies, moments: [...moments.values()], marks };
}

/** Puts a history into the store of a session, as it is. */
export async function fill(session, { posts, replies, moments, marks }) {
  // The store is made by the first question.
  await session.ask({ type: 'summary' });
  const put = (store, records) => session.inspector.evaluate(async (name, all) => {
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('rapport');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = database.transaction(name, 'readwrite');
    for (const one of all) writing.objectStore(name).put(one);
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(writing.error);
    });
    database.close();
  }, store, records);
  for (const [store, records] of Object.entries({ posts, replies, moments, marks })) {
    // In parts: a message to the browser has a limit.
    for (let at = 0; at < records.length; at += 5000) await put(store, records.slice(at, at + 5000));
  }
}
