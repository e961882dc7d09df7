//! How well subjects are found: on posts that were labelled by hand.
//!
//! A post is hit where one of its subjects has the key of a label, or holds all
//! words of one ("old radio from 1951" holds "old radio").

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use rapport::subjects::{self, key};
use rapport::text::Text;
use rapport::words::Language;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Posts {
    post: Vec<Labelled>,
}

#[derive(Deserialize)]
struct Labelled {
    lang: String,
    /// Which set it is of, where it is not the first.
    set: Option<String>,
    text: String,
    about: Vec<String>,
}

fn hits(found: &str, about: &[String]) -> bool {
    let found = key(found);
    about.iter().any(|label| {
        let label = key(label);
        label
            .split(' ')
            .all(|word| found.split(' ').any(|other| other == word))
    })
}

/// Posts, hits by the first subject, hits by any, by language and set.
fn measured() -> BTreeMap<String, [usize; 3]> {
    let posts: Posts = toml::from_str(include_str!("posts.toml")).unwrap();
    let mut measured: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for post in posts.post {
        let found = subjects::of(&Text::new(&post.text), Language::from_tag(&post.lang));
        let first = found.first().is_some_and(|one| hits(one, &post.about));
        let any = found.iter().any(|one| hits(one, &post.about));
        if !first {
            println!("{}: {found:?} for {:?}", post.lang, post.about);
        }
        let set = post
            .set
            .map_or(post.lang.clone(), |set| format!("{} {set}", post.lang));
        let sums = measured.entry(set).or_default();
        sums[0] += 1;
        sums[1] += usize::from(first);
        sums[2] += usize::from(any);
    }
    measured
}

#[test]
fn subjects_are_what_people_say_posts_are_about() {
    let measured = measured();
    for (language, [posts, first, any]) in &measured {
        println!("{language}: {first} of {posts} by the first subject, {any} by any");
    }
    // Floors a little below what was measured: docs/subjects.md.
    let floors = [
        ("en", [8, 11]),
        ("en second", [8, 11]),
        ("fr", [7, 9]),
        ("fr second", [9, 10]),
    ];
    for (language, [least_first, least_any]) in floors {
        let [_, first, any] = measured[language];
        assert!(first >= least_first, "{language}: {first} by the first");
        assert!(any >= least_any, "{language}: {any} by any");
    }
    // Without a list of the language's little words it is only tolerable.
    let others = ["de", "es"].map(|language| measured[language][2]);
    assert!(others.iter().sum::<usize>() >= 3, "{others:?}");
}
