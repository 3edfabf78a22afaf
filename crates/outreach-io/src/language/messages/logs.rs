//! Notes on how a log was read.

messages! {
    rows_rejected(rejected, read, reasons) {
        en: "{rejected} of {read} [row|rows] rejected: {reasons}",
        fr: "{rejected} [ligne rejetée|lignes rejetées] sur {read} : {reasons}"
    }
    of_table(name, what) { en: "{name}: {what}", fr: "{name} : {what}" }
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
    of_other_kinds(rows, values) { en: "{rows} of other kinds: {values}", fr: "{rows} d'un autre type : {values}" }
    rejected(rows) { en: "{rows} rejected", fr: "{rows} [rejetée|rejetées]" }
    rows_read(rows, parts, columns) {
        en: "{rows} [row|rows]: {parts}. Columns: {columns}.",
        fr: "{rows} [ligne|lignes] : {parts}. Colonnes : {columns}."
    }
    columns_used(columns) { en: "Columns: {columns}.", fr: "Colonnes : {columns}." }
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
    calls_by_words(column) {
        en: "`{column}` is taken to tell calls from other rows, by its words (--direction-column names another one)",
        fr: "`{column}` est prise pour distinguer les appels du reste, d'après ses mots (--direction-column en nomme une autre)"
    }
    endings_ticked(columns) {
        en: "yes in `{columns}` is taken as the outcome in the column's name",
        fr: "un oui dans `{columns}` est pris comme l'issue que dit le nom de la colonne"
    }
    answered_by_machines(columns) {
        en: "where {columns} says that a machine answered, nobody was reached",
        fr: "là où {columns} dit qu'un répondeur a pris l'appel, personne n'a été joint"
    }
    meetings_missed(column) {
        en: "a yes in `{column}` is taken as a meeting that was missed, and a no beside a meeting as one that was held",
        fr: "un oui dans `{column}` est pris comme un rendez-vous manqué, et un non à côté d'un rendez-vous comme un rendez-vous tenu"
    }
    held_unused(column) {
        en: "`{column}` stands beside meetings alone and is not used: if it says whether they were held, --held-column names it",
        fr: "`{column}` n'est remplie qu'à côté de rendez-vous et ne sert pas : si elle dit s'ils ont été tenus, --held-column la nomme"
    }
    held_is_of_calls(column) {
        en: "`{column}` says yes beside calls that nobody answered: it is not taken to say which meetings were held (--held-column \
             if it does)",
        fr: "`{column}` dit oui à côté d'appels sans réponse : elle n'est pas prise pour dire quels rendez-vous ont été tenus \
             (--held-column si elle le dit)"
    }
    rows_by_outcome() {
        en: "the rows stand in the order of their outcomes, and not of time: rates that follow the newest calls are then wrong (export \
             the log with the time of the calls)",
        fr: "les lignes suivent l'ordre des issues et non celui du temps : des taux qui suivent les derniers appels sont alors faux \
             (exportez le journal avec l'heure des appels)"
    }
    contacts_are_companies(column) {
        en: "`{column}` is taken as the contact, and several persons of one company count as one (--contact-column names a column of \
             persons)",
        fr: "`{column}` est prise comme le contact, et plusieurs personnes d'une entreprise comptent pour une (--contact-column nomme \
             une colonne de personnes)"
    }
    contacts_share_names(contact, beside) {
        en: "most names of `{contact}` stand beside several of `{beside}`: people of the same name count as one contact \
             (--contact-column names a column that separates them)",
        fr: "la plupart des noms de `{contact}` vont avec plusieurs de `{beside}` : des personnes du même nom comptent pour un seul \
             contact (--contact-column nomme une colonne qui les distingue)"
    }
    contacts_anonymous(rows, column, example) {
        en: "{rows} [row names|rows name] nobody in `{column}` (`{example}`): attempts per contact are those of the others",
        fr: "{rows} [ligne ne nomme|lignes ne nomment] personne dans `{column}` (`{example}`) : les tentatives par contact sont celles des autres"
    }
    contacts_blank(rows, column) {
        en: "{rows} [call has|calls have] nobody in `{column}`: attempts per contact are those of the others (--contact-column)",
        fr: "{rows} [appel n'a|appels n'ont] personne dans `{column}` : les tentatives par contact sont celles des autres (--contact-column)"
    }
    unmarked_as_held(rows, column) {
        en: "{rows} [meeting has nothing in `{column}` and counts|meetings have nothing in `{column}` and count] as held (write \"later\" there if one is still to come)",
        fr: "{rows} [rendez-vous n'a rien dans `{column}` et compte|rendez-vous n'ont rien dans `{column}` et comptent] comme [tenu|tenus] (écrivez-y « plus tard » s'il en reste à venir)"
    }
    unmarked_as_missed(rows, column) {
        en: "{rows} [meeting has nothing in `{column}` and counts|meetings have nothing in `{column}` and count] as missed (write \"later\" there if one is still to come)",
        fr: "{rows} [rendez-vous n'a rien dans `{column}` et compte|rendez-vous n'ont rien dans `{column}` et comptent] comme [manqué|manqués] (écrivez-y « plus tard » s'il en reste à venir)"
    }
    dates_by_cells(column) {
        en: "`{column}` is taken as the time of the calls, by its dates (--date-column names another one)",
        fr: "`{column}` est prise comme la date des appels, d'après ses dates (--date-column en nomme une autre)"
    }
    calls_both_ways(contact, own, number) {
        en: "`{number}` stands in most rows of `{own}` and in `{contact}` too: calls that came in seem to be counted as well",
        fr: "`{number}` se trouve dans la plupart des lignes de `{own}` et aussi dans `{contact}` : des appels entrants semblent compter \
             aussi"
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
    sorted_by_time(column) {
        en: "the rows are not in the order of time: they are sorted by `{column}`",
        fr: "les lignes ne sont pas dans l'ordre du temps : elles sont triées par `{column}`"
    }
    time_known() {
        en: "--newest-first changes nothing: a column has the time of the calls",
        fr: "--newest-first ne change rien : une colonne dit quand les appels ont eu lieu"
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
    no_outcome(rows, durations) {
        en: "{rows} [row has no outcome and is|rows have no outcome and are] not used: nothing says whether anybody answered (--reached-column{durations})",
        fr: "{rows} [ligne ne donne pas d'issue et ne sert|lignes ne donnent pas d'issue et ne servent] pas : rien ne dit si quelqu'un a répondu (--reached-column{durations})"
    }
    rows_contradicted(rows, others, first) {
        en: "{rows} [row says|rows say] one thing in `{first}` and another in `{others}`: `{first}` decides (--outcome-column names \
             another one)",
        fr: "{rows} [ligne dit|lignes disent] une chose dans `{first}` et une autre dans `{others}` : `{first}` décide \
             (--outcome-column en nomme une autre)"
    }
    rows_closed(rows, others, first) {
        en: "; in {rows} [row|rows] where `{first}` leaves it open, `{others}` decides",
        fr: " ; dans {rows} [ligne|lignes] où `{first}` ne conclut pas, `{others}` décide"
    }
    meetings_denied(rows, meeting, others) {
        en: "{rows} [row has|rows have] a meeting by `{meeting}` and none by `{others}`: [it counts as a meeting|they count as meetings]",
        fr: "{rows} [ligne a|lignes ont] un rendez-vous selon `{meeting}` et n'en [a|ont] pas selon `{others}` : [elle compte comme un rendez-vous|elles comptent comme des rendez-vous]"
    }
    rejected_by_whom(rows, words, column) {
        en: "{rows} [row says|rows say] `{words}` in `{column}` and nothing says whether anybody answered: taken as calls that \
             ended before an answer (--no-meeting-value if somebody refused)",
        fr: "{rows} [ligne dit|lignes disent] `{words}` dans `{column}`, et rien ne dit si quelqu'un a répondu : comptées comme des \
             appels terminés avant une réponse (--no-meeting-value si quelqu'un a refusé)"
    }
    calls_to_come(rows, words, column) {
        en: "{rows} [row is|rows are] taken as calls to come, by `{words}` in `{column}`, and not used (--meeting-value if a meeting \
             was set so)",
        fr: "{rows} [ligne est prise comme un appel|lignes sont prises comme des appels] à venir, d'après `{words}` dans `{column}`, \
             et ne [sert|servent] pas (--meeting-value si c'est ainsi qu'un rendez-vous a été pris)"
    }
    answered_all_the_same(column, words) {
        en: "words of `{column}` are not known, in calls that another column says were answered: {words}; these calls count as \
             conversations without a meeting (--meeting-value, --no-meeting-value, --not-reached-value and --open-value say what the \
             words mean)",
        fr: "des mots de `{column}` ne sont pas connus, dans des appels auxquels quelqu'un a répondu d'après une autre colonne : {words} ; ces \
             appels comptent comme des prises de contact sans rendez-vous (--meeting-value, --no-meeting-value, --not-reached-value et \
             --open-value disent ce que ces mots signifient)"
    }
    meetings_hidden(calls, column, words) {
        en: "no word of `{column}` is known to mean a meeting, and {calls} calls may have brought one ({words}): no rate of meetings is \
             learned (--meeting-value says which words mean one, --no-meeting-value which do not)",
        fr: "aucun mot connu de `{column}` ne désigne un rendez-vous, et {calls} appels ont pu en apporter un ({words}) : aucun taux \
             de rendez-vous n'est appris (--meeting-value dit quels mots en désignent un, --no-meeting-value lesquels n'en désignent pas)"
    }
    meetings_by_standing(rows, column) {
        en: "{rows} answered [call counts|calls count] as a meeting by `{column}`, which says where the contact stands now: a contact \
             called twice may count twice (--outcome-column names what each call brought)",
        fr: "{rows} [appel répondu compte|appels répondus comptent] comme un rendez-vous d'après `{column}`, qui dit où en est le contact : un \
             contact appelé deux fois peut compter deux fois (--outcome-column nomme ce que chaque appel a donné)"
    }
    talks_untimed(rows, column) {
        en: "{rows} answered [call has no talk time in `{column}` and counts as a conversation|calls have no talk time in `{column}` and count as conversations]",
        fr: "{rows} [appel répondu n'a pas de durée dans `{column}` et compte comme une prise de contact|appels répondus n'ont pas de durée dans `{column}` et comptent comme des prises de contact]"
    }
    talks_all_short(column, longest, limit) {
        en: "no call of `{column}` is longer than {limit} s, and none counts as a conversation: the longest takes {longest} s (are these \
             minutes? Name the column so, as `Duration (min)`, or set --talk-time)",
        fr: "aucun appel de `{column}` ne dépasse {limit} s, et aucun ne compte comme une prise de contact : le plus long dure {longest} s \
             (sont-ce des minutes ? Nommez la colonne ainsi, comme `Durée (min)`, ou réglez --talk-time)"
    }
    calls_side_by_side(columns) {
        en: "each of {columns} is taken as another call of its row, the first one first (--outcome-column names the one that counts)",
        fr: "chacune des colonnes {columns} est prise comme un autre appel de sa ligne, la première d'abord (--outcome-column nomme celle qui compte)"
    }
    zones_unused(column, zones) {
        en: "`{column}` has several time zones ({zones}), which are not used: calls of the same day may be out of order (write the zone \
             behind the time, as `09:00 +02:00`)",
        fr: "`{column}` contient plusieurs fuseaux horaires ({zones}), qui ne servent pas : les appels d'un même jour peuvent être en désordre \
             (écrivez le fuseau après l'heure, comme `09:00 +02:00`)"
    }
    calls_below(rows) {
        en: "{rows} [row below the last date has no date, and counts as a call: is it one|rows below the last date have no date, and count as calls: are they calls]?",
        fr: "{rows} [ligne sous la dernière date n'a pas de date et compte comme un appel : en est-ce un|lignes sous la dernière date n'ont pas de date et comptent comme des appels : en sont-elles] ?"
    }
    calls_undone(rows, column) {
        en: "{rows} [call was not made, by `{column}`, but has an outcome: it counts|calls were not made, by `{column}`, but have outcomes: they count]",
        fr: "{rows} [appel n'a pas eu lieu, d'après `{column}`, mais a une issue : il compte|appels n'ont pas eu lieu, d'après `{column}`, mais ont une issue : ils comptent]"
    }
    dates_far_away(rows, column, day) {
        en: "{rows} [date of `{column}`, {day}, is far from all others: is it right, and was the call made|dates of `{column}`, such as {day}, are far from all others: are they right, and were the calls made]?",
        fr: "{rows} [date de `{column}`, {day}, est loin de toutes les autres : est-elle juste, et l'appel a-t-il eu lieu|dates de `{column}`, comme {day}, sont loin de toutes les autres : sont-elles justes, et les appels ont-ils eu lieu] ?"
    }
    rows_swallowed(rows) {
        en: "a quote is not closed, and {rows} further [row stands|rows stand] in one cell (two quotes, `\"\"`, are one within a quoted cell)",
        fr: "un guillemet n'est pas fermé, et {rows} [autre ligne se trouve|autres lignes se trouvent] dans une cellule (deux guillemets, `\"\"`, en font un \
             dans une cellule entre guillemets)"
    }
    calls_without_a_date(rows) {
        en: "{rows} [call has no date: it keeps its|calls have no date: they keep their] place",
        fr: "{rows} [appel n'a pas de date : il garde sa|appels n'ont pas de date : ils gardent leur] place"
    }
    blank_as_above(column) {
        en: "an empty cell of `{column}` is taken as the one above it",
        fr: "une cellule vide de `{column}` est prise comme celle du dessus"
    }
    dates_swapped(column, date, text) {
        en: "a spreadsheet seems to have taken days for months in `{column}`: dates like `{date}` have no day after the 12th, and texts like \
             `{text}` no other; the former are turned round (--no-dates leaves them alone)",
        fr: "un tableur semble avoir pris des jours pour des mois dans `{column}` : les dates comme `{date}` n'ont aucun jour après le 12, et les \
             textes comme `{text}` n'en ont pas d'autre ; les premières sont inversées (--no-dates les laisse de côté)"
    }
    calls_of_one_minute(rows) {
        en: "about {rows} [call repeats another one (the same person, minute and outcome) in other words and counts|calls repeat others (the same person, minute and outcome) in other words and count]: is the \
             export there twice? (--call-id-column identifies calls)",
        fr: "environ {rows} [appel en répète un autre (même personne, même minute, même issue) en d'autres mots et compte|appels en répètent d'autres (même personne, même minute, même issue) en d'autres mots et comptent] : \
             l'export s'y trouve-t-il deux fois ? (--call-id-column distingue les appels)"
    }
    meetings_again(rows) {
        en: "{rows} [row has a meeting of a contact who has one in an earlier row, and counts as a call and a meeting of its own|rows \
             have a meeting of a contact who has one in an earlier row, and count as calls and meetings of their own]: if it is the same \
             meeting, delete the later row, and say beside the first one whether it was held (--held-column)",
        fr: "{rows} [ligne parle d'un rendez-vous d'un contact dont une ligne antérieure en donne déjà un, et compte comme un appel et un \
             rendez-vous de plus|lignes parlent d'un rendez-vous d'un contact dont une ligne antérieure en donne déjà un, et comptent \
             comme autant d'appels et de rendez-vous de plus] : si c'est le même rendez-vous, retirez la ligne la plus récente et dites \
             à côté de la première s'il a été honoré (--held-column)"
    }
    still_open(open, set, closed, share, least) {
        en: "{open} [conversation is still open and counts|conversations are still open and count] neither as a meeting nor as a refusal: of \
             the others, {set} of {closed} set a meeting ({share}; {least} if no open one does)",
        fr: "{open} [conversation est encore ouverte et ne compte|conversations sont encore ouvertes et ne comptent] ni comme rendez-vous ni \
             comme refus : parmi les autres, {set} sur {closed} ont abouti à un rendez-vous ({share} ; {least} si aucune conversation \
             ouverte n'y aboutit)"
    }
    one_day() {
        en: "all calls are of one day and have no time: the rows are taken as oldest first (--newest-first)",
        fr: "tous les appels sont du même jour, sans heure : les lignes sont prises de la plus ancienne à la plus récente \
             (--newest-first)"
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
    answers_unused(columns) {
        en: "yes and no in {columns} are not used (--reached-column, if they tell who was reached; --outcome-column, if they tell where a \
             meeting was set)",
        fr: "les oui et les non de {columns} ne servent pas (--reached-column, s'ils disent qui a été joint ; --outcome-column, s'ils \
             disent où un rendez-vous a été pris)"
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
        fr: "aucune colonne ne dit quand les appels ont eu lieu (--date-column) : les lignes sont prises de la plus ancienne à la plus récente \
             (--newest-first)"
    }
    no_contacts() {
        en: "no column identifies the contacts (--contact-column): calls to be continued stay open",
        fr: "aucune colonne ne distingue les contacts (--contact-column) : les appels à poursuivre restent ouverts"
    }
    attempts_not_numbered() {
        en: "no column identifies the contacts (--contact-column): attempts at the same one are not numbered",
        fr: "aucune colonne ne distingue les contacts (--contact-column) : les tentatives auprès d'un même contact ne sont pas numérotées"
    }
    not_used(columns) { en: "; not used: {columns}", fr: " ; non utilisées : {columns}" }
    ending_not_reached() { en: "not reached", fr: "non joint" }
    ending_rejected() { en: "not reached, or refused if answered", fr: "non joint, ou refusé si répondu" }
    ending_open() { en: "open", fr: "à poursuivre" }
    ending_answered() { en: "answered", fr: "répondu" }
    ending_refused() { en: "refused", fr: "refusé" }
    ending_set() { en: "meeting set", fr: "rendez-vous pris" }
    ending_no_show() { en: "no show", fr: "rendez-vous manqué" }
    ending_held() { en: "held", fr: "rendez-vous tenu" }
    ending_planned() { en: "planned", fr: "prévu" }
    your_words(words) { en: "Your words: {words}.", fr: "Vos mots : {words}." }

}
