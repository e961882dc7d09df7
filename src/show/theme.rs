//! Light or dark, as the page is, not as the system is: a dark badge on a page
//! that is always light is as wrong as the reverse.

use web_sys::{Document, Element};

/// A CSS `color-scheme`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark ink on light ground.
    Light,
    /// Light ink on dark ground.
    Dark,
    /// The page paints no ground of its own: as the system likes it.
    System,
}

impl Scheme {
    /// The value for the CSS property `color-scheme`.
    pub const fn css(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::System => "light dark",
        }
    }
}

/// Looks at the ground that the page paints under its content.
pub fn page_scheme(document: &Document) -> Scheme {
    let body = document.body().map(Element::from);
    [body, document.document_element()]
        .into_iter()
        .flatten()
        .find_map(|element| ground(&element))
        .unwrap_or(Scheme::System)
}

fn ground(element: &Element) -> Option<Scheme> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    scheme_of(&style.get_property_value("background-color").ok()?)
}

/// Reads `rgb(r, g, b)` or `rgba(r, g, b, a)`, the forms in which browsers
/// report an sRGB colour; anything else, or a see-through colour, is `None`.
fn scheme_of(color: &str) -> Option<Scheme> {
    let parts = color.strip_prefix("rgb")?.trim_start_matches('a');
    let mut numbers = parts
        .trim_matches(['(', ')'])
        .split(',')
        .map(|number| number.trim().parse::<f32>().ok());
    let (red, green, blue) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().flatten().is_some_and(|alpha| alpha < 0.5) {
        return None;
    }
    // Rec. 709 luma; the middle is where black and white ink read equally well.
    let luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    Some(if luma < 128.0 {
        Scheme::Dark
    } else {
        Scheme::Light
    })
}
