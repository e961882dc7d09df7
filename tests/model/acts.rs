//! Posts labelled by hand, all acts of each: how well every head finds its own.

use super::{here, keep, read};
use rapport::signals::Head;
use rapport::words::Language;
use serde::Deserialize;
use std::fmt::Write as _;
use std::fs;

#[derive(Deserialize)]
struct Post {
    text: String,
    acts: Vec<String>,
}

/// Which head should find which act.
const ACTS: [(&str, Head); 16] = [
    ("question", Head::Question),
    ("advice_wanted", Head::Advice),
    ("advice_given", Head::Information),
    ("acknowledgement", Head::Acknowledgement),
    ("gratitude", Head::Gratitude),
    ("agreement", Head::Agreement),
    ("support", Head::Support),
    ("story", Head::Story),
    ("reasoning", Head::Reasoning),
    ("hedging", Head::Hedging),
    ("hostility", Head::Hostility),
    ("annoyance", Head::Annoyance),
    ("bait", Head::Bait),
    ("promotion", Head::Promotion),
    ("gloss", Head::Gloss),
    ("disagreement", Head::Disagreement),
];

fn posts(language: Language) -> Vec<Post> {
    let path = here(&format!("acts-{}.jsonl", language.tag()));
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")))
        .collect()
}

/// Area under the ROC curve: how often a post with the act gets more than one
/// without, ties counted half.
fn auc(values: &[(f32, bool)]) -> f64 {
    let (mut wins, mut pairs) = (0.0, 0.0);
    for (high, _) in values.iter().filter(|(_, is)| *is) {
        for (low, _) in values.iter().filter(|(_, is)| !*is) {
            pairs += 1.0;
            wins += match high.total_cmp(low) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    wins / pairs
}

#[test]
fn every_act_is_found_as_well_as_the_table_says() {
    let mut table = String::from(
        "# Posts labelled by hand\n\n\
         Written by `RAPPORT_WRITE=1 cargo test --test model`. Every other post of\n\
         `tests/model/acts-*.jsonl` is read as in the page; those between chose the weights between word\n\
         lists and learned heads (`src/signals/learned.rs`). Precision and recall at the point from which a head counts as present;\n\
         AUC and the rank correlation with length over the values themselves. — where a head is not read\n\
         in a language.\n\n\
         | act | language | posts with it | precision | recall | AUC | value ~ length |\n|---|---|---|---|---|---|---|\n",
    );
    for language in [Language::En, Language::Fr] {
        // Every other post: the first of each pair chose the weights between
        // cues and learned heads.
        let posts: Vec<_> = posts(language).into_iter().skip(1).step_by(2).collect();
        let read: Vec<_> = posts
            .iter()
            .map(|post| read(&post.text, language))
            .collect();
        let unread = read.iter().filter(|signals| !signals.is_read()).count();
        for (act, head) in ACTS {
            let is = |post: &Post| post.acts.iter().any(|other| other == act);
            let many = posts.iter().filter(|post| is(post)).count();
            let values: Vec<(f32, bool)> = posts
                .iter()
                .zip(&read)
                .filter_map(|(post, signals)| Some((signals.get(head)?, is(post))))
                .collect();
            let name = language.tag();
            if values.is_empty() {
                writeln!(table, "| {act} | {name} | {many} | — | — | — | — |").unwrap();
                continue;
            }
            let found = read.iter().filter(|signals| signals.has(head)).count();
            let right = posts
                .iter()
                .zip(&read)
                .filter(|(post, signals)| is(post) && signals.has(head))
                .count();
            let words: Vec<f64> = read
                .iter()
                .filter(|signals| signals.get(head).is_some())
                .map(|signals| f64::from(signals.words))
                .collect();
            let said: Vec<f64> = values.iter().map(|(value, _)| f64::from(*value)).collect();
            writeln!(
                table,
                "| {act} | {name} | {many} | {} | {:.2} | {:.3} | {:+.2} |",
                if found == 0 {
                    "—".to_owned()
                } else {
                    format!("{:.2}", right as f64 / found as f64)
                },
                right as f64 / many as f64,
                auc(&values),
                rank_correlation(&said, &words),
            )
            .unwrap();
        }
        writeln!(
            table,
            "| not read | {} | {unread} of {} | | | | |",
            language.tag(),
            posts.len()
        )
        .unwrap();
    }
    keep("acts.md", &table);
}

#[test]
fn every_label_is_known() {
    for language in [Language::En, Language::Fr] {
        let posts = posts(language);
        assert!(posts.len() >= 400);
        for act in posts.iter().flat_map(|post| &post.acts) {
            assert!(ACTS.iter().any(|(name, _)| name == act), "{act}");
        }
    }
}

/// Spearman's rank correlation.
fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    let ranks = |values: &[f64]| -> Vec<f64> {
        values
            .iter()
            .map(|value| {
                let below = values.iter().filter(|other| *other < value).count();
                let equal = values.iter().filter(|other| *other == value).count();
                below as f64 + equal as f64 / 2.0
            })
            .collect()
    };
    let (a, b) = (ranks(a), ranks(b));
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let (mean_a, mean_b) = (mean(&a), mean(&b));
    let sum =
        |value: &dyn Fn(f64, f64) -> f64| a.iter().zip(&b).map(|(a, b)| value(*a, *b)).sum::<f64>();
    sum(&|a, b| (a - mean_a) * (b - mean_b))
        / (sum(&|a, _| (a - mean_a).powi(2)) * sum(&|_, b| (b - mean_b).powi(2))).sqrt()
}
