//! Records that repeat: the posts of a page that marks nothing.
//!
//! Starts from elements that stand beside what people write (authors, times,
//! addresses of posts), climbs from them, and counts the selectors that fit
//! what stands around them. The posts are what the selector fits of which most
//! elements have one author, one time or address, and a text of their own each;
//! what a person wrote is left out of the comparison, as it differs between
//! posts of one kind (Liu, Grossman and Zhai's MDR, KDD 2003, compares whole
//! subtrees and misses such records).

use super::record::Record;
use super::structured::leads_away;
use super::{Evidence, Plan, block, signs};
use crate::read::Element;
use std::collections::{HashMap, HashSet};

/// How many starting points of each kind are used, spread over the page.
const MOST_SEEDS: usize = 120;
/// How far up from each.
const MOST_LEVELS: usize = 12;
/// How many selectors are tried, how many sets of elements are looked at, and
/// how many elements of each.
const MOST_TRIED: usize = 400;
const MOST_LOOKED_AT: usize = 220;
/// How many kinds of records beside the best one are looked at.
const MOST_JOINED: usize = 12;
const SAMPLE: usize = 16;
/// Classes of one element that are looked at.
const MOST_CLASSES: usize = 8;
/// How many records are looked for at most.
const MOST_RECORDS: usize = 20_000;
/// How much must have been written on average, in letters.
const LEAST_WRITTEN: usize = 18;

/// Where posts repeat on the page.
pub fn find<E: Element>(root: &E, url: &str) -> Option<Plan> {
    let tried = selectors(root);
    let mut sets: Vec<(usize, E)> = Vec::new();
    let mut good: Vec<Candidate> = Vec::new();
    for selector in tried {
        if sets.len() >= MOST_LOOKED_AT {
            break;
        }
        let all = root.select_some(&selector, MOST_RECORDS);
        let Some(first) = all.first() else { continue };
        // Several classes of one element fit the same elements.
        let known = |set: &(usize, E)| set.0 == all.len() && set.1.same(first);
        if sets.iter().any(known) {
            continue;
        }
        sets.push((all.len(), first.clone()));
        good.extend(Candidate::look(&all, selector, url));
    }
    // More posts first; of the same posts the outer element, which holds more
    // of each.
    good.sort_by_key(|candidate| std::cmp::Reverse(candidate.rank()));
    let best = good.first()?;
    let mut container = best.selector.clone();
    for other in good.iter().skip(1).take(MOST_JOINED) {
        if other.purity >= 90 && other.signs >= best.signs && is_apart(root, &container, other, url)
        {
            container = format!("{container},{}", other.selector);
        }
    }
    let evidence = if says_so(root) {
        Evidence::JsonLd
    } else {
        Evidence::Structure
    };
    let text = learned(root, &container, url);
    Some(Plan {
        container,
        text,
        evidence,
    })
}

/// Whether the page says in JSON-LD that there are posts on it.
fn says_so<E: Element>(root: &E) -> bool {
    let scripts = root.select_some("script[type='application/ld+json']", 20);
    scripts.iter().any(|script| {
        let text = script.raw_text(200_000);
        [
            "DiscussionForumPosting",
            "SocialMediaPosting",
            "QAPage",
            "\"Comment\"",
        ]
        .iter()
        .any(|kind| text.contains(kind))
    })
}

/// Whether the records of another kind are posts beside or around those of
/// `container`, and not parts of them or lists of them.
fn is_apart<E: Element>(root: &E, container: &str, other: &Candidate, url: &str) -> bool {
    let joined = format!("{container},{}", other.selector);
    let others = root.select_some(&other.selector, MOST_RECORDS);
    let step = others.len().div_ceil(SAMPLE).max(1);
    let is_inside = |one: &E| one.closest(container).is_some();
    let mut sample = others.iter().step_by(step);
    sample.all(|one| {
        let record = Record::new(one, &joined, url);
        !is_inside(one)
            && signs_of(&record, true).is_some_and(|found| found.points * 4 >= other.signs)
    })
}

/// Selectors of what stands around authors, times and addresses, the more
/// often the earlier.
fn selectors<E: Element>(root: &E) -> Vec<String> {
    let mut counted: HashMap<String, usize> = HashMap::new();
    let mut start = Vec::new();
    let kinds = [
        signs::TIME,
        signs::AUTHOR,
        "a[href*='#comment'],a[href*='#post'],a[href*='#p'],a[href*='/comment'],a[href*='/post/'],a[href*='/status/'],[id*='comment' i],[id^='post'],[id^='p1']",
        "img[src*='avatar' i],[dir='auto'],p",
    ];
    for kind in kinds {
        let found = root.select_some(kind, MOST_RECORDS);
        let step = found.len().div_ceil(MOST_SEEDS).max(1);
        start.extend(found.into_iter().step_by(step));
    }
    for seed in start {
        let mut around = Some(seed);
        let mut mine: HashSet<String> = HashSet::new();
        for _ in 0..MOST_LEVELS {
            let Some(element) = around else { break };
            let parent = element.parent();
            mine.extend(names(&element, parent.as_ref()));
            around = parent;
        }
        for name in mine {
            *counted.entry(name).or_default() += 1;
        }
    }
    let mut all: Vec<(String, usize)> = counted
        .into_iter()
        .filter(|(_, times)| *times > 1)
        .collect();
    all.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let said = |name: &str| signs::SAID.iter().any(|word| name.contains(word));
    // Those with a name of what people say are tried in any case.
    let (named, rest): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|(name, _)| said(&name.to_ascii_lowercase()));
    let half = MOST_TRIED / 2;
    let named = named.into_iter().take(half);
    let mut tried: Vec<String> = named.map(|(name, _)| name).collect();
    let room = MOST_TRIED - tried.len();
    tried.extend(rest.into_iter().take(room).map(|(name, _)| name));
    tried
}

/// Selectors that fit an element and others of its kind.
fn names<E: Element>(element: &E, parent: Option<&E>) -> Vec<String> {
    let tag = element.tag();
    if matches!(
        tag.as_str(),
        "html" | "body" | "head" | "main" | "a" | "time" | "img"
    ) {
        return Vec::new();
    }
    let mut names: Vec<String> = classes(element)
        .into_iter()
        .map(|class| format!("{tag}.{class}"))
        .collect();
    if let Some(prefix) = element.attribute("id").as_deref().and_then(id_prefix) {
        names.push(format!("{tag}[id^='{prefix}']"));
    }
    for name in ["data-testid", "role", "component", "itemprop", "data-type"] {
        let value = element.attribute(name).filter(|value| {
            (1..40).contains(&value.len())
                && value
                    .bytes()
                    .all(|b| b.is_ascii_alphabetic() || b == b'-' || b == b'_' || b == b'/')
        });
        if let Some(value) = value {
            names.push(format!("{tag}[{name}='{value}']"));
        }
    }
    if tag.contains('-') || tag == "article" {
        names.push(tag.clone());
    }
    if names.is_empty() {
        let outer = parent.map(|parent| (parent.tag(), classes(parent), parent.attribute("id")));
        if let Some((outer, classes, id)) = outer {
            if let Some(class) = classes.first() {
                names.push(format!("{outer}.{class} > {tag}"));
            } else if let Some(id) = id.filter(|id| is_name(id)) {
                names.push(format!("#{id} > {tag}"));
            } else if matches!(outer.as_str(), "ol" | "ul" | "section") {
                names.push(format!("{outer} > {tag}"));
            }
        }
    }
    names
}

fn classes<E: Element>(element: &E) -> Vec<String> {
    let class = element.attribute("class").unwrap_or_default();
    let tokens = class
        .split_ascii_whitespace()
        .filter(|token| is_name(token));
    tokens.take(MOST_CLASSES).map(str::to_owned).collect()
}

/// Whether it can stand in a selector as it is.
fn is_name(token: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (2..=60).contains(&token.len())
        && token.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
        && token.bytes().all(plain)
}

/// `comment-` of `comment-123`.
fn id_prefix(id: &str) -> Option<&str> {
    let end = id.find(|letter: char| letter.is_ascii_digit())?;
    let prefix = id.get(..end)?;
    let name = prefix.trim_end_matches(['-', '_']);
    (prefix == "p" || is_name(name)).then_some(prefix)
}

/// Elements that may be posts.
struct Candidate {
    selector: String,
    /// How many there are.
    count: usize,
    /// How many of a hundred look like posts.
    purity: usize,
    /// How much they hold: outer elements hold more signs than inner ones.
    signs: usize,
    /// How far down the first one stands.
    depth: usize,
}

impl Candidate {
    /// Looks at some of the elements that the selector fits; `None` when they
    /// are no posts.
    fn look<E: Element>(all: &[E], selector: String, url: &str) -> Option<Self> {
        let count = all.len();
        let said = {
            let lower = selector.to_ascii_lowercase();
            signs::SAID.iter().any(|word| lower.contains(word))
        };
        let first = all.first()?;
        let numbered = first
            .attribute("id")
            .is_some_and(|id| id.bytes().any(|b| b.is_ascii_digit()));
        let article = || first.matches("article,[role='article']");
        if count < 3 && !article() && !(said && (numbered || first.select(signs::REPLY).is_some()))
        {
            return None;
        }
        if first.closest(signs::ELSEWHERE).is_some() {
            return None;
        }
        let step = count.div_ceil(SAMPLE).max(1);
        let sample: Vec<&E> = all.iter().step_by(step).collect();
        let (mut good, mut written, mut points, mut sold, mut away) = (0, 0, 0, 0, 0);
        for (index, element) in sample.iter().enumerate() {
            // Most of them fail at once.
            if index == 4 && good == 0 {
                return None;
            }
            let record = Record::new(*element, &selector, url);
            sold += usize::from(record.first(signs::PRICE).is_some());
            away += usize::from(leads_away(&record));
            if let Some(found) = signs_of(&record, said) {
                good += 1;
                written += found.written;
                points += found.points;
            }
        }
        let looked = sample.len();
        if good * 10 < looked * 6
            || sold * 4 > looked
            || away * 2 > looked
            || written < good * LEAST_WRITTEN
        {
            return None;
        }
        let depth = std::iter::successors(first.parent(), Element::parent)
            .take(100)
            .count();
        Some(Self {
            selector,
            count,
            purity: good * 100 / looked,
            signs: points * 4 / good.max(1),
            depth,
        })
    }

    /// What makes it better than others, most important first.
    fn rank(&self) -> (usize, usize, usize) {
        (
            self.count * self.purity / 100,
            self.signs,
            100_usize.saturating_sub(self.depth),
        )
    }
}

/// What a record has.
struct Found {
    written: usize,
    points: usize,
}

/// The signs of a post in a record; `None` when it is none.
fn signs_of<E: Element>(record: &Record<'_, E>, said: bool) -> Option<Found> {
    let times = outermost(
        &record.all("time,[datetime],[data-time],[data-timestamp],abbr[title],relative-time"),
    );
    let other_times = if times == 0 {
        outermost(&record.all(signs::TIME))
    } else {
        times
    };
    // Several times mean several posts, but for one that was edited.
    if times > 3 {
        return None;
    }
    let block = record.block(None)?;
    let written = block::written(record, &block);
    if written == 0 {
        return None;
    }
    let numbered = record.own_id().is_some();
    let outside = |author: &E| !block.contains(author) && !author.contains(&block);
    let has_author = record.all(signs::AUTHOR).iter().any(outside)
        || signs::AUTHOR_ATTRIBUTES
            .iter()
            .any(|name| record.element.attribute(name).is_some())
        || record.owner(Some(&block)).is_some();
    let avatar = record.first(signs::AVATAR).is_some();
    let linked = numbered
        || record.first("a[href] time").is_some()
        || signs::PERMALINKS
            .iter()
            .any(|one| record.first(one).is_some());
    let dated = other_times > 0;
    let replies = record.first(signs::REPLY).is_some();
    if !(has_author || avatar) || !(dated || linked) {
        return None;
    }
    if !has_author && record.author(Some(&block)).is_none() {
        return None;
    }
    let points = [has_author, avatar, linked, dated, replies, said, numbered]
        .into_iter()
        .filter(|sign| *sign)
        .count();
    (points >= 4).then_some(Found { written, points })
}

/// How many of them stand in none of the others.
fn outermost<E: Element>(found: &[E]) -> usize {
    let mut count = 0;
    let mut last: Option<&E> = None;
    for element in found {
        if last.is_none_or(|last| !last.contains(element)) {
            count += 1;
            last = Some(element);
        }
    }
    count
}

/// The selector of the text in records: of those that the biggest blocks have,
/// the one with most text in all.
fn learned<E: Element>(root: &E, container: &str, url: &str) -> Option<String> {
    let all = root.select_some(container, MOST_RECORDS);
    let step = all.len().div_ceil(SAMPLE * 2).max(1);
    let mut lengths: HashMap<String, usize> = HashMap::new();
    for element in all.iter().step_by(step) {
        let record = Record::new(element, container, url);
        let Some(block) = record.block(None).filter(|block| !block.same(element)) else {
            continue;
        };
        let length = block::written(&record, &block).min(400);
        for name in names(&block, block.parent().as_ref()) {
            // A name that fits something before it would find that instead.
            if record.first(&name).is_some_and(|first| first.same(&block)) {
                *lengths.entry(name).or_default() += length;
            }
        }
    }
    let best = lengths
        .into_iter()
        .max_by(|one, other| one.1.cmp(&other.1).then_with(|| other.0.cmp(&one.0)));
    best.map(|(name, _)| name)
}
