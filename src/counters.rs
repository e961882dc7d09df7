//! Counters that step back: likes, reposts, views and followers, each alone.
//! Replies always stay.
//!
//! A style sheet makes the elements that show a number transparent until they,
//! or the button around them, are pointed at or in focus. They keep their
//! room, so nothing shifts, and their text, so nothing is read otherwise. The
//! browser puts the sheet in before the page begins, so no number flashes.

use serde::{Deserialize, Serialize};

/// A number that can step back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counter {
    /// Likes, favourites, points, upvotes.
    Likes,
    /// Reposts, boosts, shares.
    Reposts,
    /// Views.
    Views,
    /// Followers of a person, or members of a group.
    Followers,
}

impl Counter {
    /// All of them, in the order of a site's selectors.
    pub const ALL: [Self; 4] = [Self::Likes, Self::Reposts, Self::Views, Self::Followers];

    /// Its name in site files, file names and settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Likes => "likes",
            Self::Reposts => "reposts",
            Self::Views => "views",
            Self::Followers => "followers",
        }
    }
}

/// How a counter is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Manner {
    /// As the site shows it.
    #[default]
    Shown,
    /// Faint, until it is pointed at or in focus.
    Dimmed,
    /// Not to be seen, until it is pointed at or in focus.
    Hidden,
}

impl Manner {
    /// All of them, from plain to gone.
    pub const ALL: [Self; 3] = [Self::Shown, Self::Dimmed, Self::Hidden];

    /// Its name in file names and settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Dimmed => "dimmed",
            Self::Hidden => "hidden",
        }
    }

    /// CSS opacity; `None` leaves the site's own.
    const fn opacity(self) -> Option<&'static str> {
        match self {
            Self::Shown => None,
            Self::Dimmed => Some("0.25"),
            Self::Hidden => Some("0"),
        }
    }
}

/// How the counters of a host are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Counters {
    /// The name of the site file: it knows which elements they are.
    pub site: String,
    /// [`Counter::Likes`].
    pub likes: Manner,
    /// [`Counter::Reposts`].
    pub reposts: Manner,
    /// [`Counter::Views`].
    pub views: Manner,
    /// [`Counter::Followers`].
    pub followers: Manner,
}

impl Counters {
    /// How one of them is shown.
    pub const fn manner(&self, counter: Counter) -> Manner {
        match counter {
            Counter::Likes => self.likes,
            Counter::Reposts => self.reposts,
            Counter::Views => self.views,
            Counter::Followers => self.followers,
        }
    }

    /// The same with one of them shown otherwise.
    #[must_use]
    pub fn with(mut self, counter: Counter, manner: Manner) -> Self {
        *match counter {
            Counter::Likes => &mut self.likes,
            Counter::Reposts => &mut self.reposts,
            Counter::Views => &mut self.views,
            Counter::Followers => &mut self.followers,
        } = manner;
        self
    }

    /// Those that step back, and how.
    pub fn back(&self) -> impl Iterator<Item = (Counter, Manner)> + use<> {
        Counter::ALL
            .map(|counter| (counter, self.manner(counter)))
            .into_iter()
            .filter(|(_, manner)| *manner != Manner::Shown)
    }
}

/// The style sheet that makes a counter of a site step back, as a file of the
/// extension.
pub fn file(site: &str, counter: Counter, manner: Manner) -> String {
    format!("counters/{site}-{}-{}.css", counter.name(), manner.name())
}

/// The attribute of the page's root element that lists, by [`token`], which
/// style sheets do nothing any more: one that the browser put in before the
/// page began cannot be taken out of it again.
pub const GATE: &str = "data-rapport-shows";

/// What stands in [`GATE`] for a style sheet.
pub fn token(counter: Counter, manner: Manner) -> String {
    format!("{}-{}", counter.name(), manner.name())
}

/// The style sheet for elements that fit a selector list; `None` when they are
/// shown as they are.
pub fn style(selectors: &str, counter: Counter, manner: Manner) -> Option<String> {
    let opacity = manner.opacity()?;
    let token = token(counter, manner);
    Some(format!(
        ":root:not([{GATE}~=\"{token}\"]) :is({selectors}):not(\n  \
           :hover,\n  \
           :focus-within,\n  \
           :is(a, button, label, summary, [role=\"button\"], [role=\"link\"], [tabindex]):is(:hover, :focus-visible) *\n\
         ) {{\n  opacity: {opacity} !important;\n}}\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_steps_back_has_a_style() {
        assert_eq!(style(".n", Counter::Likes, Manner::Shown), None);
        let hidden = style(".n", Counter::Likes, Manner::Hidden).unwrap();
        assert!(hidden.contains(":is(.n)") && hidden.contains("opacity: 0 "));
        assert!(hidden.contains("likes-hidden"));
    }

    #[test]
    fn one_counter_changes_alone() {
        let counters = Counters::default().with(Counter::Views, Manner::Dimmed);
        assert_eq!(
            counters.back().collect::<Vec<_>>(),
            [(Counter::Views, Manner::Dimmed)]
        );
        assert_eq!(
            counters.with(Counter::Views, Manner::Shown),
            Counters::default()
        );
    }
}
