"""From what was given to what it means: Python's values as the words and numbers that the command takes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from decimal import Decimal
from numbers import Real
from operator import index
from typing import Literal, SupportsFloat, SupportsIndex, TypeAlias, TypedDict, TypeVar

Rate: TypeAlias = SupportsFloat | str | Mapping[str, SupportsFloat]
"""What is known of a rate: 0.2, "20%", "beta(2, 18)", or {"alpha": 2, "beta": 18}, {"mean": …, "weight": …} or
{"low": …, "high": …} as in a scenario file; for `incident.response` a word."""

SoFar: TypeAlias = Mapping[str, tuple[int, int]]
"""Attempts made and meetings held by kind: {"cold": (37, 2), "warm": (10, 9)}."""

Seed: TypeAlias = SupportsIndex | Literal["random"]

V = TypeVar("V")

MOST_64_BITS = 2**64 - 1
MOST_32_BITS = 2**32 - 1
_FORMS = {("alpha", "beta"): "beta", ("mean", "weight"): "mean", ("low", "high"): "range"}


class LogLayout(TypedDict):
    """How a call log is read."""

    columns: list[tuple[str, str]]
    delimiter: str | None
    date_format: str | None
    cold_words: list[str]
    warm_words: list[str]
    meeting_words: list[str]
    no_meeting_words: list[str]
    not_reached_words: list[str]
    open_words: list[str]
    talk_time: float
    no_dates: bool
    newest_first: bool
    skip_lines: int
    sheet: str | None
    strict: bool
    allow_rejected: bool


class ContactLayout(TypedDict):
    """How a list of contacts is read."""

    probability_column: str | None
    kind_column: str | None
    attempts_column: str | None
    group_by: str | None
    cold_word: str
    warm_word: str
    delimiter: str | None
    skip_lines: int
    sheet: str | None
    strict: bool
    allow_rejected: bool


def whole(name: str, value: SupportsIndex, *, accepted: str, least: int = 0, most: int = MOST_64_BITS) -> int:
    """A whole number that fits."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{name} = {value!r} is not a whole number")
    number = index(value)
    if not least <= number <= most:
        raise ValueError(f"{name} = {number} is not {accepted}")
    return number


def real(name: str, value: SupportsFloat) -> float:
    """A number."""
    if isinstance(value, bool) or not isinstance(value, (Real, Decimal)):
        raise TypeError(f"{name} = {value!r} is not a number")
    return float(value)


def text(name: str, value: str) -> str:
    """A text."""
    if not isinstance(value, str):
        raise TypeError(f"{name} = {value!r} is not a text")
    return str(value)


def texts(name: str, value: str | Iterable[str]) -> list[str]:
    """One text or several."""
    return [text(name, one) for one in ([value] if isinstance(value, str) else several(name, value, "texts"))]


def several(name: str, value: Iterable[V], of: str) -> Iterable[V]:
    """Several of something."""
    if not isinstance(value, Iterable):
        raise TypeError(f"{name} = {value!r} are not several {of}: a list is accepted")
    return value


def truth(name: str, value: bool) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise TypeError(f"{name} = {value!r} is not True or False")
    return value


def mapping(name: str, value: Mapping[str, V]) -> Mapping[str, V]:
    """Values by keys that are texts."""
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} = {value!r} is not a mapping from keys to values")
    for key in value:
        text(f"a key of {name}", key)
    return value


def typed(name: str, value: SupportsFloat | str) -> str:
    """A number or a word as it is typed for the command."""
    if isinstance(value, str):
        return value
    if isinstance(value, Real) and not isinstance(value, bool) and hasattr(value, "__index__"):
        return str(index(value))
    return repr(real(name, value))


def warm(value: SupportsFloat | str) -> str:
    """A share has a decimal point, a count has none."""
    word = typed("warm", value)
    return format(Decimal(word), "f") if "e" in word and "(" not in word else word


def rate(name: str, value: Rate) -> str:
    """A rate as it is typed for the command."""
    if not isinstance(value, Mapping):
        return typed(name, value)
    for keys, form in _FORMS.items():
        if set(value) == set(keys):
            return f"{form}({', '.join(typed(name, value[key]) for key in keys)})"
    raise ValueError(
        f"{name} = {dict(value)!r} is none of {{alpha, beta}}, {{mean, weight}}, {{low, high}}"
    )


def so_far(value: SoFar | None) -> list[str]:
    """What a campaign has brought, as it is typed for the command."""
    if value is None:
        return []
    if not isinstance(value, Mapping):
        raise TypeError(f"so_far = {value!r} is not a mapping from kinds to attempts and meetings")
    accepted = "a number of calls"
    typed_counts = []
    for kind, counts in value.items():
        if kind not in ("cold", "warm"):
            raise ValueError(f"so_far[{kind!r}]: 'cold' and 'warm' are accepted")
        if not isinstance(counts, tuple | list) or len(counts) != 2:
            raise TypeError(f"so_far[{kind!r}] = {counts!r} is not a pair of attempts and meetings")
        attempts, meetings = (whole(f"so_far[{kind!r}]", n, accepted=accepted, most=MOST_32_BITS) for n in counts)
        typed_counts.append(f"{kind}={attempts}:{meetings}")
    return typed_counts


def trials(value: SupportsIndex | None) -> int | None:
    """A number of trials, or as many as usual."""
    return None if value is None else whole("trials", value, accepted="a number of trials (1 to 1,000,000,000,000)")


def seed(value: Seed) -> int:
    """A seed, drawn if it is to be; below 2^53 then, so that every reader of JSON keeps all its digits."""
    if isinstance(value, str):
        if value != "random":
            raise ValueError(f"seed = {value!r} is not a whole number or 'random'")
        return secrets.randbits(53)
    return whole("seed", value, accepted=f"a seed (0 to {MOST_64_BITS})")


def threads(value: SupportsIndex | None) -> int:
    """A number of threads; 0 for one per core."""
    if value is None:
        return 0
    return whole("threads", value, accepted="a number of threads (1 to 1024)", least=1, most=1024)


def at_least(value: SupportsIndex | Iterable[SupportsIndex]) -> list[int]:
    """Numbers of meetings."""
    accepted = "a number of meetings"
    several = value if isinstance(value, Iterable) else [value]
    return [whole("at_least", count, accepted=accepted, most=MOST_32_BITS) for count in several]


def pace(calls: SupportsIndex | None, hours: SupportsFloat | None) -> tuple[int | None, float | None]:
    """What is done in a week, in calls or in hours."""
    accepted = "a number of calls (1 to 1,000,000)"
    of_calls = None if calls is None else whole("calls_per_week", calls, accepted=accepted, most=MOST_32_BITS)
    return of_calls, optional("hours_per_week", hours)


def optional_text(name: str, value: str | None) -> str | None:
    """A text, or none."""
    return None if value is None else text(name, value)


def optional(name: str, value: SupportsFloat | None) -> float | None:
    """A number, or none."""
    return None if value is None else real(name, value)
