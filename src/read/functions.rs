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

/// A number of comments that counts the comment itself, without it.
pub fn less_one(number: &str) -> Option<String> {
    Some(number.parse::<u64>().ok()?.checked_sub(1)?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timestamp_identifier_holds_its_time() {
        // An example of the specification (its time worked out apart), and
        // the smallest identifier.
        assert_eq!(
            tid_time("2222222222222").as_deref(),
            Some("1970-01-01T00:00:00Z")
        );
        assert_eq!(
            tid_time("3jzfcijpj2z2a").as_deref(),
            Some("2023-06-30T15:03:01Z")
        );
        for wrong in [
            "",
            "3jzfcijpj2z21",
            "0000000000000",
            "zzzzzzzzzzzzz",
            "3jzfcijpj2z2aa",
            "3JZFCIJPJ2Z2A",
        ] {
            assert_eq!(tid_time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_comment_is_not_its_own_reply() {
        assert_eq!(less_one("1").as_deref(), Some("0"));
        assert_eq!(less_one("12").as_deref(), Some("11"));
        assert_eq!(less_one("0"), None);
        assert_eq!(less_one("x"), None);
    }
}
