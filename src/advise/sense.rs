//! What a sentence of a post is for: a joy, a claim, something lived; and posts
//! to which nothing is said.

use crate::text::phrases::{Hit, Phrases};
use crate::text::{Sentence, Text};
use crate::words::Language;
use std::sync::LazyLock;

#[rustfmt::skip] // as word lists, not a word a line
const JOYS: [&[&str]; 2] = [
    &[
        "got the job", "got a job", "the job offer", "passed my", "i passed", "he passed his",
        "she passed her", "got married", "got engaged", "said yes", "was born", "is born",
        "i did it", "we did it", "finished my", "graduated", "got accepted", "got into",
        "was accepted", "got promoted", "is published", "got published", "first place", "i won",
        "we won", "she won", "he won", "won the", "won a", "won first",
        "so happy", "so proud", "proud of", "good news", "great news",
        "thrilled", "over the moon", "cancer free", "in remission", "all clear", "without a drink", "without a cigarette", "days sober",
        "months sober", "years sober", "year sober", "best day", "dream come true", "we're expecting",
        "finally works", "my first book", "paid off my", "debt free", "new home", "our first home",
        "crossed the finish", "ran my first", "happy to share", "happy to announce", "got my licence",
        "got my license", "is walking again", "made my day",
    ],
    &[
        "bonne nouvelle", "j'ai réussi", "on a réussi", "avons réussi", "j'ai eu mon bac",
        "j'ai eu mon permis", "a eu son bac", "a eu son permis", "décroché", "est né", "est née",
        "sont nés", "sont nées", "mariés", "fiancés", "a dit oui", "diplômé", "diplômée",
        "si heureux", "si heureuse", "tellement heureux", "tellement heureuse", "trop content",
        "trop contente", "si content", "si contente", "fier de", "fière de", "tellement fier",
        "tellement fière", "on a gagné", "avons gagné", "j'ai gagné", "a gagné", "première place",
        "en rémission", "sans alcool", "sans une cigarette", "plus beau jour", "rêve devenu", "acceptée en", "accepté en", "été prise",
        "été pris", "premier marathon", "mon premier roman", "mon premier livre", "enfin chez nous",
        "attendons un", "heureux de vous annoncer", "heureuse de vous annoncer", "cdi",
        "heureuse d'annoncer", "heureux d'annoncer",
    ],
];

#[rustfmt::skip] // as word lists, not a word a line
const CLAIMS: [&[&str]; 2] = [
    &[
        "should", "shouldn't", "must", "ought to", "better than", "better for", "better when",
        "is better", "are better", "works better", "worse than", "is worse", "are worse", "the best",
        "the worst", "i think",
        "i believe", "i don't think", "i feel that", "i'd argue", "in my opinion", "imo", "overrated",
        "underrated", "too many", "too much", "too often", "too little", "the problem", "the point",
        "needs to", "need to", "matters", "deserve", "deserves", "is not a", "isn't a", "aren't a",
        "makes no sense", "makes sense", "unfair", "nobody talks", "rather than", "waste of",
        "never about", "i prefer", "i'd rather", "isn't about", "is about", "don't need",
        "doesn't need", "more important", "most important", "unpopular opinion", "not the answer",
        "kills", "the trouble with",
    ],
    &[
        "faut", "faudrait", "devrait", "devraient", "devrions", "doit", "doivent",
        "mieux qu*", "vaut mieux", "est mieux", "meilleur*", "pire que", "est pire", "je pense", "je crois", "je trouve", "à mon avis", "selon moi",
        "je suis convaincu*", "je préfère", "trop de", "beaucoup trop", "le problème", "plutôt que",
        "au lieu de", "mérite*", "n'est pas", "ne sont pas", "injuste*", "ne sert à", "vaut",
        "surcoté*", "sous-estimé*", "plus important", "on oublie", "n'a pas besoin", "ne devrait",
    ],
];

/// What only sounds like a claim.
#[rustfmt::skip] // as word lists, not a word a line
const NO_CLAIMS: [&[&str]; 2] = [
    &["i think of", "i think about", "must have", "should have", "the best man"],
    &["je pense à", "je pense aux", "je pense au", "je pense souvent", "je crois en", "j'y pense"],
];

/// How news tell who said or decided it.
#[rustfmt::skip] // as word lists, not a word a line
const REPORTS: [&[&str]; 2] = [
    &[
        "ruled", "announced", "officials", "according to", "spokes*", "decided on", "said on",
        "said this", "voted", "council voted", "researchers", "scientists", "police said",
        "the government", "parliament", "the ministry",
    ],
    &[
        "a annoncé", "ont annoncé", "a jugé", "a décidé", "a voté", "ont voté", "selon les",
        "selon la", "selon le", "d'après les", "les autorités", "chercheurs", "porte-parole",
        "le gouvernement", "le ministère", "le parlement", "a indiqué", "ont indiqué",
    ],
];

/// Beginnings of questions with which adverts begin.
#[rustfmt::skip] // as word lists, not a word a line
const PITCHES: [&[&str]; 2] = [
    &[
        "tired of", "struggling with", "struggling to", "looking for", "need", "want to", "want a",
        "ready to", "ready for", "fed up with", "searching for", "dreaming of", "still using",
    ],
    &[
        "fatigué", "fatiguée", "marre de", "envie de", "envie d'un", "envie d'une", "besoin de",
        "besoin d'un", "besoin d'une", "mal au", "mal de", "prêt à", "prête à", "prêts à",
        "vous rêvez", "vous cherchez", "vous en avez", "à la recherche",
    ],
];

/// Beginnings of adverts.
#[rustfmt::skip] // as word lists, not a word a line
const SHOWS: [&[&str]; 2] = [
    &[
        "meet the", "meet our", "meet your", "introducing", "discover", "say goodbye", "say hello",
        "upgrade your", "try our", "treat yourself", "get ready", "don't miss", "join us", "unlock",
    ],
    &[
        "découvrez", "voici notre", "dites adieu", "craquez", "offrez", "laissez-vous", "optez",
        "ne manquez", "faites-vous", "rejoignez", "testez", "boostez",
    ],
];

/// Past forms of irregular English verbs that people tell of themselves with.
#[rustfmt::skip] // as a word list, not a word a line
const PAST: &[&str] = &[
    "was", "were", "had", "did", "went", "came", "took", "made", "got", "found", "left", "lost",
    "met", "told", "said", "saw", "thought", "felt", "kept", "began", "bought", "brought", "built",
    "taught", "learnt", "spent", "sold", "gave", "grew", "knew", "ran", "rode", "sat",
    "slept", "spoke", "stood", "swam", "threw", "woke", "wore", "won", "wrote", "broke", "chose",
    "drove", "ate", "fell", "forgot", "heard", "held", "hid", "hung", "quit",
    "paid", "sent", "sewed", "sang", "been", "drew", "flew", "fed", "dug"
];

const ENGLISH_ME: &[&str] = &["i", "we", "i'd", "we'd"];

/// What is for sale, begs for clicks, or is a joke or said in irony, where the
/// readings of the text do not see it.
#[rustfmt::skip] // as word lists, not a word a line
const CLOSED: [&[&str]; 2] = [
    &[
        "link in bio", "link in my bio", "use code", "promo code", "discount code", "order now",
        "order yours", "order today", "preorder", "pre-order", "shop now", "buy now", "buy one",
        "sign up now", "free trial", "limited time", "while stocks last", "while supplies last",
        "free shipping", "free delivery", "delivered tomorrow", "cancel anytime", "subscription", "dm me", "dm us", "book your", "book now", "book a", "free consultation", "free quote", "book a call",
        "for sale", "discount", "follow for", "follow me", "giveaway", "tag a", "sale ends",
        "subscribe", "masterclass", "webinar", "new in the shop", "new in store", "our new", "supermarkets",
        "retailers", "now available", "available now", "in stores", "on sale", "claim yours", "get yours", "spots left", "limited edition", "sponsored",
        "knock knock", "walks into a", "walk into a", "dad joke", "punchline", "why did the", "oh great", "oh good", "oh wonderful", "oh sure", "oh look",
        "how surprising", "what a surprise", "could go wrong", "yeah right", "yeah sure", "slow clap",
        "thanks for nothing", "just what i needed", "just what we needed", "because of course",
        "love it when", "i love how", "love when", "nothing says", "great another", "oh joy", "wonderful another", "fantastic another",
        "perfect another", "said no one", "shocker",
        "bravo", "genius move", "truly visionary", "well done to",
    ],
    &[
        "lien en bio", "lien dans la bio", "lien dans ma bio", "code promo", "avec le code",
        "en promo", "promo", "commandez", "économisez", "prenez rendez-vous", "devis gratuit", "consultation gratuite",
        "offre limitée", "offre spéciale", "offre de lancement",
        "livraison offerte", "livraison gratuite", "livré demain", "sans engagement", "l'abonnement", "livrée demain", "profitez", "profitez-en", "réservez",
        "abonnez-vous", "abonne-toi", "tentez de gagner", "jeu-concours", "taguez",
        "identifiez", "partagez si", "likez", "like si", "soldes", "essai gratuit", "essayez", "gratuitement", "masterclass", "webinaire",
        "nouveau en boutique", "en magasin", "en vente", "disponible dès", "dans nos magasins",
        "notre nouvelle gamme", "notre nouveau produit", "en supermarché", "prenez votre place", "en mp",
        "places limitées", "dernières places", "à vendre", "prix cassé*", "précommande*",
        "sponsorisé", "super encore", "génial encore", "formidable encore", "ah super", "oh super", "ah génial",
        "parfait encore", "rien ne dit mieux", "blague", "blagues", "monsieur et madame",
        "un fou qui", "c'est l'histoire d'un", "toto", "merci pour rien", "ben voyons", "mais bien sûr",
        "quelle surprise", "comme par hasard", "j'adore quand", "bravo la", 
        "bravo le", "bravo les", "tout va bien dans", "bien joué", "j'adore comment",
        "il manquait plus que", "manquait plus que", "encore une belle",
    ],
];

/// What shows that its author looks for something.
#[rustfmt::skip] // as word lists, not a word a line
const SEEKS: [&[&str]; 2] = [
    &[
        "looking for", "searching for", "in search of", "i'm looking for", "i am looking for",
        "we're looking for a", "i need a", "i need some", "i'm trying to find",
    ],
    &[
        "je cherche", "on cherche", "nous cherchons", "je recherche", "j'ai besoin d'un",
        "j'ai besoin d'une",
    ],
];

/// Anger at how things are.
#[rustfmt::skip] // as word lists, not a word a line
const ANGER: [&[&str]; 2] = [
    &[
        "furious", "fed up", "sick of", "so tired of", "drives me mad", "drives me crazy",
        "drives me up", "outrage*", "disgrace*", "shameful", "infuriat*", "livid", "makes me angry",
        "boils my blood", "enough is enough", "angry", "losing my patience", "lost my patience",
        "because of you", "had enough",
    ],
    &[
        "hors de moi", "furieux", "furieuse", "ras le bol", "marre", "scandale*", "honteux",
        "honteuse", "honte", "inadmissible*", "me rend dingue", "me rend fou", "me rend folle",
        "ça suffit", "en colère", "ma patience", "perds patience", "à cause de vous", "à cause de toi", "insupportable*", "révolt*",
    ],
];

/// Laughter. Who laughs and asks still asks.
#[rustfmt::skip] // as word lists, not a word a line
const LAUGHS: [&[&str]; 2] = [
    &["lol", "lmao", "rofl", "haha*"],
    &["mdr", "ptdr", "lol", "haha*"],
];

/// Emoji that show that a text is not meant as it is said.
const WINKS: &[char] = &['😂', '🤣', '🙄', '🤡', '💀', '😹', '🙃', '😏'];

struct Lists {
    joys: Phrases<()>,
    claims: Phrases<()>,
    no_claims: Phrases<()>,
    reports: Phrases<()>,
    pitches: Phrases<()>,
    shows: Phrases<()>,
    seeks: Phrases<()>,
    closed: Phrases<()>,
    laughs: Phrases<()>,
    anger: Phrases<()>,
}

/// By language, each made when it is first needed.
static LISTS: [LazyLock<Lists>; 2] = [
    LazyLock::new(|| lists(Language::En)),
    LazyLock::new(|| lists(Language::Fr)),
];

fn lists(language: Language) -> Lists {
    let of = |lists: &[&[&'static str]; 2]| {
        Phrases::new(lists[language as usize].iter().map(|phrase| (*phrase, ())))
    };
    Lists {
        joys: of(&JOYS),
        claims: of(&CLAIMS),
        no_claims: of(&NO_CLAIMS),
        reports: of(&REPORTS),
        pitches: of(&PITCHES),
        shows: of(&SHOWS),
        seeks: of(&SEEKS),
        closed: of(&CLOSED),
        laughs: of(&LAUGHS),
        anger: of(&ANGER),
    }
}

/// Which sentences of a text are for what, by their index.
#[derive(Debug, Default)]
pub(super) struct Senses {
    /// They tell of something good.
    pub joys: Vec<usize>,
    /// They say how things are, should be, or are better.
    pub claims: Vec<usize>,
    /// They say what the author looks for.
    pub seeks: Vec<usize>,
    /// They tell what the author did or lived through.
    pub lived: Vec<usize>,
}

/// What the sentences of a text are for.
pub(super) fn of(text: &Text<'_>, language: Language) -> Senses {
    let lists = &LISTS[language as usize];
    let sentences = |phrases: &Phrases<()>| -> Vec<usize> {
        (phrases.find(text).iter())
            .filter_map(|hit| text.tokens().get(hit.first))
            .filter(|token| !token.quoted)
            .map(|token| token.sentence)
            .collect()
    };
    let lived: Vec<usize> = (text.sentences().iter().enumerate())
        .filter(|(_, sentence)| is_lived(text, language, sentence))
        .map(|(at, _)| at)
        .collect();
    Senses {
        joys: {
            let mut joys = sentences(&lists.joys);
            joys.retain(|joy| !is_of_another(text, *joy));
            joys
        },
        claims: if lists.reports.find(text).is_empty() {
            let none = sentences(&lists.no_claims);
            let mut claims = sentences(&lists.claims);
            claims.retain(|claim| !none.contains(claim));
            claims
        } else {
            Vec::new()
        },
        seeks: (lists.seeks.find(text).iter())
            .filter(|hit| seeks_itself(text, language, hit))
            .filter_map(|hit| Some(text.tokens().get(hit.first)?.sentence))
            .collect(),
        lived,
    }
}

/// Whether the author seeks, and nobody else: it is said at the beginning, or
/// with "I" or "we".
fn seeks_itself(text: &Text<'_>, language: Language, hit: &Hit<'_, ()>) -> bool {
    let first = text.tokens().get(hit.first);
    language == Language::Fr
        || first.is_some_and(|token| {
            let word = text.folded(token);
            let begins = (text.sentences().get(token.sentence))
                .is_some_and(|sentence| sentence.tokens.start == hit.first);
            begins || matches!(word, "i" | "i'm" | "we're")
        })
}

/// Whether a text sells, begs, jokes or means the opposite of what it says.
/// One that `asks` may laugh.
pub(super) fn is_closed(text: &Text<'_>, language: Language, asks: bool) -> bool {
    let lists = &LISTS[language as usize];
    let laughs = || text.raw().contains(WINKS) || !lists.laughs.find(text).is_empty();
    text.raw().trim_end().ends_with("/s")
        || !lists.closed.find(text).is_empty()
        || is_riddle(text)
        || is_pitch(text, language)
        || !asks && laughs()
}

/// Whether a word is written as only names of products are ("AromaPod").
fn is_brand(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    (letters.windows(2)).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase())
}

/// Whether a text begins as adverts do, names a product or a price, and nobody says "I" in it.
fn is_pitch(text: &Text<'_>, language: Language) -> bool {
    let me = |word: &str| match language {
        Language::En => matches!(word, "i" | "i'm" | "i've" | "i'd" | "my" | "me"),
        Language::Fr => {
            matches!(word, "je" | "me" | "mon" | "ma" | "mes" | "moi") || word.starts_with("j'")
        }
    };
    if text.tokens().iter().any(|token| me(text.folded(token))) {
        return false;
    }
    let raw = text.raw();
    let priced = raw.contains(['€', '£', '$']) || raw.contains(" euros");
    let lists = &LISTS[language as usize];
    let begins = |phrases: &Phrases<()>| phrases.find(text).iter().any(|hit| hit.first == 0);
    let asks_first = text.sentences().first().is_some_and(|first| first.question);
    asks_first && begins(&lists.pitches)
        || begins(&lists.shows)
        || text
            .tokens()
            .iter()
            .any(|token| is_brand(text.original(token)))
        || priced && raw.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether a text says that its author is angry, or contradicts from its first word.
pub(super) fn is_angry(text: &Text<'_>, language: Language) -> bool {
    let denies = |word: &str| matches!(word, "no" | "nope" | "wrong" | "non" | "faux");
    // "No, …" goes on with somebody else's quarrel.
    let tokens = text.tokens();
    tokens
        .first()
        .is_some_and(|token| denies(text.folded(token)))
        && tokens.get(1).is_some_and(|token| token.after_break)
        || !LISTS[language as usize].anger.find(text).is_empty()
}

/// Whether a text asks why and answers itself in the next breath.
fn is_riddle(text: &Text<'_>) -> bool {
    let first = |sentence: &Sentence| text.folded(&text.tokens()[sentence.tokens.start]);
    text.sentences().windows(2).any(|pair| {
        pair[0].question
            && matches!(first(&pair[0]), "why" | "pourquoi")
            && matches!(first(&pair[1]), "because" | "parce")
    })
}

/// Whether a sentence is about someone who was named before. (A "she said yes"
/// is told by the one who asked.)
fn is_of_another(text: &Text<'_>, sentence: usize) -> bool {
    let first = (text.sentences().get(sentence))
        .and_then(|sentence| text.tokens().get(sentence.tokens.start));
    first.is_some_and(|token| {
        matches!(
            text.folded(token),
            "he" | "they" | "it" | "il" | "ils" | "elles"
        )
    })
}

/// Whether a sentence tells what its author did or lived through.
fn is_lived(text: &Text<'_>, language: Language, sentence: &Sentence) -> bool {
    let words: Vec<&str> = (text.tokens()[sentence.tokens.clone()].iter())
        .map(|token| text.folded(token))
        .collect();
    match language {
        Language::En => {
            let past = |word: &&str| PAST.contains(word) || word.len() > 4 && word.ends_with("ed");
            // The verb stands shortly after the person.
            words
                .windows(2)
                .any(|pair| ENGLISH_ME.contains(&pair[0]) && past(&pair[1]))
                || words.windows(3).any(|three| {
                    ENGLISH_ME.contains(&three[0])
                        && past(&three[2])
                        && !matches!(three[1], "to" | "have" | "am" | "are" | "want")
                })
        }
        Language::Fr => words.windows(2).any(|pair| {
            let imperfect = |word: &str| word.len() > 5 && word.ends_with("ais");
            match pair[0] {
                "j'ai" | "j'avais" | "j'etais" => true,
                "je" => imperfect(pair[1]) || matches!(pair[1], "suis" | "m'etais"),
                "nous" => matches!(pair[1], "avons" | "avions" | "etions" | "sommes"),
                "on" => matches!(pair[1], "a" | "avait" | "etait" | "s'est"),
                first => {
                    first.starts_with("j'") && imperfect(first)
                        || matches!(first, "m'a" | "m'avait" | "m'ont")
                }
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn senses(text: &str, language: Language) -> Senses {
        of(&Text::new(text), language)
    }

    #[test]
    fn sentences_are_sorted_by_what_they_are_for() {
        let english = senses(
            "I got the job! We moved here in March. Trains should run at night.",
            Language::En,
        );
        assert_eq!(english.joys, [0]);
        assert_eq!(english.claims, [2]);
        assert!(english.lived.contains(&1) && !english.lived.contains(&2));
        let french = senses(
            "J’ai réussi mon examen ! Je cherchais depuis mars. Il faut des trains la nuit.",
            Language::Fr,
        );
        assert_eq!(french.joys, [0]);
        assert_eq!(french.claims, [2]);
        assert!(french.lived.contains(&1) && !french.lived.contains(&2));
    }

    #[test]
    fn what_is_sold_or_not_meant_is_closed() {
        for (text, language) in [
            ("Oh great, another meeting about meetings.", Language::En),
            ("A new lamp for the kitchen, link in bio.", Language::En),
            ("Ben voyons, encore un train supprimé.", Language::Fr),
            (
                "Why is the scarecrow famous? Because he stands out.",
                Language::En,
            ),
            (
                "Tired of a dark kitchen? This lamp shines for years.",
                Language::En,
            ),
            (
                "La lampe de cuisine, 79 euros, en trois couleurs.",
                Language::Fr,
            ),
            ("Monday is my favourite day 🙄", Language::En),
        ] {
            assert!(is_closed(&Text::new(text), language, false), "{text}");
        }
        let open = Text::new("The new lamp for the kitchen is here.");
        assert!(!is_closed(&open, Language::En, false));
        let laughing = Text::new("Haha, what is that lamp?");
        assert!(!is_closed(&laughing, Language::En, true));
    }
}
