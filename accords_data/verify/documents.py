"""The nested files of a release: read record by record, each beside its rows in the flat files, and let go of."""

import itertools
from collections.abc import Iterator
from typing import Any

import attrs

from accords_data.problems import Problem
from accords_data.release.digest import Row, content_digest
from accords_data.release.formats import Format
from accords_data.release.manifest import TableEntry
from accords_data.verify import rows, validity
from accords_data.verify.attestation import Attestation
from accords_data.verify.comparison import broken_promises, unreadable
from accords_data.verify.verdict import BUILD, OpenRelease


@attrs.define
class NestedTable:
    """The rows of one table that came out of a nested file so far."""

    release: OpenRelease
    table: TableEntry
    number: int = 0
    same: bool = True
    """Whether they are the rows that the flat files have, as far as there are any."""
    error: Exception | None = None

    def take(self, records: list[Any]) -> None:
        """Compare the rows in `records`, which come next."""
        if self.error is not None:
            return
        columns, flat = self.release.columns[self.table.name], self.release.rows.get(self.table.name)
        try:
            found = rows.from_records(records, self.table, columns, self.release.evidenced.get(self.table.name, ()))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            self.error = error
            return
        beside = None if flat is None else flat[self.number : self.number + len(found)]
        self.same = self.same and rows.are_equal(columns, found, beside)
        self.number += len(found)


def compare(release: OpenRelease, attestation: Attestation) -> Iterator[Problem]:
    """Yield what is wrong with the nested files, by their schemas and beside the rows of the flat files.

    Each record is handed to the `attestation` too, because it is not kept.
    """
    for name in sorted({table.document for table in release.manifest.tables}):
        for each in release.formats:
            # What is missing is told as such.
            if each.nested and each.path(name) in release.content.files:
                yield from _document(release, attestation, name, each)


def _document(release: OpenRelease, attestation: Attestation, name: str, format_: Format) -> Iterator[Problem]:
    here = [table for table in release.manifest.tables if table.document == name]
    kinds = [table.record_kind for table in here if table.record_kind is not None]
    tables = [NestedTable(release, table) for table in here if table.name in release.columns]
    judge = validity.judge_of(release, name)
    if isinstance(judge, Problem):
        yield judge
    for start, records in _blocks(release, format_, name):
        if isinstance(records, ValueError):
            yield release.content.problem(format_.path(name), f"cannot be read: {records}", BUILD)
            return
        for pointer, message in () if isinstance(judge, Problem) else validity.refused(judge, records, start):
            yield release.content.problem(format_.path(name), message, BUILD, pointer)
        for each in tables:
            each.take(records)
        for kind in kinds:
            attestation.take(format_, kind, records)
    for each in tables:
        yield from _differences(each, format_)


def _blocks(release: OpenRelease, format_: Format, name: str) -> Iterator[tuple[int, list[Any] | ValueError]]:
    """Yield the records of a nested file, at least one block of them, each with the number of its first record.

    The last is the error that ends it, where it cannot be read.
    """
    try:
        items = iter(format_.read(release.content.files[format_.path(name)]))
        for start in itertools.count(0, validity.BLOCK):
            block = list(itertools.islice(items, validity.BLOCK))
            if block or not start:
                yield start, block
            if len(block) < validity.BLOCK:
                return
    except ValueError as error:
        yield 0, error


def _differences(found: NestedTable, format_: Format) -> Iterator[Problem]:
    """Yield how the rows of one table in a nested file are not those that the manifest promises."""
    release, table = found.release, found.table
    if found.error is not None:
        yield unreadable(release, table, format_, found.error)
        return
    release.read[table.name].add(format_.name)
    known = found.same and found.number == len(release.rows[table.name])
    columns = release.columns[table.name]
    digest = release.digests[table.name] if known else content_digest(columns, _rows(found, format_))
    yield from broken_promises(release, table, format_, found.number, digest)


def _rows(found: NestedTable, format_: Format) -> Iterator[Row]:
    """Yield the rows once more, which could be read before."""
    for _, records in _blocks(found.release, format_, found.table.document):
        if not isinstance(records, ValueError):
            evidenced = found.release.evidenced.get(found.table.name, ())
            yield from rows.from_records(records, found.table, found.release.columns[found.table.name], evidenced)
