"""sqlite-utils: ``sqlite_utils_rival.py SEEDS OUTDIR``.

PyYAML reads the seeds, and sqlite-utils inserts the flattened tables into a database: strict ones, so that SQLite
refuses a text for a number, a field without its value and an unknown field, with primary and foreign keys, which SQLite
looks through at the end. Then each table is written as Datasette gives it: a CSV, and a JSON array of objects. Parquet
is no format of either; `pyarrow` writes it from the same rows, as a user would. The database stays beside them.
"""

import csv
import json
import sqlite3
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from seed_files import KINDS, REFERENCES, Json, arguments, fields, read, tables
from sqlite_utils import Database


def create(database: Database, name: str, columns: dict[str, Json]) -> None:
    """Create the table `name`."""
    database.table(name).create(
        {column: int if "minimum" in cell else str for column, cell in columns.items()},
        pk="id" if name in KINDS.values() else None,
        not_null=[column for column, cell in columns.items() if cell["required"]],
        foreign_keys=[(column, to, "id") for column, to in REFERENCES.items() if column in columns],
        strict=True,
    )


def fill(database: Database, columns: dict[str, dict[str, Json]], seeds: Path) -> list[str]:
    """Insert the records of `seeds` into `database`, and return what is wrong with them."""
    rows = tables(read(seeds))
    try:
        for name in sorted(columns, key=lambda each: each not in KINDS.values()):
            create(database, name, columns[name])
            database.table(name).insert_all(rows[name])
    except (sqlite3.IntegrityError, sqlite3.OperationalError) as error:
        return [str(error)]
    return [str(broken) for broken in database.query("PRAGMA foreign_key_check")]


def write(database: Database, name: str, columns: dict[str, Json], outdir: Path) -> None:
    """Write the table `name` below `outdir` in each format."""
    rows = list(database.table(name).rows)
    with (outdir / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns))
        writer.writeheader()
        writer.writerows(rows)
    (outdir / f"{name}.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    types = [(column, pa.int64() if "minimum" in cell else pa.string()) for column, cell in columns.items()]
    pq.write_table(pa.Table.from_pylist(rows, pa.schema(types)), outdir / f"{name}.parquet")


def main() -> None:
    """Convert the seeds, or end with 1 if anything is wrong with them."""
    asked = arguments()
    columns = fields()
    database = Database(asked.outdir / "records.db")
    problems = fill(database, columns, asked.seeds)
    for problem in problems[:20]:
        print(problem, file=sys.stderr)
    if problems:
        sys.exit(1)
    for name, each in columns.items():
        write(database, name, each, asked.outdir)


if __name__ == "__main__":
    main()
