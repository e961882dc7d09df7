//! Which posts are worth joining for this person.

use crate::score::Stance;
use crate::signals::TextSignals;
use crate::signals::text::Head;

/// What keeps a post from being worth joining, whatever it is about.
const PUTS_OFF: [Head; 3] = [Head::Hostility, Head::Bait, Head::Promotion];

/// The first of the person's own subjects that a post of somebody else is
/// about, if the post is worth joining: it does not attack, sell or fish for
/// clicks, and it did not get applause only.
pub fn worth_joining<'s>(
    own_subjects: &'s [String],
    text: &TextSignals,
    stance: Stance,
) -> Option<&'s str> {
    let put_off = PUTS_OFF.iter().any(|head| text.has(*head));
    let subject = own_subjects.first()?;
    (!put_off && stance != Stance::ApplauseOnly).then_some(subject.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::text;

    fn joined(post: &str, stance: Stance) -> Option<String> {
        let subjects = ["bees".to_owned(), "trains".to_owned()];
        let text = text::read(post, Some("en"));
        worth_joining(&subjects, &text, stance).map(str::to_owned)
    }

    #[test]
    fn a_civil_post_on_an_own_subject_is_worth_joining() {
        let post = "My bees did not come back this spring. What could it be?";
        assert_eq!(joined(post, Stance::Quiet).as_deref(), Some("bees"));
        assert_eq!(joined(post, Stance::NotEnough).as_deref(), Some("bees"));
        assert_eq!(joined(post, Stance::ApplauseOnly), None);
    }

    #[test]
    fn adverts_bait_and_attacks_are_not() {
        for post in [
            "Buy our honey now, 20% off with code BEES, link in bio!",
            "Like and share if you love bees! Tag three friends!",
            "You beekeepers are all idiots, shut up you morons.",
        ] {
            assert_eq!(joined(post, Stance::Quiet), None, "{post}");
        }
    }

    #[test]
    fn without_a_subject_nothing_is() {
        let text = text::read("Good morning, all.", Some("en"));
        assert_eq!(worth_joining(&[], &text, Stance::QuietGem), None);
    }
}
