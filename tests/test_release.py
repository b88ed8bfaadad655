"""The files of a release: what they hold, how they join, and how they are compared."""

import csv
import json
import sqlite3
from pathlib import Path

import attrs
import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import REAL, ROOT
from jsonschema import Draft202012Validator
from jsonschema_rs import Draft202012Validator as FastValidator

from accords_data import folder
from accords_data.model import tables
from accords_data.model.records import MODELS, PLURALS
from accords_data.release import build, export, formats, schema_files
from accords_data.seeds import dataset

DATASET = dataset.load(REAL)
TABLES = build.tables_in(DATASET)
EDITION = build.unreleased(DATASET)
EXPORTS = ROOT / "exports"
EXPECTED = {
    "agreement_events", "agreement_parties", "agreement_status", "agreement_titles", "agreements", "announced",
    "bilateral_in_force", "countries", "country_local_names", "country_names", "country_relations", "evidence",
    "leader_local_names", "leader_names", "leader_offices", "leaders", "meeting_agreements", "meeting_participants",
    "meetings", "membership_claims", "signed_declaration", "source_regions", "source_set_aside", "source_titles",
    "sources",
}  # fmt: skip
EMPTY = {"bilateral_in_force"}
"""Tables without a row: of no treaty does a source that may be used report the entry into force."""


def test_the_release_has_each_table_as_parquet_and_csv() -> None:
    assert set(TABLES) == EXPECTED
    for suffix in ("parquet", "csv"):
        assert {path.stem for path in (EXPORTS / suffix).iterdir()} == EXPECTED


@pytest.mark.parametrize("table", tables.all_tables(), ids=lambda table: table.name)
def test_the_key_of_a_table_is_unique_and_its_rows_are_sorted_by_it(table: tables.Table) -> None:
    keys = [tuple(row[name] for name in table.key) for row in TABLES[table.name].to_pylist()]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_parquet_and_csv_hold_the_same_rows(name: str) -> None:
    table = pq.read_table(EXPORTS / "parquet" / f"{name}.parquet")
    with (EXPORTS / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == table.column_names
    assert rows == [["" if value is None else str(value) for value in row.values()] for row in table.to_pylist()]


def test_every_column_of_parquet_carries_its_description() -> None:
    for name in EXPECTED:
        for field in pq.read_schema(EXPORTS / "parquet" / f"{name}.parquet"):
            assert field.metadata[b"description"], (name, field.name)


def test_bounds_of_dates_are_dates() -> None:
    schema = TABLES["meetings"].schema
    assert [str(schema.field(f"date{end}").type) for end in ("", "_earliest", "_latest", "_precision")] == [
        "string", "date32[day]", "date32[day]", "string",
    ]  # fmt: skip


@pytest.mark.parametrize("path", sorted((EXPORTS / "json").glob("*.json")), ids=lambda path: path.stem)
def test_an_exported_json_file_is_valid_by_its_published_schema(path: Path) -> None:
    schema = json.loads((ROOT / "schemas" / "v1" / f"{path.stem}{schema_files.SUFFIX}").read_text(encoding="utf-8"))
    rows = json.loads(path.read_text(encoding="utf-8"))
    assert (path.stem in EMPTY) == (not rows)
    if path.stem in EMPTY:
        return
    judges = (Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER), FastValidator(schema))
    for judge in judges:
        assert judge.is_valid(rows)
        assert not judge.is_valid([rows[0] | {"extra": 1}])
        assert not judge.is_valid([dict(list(rows[0].items())[1:])])


@pytest.mark.parametrize("kind", MODELS)
def test_nested_json_structures_back_to_the_records(kind: str) -> None:
    rows = json.loads((EXPORTS / "json" / f"{PLURALS[kind]}.json").read_text(encoding="utf-8"))
    assert tuple(dataset.converter().structure(row, MODELS[kind]) for row in rows) == DATASET.records[kind]


def test_every_quote_of_the_evidence_stands_at_its_span() -> None:
    rows = json.loads((EXPORTS / "json" / "evidence.json").read_text(encoding="utf-8"))
    quoted = [row for row in rows if row["quote"] is not None]
    assert len(quoted) > 100
    for row in quoted:
        assert DATASET.texts[row["source"]][row["start"] : row["end"]] == row["quote"]
        assert row["words"] is None or row["words"] in row["quote"]


def test_background_has_an_authority_and_no_quote() -> None:
    for row in TABLES["evidence"].to_pylist():
        assert (row["basis"] == "background") == (row["authority"] is not None) == (row["quote"] is None)


def test_the_value_of_the_evidence_is_the_cell_of_the_table() -> None:
    rows = {row["id"]: row for row in TABLES["meetings"].to_pylist()}
    for row in TABLES["evidence"].to_pylist():
        if row["record_kind"] == "meeting" and row["field"].count("/") == 1:
            assert rows[row["record"]][row["field"][1:]] == row["value"]


def test_duckdb_joins_every_reference_to_its_table() -> None:
    connection = duckdb.connect()
    checked = 0
    for table in tables.all_tables():
        for column in table.columns:
            kind = None if column.text is None else column.text.reference
            if kind is None:
                continue
            query = (
                f"SELECT count(*) FROM '{EXPORTS}/parquet/{table.name}.parquet' t ANTI JOIN "  # noqa: S608 - own names
                f"'{EXPORTS}/parquet/{PLURALS[kind]}.parquet' o ON o.id = t.{column.name} "
                f"WHERE t.{column.name} IS NOT NULL"
            )
            assert connection.execute(query).fetchone() == (0,), (table.name, column.name)
            checked += 1
    assert checked >= 20


def test_pandas_and_sqlite_read_what_duckdb_reads(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "accords.db")
    for name in sorted(EXPECTED):
        frame = pd.read_parquet(EXPORTS / "parquet" / f"{name}.parquet")
        assert len(frame) == TABLES[name].num_rows
        frame.to_sql(name, connection, index=False)
        assert connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (len(frame),)  # noqa: S608 - own names
    connection.close()


def test_a_slice_of_a_nested_batch_flattens_like_the_batch_of_its_rows() -> None:
    rows = [dataset.plain(record) for record in DATASET.records["country"]]
    whole = tables.nested_batch(MODELS["country"], rows)
    part = tables.nested_batch(MODELS["country"], rows[3:6])
    for (name, one), (_, other) in zip(
        tables.flatten("country", whole.slice(3, 3)), tables.flatten("country", part), strict=True
    ):
        assert one.equals(other), name


def test_with_another_version_of_pyarrow_contents_are_compared_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(table: pa.Table) -> bytes:
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink, compression="none")
        return sink.getvalue().to_pybytes()

    with monkeypatch.context() as patch:
        patch.setattr(pa, "__version__", "1.2.3")
        rows = (attrs.evolve(formats.PARQUET, write=other), formats.CSV, formats.JSON)
        patch.setattr(formats, "FORMATS", rows)
        export.write(tmp_path / "exports", DATASET, EDITION, build.choice(), lambda: None)
    comparison = export.compare(tmp_path / "exports", DATASET, EDITION, build.choice(), whole=True)
    assert comparison.other_writer == "1.2.3"
    assert comparison.problems == ()
    assert comparison.compared == len(folder.files_in(EXPORTS))
    other = pq.read_table(tmp_path / "exports" / "parquet" / "meetings.parquet").slice(1)
    pq.write_table(other, tmp_path / "exports" / "parquet" / "meetings.parquet")
    told = export.compare(tmp_path / "exports", DATASET, EDITION, build.choice(), whole=True).problems
    assert "meetings.parquet" in [problem.path.rpartition("/")[2] for problem in told]


def test_a_hostile_manifest_brings_no_file_from_outside(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "exports").mkdir()
    told = json.loads((EXPORTS / "manifest.json").read_text(encoding="utf-8"))
    told["files"].append(told["files"][0] | {"path": "../secret"})
    (tmp_path / "exports" / "manifest.json").write_text(json.dumps(told))
    export.write(tmp_path / "exports", DATASET, EDITION, build.choice(), lambda: None)
    assert b"secret" not in (tmp_path / "exports" / "manifest.json").read_bytes()
    assert (tmp_path / "secret").read_text() == "secret"
