//! Cutting a text into tokens and sentences, in one walk.

use super::fold::{fold_disguised, is_apostrophe, is_emoji, is_letter};
use super::{Sentence, Text, Token, TokenKind};
use std::ops::Range;

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 14] = [
    "dr", "mr", "mrs", "ms", "prof", "st", "vs", "eg", "ie", "etc", "mme", "mlle", "cf", "ex",
];

/// How far a closing quotation mark may stand from the opening one, in bytes;
/// farther ones are taken for a mark typed alone.
const LONGEST_QUOTE: usize = 400;

/// What is collected on the walk.
struct Cutter<'a> {
    raw: &'a str,
    folded: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    /// First token of the sentence that is open.
    open: usize,
    quotes: std::iter::Peekable<std::vec::IntoIter<Range<usize>>>,
    quoted_line: bool,
    after_break: bool,
}

pub(super) fn cut(raw: &str) -> Text<'_> {
    let mut cutter = Cutter {
        raw,
        folded: String::with_capacity(raw.len()),
        tokens: Vec::new(),
        sentences: Vec::new(),
        open: 0,
        quotes: quotes(raw).into_iter().peekable(),
        quoted_line: false,
        after_break: false,
    };
    let mut start = 0;
    for line in raw.split_inclusive('\n') {
        cutter.line(start, line);
        start += line.len();
    }
    Text {
        raw,
        folded: cutter.folded,
        tokens: cutter.tokens,
        sentences: cutter.sentences,
        emoji: raw.chars().filter(|letter| is_emoji(*letter)).count(),
    }
}

impl Cutter<'_> {
    fn line(&mut self, start: usize, line: &str) {
        self.quoted_line = line.trim_start().starts_with('>');
        let mut at = start;
        for chunk in line.split_inclusive(char::is_whitespace) {
            self.chunk(at, chunk.trim_end());
            at += chunk.len();
        }
        self.end_sentence(start + line.trim_end().len(), false);
    }

    /// What stands between two spaces.
    fn chunk(&mut self, start: usize, chunk: &str) {
        let lead = chunk
            .find(|letter| is_letter(letter) || matches!(letter, '@' | '#'))
            .unwrap_or(chunk.len());
        self.plain(start, &chunk[..lead], chunk);
        let (start, rest) = (start + lead, &chunk[lead..]);
        if is_link(rest) {
            self.push(TokenKind::Link, start..start + rest.len());
            return;
        }
        let sign = match rest.as_bytes().first() {
            Some(b'@') => Some(TokenKind::Handle),
            Some(b'#') => Some(TokenKind::Hashtag),
            _ => None,
        };
        let Some(kind) = sign else {
            return self.plain(start, rest, rest);
        };
        let end = rest[1..]
            .find(|letter| !(is_letter(letter) || matches!(letter, '_' | '.' | '-' | '@')))
            .map_or(rest.len(), |end| end + 1);
        let name = rest[1..end].trim_end_matches(['.', '-', '@']);
        if name.is_empty() {
            self.after_break = true;
            self.plain(start + 1, &rest[1..], rest);
        } else {
            let end = 1 + name.len();
            self.push(kind, start..start + end);
            self.plain(start + end, &rest[end..], rest);
        }
    }

    /// Words and punctuation. `chunk` is what the person sees between spaces.
    fn plain(&mut self, start: usize, part: &str, chunk: &str) {
        let mut word: Option<usize> = None;
        let mut letters = part.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let joins = is_apostrophe(letter) && word.is_some() && next.is_some_and(is_letter);
            if is_letter(letter) || joins {
                word.get_or_insert(at);
                continue;
            }
            let before = word.take().map(|from| {
                self.push(TokenKind::Word, start + from..start + at);
                &part[from..at]
            });
            let end = start + at + letter.len_utf8();
            match letter {
                '?' | '？' | '؟' => self.end_sentence(end, true),
                '!' | '！' | '。' | '…' => self.end_sentence(end, false),
                '.' if !next.is_some_and(is_letter) && !is_abbreviation(before, chunk) => {
                    self.end_sentence(end, false);
                }
                '-' | '‐' | '‑' | '\u{fe0f}' | '\u{200d}' => {}
                _ => self.after_break = true,
            }
        }
        if let Some(from) = word {
            self.push(TokenKind::Word, start + from..start + part.len());
        }
    }

    fn push(&mut self, kind: TokenKind, span: Range<usize>) {
        let from = self.folded.len();
        if kind != TokenKind::Link {
            fold_disguised(&self.raw[span.clone()], &mut self.folded);
        }
        while self
            .quotes
            .next_if(|quote| quote.end <= span.start)
            .is_some()
        {}
        let in_marks = self
            .quotes
            .peek()
            .is_some_and(|quote| quote.start <= span.start && span.end <= quote.end);
        self.tokens.push(Token {
            kind,
            span,
            sentence: self.sentences.len(),
            quoted: self.quoted_line || in_marks,
            after_break: std::mem::take(&mut self.after_break),
            folded: from..self.folded.len(),
        });
    }

    /// Closes the open sentence at byte `end`. A mark that follows another one
    /// (`!?`) belongs to the sentence before.
    fn end_sentence(&mut self, end: usize, question: bool) {
        self.after_break = true;
        if let Some(first) = self.tokens.get(self.open) {
            self.sentences.push(Sentence {
                tokens: self.open..self.tokens.len(),
                span: first.span.start..end,
                question,
            });
            self.open = self.tokens.len();
        } else if let Some(last) = self.sentences.last_mut()
            && self.raw.get(last.span.end..end).is_some_and(is_end_marks)
        {
            last.span.end = end;
            last.question |= question;
        }
    }
}

fn is_end_marks(between: &str) -> bool {
    !between.is_empty() && between.chars().all(|mark| "?!？！…".contains(mark))
}

fn is_abbreviation(word: Option<&str>, chunk: &str) -> bool {
    let Some(word) = word else { return false };
    let lower = word.to_lowercase();
    let initials = word.chars().count() == 1 && chunk.matches('.').count() > 1;
    initials || lower == "m" || ABBREVIATIONS.contains(&lower.as_str())
}

fn is_link(chunk: &str) -> bool {
    chunk.contains("://")
        || chunk
            .get(..4)
            .is_some_and(|www| www.eq_ignore_ascii_case("www."))
}

/// The insides of quotation marks that are closed on the same line, in order
/// and apart from each other. Single marks are left alone: they are
/// apostrophes more often than not.
fn quotes(raw: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut free = 0;
    for (at, open) in raw.char_indices() {
        let close = match open {
            '"' => '"',
            '“' | '„' => '”',
            '«' => '»',
            _ => continue,
        };
        let glued = raw[..at].chars().next_back().is_some_and(is_letter);
        if at < free || (open == '"' && glued) {
            continue;
        }
        let start = at + open.len_utf8();
        let length = raw[start..]
            .char_indices()
            .take_while(|(offset, letter)| *offset <= LONGEST_QUOTE && *letter != '\n')
            .find(|(_, letter)| *letter == close)
            .map(|(offset, _)| offset);
        if let Some(length) = length {
            found.push(start..start + length);
            free = start + length + close.len_utf8();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_mark_typed_alone_quotes_nothing() {
        assert!(quotes("a 5'10\" man and \"so\non").is_empty());
        assert_eq!(quotes("say \"hi\" now").len(), 1);
    }
}
