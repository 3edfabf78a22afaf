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
    for open in ["Call back later, hot lead; Q2", "Call back;Cold", "Connected; Call back | purple"] {
        assert_eq!(ending(open), Some("open"), "{open}");
    }
    assert_eq!(ending("Purple - call back"), None);
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
fn a_meeting_that_is_still_to_be_made_is_open() {
    for text in "Meeting to be scheduled;Demo to book;Appointment - to be set;RDV à fixer;À planifier : visite;Termin zu vereinbaren;\
                 cita por agendar;visita por agendar;reunión pendiente de agendar;appuntamento da fissare;da fissare appuntamento;\
                 demo da fissare;reunião a agendar;reunião por agendar;visita a marcar;afspraak in te plannen"
        .split(';')
    {
        assert_eq!(ending(text), Some("open"), "{text}");
    }
    for text in "Agendar cita;agendar reunião;Fissare appuntamento;Termin vereinbaren;Fixer RDV;Book meeting".split(';')
    {
        assert_eq!(ending(text), None, "{text}");
    }
    for text in "cita agendada;reunião agendada;appuntamento fissato;Meeting rescheduled;Termin verschoben;RDV décalé"
        .split(';')
    {
        assert_eq!(ending(text), Some("meeting set"), "{text}");
    }
}

#[test]
fn what_a_gatekeeper_says_or_a_busy_line_is_nobody_reached() {
    for text in "GK - not interested;GK: refused;PA: no thanks;Gatekeeper not interested;Not interested (receptionist);Spoke to PA;\
                 Secrétaire : pas intéressé;Standard - refus;Sekretariat: kein Interesse;Vorzimmer lehnt ab;\
                 recepción - no interesado;centralino: non interessato;secretária - sem interesse;secretaresse: geen interesse;\
                 Busy - call back;Busy - call back later;Busy, callback;Occupé - rappeler plus tard;Besetzt, später anrufen;\
                 Ocupado - llamar más tarde;Occupato, richiamare;Ocupado - ligar mais tarde;in gesprek, terugbellen;bezet - terugbellen;\
                 Reached voicemail;answered by machine;joint secrétaire;à rappeler NRP;rappeler absent;Mailbox erreicht;\
                 nur Sekretariat erreicht;volver a llamar no contesta;contesta buzón;richiamare non risponde;atendeu caixa postal;\
                 terugbellen geen gehoor"
        .split(';')
    {
        assert_eq!(ending(text), Some("not reached"), "{text}");
    }
    assert_eq!(ending("GK - meeting set"), Some("meeting set"));
    assert_eq!(ending("no gatekeeper"), None);
    assert_eq!([ending("Interested but no budget"), ending("Interested, no budget")], [Some("refused"); 2]);
}

#[test]
fn what_was_sent_by_mail_is_open() {
    for text in "Sent info by e-mail;sent proposal;quote sent;Emailed brochure;devis envoyé;envoyer mail;envoi d'infos par mail;\
                 Angebot geschickt;Infos geschickt;mail enviado;presupuesto enviado;mail inviata;preventivo inviato;e-mail enviado;\
                 orçamento enviado;mail gestuurd;offerte gestuurd"
        .split(';')
    {
        assert_eq!(ending(text), Some("open"), "{text}");
    }
    for text in "Sent to voicemail;Voicemail left, email sent;No answer - sent email".split(';') {
        assert_eq!(ending(text), Some("not reached"), "{text}");
    }
    assert_ne!(ending("No info sent"), Some("open"));
}

#[test]
fn counts_of_attempts_say_nothing() {
    for text in "No answer x3;NRP1;NRP2;NRP 3;VM2;No answer - x2;voicemail 2x".split(';') {
        assert_eq!(ending(text), Some("not reached"), "{text}");
    }
    for text in ["N1", "no1", "Code17", "x3", "b2"] {
        assert_eq!(ending(text), None, "{text}");
    }
}

#[test]
fn a_meeting_that_is_denied_is_none() {
    for text in
        "Not interested in a meeting;pas intéressé par un RDV;kein Interesse an Termin;no le interesa una reunión;\
                 Meeting: No;Meeting set: no;Meeting set - N;Meeting set = false;Appointment: none;Appointment: not interested;\
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

#[test]
fn calls_that_came_in_were_read_as_those_that_went_out() {
    let came_in = |text: &&str| known().came_in(&[], text.trim());
    let all = "Inbound: Meeting set;Inbound - Missed;Inbound - No answer;Meeting set (inbound);Inbound meeting set;Incoming call - interested;\
                 Incoming call;inbound_no_answer;InboundMissed;They called us: meeting set;Called us back - meeting set;He called me back, not interested;\
                 Returned my call - Meeting set;IN - Meeting set;Missed inbound call;Appel entrant - RDV pris;Appel entrant;Nous a rappelé : RDV pris;\
                 Eingehend: Termin vereinbart;Eingehender Anruf - kein Interesse;Hat uns angerufen - Termin vereinbart;Entrante - Cita concertada;\
                 Nos llamó - cita concertada;In entrata - Appuntamento fissato;Ricevuta - Appuntamento fissato;Recebida - Reunião marcada;\
                 Inkomend - Afspraak gemaakt;Belde terug - afspraak gemaakt";
    let others = "Meeting set;Outbound: Meeting set;Inbound lead - Meeting set;Inbound lead;No inbound call;Interested in inbound;Missed call;Left VM;\
                 Call back;Called back;Offer received;Proposition reçue;Proposta ricevuta;Received;Missed;Manqué;A rappeler;À rappelé;Interested in;\
                 Not interested - has inbound team;Angenommen - kein Interesse;Voicemail received;In a meeting;Busy - in a meeting;En RDV;\
                 Ausgehend: Termin vereinbart;Sent brochure;Client: not interested;Contact - meeting set";
    assert_eq!(all.split(';').filter(|text| !came_in(text)).collect::<Vec<_>>(), Vec::<&str>::new());
    assert_eq!(others.split(';').filter(came_in).collect::<Vec<_>>(), Vec::<&str>::new());
}
