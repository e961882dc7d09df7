//! Named cases and laws. Every language is in `tests/languages`.

use super::*;
use proptest::prelude::*;

fn parse(text: &str, lang: &str) -> Option<Count> {
    super::parse(text, lang, Rounding::Nearest)
}

fn bounds(text: &str, lang: &str) -> Option<(u64, u64, u64)> {
    parse(text, lang).map(|count| (count.low, count.value, count.high))
}

#[test]
fn whole_numbers_are_exact_however_they_are_grouped() {
    for (text, value) in [
        ("0", 0),
        ("532", 532),
        ("15,554 likes", 15_554),
        ("Reply (532 replies)", 532),
        ("1.265", 1265),
        ("1 234 567", 1_234_567),
        ("1\u{202f}234", 1234),
        ("1’234", 1234),
        ("195 points", 195),
        ("71\u{a0}comments", 71),
        ("Likes:12", 12),
        ("٢٣٤", 234),
        ("１２", 12),
        ("5件", 5),
    ] {
        assert_eq!(parse(text, "en"), Some(Count::exact(value)), "{text}");
    }
}

#[test]
fn compact_numbers_have_the_precision_they_are_written_with() {
    assert_eq!(bounds("1.2K", "en"), Some((1_150, 1_200, 1_250)));
    assert_eq!(bounds("15.5k views", ""), Some((15_450, 15_500, 15_550)));
    assert_eq!(bounds("3M", "en"), Some((2_500_000, 3_000_000, 3_500_000)));
    assert_eq!(bounds("1,2 k", "fr"), Some((1_150, 1_200, 1_250)));
    assert_eq!(
        bounds("2,5 Md", "fr-CA"),
        Some((2_450_000_000, 2_500_000_000, 2_550_000_000))
    );
    assert_eq!(
        bounds("1,234K", "en"),
        Some((1_233_500, 1_234_000, 1_234_500))
    );
    assert_eq!(bounds("1,234 k", "fr"), Some((1_234, 1_234, 1_234)));
    assert_eq!(
        bounds("1.23 million", "en-GB"),
        Some((1_225_000, 1_230_000, 1_235_000))
    );
}

#[test]
fn what_a_site_cuts_off_lies_above_what_it_shows() {
    let bounds = |text: &str, rounding| {
        super::parse(text, "en", rounding).map(|count| (count.low, count.value, count.high))
    };
    let down = Rounding::Down;
    assert_eq!(bounds("1.2K", down), Some((1_200, 1_200, 1_299)));
    assert_eq!(bounds("15K", down), Some((15_000, 15_000, 15_999)));
    assert_eq!(bounds("1.234K", down), Some((1_234, 1_234, 1_234)));
    let either = Rounding::Either;
    assert_eq!(bounds("1.2K", either), Some((1_150, 1_200, 1_299)));
    for rounding in [Rounding::Nearest, down, either] {
        assert_eq!(bounds("532", rounding), Some((532, 532, 532)));
    }
}

#[test]
fn what_is_no_count_is_none() {
    for text in [
        "",
        "discuss",
        "no replies",
        "9:14",
        "3h",
        "-4",
        "4.5",
        "11/22/2026",
        "12%",
        "v2",
        "1.2.3.4",
        "2026-11-22",
        "12345678901234567890",
        "K",
        "1.2,3,4K",
    ] {
        assert_eq!(parse(text, "en"), None, "{text}");
    }
}

#[test]
fn a_suffix_means_what_it_means_in_the_language_of_the_page() {
    assert_eq!(bounds("12 B", "tr"), Some((11_500, 12_000, 12_500)));
    assert_eq!(bounds("1,2 B", "tr"), Some((1_150, 1_200, 1_250)));
    assert_eq!(bounds("12 tys.", "pl"), Some((11_500, 12_000, 12_500)));
    assert_eq!(
        bounds("12 B", "en"),
        Some((11_500_000_000, 12_000_000_000, 12_500_000_000))
    );
    assert_eq!(
        bounds("1,2 Mio. Aufrufe", "de"),
        Some((1_150_000, 1_200_000, 1_250_000))
    );
    assert_eq!(bounds("1.2 लाख", "hi"), Some((115_000, 120_000, 125_000)));
    assert_eq!(
        bounds("१.२ लाख", "hi-IN"),
        Some((115_000, 120_000, 125_000))
    );
    assert_eq!(bounds("١٫٢ ألف", "ar"), Some((1_150, 1_200, 1_250)));
    assert_eq!(
        bounds("10 mil M", "es"),
        Some((9_500_000_000, 10_000_000_000, 10_500_000_000))
    );
    assert_eq!(bounds("6.9 k", "es-MX"), Some((6_850, 6_900, 6_950)));
    assert_eq!(parse("15.554 Antworten", "de"), Some(Count::exact(15_554)));
    assert_eq!(bounds("1.2万", "ja"), Some((11_500, 12_000, 12_500)));
    assert_eq!(
        bounds("3억명", "ko"),
        Some((250_000_000, 300_000_000, 350_000_000))
    );
}

#[test]
fn a_word_may_stand_before_the_number() {
    assert_eq!(bounds("elfu\u{a0}1.2", "sw"), Some((1_150, 1_200, 1_250)));
    assert_eq!(
        bounds("Maoni: elfu 12", "sw"),
        Some((11_500, 12_000, 12_500))
    );
    assert_eq!(
        bounds("M1.2", "sw-KE"),
        Some((1_150_000, 1_200_000, 1_250_000))
    );
    assert_eq!(bounds("ද1.2", "si"), Some((1_150, 1_200, 1_250)));
    // Not that word, and not that language.
    assert_eq!(parse("kielfu 12", "sw"), Some(Count::exact(12)));
    assert_eq!(parse("M12", "en"), None);
}

#[test]
fn words_stand_close_to_numbers_in_writing_without_spaces() {
    assert_eq!(bounds("点赞1.2万次", "zh"), Some((11_500, 12_000, 12_500)));
    assert_eq!(
        bounds("いいね！1.2万件", "ja"),
        Some((11_500, 12_000, 12_500))
    );
    assert_eq!(
        bounds("ดู 1.2 ล้านครั้ง", "th"),
        Some((1_150_000, 1_200_000, 1_250_000))
    );
    assert_eq!(bounds("1.2萬", "zh-TW"), Some((11_500, 12_000, 12_500)));
    assert_eq!(parse("評価3件", "ja"), Some(Count::exact(3)));
    // Ten to the twelfth is more than any count.
    assert_eq!(parse("1兆", "ja"), None);
}

#[test]
fn marks_of_direction_and_spaces_of_any_width_change_nothing() {
    assert_eq!(
        bounds("\u{200f}1.2K\u{200f}", "he"),
        Some((1_150, 1_200, 1_250))
    );
    assert_eq!(
        bounds("\u{2067}1,2\u{a0}k\u{2069}", "fr"),
        Some((1_150, 1_200, 1_250))
    );
    assert_eq!(
        bounds("1,2\u{202f}M", "fr"),
        Some((1_150_000, 1_200_000, 1_250_000))
    );
    assert_eq!(parse("\u{200e}12", "ar"), Some(Count::exact(12)));
}

#[test]
fn numbers_are_grouped_as_in_india_too() {
    assert_eq!(parse("12,34,567", "en-IN"), Some(Count::exact(1_234_567)));
    assert_eq!(parse("1,23,456 likes", "hi"), Some(Count::exact(123_456)));
    assert_eq!(parse("1,2,345", "hi"), None);
    assert_eq!(parse("12.34.567", "hi"), None);
}

#[test]
fn what_may_be_a_word_of_another_language_makes_the_number_unknown() {
    for (text, lang) in [
        ("12 Mio.", "en"),
        ("12 тыс.", "en"),
        ("12B", "de"),
        ("3 xyz", "xx"),
        ("1,234K", "xx"),
        // Ten million by name, one million in the CLDR's short form.
        ("3 करोड", "ne"),
        // At least so many.
        ("99+", "en"),
        ("10K+", "en"),
    ] {
        assert_eq!(parse(text, lang), None, "{text} in {lang}");
    }
    assert_eq!(parse("12 vues", "fr"), Some(Count::exact(12)));
    // `J` is short for a million in Malay.
    assert_eq!(parse("12 J’aime", "fr"), Some(Count::exact(12)));
    assert_eq!(parse("12 J", "fr"), None);
    assert_eq!(bounds("2.5K", "xx"), Some((2_450, 2_500, 2_550)));
}

#[test]
fn a_region_has_the_words_of_its_language_too() {
    assert_eq!(
        bounds("1.2B", "en-GB").map(|found| found.1),
        Some(1_200_000_000)
    );
    assert_eq!(bounds("1,2 mil", "es-MX").map(|found| found.1), Some(1_200));
    assert_eq!(bounds("1,2 k", "FR_ca").map(|found| found.1), Some(1_200));
    assert_eq!(
        bounds("1,2 mi", "pt-PT").map(|found| found.1),
        Some(1_200_000)
    );
}

#[test]
fn sites_have_words_of_their_own() {
    let value = |text, lang, numbers| {
        parse_as(text, lang, Rounding::Nearest, numbers).map(|count| count.value)
    };
    for (text, lang, number) in [
        ("1,2m", "pt-PT", 1_200),
        ("1,2M", "pt-PT", 1_200_000),
        ("1,2Bin", "tr", 1_200),
        ("1,2 Tsd.", "de", 1_200),
        ("1.2백만", "ko", 1_200_000),
        ("1.2K", "zh-CN", 1_200),
        ("1.2B", "vi", 1_200_000_000),
        ("1,2Δις", "el", 1_200_000_000),
        ("1,2T", "no", 1_200),
        // Not in its table: the language's word.
        ("1,2 mln", "pl", 1_200_000),
    ] {
        assert_eq!(
            value(text, lang, Numbers::Mastodon),
            Some(number),
            "{text} in {lang}"
        );
    }
    assert_eq!(value("1.2B", "tr", Numbers::English), Some(1_200_000_000));
    assert_eq!(value("1,2m", "pt-PT", Numbers::Language), Some(1_200_000));
}

proptest! {
    #[test]
    fn every_grouped_number_is_read_back(value in 0_u64..1_000_000_000_000, mark in "[,.’ ]") {
        let plain = value.to_string();
        let mut grouped = String::new();
        for (at, digit) in plain.char_indices() {
            if at > 0 && (plain.len() - at) % 3 == 0 {
                grouped.push_str(&mark);
            }
            grouped.push(digit);
        }
        prop_assert_eq!(parse(&grouped, "fr"), Some(Count::exact(value)));
    }

    #[test]
    fn a_rounded_number_is_within_its_bounds(value in 1_000_u64..999_000, decimals in 0_usize..3) {
        let text = format!("{:.decimals$}K", value as f64 / 1000.0);
        let count = parse(&text, "en").unwrap();
        prop_assert!(count.low <= value && value <= count.high, "{} is not in {:?}", value, count);
    }

    #[test]
    fn a_number_that_was_cut_is_within_its_bounds(value in 1_000_u64..999_000, decimals in 0_u32..3) {
        let unit = 1_000 / 10_u64.pow(decimals);
        let places = decimals as usize;
        let text = format!("{:.places$}K", (value - value % unit) as f64 / 1000.0);
        for rounding in [Rounding::Down, Rounding::Either] {
            let count = super::parse(&text, "en", rounding).unwrap();
            prop_assert!(count.low <= value && value <= count.high, "{} is not in {:?}", value, count);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,20}[0-9٠-٩.,’ KkMmBb():/%a-z\u{a0}\u{200f}万लाख-]{0,30}\\PC{0,60}", lang in "[a-z]{0,3}(-[A-Za-z]{0,4})?|\\PC{0,30}") {
        for numbers in [Numbers::Language, Numbers::English, Numbers::Mastodon] {
            if let Some(count) = parse_as(&text, &lang, Rounding::Either, numbers) {
                prop_assert!(count.low <= count.value && count.value <= count.high);
            }
        }
    }

    #[test]
    fn what_stands_far_from_a_number_is_not_looked_at(more in "[a-z ]{0,30}") {
        let near = format!("{}1.2K{}", " ".repeat(60), " ".repeat(90));
        let far = format!("{more}{near}{more}12M");
        prop_assert_eq!(parse(&far, "en"), parse(&near, "en"));
    }
}
