//! What a person should know about how well a page could be read.

use super::{Field, Reading, Site};

/// Fewer posts tell nothing about a field that none of them has.
const ENOUGH: usize = 5;

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
    let mut posts = 0_usize;
    let mut found = [0_usize; Field::COUNT];
    let mut weak = [0_usize; Field::COUNT];
    for reading in readings {
        posts += 1;
        for field in Field::ALL {
            if let Some(link) = reading.answered[field as usize] {
                found[field as usize] += 1;
                let link = site.chain(field).get(usize::from(link));
                weak[field as usize] += usize::from(link.is_some_and(|link| link.weak));
            }
        }
    }
    if posts == 0 {
        return vec![HealthLine::NoPosts];
    }
    let expected = Field::ALL
        .into_iter()
        .filter(|field| !site.chain(*field).is_empty());
    expected
        .filter_map(|field| {
            let (found, weak) = (found[field as usize], weak[field as usize]);
            // Marks that most posts never carry tell nothing by their absence.
            let rare = matches!(
                field,
                Field::Promoted | Field::Deleted | Field::Parent | Field::Answers | Field::Lang
            );
            if found == 0 && posts >= ENOUGH && !rare {
                Some(HealthLine::Missing { field, posts })
            } else if found >= ENOUGH && weak * 2 > found {
                Some(HealthLine::Weak { field, weak, found })
            } else {
                None
            }
        })
        .collect()
}
