"""The verdict on blocks of lines: Arrow parses, compiled checks decide, the row path has the last word on doubts."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

import attrs

from accords_data.model.records import MODELS
from accords_data.model.schemas import arrow_schema
from accords_data.stream.compiler import line_checks
from accords_data.stream.lines import Block
from accords_data.stream.parser import Parser, is_text, joined, nullable
from accords_data.stream.slow_path import Reject, RowPath, Told

if TYPE_CHECKING:
    import pyarrow as pa

CHUNK = 128
"""Lines that are parsed together once a block was refused."""
_RETRIES = 4
_NAMED_ROW = re.compile(r"in row ([0-9]+)")

REPEATED: Told = ("/id", "an earlier line has this id", "keep one of them")

Objection = Callable[["pa.RecordBatch"], Iterator[tuple[int, Told]]]
"""What is wrong with rows of a batch that are valid by their schema: row, and what to tell."""


@attrs.frozen
class BlockVerdict:
    """What came of a block."""

    batch: "pa.RecordBatch"
    """The accepted records, in the order of their lines."""
    content: bytes
    """The accepted lines, byte for byte, each ended by a line feed."""
    rejects: tuple[Reject, ...]
    numbers: Sequence[int]
    """Number of the line of each accepted record."""
    lines: int
    """Lines that were read, empty ones among them."""

    @property
    def empty(self) -> int:
        """Lines without anything but spaces: they are no records."""
        return self.lines - len(self.numbers) - len(self.rejects)


@attrs.define
class Judge:
    """Decides on lines that are to be records of one kind."""

    kind: str
    objections: Sequence[Objection] = ()
    _parser: Parser = attrs.field(init=False)
    _failing: Any = attrs.field(init=False)
    _rows: RowPath = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Compile the checks."""
        compiled = line_checks(self.kind)
        self._failing = compiled.failing
        self._parser = Parser(nullable(arrow_schema(MODELS[self.kind])), compiled.no_null)
        self._rows = RowPath(self.kind)

    def verdict(self, block: Block, line: int, repeated: frozenset[int] = frozenset()) -> BlockVerdict:
        """Return the verdict on `block`, the first line of which has the number `line`.

        Args:
            block: Whole lines.
            line: From 0, in the input.
            repeated: Numbers of lines the id of which an earlier line has.
        """
        batch = self._parser.whole(block.data)
        numbers = range(line, line + (0 if batch is None else batch.num_rows))
        if (
            batch is not None
            and self._failing(batch) is None
            and repeated.isdisjoint(numbers)
            and not any(True for objection in self.objections for _ in objection(batch))
        ):
            content = block.data if block.data.endswith(b"\n") else block.data + b"\n"
            return BlockVerdict(batch, content, (), numbers, batch.num_rows)
        return _Sorting(self, block, line).verdict(batch, repeated)


@attrs.define
class _Sorting:
    """One block in which not every line is beyond doubt."""

    judge: Judge
    block: Block
    first: int
    lines: list[bytes] = attrs.field(init=False)
    all_text: bool = attrs.field(init=False)
    """Whether the block is UTF-8, and so each of its lines."""
    rejects: dict[int, tuple[Told, ...]] = attrs.field(factory=dict)
    built: dict[int, dict[str, Any]] = attrs.field(factory=dict)
    """Records that the row path has built, by the index of their line."""
    kept: list[int] = attrs.field(factory=list)
    """Index of the line of each row of the parsed batches."""
    refused: int = 0
    """How many lines of the last chunk were refused."""

    def __attrs_post_init__(self) -> None:
        self.lines = self.block.lines
        self.all_text = is_text(self.block.data)

    def verdict(self, batch: "pa.RecordBatch | None", repeated: frozenset[int]) -> BlockVerdict:
        if batch is None:
            batch = self.parsed([index for index, line in enumerate(self.lines) if line.strip(b" \t\r\n")])
        else:
            self.kept = list(range(batch.num_rows))
        batch = self.checked(batch)
        batch = self.with_built(batch)
        batch = self.objected(self.first_of_their_id(batch, repeated))
        content = b"".join(self.lines[index] for index in self.kept)
        if content and not content.endswith(b"\n"):
            content += b"\n"
        numbers = [self.first + index for index in self.kept]
        return BlockVerdict(batch, content, tuple(self.told()), numbers, len(self.lines))

    def parsed(self, indexes: list[int]) -> "pa.RecordBatch":
        """Parse the lines `indexes` in chunks; what the parser refuses goes the row path."""
        batches = [each for at in range(0, len(indexes), CHUNK) for each in self.chunk(indexes[at : at + CHUNK])]
        return joined(batches, self.judge._parser.schema)  # noqa: SLF001 - one thing in two classes

    def chunk(self, indexes: list[int]) -> "Iterator[pa.RecordBatch]":
        regular = [index for index in indexes if self.is_regular(self.lines[index])]
        for index in set(indexes) - set(regular):
            self.by_row(index)
        if self.refused * 2 > CHUNK:
            regular = self.looked_at(regular)
        refused = len(self.rejects)
        yield from self.rows(regular)
        self.refused = len(self.rejects) - refused

    def is_regular(self, line: bytes) -> bool:
        return line.startswith(b"{") and line.rstrip(b"\r\n").endswith(b"}") and (self.all_text or is_text(line))

    def rows(self, indexes: list[int]) -> "Iterator[pa.RecordBatch]":
        """Yield the batch of those lines `indexes` that the parser takes."""
        for attempt in range(_RETRIES):
            data = b"".join(self.lines[index] for index in indexes)
            batch = self.judge._parser.parse(data) if indexes else ""  # noqa: SLF001 - as above
            if not isinstance(batch, str) and batch.num_rows == len(indexes):
                self.kept += indexes
                yield batch
                return
            row = _NAMED_ROW.search(batch) if isinstance(batch, str) else None
            if row is not None and int(row[1]) < len(indexes) and attempt < _RETRIES - 2:
                self.by_row(indexes.pop(int(row[1])))
            elif attempt < _RETRIES - 1:
                indexes = self.looked_at(indexes)
        for index in indexes:
            self.by_row(index)

    def looked_at(self, indexes: list[int]) -> list[int]:
        """Send those lines `indexes` that a quick look refuses the row path; return the others."""
        likely = {index for index in indexes if self.judge._rows.refuses(self.lines[index])}  # noqa: SLF001 - as above
        for index in sorted(likely):
            self.by_row(index)
        return [index for index in indexes if index not in likely]

    def by_row(self, index: int) -> None:
        found = self.judge._rows.record(self.lines[index])  # noqa: SLF001 - as above
        if isinstance(found, tuple):
            self.rejects[index] = found
        else:
            self.built[index] = found

    def checked(self, batch: "pa.RecordBatch") -> "pa.RecordBatch":
        """Send each row that fails, or may hold a forbidden null, the row path; return the others."""
        failing = self.judge._failing(batch) if batch.num_rows else None  # noqa: SLF001 - as above
        doubtful = set() if failing is None else {self.kept[row] for row in _rows_of(failing)}
        doubtful |= self.judge._parser.null_lines(self.block.data, batch) & set(self.kept)  # noqa: SLF001 - as above
        for index in sorted(doubtful):
            self.by_row(index)
        return self.without(batch, doubtful)

    def with_built(self, batch: "pa.RecordBatch") -> "pa.RecordBatch":
        """Return `batch` with the records of the row path in their places."""
        import pyarrow as pa

        if not self.built:
            return batch
        own = pa.RecordBatch.from_pylist(list(self.built.values()), schema=batch.schema)
        lines = self.kept + list(self.built)
        order = sorted(range(len(lines)), key=lines.__getitem__)
        self.kept = sorted(lines)
        return joined([batch, own], batch.schema).take(pa.array(order, pa.int64()))

    def first_of_their_id(self, batch: "pa.RecordBatch", repeated: frozenset[int]) -> "pa.RecordBatch":
        """Reject the lines the id of which an earlier line has; return the others."""
        indexes = {index for index in self.kept if self.first + index in repeated}
        self.rejects |= dict.fromkeys(indexes, (REPEATED,))
        return self.without(batch, indexes)

    def objected(self, batch: "pa.RecordBatch") -> "pa.RecordBatch":
        wrong: dict[int, list[Told]] = {}
        for objection in self.judge.objections:
            for row, told in objection(batch):
                wrong.setdefault(self.kept[row], []).append(told)
        self.rejects |= {index: tuple(told) for index, told in wrong.items()}
        return self.without(batch, wrong.keys())

    def without(self, batch: "pa.RecordBatch", indexes: AbstractSet[int]) -> "pa.RecordBatch":
        import pyarrow as pa

        if not indexes:
            return batch
        stays = [index not in indexes for index in self.kept]
        self.kept = [index for index in self.kept if index not in indexes]
        return batch.filter(pa.array(stays, pa.bool_()))

    def told(self) -> Iterator[Reject]:
        offsets = list(itertools.accumulate(map(len, self.lines), initial=self.block.offset))
        for index, told in sorted(self.rejects.items()):
            line = self.lines[index]
            yield Reject(self.first + index, offsets[index], len(line), told, line.rstrip(b"\r\n"))


def _rows_of(mask: "pa.BooleanArray") -> list[int]:
    import pyarrow.compute as pc

    rows: list[int] = pc.indices_nonzero(mask).to_pylist()
    return rows
