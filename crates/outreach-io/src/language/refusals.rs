//! What is wrong with what was given, in both languages.

use outreach::{Error as Model, Unfit};
use serde_json::Value;

use super::{Language, typeset};
use crate::error::{ErrorAnswer, ErrorFields, Fault, FaultAnswer, Reason, hint};
use crate::near_miss;

/// What is accepted in the place of a value. A `#` stands for a number.
const FRENCH: &[(&str, &str)] = &[
    (
        "#, as a pool of referrals has one attempt per referral: several of them are not built",
        "#, puisqu'une réserve de recommandations a un appel par recommandation : plusieurs ne sont pas prévus",
    ),
    ("a Beta distribution with both parameters from # to #", "une distribution bêta aux deux paramètres de # à #"),
    ("a count of warm calls (# to #, the calls)", "un nombre d'appels chauds (# à #, celui des appels)"),
    ("a dispersion (# to #)", "une dispersion (# à #)"),
    ("a dispersion (# to #), or `none`", "une dispersion (# à #), ou `none`"),
    ("a factor per generation (# to #)", "un facteur par génération (# à #)"),
    (
        "a mean above # and below # with a weight above # that give parameters from # to #",
        "une moyenne au-dessus de # et au-dessous de #, avec un poids au-dessus de #, qui donnent des paramètres de # à #",
    ),
    ("a mean number of names per meeting held (# to #)", "un nombre moyen de noms par rendez-vous tenu (# à #)"),
    (
        "accepted where contacts are called several times: give hours_per_week",
        "accepté quand des contacts sont appelés plusieurs fois : donnez hours_per_week",
    ),
    (
        "accepted for the rest of a campaign: give calls_per_week",
        "accepté pour le reste d'une campagne : donnez calls_per_week",
    ),
    (
        "accepted with meetings: ask plan for the weeks, or give calls_per_week",
        "accepté avec meetings : demandez les semaines à plan, ou donnez calls_per_week",
    ),
    ("accepted beside hours_per_week: give one of them", "accepté avec hours_per_week : donnez l'un des deux"),
    (
        "attempts or hours: leave out the calls or hours per week",
        "attempts ou hours : retirez les appels ou les heures par semaine",
    ),
    ("a number of attempts at a contact (# to #)", "un nombre d'appels à un contact (# à #)"),
    ("a number of contacts called of # planned ones", "un nombre de contacts appelés parmi # prévus"),
    (
        "a number of meetings that # conversations can have brought",
        "un nombre de rendez-vous que # prises de contact peuvent avoir apportés",
    ),
    (
        "attempts and meetings alone, where nobody is called twice or a rest is continued",
        "une suite d'appels et de rendez-vous seuls, quand personne n'est rappelé ou qu'un reste continue",
    ),
    (
        "one whose calls of each kind are planned, so that the rest is known",
        "une campagne dont les appels de chaque sorte sont prévus, pour que le reste soit connu",
    ),
    (
        "possible: with cold.reach = # nobody is left: set what it is",
        "possible : avec cold.reach = # il ne reste personne : indiquez ce taux",
    ),
    (
        "possible: with warm.reach = # nobody is left: set what it is",
        "possible : avec warm.reach = # il ne reste personne : indiquez ce taux",
    ),
    ("up to # rounds, as planned", "au plus # tours, comme prévu"),
    (
        "what each round brought: how many of how many contacts were reached",
        "ce que chaque tour a apporté : combien de contacts joints sur combien",
    ),
    ("whole campaigns: their worlds are the same", "une suite de campagnes entières : leurs mondes sont les mêmes"),
    ("a number of attempts (# to #)", "un nombre d'appels (# à #)"),
    ("a number of attempts made (# or more)", "un nombre d'appels émis (# ou plus)"),
    ("a number of attempts made of # planned ones", "un nombre d'appels émis parmi # prévus"),
    ("a number of attempts per contact (# to #)", "un nombre d'appels par contact (# à #)"),
    ("a number of calls (# to #)", "un nombre d'appels (# à #)"),
    ("a number of contacts (# to #)", "un nombre de contacts (# à #)"),
    ("a number of hours", "un nombre d'heures"),
    ("a number of hours (# to #)", "un nombre d'heures (# à #)"),
    ("a share of the run, from #/n to n/n", "une part du tirage, de #/n à n/n"),
    ("a number of meetings", "un nombre de rendez-vous"),
    ("a number of meetings (# to #, one per attempt made)", "un nombre de rendez-vous (# à #, un par appel émis)"),
    ("a number of minutes", "un nombre de minutes"),
    ("a number of minutes (# to #, a week)", "un nombre de minutes (# à #, une semaine)"),
    ("a correlation (# or more, and below #)", "une corrélation (# ou plus, et moins de #)"),
    ("a number of connectors (# or more)", "un nombre de connecteurs (# ou plus)"),
    ("a number of connectors (# to #)", "un nombre de connecteurs (# à #)"),
    (
        "possible with a pool of referrals (strategy snowball), which knows no connectors: leave out one of them, or set \
         connectors.correlation = #",
        "possible avec une réserve de recommandations (stratégie snowball), qui ne connaît pas de connecteurs : retirez l'un des \
         deux, ou mettez connectors.correlation = #",
    ),
    ("a number of referrals (# to #)", "un nombre de recommandations (# à #)"),
    ("a number of strategies to compare (# to #)", "un nombre de stratégies à comparer (# à #)"),
    ("a number of trials (# to #)", "un nombre de tirages (# à #)"),
    ("a probability (# to #)", "une probabilité (# à #)"),
    (
        "a probability (# to #, or # % to # %), beta(alpha, beta), mean(mean, weight) or range(low, high)",
        "une probabilité (# à #, ou # % à # %), beta(alpha, beta), mean(moyenne, poids) ou range(bas, haut)",
    ),
    (
        "a range with # < low < high < #, wide enough to be fitted by a Beta distribution with parameters from # to #",
        "un intervalle avec # < bas < haut < #, assez large pour une distribution bêta aux paramètres de # à #",
    ),
    ("a share (# to #, or # % to # %)", "une part (# à #, ou # % à # %)"),
    (
        "a share (# to #, or # % to # %) or a whole number of calls",
        "une part (# à #, ou # % à # %) ou un nombre entier d'appels",
    ),
    (
        "a share of the contacts that holds cold.reach = #: # or more",
        "une part des contacts qui contient cold.reach = # : # ou plus",
    ),
    (
        "a share of the contacts that holds warm.reach = #: # or more",
        "une part des contacts qui contient warm.reach = # : # ou plus",
    ),
    ("a standard error (a number above #)", "une erreur type (un nombre au-dessus de #)"),
    (
        "a strategy with a share or a count of recommended contacts: a pool of referrals with contacts is not built",
        "une stratégie avec une part ou un nombre de contacts chauds : une réserve de recommandations avec des contacts n'est \
         pas prévue",
    ),
    (
        "a table of attempts: reached/at risk of the first, the second, …, as in #/#, #/#",
        "un tableau d'appels : joints/encore ouverts au premier, au deuxième, …, comme dans #/#, #/#",
    ),
    (
        "at most as many at risk as the attempt before left open, and as many reached",
        "au plus autant d'ouverts que l'appel d'avant en a laissés, et autant de joints",
    ),
    (
        "contacts, attempts-per-contact or referrals, where contacts are called several times",
        "contacts, attempts-per-contact ou referrals, où les contacts sont appelés plusieurs fois",
    ),
    (
        "one of calls: what rounds have brought so far is not built",
        "une campagne d'appels : ce que des tours ont apporté jusqu'ici n'est pas prévu",
    ),
    (
        "one with a share or a count of recommended contacts",
        "une stratégie avec une part ou un nombre de contacts chauds",
    ),
    ("one number: it can be read as # and as #", "un seul nombre : on peut y lire # ou #"),
    ("two lists with a number for each attempt (# to #)", "deux listes avec un nombre par appel (# à #)"),
    ("up to # attempts in all", "jusqu'à # appels en tout"),
    ("a file that ends in .csv or .parquet", "un fichier qui finit par .csv ou .parquet"),
    ("a file that ends in .html", "un fichier qui finit par .html"),
    ("a file that ends in .svg or .png", "un fichier qui finit par .svg ou .png"),
    ("a number", "un nombre"),
    ("a number of hours (# to #), such as #, # or #:#", "un nombre d'heures (# à #), comme #, # ou #:#"),
    ("a number of hours, such as #, # or #:#", "un nombre d'heures, comme #, # ou #:#"),
    ("a probability (# to #, or # % to # %)", "une probabilité (# à #, ou # % à # %)"),
    ("a whole campaign", "une campagne entière"),
    ("a whole number", "un nombre entier"),
    ("a whole number (# or more)", "un nombre entier (# ou plus)"),
    ("a whole number (# to #)", "un nombre entier (# à #)"),
    ("a whole number (# to #), or `random`", "un nombre entier (# à #), ou `random`"),
    ("a whole number up to #", "un nombre entier jusqu'à #"),
    ("a whole number, such as # or #", "un nombre entier, comme # ou #"),
    (
        "one character that is no letter, digit or quote, or `tab`",
        "un caractère qui n'est ni lettre, ni chiffre, ni guillemet, ou `tab`",
    ),
    ("fewer attempts than were planned", "moins d'appels qu'il n'en était prévu"),
];

/// What a name was to be of, with the French word for *unknown*.
const NAMED: &[(&str, &str)] = &[
    ("key", "clé inconnue"),
    ("option", "option inconnue"),
    ("preset", "jeu de taux inconnu"),
    ("rate", "taux inconnu"),
    ("reading", "lecture inconnue"),
    ("response", "réponse inconnue"),
    ("strategy", "stratégie inconnue"),
    ("thing to solve for", "chose à chercher inconnue"),
];

/// What differs between two runs.
const DIFFERING: &[(&str, &str)] = &[
    ("version", "version"),
    ("results", "résultats"),
    ("campaign", "campagne"),
    ("calls", "appels"),
    ("seed", "valeur de départ"),
    ("trials", "tirages"),
];

impl Fault {
    /// What is wrong, as a lower-case fragment that fits behind `error: `.
    pub fn message(&self, language: Language) -> String {
        let what = match language {
            Language::French => self.french().unwrap_or_else(|| self.english()),
            Language::English => self.english(),
        };
        let Some(place) = &self.place else { return what };
        // A file has settings for other questions, too, and may keep this one.
        let endings = [language.or_leave_it_out(), language.leave_it_out()];
        let is_kept = matches!(self.reason, Reason::NoEffect { .. });
        let ending = endings.iter().find(|ending| is_kept && what.ends_with(ending.as_str()));
        format!("{place}: {}", &what[..what.len() - ending.map_or(0, String::len)])
    }

    /// For programs.
    pub fn data(&self) -> FaultAnswer {
        FaultAnswer {
            message: self.message(Language::English),
            field: self.key.clone(),
            value: self.value().map(str::to_owned),
            accepted: self.accepted(),
            hint: self.hint(),
        }
    }

    fn english(&self) -> String {
        match &self.reason {
            Reason::Model(error) => {
                let hint = hint(Language::English, error);
                error.to_string() + &hint.map_or_else(String::new, |hint| format!(" ({hint})"))
            }
            Reason::Unknown { what, name, accepted, .. } => {
                let near = self.hint().map_or_else(String::new, |hint| format!(" ({hint})"));
                format!("unknown {what} `{name}`{near}; {}", choice(Language::English, [what, name, &near], accepted))
            }
            Reason::Excluded { one, other } => excluded(Language::English, one, other),
            Reason::NoEffect { need, asked, keys } => need.message(Language::English, keys, *asked),
            Reason::Text(text) => text.of(Language::English).to_owned(),
            Reason::Said(message) | Reason::Usage { message, .. } => message.clone(),
        }
    }

    /// `None` for what has no French words yet.
    fn french(&self) -> Option<String> {
        let french = match &self.reason {
            Reason::Model(error @ Model::Rejected { field, value, accepted }) => {
                let hint = hint(Language::French, error).map_or_else(String::new, |hint| format!(" ({hint})"));
                format!("{field} = {value} n'est pas {}{hint}", with_numbers(FRENCH, accepted)?)
            }
            Reason::Model(Model::Unknown { what, name, accepted }) => {
                format!("{} `{name}` (admis : {accepted})", unknown(what)?)
            }
            Reason::Model(Model::Unsolvable { meeting, rate, disliked, recovery, probability }) => format!(
                "la lecture `overall` n'a pas de solution : avec warm.meeting = {meeting}, incident.rate = {rate}, \
                 incident.disliked = {disliked} et incident.recovery = {recovery}, la probabilité d'une prise de contact \
                 qui a gardé sa recommandation serait {probability}, ce qui n'est pas une probabilité (0 à 1)"
            ),
            Reason::Model(Model::Unlikely { attempts, meetings, probability }) => {
                let probability = Language::French.compact(*probability);
                format!(
                    "so far = {meetings} sur {attempts} (rendez-vous sur appels) est trop improbable pour être pris en compte : \
                     à ces taux, sa probabilité est {probability} ; donnez des taux plus proches des vôtres"
                )
            }
            Reason::Unknown { what, name, near, accepted } => {
                let near = near.as_ref().map_or_else(String::new, |near| format!(" (vouliez-vous dire `{near}` ?)"));
                format!(
                    "{} `{name}`{near} ; {}",
                    unknown(what)?,
                    choice(Language::French, [what, name, &near], accepted)
                )
            }
            Reason::Excluded { one, other } => return Some(excluded(Language::French, one, other)),
            Reason::NoEffect { need, asked, keys } => return Some(need.message(Language::French, keys, *asked)),
            Reason::Usage { french, .. } => french.clone(),
            Reason::Text(text) => return Some(text.of(Language::French).to_owned()),
            Reason::Model(error @ Model::NoExactDistribution { .. }) => {
                return Some(Language::French.no_distribution(&error.to_string()));
            }
            Reason::Model(Model::Parts(unfit)) => return Some(Language::French.unfit(unfit)),
            Reason::Model(_) | Reason::Said(_) => return None,
        };
        Some(typeset(&french))
    }
}

/// What may be said instead: all of it, or of many keys those that are like it, and where all are listed.
fn choice(say: Language, [what, name, hint]: [&str; 3], accepted: &[String]) -> String {
    /// More keys than this are a list to look into.
    const FEW: usize = 12;
    if what != "key" || accepted.len() <= FEW {
        let own = |name: &String| match (say, name.as_str()) {
            (Language::French, "settings (warm=15)") => "des réglages (warm=15)".to_owned(),
            (Language::French, "a scenario file") => "un fichier de scénario".to_owned(),
            _ => name.clone(),
        };
        return say.accepted_names(accepted.iter().map(own).collect::<Vec<_>>().join(", "));
    }
    let near = near_miss::others(name, accepted.iter().map(String::as_str), 5);
    let others: Vec<_> = near.into_iter().filter(|other| !hint.contains(&format!("`{other}`"))).collect();
    if others.is_empty() { say.all_names() } else { say.near_names(others.join(", ")) }
}

/// What is wrong, for programs: an [`ErrorAnswer`]. Of several things to mend the message says all, the rest is the first one's,
/// and `all` has each.
pub fn error_json(faults: &[Fault]) -> Value {
    let each: Vec<_> = faults.iter().map(Fault::data).collect();
    let message = each.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; ");
    let first = FaultAnswer { message, ..each.first().cloned().unwrap_or_default() };
    let all = if each.len() > 1 { each } else { Vec::new() };
    serde_json::to_value(ErrorAnswer { error: ErrorFields { first, all } }).expect("texts")
}

fn excluded(say: Language, one: &(String, String), other: &(String, String)) -> String {
    let set = |(key, value): &(String, String)| format!("{key} = {value}");
    let [first, second] = [set(one), set(other)];
    match (one.0.as_str(), other.0.as_str()) {
        ("calls", "contacts") => say.calls_exclude_contacts(first, second),
        ("calls", _) if one.0 != other.0 => say.calls_exclude_attempts(first, second),
        ("strategy", "warm") => say.strategy_excludes_warm(first, second),
        ("hours", "meetings") => say.hours_exclude_meetings(first, second),
        _ => say.is_set_twice(first, second),
    }
}

impl Language {
    /// Why parts do not make up a run.
    fn unfit(self, unfit: &Unfit) -> String {
        match unfit {
            Unfit::TwoRuns { what, one, other } => {
                let what = DIFFERING.iter().find(|(known, _)| known == what).map_or(*what, |(_, french)| french);
                self.two_runs(what, one, other)
            }
            Unfit::Twice { first, last } => self.trials_twice(first, last),
            Unfit::Missing { of, trials } => {
                let ranges: Vec<_> = trials.iter().map(|trials| self.range(trials.start(), trials.end())).collect();
                self.trials_missing(of, ranges.join(", "))
            }
            Unfit::Precision => self.precision_has_no_parts(),
            Unfit::Empty => self.no_trial_yet(),
            Unfit::OtherCampaign => self.parts_of_another_campaign(),
            Unfit::Damaged => self.damaged_part(),
            Unfit::DamagedList => self.damaged_list(),
            other => other.to_string(),
        }
    }
}

fn unknown(what: &str) -> Option<&'static str> {
    NAMED.iter().find(|(known, _)| *known == what).map(|(_, french)| *french)
}

/// The French words of a table for English ones, with the same numbers.
pub(super) fn with_numbers(table: &[(&str, &str)], english: &str) -> Option<String> {
    let is_number = |c: char| c.is_ascii_digit();
    let (mut pattern, mut numbers, mut rest) = (String::new(), Vec::new(), english);
    while let Some(start) = rest.find(is_number) {
        let long = |c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == ',');
        let end = rest[start..].find(long).map_or(rest.len(), |length| start + length);
        let number = rest[start..end].trim_end_matches(',');
        pattern += &rest[..start];
        pattern.push('#');
        numbers.push(number);
        rest = &rest[start + number.len()..];
    }
    pattern += rest;
    let (_, french) = table.iter().find(|(known, _)| *known == pattern)?;
    // A thousand's comma is a narrow space, a decimal point a comma; but 0.0 and 1.0 stay, which are shares by their point.
    let mut numbers = numbers.into_iter().map(|number| match number {
        "0.0" | "1.0" => number.to_owned(),
        _ => number.replace(',', "\u{202f}").replace('.', ","),
    });
    Some(french.split('#').fold(String::new(), |filled, part| {
        if filled.is_empty() { part.to_owned() } else { filled + &numbers.next().unwrap_or_default() + part }
    }))
}

#[cfg(test)]
mod tests;
