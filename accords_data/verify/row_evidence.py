"""What the evidence of a row comes to, computed once more from the records of a release.

Which columns hold cells that need evidence is said by the table's schema in the release.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from accords_data.model.attributes import EVIDENCE
from accords_data.model.vocabularies import ABSENT, Grade, Stance

Entry = Mapping[str, Any]
"""A piece of evidence, as JSON has it."""
Told = Mapping[str, Sequence[Entry]]
"""The evidence of a record by the address of each cell that it speaks of."""

_GRADES: tuple[str, ...] = tuple(map(str, Grade))


def told_in(record: Mapping[str, Any]) -> Told:
    """Return the evidence of `record`.

    Raises:
        KeyError, TypeError, AttributeError: it is not in the form of a release.
    """
    found: dict[str, list[Entry]] = {}
    for entry in record.get(EVIDENCE, ()):
        for support in entry["supports"]:
            found.setdefault(support["field"], []).append(entry)
    return found


def comes_to(told: Told, addresses: Mapping[str, str], row: Mapping[str, Any]) -> dict[str, object]:
    """Return what is `told` of the cells of a `row` comes to, by column.

    Args:
        told: The evidence of the record.
        addresses: The address of the cell in each column that needs evidence, in the order of the table.
        row: The cells.
    """
    needing = {name: each for name, each in addresses.items() if row[name] is not None and row[name] not in ABSENT}
    speaking = {name: told.get(address, ()) for name, address in needing.items()}
    supporting = [[entry for entry in entries if not _disputes(entry)] for entries in speaking.values()]
    sources = {entry["source"] for entries in supporting for entry in entries} - {None}
    disputed = [name for name, entries in speaking.items() if any(map(_disputes, entries))]
    return {
        "evidence_grade": _worst(supporting),
        "source_count": len(sources),
        "disputed": " ".join(disputed) or None,
    }


def _worst(supporting: Iterable[Sequence[Entry]]) -> str | None:
    """Return the worst of the best grades that each cell has; None where one has none, or where there is no cell."""
    best = [min((_GRADES.index(entry["grade"]) for entry in entries), default=None) for entries in supporting]
    known = [each for each in best if each is not None]
    return _GRADES[max(known)] if known and len(known) == len(best) else None


def _disputes(entry: Entry) -> bool:
    return bool(entry["stance"] == Stance.DISPUTES)
