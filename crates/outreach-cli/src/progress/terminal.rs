//! The terminal that a line of progress is on.

use std::io::{self, IsTerminal, Write, stderr};

use indicatif::TermLike;

/// A little narrower than it is: the line, and what the terminal writes behind it at Ctrl-C, then fit one line, which clearing
/// the line clears.
#[derive(Debug)]
pub(super) struct Terminal;

/// `^C`, and the place of the cursor.
const BEHIND: u16 = 3;

/// Whether somebody reads standard error who can see a line change.
pub(super) fn is_there() -> bool {
    stderr().is_terminal() && std::env::var("TERM").is_ok_and(|terminal| terminal != "dumb")
}

/// Terminals take 0 for 1.
fn moved(by: usize, towards: char) -> io::Result<()> {
    if by == 0 { Ok(()) } else { write!(stderr(), "\x1b[{by}{towards}") }
}

impl TermLike for Terminal {
    fn width(&self) -> u16 {
        terminal_size::terminal_size_of(stderr()).map_or(80, |(width, _)| width.0).saturating_sub(BEHIND)
    }

    fn move_cursor_up(&self, lines: usize) -> io::Result<()> {
        moved(lines, 'A')
    }

    fn move_cursor_down(&self, lines: usize) -> io::Result<()> {
        moved(lines, 'B')
    }

    fn move_cursor_right(&self, columns: usize) -> io::Result<()> {
        moved(columns, 'C')
    }

    fn move_cursor_left(&self, columns: usize) -> io::Result<()> {
        moved(columns, 'D')
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        writeln!(stderr(), "{text}")
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        write!(stderr(), "{text}")
    }

    fn clear_line(&self) -> io::Result<()> {
        write!(stderr(), "\r\x1b[2K")
    }

    fn flush(&self) -> io::Result<()> {
        stderr().flush()
    }
}
