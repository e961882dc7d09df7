//! The user interface's texts in every language it speaks.
//!
//! The texts are those of `extension/_locales`, compiled in: the browser's own
//! table speaks only the browser's language, while a reply prompt has to be in
//! the language of the post it answers. `build/words.rs` makes the table.

use serde::{Deserialize, Serialize};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A language that Rapport speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English, also what is spoken where nothing better is known.
    #[default]
    En,
    /// French.
    Fr,
}

impl Language {
    /// The language of a BCP 47 tag (`fr-CA`), if Rapport speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "fr" => Some(Self::Fr),
            _ => None,
        }
    }

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// Whether `count` things take the singular (CLDR plural rules, cardinal,
    /// whole numbers: English "one" is 1, French "one" is 0 and 1).
    pub const fn is_one(self, count: u64) -> bool {
        match self {
            Self::En => count == 1,
            Self::Fr => count <= 1,
        }
    }

    /// The text of `word` as it stands in `_locales`.
    pub fn text(self, word: Word) -> &'static str {
        TEXTS[self as usize][word as usize]
    }

    /// The text of `word` with its placeholders filled: `("count", "3")` takes
    /// the place of `$COUNT$`. A placeholder without a value stays as it is.
    pub fn fill(self, word: Word, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        for (index, part) in self.text(word).split('$').enumerate() {
            if index % 2 == 0 {
                filled.push_str(part);
            } else if let Some((_, value)) = values
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(part))
            {
                filled.push_str(value);
            } else {
                filled.push('$');
                filled.push_str(part);
                filled.push('$');
            }
        }
        filled
    }

    /// The singular or the plural for `count` things.
    pub const fn plural(self, count: u64, one: Word, other: Word) -> Word {
        if self.is_one(count) { one } else { other }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_text() {
        for texts in TEXTS {
            assert_eq!(texts.len(), Word::ALL.len());
            assert!(texts.iter().all(|text| !text.trim().is_empty()));
        }
    }

    #[test]
    fn tags_of_any_region_and_case_are_known() {
        assert_eq!(Language::from_tag("fr-CA"), Some(Language::Fr));
        assert_eq!(Language::from_tag("EN_us"), Some(Language::En));
        assert_eq!(Language::from_tag("frr"), None);
        assert_eq!(Language::from_tag(""), None);
    }

    #[test]
    fn zero_is_plural_in_english_and_singular_in_french() {
        assert!(!Language::En.is_one(0));
        assert!(Language::Fr.is_one(0));
        assert!(!Language::Fr.is_one(2));
    }
}
