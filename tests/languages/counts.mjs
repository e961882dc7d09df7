// Numbers as the Unicode ICU of Node writes them, one a line: tag, form, what
// the form does to the number, the number, its text.
import locales from 'cldr-core/availableLocales.json' with { type: 'json' };

const FORMS = {
  plain: { useGrouping: 'always' },
  short: { notation: 'compact', compactDisplay: 'short' },
  long: { notation: 'compact', compactDisplay: 'long' },
  finer: { notation: 'compact', compactDisplay: 'short', maximumFractionDigits: 2 },
  cut: { notation: 'compact', compactDisplay: 'short', roundingMode: 'trunc' },
  own: { notation: 'compact', compactDisplay: 'short', numberingSystem: 'native' },
};
// A hundred milliards and more are no counts.
const MOST_DIGITS = 11;
const EACH = 60;

/** Numbers of every length, the same in every run. */
function numbers(seed) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const found = [0, 1, 2, 11, 999, 1000, 1001, 1950, 2000, 1e6, 2e6, 1e9, 2e9, 5e9];
  while (found.length < EACH) {
    const number = Math.floor(10 ** (next() * MOST_DIGITS));
    if (number < 99e9) found.push(number);
  }
  return found;
}

const lines = [];
let seed = 1;
for (const tag of locales.availableLocales.full) {
  const known = new Intl.NumberFormat(tag).resolvedOptions().locale;
  if (known !== tag) continue;
  const formats = {};
  for (const [form, options] of Object.entries(FORMS)) {
    let name = tag;
    const settings = { ...options };
    if (settings.numberingSystem === 'native') {
      delete settings.numberingSystem;
      const plain = new Intl.NumberFormat(tag).resolvedOptions().numberingSystem;
      name = `${tag}-u-nu-native`;
      if (new Intl.NumberFormat(name).resolvedOptions().numberingSystem === plain) continue;
    }
    formats[form] = new Intl.NumberFormat(name, settings);
  }
  seed += 1;
  for (const number of numbers(seed)) {
    for (const [form, format] of Object.entries(formats)) {
      lines.push([tag, form, number, format.format(number)].join('\t'));
    }
  }
}
process.stdout.write(lines.join('\n'));
