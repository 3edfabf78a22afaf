//! The answer of `sensitivity` in words, with all that audits it.

use outreach::{Estimate, Stop};

use super::Analysed;
use crate::Language;
use crate::show::document::{Document, Table};
use crate::show::{TextStyle, provenance};

impl Analysed {
    /// All of it.
    pub(super) fn in_detail(&self, style: TextStyle) -> Document {
        let (say, campaign) = (style.language, &self.campaign);
        let mut document = Document::new(style);
        document.heading(say.of_strategy(self.title(say), say.strategy_name(campaign.strategy().name())));
        document.line(self.in_one_sentence(say));
        document.line(say.nothing_moved(say.estimate(self.found.base())));
        self.what_it_brings(&mut document, say);
        if !self.moving(say).is_empty() {
            document.drawing(self.drawing(style, usize::MAX));
        }
        document.line(say.each_rate_alone());
        self.ranges_of_others(&mut document, say);
        document.table(self.bounds(say));
        document.line(say.as_if_given());
        if !self.found.indices().is_empty() {
            document.heading(say.which_unknown()).table(self.indices(say));
            document.line(say.shares_of_ignorance());
        }
        document.gap().line(self.advice(say, false)).line(self.whose_figures(say));
        provenance::lines(&mut document, campaign);
        if self.found.is_sampled() {
            provenance::sampled(&mut document, self.sampling.seed, self.sampling.most_trials());
        } else {
            document.origin_line(say.exactly(provenance::VERSION));
        }
        document
    }

    pub(super) fn title(&self, say: Language) -> String {
        let calls = say.grouped(self.campaign.calls().into());
        match self.campaign.stop() {
            Stop::Minutes(minutes) => say.moves_in_hours(say.compact(minutes / 60.0)),
            Stop::Meetings(meetings) => say.moves_until(meetings, calls),
            _ if self.campaign.max_attempts() > 1 => {
                say.moves_among_contacts(say.so_many_contacts(calls, say.grouped(self.campaign.max_attempts().into())))
            }
            _ => say.moves_in_calls(calls),
        }
    }

    fn bounds(&self, say: Language) -> Table {
        let mut table = Table::new([say.assumed_rate(), say.if_it_were(0), say.if_it_were(1)]);
        let shown = |end: Option<Estimate>| end.map_or_else(|| say.none(), |end| say.estimate(end));
        for bar in self.found.bars() {
            if let Some([at_0, at_1]) = bar.bounds {
                table.row([bar.parameter.key().to_owned(), shown(at_0), shown(at_1)]);
            }
        }
        table
    }

    fn indices(&self, say: Language) -> Table {
        let mut table = Table::new([say.uncertain_rate(), say.causes_alone(), say.with_the_others()]);
        for index in self.found.indices() {
            let share = |share: Estimate| match share.std_error {
                _ if share.value.is_nan() => "–".to_owned(),
                0.0 => say.tenths(share.value),
                // It may come out slightly negative.
                error => {
                    format!(
                        "{} ± {}",
                        say.tenths((1000.0 * share.value).round() / 1000.0 + 0.0),
                        say.decimals(100.0 * error, 1)
                    )
                }
            };
            let keys = [Some(index.parameter), index.with].into_iter().flatten().map(outreach::Parameter::key);
            table.row([keys.collect::<Vec<_>>().join(", "), share(index.first_order), share(index.total)]);
        }
        table
    }
}
