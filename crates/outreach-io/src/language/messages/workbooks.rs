//! What is wrong with workbooks and archives.

messages! {
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
    reference_too_far(name) {
        en: "{name}: a cell stands where no sheet has one; the workbook is damaged: open it in a spreadsheet and save it again",
        fr: "{name} : une cellule se trouve où aucune feuille n'en a ; le classeur est endommagé : ouvrez-le dans un tableur et \
             enregistrez-le de nouveau"
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
}
