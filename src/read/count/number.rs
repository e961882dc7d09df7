//! Digits and the marks between them.

use super::Rounding;
use super::table::ZEROS;
use crate::post::Count;

/// A number as it stands in a text: runs of digits with marks between.
pub struct Written {
    /// Bytes that it takes.
    pub length: usize,
    /// Its digits, whatever marks stand between them.
    digits: u64,
    /// How many digits there are.
    count: usize,
    /// How many digits stand after the last mark; 0 when there is no mark.
    last: u32,
    /// The first and the last mark.
    marks: Option<(char, char)>,
    /// The runs between the first and the last have three digits.
    threes: bool,
    /// The runs before the last have at most two digits, those between the
    /// first and the last just two, as in India.
    twos: bool,
    /// One mark stands between all runs but, maybe, the last.
    alike: bool,
    /// How many marks there are.
    mark_count: usize,
}

/// More digits than any count has.
const MAX_DIGITS: usize = 15;

impl Written {
    /// The number at the start of a text that starts with a digit. Spaces are
    /// plain ones.
    pub fn scan(text: &str) -> Self {
        let mut number = Self {
            length: 0,
            digits: 0,
            count: 0,
            last: 0,
            marks: None,
            threes: true,
            twos: true,
            alike: true,
            mark_count: 0,
        };
        let mut run = 0_u32;
        for (at, letter) in text.char_indices() {
            if let Some(digit) = digit(letter) {
                number.digits = number.digits.saturating_mul(10).saturating_add(digit);
                number.count += 1;
                run += 1;
                number.length = at + letter.len_utf8();
                continue;
            }
            let follows = text[at + letter.len_utf8()..].chars();
            let next = follows
                .take_while(|letter| digit(*letter).is_some())
                .count();
            let is_mark = match letter {
                '.' | ',' | '٫' | '٬' | '،' | '⹁' | '\'' | '’' => next > 0,
                ' ' => next == 3 && run <= 3,
                _ => false,
            };
            if !is_mark {
                break;
            }
            number.twos &= run <= 2;
            if let Some((first, last)) = number.marks {
                number.threes &= run == 3;
                number.twos &= run == 2;
                number.alike &= first == last;
            }
            number.marks = Some((number.marks.map_or(letter, |(first, _)| first), letter));
            number.mark_count += 1;
            run = 0;
        }
        if number.mark_count > 0 {
            number.last = run;
        }
        number
    }

    /// Its value, when no word stands with it. A count is whole, so a mark can
    /// only stand between groups: `1.265` is 1265 in every language.
    pub fn whole(&self) -> Option<Count> {
        if self.count > MAX_DIGITS {
            return None;
        }
        let grouped = self.marks.is_none_or(|(first, last)| {
            let groups = self.threes || self.twos && first == ',';
            groups && self.alike && first == last && first != '٫' && self.last == 3
        });
        grouped.then(|| Count::exact(self.digits))
    }

    /// Its value, when a word multiplies it by a power of ten; `comma` says
    /// whether a comma is the language's decimal mark, where that is known.
    pub fn short(&self, power: u32, comma: Option<bool>, rounding: Rounding) -> Option<Count> {
        if self.count > MAX_DIGITS {
            return None;
        }
        let decimals = if self.has_decimals(comma)? {
            self.last
        } else {
            0
        };
        let multiplier = 10_u64.checked_pow(power)?;
        let scale = 10_u64.checked_pow(decimals)?;
        let value = u128::from(self.digits) * u128::from(multiplier) / u128::from(scale);
        let value = u64::try_from(value).ok()?;
        let (low, high) = rounding.bounds(value, multiplier / scale);
        Some(Count::between(low, value, high))
    }

    /// Whether the last mark is a decimal one; `None` when the number is
    /// malformed, or the mark may be either.
    fn has_decimals(&self, comma: Option<bool>) -> Option<bool> {
        let Some((first, last)) = self.marks else {
            return Some(false);
        };
        if !(self.threes && self.alike) {
            return None;
        }
        let can_be = matches!(last, '.' | ',' | '٫');
        if first != last {
            return can_be.then_some(true);
        }
        if self.last != 3 {
            return (self.mark_count == 1 && can_be).then_some(true);
        }
        if self.mark_count > 1 || !can_be {
            return Some(false);
        }
        // "1,234K": only the language tells.
        match last {
            '٫' => Some(true),
            mark => Some((mark == ',') == comma?),
        }
    }
}

/// The value of a decimal digit of any script.
pub fn digit(letter: char) -> Option<u64> {
    if letter.is_ascii() {
        return letter.to_digit(10).map(u64::from);
    }
    if !letter.is_numeric() {
        return None;
    }
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= letter)].last()?;
    let value = u32::from(letter) - u32::from(*zero);
    (value < 10).then_some(u64::from(value))
}
