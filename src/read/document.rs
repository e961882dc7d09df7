//! What reading needs of a document. The browser implements it in
//! `page::element`, the tests with `scraper`.

/// A node right under an element.
#[derive(Debug)]
pub enum Child<'a, E> {
    /// A run of text, cut at the length that was asked for.
    Text(&'a str),
    /// An element.
    Element(E),
}

/// An element of a document. A copy is the same element.
///
/// Every call crosses into the browser and costs about a microsecond, so
/// reading is written to need few. A selector that is not valid finds nothing.
pub trait Element: Clone {
    /// Whether both are the same element.
    fn same(&self, other: &Self) -> bool;

    /// Whether `other` is this element or stands inside it.
    fn contains(&self, other: &Self) -> bool;

    /// The first descendant that the CSS selector fits, in document order.
    fn select(&self, selector: &str) -> Option<Self>;

    /// All descendants that the CSS selector fits, in document order.
    fn select_all(&self, selector: &str) -> Vec<Self>;

    /// The first `most` descendants that the CSS selector fits, in document
    /// order. The rest cost nothing.
    fn select_some(&self, selector: &str, most: usize) -> Vec<Self>;

    /// All elements in its open shadow root that the CSS selector fits; none
    /// where it has no such root.
    fn select_in_shadow(&self, selector: &str) -> Vec<Self>;

    /// Whether the CSS selector fits this element.
    fn matches(&self, selector: &str) -> bool;

    /// The nearest of this element and its ancestors that the selector fits.
    fn closest(&self, selector: &str) -> Option<Self>;

    /// The value of an attribute; empty and absent differ.
    fn attribute(&self, name: &str) -> Option<String>;

    /// The name of the element in lower case.
    fn tag(&self) -> String;

    /// The parent element.
    fn parent(&self) -> Option<Self>;

    /// The element after this one under the same parent.
    fn next(&self) -> Option<Self>;

    /// The element before this one under the same parent.
    fn previous(&self) -> Option<Self>;

    /// All text under it as the source has it, cut after about `most`
    /// characters.
    fn raw_text(&self, most: usize) -> String;

    /// Calls `visit` for its children in order until that says `false`. Texts
    /// are cut after about `most` characters; comments are left out.
    fn visit_children(&self, most: usize, visit: &mut dyn FnMut(Child<'_, Self>) -> bool);

    /// Whether it is part of what is shown: neither it nor an ancestor has
    /// `display: none`.
    fn is_rendered(&self) -> bool;
}
