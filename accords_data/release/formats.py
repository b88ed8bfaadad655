"""The file formats of a release, a row of `FORMATS` for each: export, descriptions, verify and site go over the rows.

Each writing function returns the bytes of one file, the same for the same rows. Parquet: snappy, which every reader
knows, and no time stamp; pyarrow writes its own version into the file, so that bytes are the same for one version of
it. CSV: UTF-8 without byte order mark, RFC 4180 quoting with LF line ends, text in quotes and null as nothing. JSON:
UTF-8, two spaces of indent.

Each reading function returns plain values: text and dates as text, numbers as numbers, nothing as None. It trusts no
byte of the file.
"""

import csv
import io
import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs
import orjson

from accords_data.release.digest import Columns

if TYPE_CHECKING:
    import pyarrow as pa

Rows = list[tuple[object, ...]]
"""The rows of a table as plain values, cells in the order of its columns."""
_AT_A_TIME = 1_000
LARGEST_CELL = 1_000_000
"""Code points; a longer CSV cell is refused."""


@attrs.frozen(kw_only=True)
class Format:
    """One file format, and everything that the rest of the program needs to know of it."""

    name: str
    """What ``--format`` calls it; its files are in the folder of this name."""
    title: str
    """What people call it."""
    suffix: str
    """What its files end with, without the dot."""
    media_type: str
    """Its media type, as registered with IANA."""
    nested: bool
    """Whether a file holds whole records with their lists; if not, it holds the rows of one flat table."""
    write: Callable[[Any], bytes]
    """Returns a file: of a `pyarrow.Table`; where nested, of plain records or rows, which it goes over once."""
    read: Callable[..., Any]
    """Returns the `Rows` of a file, called with its bytes, the columns and the number of rows that the manifest says;
    where nested, the items of the list in a file one after another, called with its bytes. Raises ValueError for what
    it cannot read, a nested one when it comes to that."""
    delimiter: str | None
    """What stands between two cells of a line; None for a format that Data Package and CSVW do not describe."""
    croissant: str | None
    """The ``encodingFormat`` of Croissant; None for a format that Croissant does not describe."""
    since_first: bool
    """Whether every whole release has it. One that was added later is expected where the manifest names it."""
    content: Callable[[bytes], object] = bytes
    """Returns what a file says. It differs from the bytes where these depend on the version of a library."""

    def path(self, name: str) -> str:
        """Return where a release has the file of the table, or nested document, `name`."""
        return f"{self.name}/{name}.{self.suffix}"


def parquet_bytes(table: "pa.Table") -> bytes:
    """Return `table` as a Parquet file."""
    import pyarrow.parquet as pq

    sink = io.BytesIO()
    pq.write_table(table, sink, compression="snappy")
    return sink.getvalue()


def read_parquet(content: bytes) -> "pa.Table":
    """Return the table that the bytes of a Parquet file hold.

    Raises:
        pyarrow.ArrowInvalid, OSError: it cannot be read.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    # Arrow's threads may still hold a Python file object when the interpreter ends, and the process then aborts
    # (apache/arrow issues 50482 and 34314). pyarrow 18 does so with its own buffer too, unless it reads in this thread.
    return pq.ParquetFile(pa.BufferReader(content)).read(use_threads=False)


def parquet_rows(content: bytes, columns: Columns, number: int | None = None) -> Rows:
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
    table = file.read(use_threads=False)  # for the reason that `read_parquet` gives
    names = {pa.string(): "string", pa.int32(): "integer", pa.date32(): "date"}
    found = [(field.name, names.get(field.type, str(field.type))) for field in table.schema]
    if found != list(columns):
        message = f"has the columns {found}, expected {list(columns)}"
        raise ValueError(message)
    cells = [_values(column, type_) for column, (_, type_) in zip(table.columns, columns, strict=True)]
    return list(zip(*cells, strict=True))


def _values(column: "pa.ChunkedArray", type_: str) -> list[object]:
    """Return the cells of `column`; those that are equal are one object, since a quote stands in many rows."""
    cells: list[object] = column.to_pylist()
    if type_ == "date":
        cells = [None if cell is None else str(cell) for cell in cells]
    known: dict[object, object] = {}
    return list(map(known.setdefault, cells, cells))


def _parquet_content(content: bytes) -> object:
    table = read_parquet(content)
    schema = [(each.name, str(each.type), each.nullable, each.metadata) for each in table.schema]
    return schema, table.schema.metadata, table.to_pylist()


def csv_bytes(table: "pa.Table") -> bytes:
    """Return `table` as a CSV file with a header."""
    import pyarrow.csv as pc

    sink = io.BytesIO()
    pc.write_csv(table, sink)
    return sink.getvalue()


def csv_rows(content: bytes, columns: Columns, _number: int | None = None) -> Rows:
    """Return the rows of a CSV file.

    Raises:
        ValueError: it is not UTF-8, has other columns, or a cell is not of its column's type.
    """
    csv.field_size_limit(LARGEST_CELL)
    try:
        lines = csv.reader(io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline=""), strict=True)
        return text_rows(lines, columns)
    except csv.Error as error:
        raise ValueError(str(error)) from error


def text_rows(lines: Iterable[list[str]], columns: Columns) -> Rows:
    """Return the rows that `lines` of texts give, the first of which has the names of the columns.

    Raises:
        ValueError: it has other columns, or a cell is not of its column's type.
    """
    names = [name for name, _ in columns]
    integers = [place for place, (_, type_) in enumerate(columns) if type_ == "integer"]
    each = iter(lines)
    header = next(each, [])
    if header != names:
        message = f"has the columns {header}, expected {names}"
        raise ValueError(message)
    known: dict[str, str | None] = {"": None}  # cells that are equal are one object: a quote stands in many rows
    found: Rows = []
    for line in each:
        if len(line) != len(columns):
            message = f"has a row without exactly {len(columns)} cells"
            raise ValueError(message)
        cells: list[object] = [known.setdefault(text, text) for text in line]
        for place in integers:
            cells[place] = int(line[place]) if line[place] else None
        found.append(tuple(cells))
    return found


def _csv_content(content: bytes) -> object:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def json_bytes(value: object) -> bytes:
    """Return the JSON `value` as a file."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def json_list_bytes(rows: Iterable[object]) -> bytes:
    """Return the JSON file that `json_bytes` makes of a list of `rows`; never are there more than some at a time."""
    each, parts = iter(rows), []
    while some := list(itertools.islice(each, _AT_A_TIME)):
        parts.append(orjson.dumps(some, option=orjson.OPT_INDENT_2)[1:-2])
    return b"".join((b"[", b",".join(parts), b"\n]\n")) if parts else json_bytes([])


def json_items(content: bytes) -> Iterator[Any]:
    """Yield the items of the list that a JSON file is; the next is read when it is asked for.

    Raises:
        ValueError: it is no JSON, no list, or an object has a name twice.
    """
    text = content.decode()
    del content  # the text may take twice its room
    start = _OPENING.match(text)
    if start is None:
        message = "not a list"
        raise ValueError(message)
    place, ended = start.end(), text.startswith("]", start.end())
    place += ended
    while not ended:
        item, place = _item(text, place)
        yield item
        after = _AFTER_ITEM.match(text, place)
        if after is None:
            message = "Expecting ',' delimiter"
            raise json.JSONDecodeError(message, text, place)
        place, ended = after.end(), after[1] == "]"
    if text[place:].strip(_SPACES):
        message = "Extra data"
        raise json.JSONDecodeError(message, text, place)


def _item(text: str, place: int) -> tuple[Any, int]:
    """Return the JSON value that begins at `place`, and where it ends."""
    try:
        return _DECODER.raw_decode(text, place)
    except RecursionError as error:
        message = "nested too deeply"
        raise ValueError(message) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        message = "an object has a duplicate key"
        raise ValueError(message)
    return found


_SPACES = " \t\n\r"
_OPENING = re.compile(rf"[{_SPACES}]*\[[{_SPACES}]*")
_AFTER_ITEM = re.compile(rf"[{_SPACES}]*([],])[{_SPACES}]*")
_DECODER = json.JSONDecoder(object_pairs_hook=_object)


def json_value(content: bytes) -> Any:  # noqa: ANN401 - any JSON value
    """Return the JSON value of a file; texts that are equal are one object, since a quote stands in many rows.

    Raises:
        ValueError: it is no JSON, or an object has a name twice.
    """
    known: dict[str, str] = {}

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = _object(pairs)
        return {
            name: known.setdefault(value, value) if isinstance(value, str) else value for name, value in found.items()
        }

    try:
        return json.loads(content, object_pairs_hook=unique)
    except RecursionError as error:
        message = "nested too deeply"
        raise ValueError(message) from error


PARQUET = Format(
    name="parquet", title="Parquet", suffix="parquet", media_type="application/vnd.apache.parquet",
    nested=False, write=parquet_bytes, read=parquet_rows, content=_parquet_content,
    delimiter=None, croissant="application/x-parquet", since_first=True,
)  # fmt: skip
CSV = Format(
    name="csv", title="CSV", suffix="csv", media_type="text/csv",
    nested=False, write=csv_bytes, read=csv_rows, content=_csv_content,
    delimiter=",", croissant=None, since_first=True,
)  # fmt: skip
JSON = Format(
    name="json", title="JSON", suffix="json", media_type="application/json",
    nested=True, write=json_list_bytes, read=json_items, content=json.loads,
    delimiter=None, croissant=None, since_first=True,
)  # fmt: skip
FORMATS = (PARQUET, CSV, JSON)
"""The formats. Read it as ``formats.FORMATS`` where it is used: a test may put another row there."""


def format_of(path: str) -> Format | None:
    """Return the format of the data file `path` of a release, or None when this program does not know it."""
    return next((each for each in FORMATS if each.name == path.partition("/")[0]), None)
