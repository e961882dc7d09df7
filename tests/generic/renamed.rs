//! What is left of a site's reading when the site renames every class and
//! every test id overnight: by the file alone, and with repairs.

use crate::known::pages;
use crate::strangers::start;
use crate::support::{NOW, TestElement, keep, saved_page};
use rapport::read::{Field, HealthLine, Reader, Reading, Site, health, lost, thread};
use scraper::Html;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

/// A name that tells nothing of the one it stands for (FNV-1a).
fn renamed(name: &str) -> String {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("z{hash:x}")
}

/// The page with every class and test id renamed, each always alike.
fn rename(html: &str) -> String {
    let mut page = html.to_owned();
    for (attribute, quote) in [
        (" class=\"", '"'),
        (" data-testid=\"", '"'),
        (" class='", '\''),
    ] {
        let mut parts = page.split(attribute);
        let mut new = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (names, rest) = part.split_once(quote).unwrap_or((part, ""));
            let names: Vec<String> = names.split_whitespace().map(renamed).collect();
            new.push_str(&format!("{attribute}{}{quote}{rest}", names.join(" ")));
        }
        page = new;
    }
    page
}

/// Reads a page, with or without what mends a file that no longer fits.
fn read(html: &str, url: &str, repairs: bool) -> Vec<Reading> {
    let document = Html::parse_document(html);
    let root = TestElement(document.root_element());
    let host = url.split('/').nth(2).unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let Some(site) = Site::find(host, &root) else {
        return Vec::new();
    };
    let mut reader = if repairs {
        Reader::choose(site, &root, url)
    } else {
        Reader::new(site, url)
    };
    reader.set_now(NOW);
    let all = |reader: &Reader| -> Vec<Reading> {
        let containers = reader.containers(&root);
        let read = containers.iter().filter_map(|one| reader.read(one).ok());
        read.collect()
    };
    let mut readings = all(&reader);
    if repairs && reader.plan().is_none() {
        reader.repair(lost(site, &readings));
        readings = all(&reader);
    }
    thread::assemble(&mut readings.iter_mut().collect::<Vec<_>>());
    readings
}

/// Posts with a text that are those of `before`, and of them author, time and
/// address.
type Same = [usize; 4];

fn same(before: &[Reading], after: &[Reading]) -> Same {
    let by_text: HashMap<String, &Reading> = after
        .iter()
        .map(|reading| (start(&reading.post.text), reading))
        .collect();
    let mut texts = BTreeSet::new();
    let mut same = [0; 4];
    for old in before {
        let text = start(&old.post.text);
        let Some(new) = by_text.get(&text).filter(|_| !text.is_empty()) else {
            continue;
        };
        if texts.insert(text) {
            same[0] += 1;
            let pairs = [
                (&old.post.author, &new.post.author),
                (&old.post.published, &new.post.published),
                (&old.post.permalink, &new.post.permalink),
            ];
            for (count, (old, new)) in same[1..].iter_mut().zip(pairs) {
                *count += usize::from(old.is_some() && old == new);
            }
        }
    }
    same
}

#[test]
fn repairs_never_lose_what_is_left_when_every_class_is_renamed() {
    let mut table =
        String::from("| page | posts | author | published | permalink |\n|---|--:|--:|--:|--:|\n");
    let mut sum = [[0; 4]; 3];
    let mut add = |name: &str, counts: [Same; 3]| {
        let cells: Vec<String> = (0..4)
            .map(|field| {
                format!(
                    "{} → {} → {}",
                    counts[0][field], counts[1][field], counts[2][field]
                )
            })
            .collect();
        let _ = writeln!(table, "| {name} | {} |", cells.join(" | "));
    };
    let mut worse = Vec::new();
    for page in pages() {
        let Some(html) = saved_page(page.file) else {
            continue;
        };
        let before = read(&html, page.url, true);
        let broken = rename(&html);
        let counts = [
            same(&before, &before),
            same(&before, &read(&broken, page.url, false)),
            same(&before, &read(&broken, page.url, true)),
        ];
        add(page.name, counts);
        for (sum, count) in sum.iter_mut().flatten().zip(counts.iter().flatten()) {
            *sum += count;
        }
        let [_, alone, mended] = counts;
        if alone
            .iter()
            .zip(mended)
            .any(|(alone, mended)| mended < *alone)
        {
            worse.push(page.name);
        }
    }
    add("all", sum);
    println!("{table}");
    assert!(worse.is_empty(), "repairs lose something on {worse:?}");
    if sum[0][0] > 0 {
        keep("renamed", &table);
    }
}

#[test]
fn repairs_change_nothing_where_the_file_fits() {
    for page in pages() {
        let Some(html) = saved_page(page.file) else {
            continue;
        };
        let (with, without) = (read(&html, page.url, true), read(&html, page.url, false));
        assert_eq!(
            same(&without, &with),
            same(&without, &without),
            "{}",
            page.name
        );
    }
}

#[test]
fn a_lost_field_is_found_again_and_told() {
    let posts: String = (1..7)
        .map(|number| {
            format!(
                "<article data-id='{number}' class='post'><p class='head'><a class='byline' \
                 data-handle='ana{number}' href='/user/ana'>Ana</a> \
                 <time datetime='2026-11-2{number}T08:00:00Z'>today</time></p><div class='body'><p>What number \
                 {number} has to say about it.</p></div><button>Answer</button></article>"
            )
        })
        .collect();
    let html = format!("<meta name='generator' content='rapport-demo'><main>{posts}</main>");
    let document = Html::parse_document(&html);
    let root = TestElement(document.root_element());
    let site = Site::find("127.0.0.1", &root).expect("the demo site");
    let mut reader = Reader::new(site, "http://127.0.0.1/");
    let read = |reader: &Reader| -> Vec<Reading> {
        let containers = reader.containers(&root);
        let read = containers.iter().map(|one| reader.read(one));
        read.filter_map(Result::ok).collect()
    };
    let before = read(&reader);
    assert_eq!(before.len(), 0, "neither text nor author is found");
    let chosen = Reader::choose(site, &root, "http://127.0.0.1/");
    assert_eq!(read(&chosen).len(), 6, "the page's own plan finds them");

    reader.repair(vec![Field::Author, Field::Text]);
    let after = read(&reader);
    let first = &after.first().expect("a post").post;
    assert_eq!(first.author.as_deref(), Some("ana1"));
    assert_eq!(first.text, "What number 1 has to say about it.");
    let lines = health(site, &after);
    for field in [Field::Author, Field::Text] {
        assert!(
            lines.contains(&HealthLine::Repaired { field, posts: 6 }),
            "{lines:?}"
        );
    }
    assert!(lost(site, &after).contains(&Field::Text), "it stays lost");
}
