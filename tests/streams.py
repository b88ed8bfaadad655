"""Lines for the tests of streams: made ones, and what they must become."""

import json
import sys
from pathlib import Path

from conftest import ROOT

from accords_data.release.digest import content_digest
from accords_data.release.formats import csv_rows, parquet_rows
from accords_data.verify.rows import columns_of

sys.path.insert(0, str(ROOT / "benchmarks" / "stream"))
import fuzz
import generate

__all__ = ["KILLED", "digest", "fuzz", "generate", "write_meetings"]


KILLED = """
import itertools, os, signal, sys
from accords_data.cli import accords
from accords_data.stream import duplicate_ids

write, begun = duplicate_ids.Run.write, itertools.count(1)

def write_or_die(run):
    if next(begun) == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    write(run)

duplicate_ids.Run.write = write_or_die
accords(sys.argv[1:])
"""
"""A program that is ``accords``, killed in the middle of its fourth part: three are done."""


def write_meetings(path: Path, number: int, *, bad: float = 0.0, seed: int = 1) -> list[bytes]:
    made = list(generate.meetings(number, seed, bad))
    path.write_bytes(b"".join(line if line.endswith(b"\n") else line + b"\n" for line in made))
    return path.read_bytes().splitlines()


def digest(out: Path, table: str) -> str:
    """Return the content digest of a converted table, the same from Parquet and from CSV."""
    schema = json.loads((ROOT / "schemas" / "v1" / "tables" / f"{table}.schema.json").read_text(encoding="utf-8"))
    columns = columns_of(schema)
    parquet = [
        row for path in sorted((out / "parquet" / table).iterdir()) for row in parquet_rows(path.read_bytes(), columns)
    ]
    csv = [row for path in sorted((out / "csv" / table).iterdir()) for row in csv_rows(path.read_bytes(), columns)]
    assert content_digest(columns, csv) == content_digest(columns, parquet)
    return content_digest(columns, parquet)
