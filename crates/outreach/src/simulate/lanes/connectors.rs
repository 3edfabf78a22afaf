//! Warm calls dealt in turn to connectors, who have rates of their own: other ones in each lane.

use super::codes::Codes;
use super::{LANES, LaneWorlds, Lanes, Numbers, kernel};
use crate::model::Campaign;
use crate::model::connectors::OwnRates;
use crate::simulate::own_rates::drawn_once;

/// Who deals the warm calls of the campaigns in all lanes.
#[derive(Debug)]
pub(super) struct Dealer {
    connectors: u32,
    /// What the connectors' own rates follow in each lane, where rates are uncertain.
    around: Option<Box<Lanes<OwnRates>>>,
    /// The own rates of the connectors met so far.
    met: Vec<[Lanes<f64>; 2]>,
    codes: Box<Codes>,
}

impl Dealer {
    pub(super) fn of(campaign: &Campaign) -> Option<Self> {
        let connectors = campaign.connectors()?.count;
        Some(Self { connectors, around: None, met: Vec::new(), codes: Codes::none() })
    }

    /// Other campaigns: their connectors are others.
    pub(super) fn begin(&mut self, worlds: &LaneWorlds) {
        self.met.clear();
        if worlds.worlds.own_rates().is_none() {
            let around = std::array::from_fn(|lane| OwnRates::around(&worlds.rates.world(lane)));
            self.around = Some(Box::new(around));
        }
    }

    /// The own rates of one more connector.
    fn draw(&self, worlds: &LaneWorlds, numbers: &mut Numbers) -> [Lanes<f64>; 2] {
        let mut own = [[0.0; LANES]; 2];
        if let Some(rates) = worlds.worlds.own_rates() {
            for (own, rate) in own.iter_mut().zip(rates) {
                rate.draw(&mut numbers.codes, &mut numbers.again, own);
            }
        }
        for (lane, around) in self.around.iter().flat_map(|around| around.iter().enumerate()) {
            for (own, rate) in own.iter_mut().zip([around.meeting_if_standing_kept, around.incident]) {
                own[lane] = drawn_once(rate, &mut numbers.again);
            }
        }
        own
    }

    /// Deals the first warm calls of all lanes; shows each connector's number, from 0 up, its codes and its calls.
    pub(super) fn deal_all(
        &mut self,
        calls: u32,
        worlds: &LaneWorlds,
        numbers: &mut Numbers,
        mut play: impl FnMut(u32, &Codes, u32, &mut Numbers),
    ) {
        for connector in 0..self.connectors {
            let own = self.draw(worlds, numbers);
            kernel::set_own_codes(&mut self.codes, &worlds.rates, &own);
            let calls = calls / self.connectors + u32::from(connector < calls % self.connectors);
            play(connector, &self.codes, calls, numbers);
        }
    }

    /// Deals further warm calls to the connectors of each lane, after those that were dealt before.
    pub(super) fn deal(
        &mut self,
        [before, calls]: [&Lanes<u32>; 2],
        worlds: &LaneWorlds,
        numbers: &mut Numbers,
        mut play: impl FnMut(u32, &Codes, &Lanes<u16>, &mut Numbers),
    ) {
        let of_all = self.connectors;
        let after: Lanes<u32> = std::array::from_fn(|lane| before[lane] + calls[lane]);
        let met = after.iter().copied().max().unwrap_or(0).min(of_all);
        let [before, after] = [before, &after].map(|calls| calls.map(|calls| (calls / of_all, calls % of_all)));
        for connector in 0..met {
            let up_to = |(rounds, more): (u32, u32)| rounds + u32::from(connector < more);
            let calls = std::array::from_fn(|lane| (up_to(after[lane]) - up_to(before[lane])) as u16);
            if calls == [0; LANES] {
                continue;
            }
            while self.met.len() <= connector as usize {
                self.met.push(self.draw(worlds, numbers));
            }
            kernel::set_own_codes(&mut self.codes, &worlds.rates, &self.met[connector as usize]);
            play(connector, &self.codes, &calls, numbers);
        }
    }
}
