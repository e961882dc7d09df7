//! The diagnostics page: what Rapport sees on one page, for a person who
//! wonders, or who reports a site that has changed.
//!
//! In: an [`Inspection`]. Out: [`Markup`]; only `live` knows the browser.

#[cfg(all(target_arch = "wasm32", feature = "extension"))]
pub mod live;

use crate::controls::{scroller, section};
use crate::inspect::{Engine, InspectedPost, Inspection, ReaderKind};
use crate::markup::{Markup, html, link};
use crate::post::Count;
use crate::voice::Voice;
use crate::words::Word;

/// The columns of the table of posts.
const COLUMNS: [Word; 8] = [
    Word::DiagnosticsScore,
    Word::DiagnosticsStance,
    Word::DiagnosticsLikes,
    Word::DiagnosticsReplies,
    Word::DiagnosticsConfidence,
    Word::DiagnosticsAuthor,
    Word::DiagnosticsText,
    Word::DiagnosticsReasons,
];

/// How many characters of a post's text the table shows; the JSON has all.
const EXCERPT: usize = 160;

/// All that the page shows of an inspection.
pub fn view(voice: Voice<'_>, inspection: &Inspection) -> Vec<Markup> {
    vec![
        page(voice, inspection),
        health(voice, inspection),
        timing(voice, inspection),
        posts(voice, inspection),
    ]
}

fn facts(voice: Voice<'_>, facts: Vec<(Word, String)>) -> Markup {
    let pairs = facts.into_iter().map(|(word, value)| {
        let name = html("dt").with(voice.say(word));
        html("div").with(name).with(html("dd").with(value))
    });
    html("dl").with_all(pairs)
}

fn page(voice: Voice<'_>, inspection: &Inspection) -> Markup {
    let unknown = || voice.say(Word::DiagnosticsUnknown).to_owned();
    let reader = match inspection.reader {
        ReaderKind::Site => "site",
        ReaderKind::Generic => "generic",
        ReaderKind::None => "none",
    };
    let engine = match inspection.engine {
        Engine::Wasm => "WebAssembly",
        Engine::Js => "JavaScript",
    };
    section(voice, "page", Word::DiagnosticsPage).with(facts(
        voice,
        vec![
            (Word::DiagnosticsUrl, inspection.url.clone()),
            (
                Word::DiagnosticsSite,
                inspection.site.clone().unwrap_or_else(unknown),
            ),
            (Word::DiagnosticsReader, reader.to_owned()),
            (Word::DiagnosticsEngine, engine.to_owned()),
            (Word::DiagnosticsVersion, inspection.version.clone()),
            (
                Word::DiagnosticsCount,
                voice.figures.whole(inspection.posts.len() as u64),
            ),
        ],
    ))
}

fn health(voice: Voice<'_>, inspection: &Inspection) -> Markup {
    let section = section(voice, "health", Word::DiagnosticsHealth);
    if inspection.health.is_empty() {
        return section.with(html("p").with(voice.say(Word::DiagnosticsHealthy)));
    }
    let lines = inspection
        .health
        .iter()
        .map(|line| html("li").with(line.as_str()));
    section.with(html("ul").with_all(lines))
}

fn timing(voice: Voice<'_>, inspection: &Inspection) -> Markup {
    let timing = &inspection.timing;
    let ms = |ms: f64| format!("{ms:.1} ms");
    let first = timing
        .first_badge_ms
        .map_or(voice.say(Word::DiagnosticsUnknown).to_owned(), ms);
    section(voice, "timing", Word::DiagnosticsTiming).with(facts(
        voice,
        vec![
            (Word::DiagnosticsStart, ms(timing.start_ms)),
            (Word::DiagnosticsFirstBadge, first),
            (Word::DiagnosticsRead, ms(timing.read_ms)),
            (Word::DiagnosticsScoreTime, ms(timing.score_ms)),
            (Word::DiagnosticsShow, ms(timing.show_ms)),
            (Word::DiagnosticsLongest, ms(timing.longest_task_ms)),
            (
                Word::DiagnosticsMemory,
                format!("{:.1} MB", f64::from(timing.memory_bytes) / 1e6),
            ),
            (
                Word::DiagnosticsReadPosts,
                voice.figures.whole(timing.posts.into()),
            ),
        ],
    ))
}

fn posts(voice: Voice<'_>, inspection: &Inspection) -> Markup {
    let head = COLUMNS.map(|word| html("th").attr("scope", "col").with(voice.say(word)));
    let rows = inspection.posts.iter().map(|post| row(voice, post));
    let table = html("table")
        .with(html("thead").with(html("tr").with_all(head)))
        .with(html("tbody").with_all(rows));
    section(voice, "posts", Word::DiagnosticsPosts)
        .with(scroller(voice.say(Word::DiagnosticsPosts), table))
}

fn row(voice: Voice<'_>, post: &InspectedPost) -> Markup {
    let count = |count: Option<Count>| match count {
        None => "–".to_owned(),
        Some(count) if count.is_exact() => voice.figures.whole(count.value),
        Some(count) => {
            format!(
                "{}–{}",
                voice.figures.whole(count.low),
                voice.figures.whole(count.high)
            )
        }
    };
    let author = post.author.as_deref().or(post.name.as_deref());
    let author = author.unwrap_or_else(|| voice.say(Word::DiagnosticsUnknown));
    let text = html("td").class("text").attr("dir", "auto");
    let text = post
        .lang
        .iter()
        .fold(text, |text, lang| text.attr("lang", lang.as_str()));
    let excerpt: String = post.text.chars().take(EXCERPT).collect();
    let more = if excerpt.len() < post.text.len() {
        "…"
    } else {
        ""
    };
    let reasons = post.reasons.iter().map(|reason| {
        html("li")
            .with(html("b").with(format!("{:+}", reason.points)))
            .with(format!(" {}: {}", reason.key, reason.evidence))
    });
    html("tr")
        .attr("data-stance", post.stance.key())
        .with(
            html("td")
                .class("figure")
                .with(post.score.map_or("–".to_owned(), |score| score.to_string())),
        )
        .with(html("td").with(voice.say(post.stance.name())))
        .with(html("td").class("figure").with(count(post.likes)))
        .with(html("td").class("figure").with(count(post.replies)))
        .with(
            html("td")
                .class("figure")
                .with(format!("{:.0}%", post.confidence * 100.0)),
        )
        .with(html("td").with(link(post.permalink.as_deref(), author)))
        .with(text.with(format!("{excerpt}{more}")))
        .with(html("td").with(html("ul").attr("role", "list").with_all(reasons)))
}

#[cfg(test)]
mod tests;
