//! Lists of contacts in parts: any split and any order has the same bits; what no list comes to is not read.

use outreach::{Contacts, PoissonBinomial, Probability};
use quickcheck::{Arbitrary, Gen};
use serde_json::{Value, json};

use crate::generated::{AnyProbability, check};

fn list(probabilities: &[f64]) -> PoissonBinomial {
    probabilities.iter().map(|&p| Probability::new(p).unwrap()).collect()
}

/// Written and read again.
fn sent(list: &PoissonBinomial) -> PoissonBinomial {
    serde_json::from_str(&serde_json::to_string(list).unwrap()).unwrap()
}

/// A list, in the order in which it came; the same contacts in another one; where it is split.
#[derive(Debug, Clone)]
struct Split {
    contacts: Vec<f64>,
    mixed: Vec<f64>,
    ends: Vec<usize>,
}

impl Arbitrary for Split {
    fn arbitrary(g: &mut Gen) -> Self {
        // Around what one bin holds, and what a list is convolved one by one for.
        let count = *g.choose(&[1, 255, 256, 257, 511, 512, 513, 700, 1537, 3000]).unwrap();
        // One bin, two, one value, or all over the place.
        let center = AnyProbability::arbitrary(g).0;
        let width = *g.choose(&[0.0, 1e-9, 0.01, 0.05, 1.0]).unwrap();
        let contacts: Vec<f64> = (0..count)
            .map(|_| {
                if bool::arbitrary(g) {
                    (center * (1.0 - width * AnyProbability::arbitrary(g).0)).abs()
                } else {
                    center
                }
            })
            .collect();
        let mut keyed: Vec<(u32, f64)> = contacts.iter().map(|&p| (u32::arbitrary(g), p)).collect();
        keyed.sort_by_key(|&(key, _)| key);
        let mixed = keyed.into_iter().map(|(_, p)| p).collect();
        let mut ends: Vec<usize> = (0..usize::arbitrary(g) % 9).map(|_| usize::arbitrary(g) % (count + 1)).collect();
        ends.sort_unstable();
        Self { contacts, mixed, ends }
    }
}

impl Split {
    fn parts(&self) -> Vec<PoissonBinomial> {
        let firsts = [0].into_iter().chain(self.ends.iter().copied());
        let ends = self.ends.iter().copied().chain([self.mixed.len()]);
        firsts.zip(ends).map(|(first, end)| list(&self.mixed[first..end])).collect()
    }
}

fn merged<'a>(parts: impl IntoIterator<Item = &'a PoissonBinomial>) -> PoissonBinomial {
    let mut all = PoissonBinomial::default();
    parts.into_iter().for_each(|part| all.merge(part));
    all
}

/// What a list tells, bit by bit.
fn bits(list: &PoissonBinomial) -> Vec<u64> {
    let distribution = list.distribution();
    let middle = list.mean() as usize;
    let tails = [middle / 2, middle, middle + 1, middle + 9, 2 * middle, list.contacts() as usize];
    let told = [list.mean(), list.variance()].into_iter().chain(tails.map(|k| list.at_least(k)));
    let masses = distribution.masses().iter().copied();
    [list.contacts(), distribution.first() as u64].into_iter().chain(told.chain(masses).map(f64::to_bits)).collect()
}

#[test]
fn any_split_in_any_order_has_the_same_bits() {
    check(|split: Split| {
        let (whole, parts) = (list(&split.contacts), split.parts());
        let halves = parts.split_at(parts.len() / 2);
        let tree = merged([&merged(halves.1.iter().rev()), &merged(halves.0)]);
        let read: Vec<_> = parts.iter().map(sent).collect();
        let expected = (bits(&whole), serde_json::to_string(&whole).unwrap());
        [list(&split.mixed), merged(&parts), merged(parts.iter().rev()), tree, merged(&read), sent(&merged(&read))]
            .iter()
            .all(|other| (bits(other), serde_json::to_string(other).unwrap()) == expected)
    });
}

#[test]
fn many_contacts_at_once_are_as_one_after_the_other() {
    let kinds: [&[f64]; 4] = [&[0.3], &[0.3, 0.9], &[0.0, 1.0, 1e-7, 1.0 - 1e-7], &[0.5, 1e-310, 0.2, 0.200_001, 0.99]];
    for kind in kinds {
        // More than 1,025 are sorted; what goes to one bin is handed over by 512.
        for count in [1024, 1025, 1026, 1536, 1537, 1538, 2048, 2049, 2050, 3073, 9999] {
            let contacts: Vec<f64> = kind.iter().copied().cycle().take(count).collect();
            let mut one_by_one = PoissonBinomial::default();
            for &p in &contacts {
                one_by_one.push(Probability::new(p).unwrap());
            }
            let at_once = list(&contacts);
            assert_eq!(at_once.contacts(), count as u64, "{kind:?}");
            let written = [&at_once, &one_by_one].map(|list| serde_json::to_string(list).unwrap());
            assert_eq!(written[0], written[1], "{kind:?}, {count}");
        }
    }
}

#[test]
fn a_list_that_goes_on_after_it_was_read_has_the_same_bits() {
    check(|split: Split| {
        let (first, second) = split.contacts.split_at(split.contacts.len() / 2);
        let mut list_so_far = sent(&list(first));
        list_so_far.extend(second.iter().map(|&p| Probability::new(p).unwrap()));
        bits(&list_so_far) == bits(&list(&split.contacts))
    });
}

#[test]
fn a_million_millions_of_contacts_are_a_million_times_a_million() {
    let million: Vec<f64> = (0..1_000_000_u32).map(|i| f64::from(i % 997 + 1) / 1000.0).collect();
    let one = list(&million);
    let mut all = one.clone();
    (0..20).for_each(|_| all.merge(&all.clone()));
    let times = f64::from(1 << 20);
    // Sums of integers, times a power of two.
    assert_eq!(all.contacts(), 1_000_000 << 20);
    assert_eq!(all.mean(), one.mean() * times);
    assert_eq!(all.variance(), one.variance() * times);
    assert_eq!(sent(&all).mean(), all.mean());
}

type Spoil<'a> = Box<dyn Fn(&mut Value) + 'a>;

/// The list as it is written, once something was done to it.
fn spoiled(list: &PoissonBinomial, spoil: impl FnOnce(&mut Value)) -> Result<PoissonBinomial, String> {
    let mut written = serde_json::to_value(list).unwrap();
    spoil(&mut written);
    serde_json::from_str(&written.to_string()).map_err(|error| error.to_string())
}

#[test]
fn what_no_contacts_come_to_is_not_read() {
    // The middle of a bin, whose powers are 0: a `Value` holds none of 128 bits.
    let list = list(&[vec![0.132_812_5; 300], vec![0.3, 0.2, 1.0, 0.0, 0.9]].concat());
    assert!(spoiled(&list, |_| {}).is_ok());
    // 0.3 and 0.2, held, stand before what is folded.
    let folded = |written: &mut Value, field: &str, value: Value| written["unlikely"][2]["folded"][field] = value;
    let held = |written: &mut Value, field: &str, value: Value| written["unlikely"][0]["held"][field] = value;
    let wrong: [Spoil; 11] = [
        Box::new(|w| w["certain"] = json!(1_u64 << 48)),
        Box::new(|w| folded(w, "contacts", json!(256))),
        Box::new(|w| folded(w, "contacts", json!(u64::MAX))),
        Box::new(|w| folded(w, "bin", json!(1_000_000))),
        Box::new(|w| folded(w, "bin", json!(0))),
        Box::new(|w| w["unlikely"][2]["folded"]["powers"][1] = json!(-1)),
        Box::new(|w| w["unlikely"][2]["folded"]["powers"][0] = json!(301_u64 << 51)),
        Box::new(|w| held(w, "bits", json!([]))),
        Box::new(|w| held(w, "bits", json!([0.2_f64.to_bits()]))),
        Box::new(|w| held(w, "bits", json!([f64::NAN.to_bits()]))),
        Box::new(|w| held(w, "bits", json!([0.3_f64.to_bits(), 0.29_f64.to_bits()]))),
    ];
    for (number, spoil) in wrong.iter().enumerate() {
        let error = spoiled(&list, spoil).expect_err(&format!("number {number} was read"));
        assert!(error.contains("a list holds what no contacts come to: it is damaged"), "{error}");
    }
}

#[test]
fn contacts_of_all_sorts_are_written_and_read() {
    use outreach::{Contact, Kind, Rates};

    let mut contacts = Contacts::default();
    (0..300).for_each(|_| contacts.push(Contact::Own(Probability::new(0.1).unwrap())));
    contacts.push(Contact::OfKind(Kind::Warm));
    let read: Contacts = serde_json::from_str(&serde_json::to_string(&contacts).unwrap()).unwrap();
    assert_eq!((read.contacts(), read.of_kind(Kind::Warm)), (301, 1));
    let [distribution, same] = [contacts, read].map(|contacts| contacts.distribution(&Rates::documented()).unwrap());
    assert_eq!(distribution, same);
}
