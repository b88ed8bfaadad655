"""The heart: whether quotes and sentences of summaries stand in the stored texts, and whether every cell follows.

`examine` takes one record and gives it back with spans, rules, words and values filled in, together with
everything that is wrong and a tally of what was checked.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from accords_data.model.backing import grades_of
from accords_data.model.fields import Cell, cells, fields_of
from accords_data.model.record_base import Record
from accords_data.model.record_parts import Evidence, Support
from accords_data.model.sources import Source
from accords_data.model.vocabularies import GIVEN_BY, Basis, Grade, SourceKind, Stance
from accords_data.problems import Finding, Problem, did_you_mean
from accords_data.seeds import disputes, spans
from accords_data.seeds.basis import follows
from accords_data.seeds.passages import Index, Passage
from accords_data.seeds.yaml_reader import Document


@attrs.frozen
class StoredSource:
    """A source with its text, and the stretches of it that cannot carry a cell."""

    record: Source
    text: str
    regions: tuple[tuple[spans.Span, str], ...]
    """Each region's span and kind."""
    places: spans.Places = attrs.field(default=attrs.Factory(lambda stored: spans.Places(stored.text), takes_self=True))
    """Where quotes stand in the text."""


@attrs.frozen
class Tally:
    """What was checked: an affirmative count."""

    cells: int = 0
    """Cells that need evidence."""
    covered: int = 0
    bases: Counter[str] = attrs.field(factory=Counter)
    """Covered cells by basis."""
    grades: Counter[str] = attrs.field(factory=Counter)
    """Covered cells by the best grade of what supports them."""
    passages: int = 0
    """Quotes and sentences of summaries that evidence gives."""
    verified: int = 0
    """Those of them that stand in their stored texts."""
    sources: frozenset[str] = frozenset()
    """Sources that they are from."""
    weekdays: int = 0
    """Weekdays that a source names beside a day."""
    contradicting: int = 0
    """Those of them that are not that day's, which is recorded."""

    def __add__(self, other: "Tally") -> "Tally":
        """Return the two together."""
        return Tally.of([self, other])

    @classmethod
    def of(cls, tallies: "Sequence[Tally]") -> "Tally":
        """Return all `tallies` together."""
        bases, grades = Counter[str](), Counter[str]()
        for each in tallies:
            bases.update(each.bases)
            grades.update(each.grades)
        return cls(
            cells=sum(each.cells for each in tallies),
            covered=sum(each.covered for each in tallies),
            bases=bases,
            grades=grades,
            passages=sum(each.passages for each in tallies),
            verified=sum(each.verified for each in tallies),
            sources=frozenset[str]().union(*(each.sources for each in tallies)),
            weekdays=sum(each.weekdays for each in tallies),
            contradicting=sum(each.contradicting for each in tallies),
        )


@attrs.frozen
class Archive:
    """What evidence is checked against: the sources by id, and the index of names."""

    sources: dict[str, StoredSource]
    index: Index
    records: dict[str, frozenset[str]]
    """Ids of the records that could be read, by kind."""


@attrs.define
class _RecordCheck:
    """One record on the table: its cells, and what has been found so far."""

    record: Record
    archive: Archive
    cells: dict[str, Cell]
    findings: list[Finding] = attrs.field(factory=list)
    covered: dict[str, str] = attrs.field(factory=dict)
    """Basis by the pointer of the covered cell."""
    used: set[str] = attrs.field(factory=set)
    """Ids of the sources on whose texts the record rests."""
    passages: int = 0
    verified: int = 0

    def entry(self, place: str, entry: Evidence) -> Evidence:
        """Check one piece of evidence and return it filled in."""
        if entry.stance is Stance.SUPPORTS:
            # A cell that has evidence, be it bad, is not reported a second time as one without any.
            known = {support.field: str(support.basis) for support in entry.supports if support.field in self.cells}
            self.covered = known | self.covered
        wrong = list(_shape(self.record, place, entry))
        self.findings += wrong
        if wrong:
            return entry
        if entry.source is None or entry.text is None:
            return self.supports(place, entry, None, grade=Grade.BACKGROUND)
        self.passages += 1
        stored = self.archive.sources.get(entry.source)
        if stored is None:
            return entry
        span = stored.places.locate(entry.text, entry.occurrence)
        if not isinstance(span, spans.Span):
            self.findings.append((f"{place}/{_key(entry)}", *span))
            return entry
        self.verified += 1
        self.used.add(entry.source)
        self.findings += _whose(place, entry, stored.record)
        self.findings += _region(self.record, place, stored, span)
        self.findings += _speaker(place, entry)
        passage = Passage(entry.text, stored.record, span, stored.text)
        grade = Grade.SUMMARISED if entry.quote is None else Grade.QUOTED
        return self.supports(place, entry, passage, start=span.start, end=span.end, grade=grade)

    def supports(self, place: str, entry: Evidence, passage: Passage | None, **found: Any) -> Evidence:  # noqa: ANN401 - fields of `Evidence`
        """Check every cell that `entry` speaks of, and return it with them and with what was `found` filled in."""
        return attrs.evolve(
            entry,
            **found,
            supports=tuple(
                self.support(f"{place}/supports/{index}", entry.stance, support, passage)
                for index, support in enumerate(entry.supports)
            ),
        )

    def support(self, place: str, stance: Stance, support: Support, passage: Passage | None) -> Support:
        """Check one cell; it is covered if nothing is wrong and the evidence supports it."""
        cell = self.cells.get(support.field)
        if cell is None or cell.exemption is not None:
            self.findings.append((f"{place}/field", *self.no_such_cell(support.field, cell)))
            return support
        unfit = disputes.misplaced(stance, support)
        if unfit is not None:
            self.findings.append((f"{place}/alternative", *unfit))
        follow = disputes.disputed if stance is Stance.DISPUTES else follows
        filled, wrong = follow(cell, support, passage, self.archive.index, self.archive.records)
        if wrong is not None and stance is Stance.DISPUTES:
            self.findings.append((f"{place}/alternative", *wrong))
        elif wrong is not None:
            self.findings.append((cell.pointer, f"{support.basis}, but {wrong[0]}", wrong[1]))
        return filled

    def no_such_cell(self, pointer: str, cell: Cell | None) -> tuple[str, str | None]:
        if cell is not None:
            return f"{pointer} needs no evidence ({cell.exemption})", "remove this line"
        if _has_field(self.record, pointer):
            return f"{pointer} is empty, so there is nothing to support", "fill the cell in, or remove this line"
        named = [known for known, each in self.cells.items() if each.exemption is None]
        return f"the record has no cell {pointer}", did_you_mean(pointer, named)

    def uncovered(self) -> Iterator[Finding]:
        """Yield each cell that needs evidence and has none."""
        for pointer, cell in self.cells.items():
            if cell.exemption is None and pointer not in self.covered:
                yield pointer, f"no evidence for {str(cell.value)!r}", "add evidence that supports it, or remove it"


def examine(record: Record, document: Document, archive: Archive) -> tuple[Record, list[Problem], Tally]:
    """Return `record` with its evidence filled in, everything wrong with it, and what was checked."""
    work = _RecordCheck(record, archive, {cell.pointer: cell for cell in cells(record)})
    filled = tuple(work.entry(f"/evidence/{index}", entry) for index, entry in enumerate(record.evidence))
    examined = attrs.evolve(record, evidence=filled)
    work.findings += work.uncovered()
    needed = [cell for cell in work.cells.values() if cell.exemption is None]
    tally = Tally(
        len(needed),
        len(work.covered),
        Counter(work.covered.values()),
        grades_of(examined.backing),
        work.passages,
        work.verified,
        frozenset(work.used),
    )
    problems = [document.problem(pointer, message, hint) for pointer, message, hint in work.findings]
    return examined, problems, tally


def _shape(record: Record, place: str, entry: Evidence) -> Iterator[Finding]:
    """Yield what is wrong with the parts of `entry` taken together."""
    pointers = [support.field for support in entry.supports]
    for pointer in sorted({each for each in pointers if pointers.count(each) > 1}):
        yield f"{place}/supports", f"{pointer} appears twice in one entry", "keep one of them"
    given = [name for name in GIVEN_BY.values() if getattr(entry, name) is not None]
    if len(given) > 1:
        yield f"{place}/{given[1]}", f"{' and '.join(given)} in one entry", "write an entry for each"
        return
    if entry.authority is not None:
        if any(part is not None for part in (entry.source, entry.occurrence, entry.asserted_by)):
            yield f"{place}/authority", "a source and an authority in one entry", "write two entries"
        if any(support.basis is not Basis.BACKGROUND for support in entry.supports):
            yield f"{place}/supports", "an authority supports only background", "write `basis: background`"
        return
    if entry.source is None or entry.text is None:
        hint = "give `source` with `quote` or `summary`, or give `authority`"
        yield place, "neither words with their source nor an authority", hint
    elif any(support.basis is Basis.BACKGROUND for support in entry.supports):
        yield f"{place}/supports", "background needs an authority, not a text", "give `authority` instead"
    if isinstance(record, Source) and entry.source not in {None, record.id}:
        yield f"{place}/source", "the evidence of a source must quote its own text", f"write {record.id}"
    if isinstance(record, Source) and record.kind is SourceKind.SUMMARY:
        hint = "give `authority`: the page of the publication, and when it was read"
        yield place, "a summary of ours says nothing about its own publication", hint


def _key(entry: Evidence) -> str:
    """Return the field that has the words of `entry`."""
    return "summary" if entry.quote is None else "quote"


def _whose(place: str, entry: Evidence, source: Source) -> Iterator[Finding]:
    """Yield whether `entry` calls words of ours a quote, or words of a publication ours."""
    key, right = _key(entry), source.words_field
    if key != right:
        what = "a publication's own text" if right == "quote" else "our own summary of a publication"
        yield f"{place}/{key}", f"{source.id} is {what}", f"write `{right}:` instead of `{key}:`"


def _speaker(place: str, entry: Evidence) -> Iterator[Finding]:
    if entry.asserted_by is not None and not spans.stands_in(entry.asserted_by, entry.text or ""):
        message = f"{entry.asserted_by!r} is not in the {_key(entry)}"
        yield f"{place}/asserted_by", message, f"name the speaker in words of the {_key(entry)}"


def _region(record: Record, place: str, stored: StoredSource, span: spans.Span) -> Iterator[Finding]:
    if isinstance(record, Source):
        return
    for region, kind in stored.regions:
        if region.overlaps(span):
            message = f"the words are in a {kind} of the source, which must not be quoted"
            yield f"{place}/quote", message, "quote the body text instead"


def _has_field(record: object, pointer: str) -> bool:
    """Return whether `pointer` names a field of the model, so that its cell is merely null."""
    parent, _, name = pointer.rpartition("/")
    holder: object = record
    for part in parent.split("/")[1:]:
        if isinstance(holder, tuple):
            holder = holder[int(part)] if part.isdecimal() and int(part) < len(holder) else None
        else:
            holder = getattr(holder, part, None)
    return attrs.has(type(holder)) and any(field.name == name and not field.many for field in fields_of(type(holder)))
