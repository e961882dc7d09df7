//! What two ways to write one subject have in common.

use crate::text::{fold, is_apostrophe};

/// Words that may stand before a noun, glued to it: `l'hiver`, `d'hiver`.
const ELIDED: [&str; 8] = ["l", "d", "j", "m", "n", "s", "c", "qu"];

/// The folded words of a subject without plural, sign or elided article, with a
/// space between: equal keys are one subject. Empty where nothing is left.
pub fn key(subject: &str) -> String {
    let subject = subject.trim_start_matches('#');
    let mut key = String::new();
    for word in subject.split(|letter: char| !is_part(letter)) {
        let mut folded = String::new();
        fold(bare(word), &mut folded);
        let folded = folded.strip_suffix("'s").unwrap_or(&folded);
        let stem = singular(folded.trim_matches('\''));
        if !stem.is_empty() {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&stem);
        }
    }
    key
}

fn is_part(letter: char) -> bool {
    crate::text::is_letter(letter) || is_apostrophe(letter)
}

/// A word without an elided one before it.
pub(super) fn bare(word: &str) -> &str {
    match word.split_once(is_apostrophe) {
        Some((before, rest)) if ELIDED.contains(&before.to_lowercase().as_str()) => rest,
        _ => word,
    }
}

/// A rule of thumb for English and French: what is cut off one form of a word
/// is cut off its other forms. Short words and those in `-ss`, `-us`, `-is`
/// stay. Cutting twice is cutting once.
fn singular(word: &str) -> String {
    let letters = word.chars().count();
    let kept = ["ss", "us", "is", "ous"]
        .iter()
        .any(|ending| word.ends_with(ending));
    if letters <= 3 || kept {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|_| letters > 4) {
        return format!("{stem}y");
    }
    for ending in ["ches", "shes", "sses", "xes", "oes"] {
        if let Some(stem) = word.strip_suffix(ending) {
            return format!("{stem}{}", &ending[..ending.len() - 2]);
        }
    }
    // Only where the French plural stands: "eaux", "eux", "jeux".
    if let Some(stem) = word.strip_suffix('x').filter(|stem| stem.ends_with('u')) {
        return stem.to_owned();
    }
    match word.strip_suffix('s') {
        Some(stem) => stem.to_owned(),
        None => word.to_owned(),
    }
}

/// A tag as words: `#TomatoPlants` is "tomato plants". What is not cut by case
/// stays one word.
pub(super) fn untag(tag: &str) -> String {
    let tag = tag.trim_start_matches(['#', '＃']);
    let mut words = String::new();
    let mut before = None::<char>;
    for letter in tag.chars() {
        let turns = before.is_some_and(|before| before.is_lowercase() && letter.is_uppercase());
        if turns || (letter == '_' && !words.is_empty()) {
            words.push(' ');
        }
        if letter != '_' {
            words.extend(letter.to_lowercase());
        }
        before = Some(letter);
    }
    words.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_a_subject_have_one_key() {
        for (one, other) in [
            ("Tomato Plants", "tomato plant"),
            ("tomatoes", "tomato"),
            ("#bees", "Bee"),
            ("Bakeries", "bakery"),
            ("l’hiver", "hivers"),
            ("jeux vidéo", "Jeu video"),
            ("repair-café", "Repair Cafés"),
            ("Hana's garden", "hana garden"),
        ] {
            assert_eq!(key(one), key(other), "{one} and {other}");
        }
        for (one, other) in [
            ("bus", "bu"),
            ("glass", "gla"),
            ("tennis", "tenni"),
            ("bees", "beech"),
        ] {
            assert_ne!(key(one), key(other), "{one} and {other}");
        }
        assert_eq!(key("!?"), "");
    }

    #[test]
    fn a_tag_is_cut_where_its_case_changes() {
        assert_eq!(untag("#TomatoPlants"), "tomato plants");
        assert_eq!(untag("#tomato_plants"), "tomato plants");
        assert_eq!(untag("#USA"), "usa");
    }

    proptest! {
        #[test]
        fn case_spaces_and_signs_change_nothing(word in "[a-z]{1,9}( [a-z]{1,9}){0,2}") {
            let shouted = format!("  #{}!! ", word.to_uppercase().replace(' ', "  -  "));
            prop_assert_eq!(key(&shouted), key(&word));
        }

        #[test]
        fn a_key_has_no_empty_word(any in "\\PC{0,40}") {
            prop_assert!(key(&any).is_empty() || key(&any).split(' ').all(|word| !word.is_empty()));
        }
    }
}
