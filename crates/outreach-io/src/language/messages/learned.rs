//! What logs and lists show at a glance: `calibrate`, `backtest`, `forecast`.

messages! {
    calls_cold() { en: "cold calls", fr: "appels froids" }
    calls_warm() { en: "warm calls", fr: "appels chauds" }

    // The rates of a log.
    reach_and_meeting(calls, reach, meeting, each) {
        en: "Your {calls} now: {reach} reached, {meeting} of those set a meeting: 1 meeting in {each} [call|calls].",
        fr: "Vos {calls} aujourd'hui : {reach} joignent la personne, {meeting} de ces prises de contact donnent un rendez-vous : 1 rendez-vous \
             pour {each} [appel|appels]."
    }
    meeting_per_conversation(calls, meeting, each) {
        en: "Your {calls} now: {meeting} of the conversations set a meeting: 1 in {each}.",
        fr: "Vos {calls} aujourd'hui : {meeting} des prises de contact donnent un rendez-vous : 1 sur {each}."
    }
    meeting_per_contact(calls, meeting, each) {
        en: "Your {calls} now: {meeting} of the contacts set a meeting, after all their attempts: 1 in {each}.",
        fr: "Vos {calls} aujourd'hui : {meeting} des contacts prennent rendez-vous, après tous leurs appels : 1 sur {each}."
    }
    reach_and_meeting_per_contact(calls, reach, meeting, each) {
        en: "Your {calls} now: {reach} of the contacts reached in the end, {meeting} of those set a meeting: 1 meeting in {each} \
             [contact|contacts].",
        fr: "Vos {calls} aujourd'hui : {reach} des contacts finissent par être joints, {meeting} de ces prises de contact donnent un \
             rendez-vous : 1 rendez-vous pour {each} [contact|contacts]."
    }
    reach_alone(calls, reach) {
        en: "Your {calls} now: {reach} reached.",
        fr: "Vos {calls} aujourd'hui : {reach} joignent la personne."
    }
    reach_falls(calls, before, now) {
        en: "Your {calls} reach fewer people: {before}, {now}.",
        fr: "Vos {calls} joignent moins de monde : {before}, {now}."
    }
    reach_rises(calls, before, now) {
        en: "Your {calls} reach more people: {before}, {now}.",
        fr: "Vos {calls} joignent plus de monde : {before}, {now}."
    }
    meetings_fall(calls, before, now) {
        en: "Fewer conversations of your {calls} set a meeting: {before}, {now}.",
        fr: "Moins de prises de contact de vos {calls} donnent un rendez-vous : {before}, {now}."
    }
    meetings_rise(calls, before, now) {
        en: "More conversations of your {calls} set a meeting: {before}, {now}.",
        fr: "Plus de prises de contact de vos {calls} donnent un rendez-vous : {before}, {now}."
    }
    in_month(share, month) { en: "{share} in {month}", fr: "{share} en {month}" }
    over_the_log(share) { en: "{share} over the whole log", fr: "{share} sur tout le journal" }
    at_its_end(share) { en: "{share} now", fr: "{share} aujourd'hui" }
    set_aside(rows, read, values) {
        en: "Set aside: {rows} of {read} [row|rows]: {values}.",
        fr: "Hors du compte : {rows} [ligne|lignes] sur {read} : {values}."
    }
    unreadable(rows) { en: "not readable ({rows})", fr: "illisibles ({rows})" }
    still_few(rates) {
        en: "Too few to be sure yet: {rates}",
        fr: "Encore trop peu pour être sûr : {rates}"
    }
    so_many_of(rate, trials, enough) {
        en: "{rate} ({trials} of about {enough} trials)",
        fr: "{rate} ({trials} [essai|essais] sur {enough} environ)"
    }
    next_with_scenario(file) {
        en: "Next: outreach simulate {file}.",
        fr: "Ensuite : outreach simulate {file}."
    }
    untold_after_incidents(conversations) {
        en: "{conversations} warm [conversation|conversations] met an incident, and the log does not say whether the explanation helped or how \
             the caller responded: nothing is learned from how they ended, and forecasts take the preset's figures (in the column of incidents \
             write recovered, unrecovered or the response)",
        fr: "{conversations} [conversation chaude a|conversations chaudes ont] connu un incident, sans que le journal dise si l'explication a aidé \
             ni quelle a été la réponse : rien n'est appris de leur issue, et les prévisions prennent les chiffres du réglage par défaut (dans la \
             colonne des incidents, écrivez recovered, unrecovered ou la réponse)"
    }
    a_log() { en: "LOG.csv", fr: "JOURNAL.csv" }
    next_after_calibrate(log) {
        en: "Next: outreach calibrate {log} --scenario-out mine.toml, then outreach simulate mine.toml.",
        fr: "Ensuite : outreach calibrate {log} --scenario-out miens.toml, puis outreach simulate miens.toml."
    }

    // Forecasts of the past.
    can_be_trusted(held, forecasts, expected) {
        en: "These forecasts can be trusted: their 80 % ranges held what came next {held} [time|times] in {forecasts}; {expected} [was|were] expected.",
        fr: "Ces prévisions sont fiables : leurs plages à 80 % ont contenu la suite {held} fois sur {forecasts} ; {expected} [attendue|attendues]."
    }
    are_too_few(held, forecasts, expected) {
        en: "Too few forecasts to say whether they can be trusted: their 80 % ranges held what came next {held} [time|times] in {forecasts}; \
             {expected} [was|were] expected.",
        fr: "Trop peu de prévisions pour dire si elles sont fiables : leurs plages à 80 % ont contenu la suite {held} fois sur {forecasts} ; \
             {expected} [attendue|attendues]."
    }
    are_too_sure(held, forecasts, expected) {
        en: "These forecasts are too sure: their 80 % ranges held what came next only {held} [time|times] in {forecasts}; {expected} [was|were] expected.",
        fr: "Ces prévisions sont trop sûres : leurs plages à 80 % n'ont contenu la suite que {held} fois sur {forecasts} ; {expected} [attendue|attendues]."
    }
    are_too_cautious(held, forecasts, expected) {
        en: "These forecasts are too cautious: their 80 % ranges held what came next {held} [time|times] in {forecasts}; {expected} [was|were] expected.",
        fr: "Ces prévisions sont trop prudentes : leurs plages à 80 % ont contenu la suite {held} fois sur {forecasts} ; {expected} [attendue|attendues]."
    }
    each_of_the_next(batch, calls) {
        en: "Each forecast is of the meetings set in the next {batch} {calls}, from the calls before them; ● marks what came.",
        fr: "Chaque prévision porte sur les rendez-vous pris dans les {batch} {calls} suivants, d'après les appels d'avant ; ● marque le \
             résultat."
    }
    call_number(call) { en: "call {call}", fr: "appel {call}" }
    a_constant_rate_held(held, forecasts) {
        en: "A rate that never changes would have held {held} of {forecasts}.",
        fr: "Un taux qui ne change jamais en aurait contenu {held} sur {forecasts}."
    }
    errors_smaller(share) {
        en: "Its errors are larger: outreach misses by {share} less.",
        fr: "Ses erreurs sont plus grandes : outreach se trompe de {share} de moins."
    }
    errors_larger(share) {
        en: "Its errors are smaller: outreach misses by {share} more.",
        fr: "Ses erreurs sont plus petites : outreach se trompe de {share} de plus."
    }
    trust_until_they_differ() {
        en: "Plan by the ranges, not by the middle alone.",
        fr: "Prévoyez selon les plages, et non selon leur seul milieu."
    }
    take_wider_ranges() {
        en: "What comes next changes faster than the log shows: take wider ranges, and calibrate often.",
        fr: "La suite change plus vite que le journal ne le montre : prenez des plages plus larges, et calibrez souvent."
    }
    ranges_are_wide() {
        en: "What comes next varies less than the ranges allow for: you can plan with them.",
        fr: "La suite varie moins que les plages ne le permettent : elles sont sûres pour prévoir."
    }
    rates_by_calibrate() {
        en: "Your rates: outreach calibrate LOG.csv.",
        fr: "Vos taux : outreach calibrate JOURNAL.csv."
    }

    // Forecasts of lists.
    about_contacts(mean, contacts, range, share) {
        en: "About {mean} [meeting|meetings] from {contacts} [contact|contacts]; {range} with a probability of {share}.",
        fr: "Environ {mean} rendez-vous pour {contacts} [contact|contacts] ; {range} avec une probabilité de {share}."
    }
    averaged_list(worlds, seed) {
        en: "There is no exact distribution: this is its average over {worlds} draws of the uncertain rates (seed {seed}); ± is a standard error.",
        fr: "Il n'y a pas de distribution exacte : voici sa moyenne sur {worlds} tirages des taux incertains (valeur de départ {seed}) ; \
             ± est une erreur type."
    }
    exact_list() { en: "All numbers are exact.", fr: "Tous les nombres sont exacts." }
    call_first(hours, reached, contacts, mean, range) {
        en: "In {hours} you get through {reached} of {contacts} [contact|contacts], the best first: about {mean} [meeting|meetings], {range}.",
        fr: "En {hours}, vous appelez {reached} [contact|contacts] sur {contacts}, les meilleurs d'abord : environ {mean} rendez-vous, {range}."
    }
    in_this_order(lines) {
        en: "Call the lines of the list in this order: {lines}.",
        fr: "Appelez les lignes de la liste dans cet ordre : {lines}."
    }
    fewer_or_more_would_tell(low, high) {
        en: "Watch: the range takes the probabilities as given. Fewer than {low} or more than {high} would be a sign that they are wrong.",
        fr: "À surveiller : la plage suppose les probabilités justes. Moins de {low} ou plus de {high} indiquerait qu'elles sont fausses."
    }
    fewer_would_tell(low) {
        en: "Watch: the range takes the probabilities as given. Fewer than {low} would be a sign that they are wrong.",
        fr: "À surveiller : la plage suppose les probabilités justes. Moins de {low} indiquerait qu'elles sont fausses."
    }
    none_or_more_would_tell(high) {
        en: "Watch: the range takes the probabilities as given. No meeting at all, or more than {high}, would be a sign that they are wrong.",
        fr: "À surveiller : la plage suppose les probabilités justes. Aucun rendez-vous, ou plus de {high}, indiquerait qu'elles sont fausses."
    }
    more_would_tell(high) {
        en: "Watch: the range takes the probabilities as given. More than {high} would be a sign that they are wrong.",
        fr: "À surveiller : la plage suppose les probabilités justes. Plus de {high} indiquerait qu'elles sont fausses."
    }
    list_probabilities() {
        en: "The probabilities are your list's.",
        fr: "Les probabilités sont celles de votre liste."
    }
    others_by_kind() {
        en: "Contacts without a probability count by their kind.",
        fr: "Les contacts sans probabilité comptent selon leur type."
    }
    and_so_many_groups(groups) { en: "And {groups} more [group|groups].", fr: "Et {groups} [autre groupe|autres groupes]." }
    range_held(low, high, share) { en: "{low} to {high} ({share})", fr: "{low} à {high} ({share})" }
    likely_range() { en: "range", fr: "plage" }
    group() { en: "group", fr: "groupe" }
    check_by_backtest() {
        en: "Check such forecasts on past calls: outreach backtest LOG.csv.",
        fr: "Vérifiez de telles prévisions sur des appels passés : outreach backtest JOURNAL.csv."
    }
}
