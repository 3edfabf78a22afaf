//! What several answers say.

messages! {
    accepted_names(names) { en: "accepted: {names}", fr: "admis : {names}" }
    near_names(names) {
        en: "similar: {names}; all keys: outreach model --verbose",
        fr: "proches : {names} ; toutes les clés : outreach model --verbose"
    }
    all_names() { en: "all keys: outreach model --verbose", fr: "toutes les clés : outreach model --verbose" }
    more_than(share) { en: "more than {share} %", fr: "plus de {share} %" }
    at_least(count) { en: "at least {count}", fr: "au moins {count}" }
    attempts() { en: "attempts", fr: "appels émis" }
    attempts_per_meeting() { en: "attempts per meeting", fr: "appels par rendez-vous" }
    calls() { en: "calls", fr: "appels" }
    contacts() { en: "contacts", fr: "contacts" }
    empty() { en: "(empty)", fr: "(vide)" }
    exact() { en: "exact", fr: "exact" }
    so_many_people(contacts) { en: "{contacts} [contact|contacts]", fr: "{contacts} [contact|contacts]" }
    semicolon() { en: "; ", fr: " ; " }
    so_many_calls(calls) { en: "{calls} [call|calls]", fr: "{calls} [appel|appels]" }
    mean() { en: "mean", fr: "moyenne" }
    meetings() { en: "meetings", fr: "rendez-vous" }
    meetings_held() { en: "meetings held", fr: "rendez-vous tenus" }
    meetings_held_title() { en: "Meetings held", fr: "Rendez-vous tenus" }
    meetings_per_hour() { en: "meetings per hour", fr: "rendez-vous par heure" }
    meetings_set() { en: "meetings set", fr: "rendez-vous pris" }
    minutes() { en: "minutes", fr: "minutes" }
    none() { en: "none", fr: "aucun" }
    all() { en: "all", fr: "tous" }
    both_ends(low, high) { en: "{low} to {high}", fr: "de {low} à {high}" }
    range(low, high) { en: "{low} to {high}", fr: "{low} à {high}" }
    rate() { en: "rate", fr: "taux" }
    sd() { en: "sd", fr: "écart-type" }
    share() { en: "share", fr: "part" }
    simulated() { en: "simulated", fr: "simulé" }
    strategy() { en: "strategy", fr: "stratégie" }

    // Where an answer comes from.
    preset(preset, reading) { en: "Preset {preset}, reading {reading}.", fr: "Jeu de taux {preset}, lecture {reading}." }
    preset_and_set(preset, reading, set) {
        en: "Preset {preset}, reading {reading}; set by you: {set}.",
        fr: "Jeu de taux {preset}, lecture {reading} ; fixé par vous : {set}."
    }
    assumed(assumptions) {
        en: "Assumed, as no source says: {assumptions}.",
        fr: "Supposé, car aucune source ne le dit : {assumptions}."
    }
    sampled(seed, trials, version) {
        en: "Seed {seed}, {trials} [trial|trials], outreach {version}.",
        fr: "Valeur de départ {seed}, {trials} [tirage|tirages], outreach {version}."
    }
    exactly(version) { en: "Exact, outreach {version}.", fr: "Exact, outreach {version}." }
    precision_missed(precision, trials) {
        en: "the precision {precision} was not reached in {trials} [trial|trials]: allow more with --trials",
        fr: "la précision {precision} n'est pas atteinte en {trials} [tirage|tirages] : permettez-en plus avec --trials"
    }
}
