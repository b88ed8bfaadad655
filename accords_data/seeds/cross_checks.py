"""Checks across fields and records: references, duplicates, dates, parents, people and their countries."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from accords_data.model import edtf
from accords_data.model.addresses import parts_of
from accords_data.model.backing import located
from accords_data.model.fields import Cell, Field, cells, fields_of
from accords_data.model.items import Item
from accords_data.model.record_base import Record
from accords_data.model.records import PLURALS, Agreement, Country, Leader, Meeting
from accords_data.model.sources import MAX_PASSAGE_WORDS, Source
from accords_data.model.vocabularies import AgreementStep, SourceKind, Stance
from accords_data.problems import Problem, did_you_mean
from accords_data.seeds import dates_in_text, spans
from accords_data.seeds.evidence import StoredSource, Tally
from accords_data.seeds.yaml_reader import Document

ORDER = (
    AgreementStep.ANNOUNCED,
    AgreementStep.SIGNED,
    AgreementStep.RATIFIED,
    AgreementStep.ENTERED_INTO_FORCE,
)
"""Steps of one country that cannot come before one another. An intention may be told again after an announcement."""


@attrs.frozen
class Filed:
    """A record with the document that it was read from."""

    record: Any
    document: Document


Shelf = Mapping[str, Mapping[str, Filed]]
"""The records by kind and id."""


def check(shelf: Shelf, known: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Yield everything that is wrong between the records of `shelf`.

    Args:
        shelf: The records that could be read.
        known: Ids by kind, those of records that could not be read among them, to which a reference may point.
    """
    for by_id in shelf.values():
        for filed in by_id.values():
            everything = [*cells(filed.record, "", _pointing), *_evidence_cells(filed.record)]
            yield from _references(filed.document, everything, known)
            yield from _intervals(filed.document, everything)
            yield from _repetitions(filed)
    yield from _relations(shelf)
    yield from _parents(shelf)
    yield from _order(shelf)
    yield from _offices(shelf)
    yield from _fingerprints(shelf)


def _evidence_cells(record: Record) -> Iterator[Cell]:
    for index, entry in enumerate(record.evidence):
        yield from cells(entry, f"/evidence/{index}", _pointing)


@functools.cache
def _pointing(model: type) -> tuple[Field, ...]:
    """Return the fields of `model` that refer to a record, are dates, or hold such fields: the others need no look."""
    return tuple(
        field
        for field in fields_of(model)
        if field.is_edtf
        or (field.text is not None and field.text.reference is not None)
        or (field.model is not None and _pointing(field.model))
    )


def _references(document: Document, found: list[Cell], known: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    for cell in found:
        kind = None if cell.field.text is None else cell.field.text.reference
        if kind is not None and cell.value not in known[kind]:
            hint = did_you_mean(str(cell.value), known[kind]) or f"write its record first, in seeds/{PLURALS[kind]}"
            yield document.problem(cell.address, f"there is no {kind} {cell.value!r}", hint)


def _intervals(document: Document, found: list[Cell]) -> Iterator[Problem]:
    for cell in found:
        if cell.field.is_edtf and not edtf.is_edtf(str(cell.value)):
            yield document.problem(cell.address, f"{cell.value} ends before it starts", "swap its two dates")


def _repetitions(filed: Filed) -> Iterator[Problem]:
    """Yield each text or value object that stands twice in one list."""
    for field in fields_of(type(filed.record)):
        if not field.many or field.table == "evidence":
            continue
        items = getattr(filed.record, field.name)
        parts, bare = parts_of(items), [_without_id(item) for item in items]
        for index, item in enumerate(bare):
            if item in bare[:index]:
                message = f"duplicate of /{field.name}/{parts[bare.index(item)]}"
                yield filed.document.problem(f"/{field.name}/{parts[index]}", message, "keep one of the two")
            elif parts[index] in parts[:index]:
                message = f"another item of /{field.name} has the id {parts[index]!r}"
                yield filed.document.problem(f"/{field.name}/{index}", message, "give it an id of its own")


def _without_id(item: object) -> object:
    return attrs.evolve(item, item="") if isinstance(item, Item) else item


def _relations(shelf: Shelf) -> Iterator[Problem]:
    """Yield each relation of a country with itself, and each that both countries record."""
    told: set[tuple[str, str, str, str | None]] = set()
    for filed in shelf["country"].values():
        country: Country = filed.record
        for relation in country.relations:
            address = f"/relations/{relation.item}/partner"
            if relation.partner == country.id:
                yield filed.document.problem(address, "a country cannot have relations with itself")
            if (relation.partner, country.id, relation.event, relation.date) in told:
                hint = f"{relation.partner} has it too: keep one of the two"
                yield filed.document.problem(address, "both countries record the same event", hint)
            told.add((country.id, relation.partner, relation.event, relation.date))


def _parents(shelf: Shelf) -> Iterator[Problem]:
    agreements = shelf["agreement"]
    for name, filed in agreements.items():
        line = [name]
        while line[-1] in agreements and agreements[line[-1]].record.parent is not None:
            line.append(agreements[line[-1]].record.parent)
            if line[-1] in line[:-1]:
                break
        if line.count(name) > 1:
            message = f"circular parent: {' > '.join(line)}"
            yield filed.document.problem("/parent", message, "remove one `parent`")


def _order(shelf: Shelf) -> Iterator[Problem]:
    for filed in shelf["agreement"].values():
        agreement: Agreement = filed.record
        steps = [
            (event, edtf.bounds(event.date))
            for event in agreement.events
            if event.event in ORDER and edtf.is_edtf(event.date or "")
        ]
        for event, limits in steps:
            for before, earlier in steps:
                related = event.country is None or before.country in {None, event.country}
                comes_first = ORDER.index(before.event) < ORDER.index(event.event)
                if related and comes_first and _ends_before(limits.latest, earlier.earliest):
                    message = f"{event.event} on {event.date}, before {before.event} on {before.date}"
                    yield filed.document.problem(f"/events/{event.item}/date", message, "check the two dates")


def _ends_before(latest: dt.date | None, earliest: dt.date | None) -> bool:
    return latest is not None and earliest is not None and latest < earliest


def _offices(shelf: Shelf) -> Iterator[Problem]:
    """Yield each participant who is placed for a country of which the leader holds no office."""
    for filed in shelf["meeting"].values():
        meeting: Meeting = filed.record
        for participant in meeting.participants:
            known = shelf["leader"].get(participant.leader or "")
            if known is None:
                continue
            leader: Leader = known.record
            served = sorted({office.country for office in leader.offices})
            if served and participant.country not in served:
                message = f"{participant.leader} holds an office of {', '.join(served)}, not of {participant.country}"
                yield filed.document.problem(
                    f"/participants/{participant.item}/country", message, "correct one of the two"
                )


def _fingerprints(shelf: Shelf) -> Iterator[Problem]:
    """Yield each fingerprint of a passage that is not whole, and each of a publication whose text is stored."""
    for filed in shelf["source"].values():
        source: Source = filed.record
        if source.kind is SourceKind.DOCUMENT and source.passages:
            message = "a stored text needs no fingerprints: quotes are checked against the text itself"
            yield filed.document.problem("/passages", message, "remove the list")
        for index, each in enumerate(source.passages):
            words, digest = each.passage_words, each.passage_sha256
            if (words is None) != (digest is None) or not 1 <= (1 if words is None else words) <= MAX_PASSAGE_WORDS:
                message = f"a fingerprint needs a number of words, 1 to {MAX_PASSAGE_WORDS:,}, and their SHA-256"
                hint = "copy both lines that `accords recheck` prints, or leave both out"
                yield filed.document.problem(f"/passages/{index}", message, hint)


def disputing_spans(records: Iterable[Record]) -> dict[str, list[spans.Span]]:
    """Return by source the spans of the quotes with which `records`, their evidence filled in, dispute a cell."""
    found: dict[str, list[spans.Span]] = {}
    for record in records:
        for entry in record.evidence:
            if entry.stance is Stance.DISPUTES:
                for each in located((entry,)):
                    found.setdefault(each.source, []).append(spans.Span(each.start, each.end))
    return found


def weekdays(stored: StoredSource, folder: Path, disputing: Iterable[spans.Span]) -> tuple[Tally, list[Problem]]:
    """Return how many weekdays the source names beside a day, and each that contradicts its day without a record of it.

    A contradiction is recorded when it stands in a quote that disputes a cell, or in a sentence that is set aside.

    Args:
        stored: The source.
        folder: Where its text lies.
        disputing: The spans of its quotes that dispute a cell.
    """
    source, text = stored.record, stored.text
    named = dates_in_text.named_weekdays(text)
    wrong = [each for each in named if not each.agrees]
    recorded = [(each.start, each.end) for each in source.set_aside] + [(each.start, each.end) for each in disputing]
    problems = [
        Problem(
            path=str(folder / source.path),
            line=text.count("\n", 0, each.start) + 1,
            message=f"{each.words!r}, but {each.date} is a {each.actual}",
            hint="quote it with `stance: disputes`, or set the sentence aside and give the reason",
        )
        for each in wrong
        if not any(
            start is not None and end is not None and start <= each.start and each.end <= end for start, end in recorded
        )
    ]
    return Tally(weekdays=len(named), contradicting=len(wrong)), problems
