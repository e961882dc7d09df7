//! What a person should know about how well a page could be read.

use super::{Field, GENERIC, Reading, Site};
use crate::post::PostKind;

/// Fewer posts tell nothing about a field that none of them has.
const ENOUGH: usize = 5;

/// Fields that can be found without the site file.
const REPAIRABLE: [Field; 5] = [
    Field::Permalink,
    Field::Author,
    Field::Name,
    Field::Text,
    Field::Published,
];

/// One finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HealthLine {
    /// No post was found.
    NoPosts,
    /// The site file says how to find this field, and no post has it: the site
    /// may have changed.
    Missing {
        /// The field.
        field: Field,
        /// How many posts were read.
        posts: usize,
    },
    /// The site file no longer finds this field; it was found by what posts
    /// have in common.
    Repaired {
        /// The field.
        field: Field,
        /// How many posts had it so.
        posts: usize,
    },
    /// Most posts had this field only by a weak link of its chain.
    Weak {
        /// The field.
        field: Field,
        /// How many posts had it so.
        weak: usize,
        /// How many posts had it.
        found: usize,
    },
}

/// Findings about the posts read on one page; none when all is well.
pub fn health<'a>(site: &Site, readings: impl IntoIterator<Item = &'a Reading>) -> Vec<HealthLine> {
    let readings: Vec<&Reading> = readings.into_iter().collect();
    if readings.is_empty() {
        return vec![HealthLine::NoPosts];
    }
    Field::ALL
        .into_iter()
        .filter_map(|field| finding(site, field, &readings))
        .collect()
}

/// Fields that the site file promises and that no post has, of those that
/// [`Reader::repair`](super::Reader::repair) can look for. Empty while too few
/// posts were read to tell.
pub fn lost<'a>(site: &Site, readings: impl IntoIterator<Item = &'a Reading>) -> Vec<Field> {
    let lines = health(site, readings).into_iter();
    let lost = lines.filter_map(|line| match line {
        HealthLine::Missing { field, .. } | HealthLine::Repaired { field, .. } => Some(field),
        HealthLine::NoPosts | HealthLine::Weak { .. } => None,
    });
    lost.filter(|field| REPAIRABLE.contains(field)).collect()
}

fn finding(site: &Site, field: Field, readings: &[&Reading]) -> Option<HealthLine> {
    let chain = site.chain(field);
    let comments_too = !site.posts_only.contains(&field);
    let (mut posts, mut found, mut weak, mut repaired) = (0, 0, 0, 0);
    for reading in readings
        .iter()
        .filter(|reading| comments_too || reading.kind == PostKind::Post)
    {
        posts += 1;
        if let Some(link) = reading.answered[field as usize] {
            found += 1;
            repaired += usize::from(link == GENERIC && !chain.is_empty());
            weak += usize::from(chain.get(usize::from(link)).is_some_and(|link| link.weak));
        }
    }
    // Marks that most posts never carry tell nothing by their absence.
    let rare = matches!(
        field,
        Field::Promoted
            | Field::Deleted
            | Field::Collapsed
            | Field::Parent
            | Field::Answers
            | Field::Quote
            | Field::Lang
    );
    if repaired > 0 {
        return Some(HealthLine::Repaired {
            field,
            posts: repaired,
        });
    }
    if found == 0 {
        let expected = !chain.is_empty() && !rare && !site.optional.contains(&field);
        (expected && posts >= ENOUGH).then_some(HealthLine::Missing { field, posts })
    } else {
        (found >= ENOUGH && weak * 2 > found).then_some(HealthLine::Weak { field, weak, found })
    }
}
