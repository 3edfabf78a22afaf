//! Why tables are refused, and rows of them.

messages! {
    all_formats() { en: "CSV, .xlsx, .xls, .ods and .gz are read", fr: "CSV, .xlsx, .xls, .ods et .gz sont lus" }
    csv_alone() { en: "CSV alone is read here", fr: "seul le CSV est lu ici" }
    no_text(name, formats) {
        en: "{name}: this is neither a text nor a workbook; {formats}",
        fr: "{name} : ce n'est ni un texte ni un classeur ; {formats}"
    }
    no_table(name, what, formats) {
        en: "{name}: this is {what}, not a table; {formats}: save or export it so",
        fr: "{name} : c'est du {what} et pas un tableau ; {formats} : enregistrez-le ou exportez-le ainsi"
    }
    empty_file(name) {
        en: "{name}: the file is empty; a header and rows are accepted",
        fr: "{name} : le fichier est vide ; un en-tête et des lignes sont attendus"
    }
    no_header(name) {
        en: "{name}: the first line looks like a row and not like a header; add a line with the names of the columns, or skip lines above \
             it with --skip-lines",
        fr: "{name} : la première ligne ressemble à une donnée et pas à un en-tête ; ajoutez une ligne avec les noms des colonnes, ou \
             sautez des lignes par --skip-lines"
    }
    too_wide(name, line, column, most) {
        en: "{name}: line {line}, column {column}: tables of up to {most} columns are read; is --delimiter right?",
        fr: "{name} : ligne {line}, colonne {column} : on lit des tableaux de {most} colonnes au plus ; --delimiter est-il juste ?"
    }
    two_columns_named(name, column) {
        en: "{name}: two columns are named `{column}`",
        fr: "{name} : deux colonnes s'appellent `{column}`"
    }
    no_column(option, column, name, hint, columns) {
        en: "{option} = {column} is not a column of {name}{hint}; {columns}",
        fr: "{option} = {column} n'est pas une colonne de {name}{hint} ; {columns}"
    }
    did_you_mean(near) { en: " (did you mean `{near}`?)", fr: " (vouliez-vous dire `{near}` ?)" }
    its_columns(columns) { en: "its columns are: {columns}", fr: "ses colonnes sont : {columns}" }
    quote_not_closed(name, line, column) {
        en: "{name}: a quote is not closed; the row begins on line {line}, the quote in column {column}",
        fr: "{name} : un guillemet n'est pas fermé ; la ligne de données commence à la ligne {line}, le guillemet est dans la colonne {column}"
    }
    row_too_long(name, line) {
        en: "{name}, line {line}: a row of more than a megabyte: is a quote not closed?",
        fr: "{name}, ligne {line} : une ligne de données de plus d'un mégaoctet : un guillemet n'est-il pas fermé ?"
    }
    wrong_line(name, line, error) { en: "{name}, line {line}: {error}", fr: "{name}, ligne {line} : {error}" }
    no_talk_time_limit(time) {
        en: "--talk-time = {time}: a number of seconds (0 or more) is accepted",
        fr: "--talk-time = {time} : un nombre de secondes (0 ou plus) est attendu"
    }
    no_outcome_column(name, columns) {
        en: "{name} has no column that says how a call ended (--outcome-column names it); {columns}",
        fr: "{name} n'a aucune colonne qui dise comment un appel s'est terminé (--outcome-column la nomme) ; {columns}"
    }
    or_layout() {
        en: "; --skip-lines and --delimiter help where the header was not found",
        fr: " ; --skip-lines et --delimiter aident si l'en-tête n'a pas été trouvé"
    }
    or_counts(column) {
        en: "; `{column}` has numbers of calls, and a log has a row for each call",
        fr: " ; `{column}` contient des nombres d'appels, et un journal a une ligne par appel"
    }
    or_yes(column) {
        en: "; if yes in `{column}` is a meeting: --outcome-column '{column}'",
        fr: " ; si oui dans `{column}` est un rendez-vous : --outcome-column '{column}'"
    }
    no_call_at_all(name, why) { en: "{name}: no call, cold or warm; {why}", fr: "{name} : aucun appel, froid ou chaud ; {why}" }
    no_rows() { en: "it has no rows", fr: "il n'y a pas de lignes" }
    rows_of_other_kinds(values) { en: "its rows are of other kinds: {values}", fr: "ses lignes sont d'un autre type : {values}" }
    no_contact_at_all(name, why) { en: "{name}: no contact to be called; {why}", fr: "{name} : aucun contact à appeler ; {why}" }
    no_probability_column(name, columns) {
        en: "{name} has no column `probability` or `kind` (--probability-column and --kind-column name others); {columns}",
        fr: "{name} n'a pas de colonne `probability` ou `kind` (--probability-column et --kind-column en nomment d'autres) ; {columns}"
    }
    or_probabilities(column) {
        en: "; if `{column}` holds the probabilities, --probability-column names it",
        fr: " ; si `{column}` contient les probabilités, --probability-column la nomme"
    }
    or_kinds(column) {
        en: "; if `{column}` tells cold contacts from warm ones, --kind-column names it",
        fr: " ; si `{column}` distingue les contacts froids des chauds, --kind-column la nomme"
    }
    looks_like_a_log(name, column) {
        en: "{name} looks like a log of calls already made, of which `{column}` tells. `outreach calibrate {name}` learns rates from \
             it; a list of contacts to be called has a column `probability` (--probability-column) or `kind`",
        fr: "{name} ressemble à un journal d'appels déjà passés, dont parle `{column}`. `outreach calibrate {name}` \
             en apprend les taux ; une liste de contacts à appeler a une colonne `probability` (--probability-column) ou `kind`"
    }
    too_many_groups(name, most) {
        en: "--group-by: more than {most} groups in {name}",
        fr: "--group-by : plus de {most} groupes dans {name}"
    }
    no_workbook_but_sheet(sheet, name) {
        en: "--sheet = {sheet}: {name} is not a workbook (.xlsx, .xls, .ods)",
        fr: "--sheet = {sheet} : {name} n'est pas un classeur (.xlsx, .xls, .ods)"
    }
    unknown_outcome(word) { en: "`{word}` is not a known outcome", fr: "`{word}` n'est pas une issue connue" }
    too_many_cells(cells, columns) {
        en: "more cells ({cells}) than the header has ({columns}): a text with a delimiter needs quotes",
        fr: "plus de cellules ({cells}) que l'en-tête n'en a ({columns}) : un texte avec un séparateur doit être entre guillemets"
    }
    no_incident_word(text) {
        en: "`{text}` is not an incident (none, unknown, recovered, unrecovered, disliked)",
        fr: "`{text}` n'est pas un incident (none, unknown, recovered, unrecovered, disliked)"
    }
    no_attempts_number(text) {
        en: "`{text}` is not a number of attempts (1 to 1,000)",
        fr: "`{text}` n'est pas un nombre d'appels (1 à 1\u{202f}000)"
    }
    rows_are_attempts() {
        en: "--attempts-column: contacts come back with 1, 2, 3, …, so that each row is an attempt and no contact: leave it out, and \
             the attempts are numbered by their contacts (--contact-column)",
        fr: "--attempts-column : les contacts reviennent avec 1, 2, 3, … ; chaque ligne est donc un appel et non un contact : omettez-la, et \
             les appels sont numérotés d'après leurs contacts (--contact-column)"
    }
    no_attempts_made(text) {
        en: "`{text}` is not a number of attempts made (0 to 1,000)",
        fr: "`{text}` n'est pas un nombre d'appels émis (0 à 1\u{202f}000)"
    }
    attempts_missing() {
        en: "it does not say how many attempts were made",
        fr: "elle ne dit pas combien d'appels ont été émis"
    }
    no_names_number(text) {
        en: "`{text}` is not a number of names (0, 1, 2, …)",
        fr: "`{text}` n'est pas un nombre de noms (0, 1, 2, …)"
    }
    no_answer_word(text) {
        en: "`{text}` does not say whether anybody answered",
        fr: "`{text}` ne dit pas si quelqu'un a répondu"
    }
    held_without_meeting(text) {
        en: "`{text}` says that a meeting was held, and the outcome that none was set",
        fr: "`{text}` dit qu'un rendez-vous a été tenu, et l'issue qu'aucun n'a été fixé"
    }
    held_unknown(text) {
        en: "`{text}` does not say whether the meeting was held",
        fr: "`{text}` ne dit pas si le rendez-vous a été tenu"
    }
    no_talk_time(text) {
        en: "`{text}` is not a talk time (95, 1:35, 1m 35s)",
        fr: "`{text}` n'est pas une durée de conversation (95, 1:35, 1m 35s)"
    }
    no_probability(text, accepted) {
        en: "`{text}` is not a probability ({accepted})",
        fr: "`{text}` n'est pas une probabilité ({accepted})"
    }
    of_one() { en: "0 to 1", fr: "0 à 1" }
    of_a_hundred() { en: "0 to 100 %", fr: "0 à 100 %" }
    neither_probability_nor_kind() {
        en: "there is neither a probability nor a kind",
        fr: "il n'y a ni probabilité ni type d'appel"
    }
    no_kind_word(text, cold, warm) {
        en: "`{text}` is not a kind ({cold} or {warm}; --cold-value and --warm-value name other words)",
        fr: "`{text}` n'est pas un type d'appel ({cold} ou {warm} ; --cold-value et --warm-value nomment d'autres mots)"
    }
}
