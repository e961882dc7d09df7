//! The popup as a whole.

use super::here::Here;
use super::snooze;
use super::{picks, picture};
use crate::controls::switch;
use crate::markup::{Markup, html};
use crate::message::Overview;
use crate::session::Summary;
use crate::voice::Voice;
use crate::words::Word;

/// All that the popup shows. `overview` is the background worker's answer, or
/// why there is none.
pub fn view(voice: Voice<'_>, overview: Result<&Overview, &str>, here: &Here) -> Vec<Markup> {
    let mut parts = Vec::new();
    let nothing = Overview::default();
    let overview = overview.unwrap_or_else(|reason| {
        parts.push(warning(
            voice
                .language
                .fill(Word::PopupNoAnswer, &[("reason", reason)]),
        ));
        &nothing
    });
    if let Some(reason) = &overview.problem {
        parts.push(warning(
            voice
                .language
                .fill(Word::PopupProblem, &[("reason", reason)]),
        ));
    }
    parts.push(here.view(voice, &overview.settings));

    let session = &overview.session;
    if session.posts == 0 {
        parts.push(
            html("section")
                .class("empty")
                .attr("aria-labelledby", "session-title")
                .with(
                    html("h2")
                        .attr("id", "session-title")
                        .with(voice.say(Word::PopupSession)),
                )
                .with(html("p").with(voice.say(Word::PopupEmpty))),
        );
    } else {
        parts.push(seen(voice, overview));
        parts.push(picture::picture(voice, session));
        let gems = [
            ("gems-title", Word::PopupGems, &session.gems),
            ("applause-title", Word::PopupApplause, &session.applause),
        ];
        for (id, title, found) in gems {
            if !found.is_empty() {
                parts.push(picks::list(voice, id, title, found));
            }
        }
        parts.push(picks::sites(voice, session));
    }
    let on = !overview.settings.all_off;
    parts.push(
        html("footer")
            .with(switch(
                "switch-all",
                voice.say(Word::PopupSwitchAll),
                on,
                "switch-all",
            ))
            .with(switch(
                "quiet-all",
                voice.say(Word::PopupQuietAll),
                overview.settings.all_quiet,
                "quiet-all",
            ))
            .with(snooze::view(voice, &overview.settings, here.now))
            .with(pages(voice))
            .with(html("p").class("soft").with(voice.say(Word::PopupPrivacy))),
    );
    parts
}

fn seen(voice: Voice<'_>, overview: &Overview) -> Markup {
    let session = &overview.session;
    let posts = voice.count(session.posts, Word::PopupSeenOne, Word::PopupSeenOther);
    let sites = voice.count(
        session.sites.len(),
        Word::PopupSitesOne,
        Word::PopupSitesOther,
    );
    let written = (session.written > 0).then(|| replies(voice, session));
    html("section")
        .class("seen")
        .attr("aria-labelledby", "session-title")
        .with(
            html("h2")
                .attr("id", "session-title")
                .with(voice.say(Word::PopupSession)),
        )
        .with(
            html("p")
                .class("total")
                .with(html("b").with(posts))
                .with(" ")
                .with(html("span").with(sites)),
        )
        .with_all(written)
}

/// What the person wrote, and how it listened.
fn replies(voice: Voice<'_>, session: &Summary) -> Markup {
    let written = voice.count(
        session.written,
        Word::PopupWrittenOne,
        Word::PopupWrittenOther,
    );
    let joined = voice.count(session.joined, Word::PopupJoinedOne, Word::PopupJoinedOther);
    let told = html("p").with(format!("{written} {joined}"));
    let listened = session.listened;
    let how = (listened.known > 0).then(|| {
        let number = |count: usize| voice.figures.whole(count as u64);
        let how = voice.language.fill(
            Word::PopupListened,
            &[
                ("asks", &number(listened.asks)),
                ("taken", &number(listened.takes_up)),
                ("warm", &number(listened.warm)),
            ],
        );
        html("p").class("soft").with(how)
    });
    html("div").class("written").with(told).with_all(how)
}

/// The ways to the other pages.
fn pages(voice: Voice<'_>) -> Markup {
    let link = |page: &str, word| {
        let link = html("a").class("more").attr("target", "_blank");
        link.attr("href", page).with(voice.say(word))
    };
    html("p")
        .class("pages")
        .with(link("report.html", Word::PopupReport))
        .with(link("options.html", Word::PopupOptions))
}

fn warning(text: String) -> Markup {
    html("p").class("warning").attr("role", "alert").with(text)
}
