//! Which tags get a line of their own.

use super::Cldr;
use anyhow::Result;
use std::collections::BTreeMap;

/// Adds the tags that pages use and the CLDR has under another name: a region
/// whose script goes without saying (`zh-TW` for `zh-Hant-TW`), and old codes
/// (`iw` for `he`).
pub fn with_aliases<V: Clone>(cldr: &Cldr, rows: &mut BTreeMap<String, V>) -> Result<()> {
    let likely = cldr.supplemental("likelySubtags")?;
    let likely = likely["likelySubtags"].as_object().cloned();
    for (tag, full) in likely.unwrap_or_default() {
        let Some(full) = full.as_str().filter(|_| !tag.starts_with("und")) else {
            continue;
        };
        if let Some(row) = nearest(rows, &full.to_lowercase()).cloned() {
            rows.entry(tag.to_lowercase()).or_insert(row);
        }
    }
    let aliases = cldr.supplemental("aliases")?;
    let aliases = aliases["metadata"]["alias"]["languageAlias"]
        .as_object()
        .cloned();
    for (tag, alias) in aliases.unwrap_or_default() {
        let Some(other) = alias["_replacement"].as_str() else {
            continue;
        };
        if tag.len() > 2 {
            continue;
        }
        if let Some(row) = nearest(rows, &other.to_lowercase()).cloned() {
            rows.entry(tag.to_lowercase()).or_insert(row);
        }
    }
    Ok(())
}

/// Leaves out what a reader finds by taking parts off the tag; `missing` says
/// which rows a reader takes when nothing is found.
pub fn without_inherited<V: PartialEq>(
    rows: BTreeMap<String, V>,
    missing: impl Fn(&V) -> bool,
) -> BTreeMap<String, V> {
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(|(tag, _)| tag.matches('-').count());
    let mut kept = BTreeMap::new();
    for (tag, row) in rows {
        let inherited = nearest(&kept, &tag).map_or_else(|| missing(&row), |found| *found == row);
        if !inherited {
            kept.insert(tag, row);
        }
    }
    kept
}

/// The row of a tag, or of the tag without its last parts.
fn nearest<'r, V>(rows: &'r BTreeMap<String, V>, tag: &str) -> Option<&'r V> {
    let mut tag = tag;
    loop {
        if let Some(row) = rows.get(tag) {
            return Some(row);
        }
        tag = tag.rsplit_once('-')?.0;
    }
}
