"""Files that are replaced as a whole: whatever happens, the old one or the new one is there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace(path: str | os.PathLike[str], content: bytes) -> None:
    """Writes beside the file, and gives that its name."""
    # A link stays a link: what it points to is replaced.
    target = Path(path).resolve()
    try:
        descriptor, unfinished = tempfile.mkstemp(dir=target.parent, prefix=".outreach-", suffix=".tmp")
    except OSError as error:
        # The name of a temporary file says nothing to a user.
        raise type(error)(error.errno, error.strerror, os.fspath(path)) from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(unfinished, _mode(target))
        os.replace(unfinished, target)
    except BaseException as error:
        os.unlink(unfinished)
        if isinstance(error, OSError):
            raise type(error)(error.errno, error.strerror, os.fspath(path)) from None
        raise


def _mode(target: Path) -> int:
    """That of the file that was there, else that of any new file."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
