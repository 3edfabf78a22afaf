//! What short answers have in common.

messages! {
    a_coachs_figures() {
        en: "A coach's figures (warm 9 in 10, cold 1 in 10).",
        fr: "Chiffres d'un coach (appel chaud 9 sur 10, appel froid 1 sur 10)."
    }
    yours_and_a_coachs(yours) {
        en: "Yours: {yours}; the other figures are a coach's.",
        fr: "De vous : {yours} ; les autres chiffres sont ceux d'un coach."
    }
    yours_and_assumed(yours) {
        en: "Yours: {yours}; the other figures are assumed.",
        fr: "De vous : {yours} ; les autres chiffres sont supposés."
    }
    your_own_figures() { en: "Your own figures.", fr: "Vos propres chiffres." }
    published_have_measured() { en: "Measured ones: --preset published.", fr: "Des chiffres mesurés : --preset published." }
    those_named_above() { en: "those named above", fr: "les chiffres nommés ci-dessus" }
    published_figures() {
        en: "Published averages, not your own figures.",
        fr: "Moyennes publiées, et non vos propres chiffres."
    }
    yours_and_published(yours) {
        en: "Yours: {yours}; the other figures are published averages.",
        fr: "De vous : {yours} ; les autres chiffres sont des moyennes publiées."
    }
    of_rates(own, all) { en: "{own} of {all} rates", fr: "{own} taux sur {all}" }
    at_published_rates(answer) { en: "At published rates: {answer}.", fr: "Aux taux publiés : {answer}." }
    with_published_rates(answer) {
        en: "With published rates in their place: {answer}.",
        fr: "Avec des taux publiés à leur place : {answer}."
    }
    about_so_many_meetings(mean) { en: "about {mean} meetings", fr: "environ {mean} rendez-vous" }
    about_cold_and_warm(cold, warm) {
        en: "{cold} per cold call, {warm} per warm call",
        fr: "{cold} par appel froid, {warm} par appel chaud"
    }
    about_in_range(mean, range) { en: "about {mean}, {range}", fr: "environ {mean}, {range}" }
    luck_explains(luck, ignorance) {
        en: "Luck explains {luck} of the spread, not knowing the rates {ignorance}.",
        fr: "Le hasard explique {luck} de la dispersion, la méconnaissance des taux {ignorance}."
    }
    your_own_rates() {
        en: "Your own rates: outreach calibrate LOG.csv.",
        fr: "Vos propres taux : outreach calibrate JOURNAL.csv."
    }
    more_of_them(count) { en: "{count} more: --verbose", fr: "{count} de plus : --verbose" }
    details() { en: "Details: --verbose", fr: "Détails : --verbose" }
}
