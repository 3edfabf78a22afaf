//! What is said of keys that change nothing, and of what would let them act.

messages! {
    calls_exclude_contacts(one, other) {
        en: "{one} and {other} exclude each other: calls are made to another person each, contacts may be called again",
        fr: "{one} et {other} s'excluent : chaque appel va à une autre personne, un contact peut être rappelé"
    }
    calls_exclude_attempts(one, other) {
        en: "{one} and {other} exclude each other: calls are made to another person each; say how many people as `contacts`",
        fr: "{one} et {other} s'excluent : chaque appel va à une autre personne ; dites combien de personnes par `contacts`"
    }
    strategy_excludes_warm(one, other) {
        en: "{one} and {other} exclude each other: both say how many calls are warm",
        fr: "{one} et {other} s'excluent : les deux disent combien d'appels sont chauds"
    }
    hours_exclude_meetings(one, other) {
        en: "{one} and {other} exclude each other: both say when the campaign stops",
        fr: "{one} et {other} s'excluent : les deux disent quand la campagne s'arrête"
    }
    is_set_twice(one, other) {
        en: "{one} and {other}: the same thing is set twice: leave one of them out",
        fr: "{one} et {other} : la même chose est fixée deux fois : retirez l'un des deux"
    }
    no_effect_beside_variants(keys) {
        en: "{keys}: no effect, since each campaign compared sets it itself: leave it out",
        fr: "{keys} : sans effet, car chaque campagne comparée le fixe elle-même : retirez-le"
    }
    no_effect_beside_probabilities(keys) {
        en: "{keys}: no effect where every contact has a probability of its own: leave it out",
        fr: "{keys} : sans effet si chaque contact a sa propre probabilité : retirez-le"
    }
    no_effect_without_cold(keys) {
        en: "{keys}: no effect where no cold call is made: choose a strategy that has some, such as mixed, or leave it out",
        fr: "{keys} : sans effet sans appels froids : choisissez une stratégie qui en a, comme mixed, ou retirez-le"
    }
    no_effect_without_warm(keys) {
        en: "{keys}: no effect where no warm call is made: choose a strategy that has some, such as mixed, or leave it out",
        fr: "{keys} : sans effet sans appels chauds : choisissez une stratégie qui en a, comme mixed, ou retirez-le"
    }
    no_effect_on_list(keys, kind) {
        en: "{keys}: no effect where no contact has the rates of a {kind} call: leave it out",
        fr: "{keys} : sans effet si aucun contact n'a les taux d'un appel {kind} : retirez-le"
    }
    no_effect_without_incidents(keys) {
        en: "{keys}: no effect without incidents, and incident.rate is 0: add --set incident.rate=0.02",
        fr: "{keys} : sans effet sans incidents, et incident.rate vaut 0 : ajoutez --set incident.rate=0.02"
    }
    no_effect_without_meetings(keys, kind) {
        en: "{keys}: no effect, since no {kind} call sets a meeting: change its rates, or leave it out",
        fr: "{keys} : sans effet, car aucun appel {kind} n'obtient de rendez-vous : changez ses taux, ou retirez-le"
    }
    no_effect_of_many_calls(keys) {
        en: "{keys}: no effect, since the hours are used up before, whatever happens: give more hours, or leave it out",
        fr: "{keys} : sans effet, car les heures sont épuisées avant, quoi qu'il arrive : donnez plus d'heures, ou retirez-le"
    }
    no_effect_of_many_hours(keys) {
        en: "{keys}: no effect, since the calls take less, whatever happens: make more of them, or leave it out",
        fr: "{keys} : sans effet, car les appels en prennent moins, quoi qu'il arrive : passez-en plus, ou retirez-le"
    }
    no_effect_if(keys, setting) {
        en: "{keys}: no effect with {setting}: change that, or leave it out",
        fr: "{keys} : sans effet avec {setting} : changez cela, ou retirez-le"
    }
    no_effect_without_disliked(keys) {
        en: "{keys}: no effect without disliked connectors, and incident.disliked is 0: add --set incident.disliked=0.25",
        fr: "{keys} : sans effet sans connecteurs mal vus, et incident.disliked vaut 0 : ajoutez --set incident.disliked=0.25"
    }
    no_effect_without_response(keys, response) {
        en: "{keys}: no effect while the caller responds in another way: add --set incident.response={response}",
        fr: "{keys} : sans effet tant que la réponse est une autre : ajoutez --set incident.response={response}"
    }
    no_effect_without_snowball(keys, add) {
        en: "{keys}: no effect without the strategy snowball: add {add}",
        fr: "{keys} : sans effet sans la stratégie snowball : ajoutez {add}"
    }
    no_effect_without_connector_count(keys) {
        en: "{keys}: no effect without the number of connectors: add --set connectors.count=5",
        fr: "{keys} : sans effet sans le nombre de connecteurs : ajoutez --set connectors.count=5"
    }
    no_effect_without_correlation(keys) {
        en: "{keys}: no effect while the calls of one connector are independent: add --set connectors.correlation=0.1",
        fr: "{keys} : sans effet tant que les appels d'un même connecteur sont indépendants : ajoutez \
             --set connectors.correlation=0.1"
    }
    no_effect_of_many_connectors(keys) {
        en: "{keys}: no effect, since no connector has two recommended calls: lower connectors.count, or make more of them",
        fr: "{keys} : sans effet, car aucun connecteur n'a deux appels chauds : baissez connectors.count, ou appelez plus"
    }
    no_effect_on_pool(keys) {
        en: "{keys}: no effect on a pool of referrals, which has no connectors: its range does not count that names from one of them fail \
             together",
        fr: "{keys} : sans effet sur une réserve de recommandations, qui ne connaît pas de connecteurs : sa plage ne tient pas compte de \
             ce que les noms d'un seul échouent ensemble"
    }
    no_effect_without_second_attempt_on_list(keys) {
        en: "{keys}: no effect before the second attempt at a contact: add --max-attempts 3, or --attempts-column if some were made",
        fr: "{keys} : sans effet avant le deuxième appel à un contact : ajoutez --max-attempts 3, ou --attempts-column s'il y en a eu"
    }
    no_effect_without_second_attempt(keys) {
        en: "{keys}: no effect before the second attempt at a contact: add --contacts 100 --max-attempts 3",
        fr: "{keys} : sans effet avant le deuxième appel à un contact : ajoutez --contacts 100 --max-attempts 3"
    }
    no_effect_without_contacts(keys) {
        en: "{keys}: no effect on single calls: add --contacts 100 --max-attempts 3",
        fr: "{keys} : sans effet sur des appels isolés : ajoutez --contacts 100 --max-attempts 3"
    }
    no_effect_without_hours(keys, add) {
        en: "{keys}: no effect where no hours are counted: add {add}",
        fr: "{keys} : sans effet là où aucune heure n'est comptée : ajoutez {add}"
    }
    no_effect_when_sought(keys) {
        en: "{keys}: no effect, since --solve referrals looks for it: leave it out",
        fr: "{keys} : sans effet, car --solve referrals le cherche : retirez-le"
    }
    no_effect_beside_names(keys) {
        en: "{keys}: no effect, since each strategy compared has its own: leave it out, or name the file among the strategies",
        fr: "{keys} : sans effet, car chaque stratégie comparée a le sien : retirez-le, ou nommez le fichier parmi les stratégies"
    }
    leave_it_out() { en: ": leave it out", fr: " : retirez-le" }
    or_leave_it_out() { en: ", or leave it out", fr: ", ou retirez-le" }
    no_effect_on(keys, verb) {
        en: "{keys}: no effect on the answer of {verb}: leave it out",
        fr: "{keys} : sans effet sur la réponse de {verb} : retirez-le"
    }
}
