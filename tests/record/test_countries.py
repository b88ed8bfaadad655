"""Where countries stand, and what is not said of them: facts that no rule can hold."""

import operator

import pytest
import samples
from facts import ACCORDS, DECLARATION, disputes, rows, steps

from accords_data.model.vocabularies import Stance
from accords_data.query import as_of
from accords_data.query.cut import Cut
from accords_data.query.status import standings
from accords_data.release import flat_tables


def test_every_cell_is_covered_and_the_words_of_all_evidence_are_found() -> None:
    tally = samples.whole().tally
    assert tally.covered == tally.cells > 1_400
    assert tally.verified == tally.passages > 300


def test_sudan_signed_with_the_united_states_and_not_with_israel_and_the_day_is_disputed() -> None:
    assert steps(DECLARATION, "SDN") == [("signed", "2021-01-06")]
    assert disputes(DECLARATION, "/events/sdn-signed-2021-01-06/date") == {"Sudan Tribune"}
    there = rows("meeting_participants", meeting="2021-01-06-khartoum")
    assert {(row["country"], row["leader"], row["role"]) for row in there} == {
        ("SDN", "nasredeen-abdulbari", "signatory"),
        ("USA", "steven-mnuchin", "signatory"),
    }


def test_sudan_is_contested_from_2020_to_2025_with_both_sides() -> None:
    told = {(row["event"], row["date"]): row["item"] for row in rows("country_relations", country="SDN")}
    assert disputes("SDN", f"/relations/{told['normalisation_announced', '2020-10-23']}/event") == {"Ynetnews"}
    assert disputes("SDN", f"/relations/{told['normalised', None]}/event") == {"UrduPoint", "Fox News", "Taiwan News"}
    assert ("normalisation_announced", "2023-02-02") in told
    claims = {(row["claimant"], row["claim"]) for row in rows("membership_claims", country="SDN")}
    assert claims >= {("The Associated Press", "counted"), ("Fox News", "not_counted")}
    events = rows("agreement_events", agreement="israel-sudan-agreement")
    assert [(row["event"], row["date"], row["actor"]) for row in events] == [
        ("text_finalised", "2023-02-02", "The Foreign Ministry of Israel")
    ]


def test_kosovo_has_relations_and_no_accord() -> None:
    assert rows("agreement_parties", country="XKX") == []
    assert rows("agreement_status", country="XKX") == []
    told = {(row["event"], row["date"], row["city"]) for row in rows("country_relations", country="XKX")}
    assert told == {("relations_established", "2021-02-01", None), ("embassy_opened", "2021-03-14", "Jerusalem")}
    assert {row["claim"] for row in rows("membership_claims", country="XKX")} == {"not_counted"}


def test_the_chain_of_announcements_has_seven_events_and_says_whose_each_is() -> None:
    chain = sorted(rows("agreement_events", agreement=ACCORDS, country="KAZ"), key=operator.itemgetter("position"))
    assert [(row["event"], row["date"], row["actor"]) for row in chain] == [
        ("announced", "2025-11-06", None),
        ("announced", "2025-11-06", "three officials of the United States"),
        ("announced", "2025-11-06", "President Trump"),
        ("ceremony_planned", "2025-11-06", "Trump"),
        ("intent_announced", None, "The Kazakh government"),
        ("announced", "2025-11-07", "Akorda"),
        ("announced", "2025-11-07", "The Foreign Ministry of Kazakhstan"),
    ]


def test_the_report_of_akorda_speaks_of_a_decision_and_of_an_intention_and_both_are_kept() -> None:
    (event,) = rows("agreement_events", agreement=ACCORDS, actor="Akorda")
    assert event["event"] == "announced"
    assert disputes(ACCORDS, f"/events/{event['item']}/event") == {"Kazinform"}


def test_the_day_of_saying_is_not_told_as_the_day_of_the_act() -> None:
    told = {
        (row["country"], row["event"]): row["date"]
        for row in samples.whole_rows()["country_relations"]
        if row["event"] in {"ambassador_recalled", "ambassador_appointed"}
    }
    assert told["BHR", "ambassador_recalled"] == "../2023-11-02"
    assert told["ISR", "ambassador_appointed"] == "../2026-04-26"
    assert told["X-SOL", "ambassador_appointed"] == "../2026-02"


def test_the_hour_of_a_page_is_not_told_as_that_of_its_speaker() -> None:
    assert {row["time"] for row in samples.whole_rows()["agreement_events"]} == {None}
    assert "07:04 of 7 November 2025" in samples.whole().texts["2025-11-07-kazakhstan-akorda"]


def test_no_signature_of_kazakhstan_is_found_and_none_is_told() -> None:
    assert {row["status"] for row in rows("agreement_status", country="KAZ")} == {
        "announced",
        "ceremony_planned",
        "intent_announced",
    }
    assert rows("signed_declaration", country="KAZ") == []
    assert [row["status"] for row in rows("announced", country="KAZ")] == ["announced"]


def test_relations_of_kazakhstan_with_israel_are_of_1992() -> None:
    (row,) = rows("country_relations", country="KAZ", event="relations_established")
    assert (row["partner"], row["date"]) == ("ISR", "1992-04-10")
    assert disputes("KAZ", f"/relations/{row['item']}/date") == {"The Daily Wire"}


def test_sources_disagree_on_the_call_of_november_2025_and_all_of_it_is_kept() -> None:
    call = "trump-tokayev-netanyahu-call-2025"
    assert disputes(call, "/mode") == disputes(call, "/kind") == set()  # "by phone" says more than "a call", not else
    assert disputes(call, "/participants/donald-trump/attendance") == {"The Daily Wire"}
    (meeting,) = rows("meetings", id=call)
    assert (meeting["venue"], meeting["city"], meeting["mode"]) == (None, None, "phone")


def test_four_countries_are_counted_by_some_and_three_by_another() -> None:
    counted: dict[str, set[str]] = {}
    for row in rows("membership_claims", claim="counted"):
        counted.setdefault(row["claimant"], set()).add(row["country"])
    assert counted["The Associated Press"] == {"BHR", "MAR", "SDN", "ARE"}
    assert counted["Fox News"] == {"BHR", "MAR", "ARE"}


def test_somaliland_has_recognition_and_an_intention_and_lebanon_a_framework_that_is_no_accord() -> None:
    assert [row["status"] for row in rows("announced", country="X-SOL", agreement=ACCORDS)] == ["intent_announced"]
    assert rows("country_relations", country="ISR", partner="X-SOL", event="recognition")[0]["date"] == "2025-12-26"
    (framework,) = rows("agreements", id="lebanon-trilateral-framework-2026")
    assert (framework["kind"], framework["parent"]) == ("other", None)
    assert rows("agreement_parties", country="LBN", agreement=ACCORDS) == []


def test_relations_are_dated_steps_of_two_countries() -> None:
    told = {
        (row["country"], row["partner"], row["event"])
        for row in samples.whole_rows()["country_relations"]
        if row["date"]
    }
    assert told >= {
        ("ARE", "ISR", "embassy_opened"),
        ("ISR", "ARE", "embassy_opened"),
        ("ISR", "BHR", "embassy_opened"),
        ("ISR", "MAR", "liaison_office_opened"),
        ("ISR", "MAR", "embassy_announced"),
        ("BHR", "ISR", "ambassador_recalled"),
        ("MAR", "ISR", "normalisation_announced"),
        ("XKX", "ISR", "relations_established"),
    }
    recall = "/relations/isr-ambassador-recalled-2023-11-02"
    assert disputes("BHR", f"{recall}/event") == {"Al Arabiya English", "The Gulf Observer", "BSS", "swissinfo"}
    assert disputes("BHR", f"{recall}/date") == {"The Gulf Observer", "BSS"}


def test_ambassadors_of_bahrain_and_israel_are_told_of_both_sides() -> None:
    named = rows("country_relations", event="ambassador_appointed")
    told = {(row["country"], row["partner"], row["date"]) for row in named}
    assert told >= {("BHR", "ISR", "2021-03-30"), ("ISR", "BHR", "2021-09-02")}


def test_the_declaration_of_rabat_is_one_undertaking_and_no_relations_are_told_as_resumed() -> None:
    told = [(row["event"], row["date"]) for row in rows("country_relations", country="MAR", partner="ISR")]
    assert told == [
        ("normalised", None),
        ("normalisation_announced", "2020-12-10"),
        ("normalisation_announced", "2020-12-22"),
    ]
    assert disputes("MAR", "/relations/isr-normalisation-announced-2020-12-22/event") == set()


def test_member_is_no_column_of_any_table() -> None:
    assert len(samples.whole_rows()) == 27
    for name, table in flat_tables.tables_in(samples.whole()).items():
        assert not {column for column in table.column_names if "member" in column}, name


@pytest.mark.parametrize("limit", ["as_of", "known_by"])
@pytest.mark.parametrize(
    ("day", "kazakhstan", "sudan"),
    [
        ("2021-01-01", None, None),
        ("2023-12-31", None, "signed"),
        ("2025-11-05", None, "signed"),
        ("2025-11-07", "announced", "signed"),
    ],
)
def test_where_kazakhstan_and_sudan_stood_on_a_day_and_were_known_to_stand(
    limit: str, day: str, kazakhstan: str | None, sudan: str | None
) -> None:
    cut = as_of.cut(samples.whole(), Cut(**{limit: day}))
    told = {(each.agreement, each.country): each.status for each in standings(cut.agreements, cut.sources)}
    assert told.get((ACCORDS, "KAZ")) == kazakhstan
    assert told.get((DECLARATION, "SDN")) == sudan
    assert told[DECLARATION, "ISR"] == told[DECLARATION, "ARE"] == told[DECLARATION, "BHR"] == "signed"


def test_every_weekday_beside_a_date_agrees_and_the_one_that_has_no_year_is_disputed() -> None:
    assert (samples.whole().tally.weekdays, samples.whole().tally.contradicting) == (9, 0)
    assert disputes(ACCORDS, "/events/kaz-announced-2025-11-06-3/date") == {"WION"}


def test_a_dispute_fills_no_cell_and_has_a_note_and_a_source_of_its_own() -> None:
    found = 0
    for kind, group in samples.whole().records.items():
        for record in group:
            for entry in record.evidence:
                if entry.stance is Stance.DISPUTES:
                    assert entry.source is not None, (kind, record.id)
                    assert all(support.note for support in entry.supports), (kind, record.id)
                    found += 1
    assert found >= 20


def test_country_codes_agree_with_an_independent_list_or_are_kosovo_or_our_own() -> None:
    import pycountry

    for row in samples.whole_rows()["countries"]:
        known = pycountry.countries.get(alpha_3=row["id"])
        told = (row["iso_alpha2"], row["iso_numeric"])
        assert told == ((None, None) if known is None else (known.alpha_2, known.numeric))
    assert {row["id"] for row in samples.whole_rows()["countries"] if row["iso_alpha2"] is None} == {"XKX", "X-SOL"}
