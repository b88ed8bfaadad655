"""Meetings and people of the record."""

import re

import pytest
import samples
from facts import rows


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
    in_office = {row["leader"] for row in samples.whole_rows()["leader_offices"]}
    present = {row["leader"] for row in samples.whole_rows()["meeting_participants"]} | {
        row["signatory"] for row in samples.whole_rows()["agreement_parties"]
    }
    assert present - in_office - {None} == set()


def test_names_in_other_scripts_are_background_and_name_their_authority() -> None:
    local = [row for row in samples.whole_rows()["evidence"] if "/local_names/" in row["field"]]
    assert {row["basis"] for row in local} == {"background"}
    assert all(row["authority"] for row in local)
    assert {row["country"] for row in samples.whole_rows()["country_local_names"]} >= {
        "ISR",
        "ARE",
        "BHR",
        "MAR",
        "SDN",
        "KAZ",
    }
    for row in samples.whole_rows()["country_local_names"]:
        letters = {"ar": r"[\u0600-\u06ff ]+", "he": r"[\u0590-\u05ff ]+"}[row["language"]]
        assert re.fullmatch(letters, row["name"]), row
