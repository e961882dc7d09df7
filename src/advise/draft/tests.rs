use super::*;

/// Without the learned model, as where its weights did not come.
fn tips(draft: &str, post: &str) -> Vec<Tip> {
    let signals = text::read(post, Some("en"));
    let answered = Answered {
        text: post,
        signals: &signals,
    };
    check(draft, Some(answered), Pause::Short).tips
}

const POST: &str = "The old railway bridge in our town reopened for bicycles today.";

#[test]
fn what_should_not_be_sent_stands_alone() {
    assert_eq!(tips("You are an idiot.", POST), [Tip::Heated]);
    assert_eq!(
        tips("Buy now with my code: https://a.example", POST),
        [Tip::Advert]
    );
}

#[test]
fn a_reply_to_nothing_known_is_only_asked_to_ask() {
    let check = |draft| check(draft, None, Pause::Short);
    assert_eq!(check("The light here is so soft.").tips, [Tip::Ask]);
    assert_eq!(check("Where did you take this one?").tips, []);
}

#[test]
fn a_sentence_that_goes_on_is_waited_for() {
    assert_eq!(tips("That is really good", POST), []);
    assert_eq!(tips("That is really good.", POST).len(), 2);
}

#[test]
fn what_a_reply_does_is_yes_and_no() {
    let signals = text::read(POST, Some("en"));
    let answered = Answered {
        text: POST,
        signals: &signals,
    };
    let listening = |draft| check(draft, Some(answered), Pause::Long).listening;
    assert_eq!(
        listening("Thanks! Is the bridge open at night?"),
        Listening {
            takes_up: true,
            asks: true,
            about_them: true,
            warm: true,
            heated: false
        }
    );
    assert_eq!(
        listening("You are an idiot"),
        Listening {
            about_them: true,
            heated: true,
            ..Listening::default()
        }
    );
}
