//! `sites/*.toml` → `sites.rs` in `OUT_DIR`: the table `SITES`.

use super::site_files;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

const FOLDER: &str = "sites";

/// Writes `sites.rs`, or says what is wrong with which line of which file.
pub fn generate() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed={}", site_files::FUNCTIONS);
    let mut paths: Vec<_> = fs::read_dir(FOLDER)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    });
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        println!("cargo::rerun-if-changed={}", path.display());
        files.push((path.display().to_string(), fs::read_to_string(&path)?));
    }
    let code = site_files::compile(&files, &fs::read_to_string(site_files::FUNCTIONS)?)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sites.rs"), code)?;
    Ok(())
}
