"""The pages of the tables: the first rows as they are, all rows as data for the page's script to sort and filter.

The data is a script that hands rows over, because a page that was opened from a disk may load scripts but fetch none.
Each column is a list of its values and, for each row, the place of its value in that list: values repeat a lot.
"""

import itertools
import json
from collections.abc import Iterator, Sequence

import attrs

from accords_data.model.fields import Field
from accords_data.model.records import PLURALS
from accords_data.model.tables import Table, all_tables
from accords_data.release.digest import Row
from accords_data.release.formats import Rows
from accords_data.site import home, urls
from accords_data.site.collection import Collection
from accords_data.site.home import Download
from accords_data.site.templates import Press

PER_PAGE = 100
PER_PART = 5_000
"""Rows in one file of data."""
FIRST_VIEW = 60_000
"""Characters that the rows which a page shows at first may have together."""


@attrs.frozen
class Column:
    """A column of a table as its page shows it."""

    name: str
    description: str
    number: bool
    kind: str | None
    """The kind of the records whose ids it holds."""
    folder: str | None
    """The folder with the pages of those records."""
    kind_from: int | None
    """The place of the column that says of which kind the record is, where rows differ in it."""


def columns(table: Table) -> list[Column]:
    """Return the columns of `table`."""
    names = [each.name for each in table.columns]
    found = []
    for each in table.columns:
        kind = _kind(table, each)
        folder = None if kind is None else PLURALS[kind]
        kind_from = names.index("record_kind") if each.name == "record" else None
        found.append(Column(each.name, each.description, each.form == "integer", kind, folder, kind_from))
    return found


def _kind(table: Table, field: Field) -> str | None:
    if field.name == "id":
        return table.record_kind
    return None if field.text is None else field.text.reference


def pages(press: Press, collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yield the list of the tables, the page of each and its data, with their addresses."""
    tables = all_tables()
    counted = {entry.name: entry.rows for entry in collection.manifest.tables}
    told = [(table, counted.get(table.name, 0)) for table in tables]
    flat = " and a ".join(each.title for each in collection.manifest.formats if not each.nested)
    yield "tables.html", press.page("tables.html", "tables.html", "Tables", tables=told, flat=flat)
    for table in tables:
        yield from sheet(press, table, collection.rows(table), home.downloads(collection, table.name))


def sheet(press: Press, table: Table, rows: Rows, files: Sequence[Download]) -> Iterator[tuple[str, bytes]]:
    """Yield the page of `table`, which is in `files` too, and the data of its `rows`, with their addresses."""
    address = urls.table(table.name)
    parts = [f"{table.name}-{number}.js" for number in range(1, -(-len(rows) // PER_PART) + 1)]
    shown = columns(table)
    yield (
        address,
        press.page(
            "table.html",
            address,
            table.name,
            table=table,
            columns=shown,
            rows=[_cells(row, shown) for row in _first(rows)],
            total=len(rows),
            per_page=PER_PAGE,
            parts=parts,
            files=files,
            told=json.dumps(
                [[each.name, each.folder, each.number, each.kind_from] for each in shown], ensure_ascii=False
            ),
            folders=json.dumps(dict(PLURALS)),
        ),
    )
    for number, part in enumerate(parts):
        yield f"tables/{part}", _part(rows[number * PER_PART : (number + 1) * PER_PART])


def _first(rows: Rows) -> Rows:
    """Return the rows that a page shows at first."""
    sizes = itertools.accumulate(sum(len(str(cell)) for cell in row) + 30 * len(row) for row in rows[:PER_PAGE])
    return rows[: max(1, sum(size <= FIRST_VIEW for size in sizes))]


def _cells(row: Row, columns: Sequence[Column]) -> list[tuple[object, Column, object]]:
    """Return each cell of `row` with its column, and the kind of the record whose id it is, if it is one."""
    return [
        (cell, column, column.kind if column.kind_from is None else row[column.kind_from])
        for cell, column in zip(row, columns, strict=True)
    ]


def _part(rows: Rows) -> bytes:
    """Return a script that hands `rows` over."""
    told = []
    for column in zip(*rows, strict=True):
        values = {value: place for place, value in enumerate(dict.fromkeys(column))}
        told.append([list(values), [values[value] for value in column]])
    return f"accordsRows({script_json(told)});\n".encode()


def script_json(value: object) -> str:
    """Return `value` as JSON that stands in a script as it is."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Both end a line in JavaScript before ES2019, even within a text.
    return told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
