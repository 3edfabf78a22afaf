//! What `sensitivity` says.

messages! {
    moves_in_hours(hours) {
        en: "What moves the mean yield of {hours} [hour|hours]",
        fr: "Ce qui fait bouger le rendement moyen de {hours} [heure|heures]"
    }
    moves_until(meetings, calls) {
        en: "What moves the mean yield of up to {meetings} [meeting|meetings], {calls} [call|calls]",
        fr: "Ce qui fait bouger le rendement moyen jusqu'à {meetings} rendez-vous, {calls} [appel|appels]"
    }
    moves_among_contacts(contacts) {
        en: "What moves the mean yield of {contacts}",
        fr: "Ce qui fait bouger le rendement moyen de {contacts}"
    }
    moves_in_calls(calls) {
        en: "What moves the mean yield of {calls} [call|calls]",
        fr: "Ce qui fait bouger le rendement moyen de {calls} [appel|appels]"
    }
    of_strategy(title, strategy) { en: "{title} (strategy {strategy})", fr: "{title} (stratégie {strategy})" }
    nothing_moved(meetings) { en: "As it stands: {meetings} [meeting|meetings].", fr: "En l'état : {meetings} rendez-vous." }
    each_rate_alone() {
        en: "Each rate alone: uncertain ones from their 5 % to their 95 % point, known ones with their odds divided and multiplied by \
             1.5. A rate without a bar moves nothing here, or is 0 or 1, whose odds do not move: see the table.",
        fr: "Chaque taux seul : les incertains de leur point à 5 % à leur point à 95 %, les connus avec leur cote divisée et multipliée \
             par 1,5. Un taux sans barre ne fait rien bouger ici, ou vaut 0 ou 1, dont la cote ne bouge pas : voir le tableau."
    }
    minutes_within() {
        en: "Minutes: over what is published, else from half to double.",
        fr: "Les durées : sur leur plage publiée, sinon de la moitié au double."
    }
    numbers_within() {
        en: "Numbers of the pool and the effort: over what is published, else from half to twice as much (a decay from 0.5 to 1).",
        fr: "Les nombres de la réserve et les durées : sur leur plage publiée, sinon de la moitié au double (pool.decay de 0,5 à 1)."
    }
    low_end_of(key) { en: "{key}, 5 % point", fr: "{key}, point à 5 %" }
    correlation_moves_the_low_end() {
        en: "connectors.correlation moves the spread and not the mean: its bar is that of the 5 % point.",
        fr: "connectors.correlation fait bouger la dispersion et non la moyenne : sa barre est celle du point à 5 %."
    }
    assumed_rate() { en: "assumed rate", fr: "taux supposé" }
    if_it_were(value) { en: "meetings if it were {value}", fr: "rendez-vous s'il valait {value}" }
    as_if_given() {
        en: "The probability of a response as if every incident were of case 2 and that response given.",
        fr: "La probabilité d'une réponse : comme si tout incident était du cas 2 et recevait cette réponse."
    }
    which_unknown() { en: "Which unknown matters", fr: "Quelle inconnue compte" }
    uncertain_rate() { en: "uncertain rate", fr: "taux incertain" }
    causes_alone() { en: "causes alone", fr: "cause seul" }
    with_the_others() { en: "with the others", fr: "avec les autres" }
    shares_of_ignorance() {
        en: "Shares of what not knowing the rates adds to the variance of the yield.",
        fr: "Parts de ce que la méconnaissance des taux ajoute à la variance du rendement."
    }
    all_known() {
        en: "Every rate is taken as known, so a log would not change this. Not sure of one? --set cold.meeting=\"mean(0.1, 20)\" is one \
             in ten as after 20 conversations.",
        fr: "Chaque taux est tenu pour connu : un journal n'y changerait rien. Pas sûr de l'un d'eux ? --set \
             cold.meeting=\"mean(0.1, 20)\" est un sur dix, comme après 20 prises de contact."
    }
    ignorance_not_seen() {
        en: "There are too few trials to show what not knowing the rates adds to the variance: allow more with --trials.",
        fr: "Les tirages sont trop peu nombreux pour montrer ce que la méconnaissance des taux ajoute à la variance : permettez-en plus \
             avec --trials."
    }
    single_calls_tell_nothing() {
        en: "Single calls tell nothing of what is uncertain here; a log with every attempt at each contact, or with connectors, would.",
        fr: "Des appels isolés ne disent rien de ce qui est incertain ici ; un journal de tous les appels à chaque contact, ou avec les \
             connecteurs, le dirait."
    }
    log_first(first, first_share, other, other_share) {
        en: "Log {first} calls first: 100 more of them remove about {first_share} of the variance that comes from not knowing the \
             rates, 100 {other} ones {other_share}.",
        fr: "Notez d'abord les appels {first}s : 100 de plus ôtent environ {first_share} de la variance due à la méconnaissance des taux, \
             100 appels {other}s, {other_share}."
    }
    smaller_bars(count) {
        en: "{count} [more has a shorter bar|more have shorter bars]: --verbose.",
        fr: "{count} [autre a une barre plus courte|autres ont une barre plus courte] : --verbose."
    }
    each_alone() {
        en: "Each alone: an uncertain rate over its 90 % range, a known one with its odds divided and multiplied by 1.5.",
        fr: "Chacun seul : un taux incertain sur sa plage à 90 %, un taux connu avec sa cote divisée et multipliée par 1,5."
    }
    mean_held_axis() { en: "mean meetings held per campaign", fr: "rendez-vous tenus par campagne, en moyenne" }
    describe_ranges(base, bars) {
        en: "As it stands {base} [meeting|meetings]. {bars}.",
        fr: "En l'état {base} rendez-vous. {bars}."
    }
    describe_bar(label, low, high) { en: "{label}: {low} to {high} [meeting|meetings]", fr: "{label} : {low} à {high} rendez-vous" }
}
