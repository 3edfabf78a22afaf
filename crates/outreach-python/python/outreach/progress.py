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
        # Some are made beside: of what the hours would bring with other calls, say.
        self._bar.n = so_far if self._bar.total is None else min(so_far, self._bar.total)
        if self._bar.total is None:
            # How much there is to do, nobody knows: the trials are counted, or the time alone goes on.
            self._bar.bar_format = "{desc} {n_fmt}{unit}, {elapsed}" if so_far else "{desc} {elapsed}"
        self._bar.refresh()

    def close(self, so_far: int) -> None:
        """It is done, or was given up."""
        if self._bar is not None:
            self.show(so_far)
            self._bar.close()


def begin(total: int | None, waited: float) -> Bar:
    """A bar of this many trials, or of as many as it takes, after so many seconds: in a notebook, and on a terminal, but not in a file."""
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
    shown = bar(desc="outreach", total=total, unit=" trials", unit_scale=True, leave=False)
    shown.start_t -= waited
    return Bar(shown)
