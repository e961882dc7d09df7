//! From examples to a weights file.
//!
//! 1. Learn a weight for every n-gram that comes at least twice.
//! 2. Give each slot of the table to the n-gram that says most of those that
//!    fall there (its weights' norm × the root of the fourth root of how often
//!    it comes), and forget the others.
//! 3. Learn anew with what is left, so that it makes up for the loss.
//! 4. Make the weights whole numbers, one step size a head.
//! 5. Calibrate each head (Platt 1999) on a tenth of the rows, with weights that
//!    were learned without these; then learn once more with all rows and keep
//!    the calibration.

use crate::data::{Example, Part};
use crate::fit::{Fit, Goal, Plan, Row, fit};
use rapport::model::weights::{Bank, HeadWeights, Weights};
use rapport::model::{Learned, shares, slot_of, tag_of};
use rapport::words::Language;
use std::collections::HashMap;

/// How a bank is made.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// Its language.
    pub language: Language,
    /// Binary logarithm of its slots.
    pub log2_slots: u32,
    /// What a character n-gram counts, that of words being 1.
    pub letters: f32,
    /// Its heads.
    pub plans: Vec<Plan>,
}

/// What an n-gram's frequency counts when slots are given away.
const FREQUENCY: f32 = 0.25;

/// The largest whole number a weight becomes.
const TOP: f32 = 127.0;

/// What is shipped. Rates and penalties were chosen on the development parts;
/// `docs/model.md` has the table.
pub fn recipes() -> [Recipe; 2] {
    use Learned::*;
    let plan = |head| {
        let (rate, l2) = match head {
            Clickbait => (0.6, 0.03),
            Spam => (0.6, 0.001),
            Toxicity => (0.6, 0.002),
            Politeness => (0.6, 0.008),
            _ => (0.35, 0.006),
        };
        let length = matches!(
            head,
            EmotionalDisclosure | InformationDisclosure | Politeness
        );
        Plan {
            head,
            rate,
            l2,
            length,
        }
    };
    let french = |head| {
        let (rate, l2) = match head {
            Toxicity => (0.6, 0.01),
            _ => (1.0, 0.03),
        };
        Plan {
            head,
            rate,
            l2,
            length: false,
        }
    };
    [
        Recipe {
            language: Language::En,
            letters: 1.15,
            log2_slots: 15,
            plans: [
                Curiosity,
                Gratitude,
                Caring,
                Admiration,
                Annoyance,
                Anger,
                Approval,
                Disapproval,
                EmotionalSupport,
                InformationalSupport,
                EmotionalDisclosure,
                InformationDisclosure,
                Politeness,
                Spam,
                Clickbait,
                Toxicity,
            ]
            .map(plan)
            .to_vec(),
        },
        Recipe {
            language: Language::Fr,
            letters: 2.0,
            log2_slots: 15,
            plans: [Toxicity, Negativity, Positivity].map(french).to_vec(),
        },
    ]
}

/// Makes all banks, each on a thread of its own.
pub fn train(examples: &[Example], recipes: &[Recipe]) -> Weights {
    let banks = std::thread::scope(|scope| {
        let running: Vec<_> = recipes
            .iter()
            .map(|recipe| scope.spawn(move || bank(examples, recipe)))
            .collect();
        running
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    });
    Weights { banks }
}

/// Makes one bank: once without the rows kept for calibration, to calibrate on
/// them, and once with them.
pub fn bank(examples: &[Example], recipe: &Recipe) -> Bank {
    let mut trial = learn(examples, recipe, &[Part::Train]);
    calibrate(&mut trial, examples);
    let mut bank = learn(examples, recipe, &[Part::Train, Part::Calibrate]);
    for (head, calibrated) in bank.heads.iter_mut().zip(&trial.heads) {
        head.slope = calibrated.slope;
        head.intercept = calibrated.intercept;
    }
    bank
}

/// Makes a bank from some parts of the data, not calibrated.
fn learn(examples: &[Example], recipe: &Recipe, parts: &[Part]) -> Bank {
    let name = recipe.language.tag();
    let own: Vec<&Example> = examples
        .iter()
        .filter(|example| example.language == recipe.language && parts.contains(&example.part))
        .collect();
    let key = |hash: u32| (slot_of(hash, recipe.log2_slots) as u32) << 8 | u32::from(tag_of(hash));

    let mut counts: HashMap<u32, u32> = HashMap::new();
    for hash in own
        .iter()
        .flat_map(|example| example.grams.iter().flatten())
    {
        *counts.entry(key(*hash)).or_default() += 1;
    }
    let mut keys: Vec<(u32, u32)> = counts.into_iter().filter(|(_, many)| *many > 1).collect();
    keys.sort_unstable();
    let numbers: HashMap<u32, u32> = (0..).zip(&keys).map(|(id, (key, _))| (*key, id)).collect();
    crate::say(&format!(
        "{name}: {} texts, {} n-grams",
        own.len(),
        keys.len()
    ));

    let rows = rows(&own, recipe, |hash| numbers.get(&key(hash)).copied());
    let all = fit(&rows, keys.len(), &recipe.plans, |epoch| {
        crate::say(&format!("{name}: all n-grams, pass {}", epoch + 1));
    });
    let tags = owners(&keys, &all, recipe);

    let kept = |hash: u32| {
        let slot = slot_of(hash, recipe.log2_slots);
        (tags[slot] == Some(tag_of(hash))).then_some(slot as u32)
    };
    let rows = self::rows(&own, recipe, kept);
    let fitted = fit(&rows, tags.len(), &recipe.plans, |epoch| {
        crate::say(&format!("{name}: what has a slot, pass {}", epoch + 1));
    });
    whole_numbers(&fitted, &tags, &rows, recipe)
}

/// Examples as rows; n-grams without a number are left out.
fn rows(examples: &[&Example], recipe: &Recipe, number: impl Fn(u32) -> Option<u32>) -> Vec<Row> {
    examples
        .iter()
        .map(|example| Row {
            ids: example
                .grams
                .each_ref()
                .map(|hashes| hashes.iter().filter_map(|hash| number(*hash)).collect()),
            shares: shares(example.counts, recipe.letters),
            length: example.length,
            targets: example
                .targets
                .iter()
                .filter_map(|target| {
                    let lane = lane(recipe, target.head)?;
                    Some(Goal {
                        lane,
                        value: target.value,
                        weight: target.weight,
                    })
                })
                .collect(),
        })
        .collect()
}

fn lane(recipe: &Recipe, head: Learned) -> Option<usize> {
    recipe.plans.iter().position(|plan| plan.head == head)
}

/// Which n-gram each slot belongs to: its tag.
fn owners(keys: &[(u32, u32)], fit: &Fit, recipe: &Recipe) -> Vec<Option<u8>> {
    let lanes = recipe.plans.len();
    let mut best = vec![(0.0_f32, None); 1 << recipe.log2_slots];
    for (id, (key, many)) in keys.iter().enumerate() {
        let weights = &fit.weights[id * lanes..][..lanes];
        let norm = weights
            .iter()
            .map(|weight| weight * weight)
            .sum::<f32>()
            .sqrt();
        let worth = norm * (*many as f32).powf(FREQUENCY);
        let slot = &mut best[(key >> 8) as usize];
        if worth > slot.0 {
            *slot = (worth, Some((key & 0xff) as u8));
        }
    }
    best.into_iter().map(|(_, tag)| tag).collect()
}

/// The table in whole numbers. Each head gets the step that loses least, the
/// loss of a weight counted as often as it is met.
fn whole_numbers(fit: &Fit, tags: &[Option<u8>], rows: &[Row], recipe: &Recipe) -> Bank {
    let heads = recipe.plans.len();
    // Rows of whole 32-bit words lie better in memory.
    let lanes = heads.next_multiple_of(4);
    let mut met = vec![0.0_f32; tags.len()];
    for id in rows.iter().flat_map(|row| row.ids.iter().flatten()) {
        met[*id as usize] += 1.0;
    }
    let mut weights = vec![0_i8; tags.len() * lanes];
    let heads = (0..heads)
        .map(|lane| {
            let column = || (0..tags.len()).map(|slot| fit.weights[slot * heads + lane]);
            let largest = column().fold(f32::MIN_POSITIVE, |most, weight| most.max(weight.abs()));
            let loss = |step: f32| -> f32 {
                column()
                    .zip(&met)
                    .map(|(weight, met)| met * (weight - nearest(weight, step) * step).powi(2))
                    .sum()
            };
            let step = (8..=40)
                .map(|part| largest * part as f32 / 40.0 / TOP)
                .min_by(|a, b| loss(*a).total_cmp(&loss(*b)))
                .unwrap_or(largest / TOP);
            for (slot, weight) in column().enumerate() {
                weights[slot * lanes + lane] = nearest(weight, step) as i8;
            }
            HeadWeights {
                head: recipe.plans[lane].head,
                step,
                bias: fit.bias[lane],
                length: fit.length[lane],
                slope: 1.0,
                intercept: 0.0,
            }
        })
        .collect();
    Bank {
        language: recipe.language,
        heads,
        letters: recipe.letters,
        lanes,
        log2_slots: recipe.log2_slots,
        // A slot without an owner has weights of 0: any tag is right.
        tags: tags.iter().map(|tag| tag.unwrap_or(0)).collect(),
        weights,
    }
}

fn nearest(weight: f32, step: f32) -> f32 {
    (weight / step).round().clamp(-TOP, TOP)
}

/// Gives each head the slope and intercept under which its probabilities fit
/// the part kept for that best.
fn calibrate(bank: &mut Bank, examples: &[Example]) {
    for lane in 0..bank.heads.len() {
        let head = bank.heads[lane];
        let pairs: Vec<(f64, f64)> = examples
            .iter()
            .filter(|example| example.language == bank.language && example.part == Part::Calibrate)
            .filter_map(|example| {
                let target = example
                    .targets
                    .iter()
                    .find(|target| target.head == head.head)?;
                Some((
                    f64::from(logit(bank, lane, example)),
                    f64::from(target.value),
                ))
            })
            .collect();
        let (slope, intercept) = platt(&pairs);
        bank.heads[lane].slope = slope as f32;
        bank.heads[lane].intercept = intercept as f32;
    }
}

/// The log-odds of a head before calibration.
fn logit(bank: &Bank, lane: usize, example: &Example) -> f32 {
    let head = &bank.heads[lane];
    let sums = example.grams.each_ref().map(|hashes| {
        hashes
            .iter()
            .filter_map(|hash| bank.slot(*hash))
            .map(|slot| i32::from(bank.weights[slot * bank.lanes + lane]))
            .sum::<i32>() as f32
    });
    let shares = shares(example.counts, bank.letters);
    (sums[0] * shares[0] + sums[1] * shares[1]) * head.step
        + head.bias
        + head.length * example.length
}

/// Slope and intercept by Newton's method, with Platt's targets, which keep
/// few examples from claiming certainty.
fn platt(pairs: &[(f64, f64)]) -> (f64, f64) {
    let positives = pairs.iter().filter(|(_, value)| *value > 0.5).count() as f64;
    let negatives = pairs.len() as f64 - positives;
    let (yes, no) = (
        (positives + 1.0) / (positives + 2.0),
        1.0 / (negatives + 2.0),
    );
    let loss = |slope: f64, intercept: f64| -> f64 {
        pairs
            .iter()
            .map(|(logit, value)| {
                let odds = slope * logit + intercept;
                // ln(1 + e^odds), also where that is large.
                let soft = odds.max(0.0) + (-odds.abs()).exp().ln_1p();
                soft - odds * if *value > 0.5 { yes } else { no }
            })
            .sum()
    };
    let (mut slope, mut intercept) = (1.0_f64, 0.0_f64);
    for _ in 0..50 {
        let (mut g, mut h) = ([0.0_f64; 2], [1e-6_f64, 0.0, 1e-6]);
        for (logit, value) in pairs {
            let p = 1.0 / (1.0 + (-(slope * logit + intercept)).exp());
            let error = p - if *value > 0.5 { yes } else { no };
            let spread = p * (1.0 - p);
            g[0] += error * logit;
            g[1] += error;
            h[0] += spread * logit * logit;
            h[1] += spread * logit;
            h[2] += spread;
        }
        let determinant = h[0] * h[2] - h[1] * h[1];
        let change = [
            (h[2] * g[0] - h[1] * g[1]) / determinant,
            (h[0] * g[1] - h[1] * g[0]) / determinant,
        ];
        // A whole step may leap over the valley: halved until it goes down.
        let before = loss(slope, intercept);
        let step = (0..30)
            .map(|halvings| 0.5_f64.powi(halvings))
            .find(|step| loss(slope - step * change[0], intercept - step * change[1]) <= before);
        let Some(step) = step else { break };
        slope -= step * change[0];
        intercept -= step * change[1];
        if change[0].abs() + change[1].abs() < 1e-9 {
            break;
        }
    }
    // A slope below zero would turn a head round: too few rows to calibrate.
    if slope > 0.0 && slope.is_finite() && intercept.is_finite() {
        (slope, intercept)
    } else {
        (1.0, 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calibration_finds_the_slope_that_made_the_data() {
        let pairs: Vec<(f64, f64)> = (0..20_000)
            .map(|index| {
                let logit = f64::from(index % 200) / 20.0 - 5.0;
                let p = 1.0 / (1.0 + (-(0.5 * logit + 1.0)).exp());
                let value = f64::from(u8::from(f64::from(index / 200) / 100.0 + 0.005 < p));
                (logit, value)
            })
            .collect();
        let (slope, intercept) = platt(&pairs);
        assert!((slope - 0.5).abs() < 0.02, "{slope}");
        assert!((intercept - 1.0).abs() < 0.04, "{intercept}");
    }
}
