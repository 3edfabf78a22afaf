"""A folder of parts: what was made stays there, so that whoever comes again goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from outreach import files


class Folder:
    """Where parts are kept; nowhere for None."""

    def __init__(self, path: str | os.PathLike[str] | None) -> None:
        self._path = None if path is None else Path(path)
        if self._path is not None:
            self._path.mkdir(parents=True, exist_ok=True)

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        """The parts that are there: the names that errors call them, and their bytes."""
        for path in [] if self._path is None else sorted(self._path.glob("*.part")):
            yield str(path), path.read_bytes()

    def keep(self, name: str, content: bytes) -> None:
        """Writes a part: all of it or nothing is there."""
        if self._path is not None:
            files.replace(self._path / f"{name}.part", content)

    def told(self) -> str:
        """Where to find what is done."""
        return "" if self._path is None else f"; what is done stands in {self._path}, from where the same call goes on"
