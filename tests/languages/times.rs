//! Times ago, with “ago” and without; and dates, which are none.

use crate::support::{Tallies, print, tally, written_by_node};
use rapport::read::time;

/// 2026-11-23T09:12:40Z.
const NOW: i64 = 1_795_425_160;

/// What must be read: worked out apart from the reader, with seconds.
fn expected(unit: &str, number: i64) -> String {
    let length = match unit {
        "second" => 1,
        "minute" => 60,
        "hour" => 3_600,
        "day" => 86_400,
        "week" => 7 * 86_400,
        // The day is the twenty-third: whole months and years need no care.
        "month" => {
            let months = 2026 * 12 + 10 - number;
            return format!("{:04}-{:02}", months / 12, months % 12 + 1);
        }
        _ => return format!("{:04}", 2026 - number),
    };
    let then = time::from_unix(NOW - number * length).unwrap();
    match unit {
        "hour" => format!("{}Z", &then[..13]),
        "day" => then[..10].to_owned(),
        "week" => then[..7].to_owned(),
        _ => format!("{}Z", &then[..16]),
    }
}

/// The CLDR's short form of months is that of minutes in some languages;
/// sites write it for minutes.
fn is_minute(form: &str, unit: &str, text: &str) -> bool {
    let word = text.trim_matches(|letter: char| !letter.is_alphabetic());
    form.starts_with("bare") && unit == "month" && word.eq_ignore_ascii_case("m")
}

/// Languages of the table with texts of “ago” that are not read, and why. What
/// stands without “ago” is refused more often: where it may be a date.
const REFUSED: &[(&str, &str)] = &[
    ("az", "in Cyrillic the CLDR has no words"),
    ("bs", "in Cyrillic the CLDR has few words"),
    ("fil", "a word in parentheses between"),
    ("fr", "in Canada `m.` is short for minutes and months"),
    ("mn", "a week is “seven days”, in digits"),
    ("pa", "in Arabic writing the CLDR has no words"),
    ("qu", "the same word for two units"),
    ("sd", "in Devanagari the CLDR has no words"),
    ("sr", "`м.` is short for minutes and months"),
    ("uz", "in Arabic writing the CLDR has no words"),
];

#[test]
fn every_language_writes_times_ago_that_are_read_back() {
    let Some(lines) = written_by_node("times.mjs") else {
        return;
    };
    let mut tallies = Tallies::new();
    let mut dates = 0;
    for line in lines.lines() {
        let [tag, form, unit, number, text] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let number: i64 = number.parse().unwrap();
        if is_minute(form, unit, text) {
            continue;
        }
        let read = time::relative(text, tag, NOW);
        let tally = tally(&mut tallies, tag);
        let said = format!("{tag} {form} {number} {unit}: {text:?}");
        match (unit, read) {
            ("none", None) => dates += 1,
            ("none", Some(time)) => tally.wrong.push(format!("{said} was read as {time}")),
            (_, None) => tally.refused.push(said),
            (_, Some(time)) if time == expected(unit, number) => tally.right += 1,
            (_, Some(time)) => tally.wrong.push(format!("{said} was read as {time}")),
        }
    }
    print(&tallies);
    println!("dates that were not taken for times ago: {dates}");
    let known = tallies.iter().filter(|(_, tally)| tally.right > 0);
    for (language, tally) in known.clone() {
        let mut ago = tally.refused.iter().filter(|said| !said.contains(" bare "));
        let named = REFUSED.iter().any(|(of, _)| of == language);
        assert_eq!(named, ago.next().is_some(), "{language}: {:?}", ago.next());
    }
    println!("languages of the table: {}", known.count());
    let wrong = tallies.values().flat_map(|tally| &tally.wrong);
    assert_eq!(wrong.count(), 0, "see the table above");
}
