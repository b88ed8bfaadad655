"""A conversion as a whole: plan, work, repeated ids, manifest, and the swap into place.

Parts are gathered beside the final folder and become it at the end, as one whole. What a killed conversion has gathered
stays there for ``--resume``, which goes on where the plan is the same: the same inputs of the same size and time.
"""

import itertools
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from accords_data import folder, writers
from accords_data.folder import SUMS
from accords_data.problems import AccordsError, Problem
from accords_data.schemas import line_schema
from accords_data.stream import keys
from accords_data.stream.account import Conversion, DataFile, InputEntry, RowCount
from accords_data.stream.conversion import KEYS, READ_ERRORS, RECEIPTS, Job, Receipt, add_message, receipts
from accords_data.stream.engines import Engine, OnRead, Task
from accords_data.stream.inputs import STDIN, Unit, units
from accords_data.stream.parts import Part

MANIFEST = "conversion.json"
REJECTS = "rejects.jsonl"
_PLAN = "plan.json"
_PASSING = (KEYS, RECEIPTS, "rejects", _PLAN)
"""What is gathered and does not become part of the result."""


@attrs.frozen
class Outcome:
    """What a conversion, or a validation, found."""

    accepted: int
    rejected: int
    empty: int
    messages: Counter[str]
    """How often each thing was wrong."""
    first: tuple[dict[str, Any], ...]
    """The first rejected lines."""
    tables: dict[str, int]
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
    """Return the units of the inputs `names`; `on_total` is told how many bytes there are to read.

    Raises:
        AccordsError: there is nothing to read.
    """
    found = units(names)
    if not found:
        raise AccordsError([Problem("input", None, None, None, "is empty", "give files that hold lines")])
    on_total(sum(unit.size for unit in found))
    return found


def validate(job: Job, found: Sequence[Unit], engine: Engine, limits: Limits, on_read: OnRead) -> Outcome:
    """Return what is to be said of the lines of the units `found`, nothing being written."""
    return _outcome(_worked(job, [Task(unit) for unit in found], engine, limits, on_read))


def convert(  # noqa: PLR0913, PLR0917 - what a conversion is given
    job: Job, found: Sequence[Unit], out: Path, engine: Engine, limits: Limits, on_read: OnRead,
    on_wait: Callable[[], None], *, resume: bool = False,
) -> Outcome:  # fmt: skip
    """Write the dataset of the units `found` to `out`, as one whole; return what came of it.

    Raises:
        AccordsError: it cannot be read or written, or more is wrong than `limits` allow; `out` is then what it was.
    """
    target = Path(os.path.realpath(out))
    with folder.locked(target, on_wait):
        _check_place(out, target)
        if resume and (before := _unchanged(job, found, target, on_read)) is not None:
            return before
        stage = target.with_name(f".{target.name}.converting")
        job = attrs.evolve(job, folder=stage)
        done = prepared(stage, job, found, resume=resume)
        try:
            made = _worked(job, [Task(unit) for unit in found if unit.number not in done], engine, limits, on_read)
            made = _without_repeated(job, found, done | made, engine, limits)
        except _TooMuchWrongError as error:
            shutil.rmtree(stage)
            raise AccordsError(error.problems) from error
        _publish(job, made, stage, target)
        return attrs.evolve(_outcome(made), done_before=len(done))


class _TooMuchWrongError(AccordsError):
    """More lines are wrong than may be."""


def _worked(job: Job, tasks: Sequence[Task], engine: Engine, limits: Limits, on_read: OnRead) -> dict[int, Receipt]:
    job = attrs.evolve(job, most_rejects=limits.rejects)
    made: dict[int, Receipt] = {}
    for receipt in engine(job, tasks, on_read):
        made[receipt.unit] = receipt
        if limits.rejects is not None and sum(each.rejected for each in made.values()) > limits.rejects:
            raise _TooMuchWrongError(_wrong_lines(made, limits))
    return made


def _wrong_lines(made: dict[int, Receipt], limits: Limits) -> Iterator[Problem]:
    for line in itertools.islice(_first_lines(made), 3):
        for told in line["problems"]:
            yield Problem(line["input"], line["line"], None, told["pointer"], told["message"], told["hint"])
    hint = "put wrong lines aside with --on-error reject, or correct them"
    if limits.reject:
        yield Problem("input", None, None, None, f"more than {limits.most} wrong lines", "raise --max-errors")
    else:
        yield Problem("input", None, None, None, "a line is wrong", hint)


def _without_repeated(
    job: Job, found: Sequence[Unit], made: dict[int, Receipt], engine: Engine, limits: Limits
) -> dict[int, Receipt]:
    """Do those units again that hold an id which an earlier line has; return all receipts."""
    stage = job.folder
    repeated = {} if stage is None else keys.repeated(stage / KEYS)
    if not repeated:
        return made
    if any(unit.name == STDIN for unit in found):
        message = f"{sum(map(len, repeated.values()))} ids stand in an earlier line too, and it cannot be read again"
        raise _TooMuchWrongError([Problem("standard input", None, None, None, message, "give a file")])
    tasks = [Task(unit, repeated[unit.number]) for unit in found if unit.number in repeated]
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
        sum(receipt.accepted for receipt in ordered),
        sum(receipt.rejected for receipt in ordered),
        sum(receipt.empty for receipt in ordered),
        messages,
        tuple(_first_lines(made)),
        dict(tables),
        len(ordered),
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


def _check_place(out: Path, target: Path) -> None:
    if target.is_dir() and not any(target.iterdir()):
        return
    if target.is_dir() and (target / MANIFEST).is_file():
        ours = {each["path"] for each in json.loads((target / MANIFEST).read_bytes())["files"]}
        others = [path for path in folder.files_in(target) if path not in ours | {MANIFEST, SUMS, REJECTS}]
        hint = "move it elsewhere: the whole folder is replaced"
        problems = [
            Problem(str(out / path), None, None, None, "is no part of the dataset there", hint) for path in others
        ]
        if problems:
            raise AccordsError(problems)
    elif target.exists():
        reason = "is not empty and was not written by accords convert" if target.is_dir() else "is a file"
        raise AccordsError([Problem(str(out), None, None, None, reason, "give a new or empty folder with --out")])


def prepared(stage: Path, job: Job, found: Sequence[Unit], *, resume: bool) -> dict[int, Receipt]:
    """Make `stage` ready, and return the receipts of what was done in it before, where that counts."""
    wanted = _plan_text(job, found)
    path = stage / _PLAN
    again = resume and all(unit.name != STDIN for unit in found)
    if again and path.is_file() and path.read_text(encoding="utf-8") == wanted:
        return {number: receipt for number, receipt in receipts(stage).items() if not receipt.stopped}
    if stage.exists():
        shutil.rmtree(stage)
    folder.put({path: wanted})
    return {}


def _plan_text(job: Job, found: Sequence[Unit]) -> str:
    stamps = [[unit.name, unit.start, unit.end, *_stamp(unit.name)] for unit in found]
    plain = attrs.asdict(attrs.evolve(job, folder=None)) | {"schema": line_schema(job.kind)}
    beside = [_stamp(str(path)) for place in (job.references, job.sources) if place for path in _files_at(Path(place))]
    return json.dumps({"job": plain, "inputs": stamps, "beside": beside}, sort_keys=True)


def _files_at(place: Path) -> list[Path]:
    """Return the file `place`, or all files in the folder `place`."""
    return sorted(path for path in (place.rglob("*") if place.is_dir() else [place]) if path.is_file())


def _stamp(name: str) -> list[int]:
    if name == STDIN:
        return []
    told = Path(name).stat()
    return [told.st_size, told.st_mtime_ns]


def _unchanged(job: Job, found: Sequence[Unit], target: Path, on_read: OnRead) -> Outcome | None:
    """Return what the dataset at `target` was made of, if it was made so of the very lines that `found` now has.

    What was checked against other tables or texts is always checked again: they may have changed.
    """
    import hashlib

    path = target / MANIFEST
    if not path.is_file() or any(unit.name == STDIN for unit in found) or job.references or job.sources:
        return None
    told = json.loads(path.read_bytes())
    files = [each["path"] for each in told["files"]]
    same = all(told[key] == value for key, value in _head(job).items())
    if not same or {path.partition("/")[0] for path in files} != set(job.formats):
        return None
    if len(told["inputs"]) != len(found) or not all((target / name).is_file() for name in files):
        return None
    for unit, entry in zip(found, told["inputs"], strict=True):
        digest = hashlib.sha256()
        try:
            for block in unit.blocks(on_read):
                digest.update(getattr(block, "data", b""))
        except READ_ERRORS:
            return None  # whoever reads it next tells why
        if digest.hexdigest() != entry["sha256"]:
            return None
    accepted, rejected, empty = (
        sum(entry[name] for entry in told["inputs"]) for name in ("accepted", "rejected", "empty")
    )
    tables = {entry["name"]: entry["rows"] for entry in told["tables"]}
    return Outcome(accepted, rejected, empty, Counter(), (), tables, len(found), done_before=len(found))


def _head(job: Job) -> dict[str, Any]:
    return {
        "kind": job.kind,
        "schema": str(line_schema(job.kind)["$id"]),
        "compression": job.compression,
        "references_checked": "no" if job.references is None else "yes",
        "quotes_checked": "no" if job.sources is None else "yes",
    }


def _publish(job: Job, made: dict[int, Receipt], stage: Path, target: Path) -> None:
    """Turn what was gathered in `stage` into the dataset at `target`."""
    ordered = [receipt for _, receipt in sorted(made.items())]
    tables = _outcome(made).tables
    conversion = Conversion(
        **_head(job),
        inputs=tuple(
            InputEntry(
                part=each.unit, input=each.input, sha256=each.sha256,
                accepted=each.accepted, rejected=each.rejected, empty=each.empty,
            )
            for each in ordered
        ),
        tables=tuple(RowCount(name=name, rows=rows) for name, rows in tables.items()),
        files=tuple(
            DataFile(path=path, sha256=sha256) for each in ordered for path, sha256 in sorted(each.files.items())
        ),
    )  # fmt: skip
    try:
        _join_rejects(ordered, stage)
        (stage / MANIFEST).write_bytes(writers.json_bytes(attrs.asdict(conversion)))
        sums = "".join(f"{file.sha256}  {file.path}\n" for file in conversion.files)
        (stage / SUMS).write_text(sums, encoding="utf-8")
        for name in _PASSING:
            path = stage / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        # What a killed worker has left half-written has a name of its own.
        for left in set(folder.files_in(stage)) - {file.path for file in conversion.files} - {MANIFEST, SUMS, REJECTS}:
            (stage / left).unlink()
        folder.take_place(stage, target)
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        raise AccordsError([Problem(str(target), None, None, None, message, "it is what it was")]) from error


def _join_rejects(ordered: Sequence[Receipt], stage: Path) -> None:
    """Join the rejected lines of the parts, their numbers counted in the whole input."""
    number = 0
    with (stage / REJECTS).open("wb") as joined:
        for receipt in ordered:
            if receipt.start == 0:
                number = 0
            path = stage / Part(stage, receipt.unit).rejects
            with path.open("rb") as file:
                if number == 0:
                    shutil.copyfileobj(file, joined)
                else:
                    for line in file:
                        told = json.loads(line)
                        told["line"] += number
                        joined.write(json.dumps(told, ensure_ascii=False).encode(errors="backslashreplace") + b"\n")
            number += receipt.lines
