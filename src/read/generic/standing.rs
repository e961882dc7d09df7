//! What a post answers, where no site file tells how that is shown.

use super::{Plan, Record, signs};
use crate::read::Element;
use crate::read::thread::Standing;

/// How far up a reply's branch is looked for.
const MOST_LEVELS: usize = 8;
/// How many elements before one are looked at.
const MOST_BEFORE: usize = 40;

/// Where a record stands: in another, set in by a number, or in a list after
/// what it answers. `id` gives the id of another record.
pub fn of<E: Element>(
    plan: &Plan,
    record: &Record<'_, E>,
    id: impl Fn(&E) -> Option<String>,
) -> Standing {
    let element = &record.element;
    if let Some(outer) = element
        .parent()
        .and_then(|parent| parent.closest(&plan.container))
    {
        return id(&outer).map_or(Standing::Alone, Standing::Answers);
    }
    if let Some(level) = level(element) {
        return Standing::Indent(level);
    }
    before(&plan.container, element)
        .and_then(|answered| id(&answered))
        .map_or(Standing::Alone, Standing::Answers)
}

/// How deep it says that it stands, 0 for the first level.
fn level<E: Element>(element: &E) -> Option<u32> {
    let number = |element: &E, name: &str| -> Option<u32> {
        element
            .attribute(name)?
            .trim()
            .parse()
            .ok()
            .filter(|level| *level < 200)
    };
    let told = signs::LEVELS.iter().find_map(|name| {
        let level = number(element, name)?;
        Some(if *name == "aria-level" {
            level.saturating_sub(1)
        } else {
            level
        })
    });
    told.or_else(|| {
        let class = element.attribute("class")?;
        class.split_ascii_whitespace().find_map(|token| {
            let (name, digits) = token.rsplit_once('-')?;
            let names = ["depth", "level", "indent", "lvl", "nest"];
            let fits = names.iter().any(|one| name.ends_with(one));
            let level: u32 = digits.parse().ok()?;
            (fits && level < 200).then_some(level)
        })
    })
}

/// The record that the list around this one comes after: in
/// `[record, list [record, record]]` the first, for both of the list.
fn before<E: Element>(container: &str, element: &E) -> Option<E> {
    let mut branch = element.clone();
    for _ in 0..MOST_LEVELS {
        let around = branch.parent()?;
        let holds = |one: &E| one.matches(container) || one.select(container).is_some();
        let mut earlier = Vec::new();
        let mut one = branch.previous();
        while let Some(found) = one.filter(|_| earlier.len() < MOST_BEFORE) {
            one = found.previous();
            earlier.push(found);
        }
        // The first with a record in it shows what posts look like here.
        let first = earlier.iter().rev().find(|found| holds(found));
        if let Some(first) = first.filter(|first| !alike(*first, &branch)) {
            let answered = earlier
                .iter()
                .find(|one| alike(*one, first) && holds(one))?;
            if answered.matches(container) {
                return Some(answered.clone());
            }
            return answered.select(container);
        }
        branch = around;
    }
    None
}

/// Whether both are elements of one kind.
fn alike<E: Element>(one: &E, other: &E) -> bool {
    if one.tag() != other.tag() {
        return false;
    }
    let (one, other) = (
        one.attribute("class").unwrap_or_default(),
        other.attribute("class").unwrap_or_default(),
    );
    (one.is_empty() && other.is_empty())
        || one
            .split_ascii_whitespace()
            .any(|token| other.split_ascii_whitespace().any(|same| same == token))
}
