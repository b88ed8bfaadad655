"""What is read: files, globs, folders and the standard input, plain, gzip or zstd, or Parquet, as units."""

import fnmatch
import glob
import itertools
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from accords_data.model.strings import CONTROL
from accords_data.problems import AccordsError, Problem
from accords_data.stream.decompression import PACKED, unpacked, unpacked_name, with_head
from accords_data.stream.lines import Block, Overlong, array_blocks, blocks
from accords_data.stream.storage import Place, reason

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow.parquet as pq

STDIN = "-"
UNIT = 64 << 20
"""Bytes of a plain input that make one unit, and so one part of each table."""
_LINES = (".jsonl", ".ndjson", ".json")
_ROWS = 4_096
"""Rows of a Parquet file that are read together."""
_HEAD = 256
"""Bytes in which it is seen whether a ``.json`` file is one array."""
_PARQUET = ".parquet"
_WILD = re.compile(r"[*?\[]")


@attrs.frozen
class Unit:
    """A stretch of one input. It can be pickled, and read again with the same result."""

    number: int
    name: str
    """The input, as a user calls it."""
    place: Place | None
    """Where it is; None for the standard input."""
    start: int
    end: int | None
    """None for the end of the input."""
    size: int
    """Bytes to read, as far as they are known; 0 for the standard input."""

    @property
    def label(self) -> str:
        """The input without its folder, as outputs name it."""
        # Outputs are UTF-8, but a name on a disk may hold any bytes and control characters.
        name = self.name if self.place is None else self.place.label
        return re.sub(CONTROL, "?", name.encode(errors="replace").decode())

    def blocks(self, on_read: "Callable[[int], None]" = lambda _: None) -> Iterator[Block | Overlong]:
        """Yield its lines; `on_read` gets how many more bytes of the input were read.

        Raises:
            OSError, ValueError: it cannot be read.
        """
        if self.place is not None and self.label.endswith(_PARQUET):
            with self.place.open_for_arrow() as file:
                yield from self._rows(file)
            on_read(self.size)
            return
        with self._opened() as raw:
            stream = unpacked(raw, self.label, on_read)
            # An array is always one unit: see `_is_one_unit`.
            if self.start == 0 and self.end is None and _may_be_array(self.label):
                head = stream.read(_HEAD)
                stream = with_head(head, stream)
                if _begins_array(head):
                    yield from array_blocks(stream)
                    return
            yield from blocks(stream, self.start, self.end)

    def _rows(self, opened: Any) -> Iterator[Block]:  # noqa: ANN401 - a file of pyarrow
        import pyarrow as pa
        import pyarrow.parquet as pq

        file = pq.ParquetFile(opened)
        if not any(pa.types.is_nested(field.type) for field in file.schema_arrow):
            message = "is a flat table; the lists of its records are in other tables"
            hint = "give the lines that it was made from; to check a whole release, use accords verify"
            raise AccordsError([Problem(path=self.name, message=message, hint=hint)])
        yield from rows_as_lines(file)

    def _opened(self) -> Any:  # noqa: ANN401 - a file of Python or of pyarrow
        return open(sys.stdin.fileno(), "rb", closefd=False) if self.place is None else self.place.open()


def units(names: Iterable[str], size: int = UNIT) -> list[Unit]:
    """Return the units of the inputs `names`, in the order given, the files of a folder sorted.

    Raises:
        AccordsError: there is nothing to read, or it cannot be read.
    """
    found: list[Unit] = []
    for name, place in _files(names):
        for start, end, weight in _stretches(name, place, size):
            found.append(Unit(len(found), name, place, start, end, weight))
    return found


def _files(names: Iterable[str]) -> Iterator[tuple[str, Place | None]]:
    problems = []
    for name in names:
        if name == STDIN:
            yield name, None
            continue
        place = Place.named(name)
        try:
            kind = place.kind()
            below = _meant(place, kind)
        except OSError as error:
            problems.append(unreadable(str(error.filename or place.name), error))
            continue
        # Absolute, since a worker of Dask may have another working folder.
        yield from ((each.name, each.absolute()) for each in below)
        if not below:
            message = "contains no file of lines" if kind == "folder" else "no such file"
            hint = f"give {', '.join(_LINES)} files, plain, .gz or .zst, or {_PARQUET}"
            problems.append(Problem(path=place.name, message=message, hint=hint))
    if problems:
        raise AccordsError(problems)


def _meant(place: Place, kind: str | None) -> list[Place]:
    """Return the files that a user means by `place`, which is of `kind`: a folder means all in it, a glob its matches.

    Raises:
        OSError: a folder cannot be read.
    """
    match kind:
        case None:
            return _globbed(place)
        case "folder":
            return _below(place)
        case _:
            return [place]


def _below(folder: Place) -> list[Place]:
    """Return the files of lines in `folder` and the folders in it.

    Raises:
        OSError: one of the folders cannot be read.
    """
    return [
        folder.below(path)
        for path in folder.files()
        if unpacked_name(path).endswith((*_LINES, _PARQUET)) and not path.rpartition("/")[2].startswith(".")
    ]


def _globbed(pattern: Place) -> list[Place]:
    """Return the files that `pattern` matches; in a store, ``*`` and ``?`` stay within a folder and ``**`` is none."""
    if pattern.store is None:
        return [Place(path) for path in sorted(glob.glob(pattern.path, recursive=True)) if not Path(path).is_dir()]  # noqa: PTH207 - a pattern with its folder
    wanted = pattern.path.split("/")
    fixed = list(itertools.takewhile(lambda part: not _WILD.search(part), wanted))
    root = attrs.evolve(pattern, path="/".join(fixed))
    if len(fixed) == len(wanted) or root.kind() != "folder":
        return []
    rest = wanted[len(fixed) :]
    return [root.below(path) for path in root.files() if _matches(path.split("/"), rest)]


def _matches(parts: list[str], patterns: list[str]) -> bool:
    return len(parts) == len(patterns) and all(map(fnmatch.fnmatchcase, parts, patterns))


def _stretches(name: str, place: Place | None, size: int) -> Iterator[tuple[int, int | None, int]]:
    if place is None:
        yield 0, None, 0
        return
    try:
        with place.open() as file:
            length = _length(file)
            whole = length <= size or _is_one_unit(place.label, file)
    except OSError as error:
        raise AccordsError([unreadable(name, error)]) from error
    if whole:
        yield 0, None, length
        return
    for start in range(0, length, size):
        yield start, min(start + size, length), min(size, length - start)


def _length(file: Any) -> int:  # noqa: ANN401 - a file of Python or of pyarrow
    """Return how many bytes `file` has, which then stands at its beginning; 0 for a pipe, which has no length."""
    if not file.seekable():
        return 0
    length: int = file.seek(0, 2)
    file.seek(0)
    return length


def _is_one_unit(name: str, file: Any) -> bool:  # noqa: ANN401 - as above
    """Return whether `file` cannot be read from its middle: it is compressed, or Parquet, or one array."""
    if Path(name).suffix in {*PACKED, _PARQUET}:
        return True
    return _may_be_array(name) and _begins_array(file.read(_HEAD))


def unreadable(name: str, error: Exception) -> Problem:
    """Return the problem that `error` is for whoever wants to read `name`."""
    why = reason(error)
    # In the words of zstd ("Truncated") and of gzip ("end-of-stream marker"): neither has an error of its own for it.
    if "runcated" in why or "end-of-stream" in why:
        return Problem(path=name, message=f"truncated: {why}", hint="download or copy the file again")
    return Problem(path=name, message=f"cannot be read: {why}", hint="check that it exists and that you may read it")


def _may_be_array(name: str) -> bool:
    return unpacked_name(name).endswith(".json")


def _begins_array(head: bytes) -> bool:
    return head.lstrip().startswith(b"[")


def rows_as_lines(file: "pq.ParquetFile") -> Iterator[Block]:
    """Yield the rows of `file`, nested records, as lines; what is null is left out.

    Raises:
        OSError, ValueError: it cannot be read.
    """
    import json

    place = 0
    # In this thread, as `Place.open_for_arrow` says; making JSON of a batch takes far longer than reading it.
    for batch in file.iter_batches(_ROWS, use_threads=False):
        text = "".join(json.dumps(bare(row), ensure_ascii=False, default=str) + "\n" for row in batch.to_pylist())
        data = text.encode()
        yield Block(data, place)
        place += len(data)


def bare(value: Any) -> Any:  # noqa: ANN401 - plain values
    """Return the plain `value` without the keys that are null."""
    if isinstance(value, dict):
        return {key: bare(each) for key, each in value.items() if each is not None}
    return [bare(each) for each in value] if isinstance(value, list) else value
