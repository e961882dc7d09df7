//! Reddit, as it is and as it was.

use super::scan::{between, inside, parts, stripped, without_templates};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![
        SavedPage {
            name: "reddit thread",
            file: "reddit/shreddit-thread-2025-11.html",
            url: "https://www.reddit.com/r/aivideos/comments/1ooeuoq/which_one_is_ai/",
            scan: new,
        },
        SavedPage {
            name: "reddit old thread",
            file: "reddit/old-thread-2023-10.html",
            url: "https://old.reddit.com/r/pcmasterrace/comments/16p3yuw/im_so_tired_of_this/",
            scan: old,
        },
    ]
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    between(tag, &format!(" {name}=\""), "\"").map(str::to_owned)
}

/// The answers are found by the address of the one above, the texts by the id
/// of the element around them, times by the menu of each comment.
fn new(html: &str, _: &str) -> Vec<Scanned> {
    let post = between(html, "<shreddit-post ", ">").unwrap_or_default();
    let post = format!(" {post}");
    let id = attribute(&post, "id").unwrap_or_default();
    let title = between(
        html,
        &format!("id=\"post-title-{id}\" slot=\"title\">"),
        "<",
    );
    let original = html
        .split_once("class=\"crosspost-title")
        .and_then(|cut| between(cut.1, "/\" rpl=\"\">", "</a>"));
    let mut posts = vec![Scanned {
        permalink: attribute(&post, "permalink")
            .map(|path| format!("https://www.reddit.com{path}")),
        author: attribute(&post, "author"),
        text: title.map(stripped),
        quote: original.map(stripped),
        lang: attribute(&post, "post-language"),
        published: between(html, "post-created-at=\"", ".").map(|time| format!("{time}Z")),
        likes: between(html, "post-score=\"", "\"").map(str::to_owned),
        replies: between(html, " totalcomments=\"", "\"").map(str::to_owned),
        id: id.clone(),
        ..Scanned::default()
    }];
    for advert in parts(&without_templates(html), "<shreddit-comments-page-ad ") {
        posts.push(Scanned {
            id: between(advert, " post-id=\"", "\"")
                .unwrap_or_default()
                .to_owned(),
            author: between(
                advert,
                "data-id=\"user-hover-card\" enter-delay=\"500\" label=\"",
                " ",
            )
            .map(str::to_owned),
            text: between(advert, "aria-label=\"Advertisement: ", "\"").map(stripped),
            marks: Some("promoted".to_owned()),
            ..Scanned::default()
        });
    }
    for part in parts(html, "<shreddit-comment ") {
        let tag = format!(" {}", part.split_once('>').map_or("", |cut| cut.0));
        let thing = attribute(&tag, "thingid").unwrap_or_default();
        let label = attribute(&tag, "arialabel").unwrap_or_default();
        let who = label
            .split_once(" from ")
            .and_then(|cut| cut.1.split(' ').next());
        let gone = who == Some("[deleted]");
        let above = attribute(&tag, "parent-permalink")
            .and_then(|path| {
                let id = path.trim_end_matches('/').rsplit('/').next()?;
                Some(format!("t1_{id}"))
            })
            // A deleted one has no address above it, but a place.
            .or_else(|| between(&tag, "slot=\"children-", "-").map(str::to_owned));
        let content = html
            .split_once(&format!("id=\"{thing}-comment-rtjson-content\""))
            .and_then(|cut| Some(inside(cut.1.split_once('>')?.1, "div")));
        posts.push(Scanned {
            permalink: between(
                html,
                &format!("comment-id=\"{thing}\" is-desktop-viewport=\"\" is-user-logged-in=\"\" moderation-verdict=\"\" permalink=\""),
                "\"",
            )
            .map(|path| format!("https://www.reddit.com{path}")),
            author: who.filter(|_| !gone).map(str::to_owned),
            text: content.map(stripped).filter(|text| !text.is_empty()),
            published: between(part, "<time ", ">").and_then(|time| between(time, "datetime=\"", ".")).map(|time| format!("{time}Z")),
            // Below zero there is no number of likes.
            likes: between(part, "<faceplate-number number=\"", "\"")
                .filter(|score| !score.starts_with('-'))
                .map(str::to_owned),
            parent: Some(above.unwrap_or_else(|| id.clone())),
            kind: Kind::Comment,
            marks: gone.then(|| "deleted collapsed".to_owned()),
            id: thing,
            ..Scanned::default()
        });
    }
    posts
}

/// The comments in the order of the page; the depth of each is how many of the
/// elements around those that are answered are open.
fn old(html: &str, _: &str) -> Vec<Scanned> {
    let mut posts: Vec<Scanned> = Vec::new();
    // Ids of what is around, and how many `div` were open outside of it.
    let mut around: Vec<(usize, String)> = Vec::new();
    let mut open = 0_usize;
    for tag in html.split('<').skip(1) {
        if tag.starts_with("/div>") {
            open = open.saturating_sub(1);
            while around.last().is_some_and(|last| last.0 >= open) {
                around.pop();
            }
            continue;
        }
        if !tag.starts_with("div ") && !tag.starts_with("div>") {
            continue;
        }
        open += 1;
        let class = attribute(tag, "class").unwrap_or_default();
        let is = |name: &str| class.split(' ').any(|one| one == name);
        if !is("thing") || is("morechildren") {
            continue;
        }
        let path = attribute(tag, "data-permalink").unwrap_or_default();
        let is_post = is("link");
        let key = path
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or_default();
        let id = if is_post {
            format!(
                "t3_{}",
                between(&path, "/comments/", "/").unwrap_or_default()
            )
        } else {
            format!("t1_{key}")
        };
        // From this tag to the next post's.
        let start = tag.as_ptr() as usize - html.as_ptr() as usize;
        let part = &html[start..];
        let part = &part[..part.find("class=\"child\"").unwrap_or(part.len())];
        let body = part
            .split_once("class=\"md\"")
            .and_then(|cut| Some(inside(cut.1.split_once('>')?.1, "div")));
        let gone = is("deleted");
        let number = |mark: &str| {
            let after = part.split_once(mark)?.1;
            let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
            Some(digits).filter(|digits| !digits.is_empty())
        };
        let shown = |mark: &str| part.split_once(mark).map(|cut| cut.1);
        posts.push(Scanned {
            permalink: shown("data-event-action=\"comments\" href=\"")
                .or_else(|| shown("data-event-action=\"permalink\" href=\""))
                .and_then(|rest| rest.split('"').next())
                .map(str::to_owned)
                .or_else(|| Some(format!("https://old.reddit.com{path}"))),
            author: between(part, "href=\"https://old.reddit.com/user/", "\"").map(str::to_owned),
            text: if is_post {
                between(part, "data-event-action=\"title\"", "</a>")
                    .and_then(|link| link.split_once('>'))
                    .map(|cut| stripped(cut.1))
            } else {
                body.map(stripped).filter(|_| !gone)
            },
            published: between(part, " datetime=\"", "+").map(|time| format!("{time}Z")),
            likes: number("score unvoted\" title=\""),
            replies: if is_post {
                number("rel=\"nofollow\">")
            } else {
                number("return togglecomment(this)\">(")
            },
            reposts: is_post.then(|| "0".to_owned()),
            parent: around
                .last()
                .map(|last| last.1.clone())
                .or_else(|| posts.first().map(|post| post.id.clone())),
            kind: if is_post { Kind::Post } else { Kind::Comment },
            marks: match (gone, is("collapsed")) {
                (true, true) => Some("deleted collapsed".to_owned()),
                (true, false) => Some("deleted".to_owned()),
                (false, true) => Some("collapsed".to_owned()),
                (false, false) => None,
            },
            id: id.clone(),
            ..Scanned::default()
        });
        if !is_post {
            around.push((open - 1, id));
        }
    }
    posts
}
