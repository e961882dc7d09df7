//! Pages for the tests: hand-made ones, and a generator of all kinds.

use proptest::prelude::*;
use rapport::post::{Count, Post, PostKind};
use rapport::score::{self, Score};
use rapport::signals::{self, Regime};

/// A post of a feed.
pub fn post(text: &str, replies: u64, likes: u64) -> Post {
    Post {
        id: "top".into(),
        author: Some("ann".into()),
        text: text.into(),
        lang: Some("en".into()),
        replies: Some(Count::exact(replies)),
        likes: Some(Count::exact(likes)),
        ..Post::default()
    }
}

/// A comment of a thread page.
pub fn reply(id: &str, parent: &str, author: &str, text: &str) -> Post {
    Post {
        id: id.into(),
        parent: Some(parent.into()),
        author: Some(author.into()),
        text: text.into(),
        lang: Some("en".into()),
        kind: PostKind::Comment,
        depth: 1,
        ..Post::default()
    }
}

/// The scores of a page.
pub fn scores(posts: &[Post], regime: Regime) -> Vec<Score> {
    crate::ready();
    signals::of(posts, regime).iter().map(score::of).collect()
}

/// The score of the first post of a page.
pub fn first(posts: &[Post], regime: Regime) -> Score {
    scores(posts, regime).swap_remove(0)
}

fn text() -> impl Strategy<Value = String> {
    let said = prop::sample::select(vec![
        "I think the second one is better because it needs less water",
        "What would you change first, and how did you find out?",
        "Thank you, I had not thought of it. That makes sense.",
        "I agree, but when I was at school my mother did it in another way",
        "Je crois que vous avez raison, merci beaucoup pour ce partage !",
        "Qu’est-ce que vous en pensez, vous qui êtes sur place ?",
        "Das ist nicht so, weil wir es gestern mit den anderen versucht haben",
        "you are an idiot and you know it",
        "Ta gueule, espèce de crétin, tu racontes n'importe quoi",
        "Like if you agree and tag a friend who needs this!",
        "Buy now with promo code SPRING, free shipping for all of you",
        "So blessed and thrilled to announce that this is the best day ever!!!",
        "👍👍",
        "+",
        "https://example.org/a/b",
        "",
    ]);
    prop_oneof![
        8 => (said, 0_u32..50).prop_map(|(said, number)| match number {
            0..20 => said.to_owned(),
            _ => format!("{said} {number}"),
        }),
        1 => "\\PC{0,60}",
    ]
}

fn count() -> impl Strategy<Value = Option<Count>> {
    prop_oneof![
        1 => Just(None),
        3 => (0_u64..40).prop_map(|value| Some(Count::exact(value))),
        1 => (0_u64..3_000_000, 0_u64..60_000)
            .prop_map(|(value, half)| Some(Count::between(value.saturating_sub(half), value, value + half))),
    ]
}

/// A page: a post, and comments of which most answer something on the page.
/// Some have no author, no parent, a parent that is not there, the same id or
/// text as another, or answer in a circle.
pub fn page() -> impl Strategy<Value = Vec<Post>> {
    let one = (
        text(),
        count(),
        count(),
        prop::option::weighted(0.85, 0_u8..6),
        0_usize..40,
        0_u8..100,
        prop::option::of(0_u8..60),
    );
    prop::collection::vec(one, 1..28).prop_map(|all| {
        let size = all.len();
        let id = |at: usize| {
            if at == 0 {
                "top".to_owned()
            } else {
                format!("c{at}")
            }
        };
        (all.into_iter().enumerate())
            .map(
                |(at, (text, likes, replies, author, parent, luck, minute))| Post {
                    id: id(if luck == 0 { at / 2 } else { at }),
                    parent: match (at, luck) {
                        (0, _) | (_, 1..5) => None,
                        (_, 5..9) => Some("gone".into()),
                        (_, 9..13) => Some(id(parent % size)),
                        _ => Some(id(parent % at)),
                    },
                    author: author.map(|author| format!("person{author}")),
                    text,
                    kind: if at == 0 {
                        PostKind::Post
                    } else {
                        PostKind::Comment
                    },
                    depth: u32::from(at > 0),
                    likes,
                    replies,
                    promoted: luck == 13,
                    deleted: (14..18).contains(&luck),
                    published: minute.map(|minute| format!("2026-11-22T09:{minute:02}:00Z")),
                    ..Post::default()
                },
            )
            .collect()
    })
}

/// Feed or thread.
pub fn regime() -> impl Strategy<Value = Regime> {
    prop_oneof![Just(Regime::Feed), Just(Regime::Thread)]
}
