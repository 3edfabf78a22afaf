//! The verbs: what each does in French, examples, and the options of its brief help.

/// A verb as its help shows it.
pub(super) struct Verb {
    pub(super) name: &'static str,
    /// What it does, in French; the English words stand with the definition.
    pub(super) about: &'static str,
    /// Words behind `outreach`, and what they do in English and in French.
    pub(super) examples: &'static [(&'static str, &'static str, &'static str)],
    /// The options of the brief help.
    pub(super) brief: &'static [&'static str],
}

/// The command itself.
pub(super) const TOP: Verb = Verb {
    name: "outreach",
    about: "Combien de rendez-vous vos appels apporteront-ils, et avec quelle certitude ?",
    examples: &[
        ("simulate --calls 75 --warm 15", "15 introductions, 60 names", "15 recommandations, 60 noms"),
        ("plan --meetings 10", "the calls for 10 meetings", "les appels pour 10 rendez-vous"),
        ("calibrate log.csv", "your own rates, from a call log", "vos propres taux, d'après un journal"),
    ],
    brief: &[],
};

pub(super) const VERBS: [Verb; 15] = [
    Verb {
        name: "simulate",
        about: "Combien de rendez-vous une campagne apportera",
        examples: &[
            ("simulate --calls 75 --warm 15", "15 introductions, 60 names", "15 recommandations, 60 noms"),
            ("simulate mine.toml --hours 6", "your own rates, six hours", "vos propres taux, six heures"),
        ],
        brief: &[
            "calls",
            "warm",
            "hours",
            "contacts",
            "max_attempts",
            "preset",
            "scenario",
            "set",
            "at_least",
            "plot",
            "format",
            "quiet",
            "verbose",
        ],
    },
    Verb {
        name: "compare",
        about: "Comparer des stratégies, en rendez-vous et en heures",
        examples: &[
            ("compare", "cold, mixed and referral-heavy", "cold, mixed et referral-heavy"),
            ("compare warm=15 warm=30 --calls 75", "15 introductions against 30", "15 recommandations contre 30"),
        ],
        brief: &[
            "calls",
            "hours",
            "contacts",
            "max_attempts",
            "preset",
            "scenario",
            "set",
            "at_least",
            "plot",
            "format",
            "quiet",
            "verbose",
        ],
    },
    Verb {
        name: "plan",
        about: "Trouver combien d'appels, de recommandations ou d'heures il faut",
        examples: &[
            ("plan --meetings 10", "the calls for 10 meetings", "les appels pour 10 rendez-vous"),
            ("plan --meetings 10 --solve hours", "the hours", "les heures"),
            ("plan --meetings 10 --hours-per-week 6", "and the weeks", "et les semaines"),
        ],
        brief: &[
            "meetings",
            "confidence",
            "solve",
            "calls_per_week",
            "hours_per_week",
            "warm",
            "preset",
            "scenario",
            "set",
            "format",
            "quiet",
            "verbose",
        ],
    },
    Verb {
        name: "sensitivity",
        about: "Trouver quel taux compte le plus, et quoi noter",
        examples: &[
            ("sensitivity --calls 75 --warm 15", "which rate moves the yield", "quel taux change le rendement"),
            ("sensitivity mine.toml", "what to log next", "quoi noter ensuite"),
        ],
        brief: &["calls", "warm", "hours", "preset", "scenario", "set", "plot", "format", "quiet", "verbose"],
    },
    Verb {
        name: "calibrate",
        about: "Tirer vos taux d'un journal d'appels",
        examples: &[
            ("calibrate log.csv", "your rates", "vos taux"),
            ("calibrate log.csv --scenario-out mine.toml", "kept for simulate", "gardés pour simulate"),
        ],
        brief: &[
            "scenario_out",
            "kind_column",
            "outcome_column",
            "meeting_value",
            "date_format",
            "sheet",
            "strict",
            "plot",
            "format",
            "quiet",
            "verbose",
        ],
    },
    Verb {
        name: "backtest",
        about: "Rejouer un journal d'appels : prévisions et réalité",
        examples: &[
            ("backtest log.csv", "were the forecasts right?", "prévisions justes ?"),
            ("backtest log.csv --kind warm --batch 50", "of warm calls", "des appels chauds"),
        ],
        brief: &[
            "kind",
            "batch",
            "warmup",
            "kind_column",
            "outcome_column",
            "meeting_value",
            "plot",
            "format",
            "quiet",
            "verbose",
        ],
    },
    Verb {
        name: "forecast",
        about: "Prévoir les rendez-vous d'une liste de contacts",
        examples: &[
            ("forecast contacts.csv", "what the list will bring", "ce que la liste apportera"),
            ("forecast contacts.csv --hours 6", "whom to call first", "qui appeler d'abord"),
        ],
        brief: &[
            "probability_column",
            "kind_column",
            "group_by",
            "hours",
            "max_attempts",
            "preset",
            "scenario",
            "at_least",
            "plot",
            "format",
            "quiet",
            "verbose",
        ],
    },
    Verb {
        name: "model",
        about: "Montrer chaque probabilité du modèle et sa source",
        examples: &[
            ("model", "the rates of a coach", "les taux d'un coach"),
            ("model --preset published", "the published ones", "les taux publiés"),
        ],
        brief: &["preset", "scenario", "set", "reading", "format", "report", "quiet", "verbose"],
    },
    Verb {
        name: "trace",
        about: "Suivre appel par appel une campagne simulée",
        examples: &[
            ("trace --calls 20", "twenty calls", "vingt appels"),
            ("trace --calls 20 --seed random", "twenty others", "vingt autres"),
        ],
        brief: &["calls", "warm", "hours", "preset", "scenario", "set", "seed", "format", "output"],
    },
    Verb {
        name: "merge",
        about: "Réunir les parties d'une simulation",
        examples: &[("merge one.part two.part", "one answer from both", "une seule réponse des deux")],
        brief: &["at_least", "plot", "report", "format", "output", "quiet", "verbose"],
    },
    Verb {
        name: "ask",
        about: "Répondre à des questions en JSON : pour scripts et serveurs",
        examples: &[("ask questions.jsonl", "a line of JSON for each", "une ligne de JSON pour chacune")],
        brief: &[],
    },
    Verb {
        name: "mcp",
        about: "Servir des assistants par le Model Context Protocol",
        examples: &[("mcp --allow calls", "they may read that folder", "ils peuvent lire ce dossier")],
        brief: &[],
    },
    Verb {
        name: "schema",
        about: "Afficher le schéma JSON de la réponse d'un verbe",
        examples: &[("schema simulate", "the fields of its answer", "les champs de sa réponse")],
        brief: &[],
    },
    Verb {
        name: "completions",
        about: "Afficher les complétions d'un interpréteur de commandes",
        examples: &[("completions bash", "for a line of .bashrc", "pour une ligne de .bashrc")],
        brief: &[],
    },
    Verb {
        name: "man",
        about: "Afficher la page de manuel",
        examples: &[("man | man -l -", "read it", "la lire")],
        brief: &[],
    },
];
