//! What holds for the prompts of any post.

use super::*;
use proptest::prelude::*;
use std::collections::HashSet;

/// The longest prompt, in characters: it has to leave room for the reply.
const LONGEST: usize = 210;

/// Pieces that posts are made of; put together anyhow.
const PIECES: [&[&str]; 2] = [
    &[
        "I moved to the coast last spring, because the old house was too big.",
        "We planted forty trees with the children",
        "What would you do with a cold kitchen?",
        "My father died on Friday.",
        "I got the job!",
        "Trains should run at night.",
        "https://a.example/x?y=1",
        "see b.example/path or @ada@c.example and #gardening",
        "“someone else's words, not mine”",
        "LOOK AT THIS GARDEN OF MINE NOW",
        "vec![1, 2] == x.len()",
        "Thank you for the old red bicycle.",
        "🎉",
        "\n",
        ", and ",
        "? ",
    ],
    &[
        "J’ai déménagé au printemps, parce que la vieille maison était trop grande.",
        "On a planté quarante arbres avec les enfants",
        "Que feriez-vous d’une cuisine froide ?",
        "Mon père est mort vendredi.",
        "J’ai décroché le poste !",
        "Il faut des trains la nuit.",
        "https://a.example/x?y=1",
        "voir b.example/chemin ou @ada@c.example et #jardin",
        "« les mots d’une autre, pas les miens »",
        "REGARDEZ CE JARDIN MAINTENANT",
        "vec![1, 2] == x.len()",
        "Merci pour le vieux vélo rouge.",
        "🎉",
        "\n",
        ", et ",
        " ? ",
    ],
];

fn texts() -> impl Strategy<Value = (String, Language)> {
    let pieces = (0..2_usize).prop_flat_map(|language| {
        let of = prop_oneof![
            8 => prop::sample::select(PIECES[language]).prop_map(str::to_owned),
            1 => "\\PC{0,40}",
        ];
        (prop::collection::vec(of, 1..8), Just(language))
    });
    pieces.prop_map(|(pieces, language)| {
        let language = [Language::En, Language::Fr][language];
        (pieces.join(" "), language)
    })
}

/// What a prompt quotes.
fn grounds(prompt: &Prompt) -> Vec<String> {
    let (open, close) = match prompt.language {
        Language::En => ('“', '”'),
        Language::Fr => ('«', '»'),
    };
    (prompt.text.split(open).skip(1))
        .filter_map(|rest| rest.split(close).next())
        .map(|ground| ground.trim_matches(['\u{a0}', '…']).to_owned())
        .collect()
}

proptest! {
    #[test]
    fn prompts_keep_their_laws((text, language) in texts()) {
        let post = post(&text, language);
        let given = prompts(&post);
        prop_assert!(given.len() <= advise::MAX_PROMPTS);
        let kinds: HashSet<_> = given.iter().map(|prompt| prompt.kind).collect();
        prop_assert_eq!(kinds.len(), given.len());
        prop_assert_eq!(&given, &prompts(&post));
        for prompt in &given {
            prop_assert!(prompt.text.chars().count() <= LONGEST, "{}", prompt.text);
            prop_assert!(!prompt.text.contains(['@', '#', '\n']), "{}", prompt.text);
            prop_assert!(!prompt.text.contains("$PHRASE$") && !prompt.text.contains("$QUESTION$"));
            prop_assert!(!prompt.text.contains("://") && !prompt.text.contains(".example"));
            let grounds = grounds(prompt);
            prop_assert!(!grounds.is_empty(), "{}", prompt.text);
            for ground in grounds {
                prop_assert!(!ground.is_empty() && text.contains(&ground), "{ground}");
            }
        }
        let gone = Post { deleted: true, ..post.clone() };
        let paid = Post { promoted: true, ..post };
        prop_assert!(prompts(&gone).is_empty() && prompts(&paid).is_empty());
    }

    #[test]
    fn nothing_is_said_to_what_attacks_or_sells((text, _) in texts()) {
        for said in ["You are an idiot and a liar, shut up.", "Buy now with promo code GLOW and get 20% off!"] {
            let post = post(&format!("{said} {said} {said}"), Language::En);
            prop_assert!(prompts(&post).is_empty());
            // Nor to one that does it before something else.
            let signals = signals::text::read(&format!("{said} {text}"), Some("en"));
            let closed = [signals::Head::Hostility, signals::Head::Promotion]
                .into_iter()
                .any(|head| signals.has(head));
            let mixed = Post { text: format!("{said} {text}"), ..post };
            prop_assert!(!closed || prompts(&mixed).is_empty());
        }
    }
}

#[test]
fn posts_of_every_kind_are_there_in_both_languages() {
    let kinds = |language| -> HashSet<String> {
        (samples(language).into_iter())
            .filter(|sample| !sample.fresh)
            .map(|sample| sample.kind)
            .collect()
    };
    assert_eq!(kinds(Language::En), kinds(Language::Fr));
    assert!(kinds(Language::En).len() >= 20);
    for language in [Language::En, Language::Fr] {
        let samples = samples(language);
        assert!(samples.iter().filter(|sample| !sample.fresh).count() >= 100);
        assert!(samples.iter().filter(|sample| sample.fresh).count() >= 20);
    }
}

#[test]
fn hard_and_hostile_posts_get_no_cheer() {
    use advise::PromptKind as P;
    for language in [Language::En, Language::Fr] {
        for sample in samples(language).iter().filter(|sample| !sample.fresh) {
            let kinds: Vec<P> = (prompts(&post(&sample.text, language)).iter())
                .map(|prompt| prompt.kind)
                .collect();
            match sample.kind.as_str() {
                "loss" | "illness" | "job loss" => assert!(
                    (kinds.iter())
                        .all(|kind| matches!(kind, P::Care | P::Answer | P::FollowUp | P::Story)),
                    "{}: {kinds:?}",
                    sample.text
                ),
                "hostile" | "advert" | "bait" | "sarcasm" | "emoji" | "link" | "other" => {
                    assert!(kinds.is_empty(), "{}: {kinds:?}", sample.text);
                }
                "quarrel" => assert!(
                    kinds.iter().all(|kind| *kind == P::FollowUp),
                    "{}: {kinds:?}",
                    sample.text
                ),
                _ => {}
            }
        }
    }
}
