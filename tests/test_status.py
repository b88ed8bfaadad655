"""Status follows from events."""

from accords_data.models import Agreement, AgreementEvent, Party
from accords_data.status import statuses
from accords_data.vocabulary import AgreementKind, AgreementStep, EntryMode, PartyRole


def party(country: str, role: PartyRole = PartyRole.PARTY) -> Party:
    return Party(country=country, role=role, entry_mode=EntryMode.NOT_STATED)


def event(step: str, date: str | None, country: str | None = None) -> AgreementEvent:
    return AgreementEvent(event=AgreementStep(step), date=date, country=country)


def told(parties: tuple[Party, ...], *events: AgreementEvent) -> list[tuple[str, str, str | None, str | None, str]]:
    agreement = Agreement(id="pact", title="Pact", kind=AgreementKind.TREATY, parties=parties, events=events)
    return [(row.country, row.status, row.valid_from, row.valid_to, row.field) for row in statuses([agreement])]


def test_a_status_lasts_until_the_next_step_of_the_country() -> None:
    rows = told((party("ISR"),), event("signed", "2020-09-15", "ISR"), event("announced", "2020-08", "ISR"))
    assert rows == [
        ("ISR", "announced", "2020-08", "2020-09-15", "/events/1"),
        ("ISR", "signed", "2020-09-15", None, "/events/0"),
    ]


def test_a_step_of_all_parties_is_one_of_each_party_and_of_no_witness() -> None:
    parties = (party("ISR"), party("BHR"), party("USA", PartyRole.WITNESS))
    rows = told(parties, event("signed", "2020-09-15"))
    assert [(country, status) for country, status, *_ in rows] == [("BHR", "signed"), ("ISR", "signed")]


def test_a_step_without_a_date_comes_first_and_has_neither_beginning_nor_end() -> None:
    rows = told((party("ISR"),), event("signed", "2020", "ISR"), event("announced", None, "ISR"))
    assert rows[0] == ("ISR", "announced", None, None, "/events/1")
    assert rows[1][:4] == ("ISR", "signed", "2020", None)


def test_a_party_without_a_step_has_no_status() -> None:
    assert told((party("ISR"), party("MAR")), event("signed", "2020", "MAR"))[0][0] == "MAR"
    assert told((party("ISR"),)) == []
