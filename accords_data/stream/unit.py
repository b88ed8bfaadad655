"""One unit's work: read its lines, decide on them, write its part. The same in this process, another, or elsewhere."""

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from accords_data.problems import AccordsError, Problem
from accords_data.stream import duplicate_ids, references
from accords_data.stream.inputs import Unit, unreadable
from accords_data.stream.judge import BlockVerdict, Judge
from accords_data.stream.lines import LONGEST, Block, Overlong
from accords_data.stream.partitions import Partition, Writer, reject_line
from accords_data.stream.slow_path import Reject
from accords_data.stream.storage import Place, reason

RECEIPTS = "receipts"
KEYS = "keys"
# EOFError and zlib.error come from gzip, of a file that is cut short or damaged.
READ_ERRORS = (OSError, EOFError, zlib.error, ValueError)
"""What reading an input may raise."""
MESSAGES = 1_000
"""Different things that can be wrong and are counted apart."""
OTHERS = "something else"
SHOWN = 3
"""Rejected lines of a unit that its receipt repeats."""


@attrs.frozen(kw_only=True)
class Job:
    """What is to be done with every unit. It can be pickled."""

    kind: str
    folder: Place | None
    """Where the parts are written; None when only the verdict is wanted."""
    formats: tuple[str, ...] = ("parquet", "csv", "jsonl")
    compression: str = "snappy"
    most_rejects: int | None = None
    """Rejected lines after which the work stops; None for any number."""
    references: Place | None = None
    sources: Place | None = None


@attrs.frozen(kw_only=True)
class Receipt:
    """What came of a unit; written last, so that a part with a receipt is whole."""

    unit: int
    input: str
    start: int
    end: int | None
    sha256: str
    """SHA-256 of the lines read, unpacked, in hexadecimal."""
    lines: int
    accepted: int
    rejected: int
    empty: int
    rows: dict[str, int]
    """Rows by table."""
    messages: dict[str, int]
    """How often each thing was wrong."""
    files: dict[str, str]
    """SHA-256, in hexadecimal, by path."""
    first: list[dict[str, Any]]
    """The first rejected lines, as they are in the file of rejects."""
    stopped: bool
    """Whether it ended before its end, because too much was wrong."""


@attrs.define
class _LineDigests:
    """SHA-256 of the lines read and of those accepted, which is the same work as long as they are the same."""

    read: Any = attrs.field(factory=hashlib.sha256)
    _accepted: Any = None

    def add(self, read: bytes, accepted: bytes) -> None:
        """Take what was read, and what of it was accepted: the same object where it was all."""
        if self._accepted is None and accepted is not read:
            self._accepted = self.read.copy()
        self.read.update(read)
        if self._accepted is not None:
            self._accepted.update(accepted)

    @property
    def accepted(self) -> str:
        """That of the lines accepted, in hexadecimal."""
        digest: str = (self._accepted or self.read).hexdigest()
        return digest


@attrs.define
class _Work:
    """A unit in the middle of its work."""

    job: Job
    unit: Unit
    on_read: Callable[[int], None]
    repeated: frozenset[int]
    digests: _LineDigests = attrs.field(factory=_LineDigests)
    lines: int = 0
    accepted: int = 0
    rejected: int = 0
    empty: int = 0
    rows: dict[str, int] = attrs.field(factory=dict)
    files: dict[str, str] = attrs.field(factory=dict)
    messages: Counter[str] = attrs.field(factory=Counter)
    first: list[bytes] = attrs.field(factory=list)

    @property
    def stopped(self) -> bool:
        most = self.job.most_rejects
        return most is not None and self.rejected > most

    def verdicts(self) -> Iterator[tuple[BlockVerdict | None, list[bytes]]]:
        """Yield the verdict on each block, None for a line too long, with the rejected lines as they are written."""
        judge = Judge(self.job.kind, references.objections(self.job.kind, self.job.references, self.job.sources))
        for block in self.blocks():
            if isinstance(block, Overlong):
                yield None, [self.counted(self.overlong(block))]
            else:
                verdict = self.judged(judge, block)
                yield verdict, [self.counted(reject) for reject in verdict.rejects]
                del verdict  # or it is there until the next one is
            if self.stopped:
                return
            del block  # as above

    def judged(self, judge: Judge, block: Block) -> BlockVerdict:
        """Return the verdict on `block`, counted."""
        verdict = judge.verdict(block, self.lines, self.repeated)
        self.digests.add(block.data, verdict.content)
        self.lines += verdict.lines
        self.accepted += len(verdict.numbers)
        self.empty += verdict.empty
        return verdict

    def overlong(self, line: Overlong) -> Reject:
        """Return the rejection of `line`, counted."""
        finding = ("", f"longer than {LONGEST} bytes", "write one record per line")
        reject = Reject(self.lines, line.offset, line.length, (finding,), b"")
        self.lines += 1
        return reject

    def blocks(self) -> Iterator[Block | Overlong]:
        try:
            yield from self.unit.blocks(self.on_read)
        except READ_ERRORS as error:
            raise AccordsError([unreadable(self.unit.name, error)]) from error

    def counted(self, reject: Reject) -> bytes:
        """Return `reject`, counted, as it is written."""
        self.rejected += 1
        for _, message, _ in reject.findings:
            add_message(self.messages, message, 1)
        line = reject_line(self.unit.label, reject)
        if len(self.first) < SHOWN:
            self.first.append(line)
        return line

    def write(self, folder: Place) -> None:
        part = Partition(folder, self.unit.number)
        with (
            folder.below(part.rejects).whole_file() as rejects,
            Writer(self.job.kind, part, self.job.formats, self.job.compression) as writer,
        ):
            run = duplicate_ids.Run(folder.below(KEYS), self.unit.number)
            for verdict, lines in self.verdicts():
                rejects.writelines(lines)
                if verdict is not None and verdict.numbers:
                    writer.write(verdict.batch, verdict.content)
                    run.add(verdict.batch.column("id"), verdict.numbers)
                del verdict
            run.write()
        self.rows = writer.rows
        self.files = writer.digests(self.digests.accepted)

    def receipt(self) -> Receipt:
        return Receipt(
            unit=self.unit.number,
            input=self.unit.label,
            start=self.unit.start,
            end=self.unit.end,
            sha256=self.digests.read.hexdigest(),
            lines=self.lines,
            accepted=self.accepted,
            rejected=self.rejected,
            empty=self.empty,
            rows=self.rows,
            messages=dict(self.messages),
            files=self.files,
            first=[json.loads(line) for line in self.first],
            stopped=self.stopped,
        )


def add_message(messages: Counter[str], message: str, times: int) -> None:
    """Count `message`; once there are very many different ones, count it among the others."""
    known = message in messages or len(messages) < MESSAGES
    messages[message if known else OTHERS] += times


def nothing_read(_bytes: int) -> None:
    """Take no notice of how much was read."""


def convert_unit(
    job: Job, unit: Unit, on_read: Callable[[int], None] = nothing_read, repeated: frozenset[int] = frozenset()
) -> Receipt:
    """Do the work of `unit`, and return what came of it.

    Args:
        job: What is to be done.
        unit: With which lines.
        on_read: Gets how many more bytes were read.
        repeated: Lines, by their number from 0, the id of which an earlier line of the whole input has.

    Raises:
        AccordsError: the input cannot be read, or the part cannot be written.
    """
    work = _Work(job, unit, on_read, repeated)
    if job.folder is None:
        for _ in work.verdicts():
            pass
        return work.receipt()
    try:
        work.write(job.folder)
        receipt = work.receipt()
        # Last of all: a part without a receipt is done again, so a receipt must never be there before its part.
        content = json.dumps(attrs.asdict(receipt)).encode()
        job.folder.below(f"{RECEIPTS}/{unit.number:05d}.json").write(content)
    except OSError as error:
        message = f"cannot be written: {reason(error)}"
        hint = "nothing has the final name yet; free some space, then continue with --resume"
        raise AccordsError([Problem(path=job.folder.name, message=message, hint=hint)]) from error
    return receipt


def receipts(folder: Place) -> dict[int, Receipt]:
    """Return the receipts of the units that are done in `folder`, by their number."""
    done = folder.below(RECEIPTS)
    names = [name for name in done.files() if name.endswith(".json")] if done.kind() == "folder" else []
    found = (Receipt(**json.loads(done.below(name).read())) for name in names)
    return {receipt.unit: receipt for receipt in found}
