// A thread of any length for the benchmark: plausible sentences from a small
// grammar. The same length always gives the same thread.

import { people } from './people.mjs';

/** A small repeatable source of numbers in [0, 1): mulberry32. */
function source(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const GRAMMAR = {
  comment: [
    '{claim}', '{claim} {detail}', '{claim} {detail} {question}', '{ack} {claim}', '{ack} {question}',
    '{ack} {detail} {claim} {detail}', '{question}', '{detail} {detail} {claim} {question}',
    '{ack} {claim} {detail} {detail} {claim} {detail} {question}', '{short}',
  ],
  ack: [
    'Fair point about the {thing}.', 'You are right that the {thing} matters.', 'I had not thought of the {thing}.',
    'Thanks, this explains the {thing}.', 'I see it differently.', 'Agreed on the {thing}, less on the rest.',
  ],
  claim: [
    'We moved our {thing} to {place} in {year} and never looked back.',
    'The {thing} is rarely the bottleneck, the {thing} is.',
    'In my experience the {quality} {thing} wins once the {thing} is in place.',
    'Most teams underestimate how {quality} a {thing} has to be.',
    'What nobody tells you is that a {quality} {thing} needs a {quality} {thing} next to it.',
    'I would rather have a {quality} {thing} than a clever one.',
  ],
  detail: [
    'It took us {number} weeks and about {number} arguments.',
    'The first {number} attempts failed because of the {thing}.',
    'We measured it: {number} per cent better on {place}, and worse everywhere else.',
    'There is a good write-up from {year} that ends with the same {thing}.',
    'Our {thing} has been running on it since {year} without a complaint.',
    'Half of that was the {thing}, to be honest.',
  ],
  question: [
    'How did you handle the {thing}?', 'What happens to the {thing} when it rains?',
    'Did you try a {quality} {thing} first?', 'Has anyone seen this work in {place}?',
    'Why {place}, if I may ask?', 'Would you do it again?',
  ],
  short: ['This.', 'Same here.', 'Nice.', 'Source?', 'Thank you!', 'Not in {place}.'],
  thing: [
    'harbour', 'ledger', 'index', 'greenhouse', 'timetable', 'kiln', 'cache', 'workshop', 'pump', 'archive',
    'battery', 'kitchen', 'queue', 'roof', 'signal box', 'water meter',
  ],
  quality: ['quiet', 'boring', 'well-kept', 'stubborn', 'small', 'honest', 'slow', 'repairable'],
  place: ['Port Tawny', 'the north', 'production', 'a basement', 'our village', 'the second floor', 'Cannon Row'],
  year: ['1998', '2007', '2011', '2016', '2019', '2021', '2024'],
  number: ['two', 'three', 'five', 'seven', '12', '30', '41', '80'],
};

/**
 * A thread with `count` comments, in the shape of `posts.mjs`. Comments hang
 * under random earlier ones, newer ones more often; nobody nests deeper than
 * nine; the author answers now and then.
 */
export function generatedThread(count) {
  const random = source(20_261_014 + count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const write = (rule) => pick(GRAMMAR[rule]).replace(/\{(\w+)\}/g, (_, next) => write(next));
  const named = Object.keys(people).filter((handle) => !people[handle].includes('Lamps'));
  const author = 'jonasw';
  const root = {
    id: `generated-${count}`, by: author, lang: 'en', minutes: 3000, likes: 87, reposts: 9, views: 4300,
    text: 'We replaced the whole thing with something smaller and it has been calm for a year. What would you have kept?',
    replies: [],
  };
  const placed = [{ node: root, depth: 0 }];
  for (let at = 0; at < count; at += 1) {
    const parent = random() < 0.25 ? placed[0] : placed[Math.floor(placed.length * Math.sqrt(random()))];
    const under = parent.depth < 9 ? parent : placed[0];
    const comment = {
      by: random() < 0.08 ? author : pick(named),
      text: write('comment'),
      likes: Math.floor(random() ** 4 * 60),
      replies: [],
    };
    under.node.replies.push(comment);
    placed.push({ node: comment, depth: under.depth + 1 });
  }
  return root;
}
