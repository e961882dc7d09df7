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
    /// Something hard happened to the author; this sentence tells it.
    OwnHard(usize),
}

/// What is hard whoever it happened to, and told so in the news.
#[rustfmt::skip] // as a word list, not a word a line
const GRAVE: [&[&str]; 2] = [
    &[
        "died", "dies", "dead", "dying", "passed away", "killed", "victims", "tragedy", "war",
        "earthquake", "flood", "floods", "wildfire", "shooting", "suicide", "funeral", "crash",
        "cancer", "homeless", "abuse*", "assaulted",
    ],
    &[
        "mort", "morte", "morts", "mortes", "décédé*", "décès", "obsèques", "enterrement", "été tué*", "tués", "tuées",
        "victimes", "tragédie", "guerre", "séisme", "inondation*", "incendie", "l'incendie",
        "attentat", "l'attentat", "suicide", "cancer", "agressé*", "violences", "à la rue",
        "disparu*", "disparition",
    ],
];

/// Phrases that hold a hard word and tell nothing hard.
#[rustfmt::skip] // as a word list, not a word a line
const HARMLESS: [&[&str]; 2] = [
    &[
        "killed it", "dead simple", "dead easy", "dead end", "dead tree", "dead wood",
        "burnt out bulb", "war and peace", "star wars", "put down the", "put down my",
        "dead code", "drop dead gorgeous", "a crash course", "dead battery", "to die for",
        "starting a war", "start a war", "price war", "tug of war", "the rejected",
    ],
    &[
        "mort de rire", "morte de rire", "mort de faim", "morte de faim", "nature morte",
        "point mort", "guerre des prix", "angle mort", "bois mort", "feuilles mortes",
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
    "i'm scared", "i'm so scared", "i am scared", "i'm afraid of", "i'm terrified", "i'm exhausted",
    "we're exhausted", "lets me go", "letting me go", "can't sleep", "can't cope", "overdose", "accident", "crash",
    "flare up", "long covid", "bankrupt*", "sobbing", "last breath", "icu", "intensive care",
    "dying", "dead", "seizure*", "estranged", "bullied", "earthquake", "flood", "floods",
    "wildfire", "shooting", "late husband", "late wife", "widow*", "migraine*",
    "i'm struggling", "rejected", "rejection", "after the operation", "my operation",
    "no longer with us", "slipped away", "rest in peace", "in loving memory", "closed our",
    "closing our", "shut our", "isn't being extended", "not being extended", "not renewed",
    "isn't being renewed", "won't be renewed", "side effects", "no place for me", "cleared my desk", "packed my desk", "hands shake", "my hands shaking",
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
    "angoisse*", "anxiété", "rechute*", "agressé*", "violences", "expulsé*", "à la rue", "été tué*", "tués", "tuées",
    "victimes", "tragédie", "guerre", "le coeur brisé", "endeuillé*", "disparition", "maladie",
    "malade", "cauchemar", "alzheimer", "euthanasi*", "endormi pour toujours", "me manque",
    "me manquent", "nous manque", "pleuré", "je pleure", "j'ai peur", "j'ai si peur", "j'ai tellement peur", "à bout", "je suis épuisé*",
    "épuisement", "se sépare de moi", "se séparent de moi",
    "accident", "cendres", "soins palliatifs", "réanimation", "séisme", "inondation*", "incendie",
    "attentat", "veuf", "veuve", "harcelé*", "harcèlement", "surendett*", "douleurs chroniques",
    "fibromyalgie", "endométriose", "migraine*", "larmes", "faillite", "liquidation", "disparu*",
    "endormir notre", "fait piquer", "covid long", "est supprimé", "suis fait virer",
    "fait virer", "supprime mon poste", "parti trop tôt", "partie trop tôt", "mourir", "après l'opération", "mon opération",
    "repose en paix", "fermé notre", "ferme notre", "pas renouvelé", "non renouvelé",
    "pas reconduit", "effets secondaires", "plus de place pour moi", "vidé mon bureau",
    "l'hôpital", "l'enterrement", "l'accident", "l'incendie", "l'endométriose", "l'anxiété",
    "d'anxiété", "l'angoisse", "d'angoisse", "l'avc", "d'alzheimer", "l'épuisement", "d'épuisement",
    "l'attentat", "d'un accident", "trembler les mains", "mains tremblent",
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

/// Kin and the like.
#[rustfmt::skip] // as a word list, not a word a line
const KIN: [&[&str]; 2] = [
    &[
        "dad", "father", "mum", "mom", "mother", "uncle", "aunt", "grandma", "grandpa",
        "grandmother", "grandfather", "nan", "granddad", "brother", "sister", "husband", "wife",
        "partner", "son", "daughter", "friend", "cousin", "neighbour", "neighbor", "dog", "cat",
    ],
    &[
        "pere", "mere", "papa", "maman", "oncle", "tante", "grand", "papi", "mamie", "frere",
        "soeur", "mari", "femme", "compagnon", "compagne", "fils", "fille", "ami", "amie",
        "cousin", "cousine", "voisin", "voisine", "chien", "chat", "chienne", "chatte",
    ],
];

/// What is said of them where a death is not named.
const GONE: [&[&str]; 2] = [
    &["is gone", "has gone", "left us", "has left us"],
    &[
        "est parti",
        "est partie",
        "n'est plus",
        "nous a laissés",
        "s'en est allé",
        "s'en est allée",
    ],
];

/// What follows when nobody has gone anywhere.
#[rustfmt::skip] // as a word list, not a word a line
const GONE_WHEN: &[&str] = &[
    "last", "this", "on", "yesterday", "today", "too", "peacefully", "hier", "ce", "cette", "dans",
    "trop", "paisiblement", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];

struct Lists {
    kin: &'static [&'static str],
    gone: Phrases<()>,
    hard: Phrases<()>,
    grave: Phrases<()>,
    harmless: Phrases<()>,
    own: Phrases<()>,
}

/// By language, each made when it is first needed.
static LISTS: [LazyLock<Lists>; 2] = [
    LazyLock::new(|| lists(ENGLISH, ENGLISH_OWN, 0)),
    LazyLock::new(|| lists(FRENCH, FRENCH_OWN, 1)),
];

fn lists(hard: &[&'static str], own: &[&'static str], language: usize) -> Lists {
    let phrases = |list: &[&'static str]| Phrases::new(list.iter().map(|phrase| (*phrase, ())));
    Lists {
        kin: KIN[language],
        gone: phrases(GONE[language]),
        hard: phrases(hard),
        grave: phrases(GRAVE[language]),
        harmless: phrases(HARMLESS[language]),
        own: phrases(own),
    }
}

/// Builds the lists of a language.
pub(super) fn prepare(language: Language) {
    LazyLock::force(&LISTS[language as usize]);
}

/// Whether a text tells of something hard that happened to its author. Texts in
/// languages other than English and French are not read.
pub fn tells_own_hardship(text: &str, language: Option<Language>) -> bool {
    let read = |language| matches!(weight(&Text::new(text), language), Weight::OwnHard(_));
    language.is_some_and(read)
}

/// How hard what a text tells is. Own is what is told in a sentence in which
/// the author speaks of themself, or beside one.
pub(super) fn weight(text: &Text<'_>, language: Language) -> Weight {
    let lists = &LISTS[language as usize];
    let sentence = |token: usize| text.tokens().get(token).map(|token| token.sentence);
    let folded = |token: usize| text.tokens().get(token).map(|token| text.folded(token));
    // "My uncle is gone", and not "my uncle is gone to Leeds".
    let gone = lists.gone.find(text).into_iter().filter(|hit| {
        let next = hit.last + 1;
        let ends = sentence(next) != sentence(hit.last)
            || folded(next).is_some_and(|word| GONE_WHEN.contains(&word));
        let kin = (0..hit.first)
            .rev()
            .take_while(|token| sentence(*token) == sentence(hit.first))
            .any(|token| folded(token).is_some_and(|word| lists.kin.contains(&word)));
        ends && kin
    });
    let harmless = lists.harmless.find(text);
    let mut hard = lists.hard.find(text);
    hard.retain(|hit| {
        let within = |other: &Hit<'_, ()>| other.first <= hit.first && hit.last <= other.last;
        let quoted = (text.tokens().get(hit.first)).is_some_and(|token| token.quoted);
        !quoted && !harmless.iter().any(within)
    });
    hard.extend(gone);
    if hard.is_empty() {
        return Weight::Light;
    }
    let own: Vec<usize> = (lists.own.find(text).iter())
        .filter_map(|hit| sentence(hit.first))
        .collect();
    let grave = lists.grave.find(text);
    let others = || {
        let told = |hit: &Hit<'_, ()>| grave.iter().any(|grave| grave.first == hit.first);
        if hard.iter().any(told) {
            Weight::Hard
        } else {
            Weight::Light
        }
    };
    let told = || hard.iter().filter_map(|hit| sentence(hit.first));
    let beside = |told: &usize| own.iter().any(|own| own.abs_diff(*told) == 1);
    told()
        .find(|told| own.contains(told))
        .or_else(|| told().find(beside))
        .map_or_else(others, Weight::OwnHard)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, language: Language) -> Weight {
        weight(&Text::new(text), language)
    }

    #[test]
    fn a_figure_of_speech_is_no_loss() {
        assert_eq!(
            of("My band killed it last night.", Language::En),
            Weight::Light
        );
        assert_eq!(
            of("J’étais morte de rire hier.", Language::Fr),
            Weight::Light
        );
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
        assert_eq!(
            of("It is cancer. I have not told my kids.", Language::En),
            Weight::OwnHard(0)
        );
        assert_eq!(
            of("My uncle Ben is gone.", Language::En),
            Weight::OwnHard(0)
        );
        assert_eq!(
            of("My uncle Ben is gone to Leeds.", Language::En),
            Weight::Light
        );
        assert_eq!(
            of("Mon oncle est parti hier.", Language::Fr),
            Weight::OwnHard(0)
        );
        assert_eq!(
            of("Mon oncle est parti à Lyon.", Language::Fr),
            Weight::Light
        );
        assert_eq!(of("My bread is flat.", Language::En), Weight::Light);
        assert_eq!(
            of("J’ai perdu mon père hier.", Language::Fr),
            Weight::OwnHard(0)
        );
        assert_eq!(of("Le peintre est mort hier.", Language::Fr), Weight::Hard);
    }
}
