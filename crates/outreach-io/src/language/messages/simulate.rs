//! What `simulate` says, `merge` and `trace` too.

messages! {
    one_in_fifty() { en: "● one chance in 50", fr: "● une chance sur 50" }
    each_dot(of) { en: "{of} (each dot: one chance in 50)", fr: "{of} (chaque point : une chance sur 50)" }
    week_by_week() { en: "Week by week", fr: "Semaine par semaine" }
    week() { en: "week", fr: "semaine" }
    at_most_calls(calls) { en: ", at most {calls} [call|calls]", fr: ", {calls} [appel|appels] au plus" }
    in_hours(hours, cap) { en: "{hours} [hour|hours]{cap}", fr: "{hours} [heure|heures]{cap}" }
    in_calls_until(meetings, cap) {
        en: "the calls until {meetings} [is|are] held{cap}",
        fr: "les appels jusqu'à ce que {meetings} [soit tenu|soient tenus]{cap}"
    }
    to_start_with(referrals) {
        en: ", {referrals} [referral|referrals] to start with",
        fr: ", {referrals} [recommandation|recommandations] au départ"
    }
    warm_and_cold(warm, cold) { en: ", {warm} warm and {cold} cold", fr: ", {warm} [chaud|chauds] et {cold} [froid|froids]" }
    campaign_title(when, supply, strategy) {
        en: "Meetings held in {when}{supply} (strategy {strategy})",
        fr: "Rendez-vous tenus en {when}{supply} (stratégie {strategy})"
    }
    so_many_contacts(contacts, attempts) {
        en: "{contacts} [contact|contacts], each called up to {attempts} [time|times]",
        fr: "{contacts} [contact, appelé|contacts, appelés chacun] jusqu'à {attempts} fois"
    }
    so_many_open_contacts(contacts, attempts) {
        en: "{contacts} [contact who is|contacts who are] still open, each called up to {attempts} [time|times] more",
        fr: "{contacts} [contact encore ouvert, appelé|contacts encore ouverts, appelés chacun] jusqu'à {attempts} fois de plus"
    }
    so_many_open_contacts_once(contacts) {
        en: "{contacts} [contact who is|contacts who are] still open, each called once more",
        fr: "{contacts} [contact encore ouvert, appelé|contacts encore ouverts, appelés chacun] une fois de plus"
    }
    contacts_within(hours, contacts) {
        en: "{hours} [hour|hours], of {contacts}",
        fr: "{hours} [heure|heures], parmi {contacts}"
    }
    contacts_until(meetings, contacts) {
        en: "the calls until {meetings} [is|are] held, of {contacts}",
        fr: "les appels jusqu'à ce que {meetings} [soit tenu|soient tenus], parmi {contacts}"
    }
    rounds_title() { en: "Rounds of calls", fr: "Tours d'appels" }
    round() { en: "round", fr: "tour" }
    per_100_attempts() { en: "per 100 attempts", fr: "pour 100 appels" }
    pays_from() { en: "pays from (minutes)", fr: "rentable dès (minutes)" }
    attempts_made(mean, sd) {
        en: "Attempts in all: {mean} on average, standard deviation {sd}.",
        fr: "Appels en tout : {mean} en moyenne, écart-type {sd}."
    }
    later_attempt(attempt, meetings, first, minutes) {
        en: "{attempt} brings {meetings} [meeting|meetings] per 100 calls, a first one {first}. It pays if finding a new contact takes more \
             than {minutes} [minute|minutes].",
        fr: "{attempt} apporte {meetings} rendez-vous pour 100 appels, un premier {first}. Il est rentable si trouver un \
             nouveau contact prend plus de {minutes} [minute|minutes]."
    }
    connectors_drawn_anew() {
        en: "what the campaign has brought so far is not known per connector: the rest starts with every connector unknown",
        fr: "ce que la campagne a apporté jusqu'ici n'est pas connu par connecteur : pour la suite, tous sont pris comme inconnus"
    }
    attempts_fill_hours(attempts, hours) {
        en: "In {hours} there is time for {attempts} [call|calls] to each of these contacts: with fewer, time is left; more are rarely made.",
        fr: "En {hours}, il y a le temps de {attempts} [appel|appels] par contact : avec moins, il reste du temps ; plus se font rarement."
    }
    contacts_leave_hours(hours) {
        en: "Calling these contacts takes less than {hours}, however often they are called: look for new ones.",
        fr: "Appeler ces contacts prend moins de {hours}, aussi souvent qu'on les appelle : cherchez-en de nouveaux."
    }
    as_good_as_the_first(attempt, meetings) {
        en: "{attempt} brings {meetings} [meeting|meetings] per 100 calls, the same as a first one: it pays whenever finding a new contact takes \
             time.",
        fr: "{attempt} apporte {meetings} rendez-vous pour 100 appels, autant qu'un premier : il est rentable dès que trouver un \
             nouveau contact prend du temps."
    }
    reaches_nobody(attempt) {
        en: "{attempt} reaches nobody: whoever can be reached has been.",
        fr: "{attempt} ne joint personne : qui peut être joint l'a été."
    }
    nobody_left(round) { en: "Nobody is left for round {round}.", fr: "Il ne reste personne pour le tour {round}." }
    of_contact(contact, attempt) { en: "contact {contact}, attempt {attempt}", fr: "contact {contact}, appel {attempt}" }
    agreement(sigmas) {
        en: "The simulated mean is {sigmas} standard errors off the exact one.",
        fr: "La moyenne simulée est à {sigmas} [erreur type|erreurs types] de la moyenne exacte."
    }
    simulated_only(reason) {
        en: "Simulated only: {reason}.",
        fr: "Simulé seulement : {reason}."
    }
    variances(luck, ignorance) {
        en: " (variances {luck} and {ignorance}, simulated)",
        fr: " (variances {luck} et {ignorance}, simulées)"
    }
    set_to_possible(share, what) { en: " In {share} of the trials {what}.", fr: " Dans {share} des tirages, {what}." }
    no_solution() {
        en: "the warm probability had no solution, and the nearest probability was taken",
        fr: "la probabilité des appels chauds n'avait pas de solution, et la plus proche a été prise"
    }
    reach_above_share() {
        en: "a reach was drawn above the share of contacts that can be reached at all, and that share was taken",
        fr: "la part jointe au premier appel a été tirée au-dessus de la part joignable, et celle-ci a été prise"
    }
    no_solution_or_reach() {
        en: "the warm probability had no solution, or a reach was drawn above the share of contacts that can be reached at all, and the \
             nearest possible value was taken",
        fr: "la probabilité des appels chauds n'avait pas de solution, ou la part jointe au premier appel a été tirée au-dessus de la \
             part joignable, et la valeur possible la plus proche a été prise"
    }
    trials_say_little(trials, points) {
        en: "{trials} [trial says|trials say] little: chances seen in them may be off by {points} [point|points].",
        fr: "{trials} [tirage dit|tirages disent] peu de chose : les chances qui en viennent peuvent s'écarter de {points} \
             [point|points]."
    }
    doubt(luck, ignorance, share, errors, set) {
        en: "Luck alone gives the yield a standard deviation of {luck} [meeting|meetings], not knowing the rates {ignorance}: that is {share} % of the \
             variance{errors}. Per call, more calls shrink the first; only more data shrinks the second.{set}",
        fr: "Le hasard seul donne au rendement un écart-type de {luck} rendez-vous, la méconnaissance des taux de {ignorance}, soit \
             {share} % de la variance{errors}. Rapporté à l'appel, plus d'appels réduisent le premier ; seules plus de données \
             réduisent la seconde.{set}"
    }
    within(calls) { en: "within {calls}", fr: "en {calls} au plus" }
    work(duration) { en: "About {duration} of work.", fr: "Environ {duration} de travail." }
    split_by_kind(warm, cold, duration) {
        en: "{warm} from warm calls, {cold} from cold ones; about {duration} of work.",
        fr: "{warm} par appels chauds, {cold} par appels froids ; environ {duration} de travail."
    }
    calls_of_two_kinds(warm, cold) {
        en: "{warm} warm [call|calls] and {cold} cold [one|ones]",
        fr: "{warm} [appel chaud|appels chauds] et {cold} [froid|froids]"
    }
    calls_and_work(calls, duration) {
        en: "About {calls}; about {duration} of work.",
        fr: "Environ {calls} ; environ {duration} de travail."
    }
    time_for_none() { en: "No time for a call.", fr: "Pas le temps de passer un appel." }
    time_for(calls) { en: "Time for about {calls}.", fr: "Le temps de passer environ {calls}." }
    one_more_introduction(meetings) {
        en: "One more introduction instead of a cold call: {meetings} [meeting|meetings].",
        fr: "Une recommandation de plus au lieu d'un appel froid : {meetings} rendez-vous."
    }
    one_more_referral(meetings) {
        en: "One more referral to start with: {meetings} [meeting|meetings].",
        fr: "Une recommandation de plus au départ : {meetings} rendez-vous."
    }
    one_more_warm_contact(meetings) {
        en: "One more introduction instead of a cold contact: {meetings} [meeting|meetings].",
        fr: "Une recommandation de plus au lieu d'un contact froid : {meetings} rendez-vous."
    }
    chance_of(what, chance) { en: "Chance of {what}: {chance}.", fr: "Chances d'avoir {what} : {chance}." }
    per_campaign() { en: "per campaign", fr: "par campagne" }
    attempts_title() { en: "Attempts", fr: "Appels émis" }
    referrals_title() { en: "Referrals", fr: "Recommandations" }
    attempts_cold() { en: "attempts, cold", fr: "appels émis, froids" }
    attempts_warm() { en: "attempts, warm", fr: "appels émis, chauds" }
    conversations() { en: "conversations", fr: "prises de contact" }
    conversations_cold() { en: "conversations, cold", fr: "prises de contact, appels froids" }
    conversations_warm() { en: "conversations, warm", fr: "prises de contact, appels chauds" }
    meetings_set_cold() { en: "meetings set, cold", fr: "rendez-vous pris, appels froids" }
    meetings_set_warm() { en: "meetings set, warm", fr: "rendez-vous pris, appels chauds" }
    incidents() { en: "incidents", fr: "incidents" }
    incidents_unknown() { en: "incidents, unknown", fr: "incidents, connecteur inconnu" }
    incidents_recovered() { en: "incidents, recovered", fr: "incidents, rattrapés" }
    incidents_unrecovered() { en: "incidents, unrecovered", fr: "incidents, non rattrapés" }
    incidents_disliked() { en: "incidents, disliked", fr: "incidents, connecteur mal vu" }

    // What a campaign has brought so far.
    so_far(attempts, meetings, at_most, at_least, verdict) {
        en: "So far {attempts} [attempt|attempts] brought {meetings} [meeting|meetings]. Under the plan, the chance of {meetings} or fewer was {at_most}, \
             of {meetings} or more {at_least}. {verdict} What follows is the rest.",
        fr: "Jusqu'ici, {attempts} [appel a|appels ont] apporté {meetings} rendez-vous. Selon le plan, la probabilité d'en avoir {meetings} ou \
             moins était de {at_most}, {meetings} ou plus de {at_least}. {verdict} Ce qui suit est le reste."
    }
    so_far_in_short(attempts, meetings, tail, chance, verdict) {
        en: "So far {attempts} [attempt|attempts] brought {meetings} [meeting|meetings]; {tail} had a {chance} chance: {verdict}",
        fr: "Jusqu'ici, {attempts} [appel a|appels ont] apporté {meetings} rendez-vous ; la probabilité d'en avoir {tail} était de {chance} : {verdict}"
    }
    or_fewer(count) { en: "{count} or fewer", fr: "{count} ou moins" }
    or_more(count) { en: "{count} or more", fr: "{count} ou plus" }
    as_planned() { en: "as planned.", fr: "comme prévu." }
    watch_your_rates() { en: "surprising; watch your rates.", fr: "surprenant ; surveillez vos taux." }
    look_again_at_your_rates() {
        en: "a great surprise; look again at your rates.",
        fr: "une grande surprise ; revoyez vos taux."
    }
    great_surprise() {
        en: "That is a great surprise: look again at the rates you planned with.",
        fr: "C'est une grande surprise : revoyez les taux de votre plan."
    }
    some_surprise() {
        en: "That is surprising: watch the rates you planned with.",
        fr: "C'est surprenant : surveillez les taux de votre plan."
    }
    no_surprise() { en: "That is no surprise.", fr: "Ce n'est pas une surprise." }

    // One campaign, call by call.
    unknown_recovered() {
        en: "\"Who? I don't know this person.\" Explaining helps: ",
        fr: "« Qui ? Je ne connais pas cette personne. » Expliquer aide : "
    }
    unknown_unrecovered() {
        en: "\"Who? I don't know this person.\" Explaining doesn't help: ",
        fr: "« Qui ? Je ne connais pas cette personne. » Expliquer n'aide pas : "
    }
    disliked_answered(response) {
        en: "\"You call on behalf of that one!\" Response {response}: ",
        fr: "« Vous appelez de la part de celui-là ! » Réponse {response} : "
    }
    not_reached() { en: "not reached", fr: "pas joint" }
    no_meeting() { en: "no meeting", fr: "pas de rendez-vous" }
    set_and_not_held() { en: "meeting set, not held", fr: "rendez-vous pris, non tenu" }
    meeting_held() { en: "meeting held", fr: "rendez-vous tenu" }
    connectors_correlate(count, correlation) {
        en: "{count} [connector gives|connectors give] the introductions; the calls of one go alike (correlation {correlation}).",
        fr: "{count} [connecteur donne|connecteurs donnent] les recommandations ; les appels d'un même connecteur se ressemblent \
             (corrélation {correlation})."
    }
    connectors_widen(count, correlation, range) {
        en: "{count} [connector gives|connectors give] the introductions; the calls of one go alike (correlation {correlation}). With a \
             connector for each call the range would be {range}.",
        fr: "{count} [connecteur donne|connecteurs donnent] les recommandations ; les appels d'un même connecteur se ressemblent \
             (corrélation {correlation}). Avec un connecteur par appel, la fourchette serait {range}."
    }
    of_connector(connector) { en: ", connector {connector}", fr: ", connecteur {connector}" }
    of_generation(generation) { en: ", generation {generation}", fr: ", génération {generation}" }
    trace_title(strategy) {
        en: "One campaign, call by call (strategy {strategy})",
        fr: "Une campagne, appel par appel (stratégie {strategy})"
    }
    held_of_calls(held, calls) {
        en: "Meetings held: {held} of {calls} [call|calls].",
        fr: "Rendez-vous tenus : {held} sur {calls} [appel|appels]."
    }
    one_campaign_of_many(share, range) {
        en: "One campaign of many; meetings held in {share} of them: {range}.",
        fr: "Une campagne parmi d'autres ; rendez-vous tenus dans {share} d'entre elles : {range}."
    }
    first_trial(seed, version) {
        en: "Seed {seed}, the first trial, outreach {version}.",
        fr: "Valeur de départ {seed}, le premier tirage, outreach {version}."
    }
}
