//! Any site file: it becomes Rust, or is refused with file and line.
#![no_main]

#[path = "../../build/site_files/mod.rs"]
mod site_files;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    let file = ("sites/any.toml".to_owned(), source.to_owned());
    let functions = "\npub fn tid_time(tid: &str) -> Option<String> {";
    if let Err(reason) = site_files::compile(&[file], functions) {
        assert!(reason.starts_with("sites/any.toml:"), "{reason}");
    }
});
