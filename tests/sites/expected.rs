//! What must be read, and how it is compared with what was read.

use rapport::post::{Count, PostKind};
use rapport::read::Reading;
use serde::{Deserialize, Deserializer};
use std::collections::HashMap;

/// The fields of the table, in the order of its columns.
pub const FIELDS: [&str; 15] = [
    "permalink",
    "author",
    "name",
    "text",
    "quote",
    "lang",
    "published",
    "likes",
    "replies",
    "reposts",
    "views",
    "parent",
    "depth",
    "kind",
    "marks",
];

/// One post. A field that is left out must not be read either, but for `depth`,
/// which then is not compared.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    pub id: String,
    pub permalink: Option<String>,
    pub author: Option<String>,
    pub name: Option<String>,
    pub text: Option<String>,
    pub quote: Option<String>,
    pub lang: Option<String>,
    /// The beginning of the time, as far as the page tells it.
    pub published: Option<String>,
    /// A rounded count is written `low~high`.
    #[serde(default, deserialize_with = "count")]
    pub likes: Option<String>,
    #[serde(default, deserialize_with = "count")]
    pub replies: Option<String>,
    #[serde(default, deserialize_with = "count")]
    pub reposts: Option<String>,
    #[serde(default, deserialize_with = "count")]
    pub views: Option<String>,
    pub parent: Option<String>,
    pub depth: Option<u32>,
    /// `post` (also when it is left out) or `comment`.
    #[serde(default)]
    pub kind: Kind,
    /// `promoted`, `deleted`, `collapsed`, with spaces between.
    pub marks: Option<String>,
}

/// Post or comment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    #[default]
    Post,
    Comment,
}

/// A count is a number or, rounded, a text `low~high`.
fn count<'de, D: Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Exact(u64),
        Rounded(String),
    }
    Ok(Some(match Written::deserialize(value)? {
        Written::Exact(number) => number.to_string(),
        Written::Rounded(bounds) => bounds,
    }))
}

/// For each field: how often it was right, and how often there was something
/// to read (or something was read).
#[derive(Default, Clone, Copy)]
pub struct Tally(pub [(usize, usize); FIELDS.len()]);

/// What came of one page.
pub struct Outcome {
    /// Posts that are there and were found.
    pub found: usize,
    /// Posts that are there.
    pub there: usize,
    /// What was read and is no post, by id.
    pub wrong: Vec<String>,
    /// The fields of the found ones.
    pub tally: Tally,
    /// What is not right, a line each.
    pub complaints: Vec<String>,
}

/// Compares what was read with what is there. Posts that stand twice on the
/// page count once.
pub fn compare(readings: &[Reading], there: &[Expected]) -> Outcome {
    let mut seen: HashMap<&str, &Reading> = HashMap::new();
    for reading in readings {
        seen.entry(reading.post.id.as_str()).or_insert(reading);
    }
    let mut outcome = Outcome {
        found: 0,
        there: there.len(),
        wrong: Vec::new(),
        tally: Tally::default(),
        complaints: Vec::new(),
    };
    for expected in there {
        match seen.remove(expected.id.as_str()) {
            Some(reading) => {
                outcome.found += 1;
                outcome.fields(reading, expected);
            }
            None => outcome
                .complaints
                .push(format!("{} was not found", expected.id)),
        }
    }
    outcome.wrong = seen.into_keys().map(str::to_owned).collect();
    outcome.wrong.sort();
    let wrong = outcome.wrong.iter().map(|id| format!("{id} is no post"));
    outcome.complaints.extend(wrong);
    outcome
}

impl Outcome {
    fn fields(&mut self, reading: &Reading, expected: &Expected) {
        let pairs = pairs(reading, expected);
        for ((field, (seen, there)), (right, present)) in
            FIELDS.iter().zip(pairs).zip(&mut self.tally.0)
        {
            if seen.is_none() && there.is_none() {
                continue;
            }
            *present += 1;
            if seen == there {
                *right += 1;
            } else {
                self.complaints.push(format!(
                    "{}: {field} is {there:?}, read as {seen:?}",
                    expected.id
                ));
            }
        }
    }
}

/// Texts are compared without their spaces: how lines are laid out is tested
/// apart.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

fn pairs(seen: &Reading, there: &Expected) -> [(Option<String>, Option<String>); FIELDS.len()] {
    let post = &seen.post;
    let number = |count: Option<Count>, written: &Option<String>| match (count, written) {
        (Some(count), Some(written)) if written.contains('~') => {
            Some(format!("{}~{}", count.low, count.high))
        }
        (Some(count), _) if !count.is_exact() => Some(format!("{}~{}", count.low, count.high)),
        (count, _) => count.map(|count| count.value.to_string()),
    };
    let some = |text: &str| Some(squeezed(text)).filter(|text| !text.is_empty());
    let seen_published = post.published.clone().map(|seen| match &there.published {
        Some(there) if seen.starts_with(there.as_str()) => there.clone(),
        _ => seen,
    });
    let kind = |is_post: bool| Some(if is_post { "post" } else { "comment" }.to_owned());
    let marks: Vec<&str> = [
        ("promoted", post.promoted),
        ("deleted", post.deleted),
        ("collapsed", post.collapsed),
    ]
    .into_iter()
    .filter_map(|(mark, is_there)| is_there.then_some(mark))
    .collect();
    [
        (post.permalink.clone(), there.permalink.clone()),
        (post.author.clone(), there.author.clone()),
        (
            post.name.as_deref().and_then(some),
            there.name.as_deref().and_then(some),
        ),
        (some(&post.text), there.text.as_deref().and_then(some)),
        (
            post.quote.as_deref().and_then(some),
            there.quote.as_deref().and_then(some),
        ),
        (post.lang.clone(), there.lang.clone()),
        (seen_published, there.published.clone()),
        (number(post.likes, &there.likes), there.likes.clone()),
        (number(post.replies, &there.replies), there.replies.clone()),
        (number(post.reposts, &there.reposts), there.reposts.clone()),
        (number(post.views, &there.views), there.views.clone()),
        (post.parent.clone(), there.parent.clone()),
        (
            there.depth.map(|_| post.depth.to_string()),
            there.depth.map(|depth| depth.to_string()),
        ),
        (
            kind(post.kind == PostKind::Post),
            kind(there.kind == Kind::Post),
        ),
        (
            some(&marks.join(" ")),
            there.marks.as_deref().and_then(some),
        ),
    ]
}

/// A string as TOML has it, which is as JSON has it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What was read, as a file of expected posts says it.
pub fn draft(reading: &Reading) -> String {
    let post = &reading.post;
    let text = |value: &Option<String>| value.as_deref().map(quoted);
    let count = |count: Option<Count>| {
        count.map(|count| match count.is_exact() {
            true => count.value.to_string(),
            false => format!("\"{}~{}\"", count.low, count.high),
        })
    };
    let own = Some(post.text.clone()).filter(|text| !text.is_empty());
    let kind = (post.kind == PostKind::Comment).then(|| "\"comment\"".to_owned());
    let [.., (marks, _)] = pairs(reading, &Expected::default());
    let lines = [
        ("id", Some(quoted(&post.id))),
        ("permalink", text(&post.permalink)),
        ("author", text(&post.author)),
        ("name", text(&post.name)),
        ("text", text(&own)),
        ("quote", text(&post.quote)),
        ("lang", text(&post.lang)),
        ("published", text(&post.published)),
        ("likes", count(post.likes)),
        ("replies", count(post.replies)),
        ("reposts", count(post.reposts)),
        ("views", count(post.views)),
        ("parent", text(&post.parent)),
        ("depth", Some(post.depth.to_string())),
        ("kind", kind),
        ("marks", text(&marks)),
    ];
    let mut draft = String::from("[[posts]]\n");
    for (key, value) in lines {
        if let Some(value) = value {
            draft.push_str(&format!("{key} = {value}\n"));
        }
    }
    draft
}
