//! Discourse: a part of a topic.

use super::scan::{between, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "discourse post",
        file: "discourse/topic-fragment-de-2024-12.html",
        url: "https://community.blaudirekt.de/t/tags-anlegen-funktioniert-nicht/14380",
        scan,
    }]
}

fn scan(html: &str, _: &str) -> Vec<Scanned> {
    vec![Scanned {
        id: between(html, "toggle-like like no-text btn-icon", "</button>")
            .and_then(|button| between(button, "data-post-id=\"", "\""))
            .unwrap_or_default()
            .to_owned(),
        permalink: between(html, "class=\"post-date\" href=\"", "?").map(str::to_owned),
        author: between(
            html,
            "username\"><a href=\"https://community.blaudirekt.de/u/",
            "\"",
        )
        .map(str::to_owned),
        name: between(html, "full-name\">", "</span>").map(stripped),
        text: between(html, "class=\"cooked\">", "</div>").map(stripped),
        // Its title says 13:58, an hour ahead of UTC.
        published: Some("2024-12-12T12:58".to_owned()),
        likes: Some("0".to_owned()),
        replies: Some("1".to_owned()),
        views: Some("29".to_owned()),
        kind: Kind::Post,
        ..Scanned::default()
    }]
}
