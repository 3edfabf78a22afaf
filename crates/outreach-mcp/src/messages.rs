//! Messages on their way in and out, a line each. Whoever sent one that cannot be read is told so, and the next one is read.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::{Arc, Mutex, PoisonError};

use outreach_io::question;
use rmcp::RoleServer;
use rmcp::model::{ClientNotification, ErrorData, JsonRpcMessage, RequestId};
use rmcp::service::{RxJsonRpcMessage, TxJsonRpcMessage};
use rmcp::transport::Transport;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::json;
use tokio::sync::mpsc;

/// The most bytes of a message.
const LONGEST: usize = 16 << 20;
/// In longer ones the id is looked for up to here: clients write it at the end.
const LOOKED_THROUGH: usize = 4 * LONGEST;
/// The most values in a message: each takes up to a hundred times the memory of its two or three bytes.
const MOST_VALUES: usize = 10_000;
/// The most bytes of the requests that have no answer yet.
const MOST_OPEN: usize = 4 * LONGEST;
/// Shorter ones are heard all the same: pings, cancellations, most questions.
const SHORT: usize = 64 << 10;

/// Standard input and output.
#[derive(Debug)]
pub(crate) struct Lines {
    requests: mpsc::Receiver<RxJsonRpcMessage<RoleServer>>,
    open: Open,
}

/// The lengths of requests that have no answer yet, by hashes of their ids: an id may be long. That of a cancelled one is never free
/// again, as its work may still end with an answer.
#[derive(Debug, Clone, Default)]
struct Open(Arc<Mutex<HashMap<u64, usize>>>, RandomState);

impl Open {
    /// The message of a line, if it may be heard: no request with the id of one that is open, nor a long one beside many others.
    fn admit(&self, line: &[u8]) -> Result<RxJsonRpcMessage<RoleServer>, ErrorData> {
        let open: usize = self.ids().values().sum();
        if line.len() > SHORT && line.len() <= LONGEST && open + line.len() > MOST_OPEN {
            let told = format!("open requests have at most {MOST_OPEN} bytes in all: ask again when one is answered");
            return Err(ErrorData::internal_error(told, None));
        }
        let message = message(line)?;
        match &message {
            JsonRpcMessage::Request(request) => match self.ids().entry(self.1.hash_one(&request.id)) {
                Entry::Occupied(_) => {
                    return Err(ErrorData::invalid_request("another request has this id, and no answer yet", None));
                }
                Entry::Vacant(entry) => drop(entry.insert(line.len())),
            },
            JsonRpcMessage::Notification(told) => {
                if let ClientNotification::CancelledNotification(cancelled) = &told.notification
                    && let Some(id) = &cancelled.params.request_id
                    && let Some(length) = self.ids().get_mut(&self.1.hash_one(id))
                {
                    *length = 0;
                }
            }
            _ => {}
        }
        Ok(message)
    }

    fn close(&self, id: &RequestId) {
        self.ids().remove(&self.1.hash_one(id));
    }

    fn ids(&self) -> std::sync::MutexGuard<'_, HashMap<u64, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lines {
    /// Reads from now on, on a thread of its own.
    pub(crate) fn of(from: impl Read + Send + 'static) -> Self {
        let (to, requests) = mpsc::channel(1);
        let lines = Self { requests, open: Open::default() };
        let open = lines.open.clone();
        std::thread::spawn(move || {
            let mut from = BufReader::new(from);
            while let Ok(Some(line)) = next(&mut from) {
                let is_heard = match open.admit(&line) {
                    Ok(message) => to.blocking_send(message).is_ok(),
                    Err(error) => say(&json!({ "jsonrpc": "2.0", "id": id(&line), "error": error })).is_ok(),
                };
                if !is_heard {
                    break;
                }
            }
        });
        lines
    }
}

impl Transport<RoleServer> for Lines {
    type Error = io::Error;

    fn send(&mut self, message: TxJsonRpcMessage<RoleServer>) -> impl Future<Output = io::Result<()>> + Send + 'static {
        let answered = match &message {
            JsonRpcMessage::Response(answer) => Some(&answer.id),
            JsonRpcMessage::Error(error) => error.id.as_ref(),
            _ => None,
        };
        // Before it is written, as the other side may use the id again as soon as it reads it.
        if let Some(id) = answered {
            self.open.close(id);
        }
        async move { tokio::task::spawn_blocking(move || say(&message)).await? }
    }

    async fn receive(&mut self) -> Option<RxJsonRpcMessage<RoleServer>> {
        self.requests.recv().await
    }

    async fn close(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a message.
fn say(message: &impl serde::Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(message)?;
    line.push(b'\n');
    let mut to = io::stdout().lock();
    to.write_all(&line)?;
    to.flush()
}

/// The next line that is not blank; of a very long one the beginning.
fn next(from: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    loop {
        let mut line = Vec::new();
        if from.take(LOOKED_THROUGH as u64).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if line.len() == LOOKED_THROUGH && !line.ends_with(b"\n") {
            from.skip_until(b'\n')?;
        }
        if !line.trim_ascii().is_empty() {
            return Ok(Some(line));
        }
    }
}

/// The message of a line.
fn message(line: &[u8]) -> Result<RxJsonRpcMessage<RoleServer>, ErrorData> {
    if line.len() > LONGEST {
        return Err(ErrorData::invalid_request(format!("a message has at most {LONGEST} bytes"), None));
    }
    if values(line) > MOST_VALUES {
        let told = format!("a message has at most {MOST_VALUES} values; a table is one, as `text`");
        return Err(ErrorData::invalid_request(told, None));
    }
    let message = question::parse(line).map_err(|error| {
        let told = format!("this message cannot be read: {error}");
        if error.is_data() { ErrorData::invalid_request(told, None) } else { ErrorData::parse_error(told, None) }
    })?;
    let is_request = message["jsonrpc"] == "2.0" && message["method"].is_string() && id(line).is_some();
    serde_json::from_value(message).map_err(|_| {
        if is_request {
            return ErrorData::invalid_params("params is not an object, or its `_meta` is not", None);
        }
        let expected = "this is no message: an object with jsonrpc = \"2.0\", method and id is expected";
        ErrorData::invalid_request(expected, None)
    })
}

/// At least as many values as a line holds, before any is built: each but the first comes after one of these.
fn values(line: &[u8]) -> usize {
    let (mut values, mut is_text, mut is_escaped) = (0, false, false);
    for byte in line {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            b',' | b'[' | b'{' if !is_text => values += 1,
            _ => {}
        }
    }
    values
}

/// The id of a message, as far as it can be read.
fn id(line: &[u8]) -> Option<RequestId> {
    let mut id = Id(None);
    // What is wrong with the rest was said.
    let _ = id.deserialize(&mut serde_json::Deserializer::from_slice(line));
    id.0
}

struct Id(Option<RequestId>);

impl<'de> DeserializeSeed<'de> for &mut Id {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Id {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<String>()? {
            if name == "id" {
                self.0 = Some(members.next_value()?);
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_cannot_be_read_the_error_and_the_id_are_told() {
        let of_params = |params: &str| format!(r#"{{"jsonrpc":"2.0","id":7,"method":"ping","params":{params}}}"#);
        let deep = of_params(&format!("{}{}", "[".repeat(130), "]".repeat(130)));
        let long = of_params(&format!(r#"{{"x":"{}"}}"#, "a".repeat(LONGEST)));
        let late = format!(r#"{{"method":"ping","params":{{"x":"{}"}},"id":7}}"#, "a".repeat(LONGEST));
        for (line, code, is_known) in [
            (of_params(r#"{"x":1e400}"#).as_str(), -32700, true),
            (&deep, -32700, true),
            (&long, -32600, true),
            (&late, -32600, true),
            (&of_params(r#"{"x":1,"x":2}"#), -32600, true),
            (r#"{"jsonrpc":"2.0","id":7}"#, -32600, true),
            (r#"{"jsonrpc":"1.0","id":7,"method":"ping"}"#, -32600, true),
            (r#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, -32600, false),
            (&of_params("[]"), -32602, true),
            (&of_params(r#"{"_meta":5}"#), -32602, true),
            (r#"{"jsonrpc":"2.0","id"#, -32700, false),
            ("[]", -32600, false),
            ("null", -32600, false),
        ] {
            let (line, short) = (line.as_bytes(), &line[..line.len().min(80)]);
            let error = message(line).expect_err(short);
            assert_eq!((error.code.0, id(line)), (code, is_known.then_some(RequestId::Number(7))), "{short}");
        }
        assert!(message(of_params("{}").as_bytes()).is_ok());
    }

    #[test]
    fn a_short_message_of_many_values_took_a_hundred_times_its_length() {
        let of = |values: &str| format!(r#"{{"jsonrpc":"2.0","id":7,"method":"ping","params":{{"x":{values}}}}}"#);
        let list = |item: &str, count: usize| of(&format!("[{}]", vec![item; count].join(",")));
        let object: Vec<_> = (0..MOST_VALUES).map(|number| format!(r#""\"{number}":1"#)).collect();
        for line in [
            list("{}", MOST_VALUES),
            list("1", MOST_VALUES),
            list("[]", 6000),
            of(&format!("{{{}}}", object.join(","))),
        ] {
            let error = message(line.as_bytes()).expect_err("too many values");
            assert!(error.message.contains("at most 10000 values"), "{error}");
            assert_eq!(id(line.as_bytes()), Some(RequestId::Number(7)));
        }
        for fine in [list("1", MOST_VALUES - 10), of(&format!(r#""\"{}\\""#, "[{,".repeat(MOST_VALUES)))] {
            assert!(message(fine.as_bytes()).is_ok(), "{}", &fine[..80]);
        }
    }

    #[test]
    fn of_a_line_without_end_the_beginning_is_kept_and_the_next_line_comes_after_it() {
        let mut from = io::Cursor::new(["a".repeat(LOOKED_THROUGH + 9), "\n \nb".to_owned()].concat());
        assert_eq!(next(&mut from).expect("read").map(|line| line.len()), Some(LOOKED_THROUGH));
        assert_eq!(next(&mut from).expect("read"), Some(b"b".to_vec()));
        assert_eq!(next(&mut from).expect("read"), None);
    }
}
