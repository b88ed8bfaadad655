"""What two sources say differently."""

from pathlib import Path

import attrs
import pytest
import samples
from article import ID
from commands import run

from accords_data.curate import conflicts
from accords_data.model.records import Meeting
from accords_data.seeds import dataset
from accords_data.seeds.dataset import Dataset


def test_the_article_alone_has_no_conflict() -> None:
    assert conflicts.conflicts(samples.alone()) == ()


def test_a_dispute_on_record_is_told_with_its_source() -> None:
    found = conflicts.conflicts(samples.whole())
    assert any(each.sort == "dates" and each.recorded and "wion" in each.message for each in found)
    assert any(each.sort == "disputed" and each.record == "country SDN" for each in found)
    assert len(found) > 20


def test_nothing_is_left_to_decide_in_the_seeds() -> None:
    assert [each for each in conflicts.conflicts(samples.whole()) if not each.recorded] == []


def test_one_relation_on_two_near_days_is_told(alone: Path) -> None:
    path = alone / "countries" / "KAZ.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace(
        "    event: relations_maintained\n",
        '    event: relations_maintained\n  - partner: ISR\n    event: relations_maintained\n    date: "2025-11"\n',
    )
    text += f"""  - source: {ID}
    quote: Kazakhstan has maintained diplomatic ties with Israel for many years
    supports:
      - {{field: /relations/1/partner, basis: resolved, words: Israel}}
      - {{field: /relations/1/event, basis: resolved}}
      - {{field: /relations/1/date, basis: inferred, note: Invented.}}
"""
    path.write_text(text, encoding="utf-8")
    (told,) = conflicts.conflicts(dataset.load(alone))
    assert told.message == "relations_maintained of ISR and KAZ twice: undated and 2025-11"


def test_two_records_of_one_event_are_told(alone: Path) -> None:
    path = alone / "meetings" / "2025-11-06-white-house.yaml"
    twin = path.read_text(encoding="utf-8").replace("id: 2025-11-06-white-house", "id: 2025-11-06-twin")
    twin = twin.replace("      - {field: /kind, basis: resolved}\n", "")
    twin += (
        f"  - source: {ID}\n    quote: shared on Truth Social\n    supports:\n"
        "      - {field: /kind, basis: inferred, note: It is one.}\n"
    )
    (alone / "meetings" / "2025-11-06-twin.yaml").write_text(twin, encoding="utf-8")
    told = [each for each in conflicts.conflicts(dataset.load(alone)) if not each.recorded]
    assert [each.sort for each in told] == ["same event"]
    assert "2025-11-06-twin and 2025-11-06-white-house" in told[0].message
    done = run("conflicts", status=1)
    assert done.stdout.startswith("1 to decide\n")


def test_a_date_after_the_publication_that_tells_it_is_told(alone: Path) -> None:
    meeting = alone / "meetings" / "2025-11-06-white-house.yaml"
    text = meeting.read_text(encoding="utf-8").replace('date: "2025-11-06"', 'date: "2025-11-13"')
    text = text.replace("{field: /date, basis: resolved", "{field: /date, basis: inferred")
    meeting.write_text(text, encoding="utf-8")
    (told,) = conflicts.conflicts(dataset.load(alone))
    assert told.sort == "dates"
    assert "published on 2025-11-06, before it" in told.message


def twice(one: str | None, other: str | None) -> Dataset:
    """Return the article's meeting recorded twice, with two dates."""
    alone = samples.alone()
    meeting = alone.record("meeting", "2025-11-06-white-house")
    assert isinstance(meeting, Meeting)
    dated = [
        attrs.evolve(meeting, id=name, date=date, evidence=()) for name, date in (("first", one), ("second", other))
    ]
    return attrs.evolve(alone, records={**alone.records, "meeting": tuple(dated)})


def decided(one: str | None, other: str | None) -> list[str]:
    """Return what is told of the two as one event, whichever of them comes first."""
    told = [[each.message for each in conflicts.conflicts(twice(*dates))] for dates in ((one, other), (other, one))]
    assert len(told[0]) == len(told[1])
    return told[0]


@pytest.mark.parametrize(
    ("one", "other", "when"),
    [
        ("2025-11-06", "2025-11-06", "on the same day"),
        ("2025-11-06", "2025-11-07", "1 day apart"),
        ("2025-11-06", "2025-11-09", "3 days apart"),
        ("2025-11-06", "2025-11", "on dates that may be the same day (2025-11-06 and 2025-11)"),
        ("2025-11-30", "2025-11", "on dates that may be the same day"),
        ("2025-11-06", "2025", "on dates that may be the same day"),
        ("2025-12-31", "2025", "on dates that may be the same day"),
        ("2025-11", "2025", "on dates that may be the same day"),
        ("2025-11-06", "../2025-11-07", "on dates that may be the same day"),
        ("2025-11-06", "2025-10-01/..", "on dates that may be the same day"),
        ("2025-11-06", "2025-11-04/2025-11-08", "on dates that may be the same day"),
        ("2025-11-01/2025-11-10", "2025-11-10/2025-11-20", "on dates that may be the same day"),
        ("2025-11", "2025-12", "on dates that may be near"),
        ("2025-11", "2025-12-03", "on dates that may be near (2025-11 and 2025-12-03)"),
        ("2024", "2025-01-02", "on dates that may be near"),
    ],
)
def test_one_meeting_told_with_two_exactnesses_is_told(one: str, other: str, when: str) -> None:
    (told,) = decided(one, other)
    assert f" {when}" in told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025-11-06", "2025-11-10"), ("2025-11-06", "2025-12"), ("2025-11-06", "2026"), ("2025-11", "2025-12-04"),
        ("2025-11-06", "../2025-11-02"), ("2025-11-06", "2025-11-10/.."), ("2024", "2025-02"), ("2025-11-06", None),
        ("2025-11-01/2025-11-05", "2025-11-09/2025-11-20"),
    ],
)  # fmt: skip
def test_two_meetings_that_cannot_be_on_near_days_are_two(one: str, other: str | None) -> None:
    assert decided(one, other) == []


def test_a_wide_date_does_not_hide_the_day_behind_it() -> None:
    both = twice("2025", "2025-11-06")
    long = attrs.evolve(both.meetings[0], id="third", date="2025-03-01")
    records = {**both.records, "meeting": (*both.meetings, long)}
    told = [each.record for each in conflicts.conflicts(attrs.evolve(both, records=records))]
    assert told == ["meeting first", "meeting first"]
