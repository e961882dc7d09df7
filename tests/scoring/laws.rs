//! Laws that hold for every page.

use crate::pages::{page, regime, reply, scores};
use proptest::prelude::*;
use rapport::advise::{self, Told};
use rapport::post::{Count, Post};
use rapport::score::table::{Caps, GAINS, LOSSES, Weights};
use rapport::score::{self, ReasonKey, Score};
use rapport::signals::{self, Head, Regime, text};

/// Something a person could say that nobody on the page has said.
const NEW: &str = "In our street the third house keeps seventeen grey pigeons on its roof";

/// Adds a reply to the post at `to`; the announced numbers of replies of the
/// next `follow` posts upwards follow, the others lag behind.
fn answered(posts: &[Post], to: usize, reply: Post, follow: usize) -> Vec<Post> {
    let mut more = posts.to_vec();
    let mut seen = Vec::new();
    let mut up = Some(posts[to].id.clone());
    while let Some(id) = up
        .take()
        .filter(|id| !seen.contains(id) && seen.len() < follow)
    {
        for post in more.iter_mut().filter(|post| post.id == id) {
            post.replies = post
                .replies
                .map(|old| Count::between(old.low + 1, old.value + 1, old.high + 1));
            up = post.parent.clone();
        }
        seen.push(id);
    }
    more.push(reply);
    more
}

fn lowered(before: &[Score], after: &[Score]) -> Option<usize> {
    (0..before.len()).find(|at| after[*at].conversation < before[*at].conversation)
}

fn raised(before: &[Score], after: &[Score]) -> Option<usize> {
    (0..before.len()).find(|at| {
        before[*at].conversation.is_some() && after[*at].conversation > before[*at].conversation
    })
}

fn cap(caps: &Caps, key: ReasonKey) -> i32 {
    let gains = GAINS.iter().zip(caps.feed.iter().zip(&caps.thread));
    let losses = LOSSES.iter().zip(&caps.loss);
    let gain = gains
        .filter(|(gain, _)| gain.key == key)
        .map(|(_, (feed, thread))| *feed.max(thread));
    let loss = losses
        .filter(|(loss, _)| loss.key == key)
        .map(|(_, cap)| *cap);
    gain.chain(loss).map(i32::from).sum()
}

proptest! {

    #[test]
    fn a_hundred_times_the_likes_raises_no_score(posts in page(), regime in regime()) {
        crate::ready();
        let mut applauded = posts.clone();
        for post in &mut applauded {
            post.likes = post.likes.map(|likes| Count::between(
                likes.low.saturating_mul(100),
                likes.value.saturating_mul(100),
                likes.high.saturating_mul(100),
            ));
        }
        let (before, after) = (scores(&posts, regime), scores(&applauded, regime));
        prop_assert_eq!(raised(&before, &after), None);
        for (before, after) in before.iter().zip(&after) {
            prop_assert_eq!(before.conversation.is_some(), after.conversation.is_some());
        }
    }

    #[test]
    fn the_order_of_posts_changes_nothing(
        (posts, order) in page().prop_flat_map(|posts| {
        crate::ready();
            let order: Vec<usize> = (0..posts.len()).collect();
            (Just(posts), Just(order).prop_shuffle())
        }),
        regime in regime(),
    ) {
        let shuffled: Vec<Post> = order.iter().map(|at| posts[*at].clone()).collect();
        let (plain, turned) = (scores(&posts, regime), scores(&shuffled, regime));
        for (to, from) in order.iter().enumerate() {
            prop_assert_eq!(&plain[*from], &turned[to]);
        }
    }

    #[test]
    fn a_substantive_reply_by_someone_new_lowers_no_score(
        posts in page(), to in 0_usize..30, follow in 0_usize..9, question: bool
    ) {
        crate::ready();
        let to = to % posts.len();
        let text = if question { format!("{NEW}. How do you like it?") } else { NEW.to_owned() };
        let new = reply("zzz", &posts[to].id, "someone new", &text);
        let more = answered(&posts, to, new, follow);
        let (before, after) = (scores(&posts, Regime::Thread), scores(&more, Regime::Thread));
        prop_assert_eq!(lowered(&before, &after), None);
    }

    #[test]
    fn replies_that_say_nothing_raise_no_score(
        mut posts in page(), to in 0_usize..30, kind in 0_usize..5, follow in 0_usize..2, copied in 0_usize..30
    ) {
        crate::ready();
        let to = to % posts.len();
        let mut junk = reply("zzzzzz", &posts[to].id, "someone new", NEW);
        match kind {
            0 => junk.deleted = true,
            1 => junk.text = "👏👏🔥".into(),
            2 => junk.text = "k".into(),
            3 => junk.text = "https://example.org/elsewhere".into(),
            _ => {
                // A copy of what somebody said before.
                let copied = copied % posts.len();
                posts[copied].published.get_or_insert("2026-11-22T10:00:00Z".into());
                let original = &posts[copied];
                let copies = posts.iter().filter(|post| post.id == original.id).count();
                prop_assume!(!original.deleted && copies == 1);
                junk.text = format!("{} 🎉!!", original.text.to_uppercase());
                junk.published = Some("2026-11-23T09:00:00Z".into());
                prop_assume!(text::of(&junk).fingerprint == text::of(original).fingerprint);
            }
        }
        let more = answered(&posts, to, junk, follow);
        let (before, after) = (scores(&posts, Regime::Thread), scores(&more, Regime::Thread));
        prop_assert_eq!(raised(&before, &after), None);
    }

    #[test]
    fn every_score_is_the_sum_of_its_reasons_within_their_caps(
        posts in page(), regime in regime(), percent in prop::array::uniform15(0_u16..300), own: bool
    ) {
        crate::ready();
        let caps = if own { Caps::with(&Weights { percent }) } else { Caps::default() };
        for signals in signals::of(&posts, regime) {
            let score = score::with(&signals, &caps);
            let sum: i32 = score.reasons.iter().map(|reason| reason.points).sum();
            match score.conversation {
                Some(conversation) => prop_assert_eq!(i32::from(conversation), sum),
                None => prop_assert!(score.reasons.is_empty()),
            }
            prop_assert!((0..=100).contains(&sum));
            prop_assert!((0.0..=1.0).contains(&score.confidence));
            for reason in &score.reasons {
                prop_assert!(reason.points != 0 && reason.points.abs() <= cap(&caps, reason.key));
                let loses = LOSSES.iter().any(|loss| loss.key == reason.key);
                prop_assert_eq!(reason.points < 0, loses);
            }
            let sizes: Vec<i32> = score.reasons.iter().map(|reason| -reason.points.abs()).collect();
            prop_assert!(sizes.is_sorted());
        }
    }

    #[test]
    fn unknown_replies_are_never_worse_than_none(posts in page()) {
        crate::ready();
        let with = |replies: Option<Count>| {
            let mut posts = posts.clone();
            posts[0].replies = replies;
            scores(&posts[..1], Regime::Feed).swap_remove(0)
        };
        let (unknown, zero) = (with(None), with(Some(Count::exact(0))));
        prop_assert_eq!(unknown.conversation, None);
        prop_assert!(zero.conversation.is_some());
        prop_assert!(unknown.confidence <= zero.confidence);
    }

    #[test]
    fn every_reading_is_a_share_or_not_read(text in "\\PC{0,300}", lang in prop::option::of("[a-z]{2}")) {
        crate::ready();
        let read = text::read(&text, lang.as_deref());
        for head in Head::ALL {
            prop_assert!(read.get(head).is_none_or(|value| (0.0..=1.0).contains(&value)));
            prop_assert!(read.cues(head).len() <= text::MAX_CUES);
        }
    }

    #[test]
    fn no_page_makes_advice_fail(posts in page(), regime in regime()) {
        crate::ready();
        for (post, signals) in posts.iter().zip(signals::of(&posts, regime)) {
            let score = score::of(&signals);
            let prompts = advise::prompts(post, &signals.text, &score, &mut Told::default());
            prop_assert!(prompts.len() <= advise::MAX_PROMPTS);
            for prompt in prompts {
                prop_assert!(!prompt.text.contains("$PHRASE$") && !prompt.text.contains("$QUESTION$"));
                prop_assert!(!prompt.text.contains("http"), "{}", prompt.text);
            }
        }
    }
}

#[test]
fn a_million_characters_read_like_their_beginning() {
    crate::ready();
    for piece in [
        "What do you think? I felt lost, because nobody asked. ",
        "a? ",
        "««««",
        "\"",
        "you idiot ",
        "é\u{301}👍🏽",
        "@",
        "#a.",
        "?!",
    ] {
        let long = piece.repeat(1_000_000 / piece.len());
        let mut end = rapport::text::MAX_BYTES;
        while !long.is_char_boundary(end) {
            end -= 1;
        }
        assert_eq!(
            text::read(&long, Some("en")),
            text::read(&long[..end], Some("en"))
        );
    }
}

#[test]
fn ten_thousand_comments_in_one_chain_or_one_fan_are_scored() {
    crate::ready();
    for parent in [|at: usize| at - 1, |_: usize| 0] {
        let id = |at: usize| {
            if at == 0 {
                "top".into()
            } else {
                format!("c{at}")
            }
        };
        let mut posts = vec![crate::pages::post("What do you all think?", 9_999, 3)];
        for at in 1..10_000 {
            let text = format!("I think number {at} is right because of what you said");
            posts.push(reply(&id(at), &id(parent(at)), &format!("p{at}"), &text));
        }
        let score = crate::pages::first(&posts, Regime::Thread);
        assert!(
            score.conversation.is_some_and(|talk| talk >= 50),
            "{score:?}"
        );
    }
}
