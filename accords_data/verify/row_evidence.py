"""What the evidence of a row comes to, computed once more from the records of a release.

Which cells need evidence is not in a release. In one that the build let pass, they are those that have some.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from accords_data.model.attributes import EVIDENCE
from accords_data.model.vocabularies import Grade, SourceKind, Stance

COLUMNS = frozenset({"evidence_grade", "source_count", "disputed"})
"""The columns that are computed here."""

Entry = Mapping[str, Any]
"""A piece of evidence, as JSON has it."""
Told = Mapping[str, Sequence[Entry]]
"""The evidence of a record by the address of each cell that it speaks of."""

_GRADES: tuple[str, ...] = tuple(map(str, Grade))


def told_in(record: Mapping[str, Any]) -> Told:
    """Return the evidence of `record`; none for a row of a table that is no record.

    Raises:
        KeyError, TypeError, AttributeError: it is not in the form of a release.
    """
    found: dict[str, list[Entry]] = {}
    for entry in record.get(EVIDENCE, ()):
        for support in entry["supports"]:
            found.setdefault(support["field"], []).append(entry)
    return found


def comes_to(told: Told, addresses: Mapping[str, str]) -> dict[str, object]:
    """Return what is `told` of the cells of a row comes to, by column.

    Args:
        told: The evidence of the record.
        addresses: The address of the cell in each column of the row, in the order of the table.
    """
    speaking = {name: told[address] for name, address in addresses.items() if address in told}
    supporting = [[entry for entry in entries if not _disputes(entry)] for entries in speaking.values()]
    sources = {entry["source"] for entries in supporting for entry in entries} - {None}
    disputed = [name for name, entries in speaking.items() if any(map(_disputes, entries))]
    return {
        "evidence_grade": _worst(filter(None, supporting)),
        "source_count": len(sources),
        "disputed": " ".join(disputed) or None,
    }


def _worst(supporting: Iterable[Sequence[Entry]]) -> str | None:
    """Return the worst of the best grades that each cell has; None where no cell is supported."""
    best = [min(map(_GRADES.index, _grades(entries))) for entries in supporting]
    return _GRADES[max(best)] if best else None


def _grades(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        if entry["authority"] is not None:
            yield Grade.BACKGROUND
        else:
            yield Grade.QUOTED if entry["source_kind"] == SourceKind.DOCUMENT else Grade.SUMMARISED


def _disputes(entry: Entry) -> bool:
    return bool(entry["stance"] == Stance.DISPUTES)
