"""Answers: what all of them have, whatever verb asked."""

from __future__ import annotations

import copy
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, NoReturn, TypeVar

from outreach import distributions, extras, files
from outreach import _outreach as native

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow  # type: ignore[import-untyped]

    from outreach.distributions import Arrays, Raw

Language = Literal["en", "fr"]
_DARK = "filter: invert(0.87) hue-rotate(180deg)"
_THEMES = (
    f"<style>@media (prefers-color-scheme: dark) {{ body:not([data-jp-theme-light]) .outreach svg {{ {_DARK} }} }} "
    f'[data-jp-theme-light="false"] .outreach svg, .vscode-dark .outreach svg {{ {_DARK} }}</style>'
)
"""Pictures on a dark ground where the notebook has one."""
A = TypeVar("A", bound="Answer")


class Call(NamedTuple):
    """What makes an answer again."""

    verb: str
    of: tuple[Any, ...]
    options: dict[str, Any]

    def told(self) -> str:
        """As it is written in Python, without the options that were not given."""
        options = [f"{name}={_told(value)}" for name, value in self.options.items() if value not in (None, [], ())]
        return f"outreach.{self.verb}({', '.join([*map(_told, self.of), *options])})"


class Named:
    """What has too much to say: a frame, the parts of a run; of a frame what its rows are called that anything is said of, by their
    lines as a file."""

    def __init__(self, name: str, rows: dict[int, str] | None = None) -> None:
        self.name, self._rows = name, rows or {}

    def by_index(self, text: str) -> str:
        """The text with the frame's own rows in place of lines."""
        row = {"line": "row", "ligne": "ligne"}
        return re.sub(r"\b(line|ligne) (\d+)", lambda at: f"{row[at[1]]} {self._rows[int(at[2])]}" if int(at[2]) in self._rows else at[0], text)

    def __repr__(self) -> str:
        return self.name


def _told(value: Any) -> str:
    """As it is written by who has imported `outreach` alone."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {_told(one)}' for key, one in value.items())}}}"
    if isinstance(value, (list, tuple)):
        told = ", ".join(map(_told, value))
        return f"[{told}]" if isinstance(value, list) else f"({told}{',' if len(value) == 1 else ''})"
    return f"outreach.{value!r}" if type(value).__name__ == "Campaign" else repr(value)


class Answer:
    """Something that was found out. It does not change, and can be pickled."""

    __slots__ = ("_again", "_made", "_native", "_parsed", "_parts")
    _of_log: ClassVar[bool] = False
    _native: native.Answer
    _again: Call
    _parts: tuple[Any, ...]
    _parsed: dict[str, Any] | None
    _made: Arrays | None

    @classmethod
    def _of(cls: type[A], answer: native.Answer, again: Call, *parts: Any) -> A:
        made = cls.__new__(cls)
        object.__setattr__(made, "_native", answer)
        object.__setattr__(made, "_again", again)
        object.__setattr__(made, "_parts", parts)
        object.__setattr__(made, "_parsed", None)
        object.__setattr__(made, "_made", None)
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

    @property
    def _distributions(self) -> Arrays:
        """Made once: the sample, the exact distributions, the curve."""
        if self._made is None:
            object.__setattr__(self, "_made", distributions.made(self._native.arrays))
        assert self._made is not None
        return self._made

    def _field(self, name: str) -> Any:
        """What stands in `to_dict()`; None for what this answer has not."""
        return copy.deepcopy(self._json.get(name))

    def to_dict(self) -> Any:
        """What the command prints with `--format json`."""
        return json.loads(self._native.json())

    def to_json(self) -> str:
        """The line that the command prints with `--format json`."""
        return self._native.json()

    def to_pandas(self) -> pandas.DataFrame:
        """What the command prints with `--format csv`, as a frame of pandas, with whole numbers and nulls as such.

        Raises:
            ModuleNotFoundError: Without pandas.
        """
        library = extras.imported("pandas", "pandas")
        dtypes = {"whole": "Int64", "real": "float64", "truth": "boolean", "text": "string"}
        columns = self._native.columns().items()
        made: pandas.DataFrame = library.DataFrame({name: library.array(cells, dtype=dtypes[kind]) for name, (kind, cells) in columns})
        return made

    def to_polars(self) -> polars.DataFrame:
        """What the command prints with `--format csv`, as a frame of polars.

        Raises:
            ModuleNotFoundError: Without polars.
        """
        library = extras.imported("polars", "polars")
        dtypes = {"whole": library.Int64, "real": library.Float64, "truth": library.Boolean, "text": library.String}
        columns = self._native.columns().items()
        made: polars.DataFrame = library.DataFrame({name: library.Series(cells, dtype=dtypes[kind]) for name, (kind, cells) in columns})
        return made

    def to_arrow(self) -> pyarrow.Table:
        """What the command prints with `--format csv`, as a table of pyarrow.

        Raises:
            ModuleNotFoundError: Without pyarrow.
        """
        library = extras.imported("pyarrow", "frames")
        dtypes = {"whole": library.int64(), "real": library.float64(), "truth": library.bool_(), "text": library.string()}
        columns = self._native.columns().items()
        return library.table({name: library.array(cells, dtypes[kind]) for name, (kind, cells) in columns})

    def sentence(self, *, lang: Language = "en") -> str:
        """The answer in one sentence."""
        return self._native.sentence(lang)

    def text(self, *, lang: Language = "en", verbose: bool = False) -> str:
        """What the command prints, or with `--verbose` all that stands behind it."""
        return self._native.text(lang, verbose)

    def notes(self, *, lang: Language = "en") -> list[str]:
        """What the command says beside the answer, by the names of Python's arguments; rows of a frame by its index."""
        return [self._worded(note) for note in self._native.notes(lang)]

    def _worded(self, text: str) -> str:
        """What is said, in Python's words."""
        text = native.note(text, self._of_log)
        for of in self._again.of:
            text = of.by_index(text) if isinstance(of, Named) else text
        return text

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
        """Writes a page with the answer, its picture and tables, and the call that repeats it."""
        files.replace(path, self._native.page(lang, self._again.told()).encode())

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.sentence()}>"

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return f'{_THEMES}<div class="outreach">{self._native.section("en")}</div>'

    def _repr_svg_(self) -> str | None:
        drawn = self._native.svg("en")
        return None if drawn is None else drawn.decode()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        bundle = {"text/plain": repr(self), "text/html": self._repr_html_(), "image/svg+xml": self._repr_svg_()}
        return {kind: shown for kind, shown in bundle.items() if shown is not None}

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Answer) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a {type(self).__name__} does not change")

    def __reduce__(self) -> tuple[Any, ...]:
        answer = self._native
        return _restored, (type(self), answer.keep(), answer.arrays, self._again, self._parts)


def _restored(kind: type[A], kept: bytes, arrays: Raw, again: Call, parts: tuple[Any, ...]) -> A:
    return kind._of(native.Answer.of_kept(kept, arrays), again, *parts)
