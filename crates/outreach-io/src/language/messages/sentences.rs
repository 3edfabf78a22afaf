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
    moves_most(rate, low, high, base) {
        en: "{rate} moves the yield most: {low} to {high} [meeting|meetings], {base} as it stands.",
        fr: "{rate} pèse le plus : de {low} à {high} rendez-vous, {base} en l'état."
    }
    moves_nothing() { en: "No rate moves the yield.", fr: "Aucun taux ne change le rendement." }
    learned_nothing() { en: "The log tells no rate.", fr: "Le journal ne dit aucun taux." }
    held_per_attempt(cold, warm) {
        en: "A cold call brings a meeting with a probability of {cold}, a warm call with {warm}.",
        fr: "Un appel froid apporte un rendez-vous avec une probabilité de {cold}, un appel chaud de {warm}."
    }
}
