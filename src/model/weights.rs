//! The weights file: what it holds, how it is read and how it is written.
//!
//! In: bytes. Out: [`Weights`], or the reason why they are none. All numbers
//! are little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `RAPPORT` and the version of this format |
//! | 4 | checksum of all that follows (FNV-1a over 32-bit words) |
//! | 4 | number of banks |
//!
//! and for each bank: language, number of heads, lanes, binary logarithm of
//! the slots, one byte each; what a character n-gram counts as a 32-bit float;
//! for each head its number and three bytes of
//! padding, then step, bias, length term, calibration slope and intercept as
//! 32-bit floats; one tag byte a slot; `lanes` signed bytes a slot.

use super::Learned;
use crate::words::Language;
use thiserror::Error;

/// How the file begins: a name and the version of the format.
const MAGIC: [u8; 8] = *b"RAPPORT\x01";

/// Bytes before the first bank.
const HEADER: usize = 16;

/// Bytes a head takes.
const HEAD_BYTES: usize = 24;

/// The largest table that is accepted: more would not fit the size that a page
/// is asked to hold.
const MOST_LOG2_SLOTS: u8 = 17;

/// Why bytes are no weights.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WeightsError {
    /// The file begins otherwise.
    #[error("this is no Rapport weights file, or one of another version")]
    Foreign,
    /// It ends too early, or goes on too long.
    #[error("the weights file has {found} bytes instead of {expected}")]
    Length {
        /// What its own header announces.
        expected: usize,
        /// What is there.
        found: usize,
    },
    /// Some byte is not as it was written.
    #[error("the weights file was altered: its checksum does not fit")]
    Altered,
    /// A value makes no sense.
    #[error("the weights file is not usable: {0}")]
    Invalid(&'static str),
}

/// What one head is besides its column of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeadWeights {
    /// Which.
    pub head: Learned,
    /// What one step of a stored weight is worth.
    pub step: f32,
    /// What every text starts with.
    pub bias: f32,
    /// What the capped length (see [`super::length_term`]) adds.
    pub length: f32,
    /// The logit is multiplied by this to become a log-odds…
    pub slope: f32,
    /// …and this is added (Platt 1999).
    pub intercept: f32,
}

/// The heads of one language and their table.
///
/// An n-gram has one slot, chosen by the upper bits of its hash, and counts
/// only if the slot's tag is its lowest byte: so each slot belongs to one
/// n-gram that matters instead of to the many that fall there.
#[derive(Debug, Clone, PartialEq)]
pub struct Bank {
    /// Texts of this language are read by it.
    pub language: Language,
    /// Its heads, one a lane.
    pub heads: Vec<HeadWeights>,
    /// What a character n-gram counts, that of words being 1.
    pub letters: f32,
    /// Columns of the table; at least as many as heads.
    pub lanes: usize,
    /// Binary logarithm of the number of slots.
    pub log2_slots: u32,
    /// One a slot.
    pub tags: Vec<u8>,
    /// `lanes` a slot.
    pub weights: Vec<i8>,
}

/// All that was learned.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// One a language.
    pub banks: Vec<Bank>,
}

impl Weights {
    /// Reads a weights file.
    ///
    /// # Errors
    /// When the bytes are not exactly what [`Weights::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WeightsError> {
        if bytes.get(..MAGIC.len()) != Some(&MAGIC[..]) {
            return Err(WeightsError::Foreign);
        }
        let mut rest = Reader { bytes, at: 8 };
        let sum = rest.u32()?;
        let banks = rest.u32()?;
        if banks > 8 {
            return Err(WeightsError::Invalid("it announces too many languages"));
        }
        let mut read = Vec::new();
        for _ in 0..banks {
            read.push(rest.bank()?);
        }
        if rest.at != bytes.len() {
            return Err(WeightsError::Length {
                expected: rest.at,
                found: bytes.len(),
            });
        }
        if checksum(&bytes[12..]) != sum {
            return Err(WeightsError::Altered);
        }
        Ok(Self { banks: read })
    }

    /// The bytes of the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Vec::new();
        body.extend((self.banks.len() as u32).to_le_bytes());
        for bank in &self.banks {
            body.extend([
                bank.language as u8,
                bank.heads.len() as u8,
                bank.lanes as u8,
                bank.log2_slots as u8,
            ]);
            body.extend(bank.letters.to_le_bytes());
            for head in &bank.heads {
                body.extend([head.head as u8, 0, 0, 0]);
                for value in [
                    head.step,
                    head.bias,
                    head.length,
                    head.slope,
                    head.intercept,
                ] {
                    body.extend(value.to_le_bytes());
                }
            }
            body.extend(&bank.tags);
            body.extend(bank.weights.iter().map(|weight| weight.cast_unsigned()));
        }
        let mut file = Vec::with_capacity(HEADER + body.len());
        file.extend(MAGIC);
        file.extend(checksum(&body).to_le_bytes());
        file.extend(body);
        file
    }
}

/// FNV-1a over 32-bit words: cheap also where WebAssembly runs as JavaScript.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, word: u32| (sum ^ word).wrapping_mul(0x0100_0193).rotate_left(7);
    let (words, rest) = bytes.as_chunks::<4>();
    let sum = words.iter().fold(0x811c_9dc5, |sum, word| {
        step(sum, u32::from_le_bytes(*word))
    });
    rest.iter()
        .fold(sum, |sum, byte| step(sum, u32::from(*byte)))
}

/// The rest of a file.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, many: usize) -> Result<&'a [u8], WeightsError> {
        let end = self.at.saturating_add(many);
        let taken = self.bytes.get(self.at..end).ok_or(WeightsError::Length {
            expected: end,
            found: self.bytes.len(),
        })?;
        self.at = end;
        Ok(taken)
    }

    fn four(&mut self) -> Result<[u8; 4], WeightsError> {
        let mut four = [0; 4];
        four.copy_from_slice(self.take(4)?);
        Ok(four)
    }

    fn u32(&mut self) -> Result<u32, WeightsError> {
        self.four().map(u32::from_le_bytes)
    }

    fn f32(&mut self) -> Result<f32, WeightsError> {
        let value = self.four().map(f32::from_le_bytes)?;
        if value.is_finite() {
            Ok(value)
        } else {
            Err(WeightsError::Invalid("a number in it is not finite"))
        }
    }

    fn bank(&mut self) -> Result<Bank, WeightsError> {
        let [language, heads, lanes, log2_slots] = self.four()?;
        let language = [Language::En, Language::Fr]
            .into_iter()
            .find(|known| *known as u8 == language)
            .ok_or(WeightsError::Invalid("a language in it is unknown"))?;
        if heads > lanes || usize::from(lanes) > Learned::ALL.len() {
            return Err(WeightsError::Invalid("it has more heads than lanes"));
        }
        if !(1..=MOST_LOG2_SLOTS).contains(&log2_slots) {
            return Err(WeightsError::Invalid("the size of a table is out of range"));
        }
        let letters = self.f32()?;
        // Announced sizes are compared with what is there before room is made.
        let slots = 1_usize << log2_slots;
        let needed =
            usize::from(heads) * HEAD_BYTES + slots + slots.saturating_mul(usize::from(lanes));
        if self.bytes.len() - self.at < needed {
            return Err(WeightsError::Length {
                expected: self.at + needed,
                found: self.bytes.len(),
            });
        }
        let heads = (0..heads).map(|_| self.head()).collect::<Result<_, _>>()?;
        let tags = self.take(slots)?.to_vec();
        let weights = self.take(slots * usize::from(lanes))?;
        Ok(Bank {
            language,
            heads,
            letters,
            lanes: usize::from(lanes),
            log2_slots: u32::from(log2_slots),
            tags,
            weights: weights.iter().map(|byte| byte.cast_signed()).collect(),
        })
    }

    fn head(&mut self) -> Result<HeadWeights, WeightsError> {
        let [number, ..] = self.four()?;
        let head = *Learned::ALL
            .get(usize::from(number))
            .ok_or(WeightsError::Invalid("a head in it is unknown"))?;
        Ok(HeadWeights {
            head,
            step: self.f32()?,
            bias: self.f32()?,
            length: self.f32()?,
            slope: self.f32()?,
            intercept: self.f32()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn small() -> Weights {
        Weights {
            banks: vec![Bank {
                language: Language::Fr,
                heads: vec![HeadWeights {
                    head: Learned::Toxicity,
                    step: 0.5,
                    bias: -1.0,
                    length: 0.25,
                    slope: 1.5,
                    intercept: 0.125,
                }],
                letters: 1.5,
                lanes: 4,
                log2_slots: 3,
                tags: (0..8).collect(),
                weights: (0..32).map(|weight| weight - 16).collect(),
            }],
        }
    }

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(Weights::from_bytes(&small().to_bytes()), Ok(small()));
    }

    #[test]
    fn a_file_of_something_else_is_refused_by_name() {
        assert_eq!(
            Weights::from_bytes(b"<!doctype html>"),
            Err(WeightsError::Foreign)
        );
        assert_eq!(Weights::from_bytes(b""), Err(WeightsError::Foreign));
    }

    #[test]
    fn a_value_that_is_no_number_is_refused() {
        let mut odd = small();
        odd.banks[0].heads[0].slope = f32::NAN;
        assert_eq!(
            Weights::from_bytes(&odd.to_bytes()),
            Err(WeightsError::Invalid("a number in it is not finite"))
        );
    }

    proptest! {
        #[test]
        fn a_file_cut_short_is_refused(cut in 0..small().to_bytes().len()) {
            prop_assert!(Weights::from_bytes(&small().to_bytes()[..cut]).is_err());
        }

        #[test]
        fn a_file_with_one_other_byte_is_refused(at in 0..small().to_bytes().len(), by in 1_u8..) {
            let mut bytes = small().to_bytes();
            bytes[at] ^= by;
            prop_assert!(Weights::from_bytes(&bytes).is_err());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut file = MAGIC.to_vec();
            file.extend(&bytes);
            let _ = Weights::from_bytes(&bytes);
            let _ = Weights::from_bytes(&file);
        }
    }
}
