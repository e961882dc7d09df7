//! The sentences of a post that a prompt can repeat.
//!
//! A sentence in quotation marks is always grammatical and always the
//! author's own. So what is quoted is a whole sentence, or, of one that is too
//! long, its beginning up to a comma: never words picked out of it.

use crate::text::stopwords;
use crate::text::{Sentence, Text, TokenKind, is_emoji};
use crate::words::Language;

/// Longer sentences are not repeated in a prompt, in characters.
const LONGEST: usize = 100;

/// Nor are longer questions.
const LONGEST_QUESTION: usize = 120;

/// Fewer tokens are no sentence that says something.
const LEAST_TOKENS: usize = 4;

/// And fewer are no question.
const LEAST_ASKED: usize = 3;

/// The beginning of a long sentence needs more, to stand alone.
const LEAST_CLAUSE: usize = 5;

/// So many words of a sentence must say something.
const LEAST_CONTENT: usize = 1;

/// More words than this that say something make a sentence no better.
const FULL_CONTENT: f32 = 5.0;

/// What a weakness of a sentence takes from its worth, in content words.
const HANGS_ON_OTHERS: f32 = 2.5;
const IS_CUT: f32 = 1.5;

/// What each sentence before one takes from its worth, up to six of them: what
/// a post begins with is mostly what it is about.
const LATER: f32 = 0.1;

/// A sentence that can be quoted.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quote {
    /// Index of the sentence.
    pub sentence: usize,
    /// As it stands in the text, its full stop taken away; `…` where it is cut.
    pub words: String,
    /// How well it stands for the post, in content words.
    pub worth: f32,
}

/// Signs of code, lists, links, marks and names of things: what holds one is not
/// repeated.
const SIGNS: &[char] = &[
    '{', '}', '[', ']', '<', '>', '=', '`', '\\', '|', '_', '~', '^', '*', '#', '@', '/', '"', '“',
    '”', '„', '«', '»', '‘', '\n', '•', '→', '+',
];

/// The same for questions, which may name a function.
const QUESTION_SIGNS: &[char] = &[
    '{', '}', '<', '>', '\\', '|', '~', '*', '#', '@', '"', '“', '”', '„', '«', '»', '‘', '\n',
];

/// Words after a comma that go on with something new: there a sentence can be cut.
/// Others may go on with a list.
#[rustfmt::skip] // as a word list, not a word a line
const GOES_ON: [&[&str]; 2] = [
    &[
        "and", "but", "so", "because", "which", "who", "while", "though", "although", "i", "we",
        "he", "she", "it", "they", "you", "then", "as", "since", "unless", "until", "when", "where",
        "there", "i'm", "i've", "we're", "it's", "yet", "if", "whose", "even",
    ],
    &[
        "et", "mais", "donc", "car", "parce", "qui", "que", "je", "j'ai", "on", "nous", "vous",
        "il", "elle", "ils", "elles", "ce", "c'est", "cela", "ca", "puis", "alors", "quand",
        "comme", "si", "lorsque", "dont", "puisque", "tandis", "ou", "meme", "parfois",
    ],
];

/// Words before which a sentence can be cut without a comma.
const REASONS: &[&str] = &[
    "because", "whereas", "although", "parce", "puisque", "tandis",
];

/// Words before the last item of a list.
const LISTING: &[&str] = &["and", "or", "et", "ou", "plus"];

/// Words that leave a sentence's beginning without its main part.
#[rustfmt::skip] // as a word list, not a word a line
const SUBORDINATE: [&[&str]; 2] = [
    &[
        "to", "for", "by", "when", "if", "since", "after", "before", "while", "although",
        "though", "because", "unless", "once", "until", "as", "even", "whether", "whenever", "despite", "given",
        "besides", "whoever", "whatever", "what", "how", "where",
    ],
    &[
        "quand", "si", "comme", "apres", "avant", "pendant", "lorsque", "depuis", "parce", "meme",
        "puisque", "malgre", "tant", "lorsqu'on", "lorsqu'il", "s'il", "pour", "en",
        "afin", "bien", "dans", "chaque", "face", "a",
    ],
];

/// Words at the beginning that hang on what was said before.
#[rustfmt::skip] // as a word list, not a word a line
const HANGING: [&[&str]; 2] = [
    &[
        "mine", "it", "it's", "this", "that", "that's", "he", "she", "he's", "she's", "they", "they're",
        "these", "those", "and", "but", "so", "or", "because", "which", "also", "then", "yes",
        "no", "not", "him", "its", "same", "else", "otherwise", "instead", "still",
    ],
    &[
        "moi", "que", "qu'il", "qu'on", "dont", "il", "elle", "ils", "elles", "ca", "cela", "ce", "c'est", "c'etait", "et", "mais", "donc",
        "alors", "car", "ou", "puis", "du", "bref", "oui", "non", "resultat", "sauf", "pas",
        "ceux", "celle", "celui", "lui", "sinon", "pourtant", "aussi", "idem",
    ],
];

/// Beginnings of sentences that are said beside the matter.
#[rustfmt::skip] // as a word list, not a word a line
const BESIDE: [&[&str]; 2] = [
    &[
        "hi", "hello", "hey", "thanks", "thank", "edit", "update", "ps", "p.s", "tl", "tldr",
        "note", "hmm", "hm", "source", "via", "photo", "credit", "welcome", "dear", "lol",
        "haha", "btw", "fyi", "disclaimer", "cc", "ok", "okay", "sorry", "please", "obviously",
        "posting", "asking", "cheers",
    ],
    &[
        "tiens", "hmm", "bonjour", "salut", "bonsoir", "coucou", "hello", "merci", "edit", "maj", "ps", "note",
        "source", "via", "photo", "credit", "bienvenue", "cher", "chere", "chers", "bon", "bonne",
        "lol", "mdr", "desole", "desolee", "pardon", "svp", "allez", "cc", "bises", "voila",
        "mise",
    ],
];

/// Words that call people to do something on the site, not to talk.
#[rustfmt::skip] // as a word list, not a word a line
const CALLS: [&[&str]; 2] = [
    &[
        "link", "links", "dm", "subscribe", "follow", "share", "retweet", "comments", "rsvp",
        "register", "click", "below", "thread", "website", "newsletter",
    ],
    &[
        "lien", "liens", "mp", "abonnez", "partagez", "partager", "commentaires", "inscription",
        "inscriptions", "cliquez", "dessous", "site", "newsletter", "fil", "thread",
    ],
];

/// Every sentence of a text that can be quoted, in reading order. Questions are
/// not among them, and none that holds one of `avoid`.
pub(super) fn quotes(text: &Text<'_>, language: Language, avoid: &[String]) -> Vec<Quote> {
    (0..text.sentences().len())
        .filter_map(|at| quote(text, language, at, avoid))
        .collect()
}

fn quote(text: &Text<'_>, language: Language, at: usize, avoid: &[String]) -> Option<Quote> {
    let sentence = text.sentences().get(at)?;
    if sentence.question || !begins_well(text, language, at) {
        return None;
    }
    let (end, cut) = extent(text, language, sentence)?;
    let tokens = sentence.tokens.start..end;
    let folded = |token: usize| text.folded(&text.tokens()[token]);
    let is_call = |token: usize| CALLS[language as usize].contains(&folded(token));
    let content = tokens
        .clone()
        .filter(|token| !stopwords::is_stop(folded(*token), language))
        .count();
    let words = span(text, tokens.start, end);
    let shouted = words.chars().filter(|letter| letter.is_uppercase()).count() * 2
        > words
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .count();
    if content < LEAST_CONTENT
        || shouted
        || tokens.clone().any(is_call)
        || avoid.iter().any(|cue| words.contains(cue.as_str()))
    {
        return None;
    }
    let hangs = HANGING[language as usize].contains(&folded(tokens.start));
    let worth = (content as f32).min(FULL_CONTENT)
        - if hangs { HANGS_ON_OTHERS } else { 0.0 }
        - if cut { IS_CUT } else { 0.0 }
        - LATER * at.min(6) as f32;
    Some(Quote {
        sentence: at,
        words: if cut {
            format!("{words}\u{a0}…")
        } else {
            words.to_owned()
        },
        worth,
    })
}

/// Words that make a sentence a thanks: it is said to someone else.
const THANKS: &[&str] = &["thank", "thanks", "merci", "remercie"];

/// Whether a sentence is one: not what a line's end cut off, no greeting.
fn begins_well(text: &Text<'_>, language: Language, at: usize) -> bool {
    let first = |at: usize| {
        (text.sentences().get(at)).and_then(|sentence| text.tokens().get(sentence.tokens.start))
    };
    let Some(token) = first(at) else {
        return false;
    };
    let small = |at: usize| {
        first(at).is_some_and(|token| text.original(token).starts_with(char::is_lowercase))
    };
    // Who writes all in small letters begins every sentence with one.
    let careless = small(0);
    let torn = !careless && (small(at) || small(at + 1) && !ends_with_mark(text, at));
    let folded = text.folded(token);
    let thanks = (text.tokens().iter())
        .filter(|token| token.sentence == at)
        .any(|token| THANKS.contains(&text.folded(token)));
    if thanks {
        return false;
    }
    let listed = folded.chars().all(|letter| letter.is_ascii_digit()) && folded.len() < 3;
    !torn && !listed && !BESIDE[language as usize].contains(&folded)
}

fn ends_with_mark(text: &Text<'_>, at: usize) -> bool {
    (text.sentences().get(at))
        .is_some_and(|sentence| text.raw()[sentence.span.clone()].ends_with(['.', '!', '…']))
}

/// Up to which token a sentence is quoted, and whether that cuts it; `None`
/// when it cannot be quoted.
fn extent(text: &Text<'_>, language: Language, sentence: &Sentence) -> Option<(usize, bool)> {
    let start = sentence.tokens.start;
    let plain = |end: usize| {
        text.tokens()[start..end]
            .iter()
            .all(|token| token.kind == TokenKind::Word && !token.quoted)
            && is_clean(span(text, start, end), SIGNS)
    };
    let fits = |end: usize| span(text, start, end).chars().count() <= LONGEST;
    let whole = sentence.tokens.end;
    if whole - start < LEAST_TOKENS {
        return None;
    }
    if fits(whole) && plain(whole) {
        return Some((whole, false));
    }
    let subordinate = SUBORDINATE[language as usize].contains(&text.folded(&text.tokens()[start]));
    let breaks: Vec<usize> = (start + 1..whole)
        .filter(|token| pauses(text, language, *token))
        .collect();
    (breaks.iter().enumerate().rev())
        .find(|(index, end)| {
            **end - start >= LEAST_CLAUSE
                && (!subordinate || *index > 0)
                && fits(**end)
                && plain(**end)
        })
        .map(|(_, end)| (*end, true))
}

/// Whether something new begins at a token, after a comma or the like.
fn pauses(text: &Text<'_>, language: Language, token: usize) -> bool {
    let Some(last) = token.checked_sub(1).map(|last| &text.tokens()[last]) else {
        return false;
    };
    if REASONS.contains(&text.folded(&text.tokens()[token])) {
        return true;
    }
    let mut after = text.raw()[last.span.end..].trim_start().chars();
    let new = match after.next() {
        Some(',') => {
            let is =
                |list: &[&str], token: usize| list.contains(&text.folded(&text.tokens()[token]));
            let rest = (text.sentences()).get(text.tokens()[token].sentence);
            let lists =
                rest.is_some_and(|rest| (token..rest.tokens.end).any(|token| is(LISTING, token)));
            is(GOES_ON[language as usize], token) || !lists
        }
        Some(';' | '–' | '—') => true,
        _ => false,
    };
    new && after.next().is_some_and(char::is_whitespace)
}

/// The words from one token to before another, as they stand in the text.
fn span<'t>(text: &Text<'t>, start: usize, end: usize) -> &'t str {
    let tokens = text.tokens();
    let words = (tokens
        .get(start)
        .zip(end.checked_sub(1).and_then(|last| tokens.get(last))))
    .and_then(|(first, last)| text.raw().get(first.span.start..last.span.end));
    words.unwrap_or_default()
}

/// Whether words can stand in quotation marks in someone's reply.
fn is_clean(words: &str, signs: &[char]) -> bool {
    let open = words.matches('(').count();
    let mut letters = words.chars().peekable();
    let mut dotted = false;
    while let Some(letter) = letters.next() {
        // An address without its beginning, a file, a version.
        dotted |= letter == '.' && letters.peek().is_some_and(|next| next.is_alphanumeric());
    }
    open == words.matches(')').count()
        && !dotted
        && !words.contains(signs)
        && !words
            .chars()
            .any(|letter| is_emoji(letter) || letter.is_control())
}

/// Words that may stand between a comma and the question that a long sentence
/// ends in.
const BRIDGES: [&[&str]; 2] = [
    &["so", "and", "but", "then", "or"],
    &["alors", "et", "mais", "donc", "ou", "du", "coup"],
];

/// Words that begin a question.
#[rustfmt::skip] // as a word list, not a word a line
const OPENERS: [&[&str]; 2] = [
    &[
        "what", "what's", "how", "which", "why", "who", "where", "when", "anyone", "has", "have",
        "do", "does", "did", "is", "are", "would", "could", "can", "should", "any",
    ],
    &[
        "que", "qu'est", "comment", "quel", "quelle", "quels", "quelles", "pourquoi", "qui", "ou",
        "quand", "est", "avez", "combien", "quelqu'un", "vous", "faut", "dois", "puis", "y",
        "peut", "qu'en",
    ],
];

/// Questions that say nothing of what is asked for, as their words that say
/// something: "any tips?", "une idée ?".
#[rustfmt::skip] // as a word list, not a word a line
const BARE: &[&str] = &[
    "tips", "advice", "ideas", "idea", "thoughts", "suggestions", "suggestion", "recommendations",
    "help", "right", "clue", "opinions", "experiences", "conseil", "conseils", "idee", "idees",
    "avis", "aide", "piste", "pistes", "retour", "retours", "solution", "solutions",
    "astuce", "astuces",
];

/// The last question of a text, as it stands there or not.
pub(super) fn asks<'t>(text: &'t Text<'_>) -> Option<&'t Sentence> {
    (text.sentences().iter().rev()).find(|sentence| sentence.question)
}

/// The question that an answer can repeat, as it stands in the text: the last
/// one that says what it asks for, else the last one.
pub(super) fn question(text: &Text<'_>, language: Language) -> Option<String> {
    let asked = || {
        (text.sentences().iter().rev())
            .filter(|sentence| sentence.question)
            .filter_map(|sentence| Some((sentence, asked_words(text, language, sentence)?)))
    };
    let says = |sentence: &Sentence| {
        sentence.tokens.len() >= LEAST_ASKED
            && sentence.tokens.clone().any(|token| {
                let word = text.folded(&text.tokens()[token]);
                !stopwords::is_stop(word, language) && !BARE.contains(&word)
            })
    };
    asked()
        .find(|(sentence, _)| says(sentence))
        .or_else(|| asked().find(|(sentence, _)| sentence.tokens.len() > LEAST_ASKED))
        .map(|(_, words)| words)
}

/// A question's words with their mark, or what a long one ends in.
fn asked_words(text: &Text<'_>, language: Language, sentence: &Sentence) -> Option<String> {
    let plain = |start: usize| {
        let words = &text.raw()[text.tokens()[start].span.start..sentence.span.end];
        let own = text.tokens()[start..sentence.tokens.end]
            .iter()
            .all(|token| token.kind == TokenKind::Word && !token.quoted);
        let fits = words.chars().count() <= LONGEST_QUESTION;
        (own && fits && is_clean(words, QUESTION_SIGNS)).then_some(words)
    };
    if let Some(words) = plain(sentence.tokens.start) {
        return Some(words.to_owned());
    }
    let folded = |token: usize| text.folded(&text.tokens()[token]);
    let is = |list: &[&[&str]; 2], token: usize| list[language as usize].contains(&folded(token));
    (sentence.tokens.start + 1..sentence.tokens.end)
        .filter(|token| text.tokens()[*token].after_break)
        .map(|token| token + usize::from(is(&BRIDGES, token)))
        .filter(|token| token + LEAST_TOKENS <= sentence.tokens.end && is(&OPENERS, *token))
        .find_map(|token| plain(token).map(|words| format!("…\u{a0}{words}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, language: Language) -> Vec<String> {
        quotes(&Text::new(text), language, &[])
            .into_iter()
            .map(|quote| quote.words)
            .collect()
    }

    #[test]
    fn whole_sentences_are_quoted_without_their_full_stop() {
        assert_eq!(
            of(
                "Hello everyone! We moved the beds to the south wall. Why?",
                Language::En
            ),
            ["We moved the beds to the south wall"]
        );
    }

    #[test]
    fn a_long_sentence_is_cut_at_a_comma_and_shows_it() {
        let text = "We moved the beds to the south wall last spring, and since then there has been \
                    nothing but trouble with the neighbour and his dog and his drums.";
        assert_eq!(
            of(text, Language::En),
            ["We moved the beds to the south wall last spring\u{a0}…"]
        );
        // Without its main part a beginning does not stand alone.
        let text = text.replacen("We moved", "When we moved", 1);
        assert!(of(&text, Language::En).is_empty());
    }

    #[test]
    fn what_is_not_plain_words_is_not_quoted() {
        for text in [
            "Look at the red beds on a.example/garden today.",
            "He said the “south wall” is too dry for beds.",
            "The call returns [1] for empty beds here.",
            "WE MOVED THE BEDS TO THE SOUTH WALL.",
            "We moved the beds to @ada at the south wall.",
            "Thank you for the south wall and the beds.",
        ] {
            assert!(of(text, Language::En).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_line_that_is_cut_off_is_no_sentence() {
        let text = "We moved the beds to the\nsouth wall of the old house.";
        assert!(of(text, Language::En).is_empty());
    }

    #[test]
    fn the_question_is_the_last_that_says_what_it_asks() {
        let asked = |text: &str, language| question(&Text::new(text), language);
        assert_eq!(
            asked(
                "What keeps slugs off the beds? Do you have any tips?",
                Language::En
            )
            .as_deref(),
            Some("What keeps slugs off the beds?")
        );
        let long = "I have tried beer, coffee and sand on every bed along the whole of the long \
                    south wall of our garden this year, so what would you try next?";
        assert_eq!(
            asked(long, Language::En).as_deref(),
            Some("…\u{a0}what would you try next?")
        );
        assert_eq!(asked("Sand is what I tried. Any tips?", Language::En), None);
    }
}
