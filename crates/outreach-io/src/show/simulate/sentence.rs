//! What a campaign brings, in one sentence.

use outreach::{Campaign, Pmf, Stop};

use super::Simulated;
use crate::Language;
use crate::answer::CountRange;

impl Simulated {
    /// `About 19 meetings from 75 calls (15 warm, 60 cold); 15 to 24 in 95 % of campaigns.`, and of the calls where these
    /// are what chance decides.
    pub(super) fn in_one_sentence(&self, say: Language) -> String {
        let campaign = self.run.campaign();
        if campaign.stop() == Stop::Meetings(0) {
            return say.reached_already();
        }
        if let Stop::Meetings(meetings) = campaign.stop() {
            let (distribution, sample) = (self.attempts.as_ref(), self.run.attempts());
            let mean = distribution.map_or_else(|| sample.mean().value, Pmf::mean);
            let range = CountRange::best(distribution, sample);
            let made = of_kinds(say, campaign, say.about(mean));
            let chance = self.meetings().at_least(meetings.into());
            let (target, from) = (say.grouped(meetings.into()), calls(say, campaign));
            return if chance >= 0.995 {
                say.about_calls(made, target, range.said(say), range.share(say))
            } else if campaign.calls() >= meetings {
                let chance = self.meetings().chance_of_at_least(say, meetings.into());
                say.calls_may_end_before(chance, target, from, made, range.said(say), range.share(say))
            } else {
                say.calls_end_before(target, from)
            };
        }
        let range = self.central();
        let what = what(say, campaign);
        if range.is_sure() {
            return say.sure_meetings(range.said(say), what);
        }
        let (mean, share) = (say.about(self.mean()), range.share(say));
        if campaign.so_far().is_some() {
            say.about_more_meetings(mean, what, range.said(say), share)
        } else {
            say.about_meetings(mean, what, range.said(say), share)
        }
    }
}

/// `from 75 calls (15 warm, 60 cold)`, `in 8 h`.
fn what(say: Language, campaign: &Campaign) -> String {
    let calls = calls(say, campaign);
    match campaign.stop() {
        Stop::Minutes(minutes) if campaign.calls() < Campaign::MAX_CALLS => {
            say.and_at_most(say.in_time(say.duration(minutes)), calls)
        }
        Stop::Minutes(minutes) => say.in_time(say.duration(minutes)),
        _ => say.out_of(calls),
    }
}

/// `75 calls (15 warm, 60 cold)`, `300 cold contacts, each called up to 4 times`.
fn calls(say: Language, campaign: &Campaign) -> String {
    let [all, warm, cold] =
        [campaign.calls(), campaign.warm_attempts(), campaign.cold_attempts()].map(|count| say.grouped(count.into()));
    let none = [campaign.warm_attempts() == 0, campaign.cold_attempts() == 0];
    if campaign.calls_again() {
        let most = say.grouped(campaign.max_attempts().into());
        return match (campaign.was_called(), campaign.max_attempts(), none) {
            (true, 1, _) => say.so_many_open_contacts_once(all),
            (true, ..) => say.so_many_open_contacts(all, most),
            (_, _, [true, _]) => say.called_up_to(say.cold_contacts(all), most),
            (_, _, [_, true]) => say.called_up_to(say.warm_contacts(all), most),
            _ => say.called_up_to(say.contacts_of_both(all, warm, cold), most),
        };
    }
    match campaign.pool() {
        Some(pool) => say.calls_with_a_pool(all, say.grouped(pool.initial.into())),
        None if campaign.is_planned() && none == [false, false] => say.calls_of_both(all, warm, cold),
        None => of_kinds(say, campaign, all),
    }
}

/// This many `cold calls`, where all are cold.
fn of_kinds(say: Language, campaign: &Campaign, count: String) -> String {
    match (campaign.pool(), campaign.warm_attempts(), campaign.cold_attempts()) {
        (None, 0, _) => say.so_many_cold_calls(count),
        (None, _, 0) => say.so_many_warm_calls(count),
        _ => say.so_many_calls(count),
    }
}
