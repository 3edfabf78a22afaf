//! What answers say in one sentence.

messages! {
    about_meetings(mean, what, range, share) {
        en: "About {mean} [meeting|meetings] {what}; {range} in {share} of campaigns.",
        fr: "Environ {mean} rendez-vous {what} ; {range} dans {share} des campagnes."
    }
    about_more_meetings(mean, what, range, share) {
        en: "About {mean} more [meeting|meetings] {what}; {range} in {share} of campaigns.",
        fr: "Encore environ {mean} rendez-vous {what} ; {range} dans {share} des campagnes."
    }
    sure_meetings(count, what) {
        en: "{count} [meeting|meetings] {what}, whatever happens.",
        fr: "{count} rendez-vous {what}, quoi qu'il arrive."
    }
    about_calls(calls, meetings, range, share) {
        en: "About {calls} for {meetings} [meeting|meetings]; {range} in {share} of campaigns.",
        fr: "Environ {calls} pour {meetings} rendez-vous ; {range} dans {share} des campagnes."
    }
    calls_may_end_before(chance, meetings, calls, made, range, share) {
        en: "{chance} of campaigns bring {meetings} [meeting|meetings] from {calls}; about {made}, {range} in {share} of campaigns.",
        fr: "{chance} des campagnes apportent {meetings} rendez-vous pour {calls} ; environ {made}, {range} dans {share} des campagnes."
    }
    calls_end_before(meetings, calls) {
        en: "No campaign brings {meetings} [meeting|meetings] from {calls}.",
        fr: "Aucune campagne n'apporte {meetings} rendez-vous pour {calls}."
    }
    out_of(calls) { en: "from {calls}", fr: "pour {calls}" }
    in_time(duration) { en: "in {duration}", fr: "en {duration}" }
    and_at_most(time, calls) { en: "{time} and at most {calls}", fr: "{time} et {calls} au plus" }
    calls_of_both(calls, warm, cold) {
        en: "{calls} [call|calls] ({warm} warm, {cold} cold)",
        fr: "{calls} [appel|appels] ({warm} [chaud|chauds], {cold} [froid|froids])"
    }
    so_many_cold_calls(calls) { en: "{calls} cold [call|calls]", fr: "{calls} [appel froid|appels froids]" }
    so_many_warm_calls(calls) { en: "{calls} warm [call|calls]", fr: "{calls} [appel chaud|appels chauds]" }
    calls_with_a_pool(calls, referrals) {
        en: "{calls} [call|calls] ({referrals} [referral|referrals] to start with)",
        fr: "{calls} [appel|appels] ({referrals} [recommandation|recommandations] au départ)"
    }
    contacts_of_both(contacts, warm, cold) {
        en: "{contacts} [contact|contacts] ({warm} warm, {cold} cold)",
        fr: "{contacts} [contact|contacts] ({warm} [chaud|chauds], {cold} [froid|froids])"
    }
    cold_contacts(contacts) { en: "{contacts} cold [contact|contacts]", fr: "{contacts} [contact froid|contacts froids]" }
    warm_contacts(contacts) {
        en: "{contacts} warm [contact|contacts]",
        fr: "{contacts} [contact|contacts] sur recommandation"
    }
    called_up_to(contacts, attempts) {
        en: "{contacts}, each called up to {attempts} [time|times]",
        fr: "{contacts}, [appelé|appelés] jusqu'à {attempts} fois chacun"
    }
    brings_most(most, mean, what, others) {
        en: "{most} brings the most: {mean} [meeting|meetings]{what}; {others}.",
        fr: "{most} apporte le plus : {mean} rendez-vous{what} ; {others}."
    }
    leads_narrowly(most, mean, what, others) {
        en: "{most} has a small lead: {mean} [meeting|meetings]{what}; {others}.",
        fr: "{most} n'a qu'une courte avance : {mean} rendez-vous{what} ; {others}."
    }
    bring_most(first, mean, what, others) {
        en: "{first} bring the most: {mean} [meeting|meetings]{what} each; {others}.",
        fr: "{first} apportent le plus : {mean} rendez-vous{what} chacune ; {others}."
    }
    all_bring_as_many(mean, what) {
        en: "All bring the same: {mean} [meeting|meetings]{what} on average.",
        fr: "Toutes apportent autant : {mean} rendez-vous{what} en moyenne."
    }
    trials_rank_nothing(trials, means, what) {
        en: "{trials} [trial|trials] cannot tell which brings the most: {means}{what}.",
        fr: "{trials} [tirage ne suffit|tirages ne suffisent] pas à dire laquelle apporte le plus : {means}{what}."
    }
    trials_rank_nothing_in_the_same_time(duration, trials, means) {
        en: "In the same {duration}, {trials} [trial|trials] cannot tell which brings the most: {means}.",
        fr: "Dans le même temps, {duration}, {trials} [tirage ne suffit|tirages ne suffisent] pas à dire laquelle apporte le plus : {means}."
    }
    bring_as_many(mean, what, surest, others) {
        en: "All bring {mean} [meeting|meetings]{what} on average; the surest is {surest}, then {others}.",
        fr: "Toutes apportent {mean} rendez-vous{what} en moyenne ; la plus sûre est {surest}, puis {others}."
    }
    brings(strategy, mean, what, range, share) {
        en: "{strategy} brings about {mean} [meeting|meetings]{what}; {range} in {share} of campaigns.",
        fr: "{strategy} apporte environ {mean} rendez-vous{what} ; {range} dans {share} des campagnes."
    }
    in_the_same_time(duration, means) {
        en: "In the same {duration}: {means}.",
        fr: "Dans le même temps, {duration} : {means}."
    }
    small_lead_in_the_same_time(duration, means) {
        en: "In the same {duration} the lead is small: {means}.",
        fr: "Dans le même temps, {duration}, l'avance est courte : {means}."
    }
    as_many_in_the_same_time(duration, mean) {
        en: "In the same {duration} all bring {mean}.",
        fr: "Dans le même temps, {duration}, toutes en apportent {mean}."
    }
    moves_most(rate, low, high, base) {
        en: "{rate} moves the yield most: {low} to {high} [meeting|meetings], {base} as it stands.",
        fr: "{rate} pèse le plus : de {low} à {high} rendez-vous, {base} en l'état."
    }
    moves_nothing() { en: "No rate moves the yield.", fr: "Aucun taux ne change le rendement." }
    learned_nothing() { en: "No rate can be learned from this log.", fr: "Aucun taux ne se déduit de ce journal." }
    held_per_attempt(cold, warm) {
        en: "A cold call brings a meeting with a probability of {cold}, a warm call with {warm}.",
        fr: "Un appel froid apporte un rendez-vous avec une probabilité de {cold}, un appel chaud de {warm}."
    }
}
