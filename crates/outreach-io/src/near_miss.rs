//! The name that was probably meant.

/// `` (did you mean `cold.meeting`?)`` for the nearest of the names, empty if none is near.
///
/// ```
/// assert_eq!(outreach_io::near_miss("colt", ["cold", "warm"]), " (did you mean `cold`?)");
/// ```
pub fn hint<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    nearest(typed, names).map_or_else(String::new, |name| format!(" (did you mean `{name}`?)"))
}

/// This many more names at most that are like what was typed, or have a part in common with it: the likest first.
pub(crate) fn others<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let in_common =
        |name: &str| typed.split(['.', '_']).any(|part| part.len() > 2 && name.split(['.', '_']).any(|of| of == part));
    let likeness = |name: &str| strsim::jaro_winkler(typed, name) + if in_common(name) { 0.3 } else { 0.0 };
    let mut near: Vec<_> =
        names.into_iter().map(|name| (likeness(name), name)).filter(|(likeness, _)| *likeness > 0.75).collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    near.into_iter().map(|(_, name)| name).take(most).collect()
}

/// The names that exist, for people: all of a few, and of many the first ones, or the nearest where one was typed.
pub(crate) fn some<'a>(typed: Option<&str>, names: impl IntoIterator<Item = &'a str>) -> String {
    const ALL: usize = 20;
    const SHOWN: usize = 8;
    let mut names: Vec<_> = names.into_iter().collect();
    if names.len() <= ALL {
        return names.join(", ");
    }
    if let Some(typed) = typed {
        let likeness = |name: &str| strsim::jaro_winkler(typed, name);
        names.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)));
        names.truncate(SHOWN);
    }
    names.truncate(ALL);
    names.join(", ") + ", …"
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
