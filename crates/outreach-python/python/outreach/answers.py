"""Answers: what all of them have, whatever verb asked."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, NoReturn, TypeVar

import numpy as np

from outreach import files
from outreach import _outreach as native

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas
    import polars

    Column = npt.NDArray[np.float64] | npt.NDArray[np.int64] | list[str]

Language = Literal["en", "fr"]
A = TypeVar("A", bound="Answer")


class Call(NamedTuple):
    """What makes an answer again."""

    verb: str
    of: tuple[Any, ...]
    options: dict[str, Any]

    def told(self) -> str:
        """As it is written in Python, without the options that were not given."""
        options = [f"{name}={value!r}" for name, value in self.options.items() if value not in (None, [], ())]
        return f"outreach.{self.verb}({', '.join([*map(repr, self.of), *options])})"


class Answer:
    """Something that was found out. It does not change, and can be pickled."""

    __slots__ = ("_again", "_native", "_parsed", "_parts")
    _native: native.Answer
    _again: Call
    _parts: tuple[Any, ...]
    _parsed: dict[str, Any] | None

    _WHOLE_COLUMNS: ClassVar[frozenset[str]] = frozenset()
    """Of the frame."""

    @classmethod
    def _of(cls: type[A], answer: native.Answer, again: Call, *parts: Any) -> A:
        made = cls.__new__(cls)
        object.__setattr__(made, "_native", answer)
        object.__setattr__(made, "_again", again)
        object.__setattr__(made, "_parts", parts)
        object.__setattr__(made, "_parsed", None)
        return made

    def __init__(self) -> None:
        raise TypeError(f"a {type(self).__name__} is made by the functions of outreach")

    @property
    def _json(self) -> dict[str, Any]:
        """Parsed once; what is handed out of it is not to be changed."""
        if self._parsed is None:
            object.__setattr__(self, "_parsed", self.to_dict())
        assert self._parsed is not None
        return self._parsed

    def to_dict(self) -> dict[str, Any]:
        """What the command prints with `--format json`."""
        parsed: dict[str, Any] = json.loads(self._native.json())
        return parsed

    def to_json(self) -> str:
        """The line that the command prints with `--format json`."""
        return self._native.json()

    def _columns(self) -> dict[str, Column]:
        def column(name: str, cells: bytes | list[str]) -> Column:
            if isinstance(cells, list):
                return cells
            numbers = np.frombuffer(cells, dtype="<f8")
            return numbers.astype(np.int64) if name in self._WHOLE_COLUMNS else numbers

        return {name: column(name, cells) for name, cells in self._native.columns().items()}

    def to_pandas(self) -> pandas.DataFrame:
        """What the command prints with `--format csv`, as a frame of pandas."""
        import pandas

        return pandas.DataFrame(self._columns())

    def to_polars(self) -> polars.DataFrame:
        """What the command prints with `--format csv`, as a frame of polars."""
        import polars

        return polars.DataFrame(self._columns(), nan_to_null=True)

    def sentence(self, *, lang: Language = "en") -> str:
        """The answer in one sentence."""
        return self._native.sentence(lang)

    def text(self, *, lang: Language = "en") -> str:
        """What the command prints."""
        return self._native.text(lang)

    def notes(self, *, lang: Language = "en") -> list[str]:
        """What the command says beside the answer."""
        return self._native.notes(lang)

    def picture(self, path: str | os.PathLike[str], *, lang: Language = "en") -> None:
        """Draws a picture, as SVG or PNG by the ending of the file, which is replaced as a whole.

        Raises:
            ValueError: For another ending, and for an answer of which there is nothing to be drawn.
            OSError: Where the file cannot be written.
        """
        forms = {".svg": self._native.svg, ".png": self._native.png}
        form = forms.get(Path(path).suffix.lower())
        if form is None:
            raise ValueError(f"path = {os.fspath(path)!r} does not end in .svg or .png")
        drawn = form(lang)
        if drawn is None:
            raise ValueError(f"of a {type(self).__name__} there is nothing to be drawn")
        files.replace(path, drawn)

    def report(self, path: str | os.PathLike[str], *, lang: Language = "en") -> None:
        """Writes a page with the answer, its picture and tables, and the call that makes it again."""
        files.replace(path, self._native.page(lang, self._again.told()).encode())

    def _told(self) -> str:
        """What stands between the brackets of `repr`."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._told()})"

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return f'<div class="outreach">{self._native.section("en")}</div>'

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Answer) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a {type(self).__name__} does not change")

    def __reduce__(self) -> tuple[Any, ...]:
        answer = self._native
        return _restored, (type(self), answer.keep(), answer.counts, answer.pmf, self._again, self._parts)


def _restored(
    kind: type[A], kept: bytes, counts: bytes | None, pmf: bytes | None, again: Call, parts: tuple[Any, ...]
) -> A:
    return kind._of(native.Answer.of_kept(kept, counts, pmf), again, *parts)


def number(value: float | None) -> str:
    """As short as fits one line."""
    return "none" if value is None else f"{value:.4g}"
