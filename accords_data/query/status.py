"""Where each country stands towards each agreement, and according to whom: computed from events, never stored."""

from collections.abc import Iterable, Iterator

import attrs

from accords_data.model import edtf
from accords_data.model.backing import Word, whose
from accords_data.model.record_parts import AgreementEvent, Evidence
from accords_data.model.records import Agreement
from accords_data.model.sources import Source
from accords_data.model.views import AgreementStatus, Announced, BilateralInForce, SignedDeclaration, View
from accords_data.model.vocabularies import AgreementKind, AgreementStep, PartyRole

BEFORE_SIGNATURE = frozenset(
    {
        AgreementStep.INTENT_ANNOUNCED,
        AgreementStep.ANNOUNCED,
        AgreementStep.CEREMONY_PLANNED,
        AgreementStep.TEXT_FINALISED,
    }
)
_STEPS = tuple(AgreementStep)
ENDING = frozenset({AgreementStep.SUSPENDED, AgreementStep.WITHDRAWN, AgreementStep.TERMINATED})

Outlets = dict[str, str]
"""Whose word each source is, by its id."""


@attrs.frozen(kw_only=True)
class Dispute:
    """One voice against one cell of the step that a status rests on."""

    cell: str
    """``event`` where it says that there was no such step; ``date`` where it says that it was on another day."""
    value: str
    """What the cell says."""
    alternative: str | None
    """What is said instead; None when the cell is only denied."""
    word: str
    """Who says so, as `accords_data.model.backing.whose` tells it."""


@attrs.frozen(kw_only=True)
class Standing:
    """Where a country stands towards an agreement now, and according to whom."""

    agreement: str
    country: str
    status: str | None = None
    """The last step reported; None when none is."""
    since: str | None = None
    """When it began, EDTF; None when no source gives a date."""
    word: str | None = None
    """Who says so, as `accords_data.model.backing.whose` tells it; else an authority."""
    disputes: tuple["Dispute", ...] = ()
    """Where a source says otherwise: of the step, of its date, each for itself."""
    source: str | None = None
    """Id of the source of the words."""
    text: str | None = None
    """The words: a quote, or by `grade` a sentence of our summary."""
    grade: str | None = None


def standings(agreements: Iterable[Agreement], sources: Iterable[Source]) -> Iterator[Standing]:
    """Yield where each country stands towards each agreement, sorted by agreement and country.

    A party or aspirant of which no step is reported has a standing without status.
    """
    outlets = _outlets(sources)
    for agreement in sorted(agreements, key=lambda each: each.id):
        last = {row.country: row for row in statuses([agreement])}
        for country in _countries(agreement):
            yield _standing(agreement, country, last.get(country), outlets)


def _standing(agreement: Agreement, country: str, row: AgreementStatus | None, outlets: dict[str, str]) -> Standing:
    if row is None:
        return Standing(agreement=agreement.id, country=country)
    saying = [each.entry for each in agreement.backing[f"{row.field}/event"] if not each.disputes]
    first = saying[0]
    return Standing(
        agreement=agreement.id,
        country=country,
        status=str(row.status),
        since=row.valid_from,
        word=whose(_word(entry, outlets) for entry in saying),
        disputes=tuple(_disputes(agreement, row.field, outlets)),
        source=first.source,
        text=first.text,
        grade=None if first.grade is None else str(first.grade),
    )


def views(agreements: Iterable[Agreement]) -> dict[str, list[View]]:
    """Return the rows of each computed table by its name; the rules stand in `accords_data.model.views`."""
    ordered = sorted(agreements, key=lambda each: each.id)
    return {
        "agreement_status": list(statuses(ordered)),
        "announced": [row for each in ordered for row in _announced(each)],
        "bilateral_in_force": [row for each in ordered for row in _in_force(each)],
        "signed_declaration": [row for each in ordered for row in _signed(each)],
    }


def _signed(agreement: Agreement) -> Iterator[SignedDeclaration]:
    if agreement.kind is not AgreementKind.POLITICAL_DECLARATION:
        return
    for party in sorted(agreement.parties, key=lambda each: each.country):
        steps = [step for step in _steps(agreement, party.country) if step.event is AgreementStep.SIGNED]
        if party.role is PartyRole.PARTY and steps:
            event = min(steps, key=_first_day)
            yield SignedDeclaration(
                agreement=agreement.id,
                country=party.country,
                signatory=party.signatory,
                date=event.date,
                field=_address(event),
            )


def _in_force(agreement: Agreement) -> Iterator[BilateralInForce]:
    parties = sorted({party.country for party in agreement.parties if party.role is PartyRole.PARTY})
    steps = sorted(agreement.events, key=_first_day)
    entries = [step for step in steps if step.event is AgreementStep.ENTERED_INTO_FORCE]
    if len(parties) == 2 and entries and not _ended(steps, entries[-1]):  # noqa: PLR2004 - bilateral means two
        event = entries[-1]
        yield BilateralInForce(
            agreement=agreement.id,
            country=parties[0],
            partner=parties[1],
            date=event.date,
            field=_address(event),
        )


def _ended(steps: list[AgreementEvent], entry: AgreementEvent) -> bool:
    """Return whether force ended after `entry`; an end without a date may have come after it, so that it counts."""
    return any(step.event in ENDING and (step.date is None or _first_day(step) > _first_day(entry)) for step in steps)


def _announced(agreement: Agreement) -> Iterator[Announced]:
    for country, row in {row.country: row for row in statuses([agreement])}.items():
        if row.status in BEFORE_SIGNATURE:
            yield Announced(
                agreement=agreement.id,
                country=country,
                status=row.status,
                date=row.valid_from,
                field=row.field,
            )


def _outlets(sources: Iterable[Source]) -> Outlets:
    return {source.id: source.outlet for source in sources}


def _word(entry: Evidence, outlets: Outlets) -> Word:
    """Return whose word `entry` is."""
    outlet = entry.authority or outlets[entry.source or ""]
    return Word.of(entry.asserted_by, outlet, summarised=entry.summary is not None)


def _disputes(agreement: Agreement, event: str, outlets: Outlets) -> Iterator[Dispute]:
    """Yield who disputes that the event at the address `event` happened, then who disputes when it did."""
    for cell in ("event", "date"):
        for each in agreement.backing.get(f"{event}/{cell}", ()):
            if each.disputes:
                yield Dispute(
                    cell=cell,
                    value=str(each.support.value),
                    alternative=each.support.alternative,
                    word=whose([_word(each.entry, outlets)]),
                )


def statuses(agreements: Iterable[Agreement]) -> Iterator[AgreementStatus]:
    """Yield every status, sorted by agreement, country and position.

    The status of a country is the last step reported of it, or of all parties at once, until the next one begins.
    Steps follow one another in the order of their first possible day; a step without a date comes first, and has
    neither a beginning nor an end. A country without any step has no status.
    """
    for agreement in sorted(agreements, key=lambda each: each.id):
        for country in _countries(agreement):
            steps = sorted(_steps(agreement, country), key=_first_day)
            for position, event in enumerate(steps):
                later = steps[position + 1 :]
                yield AgreementStatus(
                    agreement=agreement.id,
                    country=country,
                    position=position,
                    status=event.event,
                    valid_from=event.date,
                    valid_to=later[0].date if later and event.date is not None else None,
                    field=_address(event),
                )


def _countries(agreement: Agreement) -> list[str]:
    """Return the countries that take steps: those of which one is reported, the parties, and those that may become one.

    Of a witness or mediator no step is to be expected.
    """
    named = {event.country for event in agreement.events if event.country is not None}
    stepping = {PartyRole.PARTY, PartyRole.ASPIRANT}
    return sorted(named | {party.country for party in agreement.parties if party.role in stepping})


def _steps(agreement: Agreement, country: str) -> list[AgreementEvent]:
    """Return the events of `country`, and those of all parties when it is one."""
    is_party = any(party.country == country and party.role is PartyRole.PARTY for party in agreement.parties)
    return [event for event in agreement.events if event.country == country or (event.country is None and is_party)]


def _address(event: AgreementEvent) -> str:
    return f"/events/{event.item}"


def _first_day(step: AgreementEvent) -> tuple[str, str, int, str]:
    """Return the place of `step` among others: by its day, then by how far it goes, wherever it stands in its list."""
    limits = edtf.bounds(step.date)
    return (
        "" if limits.earliest is None else limits.earliest.isoformat(),
        "" if limits.latest is None else limits.latest.isoformat(),
        _STEPS.index(step.event),
        step.item,
    )
