//! What pictures say.

messages! {
    share_of_campaigns() { en: "share of campaigns", fr: "part des campagnes" }
    exact_distribution() { en: "exact distribution", fr: "distribution exacte" }
    at_least_axis(of) { en: "{of}, at least", fr: "{of} (au moins)" }
    describe_distribution(name, low, high, share, middle) {
        en: "{name}: {low} to {high} with a probability of {share}, at most {middle} half of the time.",
        fr: "{name} : de {low} à {high} avec une probabilité de {share}, {middle} au plus une fois sur deux."
    }
    axis_with_range(axis, low, high, share) { en: "{axis} ({low} to {high}: {share})", fr: "{axis} (de {low} à {high} : {share})" }
    month() { en: "month", fr: "mois" }
    share_of_meetings(kind) {
        en: "share of meetings, {kind}",
        fr: "part de rendez-vous, appels {kind}s"
    }
    range_of_rates() { en: "rate (central 90 %)", fr: "taux (90 % centraux)" }
    has_run_dry() { en: "P(the pool has run dry)", fr: "P(la réserve s'est vidée)" }
    rate_as_learned() { en: "rate as learned by then (90 %)", fr: "taux appris jusque-là (90 %)" }
    share_of_month() { en: "share of the month", fr: "part du mois" }
}
