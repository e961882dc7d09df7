//! One WebAssembly module: compiled, bound to JavaScript, optimised, and for
//! web pages translated to JavaScript as well.

use crate::{fallback, read, run, say, write};
use anyhow::{Context, Result, anyhow, ensure};
use sha2::{Digest, Sha256};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// What the compiler may not use: `wasm2js` takes one table and single
/// results only.
const TARGET_FEATURES: &str = "-Ctarget-feature=-reference-types,-multivalue";

/// What `wasm-opt` may use: exactly what the compiler used.
const FEATURES: [&str; 6] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
];

/// How a module is made, in words of its own: this file and the edits on the
/// fallback. With it in the stamp no output of an older recipe is kept.
const RECIPE: [&str; 2] = [include_str!("module.rs"), include_str!("fallback.rs")];

/// Which wasm-bindgen and which Binaryen make it.
const TOOLS: [&str; 2] = ["Cargo.lock", "package-lock.json"];

/// A module to build: the crate with one feature.
#[derive(Clone, Copy)]
pub struct Module {
    /// Feature of the crate, and name of the files.
    pub name: &'static str,
    /// Whether it runs in web pages, where WebAssembly may be forbidden.
    fallback: bool,
}

/// What runs in web pages.
pub const CONTENT: Module = Module {
    name: "content",
    fallback: true,
};
/// The background worker and the extension's own pages.
pub const EXTENSION: Module = Module {
    name: "extension",
    fallback: false,
};

/// The reading of texts alone, for the benchmark; not shipped.
pub const READING: Module = Module {
    name: "reading",
    fallback: true,
};

/// Builds a module and returns its files.
pub fn build(root: &Path, module: Module) -> Result<Vec<PathBuf>> {
    let Module { name, fallback } = module;
    say(&format!("{name}: compile"));
    let compiled = compile(root, name)?;
    let out = root.join("target/rapport").join(name).join("out");
    let mut files = vec![
        out.join(format!("{name}_bg.js")),
        out.join(format!("{name}_bg.wasm")),
    ];
    if fallback {
        files.push(out.join(format!("{name}_bg.wasm.js")));
    }

    let stamp = stamp(root, &compiled)?;
    let stamp_file = out.join("stamp");
    let fresh = fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp);
    if fresh && files.iter().all(|file| file.is_file()) {
        return Ok(files);
    }
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    say(&format!("{name}: bind to JavaScript"));
    bind(&compiled, name, &out)?;
    only_glue(&out)?;
    say(&format!("{name}: optimise"));
    let wasm = out.join(format!("{name}_bg.wasm"));
    optimise(root, &wasm)?;
    if fallback {
        say(&format!(
            "{name}: translate to JavaScript for pages that forbid WebAssembly"
        ));
        translate(root, &wasm, &out.join(format!("{name}_bg.wasm.js")))?;
    }
    write(&stamp_file, stamp)?;
    Ok(files)
}

/// Changes with everything that an output depends on.
fn stamp(root: &Path, compiled: &[u8]) -> Result<String> {
    let mut hash = Sha256::new();
    for part in RECIPE {
        hash.update(part);
    }
    for file in TOOLS {
        hash.update(read(&root.join(file))?);
    }
    hash.update(compiled);
    Ok(format!("{:x}", hash.finalize()))
}

/// Fails when the glue needs JavaScript beside it. It would import that by a
/// relative path, which the browser refuses in a web page, and it would not be
/// packed.
fn only_glue(out: &Path) -> Result<()> {
    let snippets = out.join("snippets");
    ensure!(
        !snippets.exists(),
        "a dependency brings JavaScript of its own: {}",
        snippets.display()
    );
    Ok(())
}

fn compile(root: &Path, feature: &str) -> Result<Vec<u8>> {
    // Apart, because both modules come out under one name: in one folder each
    // build would take the other's for outdated.
    let target_dir = root.join("target/rapport").join(feature).join("cargo");
    run(
        Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .current_dir(root)
            .args([
                "build",
                "--release",
                "--locked",
                "--package=rapport",
                "--lib",
                "--quiet",
            ])
            .arg(format!("--target={TARGET}"))
            .arg(format!("--features={feature}"))
            .arg("--target-dir")
            .arg(&target_dir)
            .env("CARGO_ENCODED_RUSTFLAGS", flags(root)),
    )?;
    read(&target_dir.join(TARGET).join("release/rapport.wasm"))
}

/// Flags for the compiler. Panic messages hold paths of sources: mapped to
/// fixed ones, so that the same sources give the same bytes on any machine.
fn flags(root: &Path) -> OsString {
    let mut flags = OsString::from(TARGET_FEATURES);
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let places = [(Some(root.to_owned()), "/rapport"), (home, "/cargo")];
    for (from, to) in places
        .into_iter()
        .filter_map(|(from, to)| Some((from?, to)))
    {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(from);
        flags.push("=");
        flags.push(to);
    }
    flags
}

fn bind(compiled: &[u8], name: &str, out: &Path) -> Result<()> {
    let mut module = walrus::ModuleConfig::new()
        .generate_dwarf(false)
        .parse(compiled)
        .map_err(|error| anyhow!("the compiled module cannot be read: {error:?}"))?;
    // It names features that are switched off again above; wasm-bindgen would
    // take it at its word and use them.
    module.customs.remove_raw("target_features");
    Bindgen::new()
        .input_module(name, module)
        .bundler(true)
        .map_err(|error| anyhow!("{error:?}"))?
        .typescript(false)
        .generate(out)
        .map_err(|error| anyhow!("wasm-bindgen: {error:?}"))
}

fn optimise(root: &Path, wasm: &Path) -> Result<()> {
    let mut command = binaryen(root, "wasm-opt");
    run(command
        .args(FEATURES)
        .arg("-O3")
        .arg(wasm)
        .arg("-o")
        .arg(wasm))
}

fn translate(root: &Path, wasm: &Path, js: &Path) -> Result<()> {
    let lowered = wasm.with_extension("lowered.wasm");
    let mut lower = binaryen(root, "wasm-opt");
    run(lower
        .args(FEATURES)
        .args([
            "--signext-lowering",
            "--llvm-memory-copy-fill-lowering",
            "--llvm-nontrapping-fptoint-lowering",
            "-O3",
        ])
        .arg(wasm)
        .arg("-o")
        .arg(&lowered))?;
    let mut translate = binaryen(root, "wasm2js");
    run(translate
        .args(FEATURES)
        .arg("-O2")
        .arg(&lowered)
        .arg("-o")
        .arg(js))?;
    fs::remove_file(&lowered)?;
    let printed = fs::read_to_string(js).with_context(|| js.display().to_string())?;
    write(js, fallback::adapt(&printed)?)?;
    // A store takes no script of more than 5 MB, and a page parses less. What
    // the statements do is left as `wasm2js` has it.
    run(Command::new(root.join("node_modules/.bin/esbuild"))
        .args([
            "--minify-whitespace",
            "--minify-identifiers",
            "--log-level=error",
            "--allow-overwrite",
        ])
        .arg(format!("--outfile={}", js.display()))
        .arg(js))
}

/// A tool of the npm package `binaryen`.
fn binaryen(root: &Path, tool: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(root.join("node_modules/binaryen/bin").join(tool));
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stamp_follows_the_module_and_the_tools() {
        let root = tempfile::tempdir().unwrap();
        for file in TOOLS {
            write(&root.path().join(file), "1").unwrap();
        }
        let first = stamp(root.path(), b"module").unwrap();
        assert_eq!(first, stamp(root.path(), b"module").unwrap());
        assert_ne!(first, stamp(root.path(), b"another").unwrap());
        for file in TOOLS {
            write(&root.path().join(file), "2").unwrap();
            assert_ne!(first, stamp(root.path(), b"module").unwrap(), "{file}");
            write(&root.path().join(file), "1").unwrap();
        }
        fs::remove_file(root.path().join(TOOLS[0])).unwrap();
        assert!(stamp(root.path(), b"module").is_err());
    }

    #[test]
    fn glue_that_needs_more_javascript_fails_the_build() {
        let out = tempfile::tempdir().unwrap();
        only_glue(out.path()).unwrap();
        fs::create_dir(out.path().join("snippets")).unwrap();
        assert!(only_glue(out.path()).is_err());
    }
}
