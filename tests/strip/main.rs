//! A thread at a glance: cases counted by hand, and what must hold of every
//! thread.

#![allow(clippy::unwrap_used)] // clippy sees helpers of tests as no tests

mod laws;
mod pages;
#[path = "../support/mod.rs"]
mod support;
mod telling;

use rapport::post::{Post, PostKind};
use rapport::signals::{Glance, TextSignals, conversation, text};

/// The glance of a page whose posts stand in this order.
pub fn glance(posts: &[Post]) -> Glance {
    let texts: Vec<TextSignals> = posts.iter().map(text::of).collect();
    let refs: Vec<&Post> = posts.iter().collect();
    conversation::of(&refs, &texts.iter().collect::<Vec<_>>())
}

/// The post that a thread hangs under.
pub fn top(author: &str) -> Post {
    Post {
        id: "top".into(),
        author: Some(author.into()),
        text: "We moved the old printing press into the kitchen last week.".into(),
        lang: Some("en".into()),
        ..Post::default()
    }
}

/// A comment.
pub fn says(id: &str, parent: &str, author: &str, text: &str) -> Post {
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

/// The ids of posts.
pub fn ids<'p>(posts: &'p [Post], nodes: &[usize]) -> Vec<&'p str> {
    nodes.iter().map(|node| &*posts[*node].id).collect()
}

/// The ids of the exchanges that are worth reading.
pub fn good<'p>(posts: &'p [Post], glance: &Glance) -> Vec<Vec<&'p str>> {
    let good = glance.good.as_ref().unwrap();
    good.iter().map(|nodes| ids(posts, nodes)).collect()
}
