//! Does a text take up a word of another? Words are compared by what they
//! begin with, so that "tomato" takes up "tomatoes" and "gelé" takes up "gel".

use super::table;
use crate::text::stopwords;
use crate::text::{Text, TokenKind};
use crate::words::Language;
use std::collections::HashSet;

/// Words of at least so many letters may differ at their end; those with one
/// letter less only by the plural.
const STEM: usize = 4;

/// The length of an ending, in letters.
const ENDING: usize = 3;

/// The words of a text that say what it is about, folded.
#[derive(Default)]
pub struct Content {
    words: HashSet<String>,
    /// Those that say little alone.
    vague: HashSet<String>,
    language: Language,
}

impl Content {
    /// Of a text in a language.
    pub fn of(text: &Text<'_>, language: Language) -> Self {
        let mut content = Self {
            language,
            ..Self::default()
        };
        for word in said(text, language) {
            let words = if stopwords::is_vague(word, language) {
                &mut content.vague
            } else {
                &mut content.words
            };
            words.insert(word.to_owned());
        }
        content
    }

    /// Whether there is enough in it to be taken up.
    pub fn is_rich(&self) -> bool {
        self.words.len() >= table::RICH_WORDS
    }

    /// Whether a text holds one of its words; quoted counts as well.
    pub fn is_taken_up_by(&self, text: &Text<'_>) -> bool {
        let mut vague: HashSet<&str> = HashSet::new();
        for word in said(text, self.language) {
            if self.words.contains(word) || self.words.iter().any(|own| alike(own, word)) {
                return true;
            }
            vague.extend(self.vague.contains(word).then_some(word));
        }
        vague.len() >= table::VAGUE_TOGETHER
    }
}

/// The words of a text that are no stop words, without what is elided.
fn said<'t>(text: &'t Text<'_>, language: Language) -> impl Iterator<Item = &'t str> {
    text.tokens().iter().filter_map(move |token| {
        let folded = text.folded(token);
        let word = match token.kind {
            TokenKind::Word => folded,
            TokenKind::Hashtag => folded.trim_start_matches('#'),
            TokenKind::Link | TokenKind::Handle => return None,
        };
        (!stopwords::is_stop(word, language)).then(|| stopwords::bare(word, language))
    })
}

/// Whether two different folded words are forms of one.
fn alike(one: &str, other: &str) -> bool {
    // Nearly all pairs end here.
    if one.as_bytes().first() != other.as_bytes().first() {
        return false;
    }
    let (one_letters, other_letters) = (one.chars().count(), other.chars().count());
    let shared = (one.chars().zip(other.chars()))
        .take_while(|(one, other)| one == other)
        .count();
    let (shorter, longer) = (
        one_letters.min(other_letters),
        one_letters.max(other_letters),
    );
    // A word that goes on ("bake", "baked") need be no longer than a stem. One
    // that changes must share more: "bread" does not take up "break".
    let grown = shared == shorter && shared >= STEM;
    let turned = shared > STEM;
    let plural = shared == shorter
        && shared + 1 == STEM
        && shared + 1 == longer
        && (one.ends_with(['s', 'x']) || other.ends_with(['s', 'x']));
    plural || (grown || turned) && shared + ENDING >= longer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes_up(post: &str, draft: &str, language: Language) -> bool {
        Content::of(&Text::new(post), language).is_taken_up_by(&Text::new(draft))
    }

    #[test]
    fn forms_of_a_word_are_that_word() {
        for (one, other) in [
            ("tomato", "tomatoes"),
            ("cat", "cats"),
            ("bake", "baked"),
            ("garden", "gardening"),
            ("frosty", "frost"),
            ("jardin", "jardins"),
            ("recette", "recettes"),
        ] {
            assert!(alike(one, other) && alike(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("bread", "break"),
            ("car", "card"),
            ("car", "carpet"),
            ("a", "as"),
        ] {
            assert!(!alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn small_words_take_nothing_up() {
        let post = "I moved the tomatoes indoors last night.";
        assert!(takes_up(post, "Which tomato do you grow?", Language::En));
        assert!(takes_up(post, "> I moved the tomatoes\nwow", Language::En));
        assert!(!takes_up(
            post,
            "I think that the last thing is nice.",
            Language::En
        ));
        let post = "J’ai rentré l’oranger à cause du gel.";
        assert!(takes_up(post, "Quel oranger avez-vous ?", Language::Fr));
        assert!(!takes_up(post, "J’ai bien ri de tout cela.", Language::Fr));
    }
}
