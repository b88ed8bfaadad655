"""What the article alone says, and above all what it does not: facts of the dataset that no rule can hold."""

import samples

from accords_data.seeds import dataset


def test_the_article_is_kept_byte_for_byte() -> None:
    (source,) = samples.alone_rows()["sources"]
    assert source["sha256"] == "f7aa4bcfd049c1d30fee4ecc3723e01d3832fbcae1b4cb165242fda8fb658d56"
    assert len(samples.alone().texts[source["id"]]) == 2003


def test_the_article_is_attributed_to_al_monitor_and_nobody_is_said_to_have_published_it() -> None:
    (source,) = samples.alone_rows()["sources"]
    assert source["attributed_to"] == "AL-Monitor"
    assert source["strength"] == "rewrite_suspected"
    assert source["publisher"] is None


def test_kazakhstan_is_announced_and_nothing_more() -> None:
    (row,) = samples.alone_rows()["agreement_status"]
    assert (row["country"], row["status"], row["valid_from"], row["valid_to"]) == (
        "KAZ",
        "announced",
        "2025-11-06",
        None,
    )
    roles = {
        party["country"]: (party["role"], party["entry_mode"]) for party in samples.alone_rows()["agreement_parties"]
    }
    assert roles.pop("KAZ") == ("aspirant", "accession")
    assert roles == dict.fromkeys(("ISR", "ARE", "BHR", "SDN", "MAR"), ("party", "original"))


def test_no_signature_is_claimed_of_anyone() -> None:
    assert {event["event"] for event in samples.alone_rows()["agreement_events"]} == {"announced"}
    assert {party["signatory"] for party in samples.alone_rows()["agreement_parties"]} == {None}


def test_relations_of_kazakhstan_are_kept_apart_from_its_joining_and_have_no_date() -> None:
    rows = {row["country"]: row for row in samples.alone_rows()["country_relations"]}
    assert (rows["KAZ"]["partner"], rows["KAZ"]["event"]) == ("ISR", "relations_maintained")
    assert {rows[each]["event"] for each in ("ARE", "BHR", "SDN", "MAR")} == {"normalised"}
    assert {row["date"] for row in rows.values()} == {None}


def test_three_people_are_named_and_four_leaders_stay_unnamed() -> None:
    assert {row["name"] for row in samples.alone_rows()["leaders"]} == {
        "Donald Trump",
        "Kassym-Jomart Tokayev",
        "Benjamin Netanyahu",
    }
    unnamed = [row for row in samples.alone_rows()["meeting_participants"] if row["leader"] is None]
    assert {row["country"] for row in unnamed} == {"UZB", "TJK", "TKM", "KGZ"}


def test_the_call_has_no_venue_no_date_and_stands_on_trumps_word() -> None:
    call = next(row for row in samples.alone_rows()["meetings"] if row["kind"] == "call")
    assert (call["venue"], call["city"], call["host_country"], call["date"]) == (None, None, None, None)
    assert call["mode"] == "phone"  # inferred: the article says no more than "call"
    words = {
        row["asserted_by"]
        for row in samples.alone_rows()["evidence"]
        if row["record"] == call["id"] and row["field"] == "/kind"
    }
    assert words == {"President Trump"}


def test_the_white_house_is_a_venue_and_washington_is_no_city() -> None:
    meeting = next(row for row in samples.alone_rows()["meetings"] if row["kind"] == "leaders_meeting")
    assert (meeting["venue"], meeting["city"], meeting["host_country"]) == ("the White House", None, None)


def test_dates_from_words_are_marked_as_resolved() -> None:
    dated = [row for row in samples.alone_rows()["evidence"] if row["field"].endswith("/date")]
    assert {(row["value"], row["basis"], row["rule"], row["words"]) for row in dated} == {
        ("2025-11-06", "resolved", "weekday", "Thursday")
    }


def test_every_paragraph_of_the_article_is_quoted_set_aside_or_a_region() -> None:
    source = dataset.plain(samples.alone().sources[0])
    spans = [(each["start"], each["end"]) for each in (*source["regions"], *source["set_aside"])]
    spans += [(row["start"], row["end"]) for row in samples.alone_rows()["evidence"] if row["source"] == source["id"]]
    text = samples.alone().texts[source["id"]]
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        assert any(start <= first and last <= end for first, last in spans), paragraph
        start = end + 2


def test_country_codes_agree_with_an_independent_list() -> None:
    import pycountry

    assert len(samples.alone_rows()["countries"]) == 11
    for row in samples.alone_rows()["countries"]:
        known = pycountry.countries.get(alpha_3=row["id"])
        assert known is not None
        assert (row["iso_alpha2"], row["iso_numeric"]) == (known.alpha_2, known.numeric)
