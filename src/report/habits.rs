//! The weeks: taking part, listening, places and hours.

use super::{DASH, Part, of_all};
use crate::charts::{Column, Row, columns, heat, legend, rows, table};
use crate::controls::scroller;
use crate::markup::{Markup, html};
use crate::popup::site_name;
use crate::session::habits::{Habits, Hours, SiteShare, Week, share};
use crate::settings::Settings;
use crate::voice::Voice;
use crate::words::Word;

/// The most sites in the picture of time and talk.
const MAX_SITES: usize = 6;

/// From this share on it is "most", and from the other on "some".
const MOST: f64 = 0.6;
const SOME: f64 = 0.3;

/// Beyond this share it is most, without any other to compare it with.
const HALF: f64 = 0.5;

/// So many times as much is more.
const MORE: usize = 2;

/// Heated answers beyond this share are spoken of first.
const HEATED: f64 = 0.15;

/// Below this share of answers that ask, asking more is what to try.
const SELDOM: f64 = 0.25;

/// The sections, in order.
pub(super) fn view(voice: Voice<'_>, habits: &Habits, settings: &Settings) -> Vec<Markup> {
    let parts = [
        joined(voice, habits),
        give_and_take(voice, habits, settings),
        asking(voice, habits),
        listening(voice, habits),
        places(voice, habits),
        hours(voice, habits),
    ];
    parts.into_iter().map(|part| part.view(voice)).collect()
}

/// A number of each week, and its name.
type Series = (Word, fn(&Week) -> usize);

/// A number for each week, as a picture and as a table.
fn weekly(voice: Voice<'_>, id: &'static str, habits: &Habits, series: &[Series]) -> Vec<Markup> {
    let most = habits.weeks.iter();
    let most = most.flat_map(|week| series.iter().map(|(_, value)| value(week)));
    let most = most.max().unwrap_or_default();
    let bars: Vec<Column> = (habits.weeks.iter())
        .map(|week| Column {
            label: voice.figures.day(week.monday),
            values: series.iter().map(|(_, value)| value(week) as f64).collect(),
        })
        .collect();
    let names = series.iter().map(|(name, _)| voice.say(*name));
    let head: Vec<String> = std::iter::once(voice.say(Word::ReportWeek))
        .chain(names.clone())
        .map(str::to_owned)
        .collect();
    let lines = habits.weeks.iter().map(|week| {
        let numbers = series.iter().map(|(_, value)| whole(voice, value(week)));
        std::iter::once(voice.figures.day(week.monday))
            .chain(numbers)
            .collect()
    });
    let mut picture = vec![columns(&bars, &whole(voice, most))];
    if series.len() > 1 {
        picture.push(legend(names));
    }
    picture.push(table(voice, id, &head, lines));
    picture
}

fn whole(voice: Voice<'_>, number: usize) -> String {
    voice.figures.whole(number as u64)
}

fn joined(voice: Voice<'_>, habits: &Habits) -> Part {
    let weeks = habits.weeks.iter().filter(|week| week.joined > 0).count();
    let said = match (weeks, habits.weeks.len()) {
        (0, 1) => voice.say(Word::ReportJoinedNoneWeek).to_owned(),
        (0, _) => voice.say(Word::ReportJoinedNone).to_owned(),
        (_, 1) => voice.say(Word::ReportJoinedWeek).to_owned(),
        (some, all) => voice.language.fill(
            Word::ReportJoinedSaid,
            &[("some", &whole(voice, some)), ("all", &whole(voice, all))],
        ),
    };
    let (picture, tried) = if weeks == 0 {
        (Vec::new(), Word::ReportJoinedTryFirst)
    } else {
        let series: [Series; 1] = [(Word::ReportJoinedColumn, |week| week.joined)];
        let picture = weekly(voice, "numbers-joined", habits, &series);
        (picture, Word::ReportJoinedTryAgain)
    };
    Part {
        id: "joined",
        title: Word::ReportJoined,
        said,
        picture,
        tried: voice.say(tried).to_owned(),
    }
}

/// What can be said of giving and taking.
#[derive(Debug, PartialEq)]
struct Balance {
    said: Word,
    /// Only some of the sites could be compared.
    in_part: bool,
    tried: Word,
}

impl Balance {
    /// Where no account is known no answer to the person can be: what they gave
    /// there is not compared.
    fn of(habits: &Habits, settings: &Settings) -> Self {
        let is_known = |site: &&SiteShare| {
            let handles = settings.accounts.get(&site.site);
            site.received > 0 || handles.is_some_and(|handles| !handles.is_empty())
        };
        let compared = || habits.sites.iter().filter(is_known);
        let given: usize = compared().map(|site| site.given).sum();
        let received: usize = compared().map(|site| site.received).sum();
        let (said, tried) = if received == 0 {
            let tried = match (habits.given(), given) {
                (0, _) => Word::ReportGivenTryFirst,
                (_, 0) => Word::ReportGivenTryAccounts,
                _ => Word::ReportGivenTryAsk,
            };
            (Word::ReportTakenNone, tried)
        } else if received >= MORE * given {
            (Word::ReportTakenMore, Word::ReportGivenTryBack)
        } else if given >= MORE * received {
            (Word::ReportGivenMore, Word::ReportGivenTryAsk)
        } else {
            (Word::ReportBalanced, Word::ReportGivenTryAsk)
        };
        Self {
            said,
            in_part: received > 0 && given < habits.given(),
            tried,
        }
    }
}

fn give_and_take(voice: Voice<'_>, habits: &Habits, settings: &Settings) -> Part {
    let (given, received) = (habits.given(), habits.received());
    let balance = Balance::of(habits, settings);
    let part = balance.in_part.then_some(Word::ReportGivenPart);
    let said: Vec<&str> = std::iter::once(balance.said)
        .chain(part)
        .map(|word| voice.say(word))
        .collect();
    let picture = if given + received == 0 {
        Vec::new()
    } else {
        let series: [Series; 2] = [
            (Word::ReportGivenColumn, |week| week.given),
            (Word::ReportTakenColumn, |week| week.received),
        ];
        weekly(voice, "numbers-given", habits, &series)
    };
    Part {
        id: "given",
        title: Word::ReportGiven,
        said: said.join(" "),
        picture,
        tried: voice.say(balance.tried).to_owned(),
    }
}

/// Said where no answer could be read yet.
fn unread(voice: Voice<'_>, id: &'static str, title: Word) -> Part {
    Part {
        id,
        title,
        said: voice.say(Word::ReportUnread).to_owned(),
        picture: Vec::new(),
        tried: voice.say(Word::ReportUnreadTry).to_owned(),
    }
}

fn asking(voice: Voice<'_>, habits: &Habits) -> Part {
    let listens = habits.listens;
    if listens.known == 0 {
        return unread(voice, "asked", Word::ReportAsked);
    }
    let part = share(listens.asks, listens.known);
    let said = voice
        .language
        .fill(Word::ReportAskedSaid, &[("share", &voice.percent(part))]);
    let tried = if part < SELDOM {
        Word::ReportAskedTryMore
    } else {
        Word::ReportAskedTryOn
    };
    let series: [Series; 2] = [
        (Word::ReportKnownColumn, |week| week.known),
        (Word::ReportAskedColumn, |week| week.asked),
    ];
    Part {
        id: "asked",
        title: Word::ReportAsked,
        said,
        picture: weekly(voice, "numbers-asked", habits, &series),
        tried: voice.say(tried).to_owned(),
    }
}

fn listening(voice: Voice<'_>, habits: &Habits) -> Part {
    let listens = habits.listens;
    if listens.known == 0 {
        return unread(voice, "listens", Word::ReportListens);
    }
    let ways = [
        (
            Word::ReportTakesUp,
            listens.takes_up,
            Word::ReportTakesUpTry,
        ),
        (
            Word::ReportAboutThem,
            listens.about_them,
            Word::ReportAboutThemTry,
        ),
        (Word::ReportWarm, listens.warm, Word::ReportWarmTry),
        (Word::ReportHeated, listens.heated, Word::ReportHeatedTry),
    ];
    let part = |count| share(count, listens.known);
    let said = match part(listens.takes_up) {
        part if part >= MOST => Word::ReportListensMost,
        part if part >= SOME => Word::ReportListensSome,
        _ => Word::ReportListensFew,
    };
    let [kind @ .., heated] = &ways;
    let tried = if part(listens.heated) > HEATED {
        heated.2
    } else {
        // Of several as rare the first.
        let rarest = kind.iter().min_by_key(|(_, count, _)| *count);
        rarest.map_or(heated.2, |(_, _, tried)| *tried)
    };
    let bars: Vec<Row> = (ways.iter())
        .map(|(name, count, _)| Row {
            label: voice.say(*name).to_owned(),
            bars: vec![(part(*count), voice.percent(part(*count)))],
        })
        .collect();
    let head = [Word::ReportWay, Word::ReportKnownColumn].map(|word| voice.say(word).to_owned());
    let lines = ways.iter().map(|(name, count, _)| {
        let of = of_all(voice, *count, listens.known);
        vec![voice.say(*name).to_owned(), of]
    });
    Part {
        id: "listens",
        title: Word::ReportListens,
        said: voice.say(said).to_owned(),
        picture: vec![rows(&bars), table(voice, "numbers-listens", &head, lines)],
        tried: voice.say(tried).to_owned(),
    }
}

/// How much of all is at one place, of which no other has more.
#[derive(Clone, Copy)]
enum Lead {
    /// More than half.
    Most,
    /// More than at any other.
    More,
    /// As much as at another.
    AsMuch,
}

impl Lead {
    fn of(habits: &Habits, site: &SiteShare, amount: fn(&SiteShare) -> usize) -> Self {
        let amounts = habits.sites.iter().map(amount);
        let as_much = amounts.clone().filter(|other| *other == amount(site));
        if share(amount(site), amounts.clone().sum()) > HALF {
            Self::Most
        } else if as_much.count() > 1 {
            Self::AsMuch
        } else {
            Self::More
        }
    }
}

/// Where most time and most conversations are, and what may be tried.
fn places_said(voice: Voice<'_>, habits: &Habits) -> (String, String) {
    let time = habits.sites.first().filter(|site| site.minutes > 0);
    // Of several with as many conversations the one with most time.
    let talk = (habits.sites.iter().rev()).max_by_key(|site| site.joined);
    let talk = talk.filter(|site| site.joined > 0);
    let is_same = time == talk;
    let time_said = time.map(|site| match Lead::of(habits, site, |site| site.minutes) {
        Lead::Most => Word::ReportTimeMost,
        Lead::More => Word::ReportTimeMore,
        Lead::AsMuch => Word::ReportTimeAsMuch,
    });
    let talk_said = talk.map_or(Word::ReportTalkNone, |site| {
        match (Lead::of(habits, site, |site| site.joined), is_same) {
            (Lead::Most, true) => Word::ReportTalkMostToo,
            (Lead::Most, false) => Word::ReportTalkMost,
            (Lead::More, true) => Word::ReportTalkMoreToo,
            (Lead::More, false) => Word::ReportTalkMore,
            (Lead::AsMuch, true) => Word::ReportTalkAsManyToo,
            (Lead::AsMuch, false) => Word::ReportTalkAsMany,
        }
    });
    let tried = match (time, talk) {
        (None, None) => Word::ReportJoinedTryFirst,
        (Some(_), None) => Word::ReportPlacesTryOne,
        (Some(_), Some(_)) if !is_same => Word::ReportPlacesTryThere,
        _ => Word::ReportPlacesTrySubject,
    };
    let name = |site: Option<&SiteShare>| {
        site.map_or_else(String::new, |site| site_name(&site.site, None).to_owned())
    };
    let (time, talk) = (name(time), name(talk));
    let names = [("time", time.as_str()), ("talk", &talk)];
    let fill = |word| voice.language.fill(word, &names);
    let said: Vec<String> = time_said.into_iter().chain([talk_said]).map(fill).collect();
    (said.join(" "), fill(tried))
}

fn places(voice: Voice<'_>, habits: &Habits) -> Part {
    let minutes: usize = habits.sites.iter().map(|site| site.minutes).sum();
    let joined = habits.joined();
    let name = |site: &str| site_name(site, None).to_owned();
    // An answer may have been seen where no minute was kept.
    let sites = || {
        let sites = habits.sites.iter();
        sites.filter(|site| site.minutes + site.joined > 0)
    };
    let (said, tried) = places_said(voice, habits);
    let bars: Vec<Row> = sites()
        .take(MAX_SITES)
        .map(|site| {
            let (time, talk) = (share(site.minutes, minutes), share(site.joined, joined));
            Row {
                label: name(&site.site),
                bars: vec![(time, voice.percent(time)), (talk, voice.percent(talk))],
            }
        })
        .collect();
    let series = [Word::ReportTime, Word::ReportTalk];
    let head: Vec<String> = std::iter::once(Word::ReportPlace)
        .chain([Word::ReportMinutes, Word::ReportJoinedColumn])
        .map(|word| voice.say(word).to_owned())
        .collect();
    let lines = sites().map(|site| {
        vec![
            name(&site.site),
            of_all(voice, site.minutes, minutes),
            of_all(voice, site.joined, joined),
        ]
    });
    let mut picture = Vec::new();
    if !bars.is_empty() {
        picture.extend([
            rows(&bars),
            legend(series.map(|word| voice.say(word))),
            table(voice, "numbers-places", &head, lines),
        ]);
    }
    picture.extend(subjects(voice, habits));
    Part {
        id: "places",
        title: Word::ReportPlaces,
        said,
        picture,
        tried,
    }
}

/// Subjects by place, as a table whose cells are the darker the more they hold.
fn subjects(voice: Voice<'_>, habits: &Habits) -> Vec<Markup> {
    if habits.subjects.is_empty() {
        return Vec::new();
    }
    // A conversation that was joined counts as much as ten that were seen.
    let value = |joined: usize, talk: usize| (10 * joined + talk) as f64;
    let cells = || habits.subjects.iter().flat_map(|row| &row.cells);
    let most = cells().map(|cell| value(cell.joined, cell.talk));
    let most = most.fold(1.0, f64::max);
    let columns = habits.columns.iter().map(|site| site_name(site, None));
    let head: Vec<String> = std::iter::once(voice.say(Word::ReportSubject))
        .chain(columns)
        .map(str::to_owned)
        .collect();
    let rows = habits.subjects.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            let said = format!(
                "{} · {}",
                whole(voice, cell.joined),
                whole(voice, cell.talk)
            );
            (value(cell.joined, cell.talk) / most, said)
        });
        (row.subject.clone(), cells.collect())
    });
    vec![
        html("h3").with(voice.say(Word::ReportSubjects)),
        html("p")
            .class("soft")
            .with(voice.say(Word::ReportSubjectsNote)),
        scroller(voice.say(Word::ReportSubjects), heat(&head, rows)),
    ]
}

fn hours(voice: Voice<'_>, habits: &Habits) -> Part {
    let name = |part: &Hours| {
        voice.language.fill(
            Word::ReportHoursOf,
            &[
                ("from", &part.from.to_string()),
                ("until", &(part.from + Hours::LENGTH).to_string()),
            ],
        )
    };
    let known = habits.hours.iter().any(|part| part.known > 0);
    let (said, tried) = match habits.best_hours() {
        Some(best) => (
            voice
                .language
                .fill(Word::ReportHoursBest, &[("hours", &name(best))]),
            Word::ReportHoursTry,
        ),
        None => {
            let said = if habits.can_tell_hours() {
                Word::ReportHoursEven
            } else {
                Word::ReportHoursFew
            };
            (voice.say(said).to_owned(), Word::ReportHoursTryNotice)
        }
    };
    let bars: Vec<Row> = (habits.hours.iter())
        .filter(|part| part.known > 0)
        .map(|part| Row {
            label: name(part),
            bars: vec![(part.share, voice.percent(part.share))],
        })
        .collect();
    let head = [
        Word::ReportHoursColumn,
        Word::ReportKnownColumn,
        Word::ReportListening,
        Word::ReportHoursShare,
    ]
    .map(|word| voice.say(word).to_owned());
    let lines = habits.hours.iter().map(|part| {
        let share = if part.known > 0 {
            voice.percent(part.share)
        } else {
            DASH.to_owned()
        };
        vec![
            name(part),
            whole(voice, part.known),
            whole(voice, part.listened),
            share,
        ]
    });
    let note = html("p")
        .class("soft")
        .with(voice.say(Word::ReportHoursNote));
    let picture = if known {
        vec![
            rows(&bars),
            note,
            table(voice, "numbers-hours", &head, lines),
        ]
    } else {
        Vec::new()
    };
    Part {
        id: "hours",
        title: Word::ReportHours,
        said,
        picture,
        tried: voice.say(tried).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::History;
    use crate::session::calendar::Fixed;
    use crate::session::habits::Span;
    use crate::voice::plain::VOICE;

    const NOON: f64 = 1_764_000_000_000.0;

    /// Sites with their minutes, conversations joined, and answers given and
    /// received.
    fn habits(sites: &[(&str, [usize; 4])]) -> Habits {
        let calendar = Fixed(0);
        let span = Span::new(1, NOON, &calendar);
        let mut habits = Habits::of(&History::default(), span, &calendar);
        habits.sites = (sites.iter())
            .map(|&(site, [minutes, joined, given, received])| SiteShare {
                site: site.into(),
                minutes,
                joined,
                given,
                received,
            })
            .collect();
        let week = &mut habits.weeks[0];
        for site in &habits.sites {
            week.joined += site.joined;
            week.given += site.given;
            week.received += site.received;
        }
        habits
    }

    fn person(sites: &[&str]) -> Settings {
        let accounts = sites.iter().map(|site| {
            let handles = vec!["me".to_owned()];
            ((*site).to_owned(), handles)
        });
        Settings {
            accounts: accounts.collect(),
            ..Settings::default()
        }
    }

    #[test]
    fn giving_and_taking_are_compared_where_both_can_be_seen() {
        use Word::*;
        let a = |given, received| ("a", [0, 0, given, received]);
        let b = |given, received| ("b", [0, 0, given, received]);
        for (sites, accounts, said, in_part, tried) in [
            (
                &[a(0, 0)][..],
                &[][..],
                ReportTakenNone,
                false,
                ReportGivenTryFirst,
            ),
            (
                &[a(9, 0)],
                &[],
                ReportTakenNone,
                false,
                ReportGivenTryAccounts,
            ),
            (
                &[a(9, 0)],
                &["b"],
                ReportTakenNone,
                false,
                ReportGivenTryAccounts,
            ),
            (
                &[a(9, 0)],
                &["a"],
                ReportTakenNone,
                false,
                ReportGivenTryAsk,
            ),
            (
                &[a(0, 1)],
                &["a"],
                ReportTakenMore,
                false,
                ReportGivenTryBack,
            ),
            (
                &[a(2, 4)],
                &["a"],
                ReportTakenMore,
                false,
                ReportGivenTryBack,
            ),
            (&[a(3, 4)], &["a"], ReportBalanced, false, ReportGivenTryAsk),
            (&[a(4, 3)], &["a"], ReportBalanced, false, ReportGivenTryAsk),
            (
                &[a(4, 2)],
                &["a"],
                ReportGivenMore,
                false,
                ReportGivenTryAsk,
            ),
            // What was given where no answer can be seen does not tip it.
            (
                &[a(3, 3), b(90, 0)],
                &["a"],
                ReportBalanced,
                true,
                ReportGivenTryAsk,
            ),
            (
                &[a(3, 3), b(90, 0)],
                &["a", "b"],
                ReportGivenMore,
                false,
                ReportGivenTryAsk,
            ),
            (
                &[a(3, 3), b(0, 0)],
                &["a"],
                ReportBalanced,
                false,
                ReportGivenTryAsk,
            ),
            // An account that was named once.
            (&[a(3, 3)], &[], ReportBalanced, false, ReportGivenTryAsk),
        ] {
            let expected = Balance {
                said,
                in_part,
                tried,
            };
            let found = Balance::of(&habits(sites), &person(accounts));
            assert_eq!(found, expected, "{sites:?} {accounts:?}");
        }
        let no = Settings {
            accounts: [("a".to_owned(), Vec::new())].into(),
            ..Settings::default()
        };
        let found = Balance::of(&habits(&[a(9, 0)]), &no);
        assert_eq!(found.tried, ReportGivenTryAccounts);
        let part = give_and_take(VOICE, &habits(&[a(3, 3), b(9, 0)]), &person(&["a"]));
        assert!(part.said.ends_with(VOICE.say(ReportGivenPart)));
    }

    #[test]
    fn places_are_compared_by_hand() {
        let said = |sites: &[(&str, [usize; 2])]| {
            let sites: Vec<_> = (sites.iter())
                .map(|(site, [minutes, joined])| (*site, [*minutes, *joined, *joined, 0]))
                .collect();
            places_said(VOICE, &habits(&sites))
        };
        for (sites, text, tried) in [
            (
                &[("a", [6, 1]), ("b", [4, 2])][..],
                "Most of your time is on a. Most of your conversations are on b.",
                "Try giving b a little of that time.",
            ),
            (
                &[("a", [4, 2]), ("b", [3, 1]), ("c", [3, 1])],
                "You spend more time on a than anywhere else. \
                 You join more conversations there than anywhere else, too.",
                VOICE.say(Word::ReportPlacesTrySubject),
            ),
            (
                &[("a", [5, 1]), ("b", [5, 1])],
                "You spend as much time on a as anywhere else. \
                 You join as many conversations there as anywhere else.",
                VOICE.say(Word::ReportPlacesTrySubject),
            ),
            (
                &[("a", [6, 1]), ("b", [2, 2]), ("c", [2, 1])],
                "Most of your time is on a. \
                 You join more conversations on b than anywhere else.",
                "Try giving b a little of that time.",
            ),
            (
                &[("a", [6, 1]), ("b", [2, 2]), ("c", [2, 2])],
                "Most of your time is on a. \
                 You join as many conversations on b as anywhere else.",
                "Try giving b a little of that time.",
            ),
            (
                &[("a", [6, 2]), ("b", [2, 0])],
                "Most of your time is on a. Most of your conversations are there, too.",
                VOICE.say(Word::ReportPlacesTrySubject),
            ),
            (
                &[("a", [5, 0])],
                "Most of your time is on a. No conversation was joined yet.",
                VOICE.say(Word::ReportPlacesTryOne),
            ),
            // No minute was kept.
            (
                &[("a", [0, 2]), ("b", [0, 1])],
                "Most of your conversations are on a.",
                VOICE.say(Word::ReportPlacesTrySubject),
            ),
            (
                &[("a", [0, 0])],
                VOICE.say(Word::ReportTalkNone),
                VOICE.say(Word::ReportJoinedTryFirst),
            ),
        ] {
            assert_eq!(
                said(sites),
                (text.to_owned(), tried.to_owned()),
                "{sites:?}"
            );
        }
    }

    #[test]
    fn the_table_of_hours_has_the_shares_that_are_drawn() {
        let mut habits = habits(&[]);
        let part = &mut habits.hours[3];
        (part.known, part.listened, part.share) = (4, 3, 0.64);
        let shown = hours(VOICE, &habits);
        let table = shown.picture.last().unwrap().all();
        let cells = table.iter().filter(|part| part.tag == "td");
        let cells: Vec<String> = cells.map(|cell| cell.text()).collect();
        assert_eq!(cells[..3], ["0", "0", "–"]);
        assert_eq!(cells[9..12], ["4", "3", "64%"]);
        assert!(shown.picture[0].text().contains("64%"));
    }
}
