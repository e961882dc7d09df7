//! What the strip says of a thread, and its picture.

use crate::{glance, says, top};
use rapport::glance::{StripContent, strip};
use rapport::markup::{Child, Markup};
use rapport::post::Post;
use rapport::words::Language;

fn thread(people: usize) -> Vec<Post> {
    let mut posts = vec![top("ann")];
    for at in 0..people {
        let text = format!("The press came apart in {at} hours with two spanners and a rope");
        posts.push(says(&format!("c{at}"), "top", &format!("p{at}"), &text));
    }
    posts.push(says(
        "back",
        "c0",
        "ann",
        "Our kitchen floor would never carry it.",
    ));
    posts
}

fn told(posts: &[Post], language: Language) -> Option<StripContent> {
    strip(&glance(posts), &posts.iter().collect::<Vec<_>>(), language)
}

fn all<'m>(content: &'m StripContent, tag: &str) -> Vec<&'m Markup> {
    let parts = content.panel.iter().flat_map(Markup::all);
    parts.filter(|part| part.tag == tag).collect()
}

#[test]
fn too_little_is_not_told() {
    assert_eq!(told(&thread(2), Language::En), None);
    assert!(told(&thread(3), Language::En).is_some());
    let alone: Vec<Post> = std::iter::once(top("ann"))
        .chain((0..9).map(|at| {
            says(
                &format!("c{at}"),
                "top",
                "ben",
                &format!("It is number {at}"),
            )
        }))
        .collect();
    assert_eq!(told(&alone, Language::En), None);
}

#[test]
fn the_line_and_the_facts_are_told_in_both_languages() {
    let english = told(&thread(3), Language::En).unwrap();
    assert_eq!(english.line, "4 people · 1 exchange");
    let facts: Vec<String> = all(&english, "li").iter().map(|line| line.text()).collect();
    assert_eq!(
        facts,
        [
            "4 people · 4 comments",
            "1 exchange",
            "The author answered once",
            "Talk is shared evenly (98%)",
            "No question is left open",
            "No exchange stands out yet",
            "ann and p0: 2 answers",
            "p1 answered ann: 1 answer",
            "p2 answered ann: 1 answer",
        ]
    );
    let french = told(&thread(3), Language::Fr).unwrap();
    assert_eq!(french.line, "4 personnes · 1 échange");
    assert!(
        french
            .panel
            .iter()
            .any(|part| part.text().contains("ann et p0\u{a0}: 2 réponses"))
    );
}

#[test]
fn nothing_is_said_to_be_missing_where_replies_are_not_shown() {
    let mut posts = thread(4);
    posts.pop();
    posts[1].replies = Some(rapport::post::Count::exact(12));
    let content = told(&posts, Language::En).unwrap();
    assert_eq!(content.line, "5 people · 4 comments");
    let facts: Vec<String> = all(&content, "li").iter().map(|line| line.text()).collect();
    assert_eq!(
        facts[..2],
        ["5 people · 4 comments", "Talk is shared evenly (100%)"]
    );
    assert!(
        facts[2..].iter().all(|fact| fact.contains("answered ann")),
        "{facts:?}"
    );
}

#[test]
fn the_picture_has_a_sentence_and_at_most_twelve_people() {
    let content = told(&thread(30), Language::En).unwrap();
    let picture = all(&content, "svg");
    assert_eq!(picture[0].get("role"), Some("img"));
    assert_eq!(
        picture[0].get("aria-label"),
        Some("Who talks with whom: 31 people, 1 exchange.")
    );
    assert_eq!(all(&content, "circle").len(), 11);
    assert_eq!(all(&content, "polygon").len(), 1, "the author");
    let frame = content
        .panel
        .iter()
        .find(|part| part.get("class") == Some("picture"));
    assert!(frame.unwrap().text().ends_with("+19"));
    // All eleven answered the author, who answered one of them.
    let lines = all(&content, "line");
    let once = lines
        .iter()
        .filter(|line| line.get("class") == Some("tie once"));
    assert_eq!((lines.len(), once.count()), (11, 10));
}

#[test]
fn everything_drawn_is_in_the_frame() {
    for people in [3, 5, 12, 60] {
        let content = told(&thread(people), Language::En).unwrap();
        for circle in all(&content, "circle") {
            let number = |name| circle.get(name).unwrap().parse::<f64>().unwrap();
            let (x, y, radius) = (number("cx"), number("cy"), number("r"));
            for at in [x, y] {
                assert!(at - radius >= 0.0 && at + radius <= 200.0, "{at} {radius}");
            }
        }
    }
}

#[test]
fn a_name_full_of_placeholders_stays_as_it_is() {
    let mut posts = thread(3);
    posts[1].author = Some("$OTHER$ <b>".into());
    let content = told(&posts, Language::En).unwrap();
    let lines = all(&content, "li");
    assert!(
        lines.iter().any(|line| {
            line.children == [Child::Text("ann and $OTHER$ <b>: 2 answers".into())]
        })
    );
}
