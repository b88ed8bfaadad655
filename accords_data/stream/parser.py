"""Arrow's parser of JSON, held to what JSON is.

What it lets pass and JSON does not: bytes that are no UTF-8, several documents in a line, one document over several
lines, ``null`` for a whole line, a repeated line feed. Lines count as regular only where every line break of the block
stands between ``}`` and ``{``, which inside a document it cannot, and there are as many rows as lines.
"""

import re
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

_END = 64
"""Bytes in which the last bracket of a block is looked for."""
_OPENING, _CLOSING = b"{}"
_NULL = r":[ \t\r\n]*null"
# JSON lets a key be written as "d\u0061te", which the search for the plain key cannot see.
_ESCAPE_IN_KEY = re.compile(rb'\\u00[2-7][0-9A-Fa-f](?:[a-z0-9_]|\\u00[2-7][0-9A-Fa-f])*"\s*:')
_KEY_SPACE = 64
"""Bytes before a null in which its key is looked for; half of them must be no spaces, or the line is doubtful."""


@attrs.define
class Parser:
    """Parses lines that are to be objects of a schema."""

    schema: "pa.Schema"
    """What it gives; every field may be null."""
    no_null: frozenset[str]
    """Keys that may be missing but must not be null, which a column cannot tell from one another."""
    _options: Any = attrs.field(init=False)
    _keys: tuple[bytes, ...] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Set the options."""
        import pyarrow.json as pj

        self._options = pj.ParseOptions(explicit_schema=self.schema, unexpected_field_behavior="error")
        self._keys = tuple(f'"{name}"'.encode() for name in sorted(self.no_null))

    def whole(self, data: bytes) -> "pa.RecordBatch | None":
        """Return the records of `data` where every line is beyond doubt one; None otherwise."""
        lines = _regular_lines(data)
        batch = "" if lines is None or not is_text(data) else self.parse(data)
        if isinstance(batch, str) or batch.num_rows != lines or self.null_lines(data, batch):
            return None
        return batch

    def parse(self, data: bytes) -> "pa.RecordBatch | str":
        """Return the rows of `data`, which is UTF-8, or what the parser says against it."""
        import pyarrow as pa
        import pyarrow.json as pj

        # All in one block: Arrow refuses an object that lies across two.
        size = max(len(data) + 16, 1 << 16)
        try:
            table = pj.read_json(
                pa.BufferReader(data), pj.ReadOptions(use_threads=False, block_size=size), self._options
            )
        except pa.ArrowInvalid as error:
            return str(error)
        return one_batch(table, self.schema)

    def null_lines(self, data: bytes, batch: "pa.RecordBatch") -> set[int]:
        """Return the lines of `data` that may hold null for a key that must not be null."""
        if not _has_null(batch, self.no_null) or not _stands_in(_NULL, data):
            return set()
        lines, line, before = set(), 0, 0
        for place in self._doubtful_places(data):
            line += data.count(b"\n", before, place)
            before = place
            lines.add(line)
        return lines

    def _doubtful_places(self, data: bytes) -> list[int]:
        """Return where null may be the value of a key that must not be null, and where a key has an escape."""
        found = []
        place = data.find(b"null")
        while place >= 0:
            if self._may_not_be_null(data[max(0, place - _KEY_SPACE) : place]):
                found.append(place)
            place = data.find(b"null", place + 4)
        if b"\\u00" in data:
            found += [match.start() for match in _ESCAPE_IN_KEY.finditer(data)]
        return sorted(found)

    def _may_not_be_null(self, before: bytes) -> bool:
        """Return whether the key with which `before`, what stands before a null, ends must not be null."""
        key = before.rstrip().removesuffix(b":").rstrip()
        return key.endswith(self._keys) or len(before) - len(key) > _KEY_SPACE // 2


def nullable(schema: "pa.Schema") -> "pa.Schema":
    """Return `schema` with every field nullable, as the parser needs it."""
    import pyarrow as pa

    return pa.schema([pa.field(field.name, _nullable_type(field.type)) for field in schema])


def _nullable_type(type_: "pa.DataType") -> "pa.DataType":
    import pyarrow as pa

    if pa.types.is_struct(type_):
        return pa.struct([pa.field(field.name, _nullable_type(field.type)) for field in type_])
    if pa.types.is_list(type_):
        return pa.list_(pa.field("item", _nullable_type(type_.value_type)))
    return type_


def one_batch(table: "pa.Table", schema: "pa.Schema") -> "pa.RecordBatch":
    """Return `table` as one batch."""
    return joined(table.to_batches(), schema)


def joined(batches: "Sequence[pa.RecordBatch]", schema: "pa.Schema") -> "pa.RecordBatch":
    """Return `batches` as one; without rows where there are none."""
    import pyarrow as pa

    if len(batches) == 1:
        return batches[0]
    if not any(batch.num_rows for batch in batches):  # a table without rows has no batch at all
        return pa.RecordBatch.from_pylist([], schema=schema)
    return pa.Table.from_batches(batches, schema).combine_chunks().to_batches()[0]


def _stands_in(pattern: str, data: bytes) -> bool:
    """Return whether `pattern` matches somewhere in `data`: RE2 is twice as fast as the search of `bytes`."""
    import pyarrow.compute as pc

    found: bool = pc.match_substring_regex(one_item(data), pattern)[0].as_py()
    return found


def one_item(data: bytes) -> "pa.Array":
    """Return `data` as the one item of an array, without a copy."""
    import pyarrow as pa

    offsets = pa.array([0, len(data)], pa.int32()).buffers()[1]
    return pa.Array.from_buffers(pa.binary(), 1, [None, offsets, pa.py_buffer(data)])


def is_text(data: bytes) -> bool:
    """Return whether `data` is UTF-8, which the parser does not ask."""
    import pyarrow as pa

    if data.isascii():
        return True
    try:
        one_item(data).cast(pa.string())
    except pa.ArrowInvalid:
        return False
    return True


def _regular_lines(data: bytes) -> int | None:
    """Return how many lines `data` has where every line break stands between ``}`` and ``{``; None otherwise."""
    if not data.startswith(b"{") or not data[-_END:].rstrip(b"\r\n").endswith(b"}"):
        return None
    find, last, lines = data.find, len(data) - 1, 1
    place = find(b"\n")
    while 0 <= place < last:
        if data[place + 1] != _OPENING or (data[place - 1] != _CLOSING and data[place - 2 : place] != b"}\r"):
            return None
        lines += 1
        place = find(b"\n", place + 1)
    return lines


def _has_null(columns: "pa.RecordBatch | pa.StructArray", names: frozenset[str]) -> bool:
    """Return whether a column of `names`, at any depth, has a null."""
    import pyarrow as pa

    if isinstance(columns, pa.RecordBatch):
        columns = columns.to_struct_array()
    for name, column in zip(columns.type.names, columns.flatten(), strict=True):
        if name in names and column.null_count:
            return True
        items = column.flatten() if pa.types.is_list(column.type) else None
        if items is not None and pa.types.is_struct(items.type) and _has_null(items, names):
            return True
    return False
