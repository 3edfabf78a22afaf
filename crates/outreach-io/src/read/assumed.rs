//! What a table does not tell, and how it was taken.

use super::log::DateFormat;
use super::when::Sequence;

/// Values, and how often each was met.
pub(crate) type Counts = Vec<(String, u64)>;

/// What nobody told, and the table seems to say, or leaves in doubt.
#[derive(Debug, Clone)]
pub(crate) enum Assumed {
    /// This many lines above the header are titles.
    Titles(u64),
    /// The column of this name says how calls ended: its words show it.
    Outcomes(String),
    /// The column of this name tells calls from other rows: its words show it.
    Calls(String),
    /// Columns that say in yes or no whether a call ended as their names say.
    Ticked(String),
    /// Some words of these columns say that a machine answered.
    Machines(Vec<String>),
    /// The column of this name says in yes or no whether a meeting was missed.
    Missed(String),
    /// The column of this name, which is not used, may tell which meetings were held.
    HeldUnused(String),
    /// The column of this name, which is named as meetings held are, says yes beside calls that nobody answered.
    HeldOfCalls(String),
    /// Without times the rows stand in the order of their outcomes.
    ByOutcome,
    /// The column of contacts tells companies.
    Coarse(String),
    /// Most contacts of the first column stand beside several of the second one.
    Namesakes(String, String),
    /// The contact of this many rows is nobody in particular, by this column, as this one.
    Anonymous(u64, String, String),
    /// The contact of this many calls is blank in this column.
    Unnamed(u64, String),
    /// This many meetings have no sign in this column, whose signs tell those that were missed (true), or held.
    Unmarked(u64, String, bool),
    /// The column of this name has the dates of the calls: its cells show it.
    Dates(String),
    /// In the column of contacts stands what most rows have in another one.
    BothWays(String, String, String),
    /// What the numbers of a column count.
    Unit(String, String),
    DateOrder(DateFormat),
    /// How the rows follow each other, by this column if one tells it.
    Sequence(Sequence, String),
    /// There are times, so that `--newest-first` is not needed.
    TimeKnown,
    /// The numbers of a column are per cent.
    Percent(String),
    /// Likewise, and all are below 1: they may be shares.
    SmallPercent(String),
    /// No column tells warm contacts of a list from cold ones but this one, which names who recommended the caller.
    Connectors(String),
    /// Words of this column that elsewhere say that nobody recommended the caller, and were taken as names as the others are.
    Initials(String, Counts),
    /// Words of this column of connectors that name no person.
    NoPersons(String, Counts),
    /// This many calls name the caller as connector: the names of both columns.
    OwnConnectors(u64, String, String),
    /// A column that was taken for connectors and may tell of ways to call, and some of its words.
    Ways(String, Vec<String>),
    /// A column has a sign for yes, and nothing for no.
    Boxes(String),
    /// In this many rows a further column contradicts the first outcome column; the names of these columns; and in this many further ones
    /// it says how a call ended that the first one leaves open.
    Contradicted(u64, String, String, u64),
    /// In this many rows a column tells a meeting, and others deny it; the names of these columns.
    Overruled(u64, String, String),
    /// In this many rows these words of this column say that the call or an offer was rejected, and nothing whether anybody answered.
    Rejected(u64, String, String),
    /// This many rows are of calls that are arranged, by these words of this column.
    ToCome(u64, String, String),
    /// Words of the outcomes' column that are not known, of calls that another column says were answered, with their rows.
    Unread(String, Counts),
    /// No word of this column is known to mean a meeting; this many calls may have brought one, by these words.
    HiddenMeetings(u64, String, Vec<String>),
    /// This many meetings of answered calls stand only in a column that says where contacts stand.
    Standing(u64, String),
    /// This many conversations have no talk time, where this column has those of others.
    Untimed(u64, String),
    /// No talk time of this column is long enough for a conversation: the longest one, and the limit.
    AllShort(String, f64, f64),
    /// Columns with an outcome each, of several calls in one row.
    Series(Vec<String>),
    /// A column of several time zones, and some of these: they are not used.
    Zones(String, Vec<String>),
    /// This many calls without a date stand below those that all have one.
    Below(u64),
    /// This many other calls have no date.
    Dateless(u64),
    /// Blank cells of this column stand for what is above them.
    Filled(String),
    /// A spreadsheet took days for months in part of a column: one of its dates, and one of its texts.
    Swapped(String, String, String),
    /// This many calls have an outcome, and are still to be made by this column.
    Undone(u64, String),
    /// This many calls are dated far from all others, by this column, and the day of one of them.
    Far(u64, String, String),
    /// About this many calls are of the same person, in the same minute and with the same outcome, as others.
    SameMinute(u64),
    /// This many meetings are of contacts of whom an earlier row tells one.
    MetAgain(u64),
    /// This many conversations are still open; of this many others so many set a meeting.
    StillOpen {
        open: u64,
        closed: u64,
        set: u64,
    },
    /// All calls are of one day, and no time tells their order.
    OneDay,
    /// No column tells cold calls from warm ones, unless the one of this name does, which is not used.
    AllCold(Option<String>),
    /// Words that the user named and no row says.
    Unmet(Vec<String>),
    /// From this line on the table was read as Latin-1.
    Latin1(u64),
    /// This many dates cannot be read, and one of them.
    Undated(u64, String),
    /// The column of dates that are not used, one of them, and whether it can be read in two ways.
    UnreadDates(String, String, bool),
    /// No column tells when the calls were; those that are not used.
    Timeless(Vec<String>),
    /// No column tells contacts apart, though some calls are open (true); those that are not used.
    Contactless(bool, Vec<String>),
    /// This many rows of a log stand there again, word for word, and are counted.
    CallsAgain(u64),
    /// Likewise of a list.
    ContactsAgain(u64),
    /// This many further rows of a list are of a person who stands there already, by these columns.
    PersonsAgain(u64, String),
    /// This many rows repeat the id of a call, in this column, with other words.
    IdsAgain(u64, String),
    /// Columns that tell how calls ended, and are not used.
    UnusedOutcomes(Vec<String>),
    /// Columns that say yes or no and are not used, where nothing tells who was reached, or nothing where a meeting was set.
    UnusedAnswers(Vec<String>),
    /// A column that seems to count the calls of a row.
    Counts(String),
    /// A column of a list that seems to count the contacts of a row, or the attempts behind its contact (true).
    Tally(String, bool),
    /// Nothing is learned from how this many conversations ended, as the log does not say what their incident led to.
    AfterIncidents(u64),
    /// A column of a list whose name speaks of how likely anything is, and that is not used.
    Chances(String),
    /// The column that says how calls ended, in a list of people to be called.
    Made(String),
    /// The column that is named as directions are, and some of its words, which nobody knows.
    UnknownDirection(String, Vec<String>),
    /// This many rows are cold by the first column, and name somebody who recommended the caller in the second one.
    ColdWithConnector(u64, String, String),
    /// This many contacts have a number that a spreadsheet rounded, in this column, and one of them.
    Rounded(u64, String, String),
    /// The column that kinds of a list are read from, and another one that tells others.
    OtherKinds(String, String),
    /// Words of the kind's column that tell where a contact comes from, and were taken as cold, with their rows.
    Channels(String, Counts),
    /// The kind's column says yes and no, or 1 and 0, and names no kind: what was taken as cold, and as warm, with the rows.
    Answers(String, [Counts; 2]),
    /// Words of the kind's column that are not known, whose rows are set aside.
    UnknownKinds(String, Counts),
    /// The column of outcomes and its words, which may be of anything.
    Vague(String, Vec<String>),
    /// The column of outcomes, and its words that were taken as a meeting and may be of any success, with their rows.
    Successes(String, Counts),
    /// All probabilities of this column are 0 or 1.
    Certain(String),
    /// This many probabilities are 1, among others that are not.
    Sure(u64),
    /// The last line, whose probability is the sum of those above it.
    LikeATotal(u64),
}
