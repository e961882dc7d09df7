//! Phanpy: a thread that was opened over a list.

use super::scan::{between, parts, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "phanpy thread",
        file: "phanpy/thread-live-2026-08.html",
        url: "https://phanpy.example/#/phanpy.example/s/117658995916801386",
        scan,
    }]
}

/// What answers what was looked up by eye, as places in the list.
const ABOVE: [usize; 12] = [0, 0, 1, 0, 3, 4, 5, 6, 7, 0, 9, 10];

fn scan(html: &str, url: &str) -> Vec<Scanned> {
    let thread = html.split_once("status-deck deck").map_or("", |cut| cut.1);
    let mut posts: Vec<Scanned> = Vec::new();
    let mut depths: Vec<u32> = Vec::new();
    for (index, part) in parts(thread, "<article data-state-post-id=\"phanpy.example/")
        .into_iter()
        .enumerate()
    {
        let part = part.split_once("</article>").map_or(part, |cut| cut.0);
        let id = part.split('"').next().unwrap_or_default().to_owned();
        let count = |button: &str| {
            let button = between(part, &format!("{button}-button "), "</button>")?;
            let shown = between(button, "<small title=\"", "\"").unwrap_or("0");
            Some(shown.to_owned())
        };
        let above = ABOVE[index];
        let depth = if index == 0 { 0 } else { depths[above] + 1 };
        depths.push(depth);
        posts.push(Scanned {
            permalink: Some(if index == 0 {
                url.to_owned()
            } else {
                format!("https://phanpy.example/#/phanpy.example/s/{id}")
            }),
            author: between(part, "meta-name\"><a href=\"https://phanpy.example/@", "\"")
                .map(str::to_owned),
            name: between(part, "<b dir=\"auto\">", "</b>").map(stripped),
            text: between(part, "class=\"inner-content\">", "</div>").map(stripped),
            lang: Some("en".to_owned()),
            published: between(part, "datetime=\"", ".000Z").map(|time| format!("{time}Z")),
            likes: count("favourite"),
            // Answers do not show how often they were answered.
            replies: count("reply").filter(|_| index == 0),
            reposts: count("reblog"),
            parent: (index > 0).then(|| posts[above].id.clone()),
            depth: Some(depth),
            kind: if index == 0 {
                Kind::Post
            } else {
                Kind::Comment
            },
            id,
            ..Scanned::default()
        });
    }
    posts
}
