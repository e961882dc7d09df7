//! Where a person writes a reply: finding the composer that belongs to a post,
//! putting a text into it, noticing a pause in writing, and that a reply was
//! sent.
//!
//! Nothing is ever sent from here: no submit button is pressed and no form
//! submitted. A text is put in only because the person asked for it, and once.
//! The listeners are passive; no event of the page is stopped or prevented.

mod editor;
mod find;
mod sent;
mod written;

use crate::compose::{Change, Outcome, Why};
use crate::read;
use editor::Editor;
use find::Opened;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Range};

/// What has to be known of the page's posts.
pub trait Posts {
    /// The container of the post that a node belongs to.
    fn container_of(&self, node: &Element) -> Option<Element>;

    /// The id of the post in a container.
    fn id_of(&self, container: &Element) -> Option<String>;

    /// The containers under an element, in document order.
    fn containers(&self, root: &Element) -> Vec<Element>;

    /// Container and id of the post that the page is about, if it is about one.
    fn focal(&self) -> Option<(Element, String)>;

    /// Whether a post stands on the page that says this, as
    /// [`crate::compose::essence`] gives it.
    fn stands(&self, essence: &str) -> bool;

    /// A person has sent a reply.
    fn sent(&self, reply: Sent);

    /// A person begins to write, for the first time on this page.
    fn begun(&self);

    /// A person pauses while writing.
    fn written(&self, written: Written);
}

/// A reply that a person has sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The id of the post that it answers.
    pub post: String,
    /// What was written. It is not stored.
    pub text: String,
}

/// What stands in a composer while its writer pauses.
#[derive(Debug, Clone)]
pub struct Written {
    /// The id of the post that it answers; `None` when it answers nothing.
    pub post: Option<String>,
    /// What is written. It is not stored.
    pub text: String,
    /// The editor.
    pub editor: Element,
    /// The box that a person sees as the composer: the editor, or around it.
    pub around: Element,
    /// The pause is a long one.
    pub rests: bool,
}

/// The composers of one page.
pub struct Composers {
    document: Document,
    composer: read::Composer,
    reply: Option<&'static str>,
    posts: Box<dyn Posts>,
    /// A text is being put in.
    busy: Cell<bool>,
    state: RefCell<State>,
    listeners: RefCell<Vec<EventListener>>,
    me: Weak<Self>,
}

/// What is remembered of what the person did.
#[derive(Default)]
struct State {
    /// The post whose reply button was pressed last, until a composer takes it
    /// up.
    answering: Option<(String, f64)>,
    /// Composers that answer a post because of it, the latest last.
    owners: Vec<(Editor, String)>,
    /// The composer that the person was in last, and where its cursor stood.
    left: Option<(Editor, Option<Range>)>,
    attempt: Option<sent::Attempt>,
    /// How many tries to send there were.
    attempts: u32,
    /// Waits for a pause in writing.
    pause: Option<Timeout>,
    /// Something was written before.
    begun: bool,
}

impl Composers {
    /// Starts to listen on a page; `reply` is the selector of the button in a
    /// post that answers it.
    pub fn new(
        document: Document,
        composer: read::Composer,
        reply: Option<&'static str>,
        posts: Box<dyn Posts>,
    ) -> Rc<Self> {
        let composers = Rc::new_cyclic(|me| Self {
            document,
            composer,
            reply,
            posts,
            busy: Cell::new(false),
            state: RefCell::default(),
            listeners: RefCell::default(),
            me: me.clone(),
        });
        composers.listen();
        composers
    }

    /// Puts `text` into the composer that answers the post in `container`,
    /// which is opened first when there is none. When it cannot be put there,
    /// it goes to the clipboard.
    pub async fn insert(&self, container: &Element, text: &str) -> Outcome {
        if self.busy.replace(true) {
            return Outcome::Busy;
        }
        let outcome = self.try_insert(container, text).await;
        self.busy.set(false);
        outcome
    }

    async fn try_insert(&self, container: &Element, text: &str) -> Outcome {
        let editor = match self.open(container).await {
            Opened::Editor(editor) => editor,
            Opened::None => return copy(text, Why::NoComposer).await,
            Opened::OtherPage => return copy(text, Why::OtherPage).await,
        };
        let (cursor, visited) = self.cursor_of(&editor);
        match editor
            .put(text, self.composer.editor, cursor, visited)
            .await
        {
            Change::Once => Outcome::Inserted,
            Change::None => copy(text, Why::Refused).await,
            Change::Other => copy(text, Why::Unclear).await,
        }
    }

    /// Where the cursor of an editor stands or stood, and whether the person
    /// has been in it.
    fn cursor_of(&self, editor: &Editor) -> (Option<Range>, bool) {
        if editor.has_focus() {
            return (editor.cursor(), true);
        }
        let state = self.state.borrow();
        match &state.left {
            Some((left, range)) if left == editor => (range.clone(), true),
            _ => (None, false),
        }
    }
}

/// Puts a text into the clipboard and says why.
async fn copy(text: &str, why: Why) -> Outcome {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    // There is none on a page that was not fetched safely.
    let Some(clipboard) = clipboard.filter(|clipboard| clipboard.is_object()) else {
        return Outcome::Nowhere(why);
    };
    match JsFuture::from(clipboard.write_text(text)).await {
        Ok(_) => Outcome::Copied(why),
        Err(_) => Outcome::Nowhere(why),
    }
}
