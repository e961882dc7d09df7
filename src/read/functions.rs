//! What a site cannot say in data. A link of a site file names one of these
//! with `with = "…"`; it gets what the link found and gives the field's value.

use super::time;

/// The time in a timestamp identifier of the AT Protocol (13 characters,
/// base 32 in sorting order, microseconds since 1970 above 10 bits of clock).
/// <https://atproto.com/specs/tid>
pub fn tid_time(tid: &str) -> Option<String> {
    const DIGITS: &[u8] = b"234567abcdefghijklmnopqrstuvwxyz";
    if tid.len() != 13 {
        return None;
    }
    let mut number = 0_u64;
    for (place, letter) in tid.bytes().enumerate() {
        let digit = DIGITS.iter().position(|digit| *digit == letter)? as u64;
        // 13 × 5 bits are one more than fit; the top bit of a TID is 0.
        if place == 0 && digit > 7 {
            return None;
        }
        number = number << 5 | digit;
    }
    let seconds = i64::try_from((number >> 10) / 1_000_000).ok()?;
    time::from_unix(seconds)
}
