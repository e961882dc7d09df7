//! Everything that the extension consists of, put together in `dist/`.

use crate::{manifest, read as read_file, say, write};
use anyhow::{Context, Result};
use rapport::counters::{self, Counter, Manner};
use rapport::read;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The browsers. The folders hold the same files: one literal manifest serves
/// both.
pub const BROWSERS: [&str; 2] = ["chrome", "firefox"];

/// Puts the extension together for both browsers, and for the demo.
pub fn assemble(root: &Path, modules: &[Vec<PathBuf>]) -> Result<()> {
    let literal = manifest::literal(root)?;
    let cargo = String::from_utf8(read_file(&root.join("Cargo.toml"))?)?;
    manifest::version(&literal, &cargo)?;

    let mut files = BTreeMap::new();
    gather(&root.join("extension"), Path::new(""), &mut files)?;
    for file in modules.iter().flatten() {
        let name = file
            .file_name()
            .with_context(|| file.display().to_string())?;
        files.insert(PathBuf::from(name), read_file(file)?);
    }
    files.insert(
        PathBuf::from("rapport.weights"),
        read_file(&root.join("model/rapport.weights"))?,
    );
    write_styles(&mut files);
    let manifest_name = PathBuf::from("manifest.json");
    for browser in BROWSERS {
        files.insert(manifest_name.clone(), literal.clone().into_bytes());
        fill(&root.join("dist").join(browser), &files)?;
        files.insert(
            manifest_name.clone(),
            manifest::for_demo(&literal)?.into_bytes(),
        );
        fill(&root.join("dist").join(format!("demo-{browser}")), &files)?;
    }
    say("dist/chrome and dist/firefox are ready to load");
    Ok(())
}

/// A style sheet for each counter of each site, and each way in which it steps
/// back.
fn write_styles(files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for site in read::site_names() {
        for (counter, selectors) in Counter::ALL.into_iter().zip(read::counters_of(site)) {
            let Some(selectors) = selectors else { continue };
            for manner in Manner::ALL {
                if let Some(style) = counters::style(selectors, counter, manner) {
                    let name = counters::file(site, counter, manner);
                    files.insert(PathBuf::from(name), style.into_bytes());
                }
            }
        }
    }
}

/// All files below `folder`, by their path in it. The style of the overlay is
/// compiled in, so it is left out.
fn gather(folder: &Path, inside: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = inside.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &name, files)?;
        } else if name != Path::new("overlay.css") {
            files.insert(name, read_file(&entry.path())?);
        }
    }
    Ok(())
}

/// Makes `folder` hold exactly these files.
fn fill(folder: &Path, files: &BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    for (name, bytes) in files {
        write(&folder.join(name), bytes)?;
    }
    Ok(())
}
