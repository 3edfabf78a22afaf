//! What is said of a pool of referrals.

messages! {
    grows_in(grows, extinction) {
        en: "It is more than 1 in {grows} of the worlds; all chains of an endless campaign die out with a probability of \
             {extinction}.",
        fr: "C'est plus de 1 dans {grows} des mondes ; les chaînes d'une campagne sans fin s'éteignent toutes avec une probabilité \
             de {extinction}."
    }
    grows(extinction) {
        en: "That is more than 1: chains feed themselves; all chains of an endless campaign die out with a probability of \
             {extinction}.",
        fr: "C'est plus de 1 : les chaînes se nourrissent elles-mêmes ; celles d'une campagne sans fin s'éteignent toutes avec une \
             probabilité de {extinction}."
    }
    dies_out() {
        en: "That is not more than 1: every chain dies out.",
        fr: "Ce n'est pas plus de 1 : toute chaîne s'éteint."
    }
    dies_out_later() {
        en: "That is more than 1, but later generations bring less than 1: every chain dies out.",
        fr: "C'est plus de 1, mais les générations suivantes en apportent moins de 1 : toute chaîne s'éteint."
    }
    grows_later(extinction) {
        en: "That is not more than 1, but later generations bring more, as cold calls do better: all chains of an endless campaign \
             die out with a probability of {extinction}.",
        fr: "Ce n'est pas plus de 1, mais les générations suivantes en apportent plus, car les appels froids font mieux : les chaînes \
             d'une campagne sans fin s'éteignent toutes avec une probabilité de {extinction}."
    }
    next_generations(numbers) {
        en: " One of the next generations brings {numbers}.",
        fr: " Une des générations suivantes en apporte {numbers}."
    }
    dry_by(call) {
        en: "; if it does, half the time by call {call}",
        fr: " ; dans ce cas, une fois sur deux dès l'appel {call}"
    }
    sampled_between(low, high) { en: " ({low} to {high})", fr: " ({low} à {high})" }
    one_brings(number, outlook, later) {
        en: "One referral brings {number} [other|others] on average. {outlook}{later}",
        fr: "Une recommandation en apporte {number} [autre|autres] en moyenne. {outlook}{later}"
    }
    runs_dry(calls, probability, when) {
        en: "Within {calls} [call|calls] the pool runs dry with a probability of {probability}{when}.",
        fr: "En {calls} [appel|appels] la réserve se vide avec une probabilité de {probability}{when}."
    }
    same_hours_cold(hours, mean) {
        en: "The same {hours} [hour|hours] spent on cold calls alone would bring {mean} [meeting|meetings].",
        fr: "Le même temps ({hours} [heure|heures]) en appels froids seuls apporterait {mean} rendez-vous."
    }
    referrals_run_out(chance, when) {
        en: "The referrals run out in {chance} of campaigns{when}.",
        fr: "Les recommandations s'épuisent dans {chance} des campagnes{when}."
    }
    half_the_time_by(call) { en: ", half the time by call {call}", fr: ", une fois sur deux dès l'appel {call}" }
    same_time_cold(duration, mean) {
        en: "The same {duration} on cold calls alone: about {mean} [meeting|meetings].",
        fr: "Le même temps ({duration}) en appels froids seuls : environ {mean} rendez-vous."
    }
    generation(number) { en: "generation {number}", fr: "génération {number}" }
    later_generations() { en: "later generations", fr: "générations suivantes" }
}
