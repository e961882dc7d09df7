//! The manifest: one literal file for both browsers. The demo's extension gets
//! one address more than the one that people install.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::Path;

/// Where the demo and the tests serve pages of their own.
const DEMO_ADDRESS: &str = "http://127.0.0.1/*";

/// Checks that the manifest's version is the crate's, and returns it.
pub fn version(manifest: &str, cargo_toml: &str) -> Result<String> {
    let manifest: Value = serde_json::from_str(manifest).context("manifest.json")?;
    let version = manifest["version"]
        .as_str()
        .context("manifest.json has no version")?;
    let package = cargo_toml
        .lines()
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .context("Cargo.toml has no version")?;
    ensure!(
        version == package,
        "manifest.json is version {version}, Cargo.toml {package}"
    );
    Ok(version.to_owned())
}

/// The manifest of the demo's extension.
pub fn for_demo(manifest: &str) -> Result<String> {
    let mut manifest: Value = serde_json::from_str(manifest).context("manifest.json")?;
    for place in ["/content_scripts/0/matches", "/host_permissions"] {
        let hosts = manifest.pointer_mut(place).and_then(Value::as_array_mut);
        let hosts = hosts.with_context(|| format!("manifest.json has no {place}"))?;
        hosts.push(DEMO_ADDRESS.into());
    }
    Ok(serde_json::to_string_pretty(&manifest)?)
}

/// Reads the manifest of a project.
pub fn literal(root: &Path) -> Result<String> {
    Ok(String::from_utf8(crate::read(
        &root.join("manifest.json"),
    )?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO: &str = "[package]\nname = \"rapport\"\nversion = \"1.2.3\"\n";

    #[test]
    fn versions_that_differ_are_refused() {
        assert_eq!(version(r#"{"version": "1.2.3"}"#, CARGO).unwrap(), "1.2.3");
        assert!(version(r#"{"version": "1.2.4"}"#, CARGO).is_err());
        assert!(version("{}", CARGO).is_err());
    }

    #[test]
    fn the_demo_gets_its_address_and_nothing_else_changes() {
        let manifest = r#"{"name": "x", "host_permissions": ["https://a/*"],
            "content_scripts": [{"matches": ["https://a/*"], "js": ["c.js"]}]}"#;
        let demo: Value = serde_json::from_str(&for_demo(manifest).unwrap()).unwrap();
        assert_eq!(demo["content_scripts"][0]["matches"][1], DEMO_ADDRESS);
        assert_eq!(demo["host_permissions"][1], DEMO_ADDRESS);
        assert_eq!(demo["host_permissions"][0], "https://a/*");
        assert_eq!(demo["content_scripts"][0]["js"][0], "c.js");
        assert_eq!(demo["name"], "x");
    }
}
