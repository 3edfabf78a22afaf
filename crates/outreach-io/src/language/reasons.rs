//! Why something is not so, as the library or a parser says it in English, in French.

use super::refusals::with_numbers;
use super::{Language, typeset};

/// Why there is no exact distribution. A `#` stands for a number.
const NO_DISTRIBUTION: &[(&str, &str)] = &[
    ("a pool of referrals and more than # calls", "une réserve de recommandations et plus de # appels"),
    ("a pool of referrals under a budget of minutes", "une réserve de recommandations dans un temps limité"),
    ("a pool of referrals under a stop", "une réserve de recommandations, avec un arrêt"),
    ("a pool of referrals with uncertain rates", "une réserve de recommandations aux taux incertains"),
    (
        "a pool whose referrals decay from one generation to the next",
        "une réserve dont les recommandations perdent de leur valeur d'une génération à l'autre",
    ),
    (
        "an uncertain reach may be above the share that can be reached, and is then set to it",
        "un taux de joints incertain peut dépasser la part des contacts joignables, et y est alors ramené",
    ),
    (
        "# calls are more than the # that quadrature is exact for",
        "# appels dépassent les # pour lesquels la quadrature est exacte",
    ),
    (
        "cold and warm contacts depend on the same uncertain rate",
        "les contacts froids et chauds dépendent du même taux incertain",
    ),
    ("connectors of contacts who were called before", "des connecteurs de contacts déjà appelés"),
    (
        "connectors whose calls go alike, with uncertain rates",
        "des connecteurs dont les appels se ressemblent, aux taux incertains",
    ),
    (
        "contacts that are called in rounds until something stops them",
        "des contacts appelés par tours jusqu'à un arrêt",
    ),
    (
        "contacts who were called before have their rounds behind them",
        "les tours des contacts déjà appelés sont passés",
    ),
    (
        "contacts who were called before, with several uncertain rates",
        "des contacts déjà appelés, avec plusieurs taux incertains",
    ),
    ("more than # calls by one connector", "plus de # appels d'un même connecteur"),
    (
        "outcomes so far reweight an uncertain reach of several attempts",
        "les résultats obtenus repèsent un taux de joints incertain sur plusieurs appels",
    ),
    (
        "outcomes so far reweight more than two uncertain rates, or are more than #",
        "les résultats obtenus repèsent plus de deux taux incertains, ou sont plus de #",
    ),
    ("outcomes so far say something of the reach", "les résultats obtenus renseignent sur le taux de joints"),
    (
        "with these uncertain rates the exact distribution of this many contacts takes too long",
        "avec ces taux incertains, le calcul exact pour autant de contacts serait trop long",
    ),
    (
        "the attempts are a negative binomial only where one uncertain rate decides alone",
        "les appels ne suivent une binomiale négative que si un seul taux incertain décide",
    ),
    (
        "the attempts at contacts that are called several times have their mean and deviation alone",
        "des appels à des contacts appelés plusieurs fois, seuls la moyenne et l'écart-type sont connus",
    ),
    ("the attempts of a campaign with a pool are simulated", "les appels d'une campagne avec réserve sont simulés"),
    (
        "the attempts of connectors whose calls go alike are simulated",
        "les appels de connecteurs qui se ressemblent sont simulés",
    ),
    ("the attempts within a budget of minutes are simulated", "les appels dans un temps limité sont simulés"),
    ("the exact distribution was not asked for", "elle n'a pas été demandée"),
    (
        "the reading `overall` solves for a probability in each draw, and takes the nearest one where none fits",
        "la lecture `overall` cherche une probabilité à chaque tirage, et prend la plus proche là où aucune ne convient",
    ),
    ("there is no pool of referrals", "il n'y a pas de réserve de recommandations"),
    (
        "uncertain rates of several attempts are solved for, updated, or set to what is possible",
        "les taux incertains de plusieurs appels sont résolus, révisés ou ramenés à ce qui est possible",
    ),
    (
        "with a stop or a pool, chance has a say in which attempts are made",
        "avec un arrêt ou une réserve, le hasard décide aussi des appels émis",
    ),
    (
        "with these uncertain rates, a budget of minutes has none",
        "avec ces taux incertains, un temps limité n'en a pas",
    ),
    (
        "with uncertain rates, chance has a say in which attempts are made",
        "avec des taux incertains, le hasard décide aussi des appels émis",
    ),
    (
        "# meetings in up to # calls are not worth an exact distribution of the attempts",
        "pour # rendez-vous en # appels au plus, le calcul exact des appels serait trop long",
    ),
    (
        "# calls fit the budget, more than are worth an exact distribution: simulating costs less",
        "# appels tiennent dans le temps donné, trop pour un calcul exact : simuler coûte moins",
    ),
];

/// How the library begins to say why there is no exact distribution.
const THERE_IS_NONE: &str = "there is no exact distribution: ";

/// The one reason that names rates.
fn shared(reason: &str) -> Option<String> {
    let rates =
        reason.strip_prefix("calls that share a rate are told apart later, and ")?.strip_suffix(" are uncertain")?;
    Some(format!("des appels au même taux se distinguent ensuite, et ces taux sont incertains : {rates}"))
}

impl Language {
    /// Why there is no exact distribution, as a sentence without its point.
    pub(crate) fn no_distribution(self, english: &str) -> String {
        let reason = english.strip_prefix(THERE_IS_NONE).unwrap_or(english);
        match self {
            Self::English => english.to_owned(),
            Self::French => typeset(&match with_numbers(NO_DISTRIBUTION, reason).or_else(|| shared(reason)) {
                Some(reason) => format!("il n'y a pas de distribution exacte : {reason}"),
                None => "il n'y a pas de distribution exacte".to_owned(),
            }),
        }
    }

    /// What is wrong with a text that is no TOML, and how to mend it.
    pub(crate) fn not_toml(self, parser: &str) -> String {
        let found = parser.split([',', '\n']).next().unwrap_or_default();
        match found {
            "duplicate key" => self.key_stands_twice(),
            "unclosed table" | "unclosed array table" => self.title_in_brackets("[rates]"),
            "invalid basic string" | "invalid literal string" => self.text_has_no_end(),
            "invalid float" | "invalid integer" | "unexpected leading zero" | "unexpected sign" => self.no_number(),
            "string values must be quoted" | "invalid value" | "missing value" | "missing opening quote" => {
                self.no_value_here()
            }
            "key with no value" | "invalid key-value pair" | "missing assignment between key-value pairs" => {
                self.no_key_and_value()
            }
            "unexpected key or value" => self.too_much_for_a_line(),
            _ => self.not_a_setting(parser.replace('\n', ", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// Every reason in the sources of the library.
    fn reasons() -> Vec<String> {
        let exact = Path::new(env!("CARGO_MANIFEST_DIR")).join("../outreach/src/exact");
        let files = fs::read_dir(exact).expect("the library is beside").map(|file| file.expect("a file").path());
        let mut reasons = Vec::new();
        for file in files.filter(|file| file.extension().is_some_and(|ending| ending == "rs")) {
            let text = fs::read_to_string(file).expect("a source");
            let said = text.split("no_exact_distribution(").chain(text.split("return Err(")).skip(1);
            let argument = |text: &str| text.trim_start_matches(['&', '\n', ' ']).replacen("format!(", "", 1);
            let literal = |text: String| Some(text.trim_start().strip_prefix('"')?.split('"').next()?.to_owned());
            reasons.extend(said.filter_map(|text| literal(argument(text))));
        }
        // What stands in braces is a number.
        let with_number = |reason: String| {
            reason.split('{').enumerate().fold(String::new(), |filled, (part, text)| match text.split_once('}') {
                Some((_, rest)) if part > 0 => filled + "7" + rest,
                _ => filled + text,
            })
        };
        reasons.into_iter().map(with_number).collect()
    }

    #[test]
    fn why_there_is_no_exact_distribution_is_said_in_french() {
        let reasons = reasons();
        assert!(reasons.len() > 25, "{reasons:?}");
        for reason in reasons {
            assert!(with_numbers(NO_DISTRIBUTION, &reason).or_else(|| shared(&reason)).is_some(), "{reason}");
        }
        let french =
            Language::French.no_distribution("there is no exact distribution: more than 1000 calls by one connector");
        assert!(french.ends_with("plus de 1000 appels d'un même connecteur"), "{french}");
    }

    #[test]
    fn what_a_parser_of_toml_finds_is_said_in_our_words() {
        let wrong = [
            ("calls = ", "number, or a text"),
            ("[rates\na = 1", "as in [rates]"),
            ("a = 1\na = 2", "keep one"),
            ("[a]\n[a]", "keep one"),
            ("a = [1 2]", "number, or a text"),
            ("a 1", "a key, = and a value"),
            ("a = 0,1", "\"0,1\""),
            ("a = 0.1.2", "no number"),
            ("a = 00.1", "no number"),
            ("a = 10%", "number, or a text"),
            ("a = cold", "number, or a text"),
            ("a = \"cold", "quotation mark at its end"),
            ("a = 'cold", "quotation mark at its end"),
        ];
        for (text, said) in wrong {
            let error = toml::de::DeTable::parse(text).expect_err("it is none");
            let english = Language::English.not_toml(error.message());
            assert!(english.contains(said), "{text}: {english} ({})", error.message());
            for language in Language::ALL {
                assert!(!language.not_toml(error.message()).contains(error.message()), "{text}: {}", error.message());
            }
        }
    }
}
