//! What may be meant otherwise in a log, so that the rates are others: said, or read as the manual says.

use std::fmt::Write as _;

use crate::behaviour::{json, outreach, stdout};

/// What `calibrate` says of a log besides its answer.
fn quiet(log: &str, options: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    std::fs::write(&path, log).unwrap();
    let output = outreach(&[&["calibrate", path.to_str().unwrap(), "-q"], options].concat());
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stderr).replace('\n', " ")
}

/// A row for each number, with what it says.
fn rows(header: &str, count: usize, row: impl Fn(usize) -> String) -> String {
    (0..count).fold(format!("{header}\n"), |mut log, number| {
        writeln!(log, "{}", row(number)).unwrap();
        log
    })
}

#[test]
fn rows_without_a_yes_were_left_out_so_that_ten_in_a_hundred_were_nineteen_in_twenty() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    for header in ["Meeting set?", "meeting", "RDV", "outcome", "result"] {
        for yes in ["1", "yes", "x", "oui"] {
            if yes == "x" && ["outcome", "result"].contains(&header) {
                continue;
            }
            let log = rows(&format!("date,contact,{header}"), 100, |number| {
                format!("2026-05-{:02},c{number},{}", 1 + number / 10, if number % 10 == 3 { yes } else { "" })
            });
            std::fs::write(&path, &log).unwrap();
            let told = json(&["calibrate", path.to_str().unwrap()]);
            let rate = &told["rates"]["cold.meeting"];
            assert_eq!((rate["successes"].as_u64(), rate["trials"].as_u64()), (Some(10), Some(100)), "{header} {yes}");
            let said = quiet(&log, &[]);
            assert!(said.contains(&format!("an empty cell of `{header}` is taken as a no")), "{header} {yes}: {said}");
        }
    }
}

#[test]
fn what_is_doubted_was_not_said_under_quiet() {
    let word = |number: usize| if number.is_multiple_of(10) { "Meeting set" } else { "No answer" };
    let kinds = ["cold", "warm", "partner", "web"];
    let of_kinds = rows("date,contact,kind,outcome", 200, |n| format!("2026-05-04,c{n},{},{}", kinds[n % 4], word(n)));
    assert!(quiet(&of_kinds, &[]).contains("taken as cold"));
    let ways = ["going", "coming"];
    let of_ways =
        rows("date,contact,direction,outcome", 100, |n| format!("2026-05-04,c{n},{},{}", ways[n % 2], word(n)));
    assert!(quiet(&of_ways, &[]).contains("`direction` is not understood"), "{}", quiet(&of_ways, &[]));
    let contradicting =
        rows("date,contact,outcome,call result", 100, |n| format!("2026-05-04,c{n},{},{}", word(n), "Not interested"));
    assert!(
        quiet(&contradicting, &[]).contains("says one thing") || quiet(&contradicting, &[]).contains("say one thing")
    );
    let dates = rows("date,contact,outcome", 100, |n| format!("0{}/0{}/2026,c{n},{}", 1 + n % 9, 1 + n % 7, word(n)));
    assert!(!quiet(&dates, &["--date-format", "dmy"]).contains("dates of `date`"));
    let twice = rows("call id,date,contact,outcome", 100, |n| format!("{0},2026-05-04,c{0},{1}", n / 2, word(n / 2)));
    assert!(quiet(&twice, &[]).contains("50 rows are the same calls again"));
    // What changes nothing is not said.
    let plain = rows("contact,outcome", 100, |n| format!("c{n},{}", word(n)));
    assert_eq!(quiet(&plain, &[]), "");
}

#[test]
fn numbers_of_attempts_were_taken_for_ones_own_telephone_number() {
    // Of many contacts the first rows have nothing but first attempts, which were taken for ticks.
    for contacts in ["100", "3000"] {
        let log = stdout(&[
            "trace",
            "--contacts",
            contacts,
            "--max-attempts",
            "6",
            "--set",
            "cold.reach=0.8",
            "--format",
            "csv",
        ]);
        assert_eq!(quiet(&log, &[]), "");
    }
}

#[test]
fn attempts_that_a_column_numbers_were_counted_as_contacts() {
    let log =
        stdout(&["trace", "--contacts", "200", "--max-attempts", "6", "--set", "cold.reach=0.1", "--format", "csv"]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    let words = ["calibrate", path.to_str().unwrap(), "--attempts-column", "attempt"];
    let (header, calls) = log.split_once('\n').unwrap();
    let newest_first = calls.lines().rev().fold(format!("{header}\n"), |log, row| log + row + "\n");
    for log in [&log, &newest_first] {
        std::fs::write(&path, log).unwrap();
        let output = outreach(&words);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("each row is an attempt"), "{output:?}");
    }
    // A row for each contact, of whom some are on two lists.
    let contacts = rows("attempt,contact,outcome", 200, |n| format!("{},c{},No answer", 1 + n % 6, n % 150));
    std::fs::write(&path, contacts).unwrap();
    json(&words);
}

#[test]
fn attempts_side_by_side_were_each_a_call_and_the_first_one_alone_the_outcome() {
    let log = rows("Date,Contact,Attempt 1,Attempt 2", 12, |number| {
        format!("2026-05-{:02},c{number},No answer,{}", 1 + number, ["Voicemail", "Meeting booked"][number % 2])
    });
    let said = quiet(&log, &[]);
    assert!(said.contains("each of `Attempt 1`, `Attempt 2`") && !said.contains("is taken as the outcome"), "{said}");
}

#[test]
fn days_of_last_calls_were_said_to_tell_who_is_not_to_be_called() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contacts.csv");
    for header in ["Last call date", "Last contacted", "Dernier appel", "Letzter Kontakt"] {
        let contacts =
            rows(&format!("Name,Kind,{header}"), 4, |number| format!("c{number},cold,2026-05-0{}", 1 + number));
        std::fs::write(&path, contacts).unwrap();
        let output = outreach(&["forecast", path.to_str().unwrap(), "-q"]);
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    }
}

#[test]
fn contacts_in_two_columns_were_in_none_without_a_word() {
    let log = rows("Date,Contact 1,Contact 2,Outcome", 12, |number| {
        format!("2026-05-{:02},a{number},b{number},{}", 1 + number, ["No answer", "Meeting booked"][number % 2])
    });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    std::fs::write(&path, log).unwrap();
    let output = outreach(&["calibrate", path.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("(--contact-column)") && said.contains("`Contact 1`, `Contact 2`"), "{said}");
}

#[test]
fn telephone_numbers_beside_the_names_of_agents_were_namesakes() {
    let log = rows("date_started,external_number,name,disposition", 60, |number| {
        let agent = ["Bob Fontaine", "Eva Stein", "Ana Doe"][number % 7 % 3];
        format!(
            "2026-05-{:02},+336461826{:02},{agent},{}",
            1 + number / 3,
            number % 20,
            if number > 40 && number % 2 == 1 { "Meeting set" } else { "No answer" }
        )
    });
    assert_eq!(quiet(&log, &[]), "");
}

#[test]
fn the_row_of_totals_had_a_date_that_cannot_be_read() {
    let log = rows("Call Time,To,Status,Talking", 12, |number| {
        format!(
            "2026-05-{:02} 09:00,+336461826{number:02},{},00:01:00",
            1 + number,
            ["No answer", "Meeting set"][number % 2]
        )
    });
    let log = log + "Totals,,,00:12:00\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    std::fs::write(&path, log).unwrap();
    let output = outreach(&["calibrate", path.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("totals or footers") && !said.contains("cannot be read"), "{said}");
}

#[test]
fn plain_logs_were_doubted() {
    let call = |number: usize| {
        let outcomes = ["No answer", "Voicemail", "Not interested", "No answer", "Not interested", "Call back later"];
        let outcome = if number % 9 == 4 { "Meeting booked" } else { outcomes[number % 5 + number % 10 / 9] };
        format!("2026-05-{:02} 09:{:02},c{number},{outcome}", 1 + number / 20, number % 60)
    };
    let log = |header: &str, cell: &dyn Fn(usize) -> &'static str| {
        let header = format!("Date,Contact,Outcome,{header}");
        quiet(&rows(&header, 60, |number| format!("{},{}", call(number), cell(number))), &[])
    };
    let reasons = |number: usize| ["price", "timing", "no budget"][number % 3];
    assert_eq!(log("Replied", &|_| "no"), "");
    assert_eq!(log("is_voicemail", &|_| "false"), "");
    assert_eq!(log("Messagerie", &|_| "non"), "");
    assert_eq!(log("Objection", &reasons), "");
    assert_eq!(log("Résumé IA", &|number| if number % 7 == 0 { "Le client accepte un RDV" } else { "" }), "");
    let voicemail = log("is_voicemail", &|number| if number % 5 == 1 { "true" } else { "false" });
    assert!(voicemail.contains("is_voicemail"), "{voicemail}");
    let replied = log("Replied", &|number| if number % 5 == 4 { "yes" } else { "no" });
    assert!(replied.contains("Replied"), "{replied}");
    let referrals = |share: usize| {
        let row = |number: usize| {
            let end = if number % share == 5 { "Connected - Referral" } else { "Connected - Not interested" };
            format!("2026-05-{:02},c{number},{}", 1 + number / 20, ["No answer", end][number % 2])
        };
        quiet(&rows("Date,Contact,Disposition", 90, row), &[])
    };
    assert!(!referrals(40).contains("seems to separate"), "{}", referrals(40));
    assert!(referrals(6).contains("seems to separate"), "{}", referrals(6));
}

#[test]
fn names_of_those_who_recommended_stood_under_an_unknown_name_without_a_word() {
    let outcomes = ["No answer", "Not interested", "Voicemail", "Meeting booked", "No answer"];
    let log = |cell: &dyn Fn(usize) -> &'static str| {
        let row = |number: usize| {
            let outcome = outcomes[number % 5];
            format!("2026-05-{:02},c{number},{outcome},{}", 1 + number / 20, cell(number))
        };
        quiet(&rows("Date,Contact,Outcome,Zeta", 60, row), &[])
    };
    let who = ["Marie Curie", "Jean-Luc de la Tour", "Lise Meitner"];
    let told = log(&|number| if number % 3 == 0 { who[number % 4 % 3] } else { "" });
    assert!(told.contains("`Zeta` seems to separate"), "{told}");
    // Who was spoken to, who is in charge of all, and what is nobody.
    assert_eq!(log(&|number| if number % 5 == 1 || number % 5 == 3 { who[number % 3] } else { "" }), "");
    assert_eq!(log(&|number| who[number % 3]), "");
    assert_eq!(log(&|number| if number % 3 == 0 { ["Paris", "Lyon"][number % 2] } else { "" }), "");
}

#[test]
fn no_talk_beside_a_blank_outcome_was_no_call() {
    let log = |name: &str, unanswered: &str| {
        let row = |number: usize| match number % 5 {
            0 => format!("2026-05-{:02},c{number},90,Not interested", 1 + number / 20),
            1 => format!("2026-05-{:02},c{number},120,Meeting booked", 1 + number / 20),
            _ => format!("2026-05-{:02},c{number},{unanswered},", 1 + number / 20),
        };
        rows(&format!("Date,Contact,{name},Outcome"), 50, row)
    };
    let reach = |log: &str, options: &[&str]| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.csv");
        std::fs::write(&path, log).unwrap();
        let told = json(&[&["calibrate", path.to_str().unwrap()], options].concat());
        let rate = &told["rates"]["cold.reach"];
        (rate["successes"].as_u64(), rate["trials"].as_u64())
    };
    for name in ["Durée", "Duración", "Durata", "Duração", "Duur", "Dauer", "Duration", "Talk time"] {
        assert_eq!(reach(&log(name, "0"), &[]), (Some(20), Some(50)), "{name}");
    }
    // A ring takes some seconds.
    let rung = log("Durée", "12");
    assert!(quiet(&rung, &[]).contains("--duration-column `Durée`"), "{}", quiet(&rung, &[]));
    assert_eq!(reach(&rung, &["--duration-column", "Durée"]), (Some(20), Some(50)));
}

#[test]
fn a_meeting_and_what_became_of_it_were_two_meetings_without_a_word() {
    let later = [
        ("meeting set", &["meeting held", "no-show", "meeting cancelled"][..]),
        ("RDV pris", &["RDV honoré", "RDV non honoré", "RDV annulé"]),
    ];
    let of_one = |first: &str, last: &str| {
        format!("date,contact,outcome\n2026-05-04,Ana,{first}\n2026-05-05,Bob,refused\n2026-05-11,Ana,{last}\n")
    };
    for (first, words) in later {
        for last in words {
            let said = quiet(&of_one(first, last), &[]);
            assert!(said.contains("1 row has a meeting of a contact who has one in an earlier row"), "{last}: {said}");
        }
    }
    let newest_first =
        "date,contact,outcome\n2026-05-11,Ana,meeting held\n2026-05-05,Bob,refused\n2026-05-04,Ana,meeting set\n";
    assert!(quiet(newest_first, &[]).contains("1 row has a meeting"));
    // One further meeting may be one.
    assert_eq!(quiet(&of_one("meeting set", "meeting confirmed"), &[]), "");
    let confirmed = |contacts: usize| {
        rows("date,contact,outcome", 100, |n| {
            let word = ["meeting set", "refused", "meeting confirmed", "no answer"][n % 4];
            let contact = if n % 4 == 2 && n < 4 * contacts { n - 2 } else { n };
            format!("2026-05-{:02} {:02}:00,c{contact},{word}", 1 + n / 4, 9 + n % 4)
        })
    };
    assert_eq!(quiet(&confirmed(2), &[]), "");
    let said = quiet(&confirmed(25), &[]);
    assert!(said.contains("rows have a meeting"), "{said}");
    // Three of a hundred meetings may well be second ones.
    let three = rows("date,contact,outcome", 100, |n| {
        format!("2026-{:02}-{:02},c{},meeting set", 1 + n / 28, 1 + n % 28, n % 97)
    });
    assert_eq!(quiet(&three, &[]), "");
    // Where a column says whether meetings were held, a contact may well have two.
    let held = "date,contact,outcome,held\n2026-05-04,Ana,meeting set,later\n2026-05-05,Bob,refused,\n2026-06-11,Ana,meeting set,yes\n";
    assert_eq!(quiet(held, &[]), "");
}

#[test]
fn open_conversations_were_left_out_of_the_rate_without_a_word() {
    let log = |open: usize| {
        rows("date,contact,outcome", 120 + open, |n| {
            let word = ["meeting set", "no answer", "refused"][n % 3];
            format!("2026-05-04,c{n},{}", if n < 120 { word } else { "call back" })
        })
    };
    let said = quiet(&log(80), &[]);
    let told = "80 conversations are still open and count neither as a meeting nor as a refusal: of the others, 40 of 80 \
                set a meeting (50 %; 25 % if no open one does)";
    assert!(said.contains(told), "{said}");
    let french = quiet(&log(80), &["--lang", "fr"]);
    assert!(french.contains("parmi les autres, 40 sur 80 ont abouti"), "{french}");
    assert_eq!([quiet(&log(39), &[]), quiet(&log(0), &[])], ["", ""]);
    assert!(quiet(&log(40), &[]).contains("40 conversations are still open"));
}
