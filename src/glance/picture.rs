//! Who talks with whom, drawn: a dot for each person, a line for each tie.
//!
//! The same thread always gives the same picture: people stand on a circle in
//! the order in which they appear, from the top on, and the author in the
//! middle.

use crate::markup::{Markup, html, svg};
use crate::signals::Glance;
use crate::signals::conversation::{Person, Tie};
use std::f64::consts::TAU;

/// So many people are drawn; more would be a ball of wool.
pub(super) const MOST: usize = 12;

/// The picture is a square with this side, in its own units.
const SIDE: f64 = 200.0;

/// Distance of people from the middle.
const CIRCLE: f64 = 82.0;

/// Radius of a dot: the least, and what is added for who wrote most. The area
/// of a dot beyond the least grows with the comments, as the eye compares areas.
const DOT: (f64, f64) = (4.0, 8.0);

/// The least radius of the author, who need not have written a comment.
const AUTHOR: f64 = 9.0;

/// Width of a line for one answer, and of the widest.
const LINE: (f64, f64) = (1.2, 5.0);

/// The picture with its text alternative. `told` says what is told of a person
/// who is pointed at.
pub(super) fn of(
    glance: &Glance,
    ties: &[Tie],
    sentence: String,
    told: impl Fn(&Person) -> String,
) -> Markup {
    let shown = shown(glance, ties);
    let places = places(&shown, glance.author, glance.people.len());
    let lines = ties.iter().filter_map(|tie| {
        let (from, to) = (places[tie.between.0]?, places[tie.between.1]?);
        Some(line(tie, from, to))
    });
    let most = shown.iter().map(|at| glance.people[*at].comments).max();
    let dots = shown.iter().filter_map(|at| {
        let person = &glance.people[*at];
        let dot = dot(
            places[*at]?,
            radius(person.comments, most.unwrap_or(0)),
            glance.author == Some(*at),
        );
        Some(dot.with(svg("title").with(told(person))))
    });
    let picture = svg("svg")
        .attr("viewBox", format!("0 0 {SIDE} {SIDE}"))
        .attr("role", "img")
        .attr("aria-label", sentence)
        .with_all(lines)
        .with_all(dots);
    let others = glance.people.len() - shown.len();
    let frame = html("div").class("picture").with(picture);
    if others == 0 {
        return frame;
    }
    // The sentence tells all people already.
    let more = html("span").class("soft").attr("aria-hidden", "true");
    frame.with(more.with(format!("+{others}")))
}

/// Who is drawn, in the order in which they appear: the author, those with the
/// most answers in exchanges, those with the most comments, and of equal ones
/// the first.
fn shown(glance: &Glance, ties: &[Tie]) -> Vec<usize> {
    let mut answers = vec![0; glance.people.len()];
    for tie in ties.iter().filter(|tie| tie.is_exchange()) {
        answers[tie.between.0] += tie.answers();
        answers[tie.between.1] += tie.answers();
    }
    let mut shown: Vec<usize> = (0..glance.people.len()).collect();
    shown.sort_by_key(|at| {
        let rank = (answers[*at], glance.people[*at].comments);
        (glance.author != Some(*at), std::cmp::Reverse(rank))
    });
    shown.truncate(MOST);
    shown.sort_unstable();
    shown
}

/// Where each of `people` stands; `None` for who is not drawn.
fn places(shown: &[usize], author: Option<usize>, people: usize) -> Vec<Option<(f64, f64)>> {
    let middle = SIDE / 2.0;
    let mut places = vec![None; people];
    let around: Vec<usize> = shown
        .iter()
        .copied()
        .filter(|at| author != Some(*at))
        .collect();
    if let Some(author) = author {
        places[author] = Some((middle, middle));
    }
    for (number, at) in around.iter().enumerate() {
        let angle = TAU * number as f64 / around.len() as f64;
        let place = (middle + CIRCLE * angle.sin(), middle - CIRCLE * angle.cos());
        places[*at] = Some(place);
    }
    places
}

fn radius(comments: u32, most: u32) -> f64 {
    let share = f64::from(comments) / f64::from(most.max(1));
    DOT.0 + DOT.1 * share.sqrt()
}

fn line(tie: &Tie, from: (f64, f64), to: (f64, f64)) -> Markup {
    let width = (LINE.0 * f64::from(tie.answers()).sqrt()).min(LINE.1);
    svg("line")
        .class(if tie.is_exchange() { "tie" } else { "tie once" })
        .attr("x1", number(from.0))
        .attr("y1", number(from.1))
        .attr("x2", number(to.0))
        .attr("y2", number(to.1))
        .attr("stroke-width", number(width))
}

fn dot((x, y): (f64, f64), radius: f64, is_author: bool) -> Markup {
    if !is_author {
        return svg("circle")
            .class("person")
            .attr("cx", number(x))
            .attr("cy", number(y))
            .attr("r", number(radius));
    }
    let radius = radius.max(AUTHOR);
    let points = [
        (x, y - radius),
        (x + radius, y),
        (x, y + radius),
        (x - radius, y),
    ];
    let points = points.map(|(x, y)| format!("{},{}", number(x), number(y)));
    svg("polygon")
        .class("person author")
        .attr("points", points.join(" "))
}

/// A tenth of a unit is less than a pixel.
fn number(value: f64) -> String {
    format!("{value:.1}")
}
