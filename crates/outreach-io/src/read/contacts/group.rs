//! The names of groups.

use std::borrow::Cow;

/// The name of a group, the same whatever wrote the table that it stands in: `2` for `2.0`, digits alone for `1e+16`, `true` for
/// `True`, `2026-01-05` for `2026-01-05T00:00:00.000000`, and other times as `2026-01-05 08:30:00`.
///
/// ```
/// use outreach_io::group_name;
///
/// assert_eq!(["2.0", "True", "2026-01-05 00:00:00", "2.10"].map(group_name), ["2", "true", "2026-01-05", "2.10"]);
/// ```
pub fn group_name(cell: &str) -> Cow<'_, str> {
    match cell.as_bytes().first() {
        Some(b't' | b'T' | b'f' | b'F') if ["true", "false"].iter().any(|word| cell.eq_ignore_ascii_case(word)) => {
            cell.to_ascii_lowercase().into()
        }
        Some(b'-' | b'0'..=b'9') => number(cell).or_else(|| moment(cell)).unwrap_or(cell.into()),
        _ => cell.into(),
    }
}

/// A number as programs write floats: `2.10` may be the name of a chapter, and `1e5` a code.
fn number(cell: &str) -> Option<Cow<'_, str>> {
    let (mantissa, exponent) = cell.split_once(['e', 'E']).map_or((cell, None), |(of, to)| (of, Some(to)));
    let (whole, part) = mantissa.split_once('.').map_or((mantissa, ""), |(whole, part)| (whole, part));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    let is_written = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if digits.is_empty() || !is_written(digits) || !is_written(part) || digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    match exponent {
        None if part.bytes().any(|byte| byte != b'0') => None,
        None => Some(if digits == "0" { "0" } else { whole }.into()),
        // Nearer to 1 they are written without an exponent.
        Some(to) if digits.len() == 1 && to.parse::<i32>().is_ok_and(|to| !(-4..16).contains(&to)) => {
            let number: f64 = cell.parse().ok()?;
            number.is_finite().then(|| number.to_string().into())
        }
        Some(_) => None,
    }
}

/// A time as it is written in full, by ISO 8601 or with a blank.
fn moment(cell: &str) -> Option<Cow<'_, str>> {
    const FORM: &[u8] = b"0000-00-00 00:00:00";
    let (begin, rest) = cell.split_at_checked(FORM.len())?;
    let fits = |(byte, form): (u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        b' ' => matches!(byte, b' ' | b'T'),
        _ => byte == *form,
    };
    if !begin.bytes().zip(FORM).all(fits) {
        return None;
    }
    let (day, time) = (&begin[..10], &begin[11..]);
    let after = rest.strip_prefix('.').map(|rest| rest.trim_start_matches(|digit: char| digit.is_ascii_digit()));
    let zone = after.unwrap_or(rest);
    let part = rest[..rest.len() - zone.len()].trim_end_matches('0').trim_end_matches('.');
    let is_offset = |digits: &[u8]| {
        matches!(digits.len(), 4 | 5) && digits.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
    };
    let zone = match zone.as_bytes() {
        b"" => String::new(),
        b"Z" => "+00:00".to_owned(),
        [b'+' | b'-', digits @ ..] if is_offset(digits) => format!("{}:{}", &zone[..3], &zone[zone.len() - 2..]),
        _ => return None,
    };
    let is_day = time == "00:00:00" && part.is_empty() && zone.is_empty();
    Some(if is_day { day.into() } else { format!("{day} {time}{part}{zone}").into() })
}

#[cfg(test)]
mod tests {
    use super::group_name;

    #[test]
    fn groups_have_one_name_whatever_wrote_the_table() {
        for (name, written) in [
            ("1", &["1", "1.0", "1.00"][..]),
            ("0", &["0", "0.0", "-0.0", "-0"]),
            ("-12", &["-12", "-12.0"]),
            ("10000000000000000", &["10000000000000000", "1e16", "1e+16", "1E16", "10000000000000000.0"]),
            ("100000000000000000000000", &["1e23", "1e+23"]),
            ("0.0000001", &["1e-7", "1e-07", "0.0000001"]),
            ("0.000015", &["1.5e-05", "0.000015"]),
            ("true", &["true", "True", "TRUE"]),
            ("false", &["False", "false"]),
            ("2026-01-05", &["2026-01-05", "2026-01-05 00:00:00", "2026-01-05T00:00:00.000000", "2026-01-05T00:00:00"]),
            ("2026-01-05 08:00:00.5", &["2026-01-05 08:00:00.500000", "2026-01-05T08:00:00.500000000"]),
            (
                "2026-01-05 00:00:00+00:00",
                &["2026-01-05T00:00:00Z", "2026-01-05 00:00:00+00:00", "2026-01-05T00:00:00.000+0000"],
            ),
        ] {
            for written in written {
                assert_eq!(group_name(written), name, "{written}");
            }
        }
    }

    #[test]
    fn what_no_program_wrote_as_a_number_keeps_its_name() {
        for text in [
            "",
            "-",
            "2.10",
            ".0",
            "007.0",
            "01000",
            "1e5",
            "12e40",
            "1e400",
            "1e",
            "1.0.0",
            "1,0",
            "1-0",
            "truely",
            "t",
            "2026-01-05 08:00",
            "2026-01-05x00:00:00",
            "2026-01-05 00:00:00 UTC",
            "2026-01-05 00:00:00+aéb",
            "٣.0",
            "5 %",
        ] {
            assert_eq!(group_name(text), text);
        }
    }
}
