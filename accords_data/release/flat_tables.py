"""The flat tables of a dataset: put together from the records of each kind, and given away row by row."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from accords_data.model import flattening, tables
from accords_data.model.records import MODELS
from accords_data.model.views import VIEWS, View
from accords_data.query import status
from accords_data.seeds.dataset import Dataset, plain

if TYPE_CHECKING:
    import pyarrow as pa

Parts = dict[str, list["pa.Table"]]
"""What each flat table is put together from, by its name."""
_ROWS_AT_A_TIME = 4_096


def tables_in(dataset: Dataset) -> dict[str, "pa.Table"]:
    """Return every flat table of `dataset` by name, sorted by its key."""
    parts = views(dataset)
    for kind, records in dataset.records.items():
        flatten(kind, [plain(record) for record in records], parts)
    return {table.name: in_order(table, parts.pop(table.name)) for table in tables.all_tables()}


def rows_of(table: "pa.Table") -> Iterator[tuple[object, ...]]:
    """Yield the rows of `table`, of which never more than some are there at a time."""
    for batch in table.to_batches(max_chunksize=_ROWS_AT_A_TIME):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


@attrs.frozen
class PlainRows(Iterable[dict[str, Any]]):
    """The rows of a table that is of no kind, as a nested file has them, each time anew."""

    table: "pa.Table"

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield each row."""
        names = self.table.column_names
        for row in rows_of(self.table):
            yield {
                name: cell.isoformat() if isinstance(cell, dt.date) else cell
                for name, cell in zip(names, row, strict=True)
            }


def views(dataset: Dataset) -> Parts:
    """Return what the flat tables are put together from, by name: the views, and nothing of the other tables yet."""
    parts: Parts = {table.name: [] for table in tables.all_tables()}
    for name, views in status.views(dataset.agreements, dataset.sources).items():
        parts[name].append(_view(name, views))
    return parts


def flatten(kind: str, rows: Sequence[dict[str, Any]], parts: Parts) -> None:
    """Add the tables that the plain records `rows` of `kind` flatten to, to `parts`."""
    for name, part in flattening.flatten(kind, flattening.nested_batch(MODELS[kind], rows)):
        parts[name].append(part)


def in_order(table: tables.Table, parts: Sequence["pa.Table"]) -> "pa.Table":
    """Return the `parts` of `table` as one, sorted by its key."""
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = pa.concat_tables(parts)
    keys = [(name, "ascending") for name in table.key]
    return rows.take(pc.sort_indices(rows, sort_keys=keys)).combine_chunks()


def _view(name: str, rows: Sequence[View]) -> "pa.Table":
    batch = flattening.nested_batch(VIEWS[name], [plain(row) for row in rows])
    return flattening.flat(tables.view_table(name), {column: batch.column(column) for column in batch.schema.names})
