"""The files of one part: its stretch of each flat table as Parquet and CSV, its lines, its rejected lines.

A file is written under another name and gets its own when it is whole, so that a part is never half there.
"""

import contextlib
import hashlib
import json
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any, Self

import attrs

from accords_data.model.flattening import flat_schema, flatten
from accords_data.model.tables import evidence_table, tables_of
from accords_data.stream.slow_path import Reject
from accords_data.stream.storage import Place

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = ("parquet", "csv", "jsonl")
_SELDOM_TWICE = frozenset({"id", "label", "quote", "summary", "record"})
"""Columns of which no dictionary is made: it would be given up half-way."""
GROUP = 16 << 20
"""Bytes of lines of which a row group is made: smaller ones make files and memory grow."""


@attrs.frozen
class Partition:
    """Where the files of one part are."""

    folder: Place
    number: int

    def path(self, format_: str, table: str) -> str:
        """Return the path of a data file in the folder, with slashes."""
        return f"{format_}/{table}/part-{self.number:05d}.{format_}"

    @property
    def rejects(self) -> str:
        """Path of the rejected lines."""
        return f"rejects/part-{self.number:05d}.jsonl"


@attrs.define
class _Hashed:
    """A file that is written from its beginning to its end, and the SHA-256 of what was written."""

    file: IO[bytes]
    digest: Any = attrs.field(factory=hashlib.sha256)
    closed = False

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        return self.file.write(data)

    def tell(self) -> int:
        return self.file.tell()

    def writable(self) -> bool:
        return True

    def flush(self) -> None:
        """Leave it to the file when it writes."""

    def close(self) -> None:
        """Leave the file open: whoever opened it closes it."""


@attrs.define
class Writer:
    """Writes the accepted batches of one part."""

    kind: str
    part: Partition
    formats: Sequence[str]
    compression: str
    rows: dict[str, int] = attrs.field(factory=dict)
    _open: contextlib.ExitStack = attrs.field(factory=contextlib.ExitStack)
    _sinks: dict[str, list[Any]] = attrs.field(factory=dict)
    _hashed: dict[str, _Hashed] = attrs.field(factory=dict)
    _lines: IO[bytes] | None = None
    _waiting: dict[str, "list[pa.Table]"] = attrs.field(factory=dict)
    _weight: int = 0

    def __enter__(self) -> Self:
        """Open the files."""
        for table in (*tables_of(self.kind), evidence_table()):
            self.rows[table.name] = 0
            self._sinks[table.name] = [
                self._sink(format_, table.name, flat_schema(table)) for format_ in self.formats if format_ != "jsonl"
            ]
        if "jsonl" in self.formats:
            self._lines = self._file(self._lines_path)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """Finish the files, or drop them after an error."""
        if error is None:
            try:
                self._flush()
            # A flush that fails has to drop the files, as an error of the caller does.
            except BaseException as failure:
                self._open.__exit__(type(failure), failure, failure.__traceback__)
                raise
        self._open.__exit__(kind, error, trace)  # type: ignore[arg-type] # what the caller was given

    def write(self, batch: "pa.RecordBatch", content: bytes) -> None:
        """Take the records of `batch`, the lines of which are `content`."""
        if self._lines is not None:
            self._lines.write(content)
        for name, table in flatten(self.kind, batch):
            self.rows[name] += table.num_rows
            self._waiting.setdefault(name, []).append(table)
        self._weight += len(content)
        if self._weight >= GROUP:
            self._flush()

    def digests(self, lines: str) -> dict[str, str]:
        """Return the SHA-256, in hexadecimal, of each file by its path; that of the lines is `lines`."""
        # The lines are hashed as they are read, and not again (docs/decisions/0043).
        found = {path: file.digest.hexdigest() for path, file in self._hashed.items()}
        return found if self._lines is None else found | {self._lines_path: lines}

    @property
    def _lines_path(self) -> str:
        return self.part.path("jsonl", tables_of(self.kind)[0].name)

    def _flush(self) -> None:
        import pyarrow as pa

        for name, tables in self._waiting.items():
            table = pa.concat_tables(tables)
            for sink in self._sinks[name]:
                sink(table)
        self._waiting, self._weight = {}, 0

    def _sink(self, format_: str, table: str, schema: "pa.Schema") -> Any:  # noqa: ANN401 - a method of either writer
        import pyarrow as pa
        import pyarrow.csv as pc
        import pyarrow.parquet as pq

        path = self.part.path(format_, table)
        file = self._hashed[path] = _Hashed(self._file(path))
        if format_ == "csv":
            return self._open.enter_context(pc.CSVWriter(file, schema)).write_table
        repeating = [field.name for field in schema if field.type == pa.string() and field.name not in _SELDOM_TWICE]
        # No statistics of texts: they take a quarter of the time of writing (docs/decisions/0043).
        bounded = [field.name for field in schema if field.type != pa.string()]
        writer = pq.ParquetWriter(
            file, schema, compression=self.compression, use_dictionary=repeating, write_statistics=bounded
        )
        return self._open.enter_context(writer).write_table

    def _file(self, path: str) -> IO[bytes]:
        return self._open.enter_context(self.part.folder.below(path).whole_file())


def reject_line(name: str, reject: Reject) -> bytes:
    """Return `reject`, of the input `name`, as a line of JSON; its line number counts from 1."""
    problems = [{"pointer": pointer, "message": message, "hint": hint} for pointer, message, hint in reject.findings]
    value = {
        "input": name,
        "line": reject.line + 1,
        "offset": reject.offset,
        "length": reject.length,
        "problems": problems,
        "record": reject.content.decode(errors="backslashreplace") if reject.content else None,
    }
    return json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace") + b"\n"
