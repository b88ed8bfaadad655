"""A conversion as a whole: plan, work, repeated ids, and the dataset; or a validation, which writes nothing."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs

from accords_data.problems import AccordsError, Problem
from accords_data.release.conversion_manifest import Conversion
from accords_data.stream import duplicate_ids, staging
from accords_data.stream.executors import Engine, OnRead, Task
from accords_data.stream.inputs import Unit, units
from accords_data.stream.unit import KEYS, Job, Receipt, add_message


@attrs.frozen(kw_only=True)
class Outcome:
    """What a conversion, or a validation, found."""

    accepted: int
    rejected: int
    empty: int
    messages: Counter[str] = attrs.field(factory=Counter)
    """How often each thing was wrong."""
    first: tuple[dict[str, Any], ...] = ()
    """The first rejected lines."""
    tables: dict[str, int]
    """Rows by table."""
    parts: int
    done_before: int = 0
    """Parts that were there already."""

    @property
    def read(self) -> int:
        """Lines that were to be records; each was accepted or rejected."""
        return self.accepted + self.rejected


@attrs.frozen
class Limits:
    """How much may be wrong."""

    reject: bool
    """Whether wrong lines are put aside; otherwise one of them ends the work."""
    most: int | None = None
    """How many may be put aside; None for any number."""

    @property
    def rejects(self) -> int | None:
        """How many lines may be wrong."""
        return self.most if self.reject else 0


def plan(names: Iterable[str], on_total: Callable[[int], None]) -> list[Unit]:
    """Return the units of the inputs `names`; `on_total` gets how many bytes there are to read.

    Raises:
        AccordsError: there is nothing to read.
    """
    found = units(names)
    if not found:
        raise AccordsError([Problem(path="input", message="is empty", hint="give files with lines")])
    on_total(sum(unit.size for unit in found))
    return found


def validate(job: Job, found: Sequence[Unit], engine: Engine, limits: Limits, on_read: OnRead) -> Outcome:
    """Return what the lines of the units `found` are worth; nothing is written."""
    return _outcome(_worked(job, [Task(unit) for unit in found], engine, limits, on_read))


def convert(  # noqa: PLR0913 - what a conversion is given
    job: Job, found: Sequence[Unit], out: str, *, engine: Engine, limits: Limits, on_read: OnRead,
    on_wait: Callable[[], None], resume: bool = False,
) -> Outcome:  # fmt: skip
    """Write the dataset of the units `found` to `out`, as one whole; return what came of it.

    Raises:
        AccordsError: it cannot be read or written, or more is wrong than `limits` allow; `out` is then what it was.
    """
    target = staging.target_named(out)
    with staging.written(target), staging.stage_of(target, out, on_wait) as gathered:
        # Asked before the stage is touched: after a finished conversion of the same lines there is nothing to do.
        former = staging.unchanged(job, found, target, on_read) if resume else None
        if former is not None:
            return _outcome_before(former)
        job = attrs.evolve(job, folder=gathered)
        done = staging.prepared(gathered, job, found, resume=resume)
        try:
            made = _worked(job, [Task(unit) for unit in found if unit.number not in done], engine, limits, on_read)
            made = _without_repeated(job, found, done | made, engine, limits)
        except _TooMuchWrongError:
            # Nothing to go on with: the lines have to change first.
            gathered.delete()
            raise
        outcome = attrs.evolve(_outcome(made), done_before=len(done))
        staging.publish(job, [receipt for _, receipt in sorted(made.items())], gathered, target, outcome.tables)
        return outcome


def _outcome_before(former: Conversion) -> Outcome:
    """Return what came of the conversion `former`; it does not say what was wrong."""
    return Outcome(
        accepted=sum(entry.accepted for entry in former.inputs),
        rejected=sum(entry.rejected for entry in former.inputs),
        empty=sum(entry.empty for entry in former.inputs),
        tables={table.name: table.rows for table in former.tables},
        parts=len(former.inputs),
        done_before=len(former.inputs),
    )


class _TooMuchWrongError(AccordsError):
    """More lines are wrong than may be."""


def _worked(job: Job, tasks: Sequence[Task], engine: Engine, limits: Limits, on_read: OnRead) -> dict[int, Receipt]:
    job = attrs.evolve(job, most_rejects=limits.rejects)
    made: dict[int, Receipt] = {}
    for receipt in engine(job, tasks, on_read):
        made[receipt.unit] = receipt
        # Each unit stops by itself at the limit, but several together may pass it sooner.
        if limits.rejects is not None and sum(each.rejected for each in made.values()) > limits.rejects:
            raise _TooMuchWrongError(_wrong_lines(made, limits))
    return made


def _wrong_lines(made: dict[int, Receipt], limits: Limits) -> Iterator[Problem]:
    for line in itertools.islice(_first_lines(made), 3):
        for each in line["problems"]:
            yield Problem(path=line["input"], line=line["line"], **each)
    if limits.reject:
        yield Problem(path="input", message=f"more than {limits.most} wrong lines", hint="raise --max-errors")
    else:
        hint = "correct it, or move wrong lines to rejects.jsonl with --on-error reject"
        yield Problem(path="input", message="a line is wrong", hint=hint)


def _without_repeated(
    job: Job, found: Sequence[Unit], made: dict[int, Receipt], engine: Engine, limits: Limits
) -> dict[int, Receipt]:
    """Do those units again that hold an id which an earlier line has; return all receipts."""
    repeated = {} if job.folder is None else duplicate_ids.repeated(job.folder.below(KEYS))
    if not repeated:
        return made
    if any(unit.place is None for unit in found):
        message = f"{sum(map(len, repeated.values()))} repeated ids, and standard input cannot be read again"
        raise _TooMuchWrongError([Problem(path="standard input", message=message, hint="give a file")])
    tasks = [Task(unit, repeated[unit.number]) for unit in found if unit.number in repeated]
    # What the other units rejected counts towards the limit as well.
    others = {number: receipt for number, receipt in made.items() if number not in repeated}
    wrong = sum(receipt.rejected for receipt in others.values())
    left = limits if limits.rejects is None else attrs.evolve(limits, most=max(limits.rejects - wrong, 0))
    return others | _worked(job, tasks, engine, left, lambda _: None)


def _outcome(made: dict[int, Receipt]) -> Outcome:
    ordered = [receipt for _, receipt in sorted(made.items())]
    messages: Counter[str] = Counter()
    tables: Counter[str] = Counter()
    for receipt in ordered:
        for message, times in receipt.messages.items():
            add_message(messages, message, times)
        tables.update(receipt.rows)
    return Outcome(
        accepted=sum(receipt.accepted for receipt in ordered),
        rejected=sum(receipt.rejected for receipt in ordered),
        empty=sum(receipt.empty for receipt in ordered),
        messages=messages,
        first=tuple(_first_lines(made)),
        tables=dict(tables),
        parts=len(ordered),
    )


def _first_lines(made: dict[int, Receipt]) -> Iterator[dict[str, Any]]:
    """Yield the first rejected lines, numbered in their whole input; without one where a part before is not done."""
    before: int | None = 0
    last = -1
    for unit, receipt in sorted(made.items()):
        if receipt.start == 0:
            before = 0
        elif last != unit - 1:
            before = None
        for line in receipt.first:
            yield line | {"line": None if before is None else line["line"] + before}
        before = None if before is None else before + receipt.lines
        last = unit
