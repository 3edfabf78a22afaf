"""What the package can do without, asked for by extras."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def imported(module: str, extra: str) -> Any:
    """The module, which is imported when it is used first.

    Raises:
        ModuleNotFoundError: Where it is not installed, with the extra that has it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != package:
            raise
        raise ModuleNotFoundError(f"{package} is not installed: pip install 'outreach[{extra}]'", name=error.name) from error
