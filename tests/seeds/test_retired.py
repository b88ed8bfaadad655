"""An id that is retired is never used again, and a successor is there."""

from pathlib import Path

import pytest

from accords_data.problems import AccordsError
from accords_data.seeds import dataset

ENTRY = {"record_kind": "agreement", "record": "zenda-pact", "address": "/events/gone", "reason": "It was none."}


def told(seeds: Path, *entries: dict[str, str]) -> list[str]:
    lines = ["retired:"]
    for entry in entries:
        lines += [
            f"{'  - ' if place == 0 else '    '}{name}: {value}" for place, (name, value) in enumerate(entry.items())
        ]
    (seeds / "retired.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        dataset.load(seeds)
    except AccordsError as error:
        return [str(problem) for problem in error.problems]
    return []


def test_an_item_that_is_gone_may_be_retired(base: Path) -> None:
    assert told(base, ENTRY) == []


WRONG = {
    "2:5: /retired/0: agreement zenda-pact/parties/x-fre is retired, and there again"
    " (an id is never used again: choose another one)": {"address": "/parties/x-fre"},
    "2:18: /retired/0/record_kind: no kind of record is called 'treaty'"
    " (choose from: source, country, leader, agreement, meeting)": {"record_kind": "treaty"},
    "6:16: /retired/0/successor: there is no agreement zenda-pakt (name what tells it now)": {
        "successor": "zenda-pakt"
    },
    "6:16: /retired/0/successor: there is no agreement zenda-pact/events/x (name what tells it now)": {
        "successor": "zenda-pact",
        "successor_address": "/events/x",
    },
    "6:10: /retired/0/why: unknown field 'why'"
    " (known fields: record_kind, record, address, reason, successor, successor_address)": {"why": "x"},
}


@pytest.mark.parametrize(("problem", "changes"), WRONG.items())
def test_what_is_wrong_with_a_tombstone_is_told(problem: str, changes: dict[str, str], base: Path) -> None:
    assert told(base, ENTRY | changes) == [f"seeds/retired.yaml:{problem}"]


def test_a_record_that_is_retired_is_not_there_again_and_nothing_is_retired_twice(base: Path) -> None:
    record = {"record_kind": "meeting", "record": "castle-zenda", "reason": "It was none."}
    assert [each.partition(": ")[2] for each in told(base, record, ENTRY, ENTRY)] == [
        "/retired/0: meeting castle-zenda is retired, and there again (an id is never used again: choose another one)",
        "/retired/2: retired twice (keep one of the two)",
    ]


def test_a_file_that_is_no_yaml_is_told(base: Path) -> None:
    (base / "retired.yaml").write_text("retired: [", encoding="utf-8")
    with pytest.raises(AccordsError, match="not YAML"):
        dataset.load(base)
