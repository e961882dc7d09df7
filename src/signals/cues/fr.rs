//! French cues.

use super::{Cues, Group, Place, When, phrases};
use crate::signals::text::Head;
use crate::text::phrases::Phrases;

#[rustfmt::skip] // as word lists, not a word a line
pub(super) fn cues() -> Cues {
    Cues {
        phrases: phrases(GROUPS),
        negators: &[
            "ne", "pas", "n'est", "n'ai", "n'a", "n'es", "n'etes", "n'avez", "jamais", "sans",
            "aucun", "aucune", "ni", "n'y", "n'etait", "non",
        ],
        first_person: &[
            "je", "j'ai", "j'etais", "j'suis", "moi", "me", "m'a", "mon", "ma", "mes", "nous",
            "notre", "nos", "c'etais",
        ],
        second_person: &[
            "tu", "t'es", "t'as", "te", "toi", "ton", "ta", "tes", "vous", "votre", "vos",
        ],
        third_person: &[
            "il", "elle", "ils", "elles", "eux", "gens", "type", "mec", "femme", "homme", "celui",
            "ceux", "lui", "leur", "auteur", "monsieur", "madame",
        ],
        openers: &[
            "que", "qu'en", "qu'est", "quel", "quelle", "quels", "quelles", "comment", "pourquoi",
            "qui", "ou", "quand", "combien", "est", "avez", "as", "auriez", "connaissez", "pensez",
            "etes", "pouvez", "savez", "quelqu'un", "y", "faut", "vous",
        ],
        answers: &[
            "parce", "non", "oui", "simple", "exactement", "rien", "personne", "evidemment",
            "reponse", "eh", "facile", "spoiler",
        ],
        rhetorical: Phrases::new(
            [
                "n'est-ce pas", "ah bon", "vraiment", "sérieusement", "on s'en fiche",
                "on s'en fout", "à quoi bon", "qui l'eût cru", "qui aurait cru", "c'est quoi ce",
                "tu te moques", "vous vous moquez", "tu plaisantes", "vous plaisantez",
                "de qui se moque", "quoi", "tu sais lire", "vous savez lire", "hein", "non mais",
                "comment osez", "comment oses", "et alors", "qui s'en soucie",
            ]
            .map(|phrase| (phrase, Place::Anywhere))
            .into_iter()
            .chain(
                [
                    "envie de", "envie d'un", "besoin de", "besoin d'un", "marre de", "fatigué de",
                    "prêt à", "prêts à", "vous voulez gagner", "vous cherchez un",
                    "vous cherchez une", "vous rêvez",
                ]
                .map(|phrase| (phrase, Place::AtStart)),
            ),
        ),
        articles: &[
            "un", "une", "le", "la", "les", "des", "ce", "cette", "ces", "comme", "de", "trouve",
        ],
    }
}

#[rustfmt::skip] // as word lists, not a phrase a line
pub(super) const GROUPS: &[Group] = &[
    Group {
        head: Head::Question,
        weight: 0.8,
        when: When::Always,
        phrases: &[
            "qu'en pensez-vous", "qu'en penses-tu", "qu'en dites-vous", "vous en pensez quoi",
            "tu en penses quoi", "vos avis", "votre avis", "ton avis", "vos retours",
            "dites-moi ce que", "dis-moi ce que", "racontez-moi", "raconte-moi",
            "j'aimerais savoir", "j'aimerais connaître", "curieux de savoir", "curieuse de savoir",
            "curieux de lire", "curieuse de lire", "hâte de vous lire", "et vous", "et toi",
            "j'aimerais vous lire", "comment faites-vous", "dites-moi si je me trompe",
            "qu'est-ce que vous en pensez", "je serais curieux", "je serais curieuse",
            "convainquez-moi",
        ],
    },
    Group {
        head: Head::Question,
        weight: 0.5,
        when: When::Always,
        phrases: &[
            "je me demande", "curieux", "curieuse", "quelqu'un sait", "quelqu'un peut",
        ],
    },
    Group {
        head: Head::Advice,
        weight: 0.8,
        when: When::Always,
        phrases: &[
            "des conseils", "un conseil", "vos conseils", "tes conseils", "besoin d'avis",
            "besoin de conseils", "besoin de vos", "retour d'expérience", "retours d'expérience",
            "vos expériences", "votre expérience", "ton expérience", "des recommandations",
            "vos recommandations", "une recommandation", "des suggestions", "des idées",
            "que feriez-vous", "que ferais-tu", "je cherche un", "je cherche une", "je cherche des",
            "comment avez-vous", "comment as-tu", "qu'est-ce qui vous a", "que me conseillez",
            "vous me conseillez", "tu me conseilles", "des astuces", "vos astuces", "une astuce",
            "aidez-moi", "partagez votre expérience", "partagez vos expériences", "des pistes",
        ],
    },
    Group {
        head: Head::Advice,
        weight: 0.7,
        when: When::InQuestion,
        phrases: &[
            "quelqu'un", "avez-vous déjà", "as-tu déjà", "vous avez déjà", "tu as déjà",
            "certains d'entre vous", "d'autres personnes", "parmi vous", "qui a déjà", "je devrais",
            "devrais-je", "dois-je", "où trouver", "où puis-je", "comment faire", "comment vous",
            "vous faites comment", "vous utilisez", "conseillez", "recommandez", "connaissez-vous",
            "vous connaissez", "auriez-vous", "d'autres ont",
        ],
    },
    Group {
        head: Head::Acknowledgement,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "je comprends", "je vois ce que", "je t'entends", "je vous entends", "bonne question",
            "très bonne question", "bon point", "bonne remarque", "merci de partager",
            "merci pour le partage", "merci d'avoir partagé", "merci pour ce partage",
            "ça a du sens", "ça se tient", "je n'y avais pas pensé", "j'imagine", "j'ai appris",
            "j'entends bien", "je saisis", "comme tu dis", "comme vous dites", "ce que tu dis",
            "ce que vous dites", "au temps pour moi", "autant pour moi", "j'avais mal compris",
            "je conçois", "je reconnais", "vous m'avez convaincu*", "tu m'as convaincu*",
            "merci pour ces précisions", "merci pour l'explication", "je ne savais pas",
        ],
    },
    Group {
        head: Head::Acknowledgement,
        weight: 0.7,
        when: When::EvenNegated,
        phrases: &[
            "j'y avais pas pensé", "jamais pensé à ça", "je ne connaissais pas",
        ],
    },
    Group {
        head: Head::Acknowledgement,
        weight: 0.4,
        when: When::Always,
        phrases: &[
            "intéressant", "intéressante", "passionnant", "fascinant", "c'est vrai que",
        ],
    },
    Group {
        head: Head::Gratitude,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "merci", "je te remercie", "je vous remercie", "remercie", "un grand merci",
            "mille mercis", "reconnaissant*", "reconnaissance", "gratitude",
        ],
    },
    Group {
        head: Head::Agreement,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "d'accord", "je suis d'accord", "tout à fait", "exactement", "vous avez raison",
            "tu as raison", "t'as raison", "bien dit", "bien vu", "moi aussi", "pareil",
            "absolument", "c'est vrai", "c'est exact", "je confirme", "entièrement d'accord",
            "je plussoie", "je te rejoins", "je vous rejoins", "c'est juste", "effectivement",
            "je partage votre", "je partage ton", "très juste",
        ],
    },
    Group {
        head: Head::Agreement,
        weight: 0.7,
        when: When::EvenNegated,
        phrases: &[
            "pas faux", "pas tort", "on ne peut plus d'accord",
        ],
    },
    Group {
        head: Head::Hedging,
        weight: 0.4,
        when: When::EvenNegated,
        phrases: &[
            "peut-être", "je crois", "je pense", "il me semble", "à mon avis", "selon moi",
            "d'après moi", "probablement", "sans doute", "parfois", "pas sûr*", "pas certain*",
            "j'ai l'impression", "je trouve", "on dirait", "il se peut", "je dirais",
            "je me trompe peut-être", "sauf erreur", "à ma connaissance", "plutôt", "souvent",
            "en général", "de mon expérience", "d'expérience", "éventuellement", "je suppose",
            "j'imagine que", "pour ma part", "ça dépend", "en quelque sorte",
        ],
    },
    Group {
        head: Head::Reasoning,
        weight: 0.5,
        when: When::EvenNegated,
        phrases: &[
            "parce que", "parce qu'il", "parce qu'on", "parce qu'elle", "par exemple", "en effet",
            "c'est pourquoi", "c'est pour ça que", "la raison", "d'un côté", "d'un autre côté",
            "en revanche", "puisque", "c'est-à-dire", "autrement dit", "par conséquent", "du coup",
            "cela signifie", "ça veut dire", "la différence", "grâce à", "à cause de",
            "le problème", "l'avantage", "l'inconvénient", "à condition", "étant donné",
            "alors que", "même si", "la preuve", "les chiffres", "comparé à",
        ],
    },
    Group {
        head: Head::Reasoning,
        weight: 0.25,
        when: When::EvenNegated,
        phrases: &[
            "car", "donc", "cependant", "pourtant", "toutefois", "sinon", "ainsi",
        ],
    },
    Group {
        head: Head::Story,
        weight: 0.6,
        when: When::EvenNegated,
        phrases: &[
            "je me souviens", "quand j'étais", "quand j'avais", "j'ai grandi", "j'ai perdu",
            "j'ai vécu", "j'ai passé", "j'ai quitté", "j'ai pleuré", "j'ai eu peur", "j'ai honte",
            "j'avais honte", "j'ai échoué", "j'ai raté", "j'ai mis des", "j'ai toujours",
            "j'ai compris", "j'ai réalisé", "j'ai longtemps", "j'ai commencé", "j'ai fini par",
            "j'ai dû", "j'ai déménagé", "j'ai travaillé", "je n'ai jamais", "il y a un an",
            "il y a deux ans", "il y a dix ans", "la première fois que", "ma mère", "mon père",
            "ma femme", "mon mari", "ma fille", "mon fils", "mes enfants", "mes parents",
            "ma grand-mère", "mon grand-père", "ma soeur", "mon frère", "ma compagne",
            "mon compagnon", "ma meilleure amie", "mon meilleur ami", "ma maladie",
            "on m'a diagnostiqué", "je traverse", "je vis avec", "hier j'ai", "j'étais perdu*",
            "j'ai peur", "me manque", "m'a appris", "cette année j'ai", "je suis tombé*",
        ],
    },
    Group {
        head: Head::Story,
        weight: 0.35,
        when: When::EvenNegated,
        phrases: &[
            "j'étais", "j'avais", "j'ai eu", "j'ai fait", "j'ai essayé", "j'ai testé", "j'ai vu",
            "chez moi", "de mon côté", "chez nous", "j'ai été",
        ],
    },
    Group {
        head: Head::Support,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "courage", "bon courage", "toutes mes condoléances", "mes condoléances",
            "sincères condoléances", "je pense à toi", "je pense à vous", "de tout coeur avec",
            "prends soin", "prenez soin", "bon rétablissement", "je t'envoie", "je vous envoie",
            "force à toi", "force à vous", "je te souhaite", "je vous souhaite", "bonne chance",
            "tiens bon", "tenez bon", "je suis désolé* pour", "désolé* de lire", "je compatis",
            "je suis là si", "plein de douceur", "fier de toi", "fière de toi", "tu peux le faire",
            "ça va aller", "on est avec toi", "on est avec vous",
        ],
    },
    Group {
        head: Head::Support,
        weight: 0.8,
        when: When::EvenNegated,
        phrases: &[
            "tu n'es pas seul*", "t'es pas seul*", "vous n'êtes pas seul*", "pas ta faute",
        ],
    },
    Group {
        head: Head::Hostility,
        weight: 0.9,
        when: When::Always,
        phrases: &[
            "ta gueule", "vos gueules", "ferme-la", "fermez-la", "ferme ta gueule", "va te faire",
            "allez vous faire", "nique ta", "va mourir", "crève", "casse-toi", "dégage", "dégagez",
            "sale con", "sale conne", "je t'emmerde", "je vous emmerde", "mange-moi les",
            "espèce de", "fils de pute", "tg", "ntm", "va chier", "vous me dégoûtez",
            "tu me dégoûtes", "pauvre type", "pauvre con", "bande de",
        ],
    },
    Group {
        head: Head::Hostility,
        weight: 0.6,
        when: When::Always,
        phrases: &[
            "on t'a rien demandé", "on vous a rien demandé", "on t'a pas demandé",
            "personne t'a demandé", "personne ne t'a demandé", "apprends à lire", "apprenez à lire",
            "tu sais pas lire", "t'as même pas lu", "t'es sérieux", "les gens comme toi",
            "les gens comme vous", "n'importe quoi toi", "grandis un peu", "arrête de mentir",
            "arrêtez de mentir", "tu devrais avoir honte", "vous devriez avoir honte",
            "quelle honte", "comment oses-tu", "comment osez-vous", "tu délires", "vous délirez",
            "tu racontes n'importe quoi", "vous racontez n'importe quoi", "retourne dans",
            "t'y connais rien", "tu n'y connais rien", "vous n'y connaissez rien",
        ],
    },
    Group {
        head: Head::Hostility,
        weight: 0.6,
        when: When::Name,
        phrases: &[
            "idiot", "idiots", "idiote", "idiotes", "imbécile", "imbéciles", "abruti*", "crétin*",
            "débile", "débiles", "connard*", "connasse*", "conne", "cons", "salaud*", "salope*",
            "ordure", "ordures", "raclure*", "bouffon*", "clown", "clowns", "menteur", "menteurs",
            "menteuse", "pute", "putes", "chienne", "gourde", "psychopathe", "tocard*",
            "pourriture", "hypocrite", "hypocrites", "moutons", "parasites", "troll", "facho",
            "fachos", "enfoiré*", "minable", "minables", "ignare", "ignares", "racaille*",
        ],
    },
    Group {
        head: Head::Hostility,
        weight: 0.6,
        when: When::OfPerson,
        phrases: &[
            "con", "stupide", "stupides", "ridicule", "ridicules", "pathétique", "pathétiques",
            "bête", "dégueulasse", "lamentable", "ignorant*", "une honte", "une blague",
            "pitoyable", "pitoyables", "nul", "nulle", "incompétent*", "malhonnête", "arrogant*",
        ],
    },
    Group {
        head: Head::Bait,
        weight: 0.8,
        when: When::Always,
        phrases: &[
            "like si", "likez si", "likez et", "aime si", "aimez si", "partage si", "partagez si",
            "partagez un maximum", "partage un maximum", "rt si", "repost si", "repostez",
            "tague un*", "tag un*", "taguez un*", "tague ton", "tague ta", "identifie un*",
            "identifiez un*", "mentionne un*", "mentionnez un*", "commente oui", "commentez oui",
            "commente avec", "dis oui en", "écris oui", "dites oui", "en commentaire", "abonne-toi",
            "abonnez-vous", "mets un coeur", "mettez un coeur", "mets un like", "mettez un like",
            "lâche un like", "lâchez un like", "lâche un com", "double tap", "double-tape*",
            "vous n'allez pas croire", "tu ne vas pas croire", "vous ne devinerez jamais",
            "regarde jusqu'à la fin", "regardez jusqu'à la fin", "attendez la fin", "follow pour",
            "suis-moi pour", "suivez-moi pour", "enregistre ce post", "enregistrez ce post",
            "seuls les génies", "99 des gens",
        ],
    },
    Group {
        head: Head::Bait,
        weight: 0.35,
        when: When::InQuestion,
        phrases: &[
            "d'accord", "qui d'autre", "qui est avec moi", "un avis",
        ],
    },
    Group {
        head: Head::Promotion,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "code promo", "offre limitée", "offre spéciale", "offre exclusive", "achetez",
            "commandez", "en promo", "en promotion", "livraison gratuite", "livraison offerte",
            "inscrivez-vous", "inscris-toi", "essai gratuit", "lien en bio", "lien dans la bio",
            "jusqu'à épuisement", "profitez de", "profite de", "profitez-en", "avec le code",
            "réservez votre", "réserve ta", "précommande*", "notre nouvelle collection",
            "notre nouveau produit", "cliquez ici", "clique ici", "cliquez sur le lien",
            "rejoignez-nous", "satisfait ou remboursé", "concours", "sponsorisé", "découvrez notre",
            "découvrez nos", "découvrez mon", "visitez notre", "gagner de l'argent",
            "gagnez de l'argent", "revenu passif", "revenus passifs", "en mp pour", "bon plan",
        ],
    },
    Group {
        head: Head::Promotion,
        weight: 0.35,
        when: When::Always,
        phrases: &[
            "soldes", "réduction", "remise", "promo", "gratuit*", "offre", "notre appli",
            "notre newsletter", "ma newsletter", "webinaire", "ma chaîne", "ma boutique",
            "notre boutique", "en vente", "dès aujourd'hui", "découvrez",
        ],
    },
    Group {
        head: Head::Gloss,
        weight: 0.5,
        when: When::Always,
        phrases: &[
            "ravi* d'annoncer", "ravi* de vous annoncer", "heureu* d'annoncer",
            "heureu* de vous annoncer", "fier d'annoncer", "fière d'annoncer", "ravi* de partager",
            "heureu* de partager", "si fier", "si fière", "tellement fier", "tellement fière",
            "tellement heureu*", "que du bonheur", "le bonheur", "pur bonheur", "quel bonheur",
            "meilleure vie", "bravo", "félicitations", "honoré* de", "honoré* d'être",
            "un rêve devenu réalité", "rêve devenu réalité", "joyeux anniversaire", "quelle chance",
            "au paradis", "un moment magique", "quelle soirée", "quelle journée",
            "la vie est belle", "plus beau jour", "aux anges", "comblé*", "la meilleure équipe",
            "quelle aventure",
        ],
    },
    Group {
        head: Head::Gloss,
        weight: 0.25,
        when: When::Always,
        phrases: &[
            "magnifique", "parfait", "parfaite", "incroyable", "sublime", "magique", "merveilleu*",
            "inoubliable", "extraordinaire", "génial", "géniale", "superbe", "splendide",
            "grandiose",
        ],
    },
    Group {
        head: Head::Annoyance,
        weight: 0.7,
        when: When::Always,
        phrases: &[
            "ras le bol",
            "j'en ai marre",
            "marre de",
            "plein le dos",
            "j'en peux plus",
            "je n'en peux plus",
            "ça m'énerve",
            "ça me gonfle",
            "ça me saoule",
            "ça me soûle",
            "m'exaspère*",
            "insupportable",
            "me rend fou",
            "me rend folle",
            "y en a assez",
            "c'est pénible",
            "fait chier",
            "me fatigue",
        ],
    },
    Group {
        head: Head::Annoyance,
        weight: 0.5,
        when: When::Always,
        phrases: &[
            "agaçant*",
            "énervant*",
            "pénible",
            "inadmissible",
            "putain de",
            "saleté de",
            "à la con",
            "foutu*",
            "fichu*",
        ],
    },
    Group {
        head: Head::Question,
        weight: 0.55,
        when: When::Always,
        phrases: &[
            "est-ce que vous connaissez",
            "est-ce que quelqu'un",
                        "quelqu'un connaît",
            "à quelle heure",
            "où puis-je",
            "où est-ce qu'on",
        ],
    },
    Group {
        head: Head::Gratitude,
        weight: 0.8,
        when: When::EvenNegated,
        phrases: &[
            "remercierai jamais assez",
            "remercierons jamais assez",
            "remercier assez",
            "remercie jamais assez",
            "comment vous remercier",
            "comment te remercier",
        ],
    },
    Group {
        head: Head::Bait,
        weight: 0.8,
        when: When::Always,
        phrases: &[
            "mets un j'aime si",
            "mets un like si",
            "mettez un j'aime si",
            "mettez un like si",
                                                "passe ton chemin sinon",
            "identifie un ami",
            "identifiez un ami",
            "tague un ami",
        ],
    },
    Group {
        head: Head::Promotion,
        weight: 0.6,
        when: When::Always,
        phrases: &[
            "places limitées",
            "plus que trois places",
            "dernières places",
            "écris-moi en privé pour",
            "écrivez-moi en privé pour",
            "réservez vite",
            "économisez",
            "moitié prix",
            "commandez ici",
                    ],
    },
    Group {
        head: Head::Hostility,
        weight: 0.8,
        when: When::Always,
        phrases: &[
            "retourne d'où tu viens",
            "retournez d'où vous venez",
            "personne ne veut de toi",
            "rentre chez toi",
            "rentrez chez vous",
            "dans ton pays",
        ],
    },
];
