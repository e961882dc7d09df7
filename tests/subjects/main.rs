#![allow(clippy::unwrap_used, clippy::print_stdout)]
use rapport::{
    subjects,
    text::{self, Text},
};
#[test]
#[ignore]
fn look() {
    for lang in ["en", "fr"] {
        for (i, line) in std::fs::read_to_string(format!("tests/model/acts-{lang}.jsonl"))
            .unwrap()
            .lines()
            .enumerate()
        {
            if i % 9 != 0 {
                continue;
            }
            let v: serde_json::Value = serde_json::from_str(line).unwrap();
            let t = v["text"].as_str().unwrap();
            let text = Text::new(t);
            println!(
                "{:?}  <- {}",
                subjects::of(&text, text::language(&text, Some(lang))),
                t.chars().take(170).collect::<String>()
            );
        }
    }
}
