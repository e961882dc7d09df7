//! LinkedIn: the document of 2025, and the pages for people without an account.

use super::scan::{between, digits, inside, parts, stripped};
use super::{Kind, SavedPage, Scanned};
use serde_json::Value;

pub fn pages() -> Vec<SavedPage> {
    vec![
        SavedPage {
            name: "linkedin feed",
            file: "linkedin/feed-2025-04.html",
            url: "https://www.linkedin.com/feed/",
            scan: named,
        },
        SavedPage {
            name: "linkedin feed with comments",
            file: "linkedin/feed3-comments-2025-04.html",
            url: "https://www.linkedin.com/feed/",
            scan: named,
        },
        SavedPage {
            name: "linkedin post, no account",
            file: "linkedin/public-post-b-2025-11.html",
            url: "https://www.linkedin.com/posts/darlenenewman_organizations-are-pushing-ai-adoption-harder-activity-7369346168448802817-Z85r",
            scan: public,
        },
    ]
}

/// The time in an id, to the second: its number by 2²² is milliseconds.
fn moment(id: &str) -> Option<String> {
    let seconds = id.parse::<i64>().ok()? / 4_194_304_000;
    let time = time::OffsetDateTime::from_unix_timestamp(seconds).ok()?;
    let (hour, minute, second) = time.to_hms();
    Some(format!(
        "{}T{hour:02}:{minute:02}:{second:02}Z",
        time.date()
    ))
}

/// What a page's own address is followed by.
fn address(path: &str) -> Option<String> {
    Some(format!("https://www.linkedin.com{path}"))
}

/// What is inside the first element of this name after a mark in its tag.
fn content<'a>(part: &'a str, mark: &str, tag: &str) -> Option<&'a str> {
    Some(inside(part.split_once(mark)?.1.split_once('>')?.1, tag))
}

/// A text without what is read aloud only.
fn shown(html: &str) -> String {
    let mut whole = String::new();
    for (index, part) in html.split("<span class=\"visually-hidden\">").enumerate() {
        let rest = if index == 0 {
            part
        } else {
            part.split_once("</span>").map_or("", |cut| cut.1)
        };
        whole.push_str(rest);
    }
    stripped(&whole)
}

/// The name in the first link to somebody's page after a mark.
fn handle(part: &str, mark: &str) -> Option<String> {
    let rest = part.split_once(mark)?.1;
    let link = between(rest, "href=\"", "\"")?;
    let name = link
        .split_once("/in/")
        .or_else(|| link.split_once("/company/"))?
        .1;
    name.split(['?', '/']).next().map(str::to_owned)
}

/// Counts are taken from labels here, which end with names in English. Of a
/// label with names only, the number of others is one less than the whole.
fn reactions(part: &str) -> Option<String> {
    let before = part.split_once("data-reaction-details=\"\"")?.0;
    let label = between(before.rsplit_once("<button ")?.1, "aria-label=\"", "\"")?;
    let number = digits(label.rsplit_once(" and ").map_or(label, |cut| cut.1));
    if label.contains(" others") {
        return Some((number.parse::<u64>().ok()? + 1).to_string());
    }
    Some(number).filter(|number| !number.is_empty())
}

/// The number before a word in a label.
fn labelled(part: &str, words: [&str; 2]) -> Option<String> {
    parts(part, "aria-label=\"").into_iter().find_map(|label| {
        let label = label.split('"').next()?;
        let word = words.iter().find(|word| label.contains(**word))?;
        let number = digits(label.split_once(*word)?.0);
        Some(number).filter(|number| !number.is_empty())
    })
}

fn named(html: &str, _: &str) -> Vec<Scanned> {
    let mut posts: Vec<Scanned> = Vec::new();
    let mut parent = String::new();
    // A comment that is answered stands before its answers.
    let mut answered = String::new();
    for part in parts(html, "<") {
        let tag = part.split('>').next().unwrap_or_default();
        let start = part.as_ptr() as usize - html.as_ptr() as usize;
        let rest = &html[start..];
        if tag.starts_with("div class=\"feed-shared-update-v2 ") {
            let urn = between(tag, "data-urn=\"", "\"").unwrap_or_default();
            let Some(id) = between(urn, "urn:li:activity:", ",")
                .or_else(|| urn.split_once("urn:li:activity:").map(|cut| cut.1))
            else {
                parent.clear();
                continue;
            };
            let skip = tag.len();
            let next = rest[skip..]
                .find("\"feed-shared-update-v2 ")
                .map_or(rest.len(), |at| at + skip);
            let own = &rest[..next];
            let end = own.find("comments-container").unwrap_or(own.len());
            let own = &own[..end];
            let mini = own.find("update-components-mini-update-v2");
            let (first, quoted) = own.split_at(mini.unwrap_or(own.len()));
            let text = |part: &str| {
                content(part, "update-components-update-v2__commentary\"", "div").map(shown)
            };
            let sub = content(own, "update-components-actor__sub-description", "span")
                .unwrap_or_default();
            let counts = own.contains("social-details-social-counts");
            posts.push(Scanned {
                permalink: address(&format!("/feed/update/urn:li:activity:{id}/")),
                author: handle(own, "update-components-actor__meta-link\""),
                name: content(own, "update-components-actor__title", "span")
                    .and_then(|title| content(title, "aria-hidden=\"true\"", "span"))
                    .map(stripped),
                text: text(first),
                quote: text(quoted),
                published: moment(id),
                likes: reactions(own),
                replies: labelled(own, [" comments on ", " comment on "])
                    .or_else(|| counts.then(|| "0".to_owned())),
                reposts: labelled(own, [" reposts of ", " repost of "]),
                // The page is in English.
                marks: sub.contains("Promoted").then(|| "promoted".to_owned()),
                id: id.to_owned(),
                ..Scanned::default()
            });
            id.clone_into(&mut parent);
        }
        if tag.starts_with("article class=\"comments-comment-entity") {
            let urn = between(tag, "data-id=\"", "\"").unwrap_or_default();
            let Some((post, id)) = between(urn, "(", ")").and_then(|pair| pair.split_once(','))
            else {
                continue;
            };
            let next = rest[1..].find("<article ").map_or(rest.len(), |at| at + 1);
            let own = &rest[..next];
            let is_answer = tag.contains("--reply");
            let link = format!(
                "/feed/update/urn:li:{post}/?commentUrn=urn%3Ali%3Acomment%3A%28{}%2C{id}%29",
                post.replace(':', "%3A")
            );
            posts.push(Scanned {
                permalink: address(&link),
                author: handle(own, "comments-comment-meta__description-container"),
                name: content(own, "comments-comment-meta__description-title\"", "span")
                    .map(stripped),
                text: content(own, "comments-comment-item__main-content", "span").map(shown),
                published: moment(id),
                likes: labelled(own, [" Reactions on ", " Reaction on "])
                    .or_else(|| Some("0".to_owned())),
                replies: between(own, "replies-count--cr\">", "<")
                    .map(digits)
                    .or_else(|| Some("0".to_owned())),
                parent: Some(if is_answer {
                    answered.clone()
                } else {
                    parent.clone()
                }),
                kind: Kind::Comment,
                id: id.to_owned(),
                ..Scanned::default()
            });
            if !is_answer {
                id.clone_into(&mut answered);
            }
        }
    }
    posts
}

/// The post and its comments as the structured data has them, which holds no
/// ids; the posts below from the labels on the page.
fn public(html: &str, url: &str) -> Vec<Scanned> {
    let data =
        between(html, "application/ld+json", "</script>").and_then(|cut| cut.split_once('>'));
    let data: Value = data
        .and_then(|cut| serde_json::from_str(cut.1).ok())
        .unwrap_or_default();
    let text = |value: &Value| {
        value
            .as_str()
            .map(|text| stripped(&text.replace("&amp;", "&")))
    };
    let second = |value: &Value| value.as_str().map(|time| time[..19].to_owned());
    let mut posts: Vec<Scanned> = Vec::new();
    for part in parts(html, "<article ") {
        let tag = part.split('>').next().unwrap_or_default();
        if tag.contains("aria-label") {
            continue;
        }
        let id = between(tag, "urn:li:activity:", "\"").unwrap_or_default();
        let is_focal = url.contains(id);
        let end = html[part.as_ptr() as usize - html.as_ptr() as usize..]
            .find("<article class=\"relative px-2")
            .unwrap_or(usize::MAX);
        let rest = &html[part.as_ptr() as usize - html.as_ptr() as usize..];
        let own = &rest[..end.min(rest.len())];
        let label = |word: &str| {
            let before = own.split_once(word)?.0;
            let number: String = before
                .chars()
                .rev()
                .take_while(|letter| letter.is_ascii_digit() || *letter == ',')
                .collect();
            Some(digits(&number.chars().rev().collect::<String>()))
                .filter(|number| !number.is_empty())
        };
        posts.push(Scanned {
            permalink: if is_focal {
                Some(url.to_owned())
            } else {
                between(own, "data-share-url=\"", "?")
                    .map(str::to_owned)
                    .or_else(|| between(own, "data-share-url=\"", "\"").map(str::to_owned))
            },
            author: handle(own, "public_post_feed-actor-name\""),
            name: content(own, "public_post_feed-actor-name\"", "a").map(stripped),
            text: content(own, "main-feed-activity-card__commentary\"", "p").map(stripped),
            quote: content(own, "feed-reshare-content__commentary\"", "p").map(stripped),
            published: if is_focal {
                second(&data["datePublished"])
            } else {
                moment(id)
            },
            likes: if is_focal {
                Some(data["interactionStatistic"][0]["userInteractionCount"].to_string())
            } else {
                label(" Reaction")
            },
            replies: if is_focal {
                Some(data["commentCount"].to_string())
            } else {
                content(own, "social-actions__comments\" data-tracking", "a")
                    .or_else(|| content(own, "data-test-id=\"social-actions__comments\"", "a"))
                    .map(digits)
            },
            id: id.to_owned(),
            ..Scanned::default()
        });
    }
    let focal = posts.first().map(|post| post.id.clone());
    let comments = data["comment"].as_array().cloned().unwrap_or_default();
    for (part, comment) in parts(html, "<section class=\"comment ")
        .iter()
        .zip(&comments)
    {
        let urn = between(part, "urn:li:comment:(urn:li:activity:", ")").unwrap_or_default();
        let (post, id) = urn.split_once(',').unwrap_or_default();
        posts.push(Scanned {
            permalink: address(&format!("/feed/update/urn:li:activity:{post}/?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A{post}%2C{id}%29")),
            author: handle(part, "public_post_comment_actor-image\""),
            name: text(&comment["author"]["name"]),
            text: text(&comment["text"]),
            published: second(&comment["datePublished"]),
            likes: Some(comment["interactionStatistic"]["userInteractionCount"].to_string()),
            parent: focal.clone(),
            kind: Kind::Comment,
            id: id.to_owned(),
            ..Scanned::default()
        });
    }
    posts
}
