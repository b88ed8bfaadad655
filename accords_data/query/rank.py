"""Which source is the better one for a cell, and the cells that hold what a worse one says.

The rank of sources is the order of `SourceStrength`. Sources of one rank have no order: the curator decides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from accords_data.model.backing import Backing
from accords_data.model.record_base import Record
from accords_data.model.sources import Source
from accords_data.model.vocabularies import SourceStrength

RANK: tuple[SourceStrength, ...] = tuple(SourceStrength)
"""The best first."""


@attrs.frozen(kw_only=True)
class Outranked:
    """A cell that a better source disputes than any that supports it."""

    address: str
    value: str
    supporting: Backing
    """The best that supports it, and the best that disputes it."""
    disputing: Backing


def outranked(record: Record, sources: Mapping[str, Source]) -> Iterator[Outranked]:
    """Yield each cell of `record` that holds what a worse source says. Reference data has no rank."""
    for address, backing in record.backing.items():
        ranked = [each for each in backing if each.entry.source is not None]
        supporting = _best((each for each in ranked if not each.disputes), sources)
        disputing = _best((each for each in ranked if each.disputes), sources)
        if supporting and disputing and _place(disputing[0], sources) < _place(supporting[0], sources):
            yield Outranked(
                address=address,
                value=str(supporting[0].support.value),
                supporting=supporting[0],
                disputing=disputing[0],
            )


def _best(backing: Iterable[Backing], sources: Mapping[str, Source]) -> Sequence[Backing]:
    return sorted(backing, key=lambda each: _place(each, sources))[:1]


def _place(backing: Backing, sources: Mapping[str, Source]) -> int:
    return RANK.index(sources[backing.entry.source or ""].strength)
