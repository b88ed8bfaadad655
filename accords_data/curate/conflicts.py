"""Where sources disagree, and where two records may be one event: told, for a curator to decide."""

from collections.abc import Iterator
from itertools import combinations

import attrs

from accords_data.model import edtf
from accords_data.model.parts import Evidence
from accords_data.model.records import Agreement, Country, Meeting, Record
from accords_data.model.vocabularies import MeetingKind, RelationStep, Stance
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
        for entry in record.evidence:
            if entry.stance is Stance.DISPUTES:
                for support in entry.supports:
                    says = f'{entry.source} says otherwise: "{entry.quote}"'
                    note = "" if support.note is None else f" ({support.note})"
                    yield Conflict(
                        "dates" if support.field.endswith(("/date", "/held")) else "disputed",
                        f"{kind} {record.id}",
                        support.field,
                        f"{support.value}; {says}{note}",
                        (entry.source or "",),
                        recorded=True,
                    )


def _dates(dataset: Dataset) -> Iterator[Conflict]:
    """Yield each date whose sources are published before it: they cannot tell it as past."""
    published = {source.id: source.published for source in dataset.sources}
    for kind, record in _records(dataset):
        disputed = {s.field for entry in record.evidence if entry.stance is Stance.DISPUTES for s in entry.supports}
        for entry in record.evidence:
            yield from _too_early(kind, record, entry, published, disputed)


def _too_early(
    kind: str, record: Record, entry: Evidence, published: dict[str, str], disputed: set[str]
) -> Iterator[Conflict]:
    planned = isinstance(record, Meeting) and any(each.attendance == "expected" for each in record.participants)
    for support in entry.supports:
        if not support.field.endswith("/date") or entry.source is None or support.value is None or planned:
            continue
        earliest = edtf.bounds(support.value).earliest
        ahead = isinstance(record, Agreement) and _step(record, support.field) == "ceremony_planned"
        if earliest is not None and earliest.isoformat() > published[entry.source] and not ahead:
            message = f"{support.value}, but {entry.source} was published on {published[entry.source]}, before it"
            told = support.field in disputed
            yield Conflict("dates", f"{kind} {record.id}", support.field, message, (entry.source,), recorded=told)


def _step(record: Agreement, pointer: str) -> str | None:
    parts = pointer.split("/")
    return str(record.events[int(parts[2])].event) if parts[1] == "events" else None


def _meetings(dataset: Dataset) -> Iterator[Conflict]:
    meetings = [each for each in dataset.records["meeting"] if isinstance(each, Meeting)]
    for one, other in combinations(meetings, 2):
        here, there = ({each.country for each in meeting.participants} for meeting in (one, other))
        shared = here & there
        alike = (one.kind is MeetingKind.CALL) == (other.kind is MeetingKind.CALL)
        apart = _days_apart(one.date, other.date)
        if alike and len(shared) > 1 and 2 * len(shared) >= len(here | there) and apart is not None and apart <= NEAR:
            when = "on the same day" if apart == 0 else f"{apart} days apart"
            message = f"{one.id} and {other.id}: {' and '.join(sorted(shared))} {when}; one event has one record"
            yield Conflict("same event", f"meeting {one.id}", None, message, _sources(one, other), recorded=False)


def _events(dataset: Dataset) -> Iterator[Conflict]:
    for agreement in dataset.agreements:
        for (index, one), (_, other) in combinations(enumerate(agreement.events), 2):
            same = (one.event, one.country, one.actor) == (other.event, other.country, other.actor)
            apart = _days_apart(one.date, other.date)
            if same and one.date != other.date and (apart is None or apart <= NEAR):
                days = f"{one.date or 'undated'} and {other.date or 'undated'}"
                message = f"{one.event} of {one.country or 'all'} twice: {days}"
                yield Conflict(
                    "same event", f"agreement {agreement.id}", f"/events/{index}", message, (), recorded=False
                )


def _relations(dataset: Dataset) -> Iterator[Conflict]:
    told: dict[tuple[frozenset[str] | tuple[str, str], str], list[tuple[str, int, str | None]]] = {}
    for country in dataset.records["country"]:
        for index, each in enumerate(country.relations if isinstance(country, Country) else ()):
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
    if one is None or other is None:
        return None
    first, second = edtf.bounds(one).earliest, edtf.bounds(other).earliest
    return None if first is None or second is None else abs((first - second).days)


def _sources(*records: Record) -> tuple[str, ...]:
    return tuple(sorted({entry.source for record in records for entry in record.evidence if entry.source is not None}))
