//! What `model` says.

messages! {
    other_keys(keys) {
        en: "Other keys of --set and of scenario files: {keys}.",
        fr: "Autres clés de --set et des fichiers de scénario : {keys}."
    }
    follows(provenance, followed) { en: "{provenance}, follows {followed}", fr: "{provenance}, suit {followed}" }
    solved_from(value) { en: "solved from {value} of all", fr: "résolu à partir de {value} sur toutes" }
    cold_attempt() { en: "cold call", fr: "appel froid" }
    warm_attempt() { en: "warm call", fr: "appel chaud" }
    reached_conversation() { en: "reached: a conversation", fr: "joint : une prise de contact" }
    meeting_set() { en: "meeting set", fr: "rendez-vous pris" }
    no_incident() { en: "no incident", fr: "sans incident" }
    incident_at_name() { en: "incident at the connector's name", fr: "incident au nom du connecteur" }
    connector_unknown() { en: "connector unknown", fr: "connecteur inconnu" }
    connector_disliked() { en: "connector disliked", fr: "connecteur mal vu" }
    recovered() { en: "recovered", fr: "rattrapé" }
    not_recovered() { en: "not recovered", fr: "non rattrapé" }
    chosen() { en: "chosen", fr: "choisie" }
    set_then_held() { en: "meeting set: meeting held", fr: "rendez-vous pris : tenu" }
    rests_on(rate, value, origin, source) { en: "{rate} = {value}, {origin}{source}.", fr: "{rate} = {value}, {origin}{source}." }
    with_source(source) { en: ": {source}", fr: " : {source}" }
    with_figures(origin, confidence, centre) {
        en: "{origin}, confidence {confidence}, centre of the figures {centre}",
        fr: "{origin}, confiance {confidence}, centre des chiffres {centre}"
    }
    figures_of_number(low, high, confidence) {
        en: " ({low} to {high}), confidence {confidence}",
        fr: " ({low} à {high}), confiance {confidence}"
    }
    number_rests_on(number, value, meaning, per, provenance, source) {
        en: "{number} = {value}, {meaning} per {per}, {provenance}: {source}.",
        fr: "{number} = {value} : {meaning} (par {per}) ; {provenance} ({source})."
    }
    set_per_cold_conversation() { en: "P(meeting set | cold conversation)", fr: "P(rendez-vous pris | prise de contact par appel froid)" }
    set_per_warm_conversation() { en: "P(meeting set | warm conversation)", fr: "P(rendez-vous pris | prise de contact par appel chaud)" }
    set_per_kept_standing() {
        en: "P(meeting set | warm conversation that kept its standing)",
        fr: "P(rendez-vous pris | prise de contact restée chaude)"
    }
    held_per_cold_attempt() { en: "P(meeting held | cold attempt)", fr: "P(rendez-vous tenu | appel froid)" }
    held_per_warm_attempt() { en: "P(meeting held | warm attempt)", fr: "P(rendez-vous tenu | appel chaud)" }
    path() { en: "path", fr: "chemin" }
    per_attempt() { en: "per attempt", fr: "par appel" }
    describe_path(kind, incident, ending) { en: "{kind}: {incident}{ending}", fr: "{kind} : {incident}{ending}" }
    describe_incident(incident) { en: "incident {incident}, ", fr: "incident {incident}, " }
    disliked() { en: "disliked", fr: "connecteur mal vu" }
    unrecovered() { en: "unrecovered", fr: "non rattrapé" }
    tree_title(preset, reading) {
        en: "The call tree (preset {preset}, reading {reading})",
        fr: "L'arbre d'un appel (jeu de taux {preset}, lecture {reading})"
    }
    what_follows() { en: "what follows", fr: "ce qui s'ensuit" }
    probability() { en: "probability", fr: "probabilité" }
    at_their_means() {
        en: "Uncertain rates stand at their means, each with the range that holds it with a probability of 90 %.",
        fr: "Les taux incertains sont à leur moyenne, chacun avec la plage qui le contient avec une probabilité de 90 %."
    }
    every_path() { en: "Every path that can happen", fr: "Tous les chemins possibles" }
    rates_rest_on() { en: "What each rate rests on", fr: "Sur quoi repose chaque taux" }
    numbers_rest_on() {
        en: "What the numbers of pool and effort rest on",
        fr: "Sur quoi reposent les nombres de la réserve et les durées"
    }
}
