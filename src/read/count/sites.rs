//! Words that sites shorten numbers with in place of the language's own.

/// Mastodon's translations, where they have words that the CLDR has not: lines
/// as in [`super::table::ROWS`]. What is not translated stands in English.
/// Compared with version 4.5 (`units.short.*` in
/// `app/javascript/mastodon/locales` of `mastodon/mastodon`).
pub const MASTODON: &str = "\
;de|3tsd
;el|9δις
;id in|3rb;6jt;9m
;ko|3천;6백만;9십억
;no nb nn|3t;6mill;9m.ard
;pt-pt|3m;6M
;tr|3bin;6m;9mr";

/// English words, for sites that show these where they have no others.
pub const ENGLISH: &str = "3k;6m;9b";
