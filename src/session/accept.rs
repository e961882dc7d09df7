//! What a content script may hand in. It runs in a page, so what it sends is
//! checked like anything that comes from a page.

use crate::message::{MAX_SUBJECTS, Mark, Replied, SeenPost};
use crate::score::ReasonKey;

/// Longest id, site name or author that is kept, in bytes. The longest id
/// seen in practice (an AT URI) has about 90.
const MAX_NAME: usize = 500;

/// Longest subject that is kept, in bytes: a phrase, not a text.
const MAX_SUBJECT: usize = 120;

/// Longest time that is kept, in bytes; ISO 8601 to the second has 20.
const MAX_TIME: usize = 40;

/// Longest address that is kept, in bytes: what browsers and servers agree on.
const MAX_ADDRESS: usize = 2000;

/// A clock that runs ahead by more than a year, in milliseconds, is none: what
/// such a file or page says would be of the present for ever.
const AHEAD_MS: f64 = 366.0 * 24.0 * 3_600_000.0;

/// Whether something can have happened then, in milliseconds since 1970 UTC.
/// A time after `now` comes from before a clock was set back.
pub fn is_time(at: f64, now: f64) -> bool {
    (0.0..=now + AHEAD_MS).contains(&at)
}

/// The post as it may be kept, or `None` if it cannot be told apart from
/// others. `now` (milliseconds since 1970 UTC) stands in for an impossible
/// time.
pub fn accept(mut post: SeenPost, now: f64) -> Option<SeenPost> {
    if !is_name(&post.site) || !is_name(&post.id) {
        return None;
    }
    post.permalink = post.permalink.filter(|address| is_web_address(address));
    post.author = post.author.filter(|author| author.len() <= MAX_NAME);
    post.score = post.score.map(|score| score.min(100));
    if !is_time(post.seen_at, now) {
        post.seen_at = now;
    }
    keep_subjects(&mut post.subjects);
    if let Some(mine) = &mut post.mine {
        let is_time = |time: &String| time.len() <= MAX_TIME;
        mine.published = mine.published.take().filter(is_time);
    }
    Some(post)
}

/// Leaves as many subjects as are kept, and none that is longer than a phrase.
fn keep_subjects(subjects: &mut Vec<String>) {
    subjects.retain(|subject| !subject.is_empty() && subject.len() <= MAX_SUBJECT);
    subjects.truncate(MAX_SUBJECTS);
}

/// The reply as it may be kept, or `None` if it does not tell what it answers.
///
/// A time after `now` comes from before a clock was set back. It stays, because
/// it tells this reply from others: sent again it is the same one.
pub fn accept_reply(mut reply: Replied, now: f64) -> Option<Replied> {
    if !is_name(&reply.site) || !is_name(&reply.post) {
        return None;
    }
    if !reply.sent_at.is_finite() || reply.sent_at < 0.0 {
        reply.sent_at = now;
    }
    keep_subjects(&mut reply.subjects);
    Some(reply)
}

/// The mark as it may be kept, or `None` if it does not tell which post it is
/// about.
pub fn accept_mark(mut mark: Mark, now: f64) -> Option<Mark> {
    if !is_name(&mark.site) || !is_name(&mark.id) {
        return None;
    }
    mark.permalink = mark.permalink.filter(|address| is_web_address(address));
    mark.score = mark.score.min(100);
    mark.reasons.retain(|(key, _)| is_name(key));
    mark.reasons.truncate(ReasonKey::ALL.len());
    if !mark.marked_at.is_finite() || !(0.0..=now).contains(&mark.marked_at) {
        mark.marked_at = now;
    }
    Some(mark)
}

/// Whether this can name a site, a post or the like.
pub fn is_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= MAX_NAME
}

/// Whether this is an address that a link of ours may lead to. A page decides
/// what its posts' addresses say, and `javascript:` is one, too.
pub fn is_web_address(address: &str) -> bool {
    let scheme = ["https://", "http://"];
    address.len() <= MAX_ADDRESS
        && scheme.iter().any(|scheme| {
            address
                .get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::journal::tests::seen;

    #[test]
    fn a_post_without_identity_is_refused() {
        assert!(accept(seen("", "1", 0.0), 9.0).is_none());
        assert!(accept(seen("site", "", 0.0), 9.0).is_none());
        assert!(accept(seen("site", &"x".repeat(MAX_NAME + 1), 0.0), 9.0).is_none());
        assert!(accept(seen("site", "1", 0.0), 9.0).is_some());
    }

    #[test]
    fn a_mark_is_kept_with_its_post_and_a_possible_time() {
        let mark = |site: &str, id: &str| Mark {
            site: site.into(),
            id: id.into(),
            permalink: Some("javascript:alert(1)".into()),
            score: 255,
            reasons: vec![("replies".into(), 4), ("x".repeat(MAX_NAME + 1), 1)],
            verdict: crate::message::Verdict::TooLow,
            marked_at: f64::INFINITY,
        };
        assert!(accept_mark(mark("", "1"), 9.0).is_none());
        assert!(accept_mark(mark("site", ""), 9.0).is_none());
        let kept = accept_mark(mark("site", "1"), 9.0).unwrap();
        assert_eq!(kept.permalink, None);
        assert_eq!(kept.score, 100);
        assert_eq!(kept.reasons, [("replies".to_owned(), 4)]);
        assert_eq!(kept.marked_at, 9.0);
    }

    #[test]
    fn a_reply_is_kept_with_what_it_answers_and_a_possible_time() {
        let reply = |site: &str, post: &str, sent_at| Replied {
            site: site.into(),
            post: post.into(),
            sent_at,
            listening: None,
            subjects: Vec::new(),
        };
        assert!(accept_reply(reply("", "1", 1.0), 9.0).is_none());
        assert!(accept_reply(reply("site", "", 1.0), 9.0).is_none());
        for (sent_at, kept) in [(1.0, 1.0), (f64::NAN, 9.0), (-1.0, 9.0), (99.0, 99.0)] {
            let reply = accept_reply(reply("site", "1", sent_at), 9.0).unwrap();
            assert_eq!(reply.sent_at, kept);
        }
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert!(is_web_address("https://example.org/1"));
        assert!(is_web_address("HTTP://example.org/1"));
        for bad in [
            "javascript:alert(1)",
            " https://example.org",
            "data:,",
            "é",
            "https:/",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
        assert!(!is_web_address(&format!(
            "https://{}",
            "x".repeat(MAX_ADDRESS)
        )));
    }

    #[test]
    fn impossible_numbers_are_put_right() {
        let mut post = seen("site", "1", f64::NAN);
        post.score = Some(250);
        post.permalink = Some("javascript:alert(1)".into());
        let post = accept(post, 9.0).unwrap();
        assert_eq!(post.score, Some(100));
        assert_eq!(post.seen_at, 9.0);
        assert_eq!(post.permalink, None);
    }
}
