//! What holds on any page.

use crate::generic::read;
use crate::support::own_page;
use crate::written;
use proptest::prelude::*;

/// Pieces that pages of posts are made of, and some that break them.
const PIECES: [&str; 18] = [
    "<div class='comment' id='comment-1'>",
    "<li class=\"comment depth-99999999999\" id=\"c2\">",
    "<article itemscope itemtype='https://schema.org/Comment'>",
    "<div class='h-entry'>",
    "<p>words and more words of somebody</p>",
    "<a href='/user/ana' class='author'>Ana</a>",
    "<time datetime='2026-11-01T00:00:00Z'>x</time>",
    "<time datetime='never'>",
    "<a href='#comment-1'>#1</a>",
    "<span itemprop=upvoteCount content='-1'>",
    "<blockquote class=quote><cite>x</cite>",
    "<ul><li>",
    "</div>",
    "</li></ul>",
    "</article>",
    "<table><tr><td>",
    "<script type='application/ld+json'>{\"@type\":\"Comment\"",
    "</script>",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_page_makes_it_panic(pieces in prop::collection::vec(0..PIECES.len(), 0..80)) {
        let html: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        for reading in read(&html, written::URL).readings {
            prop_assert!(!reading.post.id.is_empty());
        }
    }

    #[test]
    fn a_page_that_breaks_off_is_read_as_far_as_it_goes(share in 0..100_usize, page in 0..20_usize) {
        let names = written::names();
        let html = own_page(&format!("generic-{}.html", names[page % names.len()]));
        let end = html.len() * share / 100;
        let whole = read(&html, written::URL).readings.len();
        let part = html.get(..end).unwrap_or_default();
        prop_assert!(read(part, written::URL).readings.len() <= whole);
    }
}
