//! Notes on how a list of contacts was read.

messages! {
    warm_by_connectors(column) {
        en: "no column tells warm contacts from cold ones: those with somebody in `{column}` are warm (--kind-column)",
        fr: "aucune colonne ne distingue les contacts chauds des froids : ceux qui ont quelqu'un dans `{column}` sont chauds (--kind-column)"
    }
    answers_name_no_kind(column, words) {
        en: "the answers in `{column}` name no kind: {words} (--cold-value and --warm-value name the words that count)",
        fr: "les réponses de `{column}` ne nomment aucun type d'appel : {words} (--cold-value et --warm-value nomment les mots qui comptent)"
    }
    taken_cold() { en: "taken as cold", fr: "pris comme froid" }
    taken_warm() { en: "taken as warm", fr: "pris comme chaud" }
    certain_contacts(contacts) {
        en: "{contacts} [contact has a probability of 1 and counts as a sure meeting|contacts have a probability of 1 and count as sure meetings]: settled ones leave the list",
        fr: "{contacts} [contact a une probabilité de 1 et compte comme un rendez-vous sûr|contacts ont une probabilité de 1 et comptent comme des rendez-vous sûrs] : ceux déjà obtenus sortent de la liste"
    }
    like_a_total(line) {
        en: "line {line} has the sum or the mean of the probabilities above it, the name of a total or no name at all, and is counted as a \
             contact: is it a total?",
        fr: "la ligne {line} a la somme ou la moyenne des probabilités au-dessus d'elle, le nom d'un total ou aucun nom, et compte comme un \
             contact : est-ce un total ?"
    }
    certainties(column) {
        en: "`{column}` holds nothing but 0 and 1: are these probabilities, and not what has happened already?",
        fr: "`{column}` ne contient que 0 et 1 : est-ce bien des probabilités, et non ce qui est déjà arrivé ?"
    }
    contacts_twice(rows) {
        en: "about {rows} [row stands there twice, word for word, and is|rows stand there twice, word for word, and are] counted twice: is it the same list again?",
        fr: "environ {rows} [ligne se trouve deux fois, mot pour mot, et compte|lignes se trouvent deux fois, mot pour mot, et comptent] deux fois : est-ce la même liste une seconde fois ?"
    }
    persons_twice(rows, columns) {
        en: "about {rows} [row has|rows have] what the list has already in `{columns}`, with other words beside it: a person who stands there \
             again counts again",
        fr: "environ {rows} [ligne a|lignes ont] ce que la liste a déjà dans `{columns}`, avec d'autres mots à côté : une personne qui y \
             figure à nouveau compte à nouveau"
    }
    kinds_differ(kind, other) {
        en: "who is warm is read from `{kind}`, and `{other}` says otherwise in some rows (--kind-column)",
        fr: "ce qui est chaud est lu dans `{kind}`, et `{other}` dit autre chose dans certaines lignes (--kind-column)"
    }
    cold_with_connector(rows, kind, connector) {
        en: "`{kind}` says cold where `{connector}` says that somebody recommended the caller (rows: {rows}): cold counts",
        fr: "`{kind}` dit froid là où `{connector}` dit que quelqu'un a recommandé l'appelant (lignes : {rows}) : froid compte"
    }
    contacts_left_out(column, words) {
        en: "`{column}` says who is not to be called: {words}; they are left out (without this column they count)",
        fr: "`{column}` dit qui n'est pas à appeler : {words} ; ces contacts sont écartés (sans cette colonne, ils comptent)"
    }
    contacts_not_left_out(column, words) {
        en: "`{column}` may say who is not to be called: {words}; they count all the same (leave out their rows if they are not)",
        fr: "`{column}` dit peut-être qui n'est pas à appeler : {words} ; ces contacts comptent quand même (retirez leurs lignes s'ils ne \
             sont pas à appeler)"
    }
    contacts_counted(column) {
        en: "`{column}` seems to count contacts, and each row is taken as one contact: a list has a row for each",
        fr: "`{column}` semble compter des contacts, et chaque ligne est prise comme un seul contact : une liste a une ligne par contact"
    }
    probabilities_unused(column) {
        en: "`{column}` is not used: if it holds the probabilities of a meeting, --probability-column names it",
        fr: "`{column}` n'est pas utilisée : si elle contient les probabilités d'un rendez-vous, --probability-column la nomme"
    }
    attempts_uncounted(column) {
        en: "`{column}` seems to count the attempts that each contact has taken, and is not used: --attempts-column names it",
        fr: "`{column}` semble compter les tentatives faites auprès de chaque contact et ne sert pas : --attempts-column la nomme"
    }
    percent_assumed(column) {
        en: "the numbers of `{column}` are read as per cent: 1 is 1 %",
        fr: "les nombres de `{column}` sont lus comme des pour cent : 1 est 1 %"
    }
    small_percent_assumed(column) {
        en: "the numbers of `{column}` are read as per cent, as its name says, and all are below 1: 0.5 is 0.5 % (for shares, write \
             50 % or rename the column)",
        fr: "les nombres de `{column}` sont lus comme des pour cent, comme son nom le dit, et tous sont inférieurs à 1 : 0,5 est \
             0,5 % (pour des parts, écrivez 50 % ou renommez la colonne)"
    }
}
