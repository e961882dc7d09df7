//! The first page: what the badges say, where Rapport works, and what may be
//! set, with a small invented feed to try it on.
//!
//! Out: [`Markup`]; only `live` knows the browser. The feed is marked up as
//! `sites/demo.toml` reads it, and the content script runs on the page as on
//! any other, so badges and cards are the real ones. Nothing of it is kept.

#[cfg(all(target_arch = "wasm32", feature = "extension"))]
pub mod live;

use crate::controls::section;
use crate::markup::{Markup, html};
use crate::read::{site_names, title_of};
use crate::voice::Voice;
use crate::words::Word;
use std::collections::BTreeSet;

/// An invented post: its text, author, likes and replies.
type Invented = (Word, &'static str, u32, u32);

/// So many that they can be compared with each other.
const POSTS: [Invented; 10] = [
    (Word::WelcomePost1, "ines", 9, 21),
    (Word::WelcomePost2, "vera", 1840, 12),
    (Word::WelcomePost3, "tomas", 14, 16),
    (Word::WelcomePost4, "noor", 320, 64),
    (Word::WelcomePost5, "deals", 610, 4),
    (Word::WelcomePost6, "aiko", 6, 1),
    (Word::WelcomePost7, "jon", 74, 9),
    (Word::WelcomePost8, "ruth", 11, 13),
    (Word::WelcomePost9, "omar", 980, 7),
    (Word::WelcomePost10, "lea", 38, 2),
];

/// All that the page shows.
pub fn view(voice: Voice<'_>) -> Vec<Markup> {
    let steps = html("div")
        .class("steps")
        .with(html("p").class("lead").with(voice.say(Word::WelcomeLead)))
        .with(step(
            voice,
            "look",
            Word::WelcomeLook,
            &[Word::WelcomeLookHow],
        ))
        .with(
            step(
                voice,
                "go",
                Word::WelcomeGo,
                &[Word::WelcomeGoHow, Word::WelcomeGoQuiet],
            )
            .with(html("p").class("soft").with(places(voice))),
        )
        .with(
            step(
                voice,
                "back",
                Word::WelcomeBack,
                &[Word::WelcomeBackHow, Word::WelcomePrivacy],
            )
            .with(
                html("p").with(
                    html("a")
                        .class("more")
                        .attr("href", "options.html")
                        .with(voice.say(Word::WelcomeOptions)),
                ),
            ),
        );
    let posts = POSTS.iter().enumerate();
    let feed = section(voice, "feed", Word::WelcomeFeed)
        .class("feed")
        .with_all(posts.map(|(at, post)| article(voice, at, post)));
    vec![steps, feed]
}

fn step(voice: Voice<'_>, id: &'static str, title: Word, lines: &[Word]) -> Markup {
    let lines = lines.iter().map(|line| html("p").with(voice.say(*line)));
    section(voice, id, title).with_all(lines)
}

/// The places that Rapport knows, by their names.
fn places(voice: Voice<'_>) -> String {
    let names: BTreeSet<&str> = site_names()
        .filter(|name| *name != "demo")
        .filter_map(title_of)
        .collect();
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    voice
        .language
        .fill(Word::WelcomePlaces, &[("sites", &names)])
}

fn article(voice: Voice<'_>, at: usize, (text, author, likes, replies): &Invented) -> Markup {
    let id = format!("welcome-{at}");
    let count = |class: &'static str, word: Word, number: u32| {
        html("span").with(format!("{} ", voice.say(word))).with(
            html("data")
                .class(class)
                .attr("value", number.to_string())
                .with(voice.figures.short(number.into())),
        )
    };
    html("article")
        .class("post")
        .attr("id", id.as_str())
        .attr("data-id", id)
        .attr("lang", voice.language.tag())
        .with(
            html("p").class("by").with(
                html("span")
                    .class("author")
                    .attr("data-handle", *author)
                    .with(format!("@{author}")),
            ),
        )
        .with(
            html("div")
                .class("text")
                .with(html("p").with(voice.say(*text))),
        )
        .with(
            html("p")
                .class("counts")
                .with(count("replies", Word::WelcomeReplies, *replies))
                .with(count("likes", Word::WelcomeLikes, *likes)),
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::{Count, Post};
    use crate::score::{self, Ground, Stance};
    use crate::signals::{self, Regime};
    use crate::voice::plain::VOICE;
    use crate::words::Language;

    /// Where the posts of the feed stand among each other.
    fn stances(language: Language) -> Vec<Stance> {
        let posts: Vec<Post> = (POSTS.iter())
            .map(|(text, author, likes, replies)| Post {
                id: (*author).to_owned(),
                author: Some((*author).to_owned()),
                text: language.text(*text).to_owned(),
                lang: Some(language.tag().to_owned()),
                likes: Some(Count::exact((*likes).into())),
                replies: Some(Count::exact((*replies).into())),
                ..Post::default()
            })
            .collect();
        let signals = signals::of(&posts, Regime::Feed);
        let scores: Vec<_> = (signals.iter())
            .map(|signals| score::of(signals).conversation)
            .collect();
        let samples: Vec<_> = (posts.iter().zip(&scores))
            .filter_map(|(post, score)| {
                Some(crate::message::Sample {
                    score: (*score)?,
                    likes: post.likes?,
                })
            })
            .collect();
        let ground = Ground::of(&samples);
        let place = |(post, score): (&Post, &Option<u8>)| ground.place(*score, post.likes).stance;
        posts.iter().zip(&scores).map(place).collect()
    }

    #[test]
    fn the_feed_shows_gems_and_applause_in_either_language() {
        for language in [Language::En, Language::Fr] {
            let stances = stances(language);
            for (at, stance) in [
                (0, Stance::QuietGem),
                (1, Stance::ApplauseOnly),
                (8, Stance::ApplauseOnly),
            ] {
                assert_eq!(stances[at], stance, "{language:?} {at} {stances:?}");
            }
        }
    }

    #[test]
    fn the_page_has_three_steps_and_a_post_for_each_text() {
        let shown = html("main").with_all(view(VOICE));
        let all = shown.all();
        let count = |tag: &str| all.iter().filter(|part| part.tag == tag).count();
        assert_eq!((count("h2"), count("article")), (4, POSTS.len()));
        assert!(shown.text().contains("Hacker News"));
    }
}
