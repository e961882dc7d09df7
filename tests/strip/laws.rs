//! Laws that hold for every thread.

use crate::{glance, says, top};
use proptest::prelude::*;
use rapport::post::{Count, Post};
use rapport::signals::{self, Regime, TextSignals, conversation, text};

const TEXTS: [&str; 9] = [
    "I think the second one is better because it needs less water in summer",
    "What would you change first, and how did you find out about it?",
    "Thank you, I had not thought of it. That makes sense to me now.",
    "I agree, but when I was at school my mother did it in another way",
    "you are an idiot and you know it",
    "Like if you agree and tag a friend who needs this!",
    "Thanks!",
    "👍👍",
    "",
];

/// A thread with comments of few people, some deleted, some copied.
fn thread() -> impl Strategy<Value = Vec<Post>> {
    let comment = (
        any::<prop::sample::Index>(),
        0_u8..6,
        prop::sample::select(TEXTS.to_vec()),
        0_u32..40,
        prop::bool::weighted(0.1),
        prop::option::of(0_u64..3),
    );
    prop::collection::vec(comment, 0..40).prop_map(|comments| {
        let mut posts = vec![top("p0")];
        for (at, (under, who, text, number, deleted, replies)) in comments.into_iter().enumerate() {
            let parent = posts[under.index(posts.len())].id.clone();
            let text = match number {
                0..30 => format!("{text} {number}{at}"),
                _ => text.to_owned(),
            };
            let mut post = says(&format!("c{at}"), &parent, &format!("p{who}"), &text);
            post.deleted = deleted;
            post.replies = replies.map(Count::exact);
            if who == 5 {
                post.author = None;
            }
            posts.push(post);
        }
        posts
    })
}

proptest! {
    #[test]
    fn a_new_persons_reply_lowers_neither_people_nor_exchanges(
        posts in thread(), under in any::<prop::sample::Index>()
    ) {
        let mut more = posts.clone();
        let parent = posts[under.index(posts.len())].id.clone();
        more.push(says("new", &parent, "someone new", "Seventeen grey pigeons keep our third roof"));
        let (before, after) = (glance(&posts), glance(&more));
        prop_assert_eq!(after.people.len(), before.people.len() + 1);
        prop_assert_eq!(after.comments, before.comments + 1);
        if let (Some(before), Some(after)) = (before.exchanges(), after.exchanges()) {
            prop_assert!(after >= before);
        }
    }

    #[test]
    fn links_that_were_made_for_the_scores_give_the_same_glance(posts in thread()) {
        let texts: Vec<TextSignals> = posts.iter().map(text::of).collect();
        let refs: Vec<&Post> = posts.iter().collect();
        let (_, links) = signals::combine_linked(&refs, texts.clone(), Regime::Thread);
        let texts: Vec<&TextSignals> = texts.iter().collect();
        prop_assert_eq!(conversation::of_linked(&refs, &texts, &links.unwrap()), glance(&posts));
    }

    #[test]
    fn other_names_change_nothing(posts in thread()) {
        let mut renamed = posts.clone();
        for post in &mut renamed {
            post.author = post.author.as_ref().map(|name| format!("{}-{}", name.len(), name.chars().rev().collect::<String>()));
        }
        prop_assert_eq!(glance(&posts), glance(&renamed));
    }

    #[test]
    fn no_good_exchange_holds_a_hostile_post(posts in thread()) {
        for exchange in glance(&posts).good.into_iter().flatten() {
            prop_assert!(exchange.len() >= 3);
            for (place, node) in exchange.iter().enumerate() {
                prop_assert!(!posts[*node].text.contains("idiot"));
                prop_assert!(!posts[*node].deleted);
                // Two people, turn by turn.
                prop_assert_eq!(&posts[*node].author, &posts[exchange[place % 2]].author);
            }
            for pair in exchange.windows(2) {
                prop_assert_eq!(posts[pair[1]].parent.as_ref(), Some(&posts[pair[0]].id));
            }
        }
    }

    #[test]
    fn making_everyone_hostile_leaves_nothing_good(mut posts in thread()) {
        for (at, post) in posts.iter_mut().enumerate() {
            post.text = format!("You are an idiot and you know it, number {at} of the whole street");
        }
        let after = glance(&posts);
        prop_assert!(after.good.unwrap_or_default().is_empty());
        prop_assert!(after.unanswered.unwrap_or_default().is_empty());
    }

    #[test]
    fn what_a_deleted_post_says_counts_for_nothing(
        mut posts in thread(), which in any::<prop::sample::Index>(), text in prop::sample::select(TEXTS.to_vec())
    ) {
        let at = which.index(posts.len());
        prop_assume!(at > 0);
        posts[at].deleted = true;
        let before = glance(&posts);
        posts[at].text = text.to_owned();
        posts[at].author = Some("a ghost".into());
        prop_assert_eq!(&before, &glance(&posts));
        posts[at].author = None;
        prop_assert_eq!(&before, &glance(&posts));
    }

    #[test]
    fn an_open_question_has_no_answer_below_it(posts in thread()) {
        let glance = glance(&posts);
        for node in glance.unanswered.iter().flatten() {
            let post = &posts[*node];
            for reply in posts.iter().filter(|reply| reply.parent.as_ref() == Some(&post.id)) {
                let says_nothing = reply.deleted || !reply.text.chars().any(char::is_alphanumeric);
                prop_assert!(says_nothing || (reply.author == post.author && post.author.is_some()));
            }
        }
        if let Some(balance) = glance.balance {
            prop_assert!((0.0..=1.0).contains(&balance));
        }
    }
}
