//! Worked examples: what a person would expect of one post beside another.

use crate::pages::{first, post, reply};
use rapport::post::{Count, Post};
use rapport::score::{ReasonKey, Score};
use rapport::signals::Regime::{Feed, Thread};

fn talk(score: &Score) -> u8 {
    score.conversation.unwrap()
}

fn points(score: &Score, key: ReasonKey) -> i32 {
    (score.reasons.iter())
        .filter(|reason| reason.key == key)
        .map(|reason| reason.points)
        .sum()
}

const ASKS: &str = "My sourdough stays flat in a cold kitchen, and I have been at it for weeks. \
    What would you change first: the water, the time, or the flour?";

/// A thread of the same shape whatever is said: `lines` by turns of four
/// people, each answering the one before, under a post by one of them.
fn thread(top: &str, likes: u64, lines: &[&str]) -> Vec<Post> {
    let people = ["bo", "ann", "bo", "cleo", "dan", "cleo", "ann", "dan"];
    let mut posts = vec![post(top, lines.len() as u64, likes)];
    for (at, line) in lines.iter().enumerate() {
        let parent = match at % 4 {
            0 => "top".to_owned(),
            _ => format!("c{}", at - 1),
        };
        posts.push(reply(
            &format!("c{at}"),
            &parent,
            people[at % people.len()],
            line,
        ));
    }
    posts
}

const CIVIL: [&str; 8] = [
    "I see your point, but I think the lane would slow the street down, because of the trucks.",
    "Fair enough. How often do they unload, as far as you know?",
    "Twice a day, early. I could be wrong about the winter, though.",
    "I don't agree that nobody cycles there; I counted thirty one morning.",
    "Thirty is more than I thought. Where did you stand?",
    "At the bakery corner, from eight to nine. Thanks for asking.",
    "Then a loading bay with fixed hours might work for both of us.",
    "That makes sense. I would sign that, although the hill stays a hill.",
];

const QUARREL: [&str; 8] = [
    "You have no idea what you are talking about, you clown.",
    "Learn to read, idiot. Nobody cycles there.",
    "You people are all the same, shut up.",
    "You are pathetic and you are lying about the numbers.",
    "Are you stupid? I stood there myself.",
    "Get a life, you moron, you should be ashamed.",
    "You liar. Nobody asked you about the bakery.",
    "Shut up and go back to your sofa, you loser.",
];

#[test]
fn rich_talk_with_few_likes_beats_applause_without_talk() {
    let rich = thread(ASKS, 6, &CIVIL);
    let applause: Vec<&str> = vec![
        "Wow",
        "😍😍",
        "Stunning!",
        "👏",
        "Wow!!",
        "🔥",
        "So nice",
        "Wow",
    ];
    let applause = thread(
        "Golden hour never misses, it really is the best.",
        8412,
        &applause,
    );
    for regime in [Feed, Thread] {
        let (rich, applause) = (first(&rich, regime), first(&applause, regime));
        assert!(
            talk(&rich) >= talk(&applause) + 25,
            "{rich:?}\n{applause:?}"
        );
    }
}

#[test]
fn three_to_one_is_less_sure_and_scores_less_than_three_hundred_to_a_hundred() {
    let (small, large) = (
        first(&[post(ASKS, 3, 1)], Feed),
        first(&[post(ASKS, 300, 100)], Feed),
    );
    assert!(small.confidence + 0.2 < large.confidence);
    assert!(talk(&small) < talk(&large));
}

#[test]
fn a_rounded_count_is_less_sure_than_an_exact_one() {
    let exact = post(ASKS, 40, 100);
    let mut rounded = exact.clone();
    rounded.likes = Some(Count::between(50, 100, 149));
    let (exact, rounded) = (first(&[exact], Feed), first(&[rounded], Feed));
    assert!(rounded.confidence < exact.confidence);
    assert!(talk(&rounded) <= talk(&exact));
}

#[test]
fn bait_and_adverts_stay_low_though_many_answer() {
    let bait = "Name a city without the letter A! Comment below and tag a friend who will fail. \
        Can you do it?";
    let advert = "Tired of dull evenings? Buy now with promo code GLOW, free shipping for you!";
    let mut paid = post(
        "The lamp that you have been waiting for, because light is life.",
        300,
        40,
    );
    paid.promoted = true;
    let asks = first(&[post(ASKS, 300, 100)], Feed);
    for low in [post(bait, 300, 100), post(advert, 300, 100), paid] {
        let low = first(&[low], Feed);
        assert!(talk(&low) <= 25, "{low:?}");
        assert!(talk(&asks) >= talk(&low) + 40);
    }
}

#[test]
fn a_quarrel_scores_lower_than_civil_disagreement_of_the_same_shape() {
    let top = "The council wants to take the parking out of Mill Street for a bike lane.";
    let civil = first(&thread(top, 40, &CIVIL), Thread);
    let quarrel = first(&thread(top, 40, &QUARREL), Thread);
    assert!(
        talk(&civil) >= talk(&quarrel) + 25,
        "{civil:?}\n{quarrel:?}"
    );
    assert_eq!(points(&civil, ReasonKey::HostileReplies), 0);
}

#[test]
fn a_glossy_post_scores_lower_than_an_honest_one_with_the_same_counts() {
    let glossy =
        "Thrilled and humbled to announce that I was named a leader of the year! So blessed!!";
    let honest = "I was let go last week after six years, and I was ashamed to tell my wife. \
        I said thank you when they read it to me.";
    let (glossy, honest) = (
        first(&[post(glossy, 30, 200)], Feed),
        first(&[post(honest, 30, 200)], Feed),
    );
    assert!(
        talk(&glossy) + 10 <= talk(&honest),
        "{glossy:?}\n{honest:?}"
    );
}

#[test]
fn a_chatty_friendly_thread_is_not_punished() {
    let chat = |replies: usize| {
        let mut posts = vec![post("My cat filed a complaint.", replies as u64, 20)];
        for at in 0..replies {
            let text = format!("Ha, number {at} happened to my cat too, she was furious about it.");
            let parent = if at % 5 == 0 {
                "top".to_owned()
            } else {
                format!("c{}", at - 1)
            };
            let author = format!("p{}", at % 3 + at / 15 * 2);
            posts.push(reply(&format!("c{at}"), &parent, &author, &text));
        }
        first(&posts, Thread)
    };
    let (calm, chatty) = (chat(15), chat(300));
    for score in [&calm, &chatty] {
        assert!(
            score.reasons.iter().all(|reason| reason.points > 0),
            "{score:?}"
        );
    }
    assert!(talk(&chatty) >= talk(&calm) + 20, "{calm:?}\n{chatty:?}");
}

#[test]
fn one_person_talking_alone_is_not_a_conversation() {
    let mut alone = vec![post("Some notes of mine on the tide tables.", 30, 5)];
    let mut shared = alone.clone();
    for at in 0..30 {
        let text = format!("Another note on table {at}, which I find quite interesting");
        let id = format!("c{at}");
        alone.push(reply(&id, "top", "ann", &text));
        shared.push(reply(&id, "top", &format!("p{at}"), &text));
    }
    let (alone, shared) = (first(&alone, Thread), first(&shared, Thread));
    assert!(talk(&shared) >= talk(&alone) + 20, "{alone:?}\n{shared:?}");
}

#[test]
fn an_author_who_comes_back_and_people_who_answer_each_other_are_seen() {
    // A text that asks and tells nothing, so that the thread is what counts.
    let score = first(&thread("The new tide tables are out.", 6, &CIVIL), Thread);
    for key in [
        ReasonKey::People,
        ReasonKey::Exchanges,
        ReasonKey::AuthorReturns,
        ReasonKey::Listening,
    ] {
        assert!(points(&score, key) > 0, "{key:?} in {score:?}");
    }
}

#[test]
fn unknown_likes_and_no_likes_are_told_apart() {
    let known = post(ASKS, 12, 0);
    let mut unknown = known.clone();
    unknown.likes = None;
    let (known, unknown) = (first(&[known], Feed), first(&[unknown], Feed));
    assert!(points(&known, ReasonKey::TalkShare) > 0);
    assert_eq!(points(&unknown, ReasonKey::TalkShare), 0);
    assert!(unknown.confidence < known.confidence);
}

#[test]
fn a_text_that_was_not_read_lowers_confidence_but_says_nothing_against_the_post() {
    let german = "Das ist nicht so, weil wir es gestern mit den anderen versucht haben";
    let mut foreign = post(german, 40, 10);
    foreign.lang = Some("de".into());
    let plain = post("The numbers are on the page now.", 40, 10);
    let (foreign, plain) = (first(&[foreign], Feed), first(&[plain], Feed));
    assert_eq!(foreign.conversation, plain.conversation);
    assert!(foreign.confidence < plain.confidence);
}

#[test]
fn one_weak_word_is_not_held_against_a_post() {
    for text in [
        "The deal with the baker is that he opens at six on Sundays.",
        "It was the best of the three trains that go there.",
        "The man on the stage was an idiot in that play.",
    ] {
        let score = first(&[post(text, 40, 10)], Feed);
        assert!(
            score.reasons.iter().all(|reason| reason.points > 0),
            "{score:?}"
        );
    }
}

#[test]
fn a_comment_without_replies_is_scored_only_where_the_page_shows_the_whole_thread() {
    let page = |announced| {
        let mut posts = vec![post(ASKS, announced, 5)];
        posts.push(reply("c0", "top", "bo", CIVIL[0]));
        crate::pages::scores(&posts, Thread)
            .swap_remove(1)
            .conversation
    };
    assert_eq!(page(40), None);
    assert!(page(1).is_some());
}
