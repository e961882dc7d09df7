//! Letters made comparable.

/// Adds `word` to `out` in lower case, without accents, with `'` for every
/// apostrophe.
pub fn fold(word: &str, out: &mut String) {
    for letter in word.chars().filter(|letter| !is_mark(*letter)) {
        fold_letter(letter, |folded| out.push(folded));
    }
}

/// [`fold`] for a word in which a digit may hide a letter (`1diot`): where it has
/// more letters than digits, the digits are read as letters.
pub fn fold_disguised(word: &str, out: &mut String) {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if digits == 0 || digits >= letters {
        fold(word, out);
    } else {
        let spoken: String = word.chars().map(as_letter).collect();
        fold(&spoken, out);
    }
}

/// Gives what a letter becomes in [`fold`]: one character, seldom two.
pub fn fold_letter(letter: char, mut out: impl FnMut(char)) {
    if letter.is_ascii() {
        out(letter.to_ascii_lowercase());
    } else if is_apostrophe(letter) {
        out('\'');
    } else {
        for lower in letter.to_lowercase().filter(|lower| !is_mark(*lower)) {
            match lower {
                'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => out('a'),
                'ç' => out('c'),
                'è' | 'é' | 'ê' | 'ë' => out('e'),
                'ì' | 'í' | 'î' | 'ï' => out('i'),
                'ñ' => out('n'),
                'ò' | 'ó' | 'ô' | 'õ' | 'ö' => out('o'),
                'ù' | 'ú' | 'û' | 'ü' => out('u'),
                'ý' | 'ÿ' => out('y'),
                'œ' => {
                    out('o');
                    out('e');
                }
                'æ' => {
                    out('a');
                    out('e');
                }
                other => out(other),
            }
        }
    }
}

/// What letter a digit or sign inside a word stands for; others stay.
pub const fn as_letter(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Whether it is one of the characters that people type for an apostrophe.
pub const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '＇')
}

/// Whether it is an accent of its own, written after its letter.
pub const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Whether it belongs to a word.
pub fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || is_mark(letter)
}

/// Whether it belongs to a script that is written without spaces between
/// words (Han, kana, Thai, Lao, Khmer, Burmese).
pub const fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether it shows as a picture. Joiners, variation selectors and skin tones
/// are part of the emoji before them.
pub const fn is_emoji(letter: char) -> bool {
    matches!(letter,
        '\u{2600}'..='\u{27bf}'
        | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1f3fa}'
        | '\u{1f400}'..='\u{1faff}')
}
