"""What is read: files, globs, folders and the standard input, plain, gzip or zstd, or Parquet, as units."""

import glob
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs

from accords_data.problems import AccordsError, Problem
from accords_data.stream.lines import Block, Overlong, Stream, array_blocks, blocks

if TYPE_CHECKING:
    from collections.abc import Callable

STDIN = "-"
UNIT = 64 << 20
"""Bytes of a plain input that make one unit, and so one part of each table."""
_LINES = (".jsonl", ".ndjson", ".json")
_ROWS = 4_096
"""Rows of a Parquet file that are read together."""
_HEAD = 256
"""Bytes in which it is seen whether a ``.json`` file is one array."""
_PARQUET = ".parquet"
_PACKED = {".gz": "gzip", ".zst": "zstd"}


@attrs.frozen
class Unit:
    """A stretch of one input. It can be pickled, and read again with the same result."""

    number: int
    name: str
    """The input, as it was found."""
    start: int
    end: int | None
    """None for the end of the input."""
    size: int
    """Bytes to read, as far as they are known; 0 for the standard input."""

    @property
    def label(self) -> str:
        """The input without its folder, as outputs name it."""
        return Path(self.name).name

    def blocks(self, on_read: "Callable[[int], None]" = lambda _: None) -> Iterator[Block | Overlong]:
        """Yield its lines; `on_read` is told how many more bytes of the input were read.

        Raises:
            OSError, ValueError: it cannot be read.
        """
        if self.name.endswith(_PARQUET):
            yield from rows_as_lines(self.name)
            on_read(self.size)
            return
        with _opened(self.name) as raw:
            counted = _Counted(raw, on_read)
            stream = _unpacked(counted, self.name)
            if self.start == 0 and self.end is None and _may_be_array(self.name):
                head = stream.read(_HEAD)
                stream = cast("Stream", _Headed(head, stream))
                if head.lstrip().startswith(b"["):
                    yield from array_blocks(stream)
                    return
            yield from blocks(stream, self.start, self.end)


def units(names: Iterable[str], size: int = UNIT) -> list[Unit]:
    """Return the units of the inputs `names`, in the order given, the files of a folder sorted.

    Raises:
        AccordsError: there is nothing to read, or it cannot be read.
    """
    found: list[Unit] = []
    for name in _files(names):
        for start, end, weight in _stretches(name, size):
            found.append(Unit(len(found), name, start, end, weight))
    return found


def _files(names: Iterable[str]) -> Iterator[str]:
    problems = []
    for name in names:
        path = Path(name)
        if name == STDIN or path.is_file() or (path.exists() and not path.is_dir()):
            yield name
            continue
        try:
            below = sorted(_below(path)) if path.is_dir() else sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - a pattern with its folder
        except OSError as error:
            problems.append(unreadable(str(error.filename or name), error))
            continue
        yield from below
        if not below:
            message = "holds no file of lines" if path.is_dir() else "no such file"
            hint = f"lines are in {', '.join(_LINES)}, plain, .gz or .zst, or rows in {_PARQUET}"
            problems.append(Problem(name, None, None, None, message, hint))
    if problems:
        raise AccordsError(problems)


def _below(folder: Path) -> Iterator[str]:
    """Yield the files of lines in `folder` and the folders in it.

    Raises:
        OSError: one of the folders cannot be read.
    """
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from _below(path)
        elif path.name.removesuffix(".gz").removesuffix(".zst").endswith(
            (*_LINES, _PARQUET)
        ) and not path.name.startswith("."):
            yield str(path)


def _stretches(name: str, size: int) -> Iterator[tuple[int, int | None, int]]:
    if name == STDIN:
        yield 0, None, 0
        return
    try:
        with Path(name).open("rb") as file:
            length = file.seek(0, 2) if file.seekable() else 0
            file.seek(0) if file.seekable() else None
            whole = Path(name).suffix in {*_PACKED, _PARQUET} or length <= size
            whole = whole or (_may_be_array(name) and file.read(_HEAD).lstrip().startswith(b"["))
    except OSError as error:
        raise AccordsError([unreadable(name, error)]) from error
    if whole:
        yield 0, None, length
        return
    for start in range(0, length, size):
        yield start, min(start + size, length), min(size, length - start)


def unreadable(name: str, error: Exception) -> Problem:
    """Return the problem that `error` is for whoever wants to read `name`."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    if "runcated" in reason or "end-of-stream" in reason:
        return Problem(name, None, None, None, f"ends before it is whole: {reason}", "fetch the file again")
    return Problem(name, None, None, None, f"cannot be read: {reason}", "look whether it is there and may be read")


def _may_be_array(name: str) -> bool:
    return _unpacked_name(name).endswith(".json")


def _unpacked_name(name: str) -> str:
    return name.removesuffix(".gz").removesuffix(".zst")


def rows_as_lines(name: str) -> Iterator[Block]:
    """Yield the rows of a Parquet file of nested records as lines; what is null there is left out.

    Raises:
        OSError, ValueError: it cannot be read.
    """
    import json

    import pyarrow.parquet as pq

    place = 0
    for batch in pq.ParquetFile(name).iter_batches(_ROWS):
        text = "".join(json.dumps(_bare(row), ensure_ascii=False, default=str) + "\n" for row in batch.to_pylist())
        data = text.encode()
        yield Block(data, place)
        place += len(data)


def _bare(value: Any) -> Any:  # noqa: ANN401 - plain values
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if each is not None}
    return [_bare(each) for each in value] if isinstance(value, list) else value


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
    """A stream that tells how much of it was read."""

    raw: Any
    on_read: "Callable[[int], None]"

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


def _opened(name: str) -> Any:  # noqa: ANN401 - a file, or the standard input
    return open(sys.stdin.fileno(), "rb", closefd=False) if name == STDIN else Path(name).open("rb")


def _unpacked(counted: _Counted, name: str) -> Stream:
    packed = _PACKED.get(Path(name).suffix)
    if packed == "gzip":
        import gzip

        return cast("Stream", gzip.GzipFile(fileobj=cast("Any", counted)))
    if packed == "zstd":
        import pyarrow as pa

        return cast("Stream", pa.CompressedInputStream(pa.PythonFile(counted, mode="r"), packed))
    return cast("Stream", counted)
