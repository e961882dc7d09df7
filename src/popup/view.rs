//! The popup as a whole.

use super::here::Here;
use super::snooze;
use super::{picks, picture};
use crate::controls::{section, switch};
use crate::markup::{Markup, html};
use crate::message::Overview;
use crate::session::Summary;
use crate::settings::Settings;
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
        let empty = section(voice, "session-title", Word::PopupSession).class("empty");
        parts.push(empty.with(html("p").with(voice.say(Word::PopupEmpty))));
    } else {
        parts.push(seen(voice, session));
        parts.push(picture::picture(voice, session));
        if !session.gems.is_empty() {
            let title = Word::PopupGems;
            let list = picks::list(voice, &session.gems);
            parts.push(
                section(voice, "gems-title", title)
                    .class("picks")
                    .with(list),
            );
        }
        let more = [
            (!session.applause.is_empty()).then(|| {
                let list = picks::list(voice, &session.applause);
                fold("applause", voice.say(Word::PopupApplause), false).with(list)
            }),
            (session.sites.len() > 1).then(|| {
                let sites = picks::sites(voice, session);
                fold("by-site", voice.say(Word::PopupBySite), false).with(sites)
            }),
        ];
        let more: Vec<Markup> = more.into_iter().flatten().collect();
        if !more.is_empty() {
            parts.push(html("div").class("more-of-it").with_all(more));
        }
    }
    parts.push(
        html("footer")
            .with(pages(voice))
            .with(everywhere(voice, &overview.settings, here.now))
            .with(html("p").class("soft").with(voice.say(Word::PopupPrivacy))),
    );
    parts
}

/// What stays folded until it is wanted. It stays as the person left it.
fn fold(id: &'static str, title: &str, open: bool) -> Markup {
    let fold = html("details").attr("id", id);
    let fold = if open { fold.attr("open", "") } else { fold };
    fold.with(html("summary").with(title))
}

/// What holds on every site. It is open while Rapport is not simply on.
fn everywhere(voice: Voice<'_>, settings: &Settings, now: f64) -> Markup {
    let plain = !settings.all_off && !settings.all_quiet && !settings.is_snoozed(now);
    fold("everywhere", voice.say(Word::OptionsEverywhere), !plain)
        .with(switch(
            "switch-all",
            voice.say(Word::PopupSwitchAll),
            !settings.all_off,
            "switch-all",
        ))
        .with(switch(
            "quiet-all",
            voice.say(Word::PopupQuietAll),
            settings.all_quiet,
            "quiet-all",
        ))
        .with(snooze::view(voice, settings, now))
}

fn seen(voice: Voice<'_>, session: &Summary) -> Markup {
    let posts = voice.count(session.posts, Word::PopupSeenOne, Word::PopupSeenOther);
    let sites = voice.count(
        session.sites.len(),
        Word::PopupSitesOne,
        Word::PopupSitesOther,
    );
    let total = html("p")
        .class("total")
        .with(html("b").with(posts))
        .with(" ")
        .with(html("span").with(sites));
    section(voice, "session-title", Word::PopupSession)
        .class("seen")
        .with(total)
        .with_all(taking_part(voice, session))
}

/// What the person wrote, and how it listened. Without a reply a quiet gem is
/// a place to start; where there is none either, nothing is said.
fn taking_part(voice: Voice<'_>, session: &Summary) -> Vec<Markup> {
    if session.written == 0 {
        let start = html("p")
            .class("soft")
            .with(voice.say(Word::PopupNotJoined));
        return (!session.gems.is_empty())
            .then_some(start)
            .into_iter()
            .collect();
    }
    let listened = session.listened;
    let joined = voice.count(session.joined, Word::PopupJoinedOne, Word::PopupJoinedOther);
    let written = voice.count(
        session.written,
        Word::PopupWrittenOne,
        Word::PopupWrittenOther,
    );
    let mut figures = vec![joined, written];
    if listened.known > 0 {
        figures.push(voice.count(listened.asks, Word::PopupAskedOne, Word::PopupAskedOther));
    }
    let how = (listened.known > 0).then(|| {
        let number = |count: usize| voice.figures.whole(count as u64);
        let how = voice.language.fill(
            Word::PopupListened,
            &[
                ("known", &number(listened.known)),
                ("taken", &number(listened.takes_up)),
                ("warm", &number(listened.warm)),
            ],
        );
        html("p").class("soft").with(how)
    });
    let figures = html("p").class("part").with(figures.join(" · "));
    [Some(figures), how].into_iter().flatten().collect()
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
