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
    looks_like_a_log(name, column) {
        en: "{name} looks like a log of calls already made: `{column}` says how they ended. `outreach calibrate {name}` learns rates from \
             it; a list of contacts to be called has a column `probability` (--probability-column) or `kind`",
        fr: "{name} ressemble à un journal d'appels déjà passés : `{column}` dit comment ils se sont terminés. `outreach calibrate {name}` \
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
    unreadable_archive(name, error) {
        en: "{name}: this archive cannot be read; save it again, or export it as CSV ({error})",
        fr: "{name} : cette archive est illisible ; enregistrez-la de nouveau, ou exportez-la en CSV ({error})"
    }
    no_workbook_in_archive(name) {
        en: "{name}: this archive is not a workbook (.xlsx, .ods); unpack it and save its table as CSV",
        fr: "{name} : cette archive n'est pas un classeur (.xlsx, .ods) ; décompressez-la et enregistrez son tableau en CSV"
    }
    cell_too_long(name, most) {
        en: "{name}: a cell of more than {most} MB is not read; cells of a call log have some words",
        fr: "{name} : une cellule de plus de {most} Mo n'est pas lue ; celles d'un journal d'appels ont quelques mots"
    }
    unreadable_workbook(name, error) {
        en: "{name}: it cannot be read as a workbook ({error})",
        fr: "{name} : ce n'est pas un classeur lisible ({error})"
    }
    no_old_workbook(name) {
        en: "{name}: this is not a workbook (.xls); CSV, .xlsx, .xls, .ods and .gz are read",
        fr: "{name} : ce n'est pas un classeur (.xls) ; CSV, .xlsx, .xls, .ods et .gz sont lus"
    }
    unreadable_sheet(name, sheet, error) {
        en: "{name}, sheet {sheet}: it cannot be read; save the workbook again, or export the sheet as CSV ({error})",
        fr: "{name}, feuille {sheet} : illisible ; enregistrez le classeur de nouveau, ou exportez la feuille en CSV ({error})"
    }
    formula_without_value(name, sheet, row, column) {
        en: "{name}, sheet {sheet}: the formula in row {row}, column {column} has no value; open the workbook in a spreadsheet and save it",
        fr: "{name}, feuille {sheet} : la formule de la ligne {row}, colonne {column}, n'a pas de valeur ; ouvrez le classeur dans un \
             tableur et enregistrez-le"
    }
    workbook_too_long(name, most) {
        en: "{name}: a workbook of more than {most} MB is not read; save it as CSV",
        fr: "{name} : un classeur de plus de {most} Mo n'est pas lu ; enregistrez-le en CSV"
    }
    encrypted_workbook(name) {
        en: "{name}: the workbook is encrypted; save it without a password, or as CSV",
        fr: "{name} : le classeur est chiffré ; enregistrez-le sans mot de passe, ou en CSV"
    }
    no_sheet(sheet, name, sheets) {
        en: "--sheet = {sheet} is not a sheet of {name}; its sheets are: {sheets}",
        fr: "--sheet = {sheet} n'est pas une feuille de {name} ; ses feuilles sont : {sheets}"
    }
    empty_sheets(name, sheets) { en: "{name}: its sheets are empty: {sheets}", fr: "{name} : ses feuilles sont vides : {sheets}" }
    several_sheets(name, sheets) {
        en: "{name} has several sheets: {sheets}; --sheet names the one to be read",
        fr: "{name} a plusieurs feuilles : {sheets} ; --sheet nomme celle à lire"
    }
    sheet_too_far(name, line, column, columns, rows, most) {
        en: "{name}: line {line}, column {column}: sheets of up to {columns} columns and {rows} rows are read, {most} MB of text in all; save \
             the part that holds the calls as CSV",
        fr: "{name} : ligne {line}, colonne {column} : on lit des feuilles de {columns} colonnes et {rows} lignes au plus, {most} Mo de texte \
             en tout ; enregistrez en CSV la partie qui contient les appels"
    }
    sheet_too_large(name, line, column, most) {
        en: "{name}: a sheet has cells down to line {line} and as far as column {column}; up to {most} cells in all are read: save the part \
             that holds the calls as CSV",
        fr: "{name} : une feuille a des cellules jusqu'à la ligne {line} et la colonne {column} ; on en lit {most} en tout au plus : \
             enregistrez en CSV la partie qui contient les appels"
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
        en: "`{text}` is not a kind ({cold} or {warm})",
        fr: "`{text}` n'est pas un type d'appel ({cold} ou {warm})"
    }
}
