"""Whether each table has the same valid rows in every flat format that the release has."""

from collections.abc import Iterator

from accords_data.problems import Problem
from accords_data.release.digest import content_digest
from accords_data.release.formats import CSV, PARQUET, Format, Rows
from accords_data.release.manifest import MANIFEST, TableEntry
from accords_data.verify import rows, validity
from accords_data.verify.verdict import BUILD, OpenRelease


def compare(release: OpenRelease) -> Iterator[Problem]:
    """Yield what is wrong with the flat files of each table; keep its rows."""
    for table in release.manifest.tables:
        yield from _table(release, table)


def unreadable(release: OpenRelease, table: TableEntry, format_: Format, error: Exception) -> Problem:
    """Return that the rows of `table` cannot be read in `format_`."""
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return release.content.problem(table.file_in(format_), f"cannot read {table.name}: {reason}", BUILD)


def broken_promises(
    release: OpenRelease, table: TableEntry, format_: Format, number: int, digest: str
) -> Iterator[Problem]:
    """Yield how the `number` of rows of `table` and their `digest` are not what the manifest promises."""
    path = table.file_in(format_)
    if number != table.rows:
        message = f"has {number} rows of {table.name}, the manifest says {table.rows}"
        yield release.content.problem(path, message, BUILD)
    if digest != table.content_digest:
        message = f"its rows of {table.name} do not match the content digest in the manifest"
        yield release.content.problem(path, message, BUILD)


def _table(release: OpenRelease, table: TableEntry) -> Iterator[Problem]:
    columns = validity.columns_of(release, table.name)
    if isinstance(columns, Problem):
        yield columns
        return
    if table.rows > release.content.size(table.file_in(CSV)):
        # A row of CSV takes a byte at least.
        message = f"lists more rows of {table.name} than fit in its files"
        yield release.content.problem(MANIFEST, message, BUILD)
        return
    release.columns[table.name] = columns
    release.evidenced[table.name] = validity.evidenced_of(release, table.name)
    release.read[table.name] = set()
    for each in (each for each in release.formats if not each.nested):
        found = _read(release, table, each)
        if isinstance(found, Problem):
            yield found
        elif found is not None:
            release.read[table.name].add(each.name)
            yield from _compared(release, table, each, found)


def _read(release: OpenRelease, table: TableEntry, format_: Format) -> Rows | Problem | None:
    """Return the rows of `table` in the flat `format_`, or what is wrong with them; None where no file is."""
    import pyarrow as pa

    path = table.file_in(format_)
    if path not in release.content.files:
        return None  # told as missing
    try:
        found: Rows = format_.read(release.content.files[path], release.columns[table.name], table.rows)
    except (ValueError, KeyError, TypeError, AttributeError, OSError, pa.ArrowException) as error:
        return unreadable(release, table, format_, error)
    return found


def _compared(release: OpenRelease, table: TableEntry, format_: Format, found: Rows) -> Iterator[Problem]:
    """Yield how the rows `found` are not those that the manifest promises; keep them where they are Parquet's."""
    columns = release.columns[table.name]
    same = rows.are_equal(columns, found, release.rows.get(table.name))
    digest = release.digests[table.name] if same else content_digest(columns, found)
    yield from broken_promises(release, table, format_, len(found), digest)
    if format_.name == PARQUET.name:
        # One format is enough here: the rows of all have the same digest, or it is told that they have not.
        release.rows[table.name] = found
        release.digests[table.name] = digest
        release.verdict.rows += len(found)
        yield from _invalid(release, table)


def _invalid(release: OpenRelease, table: TableEntry) -> Iterator[Problem]:
    """Yield what the table's schema refuses in its rows."""
    judge = validity.judge_of(release, f"tables/{table.name}")
    if isinstance(judge, Problem):
        yield judge
        return
    names = [name for name, _ in release.columns[table.name]]
    found = release.rows[table.name]
    for start in range(0, max(1, len(found)), validity.BLOCK):
        block = [dict(zip(names, row, strict=True)) for row in found[start : start + validity.BLOCK]]
        for pointer, message in validity.refused(judge, block, start):
            yield release.content.problem(table.file_in(PARQUET), message, BUILD, pointer)
