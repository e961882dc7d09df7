//! Your voice: how the person's own posts do, and what they are about.

use super::Part;
use crate::charts::{Row, heat, rows, table};
use crate::controls::{scroller, section};
use crate::markup::{Markup, html};
use crate::popup::site_name;
use crate::session::habits::share;
use crate::session::own::Own;
use crate::settings::{Aim, Settings};
use crate::voice::Voice;
use crate::words::Word;

/// With fewer posts nothing is said of them.
const LEAST_POSTS: usize = 3;

/// With fewer posts nothing is said of how steady they are.
const LEAST_STEADY: usize = 5;

/// So many subjects at once are many.
const MANY: f64 = 5.0;

/// From this share on it is "mostly".
const MOSTLY: f64 = 0.5;

/// The section, with its parts.
pub(super) fn view(voice: Voice<'_>, own: &Own, settings: &Settings) -> Markup {
    let section = section(voice, "own", Word::OwnTitle).class("own");
    let named = settings
        .accounts
        .values()
        .any(|handles| !handles.is_empty());
    if own.posts < LEAST_POSTS {
        let said = if named {
            let count = voice.figures.whole(own.posts as u64);
            voice.language.fill(Word::OwnFew, &[("count", &count)])
        } else {
            voice.say(Word::OwnNobody).to_owned()
        };
        let more = html("a")
            .class("more")
            .attr("href", "options.html#person")
            .with(voice.say(Word::OwnOptions));
        return section
            .with(html("p").class("soft").with(said))
            .with(html("p").with(more));
    }
    let parts = [
        Some(rate(voice, own, settings)),
        (own.with_subject >= LEAST_STEADY).then(|| steadiness(voice, own, settings)),
        (own.life.known >= LEAST_POSTS).then(|| life(voice, own)),
        (own.sites.len() > 1)
            .then(|| where_talk_starts(voice, own))
            .flatten(),
    ];
    let parts = parts.into_iter().flatten().map(|part| {
        html("div")
            .with(html("h3").attr("id", part.id).with(voice.say(part.title)))
            .with(html("p").class("said").with(part.said))
            .with_all(part.picture)
            .with(html("p").class("try").with(part.tried))
    });
    section.with_all(parts)
}

fn rate(voice: Voice<'_>, own: &Own, settings: &Settings) -> Part {
    let said = voice.language.fill(
        Word::OwnRateSaid,
        &[
            ("replies", &voice.mean(own.rate.replies)),
            ("median", &voice.mean(own.median)),
            ("likes", &voice.mean(own.rate.likes)),
        ],
    );
    let more = match &own.starter {
        Some(subject) => voice
            .language
            .fill(Word::OwnRateBest, &[("subject", subject)]),
        None => voice.say(Word::OwnRateEven).to_owned(),
    };
    let said = if own.subjects.len() > 1 {
        format!("{said} {more}")
    } else {
        said
    };
    // What the person wants where they write most.
    let aim = (own.sites.iter()).find_map(|site| settings.aims.get(&site.name));
    let tried = match aim {
        Some(Aim::Meet) => Word::OwnTryMeet,
        Some(Aim::Close) => Word::OwnTryClose,
        Some(Aim::Learn) => Word::OwnTryLearn,
        Some(Aim::Help) => Word::OwnTryHelp,
        Some(Aim::Known) => Word::OwnTryKnown,
        None => Word::OwnTryAny,
    };
    let most = own.subjects.iter().map(|part| part.expected);
    let most = most.fold(1.0, f64::max);
    let bars: Vec<Row> = (own.subjects.iter())
        .map(|part| Row {
            label: part.name.clone(),
            bars: vec![(part.expected / most, voice.mean(part.expected))],
        })
        .collect();
    let head = [
        Word::ReportSubject,
        Word::OwnPosts,
        Word::OwnReplies,
        Word::OwnExpected,
        Word::OwnLikes,
    ]
    .map(|word| voice.say(word).to_owned());
    let lines = own.subjects.iter().map(|part| {
        vec![
            part.name.clone(),
            voice.figures.whole(part.rate.posts as u64),
            voice.mean(part.rate.replies),
            voice.mean(part.expected),
            voice.mean(part.rate.likes),
        ]
    });
    let picture = if bars.is_empty() {
        Vec::new()
    } else {
        vec![
            rows(&bars),
            html("p").class("soft").with(voice.say(Word::OwnRateNote)),
            table(voice, "numbers-rate", &head, lines),
        ]
    };
    Part {
        id: "own-rate",
        title: Word::OwnRate,
        said,
        picture,
        tried: voice.say(tried).to_owned(),
    }
}

fn steadiness(voice: Voice<'_>, own: &Own, settings: &Settings) -> Part {
    let mut said = voice
        .language
        .fill(Word::OwnSteadySaid, &[("voices", &voice.mean(own.voices))]);
    let named = share(own.named, own.posts);
    if !settings.subjects.is_empty() {
        let more = voice
            .language
            .fill(Word::OwnSteadyNamed, &[("share", &voice.percent(named))]);
        said = format!("{said} {more}");
    }
    let tried = if !settings.subjects.is_empty() && named < 1.0 - MOSTLY {
        Word::OwnSteadyTryNamed
    } else if own.voices > MANY {
        Word::OwnSteadyTryOne
    } else {
        Word::OwnSteadyTryNew
    };
    let bars: Vec<Row> = (own.subjects.iter())
        .map(|part| {
            let part_of_all = share(part.rate.posts, own.posts);
            Row {
                label: part.name.clone(),
                bars: vec![(part_of_all, voice.percent(part_of_all))],
            }
        })
        .collect();
    let head = [Word::ReportSubject, Word::OwnPosts].map(|word| voice.say(word).to_owned());
    let lines = own.subjects.iter().map(|part| {
        vec![
            part.name.clone(),
            voice.figures.whole(part.rate.posts as u64),
        ]
    });
    Part {
        id: "own-steady",
        title: Word::OwnSteady,
        said,
        picture: vec![rows(&bars), table(voice, "numbers-steady", &head, lines)],
        tried: voice.say(tried).to_owned(),
    }
}

fn life(voice: Voice<'_>, own: &Own) -> Part {
    let life = own.life;
    let ways = [
        (Word::OwnShines, life.only_shines),
        (Word::OwnAsks, life.asks),
        (Word::OwnDoubts, life.doubts),
        (Word::OwnStruggles, life.struggles),
        (Word::OwnTells, life.tells),
    ];
    let part = |count| share(count, life.known);
    let (said, tried) = if part(life.only_shines) >= MOSTLY {
        (Word::OwnLifeShines, Word::OwnLifeTryHard)
    } else if part(life.asks) + part(life.doubts) + part(life.struggles) >= MOSTLY {
        (Word::OwnLifeWhole, Word::OwnLifeTryAnswer)
    } else {
        (Word::OwnLifeMixed, Word::OwnLifeTryAsk)
    };
    let bars: Vec<Row> = (ways.iter())
        .map(|(name, count)| Row {
            label: voice.say(*name).to_owned(),
            bars: vec![(part(*count), voice.percent(part(*count)))],
        })
        .collect();
    let head = [Word::ReportWay, Word::OwnPosts].map(|word| voice.say(word).to_owned());
    let lines = ways.iter().map(|(name, count)| {
        vec![
            voice.say(*name).to_owned(),
            voice.figures.whole(*count as u64),
        ]
    });
    Part {
        id: "own-life",
        title: Word::OwnLife,
        said: voice.say(said).to_owned(),
        picture: vec![rows(&bars), table(voice, "numbers-life", &head, lines)],
        tried: voice.say(tried).to_owned(),
    }
}

fn where_talk_starts(voice: Voice<'_>, own: &Own) -> Option<Part> {
    let cells = own.cells.iter().flatten().filter_map(|cell| *cell);
    let most = cells.max_by(f64::total_cmp)?;
    let (said, tried) = match &own.starter_there {
        Some((subject, site)) => {
            let names = [
                ("subject", subject.as_str()),
                ("site", site_name(site, None)),
            ];
            let fill = |word| voice.language.fill(word, &names);
            (fill(Word::OwnWhereSaid), fill(Word::OwnWhereTry))
        }
        None => {
            let say = |word| voice.say(word).to_owned();
            (say(Word::OwnWhereEven), say(Word::OwnWhereTryEven))
        }
    };
    let head: Vec<String> = std::iter::once(voice.say(Word::ReportSubject))
        .chain(own.sites.iter().map(|site| site_name(&site.name, None)))
        .map(str::to_owned)
        .collect();
    let lines = own.subjects.iter().zip(&own.cells).map(|(subject, cells)| {
        let cells = cells.iter().map(|cell| match cell {
            Some(cell) => (cell / most.max(1.0), voice.mean(*cell)),
            None => (0.0, "–".to_owned()),
        });
        (subject.name.clone(), cells.collect())
    });
    Some(Part {
        id: "own-where",
        title: Word::OwnWhere,
        said,
        picture: vec![scroller(voice.say(Word::OwnWhere), heat(&head, lines))],
        tried,
    })
}
