//! What the calls of a campaign came to, by names.

use outreach::Quantity;

use crate::Language;

/// What a campaign has a number of: its name in JSON, what it is, its name for people.
pub(super) type Counted = (&'static str, Quantity, fn(Language) -> String);

/// The counted things by their groups in JSON.
pub(super) const COUNTS: [(&str, &[Counted]); 4] = [
    (
        "attempts",
        &[
            ("cold", Quantity::ColdAttempts, Language::attempts_cold),
            ("warm", Quantity::WarmAttempts, Language::attempts_warm),
            ("total", Quantity::Attempts, Language::attempts),
        ],
    ),
    (
        "conversations",
        &[
            ("cold", Quantity::ColdConversations, Language::conversations_cold),
            ("warm", Quantity::WarmConversations, Language::conversations_warm),
            ("total", Quantity::Conversations, Language::conversations),
        ],
    ),
    (
        "meetings_set",
        &[
            ("cold", Quantity::ColdMeetingsSet, Language::meetings_set_cold),
            ("warm", Quantity::WarmMeetingsSet, Language::meetings_set_warm),
            ("total", Quantity::MeetingsSet, Language::meetings_set),
        ],
    ),
    (
        "incidents",
        &[
            ("total", Quantity::Incidents, Language::incidents),
            ("unknown", Quantity::Unknown, Language::incidents_unknown),
            ("recovered", Quantity::Recovered, Language::incidents_recovered),
            ("unrecovered", Quantity::Unrecovered, Language::incidents_unrecovered),
            ("disliked", Quantity::Disliked, Language::incidents_disliked),
        ],
    ),
];
