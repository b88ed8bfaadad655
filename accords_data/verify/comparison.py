"""Whether each table has the same valid rows in every format that the release has."""

from collections.abc import Iterator

from accords_data.problems import Problem
from accords_data.release.digest import Columns, content_digest
from accords_data.release.formats import CSV, PARQUET, Format, Rows
from accords_data.release.manifest import MANIFEST, TableEntry
from accords_data.verify import rows, validity
from accords_data.verify.verdict import BUILD, OpenRelease, expected_formats

_BLOCK = 10_000
"""Rows that are judged at a time: as objects they take many times the room."""


def compare(release: OpenRelease) -> Iterator[Problem]:
    """Yield what is wrong with the files of each table; keep what was read.

    Flat tables first: each is let go of once it is compared, before the records, which stay, take their room.
    """
    release.verdict.formats = tuple(each.name for each in expected_formats(release.manifest))
    flat = [table for table in release.manifest.tables if release.is_flat(table)]
    nested = [table for table in release.manifest.tables if not release.is_flat(table)]
    for table in flat:
        yield from _table(release, table)
    for document in sorted({table.document for table in nested}):
        yield from _documents(release, document)
    for table in nested:
        yield from _table(release, table)


def _documents(release: OpenRelease, name: str) -> Iterator[Problem]:
    """Yield why the nested files called `name` cannot be read or are not valid by their schema; keep what was read."""
    for each in expected_formats(release.manifest):
        path = each.path(name)
        if not each.nested or path not in release.content.files:
            continue  # what is missing is told as such
        try:
            release.documents[path] = each.read(release.content.files[path])
        except ValueError as error:
            yield release.content.problem(path, f"cannot be read: {error}", BUILD)
            continue
        judge = validity.judge_of(release, name)
        if isinstance(judge, Problem):
            yield judge
            continue
        for pointer, message in validity.refused(judge, release.documents[path]):
            yield release.content.problem(path, message, BUILD, pointer)


def _table(release: OpenRelease, table: TableEntry) -> Iterator[Problem]:
    columns = validity.columns_of(release, table.name)
    if isinstance(columns, Problem):
        yield columns
        return
    release.columns[table.name] = columns
    if table.rows > len(release.content.files.get(table.file_in(CSV), b"")):
        # A row of CSV takes a byte at least.
        message = f"lists more rows of {table.name} than fit in its files"
        yield release.content.problem(MANIFEST, message, BUILD)
        return
    if release.is_flat(table):
        yield from _documents(release, table.document)
    read = set()
    for each in expected_formats(release.manifest):
        for found in _read(release, table, each, columns):
            if isinstance(found, Problem):
                yield found
                continue
            read.add(each.name)
            yield from _compared(release, table, each, found)
            del found  # a large table should not be held in two formats at once
    release.verdict.tables += read == set(release.verdict.formats)


def _read(release: OpenRelease, table: TableEntry, format_: Format, columns: Columns) -> Iterator[Rows | Problem]:
    """Yield the rows of `table` in `format_`, or what is wrong with them; nothing where the file was told before."""
    import pyarrow as pa

    path = table.file_in(format_)
    if path not in (release.documents if format_.nested else release.content.files):
        return  # told as missing or unreadable
    try:
        if format_.nested:
            yield rows.from_records(release.documents[path], table, columns)
        else:
            yield format_.read(release.content.files[path], columns, table.rows)
    except (ValueError, KeyError, TypeError, AttributeError, OSError, pa.ArrowException) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        yield release.content.problem(path, f"cannot read {table.name}: {reason}", BUILD)
    if format_.nested and release.is_flat(table):
        release.documents.pop(path)


def _compared(release: OpenRelease, table: TableEntry, format_: Format, found: Rows) -> Iterator[Problem]:
    """Yield how the rows `found` are not those that the manifest promises."""
    path, columns = table.file_in(format_), release.columns[table.name]
    if len(found) != table.rows:
        message = f"has {len(found)} rows of {table.name}, the manifest says {table.rows}"
        yield release.content.problem(path, message, BUILD)
    if content_digest(columns, found) != table.content_digest:
        message = f"its rows of {table.name} do not match the content digest in the manifest"
        yield release.content.problem(path, message, BUILD)
    if format_.name == PARQUET.name:
        # One format is enough here: the rows of all have the same digest, or it is told that they have not.
        release.rows[table.name] = found
        release.verdict.rows += len(found)
        yield from _invalid(release, table, path)


def _invalid(release: OpenRelease, table: TableEntry, path: str) -> Iterator[Problem]:
    """Yield what the table's schema refuses in its rows."""
    judge = validity.judge_of(release, f"tables/{table.name}")
    if isinstance(judge, Problem):
        yield judge
        return
    names = [name for name, _ in release.columns[table.name]]
    found = release.rows[table.name]
    for start in range(0, max(1, len(found)), _BLOCK):
        block = [dict(zip(names, row, strict=True)) for row in found[start : start + _BLOCK]]
        for pointer, message in validity.refused(judge, block, start):
            yield release.content.problem(path, message, BUILD, pointer)
