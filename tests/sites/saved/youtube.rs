//! YouTube.

use super::scan::{between, digits, inside, parts, stripped, with_emoji};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "youtube watch",
        file: "youtube/watch-comments-2026-01.html",
        url: "https://www.youtube.com/watch?v=0J2_YGuNrDo",
        scan,
    }]
}

/// The video, from the data that the page has for search engines; only the
/// number of its comments is not in there.
fn video(html: &str, url: &str) -> Option<Scanned> {
    let counted = |action: &str| {
        let mark = format!("\"interactionType\":\"https://schema.org/{action}\"");
        let count = html.split_once(&mark)?.1;
        between(count, "userInteractionCount\":\"", "\"").map(str::to_owned)
    };
    Some(Scanned {
        id: url.rsplit_once('=')?.1.to_owned(),
        permalink: Some(url.to_owned()),
        author: between(html, "itemid=\"http://www.youtube.com/@", "\"").map(str::to_owned),
        name: between(html, "\"author\":\"", "\"").map(str::to_owned),
        text: between(html, "\"name\":\"", "\"").map(str::to_owned),
        likes: counted("LikeAction"),
        replies: between(html, "class=\"count-text", "</yt-f")
            .and_then(|count| Some(digits(&stripped(count.split_once('>')?.1)))),
        views: counted("WatchAction"),
        depth: Some(0),
        ..Scanned::default()
    })
}

/// When something was `13 hours ago` or `1 month ago` at the time of the tests,
/// on the morning of 23 November 2026.
fn ago(words: &str) -> Option<String> {
    let (number, unit) = words.trim().split_once(' ')?;
    let number: u32 = number.parse().ok()?;
    match unit.split(' ').next()?.trim_end_matches('s') {
        "hour" if number > 9 => Some(format!("2026-11-22T{:02}", 33_u32.checked_sub(number)?)),
        "hour" => Some(format!("2026-11-23T{:02}", 9 - number)),
        "day" => Some(format!("2026-11-{:02}", 23_u32.checked_sub(number)?)),
        "week" => Some(if number < 4 { "2026-11" } else { "2026-10" }.to_owned()),
        "month" => Some(format!("2026-{:02}", 11_u32.checked_sub(number)?)),
        _ => None,
    }
}

/// A comment: what stands from its tag to the next one's, its button for
/// answers in it.
fn comment(part: &str, url: &str) -> Option<Scanned> {
    let id = between(part, "&amp;lc=", "\"")?.replace("&amp;", "&");
    let id = id.split('&').next()?;
    let text = part.split_once("id=\"content-text\"")?.1.split_once('>')?.1;
    let time = part.split_once("&amp;lc=")?.1;
    let likes = between(part, "aria-label=\"Like this comment", "\"")?;
    let replies = part.split_once("id=\"more-replies\"");
    let folded = !part
        .split_once("id=\"more\"")?
        .0
        .rsplit_once('<')?
        .1
        .contains("hidden");
    Some(Scanned {
        id: id.to_owned(),
        permalink: Some(format!("{url}&lc={id}")),
        author: between(part, "<button aria-label=\"@", "\"").map(str::to_owned),
        text: Some(with_emoji(
            &inside(text, "yt-attributed-string").replace("<img alt=\"\"", "<img"),
        )),
        likes: Some(digits(likes)),
        replies: Some(replies.map_or_else(
            || "0".to_owned(),
            |(_, button)| digits(between(button, "aria-label=\"", "\"").unwrap_or_default()),
        )),
        published: between(time, ">", "<").and_then(ago),
        parent: url.rsplit_once('=').map(|cut| cut.1.to_owned()),
        depth: Some(1),
        kind: Kind::Comment,
        marks: folded.then(|| "collapsed".to_owned()),
        ..Scanned::default()
    })
}

fn scan(html: &str, url: &str) -> Vec<Scanned> {
    let comments = parts(html, "<ytd-comment-view-model ");
    let comments = comments.into_iter().filter_map(|part| comment(part, url));
    video(html, url).into_iter().chain(comments).collect()
}
