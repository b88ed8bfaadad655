"""Where parts are gathered, beside the final folder, until they become it as one whole.

On this machine the two change places in one step. A store knows no such step: there `conversion.json` goes first and
comes last, and a folder without it is no dataset. What a killed conversion has gathered stays for ``--resume``.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from accords_data import folder
from accords_data.folder import SUMS
from accords_data.model.schemas import line_schema
from accords_data.problems import AccordsError, Problem
from accords_data.release import conversion_manifest
from accords_data.release.conversion_manifest import Conversion, DataFile, InputEntry, RowCount
from accords_data.stream.executors import OnRead
from accords_data.stream.inputs import Unit, unreadable
from accords_data.stream.partitions import Partition
from accords_data.stream.storage import Place, reason
from accords_data.stream.unit import KEYS, READ_ERRORS, RECEIPTS, Job, Receipt, receipts

MANIFEST = "conversion.json"
REJECTS = "rejects.jsonl"
_PLAN = "plan.json"
_PASSING = (KEYS, RECEIPTS, "rejects", _PLAN)
"""What is gathered and does not become part of the result."""
_COUNTS = ("accepted", "rejected", "empty")


def target_named(name: str) -> Place:
    """Return the place of the final folder, which a user calls `name`; links are followed."""
    place = Place.named(name)
    return place if place.store is not None else Place(os.path.realpath(place.path))


@contextlib.contextmanager
def stage_of(target: Place, shown: str, on_wait: Callable[[], None]) -> Iterator[Place]:
    """Give the folder in which the dataset of `target` is gathered; on this machine, nobody else has it meanwhile.

    Raises:
        AccordsError: `target`, which the user calls `shown`, holds something else than a converted dataset.
    """
    with contextlib.nullcontext() if target.store is not None else folder.locked(Path(target.path), on_wait):
        _check_target(target, shown)
        yield target.beside(f".{target.label}.converting")


@contextlib.contextmanager
def written(target: Place) -> Iterator[None]:
    """Make a problem of what goes wrong with writing `target`, which is then what it was (not so in a store)."""
    try:
        yield
    except OSError as error:
        message, hint = f"cannot be written: {reason(error)}", "check free space and permissions, then try again"
        raise AccordsError([Problem(path=target.name, message=message, hint=hint)]) from error


def _check_target(target: Place, shown: str) -> None:
    kind = target.kind()
    there = list(target.files()) if kind == "folder" else []
    ours = _ours(target, shown) if MANIFEST in there else frozenset()
    if kind == "folder" and target.store is None:
        # An empty folder in it is no file, but somebody else's all the same.
        there = there or [path.name for path in Path(target.path).iterdir()]
    folder.check_ours(shown, there if kind in {"folder", None} else None, ours.__contains__)


def _ours(target: Place, shown: str) -> frozenset[str]:
    """Return the files of the dataset at `target`, as its manifest lists them."""
    conversion = conversion_manifest.parse(target.below(MANIFEST).read())
    if isinstance(conversion, str):
        hint = "choose a new or empty folder"
        raise AccordsError([Problem(path=f"{shown}/{MANIFEST}", message=conversion, hint=hint)])
    return frozenset({file.path for file in conversion.files} | {MANIFEST, SUMS, REJECTS})


def prepared(stage: Place, job: Job, found: Sequence[Unit], *, resume: bool) -> dict[int, Receipt]:
    """Make `stage` ready, and return the receipts of what was done in it before, where that counts."""
    wanted = _plan(job, found)
    path = stage.below(_PLAN)
    # The standard input is another one each time, so what was gathered from it is never gone on with.
    again = resume and all(unit.place is not None for unit in found)
    if again and path.kind() == "file" and path.read() == wanted:
        return {number: receipt for number, receipt in receipts(stage).items() if not receipt.stopped}
    stage.delete()
    path.write(wanted)
    return {}


def _plan(job: Job, found: Sequence[Unit]) -> bytes:
    # All that could change the result: what was gathered for another plan is thrown away.
    stamps = [[unit.name, unit.start, unit.end, *(unit.place.stamp() if unit.place else ())] for unit in found]
    plain = attrs.asdict(attrs.evolve(job, folder=None)) | {"schema": line_schema(job.kind)}
    beside = [stamp for place in (job.references, job.sources) if place is not None for stamp in _stamps(place)]
    return json.dumps({"job": plain, "inputs": stamps, "beside": beside}, sort_keys=True).encode()


def _stamps(place: Place) -> list[tuple[int, int]]:
    """Return the stamp of the file `place`, or of each file in the folder `place`; none where there is nothing."""
    try:
        return [file.stamp() for file in _files(place)]
    except OSError as error:
        raise AccordsError([unreadable(place.name, error)]) from error


def _files(place: Place) -> list[Place]:
    match place.kind():
        case None:
            return []
        case "folder":
            return [place.below(path) for path in place.files()]
        case _:
            return [place]


def unchanged(job: Job, found: Sequence[Unit], target: Place, on_read: OnRead) -> Conversion | None:
    """Return the conversion that made the dataset at `target`, if it is that of `job` and of the very lines of `found`.

    What was checked against other tables or texts is always checked again: they may have changed.
    """
    path = target.below(MANIFEST)
    if any(unit.place is None for unit in found) or job.references or job.sources or path.kind() != "file":
        return None
    former = conversion_manifest.parse(path.read())
    if isinstance(former, str):
        return None
    files = {file.path for file in former.files}
    same = all(getattr(former, name) == value for name, value in _head(job).items())
    if not same or {path.partition("/")[0] for path in files} != set(job.formats) or not files <= set(target.files()):
        return None
    if len(former.inputs) != len(found):
        return None
    # The lines themselves are compared: a finished dataset keeps no times and sizes of its inputs.
    same = all(_digest(unit, on_read) == entry.sha256 for unit, entry in zip(found, former.inputs, strict=True))
    return former if same else None


def _digest(unit: Unit, on_read: OnRead) -> str | None:
    """Return the SHA-256 of the lines of `unit`; None where they cannot be read, which whoever reads next tells."""
    digest = hashlib.sha256()
    try:
        for block in unit.blocks(on_read):
            digest.update(getattr(block, "data", b""))
    except READ_ERRORS:
        return None
    return digest.hexdigest()


def _head(job: Job) -> dict[str, Any]:
    return {
        "kind": job.kind,
        "schema": str(line_schema(job.kind)["$id"]),
        "compression": job.compression,
        "references_checked": "no" if job.references is None else "yes",
        "quotes_checked": "no" if job.sources is None else "yes",
    }


def publish(job: Job, ordered: Sequence[Receipt], stage: Place, target: Place, rows: dict[str, int]) -> None:
    """Turn what was gathered in `stage`, with the receipts `ordered`, into the dataset at `target`.

    Raises:
        OSError: it cannot be written; on this machine, `target` is then what it was.
    """
    files = tuple(DataFile(path=path, sha256=sha256) for each in ordered for path, sha256 in sorted(each.files.items()))
    inputs = tuple(
        InputEntry(
            part=each.unit, input=each.input, sha256=each.sha256, **{name: getattr(each, name) for name in _COUNTS}
        )
        for each in ordered
    )
    tables = tuple(RowCount(name=name, rows=number) for name, number in rows.items())
    conversion = Conversion(**_head(job), inputs=inputs, tables=tables, files=files)
    _join_rejects(ordered, stage)
    stage.below(SUMS).write("".join(f"{file.sha256}  {file.path}\n" for file in files).encode())
    stage.below(MANIFEST).write(conversion_manifest.conversion_bytes(conversion))
    ours = [*(file.path for file in files), REJECTS, SUMS, MANIFEST]
    if target.store is None:
        _take_place(stage, target, ours)
    else:
        _copied(stage, target, ours)


def _take_place(stage: Place, target: Place, ours: Sequence[str]) -> None:
    """Let `stage` be `target`, without what is passing and what a killed worker has left half-written."""
    for name in _PASSING:
        stage.below(name).delete()
    for left in set(stage.files()) - set(ours):
        stage.below(left).delete()
    folder.take_place(Path(stage.path), Path(target.path))


def _copied(stage: Place, target: Place, ours: Sequence[str]) -> None:
    """Copy the files `ours` from `stage` to `target`, both in one store; the last of them, the manifest, at the end."""
    target.below(MANIFEST).delete()
    former = set(target.files()) if target.kind() == "folder" else set()
    for left in former - set(ours):
        target.below(left).delete()
    for path in ours:
        stage.below(path).copy(target.below(path))
    stage.delete()


def _join_rejects(ordered: Sequence[Receipt], stage: Place) -> None:
    """Join the rejected lines of the parts, their numbers counted in the whole input."""
    number = 0
    with stage.below(REJECTS).whole_file() as joined:
        for receipt in ordered:
            if receipt.start == 0:
                number = 0
            if receipt.rejected:
                with stage.below(Partition(stage, receipt.unit).rejects).open() as file:
                    for line in _lines(file):
                        reject = json.loads(line)
                        reject["line"] += number
                        joined.write(json.dumps(reject, ensure_ascii=False).encode(errors="backslashreplace") + b"\n")
            number += receipt.lines


def _lines(file: Any) -> Iterator[bytes]:  # noqa: ANN401 - a file of Python or of pyarrow
    import io

    yield from io.BufferedReader(file) if not isinstance(file, io.BufferedReader) else file
