//! Texts in, probabilities out, line by line.

use anyhow::{Context, Result};
use rapport::model::{Learned, Model, Scratch};
use rapport::text::{Text, language};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::io::{BufRead, Write, stdin, stdout};

#[derive(Deserialize)]
struct Line {
    text: String,
    lang: Option<String>,
}

/// Answers each line of standard input with one of standard output: the
/// probability of every head that is known in the text's language; `{}` where
/// that is none that is read.
///
/// # Errors
/// When a line is no JSON object with a `text`.
pub fn score(model: &Model) -> Result<()> {
    let mut scratch = Scratch::default();
    let mut out = stdout().lock();
    for (number, line) in stdin().lock().lines().enumerate() {
        let line: Line =
            serde_json::from_str(&line?).with_context(|| format!("line {}", number + 1))?;
        let mut answer = Map::new();
        if let Some(language) = language(&Text::new(&line.text), line.lang.as_deref()) {
            let reading = model.read(&line.text, language, &mut scratch);
            for head in Learned::ALL {
                if let Some(probability) = reading.get(head) {
                    answer.insert(head.name().to_owned(), Value::from(probability));
                }
            }
        }
        writeln!(out, "{}", Value::Object(answer))?;
    }
    Ok(())
}
