//! The name that was probably meant.

/// `` (did you mean `cold.meeting`?)`` for the nearest of the names, empty if none is near.
///
/// ```
/// assert_eq!(outreach_io::near_miss("colt", ["cold", "warm"]), " (did you mean `cold`?)");
/// ```
pub fn hint<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    nearest(typed, names).map_or_else(String::new, |name| format!(" (did you mean `{name}`?)"))
}

/// The nearest of the names, if one is near.
pub(crate) fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(typed, name), name))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}
