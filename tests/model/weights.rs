//! The shipped weights as a file, and readings as a law.

use super::{read, root, shipped};
use proptest::prelude::*;
use rapport::model::{Learned, Model, Scratch, Weights, WeightsError};
use rapport::signals::{Head, text};
use rapport::words::Language;

#[test]
fn the_shipped_weights_are_read_and_written_alike() {
    let bytes = shipped();
    let weights = Weights::from_bytes(&bytes).unwrap();
    assert_eq!(weights.to_bytes(), bytes);
    assert!(bytes.len() <= 900_000, "{} bytes", bytes.len());
}

#[test]
fn damaged_weights_are_refused_with_a_reason_and_texts_are_still_read() {
    let mut bytes = shipped();
    bytes[300_000] ^= 1;
    assert_eq!(Weights::from_bytes(&bytes), Err(WeightsError::Altered));
    let cut = Weights::from_bytes(&bytes[..300_000]).unwrap_err();
    assert!(cut.to_string().contains("300000 bytes"), "{cut}");
    // Before anything is installed, as in a page whose weights were refused.
    let signals = text::read("Thank you so much for this!", Some("en"));
    assert!(signals.has(Head::Gratitude));
}

#[test]
fn the_card_names_every_head() {
    let card = std::fs::read_to_string(root().join("model/card.md")).unwrap();
    for head in Learned::ALL {
        assert!(card.contains(head.name()), "{}", head.name());
    }
}

#[test]
fn the_words_that_moved_a_head_stand_in_the_text() {
    let text = "Honestly, you are an idiot, and this bread is good.";
    let signals = read(text, Language::En);
    let cues = signals.cues(Head::Hostility);
    assert!(cues.iter().any(|cue| cue.contains("idiot")), "{cues:?}");
    assert!(cues.iter().all(|cue| text.contains(cue.as_str())));
}

proptest! {
    #[test]
    fn any_text_gets_probabilities(text in "\\PC{0,300}|([a-zé@#!?.'’ ]|you|idiot|thanks){0,200}") {
        let model = Model::from_bytes(&shipped()).unwrap();
        let mut scratch = Scratch::default();
        for language in [Language::En, Language::Fr] {
            let reading = model.read(&text, language, &mut scratch);
            for head in Learned::ALL {
                if let Some(probability) = reading.get(head) {
                    prop_assert!((0.0..=1.0).contains(&probability));
                }
                for span in model.moved_by(&text, language, head, 3, &mut scratch) {
                    prop_assert!(text.get(span).is_some());
                }
            }
            // Read again, it reads the same: nothing of one text stays for the next.
            let again = model.read(&text, language, &mut scratch);
            prop_assert_eq!(&reading, &again);
        }
    }
}
