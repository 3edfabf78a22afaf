//! What is wrong as data: it stands in the place of an answer where there is none.

use serde::{Deserialize, Serialize};

/// What is wrong with a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ErrorAnswer {
    /// All that is to be mended.
    pub error: ErrorFields,
}

/// All that is to be mended: `message` says everything, the other fields are those of the first thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ErrorFields {
    /// The first thing, with the message of all.
    #[serde(flatten)]
    pub first: FaultAnswer,
    /// Each of several things.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all: Vec<FaultAnswer>,
}

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct FaultAnswer {
    /// What is wrong, in English.
    pub message: String,
    /// The field, key or option; null where it is no single one.
    pub field: Option<String>,
    /// Its value as it was given; null where there is none.
    pub value: Option<String>,
    /// What is accepted in its place; null where that is not to be listed.
    pub accepted: Option<String>,
    /// What was probably meant; null where nothing is near.
    pub hint: Option<String>,
}
