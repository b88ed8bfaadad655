"""Which evidence has which cell: the one place that goes through the evidence of a record.

`Record.backing` is the mapping that everybody asks; it is built once for a record.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from accords_data.model.parts import Evidence, Support
from accords_data.model.vocabularies import Stance


@attrs.frozen
class Backing:
    """One piece of evidence, as far as it speaks of one cell."""

    index: int
    """Of the piece of evidence in its record, from 0."""
    entry: Evidence
    support: Support

    @property
    def disputes(self) -> bool:
        """Whether it says otherwise than the cell."""
        return self.entry.stance is Stance.DISPUTES


BackingByCell = Mapping[str, Sequence[Backing]]
"""What speaks of each cell by the cell's pointer: what supports it and what disputes it, in the record's order."""


def by_cell(evidence: Iterable[Evidence]) -> dict[str, list[Backing]]:
    """Return what speaks of each cell, in the order in which `evidence` first speaks of them."""
    found: dict[str, list[Backing]] = {}
    for index, entry in enumerate(evidence):
        for support in entry.supports:
            found.setdefault(support.field, []).append(Backing(index, entry, support))
    return found


def supported(backing: BackingByCell) -> dict[str, Backing]:
    """Return the cells that are supported, each with the first piece of evidence that does so."""
    first = ((pointer, next((each for each in found if not each.disputes), None)) for pointer, found in backing.items())
    return {pointer: each for pointer, each in first if each is not None}


def disputed(backing: BackingByCell) -> frozenset[str]:
    """Return the pointers of the cells that something disputes."""
    return frozenset(pointer for pointer, found in backing.items() if any(each.disputes for each in found))


def sources_of(evidence: Iterable[Evidence]) -> frozenset[str]:
    """Return the ids of the sources that `evidence` quotes."""
    return frozenset(entry.source for entry in evidence if entry.source is not None)


def quoted(evidence: Iterable[Evidence]) -> Iterator[tuple[str, int, int, Evidence]]:
    """Yield each piece of evidence whose quote has been found, after its source and where the quote starts and ends."""
    for entry in evidence:
        if entry.source is not None and entry.start is not None and entry.end is not None:
            yield entry.source, entry.start, entry.end, entry


def quotes_in(evidence: Iterable[Evidence]) -> int:
    """Return how many pieces of `evidence` quote a source."""
    return sum(entry.quote is not None for entry in evidence)


def from_sources(evidence: Iterable[Evidence], known: Callable[[str], bool]) -> tuple[Evidence, ...]:
    """Return the evidence of the sources that are `known`, and of authorities."""
    return tuple(entry for entry in evidence if entry.source is None or known(entry.source))


def moved(evidence: Iterable[Evidence], place: Callable[[str], str | None]) -> tuple[Evidence, ...]:
    """Return `evidence` with the pointer of each cell as `place` gives it; without cells for which that is None."""
    changed = (attrs.evolve(entry, supports=tuple(_moved(entry, place))) for entry in evidence)
    return tuple(entry for entry in changed if entry.supports)


def _moved(entry: Evidence, place: Callable[[str], str | None]) -> Iterator[Support]:
    for support in entry.supports:
        pointer = place(support.field)
        if pointer is not None:
            yield attrs.evolve(support, field=pointer)


def of_cell(evidence: Iterable[Evidence], pointer: str) -> tuple[Evidence, ...]:
    """Return every piece of evidence that speaks of the cell at `pointer`, limited to that cell."""
    return moved(evidence, lambda field: field if field == pointer else None)
