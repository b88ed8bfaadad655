"""Whether a row of released evidence says what its record says, and what its source says."""

from collections.abc import Iterator, Mapping
from typing import Any

from accords_data.model.vocabularies import Basis, Stance
from accords_data.seeds.spans import stands_in

Row = Mapping[str, Any]
"""A row of the evidence table, cells by column."""
Records = Mapping[str, Mapping[str, Any]]
"""Parsed records by kind and id."""


def contradictions(row: Row, records: Records, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each way in which `row` contradicts the `records` or the `texts` of the sources.

    Args:
        row: A row of the evidence table; a stranger may have made it.
        records: The records of the release.
        texts: The text of each source by its id.
    """
    try:
        found = [_cell(row, records), *_quote(row, texts)]
        place = f"{row['record_kind']} {row['record']} {row['field']}"
    except (KeyError, TypeError, AttributeError) as error:
        yield f"a row is not in the form of evidence: {type(error).__name__} {error}"
        return
    yield from (f"{place}: {message}" for message in found if message is not None)


def _cell(row: Row, records: Records) -> str | None:
    """Return how the cell that `row` speaks of is not there, or has another value."""
    try:
        value: Any = records[row["record_kind"]][row["record"]]
        for part in row["field"].split("/")[1:]:
            value = value[int(part)] if isinstance(value, list) else value[part]
    except (KeyError, IndexError, ValueError, TypeError):
        value = None
    same = value is not None and str(value) == row["value"]
    return None if same else f"{row['value']!r} is not what the record says"


def _quote(row: Row, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield how the quote of `row` does not stand in its source, or its words not in the quote."""
    if row["quote"] is None:
        return
    if row["source"] not in texts:
        yield f"the source {row['source']} of a quote is not in the release"
    elif row["start"] is None or texts[row["source"]][row["start"] : row["end"]] != row["quote"]:
        yield f"the quote {row['quote']!r} does not stand in {row['source']} at character {row['start']}"
    stated = row["basis"] == Basis.STATED and row["stance"] == Stance.SUPPORTS
    if stated and not stands_in(row["value"], row["quote"]):
        yield f"{row['value']!r} is called stated, but does not stand in its quote"
    if row["words"] is not None and row["words"] not in row["quote"]:
        yield f"the words {row['words']!r} do not stand in their quote"
