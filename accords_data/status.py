"""Where each country stands towards each agreement, and on whose word: computed from events, never stored."""

from collections.abc import Iterable, Iterator

import attrs

from accords_data import edtf
from accords_data.models import Agreement, AgreementEvent, AgreementStatus, Source
from accords_data.vocabulary import PartyRole, Stance

Step = tuple[int, AgreementEvent]
"""An event and its index."""


@attrs.frozen
class Standing:
    """Where a country stands towards an agreement now, and on whose word."""

    agreement: str
    country: str
    status: str | None
    """The last step reported; None when none is."""
    since: str | None
    """When it began, EDTF; None when no source gives a date."""
    word: str | None
    """Who says so: whoever a source names, else the source's outlet, else an authority."""
    disputed_by: str | None
    """Who says otherwise; None when no source does."""
    source: str | None
    """Id of the source of the quote."""
    quote: str | None


def standings(agreements: Iterable[Agreement], sources: Iterable[Source]) -> Iterator[Standing]:
    """Yield where each country stands towards each agreement, sorted by agreement and country.

    A country that has a role in an agreement, and of which no step is reported, has a standing without status.
    """
    outlets = {source.id: source.attributed_to or source.title for source in sources}
    for agreement in sorted(agreements, key=lambda each: each.id):
        last = {row.country: row for row in statuses([agreement])}
        for country in _countries(agreement):
            yield _standing(agreement, country, last.get(country), outlets)


def _standing(agreement: Agreement, country: str, row: AgreementStatus | None, outlets: dict[str, str]) -> Standing:
    if row is None:
        return Standing(agreement.id, country, None, None, None, None, None, None)
    told = [
        (entry, entry.asserted_by or entry.authority or outlets[entry.source or ""])
        for entry in agreement.evidence
        if any(support.field == f"{row.field}/event" for support in entry.supports)
    ]
    saying = [(entry, word) for entry, word in told if entry.stance is Stance.SUPPORTS]
    disputing = [word for entry, word in told if entry.stance is Stance.DISPUTES]
    first = saying[0][0]
    return Standing(
        agreement=agreement.id,
        country=country,
        status=str(row.status),
        since=row.valid_from,
        word="; ".join(dict.fromkeys(word for _, word in saying)),
        disputed_by="; ".join(dict.fromkeys(disputing)) or None,
        source=first.source,
        quote=first.quote,
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
            for position, (index, event) in enumerate(steps):
                later = steps[position + 1 :]
                yield AgreementStatus(
                    agreement=agreement.id,
                    country=country,
                    position=position,
                    status=event.event,
                    valid_from=event.date,
                    valid_to=later[0][1].date if later and event.date is not None else None,
                    field=f"/events/{index}",
                )


def _countries(agreement: Agreement) -> list[str]:
    named = {event.country for event in agreement.events if event.country is not None}
    return sorted(named | {party.country for party in agreement.parties})


def _steps(agreement: Agreement, country: str) -> list[Step]:
    """Return the events of `country`, and those of all parties when it is one."""
    is_party = any(party.country == country and party.role is PartyRole.PARTY for party in agreement.parties)
    return [
        (index, event)
        for index, event in enumerate(agreement.events)
        if event.country == country or (event.country is None and is_party)
    ]


def _first_day(step: Step) -> tuple[str, str, int]:
    limits = edtf.bounds(step[1].date)
    return (
        "" if limits.earliest is None else limits.earliest.isoformat(),
        "" if limits.latest is None else limits.latest.isoformat(),
        step[0],
    )
