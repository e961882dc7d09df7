//! Measures the shipped weights on the development parts.

use crate::data::{Example, Part};
use crate::metrics::{auc, average_precision, calibration_error, rank_correlation, reliability};
use anyhow::{Context, Result};
use rapport::model::{Learned, Model, Scratch};
use rapport::text::{Text, language};
use rapport::words::Language;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use vader_sentiment::SentimentIntensityAnalyzer;

/// One text of a development part, seen by everyone in the table.
struct Seen {
    truth: bool,
    ours: f64,
    words: f64,
    vader: f64,
}

/// Writes the table and the reliability diagrams.
///
/// # Errors
/// When a file cannot be read or written.
pub fn evaluate(root: &Path, examples: &[Example], model: &Model) -> Result<()> {
    let mut seen: BTreeMap<(usize, usize, &str), Vec<Seen>> = BTreeMap::new();
    let mut scratch = Scratch::default();
    let vader = SentimentIntensityAnalyzer::new();
    let dev: Vec<_> = examples
        .iter()
        .filter(|example| example.part == Part::Dev)
        .collect();
    for (number, example) in dev.iter().enumerate() {
        if number % 4000 == 0 {
            crate::say(&format!("{number} of {} texts read", dev.len()));
        }
        let reading = model.read(&example.text, example.language, &mut scratch);
        let feeling = vader.polarity_scores(&example.text)["compound"];
        for target in &example.targets {
            let Some(ours) = reading.get(target.head) else {
                continue;
            };
            let key = (example.language as usize, target.head as usize, example.set);
            seen.entry(key).or_default().push(Seen {
                truth: target.value > 0.5,
                ours: f64::from(ours),
                words: example.words as f64,
                vader: feeling,
            });
        }
    }
    let path = root.join("model/results.md");
    let text = format!(
        "{}\n{}\n{}",
        table(root, &seen)?,
        diagrams(&seen),
        languages(&dev)?
    );
    fs::write(&path, text).with_context(|| path.display().to_string())?;
    crate::say(&format!("{} written", path.display()));
    Ok(())
}

type Tables<'a> = BTreeMap<(usize, usize, &'a str), Vec<Seen>>;

fn table(root: &Path, seen: &Tables<'_>) -> Result<String> {
    let peers = peers(&root.join("trainer/tfidf.tsv"))?;
    let mut text = String::from(
        "# Results on the development parts\n\n\
         Written by `cargo run --release -p trainer -- evaluate`. AUC is the area under the ROC\n\
         curve, AP average precision, ECE the expected calibration error over ten bars of equally\n\
         many texts. Length and VADER are read in the direction that suits them better. TF-IDF is\n\
         logistic regression over words and characters in scikit-learn (`trainer/tfidf.py`, the better\n\
         of C = 1 and 4). The last two columns are rank correlations with the number of words: of what\n\
         the head says, and of the labels themselves.\n\n\
         | head | set | texts | true | AUC | AP | ECE | TF-IDF | length | VADER | says ~ length | is ~ length |\n\
         |---|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for ((language, head, set), rows) in seen {
        let name = Learned::ALL[*head].name();
        let by = |value: fn(&Seen) -> f64| -> Vec<(f64, bool)> {
            rows.iter().map(|row| (value(row), row.truth)).collect()
        };
        let ours = by(|row| row.ours);
        let either = |pairs: Vec<(f64, bool)>| auc(&pairs).max(1.0 - auc(&pairs));
        let column = |value: fn(&Seen) -> f64| rows.iter().map(value).collect::<Vec<_>>();
        let words = column(|row| row.words);
        let tag = [Language::En, Language::Fr][*language].tag();
        let peer = peers.get(&(tag.to_owned(), name.to_owned()));
        writeln!(
            text,
            "| {name} ({tag}) | {set} | {} | {} | {:.4} | {:.3} | {:.3} | {} | {:.3} | {:.3} | {:+.2} | {:+.2} |",
            rows.len(),
            rows.iter().filter(|row| row.truth).count(),
            auc(&ours),
            average_precision(&ours),
            calibration_error(&ours),
            peer.map_or("—", String::as_str),
            either(by(|row| row.words)),
            either(by(|row| row.vader)),
            rank_correlation(&column(|row| row.ours), &words),
            rank_correlation(&column(|row| f64::from(u8::from(row.truth))), &words),
        )?;
    }
    Ok(text)
}

/// Language, head and AUC of the peer, tab-separated; none where the file is
/// not there.
fn peers(path: &Path) -> Result<BTreeMap<(String, String), String>> {
    let Ok(text) = fs::read_to_string(path) else {
        return Ok(BTreeMap::new());
    };
    text.lines()
        .map(|line| {
            let mut cells = line.split('\t').map(str::to_owned);
            let mut next = || {
                cells
                    .next()
                    .with_context(|| format!("{}: {line}", path.display()))
            };
            Ok(((next()?, next()?), next()?))
        })
        .collect()
}

/// How often a text's language is found without being told, set by set.
fn languages(dev: &[&Example]) -> Result<String> {
    let mut sets: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for example in dev {
        let found = language(&Text::new(&example.text), None);
        let place = match found {
            Some(found) if found == example.language => 0,
            Some(_) => 1,
            None => 2,
        };
        sets.entry(example.set).or_default()[place] += 1;
    }
    let mut text = String::from(
        "## Language\n\nFound in the text alone, without what the page declares; a text of which it is not\n\
         told is read in the declared language.\n\n\
         | set | right | wrong | not told |\n|---|---|---|---|\n",
    );
    for (set, [right, wrong, untold]) in sets {
        writeln!(text, "| {set} | {right} | {wrong} | {untold} |")?;
    }
    Ok(text)
}

fn diagrams(seen: &Tables<'_>) -> String {
    let mut text = String::from(
        "## Reliability\n\nTen bars of equally many texts: what the head said on average → the share that was true.\n\n\
         | head | bars |\n|---|---|\n",
    );
    for ((language, head, _), rows) in seen {
        let pairs: Vec<(f64, bool)> = rows.iter().map(|row| (row.ours, row.truth)).collect();
        let bars: Vec<String> = reliability(&pairs, 10)
            .iter()
            .map(|bar| format!("{:.2}→{:.2}", bar.said, bar.was))
            .collect();
        let tag = [Language::En, Language::Fr][*language].tag();
        let _ = writeln!(
            text,
            "| {} ({tag}) | {} |",
            Learned::ALL[*head].name(),
            bars.join(" · ")
        );
    }
    text
}
