"""The flat tables of a dataset: put together from the records of each kind, and given away row by row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from accords_data.model import arrow, flattening, tables
from accords_data.model.records import MODELS
from accords_data.model.retired import Retired
from accords_data.model.views import VIEWS, View
from accords_data.query import status
from accords_data.seeds.dataset import Dataset, plain

if TYPE_CHECKING:
    import pyarrow as pa

Parts = dict[str, list["pa.Table"]]
"""What each flat table is put together from, by its name."""


def tables_in(dataset: Dataset) -> dict[str, "pa.Table"]:
    """Return every flat table of `dataset` by name, sorted by its key."""
    parts = views(dataset)
    for kind, records in dataset.records.items():
        flatten(kind, [plain(record) for record in records], parts)
    return {table.name: in_order(table, parts.pop(table.name)) for table in tables.all_tables()}


def rows_of(table: "pa.Table") -> list[tuple[object, ...]]:
    """Return the rows of `table` as plain values: text and days as text, numbers, nothing as None."""
    return list(zip(*(_cells(column) for column in table.columns), strict=True))


def _cells(column: "pa.ChunkedArray") -> list[object]:
    import pyarrow as pa

    cells: list[Any] = column.to_pylist()
    return [cell and cell.isoformat() for cell in cells] if pa.types.is_date32(column.type) else cells


def views(dataset: Dataset) -> Parts:
    """Return what the flat tables are put together from, by name: the views, and nothing of the other tables yet."""
    parts: Parts = {table.name: [] for table in tables.all_tables()}
    for name, views in status.views(dataset.agreements, dataset.sources).items():
        parts[name].append(_rows(tables.view_table(name), VIEWS[name], views))
    parts["retired"].append(_rows(tables.retired_table(), Retired, dataset.retired))
    return parts


def flatten(kind: str, rows: Sequence[dict[str, Any]], parts: Parts) -> None:
    """Add the tables that the plain records `rows` of `kind` flatten to, to `parts`."""
    for name, part in flattening.flatten(kind, flattening.nested_batch(MODELS[kind], rows)):
        parts[name].append(part)


def in_order(table: tables.Table, parts: Sequence["pa.Table"]) -> "pa.Table":
    """Return the `parts` of `table` as one, sorted by its key."""
    import pyarrow as pa

    rows = pa.concat_tables(parts)
    ordered: pa.Table = arrow.call("take", rows, arrow.order(rows, table.key))
    return ordered.combine_chunks()


def _rows(table: tables.Table, model: type, rows: Sequence[View | Retired]) -> "pa.Table":
    batch = flattening.nested_batch(model, [plain(row) for row in rows])
    return flattening.flat(table, {column: batch.column(column) for column in batch.schema.names})
