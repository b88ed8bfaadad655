"""The JSON Pointers of many cells at once, from their addresses: a column of the evidence table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from accords_data.model import arrow

if TYPE_CHECKING:
    import pyarrow as pa


@attrs.frozen
class Listed:
    """The items of one list of many records."""

    name: str
    """That of the list."""
    records: "pa.Array"
    """The row of the record of each item."""
    positions: "pa.Array"
    """The index of each item in its list."""
    ids: "pa.Array"


@attrs.frozen
class _Split:
    """An address, cut around the id of the item that it enters."""

    whole: str | None
    """The address, where it enters no list: then it is its own pointer."""
    head: str | None
    """Address of the item."""
    before: str | None
    behind: str


def pointers(addresses: "pa.Array", records: "pa.Array", listed: Sequence[Listed]) -> "pa.Array":
    """Return the JSON Pointer of each cell, null where there is no such item.

    Args:
        addresses: The address of each cell.
        records: The row of the record of each cell.
        listed: The lists of the records that an address may enter.
    """
    import pyarrow as pa

    distinct = arrow.call("dictionary_encode", addresses)
    split = [_split(address) for address in distinct.dictionary.to_pylist()]

    def each(name: str) -> "pa.Array":
        column = pa.array([getattr(address, name) for address in split], pa.string())
        return arrow.take(column, distinct.indices)

    positions = arrow.cast(_positions(each("head"), records, listed), pa.string())
    entering = arrow.call("binary_join_element_wise", each("before"), positions, each("behind"), pa.scalar(""))
    return arrow.call("coalesce", each("whole"), entering)


def _split(address: str) -> _Split:
    _, name, *rest = address.split("/", 3)
    if not rest:
        return _Split(address, None, None, "")
    return _Split(None, f"/{name}/{rest[0]}", f"/{name}/", "".join(f"/{part}" for part in rest[1:]))


def _positions(heads: "pa.Array", records: "pa.Array", listed: Sequence[Listed]) -> "pa.Array":
    """Return the index of the item at each of the addresses `heads` in its list; null where there is none."""
    import pyarrow as pa

    known = arrow.call("unique", heads)
    number = pa.scalar(len(known), pa.int64())

    def keys(rows: "pa.Array", addresses: "pa.Array") -> "pa.Array":
        codes = arrow.cast(arrow.index_in(addresses, known), pa.int64())
        return arrow.call("add", arrow.call("multiply", arrow.cast(rows, pa.int64()), number), codes)

    items = [keys(each.records, _addresses(each)) for each in listed]
    places = [arrow.cast(each.positions, pa.int64()) for each in listed]
    if not listed:
        return pa.nulls(len(heads), pa.int64())
    return arrow.take(pa.concat_arrays(places), arrow.index_in(keys(records, heads), pa.concat_arrays(items)))


def _addresses(listed: Listed) -> "pa.Array":
    import pyarrow as pa

    return arrow.call("binary_join_element_wise", pa.scalar(f"/{listed.name}/"), listed.ids, pa.scalar(""))
