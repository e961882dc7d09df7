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
    /// media metrics"). `None` where the replies of no post are known.
    pub replies: Option<f64>,
    /// Likes per post, of those whose likes are known: the applause rate of the
    /// same. `None` where there is none.
    pub likes: Option<f64>,
}

/// How posts on one subject, or on one site, do.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The subject, or the site as [`SeenPost::site`] has it.
    pub name: String,
    /// How many posts.
    pub posts: usize,
    /// As counted.
    pub rate: Rate,
    /// Replies per post, drawn towards the rate of all posts where there are
    /// few: see [`shrunk`]. One lucky post does not win. `None` where the
    /// replies of no post are known.
    pub expected: Option<f64>,
}

/// What of life the posts show: in how many of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Life {
    /// Posts whose text was read.
    pub known: usize,
    /// They celebrate, whatever else they show.
    pub shines: usize,
    /// They celebrate and do nothing of what [`Self::open`] counts.
    pub only_shines: usize,
    /// They ask, doubt or tell of something hard: one of it at least.
    pub open: usize,
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
    /// `None` where the replies of no post are known.
    pub median: Option<f64>,
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
    /// How many of them have which subject as their first, most posts first.
    pub firsts: Vec<(String, usize)>,
    /// Posts on a subject that the person named.
    pub named: usize,
    /// So many first subjects, all equally frequent, would be as mixed: the
    /// Hill number of order 1, e to the Shannon entropy (Hill 1973). 1 is one
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
            let on = |site: &Part| Rate::of(&there(subject, site)).expected(rate);
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
            firsts: most(first),
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

    fn expected(&self, whole: Self) -> Option<f64> {
        let posts = self.posts as f64;
        Some(shrunk(self.replies? * posts, posts, whole.replies?))
    }
}

impl Life {
    fn of<'a>(posts: impl Iterator<Item = &'a Mine>) -> Self {
        posts
            .filter_map(|mine| mine.shows)
            .fold(Self::default(), |sum, shows| {
                let open = shows.asks || shows.doubts || shows.struggles;
                Self {
                    known: sum.known + 1,
                    shines: sum.shines + usize::from(shows.celebrates),
                    only_shines: sum.only_shines + usize::from(shows.celebrates && !open),
                    open: sum.open + usize::from(open),
                    asks: sum.asks + usize::from(shows.asks),
                    doubts: sum.doubts + usize::from(shows.doubts),
                    struggles: sum.struggles + usize::from(shows.struggles),
                    tells: sum.tells + usize::from(shows.tells),
                }
            })
    }
}

fn parts(by_name: &BTreeMap<&str, Vec<&SeenPost>>, whole: Rate, most: usize) -> Vec<Part> {
    let mut parts: Vec<Part> = (by_name.iter())
        .map(|(name, posts)| {
            let rate = Rate::of(posts);
            Part {
                name: (*name).to_owned(),
                posts: posts.len(),
                rate,
                expected: rate.expected(whole),
            }
        })
        .collect();
    // Stable: those with as many posts stay in the order of their names.
    parts.sort_by_key(|part| std::cmp::Reverse(part.posts));
    parts.truncate(most);
    parts
}

/// The subjects with most posts, and how many each has.
fn most(counts: BTreeMap<&str, usize>) -> Vec<(String, usize)> {
    let counts = counts.into_iter();
    let mut counts: Vec<(String, usize)> = counts
        .map(|(name, count)| (name.to_owned(), count))
        .collect();
    // Stable, as above.
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.truncate(MAX_ROWS);
    counts
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

fn mean(numbers: &[f64]) -> Option<f64> {
    let some = !numbers.is_empty();
    some.then(|| numbers.iter().sum::<f64>() / numbers.len() as f64)
}

fn median(posts: &[&SeenPost]) -> Option<f64> {
    let replies = posts.iter().filter_map(|post| post.replies);
    let mut replies: Vec<u64> = replies.map(|count| count.value).collect();
    replies.sort_unstable();
    let upper = *replies.get(replies.len() / 2)? as f64;
    let lower = *replies.get((replies.len() - 1) / 2)? as f64;
    Some((lower + upper) / 2.0)
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
        assert_eq!((own.rate.posts, own.rate.replies), (3, Some(3.0)));
        assert_eq!((own.rate.likes, own.median), (Some(30.0), Some(2.0)));
        let names: Vec<_> = own.subjects.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["bees", "cake"]);
        // (6 + 2 + 4 · 3) / (2 + 4), and (1 + 4 · 3) / (1 + 4).
        assert!((own.subjects[0].expected.unwrap() - 20.0 / 6.0).abs() < 1e-12);
        assert!((own.subjects[1].expected.unwrap() - 13.0 / 5.0).abs() < 1e-12);
        let counts = own
            .subjects
            .iter()
            .map(|part| (part.posts, part.rate.posts));
        assert_eq!(counts.collect::<Vec<_>>(), [(2, 2), (2, 1)]);
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
            part.unwrap().expected.unwrap()
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
            shines: 2,
            only_shines: 1,
            open: 2,
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
        assert_eq!((nothing.posts, nothing.voices), (0, 1.0));
    }

    #[test]
    fn what_is_not_known_is_not_0() {
        let unknown = |id: &str, subject: &str| SeenPost {
            replies: None,
            ..own("a", id, 0, 4, subject)
        };
        let none = of(vec![unknown("1", "bees"), unknown("2", "cake")]);
        let rate = Rate {
            posts: 0,
            replies: None,
            likes: Some(4.0),
        };
        assert_eq!((none.rate, none.median), (rate, None));
        assert_eq!(none.subjects[0].expected, None);
        let some = of(vec![own("a", "1", 0, 4, "bees"), unknown("2", "cake")]);
        assert_eq!((some.rate.replies, some.median), (Some(0.0), Some(0.0)));
        let expected: Vec<_> = some.subjects.iter().map(|part| part.expected).collect();
        assert_eq!(expected, [Some(0.0), None]);
        assert_eq!(of(Vec::new()).rate, Rate::default());
    }

    #[test]
    fn a_post_counts_for_its_first_subject_whether_its_replies_are_known_or_not() {
        let about = |id: &str, subjects: &[&str]| SeenPost {
            subjects: subjects.iter().map(|name| (*name).to_owned()).collect(),
            replies: None,
            ..own("a", id, 0, 0, "")
        };
        let own = of(vec![
            about("1", &["bees", "cake", "travel"]),
            about("2", &["bees", "cake"]),
            about("3", &["cake", "bees"]),
            about("4", &[]),
        ]);
        assert_eq!(own.firsts, [("bees".to_owned(), 2), ("cake".to_owned(), 1)]);
        assert_eq!(own.with_subject, 3);
        // e to 2/3 · ln 3/2 + 1/3 · ln 3.
        assert!((own.voices - 1.889_881_574_842_31).abs() < 1e-9);
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
            let firsts: usize = one.firsts.iter().map(|(_, count)| count).sum();
            prop_assert!(firsts <= one.with_subject && one.firsts.len() <= MAX_ROWS);
            let Life { known, shines, only_shines, open, asks, doubts, struggles, .. } = one.life;
            prop_assert!(known <= one.posts && only_shines <= shines && only_shines + open <= known);
            prop_assert!(open >= asks.max(doubts).max(struggles) && open <= asks + doubts + struggles);
        }
    }
}
