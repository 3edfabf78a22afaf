//! What is said of the rows of logs and lists, by `calibrate` and `backtest`.

messages! {
    rows_rejected(rejected, read, reasons) {
        en: "{rejected} of {read} [row is|rows are] rejected: {reasons}",
        fr: "{rejected} [ligne rejetée|lignes rejetées] sur {read} : {reasons}"
    }
    most_rejected() {
        en: "That is more than half: name the right columns and words, or answer from the rest with --allow-rejected",
        fr: "C'est plus de la moitié : nommez les bonnes colonnes et les bons mots, ou répondez avec le reste par --allow-rejected"
    }
    line_and_reason(line, reason) { en: "line {line}, {reason}", fr: "ligne {line}, {reason}" }
    place_and_reason(line, column, reason) {
        en: "line {line}, column `{column}`: {reason}",
        fr: "ligne {line}, colonne `{column}` : {reason}"
    }
    cold_and_warm_calls(calls) { en: "{calls} [cold or warm call|cold and warm calls]", fr: "{calls} [appel froid ou chaud|appels froids et chauds]" }
    of_other_kinds(rows, values) { en: "{rows} of other kinds: {values}", fr: "{rows} d'autres sortes : {values}" }
    rejected(rows) { en: "{rows} rejected", fr: "{rows} [rejetée|rejetées]" }
    rows_read(rows, parts, columns) {
        en: "{rows} [row|rows]: {parts}. Columns: {columns}.",
        fr: "{rows} [ligne|lignes] : {parts}. Colonnes : {columns}."
    }
    role_in(role, columns) { en: "{role} in {columns}", fr: "{role} dans {columns}" }
    outcomes_not_known(values) {
        en: "outcomes that are not known: {values}; --meeting-value, --no-meeting-value, --not-reached-value and --open-value say \
             what they mean",
        fr: "issues qui ne sont pas connues : {values} ; --meeting-value, --no-meeting-value, --not-reached-value et --open-value \
             disent ce qu'elles signifient"
    }
    read_as_latin1(line) {
        en: "line {line} is not UTF-8: it is read as Latin-1",
        fr: "la ligne {line} n'est pas en UTF-8 : elle est lue comme du Latin-1"
    }
    titles_left_out(lines) {
        en: "lines above the header are left out as titles: {lines}",
        fr: "lignes au-dessus de l'en-tête, laissées de côté comme titres : {lines}"
    }
    outcomes_by_words(column) {
        en: "`{column}` is taken as the outcome of the calls, by its words (--outcome-column names another one)",
        fr: "`{column}` est prise comme l'issue des appels, d'après ses mots (--outcome-column en nomme une autre)"
    }
    unit_assumed(column, unit) {
        en: "the numbers of `{column}` are taken as {unit}",
        fr: "les nombres de `{column}` sont pris comme {unit}"
    }
    day_first() {
        en: "the day stands before the month in the dates: all of them can be read so (--date-format)",
        fr: "le jour précède le mois dans les dates : toutes se lisent ainsi (--date-format)"
    }
    month_first() {
        en: "the month stands before the day in the dates: all of them can be read so (--date-format)",
        fr: "le mois précède le jour dans les dates : toutes se lisent ainsi (--date-format)"
    }
    newest_first() {
        en: "the log has its newest rows first: it is read from its end",
        fr: "le journal commence par ses lignes les plus récentes : il est lu depuis la fin"
    }
    sorted_by_time() {
        en: "the rows are not in the order of time: they are sorted by it",
        fr: "les lignes ne sont pas dans l'ordre du temps : elles sont triées"
    }
    time_known() {
        en: "--newest-first changes nothing: a column has the time of the calls",
        fr: "--newest-first ne change rien : une colonne donne le temps des appels"
    }
    percent_assumed(column) {
        en: "the numbers of `{column}` are read as per cent: 1 is 1 %",
        fr: "les nombres de `{column}` sont lus comme des pour cent : 1 est 1 %"
    }
    boxes_assumed(column) {
        en: "an empty cell of `{column}` is taken as a no: the others all say the same",
        fr: "une cellule vide de `{column}` est prise comme un non : les autres disent toutes la même chose"
    }
    successes_taken_as_meetings(column, words) {
        en: "words of `{column}` that may tell of another success are counted as meetings set: {words} (--no-meeting-value and \
             --open-value say otherwise)",
        fr: "des mots de `{column}` qui peuvent dire un autre succès comptent comme des rendez-vous pris : {words} \
             (--no-meeting-value et --open-value disent le contraire)"
    }
    certain_contacts(contacts) {
        en: "{contacts} [contact has a probability of 1 and counts as a sure meeting|contacts have a probability of 1 and count as sure meetings]: settled ones leave the list",
        fr: "{contacts} [contact a une probabilité de 1 et compte comme un rendez-vous sûr|contacts ont une probabilité de 1 et comptent comme des rendez-vous sûrs] : ceux déjà obtenus sortent de la liste"
    }
    like_a_total(line) {
        en: "line {line} has the sum of the probabilities above it, and is counted as a contact: is it a total?",
        fr: "la ligne {line} a la somme des probabilités au-dessus d'elle et compte comme un contact : est-ce un total ?"
    }
    certainties(column) {
        en: "`{column}` holds nothing but 0 and 1: are these probabilities, and not what has happened already?",
        fr: "`{column}` ne contient que 0 et 1 : est-ce bien des probabilités, et non ce qui est déjà arrivé ?"
    }
    no_outcome(rows) {
        en: "{rows} [row has no outcome and is|rows have no outcome and are] not used: nothing says whether anybody answered (--reached-column)",
        fr: "{rows} [ligne ne donne pas d'issue et ne sert|lignes ne donnent pas d'issue et ne servent] pas : rien ne dit si quelqu'un a répondu (--reached-column)"
    }
    counted_once(rows) {
        en: "{rows} [row is the same call again and is|rows are the same calls again and are] not used: each call is counted once",
        fr: "{rows} [ligne répète un appel et ne sert|lignes répètent un appel et ne servent] pas : chaque appel est compté une fois"
    }
    totals_left_out(rows) {
        en: "rows that are totals or footers, and are not used: {rows}",
        fr: "lignes de total ou de pied de page, qui ne servent pas : {rows}"
    }
    rows_twice(rows) {
        en: "about {rows} [row stands there twice, word for word, and is|rows stand there twice, word for word, and are] counted twice (--call-id-column identifies calls)",
        fr: "environ {rows} [ligne se trouve deux fois, mot pour mot, et compte|lignes se trouvent deux fois, mot pour mot, et comptent] deux fois (--call-id-column distingue les appels)"
    }
    contacts_twice(rows) {
        en: "about {rows} [row stands there twice, word for word, and is|rows stand there twice, word for word, and are] counted twice: is it the same list again?",
        fr: "environ {rows} [ligne se trouve deux fois, mot pour mot, et compte|lignes se trouvent deux fois, mot pour mot, et comptent] deux fois : est-ce la même liste une seconde fois ?"
    }
    ids_again(rows, column) {
        en: "about {rows} [row repeats an id of `{column}` with other words, and is|rows repeat an id of `{column}` with other words, and are] counted: --call-id-column `{column}` counts each call once",
        fr: "environ {rows} [ligne répète|lignes répètent] un identifiant de `{column}` avec d'autres mots, ce qui compte : --call-id-column `{column}` \
             compte chaque appel une fois"
    }
    numbers_rounded(rows, column, example) {
        en: "{rows} [number of `{column}` was rounded by a spreadsheet, `{example}`: it identifies|numbers of `{column}` were rounded by a spreadsheet, such as `{example}`: they identify] nobody (format the column as \
             text and export it again)",
        fr: "{rows} [numéro de `{column}` a été arrondi par un tableur, `{example}` : il ne distingue|numéros de `{column}` ont été arrondis par un tableur, comme `{example}` : ils ne distinguent] personne (mettez la \
             colonne au format texte et exportez-la de nouveau)"
    }
    unknown_direction(column, words) {
        en: "`{column}` is not understood ({words}): calls that came in are counted too; --kind-column and --cold-value can name those \
             that count",
        fr: "`{column}` n'est pas comprise ({words}) : les appels entrants comptent aussi ; --kind-column et --cold-value peuvent nommer \
             ceux qui comptent"
    }
    taken_as_outgoing(column, words) {
        en: "words of `{column}` that are not known are taken as outgoing calls: {words}",
        fr: "mots de `{column}` qui ne sont pas connus, pris comme des appels sortants : {words}"
    }
    channels_taken_as_cold(column, words) {
        en: "words of `{column}` say where contacts come from, and not whether somebody recommended the caller; taken as cold: {words} \
             (--cold-value and --warm-value name the words that count)",
        fr: "des mots de `{column}` disent d'où viennent les contacts, et non si quelqu'un a recommandé l'appelant ; pris comme à froid : \
             {words} (--cold-value et --warm-value nomment les mots qui comptent)"
    }
    rows_of_several(column) {
        en: "`{column}` has numbers of calls, and each row is counted as one: a log has a row for each call (--attempts-column, if the \
             rows are contacts)",
        fr: "`{column}` contient des nombres d'appels, et chaque ligne compte pour un : un journal a une ligne par appel \
             (--attempts-column, si les lignes sont des contacts)"
    }
    calls_made(column) {
        en: "`{column}` says how calls ended: those already made are counted as people to be called",
        fr: "`{column}` dit comment des appels ont fini : ceux déjà passés comptent comme des personnes à appeler"
    }
    words_of_anything(column, words) {
        en: "are the rows calls? The words of `{column}` ({words}) may be about anything, and nothing else suggests calls: \
             --outcome-column names the column that says how they ended",
        fr: "les lignes sont-elles des appels ? Les mots de `{column}` ({words}) peuvent parler de tout, et rien d'autre ne parle \
             d'appels : --outcome-column nomme la colonne qui dit comment ils ont fini"
    }
    outcomes_unused(columns) {
        en: "how calls ended seems to stand in {columns} too, which is not used (--outcome-column)",
        fr: "la fin des appels semble se trouver aussi dans {columns}, qui ne sert pas (--outcome-column)"
    }
    said_by_no_row(words) {
        en: "no row says what was named: {words}",
        fr: "aucune ligne ne dit ce qui a été nommé : {words}"
    }
    without_a_date(rows, example) {
        en: "{rows} [row has a date that cannot be read, `{example}`: it keeps its|rows have a date that cannot be read, such as `{example}`: they keep their] place",
        fr: "{rows} [ligne a une date qui ne peut être lue, `{example}` : elle garde sa|lignes ont une date qui ne peut être lue, comme `{example}` : elles gardent leur] place"
    }
    dates_unreadable(column, example) {
        en: "the dates of `{column}` cannot be read, such as `{example}`: they are not used, and the rows are taken as oldest first \
             (--newest-first)",
        fr: "les dates de `{column}` ne peuvent être lues, comme `{example}` : elles ne servent pas, et les lignes sont prises de la plus \
             ancienne à la plus récente (--newest-first)"
    }
    dates_ambiguous(column, example) {
        en: "the dates of `{column}`, such as `{example}`, can be read in two ways, and are not used: --date-format dmy or mdy decides",
        fr: "les dates de `{column}`, comme `{example}`, se lisent de deux façons et ne servent pas : --date-format dmy ou mdy tranche"
    }
    no_time() {
        en: "no column has the time of the calls (--date-column): the rows are taken as oldest first (--newest-first)",
        fr: "aucune colonne ne donne le temps des appels (--date-column) : les lignes sont prises de la plus ancienne à la plus récente \
             (--newest-first)"
    }
    no_contacts() {
        en: "no column identifies the contacts (--contact-column): calls to be continued stay open",
        fr: "aucune colonne ne distingue les contacts (--contact-column) : les appels à poursuivre restent ouverts"
    }
    not_used(columns) { en: "; not used: {columns}", fr: " ; non utilisées : {columns}" }
    ending_not_reached() { en: "not reached", fr: "non joint" }
    ending_open() { en: "open", fr: "à poursuivre" }
    ending_answered() { en: "answered", fr: "répondu" }
    ending_refused() { en: "refused", fr: "refusé" }
    ending_set() { en: "meeting set", fr: "rendez-vous pris" }
    ending_no_show() { en: "no show", fr: "rendez-vous manqué" }
    ending_held() { en: "held", fr: "rendez-vous tenu" }
    ending_planned() { en: "planned", fr: "prévu" }
    your_words(words) { en: "Your words: {words}.", fr: "Vos mots : {words}." }
    all_taken_as_cold() {
        en: "no column separates cold calls from warm ones: all are taken as cold (--kind-column, --connector-column)",
        fr: "aucune colonne ne distingue les appels froids des chauds : tous sont pris comme froids (--kind-column, \
             --connector-column)"
    }

    kinds_unused(column) {
        en: "; `{column}` seems to separate them",
        fr: " ; `{column}` semble les distinguer"
    }

    // The rates of a log.
    calibrate_title(calls) {
        en: "Rates learned from {calls} logged [call|calls]",
        fr: "Taux appris de {calls} [appel noté|appels notés]"
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
    no_different() { en: "no different", fr: "pareil" }
    higher() { en: "higher", fr: "plus haut" }
    per_contact(rate) { en: "{rate}, per contact", fr: "{rate}, par contact" }
    attempts_of(kind) { en: "Attempts, {kind}", fr: "Tentatives, {kind}" }
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
    calls_of_kind(kind) { en: "{kind} calls", fr: "appels {kind}" }
    reached() { en: "reached", fr: "joints" }
    share_explained() {
        en: "Share: of the conversations, as they came.",
        fr: "Part : des prises de contact, comme elles sont venues."
    }
    more_in_json(rows) { en: "{rows} more [is|are] in the JSON.", fr: "{rows} de plus [est|sont] dans le JSON." }

    // Forecasts of the past.
    backtest_title(forecasts, batch, kind) {
        en: "{forecasts} [forecast|forecasts] of the meetings set by the next {batch} {kind} [call|calls]",
        fr: "{forecasts} [prévision|prévisions] des rendez-vous pris en {batch} [appel {kind} suivant|appels {kind} suivants]"
    }
    calls_and_meetings(calls, kind, meetings, warmup) {
        en: "{calls} {kind} [call|calls], {meetings} [meeting|meetings] set; the first forecast after at least {warmup} of the calls.",
        fr: "{calls} [appel|appels] {kind}, {meetings} rendez-vous pris ; la première prévision après {warmup} des appels au moins."
    }
    in_the_range() { en: "in the 80 % range", fr: "dans la plage à 80 %" }
    expected() { en: "expected", fr: "attendu" }
    mean_width() { en: "mean width", fr: "largeur moyenne" }
    log_score() { en: "log score", fr: "score log" }
    constant_rate() { en: "constant rate", fr: "taux constant" }
    crps_explained(ratio) {
        en: "The CRPS, in meetings, is {ratio} times that of the constant rate; less is better. A range of counts holds more than \
             80 % even where all is right: that is expected.",
        fr: "Le CRPS, en rendez-vous, est {ratio} fois celui du taux constant ; moins vaut mieux. Une plage d'entiers contient plus \
             de 80 % même quand tout est juste : c'est attendu."
    }
    fell_at() { en: "fell at %", fr: "tombé à %" }
    histogram_explained() {
        en: "Per cent of the outcomes by where in the forecast they fell: ten each where forecasts are right, many at both ends \
             where they are too sure, many in the middle where they are not sure enough.",
        fr: "Pour cent des issues selon l'endroit de la prévision où elles sont tombées : dix partout quand les prévisions sont justes, \
             beaucoup aux deux bouts quand elles sont trop sûres, beaucoup au milieu quand elles ne le sont pas assez."
    }
    nothing_by_hand(version) {
        en: "Nothing was set by hand or learned from later calls. outreach {version}.",
        fr: "Rien n'est fixé à la main ni appris d'appels ultérieurs. outreach {version}."
    }
    calls_axis(kind) { en: "{kind} calls so far", fr: "appels {kind} jusqu'ici" }
    set_by_calls_axis(batch) { en: "meetings set by {batch} [call|calls]", fr: "rendez-vous pris par {batch} [appel|appels]" }
    central_range() { en: "forecast, central 80 %", fr: "prévision, 80 % centraux" }
    what_happened() { en: "what happened", fr: "ce qui est arrivé" }
    fell_axis() {
        en: "where in the forecast the outcome fell (%)",
        fr: "endroit de la prévision où l'issue est tombée (%)"
    }
    share_of_outcomes() { en: "share of the outcomes", fr: "part des issues" }
}
