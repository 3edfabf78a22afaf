//! The names that the meetings of a log brought.

use outreach::Names;

use crate::answer::{DispersionInterval, Interval, NamesAnswer};
use crate::show::Document;

pub(super) fn data(names: &Names) -> NamesAnswer {
    let dispersion = names.dispersion();
    let finite = |dispersion: f64| dispersion.is_finite().then_some(dispersion);
    NamesAnswer {
        meetings: names.meetings(),
        mean: names.mean(),
        dispersion: dispersion.and_then(|(likeliest, _)| finite(likeliest)),
        dispersion_interval: dispersion.map(|(_, [low, high])| DispersionInterval {
            low: finite(low),
            high: finite(high),
            probability: 0.9,
        }),
        variance_by_mean: names.variance_by_mean(),
        interval: names.interval90().map(Interval::of90),
    }
}

pub(super) fn show(names: &Names, document: &mut Document) {
    let say = document.say();
    if let (Some(mean), Some(range)) = (names.mean(), names.interval90()) {
        let [mean, low, high] = [mean, range[0], range[1]].map(|names| say.decimals(names, 1));
        document.gap().line(say.names_per_meeting(mean, low, high, say.grouped(names.meetings())));
        if let Some((likeliest, [low, high])) = names.dispersion().filter(|(_, [_, high])| high.is_finite()) {
            let [likeliest, low, high] = [likeliest, low, high].map(|of| say.decimals(of, 2));
            document.line(say.names_are_lumpy(likeliest, low, high));
        }
    }
}
