"""The tables of the whole record, and short questions to them."""

from typing import Any

from conftest import REAL

from accords_data.release import build
from accords_data.seeds import dataset

DATASET = dataset.load(REAL)
TABLES = {name: table.to_pylist() for name, table in build.tables_in(DATASET).items()}
DECLARATION = "abraham-accords-declaration"
ACCORDS = "abraham-accords"
ABSTRACTS = [source for source in DATASET.sources if source.kind == "abstract"]


def rows(table: str, **wanted: object) -> list[dict[str, Any]]:
    return [row for row in TABLES[table] if all(row[name] == value for name, value in wanted.items())]


def disputes(record: str, field: str) -> set[str]:
    """Who disputes the cell: the publishers of the sources."""
    publisher = {source.id: source.publisher or "" for source in DATASET.sources}
    found = rows("evidence", record=record, field=field, stance="disputes")
    return {publisher[row["source"]] for row in found}


def steps(agreement: str, country: str | None) -> list[tuple[str, str | None]]:
    return [(row["event"], row["date"]) for row in rows("agreement_events", agreement=agreement, country=country)]
