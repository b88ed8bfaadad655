"""The content digest: a hash of the logical rows of a table, whatever the format that they are stored in.

The hashed text, UTF-8, each line ended by LF: first the columns as a JSON array of ``[name, type]``, the type being
``string``, ``integer`` or ``date``; then each row as a JSON array of its cells in the order of the columns, dates as
``YYYY-MM-DD``, the lines of the rows sorted by their bytes. JSON is written as RFC 8785 has it: no spaces, only
what must be escaped is. SHA-256, in hexadecimal.
"""

import contextlib
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Sequence

import orjson

Columns = Sequence[tuple[str, str]]
"""Name and type of each column."""
Row = Sequence[object]
"""The cells of a row: text, number, day or None."""


_PLAIN = frozenset({str, int, type(None)})


def content_digest(columns: Columns, rows: Iterable[Row]) -> str:
    """Return the content digest of the table with `columns` and `rows`."""
    digest = hashlib.sha256(_line([list(column) for column in columns]))
    for line in sorted(_line(row) for row in rows):
        digest.update(line)
    return digest.hexdigest()


def _line(values: Row) -> bytes:
    if _PLAIN.issuperset(map(type, values)):
        # The same bytes, ten times as fast. It has other ways with what JSON lacks, so such cells are not for it.
        with contextlib.suppress(orjson.JSONEncodeError):
            return orjson.dumps(values) + b"\n"  # in bytes of its own: those of `dumps` take four kilobytes each
    return _encoded(values).encode() + b"\n"


def _day(value: object) -> str:
    """Return what stands for a value that JSON does not have, which only a day is."""
    if isinstance(value, dt.date):
        return value.isoformat()
    message = f"{type(value).__name__} is no cell"
    raise TypeError(message)


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_day).encode
"""Made once: `json.dumps` with options makes an encoder for each row."""
