//! Any bytes as weights are read or refused, and any text is read with the
//! shipped weights: probabilities within 0 and 1, evidence within the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::model::{Learned, Model, Scratch, Weights};
use rapport::signals::text;
use rapport::words::Language;
use std::sync::LazyLock;

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::from_bytes(include_bytes!("../../model/rapport.weights")).expect("they are shipped")
});

fuzz_target!(|input: (&str, &[u8], bool)| {
    let (words, bytes, signed) = input;
    // Random bytes hardly ever begin like weights: half of them are made to.
    let mut file = bytes.to_vec();
    if signed {
        file.splice(0..0, *b"RAPPORT\x01");
    }
    if let Ok(weights) = Weights::from_bytes(&file) {
        assert_eq!(weights.to_bytes(), file);
    }
    let mut scratch = Scratch::default();
    for language in [Language::En, Language::Fr] {
        let reading = MODEL.read(words, language, &mut scratch);
        for head in Learned::ALL {
            assert!(reading.get(head).is_none_or(|value| (0.0..=1.0).contains(&value)));
        }
        for span in MODEL.moved_by(words, language, Learned::Toxicity, 3, &mut scratch) {
            assert!(words.get(span).is_some());
        }
    }
    let _ = text::read(words, Some("en"));
});
