//! What posts are known by where no site file names their parts: words that
//! programmers give to classes and attributes, the properties of schema.org
//! and of microformats, and shapes of addresses. None is a word of a page's
//! interface, which would be translated.

/// Elements that hold a point in time.
pub const TIME: &str = "time,[datetime],relative-time,[data-time],[data-timestamp],[data-utime],abbr[title],\
    [itemprop='datePublished'],[itemprop='dateCreated'],[class*='date' i],[class*='time' i],[class*='ago' i],\
    [id*='published' i],[title^='20'][title*='T']";

/// Attributes that hold one exactly, best first.
pub const TIME_ATTRIBUTES: [&str; 7] = [
    "datetime",
    "content",
    "data-timestamp",
    "data-time",
    "data-utime",
    "title",
    "data-date",
];

/// Times that do not tell when a post was published.
pub const OTHER_TIME: &str = "[itemprop='dateModified'],.dt-updated,[class*='edit' i],[class*='modified' i],\
    [class*='joined' i],[class*='expire' i]";

/// Elements that hold an author, surest first. Each is asked for alone.
pub const AUTHORS: [&str; 15] = [
    "[itemprop='author'] [itemprop='name'],[itemprop='creator'] [itemprop='name']",
    "[itemprop='author'],[itemprop='creator']",
    "[itemtype$='/Person'] [itemprop='name']",
    ".p-author .p-name,.h-card .p-name",
    ".p-author,.vcard .fn,.author .fn",
    "[rel~='author']",
    "a.username,a[class*='username' i]",
    ".username,[class*='username' i],[class*='user-name' i],[class*='user_name' i]",
    "a[class*='author' i],a[class*='user' i],a[class*='nick' i]",
    "[class*='author' i] a[href]:not([href*='#']),[class*='poster' i] a[href]",
    "[class*='author-name' i],[class*='authorname' i],[class*='display-name' i],[class*='displayname' i],[class*='nick' i]",
    "[class*='author' i],[class*='byline' i],[class*='poster' i],[class*='commenter' i]",
    "a[id*='author' i],[id*='author' i] a,[data-testid*='author' i],[data-testid*='user-name' i],[data-testid*='username' i]",
    PROFILE,
    "[class*='user' i],[class~='name'],[data-testid*='user' i] a[href]",
];

/// All of them and what else stands beside an author: where counting starts.
pub const AUTHOR: &str = "[itemprop='author'],[itemprop='creator'],[itemtype$='/Person'],.p-author,.h-card,\
    .vcard,[rel~='author'],[class*='author' i],[class*='user' i],[class*='nick' i],[class*='byline' i],\
    [class*='poster' i],[class*='commenter' i],[class~='name'],a[href*='/user/'],a[href*='/users/'],a[href*='/u/'],\
    a[href*='/profile'],a[href*='/member'],a[href*='member.php'],a[href*='memberlist.php'],a[href^='/@'],a[href*='/@'],\
    a[href*='user?id='],[id*='author' i],[data-testid*='user' i],[data-testid*='author' i],[data-testid*='avatar' i]";

/// Links whose address says that they lead to a person.
pub const PROFILE: &str = "a[href*='/user/'],a[href*='/users/'],a[href*='/u/'],a[href*='/profile'],\
    a[href*='/member'],a[href*='member.php'],a[href*='memberlist.php'],a[href*='/@'],a[href*='user?id=']";

/// Attributes that hold an author's name or handle, on the post or in it.
pub const AUTHOR_ATTRIBUTES: [&str; 4] = [
    "data-author",
    "data-username",
    "data-user-name",
    "data-handle",
];

/// Elements that hold the text of a post and say so.
pub const TEXTS: [&str; 2] = [
    "[itemprop='text'],[itemprop='articleBody'],[itemprop='commentText'],[itemprop='reviewBody']",
    ".e-content,.entry-content",
];

/// Elements whose language and direction are told apart from the page's: they
/// hold what somebody wrote.
pub const FOREIGN_TEXT: &str = "div[lang][dir],p[lang][dir]";

/// What stands in or beside a text and is not the author's.
pub const NOT_TEXT: &str = "form,button,nav,time,label,input,[role='button'],[class*='signature' i],[class*='avatar' i],\
    [id^='sig'],[class*='-actions' i],[class*='toolbar' i],blockquote[class*='quote' i]:not([class*='text' i]),[class*='bbcode_quote' i],\
    [class*='bbCodeBlock--quote' i],[class*='attribution' i],[class*='edited' i],[class*='lastedit' i],\
    [class*='share' i],[class*='reply-link' i],[class*='permalink' i],[data-quote]";

/// Elements that a person writes text with.
pub const PROSE: &str = "p,blockquote,pre,ul,ol";

/// The ways on from a post: replying to it.
pub const REPLY: &str = "[class*='reply' i],[class*='respond' i],a[href*='reply' i],[data-action*='reply' i],\
    [aria-label*='reply' i],[class*='quote' i],button,[role='button']";

/// A picture of a person.
pub const AVATAR: &str = "img[class*='avatar' i],[class*='avatar' i] img,img[src*='avatar' i],img.photo,\
    img.u-photo,img[width='32'],img[width='40'],img[width='48'],img[width='50'],[class*='avatar' i],\
    [data-testid*='avatar' i],img[src*='profile' i]";

/// Signs of a thing that is sold.
pub const PRICE: &str = "[itemprop='price'],[itemprop='offers'],[class*='price' i],[class*='add-to-cart' i],\
    [class*='addtocart' i],[data-price]";

/// Headings that lead away: a record with one is about another page.
pub const HEADLINE: &str = "h1 a[href],h2 a[href],h3 a[href],h4 a[href],h5 a[href],a[href] h1,a[href] h2,a[href] h3,\
    a[href] h4,a[href] h5,[class*='headline' i] a[href],[class*='title' i] a[href],a[href][class*='title' i],\
    a[href][class*='headline' i]";

/// Names that programmers give to what people say.
pub const SAID: [&str; 14] = [
    "comment",
    "reply",
    "replies",
    "post",
    "message",
    "answer",
    "msg",
    "discussion",
    "response",
    "tweet",
    "status",
    "kommentar",
    "review",
    "note",
];

/// Parts of a page where nobody talks.
pub const ELSEWHERE: &str = "nav,[role='navigation'],[role='banner'],[role='contentinfo'],[role='menu'],[role='grid'],\
    [role='search'],select,head";

/// Links of one post to itself.
pub const PERMALINKS: [&str; 6] = [
    "[itemprop='url'][href*='#'],a.u-url,a[rel~='bookmark']",
    "a[href*='#comment'],a[href*='#post'],a[href*='#p'],a[href*='#c'],a[href*='#msg'],a[href*='#r'],a[href*='#isso']",
    "a[href*='/comment'],a[href*='/post-'],a[href*='/posts/'],a[href*='/post/'],a[href*='/status/'],a[href*='permalink' i]",
    "a[class*='permalink' i],a[class*='date' i],a[class*='time' i]",
    "[id*='published' i] a[href]",
    "[class*='date' i] a[href],[class*='time' i] a[href],[class*='number' i] a[href]",
];

/// Attributes that hold the id of a post.
pub const IDS: [&str; 9] = [
    "data-comment-id",
    "data-commentid",
    "data-post-id",
    "data-pid",
    "data-content",
    "data-message-id",
    "data-cid",
    "data-id",
    "data-key",
];

/// Elements with a number of likes, and attributes with it.
pub const LIKES: [&str; 2] = [
    "[itemprop='upvoteCount']",
    "[class*='vote' i],[class*='like' i],[class*='score' i],[class*='upvote' i],[class*='karma' i]",
];

/// Attributes with a number of likes.
pub const LIKE_ATTRIBUTES: [&str; 5] = [
    "data-votes",
    "data-likes",
    "data-score",
    "data-upvotes",
    "data-like-count",
];

/// Elements with a number of replies.
pub const REPLIES: &str = "[itemprop='commentCount'],[itemprop='answerCount'],[class*='reply-count' i],\
    [class*='replies-count' i],[class*='comment-count' i]";

/// Attributes with a number of replies.
pub const REPLY_ATTRIBUTES: [&str; 2] = ["data-replies", "data-reply-count"];

/// A post that was taken away.
pub const DELETED: &str =
    "[class*='deleted' i],[class*='--removed' i],[class*='is-removed' i],[data-deleted='true']";

/// Attributes that say how deep a reply stands.
pub const LEVELS: [&str; 5] = [
    "data-depth",
    "data-level",
    "data-indent",
    "indent",
    "aria-level",
];
