//! Lobsters: a list, and a thread.

use super::scan::{between, digits, parts, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![
        SavedPage {
            name: "lobsters home",
            file: "lobsters/home-2026-06.html",
            url: "https://lobste.rs/",
            scan,
        },
        SavedPage {
            name: "lobsters thread",
            file: "lobsters/nested-thread-2026-06.html",
            url: "https://lobste.rs/s/story1/a_nested_thread",
            scan,
        },
    ]
}

/// The parents of the thread's comments, looked up by eye.
const ABOVE: [&str; 7] = ["", "root", "ch1", "ch1", "root", "ch2", "ch2"];

fn scan(html: &str, _: &str) -> Vec<Scanned> {
    let stories = parts(html, "<li class=\"story\" data-shortid=\"");
    let stories = stories.into_iter().map(|part| Scanned {
        id: part.split('"').next().unwrap_or_default().to_owned(),
        permalink: between(part, "comments_label", "</span>\n</div>").and_then(|label| {
            Some(format!(
                "https://lobste.rs{}",
                between(label, "href=\"", "\"")?
            ))
        }),
        // The picture before the name leads to the same person.
        author: between(part, "/avatars/", "-16.png").map(str::to_owned),
        text: between(part, "class=\"u-url\"", "</a>")
            .and_then(|link| Some(stripped(link.split_once('>')?.1))),
        published: between(part, "datetime=\"", "\"").map(|_| {
            let unix: i64 = between(part, "data-at-unix=\"", "\"")
                .and_then(|unix| unix.parse().ok())
                .unwrap_or_default();
            time::OffsetDateTime::from_unix_timestamp(unix)
                .map(|at| format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute()))
                .unwrap_or_default()
        }),
        likes: between(part, "class=\"upvoter\"", "</a>").map(digits),
        replies: between(part, "class=\"mobile_comments", "</a>")
            .and_then(|link| between(link, "<span>", "</span>"))
            .map(str::to_owned),
        ..Scanned::default()
    });
    let comments = parts(html, "<div class=\"comment\" data-shortid=\"");
    let comments = comments
        .into_iter()
        .enumerate()
        .map(|(index, part)| Scanned {
            id: part.split('"').next().unwrap_or_default().to_owned(),
            author: between(part, "<div class=\"byline\"><a href=\"/~", "\"").map(str::to_owned),
            text: between(part, "class=\"comment_text\">", "</div>").map(stripped),
            likes: between(part, "class=\"upvoter\"", "</a>").map(digits),
            // The story itself is not on the page.
            parent: Some(ABOVE[index].to_owned()).filter(|above| !above.is_empty()),
            kind: Kind::Comment,
            ..Scanned::default()
        });
    stories.chain(comments).collect()
}
