//! What the library says in English of its rates and numbers, in French.

use outreach::{Confidence, Kind, Provenance, Response};

use super::{Language, typeset};

/// A sentence of the library and its translation.
const FRENCH: &[(&str, &str)] = &[
    // What a rate or a number means.
    ("(a) voicing disagreement brings a meeting", "(a) dire son désaccord apporte un rendez-vous"),
    (
        "(b) agreeing and adding a few layers brings a meeting",
        "(b) abonder dans son sens et en rajouter apporte un rendez-vous",
    ),
    ("(c) going straight to the request brings a meeting", "(c) aller droit à la demande apporte un rendez-vous"),
    (
        "(d) saying that the connector speaks well of the person brings a meeting",
        "(d) dire que le connecteur parle en bien de la personne apporte un rendez-vous",
    ),
    (
        "dispersion of the names: negative binomial; none is Poisson",
        "dispersion des noms : binomiale négative ; sans elle, Poisson",
    ),
    ("asking all the same brings a meeting", "demander quand même apporte un rendez-vous"),
    ("calling reaches the prospect at all", "le prospect peut être joint par téléphone"),
    (
        "how far the calls of one connector go alike (0: not at all)",
        "à quel point les appels d'un même connecteur se ressemblent (0 : pas du tout)",
    ),
    (
        "explaining who the connector is saves the conversation",
        "expliquer qui est le connecteur sauve la prise de contact",
    ),
    ("it goes wrong at the connector's name", "la conversation tourne mal au nom du connecteur"),
    ("minutes", "minutes"),
    ("minutes, those of its introduction apart", "minutes, sans celles de la mise en relation"),
    ("names given, on average", "noms donnés, en moyenne"),
    ("referrals at the start", "recommandations au départ"),
    ("the attempt reaches the prospect", "l'appel joint le prospect"),
    ("the connector is disliked rather than unknown", "le connecteur est mal vu plutôt qu'inconnu"),
    ("the conversation brings a meeting", "la prise de contact apporte un rendez-vous"),
    ("the meeting set is held", "le rendez-vous pris est tenu"),
    ("the promised introduction is made", "la mise en relation promise est faite"),
    (
        "what is left of the warm probability above the cold ones",
        "ce qui reste de l'avance des appels chauds sur les appels froids",
    ),
    // Of what it is counted.
    ("campaign", "campagne"),
    ("cold contact", "contact froid"),
    ("cold attempt", "appel froid"),
    ("cold conversation", "prise de contact par appel froid"),
    ("generation", "génération"),
    ("incident", "incident"),
    ("incident with a disliked connector", "incident avec un connecteur mal vu"),
    ("incident with an unknown connector", "incident avec un connecteur inconnu"),
    ("introduction", "mise en relation"),
    ("meeting held", "rendez-vous tenu"),
    ("meeting set by a cold call", "rendez-vous pris par appel froid"),
    ("meeting set by a warm call", "rendez-vous pris par appel chaud"),
    ("name given in a meeting held", "nom donné lors d'un rendez-vous tenu"),
    ("pair of calls by one connector", "paire d'appels d'un même connecteur"),
    ("unrecovered incident", "incident non rattrapé"),
    ("warm attempt", "appel chaud"),
    ("warm contact", "contact chaud"),
    ("warm conversation", "prise de contact par appel chaud"),
    // What it rests on; figures are cited as they were published.
    (
        "Belkins 2025: 4.6 %; Cognism 2024: 4.8 % (254 of 5,265); MPI 2017: 10 %",
        "Belkins 2025 : 4,6 % ; Cognism 2024 : 4,8 % (254 sur 5 265) ; MPI 2017 : 10 %",
    ),
    (
        "Bommelaer: two names per meeting is French practice; Boothman: two of everyone met",
        "Bommelaer : deux noms par rendez-vous, usage français ; Boothman : deux de chaque personne rencontrée",
    ),
    (
        "Gong 2024: 5.4 % on average, 13.3 % in the top quarter of 300 million calls; Belkins 2025: 9.9 % of 175,000; \
         InsideSales: about 10 %",
        "Gong 2024 : 5,4 % en moyenne, 13,3 % dans le meilleur quart de 300 millions d'appels ; Belkins 2025 : 9,9 % de \
         175 000 ; InsideSales : environ 10 %",
    ),
    (
        "HBR 2007, of another trade: of 68 % who meant to refer 33 % did, of 81 % 30 %",
        "HBR 2007, d'un autre métier : sur 68 % qui voulaient recommander, 33 % l'ont fait ; sur 81 %, 30 %",
    ),
    (
        "LeadRiver: 65 to 75 % after cold outreach; SalesCadia: about 70 %",
        "LeadRiver : 65 à 75 % après un appel froid ; SalesCadia : environ 70 %",
    ),
    ("the founding text does not speak of calling again", "le texte fondateur ne parle pas de rappeler"),
    ("nothing is published of sales calls by attempt", "rien n'est publié sur les appels commerciaux appel par appel"),
    ("LeadRiver: above 80 % of referred meetings", "LeadRiver : plus de 80 % des rendez-vous recommandés"),
    (
        "ProSalesConnection 2011: about 3 of preparation and 1 of calling",
        "ProSalesConnection 2011 : environ 3 de préparation et 1 d'appel",
    ),
    (
        "Heckathorn and Jeffri 2001, recruits of a survey and no sales calls: whom 264 jazz musicians brought",
        "Heckathorn et Jeffri 2001, des recrues d'une enquête et non des appels de vente : qui 264 musiciens de jazz ont amené",
    ),
    ("nothing is published", "rien n'est publié"),
    (
        "nothing is published but that it falls: a judgement",
        "rien n'est publié, sinon que cela baisse : une estimation",
    ),
    ("nothing is published of recommended calls", "rien n'est publié sur les appels chauds"),
    ("nothing is published: taken as for cold attempts", "rien n'est publié : pris comme pour les appels froids"),
    (
        "nothing is published: the founding text's 2 %, in a range by judgement",
        "rien n'est publié : les 2 % du texte fondateur, dans une fourchette estimée",
    ),
    (
        "nothing is published: the founding text's two in three, in a range by judgement",
        "rien n'est publié : les deux sur trois du texte fondateur, dans une fourchette estimée",
    ),
    (
        "one connector's 52 introductions: about 75 % of those who answered; Khalsa: 40 %; Granum's long study of referred \
         names: 30 %; sellers of introductions: 35 to 60 %",
        "52 mises en relation d'un connecteur : environ 75 % de ceux qui ont répondu ; Khalsa : 40 % ; la longue étude de \
         Granum sur les noms recommandés : 30 % ; vendeurs de mises en relation : 35 à 60 %",
    ),
    ("the founding text", "le texte fondateur"),
    ("the founding text does not speak of names", "le texte fondateur ne parle pas des noms"),
    (
        "the founding text gives a probability for the other case only",
        "le texte fondateur ne donne de probabilité que pour l'autre cas",
    ),
    (
        "the founding text names the response and gives no probability",
        "le texte fondateur nomme la réponse et ne donne pas de probabilité",
    ),
    ("the founding text speaks of meetings agreed", "le texte fondateur parle de rendez-vous convenus"),
    ("the founding text speaks of people one talks to", "le texte fondateur parle des personnes à qui l'on parle"),
    ("the founding text: \"try your luck\"", "le texte fondateur : « tenter votre chance »"),
    ("usual French practice", "usage français"),
    ("weak published support", "faible appui publié"),
];

impl Language {
    /// A sentence of the library in this language; as it is where it has no translation.
    pub(crate) fn of_library(self, sentence: &str) -> String {
        match self {
            Self::English => sentence.to_owned(),
            Self::French => {
                let found = FRENCH.iter().find(|(english, _)| *english == sentence);
                found.map_or_else(|| sentence.to_owned(), |(_, french)| typeset(french))
            }
        }
    }

    pub(crate) fn provenance(self, provenance: Provenance) -> String {
        match (self, provenance) {
            (Self::French, Provenance::Documented) => "documenté".to_owned(),
            (Self::French, Provenance::Published) => "publié".to_owned(),
            (Self::French, Provenance::Assumed) => "supposé".to_owned(),
            (Self::French, Provenance::SetByYou) => "fixé par vous".to_owned(),
            (_, other) => other.to_string(),
        }
    }

    pub(crate) fn confidence(self, confidence: Confidence) -> String {
        match (self, confidence) {
            (Self::French, Confidence::Medium) => "moyenne".to_owned(),
            (Self::French, Confidence::Low) => "basse".to_owned(),
            (Self::French, Confidence::None) => "nulle".to_owned(),
            (_, other) => other.key().to_owned(),
        }
    }

    /// What is said to a connector's name that is disliked.
    pub(crate) fn response(self, response: Response) -> &'static str {
        match (self, response) {
            (Self::French, Response::Disagree) => "désaccord",
            (Self::French, Response::Agree) => "accord",
            (Self::French, Response::Ask) => "demande",
            (Self::French, Response::Reframe) => "recadrage",
            (Self::English, _) => response.key(),
        }
    }

    /// `cold`, `froid`: of a call or an attempt.
    pub(crate) fn kind(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::French, Kind::Cold) => "froid",
            (Self::French, Kind::Warm) => "chaud",
            (Self::English, _) => kind.key(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use outreach::{Number, Parameter, Preset};

    use super::*;

    #[test]
    fn the_sentences_of_the_library_and_no_others_are_translated() {
        let of_rate = |parameter: Parameter| {
            let sources = Preset::ALL.map(|preset| preset.rates().evidence(parameter).map(|evidence| evidence.source));
            [parameter.meaning(), parameter.per()].into_iter().chain(sources.into_iter().flatten())
        };
        let of_number = |number: Number| {
            [number.meaning, number.per].into_iter().chain(Preset::ALL.map(|preset| number.evidence(preset).source))
        };
        let said = Parameter::ALL.into_iter().flat_map(of_rate).chain(Number::ALL.into_iter().flat_map(of_number));
        let said: BTreeSet<_> = said.collect();
        let translated: BTreeSet<_> = FRENCH.iter().map(|(english, _)| *english).collect();
        assert_eq!(said, translated);
        assert_eq!(translated.len(), FRENCH.len(), "a sentence stands twice");
    }
}
