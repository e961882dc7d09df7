//! The zip files for the stores. The same files give the same bytes: names are
//! sorted, and times and rights are fixed.

use crate::{dist::BROWSERS, manifest, read, say, write};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs `dist/chrome` and `dist/firefox`.
pub fn all(root: &Path) -> Result<()> {
    let cargo = String::from_utf8(read(&root.join("Cargo.toml"))?)?;
    let version = manifest::version(&manifest::literal(root)?, &cargo)?;
    for browser in BROWSERS {
        let folder = root.join("dist").join(browser);
        let packed = pack(&folder)?;
        let name = format!("dist/rapport-{browser}-{version}.zip");
        write(&root.join(&name), &packed)?;
        say(&format!("{name}: {} KB", packed.len() / 1024));
    }
    sizes(&root.join("dist/chrome"))
}

/// What the modules weigh, as they are and compressed.
fn sizes(folder: &Path) -> Result<()> {
    for name in [
        "content_bg.wasm",
        "content_bg.wasm.js",
        "content_bg.js",
        "extension_bg.wasm",
        "extension_bg.js",
    ] {
        let bytes = read(&folder.join(name))?;
        let packed = zip_of(&BTreeMap::from([(name.to_owned(), bytes.clone())]))?;
        say(&format!(
            "{name}: {} KB, {} KB compressed",
            bytes.len() / 1024,
            packed.len() / 1024
        ));
    }
    Ok(())
}

fn pack(folder: &Path) -> Result<Vec<u8>> {
    let mut files = BTreeMap::new();
    gather(folder, "", &mut files)?;
    zip_of(&files)
}

/// Files by their name in the archive; names take `/` on every system.
fn gather(folder: &Path, inside: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name
            .to_str()
            .with_context(|| format!("{name:?} is no Unicode"))?;
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &format!("{inside}{name}/"), files)?;
        } else {
            files.insert(format!("{inside}{name}"), read(&entry.path())?);
        }
    }
    Ok(())
}

fn zip_of(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_twice_gives_the_same_bytes_whatever_the_order_of_writing() {
        let make = |names: &[&str]| {
            let folder = tempfile::tempdir().unwrap();
            for name in names {
                write(&folder.path().join(name), name).unwrap();
            }
            pack(folder.path()).unwrap()
        };
        let first = make(&["b.js", "a/c.json", "a/b.json"]);
        std::thread::sleep(std::time::Duration::from_millis(20));
        assert_eq!(first, make(&["a/b.json", "a/c.json", "b.js"]));
        assert_ne!(first, make(&["a/b.json", "b.js"]));
    }
}
