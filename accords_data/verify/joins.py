"""Whether the tables of a release join: keys that stand once, references that lead to a row."""

import operator
from collections.abc import Iterator, Sequence

from accords_data.problems import Problem
from accords_data.release.formats import PARQUET
from accords_data.release.manifest import Reference, TableEntry
from accords_data.verify.verdict import BUILD, OpenRelease


def check(release: OpenRelease) -> Iterator[Problem]:
    """Yield each key that stands twice and each reference that leads nowhere, of the tables that could be read."""
    for table in release.manifest.tables:
        if table.name not in release.rows:
            continue
        try:
            found = list(zip(*(release.values(table.name, name) for name in table.key), strict=True))
        except KeyError as error:
            yield _problem(release, table, f"has no column {error}, part of its key")
            continue
        if not _rises(found) and found != sorted(set(found), key=_sortable):
            yield _problem(release, table, f"its key {', '.join(table.key)} is not unique and sorted")
        for reference in table.references:
            if reference.table in release.rows:  # told as missing or unreadable otherwise
                yield from _lost(release, table, reference)


def _lost(release: OpenRelease, table: TableEntry, reference: Reference) -> Iterator[Problem]:
    """Yield each cell of `reference` that is the id of no row."""
    try:
        known = set(release.values(reference.table, "id"))
        wanted = [value for value in release.values(table.name, reference.column) if value is not None]
    except KeyError as error:
        yield _problem(release, table, f"has no column {error}, part of the reference to {reference.table}")
        return
    release.verdict.references += len(wanted)
    for value in dict.fromkeys(wanted):
        if value not in known:
            yield _problem(release, table, f"{reference.column} {value!r} is not an id in {reference.table}")


def _problem(release: OpenRelease, table: TableEntry, message: str) -> Problem:
    return release.content.problem(table.file_in(PARQUET), message, BUILD)


def _rises(found: Sequence[tuple[object, ...]]) -> bool:
    """Return whether each row comes after the one before it; False where Python has no order of the two."""
    try:
        return all(map(operator.lt, found, found[1:]))
    except TypeError:  # one of the two cells is None
        return False


def _sortable(row: Sequence[object]) -> tuple[tuple[bool, str, int], ...]:
    return tuple((cell is None, str(cell) if isinstance(cell, str) else "", _number(cell)) for cell in row)


def _number(cell: object) -> int:
    return cell if isinstance(cell, int) else 0
