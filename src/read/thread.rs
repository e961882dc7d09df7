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
    /// A line joins it to the post before it, which it answers.
    Joined,
    /// One of a list around the focal post. Before it: it leads to it, each
    /// answering the one before. After it: it answers the focal post, unless
    /// what follows tells otherwise.
    InOrder {
        /// Handle of the author it answers, when the page tells.
        author: Option<String>,
        /// It surely answers neither the post before it nor the focal one, but
        /// one between them.
        branch: bool,
    },
}

/// How far up a branch the author of an answered post is looked for. Branches
/// that people write are shorter; one that a page makes up must not cost more.
const MAX_BRANCH: usize = 100;

/// Says for every post what it answers and how deep it stands.
///
/// `readings` are the posts of a page in document order; some may be missing.
/// Everything is worked out anew at every call, in O(n).
pub fn assemble(readings: &mut [&mut Reading]) {
    let answers = Assembly::of(readings).answers;
    let mut depths: HashMap<String, u32> = HashMap::with_capacity(readings.len());
    for (reading, (answer, missing)) in readings.iter_mut().zip(answers) {
        let post = &mut reading.post;
        let parent = answer.filter(|parent| *parent != post.id);
        // An answer to something is a comment, whatever it looks like.
        post.kind = if parent.is_some() {
            PostKind::Comment
        } else {
            reading.kind
        };
        let above = parent.as_ref().and_then(|parent| depths.get(parent));
        let depth = match above {
            Some(depth) => depth.saturating_add(1).saturating_add(missing),
            None if post.kind == PostKind::Comment => 1_u32.saturating_add(missing),
            None => 0,
        };
        depths.entry(post.id.clone()).or_insert(depth);
        post.parent = parent;
        post.depth = depth;
    }
}

/// Answers as they are found, in document order.
struct Assembly<'a> {
    readings: &'a [&'a mut Reading],
    focal: Option<usize>,
    /// What each answers, and how many levels between are not on the page.
    answers: Vec<(Option<String>, u32)>,
    /// The same as indexes, where it is on the page.
    above: Vec<Option<usize>>,
    /// Indents of the posts that the next one may answer.
    open: Vec<(u32, usize)>,
}

impl<'a> Assembly<'a> {
    fn of(readings: &'a [&'a mut Reading]) -> Self {
        let mut assembly = Self {
            readings,
            focal: focal(readings),
            answers: Vec::with_capacity(readings.len()),
            above: Vec::with_capacity(readings.len()),
            open: Vec::new(),
        };
        for index in 0..readings.len() {
            assembly.add(index);
        }
        assembly
    }

    fn add(&mut self, index: usize) {
        let before = index.checked_sub(1);
        let focal = self.focal.filter(|focal| *focal < index);
        let mut missing = 0;
        let mut told = None;
        let above = match &self.readings[index].standing {
            Standing::Alone => None,
            Standing::Answers(parent)
            | Standing::Focal {
                parent: Some(parent),
            } => {
                told = Some(parent.clone());
                None
            }
            Standing::Focal { parent: None } => before.filter(|before| self.leads_on(*before)),
            Standing::Joined => before,
            Standing::InOrder { author, branch } => match (focal, before) {
                (Some(focal), Some(before)) => {
                    Some(self.answered(focal, before, author.as_deref(), *branch))
                }
                _ => before.filter(|before| self.leads_on(*before)),
            },
            Standing::Indent(indent) => {
                while self.open.last().is_some_and(|(other, _)| other >= indent) {
                    self.open.pop();
                }
                let nearest = self.open.last();
                missing = indent.saturating_sub(nearest.map_or(0, |(other, _)| other + 1));
                let above = nearest.map(|(_, parent)| *parent).or(focal);
                self.open.push((*indent, index));
                above
            }
        };
        if !matches!(self.readings[index].standing, Standing::Indent(_)) {
            self.open.clear();
        }
        let answer = told.or_else(|| above.map(|above| self.readings[above].post.id.clone()));
        self.answers.push((answer, missing));
        self.above.push(above);
    }

    /// Whether the post at `index` is part of a list that leads to the next.
    fn leads_on(&self, index: usize) -> bool {
        matches!(
            self.readings[index].standing,
            Standing::InOrder { .. } | Standing::Joined
        )
    }

    /// What a post after the focal one answers: threads are listed branch by
    /// branch, so it is one that stands above the post before it.
    fn answered(&self, focal: usize, before: usize, author: Option<&str>, branch: bool) -> usize {
        let by = |index: usize| self.readings[index].post.author.as_deref();
        let is_by =
            |index: usize, author: &str| by(index).is_some_and(|other| same_author(author, other));
        if !branch && author.is_none_or(|author| is_by(focal, author)) {
            return focal;
        }
        let between = |index: &usize| *index > focal;
        let next = |index: &usize| self.above[*index].filter(between);
        let mut candidates = std::iter::successors(next(&before), next).take(MAX_BRANCH);
        let nearest = candidates.clone().next();
        let by_author = author.and_then(|author| candidates.find(|index| is_by(*index, author)));
        // Elsewhere threads are listed by time: then it is the latest of theirs.
        let latest = || {
            let author = author?;
            let mut earlier = (focal + 1..=before).rev().take(MAX_BRANCH);
            earlier.find(|index| is_by(*index, author))
        };
        by_author
            .or(nearest.filter(|_| branch))
            .or_else(latest)
            .unwrap_or(focal)
    }
}

/// Whether two handles are one person's. Those of the page's own host may
/// stand without it: `ana` and `ana@social.example`.
fn same_author(one: &str, other: &str) -> bool {
    let ((user, host), (other_user, other_host)) = (split(one), split(other));
    user.eq_ignore_ascii_case(other_user)
        && host
            .zip(other_host)
            .is_none_or(|(host, other)| host.eq_ignore_ascii_case(other))
}

fn split(handle: &str) -> (&str, Option<&str>) {
    handle
        .split_once('@')
        .map_or((handle, None), |(user, host)| (user, Some(host)))
}

/// The post that the page is about: the one told, else the only one that
/// nothing is known to come before.
fn focal(readings: &[&mut Reading]) -> Option<usize> {
    let told = readings
        .iter()
        .position(|reading| matches!(reading.standing, Standing::Focal { .. }));
    told.or_else(|| {
        let is_top = |index: &usize| {
            let reading = &readings[*index];
            reading.standing == Standing::Alone && reading.kind == PostKind::Post
        };
        let mut tops = (0..readings.len()).filter(is_top);
        tops.next().filter(|_| tops.next().is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Post;
    use crate::read::Field;
    use proptest::prelude::*;

    fn reading(id: usize, kind: PostKind, standing: Standing) -> Reading {
        let post = Post {
            id: id.to_string(),
            kind,
            ..Post::default()
        };
        Reading {
            post,
            kind,
            standing,
            answered: [None; Field::COUNT],
        }
    }

    fn assembled(mut readings: Vec<Reading>) -> Vec<(Option<String>, u32)> {
        assemble(&mut readings.iter_mut().collect::<Vec<_>>());
        readings
            .into_iter()
            .map(|reading| (reading.post.parent, reading.post.depth))
            .collect()
    }

    #[test]
    fn an_answer_to_something_elsewhere_stays_one() {
        let away = Standing::Answers("away".to_owned());
        let found = assembled(vec![
            reading(1, PostKind::Post, away),
            reading(2, PostKind::Comment, Standing::Alone),
        ]);
        assert_eq!(found, [(Some("away".to_owned()), 1), (None, 1)]);
    }

    #[test]
    fn what_claims_to_answer_itself_answers_nothing() {
        let itself = Standing::Answers("1".to_owned());
        assert_eq!(
            assembled(vec![reading(1, PostKind::Post, itself)]),
            [(None, 0)]
        );
    }

    #[test]
    fn in_a_feed_nothing_answers_the_post_above_it() {
        let alone = |id| reading(id, PostKind::Post, Standing::Alone);
        assert_eq!(assembled(vec![alone(1), alone(2)]), [(None, 0), (None, 0)]);
    }

    #[test]
    fn handles_are_compared_as_one_page_writes_them() {
        assert!(same_author("ana", "ana@social.example"));
        assert!(same_author("Ana@Social.example", "ana@social.example"));
        assert!(!same_author("ana@other.example", "ana@social.example"));
        assert!(!same_author("ana", "anna"));
    }

    proptest! {
        #[test]
        fn an_indented_comment_answers_the_nearest_before_it_that_is_set_in_less(
            indents in prop::collection::vec(0_u32..6, 0..40),
        ) {
            let mut readings = vec![reading(0, PostKind::Post, Standing::Focal { parent: None })];
            readings.extend(indents.iter().enumerate().map(|(at, indent)| {
                reading(at + 1, PostKind::Comment, Standing::Indent(*indent))
            }));
            let found = assembled(readings);
            for (at, indent) in indents.iter().enumerate() {
                let nearest = (0..at).rev().find(|before| indents[*before] < *indent);
                let parent = nearest.map_or(0, |before| before + 1);
                prop_assert_eq!(&found[at + 1].0, &Some(parent.to_string()));
                prop_assert_eq!(found[at + 1].1, indent + 1);
            }
        }
    }
}
