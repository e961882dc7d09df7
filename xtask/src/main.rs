//! Rapport's build tool. `./build.sh` calls it; it expects the Rust target and
//! the npm packages to be there.
//!
//! - `build`: `dist/chrome`, `dist/firefox`, and the same with the demo's
//!   address added, `dist/demo-chrome` and `dist/demo-firefox`
//! - `package`: the zip files for the stores
//! - `reading`: the module that the benchmark of reading measures
//! - `tables`: the checked-in tables of words, from the Unicode CLDR

mod dist;
mod fallback;
mod manifest;
mod module;
mod package;
mod tables;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() -> Result<()> {
    let root = project_root()?;
    match env::args().nth(1).as_deref() {
        Some("build") => build(&root),
        Some("package") => build(&root).and_then(|()| package::all(&root)),
        Some("reading") => module::build(&root, module::READING).map(drop),
        Some("tables") => tables::write(&root),
        other => bail!("unknown command {other:?}; it is build, package, reading or tables"),
    }
}

fn build(root: &Path) -> Result<()> {
    let content = module::build(root, module::CONTENT)?;
    let extension = module::build(root, module::EXTENSION)?;
    dist::assemble(root, &[content, extension])
}

fn project_root() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    Ok(root.context("xtask lies in the project")?.to_owned())
}

/// Says what is being done; builds are long.
#[allow(clippy::print_stdout)]
fn say(what: &str) {
    println!("• {what}");
}

/// Runs a command, and fails with its name when it fails.
fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{:?} could not be started", command.get_program()))?;
    if !status.success() {
        bail!("{:?} failed: {status}", command.get_program());
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| path.display().to_string())
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, bytes).with_context(|| path.display().to_string())
}
