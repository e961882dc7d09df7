//! A piece of a page as plain data: what the extension's own pages are made
//! of before the browser sees them, so that they can be tested without one.
//! [`crate::dom`] turns it into elements. Text stays text: there is no way to
//! put HTML in.

/// An element with its attributes and content.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Markup {
    /// Its name, such as `p`.
    pub tag: &'static str,
    /// Whether it is SVG instead of HTML.
    pub svg: bool,
    /// Names and values.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub children: Vec<Child>,
}

/// What can be in an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Child {
    /// Another element.
    Element(Markup),
    /// Text as it is.
    Text(String),
}

impl From<Markup> for Child {
    fn from(markup: Markup) -> Self {
        Self::Element(markup)
    }
}

impl From<String> for Child {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Child {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What tells an element from others beside it.
const IDENTITY: [&str; 8] = [
    "id",
    "class",
    "role",
    "type",
    "href",
    "data-action",
    "data-value",
    "aria-labelledby",
];

/// The attribute of [`Markup::followed_by`].
pub const FOLLOWED_BY: &str = "data-followed-by";

/// For each of `new` its place in `old`, where it stood before: as it is now, or
/// at least the same element with other content. No place is given twice.
pub fn places(old: &[Child], new: &[Child]) -> Vec<Option<usize>> {
    let mut free = vec![true; old.len()];
    let mut take = |fits: &dyn Fn(&Child) -> bool| {
        let at = (0..old.len()).find(|at| free[*at] && fits(&old[*at]))?;
        free[at] = false;
        Some(at)
    };
    let mut places: Vec<_> = new
        .iter()
        .map(|child| take(&|other| other == child))
        .collect();
    for (child, place) in new.iter().zip(&mut places) {
        if place.is_none() {
            *place = take(&|other| other.is_same(child));
        }
    }
    places
}

impl Child {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Element(one), Self::Element(other)) => one.is_same(other),
            (Self::Text(_), Self::Text(_)) => true,
            _ => false,
        }
    }
}

/// An empty HTML element.
pub fn html(tag: &'static str) -> Markup {
    Markup {
        tag,
        ..Markup::default()
    }
}

/// An empty SVG element.
pub fn svg(tag: &'static str) -> Markup {
    Markup {
        tag,
        svg: true,
        ..Markup::default()
    }
}

/// A link to a post, or plain text where there is no web address to go to. It
/// opens in a tab of its own, which learns nothing about where it came from.
pub fn link(address: Option<&str>, text: impl Into<Child>) -> Markup {
    match address.filter(|address| crate::session::accept::is_web_address(address)) {
        Some(address) => html("a")
            .attr("href", address)
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .with(text),
        None => html("span").with(text),
    }
}

impl Markup {
    /// With this attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With this class.
    #[must_use]
    pub fn class(self, name: impl Into<String>) -> Self {
        self.attr("class", name)
    }

    /// A control that goes away by being pressed: the focus goes to the element
    /// of this `id`. Without it, it goes to one beside it that does the same, or
    /// to the nearest title.
    #[must_use]
    pub fn followed_by(self, id: impl Into<String>) -> Self {
        self.attr(FOLLOWED_BY, id)
    }

    /// With this in it, after what is there.
    #[must_use]
    pub fn with(mut self, child: impl Into<Child>) -> Self {
        self.children.push(child.into());
        self
    }

    /// With all of these in it, in order.
    #[must_use]
    pub fn with_all<C: Into<Child>>(mut self, children: impl IntoIterator<Item = C>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(given, _)| *given == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether it is the same element as `other`, though perhaps with other
    /// content and in another state.
    pub fn is_same(&self, other: &Self) -> bool {
        let is_alike = |name: &&str| self.get(name) == other.get(name);
        self.tag == other.tag && self.svg == other.svg && IDENTITY.iter().all(is_alike)
    }

    /// All text in it, as a person would read it.
    pub fn text(&self) -> String {
        let texts = self.children.iter().map(|child| match child {
            Child::Element(element) => element.text(),
            Child::Text(text) => text.clone(),
        });
        texts
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// This element and all that are in it, from the outside in.
    pub fn all(&self) -> Vec<&Markup> {
        let mut all = vec![self];
        for child in &self.children {
            if let Child::Element(element) = child {
                all.extend(element.all());
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn children() -> impl Strategy<Value = Vec<Child>> {
        let child = (0..4_u8, 0..3_u8).prop_map(|(id, text)| match id {
            0 => Child::Text(text.to_string()),
            1 => html("p").with(text.to_string()).into(),
            id => html("p")
                .attr("id", id.to_string())
                .attr("title", text.to_string())
                .into(),
        });
        prop::collection::vec(child, 0..7)
    }

    proptest! {
        #[test]
        fn no_place_is_given_twice_and_each_to_the_same(old in children(), new in children()) {
            let places = places(&old, &new);
            prop_assert_eq!(places.len(), new.len());
            let given: Vec<usize> = places.iter().flatten().copied().collect();
            prop_assert_eq!(given.iter().collect::<BTreeSet<_>>().len(), given.len());
            for (child, place) in new.iter().zip(&places) {
                prop_assert!(place.is_none_or(|at| old[at].is_same(child)));
            }
            // Nothing is made anew while the same is taken away.
            let left = (0..old.len()).filter(|at| !given.contains(at));
            for at in left {
                let made = new.iter().zip(&places).filter(|(_, place)| place.is_none());
                let mut again = made.filter(|(child, _)| old[at].is_same(child));
                prop_assert!(again.next().is_none());
            }
        }

        #[test]
        fn what_has_not_changed_keeps_its_place(old in children(), from in 0_usize..7) {
            // Whatever went before it.
            let rest = old.get(from..).unwrap_or_default();
            for (child, place) in rest.iter().zip(places(&old, rest)) {
                prop_assert_eq!(&old[place.unwrap()], child);
            }
        }
    }

    #[test]
    fn a_row_that_goes_takes_its_own_place_with_it() {
        let row = |name: &str| Child::from(html("li").with(html("b").with(name)));
        let old = ["a", "b", "c"].map(row);
        assert_eq!(places(&old, &[row("b"), row("c")]), [Some(1), Some(2)]);
        assert_eq!(
            places(&old, &[row("a"), row("x"), row("c")]),
            [Some(0), Some(1), Some(2)]
        );
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(link(Some("https://example.org/1"), "x").tag, "a");
        assert_eq!(link(Some("javascript:alert(1)"), "x").tag, "span");
        assert_eq!(link(None, "x").tag, "span");
    }

    #[test]
    fn text_is_read_in_order() {
        let list = html("ul")
            .with(html("li").with("one"))
            .with(html("li").with("two"));
        assert_eq!(list.text(), "one two");
        assert_eq!(list.all().len(), 3);
    }
}
