//! Threads small enough to be counted by hand.

use crate::{glance, good, ids, says, support, top};
use rapport::post::{Count, Post};
use rapport::signals::conversation::Tie;

/// Ten words each, so that three of them are just enough.
const PRESS: &str = "The press came apart in three hours with two spanners";
const FLOOR: &str = "Our kitchen floor would never carry so much cast iron";
const BEAMS: &str = "The beams below it were doubled before it moved in";

fn talk() -> Vec<Post> {
    vec![
        top("ann"),
        says("a", "top", "ben", PRESS),
        says("b", "a", "ann", FLOOR),
        says("c", "b", "ben", BEAMS),
        says("d", "top", "cleo", "How did you get it through the door?"),
    ]
}

#[test]
fn a_small_thread_is_as_counted_by_hand() {
    let posts = talk();
    let glance = glance(&posts);
    assert_eq!(glance.comments, 4);
    assert_eq!(glance.people.len(), 3);
    assert_eq!(glance.author, Some(0));
    assert_eq!(glance.author_back, Some(1));
    let tie = |between, there, back| Tie {
        between,
        there,
        back,
    };
    // ann is 0, ben 1, cleo 2: ann answered ben once, he her twice, cleo her once.
    assert_eq!(
        glance.ties,
        Some(vec![tie((0, 1), 1, 2), tie((0, 2), 0, 1)])
    );
    assert_eq!(glance.exchanges(), Some(1));
    assert_eq!(ids(&posts, glance.unanswered.as_ref().unwrap()), ["d"]);
    assert_eq!(good(&posts, &glance), [["a", "b", "c"]]);
    // 10, 20 and 8 of 38 words: 1.0172 of ln 3 = 1.0986.
    assert!((glance.balance.unwrap() - 0.9259).abs() < 0.0005);
}

#[test]
fn balance_is_one_where_all_say_equally_much_and_small_where_one_talks() {
    let of = |a: usize, b: usize| {
        let words = |count: usize| "word ".repeat(count);
        let posts = [
            top("ann"),
            says("a", "top", "ben", &words(a)),
            says("b", "top", "cleo", &words(b)),
        ];
        glance(&posts).balance.unwrap()
    };
    assert!((of(20, 20) - 1.0).abs() < 1e-6);
    // The marks in the words of the strip: 2/3, 3/4, 4/5, 9/10.
    for (a, b, expected) in [
        (20, 10, 0.9183),
        (30, 10, 0.8113),
        (40, 10, 0.7219),
        (90, 10, 0.4690),
    ] {
        assert!(
            (of(a, b) - expected).abs() < 0.0005,
            "{a} {b}: {}",
            of(a, b)
        );
    }
    assert_eq!(
        glance(&[top("ann"), says("a", "top", "ben", PRESS)]).balance,
        None
    );
}

#[test]
fn a_question_is_open_until_someone_else_writes_under_it() {
    let asks = |mut more: Vec<Post>| {
        let mut posts = vec![
            top("ann"),
            says("a", "top", "ben", PRESS),
            says("q", "a", "cleo", "How did you lift the bed of it?"),
        ];
        posts.append(&mut more);
        glance(&posts).unanswered.unwrap().contains(&2)
    };
    assert!(asks(Vec::new()));
    assert!(asks(vec![says(
        "x",
        "q",
        "cleo",
        "Anyone at all out there?"
    )]));
    assert!(!asks(vec![says("x", "q", "ben", "With a hoist.")]));
    let deleted = Post {
        deleted: true,
        ..says("x", "q", "ben", "With a hoist.")
    };
    assert!(asks(vec![deleted]));
    // The one asked went on beside it, as where answers nest no deeper.
    assert!(!asks(vec![says("x", "a", "ben", "With a hoist.")]));
    assert!(asks(vec![says("x", "a", "dan", "Nice.")]));
}

#[test]
fn replies_that_are_announced_but_not_shown_leave_a_question_unknown() {
    let mut posts = talk();
    posts[4].replies = Some(Count::exact(2));
    assert_eq!(glance(&posts).unanswered, Some(Vec::new()));
    posts[4].replies = Some(Count::exact(0));
    assert_eq!(glance(&posts).unanswered, Some(vec![4]));
    posts[4].collapsed = true;
    assert_eq!(glance(&posts).unanswered, Some(Vec::new()));
}

#[test]
fn where_replies_are_not_shown_none_is_not_zero() {
    let alone = |announced: Option<u64>| {
        let mut posts = vec![
            top("ann"),
            says("a", "top", "ben", PRESS),
            says("b", "top", "cleo", FLOOR),
        ];
        posts[1].replies = announced.map(Count::exact);
        let glance = glance(&posts);
        (glance.is_partial, glance.exchanges(), glance.author_back)
    };
    assert_eq!(alone(None), (false, Some(0), Some(0)));
    assert_eq!(alone(Some(0)), (false, Some(0), Some(0)));
    assert_eq!(alone(Some(3)), (true, None, None));

    // What is there stays, whatever is not.
    let mut posts = talk();
    posts[0].replies = Some(Count::exact(4));
    assert!(!glance(&posts).is_partial);
    posts[0].replies = Some(Count::exact(40));
    let partly = glance(&posts);
    assert_eq!(
        (partly.is_partial, partly.exchanges(), partly.author_back),
        (true, Some(1), Some(1))
    );
    assert_eq!(good(&posts, &partly).len(), 1);
}

#[test]
fn what_is_short_hostile_or_unread_is_no_good_exchange() {
    let with = |last: Post| {
        let mut posts = talk();
        posts[3] = last;
        good(&posts, &glance(&posts)).len()
    };
    assert_eq!(with(says("c", "b", "ben", BEAMS)), 1);
    assert_eq!(
        with(says("c", "b", "ben", "The beams below were doubled.")),
        0
    );
    assert_eq!(with(says("c", "b", "dan", BEAMS)), 0);
    let hostile = "You are an idiot and you know it, as you always have been";
    assert_eq!(with(says("c", "b", "ben", hostile)), 0);
    let unread = Post {
        lang: Some("de".into()),
        ..says(
            "c",
            "b",
            "ben",
            "Die Balken darunter wurden alle verdoppelt, bevor sie kam, sagt er",
        )
    };
    assert_eq!(with(unread), 0);
}

#[test]
fn a_word_of_thanks_ends_an_exchange_and_a_hostile_branch_spoils_it() {
    let more = |text: &str| {
        let mut posts = talk();
        let long = format!("{PRESS}, {FLOOR}, {BEAMS}");
        posts[1].text = long;
        posts.push(says("e", "c", "ann", text));
        let glance = glance(&posts);
        good(&posts, &glance)
            .iter()
            .map(|posts| posts.join(" "))
            .collect::<Vec<_>>()
    };
    assert_eq!(more("Thanks!"), ["a b c e"]);
    assert!(more("You are an idiot and you know it.").is_empty());
}

#[test]
fn a_forum_that_does_not_tell_who_answers_whom_is_not_said_to() {
    let mut posts = talk();
    for post in &mut posts {
        post.parent = None;
    }
    let flat = glance(&posts);
    assert_eq!((flat.comments, flat.people.len()), (4, 3));
    assert!(flat.balance.is_some());
    assert_eq!(flat.ties, None);
    assert_eq!(flat.author_back, None);
    assert_eq!(flat.unanswered, None);
    assert_eq!(flat.good, None);
}

#[test]
fn of_several_posts_the_one_with_the_comments_is_the_threads() {
    let mut posts = talk();
    posts.push(Post {
        id: "other".into(),
        author: Some("zoe".into()),
        ..top("zoe")
    });
    let glance = glance(&posts);
    assert_eq!((glance.comments, glance.people.len()), (4, 3));
}

#[test]
fn a_page_of_hacker_news_is_as_counted_by_hand() {
    let page = support::read_page(
        &support::own_page("hackernews-item.html"),
        "https://news.ycombinator.com/item?id=9002",
    );
    let posts: Vec<Post> = (page.readings.into_iter())
        .map(|reading| reading.post)
        .collect();
    let glance = glance(&posts);
    // Three of its eight comments are deleted or flagged away.
    assert_eq!((glance.comments, glance.people.len()), (5, 4));
    assert_eq!(glance.exchanges(), Some(1));
    assert_eq!(glance.author_back, Some(1));
    assert_eq!(glance.unanswered, Some(Vec::new()));
    assert_eq!(good(&posts, &glance), [["9102", "9103", "9104"]]);
    // 7, 25, 12 and 6 of 50 words.
    assert!((glance.balance.unwrap() - 0.8792).abs() < 0.0005);
}
