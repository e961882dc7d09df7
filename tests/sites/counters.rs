//! The elements that step back (`[counters]` in a site file) show a number of
//! their kind and nothing else.

use super::support::{own_page, read_page, saved_page};
use super::{saved, written};
use rapport::counters::Counter;
use rapport::post::Post;
use rapport::read::{Field, SITES, Site, counters_of};
use scraper::{ElementRef, Html, Selector};

/// Longer texts are more than a number with its word.
const LONGEST: usize = 30;

/// What stands instead of a number where there is none yet.
const NONE: [&str; 8] = ["", "•", "~", "Like", "Vote", "Reply", "Share", "Repost"];

/// What pages of our own say where a count is read from elsewhere, and what is
/// none.
const TRAPS: [&str; 2] = ["x", "a lot"];

/// Sites that show a counter where no style sheet of a page reaches, or only in
/// an attribute, and why.
const UNREACHED: [(&str, Counter, &str); 2] = [
    ("reddit", Counter::Likes, "in the post's shadow root"),
    ("reddit-old", Counter::Reposts, "it is shown nowhere"),
];

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Elements from whose text a field is read.
fn sources(site: &Site, field: Field) -> Vec<Selector> {
    let links = site.chain(field).iter();
    let texts = links.filter(|link| link.attribute.is_none() && link.value.is_none());
    texts.filter_map(|link| link.at).map(selector).collect()
}

fn shown(post: &Post, counter: Counter) -> bool {
    let count = match counter {
        Counter::Likes => post.likes,
        Counter::Reposts => post.reposts,
        Counter::Views => post.views,
        Counter::Followers => None,
    };
    count.is_some_and(|count| count.value > 0)
}

fn check(name: &str, html: &str, url: &str) -> Vec<String> {
    let read = read_page(html, url);
    let document = Html::parse_document(html);
    let replies = sources(read.site, Field::Replies);
    let mut wrong = Vec::new();
    for (counter, selectors) in Counter::ALL.into_iter().zip(counters_of(read.site.name())) {
        let is_shown = read
            .readings
            .iter()
            .any(|reading| shown(&reading.post, counter));
        let unreached = |(site, other, _): &(&str, Counter, &str)| {
            *site == read.site.name() && *other == counter
        };
        let Some(selectors) = selectors else {
            if is_shown && !UNREACHED.iter().any(unreached) {
                wrong.push(format!(
                    "{name}: {} are shown and have no selector",
                    counter.name()
                ));
            }
            continue;
        };
        let selectors = selector(selectors);
        let hits: Vec<ElementRef<'_>> = document.select(&selectors).collect();
        let samples: Vec<String> = hits.iter().take(4).map(|hit| text(*hit)).collect();
        println!(
            "{:24} {:26} {:9} {:4}  {samples:?}",
            read.site.name(),
            name,
            counter.name(),
            hits.len()
        );
        if is_shown && hits.is_empty() && !UNREACHED.iter().any(unreached) {
            wrong.push(format!(
                "{name}: {} are shown and none is found",
                counter.name()
            ));
        }
        for hit in hits {
            let text = text(hit);
            let numeric = text.chars().any(char::is_numeric);
            if text.chars().count() > LONGEST
                || !(numeric || NONE.contains(&text.as_str()) || TRAPS.contains(&text.as_str()))
            {
                wrong.push(format!("{name}: {} is no number: {text:?}", counter.name()));
            }
            let parts = hit.descendants().filter_map(ElementRef::wrap);
            if parts
                .into_iter()
                .any(|part| replies.iter().any(|reply| reply.matches(&part)))
            {
                wrong.push(format!(
                    "{name}: {} hide the replies: {text:?}",
                    counter.name()
                ));
            }
        }
    }
    wrong
}

#[test]
fn what_steps_back_is_a_number_of_its_kind_and_no_number_of_replies() {
    let mut wrong = Vec::new();
    for page in written::pages() {
        wrong.extend(check(
            &page.name,
            &own_page(&format!("{}.html", page.name)),
            &page.url,
        ));
    }
    for page in saved::pages() {
        if let Some(html) = saved_page(page.file) {
            wrong.extend(check(page.name, &html, page.url));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_site_says_which_elements_are_counters() {
    for site in SITES {
        let all = counters_of(site.name());
        assert!(
            all.iter().any(Option::is_some),
            "{} has no [counters]",
            site.name()
        );
        for selectors in all.into_iter().flatten() {
            selector(selectors);
            assert!(
                !selectors.contains("::"),
                "{}: {selectors} is no part of :is()",
                site.name()
            );
        }
    }
}
