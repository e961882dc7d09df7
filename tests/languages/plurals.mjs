// Which plural the Unicode ICU of Node chooses for whole numbers, one a line:
// language, number, category.
const numbers = [...Array.from({ length: 300 }, (_, number) => number), 1000, 1001, 10_001, 1_000_000, 1_000_001, 2_000_000];
const lines = ['en', 'fr'].flatMap((tag) => {
  const rules = new Intl.PluralRules(tag);
  return numbers.map((number) => [tag, number, rules.select(number)].join('\t'));
});
process.stdout.write(lines.join('\n'));
