//! Does a post tell of something hard, and is it the author's own?

use crate::text::Text;
use crate::text::phrases::Phrases;
use crate::words::Language;
use std::sync::LazyLock;

/// How hard what a post tells is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Nothing of the kind was found.
    Light,
    /// Something hard happened, to others or in the news.
    Hard,
    /// Something hard happened to the author; in this sentence they say so.
    OwnHard(usize),
}

#[rustfmt::skip] // as a word list, not a word a line
const ENGLISH: &[&str] = &[
    "died", "dies", "passed away", "funeral", "grief", "grieving", "mourning", "lost my",
    "lost our", "cancer", "diagnosed", "diagnosis", "terminal", "hospice", "hospital", "chemo",
    "stroke", "surgery", "miscarriage", "stillborn", "suicide", "suicidal", "depression",
    "depressed", "burnout", "burned out", "burnt out", "laid off", "let go", "got fired",
    "was fired", "lost his", "lost her", "lost their", "divorce", "broke up", "breakup", "lonely",
    "loneliness", "panic attack*", "anxiety", "relapse*", "abuse*", "assaulted", "evicted",
    "homeless", "killed", "victims", "tragedy", "war", "heartbroken",
];

#[rustfmt::skip] // as a word list, not a word a line
const FRENCH: &[&str] = &[
    "mort", "morte", "décédé*", "décès", "obsèques", "enterrement", "deuil", "perdu mon",
    "perdu ma", "perdu mes", "perdu notre", "cancer", "diagnostic", "diagnostiqué*",
    "phase terminale", "hôpital", "chimio", "avc", "fausse couche", "suicide", "suicidaire*",
    "dépression", "déprimé*", "burn-out", "licencié*", "viré*", "licenciement", "au chômage",
    "divorce", "divorcé*", "rupture", "m'a quitté*", "solitude", "seule au monde",
    "crise d'angoisse", "crises d'angoisse", "anxiété", "rechute*", "agressé*", "violences",
    "expulsé*", "à la rue", "tué*", "victimes", "tragédie", "guerre", "le coeur brisé",
    "endeuillé*", "disparition", "maladie", "cauchemar",
];

#[rustfmt::skip] // as a word list, not a word a line
const ENGLISH_OWN: &[&str] = &[
    "i", "i'm", "i've", "my", "me", "we", "our", "us", "i'd",
];
#[rustfmt::skip] // as a word list, not a word a line
const FRENCH_OWN: &[&str] = &[
    "je", "j'ai", "j'étais", "j'avais", "ma", "mon", "mes", "moi", "m'a", "m'ont", "nous", "notre",
    "nos", "me",
];

struct Lists {
    hard: Phrases<()>,
    own: Phrases<()>,
}

/// By language, each made when it is first needed.
static LISTS: [LazyLock<Lists>; 2] = [
    LazyLock::new(|| lists(ENGLISH, ENGLISH_OWN)),
    LazyLock::new(|| lists(FRENCH, FRENCH_OWN)),
];

fn lists(hard: &[&'static str], own: &[&'static str]) -> Lists {
    let phrases = |list: &[&'static str]| Phrases::new(list.iter().map(|phrase| (*phrase, ())));
    Lists {
        hard: phrases(hard),
        own: phrases(own),
    }
}

/// Builds the lists of a language.
pub(super) fn prepare(language: Language) {
    LazyLock::force(&LISTS[language as usize]);
}

/// How hard what a text tells is. Own is what is told in a sentence in which
/// the author speaks of themself.
pub(super) fn weight(text: &Text<'_>, language: Language) -> Weight {
    let lists = &LISTS[language as usize];
    let sentence = |token: usize| text.tokens().get(token).map(|token| token.sentence);
    let hard = lists.hard.find(text);
    if hard.is_empty() {
        return Weight::Light;
    }
    let own: Vec<Option<usize>> = (lists.own.find(text).iter())
        .map(|hit| sentence(hit.first))
        .collect();
    (hard.iter().map(|hit| sentence(hit.first)))
        .find(|told| own.contains(told))
        .flatten()
        .map_or(Weight::Hard, Weight::OwnHard)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, language: Language) -> Weight {
        weight(&Text::new(text), language)
    }

    #[test]
    fn a_loss_is_the_authors_own_only_where_they_speak_of_themselves() {
        assert_eq!(
            of("My father died last week.", Language::En),
            Weight::OwnHard(0)
        );
        assert_eq!(
            of("The painter died last week.", Language::En),
            Weight::Hard
        );
        assert_eq!(of("My bread is flat.", Language::En), Weight::Light);
        assert_eq!(
            of("J’ai perdu mon père hier.", Language::Fr),
            Weight::OwnHard(0)
        );
        assert_eq!(of("Le peintre est mort hier.", Language::Fr), Weight::Hard);
    }
}
