"""The release as other programs read it: tables, JSON files, evidence."""

import csv
import json
import sqlite3
import sys
import tracemalloc
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
import samples
from conftest import EXPORTS, REAL, ROOT
from jsonschema import Draft202012Validator
from jsonschema_rs import Draft202012Validator as FastValidator

from accords_data.model import tables
from accords_data.model.records import MODELS, PLURALS
from accords_data.release import build, schema_files
from accords_data.seeds import dataset

sys.path.insert(0, str(ROOT / "benchmarks"))
import real_mix

EXPECTED = {
    "agreement_events", "agreement_parties", "agreement_status", "agreement_titles", "agreements", "announced",
    "bilateral_in_force", "countries", "country_local_names", "country_names", "country_relations", "evidence",
    "leader_local_names", "leader_names", "leader_offices", "leaders", "meeting_agreements", "meeting_participants",
    "meetings", "membership_claims", "signed_declaration", "source_passages", "source_regions", "source_set_aside",
    "source_titles", "sources",
}  # fmt: skip


def test_the_release_has_each_table_as_parquet_and_csv() -> None:
    assert set(samples.whole_tables()) == EXPECTED
    for suffix in ("parquet", "csv"):
        assert {path.stem for path in (EXPORTS / suffix).iterdir()} == EXPECTED


@pytest.mark.parametrize("table", tables.all_tables(), ids=lambda table: table.name)
def test_the_key_of_a_table_is_unique_and_its_rows_are_sorted_by_it(table: tables.Table) -> None:
    keys = [tuple(row[name] for name in table.key) for row in samples.whole_tables()[table.name].to_pylist()]
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
    schema = samples.whole_tables()["meetings"].schema
    assert [str(schema.field(f"date{end}").type) for end in ("", "_earliest", "_latest", "_precision")] == [
        "string", "date32[day]", "date32[day]", "string",
    ]  # fmt: skip


@pytest.mark.parametrize("path", sorted((EXPORTS / "json").glob("*.json")), ids=lambda path: path.stem)
def test_an_exported_json_file_is_valid_by_its_published_schema(path: Path) -> None:
    schema = json.loads((ROOT / "schemas" / "v1" / f"{path.stem}{schema_files.SUFFIX}").read_text(encoding="utf-8"))
    rows = json.loads(path.read_text(encoding="utf-8"))
    assert rows != []
    judges = (Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER), FastValidator(schema))
    for judge in judges:
        assert judge.is_valid(rows)
        assert not judge.is_valid([rows[0] | {"extra": 1}])
        assert not judge.is_valid([dict(list(rows[0].items())[1:])])


@pytest.mark.parametrize("kind", MODELS)
def test_nested_json_structures_back_to_the_records(kind: str) -> None:
    rows = json.loads((EXPORTS / "json" / f"{PLURALS[kind]}.json").read_text(encoding="utf-8"))
    assert tuple(dataset.converter().structure(row, MODELS[kind]) for row in rows) == samples.whole().records[kind]


def test_every_quote_of_the_evidence_stands_at_its_span() -> None:
    rows = json.loads((EXPORTS / "json" / "evidence.json").read_text(encoding="utf-8"))
    quoted = [row for row in rows if row["quote"] is not None]
    assert len(quoted) > 100
    for row in quoted:
        assert samples.whole().texts[row["source"]][row["start"] : row["end"]] == row["quote"]
        assert row["words"] is None or row["words"] in row["quote"]


def test_each_piece_of_evidence_is_a_quote_a_summary_or_an_authority_and_its_grade_says_which() -> None:
    grades = {"quote": "quoted", "summary": "summarised", "authority": "background"}
    kinds = {row["id"]: row["kind"] for row in samples.whole_tables()["sources"].to_pylist()}
    found = samples.whole_tables()["evidence"].to_pylist()
    for row in found:
        (given,) = [name for name in grades if row[name] is not None]
        assert row["grade"] == grades[given]
        assert (row["basis"] == "background") == (given == "authority")
        assert kinds.get(row["source"]) == {"quote": "document", "summary": "summary", "authority": None}[given]
    assert {row["grade"] for row in found} == set(grades.values())


def test_the_value_of_the_evidence_is_the_cell_of_the_table() -> None:
    rows = {row["id"]: row for row in samples.whole_tables()["meetings"].to_pylist()}
    for row in samples.whole_tables()["evidence"].to_pylist():
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
        assert len(frame) == samples.whole_tables()[name].num_rows
        frame.to_sql(name, connection, index=False)
        assert connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (len(frame),)  # noqa: S608 - own names
    connection.close()


def test_a_kind_is_written_before_the_next_one_is_made_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    real = dataset.plain

    def plain(record: object) -> dict[str, object]:
        done.append(PLURALS[type(record).__name__.lower()])
        return real(record)

    monkeypatch.setattr(build, "plain", plain)
    data = samples.whole()
    files = build.choice(("json",))
    build.write(data, build.unreleased(data), files, build.writer(lambda path, _: done.append(path)))
    order = list(dict.fromkeys(done))[: 2 * len(MODELS)]
    assert order == [each for kind in data.records for each in (PLURALS[kind], f"json/{PLURALS[kind]}.json")]


def peak(seeds: Path) -> tuple[int, int]:
    """Return how many records `seeds` have, and the most memory of Python's that writing their release took."""
    data = dataset.load(seeds)
    edition = build.unreleased(data)
    tracemalloc.start()
    build.write(data, edition, build.choice(), build.writer(lambda _path, _content: None))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return sum(dataset.counts(data).values()), most


def test_a_record_more_takes_little_more_memory_while_a_release_is_written(tmp_path: Path) -> None:
    """The files that are written must not stay, nor more than one table as rows."""
    real_mix.generate(tmp_path / "seeds", 263 + 3 * 246, real=REAL)
    peak(REAL)  # what is imported and made once
    (few, little), (many, more) = peak(REAL), peak(tmp_path / "seeds")
    assert many - few == 3 * 246
    assert (more - little) / (many - few) < 34_000
