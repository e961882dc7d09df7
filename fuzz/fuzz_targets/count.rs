//! Any text in any language: a count is within its own bounds, or there is
//! none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::read::count::{Rounding, parse};

fuzz_target!(|input: (&str, &str, u8)| {
    let (text, lang, rounding) = input;
    let rounding = match rounding % 3 {
        0 => Rounding::Nearest,
        1 => Rounding::Down,
        _ => Rounding::Either,
    };
    if let Some(count) = parse(text, lang, rounding) {
        assert!(count.low <= count.value && count.value <= count.high);
    }
});
