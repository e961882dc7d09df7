//! How often a text is called heated or an advert that is neither, and how many
//! of those that are one are found: on the labelled posts of the model's tests,
//! taken as drafts.

use super::{checked, name};
use rapport::advise::draft::Pause;
use serde::Deserialize;

#[derive(Deserialize)]
struct Labelled {
    text: String,
    acts: Vec<String>,
}

/// How many texts a tip was given to, rightly and wrongly, and to how many it
/// should have been.
#[derive(Debug, Default, PartialEq)]
struct Rate {
    right: usize,
    wrong: usize,
    due: usize,
}

/// `near` is an act for which the tip is not wrong, though it need not come.
fn rate(file: &str, lang: &str, tip: &str, act: &str, near: &str) -> Rate {
    let mut rate = Rate::default();
    for line in file.lines() {
        let Labelled { text, acts: does } = serde_json::from_str(line).unwrap();
        let due = does.iter().any(|one| one == act);
        let close = does.iter().any(|one| one == near);
        let tips = checked(&text, "", lang, Pause::Long).tips;
        let given = tips.iter().any(|other| name(other) == tip);
        rate.due += usize::from(due);
        rate.right += usize::from(due && given);
        rate.wrong += usize::from(given && !due && !close);
    }
    rate
}

/// Run with `--nocapture` it prints the figures of `docs/coach.md`.
#[test]
fn hardly_anybody_is_called_heated_or_an_advert_who_is_not() {
    let files = [
        (include_str!("../model/acts-en.jsonl"), "en"),
        (include_str!("../model/acts-fr.jsonl"), "fr"),
    ];
    for (file, lang) in files {
        let all = file.lines().count();
        for (tip, act, near) in [
            ("heated", "hostility", "annoyance"),
            ("advert", "promotion", "bait"),
        ] {
            let rate = rate(file, lang, tip, act, near);
            println!("{lang} {tip} of {all}: {rate:?}");
            assert!(rate.wrong * 100 <= all, "{lang} {tip}: {rate:?}");
            assert!(rate.right * 10 >= rate.due, "{lang} {tip}: {rate:?}");
        }
    }
}
