from typing import Final, final

from outreach.words import ContactLayout, LogLayout

__all__ = [
    "Answer",
    "Part",
    "Scenario",
    "VERSION",
    "backtest",
    "calibrate",
    "compare",
    "forecast_columns",
    "forecast_table",
    "merge",
    "model",
    "panics",
    "plan",
    "sensitivity",
    "simulate",
    "trace",
]

VERSION: Final[str]

@final
class Scenario:
    def __new__(cls, layers: list[list[tuple[str, str]]]) -> Scenario: ...
    @staticmethod
    def of_file(name: str, toml: bytes) -> Scenario: ...
    @property
    def settings(self) -> list[tuple[str, str]]: ...

@final
class Answer:
    @staticmethod
    def of_kept(kept: bytes, counts: bytes | None, pmf: bytes | None) -> Answer: ...
    def keep(self) -> bytes: ...
    def json(self) -> str: ...
    def sentence(self, language: str) -> str: ...
    def notes(self, language: str) -> list[str]: ...
    def text(self, language: str) -> str: ...
    def section(self, language: str) -> str: ...
    def page(self, language: str, again: str) -> str: ...
    def svg(self, language: str) -> bytes | None: ...
    def png(self, language: str) -> bytes | None: ...
    def columns(self) -> dict[str, bytes | list[str]]: ...
    @property
    def counts(self) -> bytes | None: ...
    @property
    def pmf(self) -> bytes | None: ...

@final
class Part:
    @staticmethod
    def simulated(
        scenario: Scenario, shard: str, so_far: list[str], trials: int, seed: int, threads: int
    ) -> Part: ...
    @staticmethod
    def of_bytes(name: str, bytes: bytes) -> Part: ...
    def bytes(self) -> bytes: ...
    @property
    def shard(self) -> str: ...
    @property
    def trials(self) -> int: ...
    @property
    def of_trials(self) -> int: ...
    @property
    def seed(self) -> int: ...

def simulate(
    scenario: Scenario,
    so_far: list[str],
    trials: int,
    seed: int,
    precision: float | None,
    at_least: list[int],
    threads: int,
) -> Answer: ...
def compare(
    scenarios: list[tuple[Scenario, str | None]],
    hours: float | None,
    trials: int,
    seed: int,
    precision: float | None,
    at_least: list[int],
    threads: int,
) -> tuple[Answer, list[Answer]]: ...
def plan(
    scenario: Scenario,
    meetings: int,
    confidence: float,
    solve: str,
    max: int,
    trials: int,
    seed: int,
    threads: int,
) -> tuple[Answer, str | None]: ...
def sensitivity(scenario: Scenario, trials: int, seed: int, threads: int) -> Answer: ...
def model(scenario: Scenario) -> Answer: ...
def trace(scenario: Scenario, seed: int) -> Answer: ...
def merge(parts: list[tuple[str, Part]], at_least: list[int]) -> Answer: ...
def calibrate(
    source: bytes | str, layout: LogLayout, prior: str, prior_weight: float | None, preset: str
) -> tuple[Answer, str]: ...
def backtest(source: bytes | str, layout: LogLayout, kind: str, batch: int, warmup: int) -> Answer: ...
def forecast_table(
    scenario: Scenario, source: bytes | str, layout: ContactLayout, at_least: list[int], hours: float | None
) -> Answer: ...
def forecast_columns(
    scenario: Scenario,
    probabilities: bytes,
    kinds: bytes,
    groups: bytes,
    names: list[str],
    at_least: list[int],
    hours: float | None,
) -> Answer: ...
def panics() -> None: ...
