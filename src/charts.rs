//! Small pictures of numbers, as SVG made by hand: two kinds of bars are all
//! that the report needs, and a plotting crate (`plotters` with its SVG back
//! end, or `charming`) would weigh more than all of Rapport.
//!
//! A picture is hidden from screen readers; the [`table`] of the same numbers
//! stands beside it, folded, and says more to everybody. What differs in colour
//! differs in place or pattern, too: the second series is an outline.

use crate::controls::scroller;
use crate::markup::{Markup, html, svg};
use crate::voice::Voice;
use crate::words::Word;

/// One place on the time axis of [`columns`].
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What stands under it.
    pub label: String,
    /// A bar for each series, none below 0.
    pub values: Vec<f64>,
}

// The picture's own units; it is drawn as wide as there is room.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 120.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 102.0;
const LEFT: f64 = 24.0;

/// At most so many labels fit under the columns.
const LABELS: usize = 5;

/// With so much room for each column, the last label fits around its middle.
const LABEL: f64 = 56.0;

/// No columns are wider: few weeks are no more than many.
const WIDEST: f64 = 72.0;

/// Columns over time, side by side where there are several series. `top` is
/// what the greatest number is called.
pub fn columns(columns: &[Column], top: &str) -> Markup {
    let most = columns.iter().flat_map(|column| &column.values);
    let most = most.copied().fold(0.0, f64::max);
    let step = (WIDTH - LEFT) / columns.len().max(1) as f64;
    let every = columns.len().div_ceil(LABELS).max(1);
    let mut picture = svg("svg")
        .class("columns")
        .attr("viewBox", format!("0 0 {WIDTH} {HEIGHT}"))
        .attr("aria-hidden", "true")
        .with(line(BOTTOM))
        .with(line(TOP))
        .with(text(LEFT - 4.0, TOP + 3.0, "end", top))
        .with(text(LEFT - 4.0, BOTTOM + 3.0, "end", "0"));
    for (at, column) in columns.iter().enumerate() {
        let left = LEFT + step * at as f64;
        let all = (step - (step * 0.2).min(4.0)).min(WIDEST);
        let wide = all / column.values.len().max(1) as f64;
        for (series, value) in column.values.iter().enumerate() {
            let high = if most > 0.0 {
                (BOTTOM - TOP) * value.max(0.0) / most
            } else {
                0.0
            };
            picture = picture.with(
                svg("rect")
                    .class(format!("series-{series}"))
                    .attr("x", units(left + (step - all) / 2.0 + wide * series as f64))
                    .attr("y", units(BOTTOM - high))
                    .attr("width", units(wide.max(0.5)))
                    .attr("height", units(high)),
            );
        }
        // Counted from the end: the present week is always named.
        if (columns.len() - 1 - at).is_multiple_of(every) {
            let is_last = at + 1 == columns.len();
            let (x, anchor) = if is_last && step < LABEL {
                (WIDTH, "end")
            } else {
                (left + step / 2.0, "middle")
            };
            picture = picture.with(text(x, BOTTOM + 13.0, anchor, &column.label));
        }
    }
    picture
}

/// One row of [`rows`].
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What stands before it.
    pub label: String,
    /// A bar for each series, from 0 to 1 of all the room, each with what
    /// stands behind it.
    pub bars: Vec<(f64, String)>,
}

/// Bars from the left, one row for each thing.
pub fn rows(rows: &[Row]) -> Markup {
    let row = |row: &Row| {
        let bars = row.bars.iter().enumerate().map(|(series, (value, said))| {
            let bar = svg("svg")
                .attr("viewBox", "0 0 100 10")
                .attr("preserveAspectRatio", "none")
                .with(
                    svg("rect")
                        .class("ground")
                        .attr("width", "100")
                        .attr("height", "10"),
                )
                .with(
                    svg("rect")
                        .class(format!("series-{series}"))
                        .attr("width", units(value.clamp(0.0, 1.0) * 100.0))
                        .attr("height", "10"),
                );
            html("div")
                .class("bar")
                .with(bar)
                .with(html("span").with(said.as_str()))
        });
        html("div")
            .class("row")
            .with(html("span").with(row.label.as_str()))
            .with(html("div").with_all(bars))
    };
    html("div")
        .class("bars")
        .attr("aria-hidden", "true")
        .with_all(rows.iter().map(row))
}

/// The names of the series of a picture, each with its pattern.
pub fn legend<'a>(names: impl IntoIterator<Item = &'a str>) -> Markup {
    let entry = |(series, name): (usize, &str)| {
        let key = svg("svg").attr("viewBox", "0 0 10 10").with(
            svg("rect")
                .class(format!("series-{series}"))
                .attr("width", "10")
                .attr("height", "10"),
        );
        html("span").with(key).with(html("span").with(name))
    };
    html("p")
        .class("legend")
        .attr("aria-hidden", "true")
        .with_all(names.into_iter().enumerate().map(entry))
}

/// The numbers of a picture as a table, folded; `id` is the fold's. The first
/// cell of each row is its head.
pub fn table(
    voice: Voice<'_>,
    id: &'static str,
    head: &[String],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Markup {
    html("details")
        .class("numbers")
        .attr("id", id)
        .with(html("summary").with(voice.say(Word::ReportTable)))
        .with(scroller(
            voice.say(Word::ReportTable),
            plain_table(head, rows),
        ))
}

fn plain_table(head: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> Markup {
    let head = head
        .iter()
        .map(|name| html("th").attr("scope", "col").with(name.as_str()));
    let row = |cells: Vec<String>| {
        let cells = cells.into_iter().enumerate().map(|(at, cell)| match at {
            0 => html("th").attr("scope", "row").with(cell),
            _ => html("td").with(cell),
        });
        html("tr").with_all(cells)
    };
    html("table")
        .with(html("thead").with(html("tr").with_all(head)))
        .with(html("tbody").with_all(rows.into_iter().map(row)))
}

/// A table whose cells are the darker the more they hold: `value` is 0 to 1 of
/// the greatest. It is its own table, so nothing else says it again.
pub fn heat(
    head: &[String],
    rows: impl IntoIterator<Item = (String, Vec<(f64, String)>)>,
) -> Markup {
    let head = head
        .iter()
        .map(|name| html("th").attr("scope", "col").with(name.as_str()));
    let row = |(name, cells): (String, Vec<(f64, String)>)| {
        let cells = cells.into_iter().map(|(value, said)| {
            // Five steps: more cannot be told apart.
            let level = (value.clamp(0.0, 1.0) * 4.0).ceil() as u8;
            html("td").attr("data-level", level.to_string()).with(said)
        });
        html("tr")
            .with(html("th").attr("scope", "row").with(name))
            .with_all(cells)
    };
    html("table")
        .class("heat")
        .with(html("thead").with(html("tr").with_all(head)))
        .with(html("tbody").with_all(rows.into_iter().map(row)))
}

fn line(y: f64) -> Markup {
    svg("path")
        .class("line")
        .attr("d", format!("M{LEFT} {y}H{WIDTH}"))
}

fn text(x: f64, y: f64, anchor: &'static str, said: &str) -> Markup {
    svg("text")
        .attr("x", units(x))
        .attr("y", units(y))
        .attr("text-anchor", anchor)
        .with(said)
}

fn units(number: f64) -> String {
    format!("{number:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voice::plain::VOICE;

    fn number(part: &Markup, name: &str) -> f64 {
        part.get(name).unwrap().parse().unwrap()
    }

    #[test]
    fn columns_stand_on_the_ground_and_the_greatest_reaches_the_top() {
        let values = [0.0, 3.0, 12.0, 6.0];
        let data = values.map(|value| Column {
            label: value.to_string(),
            values: vec![value, 1.0],
        });
        let picture = columns(&data, "12");
        let all = picture.all();
        let bars = all.iter().filter(|part| part.tag == "rect");
        let bars: Vec<_> = bars.collect();
        assert_eq!(bars.len(), 8);
        for bar in &bars {
            let bottom = number(bar, "y") + number(bar, "height");
            assert!((bottom - BOTTOM).abs() < 0.2, "{bottom}");
            assert!(number(bar, "x") + number(bar, "width") <= WIDTH);
        }
        let greatest = bars
            .iter()
            .map(|bar| number(bar, "y"))
            .fold(HEIGHT, f64::min);
        assert!((greatest - TOP).abs() < 0.2);
        assert_eq!(number(bars[0], "height"), 0.0);
    }

    #[test]
    fn one_week_is_a_column_in_the_middle_with_its_name_below() {
        let data = [Column {
            label: "now".into(),
            values: vec![2.0, 1.0],
        }];
        let picture = columns(&data, "2");
        let all = picture.all();
        let bars: Vec<_> = all.iter().filter(|part| part.tag == "rect").collect();
        let (left, wide) = (number(bars[0], "x"), number(bars[0], "width"));
        assert!(2.0 * wide <= WIDEST);
        let middle = LEFT + (WIDTH - LEFT) / 2.0;
        assert!((left + wide - middle).abs() < 0.2, "{left} {wide}");
        let label = all
            .iter()
            .find(|part| part.text() == "now" && part.tag == "text");
        assert!((number(label.unwrap(), "x") - middle).abs() < 0.2);
    }

    #[test]
    fn a_year_of_columns_has_few_labels_and_the_last_is_one_of_them() {
        let data: Vec<_> = (0..52)
            .map(|week| Column {
                label: format!("w{week}"),
                values: vec![0.0],
            })
            .collect();
        let text = columns(&data, "").text();
        assert!(text.contains("w51"));
        assert!(text.matches('w').count() <= LABELS);
    }

    #[test]
    fn a_row_is_never_longer_than_its_room() {
        let row = Row {
            label: "x".into(),
            bars: vec![(7.0, "700%".into()), (-1.0, "?".into())],
        };
        let picture = rows(&[row]);
        for bar in picture.all().iter().filter(|part| part.tag == "rect") {
            assert!((0.0..=100.0).contains(&number(bar, "width")));
        }
    }

    #[test]
    fn every_number_of_a_table_is_in_a_cell_with_a_head() {
        let head = ["Week".to_owned(), "Joined".to_owned()];
        let table = table(VOICE, "x", &head, [vec!["1".to_owned(), "2".to_owned()]]);
        let all = table.all();
        let heads = all.iter().filter(|part| part.get("scope").is_some());
        assert_eq!(heads.count(), 3);
        let heat = heat(
            &head,
            [("a".to_owned(), vec![(0.0, "0".into()), (1.0, "9".into())])],
        );
        let levels: Vec<_> = (heat.all().iter())
            .filter_map(|part| part.get("data-level").map(str::to_owned))
            .collect();
        assert_eq!(levels, ["0", "4"]);
    }
}
