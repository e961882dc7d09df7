//! The labelled sets: what is in them, and which head each label teaches.
//!
//! In: the folder of JSON lines that its README describes. Out: [`Example`]s,
//! each with its n-grams and, for each head that its set speaks of, a target.

use anyhow::{Context, Result};
use rapport::model::Learned::{self, *};
use rapport::model::features::Scan;
use rapport::model::length_term;
use rapport::words::Language;
use serde::Deserialize;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Which part of the data an example belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// For learning the weights.
    Train,
    /// A tenth of the published training rows, for calibration.
    Calibrate,
    /// For measuring and choosing.
    Dev,
}

/// What a head should say of an example.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Which head.
    pub head: Learned,
    /// 0 to 1.
    pub value: f32,
    /// How much it counts in learning; what a set says of its own labels
    /// counts 1.
    pub weight: f32,
}

/// A labelled text, cut into n-grams.
#[derive(Debug, Clone)]
pub struct Example {
    /// Name of its set.
    pub set: &'static str,
    /// Its text.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// Its part.
    pub part: Part,
    /// What its labels say.
    pub targets: Vec<Target>,
    /// Hashes of its different n-grams: of words, of characters.
    pub grams: [Vec<u32>; 2],
    /// How many n-grams it has, repetitions included.
    pub counts: [u32; 2],
    /// [`length_term`] of its words.
    pub length: f32,
    /// Its words.
    pub words: usize,
}

#[derive(Deserialize)]
struct Row {
    text: String,
    lang: String,
    split: String,
    labels: HashMap<String, f64>,
}

/// The heads whose label has the same name in a set.
const SAME_NAME: [(&str, &[Learned]); 6] = [
    (
        "goemotions",
        &[
            Curiosity,
            Gratitude,
            Caring,
            Admiration,
            Annoyance,
            Anger,
            Approval,
            Disapproval,
        ],
    ),
    (
        "offmychest",
        &[
            EmotionalSupport,
            InformationalSupport,
            EmotionalDisclosure,
            InformationDisclosure,
        ],
    ),
    ("clickbait", &[Clickbait]),
    ("youtube_spam", &[Spam]),
    ("politeness", &[Politeness]),
    ("wikipedia_toxicity", &[Toxicity]),
];

/// The French sets.
const FRENCH: [&str; 2] = ["toxifrench", "tweets_sentiment_fr"];

/// Requests above this are polite, below the next impolite: the upper and the
/// lower quartile of the training rows, as Danescu-Niculescu-Mizil et al. 2013
/// cut them. What lies between teaches by degrees and is not measured.
const POLITE: f64 = 0.4545;
const IMPOLITE: f64 = -0.3;

/// Reads all sets of a folder.
///
/// # Errors
/// When a file is missing or a row is not as described.
pub fn load(folder: &Path) -> Result<Vec<Example>> {
    let sets = SAME_NAME.iter().map(|(set, _)| *set).chain(FRENCH);
    let mut examples = Vec::new();
    for set in sets {
        let path = folder.join(set).with_extension("jsonl");
        let lines = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for (number, line) in lines.lines().enumerate() {
            let row: Row = serde_json::from_str(line)
                .with_context(|| format!("{}:{}", path.display(), number + 1))?;
            examples.push(labelled(set, row, number));
        }
    }
    for (language, lines) in NEUTRAL {
        examples.extend(neutral(lines).map(|text| {
            let targets = vec![
                weak(Toxicity, NEUTRAL_WEIGHT),
                weak(Clickbait, NEUTRAL_WEIGHT),
            ];
            example("neutral", text, language, Part::Train, targets)
        }));
    }
    Ok(examples)
}

/// Sentences of our own that name people and do nothing to them.
const NEUTRAL: [(Language, &str); 2] = [
    (Language::En, include_str!("../neutral/en.txt")),
    (Language::Fr, include_str!("../neutral/fr.txt")),
];

/// What each of them counts.
const NEUTRAL_WEIGHT: f32 = 0.5;

/// What people write to each other is no headline and no advert, and mostly no
/// attack: so the heads that were taught on headlines, on comments under videos
/// and on talk pages learn what else there is. These count little each,
/// because some of them are wrong.
const NO_CLICKBAIT: f32 = 0.1;
const NO_SPAM: f32 = 0.004;
const NO_ATTACK: f32 = 0.02;

/// Feelings that may come with an attack.
const HEATED: [&str; 4] = ["anger", "annoyance", "disgust", "disapproval"];

/// That a head has nothing to say here.
const fn weak(head: Learned, weight: f32) -> Target {
    Target {
        head,
        value: 0.0,
        weight,
    }
}

/// Every sentence of a list with every word of its line of words.
fn neutral(lines: &str) -> impl Iterator<Item = String> {
    let lines = || lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let words = lines().filter_map(|line| line.strip_prefix('='));
    let words: Vec<&str> = words
        .flat_map(|line| line.split('|').map(str::trim))
        .collect();
    lines()
        .filter(|line| !line.starts_with(['#', '=']))
        .flat_map(move |line| {
            let made: Vec<String> = words.iter().map(|word| line.replace("{}", word)).collect();
            made
        })
}

fn labelled(set: &'static str, row: Row, number: usize) -> Example {
    let language = if row.lang == "fr" {
        Language::Fr
    } else {
        Language::En
    };
    let part = match row.split.as_str() {
        "dev" => Part::Dev,
        _ if number % 10 == 7 => Part::Calibrate,
        _ => Part::Train,
    };
    let mut targets = targets(set, &row.labels, part);
    if part == Part::Train {
        targets.extend(weak_targets(set, &row.labels));
    }
    example(set, clean(&row.text), language, part, targets)
}

/// What a row says of heads that its set does not speak of.
fn weak_targets(set: &str, labels: &HashMap<String, f64>) -> Vec<Target> {
    let is = |name: &str| labels.get(name).is_some_and(|label| *label > 0.0);
    match set {
        "goemotions" => {
            let calm = !HEATED.iter().any(|name| is(name));
            let mut targets = vec![weak(Clickbait, NO_CLICKBAIT), weak(Spam, NO_SPAM)];
            targets.extend(calm.then(|| weak(Toxicity, NO_ATTACK)));
            targets
        }
        "offmychest" => vec![weak(Clickbait, NO_CLICKBAIT), weak(Spam, NO_SPAM)],
        "tweets_sentiment_fr" if !is("negative") => vec![weak(Toxicity, NO_ATTACK)],
        _ => Vec::new(),
    }
}

fn example(
    set: &'static str,
    text: String,
    language: Language,
    part: Part,
    targets: Vec<Target>,
) -> Example {
    let mut scan = Scan::default();
    scan.read(&text);
    let mut grams = [Vec::new(), Vec::new()];
    scan.each(|kind, hash, _| grams[kind as usize].push(hash));
    let counts = [grams[0].len() as u32, grams[1].len() as u32];
    for hashes in &mut grams {
        hashes.sort_unstable();
        hashes.dedup();
    }
    Example {
        set,
        language,
        part,
        targets,
        grams,
        counts,
        length: length_term(scan.words()),
        words: scan.words(),
        text,
    }
}

fn targets(set: &str, labels: &HashMap<String, f64>, part: Part) -> Vec<Target> {
    let yes = |name: &str| labels.get(name).map(|label| f32::from(*label > 0.0));
    let one = |head, value: Option<f32>| {
        value.map(|value| Target {
            head,
            value,
            weight: 1.0,
        })
    };
    match set {
        "toxifrench" => one(Toxicity, yes("toxic")).into_iter().collect(),
        "tweets_sentiment_fr" => [
            one(Negativity, yes("negative")),
            one(Positivity, yes("positive")),
        ]
        .into_iter()
        .flatten()
        .collect(),
        "wikipedia_toxicity" => one(Toxicity, yes("toxic")).into_iter().collect(),
        "politeness" => {
            let Some(score) = labels.get("politeness").copied() else {
                return Vec::new();
            };
            let value = match part {
                Part::Train | Part::Calibrate => {
                    Some(1.0 / (1.0 + (-3.0 * (score - 0.08)).exp()) as f32)
                }
                _ if score > POLITE => Some(1.0),
                _ if score < IMPOLITE => Some(0.0),
                _ => None,
            };
            one(Politeness, value).into_iter().collect()
        }
        _ => {
            let heads = SAME_NAME.iter().find(|(name, _)| *name == set);
            let heads = heads.map_or(&[][..], |(_, heads)| *heads);
            let missing = (set == "goemotions").then_some(0.0);
            heads
                .iter()
                .filter_map(|head| one(*head, yes(head.name()).or(missing)))
                .collect()
        }
    }
}

/// Takes out what collecting left in: HTML entities, a broken apostrophe.
fn clean(text: &str) -> String {
    text.replace("<U+0092>", "’")
        .replace("&amp;", "&")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
}
