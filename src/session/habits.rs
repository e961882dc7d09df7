//! Weeks of taking part: what the person joined, gave and received, how their
//! replies listen, where their time and their conversations are, and when they
//! talk well.
//!
//! In: the [`History`], the person's [`Calendar`] and a [`Span`]. Out:
//! [`Habits`], plain numbers. Linear in what is kept, but for sorting. What is
//! counted and why is told in `docs/report.md`.

use super::History;
use super::calendar::{Calendar, monday, week};
use super::standout::{self, Counted};
use crate::advise::draft::Listening;
use crate::message::Replied;
use crate::score::stance::LEAST_TALK;
use crate::subjects::Groups;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Some whole weeks, the present one last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The present week: see [`super::calendar::week`].
    last: i32,
    /// How many.
    weeks: usize,
}

impl Span {
    /// How many weeks a person can choose.
    pub const CHOICES: [usize; 3] = [4, 12, 52];

    /// How many are looked at until they choose: as few of [`Self::CHOICES`] as
    /// hold all that is kept, at most 12. Empty weeks from before Rapport was
    /// there would tell nothing. `oldest` is when that begins, in milliseconds
    /// since 1970 UTC; `None` where nothing is kept.
    pub fn fitting(oldest: Option<f64>, now: f64, calendar: &dyn Calendar) -> usize {
        let [few, most, _] = Self::CHOICES;
        let weeks = Self::new(few, now, calendar);
        let holds = |oldest| weeks.place(calendar.day(oldest)).is_some();
        if oldest.is_none_or(holds) { few } else { most }
    }

    /// The same, beginning no earlier than the week of `oldest`, the oldest
    /// thing kept (milliseconds since 1970 UTC): of weeks before it nothing is
    /// known, and they are no weeks in which nothing happened.
    #[must_use]
    pub fn not_before(self, oldest: Option<f64>, calendar: &dyn Calendar) -> Self {
        let Some(at) = oldest.and_then(|oldest| self.place(calendar.day(oldest))) else {
            return self;
        };
        Self {
            weeks: self.weeks - at,
            ..self
        }
    }

    /// A moment before the first week, in milliseconds since 1970 UTC: wherever
    /// on Earth the person is, the week has not begun there a day before it does
    /// in UTC.
    pub fn since(&self) -> f64 {
        f64::from(monday(self.first()) - 1) * 24.0 * 3_600_000.0
    }

    /// The first week.
    fn first(&self) -> i32 {
        self.last - i32::try_from(self.weeks).unwrap_or(i32::MAX) + 1
    }

    /// So many weeks, one at least, up to the one that `now` (milliseconds
    /// since 1970 UTC) lies in.
    pub fn new(weeks: usize, now: f64, calendar: &dyn Calendar) -> Self {
        Self {
            last: week(calendar.day(now)),
            weeks: weeks.max(1),
        }
    }

    /// The place of a day among the weeks, if it is in one of them. A day to
    /// come is from before a clock was set back, and counts as this week's.
    fn place(&self, day: i32) -> Option<usize> {
        let before = usize::try_from((self.last - week(day)).max(0)).ok()?;
        (before < self.weeks).then(|| self.weeks - 1 - before)
    }
}

/// One week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Week {
    /// Its Monday, in days since 1 January 1970.
    pub monday: i32,
    /// Conversations joined: posts answered for the first time in the span.
    pub joined: usize,
    /// Answers that the person wrote.
    pub given: usize,
    /// Answers to the person that were seen.
    pub received: usize,
    /// Answers of which it is known how they listen.
    pub known: usize,
    /// Those of them that ask something.
    pub asked: usize,
}

/// How many of the replies listen in which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Listens {
    /// Replies of which it is known.
    pub known: usize,
    /// Those that take up the other's words.
    pub takes_up: usize,
    /// Those that ask something.
    pub asks: usize,
    /// Those that are about the other.
    pub about_them: usize,
    /// Those that thank, acknowledge, agree or care.
    pub warm: usize,
    /// Those that attack or shout.
    pub heated: usize,
}

impl Listens {
    fn add(&mut self, how: Listening) {
        self.known += 1;
        self.takes_up += usize::from(how.takes_up);
        self.asks += usize::from(how.asks);
        self.about_them += usize::from(how.about_them);
        self.warm += usize::from(how.warm);
        self.heated += usize::from(how.heated);
    }
}

/// One site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SiteShare {
    /// See [`crate::message::SeenPost::site`].
    pub site: String,
    /// Minutes in which something was seen or sent there.
    pub minutes: usize,
    /// Conversations joined there.
    pub joined: usize,
    /// Answers that the person wrote there.
    pub given: usize,
    /// Answers to the person that were seen there.
    pub received: usize,
}

/// A subject on a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// Conversations about it that the person joined.
    pub joined: usize,
    /// Posts about it that were seen with talk worth the name
    /// ([`LEAST_TALK`]).
    pub talk: usize,
}

/// One subject over the sites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectRow {
    /// Its name: see [`Groups`].
    pub subject: String,
    /// One for each of [`Habits::columns`].
    pub cells: Vec<Cell>,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Hours {
    /// Its first hour, 0 to 21.
    pub from: u8,
    /// Replies sent in it of which it is known how they listen.
    pub known: usize,
    /// Those that listen: see [`listens`].
    pub listened: usize,
    /// The share that listens, 0 to 1, drawn towards the whole day's share
    /// where little is known: see [`shrunk`].
    pub share: f64,
}

impl Hours {
    /// How many hours a part has.
    pub const LENGTH: u8 = 3;
}

/// Weeks of taking part.
#[derive(Debug, Clone, PartialEq)]
pub struct Habits {
    /// The weeks, the oldest first.
    pub weeks: Vec<Week>,
    /// How the replies of all weeks listen.
    pub listens: Listens,
    /// Sites, most minutes first.
    pub sites: Vec<SiteShare>,
    /// The sites of the table of subjects: those with most conversations
    /// joined, then with most talk seen.
    pub columns: Vec<String>,
    /// The subjects of the table, chosen likewise.
    pub subjects: Vec<SubjectRow>,
    /// The day in parts.
    pub hours: Vec<Hours>,
}

/// The most sites, and the most subjects, in the table of both.
pub const MAX_COLUMNS: usize = 4;
/// See [`MAX_COLUMNS`].
pub const MAX_ROWS: usize = 6;

/// The weight of the whole in [`shrunk`], in replies. Four replies of one kind
/// move a part half the way from the whole to all.
const PRIOR: f64 = 4.0;

/// A share of few, drawn towards that of the whole: the mean of a beta
/// distribution after `hits` of `of`, which began with the mean `whole` and the
/// weight of [`PRIOR`] observations (empirical Bayes; Casella 1985, "An
/// introduction to empirical Bayes data analysis").
pub fn shrunk(hits: f64, of: f64, whole: f64) -> f64 {
    (hits + PRIOR * whole) / (of + PRIOR)
}

/// Whether a reply listens: it takes up what the other said or asks something,
/// and does not attack.
pub const fn listens(how: Listening) -> bool {
    (how.takes_up || how.asks) && !how.heated
}

impl Habits {
    /// Adds up the weeks of a span.
    pub fn of(history: &History, span: Span, calendar: &dyn Calendar) -> Self {
        let mut weeks: Vec<Week> = (span.first()..=span.last)
            .map(|week| Week {
                monday: monday(week),
                ..Week::default()
            })
            .collect();
        let place = |ms: f64| span.place(calendar.day(ms));

        let mut replies: Vec<(usize, &Replied)> = (history.replies.iter())
            .filter_map(|reply| Some((place(reply.sent_at)?, reply)))
            .collect();
        replies.sort_by(|(_, a), (_, b)| {
            a.sent_at
                .total_cmp(&b.sent_at)
                .then_with(|| (&a.site, &a.post).cmp(&(&b.site, &b.post)))
        });
        let mut listening = Listens::default();
        let mut hours: Vec<Hours> = (0..24 / Hours::LENGTH)
            .map(|part| Hours {
                from: part * Hours::LENGTH,
                ..Hours::default()
            })
            .collect();
        let mut joined: BTreeSet<(&str, &str)> = BTreeSet::new();
        let mut by_site: BTreeMap<&str, SiteShare> = BTreeMap::new();
        for (at, reply) in &replies {
            let week = &mut weeks[*at];
            let there = by_site.entry(&reply.site).or_default();
            week.given += 1;
            there.given += 1;
            if joined.insert((&reply.site, &reply.post)) {
                week.joined += 1;
                there.joined += 1;
            }
            let Some(how) = reply.listening else { continue };
            week.known += 1;
            week.asked += usize::from(how.asks);
            listening.add(how);
            let part = usize::from(calendar.hour(reply.sent_at) / Hours::LENGTH);
            hours[part].known += 1;
            hours[part].listened += usize::from(listens(how));
        }
        let all: usize = hours.iter().map(|part| part.listened).sum();
        let whole = share(all, listening.known);
        for part in &mut hours {
            part.share = shrunk(part.listened as f64, part.known as f64, whole);
        }

        let posts = history
            .posts
            .iter()
            .filter_map(|post| Some((place(post.seen_at)?, post)));
        let posts: Vec<_> = posts.collect();
        let received = posts
            .iter()
            .filter(|(_, post)| post.to_me && post.mine.is_none());
        for (at, post) in received {
            weeks[*at].received += 1;
            by_site.entry(&post.site).or_default().received += 1;
        }

        for moment in &history.moments {
            let known = !moment.site.is_empty();
            if known && place(f64::from(moment.minute) * 60_000.0).is_some() {
                by_site.entry(&moment.site).or_default().minutes += 1;
            }
        }
        let mut sites: Vec<SiteShare> = (by_site.into_iter())
            .map(|(site, share)| SiteShare {
                site: site.to_owned(),
                ..share
            })
            .collect();
        sites.sort_by(|a, b| {
            (b.minutes, b.joined)
                .cmp(&(a.minutes, a.joined))
                .then_with(|| a.site.cmp(&b.site))
        });

        let mut cells: HashMap<(String, &str), Cell> = HashMap::new();
        let said = (posts.iter().map(|(_, post)| post.subjects.as_slice()))
            .chain(replies.iter().map(|(_, reply)| reply.subjects.as_slice()));
        let groups = Groups::of(said);
        let names = |subjects: &[String]| -> BTreeSet<String> {
            let names = subjects.iter().map(|subject| groups.name(subject));
            names.map(str::to_owned).collect()
        };
        let worth = posts.iter().filter(|(_, post)| {
            post.mine.is_none() && post.score.is_some_and(|score| score >= LEAST_TALK)
        });
        for (_, post) in worth {
            for subject in names(&post.subjects) {
                cells.entry((subject, &post.site)).or_default().talk += 1;
            }
        }
        let mut counted: BTreeSet<(&str, &str, String)> = BTreeSet::new();
        for (_, reply) in &replies {
            for subject in names(&reply.subjects) {
                if counted.insert((&reply.site, &reply.post, subject.clone())) {
                    cells.entry((subject, &reply.site)).or_default().joined += 1;
                }
            }
        }
        let (columns, subjects) = table(&cells);
        Self {
            weeks,
            listens: listening,
            sites,
            columns,
            subjects,
            hours,
        }
    }

    /// Conversations joined in all weeks.
    pub fn joined(&self) -> usize {
        self.weeks.iter().map(|week| week.joined).sum()
    }

    /// Answers that the person wrote in all weeks.
    pub fn given(&self) -> usize {
        self.weeks.iter().map(|week| week.given).sum()
    }

    /// Answers to the person that were seen in all weeks.
    pub fn received(&self) -> usize {
        self.weeks.iter().map(|week| week.received).sum()
    }

    /// The part of the day in which the person listens better than in any
    /// other, and clearly better than in the others together: see [`standout`].
    pub fn best_hours(&self) -> Option<&Hours> {
        let known: Vec<&Hours> = self.known_hours().collect();
        let parts: Vec<Counted> = (known.iter())
            .map(|part| Counted {
                hits: part.listened,
                of: part.known,
                drawn: part.share,
            })
            .collect();
        known.get(standout::of_shares(&parts)?).copied()
    }

    /// Whether there are two parts of the day of which enough is known to tell
    /// one from the other.
    pub fn can_tell_hours(&self) -> bool {
        let enough = |part: &&Hours| part.known >= standout::LEAST;
        self.known_hours().filter(enough).count() > 1
    }

    fn known_hours(&self) -> impl Iterator<Item = &Hours> {
        self.hours.iter().filter(|part| part.known > 0)
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.sites.is_empty() && self.given() == 0 && self.received() == 0
    }
}

/// The share of `part` in `whole`, 0 where there is no whole.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// The few sites and subjects with most conversations joined, then with most
/// talk seen, then by name.
fn table(cells: &HashMap<(String, &str), Cell>) -> (Vec<String>, Vec<SubjectRow>) {
    let mut sites: BTreeMap<&str, Cell> = BTreeMap::new();
    let mut subjects: BTreeMap<&str, Cell> = BTreeMap::new();
    for ((subject, site), cell) in cells {
        for sum in [
            sites.entry(site).or_default(),
            subjects.entry(subject).or_default(),
        ] {
            sum.joined += cell.joined;
            sum.talk += cell.talk;
        }
    }
    let most = |sums: BTreeMap<&str, Cell>, count: usize| -> Vec<String> {
        let mut sums: Vec<(&str, Cell)> = sums.into_iter().collect();
        sums.sort_by_key(|(_, sum)| std::cmp::Reverse((sum.joined, sum.talk)));
        let names = sums.into_iter().take(count);
        names.map(|(name, _)| name.to_owned()).collect()
    };
    let columns = most(sites, MAX_COLUMNS);
    let rows = most(subjects, MAX_ROWS).into_iter().map(|subject| {
        let cell = |site: &String| {
            let cell = cells.get(&(subject.clone(), site.as_str()));
            cell.copied().unwrap_or_default()
        };
        SubjectRow {
            cells: columns.iter().map(cell).collect(),
            subject,
        }
    });
    let rows = rows.collect();
    (columns, rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Moment, SeenPost};
    use crate::session::calendar::Fixed;
    use crate::session::history::tests::{NOON, any_history};
    use crate::session::journal::minute;
    use crate::session::journal::tests::seen;
    use crate::session::own::Own;
    use proptest::prelude::*;

    const HOUR: f64 = 3_600_000.0;
    const DAY: f64 = 24.0 * HOUR;

    fn how(flags: &str) -> Option<Listening> {
        Some(Listening {
            takes_up: flags.contains('t'),
            asks: flags.contains('a'),
            about_them: flags.contains('o'),
            warm: flags.contains('w'),
            heated: flags.contains('h'),
        })
    }

    #[test]
    fn as_few_weeks_as_hold_what_is_kept_are_looked_at_to_begin_with() {
        let fitting = |days: f64| Span::fitting(Some(NOON - days * DAY), NOON, &Fixed(0));
        assert_eq!(Span::fitting(None, NOON, &Fixed(0)), 4);
        assert_eq!([-1.0, 0.0, 20.0].map(fitting), [4; 3]);
        assert_eq!([28.0, 80.0, 300.0].map(fitting), [12; 3]);
    }

    #[test]
    fn no_week_from_before_the_oldest_thing_kept_is_counted() {
        // NOON is on a Monday: a day ago is the week before.
        let weeks = |oldest: Option<f64>, weeks| {
            let span = Span::new(weeks, NOON, &Fixed(0)).not_before(oldest, &Fixed(0));
            Habits::of(&History::default(), span, &Fixed(0)).weeks.len()
        };
        let days = |days: f64| Some(NOON - days * DAY);
        assert_eq!(
            [0.5, 1.0, 8.0, 15.0].map(|ago| weeks(days(ago), 12)),
            [1, 2, 3, 4]
        );
        assert_eq!(weeks(days(300.0), 12), 12, "as many as were chosen at most");
        assert_eq!(weeks(days(-9.0), 12), 1, "a clock that was set back");
        assert_eq!(weeks(None, 4), 4);
    }

    fn reply(site: &str, post: &str, sent_at: f64, listening: Option<Listening>) -> Replied {
        Replied {
            site: site.into(),
            post: post.into(),
            sent_at,
            listening,
            subjects: vec!["bees".into()],
        }
    }

    /// 24 November 2025 was a Monday; [`NOON`] is its 16:00 UTC.
    fn habits(history: &History, weeks: usize) -> Habits {
        Habits::of(history, Span::new(weeks, NOON, &Fixed(0)), &Fixed(0))
    }

    #[test]
    fn a_week_is_added_up_by_hand() {
        let history = History {
            replies: vec![
                reply("a", "1", NOON, how("ta")),
                reply("a", "1", NOON - HOUR, how("w")),
                reply("b", "1", NOON - 2.0 * HOUR, None),
                reply("a", "2", NOON - DAY, how("ath")),
                reply("a", "3", NOON - 30.0 * DAY, how("a")),
            ],
            posts: vec![
                SeenPost {
                    to_me: true,
                    ..seen("a", "7", NOON)
                },
                SeenPost {
                    score: Some(LEAST_TALK),
                    subjects: vec!["Bees".into(), "bee".into()],
                    ..seen("b", "8", NOON - DAY)
                },
                SeenPost {
                    score: Some(LEAST_TALK - 1),
                    subjects: vec!["bees".into()],
                    ..seen("b", "9", NOON)
                },
            ],
            moments: [(0, "a"), (1, "a"), (2, "b"), (3, "")]
                .map(|(ago, site)| Moment {
                    minute: (NOON / 60_000.0) as u32 - ago,
                    site: site.into(),
                })
                .to_vec(),
            marks: Vec::new(),
        };
        let habits = habits(&history, 2);
        let [before, now] = habits.weeks[..] else {
            panic!("{:?}", habits.weeks)
        };
        assert_eq!((before.monday, now.monday), (20_409, 20_416));
        assert_eq!(
            (before.joined, before.given, before.known, before.asked),
            (1, 1, 1, 1)
        );
        assert_eq!(
            (now.joined, now.given, now.received, now.known, now.asked),
            (2, 3, 1, 2, 1)
        );
        let listens = Listens {
            known: 3,
            takes_up: 2,
            asks: 2,
            about_them: 0,
            warm: 1,
            heated: 1,
        };
        assert_eq!(habits.listens, listens);
        let share = |site: &str, minutes, joined, given, received| SiteShare {
            site: site.into(),
            minutes,
            joined,
            given,
            received,
        };
        assert_eq!(
            habits.sites,
            [share("a", 2, 2, 3, 1), share("b", 1, 1, 1, 0)]
        );
        assert_eq!(habits.columns, ["a", "b"]);
        assert_eq!(habits.subjects.len(), 1);
        assert_eq!(
            habits.subjects[0].cells,
            [Cell { joined: 2, talk: 0 }, Cell { joined: 1, talk: 1 }]
        );
        // 16:00 and 15:00 are one part, and so is 16:00 the day before: three
        // known replies, of which one listens.
        let part = habits.hours[5];
        assert_eq!((part.from, part.known, part.listened), (15, 3, 1));
        assert!((part.share - (1.0 + 4.0 / 3.0) / 7.0).abs() < 1e-12);
        assert!(habits.best_hours().is_none());
    }

    #[test]
    fn a_clock_set_back_takes_nothing_out_of_this_week() {
        let history = History {
            replies: vec![reply("a", "1", NOON + 40.0 * DAY, how("t"))],
            ..History::default()
        };
        assert_eq!(habits(&history, 4).weeks[3].given, 1);
    }

    #[test]
    fn hours_are_praised_only_where_enough_is_known() {
        let at = |hour: f64, count: u32, flags: &str| {
            let flags = flags.to_owned();
            (0..count).map(move |number| {
                let sent_at = NOON - 16.0 * HOUR + hour * HOUR + f64::from(number);
                reply("a", &format!("{hour}-{number}"), sent_at, how(&flags))
            })
        };
        let of = |replies: Vec<Replied>| History {
            replies,
            ..History::default()
        };
        let few = of(at(9.0, 2, "t").chain(at(13.0, 9, "")).collect());
        assert!(habits(&few, 1).best_hours().is_none());
        let enough = of(at(9.0, 6, "t").chain(at(13.0, 9, "")).collect());
        assert_eq!(habits(&enough, 1).best_hours().unwrap().from, 9);
        let alike = of(at(9.0, 6, "t").chain(at(13.0, 6, "t")).collect());
        assert!(habits(&alike, 1).best_hours().is_none());
    }

    /// Three hours as up to nine months.
    fn stretched(mut history: History, slower: u32) -> History {
        let stretch = |ms: f64| NOON - (NOON - ms) * f64::from(slower);
        let posts = history.posts.iter_mut();
        posts.for_each(|post| post.seen_at = stretch(post.seen_at));
        let replies = history.replies.iter_mut();
        replies.for_each(|reply| reply.sent_at = stretch(reply.sent_at));
        for moment in &mut history.moments {
            moment.minute = minute(stretch(f64::from(moment.minute) * 60_000.0));
        }
        history
    }

    proptest! {
        #[test]
        fn weeks_add_up_and_order_makes_no_difference(history in any_history(), weeks in 1..60usize) {
            let one = habits(&history, weeks);
            let mut turned = history.clone();
            turned.posts.reverse();
            turned.replies.reverse();
            turned.moments.reverse();
            prop_assert_eq!(&one, &habits(&turned, weeks));
            prop_assert_eq!(one.weeks.len(), weeks);
            prop_assert!(one.given() <= history.replies.len() && one.joined() <= one.given());
            let sum = |of: fn(&SiteShare) -> usize| one.sites.iter().map(of).sum::<usize>();
            prop_assert_eq!(sum(|site| site.joined), one.joined());
            prop_assert_eq!(sum(|site| site.given), one.given());
            prop_assert_eq!(sum(|site| site.received), one.received());
            prop_assert!(one.sites.iter().map(|site| site.minutes).sum::<usize>() <= history.moments.len());
            prop_assert_eq!(one.hours.iter().map(|part| part.known).sum::<usize>(), one.listens.known);
            prop_assert!(one.hours.iter().all(|part| (0.0..=1.0).contains(&part.share)));
            // A longer span holds all of a shorter one.
            let longer = habits(&history, weeks + 1);
            prop_assert!(longer.given() >= one.given() && longer.received() >= one.received());
        }

        #[test]
        fn weeks_left_out_for_want_of_anything_kept_take_nothing_away(
            history in any_history(), slower in 1..2000u32, weeks in 1..60usize,
        ) {
            let history = stretched(history, slower);
            let posts = history.posts.iter().map(|post| post.seen_at);
            let replies = history.replies.iter().map(|reply| reply.sent_at);
            let moments = history.moments.iter().map(|moment| f64::from(moment.minute) * 60_000.0);
            let oldest = posts.chain(replies).chain(moments).min_by(f64::total_cmp);
            let span = Span::new(weeks, NOON, &Fixed(0));
            let whole = Habits::of(&history, span, &Fixed(0));
            let mut less = Habits::of(&history, span.not_before(oldest, &Fixed(0)), &Fixed(0));
            let missing = whole.weeks.len() - less.weeks.len();
            let empty = |week: &Week| *week == Week { monday: week.monday, ..Week::default() };
            prop_assert!(whole.weeks[..missing].iter().all(empty));
            less.weeks.splice(..0, whole.weeks[..missing].iter().copied());
            prop_assert_eq!(less, whole);
        }

        #[test]
        fn a_report_needs_no_more_than_what_is_kept_since(
            history in any_history(),
            slower in 1..2000u32,
            weeks in 1..20usize,
            ahead in -14 * 60..=14 * 60i32,
        ) {
            let history = stretched(history, slower);
            let calendar = Fixed(ahead);
            let span = Span::new(weeks, NOON, &calendar);
            let less = history.clone().since(span.since());
            prop_assert_eq!(Habits::of(&less, span, &calendar), Habits::of(&history, span, &calendar));
            prop_assert_eq!(Own::of(&less, &[]), Own::of(&history, &[]));
            prop_assert_eq!(less.marks, history.marks);
        }
    }
}
