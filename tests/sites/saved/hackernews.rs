//! Hacker News.

use super::scan::{between, digits, inside, parts, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "hackernews item",
        file: "hackernews/item-71-comments-2026-07.html",
        url: "https://news.ycombinator.com/item?id=48919363",
        scan,
    }]
}

/// Hacker News: an item page.
fn scan(html: &str, url: &str) -> Vec<Scanned> {
    let story = url.split("id=").nth(1).unwrap_or_default();
    let mut posts: Vec<Scanned> = Vec::new();
    for part in parts(html, "<tr class=\"athing") {
        let id = between(part, "id=\"", "\"").unwrap_or_default().to_owned();
        let is_comment = part.starts_with(" comtr");
        let text = if is_comment {
            let start = part.find("<div class=\"commtext").map(|at| &part[at..]);
            start.and_then(|start| Some(inside(start.split_once('>')?.1, "div")))
        } else {
            between(part, "class=\"titleline\"><a", "</a>")
                .and_then(|link| Some(link.split_once('>')?.1))
        };
        // The page's own links to the comment above: another evidence than the
        // indent. Top comments have none.
        let parent = part.find(">parent</a>").and_then(|end| {
            let link = part[..end].rsplit_once("href=\"#")?.1;
            Some(link.split_once('"')?.0.to_owned())
        });
        let count =
            between(part, "\"togg clicky\"", "</a>").and_then(|link| between(link, "n=\"", "\""));
        posts.push(Scanned {
            permalink: Some(format!("https://news.ycombinator.com/item?id={id}")),
            author: between(part, "href=\"user?id=", "\"").map(str::to_owned),
            text: text.map(stripped),
            published: between(part, "class=\"age\" title=\"", " ").map(|time| format!("{time}Z")),
            likes: between(part, &format!("id=\"score_{id}\">"), " ").map(str::to_owned),
            replies: match count {
                Some(count) => count
                    .parse::<u32>()
                    .ok()
                    .map(|count| (count - 1).to_string()),
                None => part
                    .find("comments</a></span>")
                    .map(|end| digits(part[..end].rsplit_once('>').map_or("", |cut| cut.1))),
            },
            parent: if is_comment {
                parent.or(Some(story.to_owned()))
            } else {
                None
            },
            kind: if is_comment {
                Kind::Comment
            } else {
                Kind::Post
            },
            id,
            ..Scanned::default()
        });
    }
    posts
}
