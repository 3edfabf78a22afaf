//! What is wrong with what was given, where no single value of a key is.

messages! {
    // Files of TOML and JSON.
    not_utf8() { en: "the file is not UTF-8: save it in that encoding", fr: "le fichier n'est pas en UTF-8 : enregistrez-le dans cet encodage" }
    key_stands_twice() {
        en: "this key or section stands earlier in the file, too: keep one of them",
        fr: "cette clé ou cette section figure déjà plus haut dans le fichier : gardez-en une seule"
    }
    title_in_brackets(example) {
        en: "the name of a section stands in brackets, as in {example}",
        fr: "le nom d'une section se met entre crochets, comme {example}"
    }
    text_has_no_end() {
        en: "this text needs its quotation mark at its end, on the same line",
        fr: "ce texte doit finir par un guillemet droit, sur la même ligne"
    }
    no_number() {
        en: "this is no number: write 0.1 or, in quotation marks, \"10 %\"",
        fr: "ce n'est pas un nombre : écrivez 0.1 ou, entre guillemets droits, \"10 %\""
    }
    no_value_here() {
        en: "here a number, or a text in quotation marks, has to stand: calls = 100, strategy = \"cold\"",
        fr: "il faut ici un nombre, ou un texte entre guillemets droits : calls = 100, strategy = \"cold\""
    }
    no_key_and_value() {
        en: "a line has a key, = and a value: calls = 100",
        fr: "une ligne se compose d'une clé, de = et d'une valeur : calls = 100"
    }
    too_much_for_a_line() {
        en: "a line has one setting; a number is written 0.1 or, in quotation marks, \"0,1\"",
        fr: "une ligne contient un seul réglage ; un nombre s'écrit 0.1 ou, entre guillemets droits, \"0,1\""
    }
    not_a_setting(parser) {
        en: "this cannot be read: a line has a key, = and a value, and texts stand in quotation marks ({parser})",
        fr: "illisible : une ligne se compose d'une clé, de = et d'une valeur, et les textes se mettent entre guillemets droits ({parser})"
    }
    unknown_key_in_file(key, near) { en: "unknown key `{key}`{near}", fr: "clé inconnue `{key}`{near}" }
    value_of_another_type(key, given) {
        en: "{key} is a number, a word, or for rates one of {{ alpha, beta }}, {{ mean, weight }}, {{ low, high }}; and not this {given}",
        fr: "{key} est un nombre, un mot ou, pour un taux, l'une des formes {{ alpha, beta }}, {{ mean, weight }}, {{ low, high }} ; \
             ce n'est pas une valeur de type {given}"
    }
    no_stored_answer(reason) { en: "this is not a stored answer: {reason}", fr: "ce n'est pas une réponse enregistrée ({reason})" }

    // Settings and options.
    meant_percent(percent) { en: "did you mean {percent} %?", fr: "vouliez-vous dire {percent} % ?" }
    at_most_100_percent() { en: "a probability is at most 100 %", fr: "une probabilité vaut au plus 100 %" }
    settings_apart(text, apart) {
        en: "{text} is several settings in one: separate them by blanks, as in '{apart}'",
        fr: "{text} est plusieurs réglages en un : séparez-les par des espaces, comme dans '{apart}'"
    }
    not_key_and_value(text) { en: "{text} is not KEY=VALUE", fr: "{text} n'est pas de la forme CLÉ=VALEUR" }
    no_so_far(given) {
        en: "so far = {given} is not cold=ATTEMPTS:MEETINGS or warm=ATTEMPTS:MEETINGS, as in cold=37:2; of contacts called several \
             times REACHED/ATTEMPTS of each round, as in cold=24/300+20/276:4",
        fr: "so far = {given} n'est pas de la forme cold=APPELS:RENDEZ-VOUS ou warm=APPELS:RENDEZ-VOUS, comme cold=37:2 ; pour des \
             contacts appelés plusieurs fois, JOINTS/APPELS de chaque tour, comme cold=24/300+20/276:4"
    }
    so_far_twice(given, kind) {
        en: "so far = {given} says a second time what {kind} calls brought",
        fr: "so far = {given} dit une seconde fois ce que les appels {kind} ont apporté"
    }
    so_far_in_two_ways() {
        en: "so far: one kind is given by rounds, the other is not",
        fr: "so far : un type d'appel est donné par tours, l'autre non"
    }
    weight_without_effect() {
        en: "--prior-weight: no effect with the prior jeffreys: add --prior documented or --prior published, or leave it out",
        fr: "--prior-weight : sans effet avec l'a priori jeffreys : ajoutez --prior documented ou --prior published, ou retirez-le"
    }
    no_prior(name) {
        en: "--prior = {name} is not a prior (accepted: jeffreys, documented, published)",
        fr: "--prior = {name} n'est pas un a priori (admis : jeffreys, documented, published)"
    }
    no_prior_weight(weight) {
        en: "--prior-weight = {weight}: a number of trials above 0 is accepted",
        fr: "--prior-weight = {weight} n'est pas un nombre d'observations au-dessus de 0"
    }
    prior_needs_weight(name) {
        en: "--prior = {name} needs --prior-weight, the number of trials that it is worth",
        fr: "--prior = {name} demande --prior-weight, le nombre d'observations qu'il vaut"
    }

    // Lists and logs.
    more_than_groups(most) { en: "more than {most} groups of contacts", fr: "plus de {most} groupes de contacts" }
    nobody_to_call() { en: "no contact to be called", fr: "aucun contact à appeler" }
    too_many_of_column(option, most) {
        en: "{option}: more than {most} of them: name another column",
        fr: "{option} : plus de {most} valeurs différentes : nommez une autre colonne"
    }
    too_few_calls(kind, calls, enough, batch, warmup) {
        en: "too few {kind} calls, {calls}; the first forecast takes {enough}: a batch of {batch} after at least {warmup} (--batch, --warmup)",
        fr: "trop peu d'appels {kind}s : {calls} ; la première prévision en demande {enough} : un lot de {batch}, après au moins {warmup} [autre|autres] \
             (--batch, --warmup)"
    }
    of_other_kind(calls, kind, key) {
        en: "; {calls} calls are {kind} ones (--kind {key})",
        fr: " ; {calls} appels sont {kind}s (--kind {key})"
    }
    meetings_unknown(name, rows) {
        en: "{name} does not distinguish meetings from refusals (--outcome-column, --meeting-value); {rows}",
        fr: "{name} ne distingue pas les rendez-vous des refus (--outcome-column, --meeting-value) ; {rows}"
    }

    // Parts of a run or of a list.
    no_part_given() { en: "no part is given", fr: "aucune partie n'est donnée" }
    no_part_of_run() { en: "this is not a part of a run, or it is of another version", fr: "ce n'est pas une partie de simulation, ou d'une autre version" }
    no_part_of_list() { en: "this is not a part of a list, or it is of another version", fr: "ce n'est pas une partie de liste, ou d'une autre version" }
    wrong_checksum() {
        en: "the file is damaged: its checksum is that of another text",
        fr: "le fichier est abîmé : sa somme de contrôle est celle d'un autre texte"
    }
    of_another_scenario(error, other, first, own) {
        en: "{error}; it is of {other}, and {first} is of {own}",
        fr: "{error} ; elle vient de {other}, et {first} de {own}"
    }
    preset_as_it_is() { en: "a preset as it is", fr: "taux d'une base, tels quels" }
    shards_missing(error, shards) { en: "{error}; shards {shards}", fr: "{error} ; parts {shards}" }
    pieces_missing(pieces) { en: "pieces of the list are missing: {pieces}", fr: "il manque des morceaux de la liste : {pieces}" }
    no_such_piece(piece, of) {
        en: "piece = {piece} is not one of the pieces 1 to {of}",
        fr: "piece = {piece} n'est pas l'un des morceaux 1 à {of}"
    }
    of_another_list(what, other, own) {
        en: "it is a part of another list: {what} {other}, and here {what} {own}",
        fr: "c'est une partie d'une autre liste ({what} : {other}, et ici {own})"
    }
    piece_twice(piece, of) { en: "piece {piece}/{of} was given twice", fr: "le morceau {piece}/{of} a été donné deux fois" }
    too_many_contacts() {
        en: "with it there would be more than 2^48 contacts",
        fr: "avec elle il y aurait plus de 2^48 contacts"
    }
    damaged_list() { en: "it holds what no list comes to: it is damaged", fr: "elle contient ce qu'aucune liste ne donne : elle est abîmée" }
    damaged_part() { en: "a part holds what no run comes to: it is damaged", fr: "une partie contient ce qu'aucune simulation ne donne : elle est abîmée" }
    two_runs(what, one, other) {
        en: "{what} {one} and {what} {other} are two runs",
        fr: "ce sont deux simulations différentes ({what} : {one} et {other})"
    }
    trials_twice(first, last) {
        en: "trials {first} to {last} were given twice",
        fr: "les tirages {first} à {last} ont été donnés deux fois"
    }
    trials_missing(of, trials) { en: "trials are missing, of {of}: {trials}", fr: "il manque des tirages, sur {of} : {trials}" }
    precision_has_no_parts() {
        en: "a run that stops at a precision has no parts: its number of trials must be given",
        fr: "une simulation qui s'arrête à une précision n'a pas de parties : donnez-lui un nombre de tirages"
    }
    no_trial_yet() { en: "there is no trial yet", fr: "il n'y a encore aucun tirage" }
    parts_of_another_campaign() { en: "the parts are of another campaign", fr: "les parties sont d'une autre campagne" }
}
