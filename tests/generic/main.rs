//! Reads pages as if no site file knew them.
//!
//! `cargo test --test generic -- --nocapture` prints the tables.

#![allow(clippy::print_stdout, clippy::expect_used, clippy::panic)]

#[path = "../support/mod.rs"]
mod page;
use page as support;
#[path = "support.rs"]
mod generic;

#[test]
fn probe() {
    let dir = std::path::Path::new("../shared/pages");
    for folder in std::fs::read_dir(dir).unwrap().flatten() {
        if !folder.path().is_dir() { continue; }
        for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
            let name = format!("{}/{}", folder.file_name().to_string_lossy(), file.file_name().to_string_lossy());
            if !name.ends_with(".html") { continue; }
            let only = std::env::var("ONLY").unwrap_or_default();
            if !name.contains(&only) { continue; }
            let html = std::fs::read_to_string(file.path()).unwrap();
            let start = std::time::Instant::now();
            let seen = generic::read(&html, "https://x.example/thread/1");
            println!("{name}: {} {:?} {:?} {:?}", seen.readings.len(), seen.plan.as_ref().map(|p| (&p.container, &p.evidence)), seen.plan.as_ref().map(|p| &p.text), start.elapsed());
            if !only.is_empty() {
                for r in seen.readings.iter().take(8) { let p=&r.post; println!("  {} | {:?} | {:?} {:?} | {:?} | {:?} | {:?} {:?} d{} {:?}", p.id, p.permalink, p.author, p.name, p.text.chars().take(80).collect::<String>(), p.published, p.likes.map(|c|c.value), p.replies.map(|c|c.value), p.depth, p.parent); }
            }
        }
    }
}
