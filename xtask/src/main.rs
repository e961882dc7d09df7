//! Rapport's build tool; `./build.sh` calls it.
fn main() {}
