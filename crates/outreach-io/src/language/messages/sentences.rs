//! What answers say in one sentence.

messages! {
    most_and_fewest(most, mean, range, share, fewest, other) {
        en: "{most} brings the most meetings: {mean} on average, {range} in {share} of campaigns; {fewest} the fewest: {other}.",
        fr: "{most} apporte le plus de rendez-vous : {mean} en moyenne, {range} dans {share} des campagnes ; {fewest} le moins : {other}."
    }
    brings(strategy, mean, range, share) {
        en: "{strategy} brings {mean} [meeting|meetings] on average, {range} in {share} of campaigns.",
        fr: "{strategy} apporte {mean} rendez-vous en moyenne, {range} dans {share} des campagnes."
    }
    moves_most(rate, low, high) {
        en: "{rate} moves the yield most: from {low} to {high} [meeting|meetings].",
        fr: "{rate} fait le plus bouger le rendement : de {low} à {high} rendez-vous."
    }
    moves_nothing() { en: "No rate moves the yield.", fr: "Aucun taux ne fait bouger le rendement." }
    learned_nothing() { en: "The log tells no rate.", fr: "Le journal ne dit aucun taux." }
    held_per_attempt(cold, warm) {
        en: "A cold attempt brings a meeting held with a probability of {cold}, a warm one of {warm}.",
        fr: "Une tentative à froid apporte un rendez-vous tenu avec une probabilité de {cold}, une recommandée de {warm}."
    }
}
