//! Conversation against likes, as a small SVG picture: each mark a post.
//!
//! Likes run from left to right by their logarithm, because a feed holds posts
//! with 3 and with 30 000; conversation runs upwards.

use super::site_name;
use crate::markup::{Markup, html, svg};
use crate::score::Stance;
use crate::session::Summary;
use crate::session::accept::is_web_address;
use crate::session::summary::Pick;
use crate::voice::Voice;
use crate::words::Word;

// The picture's own units. It is drawn as wide as there is room.
const WIDTH: f64 = 336.0;
const HEIGHT: f64 = 224.0;
const LEFT: f64 = 26.0;
const RIGHT: f64 = 326.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 188.0;
const RADIUS: f64 = 4.5;

/// The axis of likes ends here at least, so that a handful of posts with one
/// or two likes does not look like applause.
const LEAST_RANGE: u64 = 100;

/// The four stances, in the order of the legend.
const STANCES: [Stance; 4] = [
    Stance::QuietGem,
    Stance::Both,
    Stance::ApplauseOnly,
    Stance::Quiet,
];

/// The picture with its legend.
pub fn picture(voice: Voice<'_>, summary: &Summary) -> Markup {
    let title = html("h2")
        .attr("id", "picture-title")
        .with(voice.say(Word::PopupPicture));
    let section = html("section")
        .class("picture")
        .attr("aria-labelledby", "picture-title")
        .with(title);
    if summary.points.is_empty() {
        return section.with(
            html("p")
                .class("soft")
                .with(voice.say(Word::PopupPictureNone)),
        );
    }
    let most = summary
        .points
        .iter()
        .map(|pick| pick.likes.value)
        .max()
        .unwrap_or_default();
    let scale = Scale {
        most: most.max(LEAST_RANGE),
    };
    let marks = summary
        .points
        .iter()
        .enumerate()
        .map(|(at, pick)| mark(voice, &scale, pick, at == 0));
    let drawing = svg("svg")
        .attr("viewBox", format!("0 0 {WIDTH} {HEIGHT}"))
        .attr("role", "group")
        .attr("aria-labelledby", "picture-title")
        .attr("aria-describedby", "picture-hint")
        .with(axes(voice, &scale))
        .with_all(marks);
    section.with(drawing).with(legend(voice, summary)).with(
        html("p")
            .attr("id", "picture-hint")
            .class("hint")
            .with(voice.say(Word::PopupPictureHint)),
    )
}

struct Scale {
    most: u64,
}

impl Scale {
    fn x(&self, likes: u64) -> f64 {
        let log = |likes: u64| (likes as f64).ln_1p();
        LEFT + RADIUS + (RIGHT - LEFT - 2.0 * RADIUS) * log(likes) / log(self.most)
    }

    fn y(score: u8) -> f64 {
        BOTTOM - RADIUS - (BOTTOM - TOP - 2.0 * RADIUS) * f64::from(score) / 100.0
    }
}

/// Lines, numbers and words around the marks. A screen reader hears the same
/// from each mark's name.
fn axes(voice: Voice<'_>, scale: &Scale) -> Markup {
    let number = |x: f64, y: f64, text: String, anchor| {
        svg("text")
            .attr("x", format!("{x:.1}"))
            .attr("y", format!("{y:.1}"))
            .attr("text-anchor", anchor)
            .with(text)
    };
    let line = |x1: f64, y1: f64, x2: f64, y2: f64| {
        svg("path")
            .class("line")
            .attr("d", format!("M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}"))
    };
    let mut axes = svg("g").class("axes").attr("aria-hidden", "true");
    for score in [0, 50, 100] {
        let y = Scale::y(score);
        axes = axes.with(line(LEFT, y, RIGHT, y)).with(number(
            LEFT - 4.0,
            y + 3.0,
            score.to_string(),
            "end",
        ));
    }
    for tick in ticks(scale.most) {
        let (x, y) = (scale.x(tick), BOTTOM + 13.0);
        axes = axes.with(number(x, y, voice.figures.short(tick), "middle"));
    }
    let likes = format!("{} →", voice.say(Word::PopupAxisLikes));
    let talk = format!("↑ {}", voice.say(Word::PopupAxisTalk));
    axes.with(number(RIGHT, BOTTOM + 30.0, likes, "end").class("name"))
        .with(number(0.0, 10.0, talk, "start").class("name"))
}

/// The numbers under the axis of likes: 0 and powers of ten, or of a hundred
/// where all would not fit.
fn ticks(most: u64) -> impl Iterator<Item = u64> {
    let step = if most > 100_000 { 100 } else { 10 };
    let powers = std::iter::successors(Some(10_u64), move |tick| tick.checked_mul(step));
    std::iter::once(0).chain(powers.take_while(move |tick| *tick <= most))
}

/// One post. Only the first can be reached with Tab; the arrow keys go on from
/// there, or three hundred posts would stand between a person and the rest.
fn mark(voice: Voice<'_>, scale: &Scale, pick: &Pick, first: bool) -> Markup {
    let (x, y) = (scale.x(pick.likes.value), Scale::y(pick.score));
    let permalink = pick
        .permalink
        .as_deref()
        .filter(|address| is_web_address(address));
    let name = voice.language.fill(
        Word::PopupMark,
        &[
            (
                "author",
                pick.author
                    .as_deref()
                    .unwrap_or_else(|| voice.say(Word::PopupNoAuthor)),
            ),
            ("site", site_name(&pick.site, permalink)),
            ("score", &pick.score.to_string()),
            ("likes", &voice.likes(pick.likes)),
            ("stance", voice.say(pick.stance.name())),
        ],
    );
    let mark = match permalink {
        Some(address) => svg("a")
            .attr("href", address)
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer"),
        None => svg("g").attr("role", "img"),
    };
    mark.class("mark")
        .attr("data-stance", pick.stance.key())
        .attr("tabindex", if first { "0" } else { "-1" })
        .with(svg("title").with(name))
        .with(svg("path").attr("d", shape(pick.stance, x, y)))
}

/// Each stance has a shape of its own, the same as on the badges.
fn shape(stance: Stance, x: f64, y: f64) -> String {
    let r = RADIUS;
    match stance {
        Stance::QuietGem => {
            let r = r * 1.25;
            format!("M{x:.1} {:.1}l{r} {r}l-{r} {r}l-{r} -{r}z", y - r)
        }
        Stance::ApplauseOnly => {
            format!(
                "M{x:.1} {:.1}l{r} {h}h-{w}z",
                y - r,
                h = r * 1.8,
                w = r * 2.0
            )
        }
        Stance::Both | Stance::Quiet => {
            format!(
                "M{:.1} {y:.1}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z",
                x - r,
                d = r * 2.0
            )
        }
        Stance::NotEnough => format!("M{:.1} {:.1}h{w}v2h-{w}z", x - r, y - 1.0, w = r * 2.0),
    }
}

fn legend(voice: Voice<'_>, summary: &Summary) -> Markup {
    let entry = |stance: Stance| {
        let key = svg("svg")
            .attr("viewBox", "-7 -7 14 14")
            .attr("aria-hidden", "true")
            .with(svg("path").attr("d", shape(stance, 0.0, 0.0)));
        html("li")
            .attr("data-stance", stance.key())
            .with(key)
            .with(html("span").with(voice.say(stance.name())))
            .with(html("b").with(voice.figures.whole(summary.stances.of(stance) as u64)))
    };
    let mut stances = STANCES.to_vec();
    if summary.stances.not_enough > 0 {
        stances.push(Stance::NotEnough);
    }
    html("ul")
        .class("legend")
        .attr("role", "list")
        .with_all(stances.into_iter().map(entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_few_however_many_likes_there_are() {
        let all = |most| ticks(most).collect::<Vec<_>>();
        assert_eq!(all(100), [0, 10, 100]);
        assert_eq!(all(30_000), [0, 10, 100, 1000, 10_000]);
        assert_eq!(all(2_000_000), [0, 10, 1000, 100_000]);
        assert!(all(u64::MAX).len() < 12);
    }

    #[test]
    fn every_post_lies_within_the_picture() {
        let scale = Scale { most: 5000 };
        for (likes, score) in [(0, 0), (5000, 100), (70, 50)] {
            let (x, y) = (scale.x(likes), Scale::y(score));
            assert!((LEFT + RADIUS..=RIGHT - RADIUS).contains(&x), "{x}");
            assert!((TOP + RADIUS..=BOTTOM - RADIUS).contains(&y), "{y}");
        }
    }
}
