"""What the whole record says and, above all, what it does not: facts that no rule can hold."""

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import EXPORTS, REAL, ROOT

from accords_data.model.vocabularies import Stance
from accords_data.query import as_of
from accords_data.query.status import standings
from accords_data.release import build
from accords_data.seeds import dataset

DATASET = dataset.load(REAL)
TABLES = {name: table.to_pylist() for name, table in build.tables_in(DATASET).items()}
DECLARATION = "abraham-accords-declaration"
ACCORDS = "abraham-accords"
TREATY = (
    "Abraham Accords Peace Agreement: Treaty of Peace, Diplomatic Relations and Full Normalization"
    " Between the United Arab Emirates and the State of Israel"
)
ABSTRACTS = [source for source in DATASET.sources if source.kind == "abstract"]


def rows(table: str, **wanted: object) -> list[dict[str, Any]]:
    return [row for row in TABLES[table] if all(row[name] == value for name, value in wanted.items())]


def disputes(record: str, field: str) -> set[str]:
    """Who disputes the cell: the publishers of the sources."""
    publisher = {source.id: source.publisher or "" for source in DATASET.sources}
    found = rows("evidence", record=record, field=field, stance="disputes")
    return {publisher[row["source"]] for row in found}


def steps(agreement: str, country: str | None) -> list[tuple[str, str | None]]:
    return [(row["event"], row["date"]) for row in rows("agreement_events", agreement=agreement, country=country)]


def test_every_cell_is_covered_and_every_quote_verified() -> None:
    tally = DATASET.tally
    assert tally.covered == tally.cells > 1_400
    assert tally.verified == tally.quotes > 400


# The instruments of 2020


@pytest.mark.parametrize(
    ("agreement", "kind", "title"),
    [
        (DECLARATION, "political_declaration", "Abraham Accords Declaration"),
        (
            "israel-uae-treaty",
            "treaty",
            TREATY,
        ),
        (
            "israel-bahrain-declaration",
            "bilateral_declaration",
            "Abraham Accords: Declaration of Peace, Cooperation, and Constructive Diplomatic and Friendly Relations",
        ),
        (
            "israel-bahrain-communique",
            "joint_communique",
            "Joint Communique on the Establishment of Diplomatic, Peaceful and Friendly Relations",
        ),
        (
            "israel-uae-us-joint-statement-2020",
            "joint_statement",
            "Joint Statement of the United States, the State of Israel, and the United Arab Emirates",
        ),
        (
            "israel-sudan-us-joint-statement-2020",
            "joint_statement",
            "Joint Statement of the United States, the Republic of Sudan, and the State of Israel",
        ),
        (
            "morocco-joint-declaration-2020",
            "joint_declaration",
            "Joint Declaration between the Kingdom of Morocco, the United States of America and the State of Israel",
        ),
    ],
)
def test_an_instrument_of_2020_has_its_exact_title_and_its_kind(agreement: str, kind: str, title: str) -> None:
    ((found_kind, found_title),) = [(row["kind"], row["title"]) for row in rows("agreements", id=agreement)]
    assert (found_kind, found_title) == (kind, title)


@pytest.mark.parametrize(
    ("agreement", "signed", "signatories"),
    [
        (
            DECLARATION,
            "2020-09-15",
            {"ISR": "benjamin-netanyahu", "ARE": "abdullah-bin-zayed", "BHR": "abdullatif-al-zayani"},
        ),
        ("israel-uae-treaty", "2020-09-15", {"ISR": "benjamin-netanyahu", "ARE": "abdullah-bin-zayed"}),
        ("israel-bahrain-declaration", "2020-09-15", {"ISR": "benjamin-netanyahu", "BHR": "abdullatif-al-zayani"}),
        ("israel-bahrain-communique", "2020-10-18", {"ISR": "alon-ushpiz", "BHR": "abdullatif-al-zayani"}),
        (
            "morocco-joint-declaration-2020",
            "2020-12-22",
            {"MAR": "saad-dine-el-otmani", "USA": "jared-kushner", "ISR": "meir-ben-shabbat"},
        ),
    ],
)
def test_an_instrument_was_signed_by_these_people_on_this_day(
    agreement: str, signed: str, signatories: dict[str, str]
) -> None:
    parties = rows("agreement_parties", agreement=agreement, role="party")
    assert {row["country"]: row["signatory"] for row in parties if row["country"] != "SDN"} == signatories
    days = {row["date"] for row in rows("agreement_events", agreement=agreement, event="signed")}
    assert signed in days
    assert days <= {signed, "2021-01-06"}


def test_those_who_signed_held_that_office_that_day() -> None:
    held = {(row["leader"], row["title"]) for row in rows("leader_offices", held="2020-09-15")}
    assert held >= {
        ("benjamin-netanyahu", "Prime Minister"),
        ("abdullah-bin-zayed", "Foreign Minister"),
        ("abdullatif-al-zayani", "Foreign Minister"),
        ("donald-trump", "President"),
    }


@pytest.mark.parametrize("agreement", [DECLARATION, "israel-uae-treaty", "israel-bahrain-declaration"])
def test_the_united_states_witnessed_what_was_signed_on_the_south_lawn(agreement: str) -> None:
    (party,) = rows("agreement_parties", agreement=agreement, country="USA")
    assert (party["role"], party["entry_mode"], party["signatory"]) == ("witness", "not_applicable", "donald-trump")
    assert steps(agreement, "USA") == []


def test_in_rabat_the_united_states_signed_as_a_party() -> None:
    (party,) = rows("agreement_parties", agreement="morocco-joint-declaration-2020", country="USA")
    assert (party["role"], party["signatory"]) == ("party", "jared-kushner")
    (meeting,) = rows("meetings", id="2020-12-22-rabat")
    assert (meeting["venue"], meeting["city"], meeting["host_country"]) == ("Royal Palace", "Rabat", "MAR")


def test_a_statement_after_a_call_is_announced_and_nobody_signs_it() -> None:
    for agreement in ("israel-uae-us-joint-statement-2020", "israel-sudan-us-joint-statement-2020"):
        assert {row["event"] for row in rows("agreement_events", agreement=agreement)} == {"announced"}
        assert {row["signatory"] for row in rows("agreement_parties", agreement=agreement)} == {None}


def test_approval_by_a_cabinet_is_neither_ratification_nor_force() -> None:
    assert steps("israel-uae-treaty", "ARE") == [("cabinet_approved", "2020-10-19")]
    assert steps("israel-uae-treaty", "ISR") == [
        ("cabinet_approved", "2020-10-12"),
        ("legislature_approved", "2020-10-15"),
        ("cabinet_approved", "2020-10-25"),
    ]
    events = {row["event"] for row in TABLES["agreement_events"]}
    assert events.isdisjoint({"ratified", "entered_into_force", "acceded"})
    assert TABLES["bilateral_in_force"] == []


def test_who_signed_in_manama_for_israel_is_disputed() -> None:
    assert disputes("israel-bahrain-communique", "/parties/0/signatory") == {"European Jewish Press"}


# Sudan, Kosovo


def test_sudan_signed_with_the_united_states_and_not_with_israel_and_the_day_is_disputed() -> None:
    assert steps(DECLARATION, "SDN") == [("signed", "2021-01-06")]
    assert disputes(DECLARATION, "/events/3/date") == {"Sudan Tribune"}
    there = rows("meeting_participants", meeting="2021-01-06-khartoum")
    assert {(row["country"], row["leader"], row["role"]) for row in there} == {
        ("SDN", "nasredeen-abdulbari", "signatory"),
        ("USA", "steven-mnuchin", "signatory"),
    }


def test_sudan_is_contested_from_2020_to_2025_with_both_sides() -> None:
    told = {row["event"]: index for index, row in enumerate(rows("country_relations", country="SDN"))}
    assert disputes("SDN", f"/relations/{told['normalisation_announced']}/event") == {"Ynetnews"}
    assert disputes("SDN", f"/relations/{told['normalised']}/event") == {"UrduPoint", "Fox News"}
    claims = {(row["claimant"], row["claim"]) for row in rows("membership_claims", country="SDN")}
    assert claims >= {("The Associated Press", "counted"), ("Fox News", "not_counted")}
    events = rows("agreement_events", agreement="israel-sudan-agreement")
    assert [(row["event"], row["date"], row["actor"]) for row in events] == [
        ("text_finalised", "2023-02-02", "the Foreign Ministry of Israel")
    ]


def test_kosovo_has_relations_and_no_accord() -> None:
    assert rows("agreement_parties", country="XKX") == []
    assert rows("agreement_status", country="XKX") == []
    told = {(row["event"], row["date"], row["city"]) for row in rows("country_relations", country="XKX")}
    assert told == {("relations_established", "2021-02-01", None), ("embassy_opened", "2021-03-14", "Jerusalem")}
    assert {row["claim"] for row in rows("membership_claims", country="XKX")} == {"not_counted"}


# Kazakhstan


def test_the_chain_of_announcements_has_seven_events_and_says_whose_each_is() -> None:
    chain = rows("agreement_events", agreement=ACCORDS, country="KAZ")
    assert [(row["event"], row["date"], row["actor"]) for row in chain] == [
        ("announced", "2025-11-06", None),
        ("announced", "2025-11-06", "three officials of the United States"),
        ("announced", "2025-11-06", "President Trump"),
        ("ceremony_planned", "2025-11-06", "Trump"),
        ("intent_announced", None, "The Kazakh government"),
        ("intent_announced", "2025-11-07", "Akorda"),
        ("announced", "2025-11-07", "the Foreign Ministry of Kazakhstan"),
    ]


def test_an_hour_is_told_with_its_offset_and_only_where_a_source_prints_it() -> None:
    hours = {(row["actor"], row["time"]) for row in TABLES["agreement_events"] if row["time"] is not None}
    assert hours == {("Akorda", "07:04+05:00")}


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
    assert disputes("KAZ", f"/relations/{row['position']}/date") == {"The Daily Wire"}


def test_sources_disagree_on_the_call_of_november_2025_and_all_of_it_is_kept() -> None:
    call = "trump-tokayev-netanyahu-call-2025"
    assert disputes(call, "/mode") == {"Kazinform"}
    assert disputes(call, "/kind") == {"RBC-Ukraine"}
    assert disputes(call, "/participants/0/attendance") == {"The Daily Wire"}
    (meeting,) = rows("meetings", id=call)
    assert (meeting["venue"], meeting["city"], meeting["mode"]) == (None, None, "call_unspecified")


def test_four_countries_are_counted_by_some_and_three_by_another() -> None:
    counted: dict[str, set[str]] = {}
    for row in rows("membership_claims", claim="counted"):
        counted.setdefault(row["claimant"], set()).add(row["country"])
    assert counted["The Associated Press"] == {"BHR", "MAR", "SDN", "ARE"}
    assert counted["Fox News"] == {"BHR", "MAR", "ARE"}


# Meetings and people


@pytest.mark.parametrize(
    "meeting",
    [
        "2020-08-13-call",
        "2020-09-11-call",
        "2020-09-15-south-lawn",
        "2020-10-18-manama",
        "2020-10-23-call",
        "2020-12-22-rabat",
        "2021-01-06-khartoum",
        "2022-03-27-negev-summit",
        "2022-06-27-negev-steering-committee",
        "2023-01-09-negev-abu-dhabi",
        "2025-11-06-white-house",
        "2026-01-06-hargeisa",
        "2026-01-27-astana",
        "2026-06-26-washington",
    ],
)
def test_a_meeting_of_the_record_is_there_with_its_day_and_at_least_two_countries(meeting: str) -> None:
    (row,) = rows("meetings", id=meeting)
    assert meeting.startswith(str(row["date_earliest"]))
    assert len({each["country"] for each in rows("meeting_participants", meeting=meeting)}) >= 2


def test_the_leaders_of_central_asia_are_named() -> None:
    there = rows("meeting_participants", meeting="2025-11-06-white-house")
    assert {row["country"]: row["leader"] for row in there} == {
        "USA": "donald-trump",
        "KAZ": "kassym-jomart-tokayev",
        "UZB": "shavkat-mirziyoyev",
        "TJK": "emomali-rahmon",
        "TKM": "serdar-berdimuhamedow",
        "KGZ": "sadyr-japarov",
    }


def test_six_foreign_ministers_met_in_the_negev_egypt_among_them() -> None:
    there = rows("meeting_participants", meeting="2022-03-27-negev-summit")
    assert {row["country"] for row in there} == {"ISR", "USA", "ARE", "BHR", "MAR", "EGY"}
    assert [row["leader"] for row in there if row["role"] == "host"] == ["yair-lapid"]
    assert rows("agreement_parties", country="EGY") == []


def test_whoever_signed_or_met_has_an_office() -> None:
    in_office = {row["leader"] for row in TABLES["leader_offices"]}
    present = {row["leader"] for row in TABLES["meeting_participants"]} | {
        row["signatory"] for row in TABLES["agreement_parties"]
    }
    assert present - in_office - {None} == set()


def test_names_in_other_scripts_are_background_and_name_their_authority() -> None:
    local = [row for row in TABLES["evidence"] if "/local_names/" in row["field"]]
    assert {row["basis"] for row in local} == {"background"}
    assert all(row["authority"] for row in local)
    assert {row["country"] for row in TABLES["country_local_names"]} >= {"ISR", "ARE", "BHR", "MAR", "SDN", "KAZ"}
    for row in TABLES["country_local_names"]:
        letters = {"ar": r"[\u0600-\u06ff ]+", "he": r"[\u0590-\u05ff ]+"}[row["language"]]
        assert re.fullmatch(letters, row["name"]), row


def test_somaliland_has_recognition_and_an_intention_and_lebanon_a_framework_that_is_no_accord() -> None:
    assert [row["status"] for row in rows("announced", country="X-SOL", agreement=ACCORDS)] == ["intent_announced"]
    assert rows("country_relations", country="ISR", partner="X-SOL", event="recognition")[0]["date"] == "2025-12-26"
    (framework,) = rows("agreements", id="lebanon-trilateral-framework-2026")
    assert (framework["kind"], framework["parent"]) == ("other", None)
    assert rows("agreement_parties", country="LBN", agreement=ACCORDS) == []


def test_relations_are_dated_steps_of_two_countries() -> None:
    told = {(row["country"], row["partner"], row["event"]) for row in TABLES["country_relations"] if row["date"]}
    assert told >= {
        ("ARE", "ISR", "embassy_opened"),
        ("ISR", "ARE", "embassy_opened"),
        ("ISR", "BHR", "embassy_opened"),
        ("ISR", "MAR", "liaison_office_opened"),
        ("ISR", "MAR", "embassy_announced"),
        ("BHR", "ISR", "ambassador_recalled"),
        ("MAR", "ISR", "relations_resumed"),
        ("XKX", "ISR", "relations_established"),
    }
    assert disputes("BHR", "/relations/3/event") == {"Al Arabiya English"}


def test_member_is_no_column_of_any_table() -> None:
    assert len(TABLES) == 25
    for name, table in build.tables_in(DATASET).items():
        assert not {column for column in table.column_names if "member" in column}, name


# The four days


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
    cut = as_of.cut(DATASET, as_of.Cut(**{limit: day}))
    told = {(each.agreement, each.country): each.status for each in standings(cut.agreements, cut.sources)}
    assert told.get((ACCORDS, "KAZ")) == kazakhstan
    assert told.get((DECLARATION, "SDN")) == sudan
    assert told[DECLARATION, "ISR"] == told[DECLARATION, "ARE"] == told[DECLARATION, "BHR"] == "signed"


# Abstracts


def test_an_abstract_names_its_publication_and_says_that_its_words_are_ours() -> None:
    assert len(ABSTRACTS) > 70
    for source in ABSTRACTS:
        first = DATASET.texts[source.id].partition("\n")[0]
        assert source.publisher is not None
        assert source.url is not None
        assert source.publisher in first
        assert source.title in first or source.title.startswith("Report on "), source.id
        assert "our own words" in source.provenance.lower()


def test_no_sentence_of_an_abstract_needs_the_one_before_it() -> None:
    pronouns = re.compile(r"^(?:It|Its|They|Their|He|His|She|Her|This|These|That|Those|The same)\b")
    sentences = [line for source in ABSTRACTS for line in DATASET.texts[source.id].splitlines()[2:]]
    assert [line for line in sentences if pronouns.match(line)] == []
    assert len(sentences) > 180


def test_every_sentence_of_an_abstract_carries_a_cell_or_is_set_aside() -> None:
    used: dict[str, list[tuple[int, int]]] = {
        source.id: [(each.start or 0, each.end or 0) for each in (*source.regions, *source.set_aside)]
        for source in DATASET.sources
    }
    for row in TABLES["evidence"]:
        if row["source"] is not None:
            used[row["source"]].append((row["start"], row["end"]))
    checked = 0
    for source in ABSTRACTS:
        for line in re.finditer(r"[^\n]+", DATASET.texts[source.id]):
            assert any(line.start() < end and start < line.end() for start, end in used[source.id]), line[0]
            checked += 1
    assert checked > 250


def test_every_weekday_beside_a_date_agrees_but_one_that_is_recorded() -> None:
    assert (DATASET.tally.weekdays, DATASET.tally.contradicting) == (10, 1)
    assert disputes(ACCORDS, "/events/2/date") == {"WION"}


def test_a_dispute_fills_no_cell_and_has_a_note_and_a_source_of_its_own() -> None:
    found = 0
    for kind, group in DATASET.records.items():
        for record in group:
            for entry in record.evidence:
                if entry.stance is Stance.DISPUTES:
                    assert entry.source is not None, (kind, record.id)
                    assert all(support.note for support in entry.supports), (kind, record.id)
                    found += 1
    assert found >= 20


def test_country_codes_agree_with_an_independent_list_or_are_kosovo_or_our_own() -> None:
    import pycountry

    for row in TABLES["countries"]:
        known = pycountry.countries.get(alpha_3=row["id"])
        told = (row["iso_alpha2"], row["iso_numeric"])
        assert told == ((None, None) if known is None else (known.alpha_2, known.numeric))
    assert {row["id"] for row in TABLES["countries"] if row["iso_alpha2"] is None} == {"XKX", "X-SOL"}


# The audit


def test_the_script_of_the_audit_draws_the_same_cells_again() -> None:
    spec = importlib.util.spec_from_file_location("draw", ROOT / "docs" / "audit" / "draw.py")
    assert spec is not None
    assert spec.loader is not None
    draw = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(draw)
    evidence = json.loads((EXPORTS / "json" / "evidence.json").read_text(encoding="utf-8"))
    first = draw.drawn(evidence, 1, 60)
    assert draw.sheet(first) == draw.sheet(draw.drawn(evidence, 1, 60))
    assert draw.sheet(first) != draw.sheet(draw.drawn(evidence, 2, 60))
    assert len(first) == 60
    with pytest.raises(ValueError, match=r"[Ss]ample"):
        draw.drawn(evidence[:10], 1, 60)


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "audit").glob("20*.md")), ids=lambda path: path.stem)
def test_every_cell_of_an_audit_has_its_verdict(path: Path) -> None:
    verdicts = re.findall(
        r"^\| [0-9]+ \|.*\| \**(right|weak|wrong)\b[^|]*\|$", path.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(verdicts) == 60
