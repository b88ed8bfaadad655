"""The rows of a released table, read back from each of its formats into the same plain values.

Text and dates are text, numbers are numbers, nothing is None. What the columns are is said by the table's JSON
Schema in the release, not by the models of this program, so that a release of another version can be read too.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from accords_data.model import edtf
from accords_data.release.digest import Columns
from accords_data.release.manifest import TableEntry

if TYPE_CHECKING:
    import pyarrow as pa

Rows = list[tuple[object, ...]]
_ENDS = ("earliest", "latest", "precision")
LARGEST_CELL = 1_000_000
"""Code points; a longer CSV cell is refused."""


def columns_of(schema: Mapping[str, Any]) -> Columns:
    """Return name and logical type of each column of the table whose JSON `schema` is given.

    Raises:
        KeyError, TypeError: it is not the schema of a table.
    """
    return [(name, _logical(each)) for name, each in schema["$defs"]["Item"]["properties"].items()]


def _logical(schema: Mapping[str, Any]) -> str:
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if "integer" in types:
        return "integer"
    return "date" if schema.get("format") == "date" else "string"


def from_parquet(content: bytes, columns: Columns, number: int | None = None) -> Rows:
    """Return the rows of a Parquet file.

    Args:
        content: The file.
        columns: Its columns.
        number: How many rows it must have; None for any. With any other it is not read: a few bytes can claim billions.

    Raises:
        ValueError: it cannot be read, or has other columns or another number of rows.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = pq.ParquetFile(pa.BufferReader(content))
    if number is not None and file.metadata.num_rows != number:
        message = f"has {file.metadata.num_rows} rows, the manifest says {number}"
        raise ValueError(message)
    table = file.read()
    names = {pa.string(): "string", pa.int32(): "integer", pa.date32(): "date"}
    found = [(field.name, names.get(field.type, str(field.type))) for field in table.schema]
    if found != list(columns):
        message = f"has the columns {found}, not {list(columns)}"
        raise ValueError(message)
    cells = [_values(column, type_) for column, (_, type_) in zip(table.columns, columns, strict=True)]
    return list(zip(*cells, strict=True))


def _values(column: "pa.ChunkedArray", type_: str) -> list[object]:
    """Return the cells of `column`; those that are equal are one object, since a quote stands in many rows."""
    found: list[object] = []
    for chunk in column.chunks:
        coded = chunk.dictionary_encode()
        known = [str(value) if type_ == "date" else value for value in coded.dictionary.to_pylist()]
        found += [None if place is None else known[place] for place in coded.indices.to_pylist()]
    return found


def from_csv(content: bytes, columns: Columns) -> Rows:
    """Return the rows of a CSV file.

    Raises:
        ValueError: it is not UTF-8, has other columns, or a cell is not of its column's type.
    """
    csv.field_size_limit(LARGEST_CELL)
    names, types = [name for name, _ in columns], [type_ for _, type_ in columns]
    known: dict[str, str] = {}
    found: Rows = []
    try:
        lines = csv.reader(io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline=""), strict=True)
        header = next(lines, [])
        if header != names:
            message = f"has the columns {header}, not {names}"
            raise ValueError(message)
        for line in lines:
            if len(line) != len(columns):
                message = f"has a row that is not of {len(columns)} cells"
                raise ValueError(message)
            found.append(
                tuple(_from_text(known.setdefault(text, text), type_) for text, type_ in zip(line, types, strict=True))
            )
    except csv.Error as error:
        raise ValueError(str(error)) from error
    return found


def _from_text(text: str, type_: str) -> object:
    if not text:
        return None
    return int(text) if type_ == "integer" else text


def from_json(files: Mapping[str, Any], table: TableEntry, columns: Columns) -> Rows:
    """Return the rows that the parsed JSON `files` of the release have of `table`, dates with their bounds.

    Raises:
        ValueError, KeyError, TypeError: they are not in the form of a release.
    """
    records = files[table.json_file]
    names = [name for name, _ in columns]
    if table.json_list is None:
        items: Iterator[Mapping[str, Any]] = iter(records)
    else:
        items = _children(records, table.json_list, names)
    return [tuple(_cell(item, name) for name in names) for item in items]


def _children(records: Sequence[Mapping[str, Any]], name: str, columns: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    for record in records:
        for position, item in enumerate(record[name]):
            own = item if isinstance(item, dict) else {columns[2]: item}
            yield {columns[0]: record["id"], "position": position, **own}


def _cell(item: Mapping[str, Any], name: str) -> object:
    """Return the cell `name` of `item`; the bounds of its dates are computed."""
    if name in item:
        value: object = item[name]
        return value
    date, _, end = name.rpartition("_")
    if end not in _ENDS:
        raise KeyError(name)
    limit = getattr(edtf.bounds(item[date]), end)
    return None if limit is None else str(limit)


def evidence_in(kind: str, records: Sequence[Mapping[str, Any]], columns: Columns) -> Rows:
    """Return the rows of evidence that are nested in `records` of `kind`.

    Raises:
        KeyError, TypeError: they are not in the form of a release.
    """
    found = []
    for record in records:
        for position, entry in enumerate(record["evidence"]):
            place = {"record_kind": kind, "record": record["id"], "position": position}
            found += [{**entry, **support, **place} for support in entry["supports"]]
    return [tuple(row[name] for name, _ in columns) for row in found]


def parse(content: bytes) -> Any:  # noqa: ANN401 - any JSON value
    """Return the JSON value of a file; texts that are equal are one object, since a quote stands in many rows.

    Raises:
        ValueError: it is no JSON, or an object has a name twice.
    """
    known: dict[str, str] = {}

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = {name: known.setdefault(value, value) if isinstance(value, str) else value for name, value in pairs}
        if len(found) != len(pairs):
            message = "an object has one name twice"
            raise ValueError(message)
        return found

    try:
        return json.loads(content, object_pairs_hook=unique)
    except RecursionError as error:
        message = "is nested too deeply"
        raise ValueError(message) from error
