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


def pointers(addresses: "pa.Array", records: "pa.Array", listed: Sequence[Listed]) -> "pa.Array":
    """Return the JSON Pointer of each cell, null where there is no such item.

    Text is made once for each address and each index that it has somewhere, not once for each cell.

    Args:
        addresses: The address of each cell.
        records: The row of the record of each cell.
        listed: The lists of the records that an address may enter.
    """
    import pyarrow as pa

    distinct = arrow.call("dictionary_encode", addresses)
    known = [_Known.of(address) for address in distinct.dictionary.to_pylist()]
    heads = list(dict.fromkeys(each.head for each in known if each.head is not None))
    codes = {head: code for code, head in enumerate(heads)}
    entered = pa.array([codes.get(each.head or "") for each in known], pa.int64())
    positions = _positions(arrow.take(entered, distinct.indices), records, heads, listed)
    pairs = arrow.call("dictionary_encode", _paired(distinct.indices, positions))
    texts = [known[pair >> _BITS].at((pair & _LAST) - 1) for pair in pairs.dictionary.to_pylist()]
    return arrow.take(pa.array(texts, pa.string()), pairs.indices)


@attrs.frozen
class _Known:
    """An address, cut around the id of the item that it enters."""

    whole: str
    name: str
    head: str | None
    """Address of the item; None where it enters no list."""
    rest: str

    @classmethod
    def of(cls, address: str) -> "_Known":
        """Return `address`, cut."""
        _, name, *inside = address.split("/", 3)
        head = f"/{name}/{inside[0]}" if inside else None
        return cls(address, name, head, "".join(f"/{part}" for part in inside[1:]))

    def at(self, index: int) -> str | None:
        """Return the pointer, where the item has that `index` in its list, -1 meaning that there is none."""
        if self.head is None:
            return self.whole
        return f"/{self.name}/{index}{self.rest}" if index >= 0 else None


def _positions(entered: "pa.Array", records: "pa.Array", heads: list[str], listed: Sequence[Listed]) -> "pa.Array":
    """Return the index of each item `entered`, by the place of its address in `heads`; null where there is none."""
    import pyarrow as pa

    if not listed:
        return pa.nulls(len(entered), pa.int64())
    number, among = pa.scalar(len(heads), pa.int64()), pa.array(heads, pa.string())

    def keys(rows: "pa.Array", codes: "pa.Array") -> "pa.Array":
        return arrow.call("add", arrow.call("multiply", arrow.cast(rows, pa.int64()), number), codes)

    items = [keys(each.records, arrow.cast(arrow.index_in(_addresses(each), among), pa.int64())) for each in listed]
    indexes = pa.concat_arrays([arrow.cast(each.positions, pa.int64()) for each in listed])
    return arrow.take(indexes, arrow.index_in(keys(records, entered), pa.concat_arrays(items)))


_BITS = 32
_LAST = (1 << _BITS) - 1


def _paired(codes: "pa.Array", positions: "pa.Array") -> "pa.Array":
    """Return the two as one number each, a position that is null as 0 and the others from 1 on."""
    import pyarrow as pa

    high = arrow.call("shift_left", arrow.cast(codes, pa.int64()), pa.scalar(_BITS, pa.int64()))
    return arrow.call("add", high, arrow.filled(arrow.call("add", positions, pa.scalar(1, pa.int64())), 0))


def _addresses(listed: Listed) -> "pa.Array":
    import pyarrow as pa

    return arrow.call("binary_join_element_wise", pa.scalar(f"/{listed.name}/"), listed.ids, pa.scalar(""))
