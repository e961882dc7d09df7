//! What badges take over from the page they stand on: light or dark, and the
//! direction of its lines. As the page is, not as the system is: a dark badge
//! on a page that is always light is as wrong as the reverse.

use web_sys::Element;

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

/// A page's look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Light or dark.
    pub scheme: Scheme,
    /// Lines run from right to left.
    pub right_to_left: bool,
}

impl Look {
    /// The look of the page around `element`: its ground is the first that one
    /// of its ancestors paints.
    pub fn around(element: &Element) -> Self {
        let mut ancestors =
            std::iter::successors(Some(element.clone()), |element| element.parent_element());
        let scheme =
            ancestors.find_map(|element| scheme_of(&computed(&element, "background-color")?));
        Self {
            scheme: scheme.unwrap_or(Scheme::System),
            right_to_left: computed(element, "direction").is_some_and(|value| value == "rtl"),
        }
    }
}

fn computed(element: &Element, property: &str) -> Option<String> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    style.get_property_value(property).ok()
}

/// Reads `rgb(r, g, b)`, the form in which browsers report an opaque sRGB
/// colour. What can be seen through says nothing of the ground: `None`.
fn scheme_of(color: &str) -> Option<Scheme> {
    let inner = color.strip_prefix("rgb(")?.strip_suffix(')')?;
    let mut parts = inner.split(',').map(|part| part.trim().parse::<u32>().ok());
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    // Rec. 709 luma in ten-thousandths; the middle is where black and white
    // ink read equally well.
    let luma = 2126 * red + 7152 * green + 722 * blue;
    Some(if luma < 1_280_000 {
        Scheme::Dark
    } else {
        Scheme::Light
    })
}
