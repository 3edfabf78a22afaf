"""Parts of runs: made anywhere, in any order, joined to what one run would have found."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, SupportsIndex, final

from outreach import _outreach as native
from outreach import files, words
from outreach.answers import Call, Named
from outreach.campaign import Campaign, scenario
from outreach.yields import Yield


@final
class Part:
    """A part of a run, in the files of `outreach simulate --shard` and `outreach merge`. It does not change."""

    __slots__ = ("_name", "_native")
    _native: native.Part
    _name: str

    def __init__(self) -> None:
        raise TypeError("a Part is made by simulate_part, Part.read and Part.from_bytes")

    @classmethod
    def _of(cls, part: native.Part, name: str) -> Part:
        made = cls.__new__(cls)
        made._native, made._name = part, name
        return made

    @classmethod
    def from_bytes(cls, content: bytes, *, name: str = "part") -> Part:
        """What `to_bytes` gave, or a file has; `name` is what errors call it.

        Raises:
            ValueError: For bytes that are no part, are one of another version, or are damaged.
        """
        return cls._of(native.Part.of_bytes(name, bytes(content)), name)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Part:
        """The part in a file.

        Raises:
            OSError: For a file that cannot be read.
            ValueError: For one that is no part, is one of another version, or is damaged.
        """
        return cls.from_bytes(Path(path).read_bytes(), name=os.fspath(path))

    def to_bytes(self) -> bytes:
        """The bytes of a file, with a checksum."""
        return self._native.bytes()

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes the file, which is replaced as a whole.

        Raises:
            OSError: Where it cannot be written.
        """
        files.replace(path, self.to_bytes())

    @property
    def shard(self) -> str:
        """Which share of the run it is: `2/8`."""
        return self._native.shard

    @property
    def trials(self) -> int:
        """The number of trials in it."""
        return self._native.trials

    @property
    def of_trials(self) -> int:
        """The number of trials of the whole run."""
        return self._native.of_trials

    @property
    def seed(self) -> int:
        """The seed of the run."""
        return self._native.seed

    def __repr__(self) -> str:
        return f"Part(shard={self.shard!r}, trials={self.trials} of {self.of_trials}, seed={self.seed})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Part) and self.to_bytes() == other.to_bytes()

    def __hash__(self) -> int:
        return hash(self.to_bytes())

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.to_bytes(), self._name)


def _restored(content: bytes, name: str) -> Part:
    return Part.from_bytes(content, name=name)


def simulate_part(
    campaign: Campaign,
    shard: str,
    *,
    trials: SupportsIndex | None = None,
    seed: words.Seed = 42,
    threads: SupportsIndex | None = None,
    so_far: words.SoFar | None = None,
) -> Part:
    """A share of the trials of `simulate`: "1/8", "2/8", … of the same run.

    Args:
        campaign: What is played.
        shard: Which share, of how many: "1/8".
        trials: Simulated campaigns of the whole run: 100,000 unless given.
        seed: That of the whole run.
        threads: One per core unless given: they change the time and nothing else.
        so_far: What the campaign has brought so far; the answer is of the rest.

    Raises:
        ValueError: For values that are not accepted.

    >>> parts = [simulate_part(Campaign(), shard, trials=20_000) for shard in ("2/2", "1/2")]
    >>> merge(parts)
    <Yield: About 50 meetings from 100 calls (50 warm, 50 cold); 45 to 55 in ... of campaigns.>
    """
    made = words.so_far(so_far)
    part = native.Part.simulated(
        scenario(campaign),
        words.text("shard", shard),
        made,
        words.trials(trials),
        words.seed(seed),
        words.threads(threads),
    )
    return Part._of(part, f"part {part.shard}")


def merge(parts: Iterable[Part], *, at_least: SupportsIndex | Iterable[SupportsIndex] = ()) -> Yield:
    """The yield of the run whose parts these are, in any order: that of one run, to the bit.

    Args:
        parts: All parts of the run.
        at_least: Also how likely at least this many meetings are.

    Raises:
        ValueError: For parts of other runs, trials that two parts hold, and parts that are missing, which it names.
    """
    several, least = list(words.several("parts", parts, "parts")), words.at_least(at_least)
    for part in several:
        if not isinstance(part, Part):
            raise TypeError(f"{part!r} is not a Part")
    answer = native.merge([(part._name, part._native) for part in several], least)
    return Yield._of(answer, Call("merge", (Named("parts"),), {"at_least": least}))
