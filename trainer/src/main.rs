//! Trains, measures and runs Rapport's text model.
//!
//! - `train [DATA]`: learns `model/rapport.weights` from the labelled sets
//! - `evaluate [DATA]`: measures the shipped weights on the development parts,
//!   with the very code that runs in the page, and writes `model/results.md`
//! - `score`: reads JSON lines with `text` and `lang`, prints each head's
//!   probability
//!
//! DATA is the folder of the labelled sets, `../shared/data` beside the
//! project where it is not named.

mod data;
mod evaluate;
mod fit;
mod metrics;
mod score;
mod train;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("the trainer lies in the project")?;
    let mut arguments = env::args().skip(1);
    let command = arguments.next();
    let folder = arguments
        .next()
        .map_or_else(|| root.join("../shared/data"), PathBuf::from);
    let weights = root.join("model/rapport.weights");
    match command.as_deref() {
        Some("train") => {
            let examples = data::load(&folder)?;
            let learned = train::train(&examples, &train::recipes());
            let bytes = learned.to_bytes();
            fs::write(&weights, &bytes).with_context(|| weights.display().to_string())?;
            say(&format!("{}: {} bytes", weights.display(), bytes.len()));
            Ok(())
        }
        Some("evaluate") => evaluate::evaluate(root, &data::load(&folder)?, &model(&weights)?),
        Some("score") => score::score(&model(&weights)?),
        other => bail!("unknown command {other:?}; it is train, evaluate or score"),
    }
}

fn model(path: &Path) -> Result<rapport::model::Model> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    rapport::model::Model::from_bytes(&bytes).with_context(|| path.display().to_string())
}

/// Says how far the work is; what a command gives goes to standard output.
#[allow(clippy::print_stderr)]
fn say(what: &str) {
    eprintln!("{what}");
}
