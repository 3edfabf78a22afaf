//! Notes on what tells cold calls from warm ones, and who recommended the caller.

messages! {
    channels_taken_as_cold(column, words) {
        en: "words of `{column}` say where contacts come from, and not whether somebody recommended the caller; taken as cold: {words} \
             (--cold-value and --warm-value name the words that count)",
        fr: "des mots de `{column}` disent d'où viennent les contacts, et non si quelqu'un a recommandé l'appelant ; pris pour des appels froids : \
             {words} (--cold-value et --warm-value nomment les mots qui comptent)"
    }
    initials_taken_as_names(column, words) {
        en: "initials or numbers in `{column}` are taken as who recommended the caller, as the others beside them: {words} (leave the \
             cell empty where nobody did)",
        fr: "des initiales ou des numéros de `{column}` sont pris pour qui a recommandé l'appelant, comme les autres à côté : {words} \
             (laissez la case vide où personne ne l'a fait)"
    }
    nobody_by_words(column, words) {
        en: "no person who recommended the caller by `{column}`, so that these calls are cold: {words} (--kind-column, if they are warm)",
        fr: "`{column}` ne nomme personne qui ait recommandé l'appelant, et ces appels sont froids : {words} (--kind-column, s'ils sont chauds)"
    }
    connector_is_the_caller(rows, connector, caller) {
        en: "{rows} [call has|calls have] the same name in `{connector}` and in `{caller}`: nobody recommended the caller there",
        fr: "{rows} [appel a|appels ont] le même nom dans `{connector}` et dans `{caller}` : personne n'y a recommandé l'appelant"
    }
    ways_taken_as_connectors(column, words) {
        en: "`{column}` is taken as who recommended the caller, so that its calls are warm: {words}; --connector-column names another column, \
             --kind-column one that says which calls are warm",
        fr: "`{column}` est pris pour qui a recommandé l'appelant, et ses appels pour chauds : {words} ; --connector-column nomme une autre \
             colonne, --kind-column celle qui dit quels appels sont chauds"
    }
    kinds_not_known(column, words) {
        en: "words of `{column}` that are neither cold nor warm, whose rows are not used: {words} (--cold-value and --warm-value name \
             those that count)",
        fr: "des mots de `{column}` ne disent ni froid ni chaud, et leurs lignes ne servent pas : {words} (--cold-value et --warm-value \
             nomment ceux qui comptent)"
    }
    all_taken_as_cold() {
        en: "no column separates cold calls from warm ones: all are taken as cold (--kind-column, --connector-column)",
        fr: "aucune colonne ne distingue les appels froids des chauds : tous sont pris comme froids (--kind-column, \
             --connector-column)"
    }
    kinds_unused(column) {
        en: "; `{column}` seems to separate them",
        fr: " ; `{column}` semble les distinguer"
    }
}
