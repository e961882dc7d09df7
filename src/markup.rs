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
