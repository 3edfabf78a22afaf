"""The same answers from a cluster of Dask: shards of runs and row groups of lists, made anywhere, joined to the same bits.

Needs the extra `outreach[dask]`, on the workers too.
"""

# Dask tells no types of its calls.
# mypy: allow-untyped-calls

from __future__ import annotations

import os
import queue
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeAlias

from outreach import _outreach as native
from outreach import extras, lists, tables, words
from outreach.answers import Call, Named
from outreach.campaign import Campaign, scenario
from outreach.contacts import Forecast
from outreach.folder import Folder
from outreach.parts import simulate_part
from outreach.yields import Yield

if TYPE_CHECKING:
    import distributed
else:
    distributed = extras.imported("distributed", "dask")

__all__ = ["forecast", "simulate"]

DaskFrame: TypeAlias = Any
"""A `dask.dataframe.DataFrame`, which has no types."""

RETRIES = 3
"""A file that could not be read is tried again so often; a worker that died is the scheduler's to replace."""
CALLS = 1_000_000_000
"""A shard has about this many: they take a second or a few."""
FEWEST, MOST = 64, 10_000
"""Shards, if there are as many blocks of trials: enough for all workers to be done together, and for no scheduler to mind."""
BLOCK = 4096
"""Trials, as docs/reproducibility.md has them."""


def simulate(
    campaign: Campaign,
    *,
    trials: SupportsIndex | None = None,
    seed: words.Seed = 42,
    so_far: words.SoFar | None = None,
    at_least: SupportsIndex | Iterable[SupportsIndex] = (),
    client: distributed.Client | None = None,
    parts: str | os.PathLike[str] | None = None,
) -> Yield:
    """What `outreach.simulate` finds, to the bit, by the workers of a cluster.

    Args:
        campaign: What is to be played.
        trials: How often; 100,000 times unless given.
        seed: The seed, or "random".
        so_far: What the campaign has brought already.
        at_least: Also how likely at least this many meetings are.
        client: The client of the cluster; the current one unless given.
        parts: A folder for what is done, one file per shard: a call that was cut short goes on from there.

    Raises:
        ValueError: For values that are not accepted, and for a folder with parts of another run or damaged ones.
        OSError: For a folder that cannot be written.
        RuntimeError: For a cluster that goes away, or a shard that ends its workers.
    """
    made, number = words.so_far(so_far), words.seed(seed)
    least, folder = words.at_least(at_least), Folder(parts)
    run = native.Run(scenario(campaign), made, words.trials(trials), number)
    for name, content in folder:
        run.add(name, native.Part.of_bytes(name, content))

    def take(shard: str, content: bytes) -> None:
        run.add(f"shard {shard}", native.Part.of_bytes(f"shard {shard}", content))
        folder.keep(f"shard-{shard.replace('/', '-of-')}", content)

    shards = {shard: shard for shard in run.missing(_shards(campaign, run.trials))}
    work = partial(_shard, campaign, run.trials, number, so_far)
    _made_by(client, work, shards, take, folder)
    options = {"trials": trials, "seed": number, "so_far": so_far, "at_least": least}
    return Yield._of(run.answer(least), Call("simulate", (campaign,), options))


def forecast(
    contacts: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] | DaskFrame,
    *,
    campaign: Campaign | None = None,
    probability_column: str | None = None,
    kind_column: str | None = None,
    group_by: str | None = None,
    attempts_column: str | None = None,
    cold: str = "cold",
    warm: str = "warm",
    delimiter: str | None = None,
    skip_lines: SupportsIndex = 0,
    sheet: str | None = None,
    at_least: SupportsIndex | Iterable[SupportsIndex] = (),
    per_partition: bool = False,
    client: distributed.Client | None = None,
    parts: str | os.PathLike[str] | None = None,
) -> Forecast:
    """What `outreach.forecast` finds of the contacts of all these files or partitions, to the bit, by the workers of a cluster.

    Args:
        contacts: Files, which the workers see under the same names: a pattern, "contacts/*.parquet", or a list of them; tables
            of text and workbooks too, each of which is one task. Or a frame of Dask, each of whose partitions is one task. None of
            the rows may be wrong.
        campaign: The rates of contacts that have a kind alone.
        probability_column: The column with the probability of a meeting; `probability` unless told.
        kind_column: The column that tells cold contacts from warm ones; `kind` unless told.
        group_by: Also a forecast for each value of this column; a contact without one is of the group "".
        attempts_column: The column with the attempts made so far at contacts of a kind, none of which reached them.
        cold: What the kind's column says of cold contacts.
        warm: What it says of warm ones.
        delimiter: Column separator of a table of text.
        skip_lines: Leaves out this many lines above the header of a table of text.
        sheet: The sheet of a workbook.
        at_least: Also how likely at least this many meetings are.
        per_partition: Also the forecast of each file or partition: `Forecast.partitions`.
        client: The client of the cluster; the current one unless given.
        parts: A folder for what is done, one file per piece: a call that was cut short goes on from there.

    Raises:
        ValueError: For what is no probability, with file, column and row; for columns that are not there; for a folder
            with parts of another list, or of files that were changed since, or damaged ones.
        TypeError: For a column of probabilities that are no numbers.
        OSError: For files that cannot be read or are not there, and for a folder that cannot be written.
        RuntimeError: For a cluster that goes away, or a piece that ends its workers.
    """
    asked = scenario(Campaign() if campaign is None else campaign)
    least, folder = words.at_least(at_least), Folder(parts)
    cold, warm = words.text("cold", cold), words.text("warm", warm)
    skipped = words.whole("skip_lines", skip_lines, accepted="a number of lines (0 or more)")
    columns = lists.Columns(
        probability_column, kind_column, group_by, attempts_column, cold, warm, delimiter, skipped, sheet
    )
    pieces, partitions = _pieces(contacts, columns)
    whole = lists.nothing(pieces)
    parts_of = {piece.path: lists.nothing(pieces) for piece in pieces} if per_partition else {}
    paths = {piece.number: piece.path for piece in pieces}

    def add(name: str, content: bytes) -> None:
        part = native.ListPart.of_bytes(name, content)
        whole.add(name, part)
        if per_partition:
            (number,) = paths.keys() - set(part.missing())
            parts_of[paths[number]].add(name, part)

    for name, content in folder:
        add(name, content)

    def take(name: str, content: bytes) -> None:
        add(name, content)
        folder.keep(name, content)

    missing = set(whole.missing())
    tasks = {f"piece-{piece.number}-of-{piece.of}": piece for piece in pieces if piece.number in missing}
    if partitions is None:
        _made_by(client, lists.read, tasks, take, folder)
    else:
        work = {name: (piece, partitions[piece.number - 1]) for name, piece in tasks.items()}
        _made_by(client, lists.read_frame, work, take, folder)
    of = Named("frame") if partitions is not None else contacts
    options = {"campaign": campaign, "group_by": group_by, "attempts_column": attempts_column, "at_least": least}
    call = Call("dask.forecast", (of,), options)
    each = {path: Forecast._of(part.answer(asked, least, False), call) for path, part in parts_of.items()}
    return Forecast._of(whole.answer(asked, least, True), call, *([each] if per_partition else []))


def _pieces(contacts: Any, columns: lists.Columns) -> tuple[list[lists.Piece], Any]:
    """The pieces of a list, and the partitions of a frame."""
    if isinstance(contacts, (str, os.PathLike)):
        return lists.cut(os.fspath(contacts), columns), None
    if not hasattr(contacts, "to_delayed"):
        return lists.cut([os.fspath(path) for path in contacts], columns), None
    tables.check(None, columns.layout())
    from dask.base import tokenize

    partitions = contacts.to_delayed()
    name = f"{tokenize(contacts)}-{tokenize(asdict(columns))}"
    of = len(partitions)
    place = (f"partition {number}" for number in range(of))
    return [lists.Piece(name, number, of, path, (), 0, columns) for number, path in enumerate(place, 1)], partitions


def _shards(campaign: Campaign, trials: int) -> int:
    """Into how many a run is cut: whatever the cluster, so that another one goes on where this one stopped."""
    settings = campaign.settings
    people = int(settings.get("contacts", settings.get("calls", 100)))
    calls = people * int(settings.get("max_attempts", 1))
    return max(1, min(max(FEWEST, trials * calls // CALLS), MOST, -(-trials // BLOCK)))


def _shard(campaign: Campaign, trials: int, seed: int, so_far: words.SoFar | None, shard: str) -> bytes:
    # A worker runs as many tasks as it has threads.
    return simulate_part(campaign, shard, trials=trials, seed=seed, threads=1, so_far=so_far).to_bytes()


def _made_by(
    client: distributed.Client | None,
    work: Callable[..., bytes],
    tasks: Mapping[str, Any],
    take: Callable[[str, bytes], None],
    folder: Folder,
) -> None:
    """Has the tasks done, and takes what comes as it comes."""
    client = distributed.default_client() if client is None else client
    if not isinstance(client, distributed.Client):
        raise TypeError(f"client = {client!r} is not a client of Dask")
    if client.asynchronous:
        raise ValueError("client is an asynchronous one; a synchronous one is accepted")
    done: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
    call, tries = uuid.uuid4().hex, dict.fromkeys(tasks, 0)
    waiting: dict[str, Any] = dict.fromkeys(tasks)

    def gone() -> RuntimeError:
        told = f"{len(tasks) - len(waiting)} of {len(tasks)} tasks were done"
        return RuntimeError(f"the cluster of Dask went away: {told}{folder.told()}")

    def submit(name: str) -> None:
        if client.status != "running":
            raise gone()
        key = f"outreach-{name}-{call}-{tries[name]}"
        task: Any = tasks[name]
        if isinstance(task, tuple):
            # A partition is computed where the work on it is done.
            piece, partition = task
            future = client.submit(work, piece, client.compute(partition), key=key, pure=False)
        else:
            future = client.submit(work, task, key=key, pure=False)
        waiting[name] = future
        future.add_done_callback(lambda future: done.put((name, future)))

    try:
        for name in tasks:
            submit(name)
        while waiting:
            try:
                name, future = done.get(timeout=1)
            except queue.Empty:
                if client.status != "running":
                    raise gone() from None
                continue
            try:
                content = _result(client, future)
            except _Gone:
                raise gone() from None
            except distributed.KilledWorker as error:
                raise RuntimeError(f"{name} ended every worker that was at it: {error}{folder.told()}") from None
            except OSError:
                tries[name] += 1
                if tries[name] > RETRIES:
                    raise
                submit(name)
                continue
            del waiting[name]
            take(name, content)
    finally:
        if waiting and client.status == "running":
            client.cancel([future for future in waiting.values() if future is not None])


class _Gone(Exception):
    """There is no scheduler any more."""


def _result(client: distributed.Client, future: Any) -> bytes:
    """What a task that ended came to; if its worker died since, once it is made again."""
    while client.status == "running":
        if future.status == "error":
            raise future.exception()
        if future.status == "cancelled":
            break
        try:
            content: bytes = future.result(timeout=5)
            return content
        except TimeoutError:
            continue
        except (distributed.CancelledError, distributed.client.FutureCancelledError):
            break
    raise _Gone
