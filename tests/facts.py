"""The tables of the whole record, and short questions to them."""

import operator
from typing import Any

import samples

from accords_data.model.sources import Source

DECLARATION = "abraham-accords-declaration"
ACCORDS = "abraham-accords"


def rows(table: str, **wanted: object) -> list[dict[str, Any]]:
    return [row for row in samples.whole_rows()[table] if all(row[name] == value for name, value in wanted.items())]


def disputes(record: str, field: str) -> set[str]:
    """Who disputes the cell: the publishers of the sources."""
    publisher = {source.id: source.publisher or "" for source in samples.whole().sources}
    found = rows("evidence", record=record, field=field, stance="disputes")
    return {publisher[row["source"]] for row in found}


def steps(agreement: str, country: str | None) -> list[tuple[str, str | None]]:
    """The steps of the country, in the order of the record."""
    found = rows("agreement_events", agreement=agreement, country=country)
    return [(row["event"], row["date"]) for row in sorted(found, key=operator.itemgetter("position"))]


def summaries() -> list[Source]:
    """Return the sources of which our own summary is stored."""
    return [source for source in samples.whole().sources if source.kind == "summary"]
