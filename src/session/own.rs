//! The person's own posts: whether they start talk, how steady their voice is,
//! and what of life they show.
//!
//! In: the [`History`] and the subjects that the person named. Out: [`Own`],
//! plain numbers. What is counted and why is told in `docs/report.md`.

use super::habits::{MAX_COLUMNS, MAX_ROWS, share, shrunk};
use super::{History, standout};
use crate::message::{Mine, SeenPost};
use crate::subjects::{Groups, key};
use std::collections::{BTreeMap, BTreeSet};

/// How some posts of the person do.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rate {
    /// Posts whose replies are known.
    pub posts: usize,
    /// Replies per post: the conversation rate (Kaushik 2011, "Best social
    /// media metrics").
    pub replies: f64,
    /// Likes per post, of those whose likes are known: the applause rate of the
    /// same.
    pub likes: f64,
}

/// How posts on one subject, or on one site, do.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The subject, or the site as [`SeenPost::site`] has it.
    pub name: String,
    /// As counted.
    pub rate: Rate,
    /// Replies per post, drawn towards the rate of all posts where there are
    /// few: see [`shrunk`]. One lucky post does not win.
    pub expected: f64,
}

/// What of life the posts show: in how many of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Life {
    /// Posts whose text was read.
    pub known: usize,
    /// They celebrate and show nothing else of the below.
    pub only_shines: usize,
    /// They ask their readers something.
    pub asks: usize,
    /// They doubt.
    pub doubts: usize,
    /// They tell of something hard.
    pub struggles: usize,
    /// They tell something of their author.
    pub tells: usize,
}

/// How posts of the person do, speak and show.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Own {
    /// The person's posts; comments are no posts.
    pub posts: usize,
    /// All of them.
    pub rate: Rate,
    /// The median of replies per post: what a post of theirs commonly gets.
    pub median: f64,
    /// By subject, most posts first.
    pub subjects: Vec<Part>,
    /// By site, most posts first.
    pub sites: Vec<Part>,
    /// Which subjects start talk where: replies per post as expected, for each
    /// of `subjects` on each of `sites`; `None` where there is no post.
    pub cells: Vec<Vec<Option<f64>>>,
    /// The subject whose posts clearly start more talk than the others, if one
    /// does: see [`standout`].
    pub starter: Option<String>,
    /// The subject and the site whose posts do, likewise.
    pub starter_there: Option<(String, String)>,
    /// Posts that have a subject.
    pub with_subject: usize,
    /// Posts on a subject that the person named.
    pub named: usize,
    /// So many subjects, all equally frequent, would be as mixed: the Hill
    /// number of order 1, e to the Shannon entropy (Hill 1973). 1 is one
    /// subject only.
    pub voices: f64,
    /// What of life they show.
    pub life: Life,
}

impl Own {
    /// Adds up the person's posts. Their order makes no difference.
    pub fn of(history: &History, wanted: &[String]) -> Self {
        let mut posts: Vec<(&SeenPost, &Mine)> = (history.posts.iter())
            .filter_map(|post| Some((post, post.mine.as_ref()?)))
            .filter(|(_, mine)| mine.is_post())
            .collect();
        // Sums of floats depend on their order.
        posts.sort_by(|(a, _), (b, _)| (&a.site, &a.id).cmp(&(&b.site, &b.id)));
        let all: Vec<&SeenPost> = posts.iter().map(|(post, _)| *post).collect();
        let rate = Rate::of(&all);
        let groups = Groups::of(all.iter().map(|post| post.subjects.as_slice()));

        let mut by_subject: BTreeMap<&str, Vec<&SeenPost>> = BTreeMap::new();
        let mut by_site: BTreeMap<&str, Vec<&SeenPost>> = BTreeMap::new();
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for post in &all {
            by_site.entry(&post.site).or_default().push(post);
            let names = post.subjects.iter().map(|subject| groups.name(subject));
            for name in names.collect::<BTreeSet<_>>() {
                by_subject.entry(name).or_default().push(post);
            }
            if let Some(subject) = post.subjects.first() {
                *first.entry(groups.name(subject)).or_default() += 1;
            }
        }
        let subjects = parts(&by_subject, rate, MAX_ROWS);
        let sites = parts(&by_site, rate, MAX_COLUMNS);
        let about = |subject: &Part| {
            by_subject
                .get(subject.name.as_str())
                .map_or(&[][..], Vec::as_slice)
        };
        let there = |subject: &Part, site: &Part| -> Vec<&SeenPost> {
            let there = about(subject).iter().filter(|post| post.site == site.name);
            there.copied().collect()
        };
        let cells = subjects.iter().map(|subject| {
            let on = |site: &Part| {
                let known = Rate::of(&there(subject, site));
                (known.posts > 0).then(|| known.expected(rate))
            };
            sites.iter().map(on).collect()
        });
        let cells = cells.collect();
        let starter = {
            let parts: Vec<_> = (subjects.iter())
                .map(|subject| replies_split(&all, about(subject)))
                .collect();
            standout::of_numbers(&parts).map(|at| subjects[at].name.clone())
        };
        let starter_there = {
            let pairs: Vec<(&Part, &Part)> = (subjects.iter())
                .flat_map(|subject| sites.iter().map(move |site| (subject, site)))
                .collect();
            let parts: Vec<_> = (pairs.iter())
                .map(|(subject, site)| replies_split(&all, &there(subject, site)))
                .collect();
            let names = |(subject, site): (&Part, &Part)| (subject.name.clone(), site.name.clone());
            standout::of_numbers(&parts).map(|at| names(pairs[at]))
        };
        let wanted: BTreeSet<String> = wanted.iter().map(|subject| key(subject)).collect();
        let is_wanted = |post: &&&SeenPost| {
            let mut subjects = post.subjects.iter();
            subjects.any(|subject| wanted.contains(&key(subject)))
        };
        Self {
            posts: all.len(),
            rate,
            median: median(&all),
            with_subject: first.values().sum(),
            named: all.iter().filter(is_wanted).count(),
            voices: entropy(first.values().copied()).exp(),
            life: Life::of(posts.iter().map(|(_, mine)| *mine)),
            starter,
            starter_there,
            subjects,
            sites,
            cells,
        }
    }
}

impl Rate {
    fn of(posts: &[&SeenPost]) -> Self {
        let known: Vec<f64> = (posts.iter())
            .filter_map(|post| Some(post.replies?.value as f64))
            .collect();
        let likes: Vec<f64> = (posts.iter())
            .filter_map(|post| Some(post.likes?.value as f64))
            .collect();
        Self {
            posts: known.len(),
            replies: mean(&known),
            likes: mean(&likes),
        }
    }

    fn expected(&self, whole: Self) -> f64 {
        shrunk(
            self.replies * self.posts as f64,
            self.posts as f64,
            whole.replies,
        )
    }
}

impl Life {
    fn of<'a>(posts: impl Iterator<Item = &'a Mine>) -> Self {
        posts
            .filter_map(|mine| mine.shows)
            .fold(Self::default(), |sum, shows| {
                let whole = shows.asks || shows.doubts || shows.struggles;
                Self {
                    known: sum.known + 1,
                    only_shines: sum.only_shines + usize::from(shows.celebrates && !whole),
                    asks: sum.asks + usize::from(shows.asks),
                    doubts: sum.doubts + usize::from(shows.doubts),
                    struggles: sum.struggles + usize::from(shows.struggles),
                    tells: sum.tells + usize::from(shows.tells),
                }
            })
    }
}

fn parts(by_name: &BTreeMap<&str, Vec<&SeenPost>>, whole: Rate, most: usize) -> Vec<Part> {
    let mut parts: Vec<(usize, Part)> = (by_name.iter())
        .map(|(name, posts)| {
            let rate = Rate::of(posts);
            let part = Part {
                name: (*name).to_owned(),
                rate,
                expected: rate.expected(whole),
            };
            (posts.len(), part)
        })
        .collect();
    // Stable: those with as many posts stay in the order of their names.
    parts.sort_by_key(|(posts, _)| std::cmp::Reverse(*posts));
    parts.into_iter().take(most).map(|(_, part)| part).collect()
}

/// Replies to the posts that are in a part, and to those that are not. The part
/// stands in the order of all posts.
fn replies_split(posts: &[&SeenPost], part: &[&SeenPost]) -> (Vec<f64>, Vec<f64>) {
    let mut part = part.iter().peekable();
    let mut split = (Vec::new(), Vec::new());
    for post in posts {
        let is_in = part.next_if(|one| std::ptr::eq(**one, *post)).is_some();
        let side = if is_in { &mut split.0 } else { &mut split.1 };
        side.extend(post.replies.map(|replies| replies.value as f64));
    }
    split
}

fn mean(numbers: &[f64]) -> f64 {
    if numbers.is_empty() {
        0.0
    } else {
        numbers.iter().sum::<f64>() / numbers.len() as f64
    }
}

fn median(posts: &[&SeenPost]) -> f64 {
    let replies = posts.iter().filter_map(|post| post.replies);
    let mut replies: Vec<u64> = replies.map(|count| count.value).collect();
    replies.sort_unstable();
    let middle = replies.len() / 2;
    match (replies.len() % 2, replies.get(middle)) {
        (_, None) => 0.0,
        (1, Some(one)) => *one as f64,
        (_, Some(upper)) => (replies[middle - 1] + upper) as f64 / 2.0,
    }
}

/// The Shannon entropy of counts, in nats.
fn entropy(counts: impl Iterator<Item = usize> + Clone) -> f64 {
    let total: usize = counts.clone().sum();
    let shares = counts.map(|count| share(count, total));
    let summands = shares.filter(|share| *share > 0.0);
    -summands.map(|share| share * share.ln()).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::{Count, PostKind};
    use crate::session::history::tests::any_history;
    use crate::session::journal::tests::seen;
    use crate::signals::Shows;
    use proptest::prelude::*;

    fn own(site: &str, id: &str, replies: u64, likes: u64, subject: &str) -> SeenPost {
        SeenPost {
            replies: Some(Count::exact(replies)),
            likes: Some(Count::exact(likes)),
            subjects: vec![subject.into()],
            mine: Some(Mine::default()),
            ..seen(site, id, 1.0)
        }
    }

    fn of(posts: Vec<SeenPost>) -> Own {
        let history = History {
            posts,
            ..History::default()
        };
        Own::of(&history, &["Bee".to_owned()])
    }

    #[test]
    fn rates_are_counted_by_hand() {
        let mut comment = own("a", "9", 50, 50, "bees");
        comment.mine = Some(Mine {
            kind: PostKind::Comment,
            ..Mine::default()
        });
        let own = of(vec![
            own("a", "1", 6, 10, "bees"),
            own("a", "2", 2, 20, "bees"),
            own("b", "3", 1, 90, "cake"),
            SeenPost {
                replies: None,
                ..own("b", "4", 0, 0, "cake")
            },
            seen("a", "5", 1.0),
            comment,
        ]);
        assert_eq!((own.posts, own.with_subject, own.named), (4, 4, 2));
        assert_eq!((own.rate.posts, own.rate.replies), (3, 3.0));
        assert_eq!((own.rate.likes, own.median), (30.0, 2.0));
        let names: Vec<_> = own.subjects.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["bees", "cake"]);
        // (6 + 2 + 4 · 3) / (2 + 4), and (1 + 4 · 3) / (1 + 4).
        assert!((own.subjects[0].expected - 20.0 / 6.0).abs() < 1e-12);
        assert!((own.subjects[1].expected - 13.0 / 5.0).abs() < 1e-12);
        assert_eq!(own.cells[0][1], None);
        assert!(own.cells[1][1].is_some());
        // Two subjects, two posts each.
        assert!((own.voices - 2.0).abs() < 1e-12);
    }

    #[test]
    fn one_lucky_post_does_not_win() {
        let mut posts: Vec<_> = (0..10)
            .map(|id| own("a", &id.to_string(), 8, 1, "bees"))
            .collect();
        posts.extend((20..40).map(|id| own("a", &id.to_string(), 1, 1, "cake")));
        posts.push(own("a", "lucky", 11, 1, "travel"));
        let own = of(posts);
        let expected = |name: &str| {
            let part = own.subjects.iter().find(|part| part.name == name);
            part.unwrap().expected
        };
        assert!(expected("bees") > expected("travel"));
        assert!(expected("travel") > expected("cake"));
    }

    #[test]
    fn life_is_whole_where_more_than_shine_is_shown() {
        let shown = |shows: Shows| SeenPost {
            mine: Some(Mine {
                shows: Some(shows),
                ..Mine::default()
            }),
            ..seen("a", &format!("{shows:?}"), 1.0)
        };
        let celebrates = Shows {
            celebrates: true,
            ..Shows::default()
        };
        let own = of(vec![
            shown(celebrates),
            shown(Shows {
                doubts: true,
                ..celebrates
            }),
            shown(Shows {
                struggles: true,
                ..Shows::default()
            }),
            shown(Shows::default()),
            own("a", "unread", 1, 1, "bees"),
        ]);
        let life = Life {
            known: 4,
            only_shines: 1,
            doubts: 1,
            struggles: 1,
            ..Life::default()
        };
        assert_eq!(own.life, life);
    }

    #[test]
    fn one_subject_is_one_voice_and_none_is_no_fault() {
        let one = of(vec![
            own("a", "1", 1, 1, "bees"),
            own("a", "2", 1, 1, "Bee"),
        ]);
        assert!((one.voices - 1.0).abs() < 1e-12);
        let nothing = of(Vec::new());
        assert_eq!((nothing.posts, nothing.median), (0, 0.0));
        assert!(nothing.rate.replies == 0.0 && nothing.voices == 1.0);
    }

    proptest! {
        #[test]
        fn order_makes_no_difference_and_shares_are_shares(history in any_history()) {
            let wanted = ["x".to_owned()];
            let one = Own::of(&history, &wanted);
            let mut turned = history.clone();
            turned.posts.reverse();
            prop_assert_eq!(&one, &Own::of(&turned, &wanted));
            prop_assert!(one.named <= one.posts && one.with_subject <= one.posts);
            prop_assert!(one.voices >= 1.0 - 1e-9 && one.voices <= one.with_subject.max(1) as f64 + 1e-9);
            prop_assert!(one.life.known <= one.posts);
        }
    }
}
