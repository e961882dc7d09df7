//! Stack Exchange.

use super::scan::{between, digits, inside, parts, stripped};
use super::{Kind, SavedPage, Scanned};

pub fn pages() -> Vec<SavedPage> {
    vec![
        SavedPage {
            name: "stack overflow",
            file: "stackexchange/stackoverflow-2026-01.html",
            url: "https://stackoverflow.com/questions/12301358/send-attachments-with-php-mail",
            scan,
        },
        SavedPage {
            name: "german.stackexchange",
            file: "stackexchange/german-se.html",
            url: "https://german.stackexchange.com/questions/10376/when-to-use-wurde-versus-war",
            scan,
        },
    ]
}

/// A time as pages write it, `2012-09-06 13:36:22Z`, as it is read.
fn moment(written: &str) -> String {
    format!("{}Z", written[..19].replace(' ', "T"))
}

/// The number of a person in a link, else the name, and the name.
fn person(part: &str) -> (Option<String>, Option<String>) {
    let link = between(part, "href=\"/users/", "</a>");
    match link.and_then(|link| link.split_once('>')) {
        Some((address, name)) => (
            address.split('/').next().map(str::to_owned),
            Some(stripped(name)),
        ),
        None => {
            let name = part.split_once('>').and_then(|cut| cut.1.split('<').next());
            let name = name.map(|name| name.trim().to_owned());
            (name.clone(), name)
        }
    }
}

/// Votes are counted by the number that is shown, not by the attribute; a
/// comment without votes shows none.
fn scan(html: &str, url: &str) -> Vec<Scanned> {
    let host = url.split("/questions/").next().unwrap_or_default();
    let question = between(url, "/questions/", "/").unwrap_or_default();
    let mut posts: Vec<Scanned> = Vec::new();
    let mut above = String::new();
    for part in parts(html, "id=\"") {
        let is_comment = part
            .strip_prefix("comment-")
            .is_some_and(|id| id.starts_with(|first: char| first.is_ascii_digit()));
        let is_question = part.starts_with("question\"");
        if !(is_comment || is_question || part.starts_with("answer-")) {
            continue;
        }
        // Up to the next one.
        let start = part.as_ptr() as usize - html.as_ptr() as usize;
        let whole = &html[start..];
        if is_comment {
            let comment = between(whole, "", "</li>").unwrap_or_default();
            let id = comment.split('"').next().unwrap_or_default().to_owned();
            let shown = comment
                .split_once("comment-score")
                .and_then(|cut| between(cut.1, ">", "</div>"))
                .map(stripped)
                .unwrap_or_default();
            let copy = comment
                .split_once("class=\"comment-copy\"")
                .and_then(|cut| Some(inside(cut.1.split_once('>')?.1, "span")));
            let user = comment
                .split_once("class=\"comment-user")
                .map_or("", |cut| cut.1);
            let (author, name) = person(user);
            posts.push(Scanned {
                permalink: between(comment, "class=\"comment-link\" href=\"", "\"")
                    .map(|link| format!("{url}{link}")),
                author,
                name,
                text: copy.map(stripped),
                published: between(comment, "relativetime-clean\" title=\"", ",").map(moment),
                likes: Some(if shown.is_empty() {
                    "0".to_owned()
                } else {
                    shown
                }),
                parent: Some(above.clone()),
                kind: Kind::Comment,
                id,
                ..Scanned::default()
            });
            continue;
        }
        let id = if is_question {
            question.to_owned()
        } else {
            digits(part.split('"').next().unwrap_or_default())
        };
        if id.is_empty() {
            continue;
        }
        above.clone_from(&id);
        let votes = whole
            .split_once("js-vote-count")
            .and_then(|cut| between(cut.1, ">", "</div>"))
            .map(stripped);
        let body = whole
            .split_once("js-post-body\"")
            .and_then(|cut| Some(inside(cut.1.split_once('>')?.1, "div")));
        // Without the buttons in it.
        let mut text = String::new();
        for (index, piece) in body.unwrap_or_default().split("<button").enumerate() {
            let own = if index == 0 {
                piece
            } else {
                piece.split_once("</button>").map_or("", |cut| cut.1)
            };
            text.push_str(own);
        }
        // The one who wrote it is the last before the comments.
        let next = whole[1..]
            .find("id=\"answer-")
            .map_or(whole.len(), |at| at + 1);
        let own = &whole[..next];
        let signed = own
            .rsplit_once("class=\"user-action-time")
            .map_or("", |cut| cut.1);
        let details = signed
            .split_once("class=\"user-details\"")
            .and_then(|cut| cut.1.split("-flair").next())
            .unwrap_or_default();
        let (author, name) = person(details);
        let counted = |mark: &str| {
            let shown = whole
                .split_once(mark)
                .and_then(|cut| between(cut.1, ">", "<"))?;
            Some(digits(shown)).filter(|digits| !digits.is_empty())
        };
        posts.push(Scanned {
            permalink: Some(format!(
                "{host}/{}/{id}",
                if is_question { "q" } else { "a" }
            )),
            author,
            name,
            text: Some(stripped(&text)),
            published: between(signed, "relativetime\" title=\"", "\"").map(moment),
            likes: votes.filter(|votes| !votes.starts_with('-')),
            replies: if is_question {
                counted("itemprop=\"answerCount\"")
            } else {
                own.contains("itemprop=\"commentCount\"")
                    .then(|| counted("itemprop=\"commentCount\""))
                    .flatten()
            },
            views: is_question
                .then(|| between(html, "title=\"Viewed ", "\"").map(digits))
                .flatten(),
            parent: (!is_question).then(|| question.to_owned()),
            kind: if is_question {
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
