//! The options in French.

/// The words in the names of values.
const VALUES: [(&str, &str); 22] = [
    ("ATTEMPTS", "APPELS"),
    ("CHARACTER", "CARACTÈRE"),
    ("COUNT", "NOMBRE"),
    ("DIR", "DOSSIER"),
    ("FILE", "FICHIER"),
    ("KEY", "CLÉ"),
    ("KIND", "TYPE"),
    ("LANGUAGE", "LANGUE"),
    ("LOG", "JOURNAL"),
    ("MEETINGS", "RENDEZ-VOUS"),
    ("NAME", "NOM"),
    ("ORDER", "ORDRE"),
    ("PART", "PARTIE"),
    ("PRIOR", "A-PRIORI"),
    ("READING", "LECTURE"),
    ("SECONDS", "SECONDES"),
    ("SHARE", "PART"),
    ("STRATEGY", "STRATÉGIE"),
    ("TEXT", "TEXTE"),
    ("TRIALS", "ESSAIS"),
    ("VALUE", "VALEUR"),
    ("WHAT", "QUOI"),
];

/// The name of a value: `PART|NOMBRE` of `SHARE|COUNT`.
pub(super) fn value(name: &str) -> String {
    let word = |word: &str| {
        let known = word.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
        let found = VALUES.iter().find(|(english, _)| *english == known);
        found.map_or(word.to_owned(), |(_, french)| word.replace(known, french))
    };
    name.split_inclusive(['|', '=', ':', '.']).map(word).collect()
}

/// Of an option, or of that of one verb (`plan.meetings`): what it does, and what the whole help adds.
pub(super) const OPTIONS: &[(&str, &str, &str)] = &[
    ("help", "Afficher l'aide", ""),
    ("version", "Afficher la version", ""),
    // La campagne.
    ("file", "Un fichier de scénario, comme avec --scenario", ""),
    ("preset", "Les taux de départ", ""),
    ("calibrate.preset", "D'où viennent les taux que le journal ne montre pas", ""),
    ("scenario", "Un fichier de scénario, ou `-`", ""),
    (
        "set",
        "Fixer un taux ou une autre clé ; répétable",
        "cold.meeting=0.2, warm.reach=30%, effort.introduction=20. Un taux dont vous n'êtes pas sûr : \
         cold.meeting=\"beta(2, 18)\", \"mean(0.1, 20)\" ou \"range(2%, 25%)\", qui le contient à 90 %.",
    ),
    (
        "reading",
        "Ce que compte le taux des appels chauds",
        "smooth : il porte sur les appels sans incident ; overall : sur tous les appels chauds.",
    ),
    (
        "calls",
        "Appels d'une campagne [par défaut : 100]",
        "Jusqu'à 1 000 000. Avec --hours ou --meetings : le maximum d'appels [par défaut : 1000000].",
    ),
    (
        "contacts",
        "Personnes à appeler, au lieu de --calls",
        "Jusqu'à 1 000 000. Chacune est appelée jusqu'à une prise de contact, --max-attempts fois au plus.",
    ),
    (
        "max_attempts",
        "Appels par contact [par défaut : 1]",
        "Jusqu'à 1 000. `compare` en prend plusieurs, comme 1,2,4,6 : aux mêmes personnes avec --contacts ; avec --calls, \
         à autant de personnes qu'il en faut pour ce nombre d'appels en moyenne.",
    ),
    (
        "strategy",
        "Combien d'appels sont chauds",
        "cold : aucun ; mixed : la moitié ; referral-heavy : huit sur dix ; warm : tous ; snowball : tant qu'il y a des \
         recommandations [par défaut : mixed ; pour plan : cold]",
    ),
    (
        "warm",
        "Appels chauds : nombre (15) ou part (80%)",
        "1 est un seul appel ; 1.0 et 100% désignent tous les appels.",
    ),
    ("hours", "S'arrêter au bout de ce nombre d'heures", "6, 6h, 1.5 ou 11:40"),
    (
        "compare.hours",
        "Heures de chaque stratégie",
        "[par défaut : la plus petite durée moyenne parmi celles comparées]",
    ),
    (
        "forecast.hours",
        "Qui appeler d'abord en tant d'heures",
        "D'abord qui apporte le plus de rendez-vous par minute.",
    ),
    ("meetings", "S'arrêter à ce nombre de rendez-vous tenus", ""),
    (
        "so_far",
        "Ce que la campagne a apporté jusqu'ici",
        "Appels émis et rendez-vous tenus : cold=37:2,warm=10:9. Avec --contacts, joints et appelés à chaque tour, et \
         rendez-vous tenus : cold=24/300+20/276:4. Met à jour les taux incertains et prévoit le reste.",
    ),
    (
        "strategies",
        "Stratégies, fichiers de scénario ou réglages : warm=15, 'cold.meeting=5%'",
        "Stratégies : cold, mixed, referral-heavy, warm, snowball.",
    ),
    // L'objectif.
    ("plan.meetings", "Rendez-vous à obtenir, au moins", ""),
    ("confidence", "Avec quelle certitude", "Une probabilité : 0.9 ou 90%."),
    (
        "solve",
        "Ce qu'il faut minimiser",
        "attempts : les appels ; referrals : les appels chauds parmi --calls, ou les recommandations de départ d'une \
         réserve ; hours : les heures ; contacts : les personnes, appelées --max-attempts fois au plus ; \
         attempts-per-contact : les appels à chacune des personnes de --contacts",
    ),
    ("max", "Le plus d'appels ou de contacts à examiner", ""),
    ("calls_per_week", "Appels par semaine : compter en semaines", ""),
    ("hours_per_week", "Heures par semaine : compter en semaines", ""),
    // Le calcul.
    ("trials", "Campagnes simulées [par défaut : 100000]", ""),
    ("threads", "Fils d'exécution [par défaut : un par cœur]", "Jusqu'à 1024. Ils changent la durée et rien d'autre."),
    ("seed", "La même valeur de départ donne la même réponse", "`random` en tire une et l'affiche."),
    (
        "precision",
        "S'arrêter quand l'erreur type de la moyenne est descendue à X",
        "--trials est alors un maximum [par défaut : 1000000000].",
    ),
    ("shard", "Calculer une part des tirages : 1/8, 2/8, …", "L'écrit dans le fichier de -o, pour `outreach merge`."),
    (
        "checkpoint",
        "Garder l'avancement dans ce fichier, et en repartir",
        "Plusieurs fois par seconde. Le fichier est supprimé à la fin.",
    ),
    ("parts", "Ce que `outreach simulate --shard I/N -o PART` a écrit, dans n'importe quel ordre", ""),
    // Le résultat.
    ("at_least", "Donner les chances d'au moins K rendez-vous", "Répétable."),
    ("plot", "Dessiner aussi une image", ""),
    ("trials_out", "Écrire aussi une ligne par tirage", "Ses appels, ses rendez-vous et ses minutes."),
    ("format", "La forme de la réponse", ""),
    (
        "report",
        "Écrire aussi une page avec son image",
        "Un seul fichier qui n'a pas besoin de réseau, avec les tableaux et la commande qui l'a produit.",
    ),
    (
        "lang",
        "Langue des textes, des images et des pages",
        "JSON et CSV n'en ont pas [par défaut : celle de l'environnement (LANG), sinon l'anglais].",
    ),
    ("output", "Écrire la réponse dans ce fichier", "Le fichier est remplacé en entier."),
    (
        "quiet",
        "Donner la réponse en une phrase",
        "Ni avancement ni remarques, sauf ce qui met la réponse en doute ou n'y change rien.",
    ),
    (
        "verbose",
        "Donner tout le détail de la réponse",
        "Distribution exacte et simulée, erreurs types, effectifs, hypothèses, valeur de départ et tirages.",
    ),
    ("scenario_out", "Écrire aussi vos taux comme scénario", "Pour `outreach simulate FICHIER.toml`."),
    // Les taux.
    ("prior", "Ce qu'on sait avant le journal", ""),
    (
        "prior_weight",
        "Le poids de ce savoir, en essais de chaque taux",
        "Nécessaire avec --prior documented ou published.",
    ),
    // Les prévisions.
    ("kind", "Les appels à prévoir", ""),
    ("batch", "Appels par prévision", ""),
    ("warmup", "Appels avant la première prévision, au moins", ""),
    // Les tableaux.
    (
        "log",
        "Un journal d'appels : CSV (.gz aussi), .xlsx, .xls ou .ods ; `-` est l'entrée standard",
        "Un en-tête et un appel par ligne.",
    ),
    ("list", "Un tableau avec un en-tête et un contact par ligne", ""),
    ("date_format", "Ordre du jour et du mois dans 5/6/2026", "Utile si aucune date de la colonne ne le montre."),
    ("no_dates", "Prendre les lignes dans leur ordre, quelles que soient les dates", ""),
    ("newest_first", "La ligne la plus récente vient d'abord", "Utile si aucune colonne n'a l'heure des appels."),
    (
        "cold_value",
        "Ce qui désigne un appel froid dans sa colonne",
        "Répétable [par défaut : froid et les mots voisins].",
    ),
    (
        "warm_value",
        "Ce qui désigne un appel chaud dans sa colonne",
        "Répétable [par défaut : chaud, recommandation et les mots voisins].",
    ),
    (
        "forecast.cold_value",
        "Ce qui désigne un contact froid dans cette colonne",
        "[par défaut : froid et les mots voisins]",
    ),
    (
        "forecast.warm_value",
        "Ce qui désigne un contact chaud dans cette colonne",
        "[par défaut : chaud, recommandation et les mots voisins]",
    ),
    ("meeting_value", "Le mot qui désigne un rendez-vous pris", "Répétable ; s'ajoute aux mots connus."),
    ("no_meeting_value", "Celui d'une prise de contact sans rendez-vous", "Répétable."),
    ("not_reached_value", "Celui d'un appel qui n'a joint personne", "Répétable."),
    ("open_value", "Celui d'une prise de contact à poursuivre", "Répétable."),
    (
        "talk_time",
        "Un appel qui ne dure pas plus n'a joint personne",
        "Sauf si un rendez-vous est pris ; demande --duration-column [par défaut : 30].",
    ),
    ("delimiter", "Séparateur de colonnes [par défaut : détecté]", "Un caractère, ou `tab`."),
    ("skip_lines", "Ignorer ce nombre de lignes au-dessus de l'en-tête", "Les titres sont trouvés sans cela."),
    ("sheet", "La feuille d'un classeur (.xlsx, .ods)", "[par défaut : celle qui ressemble à un tel tableau]"),
    ("strict", "Refuser un tableau à lignes rejetées", "Code de retour 4, et aucune réponse."),
    (
        "allow_rejected",
        "Répondre même si plus de la moitié des lignes sont rejetées",
        "Sinon le code de retour est 4, sans réponse.",
    ),
    ("date_column", "La colonne de la date de l'appel", "Sous toute forme usuelle."),
    ("kind_column", "La colonne du type : froid ou chaud", ""),
    (
        "forecast.kind_column",
        "La colonne du type : froid ou chaud",
        "Utilisée s'il n'y a pas de probabilité [par défaut : `kind`, si elle existe]",
    ),
    ("outcome_column", "La colonne de l'issue de l'appel", ""),
    ("reached_column", "La colonne qui dit si quelqu'un a répondu", ""),
    (
        "duration_column",
        "La colonne de la durée de conversation",
        "95, 1:35, 1m 35s, PT1M35S. N'est lue que si elle est nommée.",
    ),
    ("contact_column", "La colonne qui dit qui a été appelé", ""),
    ("caller_column", "La colonne qui dit qui a appelé", ""),
    (
        "connector_column",
        "La colonne qui dit de la part de qui",
        "Sans --kind-column, les appels avec connecteur sont chauds.",
    ),
    (
        "incident_column",
        "La colonne de l'accueil fait au nom du connecteur",
        "none, unknown, recovered, unrecovered, disliked",
    ),
    ("names_column", "La colonne des noms donnés lors du rendez-vous", "Leur nombre."),
    ("held_column", "La colonne qui dit si le rendez-vous a été tenu", ""),
    (
        "direction_column",
        "La colonne qui distingue appels sortants et entrants",
        "Les appels entrants sont comptés à part et ne servent pas.",
    ),
    (
        "attempts_column",
        "La colonne du nombre d'appels au contact",
        "Une ligne est alors un contact après ce nombre d'appels, et non un appel.",
    ),
    (
        "forecast.attempts_column",
        "La colonne des appels restés sans réponse",
        "Qui n'a pas répondu jusqu'ici sera plus difficile à joindre. Chacun est encore appelé --max-attempts fois au plus.",
    ),
    ("time_column", "La colonne de l'heure de l'appel", "Si elle n'est pas dans la colonne de la date."),
    ("call_id_column", "La colonne de l'identifiant de l'appel", "Un appel qui y figure deux fois compte une fois."),
    (
        "probability_column",
        "La colonne des probabilités",
        "0.2 ou 20 % : qu'un appel donne un rendez-vous tenu [par défaut : `probability`, si elle existe]",
    ),
    ("group_by", "Une prévision par valeur de cette colonne", ""),
    // Les autres verbes.
    ("schema.verb", "Le verbe, ou `error` pour ce qui tient lieu de réponse quand il n'y en a pas", ""),
    ("question", "Le schéma de la question du verbe, telle que `outreach ask` la prend", ""),
    (
        "questions",
        "Un fichier de questions ; `-` est l'entrée standard",
        "Une question, ou une par ligne (JSON Lines). Chacune a sa réponse sur une ligne, dans l'ordre : celle de \
         --format json de son verbe, ou {\"error\": …}.",
    ),
    (
        "allow",
        "Un dossier dont les questions peuvent nommer les fichiers ; peut être répété",
        "Sans lui, aucun fichier n'est lu ; les liens qui en sortent sont refusés.",
    ),
    ("shell", "L'interpréteur de commandes", ""),
];

/// The space stands before the colon.
const HEADINGS: [(&str, &str); 8] = [
    ("The campaign", "La campagne\u{a0}"),
    ("The run", "Le calcul\u{a0}"),
    ("The output", "Le résultat\u{a0}"),
    ("The target", "L'objectif\u{a0}"),
    ("The table", "Le tableau\u{a0}"),
    ("The log", "Le journal\u{a0}"),
    ("The rates", "Les taux\u{a0}"),
    ("The forecasts", "Les prévisions\u{a0}"),
];

pub(super) fn option(verb: &str, id: &str) -> Option<(&'static str, &'static str)> {
    let of_verb = format!("{verb}.{id}");
    let find = |key: &str| OPTIONS.iter().find(|(known, ..)| *known == key);
    find(&of_verb).or_else(|| find(id)).map(|(_, short, more)| (*short, *more))
}

pub(super) fn heading(english: &str) -> Option<&'static str> {
    HEADINGS.iter().find(|(known, _)| *known == english).map(|(_, french)| *french)
}
