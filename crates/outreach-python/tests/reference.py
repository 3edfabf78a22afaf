"""The reference of the Python package, from its doc strings."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import outreach
from outreach import aio, dask, distributed, lists, logs

HEAD = """# Python: reference

Everything that `outreach` has, from its doc strings. Counts, probabilities and efforts are numbers or arrays of any shape where it says so;
times are minutes or hours as their names say. [Python](python.md) is the tour.
"""
SECTIONS = {"Args:": "Parameters", "Raises:": "Raises"}


def page() -> str:
    """The page."""
    names = [name for name in outreach.__all__ if not name.startswith("_")]
    verbs = [name for name in names if inspect.isfunction(getattr(outreach, name))]
    kinds = [name for name in names if name not in verbs]
    parts = [HEAD, "## Functions\n", *(told(f"outreach.{name}", getattr(outreach, name)) for name in verbs)]
    parts += [told("outreach.logs.log_layout", logs.log_layout)]
    parts += ["## Types\n", *(of_type(name, getattr(outreach, name)) for name in kinds)]
    parts += ["## asyncio\n", f"{inspect.cleandoc(aio.__doc__ or '').splitlines()[0]} {', '.join(f'`{name}`' for name in aio.__all__)}.\n"]
    parts += ["## Dask\n", *(told(f"outreach.dask.{name}", getattr(dask, name)) for name in dask.__all__)]
    parts += [told(f"outreach.lists.{name}", getattr(lists, name)) for name in ("cut", "read", "join")]
    return "\n".join(parts).rstrip() + "\n"


def told(name: str, of: Any, level: int = 3) -> str:
    """A function with its parameters."""
    short = name.rpartition(".")[2]
    return f"{'#' * level} `{name}`\n\n```python\n{signature(short, of)}\n```\n\n{markdown(inspect.getdoc(of) or '')}\n"


def signature(name: str, of: Any) -> str:
    """As it is written, a parameter a line where they do not fit one."""
    parts, is_named = [], False
    told = inspect.signature(of)
    for parameter in told.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not is_named:
            parts.append("*")
            is_named = True
        stars = "**" if parameter.kind is parameter.VAR_KEYWORD else ""
        default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
        parts.append(f"{stars}{parameter.name}: {parameter.annotation}{default}")
    line = f"{name}({', '.join(parts)}) -> {told.return_annotation}"
    if len(line) <= 120:
        return line
    return f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f") -> {told.return_annotation}"


def of_type(name: str, kind: Any) -> str:
    """A type with what it has beside the attributes that `to_dict()` has."""
    base = {outreach.Answer: "an answer", distributed.Distributed: "a distribution"}
    also = [word for parent, word in base.items() if isinstance(kind, type) and issubclass(kind, parent) and kind is not parent]
    lines = [f"### `outreach.{name}`\n", markdown(inspect.getdoc(kind) or ""), ""]
    if also:
        lines += [f"It is {' and '.join(also)}: what these have, it has too.\n"]
    for fields in (parent for parent in kind.__mro__ if parent.__module__ == "outreach.fields"):
        for field, value in vars(fields).items():
            if isinstance(value, property) and field not in vars(kind):
                lines.append(f"* `{field}`: {one_line(value.__doc__)}")
    for field, value in own(kind):
        if isinstance(value, property):
            lines.append(f"* `{field}`: {one_line(value.__doc__)}")
        elif inspect.isroutine(value) or isinstance(value, (classmethod, staticmethod)):
            function = getattr(value, "__func__", value)
            lines.append(f"* `{field}{arguments(function)}`: {one_line(function.__doc__)}")
    return "\n".join(lines).rstrip() + "\n"


def own(kind: Any) -> Iterator[tuple[str, Any]]:
    """What users call."""
    return ((name, value) for name, value in vars(kind).items() if name == "__getitem__" or not name.startswith("_"))


def arguments(function: Any) -> str:
    names = [name for name in inspect.signature(function).parameters if name not in ("self", "cls")]
    return f"({', '.join(names)})"


def one_line(doc: str | None) -> str:
    return " ".join(inspect.cleandoc(doc or "").partition("\n\n")[0].split())


def markdown(doc: str) -> str:
    """Sections as lists, examples as code."""
    lines: list[str] = []
    is_section = is_example = False
    for line in doc.splitlines():
        if line in SECTIONS:
            lines += [f"**{SECTIONS[line]}**", ""]
            is_section = True
        elif line.startswith(">>>") and not is_example:
            lines += ["```pycon", line]
            is_example = True
        elif is_section and (entry := re.match(r"    (\*{0,2}\w+): (.*)", line)):
            lines.append(f"* `{entry[1]}`: {entry[2]}")
        elif is_section and line.strip():
            lines.append(f"  {line.strip()}")
        else:
            is_section &= bool(line.strip())
            lines.append(line)
    return "\n".join([*lines, "```"] if is_example else lines)
