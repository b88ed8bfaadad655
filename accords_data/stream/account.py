"""What ``conversion.json`` says: which lines were converted, by which schema, into which files."""

import attrs


@attrs.frozen(kw_only=True)
class InputEntry:
    """A stretch of an input, which became one part of each table."""

    part: int
    input: str
    """Name of the file, without its folder."""
    sha256: str
    """SHA-256 of its lines, unpacked, in hexadecimal."""
    accepted: int
    """Lines that became records."""
    rejected: int
    empty: int
    """Lines without anything but spaces."""


@attrs.frozen(kw_only=True)
class RowCount:
    """How many rows a table has, in all its parts."""

    name: str
    rows: int


@attrs.frozen(kw_only=True)
class DataFile:
    """One part of a table in one format."""

    path: str
    """In the folder, with slashes."""
    sha256: str
    """SHA-256 of its bytes, in hexadecimal."""


@attrs.frozen(kw_only=True)
class Conversion:
    """A conversion that was carried through."""

    kind: str
    """Kind of the records."""
    schema: str
    """``$id`` of the schema of a line."""
    compression: str
    """Of the Parquet files."""
    references_checked: str
    """``yes`` or ``no``."""
    quotes_checked: str
    """``yes`` or ``no``."""
    inputs: tuple[InputEntry, ...]
    tables: tuple[RowCount, ...]
    files: tuple[DataFile, ...]
