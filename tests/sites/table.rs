//! The table of what was read, in `docs/sites.md`.

use crate::expected::{FIELDS, Outcome, Tally};
use rapport::read::Site;
use std::fmt::Write as _;

/// A page's line.
pub struct Row {
    site: &'static str,
    checked: &'static str,
    page: String,
    found: usize,
    there: usize,
    wrong: usize,
    tally: Tally,
}

impl Row {
    pub fn new(site: &'static Site, page: &str, outcome: &Outcome) -> Self {
        Self {
            site: site.title,
            checked: site.checked,
            page: page.to_owned(),
            found: outcome.found,
            there: outcome.there,
            wrong: outcome.wrong.len(),
            tally: outcome.tally,
        }
    }
}

impl Row {
    /// The page, when a post is missing or made up on it.
    pub fn off(&self) -> Option<&str> {
        (self.found != self.there || self.wrong > 0).then_some(self.page.as_str())
    }
}

/// Fields that are right, and fields that are there.
pub fn total(rows: &[Row]) -> (usize, usize) {
    let cells = rows.iter().flat_map(|row| row.tally.0);
    cells.fold((0, 0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1))
}

fn cell((right, present): (usize, usize)) -> String {
    if present == 0 {
        String::new()
    } else {
        format!("{right}/{present}")
    }
}

/// The table, as it stands in the guide.
pub fn markdown(rows: &[Row]) -> String {
    let mut table = String::new();
    let _ = writeln!(
        table,
        "| site | page | checked | posts | no posts | {} |",
        FIELDS.join(" | ")
    );
    let _ = writeln!(table, "|---|---|---|{}", "--:|".repeat(FIELDS.len() + 2));
    for row in rows {
        let _ = writeln!(
            table,
            "| {} | {} | {} | {}/{} | {} | {} |",
            row.site,
            row.page,
            row.checked,
            row.found,
            row.there,
            row.wrong,
            row.tally.0.map(cell).join(" | ")
        );
    }
    let (right, present) = total(rows);
    let (found, there) = rows
        .iter()
        .fold((0, 0), |sum, row| (sum.0 + row.found, sum.1 + row.there));
    let _ = writeln!(
        table,
        "\nPosts found: {found} of {there}. Fields right: {right} of {present}."
    );
    table
}

/// Checks that a table stands in the guide, or writes it there.
pub fn keep(name: &str, rows: &[Row]) {
    crate::support::keep(name, &markdown(rows));
}
