"""Where sources disagree, and where two records may be one event: told, for a curator to decide."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from accords_data.model import edtf
from accords_data.model.backing import Backing, sources_of
from accords_data.model.record_base import Record
from accords_data.model.records import Meeting
from accords_data.model.vocabularies import AgreementStep, MeetingKind, RelationStep
from accords_data.seeds.dataset import Dataset

NEAR = 3
"""Days between two meetings, or two steps, of the same countries that may be one."""
MUTUAL = {
    RelationStep.RELATIONS_ESTABLISHED,
    RelationStep.RELATIONS_MAINTAINED,
    RelationStep.NORMALISATION_ANNOUNCED,
    RelationStep.NORMALISED,
    RelationStep.RELATIONS_RESUMED,
}
"""Steps that two countries take together, with whichever of them they are recorded."""


@attrs.frozen
class Conflict:
    """One thing to decide, or that was decided and stays on record."""

    sort: str
    """``dates`` that disagree, ``disputed`` cells of other kinds, or ``same event`` told by two records or items."""
    record: str
    """Kind and id."""
    pointer: str | None
    message: str
    sources: tuple[str, ...]
    recorded: bool
    """Whether the record says so itself, by evidence that disputes."""


def conflicts(dataset: Dataset) -> tuple[Conflict, ...]:
    """Return every conflict, those of one record together."""
    found = [*_disputed(dataset), *_dates(dataset), *_meetings(dataset), *_events(dataset), *_relations(dataset)]
    return tuple(sorted(found, key=lambda each: (each.recorded, each.sort, each.record, each.pointer or "")))


def _records(dataset: Dataset) -> Iterator[tuple[str, Record]]:
    for kind, records in dataset.records.items():
        for record in records:
            yield kind, record


def _disputed(dataset: Dataset) -> Iterator[Conflict]:
    for kind, record in _records(dataset):
        for pointer, backing in record.backing.items():
            for entry, support in ((each.entry, each.support) for each in backing if each.disputes):
                words = f'"{entry.quote}"' if entry.summary is None else f"as we summarise it, {entry.summary}"
                says = f"{entry.source} says otherwise: {words}"
                note = "" if support.note is None else f" ({support.note})"
                yield Conflict(
                    sort="dates" if pointer.endswith(("/date", "/held")) else "disputed",
                    record=f"{kind} {record.id}",
                    pointer=pointer,
                    message=f"{support.value}; {says}{note}",
                    sources=(entry.source or "",),
                    recorded=True,
                )


def _dates(dataset: Dataset) -> Iterator[Conflict]:
    """Yield each date whose sources are published before it: they cannot tell it as past."""
    published = {source.id: source.published_by for source in dataset.sources}
    planned = frozenset(_planned(dataset))
    for kind, record in _records(dataset):
        for pointer, backing in record.backing.items():
            if pointer.endswith("/date") and (kind, record.id, pointer) not in planned:
                yield from _too_early(f"{kind} {record.id}", pointer, backing, published)


def _planned(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    """Yield kind, record and pointer of each date that lies ahead of those who tell it: of what is only planned."""
    for meeting in dataset.meetings:
        if any(each.attendance == "expected" for each in meeting.participants):
            yield "meeting", meeting.id, "/date"
    for agreement in dataset.agreements:
        for index, event in enumerate(agreement.events):
            if event.event is AgreementStep.CEREMONY_PLANNED:
                yield "agreement", agreement.id, f"/events/{index}/date"


def _too_early(
    record: str, pointer: str, backing: Sequence[Backing], published: Mapping[str, str]
) -> Iterator[Conflict]:
    """Yield each piece of evidence of the date at `pointer` whose source came out before it."""
    for source, value in ((each.entry.source, each.support.value) for each in backing):
        earliest = None if value is None else edtf.bounds(value).earliest
        # The earliest day, because a source may tell of "March" before March is over.
        if source is not None and earliest is not None and earliest.isoformat() > published[source]:
            message = f"{value}, but {source} was published on {published[source]}, before it"
            told = any(each.disputes for each in backing)
            yield Conflict("dates", record, pointer, message, (source,), recorded=told)


def _meetings(dataset: Dataset) -> Iterator[Conflict]:
    for one, other, apart in _near(dataset.meetings):
        here, there = ({each.country for each in meeting.participants} for meeting in (one, other))
        shared = here & there
        alike = (one.kind is MeetingKind.CALL) == (other.kind is MeetingKind.CALL)
        # Half of the countries at least: else every summit would seem one event with each meeting of two at its margin.
        if alike and len(shared) > 1 and 2 * len(shared) >= len(here | there):
            when = _when(one.date, other.date, apart)
            message = f"{one.id} and {other.id}: {' and '.join(sorted(shared))} {when}; write one record per event"
            yield Conflict("same event", f"meeting {one.id}", None, message, _sources(one, other), recorded=False)


def _when(one: str | None, other: str | None, apart: int) -> str:
    """Return how near two dates are, in words."""
    if any(edtf.bounds(date).precision is not edtf.Precision.DAY for date in (one, other)):
        near = "may be the same day" if apart == 0 else "may be near"
        return f"on dates that {near} ({one} and {other})"
    return "on the same day" if apart == 0 else f"{apart} day{'' if apart == 1 else 's'} apart"


def _near(meetings: Sequence[Meeting]) -> list[tuple[Meeting, Meeting, int]]:
    """Return each two of `meetings` that may be `NEAR` days apart or less, with how many at least, in their order."""
    dated = sorted((*_span(each.date), place) for place, each in enumerate(meetings) if each.date is not None)
    found = [
        (min(dated[at][2], place), max(dated[at][2], place), apart)
        for at in range(len(dated))
        for place, apart in _soon_after(dated, at)
    ]
    return [(meetings[one], meetings[other], apart) for one, other, apart in sorted(found)]


def _soon_after(dated: Sequence[tuple[dt.date, dt.date, int]], at: int) -> Iterator[tuple[int, int]]:
    """Yield the places of those that begin `NEAR` days after the end of ``dated[at]`` or sooner, with how many days."""
    for following in range(at + 1, len(dated)):
        apart = (dated[following][0] - dated[at][1]).days
        if apart > NEAR:
            return  # not every two of thousands of meetings
        yield dated[following][2], max(0, apart)


def _events(dataset: Dataset) -> Iterator[Conflict]:
    for agreement in dataset.agreements:
        for (index, one), (_, other) in combinations(enumerate(agreement.events), 2):
            same = (one.event, one.country, one.actor) == (other.event, other.country, other.actor)
            apart = _days_apart(one.date, other.date)
            # An undated step may be the dated one, so that is for a person to decide as well.
            if same and one.date != other.date and (apart is None or apart <= NEAR):
                days = f"{one.date or 'undated'} and {other.date or 'undated'}"
                message = f"{one.event} of {one.country or 'all'} twice: {days}"
                yield Conflict(
                    "same event", f"agreement {agreement.id}", f"/events/{index}", message, (), recorded=False
                )


def _relations(dataset: Dataset) -> Iterator[Conflict]:
    told: dict[tuple[frozenset[str] | tuple[str, str], str], list[tuple[str, int, str | None]]] = {}
    for country in dataset.countries:
        for index, each in enumerate(country.relations):
            # Of a mutual step it does not matter who records it; "recalled its ambassador" is the act of one.
            pair = frozenset({country.id, each.partner}) if each.event in MUTUAL else (country.id, each.partner)
            told.setdefault((pair, str(each.event)), []).append((country.id, index, each.date))
    for (pair, event), several in told.items():
        for (one, index, date), (_, _, later) in combinations(several, 2):
            apart = _days_apart(date, later)
            if date != later and (apart is None or apart <= NEAR):
                names = " and ".join(sorted(pair))
                message = f"{event} of {names} twice: {date or 'undated'} and {later or 'undated'}"
                yield Conflict("same event", f"country {one}", f"/relations/{index}", message, (), recorded=False)


def _days_apart(one: str | None, other: str | None) -> int | None:
    """Return how many days are between two dates at least: none where a day may be of both."""
    if one is None or other is None:
        return None
    (first, end), (start, last) = _span(one), _span(other)
    return max(0, (start - end).days, (first - last).days)


def _span(date: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that `date` may mean."""
    limits = edtf.bounds(date)
    return limits.earliest or dt.date.min, limits.latest or dt.date.max


def _sources(*records: Record) -> tuple[str, ...]:
    return tuple(sorted({source for record in records for source in sources_of(record.evidence)}))
