//! A text's n-grams, hashed.
//!
//! In: a text as a person reads it. Out: for each n-gram a 32-bit hash, and
//! the words from which it was made. Two kinds: word n-grams of one or two
//! tokens, where punctuation and emoji are tokens too, and character n-grams
//! inside words, which see a word through its spelling and its endings
//! (Joulin et al. 2016, "Bag of tricks"; Bojanowski et al. 2017, "Enriching
//! word vectors with subword information").
//!
//! Letters are folded first: lower case, no accents, repeated letters cut to
//! two, digits and signs that stand for letters inside a word read as those
//! letters ("1diot"). Addresses, handles and numbers become one token each,
//! so that nothing is learned from whose they are.
//!
//! One pass over the characters, then one over the tokens; nothing is
//! allocated for an n-gram.

use crate::text::{
    as_letter, fold_letter, is_apostrophe, is_emoji, is_letter, is_mark, is_unspaced,
};
use std::ops::Range;

/// The longest character n-gram, in characters; the space before and after a
/// word counts as one. The shortest has two.
pub const CHAR_GRAMS: usize = 5;

/// What of a text is read at most, in tokens; nearly all posts are shorter.
/// Beyond it an opinion hardly changes, and the time a text takes is bounded.
pub const MAX_TOKENS: usize = 1_200;

/// Characters of one word beyond this are not read: no word is so long.
const MAX_LETTERS: usize = 40;

/// Marks the beginning and the end of a word among its character n-grams.
const EDGE: u32 = ' ' as u32;

/// What stands before the first token.
const START: u32 = 0x51ed_270b;

/// Makes word hashes differ from character hashes.
const WORD_SEED: u32 = 0x2545_f491;
const CHAR_SEED: u32 = 0x9e6c_63d1;

/// Tokens that stand for many: one code each, outside of Unicode.
const LINK: u32 = 0x11_0000;
const HANDLE: u32 = 0x11_0001;
const NUMBER: u32 = 0x11_0002;
const SHOUT: u32 = 0x11_0003;
const LINE: u32 = 0x11_0004;

/// Which of the two kinds an n-gram is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One or two tokens.
    Word,
    /// Characters inside a word.
    Char,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    /// Hash of the whole token.
    hash: u32,
    /// Its letters in [`Scan::letters`], edges included; empty for what has no
    /// spelling worth reading.
    letters: Range<usize>,
    /// Where it stands in the text, in bytes.
    span: Range<usize>,
}

/// A text cut for hashing. Made to be used again: [`Scan::read`] keeps the
/// room that earlier texts needed.
#[derive(Debug, Default)]
pub struct Scan {
    letters: Vec<u32>,
    tokens: Vec<Token>,
    words: usize,
}

impl Scan {
    /// Reads a text in place of the one before. Linear in its length, up to
    /// [`MAX_TOKENS`].
    pub fn read(&mut self, text: &str) {
        self.letters.clear();
        self.tokens.clear();
        self.words = 0;
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            if self.tokens.len() >= MAX_TOKENS {
                break;
            }
            let at = text.len() - rest.len();
            let used = if letter.is_whitespace() {
                if letter == '\n' {
                    self.single(LINE, at..at + 1);
                }
                letter.len_utf8()
            } else if is_link(rest) {
                let used = rest.find(char::is_whitespace).unwrap_or(rest.len());
                self.single(LINK, at..at + used);
                used
            } else if letter == '@' && rest[1..].starts_with(is_letter) {
                let used = 1 + end_of(&rest[1..], |letter| {
                    is_letter(letter) || matches!(letter, '_' | '.' | '-' | '@')
                });
                self.single(HANDLE, at..at + used);
                used
            } else if is_unspaced(letter) {
                self.single(letter as u32, at..at + letter.len_utf8());
                letter.len_utf8()
            } else if is_letter(letter) {
                self.word(rest, at)
            } else {
                self.sign(letter, at);
                letter.len_utf8()
            };
            rest = &rest[used..];
        }
    }

    /// How many words it has: tokens with letters.
    pub const fn words(&self) -> usize {
        self.words
    }

    /// Where a token stands in the text, in bytes.
    pub fn span(&self, token: usize) -> Range<usize> {
        self.tokens[token].span.clone()
    }

    /// Whether a token is a word, not a sign, a number or an address.
    pub fn is_word(&self, token: usize) -> bool {
        !self.tokens[token].letters.is_empty()
    }

    /// How many tokens it has.
    pub const fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether nothing is there to read.
    pub const fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Every n-gram: its kind, its hash, and the tokens from which it was made.
    #[inline(always)] // optimised for size, the compiler would call it for every n-gram
    pub fn each(&self, mut seen: impl FnMut(Kind, u32, Range<usize>)) {
        let mut before = START;
        for (index, token) in self.tokens.iter().enumerate() {
            let one = token.hash;
            seen(Kind::Word, finish(one), index..index + 1);
            let two = mix(before, one);
            seen(Kind::Word, finish(two), index.saturating_sub(1)..index + 1);
            before = one;
            let mut rest = &self.letters[token.letters.clone()];
            while let [first, after @ ..] = rest {
                let mut hash = mix(CHAR_SEED, *first);
                for letter in after.iter().take(CHAR_GRAMS - 1) {
                    hash = mix(hash, *letter);
                    seen(Kind::Char, finish(hash), index..index + 1);
                }
                rest = after;
            }
        }
    }

    fn single(&mut self, code: u32, span: Range<usize>) {
        let end = self.letters.len();
        self.tokens.push(Token {
            hash: mix(WORD_SEED, code),
            letters: end..end,
            span,
        });
    }

    /// A sign of its own. A row of the same sign is one token, and one more for
    /// being a row.
    fn sign(&mut self, letter: char, at: usize) {
        let code = match letter {
            '…' => '.' as u32,
            '«' | '»' | '“' | '”' | '„' => '"' as u32,
            letter if is_apostrophe(letter) => '\'' as u32,
            letter => letter as u32,
        };
        // Skin tones, joiners and variation selectors say nothing.
        if matches!(code, 0x200d | 0xfe0e | 0xfe0f | 0x1f3fb..=0x1f3ff) {
            return;
        }
        let span = at..at + letter.len_utf8();
        let once = mix(WORD_SEED, code);
        let row = mix(once, code);
        match self.tokens.last().map(|token| token.hash) {
            Some(last) if last == row => {}
            Some(last) if last == once && !is_emoji(letter) => self.push_hash(row, span),
            Some(last) if last == once => {}
            _ => self.push_hash(once, span),
        }
    }

    fn push_hash(&mut self, hash: u32, span: Range<usize>) {
        let end = self.letters.len();
        self.tokens.push(Token {
            hash,
            letters: end..end,
            span,
        });
    }

    /// A word or number at the start of `rest`; how many bytes it takes.
    fn word(&mut self, rest: &str, at: usize) -> usize {
        let used = end_of_word(rest);
        let word = &rest[..used];
        let span = at..at + used;
        let (mut alphabetic, mut upper, mut digits) = (0_usize, 0_usize, 0_usize);
        for letter in word.chars() {
            alphabetic += usize::from(letter.is_alphabetic());
            upper += usize::from(letter.is_uppercase());
            digits += usize::from(letter.is_ascii_digit());
        }
        if alphabetic == 0 {
            self.single(NUMBER, span);
            return used;
        }
        self.words += 1;
        let start = self.letters.len();
        self.letters.push(EDGE);
        let spoken = alphabetic > digits;
        let letters = &mut self.letters;
        for letter in word
            .chars()
            .take(MAX_LETTERS)
            .filter(|letter| !is_mark(*letter))
        {
            fold_letter(letter, |folded| {
                let folded = if spoken { as_letter(folded) } else { folded };
                let code = folded as u32;
                let end = letters.len();
                let row = end >= start + 3 && letters[end - 1] == code && letters[end - 2] == code;
                if !row {
                    letters.push(code);
                }
            });
        }
        self.letters.push(EDGE);
        let hash = self.letters[start + 1..self.letters.len() - 1]
            .iter()
            .fold(WORD_SEED, |hash, letter| mix(hash, *letter));
        let letters = start..self.letters.len();
        self.tokens.push(Token {
            hash,
            letters,
            span: span.clone(),
        });
        if alphabetic >= 3 && upper == alphabetic {
            self.single(SHOUT, span);
        }
        used
    }
}

/// Whether the text goes on with an address.
fn is_link(rest: &str) -> bool {
    let begins = |with: &str| {
        rest.get(..with.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(with))
    };
    begins("http://") || begins("https://") || begins("www.")
}

fn end_of(text: &str, inside: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !inside(letter)).unwrap_or(text.len())
}

/// A word goes on over apostrophes and over signs that hide a letter, as long
/// as a letter follows.
fn end_of_word(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let joins = is_apostrophe(letter) || matches!(letter, '*' | '@' | '$');
        let goes_on = letters.peek().is_some_and(|(_, next)| is_letter(*next));
        if is_letter(letter) || (joins && goes_on) {
            end = at + letter.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// One step of the hash (after FxHash, which is one multiplication a step).
#[inline(always)]
const fn mix(hash: u32, code: u32) -> u32 {
    (hash.rotate_left(5) ^ code).wrapping_mul(0x9e37_79b1)
}

/// Spreads what the steps left in the upper bits over all of them.
#[inline(always)]
const fn finish(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x85eb_ca6b);
    hash ^ (hash >> 13)
}
