//! Does a post tell of something hard, and is it the author's own?

use crate::text::Text;
use crate::text::phrases::{Hit, Phrases};
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

/// Phrases that hold a hard word and tell nothing hard.
#[rustfmt::skip] // as a word list, not a word a line
const HARMLESS: [&[&str]; 2] = [
    &[
        "killed it", "dead simple", "dead easy", "dead end", "dead tree", "dead wood",
        "burnt out bulb", "i'm afraid", "war and peace", "star wars", "put down the", "put down my",
        "dead code", "drop dead gorgeous", "a crash course", "dead battery", "to die for",
        "scared to ask", "the rejected",
    ],
    &[
        "mort de rire", "morte de rire", "mort de faim", "morte de faim", "nature morte",
        "point mort", "peur de rien", "angle mort", "bois mort", "feuilles mortes",
        "guerre et paix", "guerre des étoiles", "à mourir de rire", "temps mort",
    ],
];

#[rustfmt::skip] // as a word list, not a word a line
const ENGLISH: &[&str] = &[
    "died", "dies", "passed away", "passed on", "funeral", "grief", "grieving", "mourning",
    "lost my", "lost our", "lost both", "cancer", "tumour", "tumor", "diagnosed", "diagnosis",
    "terminal", "hospice", "hospital", "chemo", "a stroke", "surgery", "miscarriage", "miscarried",
    "stillborn", "suicide", "suicidal", "depression", "depressed", "burnout", "burned out",
    "burnt out", "laid off", "layoff*", "let me go", "let us go", "let go from", "got fired",
    "was fired", "made redundant", "redundancy", "unemployed", "lost his", "lost her",
    "lost their", "divorce", "divorced", "broke up", "breakup", "left me", "lonely", "loneliness",
    "panic attack*", "anxiety", "relapse*", "abuse*", "assaulted", "evicted", "eviction",
    "homeless", "killed", "victims", "tragedy", "war", "heartbroken", "dementia", "alzheimer*",
    "chronic", "in pain", "ashes", "buried", "burial", "put to sleep", "put down", "i miss",
    "miss her", "miss him", "miss them", "without him", "without her", "crying", "i cried",
    "scared", "afraid", "exhausted", "can't sleep", "can't cope", "overdose", "accident", "crash",
    "flare up", "long covid", "bankrupt*", "sobbing", "last breath", "icu", "intensive care",
    "dying", "dead", "seizure*", "estranged", "bullied", "earthquake", "flood", "floods",
    "wildfire", "shooting", "late husband", "late wife", "widow*", "migraine*",
    "i'm struggling", "rejected", "rejection",
];

#[rustfmt::skip] // as a word list, not a word a line
const FRENCH: &[&str] = &[
    "mort", "morte", "morts", "mortes", "décédé*", "décès", "obsèques", "enterrement", "enterré*",
    "deuil", "perdu mon", "perdu ma", "perdu mes", "perdu notre", "perdu nos", "cancer", "tumeur",
    "diagnostic", "diagnostiqué*", "phase terminale", "hôpital", "hospitalisé*", "opéré*",
    "chimio", "chimiothérapie", "avc", "fausse couche", "suicide", "suicidaire*", "dépression",
    "déprimé*", "burn-out", "licencié*", "viré", "virée", "virés", "licenciement", "au chômage",
    "plan social", "divorce", "divorcé*", "rupture", "m'a quitté*", "nous a quitté*",
    "s'est éteint*", "solitude", "seule au monde", "crise d'angoisse", "crises d'angoisse",
    "angoisse*", "anxiété", "rechute*", "agressé*", "violences", "expulsé*", "à la rue", "tué*",
    "victimes", "tragédie", "guerre", "le coeur brisé", "endeuillé*", "disparition", "maladie",
    "malade", "cauchemar", "alzheimer", "euthanasi*", "endormi pour toujours", "me manque",
    "me manquent", "nous manque", "pleuré", "je pleure", "peur", "à bout", "épuisé*", "épuisement",
    "accident", "cendres", "soins palliatifs", "réanimation", "séisme", "inondation*", "incendie",
    "attentat", "veuf", "veuve", "harcelé*", "harcèlement", "surendett*", "douleurs chroniques",
    "fibromyalgie", "endométriose", "migraine*", "larmes", "faillite", "liquidation", "disparu*",
    "parti trop tôt", "partie trop tôt", "mourir",
];

#[rustfmt::skip] // as a word list, not a word a line
const ENGLISH_OWN: &[&str] = &[
    "i", "i'm", "i've", "my", "me", "we", "our", "us", "i'd", "we've", "we're",
];
#[rustfmt::skip] // as a word list, not a word a line
const FRENCH_OWN: &[&str] = &[
    "je", "j'ai", "j'étais", "j'avais", "j'en", "ma", "mon", "mes", "moi", "m'a", "m'ont", "nous",
    "notre", "nos", "me", "on",
];

struct Lists {
    hard: Phrases<()>,
    harmless: Phrases<()>,
    own: Phrases<()>,
}

static LISTS: LazyLock<[Lists; 2]> = LazyLock::new(|| {
    let phrases =
        |list: &[&'static str]| Phrases::new(list.iter().map(|phrase| (*phrase, ())));
    let lists = |hard, own, harmless| Lists {
        hard: phrases(hard),
        harmless: phrases(harmless),
        own: phrases(own),
    };
    let [english, french] = HARMLESS;
    [
        lists(ENGLISH, ENGLISH_OWN, english),
        lists(FRENCH, FRENCH_OWN, french),
    ]
});

/// How hard what a text tells is. Own is what is told in a sentence in which
/// the author speaks of themself.
pub(super) fn weight(text: &Text<'_>, language: Language) -> Weight {
    let lists = match language {
        Language::En => &LISTS[0],
        Language::Fr => &LISTS[1],
    };
    let sentence = |token: usize| text.tokens().get(token).map(|token| token.sentence);
    let harmless = lists.harmless.find(text);
    let mut hard = lists.hard.find(text);
    hard.retain(|hit| {
        let within = |other: &Hit<'_, ()>| other.first <= hit.first && hit.last <= other.last;
        let quoted = (text.tokens().get(hit.first)).is_some_and(|token| token.quoted);
        !quoted && !harmless.iter().any(within)
    });
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
    fn a_figure_of_speech_is_no_loss() {
        assert_eq!(of("My band killed it last night.", Language::En), Weight::Light);
        assert_eq!(of("J’étais morte de rire hier.", Language::Fr), Weight::Light);
        assert_eq!(
            of("My neighbour said “he died” and laughed.", Language::En),
            Weight::Light
        );
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
