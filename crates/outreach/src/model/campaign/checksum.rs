//! A number that tells campaigns apart.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::model::{Campaign, Kind, Parameter, Rate, Rates, Stop, Supply};

/// Slow, and without a table: a campaign has some fifty numbers.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

impl Campaign {
    /// Another number for a campaign whose trials are others, all but surely. What the strategy is called and where rates
    /// come from makes no other trials.
    pub(crate) fn checksum(&self) -> u32 {
        // What a campaign has, all of it: the trees are made of the rates.
        let Self { rates, strategy, calls, max_attempts, called, connectors: _, effort, stop, trees: _, so_far } = self;
        let mut numbers = vec![f64::from(*calls), f64::from(*max_attempts)];
        numbers.extend(effort.minutes());
        for group in called.iter().flatten() {
            numbers.extend([group.contacts, group.behind, group.left].map(f64::from));
        }
        match *stop {
            Stop::Calls => numbers.push(0.0),
            Stop::Meetings(meetings) => numbers.extend([1.0, meetings.into()]),
            Stop::Minutes(minutes) => numbers.extend([2.0, minutes]),
        }
        if let Some(so_far) = so_far {
            numbers.extend(so_far.counts().as_flattened().iter().copied().map(f64::from));
            for table in Kind::ALL.into_iter().filter_map(|kind| so_far.rounds(kind)) {
                numbers.extend(table.at_risk().iter().chain(table.reached()).map(|&count| count as f64));
            }
        }
        numbers.extend(of_rates(rates));
        if let Some(connectors) = self.connectors() {
            numbers.push(connectors.count.into());
            numbers.extend(of_rate(connectors.correlation));
        }
        let mut digest = CRC.digest();
        match strategy.supply() {
            Supply::Share(share) => digest.update(share.to_string().as_bytes()),
            Supply::Count(count) => numbers.extend([0.0, count.into()]),
            Supply::Pool(pool) => numbers.extend(pool.numbers()),
        }
        for number in numbers {
            digest.update(&number.to_bits().to_le_bytes());
        }
        digest.finalize()
    }
}

fn of_rates(rates: &Rates) -> Vec<f64> {
    // Not where they come from: the preset and the provenance of each.
    let Rates { preset: _, entries: _, response: (response, _), reading: (reading, _), attempts } = rates;
    let mut numbers = vec![response.parameter().index() as f64, f64::from(*reading as u8)];
    for learned in attempts.iter().flatten() {
        let counts = learned.table.at_risk().iter().chain(learned.table.reached());
        numbers.push(-1.0);
        numbers.extend(counts.map(|&count| count as f64));
    }
    // The correlation counts with its connectors alone.
    for parameter in Parameter::ALL.into_iter().filter(|&parameter| parameter != Parameter::ConnectorsCorrelation) {
        // A rate that follows another one is drawn with it.
        numbers.push(rates.resolved(parameter).index() as f64);
        numbers.extend(of_rate(rates.rate(parameter)));
    }
    numbers
}

fn of_rate(rate: Rate) -> Vec<f64> {
    match rate {
        Rate::Fixed(rate) => vec![rate.get()],
        Rate::Beta(beta) => vec![beta.alpha(), beta.beta()],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::error::Result;
    use crate::model::{
        effort::Effort,
        parameter::{Reading, Response},
        pool::Pool,
        so_far::Progress,
        strategy::Strategy,
    };
    use crate::numerics::{Beta, Probability};

    fn campaign(rates: Rates, supply: Supply) -> Result<Campaign> {
        Campaign::new(rates, Strategy::new("mine", supply), 20)
    }

    #[test]
    fn each_thing_that_makes_other_trials_gives_another_checksum() -> Result<()> {
        let rates = Rates::documented;
        let count = |rates| campaign(rates, Supply::Count(10));
        let unlikely = || rates().with(Parameter::ColdReach, Probability::constant(0.5));
        let mut all = vec![
            count(rates())?,
            campaign(rates(), Supply::Count(9))?,
            campaign(rates(), Strategy::mixed().supply())?,
            campaign(rates(), Strategy::cold().supply())?,
            Campaign::new(rates(), Strategy::new("mine", Supply::Count(10)), 21)?,
            count(rates())?.with_max_attempts(2)?,
            count(rates())?.with_max_attempts(3)?,
            Campaign::of_called(unlikely(), [&[(1, 20)], &[]], 1)?,
            Campaign::of_called(unlikely(), [&[(2, 20)], &[]], 1)?,
            count(rates())?.until(Stop::Meetings(3))?,
            count(rates())?.until(Stop::Minutes(3.0))?,
            count(rates())?.after(Progress::new([1, 0], [0, 0])?)?,
            count(rates())?.after(Progress::new([1, 0], [1, 0])?)?,
            campaign(rates(), Supply::Count(9))?.after(Progress::new([1, 0], [0, 0])?)?,
            count(rates().with_reading(Reading::Overall))?,
            count(rates().with_response(Response::Agree))?,
            count(rates().with(Parameter::ColdMeeting, Beta::new(2.0, 18.0)?))?,
            count(rates().with(Parameter::ColdMeeting, Beta::new(2.0, 18.5)?))?,
        ];
        // Without the one followed, the same value is drawn apart from it.
        let own = rates().with(Parameter::IncidentPlainAsk, rates().rate(Parameter::IncidentPlainAsk));
        all.push(count(own)?);
        for parameter in Parameter::ALL.into_iter().filter(|&parameter| parameter != Parameter::ConnectorsCorrelation) {
            all.push(count(rates().with(parameter, Probability::new(0.123)?))?);
        }
        for (connectors, correlation) in [(4, 0.123), (5, 0.123), (5, 0.124)] {
            let correlated = rates().with(Parameter::ConnectorsCorrelation, Probability::new(correlation)?);
            all.push(count(correlated)?.with_connectors(connectors)?);
        }
        let minutes = Effort::default();
        for effort in [
            Effort { cold_attempt: 9.0, ..minutes },
            Effort { warm_attempt: 9.0, ..minutes },
            Effort { introduction: 9.0, ..minutes },
            Effort { meeting: 9.0, ..minutes },
        ] {
            all.push(count(rates())?.with_effort(effort)?);
        }
        let pool = Pool::default();
        for pool in [
            pool,
            Pool { initial: 9, ..pool },
            Pool { names: 9.0, ..pool },
            Pool { dispersion: Some(9.0), ..pool },
            Pool { decay: 0.9, ..pool },
        ] {
            all.push(campaign(rates(), Supply::Pool(pool))?);
        }
        let checksums: BTreeSet<_> = all.iter().map(Campaign::checksum).collect();
        assert_eq!(checksums.len(), all.len());
        Ok(())
    }

    #[test]
    fn a_name_and_a_source_give_no_other_checksum() -> Result<()> {
        let one = Campaign::new(Rates::documented(), Strategy::mixed(), 20)?;
        let said = Rates::documented().with(Parameter::ColdMeeting, Rates::documented().rate(Parameter::ColdMeeting));
        let other = Campaign::new(said, Strategy::new("mine", Strategy::mixed().supply()), 20)?;
        assert_eq!(one.checksum(), other.checksum());
        // Connectors without a correlation, and one without them, make no other trials.
        let correlated = Rates::documented().with(Parameter::ConnectorsCorrelation, Probability::new(0.1)?);
        assert_eq!(one.checksum(), one.clone().with_connectors(5)?.checksum());
        assert_eq!(one.checksum(), one.with_rates(correlated)?.checksum());
        Ok(())
    }
}
