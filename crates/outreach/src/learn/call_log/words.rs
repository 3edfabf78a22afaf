//! The words of call logs, English and French, and those of common exporters.

use super::{LoggedIncident, Outcome};
use crate::model::{Kind, Response};

/// Words in the form that [`plain`] gives them, with commas between them, by what they mean.
///
/// The numbers among the outcomes are the keys of the default ones of `HubSpot`; other lists of them in circulation are
/// wrong.
type Words<T> = &'static [(T, &'static str)];

const OUTCOMES: Words<Outcome> = &[
    (
        Outcome::NotReached,
        "no answer, noanswer, not reached, no pick up, no pickup, unanswered, not answered, missed, ring no answer, no \
         one answered, busy, line busy, voicemail, left voicemail, left a voicemail, no voicemail, left message, left \
         live message, vm left, vm answer, vm, machine, answering machine, amd, gatekeeper, reception, not available, \
         unavailable, not in, wrong number, bad number, dead number, number not in service, disconnected, invalid number, \
         blocked, failed, error, abandoned, cancelled, canceled, refused call, rejected, not connected, nobody, bad data, \
         no longer with company, not in service, pas de reponse, sans reponse, non repondu, ne repond pas, absent, \
         occupe, ligne occupee, messagerie, messagerie vocale, repondeur, message laisse, message vocal, injoignable, non \
         joint, pas joint, non joignable, faux numero, mauvais numero, numero invalide, non attribue, barrage, standard, \
         secretariat, manque, appel manque, echec, annule, non abouti, 9d9162e7 6cf3 4944 bf63 4dff82258764, a4c4c377 \
         d246 4b32 a13b 75a56a4cd0ff, b2cf5968 551e 4856 9783 52b3da59a7d0, 73a0d17f 1163 4015 bdd5 ec830791da20, \
         17b47fee 58de 441e a44c c6300d46f273",
    ),
    (
        Outcome::Open,
        ", open, callback, call back, call back later, call later, callback requested, callback scheduled, follow up, \
         followup, pending, in progress, waiting, maybe, undecided, thinking, to be decided, tbd, deferred, interested, \
         send info, send information, sent information, requested info, email requested, a rappeler, rappel, rappeler, \
         rappeler plus tard, a relancer, relance, en attente, en cours, indecis, peut etre, interesse, envoyer \
         documentation, envoi documentation, demande de documentation",
    ),
    (
        Outcome::Refused,
        "no, n, false, 0, refused, declined, not interested, no interest, no meeting, hang up, hung up, connected no \
         meeting, reached no, do not call, dnc, not qualified, unqualified, disqualified, bad fit, referred, received \
         referral, recieved referral, rejected offer, not now, bad timing, lost, non, refus, refuse, pas interesse, pas \
         interessee, non interesse, non interessee, sans suite, sans rendez vous, pas de rendez vous, pas de rdv, sans \
         rdv, conversation sans suite, raccroche, ne plus appeler, hors cible, perdu",
    ),
    (
        Outcome::Answered,
        "answered, answer, connected, human, completed, spoke, spoke with prospect, talked, conversation, reached, \
         repondu, decroche, joint, abouti, contacte, conversation telephonique, f240bbac 87c9 4f6e bf70 924b57d47db7",
    ),
    (
        Outcome::Set,
        "yes, y, true, 1, meeting, meeting set, meeting booked, meeting scheduled, set meeting, booked, booked meeting, \
         appointment, appointment set, appointment booked, appointment scheduled, scheduled, demo, demo booked, demo \
         scheduled, demo set, success, won, accepted, agreed, converted, rescheduled, interview, oui, rdv, rdv pris, \
         rendez vous, rendez vous pris, rdv obtenu, rendez vous obtenu, rdv fixe, rendez vous fixe, accepte, accord, \
         entretien, entretien obtenu, gagne, demo planifiee",
    ),
    (
        Outcome::NoShow,
        "no show, noshow, did not attend, meeting cancelled, meeting canceled, meeting set not held, meeting missed, rdv \
         non honore, rendez vous non honore, rdv manque, rendez vous manque, absent au rdv, absent au rendez vous, rdv \
         annule, rendez vous annule, lapin",
    ),
    (
        Outcome::Held,
        "held, meeting held, meeting completed, attended, showed, showed up, meeting done, met, appointment held, demo \
         held, demo completed, demo done, rdv tenu, rendez vous tenu, rdv honore, rendez vous honore, rdv effectue, \
         rendez vous effectue, rdv realise, rendez vous realise, honore",
    ),
];

const KINDS: Words<Kind> = &[
    (
        Kind::Cold,
        "cold, cold call, no, none, false, 0, outbound, froid, appel froid, a froid, sans recommandation, non",
    ),
    (
        Kind::Warm,
        "warm, warm call, referral, referral call, referred, recommended, recommendation, introduction, introduced, \
         intro, name drop, on behalf, connector, yes, true, 1, chaud, appel chaud, recommande, recommandation, de la part \
         de, mise en relation, parrainage, oui",
    ),
];

const INCIDENTS: Words<LoggedIncident> = &[
    (LoggedIncident::None, ", none, no, false, 0, smooth, aucun, non"),
    (
        LoggedIncident::Unknown { recovered: Some(true) },
        "recovered, unknown recovered, saved, rattrape, inconnu rattrape, sauve",
    ),
    (
        LoggedIncident::Unknown { recovered: Some(false) },
        "unrecovered, unknown unrecovered, not recovered, unknown not recovered, lost, non rattrape, inconnu non rattrape",
    ),
    (LoggedIncident::Unknown { recovered: None }, "unknown, who, connector unknown, inconnu, connecteur inconnu"),
    (LoggedIncident::Disliked { response: None }, "disliked, connector disliked, deteste, mal vu, connecteur mal vu"),
    (LoggedIncident::Disliked { response: Some(Response::Disagree) }, "disagree, disliked disagree, deteste desaccord"),
    (LoggedIncident::Disliked { response: Some(Response::Agree) }, "agree, disliked agree, deteste accord"),
    (LoggedIncident::Disliked { response: Some(Response::Ask) }, "ask, disliked ask, deteste demande"),
    (LoggedIncident::Disliked { response: Some(Response::Reframe) }, "reframe, disliked reframe, deteste recadrage"),
];

impl Outcome {
    /// What a word of a log says, whatever its case, accents and punctuation: English, French, and the keys of `HubSpot`.
    ///
    /// Of a category and a word in it (`Sales~Meeting booked`) the word counts. An empty text is an open outcome.
    ///
    /// ```
    /// use outreach::Outcome;
    ///
    /// assert_eq!(Outcome::from_word("Left voicemail"), Some(Outcome::NotReached));
    /// assert_eq!(Outcome::from_word("À rappeler"), Some(Outcome::Open));
    /// assert_eq!(Outcome::from_word("RDV pris"), Some(Outcome::Set));
    /// assert_eq!(Outcome::from_word("purple"), None);
    /// ```
    pub fn from_word(word: &str) -> Option<Self> {
        meaning(OUTCOMES, word)
    }
}

impl Kind {
    /// What a word of a log says: `cold`, `referral`, `de la part de`, …
    pub fn from_word(word: &str) -> Option<Self> {
        meaning(KINDS, word)
    }
}

impl LoggedIncident {
    /// What a word of a log says: `none` or nothing, `unknown`, `recovered`, `unrecovered`, `disliked`, or the response to a
    /// disliked connector.
    pub fn from_word(word: &str) -> Option<Self> {
        meaning(INCIDENTS, word)
    }
}

fn meaning<T: Copy>(words: Words<T>, word: &str) -> Option<T> {
    let find = |word: &str| {
        let word = plain_word(word);
        words.iter().find(|(_, list)| each(list).any(|known| known == word)).map(|(meaning, _)| *meaning)
    };
    find(word).or_else(|| word.rsplit_once('~').and_then(|(_, word)| find(word)))
}

fn each(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim)
}

/// A word as words of logs are compared: Latin letters small and without accents, digits and letters of other scripts as
/// they are, single blanks for everything else.
///
/// ```
/// assert_eq!(outreach::plain_word("N° d’APPEL, Résultat"), "n d appel resultat");
/// ```
pub fn plain_word(word: &str) -> String {
    let letters: String = word.chars().map(plain_letter).collect();
    letters.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Without the standard library's tables of all scripts, which weigh as much in a browser as the words that are known.
fn plain_letter(letter: char) -> char {
    match letter {
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        // Signs, blanks and punctuation.
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{3000}' => ' ',
        letter if letter.is_ascii_alphanumeric() || !letter.is_ascii() => letter.to_ascii_lowercase(),
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told_once<T: Copy + PartialEq + std::fmt::Debug>(words: Words<T>) {
        for (meaning, list) in words {
            for word in each(list) {
                assert_eq!(plain_word(word), word, "a word stands in its plain form");
                assert_eq!(super::meaning(words, word), Some(*meaning), "{word} means one thing");
            }
        }
    }

    #[test]
    fn every_word_means_one_thing() {
        told_once(OUTCOMES);
        told_once(KINDS);
        told_once(INCIDENTS);
    }

    #[test]
    fn case_accents_and_punctuation_do_not_matter() {
        assert_eq!(plain_word("  Pas-de RÉPONSE… "), "pas de reponse");
        assert_eq!(Outcome::from_word("NO_ANSWER"), Some(Outcome::NotReached));
        assert_eq!(Outcome::from_word("Sales~Demo Booked"), Some(Outcome::Set));
        assert_eq!(Outcome::from_word("F240BBAC-87c9-4f6e-bf70-924b57d47db7"), Some(Outcome::Answered));
        assert_eq!(Kind::from_word("On behalf"), Some(Kind::Warm));
        assert_eq!(LoggedIncident::from_word("-"), Some(LoggedIncident::None));
    }
}
