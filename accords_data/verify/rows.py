"""The rows of a released table: its columns as its schema has them, and its rows where they are nested in records.

What the columns are is said by the table's JSON Schema in the release, not by the models of this program, so that a
release of another version can be read too.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from accords_data.model import edtf
from accords_data.model.addresses import ITEM, parts_of, pointers
from accords_data.model.schemas import EVIDENCED
from accords_data.release.digest import Columns
from accords_data.release.formats import Rows
from accords_data.release.manifest import TableEntry
from accords_data.verify import row_evidence

_NUMBERS = frozenset({int, type(None)})
_ENDS = ("earliest", "latest", "precision")


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


def evidenced_in(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the columns whose cells need evidence in the table whose JSON `schema` is given.

    Raises:
        TypeError: it is not the schema of a table.
    """
    return tuple(schema.get(EVIDENCED, ()))


def from_records(
    records: Sequence[Mapping[str, Any]], table: TableEntry, columns: Columns, evidenced: Sequence[str] = ()
) -> Rows:
    """Return the rows that the `records` of a nested file have of `table`, dates with their bounds.

    Args:
        records: The records, or the rows where the file has rows.
        table: The table.
        columns: Its columns.
        evidenced: Those of them whose cells need evidence.

    Raises:
        ValueError, KeyError, TypeError: they are not in the form of a release.
    """
    names = [name for name, _ in columns]
    return [
        _row(row_evidence.comes_to(told, addresses, item) | item if evidenced else item, names)
        for record in records
        for told in [row_evidence.told_in(record) if evidenced else {}]
        for item, addresses in _items(record, table, names, evidenced)
    ]


def _items(
    record: Mapping[str, Any], table: TableEntry, columns: Sequence[str], evidenced: Sequence[str]
) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    """Yield the rows of `record`, or of its list, in the order of the key, with the addresses of `evidenced` cells."""
    name = table.json_list
    if name is None:
        yield dict(record), {each: f"/{each}" for each in evidenced}
        return
    found = []
    for position, (part, item) in enumerate(zip(parts_of(record[name]), record[name], strict=True)):
        owner, address = {columns[0]: record["id"], "position": position}, f"/{name}/{part}"
        if isinstance(item, dict):
            found.append((owner | item, {each: f"{address}/{each}" for each in evidenced}))
        else:
            found.append((owner | {ITEM: part, evidenced[0]: item}, {evidenced[0]: address}))
    yield from sorted(found, key=lambda each: each[0][table.key[-1]])


def _row(item: Mapping[str, Any], names: Sequence[str]) -> tuple[object, ...]:
    try:
        return tuple(map(item.__getitem__, names))
    except KeyError:  # the bounds of a date stand in tables alone
        return tuple(_cell(item, name) for name in names)


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


def are_equal(columns: Columns, found: Rows, others: Rows | None) -> bool:
    """Return whether `found` are the rows `others`, which hold text in columns of text and numbers in the others.

    For Python, true is 1 and so is 1.0; neither is a number that a table may have.
    """
    if others is None or found != others:
        return False
    integers = [place for place, (_, type_) in enumerate(columns) if type_ == "integer"]
    return all(type(row[place]) in _NUMBERS for row in found for place in integers)


def evidence_in(kind: str, records: Sequence[Mapping[str, Any]], columns: Columns) -> Rows:
    """Return the rows of evidence that are nested in `records` of `kind`.

    Raises:
        KeyError, TypeError: they are not in the form of a release.
    """
    names = [name for name, _ in columns]
    found = []
    for record in records:
        told = []
        for position, entry in enumerate(record["evidence"]):
            place = {"record_kind": kind, "record": record["id"], "position": position}
            told += [{**entry, **support, **place} for support in entry["supports"]]
        if "pointer" in names:
            places = pointers(record, [row["field"] for row in told])
            told = [{**row, "pointer": place} for row, place in zip(told, places, strict=True)]
        found += [tuple(map(row.__getitem__, names)) for row in told]
    return found
