"""Whether the evidence of a release says what its records say, and what its sources say."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from accords_data.model.tables import EVIDENCE
from accords_data.model.vocabularies import Basis, Stance
from accords_data.problems import Problem
from accords_data.release.formats import JSON, PARQUET, Format, Rows
from accords_data.seeds.spans import stands_in
from accords_data.verify import rows
from accords_data.verify.verdict import BUILD, OpenRelease, expected_formats

Row = Mapping[str, Any]
"""A row of the evidence table, cells by column."""
Records = Mapping[str, Mapping[str, Any]]
"""Parsed records by kind and id."""


def check(release: OpenRelease) -> Iterator[Problem]:
    """Yield each piece of evidence that does not say what the records say, or not what its source says."""
    if EVIDENCE not in release.rows:
        return  # told as missing or unreadable
    for each in (each for each in expected_formats(release.manifest) if each.nested):
        try:
            nested = _nested(release, _records(release, each))
        except (KeyError, TypeError) as error:
            message = f"the evidence in its records is not valid: {error}"
            yield release.content.problem(each.name, message, BUILD)
            return
        if not _same(nested, release.rows[EVIDENCE]):
            yield release.content.problem(
                each.name, "the evidence in its records differs from the evidence table", BUILD
            )
    yield from _contradictions(release)


def _contradictions(release: OpenRelease) -> Iterator[Problem]:
    """Yield how rows of the evidence table contradict records and sources: one format is enough, all say the same."""
    names = [name for name, _ in release.columns[EVIDENCE]]
    records, texts = _records(release, JSON), _texts(release)
    for row in (dict(zip(names, cells, strict=True)) for cells in release.rows[EVIDENCE]):
        release.verdict.cells += 1
        release.verdict.quotes += row.get("quote") is not None
        for message in contradictions(row, records, texts):
            yield release.content.problem(PARQUET.path(EVIDENCE), message, BUILD)


def _nested(release: OpenRelease, records: Records) -> Rows:
    """Return the rows of evidence that are nested in `records`.

    Raises:
        KeyError, TypeError: they are not in the form of a release.
    """
    columns = release.columns[EVIDENCE]
    return [row for kind, by_id in records.items() for row in rows.evidence_in(kind, list(by_id.values()), columns)]


def _same(nested: Rows, flat: Rows) -> bool:
    """Return whether the two have the same rows, in whatever order."""
    try:
        return Counter(nested) == Counter(flat)
    except TypeError:  # a cell that is a list or an object, which no flat table has
        return False


def _records(release: OpenRelease, format_: Format) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the records by kind and id, as far as they are in `format_` and could be read."""
    return {
        table.record_kind: {record["id"]: record for record in release.documents[table.file_in(format_)]}
        for table in release.manifest.tables
        if table.record_kind is not None and table.file_in(format_) in release.documents
    }


def _texts(release: OpenRelease) -> dict[str, str]:
    """Return the text of each source that is there."""
    return {
        source.id: release.content.files[source.path].decode(errors="replace")
        for source in release.manifest.sources
        if source.path in release.content.files
    }


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
        yield f"a row is not valid evidence: {type(error).__name__} {error}"
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
    return None if same else f"{row['value']!r} does not match the record"


def _quote(row: Row, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield how the quote of `row` does not stand in its source, or its words not in the quote."""
    if row["quote"] is None:
        return
    if row["source"] not in texts:
        yield f"the source {row['source']} of a quote is not in the release"
    elif row["start"] is None or texts[row["source"]][row["start"] : row["end"]] != row["quote"]:
        yield f"the quote {row['quote']!r} is not in {row['source']} at character {row['start']}"
    stated = row["basis"] == Basis.STATED and row["stance"] == Stance.SUPPORTS
    if stated and not stands_in(row["value"], row["quote"]):
        yield f"{row['value']!r} is marked as stated, but is not in its quote"
    if row["words"] is not None and row["words"] not in row["quote"]:
        yield f"the words {row['words']!r} are not in their quote"
