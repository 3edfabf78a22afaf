//! How the rates of meetings went from month to month.

use chrono::NaiveDate;
use outreach::{Calibration, DriftingRate, Kind, Parameter};

use super::parts::{Month, Parts};
use crate::Language;
use crate::show::picture::Panel;

/// What was known of the rates at the end of each month, the past discounted as the log itself tells.
#[derive(Debug, Clone, Default)]
pub(super) struct Drift {
    month: Option<Month>,
    /// The rate of cold and of warm conversations, month by month.
    known: Vec<(Month, [Option<DriftingRate>; 2])>,
}

impl Drift {
    /// Before a call of this month is learned; months that come late are of the month before them.
    pub(super) fn reach(&mut self, month: Option<Month>, calibration: &Calibration) {
        if month > self.month {
            self.end(calibration);
            self.month = month;
        }
    }

    /// After the last call.
    pub(super) fn end(&mut self, calibration: &Calibration) {
        if let Some(month) = self.month {
            let known = |parameter| calibration.learned(parameter).cloned();
            self.known.push((month, [Parameter::ColdMeeting, Parameter::WarmMeeting].map(known)));
        }
    }

    /// For each kind the months' shares over what was known by then; none without months.
    pub(super) fn panels(&self, say: Language, parts: &Parts) -> Vec<Panel> {
        Kind::ALL.into_iter().filter_map(|kind| self.panel(say, kind, parts)).collect()
    }

    fn panel(&self, say: Language, kind: Kind, parts: &Parts) -> Option<Panel> {
        let of_month = |(month, known): &(Month, [Option<DriftingRate>; 2])| {
            let share = parts.months.get(month)?[kind as usize].share_of_meetings()?;
            Some((middle(*month)?, known[kind as usize].as_ref()?.posterior().interval90(), share))
        };
        let months: Vec<_> = self.known.iter().filter_map(of_month).collect();
        (!months.is_empty()).then(|| Panel::Course {
            axes: [say.month(), say.share_of_meetings(say.kind(kind))],
            range: (say.rate_as_learned(), months.iter().map(|(_, known, _)| *known).collect()),
            points: (say.share_of_month(), months.iter().map(|(_, _, share)| *share).collect()),
            at: months.iter().map(|(at, _, _)| *at).collect(),
            is_dated: true,
            shares: true,
        })
    }
}

/// In seconds since 1970.
fn middle((year, month): Month) -> Option<f64> {
    let noon = NaiveDate::from_ymd_opt(year, month, 15)?.and_hms_opt(12, 0, 0)?;
    Some(noon.and_utc().timestamp() as f64)
}
