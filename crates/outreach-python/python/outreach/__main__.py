"""The command: `python -m outreach simulate --calls 40`, or `outreach simulate --calls 40`."""

from __future__ import annotations

import signal
import sys

from outreach import _outreach


def main() -> int:
    """Runs the command with the words of the command line; the exit code."""
    # Signals end it as they end any command: Python would hear of them when it is over.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _outreach.command(["outreach", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
