//! What is said of the rates of a log, by `calibrate`.

messages! {
    calibrate_title(calls) {
        en: "Rates learned from {calls} logged [call|calls]",
        fr: "Taux tirés de {calls} [appel noté|appels notés]"
    }
    prior_of_preset(preset, trials) {
        en: "the preset {preset}, worth {trials} [trial|trials] of each rate",
        fr: "le jeu de taux {preset}, qui vaut {trials} [essai|essais] de chaque taux"
    }
    jeffreys() { en: "Beta(1/2, 1/2) for each rate (Jeffreys)", fr: "Beta(1/2, 1/2) pour chaque taux (Jeffreys)" }
    prior(prior) { en: "Prior: {prior}.", fr: "A priori : {prior}." }
    open_cases(cases) {
        en: "Open cases: {cases} (reached, and no trials of a meeting yet).",
        fr: "Cas ouverts : {cases} (joints, et pas encore des essais d'un rendez-vous)."
    }
    trials() { en: "trials", fr: "essais" }
    successes() { en: "successes", fr: "succès" }
    rate_now() { en: "now", fr: "à présent" }
    range_of_90() { en: "90 % range", fr: "plage à 90 %" }
    half_life() { en: "half-life", fr: "demi-vie" }
    now_explained() {
        en: "Half-life: after this many trials, older ones count half. –: no drift is seen, or there are too few trials to see one.",
        fr: "Demi-vie : après ce nombre d'essais, les plus anciens comptent pour moitié. – : aucune dérive visible, ou trop peu \
             d'essais pour en voir une."
    }
    yours_now() { en: "yours now", fr: "le vôtre" }
    documented() { en: "documented", fr: "documenté" }
    published() { en: "published", fr: "publié" }
    yours_is() { en: "yours is", fr: "le vôtre est" }
    lower() { en: "lower", fr: "plus bas" }
    no_different() { en: "not clearly different", fr: "sans écart net" }
    higher() { en: "higher", fr: "plus haut" }
    per_contact(rate) { en: "{rate}, per contact", fr: "{rate}, par contact" }
    attempts_of(kind) { en: "Attempts, {kind}", fr: "Appels émis, {kind}s" }
    attempt() { en: "attempt", fr: "appel" }
    at_risk() { en: "still open", fr: "encore ouverts" }
    contacts_reached() { en: "reached", fr: "joints" }
    contacts_agreed() { en: "agreed", fr: "d'accord" }
    fitted() { en: "fitted", fr: "ajusté" }
    reached_at_all(first, of_first, ever, of_ever) {
        en: "A first attempt reaches {first} of the contacts ({of_first}). Of a hundred people about {ever} can be reached by phone \
             at all ({of_ever}).",
        fr: "Un premier appel joint {first} des contacts ({of_first}). De cent personnes, {ever} environ peuvent être jointes \
             par téléphone ({of_ever})."
    }
    reached_first(first, of_first) {
        en: "A first attempt reaches {first} of the contacts ({of_first}). The log does not show how many can be reached at all: nobody was \
             reached, or nobody called again.",
        fr: "Un premier appel joint {first} des contacts ({of_first}). Le journal ne montre pas combien peuvent être joints : personne \
             n'a été joint, ou rappelé."
    }
    agreed_first(first, of_first) {
        en: "A first attempt brings a meeting from {first} of the contacts ({of_first}).",
        fr: "Un premier appel apporte un rendez-vous avec {first} des contacts ({of_first})."
    }
    reached_per(contact, attempt) {
        en: "Reached: {contact} of the contacts, {attempt} of the attempts. The log's shares are per contact, never per call.",
        fr: "Joints : {contact} des contacts, {attempt} des appels. Les parts du journal sont par contact, jamais par appel."
    }
    agreed_per(contact, attempt) {
        en: "Agreed: {contact} of the contacts, {attempt} of the attempts. The log's shares are per contact, never per call.",
        fr: "D'accord : {contact} des contacts, {attempt} des appels. Les parts du journal sont par contact, jamais par appel."
    }
    more_attempts(attempts) {
        en: "Some contacts took up to {attempts} [attempt|attempts]; the JSON has them all.",
        fr: "Certains contacts ont pris jusqu'à {attempts} [appel|appels] ; le JSON les a tous."
    }
    later_are_selected() {
        en: "Later attempts are selected: callbacks were agreed, and giving up is not left to chance.",
        fr: "Les appels tardifs sont choisis : des rappels étaient convenus, et l'abandon n'est pas un hasard."
    }
    who_agreed_alone() {
        en: "The log says who agreed, and not who was reached: refusals end calls too, so this is not a share of people who can be reached, \
             and no scenario has it.",
        fr: "Le journal dit qui a accepté, et non qui a été joint : les refus aussi mettent fin aux appels ; ce n'est donc pas une part \
             de personnes joignables, et aucun scénario ne la contient."
    }
    mixes_periods() {
        en: "First attempts of the two halves of the log differ by more than three standard errors: the fall from attempt to attempt \
             mixes periods.",
        fr: "Les premiers appels des deux moitiés du journal diffèrent de plus de trois erreurs types : la baisse d'un appel \
             à l'autre mélange des périodes."
    }
    few_trials(rate, trials, per, enough) {
        en: "{rate}: few trials, {trials} (one per {per}); about {enough} would give the rate to within a third of it, or two points.",
        fr: "{rate} : peu d'essais, {trials} (un par {per}) ; environ {enough} donneraient le taux à un tiers près, ou à deux points."
    }
    below_everything(rate, own, published) {
        en: "{rate}: {own} is below everything published ({published}). Check that your log uses these words in the same sense.",
        fr: "{rate} : {own} est au-dessous de tout ce qui est publié ({published}). Vérifiez que votre journal emploie ces mots dans le même sens."
    }
    above_everything(rate, own, published) {
        en: "{rate}: {own} is above everything published ({published}). Check that your log uses these words in the same sense.",
        fr: "{rate} : {own} est au-dessus de tout ce qui est publié ({published}). Vérifiez que votre journal emploie ces mots dans le même sens."
    }
    tells_no_meetings() {
        en: "The log does not distinguish meetings from refusals: no rate of meetings can be learned.",
        fr: "Le journal ne distingue pas les rendez-vous des refus : aucun taux de rendez-vous ne s'en déduit."
    }
    names_per_meeting(mean, low, high, meetings) {
        en: "{mean} [name|names] per meeting held ({low} to {high} with a probability of 90 %), from {meetings} [meeting|meetings].",
        fr: "{mean} [nom|noms] par rendez-vous tenu ({low} à {high} avec une probabilité de 90 %), de {meetings} rendez-vous."
    }
    names_are_lumpy(dispersion, low, high) {
        en: "They vary more than Poisson numbers: most meetings bring few, some bring many. Dispersion {dispersion} ({low} to {high} with a \
             probability of 90 %).",
        fr: "Ils varient plus que des nombres de Poisson : la plupart des rendez-vous en apportent peu, quelques-uns beaucoup. Dispersion \
             {dispersion} ({low} à {high} avec une probabilité de 90 %)."
    }
    connectors_alike(mean, range, connectors) {
        en: "Calls by one connector go alike: a correlation of {mean} ({range} with a probability of 90 %), from {connectors} connectors.",
        fr: "Les appels d'un même connecteur vont ensemble : une corrélation de {mean} ({range} avec une probabilité de 90 %), de \
             {connectors} connecteurs."
    }
    too_few_connectors() {
        en: "The log does not show how far calls by one connector go alike: that takes five connectors with two conversations each. With a \
             correlation of 0.05, 0.1 or 0.2 the meetings of 20 such calls would vary 1.4, 1.7 or 2.2 times as much.",
        fr: "Le journal ne dit pas si les appels d'un même connecteur vont ensemble : il y faut cinq connecteurs de deux conversations \
             chacun. À une corrélation de 0,05, 0,1 ou 0,2, les rendez-vous de 20 de ces appels varieraient 1,4, 1,7 ou 2,2 fois plus."
    }
    callers_alike(calls, mean, range, callers) {
        en: "Callers, {calls}: a correlation of {mean} ({range} with a probability of 90 %), from {callers} callers.",
        fr: "Appelants, {calls} : une corrélation de {mean} ({range} avec une probabilité de 90 %), de {callers} appelants."
    }
    pooled() { en: "pooled", fr: "mis en commun" }
    pooled_explained() {
        en: "Pooled: that share, drawn towards the share of all as far as calls of one go alike; the range holds it with a probability \
             of 90 %.",
        fr: "Mis en commun : cette part rapprochée de celle de tous, autant que les appels d'un seul vont ensemble ; la plage la \
             contient avec une probabilité de 90 %."
    }
    the_rest_as_in(preset) {
        en: "What the log does not show is taken from the preset {preset}.",
        fr: "Ce que le journal ne montre pas vient du jeu de taux {preset}."
    }
    caller() { en: "caller", fr: "appelant" }
    connector() { en: "connector", fr: "connecteur" }
    calls_of_kind(kind) { en: "{kind} calls", fr: "appels {kind}s" }
    reached() { en: "reached", fr: "joints" }
    share_explained() {
        en: "Share: of the conversations, as they came.",
        fr: "Part : des prises de contact, comme elles sont venues."
    }
    more_in_json(rows) { en: "{rows} more [is|are] in the JSON.", fr: "{rows} de plus [est|sont] dans le JSON." }
}
