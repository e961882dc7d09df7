//! The weeks: taking part, listening, places and hours.

use super::Part;
use crate::charts::{Column, Row, columns, heat, legend, rows, table};
use crate::controls::scroller;
use crate::markup::{Markup, html};
use crate::popup::site_name;
use crate::session::habits::{Habits, Hours, Week, share};
use crate::voice::Voice;
use crate::words::Word;

/// The most sites in the picture of time and talk.
const MAX_SITES: usize = 6;

/// From this share on it is "most", and from the other on "some".
const MOST: f64 = 0.6;
const SOME: f64 = 0.3;

/// Heated answers beyond this share are spoken of first.
const HEATED: f64 = 0.15;

/// Below this share of answers that ask, asking more is what to try.
const SELDOM: f64 = 0.25;

/// The sections, in order.
pub(super) fn view(voice: Voice<'_>, habits: &Habits) -> Vec<Markup> {
    let parts = [
        joined(voice, habits),
        give_and_take(voice, habits),
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
    let (said, picture, tried) = if weeks == 0 {
        (
            voice.say(Word::ReportJoinedNone).to_owned(),
            Vec::new(),
            Word::ReportJoinedTryFirst,
        )
    } else {
        let said = voice.language.fill(
            Word::ReportJoinedSaid,
            &[
                ("some", &whole(voice, weeks)),
                ("all", &whole(voice, habits.weeks.len())),
            ],
        );
        let series: [Series; 1] = [(Word::ReportJoinedColumn, |week| week.joined)];
        let picture = weekly(voice, "numbers-joined", habits, &series);
        (said, picture, Word::ReportJoinedTryAgain)
    };
    Part {
        id: "joined",
        title: Word::ReportJoined,
        said,
        picture,
        tried: voice.say(tried).to_owned(),
    }
}

fn give_and_take(voice: Voice<'_>, habits: &Habits) -> Part {
    let (given, received) = (habits.given(), habits.received());
    let (meaning, tried) = match (given, received) {
        (_, 0) => (Word::ReportTakenNone, Word::ReportGivenTryFirst),
        _ if received > given => (Word::ReportTakenMore, Word::ReportGivenTryBack),
        _ if given >= 2 * received => (Word::ReportGivenMore, Word::ReportGivenTryAsk),
        _ => (Word::ReportBalanced, Word::ReportGivenTryAsk),
    };
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
        said: voice.say(meaning).to_owned(),
        picture,
        tried: voice.say(tried).to_owned(),
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
        let of = voice.language.fill(
            Word::ReportOf,
            &[
                ("part", &whole(voice, *count)),
                ("all", &whole(voice, listens.known)),
            ],
        );
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

fn places(voice: Voice<'_>, habits: &Habits) -> Part {
    let minutes: usize = habits.sites.iter().map(|site| site.minutes).sum();
    let joined = habits.joined();
    let name = |site: &str| site_name(site, None).to_owned();
    let time = habits.sites.first().map(|site| site.site.as_str());
    // Of several with as many conversations the one with most time.
    let talk = (habits.sites.iter().rev()).max_by_key(|site| site.joined);
    let talk = talk
        .filter(|site| site.joined > 0)
        .map(|site| site.site.as_str());
    let (time, talk) = (time.map(name), talk.map(name));
    let places = [
        ("time", time.clone().unwrap_or_default()),
        ("talk", talk.clone().unwrap_or_default()),
    ];
    let places: Vec<(&str, &str)> = (places.iter())
        .map(|(key, name)| (*key, name.as_str()))
        .collect();
    let (said, tried) = match talk {
        None => (Word::ReportPlacesNone, Word::ReportPlacesTryOne),
        talk if talk == time => (Word::ReportPlacesSame, Word::ReportPlacesTrySubject),
        _ => (Word::ReportPlacesDiffer, Word::ReportPlacesTryThere),
    };
    let bars: Vec<Row> = (habits.sites.iter().take(MAX_SITES))
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
    let lines = habits.sites.iter().map(|site| {
        vec![
            name(&site.site),
            whole(voice, site.minutes),
            whole(voice, site.joined),
        ]
    });
    let mut picture = vec![
        rows(&bars),
        legend(series.map(|word| voice.say(word))),
        table(voice, "numbers-places", &head, lines),
    ];
    picture.extend(subjects(voice, habits));
    Part {
        id: "places",
        title: Word::ReportPlaces,
        said: voice.language.fill(said, &places),
        picture,
        tried: voice.language.fill(tried, &places),
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
    ]
    .map(|word| voice.say(word).to_owned());
    let lines = habits.hours.iter().map(|part| {
        vec![
            name(part),
            whole(voice, part.known),
            whole(voice, part.listened),
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
