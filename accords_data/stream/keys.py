"""Ids that stand twice in the whole input, found in bounded memory.

Each part sorts its ids in runs and writes them; afterwards the runs are read side by side, one range of ids after the
other, so that no more than a range is held. Memory grows only with how often a single id is repeated.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    import pyarrow as pa

RUN = 1_000_000
"""Ids that are sorted together."""
RANGE = 500_000
"""Ids that are compared together, on the average."""
STEP = 1_024
"""One id of so many is looked at to part the ids in ranges."""


@attrs.define
class Run:
    """Writes the ids of one part as sorted runs."""

    folder: Path
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

        from accords_data.stream.parts import whole_file

        ids = pa.concat_arrays(self._ids) if self._ids else pa.array([], pa.string())
        table = pa.table({"id": ids, "line": pa.array(self._lines, pa.int64())}).sort_by([("id", "ascending")])
        with (
            whole_file(self.folder / f"{self.number:05d}-{self._written:03d}.arrow") as file,
            pa.ipc.new_file(file, table.schema) as writer,
        ):
            writer.write_table(table.combine_chunks())
        self._ids, self._lines, self._written = [], [], self._written + 1


def repeated(folder: Path) -> dict[int, frozenset[int]]:
    """Return the lines, by the number of their unit, the ids of which stand in an earlier line."""
    import pyarrow as pa

    paths = sorted(folder.glob("*.arrow"))
    if not paths:
        return {}
    runs = [pa.ipc.open_file(pa.memory_map(str(path))).read_all().combine_chunks() for path in paths]
    numbers = [int(path.name[:5]) for path in paths]
    found: dict[int, set[int]] = defaultdict(set)
    places = [0] * len(runs)
    for bound in _bounds(runs):
        ends = [_place(run.column("id"), bound, place) for run, place in zip(runs, places, strict=True)]
        pieces = [
            run.slice(place, end - place).append_column("unit", pa.repeat(pa.scalar(number, pa.int32()), end - place))
            for run, number, place, end in zip(runs, numbers, places, ends, strict=True)
        ]
        for unit, line in _repeated(pa.concat_tables(pieces)):
            found[unit].add(line)
        places = ends
    return {unit: frozenset(lines) for unit, lines in found.items()}


def _bounds(runs: "Sequence[pa.Table]") -> Iterator[str | None]:
    """Yield ids that part all ids in ranges of about `RANGE`, then None for the end."""
    import pyarrow as pa

    places = [pa.array(range(0, run.num_rows, STEP), pa.int64()) for run in runs]
    taken = [run.column("id").take(place).to_pylist() for run, place in zip(runs, places, strict=True)]
    sample = sorted(name for names in taken for name in names)
    last = None
    for bound in sample[RANGE // STEP :: RANGE // STEP]:
        if bound != last:
            yield bound
        last = bound
    yield None


def _place(ids: "pa.ChunkedArray", bound: str | None, low: int) -> int:
    """Return where in the sorted `ids`, from `low` on, the first is that is not before `bound`."""
    high = len(ids)
    if bound is None:
        return high
    wanted = bound.encode()
    while low < high:
        middle = (low + high) // 2
        if ids[middle].as_py().encode() < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def _repeated(rows: "pa.Table") -> Iterator[tuple[int, int]]:
    """Yield unit and line of each of `rows` that has the id of an earlier one."""
    import pyarrow.compute as pc

    if rows.num_rows == pc.count_distinct(rows.column("id")).as_py():
        return
    counted: Any = rows.column("id").value_counts()
    several = counted.field("values").filter(pc.greater(counted.field("counts"), 1))
    rows = rows.filter(pc.is_in(rows.column("id"), value_set=several))
    rows = rows.sort_by([("id", "ascending"), ("unit", "ascending"), ("line", "ascending")])
    ids = rows.column("id").combine_chunks()
    same = pc.equal(ids.slice(1), ids.slice(0, len(ids) - 1))
    later = rows.slice(1).filter(same)
    yield from zip(later.column("unit").to_pylist(), later.column("line").to_pylist(), strict=True)
