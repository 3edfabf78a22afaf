//! What a row says of the meeting itself.

use outreach::Outcome;

use super::held::{Held, is_bare};
use super::role::Role;
use super::row::{NoCall, Reader};
use crate::language::{Bilingual, Language};
use crate::read::endings::{Ending, SET};
use crate::read::vocabulary::known;
use crate::read::words::plain_word;

impl Reader {
    /// The outcome with what the row says of the meeting itself.
    pub(super) fn held(&mut self, text: &str, outcome: Outcome) -> Result<Outcome, NoCall> {
        let Held { is_denial, is_of_boxes, is_of_states } = self.columns.held;
        if text.is_empty() {
            if !is_of_boxes || outcome != Outcome::Set {
                return Ok(outcome);
            }
            self.unmarked += 1;
            return Ok(if is_denial { Outcome::Held } else { Outcome::NoShow });
        }
        let plain = plain_word(text);
        let has_outcome = self.columns.has_endings();
        let ending = known().of_a_meeting(&self.exporters, text);
        // `Connected` beside `Scheduled`: this call set the meeting.
        let is_of_one = matches!(ending, Some(Ending::Of(outcome)) if outcome.set());
        let sets = is_of_states && (outcome == Outcome::Answered || outcome == Outcome::Open && is_of_one);
        let is = |what| known().meaning(&self.exporters, what, &plain);
        let is_to_come = is("answer").is_none()
            && match ending {
                Some(Ending::Planned | Ending::Of(Outcome::Open)) => true,
                Some(SET) => is("anywhere").is_none() || is("state") == Some("planned"),
                _ => false,
            };
        match ending {
            // A meeting that is still to come, or was missed, was set.
            _ if is_to_come => return Ok(if has_outcome && !sets { outcome } else { Outcome::Set }),
            Some(Ending::Of(Outcome::NoShow)) if !has_outcome => return Ok(Outcome::NoShow),
            _ if known().is_blank(text) => return Ok(outcome),
            _ => {}
        }
        let rejected =
            |reason: &dyn Fn(Language) -> String| Err(NoCall::Rejected(Some(Role::Held), Bilingual::new(reason)));
        let answer = match known().meaning(&self.exporters, "answer", &plain) {
            Some(answer) => Some((answer == "yes") != (is_denial && is_bare(ending))),
            None => match ending {
                Some(Ending::Of(Outcome::Set | Outcome::Held | Outcome::Answered)) => Some(true),
                Some(Ending::Of(_) | Ending::Rejected) => Some(false),
                _ => None,
            },
        };
        match answer {
            None => rejected(&|say| say.held_unknown(text)),
            Some(is_held) if outcome.set() || sets && is_of_one && !is_bare(ending) => {
                Ok(if is_held { Outcome::Held } else { Outcome::NoShow })
            }
            // What was missed was set; what was not missed need not have been.
            Some(false) if is_denial && outcome == Outcome::Answered => Ok(Outcome::NoShow),
            Some(false) if is_denial => {
                self.contradicted += 1;
                Ok(outcome)
            }
            Some(true) if is_denial => Ok(outcome),
            // Without an outcome column a meeting that was held tells that one was set.
            Some(true) if !has_outcome => Ok(Outcome::Held),
            Some(true) => rejected(&|say| say.held_without_meeting(text)),
            Some(false) => Ok(outcome),
        }
    }
}
