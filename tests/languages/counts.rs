//! Counts: whole and grouped, and in the short and the long form.

use crate::support::{Tallies, print, tally, written_by_node};
use rapport::read::count::{self, Rounding};

/// What is not read, and why: language, form (or any), text, reason.
const REFUSED: &[(&str, &str, &str, &str)] = &[
    ("fr", "long", "mille", "no digit"),
    ("ht", "long", "mille", "no digit"),
    ("it", "long", "mille", "no digit"),
    ("lld", "long", "mile", "no digit"),
    ("vec", "long", "mile", "no digit"),
    ("ne", "", "करोड", "ten million, and one million in the CLDR"),
    ("tok", "", "\u{a0}", "groups of two digits"),
];

/// A thousand is written `1` here: a slip in the CLDR that no reader can see.
fn is_slip(tag: &str, number: u64, text: &str) -> bool {
    tag.starts_with("vec") && (1_000..1_500).contains(&number) && text == "1"
}

#[test]
fn every_language_writes_numbers_that_are_read_back() {
    let Some(lines) = written_by_node("counts.mjs") else {
        return;
    };
    let mut tallies = Tallies::new();
    for line in lines.lines() {
        let [tag, form, number, text] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let number: u64 = number.parse().unwrap();
        let rounding = match form {
            "cut" => Rounding::Down,
            _ => Rounding::Nearest,
        };
        if is_slip(tag, number, text) {
            continue;
        }
        let tally = tally(&mut tallies, tag);
        let said = format!("{tag} {form} {number}: {text:?}");
        match count::parse(text, tag, rounding) {
            None => tally.refused.push(said),
            Some(count) => {
                let holds = count.low <= number && number <= count.high;
                // Bounds so wide that they say nothing would hold everything.
                let close = count.high - count.low <= count.value.max(1);
                let exact = form != "plain" || count.is_exact();
                if holds && close && exact {
                    tally.right += 1;
                } else {
                    tally.wrong.push(format!("{said} was read as {count:?}"));
                }
            }
        }
    }
    print(&tallies);
    for (language, tally) in &tallies {
        for said in &tally.refused {
            let named = REFUSED.iter().any(|(of, form, part, _)| {
                of == language
                    && said.contains(form)
                    && said.contains(&format!("{part:?}")[1..part.len() + 1])
            });
            assert!(named, "refused without a reason: {said}");
        }
    }
    let wrong = tallies.values().flat_map(|tally| &tally.wrong);
    assert_eq!(wrong.count(), 0, "see the table above");
}
