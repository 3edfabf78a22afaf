//! What `plan` says, and `forecast`.

messages! {
    so_many_referrals(count) { en: "{count} [referral|referrals]", fr: "{count} [recommandation|recommandations]" }
    calls_and_hours(calls, hours) { en: "{calls} and {hours}", fr: "{calls} et {hours}" }
    goal(meetings, confidence) {
        en: "at least {meetings} [meeting|meetings] with a probability of {confidence} %",
        fr: "au moins {meetings} rendez-vous avec une probabilité de {confidence} %"
    }
    unreachable(goal, limit, best) {
        en: "the target cannot be reached: {goal} within {limit}; the best is {best}",
        fr: "l'objectif ne peut être atteint : {goal} en {limit} ; au mieux {best}"
    }
    not_within(limit, meetings, best, sure) {
        en: "Not within {limit}: the chance of {meetings} [meeting|meetings] is {best} there, not {sure} %.",
        fr: "Pas en {limit} : la probabilité d'obtenir {meetings} rendez-vous y est de {best}, et non de {sure} %."
    }
    reached_already() {
        en: "No call is needed: that target is reached already.",
        fr: "Aucun appel à passer : cet objectif est déjà atteint."
    }
    such_campaigns_bring(range, share) {
        en: "{range} [meeting|meetings] in {share} of such campaigns.",
        fr: "Dans {share} de ces campagnes, {range} rendez-vous."
    }
    probability_there(size, probability) {
        en: "{size}: the probability is {probability} there.",
        fr: "{size} : la probabilité y est de {probability}."
    }
    minute_less(probability) { en: "A minute less has {probability}.", fr: "Une minute de moins : {probability}." }
    one_less(probability) { en: "One less has {probability}.", fr: "Une unité de moins : {probability}." }
    cannot_tell(low, high) {
        en: "The minimum is between {low} and {high}; the simulation leaves open where.",
        fr: "Le minimum est entre {low} et {high} ; la simulation ne permet pas de préciser."
    }
    fewest_attempts(strategy, goal) {
        en: "The fewest calls (strategy {strategy}) for {goal}",
        fr: "Le plus petit nombre d'appels (stratégie {strategy}) pour {goal}"
    }
    fewest_referrals(calls, goal) {
        en: "The fewest referrals to start {calls} [call|calls] with for {goal}",
        fr: "Le plus petit nombre de recommandations pour commencer {calls} [appel|appels], pour {goal}"
    }
    fewest_warm(calls, goal) {
        en: "The fewest warm calls among {calls} for {goal}",
        fr: "Le plus petit nombre d'appels chauds parmi {calls} pour {goal}"
    }
    fewest_hours(strategy, goal) {
        en: "The fewest hours (strategy {strategy}) for {goal}",
        fr: "Le plus petit nombre d'heures (stratégie {strategy}) pour {goal}"
    }
    counted_contacts(count) { en: "{count} [contact|contacts]", fr: "{count} [contact|contacts]" }
    so_many_attempts_per_contact(count) {
        en: "{count} [call|calls] per contact",
        fr: "{count} [appel|appels] par contact"
    }
    attempts_per_contact() { en: "calls per contact", fr: "appels par contact" }
    fewest_contacts(attempts, strategy, goal) {
        en: "The fewest contacts, called up to {attempts} [time|times] each (strategy {strategy}), for {goal}",
        fr: "Le plus petit nombre de contacts, appelés jusqu'à {attempts} fois chacun (stratégie {strategy}), pour {goal}"
    }
    fewest_attempts_per_contact(contacts, strategy, goal) {
        en: "The fewest calls to each of {contacts} [contact|contacts] (strategy {strategy}) for {goal}",
        fr: "Le plus petit nombre d'appels par contact, {contacts} [contact|contacts] (stratégie {strategy}), pour {goal}"
    }
    all_probabilities_exact() { en: "All probabilities are exact.", fr: "Toutes les probabilités sont exactes." }
    hours() { en: "hours", fr: "heures" }
    referrals() { en: "referrals", fr: "recommandations" }
    warm_calls() { en: "warm calls", fr: "appels chauds" }
    probability_of_target(meetings) {
        en: "probability of at least {meetings} [meeting|meetings]",
        fr: "probabilité d'au moins {meetings} rendez-vous"
    }
    confidence_asked() { en: "asked for", fr: "demandée" }

    // At a glance.
    effort_for(effort, meetings, sure) {
        en: "{effort} for {meetings} [meeting|meetings], {sure} % sure.",
        fr: "{effort} pour {meetings} rendez-vous, sûr à {sure} %."
    }
    effort_and_hours(effort, meetings, sure, duration) {
        en: "{effort} for {meetings} [meeting|meetings], {sure} % sure; about {duration}.",
        fr: "{effort} pour {meetings} rendez-vous, sûr à {sure} % ; environ {duration}."
    }
    weeks_for(even, meetings, asked, sure, effort, pace) {
        en: "{even} [week|weeks] for an even chance of {meetings} [meeting|meetings], {asked} to be {sure} % sure: {effort} at {pace}.",
        fr: "{even} [semaine|semaines] pour une chance sur deux d'obtenir {meetings} rendez-vous, {asked} pour en être sûr à {sure} % : \
             {effort}, à raison de {pace}."
    }
    calls_a_week(calls) { en: "{calls} a week", fr: "{calls} par semaine" }
    hours_a_week(duration) { en: "{duration} a week", fr: "{duration} par semaine" }
    cold_calls_counted(calls) { en: "{calls} cold [call|calls]", fr: "{calls} [appel froid|appels froids]" }
    warm_calls_counted(calls) { en: "{calls} warm [call|calls]", fr: "{calls} [appel chaud|appels chauds]" }
    calls_partly_warm(calls, warm) {
        en: "{calls} [call|calls] ({warm} warm)",
        fr: "{calls} [appel|appels] (dont {warm} [chaud|chauds])"
    }
    calls_from_pool(calls, initial) {
        en: "{calls} [call|calls] that start with {initial} [introduction|introductions]",
        fr: "{calls} [appel|appels], avec {initial} [recommandation|recommandations] au départ,"
    }
    hours_of_cold_calls(duration) { en: "{duration} of cold calls", fr: "{duration} d'appels froids" }
    hours_of_warm_calls(duration) { en: "{duration} of warm calls", fr: "{duration} d'appels chauds" }
    hours_partly_warm(duration, warm) { en: "{duration} of calls ({warm} warm)", fr: "{duration} d'appels (dont {warm} chauds)" }
    hours_from_pool(duration, initial) {
        en: "{duration} of calls that start with {initial} [introduction|introductions]",
        fr: "{duration} d'appels, avec {initial} [recommandation|recommandations] au départ,"
    }
    contacts_called(contacts, attempts) {
        en: "{contacts} [contact|contacts] (up to {attempts} [call|calls] each)",
        fr: "{contacts} [contact|contacts] (jusqu'à {attempts} [appel|appels] chacun)"
    }
    calls_to_each(calls, contacts) {
        en: "Up to {calls} [call|calls] to each of {contacts} [contact|contacts]",
        fr: "Jusqu'à {calls} [appel|appels] par contact ({contacts} [contact|contacts])"
    }
    introductions_among(count, called, meetings, sure) {
        en: "You need at least {count} [introduction|introductions] for {called} to bring {meetings} [meeting|meetings], {sure} % sure.",
        fr: "Il vous faut au moins {count} [recommandation|recommandations] sur {called} pour {meetings} rendez-vous, sûr à {sure} %."
    }
    introductions_to_start(count, calls, meetings, sure) {
        en: "You need {count} [introduction|introductions] to start with for {calls} [call|calls] to bring {meetings} [meeting|meetings], {sure} % sure.",
        fr: "Il vous faut {count} [recommandation|recommandations] au départ pour {meetings} rendez-vous en {calls} [appel|appels], sûr à {sure} %."
    }
    no_introduction(called, meetings, sure) {
        en: "You need no introduction: {called} bring {meetings} [meeting|meetings], {sure} % sure.",
        fr: "Aucune recommandation n'est nécessaire pour {meetings} rendez-vous avec {called}, sûr à {sure} %."
    }
    no_introduction_to_start(calls, meetings, sure) {
        en: "You need no introduction to start with: {calls} [call|calls] and the names that come of them bring {meetings} \
             [meeting|meetings], {sure} % sure.",
        fr: "Aucune recommandation n'est nécessaire au départ : {calls} [appel|appels], avec les noms qu'ils apportent, suffisent pour \
             {meetings} rendez-vous, sûr à {sure} %."
    }
    how_sure() { en: "how sure", fr: "sûr à" }
    weeks() { en: "weeks", fr: "semaines" }
    introductions() { en: "introductions", fr: "recommandations" }
    calls_per_contact() { en: "calls per contact", fr: "appels par contact" }
    if_all_cold(calls) { en: "{calls} if all are cold", fr: "{calls} si tous sont froids" }
    if_half_warm(calls) { en: "{calls} if half are warm", fr: "{calls} si la moitié sont chauds" }
    if_eight_in_ten_warm(calls) { en: "{calls} if eight in ten are warm", fr: "{calls} si huit sur dix sont chauds" }
    other_calls(others) { en: "With other calls: {others}.", fr: "Avec d'autres appels : {others}." }
    never_within(limit) { en: "not within {limit}", fr: "pas en {limit}" }

    // A list of contacts.
    contacts_title(contacts) {
        en: "Meetings held from {contacts} [contact, one call|contacts, one call each]",
        fr: "Rendez-vous tenus avec {contacts} [contact, un appel|contacts, un appel chacun]"
    }
    contacts_called_once_more(contacts) {
        en: "Meetings held from {contacts} [contact|contacts, each] called once more",
        fr: "Rendez-vous tenus avec {contacts} [contact rappelé une fois|contacts rappelés une fois chacun]"
    }
    contacts_called_more(contacts, most) {
        en: "Meetings held from {contacts} [contact|contacts, each] called up to {most} [time|times] more",
        fr: "Rendez-vous tenus avec {contacts} [contact rappelé|contacts, rappelés chacun] jusqu'à {most} fois"
    }
    contacts_called_again(contacts, most) {
        en: "Meetings held from {contacts} [contact|contacts, each] called up to {most} [time|times]",
        fr: "Rendez-vous tenus avec {contacts} [contact appelé|contacts, appelés chacun] jusqu'à {most} fois"
    }
    all_contacts() { en: "all contacts", fr: "tous les contacts" }
    best_order(hours, reached, contacts, mean, range, share) {
        en: "{hours} h are enough for {reached} of {contacts} [contact|contacts], if those with the most meetings per expected minute \
             are called first: about {mean} [meeting|meetings], {range} with a probability of {share}.",
        fr: "{hours} h suffisent pour {reached} [contact|contacts] sur {contacts}, si l'on appelle d'abord ceux qui apportent le plus de \
             rendez-vous par minute attendue : environ {mean} rendez-vous, {range} avec une probabilité de {share}."
    }
    minutes_taken(call, introduced, meeting) {
        en: " A call takes {call} [minute|minutes], with an introduction {introduced}, a meeting {meeting}.",
        fr: " Un appel prend {call} [minute|minutes], avec une mise en relation {introduced}, un rendez-vous {meeting}."
    }
    their_lines(lines) { en: " Their lines in the table: {lines}.", fr: " Leurs lignes dans le tableau : {lines}." }
}
