//! What texts are about: keyphrases found without a dictionary of subjects, and
//! grouped over time.
//!
//! In: a [`Text`] and its language. Out: at most [`MOST`] subjects, as a person
//! would write them. [`named`] finds the subjects that a person named;
//! [`Groups`] says which subjects of many posts are one.
//!
//! The method is YAKE (Campos et al. 2020, "YAKE! Keyword extraction from
//! single documents using multiple local features"), in [`yake`]. The crate
//! `yake-rust` brings 1.5 MB of regular expressions into the module, twice as
//! much as all of Rapport; `docs/subjects.md` compares the two.

mod groups;
mod key;
mod yake;

pub use groups::Groups;
pub use key::key;

use crate::text::{Text, TokenKind, is_unspaced};
use crate::words::Language;
use std::collections::HashSet;

/// The most subjects of one text.
pub const MOST: usize = 3;

/// The subjects of a text, best first: what it is tagged with, then its
/// keyphrases. Empty for a text that says too little, and for scripts without
/// spaces, whose words are not cut.
pub fn of(text: &Text<'_>, language: Option<Language>) -> Vec<String> {
    let tags = text
        .tokens()
        .iter()
        .filter(|token| token.kind == TokenKind::Hashtag)
        .map(|token| key::untag(text.original(token)))
        .filter(|tag| !tag.chars().any(is_unspaced));
    let mut chosen: Vec<String> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    for subject in tags.chain(yake::phrases(text, language)) {
        let words = key(&subject);
        // A phrase and a part of it are one subject.
        let told = |other: &String| holds(other, &words) || holds(&words, other);
        if words.is_empty() || known.iter().any(told) {
            continue;
        }
        known.insert(words);
        chosen.push(subject);
        if chosen.len() == MOST {
            break;
        }
    }
    chosen
}

/// Whether all words of the second key are in the first.
fn holds(key: &str, part: &str) -> bool {
    part.split(' ')
        .all(|word| key.split(' ').any(|other| other == word))
}

/// How many other words may stand between the words of a named subject.
const GAP: usize = 3;

/// Those of the person's own subjects that the text is about, in their order:
/// every word of the subject stands in the text, near the others, in any form
/// that [`key`] calls the same; or the text is tagged with it.
pub fn named<'s>(text: &Text<'_>, wanted: &'s [String]) -> Vec<&'s str> {
    // A tag stands for its words, and for all of them in one.
    let mut words: Vec<String> = Vec::new();
    let mut tags: HashSet<String> = HashSet::new();
    for token in text.tokens() {
        match token.kind {
            TokenKind::Word => words.push(key(text.original(token))),
            TokenKind::Hashtag => {
                let tag = key(&key::untag(text.original(token)));
                tags.insert(tag.replace(' ', ""));
                words.extend(tag.split(' ').map(str::to_owned));
            }
            TokenKind::Link | TokenKind::Handle => {}
        }
    }
    let is_about = |subject: &&String| {
        let wanted = key(subject);
        let parts: Vec<&str> = wanted.split(' ').filter(|part| !part.is_empty()).collect();
        let near = parts.len() + GAP;
        !parts.is_empty()
            && (tags.contains(&wanted.replace(' ', ""))
                || words.iter().enumerate().any(|(at, word)| {
                    let until = words.len().min(at + near);
                    word == parts[0] && holds_all(&words[at.saturating_sub(near)..until], &parts)
                }))
    };
    wanted.iter().filter(is_about).map(String::as_str).collect()
}

/// [`named`] for a text that is not cut up yet; it is only where a person has
/// named subjects.
pub fn named_in(text: &str, wanted: &[String]) -> Vec<String> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let named = named(&Text::new(text), wanted);
    named.into_iter().map(str::to_owned).collect()
}

fn holds_all(words: &[String], parts: &[&str]) -> bool {
    parts
        .iter()
        .all(|part| words.iter().any(|word| word == part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn subjects(text: &str, language: Language) -> Vec<String> {
        of(&Text::new(text), Some(language))
    }

    #[test]
    fn what_a_text_speaks_of_again_and_again_is_its_subject() {
        let found = subjects(
            "My tomato plants are dying. Every spring I plant tomato plants near the wall, and every \
             summer the tomato plants get blight.",
            Language::En,
        );
        assert_eq!(found[0], "tomato plants");
    }

    #[test]
    fn tags_come_first_and_are_cut_where_they_change_case() {
        let found = subjects("So happy with this. #SourdoughBread #baking", Language::En);
        assert_eq!(found[..2], ["sourdough bread", "baking"]);
    }

    #[test]
    fn nothing_is_found_where_nothing_is_said() {
        for text in [
            "",
            "ok",
            "so what is it that you do then?",
            "🎉🎉🎉",
            "12 345",
            "今日はいい天気ですね",
        ] {
            assert_eq!(subjects(text, Language::En), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_named_subject_is_found_in_any_form_and_only_whole() {
        let wanted = [
            "bees".to_owned(),
            "climate change".to_owned(),
            "Réparation".to_owned(),
        ];
        let about = |text: &str| named(&Text::new(text), &wanted).join(", ");
        assert_eq!(about("I saw a BEE today."), "bees");
        assert_eq!(about("How the climate may change here"), "climate change");
        assert_eq!(about("Read this #ClimateChange"), "climate change");
        assert_eq!(about("Read this #climatechange"), "climate change");
        assert_eq!(about("trois réparations de vélo"), "Réparation");
        assert_eq!(
            about("The climate is fine. I would not say that anything in it will ever change."),
            ""
        );
        assert_eq!(about("a beech tree"), "");
    }

    proptest! {
        #[test]
        fn any_text_has_few_subjects_and_none_twice(text in "\\PC{0,300}") {
            for language in [None, Some(Language::En), Some(Language::Fr)] {
                let found = of(&Text::new(&text), language);
                prop_assert!(found.len() <= MOST);
                let keys: HashSet<String> = found.iter().map(|subject| key(subject)).collect();
                prop_assert_eq!(keys.len(), found.len());
            }
        }

        #[test]
        fn a_text_is_about_what_it_names(subject in "[a-z]{4,9} [a-z]{4,9}", before in "[a-z ]{0,40}") {
            let text = format!("{before}. {subject}!");
            let wanted = [subject.to_uppercase()];
            prop_assert_eq!(named(&Text::new(&text), &wanted).len(), 1);
        }
    }
}
