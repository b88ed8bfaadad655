"""What every standard asks of a release: its tables, and the files that hold their rows."""

from collections.abc import Iterator

from accords_data.model import tables
from accords_data.model.tables import Table
from accords_data.release.formats import Format, format_of
from accords_data.release.manifest import FileEntry, Manifest


def tables_of(manifest: Manifest) -> tuple[Table, ...]:
    """Return the tables that the release has in any format."""
    names = {entry.name for entry in manifest.tables}
    return tuple(table for table in tables.all_tables() if table.name in names)


def tables_in(manifest: Manifest, format_: Format) -> Iterator[tuple[Table, FileEntry]]:
    """Yield each table that the release has as a file of its own in `format_`, one that is not nested."""
    for table in tables_of(manifest):
        entry = manifest.file(format_.path(table.name))
        if entry is not None:
            yield table, entry


def data_files(manifest: Manifest) -> Iterator[tuple[FileEntry, Format]]:
    """Yield each file with rows, with its format."""
    for entry in manifest.data_files:
        format_ = format_of(entry.path)
        if format_ is not None:
            yield entry, format_
