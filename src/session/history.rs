//! All that the store holds, over days and weeks: merging and erasing.

use super::journal::{minute, newest};
use crate::message::{Mark, Mine, Moment, Replied, SeenPost, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is kept, but for the settings. What is kept is told field by
/// field in `docs/privacy.md`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct History {
    /// Posts that were seen, the person's own among them; one for each site and
    /// id.
    pub posts: Vec<SeenPost>,
    /// Replies that the person sent.
    pub replies: Vec<Replied>,
    /// Minutes in which something was seen or sent, site by site.
    pub moments: Vec<Moment>,
    /// Scores that the person found wrong.
    pub marks: Vec<Mark>,
}

/// How much of a [`History`] there is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Posts that were seen.
    pub posts: usize,
    /// Replies that the person wrote.
    pub replies: usize,
    /// Scores that they found wrong.
    pub marks: usize,
    /// The sites of which something is kept; see [`SeenPost::site`].
    pub sites: BTreeSet<String>,
}

/// What is to be erased.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "what",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Erase {
    /// Everything.
    All,
    /// Everything of one site; see [`SeenPost::site`].
    Site {
        /// Which.
        site: String,
    },
    /// Everything of a span of time, such as a day where the person is: from
    /// one moment on and before another, in milliseconds since 1970 UTC.
    Span {
        /// Its first moment.
        from: f64,
        /// The first moment after it.
        until: f64,
    },
}

impl Erase {
    /// Whether something of this site and moment is to go.
    pub fn covers(&self, site: &str, at: f64) -> bool {
        match self {
            Self::All => true,
            Self::Site { site: erased } => erased == site,
            Self::Span { from, until } => (*from..*until).contains(&at),
        }
    }

    /// Whether this minute on a site is to go: with any moment of it, all of
    /// it.
    pub fn covers_minute(&self, moment: &Moment) -> bool {
        match self {
            Self::All => true,
            Self::Site { site } => *site == moment.site,
            Self::Span { from, until } => {
                let last = (until - 1.0).max(*from);
                (minute(*from)..=minute(last)).contains(&moment.minute)
            }
        }
    }
}

impl History {
    /// The same without what is to be erased.
    #[must_use]
    pub fn without(mut self, erase: &Erase) -> Self {
        self.posts
            .retain(|post| !erase.covers(&post.site, post.seen_at));
        self.replies
            .retain(|reply| !erase.covers(&reply.site, reply.sent_at));
        self.moments.retain(|moment| !erase.covers_minute(moment));
        self.marks
            .retain(|mark| !erase.covers(&mark.site, mark.marked_at));
        self
    }

    /// What a report on the time from a moment on (milliseconds since 1970 UTC)
    /// is made of: all from then on, the person's own posts of any time, and
    /// every mark. The store reads no more than this.
    #[must_use]
    pub fn since(mut self, since: f64) -> Self {
        self.posts.retain(|post| {
            let own = post.mine.as_ref().is_some_and(Mine::is_post);
            own || post.seen_at >= since
        });
        self.replies.retain(|reply| reply.sent_at >= since);
        self.moments.retain(|moment| moment.minute >= minute(since));
        self
    }

    /// Everything of both, each thing once, in the order of their keys. Of two
    /// readings of one post [`newest`] decides, of two marks the later one;
    /// `now` is in milliseconds since 1970 UTC.
    ///
    /// Associative, commutative and idempotent for one `now`, so that what was
    /// exported on several devices may be brought together in any order.
    #[must_use]
    pub fn merge(self, other: Self, now: f64) -> Self {
        Self {
            posts: unite(
                self.posts,
                other.posts,
                |post| (post.site.clone(), post.id.clone()),
                |one, other| newest(&one, &other, now),
            ),
            replies: unite(
                self.replies,
                other.replies,
                // A float that does not fit is cut to the nearest that does.
                |reply| (reply.sent_at as u64, reply.site.clone(), reply.post.clone()),
                greater_by(|reply: &Replied| {
                    let how = reply
                        .listening
                        .map(|how| [how.takes_up, how.asks, how.about_them, how.warm, how.heated]);
                    (how, reply.subjects.clone())
                }),
            ),
            moments: unite(self.moments, other.moments, Moment::clone, |moment, _| {
                moment
            }),
            marks: unite(
                self.marks,
                other.marks,
                |mark| (mark.site.clone(), mark.id.clone()),
                greater_by(|mark: &Mark| {
                    // Times are never negative (see `accept_mark`), and bits of
                    // such floats stand in the order of their numbers.
                    (
                        mark.marked_at.to_bits(),
                        mark.score,
                        mark.verdict == Verdict::TooHigh,
                        mark.reasons.clone(),
                        mark.permalink.clone(),
                    )
                }),
            ),
        }
    }

    /// How much there is.
    pub fn kept(&self) -> Kept {
        Kept {
            posts: self.posts.len(),
            replies: self.replies.len(),
            marks: self.marks.len(),
            sites: self.sites().into_iter().map(str::to_owned).collect(),
        }
    }

    /// The sites of which something is kept.
    pub fn sites(&self) -> BTreeSet<&str> {
        let sites = (self.posts.iter().map(|post| &post.site))
            .chain(self.replies.iter().map(|reply| &reply.site))
            .chain(self.moments.iter().map(|moment| &moment.site))
            .chain(self.marks.iter().map(|mark| &mark.site));
        sites
            .map(String::as_str)
            .filter(|site| !site.is_empty())
            .collect()
    }
}

/// Keeps the one that says more; which one that is must depend on nothing but
/// the two.
fn greater_by<T, K: Ord>(rank: impl Fn(&T) -> K) -> impl Fn(T, T) -> T {
    move |one, other| {
        if rank(&other) > rank(&one) {
            other
        } else {
            one
        }
    }
}

fn unite<T, K: Ord>(
    one: Vec<T>,
    other: Vec<T>,
    key: impl Fn(&T) -> K,
    choose: impl Fn(T, T) -> T,
) -> Vec<T> {
    let mut united: BTreeMap<K, T> = BTreeMap::new();
    for thing in one.into_iter().chain(other) {
        let key = key(&thing);
        let chosen = match united.remove(&key) {
            Some(kept) => choose(kept, thing),
            None => thing,
        };
        united.insert(key, chosen);
    }
    united.into_values().collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::advise::draft::Listening;
    use crate::message::Mine;
    use crate::session::journal::tests::{any_post, seen};
    use proptest::collection::vec;
    use proptest::prelude::*;

    pub(crate) const NOON: f64 = 1_764_000_000_000.0;
    const MINUTE: f64 = 60_000.0;

    fn any_reply() -> impl Strategy<Value = Replied> {
        let listening = proptest::option::of(any::<[bool; 5]>());
        ("[ab]", 0..9u32, 0..200u32, listening, vec("[xy]", 0..2)).prop_map(
            |(site, post, ago, listening, subjects)| Replied {
                site,
                post: post.to_string(),
                sent_at: NOON - f64::from(ago) * MINUTE,
                listening: listening.map(|[takes_up, asks, about_them, warm, heated]| Listening {
                    takes_up,
                    asks,
                    about_them,
                    warm,
                    heated,
                }),
                subjects,
            },
        )
    }

    fn any_mark() -> impl Strategy<Value = Mark> {
        ("[ab]", 0..9u32, any::<bool>(), 0..=100u8, 0..200u32).prop_map(
            |(site, id, high, score, ago)| Mark {
                site,
                id: id.to_string(),
                permalink: None,
                score,
                reasons: vec![("replies".into(), 4)],
                verdict: if high {
                    Verdict::TooHigh
                } else {
                    Verdict::TooLow
                },
                marked_at: NOON - f64::from(ago) * MINUTE,
            },
        )
    }

    fn any_own_post() -> impl Strategy<Value = SeenPost> {
        let mine = proptest::option::of(any::<bool>());
        (any_post(), any::<bool>(), mine, vec("[xy]", 0..3)).prop_map(
            |(post, to_me, mine, subjects)| SeenPost {
                to_me,
                mine: mine.map(|comment| Mine {
                    kind: if comment {
                        crate::post::PostKind::Comment
                    } else {
                        crate::post::PostKind::Post
                    },
                    ..Mine::default()
                }),
                subjects,
                ..post
            },
        )
    }

    pub(crate) fn any_history() -> impl Strategy<Value = History> {
        let moment = ("[ab]", 0..200u32).prop_map(|(site, ago)| Moment {
            minute: minute(NOON) - ago,
            site,
        });
        (
            vec(any_own_post(), 0..25),
            vec(any_reply(), 0..12),
            vec(moment, 0..12),
            vec(any_mark(), 0..6),
        )
            .prop_map(|(posts, replies, moments, marks)| {
                let raw = History {
                    posts,
                    replies,
                    moments,
                    marks,
                };
                // As a store holds it: each thing once.
                raw.merge(History::default(), NOON)
            })
    }

    fn any_erase() -> impl Strategy<Value = Erase> {
        prop_oneof![
            Just(Erase::All),
            "[ab]".prop_map(|site| Erase::Site { site }),
            (0..200u32, 1..100u32).prop_map(|(ago, long)| {
                let from = NOON - f64::from(ago) * MINUTE;
                Erase::Span {
                    from,
                    until: from + f64::from(long) * MINUTE,
                }
            }),
        ]
    }

    #[test]
    fn of_two_marks_the_later_one_stays() {
        let mark = |score, marked_at| Mark {
            site: "a".into(),
            id: "1".into(),
            permalink: None,
            score,
            reasons: Vec::new(),
            verdict: Verdict::TooLow,
            marked_at,
        };
        let of = |mark| History {
            marks: vec![mark],
            ..History::default()
        };
        let merged = of(mark(90, 5.0)).merge(of(mark(10, 6.0)), NOON);
        assert_eq!(merged.marks, [mark(10, 6.0)]);
    }

    #[test]
    fn a_day_is_erased_to_its_last_minute_and_not_beyond() {
        let day = Erase::Span {
            from: 0.0,
            until: 86_400_000.0,
        };
        let moment = |minute| Moment {
            minute,
            site: "a".into(),
        };
        let kept = History {
            posts: vec![
                seen("a", "last", 86_399_999.0),
                seen("a", "next", 86_400_000.0),
            ],
            moments: vec![moment(0), moment(1439), moment(1440)],
            ..History::default()
        }
        .without(&day);
        assert_eq!(kept.posts, [seen("a", "next", 86_400_000.0)]);
        assert_eq!(kept.moments, [moment(1440)]);
    }

    proptest! {
        #[test]
        fn merging_knows_no_order(a in any_history(), b in any_history(), c in any_history()) {
            let ab = a.clone().merge(b.clone(), NOON);
            prop_assert_eq!(&ab, &b.clone().merge(a.clone(), NOON));
            let left = ab.merge(c.clone(), NOON);
            let right = a.clone().merge(b.merge(c, NOON), NOON);
            prop_assert_eq!(left, right);
            prop_assert_eq!(&a.clone().merge(a.clone(), NOON), &a);
        }

        #[test]
        fn what_is_merged_loses_nothing(a in any_history(), b in any_history()) {
            let merged = a.clone().merge(b.clone(), NOON);
            for history in [&a, &b] {
                for post in &history.posts {
                    let kept = merged.posts.iter().find(|kept| (&kept.site, &kept.id) == (&post.site, &post.id));
                    prop_assert!(kept.is_some_and(|kept| kept.seen_at >= post.seen_at && kept.to_me >= post.to_me));
                }
                for reply in &history.replies {
                    let is_it = |kept: &&Replied| (&kept.site, &kept.post) == (&reply.site, &reply.post) && kept.sent_at == reply.sent_at;
                    prop_assert_eq!(merged.replies.iter().filter(is_it).count(), 1);
                }
                prop_assert!(history.moments.iter().all(|moment| merged.moments.contains(moment)));
            }
        }

        #[test]
        fn erasing_takes_every_trace_and_nothing_else(history in any_history(), erase in any_erase()) {
            let left = history.clone().without(&erase);
            prop_assert!(left.posts.iter().all(|post| !erase.covers(&post.site, post.seen_at)));
            prop_assert!(left.replies.iter().all(|reply| !erase.covers(&reply.site, reply.sent_at)));
            prop_assert!(left.moments.iter().all(|moment| !erase.covers(&moment.site, f64::from(moment.minute) * MINUTE)));
            prop_assert!(left.marks.iter().all(|mark| !erase.covers(&mark.site, mark.marked_at)));
            if let Erase::Site { site } = &erase {
                prop_assert!(!left.sites().contains(site.as_str()));
            }
            for post in history.posts.iter().filter(|post| !erase.covers(&post.site, post.seen_at)) {
                prop_assert!(left.posts.contains(post));
            }
            for reply in history.replies.iter().filter(|reply| !erase.covers(&reply.site, reply.sent_at)) {
                prop_assert!(left.replies.contains(reply));
            }
            prop_assert_eq!(left.clone().without(&erase), left);
        }

        #[test]
        fn a_site_may_be_erased_before_or_after_merging(a in any_history(), b in any_history(), site in "[ab]") {
            let erase = Erase::Site { site };
            let before = a.clone().without(&erase).merge(b.clone().without(&erase), NOON);
            prop_assert_eq!(before, a.merge(b, NOON).without(&erase));
        }
    }
}
