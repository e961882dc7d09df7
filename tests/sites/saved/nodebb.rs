//! NodeBB: a topic.

use super::scan::{between, parts, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "nodebb topic",
        file: "nodebb/thread-live-2026-08.html",
        url: "https://nodebb.example/topic/81/a-topic",
        scan,
    }]
}

fn scan(html: &str, _: &str) -> Vec<Scanned> {
    let mut posts: Vec<Scanned> = Vec::new();
    for (index, part) in parts(html, "<li component=\"post\"")
        .into_iter()
        .enumerate()
    {
        // The post that is answered is shown in small above the text.
        let parent = between(
            part,
            "component=\"post/parent/content\"",
            "post-container-parent",
        );
        let own = parent.map_or(part.to_owned(), |parent| part.replace(parent, ""));
        let link = between(&own, "class=\"post-index", "</a>").unwrap_or_default();
        posts.push(Scanned {
            id: between(&own, "<a href=\"/post/", "\" class=\"post-index")
                .and_then(|cut| cut.rsplit('/').next().map(str::to_owned))
                .unwrap_or_default(),
            permalink: between(link, "#", "\n").or(Some("")).and_then(|_| {
                let before = own.split_once("\" class=\"post-index")?.0;
                let path = before.rsplit_once("href=\"")?.1;
                Some(format!("https://nodebb.example{path}"))
            }),
            author: between(&own, "itemprop=\"url\" content=\"/user/", "\"").map(str::to_owned),
            name: between(&own, "itemprop=\"name\" content=\"", "\"").map(str::to_owned),
            text: between(&own, "itemprop=\"text\">", "</div>").map(stripped),
            published: between(&own, "datePublished\" content=\"", ".000Z")
                .map(|time| format!("{time}Z")),
            likes: between(&own, "upvoteCount\" content=\"", "\"").map(str::to_owned),
            replies: between(&own, "data-replies=\"", "\"").map(str::to_owned),
            parent: match between(part, "data-parent-pid=\"", "\"") {
                Some(parent) => Some(parent.to_owned()),
                None => posts.first().map(|post| post.id.clone()),
            },
            kind: if index == 0 {
                Kind::Post
            } else {
                Kind::Comment
            },
            ..Scanned::default()
        });
    }
    posts
}
