"""Every client gives the same rows and values for every table; a client that is given other data gives other rows."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import datasets
import duckdb
import fastparquet
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import sqlite_utils
from conftest import EXPORTS
from offline import TABLES, Rows, expected, plain, run

from accords_data.site import build, collection, home

Client = Callable[[Path, str], tuple[list[str], Rows]]


def types(place: Path, name: str) -> dict[str, str]:
    """Return the types that the release tells of the columns of a CSV file."""
    package = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = [each for each in package["resources"] if each["name"] == name]
    return {field["name"]: field["type"] for field in resource["schema"]["fields"]}


def duckdb_parquet(place: Path, name: str) -> tuple[list[str], Rows]:
    with duckdb.connect() as connection:
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(place / f"parquet/{name}.parquet")])
        columns = [column[0] for column in found.description]
        return columns, [tuple(map(plain, row)) for row in found.fetchall()]


def duckdb_csv(place: Path, name: str) -> tuple[list[str], Rows]:
    known = {"string": "VARCHAR", "integer": "INTEGER", "date": "DATE"}
    columns = {column: known[type_] for column, type_ in types(place, name).items()}
    with duckdb.connect() as connection:
        query = "SELECT * FROM read_csv(?, columns = ?, header = true)"
        found = connection.execute(query, [str(place / f"csv/{name}.csv"), columns])
        return [column[0] for column in found.description], [tuple(map(plain, row)) for row in found.fetchall()]


def frame(data: pd.DataFrame) -> tuple[list[str], Rows]:
    return list(data.columns), [tuple(map(plain, row)) for row in data.itertuples(index=False, name=None)]


def pandas_parquet(place: Path, name: str) -> tuple[list[str], Rows]:
    return frame(pd.read_parquet(place / f"parquet/{name}.parquet"))


def pandas_csv(place: Path, name: str) -> tuple[list[str], Rows]:
    known = {"string": "str", "integer": "Int64", "date": "str"}
    dtypes = {column: known[type_] for column, type_ in types(place, name).items()}
    return frame(pd.read_csv(place / f"csv/{name}.csv", dtype=dtypes, keep_default_na=False, na_values=[""]))


def polars_parquet(place: Path, name: str) -> tuple[list[str], Rows]:
    data = pl.read_parquet(place / f"parquet/{name}.parquet")
    return data.columns, [tuple(map(plain, row)) for row in data.rows()]


def polars_csv(place: Path, name: str) -> tuple[list[str], Rows]:
    known = {"string": pl.String, "integer": pl.Int32, "date": pl.Date}
    schema = {column: known[type_] for column, type_ in types(place, name).items()}
    data = pl.read_csv(place / f"csv/{name}.csv", schema=schema)
    return data.columns, [tuple(map(plain, row)) for row in data.rows()]


def fastparquet_parquet(place: Path, name: str) -> tuple[list[str], Rows]:
    return frame(fastparquet.ParquetFile(str(place / f"parquet/{name}.parquet")).to_pandas())


def sqlite_utils_csv(place: Path, name: str) -> tuple[list[str], Rows]:
    database = place.parent / f"{name}.db"
    database.unlink(missing_ok=True)
    how = ("--csv", "--empty-null", "--no-detect-types")
    done = run("sqlite-utils", "insert", database, name, place / f"csv/{name}.csv", *how, cwd=place)
    assert done.returncode == 0, done.stderr
    known = types(place, name)
    columns = list(known)
    if name not in sqlite_utils.Database(database).table_names():
        return columns, []  # a file without rows makes no table
    table = sqlite_utils.Database(database)[name]
    numbers = [column for column, type_ in known.items() if type_ == "integer"]
    if numbers:
        table.transform(types=dict.fromkeys(numbers, int))
    return columns, [tuple(row[column] for column in columns) for row in table.rows]


def hugging_face(place: Path, name: str) -> tuple[list[str], Rows]:
    loaded = datasets.load_dataset(str(place), name, split="train", cache_dir=str(place.parent / "cache"))
    return loaded.column_names, [tuple(plain(row[column]) for column in loaded.column_names) for row in loaded]


CLIENTS: list[Client] = [
    duckdb_parquet, duckdb_csv, pandas_parquet, pandas_csv, polars_parquet, polars_csv, fastparquet_parquet,
    sqlite_utils_csv, hugging_face,
]  # fmt: skip


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.config, "HF_HUB_OFFLINE", True)
    datasets.disable_progress_bars()


@pytest.mark.filterwarnings("ignore")  # these warn of their own affairs
@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.__name__)
def test_a_client_reads_the_rows_that_were_released(client: Client, name: str, release: Path) -> None:
    if client is hugging_face and not expected(name)[1]:
        with pytest.raises(ValueError, match="BuilderConfig"):
            client(release, name)
        return
    assert client(release, name) == expected(name)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.__name__)
def test_a_client_that_is_given_a_row_less_is_told_apart(client: Client, release: Path) -> None:
    table = pq.read_table(release / "parquet" / "leaders.parquet")
    pq.write_table(table.slice(1), release / "parquet" / "leaders.parquet")
    lines = (release / "csv" / "leaders.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (release / "csv" / "leaders.csv").write_text("".join([lines[0], *lines[2:]]), encoding="utf-8")
    assert client(release, "leaders") != expected("leaders")
    assert len(client(release, "leaders")[1]) == len(expected("leaders")[1]) - 1


@pytest.mark.filterwarnings("ignore")
def test_hugging_face_lists_every_table_that_has_rows_as_a_configuration(release: Path) -> None:
    """It refuses to load a table without rows: "corresponds to no data"."""
    names = datasets.get_dataset_config_names(str(release))
    assert sorted(names) == [name for name in TABLES if expected(name)[1]]
    assert set(TABLES) == set(names)


def test_a_parquet_file_alone_says_what_it_is() -> None:
    for name in TABLES:
        schema = pq.read_schema(EXPORTS / "parquet" / f"{name}.parquet")
        told = {key.decode(): value.decode() for key, value in schema.metadata.items()}
        assert told["schema_id"] == f"urn:accords-data:schema:v1:table:{name}"
        assert told["license"] == "CC-BY-4.0"
        assert "accords-data" in told["citation"]
        assert json.loads(told["sources"])
        assert {"description", "release_version", "release_date", "license_url"} <= told.keys()
        assert all(field.metadata[b"description"] for field in schema)


def test_the_types_are_those_that_every_reader_knows() -> None:
    found: set[Any] = {field.type for name in TABLES for field in pq.read_schema(EXPORTS / f"parquet/{name}.parquet")}
    assert found == {pa.string(), pa.int32(), pa.date32()}


@pytest.mark.parametrize(
    ("program", "command", "shown"),
    [("polars", [sys.executable, "-c"], "shape: (20, 11)"), ("R", ["Rscript", "-e"], "2025-11-06-white-house")],
    ids=["polars", "R"],
)
def test_a_snippet_of_the_site_runs_in_its_folder(tmp_path: Path, program: str, command: list[str], shown: str) -> None:
    build.write(tmp_path / "site", collection.read(EXPORTS), None, lambda: None)
    done = subprocess.run(
        [*command, home.SNIPPETS[program]], cwd=tmp_path / "site", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert shown in done.stdout
