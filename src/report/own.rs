//! Your voice: how the person's own posts do, and what they are about.

use super::{Part, mean_or_dash, of_all};
use crate::charts::{Row, heat, rows, table};
use crate::controls::{scroller, section};
use crate::markup::{Markup, html};
use crate::popup::site_name;
use crate::session::habits::share;
use crate::session::own::{Life, Own};
use crate::settings::{Aim, Settings};
use crate::voice::Voice;
use crate::words::Word;

/// With fewer posts nothing is said of them.
const LEAST_POSTS: usize = 3;

/// With fewer posts nothing is said of how steady they are.
const LEAST_STEADY: usize = 5;

/// So many subjects at once are many, and so is one for every second post.
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
    let said = rate_said(voice, own);
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
    let most = own.subjects.iter().filter_map(|part| part.expected);
    let most = most.fold(1.0, f64::max);
    let bars: Vec<Row> = (own.subjects.iter())
        .map(|part| Row {
            label: part.name.clone(),
            bars: vec![(
                part.expected.unwrap_or_default() / most,
                mean_or_dash(voice, part.expected),
            )],
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
            voice.figures.whole(part.posts as u64),
            mean_or_dash(voice, part.rate.replies),
            mean_or_dash(voice, part.expected),
            mean_or_dash(voice, part.rate.likes),
        ]
    });
    let mut picture = Vec::new();
    if own.subjects.iter().any(|part| part.expected.is_some()) {
        let note = voice.say(Word::OwnRateNote);
        picture.extend([rows(&bars), html("p").class("soft").with(note)]);
    }
    if !own.subjects.is_empty() {
        picture.push(table(voice, "numbers-rate", &head, lines));
    }
    Part {
        id: "own-rate",
        title: Word::OwnRate,
        said,
        picture,
        tried: voice.say(tried).to_owned(),
    }
}

/// What is known of answers and likes, and whether a subject stands out.
fn rate_said(voice: Voice<'_>, own: &Own) -> String {
    let answers = own.rate.replies.zip(own.median).map(|(replies, median)| {
        let (replies, median) = (voice.mean(replies), voice.mean(median));
        let values = [("replies", replies.as_str()), ("median", &median)];
        voice.language.fill(Word::OwnRateReplies, &values)
    });
    let likes = own.rate.likes.map(|likes| {
        let values = [("likes", &*voice.mean(likes))];
        voice.language.fill(Word::OwnRateLikes, &values)
    });
    if answers.is_none() && likes.is_none() {
        return voice.say(Word::OwnRateUnknown).to_owned();
    }
    let compared = answers.is_some() && own.subjects.len() > 1;
    let more = compared.then(|| match &own.starter {
        Some(subject) => voice
            .language
            .fill(Word::OwnRateBest, &[("subject", subject)]),
        None => voice.say(Word::OwnRateEven).to_owned(),
    });
    let said: Vec<String> = [answers, likes, more].into_iter().flatten().collect();
    said.join(" ")
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
    let few = MANY.min(own.with_subject as f64 / 2.0);
    let tried = if !settings.subjects.is_empty() && named < 1.0 - MOSTLY {
        Word::OwnSteadyTryNamed
    } else if own.voices > few {
        Word::OwnSteadyTryOne
    } else {
        Word::OwnSteadyTryNew
    };
    let bars: Vec<Row> = (own.firsts.iter())
        .map(|(name, posts)| bar(voice, name, share(*posts, own.with_subject)))
        .collect();
    let head = [Word::ReportSubject, Word::OwnPosts].map(|word| voice.say(word).to_owned());
    let lines = own
        .firsts
        .iter()
        .map(|(name, posts)| vec![name.clone(), of_all(voice, *posts, own.with_subject)]);
    Part {
        id: "own-steady",
        title: Word::OwnSteady,
        said,
        picture: vec![rows(&bars), table(voice, "numbers-steady", &head, lines)],
        tried: voice.say(tried).to_owned(),
    }
}

/// A bar as long as a share, and what it is in percent.
fn bar(voice: Voice<'_>, name: &str, part: f64) -> Row {
    Row {
        label: name.to_owned(),
        bars: vec![(part, voice.percent(part))],
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
    let (said, tried) = life_said(life);
    let bars: Vec<Row> = (ways.iter())
        .map(|(name, count)| bar(voice, voice.say(*name), share(*count, life.known)))
        .collect();
    let head = [Word::OwnWay, Word::OwnPosts].map(|word| voice.say(word).to_owned());
    let lines = ways.iter().map(|(name, count)| {
        vec![
            voice.say(*name).to_owned(),
            of_all(voice, *count, life.known),
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

/// What the posts show, and what may be tried. One post may ask and doubt: it
/// is counted once, so that two such posts of eight are no half.
fn life_said(life: Life) -> (Word, Word) {
    let most = |count, other| count > other && share(count, life.known) >= MOSTLY;
    let every = [life.shines, life.asks, life.doubts, life.struggles];
    if most(life.only_shines, life.open) {
        (Word::OwnLifeShines, Word::OwnLifeTryHard)
    } else if most(life.open, life.only_shines) {
        let said = if every.contains(&0) {
            Word::OwnLifeOpen
        } else {
            Word::OwnLifeWhole
        };
        (said, Word::OwnLifeTryAnswer)
    } else {
        let said = match (life.shines, life.open) {
            (0, 0) => Word::OwnLifeNone,
            (_, 0) => Word::OwnLifeFewShine,
            (0, _) => Word::OwnLifeFewOpen,
            _ => Word::OwnLifeMixed,
        };
        (said, Word::OwnLifeTryAsk)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::own::{Part, Rate};
    use crate::voice::plain::VOICE;
    use crate::words::Language;

    /// Posts that celebrate, only celebrate, are open, ask, doubt and tell of
    /// something hard, and all of them.
    fn life_of([shines, only_shines, open, asks, doubts, struggles, known]: [usize; 7]) -> Life {
        Life {
            known,
            shines,
            only_shines,
            open,
            asks,
            doubts,
            struggles,
            tells: 0,
        }
    }

    #[test]
    fn what_posts_show_of_life_is_said_as_counted_by_hand() {
        for (counts, said) in [
            // Three of eight that ask, doubt and struggle at once are no half.
            ([1, 1, 3, 3, 3, 3, 8], Word::OwnLifeMixed),
            ([1, 1, 4, 2, 2, 1, 8], Word::OwnLifeWhole),
            ([1, 1, 4, 4, 3, 0, 8], Word::OwnLifeOpen),
            ([0, 0, 8, 4, 3, 2, 8], Word::OwnLifeOpen),
            ([6, 5, 3, 3, 0, 0, 8], Word::OwnLifeShines),
            ([4, 4, 0, 0, 0, 0, 8], Word::OwnLifeShines),
            // Half and half is neither.
            ([4, 4, 4, 1, 2, 1, 8], Word::OwnLifeMixed),
            ([3, 3, 0, 0, 0, 0, 8], Word::OwnLifeFewShine),
            ([0, 0, 1, 0, 1, 0, 8], Word::OwnLifeFewOpen),
            ([2, 0, 2, 2, 0, 0, 8], Word::OwnLifeMixed),
            ([0, 0, 0, 0, 0, 0, 8], Word::OwnLifeNone),
        ] {
            assert_eq!(life_said(life_of(counts)).0, said, "{counts:?}");
        }
    }

    fn own_of(replies: Option<f64>, likes: Option<f64>) -> Own {
        Own {
            posts: 3,
            rate: Rate {
                posts: 3,
                replies,
                likes,
            },
            median: replies,
            ..Own::default()
        }
    }

    #[test]
    fn what_is_not_known_of_a_rate_is_not_said() {
        for (replies, likes, said) in [
            (
                Some(1.0),
                Some(0.4),
                "Answers per post: 1 on average, 1 as a rule. Likes per post: 0.4 on average.",
            ),
            (
                Some(0.0),
                None,
                "Answers per post: 0 on average, 0 as a rule.",
            ),
            (None, Some(1.4), "Likes per post: 1.4 on average."),
            (None, None, VOICE.say(Word::OwnRateUnknown)),
        ] {
            assert_eq!(rate_said(VOICE, &own_of(replies, likes)), said);
        }
    }

    /// Before a noun a number asks for its singular or its plural, 1, 1.4, 0.4
    /// and 0 not for the same ones, and not for the same in both languages.
    #[test]
    fn no_noun_stands_behind_a_mean() {
        for language in [Language::En, Language::Fr] {
            for (word, means) in [
                (Word::OwnRateReplies, &["$REPLIES$", "$MEDIAN$"][..]),
                (Word::OwnRateLikes, &["$LIKES$"]),
                (Word::OwnSteadySaid, &["$VOICES$"]),
                (Word::PopupOwnHere, &["$COUNT$", "$REPLIES$", "$LIKES$"]),
            ] {
                let text = language.text(word);
                for mean in means {
                    let (_, after) = text.split_once(mean).unwrap();
                    let free = ["on average", "as a rule", "en moyenne", "d’ordinaire"];
                    let next = after.trim_start();
                    let stops = next.starts_with(['.', ',']);
                    assert!(
                        stops || free.iter().any(|words| next.starts_with(words)),
                        "{text}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_subject_of_which_nothing_is_known_has_a_dash() {
        let part = |name: &str, replies| Part {
            name: name.into(),
            posts: 2,
            rate: Rate {
                posts: 0,
                replies,
                likes: None,
            },
            expected: replies,
        };
        let own = Own {
            subjects: vec![part("bees", Some(3.0)), part("cake", None)],
            ..own_of(Some(3.0), None)
        };
        let shown = rate(VOICE, &own, &Settings::default());
        let table = shown.picture.last().unwrap().all();
        let cells = table.iter().filter(|part| part.tag == "td");
        let cells: Vec<String> = cells.map(|cell| cell.text()).collect();
        assert_eq!(cells, ["2", "3", "3", "–", "2", "–", "–", "–"]);
        let unknown = Own {
            subjects: vec![part("cake", None)],
            ..own_of(None, Some(2.0))
        };
        let shown = rate(VOICE, &unknown, &Settings::default());
        assert_eq!(shown.picture.len(), 1, "a table, and no empty bars");
    }

    #[test]
    fn a_voice_is_easy_to_know_only_where_posts_share_their_subjects() {
        let tried = |voices: f64, with_subject: usize| {
            let own = Own {
                posts: with_subject,
                voices,
                with_subject,
                firsts: vec![("bees".into(), with_subject - 2), ("cake".into(), 2)],
                ..Own::default()
            };
            steadiness(VOICE, &own, &Settings::default())
        };
        // Five posts on five subjects are no steady voice.
        for (voices, posts, word) in [
            (5.0, 5, Word::OwnSteadyTryOne),
            (2.5, 5, Word::OwnSteadyTryNew),
            (2.6, 5, Word::OwnSteadyTryOne),
            (5.0, 40, Word::OwnSteadyTryNew),
            (5.1, 40, Word::OwnSteadyTryOne),
        ] {
            assert_eq!(
                tried(voices, posts).tried,
                VOICE.say(word),
                "{voices} {posts}"
            );
        }
        let text = html("div").with_all(tried(2.0, 8).picture).text();
        for said in ["75%", "6 of 8", "25%", "2 of 8"] {
            assert!(text.contains(said), "{said} is not in {text}");
        }
    }

    #[test]
    fn the_table_of_life_has_how_many_of_how_many() {
        let own = Own {
            life: life_of([1, 1, 3, 3, 0, 0, 8]),
            ..Own::default()
        };
        let shown = life(VOICE, &own);
        let text = html("div").with_all(shown.picture).text();
        assert!(
            text.contains("3 of 8") && text.contains(VOICE.say(Word::OwnWay)),
            "{text}"
        );
    }
}
