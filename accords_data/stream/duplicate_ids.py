"""Ids that stand twice in the whole input, found in bounded memory.

Each part sorts its ids in runs and writes them; afterwards the runs are read side by side, one range of ids after the
other, so that no more than a range is held. Memory grows only with how often a single id is repeated.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from accords_data.stream.storage import Place

if TYPE_CHECKING:
    import pyarrow as pa

RUN = 1_000_000
"""Ids that are sorted together."""
RANGE = 100_000
"""Ids that are compared together, on the average."""
STEP = 4_096
"""Ids that are written and read together."""


@attrs.define
class Run:
    """Writes the ids of one part as sorted runs."""

    folder: Place
    number: int
    _ids: "list[pa.Array]" = attrs.field(factory=list)
    _lines: list[int] = attrs.field(factory=list)
    _written: int = 0

    def add(self, ids: "pa.Array", lines: Sequence[int]) -> None:
        """Take `ids` with the numbers of their lines."""
        self._ids.append(ids)
        self._lines += lines
        if len(self._lines) >= RUN:
            self.write()

    def write(self) -> None:
        """Write what was taken since the last time.

        Raises:
            OSError: it cannot be written.
        """
        import pyarrow as pa

        ids = pa.concat_arrays(self._ids) if self._ids else pa.array([], pa.string())
        table = pa.table({"id": ids, "line": pa.array(self._lines, pa.int64())}).sort_by([("id", "ascending")])
        place = self.folder.below(f"{self.number:05d}-{self._written:03d}.arrow")
        with (
            place.whole_file() as file,
            pa.ipc.new_file(file, table.schema) as writer,
        ):
            # In one piece, so that every batch but the last has exactly STEP ids: `_bounds` counts on it.
            writer.write_table(table.combine_chunks(), STEP)
        self._ids, self._lines, self._written = [], [], self._written + 1


@attrs.define
class _Sorted:
    """A run that is read from its beginning to its end, no more of it at a time than is asked for."""

    place: Place
    unit: int
    _next: int = 0
    _held: "pa.RecordBatch | None" = None

    def firsts(self) -> Iterator[str]:
        """Yield the first id of every `STEP` ids."""
        number = 0
        while (batch := self._batch(number)) is not None:
            yield batch.column("id")[0].as_py()
            number += 1

    def before(self, bound: str | None) -> "Iterator[pa.RecordBatch]":
        """Yield what comes before the id `bound` and was not yielded yet; all of it where that is None."""
        while True:
            if self._held is None:
                self._held = self._batch(self._next)
                self._next += 1
            batch, self._held = self._held, None
            if batch is None:
                return
            end = batch.num_rows if bound is None else _place(batch.column("id"), bound)
            yield batch.slice(0, end)
            if end < batch.num_rows:
                self._held = batch.slice(end)
                return

    def _batch(self, number: int) -> "pa.RecordBatch | None":
        """Return the ids of `number`, counted in steps; None after the end."""
        import pyarrow as pa

        # Opened each time: there may be more runs than a process may have files open.
        with self.place.open() as file:
            reader = pa.ipc.open_file(file)
            return reader.get_batch(number) if number < reader.num_record_batches else None


def repeated(folder: Place) -> dict[int, frozenset[int]]:
    """Return the lines, by the number of their unit, the ids of which stand in an earlier line."""
    runs = [_Sorted(folder.below(name), int(name[:5])) for name in folder.files() if name.endswith(".arrow")]
    firsts = sorted(name for run in runs for name in run.firsts())
    found: dict[int, set[int]] = defaultdict(set)
    for bound in _bounds(firsts):
        pieces = [(run.unit, batch) for run in runs for batch in run.before(bound)]
        for unit, line in _repeated(pieces):
            found[unit].add(line)
    return {unit: frozenset(lines) for unit, lines in found.items()}


def _bounds(firsts: Sequence[str]) -> Iterator[str | None]:
    """Yield ids that part all ids in ranges of about `RANGE`, then None for the end; `firsts` are every `STEP`th."""
    last = None
    for bound in firsts[RANGE // STEP :: RANGE // STEP]:
        # An id that is repeated very often may be there several times.
        if bound != last:
            yield bound
        last = bound
    yield None


def _place(ids: "pa.Array", bound: str) -> int:
    """Return where in the sorted `ids` the first is that is not before `bound`."""
    low, high = 0, len(ids)
    wanted = bound.encode()
    while low < high:
        middle = (low + high) // 2
        if ids[middle].as_py().encode() < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def _repeated(pieces: "Sequence[tuple[int, pa.RecordBatch]]") -> Iterator[tuple[int, int]]:
    """Yield unit and line of each row of `pieces`, which have their units, that has the id of an earlier one."""
    import pyarrow as pa
    import pyarrow.compute as pc

    tables = [
        pa.Table.from_batches([batch]).append_column("unit", pa.repeat(pa.scalar(unit, pa.int32()), batch.num_rows))
        for unit, batch in pieces
    ]
    if not tables:
        return
    rows = pa.concat_tables(tables)
    # Most ranges repeat nothing, and to count is cheaper than to sort.
    if rows.num_rows == pc.count_distinct(rows.column("id")).as_py():
        return
    counted: Any = rows.column("id").value_counts()
    several = counted.field("values").filter(pc.greater(counted.field("counts"), 1))
    rows = rows.filter(pc.is_in(rows.column("id"), value_set=several))
    # Units are numbered in the order of the input, so the first line with an id comes first and is kept.
    rows = rows.sort_by([("id", "ascending"), ("unit", "ascending"), ("line", "ascending")])
    ids = rows.column("id").combine_chunks()
    same = pc.equal(ids.slice(1), ids.slice(0, len(ids) - 1))
    later = rows.slice(1).filter(same)
    yield from zip(later.column("unit").to_pylist(), later.column("line").to_pylist(), strict=True)
