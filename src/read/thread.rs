//! Who answers whom, from where each post stands on the page.

use super::Reading;
use crate::post::PostKind;
use std::collections::HashMap;

/// Where a post stands among the others of its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The page does not say that it answers anything.
    Alone,
    /// The post that the page is about; it may answer another.
    Focal {
        /// The id of what it answers, when the page tells.
        parent: Option<String>,
    },
    /// It answers the post with this id.
    Answers(String),
    /// It is set in by so many steps and answers the nearest one before it
    /// that is set in less; with 0 the focal post.
    Indent(u32),
    /// One of a list around the focal post: before it, it leads to it; after
    /// it, it answers it.
    InOrder,
    /// A line joins it to the post before it, which it answers.
    Joined,
}

/// Says for every post what it answers and how deep it stands.
///
/// `readings` are the posts of a page in document order; some may be missing.
/// Everything is worked out anew at every call, in O(n).
pub fn assemble(readings: &mut [&mut Reading]) {
    let focal = focal(readings);
    let mut depths: HashMap<String, u32> = HashMap::with_capacity(readings.len());
    // Indents of the posts that the next one may answer, with their indexes.
    let mut open: Vec<(u32, usize)> = Vec::new();
    for index in 0..readings.len() {
        let before = index
            .checked_sub(1)
            .map(|before| readings[before].post.id.clone());
        let focal_id = focal
            .filter(|focal| *focal != index)
            .map(|focal| readings[focal].post.id.clone());
        let is_after = focal.is_some_and(|focal| focal < index);
        let mut missing_levels = 0;
        let parent = match &readings[index].standing {
            Standing::Alone => None,
            Standing::Answers(parent) => Some(parent.clone()),
            Standing::Focal {
                parent: Some(parent),
            } => Some(parent.clone()),
            Standing::Focal { parent: None } => before.filter(|_| leads_to_focal(readings, index)),
            Standing::Joined => before,
            Standing::InOrder if is_after => focal_id,
            Standing::InOrder => before,
            Standing::Indent(indent) => {
                let indent = *indent;
                while open.last().is_some_and(|(other, _)| *other >= indent) {
                    open.pop();
                }
                let parent = open
                    .last()
                    .map(|(_, parent)| readings[*parent].post.id.clone());
                missing_levels =
                    indent.saturating_sub(open.last().map_or(0, |(other, _)| other + 1));
                open.push((indent, index));
                parent.or_else(|| focal_id.filter(|_| is_after))
            }
        };
        if !matches!(readings[index].standing, Standing::Indent(_)) {
            open.clear();
        }
        let reading = &mut *readings[index];
        let parent = parent.filter(|parent| *parent != reading.post.id);
        let comment = reading.post.kind == PostKind::Comment || parent.is_some();
        let depth = match parent.as_ref().map(|parent| depths.get(parent)) {
            Some(Some(depth)) => depth.saturating_add(1).saturating_add(missing_levels),
            _ if comment => 1_u32.saturating_add(missing_levels),
            _ => 0,
        };
        depths.entry(reading.post.id.clone()).or_insert(depth);
        reading.post.parent = parent;
        reading.post.depth = depth;
    }
    // The kind as read says what the site file knows; an answer to something
    // is a comment whatever it looks like.
    for reading in readings {
        if reading.post.parent.is_some() {
            reading.post.kind = PostKind::Comment;
        }
    }
}

/// The post that the page is about: the one told, else the only one before
/// everything that is set in.
fn focal(readings: &[&mut Reading]) -> Option<usize> {
    let told = readings
        .iter()
        .position(|reading| matches!(reading.standing, Standing::Focal { .. }));
    told.or_else(|| {
        let mut tops =
            (0..readings.len()).filter(|index| readings[*index].standing == Standing::Alone);
        match (tops.next(), tops.next()) {
            (Some(only), None) if readings[only].post.kind == PostKind::Post => Some(only),
            _ => None,
        }
    })
}

/// Whether the post before the focal one is part of the same list.
fn leads_to_focal(readings: &[&mut Reading], focal: usize) -> bool {
    focal.checked_sub(1).is_some_and(|before| {
        matches!(
            readings[before].standing,
            Standing::InOrder | Standing::Joined
        )
    })
}
