// How long a text takes to read: in WebAssembly, and in the JavaScript that is
// made from it, beside VADER for JavaScript, in one run. Prints microseconds a
// text; compare by ratio, machines differ. Then how long the coach takes for a
// draft, in milliseconds: it has to stay under 5.

import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vader from 'vader-sentiment';
import { posts } from './demo/posts.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = path.join(ROOT, 'target/rapport/reading/out');
const WARM = 3000;
const ROUNDS = 7;

// Browsers have it; older versions of Node do not.
ArrayBuffer.prototype.transfer ??= function transfer(length) {
  const longer = new ArrayBuffer(length);
  new Uint8Array(longer).set(new Uint8Array(this));
  structuredClone(this, { transfer: [this] });
  return longer;
};

const weights = readFileSync(path.join(ROOT, 'model/rapport.weights'));
const english = posts.filter(({ lang }) => lang !== 'fr').map(({ text }) => [text].flat().join(' ')).join(' ');

/** Different texts of so many characters, cut out of the demo's posts. */
function texts(length, many) {
  const all = english.repeat(Math.ceil((length + many * 37) / english.length) + 1);
  return Array.from({ length: many }, (_, at) => all.slice(at * 37, at * 37 + length));
}

/** A fresh copy of the module in one of its two forms. */
async function engine(kind) {
  // A query makes Node load another copy, so that one form does not warm the other.
  const glue = await import(`${pathToFileURL(path.join(OUT, 'reading_bg.js'))}?${kind}`);
  const imports = { './reading_bg.js': glue };
  let exports;
  if (kind === 'wasm') {
    ({ instance: { exports } } = await WebAssembly.instantiate(readFileSync(path.join(OUT, 'reading_bg.wasm')), imports));
  } else {
    exports = (await import(pathToFileURL(path.join(OUT, 'reading_bg.wasm.js')))).instantiate(imports);
  }
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  const before = exports.memory.buffer.byteLength;
  const began = performance.now();
  glue.reading_install(weights);
  const install = performance.now() - began;
  return { glue, install, memory: exports.memory.buffer.byteLength - before };
}

/** Microseconds a text, the best of some rounds. */
function each(read, list) {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    for (const text of list) read(text);
    best = Math.min(best, (performance.now() - began) * 1000 / list.length);
  }
  return best;
}

const rows = [];
const drafts = [];
/** Milliseconds that the coach takes for a draft: the first, the median and the slowest of 400. */
const coach = (kind, glue) => {
  const post = glue.reading_post(texts(500, 1)[0]);
  // Done in tasks of their own when the first key is pressed.
  const steps = [];
  for (let step = 0, began = performance.now(); glue.reading_prepare(step); step += 1) {
    steps.push(performance.now() - began);
    began = performance.now();
  }
  console.log(`${kind}: the coach gets ready in ${steps.map((ms) => ms.toFixed(1)).join(', ')} ms`);
  const check = (text) => {
    const began = performance.now();
    glue.reading_coach(text, post);
    return performance.now() - began;
  };
  for (const length of [280, 2000]) {
    const times = texts(length, 400).map(check);
    drafts.push({ draft: `${length} chars, ${kind}`, 'first ms': times[0], 'median ms': [...times].sort((a, b) => a - b)[200], 'slowest ms': Math.max(...times) });
  }
};
const measure = (name, read) => {
  const cold = texts(280, 20);
  const began = performance.now();
  for (const text of cold) read(text);
  const first = (performance.now() - began) * 1000 / cold.length;
  for (const text of texts(280, WARM)) read(text);
  const row = { reader: name, 'first 20': first };
  for (const length of [70, 280, 1120, 4480]) row[`${length} chars`] = each(read, texts(length, 400));
  rows.push(Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(1)) : value])));
};

for (const kind of ['wasm', 'js']) {
  const { glue, install, memory } = await engine(kind);
  console.log(`${kind}: weights taken in ${install.toFixed(1)} ms, memory grown by ${(memory / 1024).toFixed(0)} KiB`);
  // As in a page whose posts were read, and in which nobody has written yet.
  for (const text of texts(280, 40)) glue.reading_whole(text);
  coach(kind, glue);
  measure(`learned heads, ${kind}`, glue.reading_learned);
  measure(`whole reading, ${kind}`, glue.reading_whole);
}
measure('VADER, JavaScript', (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound);
console.table(rows);
console.log('The coach in a pause in writing:');
console.table(drafts.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(2)) : value]))));
