"""Where each country stands towards each agreement: computed from events, never stored."""

from collections.abc import Iterable, Iterator

from accords_data import edtf
from accords_data.models import Agreement, AgreementEvent, AgreementStatus
from accords_data.vocabulary import PartyRole

Step = tuple[int, AgreementEvent]
"""An event and its index."""


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
