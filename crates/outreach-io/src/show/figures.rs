//! Whose figures an answer rests on, and how much of its spread comes of not knowing better.

use indexmap::IndexSet;
use outreach::{Campaign, Number, Parameter, Preset, Provenance, Rate, Rates};

use super::provenance;
use crate::Language;
use crate::answer::WhoseFigures;

/// More rates and numbers than these are counted, not named.
const NAMED: usize = 3;

/// Whose figures a campaign rests on: those that its calls meet. `beside` is what the published ones say, in a few words; it is
/// asked for only where others are not published.
pub(crate) fn whose(say: Language, campaign: &Campaign, beside: impl FnOnce() -> Option<String>) -> String {
    told(say, WhoseFigures::of_campaigns([campaign]), &[campaign], beside)
}

/// The same where it is known whose they are, of several campaigns with the rates and the effort of the first.
pub(crate) fn told(
    say: Language,
    figures: WhoseFigures,
    campaigns: &[&Campaign],
    beside: impl FnOnce() -> Option<String>,
) -> String {
    let numbers = campaigns.iter().flat_map(|campaign| campaign.numbers());
    let numbers = numbers.filter(|(.., provenance)| *provenance == Provenance::SetByYou);
    let numbers: IndexSet<_> = numbers.map(|(number, value, _)| short_number(say, &number, value)).collect();
    let parameters: Vec<_> = campaigns[0].parameters().collect();
    of(say, figures, campaigns[0].rates(), &parameters, &numbers, beside)
}

/// The same of rates without a campaign, as far as these parameters go.
pub(crate) fn of_rates(
    say: Language,
    rates: &Rates,
    parameters: &[Parameter],
    beside: impl FnOnce() -> Option<String>,
) -> String {
    of(say, WhoseFigures::of(rates, parameters), rates, parameters, &IndexSet::new(), beside)
}

fn of(
    say: Language,
    figures: WhoseFigures,
    rates: &Rates,
    parameters: &[Parameter],
    own_numbers: &IndexSet<String>,
    beside: impl FnOnce() -> Option<String>,
) -> String {
    let is_own = |parameter: &&Parameter| rates.provenance(**parameter) == Provenance::SetByYou;
    let own: Vec<_> = parameters.iter().filter(is_own).copied().collect();
    let mut yours = match own.len() {
        0..=NAMED => own.iter().map(|&own| format!("{own} {}", short_rate(say, own, rates.rate(own)))).collect(),
        count => vec![say.of_rates(count, parameters.len())],
    };
    let room = NAMED.saturating_sub(yours.len());
    yours.extend(own_numbers.iter().take(room).cloned());
    yours.extend(own_numbers.len().checked_sub(room + 1).map(|more| say.and_others(more + 1)));
    let yours = yours.join(", ");
    let stands_beside = match figures {
        WhoseFigures::Published | WhoseFigures::YoursAndPublished => false,
        WhoseFigures::Coachs | WhoseFigures::YoursAndCoachs => true,
        WhoseFigures::Yours => own.len() < parameters.len() && rates.preset() != Preset::Published,
    };
    let beside = stands_beside.then(beside).flatten();
    let in_place = || beside.as_ref().map(|beside| say.with_published_rates(beside));
    let (whose, beside) = match figures {
        WhoseFigures::Published => (say.published_figures(), None),
        WhoseFigures::YoursAndPublished => (say.yours_and_published(yours), None),
        // Where nothing stands beside, one may ask for it.
        WhoseFigures::Coachs => {
            let beside = beside.map_or_else(|| say.published_have_measured(), |beside| say.at_published_rates(beside));
            (say.a_coachs_figures(), Some(beside))
        }
        WhoseFigures::YoursAndCoachs => {
            (say.yours_and_a_coachs(yours), in_place().or_else(|| Some(say.published_have_measured())))
        }
        WhoseFigures::Yours if own.len() == parameters.len() => (say.your_own_figures(), None),
        WhoseFigures::Yours => (say.yours_and_assumed(yours), in_place()),
    };
    beside.map_or(whose.clone(), |beside| format!("{whose} {beside}"))
}

/// `8 %`, or `10 % (1.9 to 23 %)` with the central 90 % of what is not known for sure; a correlation is no share.
fn short_rate(say: Language, parameter: Parameter, rate: Rate) -> String {
    match rate {
        _ if parameter == Parameter::ConnectorsCorrelation => provenance::shown(say, rate),
        Rate::Beta(beta) => {
            let [low, high] = [0.05, 0.95].map(|q| beta.quantile(q));
            format!("{} ({})", say.rough_percent(beta.mean()), say.rough_range(low, high))
        }
        known => say.percent_of(say.compact(100.0 * known.mean())),
    }
}

/// `effort.meeting 60 min`, `pool.names 0.5`.
fn short_number(say: Language, number: &Number, value: Option<f64>) -> String {
    let told = |value: f64| if number.key.starts_with("effort.") { say.duration(value) } else { say.compact(value) };
    format!("{} {}", number.key, value.map_or_else(|| say.none(), told))
}

/// `Luck explains 80 % of the spread, not knowing your rates 20 %.`: of the shares of a variance, unless there is nothing to
/// split.
pub(crate) fn luck_and_ignorance(say: Language, luck: f64, ignorance: f64) -> Option<String> {
    let (luck, ignorance) = (luck.max(0.0), ignorance.max(0.0));
    let all = luck + ignorance;
    if !all.is_normal() || ignorance == 0.0 {
        return None;
    }
    // Both round to a sum of 100 %.
    let percent = (100.0 * luck / all).round();
    Some(say.luck_explains(say.per_cent(percent), say.per_cent(100.0 - percent)))
}

/// Whether one of the rates is yours.
pub(crate) fn has_own(rates: &Rates) -> bool {
    Parameter::ALL.into_iter().any(|parameter| rates.provenance(parameter) == Provenance::SetByYou)
}

/// The last line of an answer: how to come to figures of one's own, unless they are, and where the rest stands.
pub(crate) fn next_step(say: Language, rates: &Rates) -> String {
    if has_own(rates) { say.details() } else { format!("{}  {}", say.your_own_rates(), say.details()) }
}
