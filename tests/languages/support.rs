//! Node's output, and the table of languages.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// What a script beside this file prints; `None`, said so, when Node or the
/// npm packages are missing.
pub fn written_by_node(script: &str) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !root.join("node_modules/cldr-core").is_dir() {
        println!("skipped: the npm packages are not installed");
        return None;
    }
    let path = root.join("tests/languages").join(script);
    let Ok(output) = Command::new("node").arg("--no-warnings").arg(path).output() else {
        println!("skipped: there is no Node");
        return None;
    };
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script}: {complaints}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// What became of the texts of one language.
#[derive(Default)]
pub struct Tally {
    pub right: usize,
    pub refused: Vec<String>,
    pub wrong: Vec<String>,
}

/// The languages, by tag without script and region.
pub type Tallies = BTreeMap<String, Tally>;

/// The tally of a tag's language.
pub fn tally<'t>(tallies: &'t mut Tallies, tag: &str) -> &'t mut Tally {
    let language = tag.split('-').next().unwrap_or(tag);
    tallies.entry(language.to_owned()).or_default()
}

/// Prints the table, with examples of what was not read right.
pub fn print(tallies: &Tallies) {
    println!("language     right  wrong  refused");
    for (language, tally) in tallies {
        let (wrong, refused) = (tally.wrong.len(), tally.refused.len());
        println!("{language:8} {:9} {wrong:6} {refused:8}", tally.right);
        for example in tally.wrong.iter().take(4) {
            println!("           wrong: {example}");
        }
        for example in tally.refused.iter().take(2) {
            println!("           refused: {example}");
        }
    }
    let sum = |part: fn(&Tally) -> usize| tallies.values().map(part).sum::<usize>();
    println!(
        "{:8} {:9} {:6} {:8}",
        "all",
        sum(|tally| tally.right),
        sum(|tally| tally.wrong.len()),
        sum(|tally| tally.refused.len())
    );
}
