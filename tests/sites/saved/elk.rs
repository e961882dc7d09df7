//! Elk: a thread, its opened post first.

use super::scan::{between, parts, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "elk thread",
        file: "elk/thread-live-2026-08.html",
        url: "https://elk.example/elk.example/@carbon_carl@piaille.example/117658995916801386",
        scan,
    }]
}

/// What answers what was looked up by eye, as places in the list.
const ABOVE: [usize; 10] = [0, 0, 1, 2, 3, 4, 5, 0, 7, 0];

fn scan(html: &str, url: &str) -> Vec<Scanned> {
    let mut posts: Vec<Scanned> = Vec::new();
    for (index, part) in parts(html, "<div id=\"status-").into_iter().enumerate() {
        let id = part.split('"').next().unwrap_or_default().to_owned();
        // What the button's label starts with, up to the next button.
        let count = |label: &str| {
            let button = between(part, &format!("aria-label=\"{label}\""), "</button>")?;
            let shown = between(button, "text-secondary-light", "</button>")
                .or_else(|| button.split_once("text-secondary-light").map(|cut| cut.1))?;
            let number = stripped(shown.split_once('>')?.1);
            // The number stands twice.
            let half = number.len() / 2;
            let number = number.get(..half).unwrap_or_default();
            Some(if number.is_empty() { "0" } else { number }.to_owned())
        };
        let link = between(part, "href=\"/elk.example/@", "\"").unwrap_or_default();
        let text = part.split_once("status-body").and_then(|(_, rest)| {
            let rest = rest.split_once("content-rich")?.1;
            Some(stripped(
                rest.split_once('>')?.1.split_once("</span></div>")?.0,
            ))
        });
        let name = part
            .split_once("content-rich")
            .and_then(|(_, rest)| Some(stripped(rest.split_once('>')?.1.split_once("</span>")?.0)));
        posts.push(Scanned {
            permalink: Some(if index == 0 {
                url.to_owned()
            } else {
                format!("https://elk.example/elk.example/@{link}/{id}")
            }),
            author: Some(link.to_owned()),
            name,
            text,
            lang: Some("en".to_owned()),
            published: if index == 0 {
                Some("2026-11-22T07:50:00Z".to_owned())
            } else {
                between(part, "datetime=\"", ".000Z").map(|time| format!("{time}Z"))
            },
            likes: count("Favorite"),
            replies: count("Reply"),
            reposts: count("Boost"),
            parent: (index > 0).then(|| posts[ABOVE[index]].id.clone()),
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
