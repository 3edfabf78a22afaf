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
PART = {"Parameters": "with", "Raises": "raises"}


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


def told(name: str, of: Any) -> str:
    """A function with its parameters."""
    short = name.rpartition(".")[2]
    return f"### `{name}`\n\n```python\n{signature(short, of)}\n```\n\n{markdown(of)}\n\n{source(of)}\n"


def source(of: Any) -> str:
    """The file that has it."""
    return f"Source: `{of.__module__.replace('.', '/')}.py`"


def signature(name: str, of: Any) -> str:
    """As it is written, a parameter a line where they do not fit one."""
    parts, is_named = [], False
    told = inspect.signature(of)
    for parameter in (one for one in told.parameters.values() if one.name not in ("self", "cls")):
        if parameter.kind is parameter.KEYWORD_ONLY and not is_named:
            parts.append("*")
            is_named = True
        stars = "**" if parameter.kind is parameter.VAR_KEYWORD else ""
        default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
        parts.append(f"{stars}{parameter.name}: {parameter.annotation}{default}")
    made = "" if told.return_annotation == "None" else f" -> {told.return_annotation}"
    line = f"{name}({', '.join(parts)}){made}"
    return line if len(line) <= 120 else f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f"){made}"


def of_type(name: str, kind: Any) -> str:
    """A type with all that it has."""
    base = {outreach.Answer: "an answer", distributed.Distributed: "a distribution", outreach.Distribution: "a distribution"}
    also = [word for parent, word in base.items() if isinstance(kind, type) and issubclass(kind, parent) and kind is not parent]
    lines = [f"### `outreach.{name}`\n", markdown(kind), ""]
    if made := vars(kind).get("__init__"):
        if entries(made):
            lines += [f"```python\n{signature(name, made)}\n```\n", markdown(made), ""]
    if also:
        lines += [f"It is {' and '.join(also)}: what these have, it has too.\n"]
    for fields in (parent for parent in kind.__mro__ if parent.__module__ == "outreach.fields"):
        lines += [attribute(*field) for field in vars(fields).items() if isinstance(field[1], property) and field[0] not in vars(kind)]
    for field, value in own(kind):
        if isinstance(value, property):
            lines.append(attribute(field, value))
        elif inspect.isroutine(value) or isinstance(value, (classmethod, staticmethod)):
            lines += method(field, getattr(value, "__func__", value))
    return "\n".join([*lines, "", source(kind)]) + "\n"


def attribute(name: str, of: property) -> str:
    """What is read, and its type."""
    return f"* `{name}: {inspect.signature(of.fget).return_annotation}`: {one_line(of)}"  # type: ignore[arg-type]


def method(name: str, of: Any) -> list[str]:
    """What is called, and what it raises."""
    told = inspect.signature(of)
    names = [name for name in told.parameters if name not in ("self", "cls")]
    lines = [f"* `{name}({', '.join(names)}) -> {told.return_annotation}`: {one_line(of)}"]
    return lines + [f"  * {PART[section]} `{entry}`: {text}" for section, entry, text in entries(of)]


def own(kind: Any) -> Iterator[tuple[str, Any]]:
    """What users call."""
    return ((name, value) for name, value in vars(kind).items() if name == "__getitem__" or not name.startswith("_"))


def one_line(of: Any) -> str:
    return " ".join((inspect.getdoc(of) or "").partition("\n\n")[0].split())


def entries(of: Any) -> list[tuple[str, str, str]]:
    """What the sections of a doc string list: section, name, text."""
    found: list[tuple[str, str, str]] = []
    section = None
    for line in (inspect.getdoc(of) or "").splitlines():
        if line in SECTIONS:
            section = SECTIONS[line]
        elif section and (entry := re.match(r"    (\*{0,2}[\w.]+): (.*)", line)):
            found.append((section, entry[1], entry[2]))
        elif section and line.startswith("    "):
            found[-1] = (*found[-1][:2], f"{found[-1][2]} {line.strip()}")
        else:
            section = section if not line else None
    return found


def markdown(of: Any) -> str:
    """Sentences, the lists of the sections, then the example."""
    doc = inspect.getdoc(of) or ""
    text, _, example = re.sub(r"(?m)^(Args|Raises):\n(    .*\n?)*\n?", "", doc).partition(">>> ")
    parts = [text.strip()]
    for section in SECTIONS.values():
        if listed := [f"* `{name}`: {told}" for part, name, told in entries(of) if part == section]:
            parts += [f"**{section}**", "\n".join(listed)]
    return "\n\n".join([*parts, f"```pycon\n>>> {example.strip()}\n```"] if example else parts)
