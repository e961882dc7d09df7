//! Lemmy: a post with its comments.

use super::scan::{between, digits, parts, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![SavedPage {
        name: "lemmy post",
        file: "lemmy/thread-live-2026-08.html",
        url: "https://lemmy.example/post/1008",
        scan,
    }]
}

/// "21 hours ago", seen at 09:12 on the 23rd of November 2026, told to the hour.
fn hours_ago(part: &str) -> Option<String> {
    let words = between(part, "moment-time", "</span>")?.rsplit_once('>')?.1;
    let hours: u32 = words.split(' ').next()?.parse().ok()?;
    let hour = 24 + 9 - hours;
    Some(format!("2026-11-{}T{:02}", 22 + hour / 24, hour % 24))
}

fn scan(html: &str, url: &str) -> Vec<Scanned> {
    let (head, comments) = html
        .split_once("<ul class=\"comments")
        .unwrap_or((html, ""));
    let post = head
        .split_once("class=\"post-listing")
        .map_or("", |cut| cut.1);
    let title = between(post, "<h1", "</h1>").map(|cut| stripped(&format!("<{cut}")));
    let body =
        between(post, "id=\"postContent\"", "</article>").map(|cut| stripped(&format!("<{cut}")));
    let author = |part: &str| between(part, "href=\"/u/", "\"").map(str::to_owned);
    let name = |part: &str| {
        between(part, "class=\"person-listing", "</a>")
            .and_then(|link| Some(stripped(link.rsplit_once("<span>")?.1)))
    };
    let mut posts = vec![Scanned {
        id: "1008".to_owned(),
        permalink: Some(url.to_owned()),
        author: author(post),
        name: name(post),
        text: Some(format!(
            "{}{}",
            title.unwrap_or_default(),
            body.unwrap_or_default()
        )),
        published: hours_ago(post),
        likes: between(post, "aria-label=\"Upvote\"", "</button>").and_then(|button| {
            Some(digits(&stripped(
                button.rsplit_once("<span")?.1.split_once('>')?.1,
            )))
        }),
        replies: between(post, "?scrollToComments=true\"", "</a>")
            .map(|link| digits(link.rsplit_once('>').map_or("", |cut| cut.1))),
        depth: Some(0),
        ..Scanned::default()
    }];
    // How deep a comment stands: lists that are open where it begins.
    let mut open = 1_usize;
    let mut above: Vec<String> = vec!["1008".to_owned()];
    let articles = parts(comments, "<article ");
    let first = comments.split("<article ").next().unwrap_or_default();
    open += first.matches("<ul class=\"comments").count();
    for part in articles {
        let Some((whole, after)) = part.split_once("</article>") else {
            continue;
        };
        let id = between(whole, "id=\"", "\"").unwrap_or_default().to_owned();
        let number = id.trim_start_matches("comment-").to_owned();
        above.truncate(open);
        let parent = above.last().cloned();
        posts.push(Scanned {
            permalink: Some(format!("{url}/{number}")),
            author: author(whole),
            name: name(whole),
            text: between(whole, "class=\"md-div\">", "</div>").map(stripped),
            published: hours_ago(whole),
            likes: between(whole, "#icon-arrow-up\"", "</span>")
                .map(|votes| digits(votes.rsplit_once('>').map_or("", |cut| cut.1))),
            parent,
            depth: u32::try_from(open).ok(),
            kind: Kind::Comment,
            id: id.clone(),
            ..Scanned::default()
        });
        above.push(id);
        open += after.matches("<ul class=\"comments").count();
        open -= after.matches("</ul>").count().min(open - 1);
    }
    posts
}
