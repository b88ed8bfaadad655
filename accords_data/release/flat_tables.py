"""The flat tables of a dataset: put together from the records of each kind, and given away row by row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from accords_data.model import arrow, flattening, tables
from accords_data.model.addresses import ITEM
from accords_data.model.records import MODELS
from accords_data.model.retired import Retired
from accords_data.model.views import VIEWS, View
from accords_data.query import status
from accords_data.seeds.dataset import Dataset, plain

if TYPE_CHECKING:
    import pyarrow as pa

EVENTS = "agreement_events"
"""The table of the events on which views rest."""
Parts = dict[str, list["pa.Table"]]
"""What each flat table is put together from, by its name."""


def tables_in(dataset: Dataset) -> dict[str, "pa.Table"]:
    """Return every flat table of `dataset` by name, sorted by its key."""
    parts = no_parts()
    for kind, records in dataset.records.items():
        flatten(kind, [plain(record) for record in records], parts)
    add_views(dataset, parts)
    return {table.name: in_order(table, parts.pop(table.name)) for table in tables.all_tables()}


def rows_of(table: "pa.Table") -> list[tuple[object, ...]]:
    """Return the rows of `table` as plain values: text and days as text, numbers, nothing as None."""
    return list(zip(*(_cells(column) for column in table.columns), strict=True))


def _cells(column: "pa.ChunkedArray") -> list[object]:
    import pyarrow as pa

    cells: list[Any] = column.to_pylist()
    return [cell and cell.isoformat() for cell in cells] if pa.types.is_date32(column.type) else cells


def no_parts() -> Parts:
    """Return what the flat tables are put together from, by name: nothing yet."""
    return {table.name: [] for table in tables.all_tables()}


def add_views(dataset: Dataset, parts: Parts) -> None:
    """Add the views of `dataset`, and what is retired, to `parts`, which has all its records already."""
    import pyarrow as pa

    events = pa.concat_tables(parts[EVENTS]).combine_chunks()
    for name, rows in status.views(dataset.agreements).items():
        parts[name].append(_view(name, rows, events))
    parts["retired"].append(flattening.flat(tables.retired_table(), _columns(Retired, dataset.retired)))


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


def _view(name: str, rows: Sequence[View], events: "pa.Table") -> "pa.Table":
    """Return the view `name`, which says of the evidence of each row what `events` say of the event it rests on."""
    own = _columns(VIEWS[name], rows)
    places = arrow.index_in(_joined(own["agreement"], own["field"]), _event_addresses(events))
    told = {each.name: arrow.take(events.column(each.name), places) for each in tables.EVIDENCE_COLUMNS}
    return flattening.flat(tables.view_table(name), own | told)


def _columns(model: type, rows: Sequence[View | Retired]) -> dict[str, "pa.Array"]:
    """Return the columns of `rows`, which are of the `model`."""
    batch = flattening.nested_batch(model, [plain(row) for row in rows])
    return {column: batch.column(column) for column in batch.schema.names}


def _event_addresses(events: "pa.Table") -> "pa.Array":
    """Return agreement and address of each of `events`, as views name them."""
    addresses = arrow.call("binary_join_element_wise", "/events/", events.column(ITEM), "")
    return _joined(events.column("agreement"), addresses).combine_chunks()


def _joined(agreements: "pa.Array", addresses: "pa.Array") -> "pa.Array":
    return arrow.call("binary_join_element_wise", agreements, addresses, " ")
