//! Any text: what is read as a time is ISO 8601 and is read again as itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::read::time::parse;

fuzz_target!(|text: &str| {
    if let Some(time) = parse(text) {
        assert_eq!(parse(&time).as_deref(), Some(time.as_str()));
    }
});
