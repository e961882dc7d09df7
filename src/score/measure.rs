//! Signals → how strong each attribute is, 0 to 1, and what was seen.

use super::table::{
    FULL_EXCHANGES, FULL_LISTENING, FULL_PEOPLE, FULL_REPLIES, FULL_RETURNS, FULL_SHARE, HEAT_FREE,
    HEAT_FULL, INFORMED, RECEPTIVE,
};
use super::{Evidence, ReasonKey};
use crate::signals::counts::wilson;
use crate::signals::{Head, Signals, ThreadSignals};

/// How strong an attribute is, and why. `None`: it cannot be told.
pub(super) fn measure(key: ReasonKey, signals: &Signals) -> Option<(f64, Evidence)> {
    match key {
        ReasonKey::TalkShare => talk_share(signals),
        ReasonKey::Replies => {
            let talk = talk(signals)?;
            let shown = shown_replies(signals);
            Some((damped(talk, FULL_REPLIES), Evidence::Replies(shown)))
        }
        ReasonKey::People => of_thread(signals, |thread| {
            let strength = damped(f64::from(thread.effective_people), FULL_PEOPLE);
            (strength, Evidence::People(thread.people.into()))
        }),
        ReasonKey::Exchanges => of_thread(signals, |thread| {
            let strength = damped(thread.exchanges.into(), FULL_EXCHANGES);
            (strength, Evidence::Pairs(thread.exchanges.into()))
        }),
        ReasonKey::AuthorReturns => of_thread(signals, |thread| {
            let strength = damped(thread.author_returns.into(), FULL_RETURNS);
            (strength, Evidence::Returns(thread.author_returns.into()))
        }),
        ReasonKey::Listening => of_thread(signals, |thread| {
            let evidence = Evidence::Listening {
                asking: thread.asking.into(),
                acknowledging: thread.acknowledging.into(),
            };
            (damped(thread.listening.into(), FULL_LISTENING), evidence)
        }),
        ReasonKey::Question => {
            let asked = signals.text.get(Head::Question)?;
            let value = f64::from(asked.max(signals.text.get(Head::Advice)?));
            let evidence = match cues(signals, &[Head::Question]) {
                Evidence::Cues(none) if none.is_empty() => cues(signals, &[Head::Advice]),
                question => question,
            };
            Some((value * honest(signals), evidence))
        }
        ReasonKey::Story => of_text(signals, Head::Story, honest(signals)),
        ReasonKey::Reasoning => reasoning(signals),
        ReasonKey::Receptiveness => receptiveness(signals),
        ReasonKey::Hostility => accused(signals, Head::Hostility),
        ReasonKey::Bait => accused(signals, Head::Bait),
        ReasonKey::Gloss => accused(signals, Head::Gloss),
        ReasonKey::Promotion if signals.promoted => Some((1.0, Evidence::Promoted)),
        ReasonKey::Promotion => accused(signals, Head::Promotion),
        ReasonKey::HostileReplies => of_thread(signals, heat),
    }
}

/// Whether the talk under a post can be told at all: the page announces
/// replies, shows some that say something, or shows the whole thread.
pub(super) fn talk_is_known(signals: &Signals) -> bool {
    signals.counts.replies.is_some()
        || (signals.thread).is_some_and(|thread| thread.heard > 0 || thread.complete)
}

/// Replies that say something: those on the page that are [heard], and of
/// those announced but not on the page the same share, shrunk by one reply
/// that says something. `None` when nothing is known.
///
/// Never falls when a substantive reply by someone new is added, whether the
/// announced number follows at once or not.
///
/// [heard]: ThreadSignals::heard
fn talk(signals: &Signals) -> Option<f64> {
    if !talk_is_known(signals) {
        return None;
    }
    let announced = signals.counts.replies.map_or(0, |replies| replies.low) as f64;
    let thread = signals.thread.unwrap_or_default();
    let (visible, heard) = (f64::from(thread.visible), f64::from(thread.heard));
    let unseen = (announced - visible).max(0.0);
    Some(heard + unseen * (heard + 1.0) / (visible + 1.0))
}

/// The number of replies that a person sees.
fn shown_replies(signals: &Signals) -> u64 {
    let visible = signals.thread.map_or(0, |thread| thread.visible.into());
    let announced = signals.counts.replies.map_or(0, |replies| replies.value);
    announced.max(visible)
}

/// Wilson's lower bound of talk against likes, as a part of a full share; likes
/// by their upper bound.
/// Unknown when likes are.
fn talk_share(signals: &Signals) -> Option<(f64, Evidence)> {
    let likes = signals.counts.likes?;
    let talk = talk(signals)?;
    let evidence = Evidence::Share {
        replies: shown_replies(signals),
        likes: likes.value,
    };
    let share = wilson(talk, likes.high as f64).0;
    Some(((share / FULL_SHARE).min(1.0), evidence))
}

/// Heat of the replies: how sure it is that a share of them is hostile.
fn heat(thread: &ThreadSignals) -> (f64, Evidence) {
    let (hostile, read) = (f64::from(thread.hostile), f64::from(thread.read));
    let share = if read > 0.0 {
        wilson(hostile, read - hostile).0
    } else {
        0.0
    };
    let evidence = Evidence::Hostile {
        hostile: thread.hostile.into(),
        read: thread.read.into(),
    };
    (
        ((share - HEAT_FREE) / (HEAT_FULL - HEAT_FREE)).clamp(0.0, 1.0),
        evidence,
    )
}

/// Reasons given, or help in information, which is worth a little less.
fn reasoning(signals: &Signals) -> Option<(f64, Evidence)> {
    let honest = honest(signals);
    let argued = of_text(signals, Head::Reasoning, honest);
    let informed = of_text(signals, Head::Information, honest * INFORMED);
    match (argued, informed) {
        (Some(argued), Some(informed)) if informed.0 > argued.0 => Some(informed),
        (argued, informed) => argued.or(informed),
    }
}

fn receptiveness(signals: &Signals) -> Option<(f64, Evidence)> {
    if !signals.text.is_read() {
        return None;
    }
    let mut doubt = 1.0;
    let mut heads = Vec::new();
    for (head, weight) in RECEPTIVE {
        if let Some(value) = signals.text.get(head).filter(|value| *value > 0.0) {
            doubt *= 1.0 - value * weight;
            heads.push(head);
        }
    }
    let strength = f64::from(1.0 - doubt) * honest(signals);
    Some((strength, cues(signals, &heads)))
}

/// What is left of a text's invitations: those of bait and adverts invite to
/// clicking.
fn honest(signals: &Signals) -> f64 {
    let of = |head| accused(signals, head).map_or(0.0, |(strength, _)| strength);
    let paid = if signals.promoted { 1.0 } else { 0.0 };
    (1.0 - of(Head::Bait)) * (1.0 - of(Head::Promotion)) * (1.0 - paid)
}

fn of_text(signals: &Signals, head: Head, factor: f64) -> Option<(f64, Evidence)> {
    let value = signals.text.get(head)?;
    Some((f64::from(value) * factor, cues(signals, &[head])))
}

/// A head that is held against a post: in doubt, not at all.
fn accused(signals: &Signals, head: Head) -> Option<(f64, Evidence)> {
    let certain = if signals.text.has(head) { 1.0 } else { 0.0 };
    of_text(signals, head, certain)
}

fn of_thread(
    signals: &Signals,
    strength: impl Fn(&ThreadSignals) -> (f64, Evidence),
) -> Option<(f64, Evidence)> {
    signals.thread.as_ref().map(strength)
}

fn cues(signals: &Signals, heads: &[Head]) -> Evidence {
    let words = heads.iter().flat_map(|head| signals.text.cues(*head));
    Evidence::Cues(words.take(MOST_CUES).cloned().collect())
}

/// The most words that one reason shows.
const MOST_CUES: usize = 3;

/// ln(1 + n) / ln(1 + full), at most 1.
fn damped(n: f64, full: f64) -> f64 {
    (n.ln_1p() / full.ln_1p()).clamp(0.0, 1.0)
}
