// How long a text takes to read: in WebAssembly, and in the JavaScript that is
// made from it, beside VADER for JavaScript, in one run. Prints microseconds a
// text; compare by ratio, machines differ.

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
  measure(`learned heads, ${kind}`, glue.reading_learned);
  measure(`whole reading, ${kind}`, glue.reading_whole);
}
measure('VADER, JavaScript', (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound);
console.table(rows);
