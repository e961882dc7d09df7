use super::*;
use crate::inspect::{InspectedReason, InspectedThread, Timing};
use crate::post::PostKind;
use crate::score::Stance;
use crate::voice::plain::VOICE;

/// An inspection in which every field is there.
pub(super) fn inspection() -> Inspection {
    Inspection {
        version: "0.1.0".into(),
        url: "https://example.org/".into(),
        site: Some("example".into()),
        reader: ReaderKind::Site,
        engine: Engine::Js,
        posts: vec![InspectedPost {
            id: "1".into(),
            permalink: Some("https://example.org/1".into()),
            author: Some("ada".into()),
            name: Some("Ada".into()),
            text: "é".repeat(200),
            lang: Some("fr".into()),
            published: Some("2026-11-22T09:14:00Z".into()),
            kind: PostKind::Post,
            parent: Some("0".into()),
            depth: 0,
            likes: Some(Count::between(1150, 1200, 1250)),
            replies: None,
            reposts: Some(Count::exact(2)),
            views: Some(Count::exact(3)),
            quote: Some("Why?".into()),
            promoted: false,
            deleted: false,
            collapsed: true,
            score: Some(40),
            confidence: 0.5,
            stance: Stance::QuietGem,
            reasons: vec![InspectedReason {
                key: "people".into(),
                points: -4,
                evidence: "few".into(),
            }],
            prompts: vec!["Why?".into()],
        }],
        thread: Some(InspectedThread {
            comments: 4,
            people: 3,
            exchanges: Some(1),
            author_back: Some(1),
            balance: Some(0.9),
            unanswered: Some(vec!["b".into()]),
            good: Some(vec![vec!["c".into(), "d".into(), "e".into()]]),
        }),
        health: vec!["no replies".into()],
        timing: Timing {
            first_badge_ms: Some(1.0),
            ..Timing::default()
        },
        settled: true,
    }
}

#[test]
fn a_post_is_shown_with_its_bounds_and_what_is_not_known() {
    let shown = html("main").with_all(view(VOICE, &inspection()));
    let text = shown.text();
    assert!(text.contains("40 Quiet gem 1150–1250 – 50% ada"), "{text}");
    assert!(text.contains("-4  people: few"), "{text}");
    assert!(text.contains(&format!("{}…", "é".repeat(EXCERPT))));
    assert!(text.contains("no replies") && text.contains("JavaScript"));
}

#[test]
fn the_documentation_names_every_field() {
    fn names(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    found.push(name.clone());
                    names(value, found);
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| names(item, found)),
            _ => {}
        }
    }
    let documentation = include_str!("../../docs/inspect.md");
    let mut found = Vec::new();
    names(&serde_json::to_value(inspection()).unwrap(), &mut found);
    assert!(found.len() > 30);
    for name in found {
        assert!(
            documentation.contains(&format!("`{name}`")),
            "{name} is not in docs/inspect.md"
        );
    }
}
