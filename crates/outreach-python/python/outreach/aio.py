"""The verbs for `asyncio`: `await outreach.aio.plan(campaign, meetings=5)`. What is cancelled stops computing.

>>> import asyncio
>>> from outreach import Campaign, aio
>>> asyncio.run(aio.plan(Campaign(), meetings=5)).attempts
78
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from outreach import comparisons, contacts, logs, parts, plans, sensitivities, yields
from outreach._outreach import Token

__all__ = ["backtest", "calibrate", "compare", "forecast", "plan", "sensitivity", "simulate", "simulate_part"]

P = ParamSpec("P")
T = TypeVar("T")


def _awaited(verb: Callable[P, T]) -> Callable[P, Awaitable[T]]:
    """The verb on a thread of its own, given up when whoever awaits it is cancelled."""

    @wraps(verb)
    async def awaited(*args: P.args, **options: P.kwargs) -> T:
        token = Token()

        def work() -> T:
            with token:
                return verb(*args, **options)

        done = asyncio.ensure_future(asyncio.to_thread(work))
        try:
            return await asyncio.shield(done)
        except asyncio.CancelledError:
            token.cancel()
            # It takes milliseconds, after which the threads are free.
            await asyncio.wait([done])
            if not done.cancelled():
                done.exception()
            raise

    return awaited


backtest = _awaited(logs.backtest)
calibrate = _awaited(logs.calibrate)
compare = _awaited(comparisons.compare)
forecast = _awaited(contacts.forecast)
plan = _awaited(plans.plan)
sensitivity = _awaited(sensitivities.sensitivity)
simulate = _awaited(yields.simulate)
simulate_part = _awaited(parts.simulate_part)
