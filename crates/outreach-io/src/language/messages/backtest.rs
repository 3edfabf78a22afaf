//! What is said of forecasts of the past, by `backtest`.

messages! {
    backtest_title(forecasts, batch, kind) {
        en: "{forecasts} [forecast|forecasts] of the meetings set by the next {batch} {kind} [call|calls]",
        fr: "{forecasts} [prévision|prévisions] des rendez-vous pris sur {batch} [appel {kind} à venir|appels {kind}s à venir]"
    }
    calls_and_meetings(calls, kind, meetings, warmup) {
        en: "{calls} {kind} [call|calls], {meetings} [meeting|meetings] set; the first forecast after at least {warmup} of the calls.",
        fr: "{calls} [appel {kind}|appels {kind}s], {meetings} rendez-vous pris ; la première prévision après {warmup} des appels au moins."
    }
    in_the_range() { en: "in the 80 % range", fr: "dans la plage à 80 %" }
    expected() { en: "expected", fr: "attendu" }
    mean_width() { en: "mean width", fr: "largeur moyenne" }
    log_score() { en: "log score", fr: "score log" }
    constant_rate() { en: "constant rate", fr: "taux constant" }
    crps_explained(ratio) {
        en: "The CRPS, in meetings, is {ratio} times that of the constant rate; less is better. A range of counts holds more than \
             80 % even where all is right: that is expected.",
        fr: "Le CRPS, en rendez-vous, est {ratio} fois celui du taux constant ; plus il est bas, mieux c'est. Une plage d'entiers contient plus \
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
    calls_axis(kind) { en: "{kind} calls so far", fr: "appels {kind}s jusqu'ici" }
    set_by_calls_axis(batch) { en: "meetings set by {batch} [call|calls]", fr: "rendez-vous pris par {batch} [appel|appels]" }
    central_range() { en: "forecast, central 80 %", fr: "prévision, 80 % centraux" }
    what_happened() { en: "what happened", fr: "ce qui est arrivé" }
    fell_axis() {
        en: "where in the forecast the outcome fell (%)",
        fr: "endroit de la prévision où l'issue est tombée (%)"
    }
    share_of_outcomes() { en: "share of the outcomes", fr: "part des issues" }
}
