"""Where a country stands: which step is its last, and on whose word."""

import attrs
import pytest
import samples

from accords_data.cli import report
from accords_data.model.fields import fields_of
from accords_data.model.record_parts import AgreementEvent, Evidence, Party, Support
from accords_data.model.records import Agreement
from accords_data.model.views import VIEWS, AgreementStatus, BilateralInForce
from accords_data.model.vocabularies import AgreementKind, AgreementStep, Basis, EntryMode, PartyRole, Stance
from accords_data.query.status import Dispute, standings, statuses, views


def party(country: str, role: PartyRole = PartyRole.PARTY) -> Party:
    return Party(item=country.lower(), country=country, role=role, entry_mode=EntryMode.NOT_STATED)


def event(step: str, date: str | None, country: str | None = None) -> AgreementEvent:
    item = "-".join(part.lower() for part in (country, step, date) if part is not None)
    return AgreementEvent(
        item=item, event=next(each for each in AgreementStep if each == step), date=date, country=country
    )


def told(parties: tuple[Party, ...], *events: AgreementEvent) -> list[tuple[str, str, str | None, str | None, str]]:
    agreement = Agreement(id="pact", title="Pact", kind=AgreementKind.TREATY, parties=parties, events=events)
    return [(row.country, row.status, row.valid_from, row.valid_to, row.field) for row in statuses([agreement])]


def test_a_status_lasts_until_the_next_step_of_the_country() -> None:
    rows = told((party("ISR"),), event("signed", "2020-09-15", "ISR"), event("announced", "2020-08", "ISR"))
    assert rows == [
        ("ISR", "announced", "2020-08", "2020-09-15", "/events/isr-announced-2020-08"),
        ("ISR", "signed", "2020-09-15", None, "/events/isr-signed-2020-09-15"),
    ]


def test_a_step_of_all_parties_is_one_of_each_party_and_of_no_witness() -> None:
    parties = (party("ISR"), party("BHR"), party("USA", PartyRole.WITNESS))
    rows = told(parties, event("signed", "2020-09-15"))
    assert [(country, status) for country, status, *_ in rows] == [("BHR", "signed"), ("ISR", "signed")]


def test_a_step_without_a_date_comes_first_and_has_neither_beginning_nor_end() -> None:
    rows = told((party("ISR"),), event("signed", "2020", "ISR"), event("announced", None, "ISR"))
    assert rows[0] == ("ISR", "announced", None, None, "/events/isr-announced")
    assert rows[1][:4] == ("ISR", "signed", "2020", None)


def test_a_party_without_a_step_has_no_status() -> None:
    assert told((party("ISR"), party("MAR")), event("signed", "2020", "MAR"))[0][0] == "MAR"
    assert told((party("ISR"),)) == []


def bilateral(*events: AgreementEvent) -> list[tuple[str, str, str | None]]:
    agreement = Agreement(
        id="pact",
        title="Pact",
        kind=AgreementKind.TREATY,
        parties=(party("ISR"), party("ARE"), party("USA", PartyRole.WITNESS)),
        events=events,
    )
    rows = views([agreement])["bilateral_in_force"]
    return [(row.country, row.partner, row.date) for row in rows if isinstance(row, BilateralInForce)]


def test_an_agreement_of_two_is_in_force_from_the_day_on_which_it_is_reported_to_have_entered_into_force() -> None:
    steps = event("signed", "2020-09-15"), event("ratified", "2020-10-25"), event("entered_into_force", "2021-01-05")
    assert bilateral(*steps[:2]) == []
    assert bilateral(*steps) == [("ARE", "ISR", "2021-01-05")]


@pytest.mark.parametrize("step", ["suspended", "withdrawn", "terminated"])
def test_an_agreement_is_in_force_no_longer_once_an_end_is_reported(step: str) -> None:
    entry = event("entered_into_force", "2021-01-05")
    assert bilateral(entry, event(step, "2024-01-01", "ISR")) == []
    assert bilateral(entry, event(step, None)) == []
    assert bilateral(event(step, "2020-01-01"), entry) == [("ARE", "ISR", "2021-01-05")]
    again = event("entered_into_force", "2025-01-01")
    assert bilateral(entry, event(step, "2024-01-01"), again) == [("ARE", "ISR", "2025-01-01")]


def test_an_agreement_of_three_in_force_is_not_bilateral() -> None:
    parties = (party("ISR"), party("ARE"), party("BHR"))
    agreement = Agreement(
        id="pact",
        title="Pact",
        kind=AgreementKind.TREATY,
        parties=parties,
        events=(event("entered_into_force", "2021-01-05"),),
    )
    assert views([agreement])["bilateral_in_force"] == []


def declaration(kind: AgreementKind, *events: AgreementEvent) -> dict[str, list[tuple[str, str | None]]]:
    parties = (party("BHR"), party("SDN"), party("USA", PartyRole.WITNESS), party("KAZ", PartyRole.ASPIRANT))
    agreement = Agreement(id="pact", title="Pact", kind=kind, parties=parties, events=events)
    told = views([agreement])
    return {
        name: [(row.country, row.date) for row in told[name] if not isinstance(row, AgreementStatus)]
        for name in ("signed_declaration", "announced")
    }


def test_a_declaration_is_signed_by_the_parties_that_signed_and_by_no_witness() -> None:
    steps = event("signed", "2020-09-15", "BHR"), event("signed", "2020-09-15", "USA")
    assert declaration(AgreementKind.POLITICAL_DECLARATION, *steps)["signed_declaration"] == [("BHR", "2020-09-15")]
    assert declaration(AgreementKind.TREATY, *steps)["signed_declaration"] == []


def test_announced_is_whoever_has_come_no_further() -> None:
    steps = (
        event("announced", "2020-09-11", "BHR"),
        event("signed", "2020-09-15", "BHR"),
        event("text_finalised", "2023-02-02", "SDN"),
        event("intent_announced", "2025-11-07", "KAZ"),
    )
    told = declaration(AgreementKind.POLITICAL_DECLARATION, *steps)
    assert told["announced"] == [("KAZ", "2025-11-07"), ("SDN", "2023-02-02")]
    assert told["signed_declaration"] == [("BHR", "2020-09-15")]


def test_disputes_of_a_step_and_of_its_date_stand_apart_each_with_what_is_said_instead() -> None:
    (sudan,) = (
        each
        for each in standings(samples.whole().agreements, samples.whole().sources)
        if (each.agreement, each.country) == ("abraham-accords-declaration", "SDN")
    )
    assert (sudan.status, sudan.since) == ("signed", "2021-01-06")
    word = "Sudan Tribune, as we summarise it"
    expected = Dispute(cell="date", value="2021-01-06", alternative="2021-01-07", word=word)
    assert sudan.disputes == (expected,)


def test_a_step_that_is_only_denied_is_disputed_without_another_value() -> None:
    source = samples.whole().sources[0]
    cell = Support(field="/events/isr-signed-2020/event", value="signed", basis=Basis.INFERRED)
    denial = Evidence(source=source.id, quote="no", stance=Stance.DISPUTES, supports=(cell,))
    agreement = Agreement(
        id="pact",
        title="Pact",
        kind=AgreementKind.TREATY,
        parties=(party("ISR"),),
        events=(event("signed", "2020", "ISR"),),
        evidence=(attrs.evolve(denial, stance=Stance.SUPPORTS), denial),
    )
    (standing,) = standings([agreement], [source])
    assert standing.disputes == (Dispute(cell="event", value="signed", alternative=None, word=source.outlet),)
    lines = " ".join(" ".join(report.standing_view([standing])).split())
    assert f"step disputed ({source.outlet})" in lines


def test_every_view_has_its_rule_and_none_a_column_member() -> None:
    assert set(views([])) == set(VIEWS)
    for view in VIEWS.values():
        assert (view.__doc__ or "").startswith("Rule: ")
        assert "member" not in {field.name for field in fields_of(view)}
