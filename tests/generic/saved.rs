//! Real pages of programs that have no site file. What is there is found by
//! searching the source for the exact attributes of that program.

use crate::expected::Expected;
use crate::expected::Kind;

/// A saved page and what is on it.
pub struct Saved {
    pub file: &'static str,
    pub url: &'static str,
    pub scan: fn(&str) -> Vec<Expected>,
}

/// All of them.
pub const PAGES: [Saved; 4] = [
    Saved {
        file: "generic/blog-microdata-comments.html",
        url: "http://ecochildsplay.com/2008/01/05/x/",
        scan: blog,
    },
    Saved {
        file: "generic/phpbb3-zelda-fr.html",
        url: "http://www.zone-concours.com/forum/topic99.html",
        scan: phpbb,
    },
    Saved {
        file: "generic/wordpress-foxyfolksy.html",
        url: "https://www.foxyfolksy.com/x/",
        scan: wordpress,
    },
    Saved {
        file: "generic/xenforo-katzen-forum.html",
        url: "https://www.katzen-forum.net/threads/x.230143/",
        scan: xenforo,
    },
];

/// What stands between the first `start` in the text and the next `end`.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}

/// A piece of source as text: tags out, alternatives of pictures and the few
/// entities of these pages in.
fn plain(source: &str) -> String {
    let mut text = String::new();
    for (index, piece) in source.split('<').enumerate() {
        let Some((tag, after)) = piece.split_once('>').filter(|_| index > 0) else {
            text.push_str(if index == 0 { piece } else { "" });
            continue;
        };
        if tag.starts_with("img") {
            text.push_str(between(tag, "alt=\"", "\"").unwrap_or_default());
        }
        text.push_str(after);
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .trim()
        .to_owned()
}

/// A time with its offset, in UTC; the calendar of the tests.
fn utc(written: &str) -> Option<String> {
    rapport::read::time::parse(written)
}

fn blog(html: &str) -> Vec<Expected> {
    let parts = html.split("id=\"comment-").skip(1);
    let parts = parts.filter(|part| part.contains("itemprop=\"text\""));
    parts
        .map(|part| {
            let number = part.split('"').next().unwrap_or_default();
            Expected {
                id: format!("comment-{number}"),
                permalink: between(part, "comment-time-link\" href=\"", "\"").map(str::to_owned),
                author: between(part, "itemprop=\"name\">", "</span>").map(plain),
                text: between(part, "itemprop=\"text\">", "<div class=\"comment-reply\"")
                    .map(plain),
                published: between(part, "datetime=\"", "\"").and_then(utc),
                kind: Kind::Post,
                ..Expected::default()
            }
        })
        .collect()
}

fn phpbb(html: &str) -> Vec<Expected> {
    let parts = html.split("<div class=\"post bg").skip(1);
    parts
        .map(|part| {
            let number = between(part, "id=\"p", "\"").unwrap_or_default();
            let author = between(part, "<strong><a", "</a>");
            let content = between(part, "<div class=\"content\">", "<dl class=\"postprofile\"");
            let own = content.map(|content| {
                content
                    .split("<div class=\"signature\"")
                    .next()
                    .unwrap_or_default()
            });
            Expected {
                id: format!("p{number}"),
                permalink: between(part, "<p class=\"author\"><a href=\"", "\"").map(str::to_owned),
                author: author
                    .and_then(|author| author.split_once('>'))
                    .map(|(_, name)| plain(name)),
                text: own.map(plain),
                ..Expected::default()
            }
        })
        .collect()
}

fn wordpress(html: &str) -> Vec<Expected> {
    let mut levels: Vec<String> = Vec::new();
    let parts = html.split("<li class=\"comment ").skip(1);
    parts
        .map(|part| {
            let number = between(part, "id=\"comment-", "\"").unwrap_or_default();
            let depth = between(part, "depth-", "\"").and_then(|rest| rest.split(' ').next());
            let depth: usize = depth.and_then(|depth| depth.parse().ok()).unwrap_or(1);
            let id = format!("comment-{number}");
            levels.truncate(depth - 1);
            let parent = levels.last().cloned();
            levels.push(id.clone());
            Expected {
                permalink: between(part, "<div class=\"comment-metadata\">\n<a href=\"", "\"")
                    .map(str::to_owned),
                author: between(part, "<b class=\"fn\">", "</b>").map(plain),
                text: between(
                    part,
                    "<div class=\"comment-content\">",
                    "<div class=\"reply\">",
                )
                .map(plain),
                published: between(part, "datetime=\"", "\"").and_then(utc),
                kind: if parent.is_some() {
                    Kind::Comment
                } else {
                    Kind::Post
                },
                depth: u32::try_from(depth - 1).ok(),
                parent,
                id,
                ..Expected::default()
            }
        })
        .collect()
}

fn xenforo(html: &str) -> Vec<Expected> {
    let parts = html.split("<article class=\"message message--post").skip(1);
    parts
        .map(|part| {
            let number = between(part, "data-content=\"post-", "\"").unwrap_or_default();
            let host = "https://www.katzen-forum.net";
            let body = between(part, "<div class=\"bbWrapper\">", "</article>").unwrap_or_default();
            // Each quoted text ends before what its reader wrote.
            let mut own = String::new();
            for (index, piece) in body.split("<blockquote").enumerate() {
                own.push_str(if index == 0 {
                    piece
                } else {
                    piece
                        .rsplit_once("</blockquote>")
                        .map_or("", |(_, after)| after)
                });
            }
            Expected {
                id: format!("js-post-{number}"),
                permalink: between(part, "data-xf-init=\"share-tooltip\" href=\"", "\"")
                    .map(|path| format!("{host}{path}")),
                author: between(part, "data-author=\"", "\"").map(str::to_owned),
                text: Some(plain(&own)),
                published: between(part, "datetime=\"", "\"").and_then(utc),
                ..Expected::default()
            }
        })
        .collect()
}
