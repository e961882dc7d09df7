//! The weights of the score, with an example that follows them at once.
//!
//! The examples are invented threads. They go through the very rooms that read
//! a page, so what they show is what the person will see.

use crate::controls::{button, choice, label, section};
use crate::markup::{Markup, html};
use crate::post::{Count, Post, PostKind};
use crate::score::table::{GAINS, LOSSES};
use crate::score::{self, Caps, ReasonKey, Weights};
use crate::signals::{self, Regime};
use crate::voice::Voice;
use crate::words::{Language, Word};

/// An invented post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Example {
    /// A question with a conversation under it.
    #[default]
    Question,
    /// A celebration with much applause.
    Applause,
    /// A post that fishes for clicks.
    Bait,
}

impl Example {
    const ALL: [Self; 3] = [Self::Question, Self::Applause, Self::Bait];

    const fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Applause => "applause",
            Self::Bait => "bait",
        }
    }

    /// The example of a choice.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|example| example.name() == name)
    }

    const fn title(self) -> Word {
        match self {
            Self::Question => Word::ExampleQuestionTitle,
            Self::Applause => Word::ExampleApplauseTitle,
            Self::Bait => Word::ExampleBaitTitle,
        }
    }

    /// Its text, likes and replies, and the replies that can be read with who
    /// wrote them and which they answer (0 is the post).
    const fn parts(self) -> (Word, u64, u64, &'static [(Word, &'static str, usize)]) {
        match self {
            Self::Question => (
                Word::ExampleQuestion,
                26,
                6,
                &[
                    (Word::ExampleQuestionReply1, "b", 0),
                    (Word::ExampleQuestionReply2, "a", 1),
                    (Word::ExampleQuestionReply3, "b", 2),
                    (Word::ExampleQuestionReply4, "c", 0),
                    (Word::ExampleQuestionReply5, "a", 4),
                    (Word::ExampleQuestionReply6, "c", 5),
                ],
            ),
            Self::Applause => (Word::ExampleApplause, 940, 12, &[]),
            Self::Bait => (Word::ExampleBait, 310, 85, &[]),
        }
    }

    fn posts(self, language: Language) -> Vec<Post> {
        let (text, likes, count, replies) = self.parts();
        let post = |id: usize, text: Word, author: &str| Post {
            id: id.to_string(),
            author: Some(author.to_owned()),
            text: language.text(text).to_owned(),
            lang: Some(language.tag().to_owned()),
            ..Post::default()
        };
        let root = Post {
            likes: Some(Count::exact(likes)),
            replies: Some(Count::exact(count)),
            ..post(0, text, "a")
        };
        let replies = replies
            .iter()
            .enumerate()
            .map(|(at, (text, author, to))| Post {
                kind: PostKind::Comment,
                parent: Some(to.to_string()),
                depth: if *to == 0 { 1 } else { 2 },
                ..post(at + 1, *text, author)
            });
        [root].into_iter().chain(replies).collect()
    }
}

/// The section: the sliders, and the example beside them.
pub fn view(voice: Voice<'_>, weights: &Weights, shown: Example) -> Markup {
    let gains = GAINS.iter().map(|gain| slider(voice, gain.key, weights));
    let losses = LOSSES.iter().map(|loss| slider(voice, loss.key, weights));
    let group = |title, rows: Vec<Markup>| {
        html("fieldset")
            .with(html("legend").with(voice.say(title)))
            .with_all(rows)
    };
    let mut section = section(voice, "weights", Word::OptionsWeights)
        .with(
            html("p")
                .class("soft")
                .with(voice.say(Word::OptionsWeightsNote)),
        )
        .with(
            html("div")
                .class("beside")
                .with(
                    html("div")
                        .with(group(Word::OptionsGains, gains.collect()))
                        .with(group(Word::OptionsLosses, losses.collect())),
                )
                .with(
                    html("div")
                        .class("example")
                        .with(choose(voice, shown))
                        .with(
                            html("div")
                                .attr("id", "example")
                                .with_all(example(voice, weights, shown)),
                        ),
                ),
        );
    if *weights != Weights::default() {
        let label = voice.say(Word::OptionsWeightsReset);
        let reset = button(label, "weights-reset", "").attr("id", "weights-reset");
        // The slider that stands before it.
        let last = LOSSES.last().map(|loss| slider_id(loss.key));
        let reset = match last {
            Some(last) => reset.followed_by(last),
            None => reset,
        };
        section = section.with(html("p").with(reset));
    }
    section
}

fn choose(voice: Voice<'_>, shown: Example) -> Markup {
    let options = Example::ALL.map(|each| (each.name(), voice.say(each.title()).to_owned()));
    choice(
        "example-choice",
        voice.say(Word::OptionsExample),
        options,
        shown.name(),
    )
}

fn slider_id(key: ReasonKey) -> String {
    format!("weight-{}", key.name())
}

fn slider(voice: Voice<'_>, key: ReasonKey, weights: &Weights) -> Markup {
    let id = slider_id(key);
    let said = percent(voice, weights.of(key));
    html("p")
        .class("slider")
        .with(label(id.as_str(), voice.say(key.title())))
        .with(
            html("input")
                .attr("type", "range")
                .attr("min", "0")
                .attr("max", Weights::MAX.to_string())
                .attr("step", "10")
                .attr("value", weights.of(key).to_string())
                .attr("aria-valuetext", said.as_str())
                .attr("data-weight", key.name())
                .attr("id", id),
        )
        .with(html("output").with(said))
}

/// A weight as it stands beside its slider.
fn percent(voice: Voice<'_>, percent: u16) -> String {
    voice.percent(f64::from(percent) / 100.0)
}

/// The example under these weights: its text, its score and why.
fn example(voice: Voice<'_>, weights: &Weights, shown: Example) -> Vec<Markup> {
    let posts = shown.posts(voice.language);
    let regime = if posts.len() > 1 {
        Regime::Thread
    } else {
        Regime::Feed
    };
    let signals = signals::of(&posts, regime);
    let (Some(post), Some(signals)) = (posts.first(), signals.first()) else {
        return Vec::new();
    };
    let score = score::with(signals, &Caps::with(weights));
    let counts = [
        post.likes.map(|likes| voice.likes(likes)),
        post.replies.map(|replies| voice.replies(replies)),
    ];
    let rows = score.reasons.iter().map(|reason| {
        html("tr")
            .with(
                html("th")
                    .attr("scope", "row")
                    .with(voice.say(reason.key.title())),
            )
            .with(html("td").with(signed(voice, reason.points)))
    });
    let number = score.conversation.map_or_else(
        || voice.say(Word::CardNotEnough).to_owned(),
        |score| voice.figures.whole(score.into()),
    );
    vec![
        html("blockquote")
            .attr("lang", voice.language.tag())
            .with(post.text.as_str()),
        html("p")
            .class("soft")
            .with(counts.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
        // A slider that moves on says many scores, and only that: the rest can be
        // read when it rests.
        html("p")
            .class("total")
            .attr("role", "status")
            .with(html("b").with(number))
            .with(" ")
            .with(html("span").with(voice.say(Word::CardOutOf))),
        html("table").with(html("tbody").with_all(rows)),
    ]
}

fn signed(voice: Voice<'_>, points: i32) -> String {
    let number = voice.figures.whole(points.unsigned_abs().into());
    let sign = if points < 0 { '−' } else { '+' };
    format!("{sign}{number}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voice::plain::VOICE;

    fn scored(weights: &Weights, shown: Example, language: Language) -> u8 {
        let posts = shown.posts(language);
        let regime = if posts.len() > 1 {
            Regime::Thread
        } else {
            Regime::Feed
        };
        let signals = signals::of(&posts, regime);
        let score = score::with(&signals[0], &Caps::with(weights));
        score.conversation.unwrap()
    }

    #[test]
    fn the_conversation_scores_above_applause_and_bait_in_either_language() {
        for language in [Language::En, Language::Fr] {
            let of = |example| scored(&Weights::default(), example, language);
            let [talk, applause, bait] = Example::ALL.map(of);
            assert!(talk >= 50, "{talk}");
            assert!(applause < 30 && bait < 30, "{applause} {bait}");
        }
    }

    #[test]
    fn a_slider_changes_the_example_and_says_so() {
        let more = Weights::default().with(ReasonKey::AuthorReturns, 300);
        let less = Weights::default().with(ReasonKey::AuthorReturns, 0);
        let of = |weights: &Weights| scored(weights, Example::Question, Language::En);
        assert!(of(&more) != of(&less), "{} {}", of(&more), of(&less));
        let shown = view(VOICE, &more, Example::Question);
        assert!(shown.text().contains("300"));
        assert!(shown.text().contains(VOICE.say(Word::OptionsWeightsReset)));
    }

    #[test]
    fn a_slider_has_only_the_score_read_out() {
        let shown = view(VOICE, &Weights::default(), Example::Question);
        let live = |part: &&Markup| part.get("aria-live").or(part.get("role")) == Some("status");
        let all = shown.all();
        let said: Vec<String> = all
            .iter()
            .filter(|part| part.get("aria-live").is_some() || live(part))
            .map(|part| part.text())
            .collect();
        let score = scored(&Weights::default(), Example::Question, Language::En);
        assert_eq!(said, [format!("{score}   {}", VOICE.say(Word::CardOutOf))]);
    }
}
