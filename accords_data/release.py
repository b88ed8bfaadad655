"""A release: the files that follow from a dataset, written as one whole or compared with those that are there."""

import csv
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from accords_data import folder, status, tables, writers
from accords_data.dataset import Dataset, plain
from accords_data.models import MODELS, PLURALS, AgreementStatus
from accords_data.problems import AccordsError, Problem
from accords_data.schemas import VERSION

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = ("parquet", "csv", "json")
MANIFEST = "manifest.json"
REPAIR = "run `accords-export` and commit what it writes"


@attrs.frozen
class File:
    """One file of a release."""

    path: str
    """Relative to the release, with slashes."""
    rows: int
    """Rows of its table; records, where the file is nested JSON."""
    content: bytes


def tables_in(dataset: Dataset) -> dict[str, "pa.Table"]:
    """Return every flat table of `dataset` by name, sorted by its key."""
    import pyarrow as pa

    parts: dict[str, list[pa.Table]] = {table.name: [] for table in tables.all_tables()}
    for kind, records in dataset.records.items():
        batch = tables.nested_batch(MODELS[kind], [plain(record) for record in records])
        for name, part in tables.flatten(kind, batch):
            parts[name].append(part)
    parts[tables.STATUS].append(_status(dataset))
    return {table.name: _sorted(table, pa.concat_tables(parts[table.name])) for table in tables.all_tables()}


def files_of(dataset: Dataset, formats: Sequence[str] = FORMATS, names: Sequence[str] = ()) -> list[File]:
    """Return the files of a release of `dataset`, the manifest left out.

    Args:
        dataset: What to release.
        formats: Some of `FORMATS`.
        names: Names of tables; none means all. A table nested in JSON has no JSON file of its own.
    """
    flat = {name: table for name, table in tables_in(dataset).items() if not names or name in names}
    files = []
    for name, table in flat.items():
        if "parquet" in formats:
            files.append(File(f"parquet/{name}.parquet", table.num_rows, writers.parquet_bytes(table)))
        if "csv" in formats:
            files.append(File(f"csv/{name}.csv", table.num_rows, writers.csv_bytes(table)))
    if "json" in formats:
        files += _json_files(dataset, flat)
    return sorted(files, key=lambda file: file.path)


def check_place(out: Path, seeds: Path) -> None:
    """Raise unless `out` is a place where a release may be written.

    Raises:
        AccordsError: it is a file, the working folder or above it, or one of it and `seeds` lies in the other.
    """
    target, origin = Path(os.path.realpath(out)), Path(os.path.realpath(seeds))
    if target.exists() and not target.is_dir():
        reason = "is a file"
    elif target.is_relative_to(origin) or origin.is_relative_to(target):
        reason = f"and the seeds folder, {seeds}, lie in one another"
    elif Path.cwd().is_relative_to(target):
        reason = "is the working folder or above it, which cannot be replaced as a whole"
    else:
        return
    raise AccordsError([Problem(str(out), None, None, None, reason, "give a folder of its own with --out")])


def write(out: Path, files: Sequence[File], on_wait: Callable[[], None]) -> int:
    """Put `files` into the release at `out`, as one whole; return how many others stay there as they were.

    Raises:
        AccordsError: `out` holds what no export wrote, or cannot be written; it is then what it was.
    """
    target = Path(os.path.realpath(out))
    with folder.locked(target, on_wait):
        former = _former_rows(out, target)
        present = folder.files_in(target)
        kept = [
            File(path, rows, (target / path).read_bytes())
            for path, rows in former.items()
            if path in present and path not in {file.path for file in files}
        ]
        everything = sorted([*files, *kept], key=lambda file: file.path)
        folder.replace(target, {file.path: file.content for file in everything} | {MANIFEST: manifest(everything)})
    return len(kept)


def manifest(files: Sequence[File]) -> bytes:
    """Return the manifest of `files`: the version of the schemas and of pyarrow, and each file with its rows."""
    import pyarrow as pa

    entries = [{"path": file.path, "rows": file.rows} for file in files]
    return writers.json_bytes({"schema_version": VERSION, "writer": {"pyarrow": pa.__version__}, "files": entries})


@attrs.frozen
class Comparison:
    """What comparing a release with the seeds found."""

    compared: int
    """Files that were compared."""
    problems: tuple[Problem, ...]
    other_writer: str | None
    """The version of pyarrow that wrote the release, if it is not the one in use: contents were compared, not bytes."""


def compare(out: Path, files: Sequence[File], *, whole: bool) -> Comparison:
    """Compare the release at `out` with `files`; when `whole`, with its manifest, and nothing else may be there."""
    import pyarrow as pa

    if not out.is_dir():
        return Comparison(0, (Problem(str(out), None, None, None, "no such release", REPAIR),), None)
    told = _read_manifest(out)
    writer = None if told is None else str(told["writer"]["pyarrow"])
    other_writer = None if writer in {None, pa.__version__} else writer
    expected = {file.path: file.content for file in files} | ({MANIFEST: manifest(files)} if whole else {})
    same = folder.same_bytes if other_writer is None else _same_content
    problems = list(folder.differences(out, expected, REPAIR, same))
    if whole:
        problems += folder.strangers(out, expected, REPAIR)
    return Comparison(len(expected), tuple(problems), other_writer)


def _same_content(path: str, one: bytes, other: bytes) -> bool:
    return one == other or _content(path, one) == _content(path, other)


def _content(path: str, content: bytes) -> object:
    """Return what the file says, whatever the version of pyarrow that wrote it; None when it cannot be read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        match path.rpartition(".")[2]:
            case "parquet":
                table = pq.read_table(io.BytesIO(content))
                schema = [(each.name, str(each.type), each.nullable, each.metadata) for each in table.schema]
                return schema, table.schema.metadata, table.to_pylist()
            case "csv":
                return list(csv.reader(io.StringIO(content.decode(), newline="")))
            case _:
                value = json.loads(content)
                return {key: each for key, each in value.items() if key != "writer"} if path == MANIFEST else value
    except (pa.ArrowInvalid, ValueError, csv.Error):
        return None


def _json_files(dataset: Dataset, flat: Mapping[str, "pa.Table"]) -> Iterator[File]:
    for kind in MODELS:
        records = dataset.records[kind]
        if PLURALS[kind] in flat:
            content = writers.json_bytes([plain(record) for record in records])
            yield File(f"json/{PLURALS[kind]}.json", len(records), content)
    for name in (tables.EVIDENCE, tables.STATUS):
        if name in flat:
            yield File(f"json/{name}.json", flat[name].num_rows, writers.json_bytes(_json_rows(flat[name])))


def _json_rows(table: "pa.Table") -> list[dict[str, Any]]:
    import pyarrow as pa

    dates = {field.name for field in table.schema if pa.types.is_date32(field.type)}
    return [
        {name: value.isoformat() if name in dates and value is not None else value for name, value in row.items()}
        for row in table.to_pylist()
    ]


def _status(dataset: Dataset) -> "pa.Table":
    rows = [plain(row) for row in status.statuses(dataset.agreements)]
    batch = tables.nested_batch(AgreementStatus, rows)
    return tables.flat(tables.status_table(), {name: batch.column(name) for name in batch.schema.names})


def _sorted(table: tables.Table, rows: "pa.Table") -> "pa.Table":
    import pyarrow.compute as pc

    keys = [(name, "ascending") for name in table.key]
    return rows.take(pc.sort_indices(rows, sort_keys=keys)).combine_chunks()


def _former_rows(out: Path, target: Path) -> dict[str, int]:
    """Return the rows of each file that the release at `target` says to have; none when there is no release.

    Raises:
        AccordsError: something else is there.
    """
    if not target.exists():
        return {}
    present = folder.files_in(target)
    told = _read_manifest(target)
    if told is None:
        if present:
            message = "is not empty and no export of this program"
            raise AccordsError([Problem(str(out), None, None, None, message, "give a new or empty folder with --out")])
        return {}
    rows = {entry["path"]: entry["rows"] for entry in told["files"]}
    strangers = [path for path in present if path not in rows and path != MANIFEST]
    if strangers:
        hint = "move it elsewhere: the whole folder is replaced"
        raise AccordsError(
            Problem(str(out / path), None, None, None, "was not written by accords-export", hint) for path in strangers
        )
    return rows


def _read_manifest(out: Path) -> dict[str, Any] | None:
    """Return the manifest of the release at `out`, or None when there is none that this program wrote."""
    try:
        told = json.loads((out / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    entries = told.get("files") if isinstance(told, dict) else None
    wellformed = isinstance(entries, list) and all(
        isinstance(entry, dict) and isinstance(entry.get("path"), str) and isinstance(entry.get("rows"), int)
        for entry in entries
    )
    written = isinstance(told, dict) and isinstance(told.get("writer"), dict) and "pyarrow" in told["writer"]
    return told if wellformed and written else None
