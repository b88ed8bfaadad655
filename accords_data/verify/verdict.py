"""What `verify` says of a release, and the release as far as it could be read."""

from typing import Any

import attrs

from accords_data.problems import Problem
from accords_data.release import formats
from accords_data.release.digest import Columns
from accords_data.release.formats import Format, Rows
from accords_data.release.manifest import Manifest
from accords_data.verify.archive import Content

BUILD = "its files do not come from one run of accords-export"
WHOLE = "verify a complete release: this is a partial export (--format or --table)"


@attrs.define
class Verdict:
    """What was checked, and what is wrong."""

    files: int = 0
    """Files whose hashes were compared."""
    formats: tuple[str, ...] = ()
    """Formats in which each table was looked for. A data file in any other is told as a problem."""
    tables: int = 0
    """Tables whose rows were compared in each of the formats."""
    rows: int = 0
    """Rows that were validated by the schema of their table."""
    references: int = 0
    """Cells that refer to a row of another table and were looked up."""
    cells: int = 0
    """Cells that were looked up by the pointer of their evidence."""
    passages: int = 0
    """Quotes and sentences of summaries that were looked up in their text."""
    problems: list[Problem] = attrs.field(factory=list)


@attrs.define
class OpenRelease:
    """A release that is being verified: what was read of it so far."""

    content: Content
    manifest: Manifest
    verdict: Verdict
    formats: tuple[Format, ...] = attrs.field()
    """The formats that it must have each table in."""
    schemas: dict[str, Any] = attrs.field(factory=dict)
    """The values of the schemas that were read, by path."""
    columns: dict[str, Columns] = attrs.field(factory=dict)
    """The columns of each table by its name, as the schema in the release has them."""
    evidenced: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    """Those of them whose cells need evidence."""
    rows: dict[str, Rows] = attrs.field(factory=dict)
    """The rows of each table by its name."""
    digests: dict[str, str] = attrs.field(factory=dict)
    """The content digest of these rows."""
    read: dict[str, set[str]] = attrs.field(factory=dict)
    """The names of the formats in which the rows of each table could be read."""

    @formats.default
    def _expected(self) -> tuple[Format, ...]:
        return expected_formats(self.manifest)

    def values(self, table: str, column: str) -> list[object]:
        """Return the cells of one column.

        Raises:
            KeyError: the table has no such column.
        """
        names = [name for name, _ in self.columns[table]]
        if column not in names:
            raise KeyError(column)
        place = names.index(column)
        return [row[place] for row in self.rows[table]]


def expected_formats(manifest: Manifest) -> tuple[Format, ...]:
    """Return the formats that a release has each table in: those of every release, and what its manifest names.

    So a release from before there was a format verifies as it did then.
    """
    named = manifest.formats
    return tuple(each for each in formats.FORMATS if each.since_first or each in named)
