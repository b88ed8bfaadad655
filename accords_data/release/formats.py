"""The three formats: each writing function returns the bytes of one file, the same for the same rows.

Parquet: snappy, which every reader knows, and no time stamp; pyarrow writes its own version into the file, so that
bytes are the same for one version of it. CSV: UTF-8 without byte order mark, RFC 4180 quoting with LF line ends,
text in quotes and null as nothing. JSON: UTF-8, two spaces of indent.
"""

import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


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

    # Not through a Python file object: Arrow's threads may still hold it when the interpreter ends, and the process
    # then aborts (apache/arrow issues 50482 and 34314).
    return pq.ParquetFile(pa.BufferReader(content)).read()


def csv_bytes(table: "pa.Table") -> bytes:
    """Return `table` as a CSV file with a header."""
    import pyarrow.csv as pc

    sink = io.BytesIO()
    pc.write_csv(table, sink)
    return sink.getvalue()


def json_bytes(value: object) -> bytes:
    """Return the JSON `value` as a file."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
