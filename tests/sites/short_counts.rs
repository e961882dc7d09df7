//! Short counts against the exact ones that stand beside them.

use crate::support;

/// The labels of Bluesky's buttons hold exact likes, and short ones stand
/// beside them: read without the labels, the bounds must hold the exact number.
#[test]
fn the_bounds_of_short_counts_hold_the_exact_ones_of_the_same_page() {
    let mut short = 0;
    for (name, url) in [
        (
            "bluesky/thread-image-2026-01.html",
            "https://bsky.app/profile/glendunlap.bsky.social/post/3mdegyw3ves2t",
        ),
        (
            "bluesky/profile-2026-01.html",
            "https://bsky.app/profile/stephenking.bsky.social",
        ),
    ] {
        let Some(html) = support::saved_page(name) else {
            return;
        };
        let exact = support::read_page(&html, url).readings;
        let shown = html.replace("aria-label=\"Like (", "data-label=\"(");
        let shown = support::read_page(&shown, url).readings;
        assert_eq!(exact.len(), shown.len());
        for (exact, shown) in exact.iter().zip(&shown) {
            let (Some(exact), Some(shown)) = (exact.post.likes, shown.post.likes) else {
                continue;
            };
            assert!(exact.is_exact());
            assert!(
                shown.low <= exact.value && exact.value <= shown.high,
                "{name}: {exact:?} is not in {shown:?}"
            );
            short += usize::from(!shown.is_exact());
        }
    }
    println!("short counts whose bounds hold the exact number: {short}");
    assert!(short >= 20, "only {short} short counts were compared");
}
