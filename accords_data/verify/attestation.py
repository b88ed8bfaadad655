"""Whether the evidence of a release says what its records say, and what its sources say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from accords_data.model.attributes import EVIDENCE
from accords_data.model.vocabularies import GIVEN_BY, Basis, Stance
from accords_data.problems import Problem
from accords_data.release.formats import JSON, PARQUET, Format, Rows
from accords_data.seeds.spans import stands_in
from accords_data.verify import rows
from accords_data.verify.verdict import BUILD, OpenRelease

Row = Mapping[str, Any]
"""A row of the evidence table, cells by column."""
Records = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Parsed records by kind and id."""
Owner = tuple[object, object]
"""Kind and id of a record."""


@attrs.define
class _Nested:
    """What the records of one format say of evidence, as far as they were seen."""

    missing: set[Owner]
    """The records that have evidence in the table and were not seen."""
    differs: bool = False
    error: str | None = None
    """Why the evidence of a record could not be read."""


@attrs.define
class Attestation:
    """The evidence of a release beside its records, which are handed over one after another and not kept."""

    release: OpenRelease
    rows: Rows
    """Those of the evidence table."""
    places: dict[Owner, list[int]]
    """The places of the rows of each record among them."""
    texts: dict[str, str]
    """The text of each source that is there."""
    nested: dict[str, _Nested]
    """By the name of the format."""
    found: list[tuple[int, str]] = attrs.field(factory=list)
    """Place and message of each row that says something else than a record or a source."""

    @classmethod
    def of(cls, release: OpenRelease) -> "Attestation":
        """Return the evidence of `release`; none where the table is missing or unreadable, which is told as such."""
        found = release.rows.get(EVIDENCE, [])
        places = _places(found, [name for name, _ in release.columns.get(EVIDENCE, ())])
        nested = {each.name: _Nested(set(places)) for each in release.formats if each.nested}
        return cls(release, found, places, _texts(release), nested)

    def take(self, format_: Format, kind: str, records: Sequence[Any]) -> None:
        """Compare the `records` of `kind` in `format_`, which come next, with the table."""
        if EVIDENCE not in self.release.rows or self.nested[format_.name].error is not None:
            return
        try:
            for record in records:
                self._compare(format_, kind, record)
        except (KeyError, TypeError) as error:
            self.nested[format_.name].error = str(error)

    def _compare(self, format_: Format, kind: str, record: Mapping[str, Any]) -> None:
        nested, owner = self.nested[format_.name], (kind, record["id"])
        places = self.places[owner] if owner in nested.missing else []
        nested.missing.discard(owner)
        told = rows.evidence_in(kind, [record], self.release.columns[EVIDENCE])
        nested.differs = nested.differs or not _same(told, [self.rows[place] for place in places])
        if format_.name == JSON.name:  # one format is enough, all say the same
            self._examine(places, {kind: {record["id"]: record}})

    def _examine(self, places: Iterable[int], records: Records) -> None:
        """Find how the rows at `places` contradict `records` and sources."""
        names = [name for name, _ in self.release.columns[EVIDENCE]]
        for place in places:
            row = dict(zip(names, self.rows[place], strict=True))
            self.release.verdict.cells += 1
            self.release.verdict.passages += any(row.get(name) is not None for name in ("quote", "summary"))
            self.found += [(place, message) for message in contradictions(row, records, self.texts)]

    def problems(self) -> Iterator[Problem]:
        """Yield each piece of evidence that does not say what the records say, or not what its source says."""
        if EVIDENCE not in self.release.rows:
            return
        for name, nested in self.nested.items():
            if nested.error is not None:
                message = f"the evidence in its records is not valid: {nested.error}"
                yield self.release.content.problem(name, message, BUILD)
                return
            if nested.differs or nested.missing:
                message = "the evidence in its records differs from the evidence table"
                yield self.release.content.problem(name, message, BUILD)
        # Rows of which no record was seen.
        for owner in self.nested[JSON.name].missing:
            self._examine(self.places[owner], {})
        for _, message in sorted(self.found, key=lambda each: each[0]):
            yield self.release.content.problem(PARQUET.path(EVIDENCE), message, BUILD)


def _places(found: Rows, names: Sequence[str]) -> dict[Owner, list[int]]:
    """Return the places of the rows of each record, those together that name none."""
    if not {"record_kind", "record"} <= set(names):
        return {(None, None): list(range(len(found)))}
    kind, record = names.index("record_kind"), names.index("record")
    places: dict[Owner, list[int]] = {}
    for place, row in enumerate(found):
        places.setdefault((row[kind], row[record]), []).append(place)
    return places


def _same(nested: Rows, flat: Rows) -> bool:
    """Return whether the two have the same rows, in whatever order."""
    try:
        return nested == flat or Counter(nested) == Counter(flat)
    except TypeError:  # a cell that is a list or an object, which no flat table has
        return False


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
        found = [_cell(row, records), *_words(row, texts)]
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


def _words(row: Row, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield how the words of `row` are not of its grade, or do not stand in their text."""
    given = [name for name in GIVEN_BY.values() if row[name] is not None]
    if len(given) != 1 or GIVEN_BY.get(row["grade"]) != given[0]:
        yield f"its grade is {row['grade']}, but it has {' and '.join(given) or 'no words'}"
    if not given or given[0] == "authority":
        return
    name, text = given[0], row[given[0]]
    if row["source"] not in texts:
        yield f"the source {row['source']} of a {name} is not in the release"
    elif row["start"] is None or texts[row["source"]][row["start"] : row["end"]] != text:
        yield f"the {name} {text!r} is not in {row['source']} at character {row['start']}"
    # A release from before disputes gave alternatives has no such column.
    said = row["value"] if row["stance"] == Stance.SUPPORTS else row.get("alternative")
    if row["basis"] == Basis.STATED and said is not None and not stands_in(said, text):
        yield f"{said!r} is marked as stated, but is not in its {name}"
    if row["stance"] == Stance.SUPPORTS and row.get("alternative") is not None:
        yield f"evidence that supports it gives {row['alternative']!r} instead"
    if row["words"] is not None and row["words"] not in text:
        yield f"the words {row['words']!r} are not in their {name}"
