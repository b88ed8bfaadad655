"""What every standard asks of a release: its tables, and the files that hold their rows."""

from collections.abc import Iterator

from accords_data.model import tables
from accords_data.model.tables import Table
from accords_data.release.manifest import FileEntry, Manifest

MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
}
"""The media type of each format, as registered with IANA."""


def tables_of(manifest: Manifest) -> tuple[Table, ...]:
    """Return the tables that the release has in any format."""
    names = {entry.name for entry in manifest.tables}
    return tuple(table for table in tables.all_tables() if table.name in names)


def tables_in(manifest: Manifest, format_: str) -> Iterator[tuple[Table, FileEntry]]:
    """Yield each table that the release has as a file of `format_` of its own, ``csv`` or ``parquet``."""
    for table in tables_of(manifest):
        entry = manifest.file(f"{format_}/{table.name}.{format_}")
        if entry is not None:
            yield table, entry


def data_files(manifest: Manifest) -> Iterator[tuple[FileEntry, str]]:
    """Yield each file with rows, with its format."""
    for entry in manifest.files:
        if entry.rows is not None:
            yield entry, entry.path.partition("/")[0]
