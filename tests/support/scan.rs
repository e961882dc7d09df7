//! Scans the source of saved pages with plain string searching: what the
//! reader is compared with. It knows these few pages and nothing else.

/// One post as the source has it. A rounded count is written `low~high`.
#[derive(Debug, Clone, Default)]
pub struct Scanned {
    pub id: String,
    pub permalink: Option<String>,
    pub author: Option<String>,
    pub name: Option<String>,
    pub text: Option<String>,
    pub lang: Option<String>,
    /// The beginning of the time, as far as the page tells it.
    pub published: Option<String>,
    pub likes: Option<String>,
    pub replies: Option<String>,
    pub reposts: Option<String>,
    pub parent: Option<String>,
    pub kind: &'static str,
}

/// What stands between two marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let rest = text.split_once(start)?.1;
    Some(rest.split_once(end)?.0)
}

/// The parts of a page that start with a mark.
fn parts<'a>(html: &'a str, mark: &str) -> Vec<&'a str> {
    html.split(mark).skip(1).collect()
}

/// The inside of the element whose start tag ends at the start of `rest`.
fn inside<'a>(rest: &'a str, tag: &str) -> &'a str {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let (mut depth, mut at) = (1, 0);
    while depth > 0 {
        let Some(end) = rest[at..].find(&close).map(|end| at + end) else {
            return rest;
        };
        depth += rest[at..end].matches(&open).count();
        depth -= 1;
        at = end + close.len();
    }
    &rest[..at - close.len()]
}

/// Text without tags.
fn stripped(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    for (entity, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    text.replace(['\u{202a}', '\u{202c}'], "").trim().to_owned()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Hacker News: an item page.
pub fn hackernews(html: &str, url: &str) -> Vec<Scanned> {
    let story = url.split("id=").nth(1).unwrap_or_default();
    let mut posts: Vec<Scanned> = Vec::new();
    for part in parts(html, "<tr class=\"athing") {
        let id = between(part, "id=\"", "\"").unwrap_or_default().to_owned();
        let is_comment = part.starts_with(" comtr");
        let text = if is_comment {
            let start = part.find("<div class=\"commtext").map(|at| &part[at..]);
            start.and_then(|start| Some(inside(start.split_once('>')?.1, "div")))
        } else {
            between(part, "class=\"titleline\"><a", "</a>")
                .and_then(|link| Some(link.split_once('>')?.1))
        };
        // The page's own links to the comment above: another evidence than the
        // indent. Top comments have none.
        let parent = part.find(">parent</a>").and_then(|end| {
            let link = part[..end].rsplit_once("href=\"#")?.1;
            Some(link.split_once('"')?.0.to_owned())
        });
        let count =
            between(part, "\"togg clicky\"", "</a>").and_then(|link| between(link, "n=\"", "\""));
        posts.push(Scanned {
            permalink: Some(format!("https://news.ycombinator.com/item?id={id}")),
            author: between(part, "href=\"user?id=", "\"").map(str::to_owned),
            text: text.map(stripped),
            published: between(part, "class=\"age\" title=\"", " ").map(|time| format!("{time}Z")),
            likes: between(part, &format!("id=\"score_{id}\">"), " ").map(str::to_owned),
            replies: match count {
                Some(count) => count
                    .parse::<u32>()
                    .ok()
                    .map(|count| (count - 1).to_string()),
                None => part
                    .find("comments</a></span>")
                    .map(|end| digits(part[..end].rsplit_once('>').map_or("", |cut| cut.1))),
            },
            parent: if is_comment {
                parent.or(Some(story.to_owned()))
            } else {
                None
            },
            kind: if is_comment { "comment" } else { "post" },
            id,
            ..Scanned::default()
        });
    }
    posts
}

/// "January 27, 2026 at 1:28 AM", one hour ahead of UTC → `2026-01-27T00:28`.
fn minute(label: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let label = label.replace([',', '\u{202f}'], " ");
    let words: Vec<&str> = label.split_whitespace().collect();
    let [month, day, year, "at", clock, half] = words[..] else {
        return None;
    };
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let (hour, minute) = clock.split_once(':')?;
    let hour: u32 = hour.parse::<u32>().ok()? % 12 + if half == "PM" { 12 } else { 0 };
    let day: u32 = day.parse().ok()?;
    // None of the posts was written in the first hour of a month.
    let (day, hour) = if hour == 0 {
        (day - 1, 23)
    } else {
        (day, hour - 1)
    };
    Some(format!("{year}-{month:02}-{day:02}T{hour:02}:{minute}"))
}

/// Bluesky: a feed or a thread, whose focal post comes first.
pub fn bluesky(html: &str, url: &str) -> Vec<Scanned> {
    let thread = url.contains("/post/");
    let mark = if thread {
        "data-testid=\"postThreadItem-by-"
    } else {
        "data-testid=\"feedItem-by-"
    };
    let mut posts: Vec<Scanned> = Vec::new();
    for (index, part) in parts(html, mark).into_iter().enumerate() {
        let author = part.split_once('"').map(|(handle, _)| handle.to_owned());
        let handle = author.clone().unwrap_or_default();
        let id = between(part, &format!("href=\"/profile/{handle}/post/"), "\"")
            .map(|id| id.split('/').next().unwrap_or_default().to_owned())
            .unwrap_or_default();
        let focal = thread && index == 0;
        let name = if focal {
            part.match_indices(&format!("href=\"/profile/{handle}\""))
                .nth(1)
                .map(|(at, _)| {
                    let rest = &part[at..];
                    stripped(inside(
                        rest.split_once("dir=\"auto\"")
                            .and_then(|cut| cut.1.split_once('>'))
                            .map_or("", |cut| cut.1),
                        "div",
                    ))
                })
        } else {
            between(part, "aria-label=\"View profile\"", "</a>")
                .and_then(|link| Some(stripped(link.split_once('>')?.1)))
        };
        let text = part.find("data-word-wrap=\"1\"").map(|at| {
            stripped(inside(
                part[at..].split_once('>').map_or("", |cut| cut.1),
                "div",
            ))
        });
        let label = |button: &str| {
            let end = part.find(&format!("data-testid=\"{button}\""))?;
            let label = part[..end].rsplit_once("aria-label=\"")?.1;
            Some(digits(between(label, "(", ")")?))
        };
        let reposts = part
            .split_once("data-testid=\"repostCount\"")
            .and_then(|cut| {
                let shown = stripped(cut.1.split_once('>')?.1.split_once('<')?.0);
                let Some(thousands) = shown.strip_suffix('K') else {
                    return Some(shown);
                };
                let (whole, part) = thousands.split_once('.').unwrap_or((thousands, ""));
                let unit = if part.is_empty() { 1000 } else { 100 };
                let value: u64 = format!("{whole}{part}").parse::<u64>().ok()? * unit;
                // Cut, not rounded: as the exact likes of the same pages show.
                Some(format!("{}~{}", value, value + unit - 1))
            });
        let joined = part
            .split_once("data-testid=\"replyBtn\"")
            .is_some_and(|(head, _)| {
                head.contains("width: 42px;\"><div")
                    && head.contains("margin-bottom: 4px; width: 2px;")
            });
        let replied = part
            .split_once("data-word-wrap")
            .is_some_and(|(head, _)| head.contains("Replied to"));
        let parent = match (thread, focal, joined) {
            (true, false, false) => posts.first().map(|post| post.id.clone()),
            (true, false, true) => posts.last().map(|post: &Scanned| post.id.clone()),
            _ => None,
        };
        posts.push(Scanned {
            permalink: Some(format!("https://bsky.app/profile/{handle}/post/{id}")),
            author,
            name,
            text,
            published: if focal {
                // What JSON-LD says, to the minute.
                between(html, "\"datePublished\": \"", "\"").map(|time| time[..16].to_owned())
            } else {
                between(part, "data-tooltip=\"", "\"").and_then(minute)
            },
            likes: label("likeBtn"),
            replies: label("replyBtn"),
            reposts: reposts.or(Some("0".to_owned())),
            kind: if parent.is_some() || replied {
                "comment"
            } else {
                "post"
            },
            parent,
            id,
            ..Scanned::default()
        });
    }
    posts
}

/// Mastodon: a thread whose focal post comes first. What answers what was
/// looked up by eye, as places in the list.
pub fn mastodon(html: &str, url: &str) -> Vec<Scanned> {
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
            kind: if index == 0 { "post" } else { "comment" },
            id,
        });
    }
    posts
}
