"""Campaigns: what is to be played."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn, SupportsFloat, SupportsIndex, TypeAlias, TypedDict, final

from outreach import files, words
from outreach._outreach import Scenario

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from outreach import dicts

Strategy: TypeAlias = Literal["cold", "mixed", "referral-heavy", "warm", "snowball"]
Preset: TypeAlias = Literal["documented", "published"]
Reading: TypeAlias = Literal["smooth", "overall"]


class Effort(TypedDict, total=False):
    """Minutes."""

    cold_attempt: SupportsFloat | None
    warm_attempt: SupportsFloat | None
    introduction: SupportsFloat | None
    meeting: SupportsFloat | None


class Pool(TypedDict, total=False):
    """The numbers of the strategy `snowball`."""

    initial: SupportsFloat | None
    names: SupportsFloat | None
    introduced: words.Rate | None
    decay: SupportsFloat | None
    dispersion: SupportsFloat | str | None


class Connectors(TypedDict, total=False):
    """Those who recommend the caller, whose calls go alike."""

    count: SupportsIndex | None
    correlation: words.Rate | None


class Options(TypedDict, total=False):
    """The options of a campaign; None is as good as none."""

    calls: SupportsIndex | None
    strategy: Strategy | None
    warm: SupportsFloat | str | None
    preset: Preset | None
    reading: Reading | None
    rates: Mapping[str, words.Rate | None] | None
    effort: Effort | None
    pool: Pool | None
    connectors: Connectors | None
    hours: SupportsFloat | None
    meetings: SupportsIndex | None
    contacts: SupportsIndex | None
    max_attempts: SupportsIndex | None


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
        strategy: Strategy | None = None,
        warm: SupportsFloat | str | None = None,
        *,
        preset: Preset | None = None,
        reading: Reading | None = None,
        rates: Mapping[str, words.Rate | None] | None = None,
        effort: Effort | None = None,
        pool: Pool | None = None,
        connectors: Connectors | None = None,
        hours: SupportsFloat | None = None,
        meetings: SupportsIndex | None = None,
        contacts: SupportsIndex | None = None,
        max_attempts: SupportsIndex | None = None,
    ) -> None:
        """A campaign of this many `calls`, of which `warm` are made on behalf of a common relation.

        Args:
            calls: Attempts; 100 unless given, and no limit where something else stops the campaign.
            strategy: `cold`, `mixed`, `referral-heavy`, `warm` or `snowball`.
            warm: A share of the calls (0.8, 1.0, "80%") or a number of them (80), instead of a strategy.
            preset: The rates to start from: `documented` or `published`.
            reading: Whether nine in ten counts conversations without an incident, `smooth`, or all of them, `overall`.
            rates: Rates by their keys: numbers, percentages or Beta distributions.
            effort: Minutes: `cold_attempt`, `warm_attempt`, `introduction`, `meeting`.
            pool: Of the strategy `snowball`: `initial`, `names`, `introduced`, `decay`, `dispersion`.
            connectors: Who recommends the caller: their `count`, and the `correlation` of the calls of one of them.
            hours: Stops when these are used up.
            meetings: Stops once this many are held.
            contacts: People instead of calls: each is called until a conversation.
            max_attempts: At each of them at most this many times; 1 unless given.

        Raises:
            ValueError: For keys that are not known and values that are not accepted, with what would be.
            TypeError: For values of another type.
        """
        options: Options = {
            "calls": calls,
            "strategy": strategy,
            "warm": warm,
            "preset": preset,
            "reading": reading,
            "rates": rates,
            "effort": effort,
            "pool": pool,
            "connectors": connectors,
            "hours": hours,
            "meetings": meetings,
            "contacts": contacts,
            "max_attempts": max_attempts,
        }
        object.__setattr__(self, "_scenario", Scenario([_layer(options)], False))

    @classmethod
    def _of(cls, scenario: Scenario) -> Campaign:
        campaign = cls.__new__(cls)
        object.__setattr__(campaign, "_scenario", scenario)
        return campaign

    @classmethod
    def _of_settings(cls, settings: list[tuple[str, str]], of_file: bool) -> Campaign:
        return cls._of(Scenario([settings], of_file))

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

    def replace(self, **options: Unpack[Options]) -> Campaign:
        """This campaign with other options, which are those of the campaign itself; None unsets one, or one of its rates, minutes and numbers.

        >>> Campaign(calls=40, warm=12).replace(calls=50, warm=None, rates={"cold.meeting": 0.2})
        Campaign(calls=50, rates={'cold.meeting': '0.2'})
        """
        unset = {key for key in self.settings if any(_unsets(option, value, key) for option, value in options.items())}
        kept = [(key, value) for key, value in self._scenario.settings if key not in unset]
        of_file = self._scenario.is_of_file and not {"strategy", "warm"} & options.keys()
        return Campaign._of(Scenario([kept, _layer(options)], of_file))

    def to_toml(self) -> str:
        """The text of a scenario file, which `from_toml` and the command read."""
        return self._scenario.toml()

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes the scenario file, which is replaced as a whole.

        Raises:
            OSError: Where it cannot be written.
        """
        files.replace(path, self.to_toml().encode())

    @property
    def settings(self) -> dict[str, str]:
        """What was set, by key, as it is typed for the command."""
        return dict(self._scenario.settings)

    @property
    def in_force(self) -> dicts.ScenarioInForce:
        """Every parameter in force, as answers tell it; where no strategy was set, that of `mixed`."""
        found: dicts.ScenarioInForce = json.loads(self._scenario.in_force("mixed"))
        return found

    @property
    def calls(self) -> int | None:
        """The calls, under a stop the most of them; None where contacts are called."""
        return self.in_force.get("calls")

    @property
    def contacts(self) -> int | None:
        """The people to call, if that was set."""
        told = self.in_force
        return told.get("contacts") or (told.get("calls") if "contacts" in self.settings else None)

    @property
    def max_attempts(self) -> int | None:
        """The most attempts at each contact."""
        return self.in_force.get("max_attempts")

    @property
    def hours(self) -> float | None:
        """The budget, where one stops the campaign."""
        return self.in_force["hours"]

    @property
    def meetings(self) -> int | None:
        """The number of meetings, where it stops the campaign."""
        return self.in_force["meetings"]

    @property
    def strategy(self) -> str | None:
        """The strategy that was set; None where the verb's own is used."""
        return self.settings.get("strategy")

    @property
    def warm(self) -> str | None:
        """The warm calls that were set, as a share or a count."""
        return self.settings.get("warm")

    @property
    def preset(self) -> Preset:
        """The rates that it starts from."""
        return self.in_force["preset"]

    @property
    def reading(self) -> Reading:
        """How the warm rate is read."""
        return self.in_force["reading"]

    @property
    def rates(self) -> dict[str, dicts.ValueInForce]:
        """The rates in force: numbers, the parameters and mean of Beta distributions, and the response in use."""
        return self.in_force["rates"]

    @property
    def effort(self) -> dict[str, float | None]:
        """The minutes in force."""
        return self.in_force["effort"]

    @property
    def pool(self) -> dict[str, float | None] | None:
        """The numbers of the pool in force under the strategy `snowball`; None under another one."""
        found: dicts.ScenarioInForce = json.loads(self._scenario.in_force("snowball"))
        return found.get("pool")

    @property
    def connectors(self) -> dicts.ConnectorsInForce | None:
        """Who recommends the caller, and how alike their calls go, where their number was set."""
        return self.in_force.get("connectors")

    def __repr__(self) -> str:
        options: dict[str, object] = {}
        for key, value in self._scenario.settings:
            group, dot, name = key.partition(".")
            if not dot:
                options[key] = int(value) if key in _WHOLE else float(value) if key == "hours" else value
            elif group in _GROUPS:
                options.setdefault(group, {})[name] = value  # type: ignore[index]
            else:
                options.setdefault("rates", {})[key] = value  # type: ignore[index]
        return f"Campaign({', '.join(f'{key}={value!r}' for key, value in options.items())})"

    def _value(self) -> tuple[str, str]:
        """What is in force whatever the verb's own strategy is."""
        return self._scenario.in_force("cold"), self._scenario.in_force("mixed")

    def __eq__(self, other: object) -> bool:
        """Whether the same is in force, however it was written."""
        return self._value() == other._value() if isinstance(other, Campaign) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._value())

    def __reduce__(self) -> tuple[Any, ...]:
        return Campaign._of_settings, (self._scenario.settings, self._scenario.is_of_file)

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
_GROUPS = ("effort", "pool", "connectors")


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
            numbers = ((f"{option}.{key}", number) for key, number in group.items() if number is not None)
            layer += [(key, words.rate(key, number)) for key, number in numbers]
        elif option == "rates":
            rates = words.mapping(option, value).items()
            layer += [(key, words.rate(key, rate)) for key, rate in rates if rate is not None]
        else:
            known = ", ".join(sorted({*_TEXTS, *_WHOLE, *_GROUPS, "warm", "hours", "rates"}))
            raise TypeError(f"a campaign has no option {option!r}; it has {known}")
    return layer


def _unsets(option: str, value: Any, key: str) -> bool:
    """Whether an option of `replace` takes this setting away."""
    group, dot, name = key.partition(".")
    if option == "rates":
        is_of, name = bool(dot) and group not in _GROUPS, key
    elif option in _GROUPS:
        is_of = bool(dot) and group == option
    else:
        return value is None and key == option
    return is_of and (value is None or isinstance(value, Mapping) and name in value and value[name] is None)
