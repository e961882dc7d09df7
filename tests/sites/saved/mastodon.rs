//! Mastodon.

use super::scan::{between, digits, inside, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![
        SavedPage {
            name: "mastodon 4.6 thread",
            file: "mastodon/thread-live-2026-08.html",
            url: "https://mastodon.example/@carbon_carl@piaille.example/117658995916801386",
            scan,
        },
        SavedPage {
            name: "mastodon older thread",
            file: "mastodon/thread-anonymised-2026-04.html",
            url: "https://mastodon.example/@alice/12345678",
            scan,
        },
    ]
}

/// Mastodon: a thread whose focal post comes first. What answers what was
/// looked up by eye, as places in the list.
fn scan(html: &str, url: &str) -> Vec<Scanned> {
    const LIVE: [usize; 12] = [0, 0, 1, 0, 3, 4, 0, 6, 7, 8, 9, 10];
    const OLDER: [usize; 6] = [0, 0, 0, 0, 3, 0];
    let above: &[usize] = if url.contains("carbon_carl") {
        &LIVE
    } else {
        &OLDER
    };
    let mut posts: Vec<Scanned> = Vec::new();
    let focal = html
        .split_once("detailed-status__wrapper")
        .map_or("", |(_, rest)| rest);
    let focal = focal
        .split_once("class=\"status__wrapper")
        .map_or(focal, |(part, _)| part);
    let others = html.split("class=\"status__wrapper").skip(1);
    for (index, part) in std::iter::once(focal).chain(others).enumerate() {
        let link = between(
            part,
            if index == 0 {
                "detailed-status__datetime\" href=\""
            } else {
                "status__relative-time\" href=\""
            },
            "\"",
        );
        let link = link.unwrap_or_default();
        let id = link.rsplit_once('/').map_or("", |cut| cut.1).to_owned();
        let text = part
            .find("status__content__text--visible")
            .and_then(|at| Some(inside(part[at..].split_once('>')?.1, "div")));
        let counter = |mark: &str, end: &str| {
            let part = part.split_once(mark)?.1.split_once(end)?.0;
            Some(digits(&stripped(&format!("<{part}")))).filter(|digits| !digits.is_empty())
        };
        posts.push(Scanned {
            permalink: Some(format!("https://mastodon.example{link}")),
            author: between(link, "/@", "/").map(str::to_owned),
            name: between(part, "display-name__html\">", "</strong>").map(stripped),
            text: text.map(stripped),
            lang: between(part, " lang=\"", "\"").map(str::to_owned),
            published: between(part, "<time datetime=\"", ".").map(|time| format!("{time}Z")),
            likes: counter("detailed-status__favorites", "</a>"),
            reposts: counter("detailed-status__reblogs", "</a>"),
            replies: counter("icon-button__counter", "</button>"),
            parent: (index > 0).then(|| posts[above[index]].id.clone()),
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
