// Times as the Unicode ICU of Node writes them, one a line: tag, form, unit,
// number, text. Dates stand among them that must not be read as times ago.
import locales from 'cldr-core/availableLocales.json' with { type: 'json' };

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];
const NUMBERS = [1, 2, 3, 4, 5, 11, 21, 25, 59];
const STYLES = ['long', 'short', 'narrow'];

const lines = [];
for (const tag of locales.availableLocales.full) {
  if (new Intl.RelativeTimeFormat(tag).resolvedOptions().locale !== tag) continue;
  const plain = new Intl.NumberFormat(tag).resolvedOptions().numberingSystem;
  const native = new Intl.NumberFormat(`${tag}-u-nu-native`).resolvedOptions().numberingSystem;
  const names = native === plain ? [tag] : [tag, `${tag}-u-nu-native`];
  for (const name of names) {
    for (const style of STYLES) {
      const format = new Intl.RelativeTimeFormat(name, { style });
      for (const unit of UNITS) {
        for (const number of NUMBERS) {
          lines.push([tag, style, unit, number, format.format(-number, unit)].join('\t'));
        }
      }
    }
  }
  for (const style of STYLES) {
    for (const unit of UNITS) {
      const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: style });
      for (const number of NUMBERS) {
        lines.push([tag, `bare ${style}`, unit, number, format.format(number)].join('\t'));
      }
    }
  }
  for (const options of [{ day: 'numeric', month: 'short' }, { day: 'numeric', month: 'long' }, { month: 'short', year: 'numeric' }, { dateStyle: 'short' }, { timeStyle: 'short' }, { weekday: 'short', day: 'numeric' }, { year: 'numeric' }, { day: 'numeric' }]) {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1) {
      const date = Date.UTC(2025, month, 2 * month + 1, 7, 30);
      lines.push([tag, 'date', 'none', month, format.format(date)].join('\t'));
    }
  }
}
process.stdout.write(lines.join('\n'));
