"""Which evidence has which cell: the one place that goes through the evidence of a record.

`Record.backing` is the mapping that everybody asks; it is built once for a record.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from accords_data.model.record_parts import Evidence, Support
from accords_data.model.vocabularies import Basis, Grade, Stance

LONGEST_WORDS = 80
"""Longer words are nearly the whole passage, beside which they are not told a second time."""


@attrs.frozen(kw_only=True)
class How:
    """How a cell rests on a piece of evidence: what is told of it wherever cells are shown, and the sentence of it."""

    basis: str
    rule: str | None
    words: str | None
    """The words of the quote or summary, where they are told: a stated value is its own words."""
    note: str | None
    disputes: bool
    """Whether it says otherwise; by which basis and rule is beside the point where it only denies."""
    alternative: str | None = None
    """The value that it gives instead; None where it supports the cell or only denies it."""

    @classmethod
    def of(  # noqa: PLR0913 - one parameter for each thing that is told
        cls,
        *,
        basis: str,
        rule: str | None,
        words: str | None,
        note: str | None,
        disputes: bool,
        alternative: str | None = None,
    ) -> "How":
        """Return what is told of a cell that follows by `basis` and `rule` from `words` of its evidence."""
        silent = words is None or basis == Basis.STATED or len(words) > LONGEST_WORDS
        told = None if silent else words
        return cls(basis=basis, rule=rule, words=told, note=note, disputes=disputes, alternative=alternative)

    def __str__(self) -> str:
        """Return ``resolved by cue_word from "announced": the note``."""
        note = "" if self.note is None else f": {self.note}"
        return (self._otherwise() if self.disputes else self._way()) + note

    def _otherwise(self) -> str:
        return "disputes it" if self.alternative is None else f"says {self.alternative} instead, {self._way()}"

    def _way(self) -> str:
        rule = "" if self.rule is None else f" by {self.rule}"
        words = "" if self.words is None else f' from "{self.words}"'
        return f"{self.basis}{rule}{words}"


@attrs.frozen
class Located:
    """One quote, or sentence of a summary, that has been found in its stored text."""

    source: str
    start: int
    end: int
    entry: Evidence

    @property
    def cells(self) -> tuple[Support, ...]:
        """The cells that it speaks of."""
        return self.entry.supports


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

    @property
    def how(self) -> How:
        """How the cell rests on it."""
        return how(self.entry, self.support)


BackingByCell = Mapping[str, Sequence[Backing]]
"""What speaks of each cell by the cell's address: what supports it and what disputes it, in the record's order."""


@attrs.frozen
class Word:
    """Who says something, and whether the words in which we have it are ours."""

    teller: str
    summarised: bool

    @classmethod
    def of(cls, asserted_by: str | None, outlet: str, *, summarised: bool) -> "Word":
        """Return the word of `outlet`, or of whoever says so according to it."""
        within = asserted_by if asserted_by is None or not summarised else f"{asserted_by} in {outlet}"
        return cls(outlet if within is None else within, summarised)


def whose(words: Iterable[Word]) -> str:
    """Return whose `words` they are: of a summary never without saying that we summarise it."""
    told = list(dict.fromkeys(words))
    quoted = [each.teller for each in told if not each.summarised]
    ours = [each.teller for each in told if each.summarised]
    said = f"{'; '.join(ours)}, as we summarise {'it' if len(ours) == 1 else 'them'}"
    return "; ".join([*quoted, said] if ours else quoted)


def how(entry: Evidence, support: Support) -> How:
    """Return how the cell of `support` rests on `entry`."""
    return How.of(
        basis=str(support.basis),
        rule=support.rule,
        words=support.words,
        note=support.note,
        disputes=entry.stance is Stance.DISPUTES,
        alternative=support.alternative,
    )


def by_cell(evidence: Iterable[Evidence]) -> dict[str, list[Backing]]:
    """Return what speaks of each cell, in the order in which `evidence` first speaks of them."""
    found: dict[str, list[Backing]] = {}
    for index, entry in enumerate(evidence):
        for support in entry.supports:
            found.setdefault(support.field, []).append(Backing(index, entry, support))
    return found


def supported(backing: BackingByCell) -> dict[str, Backing]:
    """Return the cells that are supported, each with the first piece of evidence that does so."""
    first = ((address, next((each for each in found if not each.disputes), None)) for address, found in backing.items())
    return {address: each for address, each in first if each is not None}


def disputed(backing: BackingByCell) -> frozenset[str]:
    """Return the addresses of the cells that something disputes."""
    return frozenset(address for address, found in backing.items() if any(each.disputes for each in found))


def alternatives(backing: Iterable[Backing]) -> tuple[Backing, ...]:
    """Return the first piece of evidence for each value that is given instead of that of a cell."""
    first: dict[str, Backing] = {}
    for each in backing:
        if each.disputes and each.support.alternative is not None:
            first.setdefault(each.support.alternative, each)
    return tuple(first.values())


def sources_of(evidence: Iterable[Evidence]) -> frozenset[str]:
    """Return the ids of the sources on which `evidence` rests."""
    return frozenset(entry.source for entry in evidence if entry.source is not None)


def located(evidence: Iterable[Evidence]) -> Iterator[Located]:
    """Yield each quote, or sentence of a summary, that has been found in its stored text."""
    for entry in evidence:
        if entry.source is not None and entry.start is not None and entry.end is not None:
            yield Located(entry.source, entry.start, entry.end, entry)


def grades_of(backing: BackingByCell) -> Counter[str]:
    """Return how many cells are supported, by the best grade of what supports them."""
    grades = ({each.entry.grade for each in found if not each.disputes} for found in backing.values())
    return Counter(str(next(grade for grade in Grade if grade in told)) for told in grades if told - {None})


def from_sources(evidence: Iterable[Evidence], known: Callable[[str], bool]) -> tuple[Evidence, ...]:
    """Return the evidence of the sources that are `known`, and of authorities."""
    return tuple(entry for entry in evidence if entry.source is None or known(entry.source))


def limited(evidence: Iterable[Evidence], is_meant: Callable[[str], bool]) -> tuple[Evidence, ...]:
    """Return `evidence` as far as it speaks of cells whose address `is_meant`."""
    changed = (
        attrs.evolve(entry, supports=tuple(each for each in entry.supports if is_meant(each.field)))
        for entry in evidence
    )
    return tuple(entry for entry in changed if entry.supports)


def of_cell(evidence: Iterable[Evidence], address: str) -> tuple[Evidence, ...]:
    """Return every piece of evidence that speaks of the cell at `address`, limited to that cell."""
    return limited(evidence, lambda field: field == address)
