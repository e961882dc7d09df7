//! Tables of words, one row a line, that the build tool writes: finding a
//! language's row, and the word that stands beside a number.

/// The longest tag that is looked up, in bytes.
const LONGEST_TAG: usize = 20;

/// What stands behind `|` in the first line whose tags have this language, and
/// which of the lists of tags (divided by `;`) that was: of the tag itself or
/// of the tag without its last parts.
pub fn row(rows: &'static str, lang: &str) -> Option<(&'static str, usize)> {
    let mut tag = lang.get(..lang.len().min(LONGEST_TAG))?;
    loop {
        for line in rows.lines() {
            let (tags, words) = line.split_once('|')?;
            let list = tags.split(';').position(|tags| {
                let mut tags = tags.split(' ');
                tags.any(|one| is_tag(one, tag))
            });
            if let Some(list) = list {
                return Some((words, list));
            }
        }
        tag = &tag[..tag.rfind(['-', '_'])?];
    }
}

/// Whether two tags are the same; the second may have large letters and `_`.
fn is_tag(tag: &str, other: &str) -> bool {
    let other = other.bytes().map(|letter| match letter {
        b'_' => b'-',
        letter => letter.to_ascii_lowercase(),
    });
    tag.bytes().eq(other)
}

/// The longest of the words that stand around a number, with the sign of its
/// group.
pub fn longest(packed: &'static str, before: &str, after: &str) -> Option<(&'static str, char)> {
    let mut best = None;
    for group in packed.split(';') {
        let mut letters = group.chars();
        let Some(sign) = letters.next() else {
            continue;
        };
        for word in letters.as_str().split(',') {
            let Some(exact) = fits(word, before, after) else {
                continue;
            };
            let rank = (word.len(), exact);
            if best.is_none_or(|(other, _, _)| other < rank) {
                best = Some((rank, word, sign));
            }
        }
    }
    best.map(|(_, word, sign)| (word, sign))
}

/// Whether a word of the table stands around a number: `Some(true)` to the
/// letter, `Some(false)` but for large letters. In the word `0` is where the
/// number stands, when it is not before it; another digit at its end is how
/// many letters may follow.
fn fits(word: &str, before: &str, after: &str) -> Option<bool> {
    let (head, tail) = word.split_once('0').unwrap_or(("", word));
    let ending = tail.chars().next_back().and_then(|last| last.to_digit(10));
    let tail = tail.trim_end_matches(|last: char| last.is_ascii_digit());
    if head.is_empty() && tail.is_empty() {
        return None;
    }
    let mut exact = true;
    let mut rest = before.chars().rev();
    for letter in head.chars().rev() {
        exact &= same(letter, rest.next()?)?;
    }
    let apart = |inner: Option<char>, outer: Option<char>| {
        // "J’aime" is no "J".
        let is_part = |letter| is_letter(letter) || matches!(letter, '\'' | '’');
        inner.is_none_or(joins) || !outer.is_some_and(is_part)
    };
    if !apart(head.chars().next(), rest.next()) {
        return None;
    }
    let mut rest = after.chars();
    for letter in tail.chars() {
        exact &= same(letter, rest.next()?)?;
    }
    for _ in 0..ending.unwrap_or(0) {
        if rest.clone().next().is_some_and(is_letter) {
            rest.next();
        }
    }
    apart(tail.chars().next_back(), rest.next()).then_some(exact)
}

/// Whether a letter, or a sign that belongs to the letter before it.
pub fn is_letter(letter: char) -> bool {
    let is_sign = matches!(letter, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{963}'
        | '\u{971}'..='\u{dff}' | '\u{200c}' | '\u{200d}');
    letter.is_alphabetic() || is_sign && !letter.is_numeric()
}

/// The letters without marks that only steer the direction of writing, and
/// with one kind of space.
pub fn clean(letters: impl Iterator<Item = char>) -> String {
    letters
        .filter(|letter| {
            !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}'
                | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
        .map(|letter| match letter {
            '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
            other => other,
        })
        .collect()
}

/// Whether a letter of a text is this small one: `Some(true)` itself,
/// `Some(false)` its large form.
fn same(small: char, letter: char) -> Option<bool> {
    if small == letter {
        return Some(true);
    }
    letter.to_lowercase().eq([small]).then_some(false)
}

/// Whether the letter is of a script without spaces between words (Thai, Lao,
/// Tibetan, Burmese, Khmer, Chinese, Japanese; and Korean, whose counters cling
/// to numbers).
pub const fn joins(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}
