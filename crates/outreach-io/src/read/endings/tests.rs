use super::*;
use crate::read::vocabulary::known;

fn ending(text: &str) -> Option<&'static str> {
    known().ending(&[], text).map(Ending::key)
}

#[test]
fn phrases_are_understood_by_their_parts() {
    for (text, meaning) in [
        ("Connected: Interested - Meeting Set", "meeting set"),
        ("Answered - Not Interested", "refused"),
        ("No Answer - No Message", "not reached"),
        ("Mtg booked", "meeting set"),
        ("Intro call scheduled with client", "meeting set"),
        ("3 - Left VM (2nd attempt)", "not reached"),
        ("Sales~Demo Booked", "meeting set"),
        ("Rendez-vous planifié", "meeting set"),
        ("Pas de rendez-vous", "refused"),
        ("Demo cancelled", "no show"),
        ("Connected - Call back", "open"),
        ("Correct Contact - Not Interested", "refused"),
        ("Not interested, Follow up", "refused"),
        ("1. No answer", "not reached"),
        ("NotInterested", "refused"),
        ("✅ Meeting booked", "meeting set"),
        ("Meeting: yes", "meeting set"),
        ("Connected - meeting", "meeting set"),
        ("Demo - cancelled", "no show"),
        ("No answer - 1", "not reached"),
    ] {
        assert_eq!(ending(text), Some(meaning), "{text}");
    }
    for unknown in ["purple", "Code 17", "Answered - purple", "booked purple"] {
        assert_eq!(ending(unknown), None, "{unknown}");
    }
}

#[test]
fn who_is_in_a_meeting_is_not_reached() {
    for text in "In a meeting;In meeting;Busy - in a meeting;Busy in a meeting;Unavailable (meeting);In an appointment;In a demo;\
                 In a call;On another call;Is in a meeting;At an interview;Out at appointment;In a meeting - call back;\
                 En RDV;En rendez-vous;Absent - en rdv;En réunion;Occupé en réunion;Injoignable (en réunion);\
                 In Termin;Im Termin;Ist im Meeting;Kunde im Termin;Nicht erreichbar (Termin);Besetzt - im Termin;\
                 En una reunión;Está en reunión;Está reunido;Ocupado en reunión;In appuntamento;In riunione;Riunione - occupato;\
                 In un incontro;Em reunião;Está em reunião;Numa reunião;In een afspraak;In meeting;Zit in meeting;In vergadering"
        .split(';')
    {
        assert_eq!(ending(text), Some("not reached"), "{text}");
    }
    for other in ["Interested in a meeting", "Demo - call back"] {
        assert_eq!(ending(other), None, "{other}");
    }
}

#[test]
fn a_meeting_that_is_denied_is_none() {
    for text in
        "Meeting: No;Meeting set: no;Meeting set - N;Meeting set = false;Appointment: none;Appointment: not interested;\
                 Demo - not interested;Meeting - declined;Termin: nein;Termin nein;Meeting - kein Interesse;Cita: no;\
                 Reunión - rechazada;Appuntamento: no;Reunião: não;Reunião - recusada;Afspraak: nee;\
                 Afspraak - geen interesse;RDV : non;RDV - refus;Interview - rejected"
            .split(';')
    {
        assert_eq!(ending(text), Some("refused"), "{text}");
    }
    assert_eq!(ending("Left message re: appointment"), Some("not reached"));
    for text in "Booked - wrong number;Meeting booked - not interested;Asked for meeting, refused".split(';') {
        assert_ne!(ending(text), Some("meeting set"), "{text}");
    }
}

#[test]
fn yes_no_one_and_zero_say_something_alone() {
    for text in "foo - yes;Other - 1;Try (1);Attempt: 1;Email sent: yes;Duplicate: yes;Already client - yes;Needs - demo;\
                 Lunch - meeting;Other: demo;foo: won;Won a car - yes;Survey: 0;\u{fffd}]0;Customer: yes;Interested: no;\
                 Callback: no;Voicemail: no;Contact yes;foo | 1"
        .split(';')
    {
        assert!(!matches!(ending(text), Some("meeting set")), "{text}: {:?}", ending(text));
    }
    for text in ["foo - yes", "Other - 1", "Survey: 0", "\u{fffd}]0;foo", "Needs - demo", "foo: won", "Interested: no"]
    {
        assert_eq!(ending(text), None, "{text}");
    }
    for text in ["Answered: No", "Reached: No", "Connected: false", "Voicemail: yes", "Wrong number: yes"] {
        assert_eq!(ending(text), Some("not reached"), "{text}");
    }
    assert_eq!(ending("Do not call: yes"), Some("refused"));
    assert_eq!(
        ["yes", "1", "no", "Answered: yes"].map(ending),
        ["meeting set", "meeting set", "refused", "answered"].map(Some)
    );
}
