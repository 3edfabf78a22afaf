"""A bar for what takes longer than a second, by tqdm where that is there; `TQDM_DISABLE=1` keeps it away."""

from __future__ import annotations

import sys
import warnings
from typing import Any


class Bar:
    """Shows how far long work is; nothing without tqdm."""

    def __init__(self, bar: Any) -> None:
        self._bar = bar

    def show(self, so_far: int) -> None:
        """This many trials are made."""
        if self._bar is None:
            return
        if self._bar.total is None:
            # How far it is, nobody knows: the time goes on.
            self._bar.refresh()
        else:
            self._bar.update(so_far - self._bar.n)

    def close(self, so_far: int) -> None:
        """It is done, or was given up."""
        if self._bar is not None:
            self.show(so_far)
            self._bar.close()


def begin(total: int | None) -> Bar:
    """A bar of this many trials, or of time alone: in a notebook, and on a terminal, but not in a file."""
    try:
        with warnings.catch_warnings():
            # A notebook without ipywidgets has no bar, and who works in it need not hear why.
            warnings.simplefilter("ignore")
            from tqdm.auto import tqdm  # type: ignore[import-untyped]
    except ModuleNotFoundError:
        return Bar(None)
    is_notebook = "notebook" in "".join(kind.__module__ for kind in tqdm.__mro__)
    if not is_notebook and not sys.stderr.isatty():
        return Bar(None)
    # No thread that watches the bar.
    bar = type("Bar", (tqdm,), {"monitor_interval": 0})
    counted = {"total": total, "unit": " trials", "unit_scale": True} if total else {"bar_format": "{desc} {elapsed}"}
    return Bar(bar(desc="outreach", leave=False, **counted))
