"""The verdict on blocks of lines: Arrow parses, compiled checks decide, and the slow path decides where they doubt.

A block without any doubt is accepted as it is, in one piece: that is the fast path, and most of all input. Everything
else is here for the blocks in which a line is wrong, or merely unusual.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

import attrs

from accords_data.model.records import MODELS
from accords_data.model.schemas import arrow_schema
from accords_data.problems import Finding
from accords_data.stream.compiler import line_checks
from accords_data.stream.lines import Block
from accords_data.stream.parser import Parser, is_text, joined, nullable
from accords_data.stream.slow_path import Reject, SlowPath

if TYPE_CHECKING:
    import pyarrow as pa

CHUNK = 128
"""Lines that are parsed together once a block was refused."""
_RETRIES = 4
"""How often lines are parsed again without those that were refused, before each goes the slow path."""
_NAMED_ROW = re.compile(r"in row ([0-9]+)")

REPEATED: Finding = ("/id", "an earlier line has this id", "keep one of them")

Objection = Callable[["pa.RecordBatch"], Iterator[tuple[int, Finding]]]
"""Yields what is wrong with rows of a batch that are valid by their schema: row and finding."""


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
    parser: Parser = attrs.field(init=False)
    failing: "Callable[[pa.RecordBatch], pa.BooleanArray | None]" = attrs.field(init=False)
    """Which rows of a batch fail the compiled checks; None when none does."""
    slow_path: SlowPath = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Compile the checks."""
        compiled = line_checks(self.kind)
        self.parser = Parser(nullable(arrow_schema(MODELS[self.kind])), compiled.no_null)
        self.failing = compiled.failing
        self.slow_path = SlowPath(self.kind)

    def passes(self, batch: "pa.RecordBatch") -> bool:
        """Return whether there is nothing against any row of `batch`."""
        return self.failing(batch) is None and not any(True for object_to in self.objections for _ in object_to(batch))

    def verdict(self, block: Block, line: int, repeated: frozenset[int] = frozenset()) -> BlockVerdict:
        """Return the verdict on `block`, the first line of which has the number `line`.

        Args:
            block: Whole lines.
            line: From 0, in the input.
            repeated: Numbers of lines the id of which an earlier line has.
        """
        batch = self.parser.whole(block.data)
        numbers = range(line, line + (0 if batch is None else batch.num_rows))
        if batch is None or not repeated.isdisjoint(numbers) or not self.passes(batch):
            return _Sorting(self, block, line).verdict(batch, repeated)
        content = block.data if block.data.endswith(b"\n") else block.data + b"\n"
        return BlockVerdict(batch, content, (), numbers, batch.num_rows)


@attrs.define
class _Sorting:
    """One block in which not every line is beyond doubt."""

    judge: Judge
    block: Block
    first: int
    """Number of its first line."""
    lines: list[bytes] = attrs.field(init=False)
    all_text: bool = attrs.field(init=False)
    """Whether the block is UTF-8, and so each of its lines."""
    rejects: dict[int, tuple[Finding, ...]] = attrs.field(factory=dict)
    built: dict[int, dict[str, Any]] = attrs.field(factory=dict)
    """Records that the slow path has built, by the index of their line."""
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
        # The records of the slow path are back in their places before ids and objections are looked at: these
        # concern every record, whichever way it came.
        batch = self.with_built(batch)
        batch = self.objected(self.first_of_their_id(batch, repeated))
        content = b"".join(self.lines[index] for index in self.kept)
        if content and not content.endswith(b"\n"):
            content += b"\n"
        numbers = [self.first + index for index in self.kept]
        return BlockVerdict(batch, content, tuple(self.all_rejects()), numbers, len(self.lines))

    def parsed(self, indexes: list[int]) -> "pa.RecordBatch":
        """Parse the lines `indexes` in chunks; what the parser refuses goes the slow path."""
        batches = [each for at in range(0, len(indexes), CHUNK) for each in self.chunk(indexes[at : at + CHUNK])]
        return joined(batches, self.judge.parser.schema)

    def chunk(self, indexes: list[int]) -> "Iterator[pa.RecordBatch]":
        regular = [index for index in indexes if self.is_regular(self.lines[index])]
        for index in set(indexes) - set(regular):
            self.by_row(index)
        # Where most of the last chunk was wrong, to parse in vain costs more than a quick look at each line.
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
            batch = self.judge.parser.parse(data) if indexes else ""
            if not isinstance(batch, str) and batch.num_rows == len(indexes):
                self.kept += indexes
                yield batch
                return
            # The parser's message may name the first row that it refuses: without it, the others may parse. Many such
            # rows would take many attempts, so before the last one a quick look sends away all that look wrong.
            row = _NAMED_ROW.search(batch) if isinstance(batch, str) else None
            if row is not None and int(row[1]) < len(indexes) and attempt < _RETRIES - 2:
                self.by_row(indexes.pop(int(row[1])))
            elif attempt < _RETRIES - 1:
                indexes = self.looked_at(indexes)
        for index in indexes:
            self.by_row(index)

    def looked_at(self, indexes: list[int]) -> list[int]:
        """Send those lines `indexes` that a quick look refuses the slow path; return the others."""
        likely = {index for index in indexes if self.judge.slow_path.refuses(self.lines[index])}
        for index in sorted(likely):
            self.by_row(index)
        return [index for index in indexes if index not in likely]

    def by_row(self, index: int) -> None:
        found = self.judge.slow_path.record(self.lines[index])
        if isinstance(found, tuple):
            self.rejects[index] = found
        else:
            self.built[index] = found

    def checked(self, batch: "pa.RecordBatch") -> "pa.RecordBatch":
        """Send each row that fails, or may hold a forbidden null, the slow path; return the others."""
        failing = self.judge.failing(batch) if batch.num_rows else None
        doubtful = set() if failing is None else {self.kept[row] for row in _rows_of(failing)}
        doubtful |= self.judge.parser.null_lines(self.block.data, batch) & set(self.kept)
        for index in sorted(doubtful):
            self.by_row(index)
        return self.without(batch, doubtful)

    def with_built(self, batch: "pa.RecordBatch") -> "pa.RecordBatch":
        """Return `batch` with the records of the slow path in their places."""
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
        """Reject the lines to which there are objections; return the others."""
        wrong: dict[int, list[Finding]] = {}
        for objection in self.judge.objections:
            for row, finding in objection(batch):
                wrong.setdefault(self.kept[row], []).append(finding)
        self.rejects |= {index: tuple(findings) for index, findings in wrong.items()}
        return self.without(batch, wrong.keys())

    def without(self, batch: "pa.RecordBatch", indexes: AbstractSet[int]) -> "pa.RecordBatch":
        import pyarrow as pa

        if not indexes:
            return batch
        stays = [index not in indexes for index in self.kept]
        self.kept = [index for index in self.kept if index not in indexes]
        return batch.filter(pa.array(stays, pa.bool_()))

    def all_rejects(self) -> Iterator[Reject]:
        offsets = list(itertools.accumulate(map(len, self.lines), initial=self.block.offset))
        for index, findings in sorted(self.rejects.items()):
            line = self.lines[index]
            yield Reject(self.first + index, offsets[index], len(line), findings, line.rstrip(b"\r\n"))


def _rows_of(mask: "pa.BooleanArray") -> list[int]:
    import pyarrow.compute as pc

    rows: list[int] = pc.indices_nonzero(mask).to_pylist()
    return rows
