"""The limit: ``limit.py INPUT.jsonl OUTDIR [--workers N]``.

The fastest pipeline that does the same without looking: pyarrow's streaming reader with the schema given, 4 MiB at a
time, its compute functions to flatten, Parquet (snappy) and CSV. Nothing is validated: an unknown key, a missing
value, a wrong word and an impossible date all pass.

It leaves out the bounds and precision of dates, JSON Lines as an output, the default of ``stance``, and the statistics
of Parquet. With more than one worker, each process takes a stretch of the file and writes files of its own,
``NAME-0.parquet`` and so on; nothing joins them.
"""

import argparse
import itertools
import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.json
import pyarrow.parquet

from accords_data.models import Meeting
from accords_data.schemas import arrow_schema

BLOCK = 4 << 20
ROW_GROUP_BLOCKS = 8
"""How many blocks of input become one row group of each table."""
PLAIN = ["id", "label", "meeting", "record", "quote", "position", "start", "end"]
"""Columns with hardly a value twice, for which Parquet need not keep a dictionary."""


def nullable(kind: pa.DataType) -> pa.DataType:
    """Return `kind` with everything in it nullable, as the reader wants it."""
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(each.name, nullable(each.type)) for each in kind])
    if pa.types.is_list(kind):
        return pa.list_(nullable(kind.value_type))
    return kind


SCHEMA = pa.schema([(field.name, nullable(field.type)) for field in arrow_schema(Meeting)])


def flatten(batch: pa.RecordBatch) -> Iterator[tuple[str, dict[str, pa.Array]]]:
    """Yield the columns of each table that `batch` flattens to, with the table's name."""
    ids = batch.column("id")
    yield "meetings", {field.name: batch.column(field.name) for field in SCHEMA if not pa.types.is_list(field.type)}
    for name in ("participants", "agreements"):
        parents, positions, items = explode(batch.column(name))
        yield f"meeting_{name}", {"meeting": ids.take(parents), "position": positions} | columns(items)
    parents, positions, entries = explode(batch.column("evidence"))
    owners, _, supports = explode(entries.field("supports"))
    named = {
        "record_kind": pa.repeat("meeting", len(supports)),
        "record": ids.take(parents.take(owners)),
        "position": positions.take(owners),
    }
    of_entries = {name: cells.take(owners) for name, cells in columns(entries).items() if name != "supports"}
    yield "evidence", named | columns(supports) | of_entries


def explode(lists: pa.ListArray) -> tuple[pa.Array, pa.Array, pa.StructArray]:
    """Return, for each item of `lists`, the index of its list, its index in the list, and the item."""
    parents = pc.list_parent_indices(lists)
    positions = pc.subtract(pa.arange(0, len(parents)), lists.offsets.take(parents))
    return parents, positions.cast(pa.int32()), lists.values


def columns(items: pa.StructArray) -> dict[str, pa.Array]:
    """Return the fields of `items`."""
    return {field.name: items.field(field.name) for field in items.type}


class _Writer:
    """Writes one table as Parquet and as CSV, batch by batch."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        repeating = [name for name in schema.names if name not in PLAIN]
        self.parquet = pa.parquet.ParquetWriter(
            f"{path}.parquet", schema, use_dictionary=repeating, write_statistics=False
        )
        self.csv = pa.csv.CSVWriter(f"{path}.csv", schema)
        self.group: list[pa.RecordBatch] = []

    def write(self, batch: pa.RecordBatch) -> None:
        self.csv.write_batch(batch)
        self.group.append(batch)
        if len(self.group) == ROW_GROUP_BLOCKS:
            self.flush()

    def flush(self) -> None:
        if self.group:
            self.parquet.write_table(pa.Table.from_batches(self.group))
        self.group.clear()

    def close(self) -> None:
        self.flush()
        self.parquet.close()
        self.csv.close()


def convert(source: Path, start: int, end: int, path: Path, suffix: str) -> int:
    """Convert the bytes from `start` to `end` into files below `path` and return how many lines they hold."""
    reader = pa.json.open_json(
        pa.OSFile(str(source)).get_stream(start, end - start),
        read_options=pa.json.ReadOptions(use_threads=False, block_size=BLOCK),
        parse_options=pa.json.ParseOptions(explicit_schema=SCHEMA, unexpected_field_behavior="ignore"),
    )
    writers: dict[str, _Writer] = {}
    lines = 0
    for batch in reader:
        lines += batch.num_rows
        for name, cells in flatten(batch):
            flat = pa.RecordBatch.from_arrays(list(cells.values()), names=list(cells))
            if name not in writers:
                writers[name] = _Writer(path / f"{name}{suffix}", flat.schema)
            writers[name].write(flat)
    for writer in writers.values():
        writer.close()
    return lines


def stretches(source: Path, count: int) -> list[tuple[int, int]]:
    """Return where each of `count` stretches of whole lines starts and ends."""
    size = source.stat().st_size
    cuts = [0]
    with source.open("rb") as file:
        for index in range(1, count):
            file.seek(size * index // count)
            file.readline()
            cuts.append(file.tell())
    return list(itertools.pairwise([*cuts, size]))


def main() -> None:
    """Convert the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("input", type=Path)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    arguments = parser.parse_args()
    arguments.outdir.mkdir(parents=True, exist_ok=True)
    pa.set_cpu_count(1)
    if arguments.workers == 1:
        lines = convert(arguments.input, 0, arguments.input.stat().st_size, arguments.outdir, "")
    else:
        jobs = [
            (arguments.input, start, end, arguments.outdir, f"-{index}")
            for index, (start, end) in enumerate(stretches(arguments.input, arguments.workers))
        ]
        with multiprocessing.get_context("fork").Pool(arguments.workers) as pool:
            lines = sum(pool.starmap(convert, jobs, chunksize=1))
    print(f"{lines} converted")


if __name__ == "__main__":
    main()
