//! What `compare` says.

messages! {
    apart(name, number) { en: "{name}: {number}", fr: "{name} : {number}" }
    held_in_time(time) { en: "meetings held {time}", fr: "rendez-vous tenus {time}" }
    held_in_time_title(time) { en: "Meetings held {time}", fr: "Rendez-vous tenus {time}" }
    range_5_to_95() { en: "from the 5 % to the 95 % point", fr: "des points 5 % à 95 %" }
    in_calls(calls) { en: "in {calls} [call|calls]", fr: "en {calls} [appel|appels]" }
    ahead() { en: "ahead", fr: "gagne" }
    tied() { en: "tied", fr: "égal" }
    behind() { en: "behind", fr: "perd" }
    ranges_hold(share) { en: "Ranges hold {share} of campaigns.", fr: "Plages : {share} des campagnes." }
    ranges_hold_between(least, most) {
        en: "Ranges hold {least} to {most} of campaigns.",
        fr: "Plages : {least} à {most} des campagnes."
    }
    against_the_best(columns, best) { en: "{columns}: against {best}.", fr: "{columns} : face à {best}." }
    introduction_pays_below(duration, own) {
        en: "An introduction pays while it takes less than {duration} ({own}).",
        fr: "Une recommandation est rentable en moins de {duration} ({own})."
    }
    introductions_pay(when, own) {
        en: "An introduction ({own}) pays {when}.",
        fr: "Une recommandation ({own}) est rentable {when}."
    }
    pays_below(duration) { en: "below {duration}", fr: "en moins de {duration}" }
    pays_below_these(low, high) {
        en: "below {low} to {high}, depending on the strategy",
        fr: "en moins de {low} à {high}, selon la stratégie"
    }
    pays_always() { en: "always", fr: "toujours" }
    pays_never() { en: "never", fr: "jamais" }
    pays_perhaps() { en: "perhaps", fr: "peut-être" }
    no_introduction_pays_at_these_rates() {
        en: "No introduction pays at these rates, not even a free one.",
        fr: "À ces taux, aucune recommandation n'est rentable, même gratuite."
    }
    warm_among() { en: "warm", fr: "chauds" }
    of_all(some, all) { en: "{some} of {all}", fr: "{some} sur {all}" }
    and_others(count) { en: "{count} [other|others]", fr: "{count} [autre|autres]" }
    not_shown(names) { en: "Not shown: {names} (--verbose).", fr: "Non montré : {names} (--verbose)." }
    is_assumed(minutes) { en: "{minutes} assumed", fr: "{minutes} par hypothèse" }
    you_set(minutes) { en: "you set {minutes}", fr: "vous avez fixé {minutes}" }
    is_between(low, high) { en: "{low} to {high} here", fr: "{low} à {high} ici" }
    held_in_calls(calls) { en: "Meetings held in {calls} [call|calls]", fr: "Rendez-vous tenus en {calls} [appel|appels]" }
    more_meetings() { en: "more meetings", fr: "plus de rendez-vous" }
    mean_difference() { en: "mean difference", fr: "écart moyen" }
    ahead_of(better, worse) { en: "{better} ahead of {worse}", fr: "{better} devant {worse}" }
    is_ahead(better) { en: "{better} ahead", fr: "{better} devant" }
    as_many() { en: "tied", fr: "égalité" }
    all_exact() {
        en: "Means, standard deviations (sd) and quantiles are exact; ± is a standard error.",
        fr: "Moyennes, écarts-types et quantiles sont exacts ; ± est une erreur type."
    }
    how_often() {
        en: "How often one brings more meetings than the other",
        fr: "Combien de fois l'une apporte plus de rendez-vous que l'autre"
    }
    at_equal_hours(duration) {
        en: "At equal hours: the calls that fit in {duration}",
        fr: "À heures égales : les appels possibles en {duration}"
    }
    no_equal_hours() {
        en: "Equal hours make no sense here: the calls of a strategy take no time.",
        fr: "Des heures égales n'ont pas de sens ici : les appels d'une stratégie ne prennent pas de temps."
    }
    other_contacts_than_given(taken, given, strategy) {
        en: "The same hours take other numbers of contacts, as {taken} in place of {given} for {strategy}.",
        fr: "Le même temps prend d'autres nombres de contacts, comme {taken} au lieu de {given} pour {strategy}."
    }
    dominates(better, worse) {
        en: "{better} is more likely than {worse} to reach any target.",
        fr: "{better} a plus de chances que {worse} d'atteindre tout objectif."
    }
    dominates_but_for_rare_numbers(better, worse) {
        en: "{better} is more likely than {worse} to reach any target, leaving out those reached less than once in 10^11 campaigns.",
        fr: "{better} a plus de chances que {worse} d'atteindre tout objectif, hormis ceux atteints moins d'une fois sur 10^11 campagnes."
    }
    dominates_at_second_order(better, worse) {
        en: "{better} is the safer choice: {worse} is more likely to reach only some high targets.",
        fr: "{better} est le choix le plus sûr : {worse} n'a plus de chances que pour certains objectifs élevés."
    }
    worth_of_introductions_unknown() {
        en: "What an introduction may cost is not known where contacts are called several times at uncertain rates.",
        fr: "Ce que peut coûter une mise en relation n'est pas connu quand des contacts sont appelés plusieurs fois à des taux incertains."
    }
    any_introduction_pays() {
        en: "Cold calls bring no meeting: any introduction pays.",
        fr: "Les appels froids n'apportent aucun rendez-vous : toute mise en relation vaut la peine."
    }
    no_introduction_pays(minutes) {
        en: "No introduction pays: at these rates even a free one costs {minutes} [minute|minutes] more than cold calls.",
        fr: "Aucune mise en relation ne vaut la peine : à ces taux, même gratuite, elle coûte {minutes} [minute|minutes] de plus que les \
             appels froids."
    }
    introduction_may_cost(minutes) {
        en: "An introduction is worth up to {minutes} [minute|minutes] of your time; beyond that, cold calls bring more meetings per hour.",
        fr: "Une mise en relation vaut jusqu'à {minutes} [minute|minutes] de votre temps ; au-delà, les appels froids apportent \
             plus de rendez-vous par heure."
    }
    drawn_apart(rate) {
        en: "{rate} is not the same in all strategies: each draws its own",
        fr: "{rate} n'est pas le même dans toutes les stratégies : chacune tire le sien"
    }
    attempts_are_needless(reach) {
        en: "everybody is reached at the first call ({reach}): more calls per contact change nothing",
        fr: "tout le monde est joint au premier appel ({reach}) : d'autres appels par contact ne changent rien"
    }
    difference_axis() {
        en: "difference of the meetings held (simulated)",
        fr: "écart des rendez-vous tenus (simulé)"
    }
}
