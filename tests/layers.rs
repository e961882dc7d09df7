//! The order of the rooms, as `docs/architecture.md` draws it: a room uses
//! rooms before it on the road, never one after it.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// The road. `read` comes before `page` here, because the page implements the
/// trait by which the reader asks for a document. What stands beside the road (types that several rooms name, and the
/// doors to the browser) may be used from anywhere.
const ROAD: [&str; 19] = [
    "read",
    "page",
    "text",
    "model",
    "subjects",
    "signals",
    "score",
    "advise",
    "session",
    "glance",
    "show",
    "live",
    "background",
    "popup",
    "report",
    "options",
    "diagnostics",
    "welcome",
    "entry",
];

fn place(room: &str) -> Option<usize> {
    ROAD.iter().position(|other| *other == room)
}

/// Rooms that a source text names as `crate::room` or in `crate::{room, …}`.
fn named(source: &str) -> Vec<&str> {
    let mut rooms = Vec::new();
    for (at, found) in source.match_indices("crate::") {
        let rest = &source[at + found.len()..];
        let list = rest
            .strip_prefix('{')
            .and_then(|rest| rest.split('}').next())
            .unwrap_or(rest);
        let until = if rest.starts_with('{') {
            list.len()
        } else {
            40.min(rest.len())
        };
        let heads = list.get(..until).unwrap_or(list).split(',');
        let wanted = if rest.starts_with('{') { usize::MAX } else { 1 };
        rooms.extend(heads.take(wanted).map(|head| {
            let head = head.trim();
            head.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .next()
                .unwrap_or_default()
        }));
    }
    rooms
}

fn check(folder: &Path, room: usize, wrong: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            check(&path, room, wrong);
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        for other in named(&source) {
            if place(other).is_some_and(|other| other > room) {
                wrong.push(format!("{} names {other}", path.display()));
            }
        }
    }
}

#[test]
fn no_room_reaches_forward_on_the_road() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (index, room) in ROAD.iter().enumerate() {
        let folder = sources.join(room);
        assert!(
            folder.is_dir(),
            "{room} is no folder: mend ROAD, or the house"
        );
        check(&folder, index, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn names_are_found_in_every_form() {
    let source =
        "use crate::read::Reader;\nuse crate::{advise, words::Language};\ncrate::show::x()";
    assert_eq!(named(source), ["read", "advise", "words", "show"]);
}
