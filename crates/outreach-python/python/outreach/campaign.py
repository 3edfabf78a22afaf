"""Campaigns: what is to be played."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn, SupportsFloat, SupportsIndex, final

from outreach import words
from outreach._outreach import Scenario


@final
class Campaign:
    """A planned series of calls: rates, strategy, number of calls, stop, effort and pool; it does not change.

    Unset options have the defaults of the command: preset `documented`, 100 calls, and the strategy of the verb.

    >>> Campaign(strategy="referral-heavy", rates={"cold.meeting": "beta(2, 18)"}, effort={"introduction": 20})
    Campaign(strategy='referral-heavy', rates={'cold.meeting': 'beta(2, 18)'}, effort={'introduction': '20'})
    >>> Campaign(rates={"cold.meting": 0.2})
    Traceback (most recent call last):
    ValueError: unknown key `cold.meting` (did you mean `cold.meeting`?); ...
    """

    __slots__ = ("_scenario",)
    _scenario: Scenario

    def __init__(
        self,
        calls: SupportsIndex | None = None,
        strategy: str | None = None,
        warm: SupportsFloat | str | None = None,
        *,
        preset: str | None = None,
        reading: str | None = None,
        rates: Mapping[str, words.Rate] | None = None,
        effort: Mapping[str, SupportsFloat] | None = None,
        pool: Mapping[str, SupportsFloat | str] | None = None,
        hours: SupportsFloat | None = None,
        meetings: SupportsIndex | None = None,
        contacts: SupportsIndex | None = None,
        max_attempts: SupportsIndex | None = None,
    ) -> None:
        """A campaign of so many `calls`, of which `warm` are made on behalf of a common relation.

        Args:
            calls: Attempts; 100 unless given, and no limit where something else stops the campaign.
            strategy: `cold`, `mixed`, `referral-heavy`, `warm` or `snowball`.
            warm: A share of the calls (0.8, 1.0, "80%") or a number of them (80), instead of a strategy.
            preset: The rates to start from: `documented` or `published`.
            reading: Whether nine in ten is of conversations without an incident, `smooth`, or of all, `overall`.
            rates: Rates by their keys: numbers, percentages or Beta distributions.
            effort: Minutes: `cold_attempt`, `warm_attempt`, `introduction`, `meeting`.
            pool: Of the strategy `snowball`: `initial`, `names`, `introduced`, `decay`, `dispersion`.
            hours: Stops when these are used up.
            meetings: Stops when so many are held.
            contacts: People instead of calls: each is called until a conversation.
            max_attempts: At each of them at most so many times; 1 unless given.

        Raises:
            ValueError: For keys that are not known and values that are not accepted, with what would be.
            TypeError: For values of another type.
        """
        options = {
            "calls": calls,
            "strategy": strategy,
            "warm": warm,
            "preset": preset,
            "reading": reading,
            "rates": rates,
            "effort": effort,
            "pool": pool,
            "hours": hours,
            "meetings": meetings,
            "contacts": contacts,
            "max_attempts": max_attempts,
        }
        object.__setattr__(self, "_scenario", Scenario([_layer(options)]))

    @classmethod
    def _of(cls, scenario: Scenario) -> Campaign:
        campaign = cls.__new__(cls)
        object.__setattr__(campaign, "_scenario", scenario)
        return campaign

    @classmethod
    def _of_settings(cls, settings: list[tuple[str, str]]) -> Campaign:
        return cls._of(Scenario([settings]))

    @classmethod
    def from_file(cls, path: str | os.PathLike[str]) -> Campaign:
        """The campaign of a scenario file.

        Raises:
            OSError: For a file that cannot be read.
            ValueError: For what is wrong in it, with line and column.
        """
        return cls._of(Scenario.of_file(os.fspath(path), Path(path).read_bytes()))

    @classmethod
    def from_toml(cls, toml: str) -> Campaign:
        """The campaign of the text of a scenario file."""
        return cls._of(Scenario.of_file("scenario", words.text("toml", toml).encode()))

    def replace(self, **options: Any) -> Campaign:
        """The same with other options, which are those of the campaign itself.

        >>> Campaign(calls=40, warm=12).replace(calls=50, rates={"cold.meeting": 0.2})
        Campaign(warm='12', calls=50, rates={'cold.meeting': '0.2'})
        """
        return Campaign._of(Scenario([self._scenario.settings, _layer(options)]))

    @property
    def settings(self) -> dict[str, str]:
        """What was set, by key, as it is typed for the command."""
        return dict(self._scenario.settings)

    def __repr__(self) -> str:
        options: dict[str, object] = {}
        for key, value in self._scenario.settings:
            group, dot, name = key.partition(".")
            if not dot:
                options[key] = int(value) if key in _WHOLE else float(value) if key == "hours" else value
            elif group in ("effort", "pool"):
                options.setdefault(group, {})[name] = value  # type: ignore[index]
            else:
                options.setdefault("rates", {})[key] = value  # type: ignore[index]
        return f"Campaign({', '.join(f'{key}={value!r}' for key, value in options.items())})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Campaign) and self.settings == other.settings

    def __hash__(self) -> int:
        return hash(frozenset(self.settings.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return Campaign._of_settings, (self._scenario.settings,)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a campaign does not change: `replace` makes another one")


def scenario(campaign: Campaign) -> Scenario:
    """What the library knows it by."""
    if not isinstance(campaign, Campaign):
        raise TypeError(f"{campaign!r} is not a Campaign")
    return campaign._scenario


_TEXTS = ("preset", "reading", "strategy")
_WHOLE = {
    "calls": "a number of calls (1 to 1,000,000)",
    "meetings": "a number of meetings",
    "contacts": "a number of contacts (1 to 1,000,000)",
    "max_attempts": "a number of attempts per contact (1 to 1,000)",
}
_GROUPS = ("effort", "pool")


def _layer(options: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Options as they are typed for the command."""
    layer = []
    for option, value in options.items():
        if value is None:
            continue
        if option in _TEXTS:
            layer.append((option, words.text(option, value)))
        elif option in _WHOLE:
            layer.append((option, str(words.whole(option, value, accepted=_WHOLE[option]))))
        elif option == "warm":
            layer.append((option, words.warm(value)))
        elif option == "hours":
            layer.append((option, repr(words.real(option, value))))
        elif option in _GROUPS:
            group = words.mapping(option, value)
            layer += [(f"{option}.{key}", words.typed(f"{option}.{key}", number)) for key, number in group.items()]
        elif option == "rates":
            layer += [(key, words.rate(key, rate)) for key, rate in words.mapping(option, value).items()]
        else:
            raise TypeError(f"a campaign has no option {option!r}")
    return layer
