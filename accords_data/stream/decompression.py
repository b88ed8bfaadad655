"""Inputs as they are unpacked: gzip and zstd by the ending of their name; and how much was read of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import attrs

from accords_data.stream.lines import Stream

PACKED = {".gz": "gzip", ".zst": "zstd"}
"""The name of each compression, by the ending of the files that have it."""


def unpacked_name(name: str) -> str:
    """Return `name` without the ending that says how the file is compressed."""
    return name.removesuffix(".gz").removesuffix(".zst")


def unpacked(raw: Any, name: str, on_read: Callable[[int], None]) -> Stream:  # noqa: ANN401 - of Python or of pyarrow
    """Return what the file `raw`, called `name`, holds; `on_read` gets how many more of its own bytes were read."""
    counted = _Counted(raw, on_read)
    packed = PACKED.get(Path(name).suffix)
    if packed == "gzip":
        import gzip

        return cast("Stream", gzip.GzipFile(fileobj=cast("Any", counted)))
    if packed == "zstd":
        import pyarrow as pa

        return cast("Stream", pa.CompressedInputStream(pa.PythonFile(counted, mode="r"), packed))
    return cast("Stream", counted)


def with_head(head: bytes, rest: Stream) -> Stream:
    """Return the stream of `head` and then `rest`: a pipe cannot go back to what was read to look at it."""
    return cast("Stream", _Headed(head, rest))


@attrs.define
class _Headed:
    """A stream of which the head was read already."""

    head: bytes
    rest: Stream

    def read(self, size: int) -> bytes:
        if not self.head:
            return self.rest.read(size)
        found, self.head = self.head[:size], self.head[size:]
        return found


@attrs.define(slots=False)
class _Counted:
    """A stream that says how much of it was read."""

    raw: Any
    on_read: Callable[[int], None]

    # `pyarrow.PythonFile` asks for it before it reads.
    closed = False

    def read(self, size: int = -1) -> bytes:
        data = self.raw.read(size)
        self.on_read(len(data))
        return cast("bytes", data)

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        """Leave the stream open: whoever opened it closes it."""

    def seek(self, offset: int) -> int:
        return cast("int", self.raw.seek(offset))
