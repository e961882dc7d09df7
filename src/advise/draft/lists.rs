//! The words by which a draft is read beside its heads. Our own lists.

use crate::text::phrases::Phrases;
use crate::text::{Text, TokenKind};
use crate::words::Language;
use std::sync::LazyLock;

/// What a phrase shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// Asks without a question mark.
    Asks,
    /// Asks without one at the beginning of a sentence.
    AsksFirst,
    /// Warms, beside what the heads know.
    Warm,
    /// Gives help.
    Helps,
    /// Offers something for money, or for being followed.
    Offers,
    /// Says how to get it.
    Contact,
}

type Group = (Sense, &'static [&'static str]);

/// What a text shows by its phrases, quotations left out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said {
    /// It asks, though without a question mark.
    pub asks: bool,
    /// It is warm.
    pub warm: bool,
    /// It gives help.
    pub helps: bool,
    /// It offers something for money, or for being followed.
    pub offers: bool,
    /// It says how to get that.
    pub contact: bool,
}

/// Reads the phrases of a text in its language.
pub fn said(text: &Text<'_>, language: Language) -> Said {
    let mut said = Said::default();
    for hit in PHRASES[language as usize].find(text) {
        let token = &text.tokens()[hit.first];
        if token.quoted {
            continue;
        }
        match hit.tag {
            Sense::Asks => said.asks = true,
            Sense::AsksFirst => {
                let sentence = text.sentences().get(token.sentence);
                said.asks |= sentence.is_some_and(|sentence| sentence.tokens.start == hit.first);
            }
            Sense::Warm => said.warm = true,
            Sense::Helps => said.helps = true,
            Sense::Offers => said.offers = true,
            Sense::Contact => said.contact = true,
        }
    }
    said
}

/// Builds the table of a language.
pub fn prepare(language: Language) {
    LazyLock::force(&PHRASES[language as usize]);
}

/// By language, each made when it is first needed.
static PHRASES: [LazyLock<Phrases<Sense>>; 2] = [
    LazyLock::new(|| phrases(&ENGLISH)),
    LazyLock::new(|| phrases(&FRENCH)),
];

fn phrases(groups: &[Group]) -> Phrases<Sense> {
    let each = |(sense, phrases): &Group| {
        let sense = *sense;
        phrases.iter().map(move |phrase| (*phrase, sense))
    };
    Phrases::new(groups.iter().flat_map(each))
}

#[rustfmt::skip] // as a word list, not a word a line
const ENGLISH: [Group; 6] = [
    (Sense::Asks, &[
        "i wonder", "i'm wondering", "just wondering", "i'm curious", "i am curious", "curious how",
        "curious what", "curious if", "curious whether", "curious about", "curious to know",
        "tell me more", "tell us more", "say more about", "tell me about", "i'd love to hear",
        "would love to hear", "love to know", "i'd like to know", "i would like to know", "let me know how",
        "let us know how", "keen to hear", "interested to hear", "let me know if", "let me know what",
    ]),
    (Sense::AsksFirst, &[
        "how did", "how do", "how does", "how is", "how are", "how was", "how were", "how long",
        "how much", "how many", "how come", "how have", "how has", "what did", "what do", "what does",
        "what is", "what are", "what was", "what were", "what made", "what happened", "what kind",
        "what about", "why did", "why do", "why does", "why is", "why are", "why was", "where did",
        "where do", "where is", "where was", "when did", "when do", "who did", "who is", "which one",
        "do you", "did you", "have you", "are you", "were you", "would you", "could you", "can you",
        "will you", "has it", "does it", "did it", "did they", "was it", "is it",
    ]),
    (Sense::Warm, &[
        "sorry to hear", "so sorry", "i'm sorry", "i am sorry", "sorry that you", "sorry for your",
        "congratulations", "congrats", "well done", "good for you", "happy for you", "glad you",
        "glad to hear", "glad it", "love this", "love that", "love how", "that's lovely", "how lovely",
        "that's beautiful", "that's wonderful", "that's great", "this is great", "nice one", "good on you",
        "that must", "must have been", "must be hard", "must be so", "my heart", "so hard", "that is hard",
        "that's hard", "that's rough", "that's awful", "how awful", "be gentle", "thinking about you",
        "you're right", "you are right", "i hear", "sounds hard", "sounds tough", "sounds like a lot",
        "rest in peace", "hope you", "really helpful", "so helpful", "this helps", "that helps", "cheers",
    ]),
    (Sense::Helps, &[
        "hope this helps", "hope that helps", "here's how", "here is how", "i'd recommend",
        "i would recommend", "i recommend", "you could try", "you can try", "try this", "what worked for me",
        "here's what worked", "one tip", "my tip", "a tip", "some tips", "step by step", "here's a guide",
        "the trick is", "happy to help", "in case it helps",
    ]),
    (Sense::Offers, &[
        "places left", "spots left", "seats left", "for sale", "for rent", "off all", "off everything",
        "off your first", "free delivery", "free shipping", "first hour free", "hour free", "free trial",
        "discount", "giveaway", "our shop", "our store", "our new", "our course", "our courses",
        "our service", "our services", "our product", "our products", "our app", "my shop", "my store",
        "my course", "my courses", "my services", "my new book", "my new video", "my newsletter", "my channel",
        "my podcast", "private tutoring", "small batches", "memberships", "next day delivery", "limited offer",
        "limited time", "order now", "order before", "order online", "order today", "double your",
        "earn money", "passive income", "make money", "sign up", "join my", "join our",
    ]),
    (Sense::Contact, &[
        "dm me", "dm us", "dm", "pm me", "message me", "message us", "whatsapp", "telegram", "in bio",
        "in my bio", "on my profile", "in my profile", "order online", "call us", "visit us", "write to me",
        "sign up at", "sign up here", "claim yours", "get yours", "book yours", "use code", "code",
    ]),
];

#[rustfmt::skip] // as a word list, not a word a line
const FRENCH: [Group; 6] = [
    (Sense::Asks, &[
        "je me demande", "je serais curieux", "je serais curieuse", "je suis curieux", "je suis curieuse",
        "curieux de savoir", "curieuse de savoir", "j'aimerais savoir", "j'aimerais bien savoir",
        "j'aimerais en savoir plus", "je voudrais savoir", "dites m'en plus", "dis m'en plus",
        "racontez nous", "raconte nous", "racontez moi", "raconte moi", "racontez", "j'aimerais entendre",
        "hâte de savoir", "tenez nous au courant", "tiens nous au courant", "dites moi si", "dis moi si",
        "dites moi comment", "dis moi comment", "dites nous", "dis nous",
    ]),
    (Sense::AsksFirst, &[
        "comment avez", "comment as", "comment ça se", "comment faites", "comment fais", "comment vous",
        "comment tu", "comment est", "comment va", "comment était", "pourquoi avez", "pourquoi as",
        "pourquoi vous", "pourquoi tu", "pourquoi est", "est ce que", "est ce qu'*", "qu'est ce que",
        "qu'est ce qui", "qu'est ce qu'*", "combien de", "combien ça", "où avez", "où as", "où est", "quand avez",
        "quand as", "quel est", "quelle est", "quels sont", "quelles sont", "qui a", "avez vous", "as tu", "êtes vous",
        "es tu", "pouvez vous", "peux tu", "et vous", "et toi",
    ]),
    (Sense::Warm, &[
        "désolé*", "navré*", "félicitations", "bravo", "chapeau", "merci", "content* pour vous",
        "content* pour toi", "contente pour vous", "contente pour toi", "heureux pour vous", "heureux pour toi",
        "heureuse pour vous", "heureuse pour toi", "ravi* pour vous", "ravi* pour toi", "ravi* de lire",
        "quelle belle", "quel beau", "c'est beau", "c'est magnifique", "c'est touchant", "j'adore",
        "ça a dû être", "ça doit être", "cela doit être", "cela a dû être", "comme c'est dur", "c'est dur",
        "c'est si dur", "quelle épreuve", "de tout coeur", "mes condoléances", "toutes mes condoléances",
        "mes pensées", "pensées pour", "je pense à vous", "je pense à toi", "bon courage", "courage à vous",
        "courage à toi", "plein de courage", "courage", "je compatis", "je vous comprends", "je te comprends",
        "je comprends", "prenez soin", "prends soin", "vous avez raison", "tu as raison", "t'as raison",
        "c'est précieux", "très utile", "super utile", "ça m'aide", "ça aide", "bien vu", "j'espère que vous",
        "j'espère que tu", "de la force", "je vous embrasse", "je t'embrasse",
    ]),
    (Sense::Helps, &[
        "si ça peut aider", "si cela peut aider", "en espérant que ça aide", "j'espère que ça aide",
        "voici comment", "je recommande", "je vous recommande", "je te recommande", "je conseille",
        "je vous conseille", "je te conseille", "vous pouvez essayer", "tu peux essayer", "essayez de",
        "mon conseil", "un conseil", "une astuce", "mon astuce", "l'astuce", "petite astuce", "voici un guide",
        "étape par étape", "ce qui a marché pour moi",
    ]),
    (Sense::Offers, &[
        "soldes", "promo", "réduction", "livraison gratuite", "livraison offerte", "en vente", "à vendre",
        "je vends", "vends", "à louer", "offre limitée", "places restantes", "dernières places",
        "essai gratuit", "ma formation", "mes formations", "ma méthode", "ma boutique", "mon livre",
        "ma chaîne", "ma newsletter", "mon podcast", "mon programme", "mes services", "notre boutique",
        "notre appli", "notre application", "notre formation", "nos produits", "nos services", "nos offres",
        "toutes nos", "tous nos", "à gagner", "bons d'achat", "gagnez", "doubler ton", "doubler votre",
        "revenus passifs", "téléchargez la", "téléchargez le", "découvrez notre",
        "découvrez nos", "tout compris", "inscrivez vous",
    ]),
    (Sense::Contact, &[
        "en bio", "lien en bio", "dans ma bio", "sur mon profil", "en mp", "mp", "dm", "whatsapp", "telegram",
        "écrivez moi", "écris moi", "contactez moi", "contactez nous", "contacte moi", "en privé", "commente",
        "abonnez vous", "abonne toi", "avec le code", "code promo", "code", "sur rendez vous",
        "commandez", "réservez", "inscrivez vous",
    ]),
];

#[rustfmt::skip] // as a word list, not a word a line
const ME: [&[&str]; 2] = [
    &["i", "i'm", "i've", "i'd", "i'll", "im", "ive", "me", "my", "mine", "myself"],
    &["je", "j", "me", "m", "moi", "mon", "ma", "mes", "mien", "mienne", "miens", "miennes"],
];

#[rustfmt::skip] // as a word list, not a word a line
const YOU: [&[&str]; 2] = [
    &["you", "you're", "you've", "you'd", "you'll", "your", "yours", "yourself", "u", "ur"],
    &["tu", "te", "t", "toi", "ton", "ta", "tes", "tien", "tienne", "vous", "votre", "vos", "vôtre"],
];

/// How often a text names its writer, and how often its reader, outside of
/// quotations.
pub fn persons(text: &Text<'_>, language: Language) -> (usize, usize) {
    let (me, you) = match language {
        Language::En => (ME[0], YOU[0]),
        Language::Fr => (ME[1], YOU[1]),
    };
    let mut named = (0, 0);
    let own = text.tokens().iter();
    for token in own.filter(|token| token.kind == TokenKind::Word && !token.quoted) {
        let folded = text.folded(token);
        // What French elides stands before the apostrophe: `j’ai`, `t’as`.
        let word = match (language, folded.split_once('\'')) {
            (Language::Fr, Some((elided, _))) => elided,
            _ => folded,
        };
        named.0 += usize::from(me.contains(&word));
        named.1 += usize::from(you.contains(&word));
    }
    named
}

/// Whether a letter is a heart, a hug or the like.
pub const fn is_heart(letter: char) -> bool {
    matches!(
        letter,
        '❤' | '♥'
            | '💔'
            | '💙'
            | '💚'
            | '💛'
            | '💜'
            | '🧡'
            | '🤍'
            | '🖤'
            | '🫂'
            | '🤗'
            | '🙏'
            | '💐'
    )
}
