//! What a content script may hand in. It runs in a page, so what it sends is
//! checked like anything that comes from a page.

use crate::message::{Replied, SeenPost};

/// Longest id, site name or author that is kept, in bytes. The longest id
/// seen in practice (an AT URI) has about 90.
const MAX_NAME: usize = 500;

/// Longest address that is kept, in bytes: what browsers and servers agree on.
const MAX_ADDRESS: usize = 2000;

/// The post as it may be kept, or `None` if it cannot be told apart from
/// others. `now` (milliseconds since 1970 UTC) stands in for an impossible
/// time.
pub fn accept(mut post: SeenPost, now: f64) -> Option<SeenPost> {
    if [&post.site, &post.id]
        .iter()
        .any(|name| name.is_empty() || name.len() > MAX_NAME)
    {
        return None;
    }
    post.permalink = post.permalink.filter(|address| is_web_address(address));
    post.author = post.author.filter(|author| author.len() <= MAX_NAME);
    post.score = post.score.map(|score| score.min(100));
    if !post.seen_at.is_finite() || post.seen_at < 0.0 {
        post.seen_at = now;
    }
    Some(post)
}

/// The reply as it may be kept, or `None` if it does not tell what it answers.
pub fn accept_reply(mut reply: Replied, now: f64) -> Option<Replied> {
    if [&reply.site, &reply.post]
        .iter()
        .any(|name| name.is_empty() || name.len() > MAX_NAME)
    {
        return None;
    }
    if !reply.sent_at.is_finite() || !(0.0..=now).contains(&reply.sent_at) {
        reply.sent_at = now;
    }
    Some(reply)
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
    fn a_reply_is_kept_with_what_it_answers_and_a_possible_time() {
        let reply = |site: &str, post: &str, sent_at| Replied {
            site: site.into(),
            post: post.into(),
            sent_at,
        };
        assert!(accept_reply(reply("", "1", 1.0), 9.0).is_none());
        assert!(accept_reply(reply("site", "", 1.0), 9.0).is_none());
        for (sent_at, kept) in [(1.0, 1.0), (f64::NAN, 9.0), (-1.0, 9.0), (99.0, 9.0)] {
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
