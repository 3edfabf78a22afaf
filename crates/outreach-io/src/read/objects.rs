//! The name of a column without the object that it belongs to: `Activity - Due date`, `Contact.Referred By`, `Referred_By__c`.

use super::vocabulary::known;
use super::words::plain_word;

/// What a column's name says that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Object {
    /// The call of its row, or a field that somebody added.
    Call,
    /// The contact, of whom some things are as if said of the call.
    Person,
    /// A deal, a company, or anything.
    Other,
}

impl Object {
    fn of(text: &str) -> Self {
        match known().meaning(&[], "object", &plain_word(text)) {
            Some("call") => Self::Call,
            Some("person") => Self::Person,
            _ => Self::Other,
        }
    }
}

/// The rest of a name, and what it belongs to; nothing of a name that has no object.
pub(crate) fn parted(name: &str) -> Option<(&str, Object)> {
    let name = name.trim();
    let field = ["__c", "__pc"].into_iter().find_map(|end| name.strip_suffix(end));
    let field = field.or_else(|| ["cf_", "custom_"].into_iter().find_map(|begin| name.strip_prefix(begin)));
    if let Some(rest) = field {
        return Some(parted(rest).unwrap_or((rest, Object::Call)));
    }
    if let Some((rest, object)) = name.strip_suffix(')').and_then(|name| name.split_once(" (")) {
        return Some((rest, Object::of(object)));
    }
    let between = |sign: &'static str| name.split_once(sign);
    let (object, rest) = [" - ", " – ", ": ", " | ", " > "].into_iter().find_map(between).or_else(|| {
        let (object, rest) = name.split_once('.')?;
        (object.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric)).then_some((object, rest))
    })?;
    Some((rest.trim(), Object::of(object)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_from_what_they_belong_to() {
        for (name, parts) in [
            ("Activity - Due date", Some(("Due date", Object::Call))),
            ("properties.hs_timestamp", Some(("hs_timestamp", Object::Call))),
            ("Contact.Referred By", Some(("Referred By", Object::Person))),
            ("Lead: Referred by", Some(("Referred by", Object::Person))),
            ("Referred By (Contact)", Some(("Referred By", Object::Person))),
            ("Referred_By__c", Some(("Referred_By", Object::Call))),
            ("cf_referred_by", Some(("referred_by", Object::Call))),
            ("Deal - Status", Some(("Status", Object::Other))),
            ("Appel : Résultat", Some(("Résultat", Object::Call))),
            ("Ref. by", None),
            ("Follow-up date", None),
        ] {
            assert_eq!(parted(name), parts, "{name}");
        }
    }
}
