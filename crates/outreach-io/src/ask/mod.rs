//! A question per verb: with the defaults inside, asked by every face alike.
//!
//! `PlanQuestion::run` finds what is [`Planned`](crate::Planned): an [`Answer`](crate::Answer) to be shown, whose data is a
//! [`PlanAnswer`](crate::answer::PlanAnswer). The other verbs are named in the same way.

mod backtest;
mod calibrate;
mod central;
mod compare;
mod forecast;
mod merge;
mod model;
mod plan;
mod sensitivity;
mod simulate;
mod trace;
pub mod variants;

pub use self::backtest::BacktestQuestion;
pub use self::calibrate::CalibrateQuestion;
pub use self::compare::CompareQuestion;
pub use self::forecast::ForecastQuestion;
pub use self::merge::merge;
pub use self::model::ModelQuestion;
pub use self::plan::{PlanQuestion, pace};
pub use self::sensitivity::SensitivityQuestion;
pub use self::simulate::SimulateQuestion;
pub use self::trace::TraceQuestion;

#[cfg(test)]
mod tests {
    use outreach::{Pace, Solve, Strategy};

    use super::*;
    use crate::{Answer, Language, Scenario, Setting, TextStyle};

    fn scenario(settings: &[(&str, &str)]) -> Scenario {
        let settings = settings.iter().map(|(key, value)| Setting::new(key, *value).expect("a setting"));
        Scenario::of_layers(&[settings.collect()]).expect("a scenario")
    }

    /// Answers of each verb, with the most lines that each may have at a glance.
    fn answers() -> Vec<(Box<dyn Answer>, usize)> {
        let mut answers: Vec<(Box<dyn Answer>, usize)> = Vec::new();
        let preset = |name| scenario(&[("preset", name)]);
        for name in ["documented", "published"] {
            for (meetings, solve) in [(10, Solve::Attempts), (3, Solve::Hours), (40, Solve::Referrals)] {
                for pace in [None, Some(Pace::Calls(30)), Some(Pace::Minutes(360))] {
                    let question = PlanQuestion { solve, pace, ..PlanQuestion::new(preset(name), meetings) };
                    answers.extend(question.run().ok().map(|answer| (Box::new(answer) as Box<dyn Answer>, 14)));
                }
            }
            let sensitivity = SensitivityQuestion::new(preset(name)).run().expect("an answer");
            answers.push((Box::new(sensitivity), 24));
            answers.push((Box::new(ModelQuestion::new(preset(name)).run().expect("an answer")), 40));
        }
        let pool = scenario(&[("strategy", "snowball"), ("pool.decay", "0.9")]);
        let mut question = PlanQuestion::new(pool, 8);
        question.sampling = crate::Sampling::of(2000, None);
        answers.push((Box::new(question.run().expect("an answer")), 14));
        answers
    }

    #[test]
    fn answers_are_seen_at_a_glance_on_every_terminal() {
        for (answer, most) in answers() {
            for language in Language::ALL {
                for width in [60, 80, 100, 200] {
                    let text =
                        answer.document(TextStyle { terminal: Some(width), language, ..TextStyle::default() }).text();
                    assert!(text.lines().all(|line| line.chars().count() <= width), "{width}\n{text}");
                    assert!(width < 80 || text.lines().count() <= most, "{most} lines at the most\n{text}");
                    let sentence = answer.sentence(language);
                    let first = sentence.split(' ').next().expect("a word");
                    assert!(text.starts_with(first), "{sentence}\n{text}");
                }
            }
        }
    }

    /// Numbers from 0 to 1, the same ones each time.
    struct Draws(u64);

    impl Draws {
        fn next(&mut self) -> f64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (self.0 >> 33) as f64 / f64::from(1_u32 << 31)
        }

        fn below(&mut self, most: usize) -> usize {
            (self.next() * most as f64) as usize
        }

        /// Settings that go together, none of which is needed.
        fn settings(&mut self) -> Vec<(&'static str, String)> {
            let mut settings = Vec::new();
            let rates = ["cold.meeting", "warm.meeting", "cold.show", "warm.show", "incident.rate"];
            settings
                .extend(rates.into_iter().filter(|_| self.below(4) == 0).map(|rate| (rate, "15%")).collect::<Vec<_>>());
            let others = [("preset", "published"), ("effort.introduction", "20"), ("cold.reach", "range(10%, 40%)")];
            settings.extend(others.into_iter().filter(|_| self.below(3) == 0).collect::<Vec<_>>());
            let mut settings: Vec<_> = settings.into_iter().map(|(key, value)| (key, value.to_owned())).collect();
            let calls = self.below(90) + 1;
            if self.below(3) == 0 {
                settings.extend([("contacts", calls.to_string()), ("max_attempts", (self.below(5) + 1).to_string())]);
            } else {
                settings.push(("calls", calls.to_string()));
            }
            settings
        }

        fn at_least(&mut self) -> Vec<u32> {
            (0..self.below(4) * self.below(6)).map(|_| self.below(20) as u32).collect()
        }
    }

    #[test]
    fn no_simulation_and_no_comparison_leaves_the_screen() {
        let mut draws = Draws(23);
        let sampling = crate::Sampling::of(50, None);
        for round in 0..16 {
            let settings = draws.settings();
            let of = |supply: (&'static str, String)| {
                let settings: Vec<_> = settings.iter().chain([&supply]).collect();
                let settings =
                    settings.iter().map(|(key, value)| Setting::new(key, value.as_str()).expect("a setting"));
                Scenario::of_layers(&[settings.collect()]).expect("a scenario")
            };
            let at_least = draws.at_least();
            let supply = if round % 3 == 0 { ("strategy", "snowball") } else { ("warm", "0.3") };
            let again = settings.iter().any(|(key, _)| *key == "contacts");
            let supply = if again { ("warm", "0.3") } else { supply };
            let simulation = SimulateQuestion::of(&of((supply.0, supply.1.to_owned()))).expect("a question");
            let simulation = simulation.at_least(&at_least).sampling(sampling).run().expect("an answer");
            let campaigns = (0..=draws.below(10)).map(|index| {
                let share = draws.next();
                let campaign = of(("warm", format!("{share:.2}"))).campaign_or(Strategy::cold()).expect("a campaign");
                campaign.named(format!("warm={share:.2} cold.meeting=0.{index}"))
            });
            let comparison = CompareQuestion::of(campaigns.collect::<Vec<_>>()).at_least(&at_least).sampling(sampling);
            let hours = (draws.below(3) == 0).then(|| (30.0 * draws.next()).floor());
            let comparison = comparison.hours(hours).run().expect("an answer");
            for answer in [&simulation as &dyn Answer, &comparison] {
                for language in Language::ALL {
                    for width in [80, 140] {
                        let style = TextStyle { terminal: Some(width), language, ..TextStyle::default() };
                        let text = answer.document(style).text();
                        assert!(text.lines().count() <= 20, "{}\n{text}", text.lines().count());
                        assert!(text.lines().all(|line| line.chars().count() <= width), "{width}\n{text}");
                        assert!(
                            !text.contains("  of ") && !text.contains("  des "),
                            "nothing where a share is\n{text}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn weeks_are_those_of_attempts_and_hours_alone() {
        let weeks = |settings: &[(&str, &str)], solve| {
            let pace = Some(Pace::Calls(30));
            PlanQuestion { solve, pace, ..PlanQuestion::new(scenario(settings), 5) }.run()
        };
        let of_weeks = weeks(&[], Solve::Attempts).expect("an answer").data().weeks.expect("weeks");
        assert_eq!((of_weeks.even_chance, of_weeks.at_confidence), (Some(2), Some(3)));
        for solve in [Solve::Referrals, Solve::Contacts] {
            let refused = weeks(&[("max_attempts", "3")], solve).expect_err("no weeks").to_string();
            assert!(refused.contains("attempts or hours"), "{refused}");
        }
    }

    #[test]
    fn the_limits_of_a_scenario_hold_whoever_asks() {
        let plan = |settings: &[(&str, &str)], solve| {
            let answer = PlanQuestion { solve, ..PlanQuestion::new(scenario(settings), 5) }.run().expect("an answer");
            answer.data().smallest
        };
        assert_eq!(plan(&[("calls", "80")], Solve::Attempts).attempts, Some(78));
        assert_eq!(plan(&[("calls", "77")], Solve::Attempts).attempts, None);
        assert_eq!(plan(&[("hours", "7")], Solve::Attempts).attempts, None);
        assert_eq!(plan(&[("contacts", "77")], Solve::Contacts).contacts, None);
    }
}
