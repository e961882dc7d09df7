//! Drafts with the tips that they should get.

use super::{checked, name};
use rapport::advise::draft::{Pause, Tip};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Drafts {
    posts: BTreeMap<String, String>,
    draft: Vec<Draft>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Draft {
    post: String,
    text: String,
    tips: Vec<String>,
    #[serde(default)]
    listened: bool,
    #[serde(default)]
    long: bool,
}

/// How many drafts each language has at least.
const LEAST: usize = 60;

fn compare(file: &str, lang: &str) {
    let drafts: Drafts = toml::from_str(file).unwrap();
    assert!(drafts.draft.len() >= LEAST, "{} drafts", drafts.draft.len());
    let mut wrong = Vec::new();
    for draft in &drafts.draft {
        let pause = if draft.long {
            Pause::Long
        } else {
            Pause::Short
        };
        let checked = checked(&draft.text, &drafts.posts[&draft.post], lang, pause);
        let tips: Vec<_> = checked.tips.iter().map(name).collect();
        if tips != draft.tips || checked.listened != draft.listened {
            wrong.push(format!(
                "{:?} ({}): {tips:?} {}, {:?}",
                draft.text, draft.post, checked.listened, checked.listening
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

#[test]
fn english_drafts_get_their_tips() {
    compare(include_str!("drafts-en.toml"), "en");
}

#[test]
fn french_drafts_get_their_tips() {
    compare(include_str!("drafts-fr.toml"), "fr");
}

#[test]
fn a_tip_names_words_of_the_post_in_their_language() {
    let post = "Le vieux pont de chemin de fer a rouvert. Les bénévoles ont travaillé neuf ans.";
    let tips = checked(
        "C’est une très bonne nouvelle pour tout le monde.",
        post,
        "fr",
        Pause::Short,
    )
    .tips;
    let [Tip::TakeUp(Some(phrase)), Tip::Ask] = tips.as_slice() else {
        panic!("{tips:?}");
    };
    assert!(post.contains(&phrase.text));
    assert_eq!(phrase.language.tag(), "fr");
}

#[test]
fn a_wall_of_text_is_long() {
    let post = "The old railway bridge in our town reopened for bicycles today.";
    let sentence = "The bridge is good for you and for your town, is it not? ";
    let tips = |times: usize, between: &str| {
        let draft = format!("{sentence}{between}").repeat(times);
        let tips = checked(&draft, post, "en", Pause::Short).tips;
        tips.iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(tips(6, ""), [""; 0]);
    assert_eq!(tips(10, ""), ["long"], "one block");
    assert_eq!(tips(10, "\n"), [""; 0], "the same in lines");
    assert_eq!(tips(30, "\n"), ["long"]);
}
