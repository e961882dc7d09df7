//! What prompts must be, post by post.

use super::*;
use crate::post::Count;
use crate::score;
use crate::signals::{self, Regime};

fn post(text: &str, lang: &str) -> Post {
    Post {
        id: "p1".into(),
        text: text.into(),
        lang: Some(lang.into()),
        replies: Some(Count::exact(3)),
        ..Post::default()
    }
}

fn of(post: &Post) -> Vec<Prompt> {
    let signals = signals::of(std::slice::from_ref(post), Regime::Feed);
    prompts(
        post,
        &signals[0].text,
        &score::of(&signals[0]),
        &mut Told::default(),
    )
}

fn kinds(text: &str, lang: &str) -> Vec<PromptKind> {
    of(&post(text, lang))
        .iter()
        .map(|prompt| prompt.kind)
        .collect()
}

const ASKS: &str = "My sourdough stays flat in the cold kitchen. What would you change first?";

#[test]
fn a_question_is_answered_in_the_posts_own_words_and_language() {
    let english = of(&post(ASKS, "en"));
    assert_eq!(english[0].kind, PromptKind::Answer);
    assert!(english[0].text.contains("What would you change first?"));
    let french = of(&post(
        "Les limaces ont mangé mes salades. Qu’est-ce qui marche chez vous ?",
        "en",
    ));
    assert_eq!(french[0].language, Language::Fr);
    assert!(french[0].text.contains("Qu’est-ce qui marche chez vous ?"));
}

#[test]
fn two_prompts_are_of_different_kinds() {
    let prompts = of(&post(ASKS, "en"));
    assert_eq!(prompts.len(), 2);
    assert_ne!(prompts[0].kind, prompts[1].kind);
}

#[test]
fn nothing_is_said_to_adverts_bait_hostility_or_what_is_gone() {
    for text in [
        "Buy now with promo code GLOW, the lamp for your kitchen!",
        "Like if you love the summer rain and tag a friend who does!",
        "You are an idiot and the whole kitchen knows it.",
        "Nice!",
        "",
    ] {
        assert!(kinds(text, "en").is_empty(), "{text}");
    }
    let mut gone = post(ASKS, "en");
    gone.deleted = true;
    assert!(of(&gone).is_empty());
    let mut paid = post(ASKS, "en");
    paid.promoted = true;
    assert!(of(&paid).is_empty());
    assert!(kinds("Ich weiß nicht, was ich mit der Katze machen soll.", "de").is_empty());
}

#[test]
fn a_loss_gets_care_and_no_thanks_or_cheer() {
    for (text, lang) in [
        (
            "My father died last week. I keep hearing the old kitchen radio, because he never turned it off.",
            "en",
        ),
        (
            "J’ai perdu ma mère hier. Je crois que la vieille radio de la cuisine me manque déjà.",
            "fr",
        ),
    ] {
        assert_eq!(kinds(text, lang), [PromptKind::Care], "{text}");
    }
    let news = kinds(
        "The painter died on Monday, because of the old illness of his lungs.",
        "en",
    );
    assert_eq!(news, [PromptKind::FollowUp]);
}

#[test]
fn a_quarrel_is_only_asked_calmly() {
    let mut posts = vec![post(
        "I think the bike lane is bad, because the trucks need the old street.",
        "en",
    )];
    for at in 0..6 {
        posts.push(Post {
            id: format!("c{at}"),
            parent: Some("p1".into()),
            author: Some(format!("a{at}")),
            kind: crate::post::PostKind::Comment,
            ..post(&format!("You are a liar and an idiot, number {at}."), "en")
        });
    }
    // Somebody says something worth points that the quarrel can take.
    for at in 6..12 {
        posts.push(Post {
            id: format!("c{at}"),
            parent: Some("p1".into()),
            author: Some(format!("a{at}")),
            kind: crate::post::PostKind::Comment,
            ..post(
                &format!("I see your point about the street, number {at} is fair."),
                "en",
            )
        });
    }
    let signals = signals::of(&posts, Regime::Thread);
    let score = score::of(&signals[0]);
    assert!(
        score
            .reasons
            .iter()
            .any(|reason| { reason.key == ReasonKey::HostileReplies && reason.points <= QUARREL })
    );
    let kinds: Vec<PromptKind> = prompts(&posts[0], &signals[0].text, &score, &mut Told::default())
        .iter()
        .map(|prompt| prompt.kind)
        .collect();
    assert_eq!(kinds, [PromptKind::FollowUp]);
}

#[test]
fn the_same_post_keeps_its_prompts_and_others_get_other_wordings() {
    let wordings: std::collections::HashSet<String> = (0..40)
        .map(|at| {
            let mut post = post(ASKS, "en");
            post.id = format!("post-{at}");
            assert_eq!(of(&post), of(&post));
            of(&post)[0].text.clone()
        })
        .collect();
    assert_eq!(wordings.len(), templates::ANSWER.len());
}

#[test]
fn every_way_has_several_wordings_that_take_up_the_post() {
    for wordings in templates::ALL {
        assert!((3..=5).contains(&wordings.len()));
        for word in *wordings {
            for language in [Language::En, Language::Fr] {
                let text = language.text(*word);
                assert!(
                    text.contains("$PHRASE$") || text.contains("$QUESTION$"),
                    "{word:?}"
                );
            }
        }
    }
}

#[test]
fn posts_of_one_visit_get_different_wordings() {
    let mut told = Told::default();
    let mut seen = std::collections::HashSet::new();
    for at in 0..templates::ANSWER.len() {
        let mut post = post(ASKS, "en");
        post.id = format!("post-{at}");
        let signals = signals::of(std::slice::from_ref(&post), Regime::Feed);
        let of = |told: &mut Told| prompts(&post, &signals[0].text, &score::of(&signals[0]), told);
        let given = of(&mut told);
        assert_eq!(of(&mut told), given);
        assert!(seen.insert(given[0].text.clone()), "{:?}", given[0]);
    }
}
