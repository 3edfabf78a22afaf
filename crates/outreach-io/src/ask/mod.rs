//! A question per verb: with the defaults inside, asked by every face alike.
//!
//! `PlanQuestion::run` finds what is [`Planned`](crate::Planned): an [`Answer`](crate::Answer) to be shown, whose data is a
//! [`PlanAnswer`](crate::answer::PlanAnswer). The other verbs are named in the same way.

mod backtest;
mod calibrate;
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
    use outreach::{Pace, Solve};

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
