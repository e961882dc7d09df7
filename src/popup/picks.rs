//! Lists of posts worth a look, and the table of sites.

use super::site_name;
use crate::markup::{Markup, html, link};
use crate::session::Summary;
use crate::session::summary::Pick;
use crate::voice::Voice;
use crate::words::Word;

/// A list of posts, each with a way back.
pub fn list(voice: Voice<'_>, picks: &[Pick]) -> Markup {
    let items = picks.iter().map(|pick| item(voice, pick));
    html("ul").attr("role", "list").with_all(items)
}

fn item(voice: Voice<'_>, pick: &Pick) -> Markup {
    let permalink = pick.permalink.as_deref();
    let author = pick
        .author
        .as_deref()
        .unwrap_or_else(|| voice.say(Word::PopupNoAuthor));
    let mut facts = vec![site_name(&pick.site, permalink).to_owned()];
    facts.extend(pick.replies.map(|replies| voice.replies(replies)));
    facts.push(voice.likes(pick.likes));
    let score = voice
        .language
        .fill(Word::BadgeScore, &[("score", &pick.score.to_string())]);
    html("li")
        .class("pick")
        .attr("data-stance", pick.stance.key())
        .with(
            html("span")
                .class("score")
                .attr("role", "img")
                .attr("aria-label", score)
                .with(pick.score.to_string()),
        )
        .with(
            html("span")
                .class("what")
                .with(link(permalink, author).class("author"))
                .with(html("span").class("facts").with(facts.join(" · "))),
        )
}

/// The table of sites.
pub fn sites(voice: Voice<'_>, summary: &Summary) -> Markup {
    let head = [
        Word::PopupSite,
        Word::PopupPosts,
        Word::PopupColumnGems,
        Word::PopupColumnApplause,
    ];
    let head = head
        .into_iter()
        .map(|word| html("th").attr("scope", "col").with(voice.say(word)));
    let rows = summary.sites.iter().map(|site| {
        let known = summary.points.iter().find(|pick| pick.site == site.site);
        let permalink = known.and_then(|pick| pick.permalink.as_deref());
        let figures = [
            site.posts,
            site.stances.quiet_gem,
            site.stances.applause_only,
        ];
        let figures = figures.map(|count| html("td").with(voice.figures.whole(count as u64)));
        html("tr")
            .with(
                html("th")
                    .attr("scope", "row")
                    .with(site_name(&site.site, permalink)),
            )
            .with_all(figures)
    });
    html("table")
        .class("sites")
        .attr("aria-label", voice.say(Word::PopupBySite))
        .with(html("thead").with(html("tr").with_all(head)))
        .with(html("tbody").with_all(rows))
}
