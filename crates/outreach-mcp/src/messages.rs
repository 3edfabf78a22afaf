//! Messages on their way in. Where a name stands twice in one, whoever answers it is told: of two values one would be left out
//! without a word.

use outreach_io::question;
use serde_json::{Map, Value};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream};

/// The name under which a message tells it, beside what clients tell.
pub(crate) const TWICE: &str = "outreach/twice";

/// The same lines; those with a name that stands twice tell which one. Lines that are longer are not looked at.
pub(crate) fn marked(from: impl AsyncRead + Send + Unpin + 'static, longest: u64) -> DuplexStream {
    let (mut to, lines) = tokio::io::duplex(1 << 16);
    tokio::spawn(async move {
        let (mut from, mut line) = (BufReader::new(from), Vec::new());
        loop {
            line.clear();
            let read = (&mut from).take(longest).read_until(b'\n', &mut line).await;
            let is_end = read.is_ok_and(|length| length == 0) || line.is_empty();
            if is_end || to.write_all(&mark(&line).unwrap_or_else(|| line.clone())).await.is_err() {
                break;
            }
        }
    });
    lines
}

/// A message that tells which name stands twice in it, if one does.
fn mark(line: &[u8]) -> Option<Vec<u8>> {
    let twice = question::parse(line).err()?.to_string();
    let mut message: Value = serde_json::from_slice(line).ok()?;
    let told = message.get_mut("params")?.as_object_mut()?.entry("_meta");
    told.or_insert_with(|| Map::new().into()).as_object_mut()?.insert(TWICE.to_owned(), twice.into());
    Some(format!("{message}\n").into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_stands_twice_is_told_and_nothing_else() {
        let line = br#"{"id":1,"params":{"arguments":{"settings":{"calls":10,"calls":90}}}}"#;
        let marked: Value = serde_json::from_slice(&mark(line).expect("it is marked")).expect("it is JSON");
        assert!(marked["params"]["_meta"][TWICE].as_str().expect("a text").starts_with("`calls` stands there twice"));
        for line in [&br#"{"id":1,"params":{"arguments":{"calls":10}}}"#[..], b"{", b"[1, 1]", br#"{"id":1,"id":2}"#] {
            assert_eq!(mark(line), None);
        }
    }
}
