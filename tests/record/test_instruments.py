"""The instruments of 2020: who signed what, on which day, as what."""

import pytest
import samples
from facts import DECLARATION, disputes, rows, steps

TREATY = (
    "Abraham Accords Peace Agreement: Treaty of Peace, Diplomatic Relations and Full Normalization"
    " Between the United Arab Emirates and the State of Israel"
)


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


def test_approval_ratification_and_force_are_different_steps() -> None:
    assert steps("israel-uae-treaty", "ARE") == [("cabinet_approved", "2020-10-19")]
    assert steps("israel-uae-treaty", "ISR") == [
        ("cabinet_approved", "2020-10-12"),
        ("legislature_approved", "2020-10-15"),
        ("cabinet_approved", "2020-10-25"),
        ("ratified", "2020-10-25"),
    ]
    assert ("cabinet_approved", "2020-10-19") in steps("israel-bahrain-communique", "BHR")
    assert steps("israel-bahrain-communique", "ISR") == [
        ("legislature_approved", "2020-11-10"),
        ("cabinet_approved", "2020-10-25"),
        ("ratified", "2020-11-15"),
    ]
    assert rows("agreement_events", event="acceded") == []


def test_the_trade_agreement_of_israel_and_the_emirates_alone_is_in_force() -> None:
    assert [row["agreement"] for row in rows("agreement_events", event="entered_into_force")] == ["israel-uae-cepa"]
    assert {row["agreement"] for row in samples.whole_rows()["bilateral_in_force"]} == {"israel-uae-cepa"}


def test_three_signed_in_manama_and_no_source_disputes_it() -> None:
    signed = {row["leader"] for row in rows("meeting_participants", meeting="2020-10-18-manama", role="signatory")}
    assert signed == {"abdullatif-al-zayani", "alon-ushpiz", "meir-ben-shabbat"}
    assert disputes("israel-bahrain-communique", "/parties/isr/signatory") == set()
    assert disputes("2020-10-18-manama", "/participants/alon-ushpiz/role") == set()
