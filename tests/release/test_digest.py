"""The content digest: one for the rows of a table, whatever holds them."""

import csv
import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import EXPORTS
from hypothesis import example, given
from hypothesis import strategies as st

from accords_data.release import formats, manifest
from accords_data.release.digest import content_digest
from accords_data.verify import rows

COLUMNS = (("name", "string"), ("number", "integer"), ("day", "date"))
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
ROWS = st.lists(
    st.tuples(
        st.none() | TEXT,
        st.none() | st.integers(0, 2**31 - 1),
        st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    ),
    max_size=6,
)


def tables() -> tuple[manifest.TableEntry, ...]:
    known = manifest.parse((EXPORTS / "manifest.json").read_bytes())
    assert not isinstance(known, str)
    return known.tables


def _table(found: list[tuple[str | None, int | None, dt.date | None]]) -> pa.Table:
    schema = pa.schema([("name", pa.string()), ("number", pa.int32()), ("day", pa.date32())])
    return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in found], schema=schema)


@given(ROWS)
def test_parquet_and_csv_of_the_same_rows_have_one_digest(
    found: list[tuple[str | None, int | None, dt.date | None]],
) -> None:
    table = _table(found)
    expected = content_digest(COLUMNS, found)
    assert content_digest(COLUMNS, formats.parquet_rows(formats.parquet_bytes(table), COLUMNS)) == expected
    assert content_digest(COLUMNS, formats.csv_rows(formats.csv_bytes(table), COLUMNS)) == expected


ANY = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.tuples(ANY, ANY, ANY | st.dates()), max_size=6))
@example([(float("nan"), float("inf"), 1e16)])
@example([(2**64, -(2**70), True)])
def test_whatever_is_in_a_cell_the_hashed_lines_are_those_of_the_json_module(
    found: list[tuple[object, ...]],
) -> None:
    """Numbers that are no integers, or too large for a program to hold, come from releases of others."""
    lines = [
        json.dumps(
            [cell.isoformat() if isinstance(cell, dt.date) else cell for cell in row],
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        + b"\n"
        for row in found
    ]
    head = b'[["name","string"],["number","integer"],["day","date"]]\n'
    assert content_digest(COLUMNS, found) == hashlib.sha256(head + b"".join(sorted(lines))).hexdigest()


def test_half_a_character_has_no_digest() -> None:
    with pytest.raises(UnicodeEncodeError):
        content_digest(COLUMNS, [("\ud800", 1, None)])


@given(ROWS, st.randoms())
def test_the_order_of_the_rows_does_not_matter_and_the_rows_do(
    found: list[tuple[str | None, int | None, dt.date | None]], random: st.DataObject
) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert content_digest(COLUMNS, shuffled) == content_digest(COLUMNS, found)
    assert content_digest(COLUMNS, [*found, ("more", 1, None)]) != content_digest(COLUMNS, found)
    assert content_digest(COLUMNS[::-1], found) != content_digest(COLUMNS, found)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("1",), (1,)), ((None,), ("null",)), (("a", "b"), ("a,b",)), (("",), (None,)), (("\u00e9",), ("e\u0301",))],
)
def test_rows_that_look_alike_have_digests_of_their_own(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert content_digest((("x", "string"),), [one]) != content_digest((("x", "string"),), [other])


def test_it_does_not_depend_on_how_parquet_was_written(tmp_path: Path) -> None:
    for entry in tables():
        table = pq.read_table(EXPORTS / "parquet" / f"{entry.name}.parquet")
        schema = json.loads((EXPORTS / f"schemas/v1/tables/{entry.name}.schema.json").read_bytes())
        columns = rows.columns_of(schema)
        written: tuple[dict[str, Any], ...] = ({"compression": "zstd"}, {"use_dictionary": False, "version": "1.0"})
        for number, options in enumerate(written):
            path = tmp_path / f"{entry.name}{number}.parquet"
            pq.write_table(table, path, **options)
            assert content_digest(columns, formats.parquet_rows(path.read_bytes(), columns)) == entry.content_digest


def test_a_reader_without_this_program_computes_the_same_from_a_csv_file_by_the_documented_recipe() -> None:
    """The recipe of docs/release.md, on every table, with nothing but the standard library."""
    for entry in tables():
        package = json.loads((EXPORTS / "datapackage.json").read_bytes())
        (fields,) = [each["schema"]["fields"] for each in package["resources"] if each["name"] == entry.name]
        with (EXPORTS / "csv" / f"{entry.name}.csv").open(encoding="utf-8", newline="") as file:
            _, *lines = csv.reader(file)
        cells = [
            [
                None if not text else int(text) if field["type"] == "integer" else text
                for text, field in zip(line, fields, strict=True)
            ]
            for line in lines
        ]
        head = [[field["name"], field["type"]] for field in fields]
        encoded = [
            json.dumps(each, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for each in [head, *cells]
        ]
        told = hashlib.sha256(encoded[0] + b"".join(sorted(encoded[1:]))).hexdigest()
        assert told == entry.content_digest
