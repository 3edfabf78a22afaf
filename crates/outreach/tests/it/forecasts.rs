//! Lists of contacts: the distribution of those with a probability of their own beside those of a kind.

use outreach::{
    BestOrder, Beta, Campaign, Contact, Contacts, Effort, Error, Kind, Parameter, Pmf, Probability, Rates, Reading,
    Stop, Strategy,
};

use crate::scenarios::documented_with;
use crate::uncertain_scenarios::close;

fn list(own: &[f64], cold: u32, warm: u32) -> Contacts {
    let mut contacts = Contacts::default();
    for &p in own {
        contacts.push(Contact::Own(Probability::new(p).unwrap()));
    }
    (0..cold).for_each(|_| contacts.push(Contact::OfKind(Kind::Cold)));
    (0..warm).for_each(|_| contacts.push(Contact::OfKind(Kind::Warm)));
    contacts
}

/// The distribution by one contact after the other.
fn one_by_one(probability: &[f64]) -> Vec<f64> {
    probability.iter().fold(vec![1.0], |distribution, p| {
        let mass = |k: usize| distribution.get(k).copied().unwrap_or(0.0);
        (0..=distribution.len()).map(|k| mass(k) * (1.0 - p) + if k > 0 { mass(k - 1) * p } else { 0.0 }).collect()
    })
}

#[track_caller]
fn assert_is(distribution: &Pmf, expected: &[f64]) {
    expected.iter().enumerate().for_each(|(k, mass)| assert!((distribution.mass(k) - mass).abs() < 1e-14, "{k}"));
}

#[test]
fn contacts_of_all_sorts_are_one_list() {
    let own = [0.5, 0.05, 1.0, 0.0, 0.3];
    let kinds = [0.1, 0.1, 0.1, 671.0 / 750.0, 671.0 / 750.0];
    let contacts = list(&own, 3, 2);
    assert_eq!((contacts.contacts(), contacts.of_kind(Kind::Cold), contacts.of_kind(Kind::Warm)), (10, 3, 2));
    assert_is(&contacts.distribution(&Rates::documented()).unwrap(), &one_by_one(&[own.as_slice(), &kinds].concat()));
}

#[test]
fn a_list_may_be_read_in_parts() {
    let mut parts = list(&[0.2, 0.4], 1, 0);
    parts.merge(&list(&[0.9], 2, 5));
    let whole = list(&[0.2, 0.4, 0.9], 3, 5);
    assert_eq!(parts.distribution(&Rates::documented()).unwrap(), whole.distribution(&Rates::documented()).unwrap());
}

#[test]
fn nobody_brings_nothing() {
    let distribution = Contacts::default().distribution(&Rates::documented()).unwrap();
    assert_eq!(distribution, Pmf::point(0));
}

#[test]
fn contacts_of_a_kind_share_its_uncertain_rate() {
    let rates = Rates::documented().with(Parameter::ColdMeeting, Beta::new(2.0, 18.0).unwrap());
    let distribution = list(&[0.5], 100, 0).distribution(&rates).unwrap();
    // Beta-binomial: n p (1 − p) (α + β + n) / (α + β + 1), and a coin.
    let variance = 100.0 * 0.09 * 120.0 / 21.0 + 0.25;
    assert!(close(distribution.variance(), variance, 1e-12), "{} for {variance}", distribution.variance());
}

#[test]
fn more_contacts_of_the_kinds_than_calls_are_refused() {
    let contacts = list(&[], 999_999, 2);
    let error = contacts.distribution(&documented_with(&[])).unwrap_err();
    assert!(matches!(&error, Error::Rejected { .. }) && error.to_string().contains("1,000,000"), "{error}");
}

/// Probabilities and minutes of an attempt.
fn worth(contact: Contact) -> (f64, f64) {
    match contact {
        Contact::Own(p) => (p.get(), 4.0),
        Contact::OfKind(Kind::Cold) => (0.1, 4.0),
        Contact::OfKind(Kind::Warm) => (671.0 / 750.0, 19.0),
        _ => unreachable!("no contact of this list was called before"),
    }
}

/// The contacts whose attempts fit, from a whole list put in order.
fn first_of_all(contacts: &[Contact], budget: f64) -> Vec<usize> {
    let minutes = |index: &usize| worth(contacts[*index]).1 + 30.0 * worth(contacts[*index]).0;
    let mut order: Vec<usize> = (0..contacts.len()).collect();
    order.sort_by(|a, b| {
        let [a, b] = [a, b].map(|index| worth(contacts[*index]).0 / minutes(index));
        b.total_cmp(&a)
    });
    let mut spent = 0.0;
    let fits = |index: &usize| {
        let fits = spent + worth(contacts[*index]).1 <= budget + 1e-9;
        spent += if fits { minutes(index) } else { 0.0 };
        fits
    };
    order.into_iter().filter(fits).collect()
}

#[test]
fn a_contact_that_does_not_fit_keeps_no_shorter_one_out() {
    let mut order = BestOrder::within(12.0, &Rates::documented(), Effort::default()).unwrap();
    // 19, 4 and 4 minutes of a call, 45.84, 7 and 5.5 expected with the meeting.
    order.push("warm", Contact::OfKind(Kind::Warm)).unwrap();
    order.push("cold", Contact::OfKind(Kind::Cold)).unwrap();
    order.push("own", Contact::Own(Probability::new(0.05).unwrap())).unwrap();
    let (first, minutes) = order.first();
    assert_eq!((first.into_iter().map(|(name, _)| name).collect::<Vec<_>>(), minutes), (vec!["cold", "own"], 12.5));
}

#[test]
fn a_list_left_out_whom_a_campaign_calls_as_a_meeting_may_overrun() {
    for (kind, hours) in [(Kind::Cold, 0.1), (Kind::Warm, 0.5)] {
        let mut order = BestOrder::within(60.0 * hours, &Rates::documented(), Effort::default()).unwrap();
        order.push((), Contact::OfKind(kind)).unwrap();
        order.push((), Contact::OfKind(kind)).unwrap();
        let mut contacts = Contacts::default();
        for ((), contact) in order.first().0 {
            contacts.push(contact);
        }
        let strategy = if kind == Kind::Cold { Strategy::cold() } else { Strategy::warm() };
        let campaign = Campaign::new(Rates::documented(), strategy, 2).unwrap().until(Stop::hours(hours)).unwrap();
        let [list, campaign] =
            [contacts.distribution(&Rates::documented()), campaign.exact_yield()].map(Result::unwrap);
        assert!(close(list.mean(), campaign.mean(), 1e-12), "{}, not {}", list.mean(), campaign.mean());
    }
}

#[test]
fn the_best_order_is_that_of_the_whole_list() {
    // Probabilities in steps, so that there are ties.
    let contact = |i: u32| match i % 10 {
        3 => Contact::OfKind(Kind::Cold),
        7 => Contact::OfKind(Kind::Warm),
        _ => Contact::Own(Probability::new(f64::from(i * 37 % 50) / 50.0).unwrap()),
    };
    let contacts: Vec<_> = (0..500).map(contact).collect();
    for budget in [0.0, 4.0, 25.0, 400.0, 5_000.0, 1e8] {
        let mut order = BestOrder::within(budget, &Rates::documented(), Effort::default()).unwrap();
        for (index, contact) in contacts.iter().enumerate() {
            order.push(index, *contact).unwrap();
        }
        let (first, minutes) = order.first();
        let first: Vec<_> = first.into_iter().map(|(index, _)| index).collect();
        assert_eq!(first, first_of_all(&contacts, budget), "{budget}");
        // The last contact's meeting may overrun.
        assert!(minutes <= budget + 30.0);
    }
}

#[test]
fn a_list_of_contacts_called_before_is_the_campaign_of_them_and_joins() {
    let rates =
        documented_with(&[(Parameter::ColdReach, 0.1), (Parameter::ColdReachable, 0.4), (Parameter::WarmReach, 0.5)]);
    let called = [(Kind::Cold, 0), (Kind::Cold, 3), (Kind::Warm, 2), (Kind::Cold, 3), (Kind::Cold, 1)];
    let (mut whole, mut parts) = (Contacts::default(), [Contacts::default(), Contacts::default()]);
    for (index, (kind, attempts)) in called.into_iter().enumerate() {
        whole.push(Contact::CalledBefore(kind, attempts));
        parts[index % 2].push(Contact::CalledBefore(kind, attempts));
    }
    let [mut joined, other] = parts;
    joined.merge(&other);
    assert_eq!((whole.contacts(), whole.of_kind(Kind::Cold), whole.of_kind(Kind::Warm)), (5, 4, 1));
    let groups: [&[(u32, u64)]; 2] = [&[(0, 1), (1, 1), (3, 2)], &[(2, 1)]];
    for most in [1, 4] {
        let distribution = whole.distribution_of_attempts(&rates, most).unwrap();
        assert_eq!(distribution, joined.distribution_of_attempts(&rates, most).unwrap());
        let campaign = outreach::Campaign::of_called(rates.clone(), groups, most).unwrap().exact_yield().unwrap();
        assert!((0..6).all(|k| close(distribution.mass(k), campaign.mass(k), 1e-14)));
    }
    let written = serde_json::to_string(&whole).unwrap();
    let read: Contacts = serde_json::from_str(&written).unwrap();
    assert_eq!(read.distribution(&rates).unwrap(), whole.distribution(&rates).unwrap());
}

/// Of two cold contacts, the one that was called before brings less for the minutes of a call: it comes last, and a
/// recommended one that was called before takes no introduction any more.
#[test]
fn the_best_order_knows_who_was_called_before() {
    let rates =
        documented_with(&[(Parameter::ColdReach, 0.1), (Parameter::ColdReachable, 0.4), (Parameter::WarmReach, 0.5)]);
    let mut order = BestOrder::within(60.0, &rates, Effort::default()).unwrap().of_attempts(2);
    order.push("again", Contact::CalledBefore(Kind::Cold, 4)).unwrap();
    order.push("new", Contact::OfKind(Kind::Cold)).unwrap();
    order.push("recommended", Contact::CalledBefore(Kind::Warm, 1)).unwrap();
    let (first, minutes) = order.first();
    assert_eq!(first.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["recommended", "new", "again"]);
    // h_1 = 0.1, h_2 = 0.075 / 0.9; after four attempts 0.4·0.75⁴/S(4) can still be reached, each attempt by a quarter.
    let later = 0.4 * 0.75_f64.powi(4) / (0.6 + 0.4 * 0.75_f64.powi(4));
    let again = [4.0 * (2.0 - later / 4.0), 30.0 * 0.1 * later * (1.0 - 0.75 * 0.75)];
    let new = [4.0 * 1.9, 30.0 * 0.1 * 0.175];
    let recommended = [4.0 * 1.5, 30.0 * 0.75 * 671.0 / 750.0];
    assert!(close(minutes, [again, new, recommended].as_flattened().iter().sum(), 1e-12));
}

/// Midpoints of (0, 1) with what a Beta density gives each of them.
fn midpoints(alpha: f64, beta: f64, points: u32) -> Vec<(f64, f64)> {
    let density = |x: f64| ((alpha - 1.0) * x.ln() + (beta - 1.0) * (-x).ln_1p()).exp();
    let values = (0..points).map(|point| (f64::from(point) + 0.5) / f64::from(points));
    let all: f64 = values.clone().map(density).sum();
    values.map(|x| (density(x) / all, x)).collect()
}

/// P(a meeting) in a warm conversation of the reading `overall`, from the text of the model: incidents all take the connector for
/// unknown, of which two in three recover, and what is left asks plainly.
fn warm_overall(incident: f64, meeting: f64, plain: f64) -> f64 {
    let (standing, lost) = (1.0 - incident / 3.0, incident / 3.0);
    standing * ((meeting - lost * plain) / standing).clamp(0.0, 1.0) + lost * plain
}

/// Uncertain incidents, of which every third world has no solution, and what is asked plainly makes both kinds hang together.
fn overall_with_uncertain_incidents() -> Rates {
    let beta = |alpha, beta| Beta::new(alpha, beta).unwrap();
    documented_with(&[])
        .with(Parameter::IncidentRate, beta(2.0, 3.0))
        .with(Parameter::WarmMeeting, beta(9.0, 2.0))
        .with(Parameter::ColdMeeting, beta(2.0, 18.0))
        .with_reading(Reading::Overall)
}

/// What each world gives, with its weight: that of warm and of cold conversations.
fn worlds_overall() -> Vec<(f64, [f64; 2])> {
    let mut worlds = Vec::new();
    for (of_incident, incident) in midpoints(2.0, 3.0, 60) {
        for (of_meeting, meeting) in midpoints(9.0, 2.0, 120) {
            for (of_cold, cold) in midpoints(2.0, 18.0, 120) {
                worlds.push((of_incident * of_meeting * of_cold, [cold, warm_overall(incident, meeting, cold)]));
            }
        }
    }
    worlds
}

/// So far apart by chance less than once in a million comparisons, for errors from 50 parts.
const APART: f64 = 6.0;

#[test]
fn uncertain_incidents_read_as_overall_have_a_forecast() {
    let (own, cold, warm) = ([0.5, 0.3], 6, 8);
    // After two attempts in vain: reach 0.2 of the half that can be reached.
    let third = 0.2 * 0.6 * 0.6 / (0.5 + 0.5 * 0.6 * 0.6);
    let rates = overall_with_uncertain_incidents();
    let rates = [(Parameter::ColdReach, 0.2), (Parameter::ColdReachable, 0.5)]
        .into_iter()
        .fold(rates, |rates, (parameter, value)| rates.with(parameter, Probability::new(value).unwrap()));
    for (behind, reach) in [(0, 0.2), (2, third)] {
        let mut contacts = list(&own, 0, warm);
        (0..cold).for_each(|_| contacts.push(Contact::CalledBefore(Kind::Cold, behind)));
        let found = contacts.yields(&rates, 1).unwrap();
        assert!(!found.is_exact());
        let mut expected = [0.0; 17];
        for (weight, [of_cold, of_warm]) in worlds_overall() {
            let held = |probability: f64, contacts: u32| (0..contacts).map(move |_| probability);
            let all: Vec<_> = own.into_iter().chain(held(reach * of_cold, cold)).chain(held(of_warm, warm)).collect();
            expected.iter_mut().zip(one_by_one(&all)).for_each(|(sum, mass)| *sum += weight * mass);
        }
        let agrees = |found: f64, error: Option<f64>, expected: f64, what: &str| {
            let error = error.unwrap();
            assert!(error > 0.0 && error < 0.02, "{what}: {error}");
            assert!((found - expected).abs() < APART * error, "{what}: {found} ± {error} for {expected}");
        };
        let mean: f64 = (0..).zip(expected).map(|(k, mass)| f64::from(k) * mass).sum();
        agrees(found.distribution().mean(), found.std_error(Pmf::mean), mean, "mean");
        for k in 2..14 {
            let at_least: f64 = expected[k..].iter().sum();
            let error = found.std_error(|distribution| distribution.at_least(k));
            agrees(found.distribution().at_least(k), error, at_least, &format!("at least {k}"));
        }
    }
}

/// They hold the quantile, and are no wider than that number of worlds leaves it.
#[test]
fn intervals_of_quantiles_of_averaged_forecasts_hold_them() {
    // Of the warm ones alone the distribution is exact.
    let contacts = list(&[], 1, 400);
    let found = contacts.yields(&overall_with_uncertain_incidents(), 1).unwrap();
    let expected: Vec<_> = worlds_overall().into_iter().map(|(weight, [_, warm])| (weight, warm)).collect();
    for q in [0.05, 0.25, 0.5, 0.75, 0.95] {
        let [low, high] = found.quantile_interval(q).unwrap();
        let at_most = |k: usize| -> f64 {
            expected.iter().map(|(weight, p)| weight * f64::from(u8::from(400.0 * p <= k as f64))).sum()
        };
        // Luck and the cold contact are small beside what is not known of the rates.
        let quantile = (0..=400).find(|&k| at_most(k) >= q).unwrap();
        assert!(
            low <= quantile + 2 && quantile <= high + 2 && low < high && high - low < 12,
            "{q}: {low} to {high} for {quantile}"
        );
    }
}

#[test]
fn a_list_has_a_best_order_at_published_rates() {
    let minutes = |rates: &Rates| {
        let mut order = BestOrder::within(60.0, rates, Effort::default()).unwrap();
        order.push((), Contact::OfKind(Kind::Warm)).unwrap();
        order.first().1
    };
    let published = Rates::published();
    let mean = list(&[], 0, 1).distribution(&published).unwrap().mean();
    assert!(close(minutes(&published), 19.0 + 30.0 * mean, 1e-12));
    let mean: f64 = worlds_overall().into_iter().map(|(weight, [_, warm])| weight * warm).sum();
    assert!((minutes(&overall_with_uncertain_incidents()) - 19.0 - 30.0 * mean).abs() < 30.0 * 0.008);
}
