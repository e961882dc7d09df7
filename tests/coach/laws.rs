//! What holds for any draft.

use super::{checked, name};
use proptest::prelude::*;
use rapport::advise::draft::{MAX_TIPS, Pause, Tip};

const POST: &str = "The old railway bridge in our town reopened for bicycles today. It took the \
    volunteers nine years and a lot of rust remover.";

/// Words of any kind, so that every tip comes about now and then.
fn drafts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-z]{1,9}",
        4 => prop::sample::select(vec![
            "I", "my", "me", "you", "the", "and", "is", "bridge", "rust", "thanks", "sorry", "idiot",
            "buy now", "https://a.example", "WASTE", "je", "vous", "le", "merci", "что", "好",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![".", "!", "?", ",", "\n", "> ", "“", "”", "\"", "👏", "❤️", "…"])
            .prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

fn pauses() -> impl Strategy<Value = Pause> {
    prop::sample::select(vec![Pause::Short, Pause::Long])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn there_are_at_most_two_tips_each_once_and_always_the_same(draft in drafts(), pause in pauses()) {
        let found = checked(&draft, POST, "en", pause);
        let mut names: Vec<_> = found.tips.iter().map(name).collect();
        prop_assert!(names.len() <= MAX_TIPS);
        prop_assert!(!found.listened || names.is_empty());
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(names.len(), found.tips.len());
        prop_assert_eq!(found, checked(&draft, POST, "en", pause));
    }

    #[test]
    fn a_question_takes_the_tip_to_ask_away(draft in drafts(), pause in pauses()) {
        let asked = format!("{draft}\nWhat happened after that?");
        let found = checked(&asked, POST, "en", pause);
        prop_assert!(found.listening.asks);
        prop_assert!(!found.tips.contains(&Tip::Ask) && !found.tips.contains(&Tip::AboutThem));
    }

    #[test]
    fn words_of_theirs_take_the_tip_to_take_up_away(draft in drafts(), pause in pauses()) {
        for quote in ["The old railway bridge", "volunteers", "“rust remover”", "> bicycles"] {
            let found = checked(&format!("{draft}\n{quote}"), POST, "en", pause);
            prop_assert!(found.listening.takes_up);
            prop_assert!(!found.tips.iter().any(|tip| matches!(tip, Tip::TakeUp(_))));
        }
    }

    #[test]
    fn nothing_written_nothing_said(space in "[ \n\t\u{a0}\u{200b}\u{feff}]{0,9}", pause in pauses()) {
        let found = checked(&space, POST, "en", pause);
        prop_assert!(found.tips.is_empty() && !found.listened);
        prop_assert_eq!(found.listening, Default::default());
    }

    #[test]
    fn a_post_in_any_words_never_breaks_it(post in "\\PC{0,200}", draft in drafts(), pause in pauses()) {
        let found = checked(&draft, &post, "fr", pause);
        prop_assert!(found.tips.len() <= MAX_TIPS);
    }
}
