//! Words that say nothing about what a text is about. Our own lists, folded as
//! in [`crate::text`].

use crate::words::Language;
use std::collections::HashSet;
use std::sync::LazyLock;

const ENGLISH: &str = "a about above actually after again against ago all almost already also always am \
    an and another any anybody anyone anything anyway are aren't around as ask asked asking asks at \
    away back be became because become been before being below best better between big both but by \
    call came can can't cannot come comes could couldn't did didn't do does doesn't doing don't done \
    down during each edit either else enough even ever every everybody everyone everything exactly \
    far feel feels felt few find first five for found four from full further gave get gets getting give \
    gives go goes going gone gonna good got great guess had happen happened happens hardly has hasn't \
    have haven't having he he'd he'll he's hello her here hers herself hey hi him himself his hn how however \
    i i'd i'll i'm i've if in instead into is isn't it it'd it'll it's its itself just keep keeps kept kind \
    knew know known knows last later least less let let's like likes little lol long look looked looking \
    looks lot lots made make makes making many matter may maybe me mean means might mine more most much \
    must my myself near nearly need needs never new next nice no nobody none nor not nothing now of off often \
    oh ok okay on once one only onto or other others otherwise our ours out over own part people perhaps \
    please put quite rather read real really right said same saw say saying says see seem seemed seems \
    seen several shall she she'd she'll she's should shouldn't show since so some somebody someone something \
    sometimes soon sorry sort still stuff such sure take taken takes taking tell than thank thanks that \
    that'd that's the their theirs them themselves then there there's these they they'd they'll they're \
    they've thing things think thinking thinks third this those though thought three through til till to today \
    together told tomorrow too took toward towards tried tries try trying two under until up update upon us \
    use used uses using usually very want wanted wants was wasn't way ways we we'd we'll we're we've well \
    went were weren't what what's whatever when whenever where where's whether which while who who's \
    whole whom whose why will with within without won't wonder work would wouldn't wrote yeah yes \
    yesterday yet you you'd you'll you're you've your yours yourself everyone's anyone's didnt dont cant \
    im ive thats";

const FRENCH: &str = "a ai aie ainsi ait alors apres as assez au aucun aucune aujourd'hui aura aurait aussi autant autre \
    autres aux avaient avais avait avant avec avez avoir avons ayant beau beaucoup bien bon bonjour bonne bonsoir \
    bref c'est c'etait ca car ce ceci cela celle celles celui ces cet cette ceux chacun chaque chez ci combien comme \
    comment contre d'abord d'accord d'ailleurs d'autres d'etre d'un d'une dans de deja dedans dehors depuis dernier \
    derniere derriere des dessous dessus deux devant devenir devient devrait dire dis disait dit dites doit dois dont du \
    elle elles en encore enfin entre es est et etaient etais etait etant ete etes etre eu eux exactement faire fais \
    faisait fait faites falloir fallu faut fera fois font fort gens grace grand grande hein hier hui ici il ils j'ai \
    j'aime j'aimerais j'avais j'en j'etais j'y jamais je jour jours juste l'air l'autre l'on la laisse le les leur \
    leurs loin lui ma maintenant mais mal me meme memes merci mes met mettre mieux mis moi moins mon monde n'a n'ai \
    n'avais n'est n'etait n'y ne ni nombreux non nos notre nous nouveau on ont ou oui par parce parfois parle parler \
    parmi pas passe pendant pense pensais penser petit petite peu peut peut-etre peux plus plusieurs plutot point \
    pour pourquoi pourrait pouvait pouvez pouvoir premier premiere prend prendre pres presque pris puis puisque \
    qu'a qu'elle qu'elles qu'en qu'est qu'il qu'ils qu'on qu'un qu'une quand quant quatre que quel quelle quelles \
    quelqu'un quelque quelques quels qui quoi rien s'il s'est sa sais sait sans sauf savez savoir se sera serait ses \
    seul seule seulement si sinon soi soient sois soit sommes son sont sous souvent suis suite sur surtout t'as t'es ta \
    tant te tel telle tellement tels tes tete toi ton toujours tous tout toute toutes tres trois trop trouve trouver tu un une \
    va vais vas venir venu vers veut veux vient voici voila voir vois voit vos votre vouloir voulait voulu vous vrai \
    vraiment vu y chose choses cinq aller allez allait etions savais demande demander veulent m'a m'ont n'en d'en \
    personne personnes accord";

/// Words for spans of time and the like: nouns, but nothing to talk about.
const VAGUE: &str = "hour hours minute minutes second seconds day days week weeks weekend month months year years \
    night nights evening morning afternoon noon monday tuesday wednesday thursday friday saturday sunday reason \
    reasons idea ideas question questions moment bit couple end start half rest case fact side top bottom middle \
    amount number point points example issue problem stuff place others person man woman guy guys folks sense \
    while course hundred thousand million dozen percent comment comments reply replies colleague colleagues \
    heure heures seconde jour jours journee semaine semaines mois an ans annee annees nuit nuits soir soirs soiree \
    matin matins midi lundi mardi mercredi jeudi vendredi samedi dimanche raison raisons idee idees fin debut moitie \
    reste cas fait cote haut bas milieu nombre exemple probleme truc trucs endroit homme femme type sens cours cent \
    mille dizaine centaine pourcent maniere facon sorte commentaire commentaires reponse reponses fois suite coup \
    monsieur madame dame dix vingt trente quarante cinquante soixante two three four five six seven eight nine ten \
    twenty";

/// Words that describe, compare or judge, and nouns and verbs for anything: no
/// subject alone, though they may begin one ("old radios").
const DESCRIBING: &str = "easy easier easiest hard harder hardest fast faster fastest slow slower bad worse worst \
    old older oldest young younger high higher low lower long longer short shorter huge tiny large larger small \
    smaller cheap cheaper rich poor full empty free busy ready able unable true false wrong weird strange funny \
    cool awesome amazing beautiful gorgeous lovely perfect excellent fantastic wonderful incredible brilliant \
    terrible awful horrible stupid dumb silly smart clever interesting boring happy sad glad angry mad proud tired \
    sick crazy insane important helpful useful useless similar different common popular unpopular typical normal \
    usual certain obvious clear simple complex special specific particular general main major minor entire single \
    double early late recent current original modern future past upper inner outer fine pretty super extra \
    possible impossible likely unlikely available necessary worth nobody fair serious ridiculous except neither \
    unlike despite besides beyond across along behind beside alone apart ahead else anytime everytime somewhere \
    anywhere everywhere nowhere somehow meh yep nope haha lmao imo imho tbh btw omg wow nah dude bro sir help hope \
    care talk work play love hate wish believe agree disagree understand remember forget explain change changes \
    difference differences thought thoughts opinion opinions link links file files note notes list page post posts \
    ones option options kinds types form forms version versions step steps result results attention chance luck \
    fun mistake mistakes experience experiences welcome congrats congratulations absolutely definitely honestly \
    literally basically seriously january february april june july august september october november december \
    eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety time times fuck fucking shit damn \
    hell ass facile faciles difficile difficiles dur dure vite rapide rapides lent lente pire pires vieux vieil \
    vieille vieilles jeune jeunes haute hautes basse basses longue longs longues court courte gros grosse grosses \
    pauvre plein pleine vide libre pret prete capable faux fausse bizarre drole droles genial geniale magnifique \
    magnifiques belle belles parfait parfaite excellente incroyable affreux bete stupide interessant interessante \
    ennuyeux heureux heureuse triste tristes content contente fier fiere fatigue fatiguee malade fou folle \
    importante importants importantes utile utiles inutile pareil pareille differente differents differentes \
    simples speciale principal principale entier entiere ancien ancienne moderne certaine certains certaines clair \
    claire evident normale rare rares grave graves serieux juste malgre envers excepte hormis ailleurs partout mdr \
    ptdr lol ouais bof aide espoir envie besoin amour haine travail changement pensee avis lien liens liste \
    resultat erreur bravo felicitations bienvenue franchement clairement serieusement carrement evidemment janvier \
    fevrier mars avril mai juin juillet aout septembre octobre novembre decembre onze douze quinze quatre-vingts \
    temps merde putain";

/// By language, each made when it is first needed.
static STOPS: [LazyLock<HashSet<&'static str>>; 2] = [
    LazyLock::new(|| ENGLISH.split_whitespace().collect()),
    LazyLock::new(|| FRENCH.split_whitespace().collect()),
];

/// Builds the lists of a language.
pub fn prepare(language: Language) {
    LazyLock::force(&STOPS[language as usize]);
    LazyLock::force(&VAGUES);
}

static VAGUES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| VAGUE.split_whitespace().collect());

static DESCRIBINGS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| DESCRIBING.split_whitespace().collect());

/// Whether a folded word describes something else, or may mean anything: what a
/// text is about it does not tell alone.
pub fn is_describing(word: &str, language: Language) -> bool {
    DESCRIBINGS.contains(bare(word, language))
}

/// Whether a folded word is a noun that nothing can be said about.
pub fn is_vague(word: &str, language: Language) -> bool {
    VAGUES.contains(bare(word, language))
}

/// Whether a folded word joins two nouns.
pub fn is_of(word: &str, language: Language) -> bool {
    match language {
        Language::En => word == "of",
        Language::Fr => matches!(word, "de" | "du" | "des"),
    }
}

/// A folded word without what is glued to it.
pub fn bare(word: &str, language: Language) -> &str {
    match language {
        Language::En => word.strip_suffix("'s").unwrap_or(word),
        Language::Fr => word.split_once('\'').map_or(word, |(_, rest)| rest),
    }
}

/// Whether a folded word is a stop word or no word at all (a number).
pub fn is_stop(word: &str, language: Language) -> bool {
    let list = &STOPS[language as usize];
    let bare = bare(word, language);
    list.contains(word)
        || list.contains(bare)
        || bare.chars().count() < 2
        || !bare.chars().any(char::is_alphabetic)
}

/// Whether a folded word announces a noun.
pub fn is_article(word: &str, language: Language) -> bool {
    match language {
        Language::En => matches!(
            word,
            "a" | "an"
                | "the"
                | "my"
                | "your"
                | "our"
                | "his"
                | "their"
                | "this"
                | "these"
                | "some"
                | "any"
                | "every"
                | "another"
        ),
        Language::Fr => matches!(
            word,
            "le" | "la"
                | "les"
                | "l"
                | "un"
                | "une"
                | "des"
                | "du"
                | "d"
                | "mon"
                | "ma"
                | "mes"
                | "ton"
                | "ta"
                | "tes"
                | "votre"
                | "vos"
                | "notre"
                | "nos"
                | "son"
                | "sa"
                | "ses"
                | "leur"
                | "leurs"
                | "ce"
                | "cette"
                | "ces"
                | "d'un"
                | "d'une"
                | "au"
                | "aux"
                | "chaque"
                | "quelques"
        ),
    }
}

/// Whether an article after this word may be a pronoun ("je *les* porte").
pub fn makes_pronoun(word: &str, language: Language) -> bool {
    language == Language::Fr
        && matches!(
            word,
            "je" | "tu"
                | "il"
                | "elle"
                | "on"
                | "nous"
                | "vous"
                | "ils"
                | "elles"
                | "me"
                | "te"
                | "se"
                | "ne"
                | "qui"
                | "y"
                | "pour"
                | "sans"
                | "qu'il"
                | "qu'elle"
                | "qu'on"
        )
}

/// English verbs that often follow a noun, without their endings.
const VERBS: &str = "taste smell sound stay stop start turn move run walk talk sing sleep live die grow fall rise \
    break work play open close ring knock call ask answer tell show help hurt matter change happen remain seem appear \
    become belong cost need want like love hate hope plan try learn teach write speak hear feel leave arrive reach cross \
    carry hold keep bring send pay sell buy eat drink cook bake burn freeze melt dry boil wait watch listen laugh smile \
    cry fight win lose fail finish end save spend use remember forget believe agree decide choose follow lead save meet \
    visit travel drive ride fly swim sit stand lie jump climb throw catch pull push drop lift build fix repair paint \
    wash clean cut sew sharpen fill shut hide find miss pass cause create raise kill hit bite kick drag stretch last \
    count weigh measure return enter join share offer allow let make take give get come go do say know think see";

/// English pasts that the endings do not show.
const PASTS: &str = "broke came went took made got found left lost met told said saw thought felt kept began bought \
    brought built taught spent sold gave grew knew ran rode sat slept spoke stood swam threw woke wore won wrote chose \
    drove ate fell forgot heard held hid hit quit paid sent sang rang drew flew fed died became rose froze bit";

static ENGLISH_VERBS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| VERBS.split_whitespace().collect());

static ENGLISH_PASTS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| PASTS.split_whitespace().collect());

/// Whether an English word may be a form of a verb that follows its noun.
fn is_english_verb(word: &str) -> bool {
    let endings = [
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("d", ""),
        ("ied", "y"),
    ];
    let stem = |(ending, back): (&str, &str)| {
        let stem = word.strip_suffix(ending)?;
        // "stopped" is a form of "stop".
        let mut letters = stem.chars().rev();
        let doubled = ending == "ed" && letters.next() == letters.next();
        let short = if doubled {
            stem.get(..stem.len() - 1)?
        } else {
            stem
        };
        let known = |verb: &str| ENGLISH_VERBS.contains(verb);
        (known(&format!("{stem}{back}")) || known(short)).then_some(())
    };
    ENGLISH_PASTS.contains(word)
        || word.ends_with("ly")
        || endings.into_iter().any(|end| stem(end).is_some())
}

/// Endings of French adjectives that stand after their noun and are hardly ever verbs.
#[rustfmt::skip] // as a word list, not a word a line
const ADJECTIVES: &[&str] = &[
    "ique", "iques", "able", "ables", "ible", "ibles", "el", "els", "elle", "elles", "al", "ale",
    "aux", "ales", "eux", "euse", "euses", "if", "ifs", "ive", "ives", "ien", "iens", "ienne",
    "iennes", "aire", "aires", "ee", "ees", "froid", "froide", "froids", "froides", "chaud",
    "chaude", "blanc", "blanche", "blancs", "blanches", "noir", "noire", "noirs", "noires",
    "rouge", "rouges", "vert", "verte", "verts", "vertes", "bleu", "bleue", "bleus", "bleues",
    "jaune", "jaunes", "sec", "seche", "seches", "frais", "fraiche", "fraiches", "geant",
    "geante", "geants", "ancien", "ancienne", "neuf", "neuve", "vide", "vides", "haute", "basse",
];

/// French adjectives that stand before their noun.
#[rustfmt::skip] // as a word list, not a word a line
const BEFORE_NOUN: &[&str] = &[
    "vieux", "vieil", "vieille", "vieilles", "jeune", "jeunes", "belle", "belles", "long",
    "longue", "longs", "longues", "gros", "grosse", "grosses", "mauvais", "mauvaise", "meilleur",
    "meilleure", "meilleurs", "ancien", "ancienne", "anciens", "anciennes", "vrai", "vraie",
    "pauvre", "double", "simple", "nouvelle", "nouvelles", "grands", "grandes", "petits",
    "petites", "premiers", "premieres", "derniers", "dernieres",
];

/// Whether a word that follows a noun, or an adjective before one, may belong to it.
/// Rules of thumb: there is no dictionary here.
pub fn goes_with_noun(before: &str, word: &str, language: Language) -> bool {
    match language {
        Language::En => !is_english_verb(word),
        Language::Fr => {
            let before = bare(before, language);
            BEFORE_NOUN.contains(&before) || ADJECTIVES.iter().any(|end| word.ends_with(end))
        }
    }
}

/// Whether the word before this one is more likely a verb than a noun.
pub fn follows_verb(word: &str, language: Language) -> bool {
    match language {
        Language::En => matches!(
            word,
            "a" | "an"
                | "the"
                | "my"
                | "your"
                | "our"
                | "his"
                | "her"
                | "their"
                | "it"
                | "me"
                | "us"
                | "them"
                | "him"
                | "very"
                | "too"
                | "exactly"
                | "up"
                | "out"
                | "off"
                | "not"
        ),
        Language::Fr => matches!(
            word,
            "le" | "la"
                | "les"
                | "un"
                | "une"
                | "mon"
                | "ma"
                | "mes"
                | "son"
                | "sa"
                | "ses"
                | "votre"
                | "vos"
                | "notre"
                | "nos"
                | "ce"
                | "cette"
                | "ces"
                | "pas"
                | "plus"
                | "rien"
                | "jamais"
                | "tres"
                | "trop"
        ),
    }
}
