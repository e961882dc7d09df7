//! Sentences written to trip a reader up, in the manner of `CheckList`
//! (Ribeiro et al. 2020): what must hold whatever the words, at which rate it
//! does.

use super::{here, keep, read};
use rapport::signals::Head;
use rapport::signals::text::PRESENT;
use rapport::words::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

#[derive(Deserialize)]
struct Suite {
    slots: BTreeMap<String, Vec<String>>,
    test: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    capability: String,
    kind: Kind,
    head: Option<String>,
    #[serde(default)]
    texts: Vec<String>,
    #[serde(default)]
    pairs: Vec<[String; 2]>,
}

#[derive(Deserialize, Clone, Copy, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// Every text stays below [`PRESENT`].
    Below,
    /// Every text reaches it.
    Above,
    /// Both of a pair get nearly the same.
    Same,
    /// The second of a pair gets less.
    Lower,
    /// The second of a pair gets more.
    Higher,
    /// The text is not read at all.
    Unread,
}

/// Two values are nearly the same up to this far apart.
const NEAR: f32 = 0.1;

fn head(name: &str) -> Head {
    match name {
        "question" => Head::Question,
        "advice" => Head::Advice,
        "acknowledgement" => Head::Acknowledgement,
        "gratitude" => Head::Gratitude,
        "agreement" => Head::Agreement,
        "hedging" => Head::Hedging,
        "reasoning" => Head::Reasoning,
        "story" => Head::Story,
        "support" => Head::Support,
        "hostility" => Head::Hostility,
        "annoyance" => Head::Annoyance,
        "bait" => Head::Bait,
        "promotion" => Head::Promotion,
        "gloss" => Head::Gloss,
        "information" => Head::Information,
        "curiosity" => Head::Curiosity,
        "politeness" => Head::Politeness,
        other => panic!("no head {other}"),
    }
}

/// Every way to fill a list of texts at once, the same word in each for the
/// same slot.
fn fillings(texts: &[&str], slots: &BTreeMap<String, Vec<String>>) -> Vec<Vec<String>> {
    let mut filled = vec![
        texts
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>(),
    ];
    for (name, words) in slots {
        let slot = format!("{{{name}}}");
        if texts.iter().any(|text| text.contains(&slot)) {
            filled = filled
                .iter()
                .flat_map(|texts| {
                    let slot = &slot;
                    words.iter().map(move |word| {
                        texts
                            .iter()
                            .map(|text| text.replace(slot.as_str(), word))
                            .collect()
                    })
                })
                .collect();
        }
    }
    filled
}

/// Whether a text or pair holds; `None` where the head is not read in its
/// language, which claims nothing.
fn holds(case: &Case, texts: &[String], language: Language) -> Option<bool> {
    let signals: Vec<_> = texts.iter().map(|text| read(text, language)).collect();
    if case.kind == Kind::Unread {
        return Some(!signals[0].is_read());
    }
    let head = head(case.head.as_deref().unwrap());
    // A text that could not be read gets nothing; a head that no text of the
    // language can have is not asked for.
    let known = !head.is_learned_only() || language == Language::En;
    if !known {
        return None;
    }
    let value = |index: usize| signals[index].get(head).unwrap_or(0.0);
    Some(match case.kind {
        Kind::Below => value(0) < PRESENT,
        Kind::Above => value(0) >= PRESENT,
        Kind::Same => (value(0) - value(1)).abs() <= NEAR,
        Kind::Lower => value(1) < value(0),
        Kind::Higher => value(1) > value(0),
        Kind::Unread => unreachable!("answered above"),
    })
}

#[test]
fn what_must_hold_holds_at_the_rates_of_the_table() {
    let mut table = String::from(
        "# Behaviour\n\nWritten by `RAPPORT_WRITE=1 cargo test --test model` from `tests/model/behaviour-*.toml`:\n\
         how often what must hold does. A failing sentence of each test is shown.\n",
    );
    for language in [Language::En, Language::Fr] {
        let path = here(&format!("behaviour-{}.toml", language.tag()));
        let suite: Suite = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let mut lines = String::new();
        let mut sums: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for case in &suite.test {
            let (mut held, mut all, mut failed) = (0, 0, None);
            let given: Vec<Vec<&str>> = if case.pairs.is_empty() {
                case.texts.iter().map(|text| vec![text.as_str()]).collect()
            } else {
                case.pairs
                    .iter()
                    .map(|[one, other]| vec![one.as_str(), other.as_str()])
                    .collect()
            };
            assert!(!given.is_empty(), "{}: nothing is tested", case.name);
            for texts in given.iter().flat_map(|texts| fillings(texts, &suite.slots)) {
                let Some(held_here) = holds(case, &texts, language) else {
                    continue;
                };
                all += 1;
                held += usize::from(held_here);
                if !held_here && failed.is_none() {
                    failed = Some(texts.join(" → "));
                }
            }
            let sum = sums.entry(&case.capability).or_default();
            *sum = (sum.0 + held, sum.1 + all);
            let failed = failed.unwrap_or_default().replace(['\n', '|'], " ");
            writeln!(
                lines,
                "| {} | {} | {} | {held} / {all} | {failed} |",
                case.capability,
                case.name,
                case.head.as_deref().unwrap_or("")
            )
            .unwrap();
        }
        writeln!(
            table,
            "\n## {}\n\n| capability | holds |\n|---|---|",
            language.tag()
        )
        .unwrap();
        for (capability, (held, all)) in &sums {
            let rate = 100.0 * *held as f64 / (*all).max(1) as f64;
            writeln!(table, "| {capability} | {held} / {all} = {rate:.0} % |").unwrap();
        }
        write!(table, "\n| capability | test | head | holds | for example not |\n|---|---|---|---|---|\n{lines}").unwrap();
    }
    keep("behaviour.md", &table);
}
