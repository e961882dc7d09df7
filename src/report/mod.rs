//! The report: the person's weeks, their own voice, and what they said of
//! scores. Each part is a picture, a sentence that says what it means, and one
//! thing to try; the same numbers stand beside it as a table.
//!
//! In: [`Shown`]. Out: [`Markup`]; only `live` knows the browser. Nothing here
//! counts up: no streaks, no totals to chase, no people in a row.

#[cfg(all(target_arch = "wasm32", feature = "extension"))]
pub mod live;

mod habits;
mod marks;
mod own;

use crate::controls::{choice, section};
use crate::markup::{Markup, html};
use crate::message::Mark;
use crate::session::History;
use crate::session::calendar::Calendar;
use crate::session::habits::{Habits, Span};
use crate::session::own::Own;
use crate::settings::Settings;
use crate::voice::Voice;
use crate::words::Word;

/// What the page is made of.
#[derive(Debug, Clone)]
pub struct Shown {
    /// How many weeks are looked at.
    pub weeks: usize,
    /// Nothing is kept yet: there is nothing to choose from.
    pub is_new: bool,
    /// The weeks.
    pub habits: Habits,
    /// The person's own posts.
    pub own: Own,
    /// Everything that is set.
    pub settings: Settings,
    /// Scores that they found wrong, the latest first.
    pub marks: Vec<Mark>,
    /// Now, in milliseconds since 1970 UTC.
    pub now: f64,
}

/// What of all that is kept is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// How many weeks were chosen.
    weeks: usize,
    /// Those of them of which something can be kept.
    pub span: Span,
    /// Nothing is kept yet.
    is_new: bool,
    now: f64,
}

impl Look {
    /// At so many weeks; where none were chosen yet, at as many as fit what is
    /// kept. `oldest` is when that begins, in milliseconds since 1970 UTC as
    /// `now` is; `None` where nothing is kept.
    pub fn new(
        weeks: Option<usize>,
        oldest: Option<f64>,
        now: f64,
        calendar: &dyn Calendar,
    ) -> Self {
        let weeks = weeks.unwrap_or_else(|| Span::fitting(oldest, now, calendar));
        Self {
            weeks,
            span: Span::new(weeks, now, calendar).not_before(oldest, calendar),
            is_new: oldest.is_none(),
            now,
        }
    }
}

impl Shown {
    /// What a person with these settings is told of what is kept.
    pub fn of(history: History, look: Look, settings: Settings, calendar: &dyn Calendar) -> Self {
        let mut history = of_named_accounts(history, &settings);
        history
            .marks
            .sort_by(|a, b| b.marked_at.total_cmp(&a.marked_at));
        Self {
            weeks: look.weeks,
            is_new: look.is_new,
            habits: Habits::of(&history, look.span, calendar),
            own: Own::of(&history, &settings.subjects),
            settings,
            marks: history.marks,
            now: look.now,
        }
    }
}

/// The same, with no post as the person's own but those of accounts that they
/// name as theirs now: what was kept while they named another is not theirs any
/// more.
fn of_named_accounts(mut history: History, settings: &Settings) -> History {
    for post in &mut history.posts {
        let author = post.author.as_deref();
        let is_mine = |author| settings.is_mine(&post.site, author);
        if post.mine.is_some() && !author.is_some_and(is_mine) {
            post.mine = None;
        }
    }
    history
}

/// A mean, or a dash where none is known.
fn mean_or_dash(voice: Voice<'_>, mean: Option<f64>) -> String {
    mean.map_or_else(|| DASH.to_owned(), |mean| voice.mean(mean))
}

/// What stands in a table where nothing is known.
const DASH: &str = "–";

/// So many of so many: `3 of 8`.
fn of_all(voice: Voice<'_>, part: usize, all: usize) -> String {
    let [part, all] = [part, all].map(|number| voice.figures.whole(number as u64));
    let values = [("part", part.as_str()), ("all", &all)];
    voice.language.fill(Word::ReportOf, &values)
}

/// All that the page shows.
pub fn view(voice: Voice<'_>, shown: &Shown) -> Vec<Markup> {
    let mut parts = Vec::new();
    if shown.habits.is_empty() {
        parts.push(
            html("p")
                .class("lead")
                .attr("id", "nothing")
                .with(voice.say(Word::ReportNothing)),
        );
    }
    if !shown.is_new {
        let weeks = Span::CHOICES.map(|weeks| {
            let said = voice.count(weeks, Word::ReportWeeksOne, Word::ReportWeeksOther);
            (weeks.to_string(), said)
        });
        let label = voice.say(Word::ReportSpan);
        parts.push(choice("weeks", label, weeks, &shown.weeks.to_string()).class("choice span"));
    }
    if !shown.habits.is_empty() {
        parts.extend(habits::view(voice, &shown.habits, &shown.settings));
    }
    parts.push(own::view(voice, &shown.own, &shown.settings));
    parts.push(marks::view(voice, &shown.marks, shown.now));
    parts
}

/// One part: what it is about, what it means, and what may be tried.
struct Part {
    id: &'static str,
    title: Word,
    /// What it means for this person.
    said: String,
    /// The picture with its table; none where there is too little to draw.
    picture: Vec<Markup>,
    /// One thing to try.
    tried: String,
}

impl Part {
    fn view(self, voice: Voice<'_>) -> Markup {
        section(voice, self.id, self.title)
            .with(html("p").class("said").with(self.said))
            .with_all(self.picture)
            .with(html("p").class("try").with(self.tried))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advise::draft::Listening;
    use crate::message::{Mine, Moment, Replied, SeenPost};
    use crate::post::Count;
    use crate::session::History;
    use crate::session::calendar::Fixed;
    use crate::voice::plain::VOICE;

    const NOON: f64 = 1_764_000_000_000.0;

    const DAY: f64 = 24.0 * 3_600_000.0;

    /// Four weeks, where something is kept since so many days.
    fn shown_of(days: f64, history: &History, settings: &Settings) -> Markup {
        let calendar = Fixed(0);
        let oldest = (*history != History::default()).then_some(NOON - days * DAY);
        let look = Look::new(Some(4), oldest, NOON, &calendar);
        let shown = Shown::of(history.clone(), look, settings.clone(), &calendar);
        html("main").with_all(view(VOICE, &shown))
    }

    fn shown(history: &History, settings: &Settings) -> Markup {
        shown_of(60.0, history, settings)
    }

    fn reply(site: &str, post: u32, how: &str) -> Replied {
        Replied {
            site: site.into(),
            post: post.to_string(),
            sent_at: NOON - f64::from(post),
            listening: Some(Listening {
                takes_up: how.contains('t'),
                asks: how.contains('a'),
                ..Listening::default()
            }),
            subjects: vec!["bees".into()],
        }
    }

    fn moments(site: &str, count: u32) -> impl Iterator<Item = Moment> {
        let now = (NOON / 60_000.0) as u32;
        (0..count).map(move |ago| Moment {
            minute: now - ago,
            site: site.into(),
        })
    }

    #[test]
    fn a_new_person_is_greeted_and_sees_no_empty_picture() {
        let page = shown(&History::default(), &Settings::default());
        let text = page.text();
        assert!(text.contains(VOICE.say(Word::ReportNothing)));
        assert!(text.contains(VOICE.say(Word::OwnNobody)));
        let all = page.all();
        assert!(
            all.iter()
                .all(|part| part.tag != "svg" && part.tag != "select")
        );
    }

    #[test]
    fn weeks_in_which_nothing_happened_leave_the_choice_of_others() {
        let history = History {
            replies: vec![Replied {
                sent_at: NOON - 42.0 * DAY,
                ..reply("b", 1, "t")
            }],
            ..History::default()
        };
        let page = shown(&history, &Settings::default());
        assert!(page.text().contains(VOICE.say(Word::ReportNothing)));
        assert!(
            page.all()
                .iter()
                .any(|part| part.get("id") == Some("weeks"))
        );
    }

    #[test]
    fn what_is_said_follows_from_the_numbers() {
        let history = History {
            replies: vec![reply("b", 1, "ta"), reply("b", 2, "t"), reply("b", 3, "t")],
            moments: moments("a", 9).chain(moments("b", 2)).collect(),
            ..History::default()
        };
        let text = shown(&history, &Settings::default()).text();
        for said in [
            "in 1 of these 4 weeks",
            "Most of your answers take up",
            "Most of your time is on a. Most of your conversations are on b.",
            "33% of your answers ask",
        ] {
            assert!(text.contains(said), "{said} is not in {text}");
        }
        assert!(!text.contains(VOICE.say(Word::ReportNothing)));
    }

    #[test]
    fn every_picture_has_its_numbers_beside_it() {
        let history = History {
            replies: (0..20).map(|post| reply("b", post, "t")).collect(),
            moments: moments("b", 9).collect(),
            ..History::default()
        };
        let page = shown(&history, &Settings::default());
        for section in page.all().iter().filter(|part| part.tag == "section") {
            let all = section.all();
            let has = |tag: &str| all.iter().any(|part| part.tag == tag);
            assert!(!has("svg") || has("table"), "{}", section.text());
        }
    }

    fn own(id: u32, site: &str, subject: &str, replies: u64) -> SeenPost {
        SeenPost {
            site: site.into(),
            id: id.to_string(),
            permalink: None,
            author: Some("me".into()),
            score: None,
            stance: Default::default(),
            likes: Some(Count::exact(10)),
            replies: Some(Count::exact(replies)),
            seen_at: NOON,
            subjects: vec![subject.into()],
            to_me: false,
            mine: Some(Mine::default()),
        }
    }

    fn own_posts() -> History {
        History {
            posts: (0..6)
                .map(|id| own(id, "a", "bees", 9))
                .chain((6..12).map(|id| own(id, "b", "cake", 0)))
                .collect(),
            ..History::default()
        }
    }

    fn person(accounts: &[(&str, &str)]) -> Settings {
        let accounts = accounts.iter().copied();
        Settings {
            accounts: accounts
                .map(|(site, handle)| (site.to_owned(), vec![handle.to_owned()]))
                .collect(),
            subjects: vec!["bees".into()],
            ..Settings::default()
        }
    }

    #[test]
    fn own_posts_are_told_by_subject_and_place() {
        let settings = person(&[("a", "@Me"), ("b", "me")]);
        let text = shown(&own_posts(), &settings).text();
        for said in [
            "Answers per post: 4.5 on average",
            "50% of your posts",
            "Posts about bees start more talk than your others.",
            "Your posts about bees on a start more talk than your others.",
        ] {
            assert!(text.contains(said), "{said} is not in {text}");
        }
    }

    #[test]
    fn an_account_that_is_no_longer_named_is_no_longer_theirs() {
        // On b another account is theirs now.
        let settings = person(&[("a", "me"), ("b", "other")]);
        let text = shown(&own_posts(), &settings).text();
        assert!(text.contains("Answers per post: 9 on average"), "{text}");
        let text = shown(&own_posts(), &Settings::default()).text();
        assert!(text.contains(VOICE.say(Word::OwnNobody)), "{text}");
        let nameless = SeenPost {
            author: None,
            ..own(1, "a", "bees", 9)
        };
        let nameless = History {
            posts: vec![nameless],
            ..History::default()
        };
        assert_eq!(of_named_accounts(nameless, &settings).posts[0].mine, None);
    }

    #[test]
    fn of_weeks_that_cannot_be_kept_nothing_is_said_and_none_is_drawn() {
        let history = History {
            replies: vec![reply("b", 1, "t")],
            ..History::default()
        };
        let rows = |days| {
            let page = shown_of(days, &history, &Settings::default());
            let all = page.all();
            let table = all
                .iter()
                .find(|part| part.get("id") == Some("numbers-joined"));
            let rows = table.unwrap().all();
            (
                rows.iter().filter(|part| part.tag == "tr").count() - 1,
                page.text(),
            )
        };
        let (weeks, text) = rows(0.1);
        assert_eq!(weeks, 1);
        assert!(
            text.contains("You joined conversations this week."),
            "{text}"
        );
        let (weeks, text) = rows(7.0);
        assert_eq!(weeks, 2);
        assert!(text.contains("in 1 of these 2 weeks"), "{text}");
        assert_eq!(rows(60.0).0, 4);
        let seen = History {
            moments: moments("a", 3).collect(),
            ..History::default()
        };
        let text = shown_of(0.1, &seen, &Settings::default()).text();
        assert!(
            text.contains(VOICE.say(Word::ReportJoinedNoneWeek)),
            "{text}"
        );
    }
}
