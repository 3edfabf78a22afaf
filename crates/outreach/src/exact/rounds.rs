//! What each round of calls brings.

use super::grid::{OfKinds, Weighted, clamps_reach, worlds_of_reach};
use crate::error::{Error, Result, no_exact_distribution};
use crate::model::{Campaign, Kind, Step, Stop};

/// What one round of calls brings: one attempt at every contact that is still open.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Round {
    /// The number of the attempt, from 1 up.
    pub attempt: u32,
    /// Mean attempts made.
    pub attempts: f64,
    /// Mean conversations.
    pub conversations: f64,
    /// Mean meetings held.
    pub meetings: f64,
    /// The attempt pays if finding a new contact takes more than this \[minutes\]; `None` where it reaches nobody.
    pub break_even_minutes: Option<f64>,
}

impl Round {
    /// Meetings held per hundred attempts of this round; `None` where no attempt is made.
    pub fn meetings_per_100_attempts(&self) -> Option<f64> {
        (self.attempts > 0.0).then(|| 100.0 * self.meetings / self.attempts)
    }
}

/// How many attempts the contacts of a campaign take.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct AttemptsMade {
    /// Mean attempts at cold and at warm contacts.
    pub by_kind: [f64; 2],
    /// Mean attempts in all.
    pub mean: f64,
    /// Their standard deviation.
    pub sd: f64,
}

impl Campaign {
    /// What each round of calls brings on average, and from when on it pays; with one attempt per contact a single
    /// round.
    ///
    /// # Formula
    /// ```text
    /// of n contacts:  n·E[S(k − 1)] attempts, n·E[S(k − 1) − S(k)] conversations, as many times E[m] meetings held
    /// break-even:     t·(F(k − 1)/h_k − E[T of k − 1 attempts])
    /// ```
    /// m: P(meeting held | conversation); t: minutes of an attempt, of the cold contacts where there are both kinds. A
    /// new contact, called up to k − 1 times, brings F(k − 1) conversations for the minutes to find it and t·E\[T\];
    /// attempt k brings `h_k` for t. With uncertain rates S, F and h are those of the expected curve.
    ///
    /// ```
    /// use outreach::{Campaign, Parameter, Probability, Rates, Strategy};
    ///
    /// let rates = Rates::documented()
    ///     .with(Parameter::ColdReach, Probability::new(0.08)?)
    ///     .with(Parameter::ColdReachable, Probability::new(0.5)?);
    /// let rounds = Campaign::contacts(300).max_attempts(4).strategy(Strategy::cold()).rates(rates).build()?.rounds()?;
    /// assert!((rounds[3].meetings_per_100_attempts().expect("some are made") - 0.595_419).abs() < 1e-6);
    /// assert!((rounds[3].break_even_minutes.expect("it reaches some") - 2.589_785).abs() < 1e-6);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::NoExactDistribution`](crate::Error::NoExactDistribution) with a stop or a pool, for the rest of a
    /// campaign, and where an uncertain reach may be above the share that can be reached.
    pub fn rounds(&self) -> Result<Vec<Round>> {
        if self.was_called() {
            return no_exact_distribution("contacts who were called before have their rounds behind them");
        }
        if self.solves_uncertain_probability() {
            return no_exact_distribution(
                "the reading `overall` solves for a probability in each draw, and takes the nearest one where none fits",
            );
        }
        let blocks = worlds(self)?;
        let of_kind = |kind: Kind| {
            let (_, worlds) = blocks.iter().find(|(kinds, _)| kinds.contains(&kind)).expect("each kind has its worlds");
            OfKind::new(self, kind, worlds)
        };
        let kinds = Kind::ALL.map(of_kind);
        Ok((1..=self.max_attempts()).zip(rounds(&kinds)).map(|(attempt, round)| Round { attempt, ..round }).collect())
    }

    /// The same with as many contacts as take this many attempts on average, so that campaigns that call their contacts more or
    /// less often can be compared at equal calls.
    ///
    /// ```
    /// use outreach::{Campaign, Parameter, Probability, Rates, Strategy};
    ///
    /// let rates = Rates::documented().with(Parameter::ColdReach, Probability::new(0.5)?);
    /// // A contact takes 1 + 1/2 + 1/4 attempts.
    /// let campaign = Campaign::contacts(1).max_attempts(3).strategy(Strategy::cold()).rates(rates).build()?.of_as_many_attempts(1_750)?;
    /// assert_eq!(campaign.calls(), 1_000);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Campaign::rounds`].
    pub fn of_as_many_attempts(&self, attempts: u32) -> Result<Self> {
        let of_one = self.attempts_made()?.mean / f64::from(self.calls());
        let contacts = (f64::from(attempts) / of_one).round() as u32;
        self.of_as_many_contacts(contacts.clamp(1, Self::most_contacts(self.max_attempts())))
    }

    /// Mean and standard deviation of the attempts that it makes.
    ///
    /// # Formula
    /// ```text
    /// per contact:  E[T] = Σ S(k),  E[T²] = Σ (2k + 1)·S(k),  k = 0, …, most − 1
    /// ```
    ///
    /// # Errors
    /// As [`Campaign::rounds`].
    pub fn attempts_made(&self) -> Result<AttemptsMade> {
        let blocks = worlds(self)?.into_iter().map(|(kinds, worlds)| self.attempts_made_in(&kinds, worlds));
        // Of independent kinds the variances add up.
        let sum = |one: AttemptsMade, other: AttemptsMade| AttemptsMade {
            by_kind: [one.by_kind[0] + other.by_kind[0], one.by_kind[1] + other.by_kind[1]],
            mean: one.mean + other.mean,
            sd: libm::hypot(one.sd, other.sd),
        };
        Ok(blocks.reduce(sum).expect("there are worlds"))
    }

    /// The same of these kinds on average over these worlds, each with its weight.
    pub(crate) fn attempts_made_in(&self, kinds: &[Kind], worlds: Vec<Weighted>) -> AttemptsMade {
        let (mut by_kind, mut luck, mut square) = ([0.0; 2], 0.0, 0.0);
        for (weight, drawn) in worlds {
            let mut mean = 0.0;
            for &kind in kinds {
                let reach = self.rates().world_at(&drawn).reach_by_attempt(kind);
                for group in self.called(kind) {
                    let contacts = f64::from(group.contacts);
                    let (of_one, variance) =
                        mean_and_variance(reach.after(group.behind).steps().take(group.left as usize));
                    by_kind[kind.index()] += weight * contacts * of_one;
                    luck += weight * contacts * variance;
                    mean += contacts * of_one;
                }
            }
            square += weight * mean * mean;
        }
        let mean = by_kind[0] + by_kind[1];
        // Rounding may leave a difference of equal squares.
        let ignorance = (square - mean * mean).max(0.0);
        AttemptsMade { by_kind, mean, sd: (luck + if ignorance < 1e-12 * square { 0.0 } else { ignorance }).sqrt() }
    }
}

impl Campaign {
    /// The mean minutes of all its contacts; whoever was called before takes no introduction any more.
    ///
    /// # Errors
    /// As [`Campaign::rounds`].
    pub fn exact_minutes(&self) -> Result<f64> {
        Ok(self.minutes_of(&self.attempts_made()?, self.exact_moments()?.mean))
    }

    /// The mean minutes of so many attempts and meetings.
    pub(crate) fn minutes_of(&self, attempts: &AttemptsMade, meetings: f64) -> f64 {
        let [cold, warm] = attempts.by_kind;
        let [of_cold, of_warm, of_meeting, of_repeated] = self.effort().weights();
        let introduced: u32 =
            self.called(Kind::Warm).iter().filter(|group| group.behind == 0).map(|group| group.contacts).sum();
        let repeated = warm - f64::from(introduced);
        cold * of_cold + warm * of_warm + repeated * of_repeated + meetings * of_meeting
    }

    /// The fewest attempts per contact that take its budget of minutes on average: with fewer, time is left, and more are hardly
    /// made. `None` without a budget, and where no number of attempts takes it.
    ///
    /// ```
    /// use outreach::{Campaign, Parameter, Probability, Rates, Stop, Strategy};
    ///
    /// let rates = Rates::documented()
    ///     .with(Parameter::ColdReach, Probability::new(0.08)?)
    ///     .with(Parameter::ColdReachable, Probability::new(0.5)?);
    /// let campaign = Campaign::contacts(300).max_attempts(2).strategy(Strategy::cold()).rates(rates).build()?;
    /// // Three rounds take 60 hours, two do not.
    /// assert_eq!(campaign.until(Stop::hours(57.0))?.attempts_that_fill()?, Some(3));
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Campaign::rounds`] without the stop.
    pub fn attempts_that_fill(&self) -> Result<Option<u32>> {
        let Stop::Minutes(budget) = self.stop() else { return Ok(None) };
        let unstopped = self.clone().until(Stop::Calls)?;
        let fills = |most: u32| Ok::<_, Error>(unstopped.clone().with_max_attempts(most)?.exact_minutes()? >= budget);
        let (most, mut short, mut enough) = (Self::most_attempts_at(self.calls()), 0, 1);
        while !fills(enough)? {
            if enough == most {
                return Ok(None);
            }
            (short, enough) = (enough, (2 * enough).min(most));
        }
        while enough - short > 1 {
            let middle = u32::midpoint(short, enough);
            *(if fills(middle)? { &mut enough } else { &mut short }) = middle;
        }
        Ok(Some(enough))
    }
}

/// What the uncertain rates of the reach are, each world with its weight.
fn worlds(campaign: &Campaign) -> Result<Vec<OfKinds>> {
    if campaign.stop() != Stop::Calls || campaign.pool().is_some() {
        return no_exact_distribution("with a stop or a pool, chance has a say in which attempts are made");
    }
    if campaign.is_updated() {
        return no_exact_distribution("outcomes so far say something of the reach");
    }
    if clamps_reach(campaign) {
        return no_exact_distribution(
            "an uncertain reach may be above the share that can be reached, and is then set to it",
        );
    }
    Ok(worlds_of_reach(campaign))
}

fn mean_and_variance(steps: impl Iterator<Item = Step>) -> (f64, f64) {
    let (mut mean, mut square) = (0.0, 0.0);
    for (k, step) in steps.enumerate() {
        mean += step.open;
        square += (2.0 * k as f64 + 1.0) * step.open;
    }
    (mean, (square - mean * mean).max(0.0))
}

/// Contacts of one kind, and what an attempt at one of them takes and brings.
#[derive(Debug, Clone)]
struct OfKind {
    contacts: f64,
    steps: Vec<Step>,
    /// P(meeting held), per conversation.
    held: f64,
    /// Of one attempt.
    minutes: f64,
}

impl OfKind {
    fn new(campaign: &Campaign, kind: Kind, worlds: &[Weighted]) -> Self {
        let mut steps = vec![Step::default(); campaign.max_attempts() as usize];
        for (weight, drawn) in worlds {
            for (sum, step) in steps.iter_mut().zip(campaign.steps_at(kind, drawn)) {
                sum.open += weight * step.open;
                sum.reached += weight * step.reached;
            }
        }
        let minutes = match kind {
            Kind::Cold => campaign.effort().cold_attempt,
            Kind::Warm => campaign.effort().warm_attempt,
        };
        Self { contacts: campaign.attempts(kind).into(), steps, held: campaign.held_per_conversation(kind), minutes }
    }
}

/// The rounds of contacts of these kinds; the break-even is that of the first kind that has any.
fn rounds(kinds: &[OfKind]) -> Vec<Round> {
    let told = kinds.iter().find(|kind| kind.contacts > 0.0);
    let most = kinds.iter().map(|kind| kind.steps.len()).max().unwrap_or(0);
    let (mut reached, mut made) = (0.0, 0.0);
    let round = |index: usize| {
        let mut round =
            Round { attempt: 0, attempts: 0.0, conversations: 0.0, meetings: 0.0, break_even_minutes: None };
        for kind in kinds {
            let Step { open, reached } = kind.steps[index];
            round.attempts += kind.contacts * open;
            round.conversations += kind.contacts * reached;
            round.meetings += kind.contacts * reached * kind.held;
        }
        if let Some(kind) = told {
            let step = kind.steps[index];
            let attempts = (step.reached > 0.0).then(|| reached * step.open / step.reached - made);
            // Equal up to rounding where every attempt is as good as the first.
            let settled = |attempts: f64| if attempts < 1e-12 * made { 0.0 } else { attempts };
            round.break_even_minutes = attempts.map(|attempts| kind.minutes * settled(attempts));
            reached += step.reached;
            made += step.open;
        }
        round
    };
    (0..most).map(round).collect()
}
