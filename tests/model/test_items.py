"""Ids of items: what they are made of, and that what is moved takes its evidence along."""

import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import samples
from conftest import REAL

from accords_data.model import items
from accords_data.model.attributes import EVIDENCE
from accords_data.model.fields import fields_of
from accords_data.model.records import MODELS, PLURALS, Agreement, Meeting
from accords_data.problems import AccordsError
from accords_data.release import flat_tables
from accords_data.seeds import dataset, yaml_reader

KINDS = {folder: kind for kind, folder in PLURALS.items()}
Data = dict[str, Any]


def edited(seeds: Path, change: Callable[[str, Data], None]) -> None:
    """Change the data of every record below `seeds`; JSON is YAML."""
    for path in sorted(seeds.glob("*/*.yaml")):
        document, _ = yaml_reader.parse(str(path), path.read_text(encoding="utf-8"))
        assert document is not None
        change(KINDS[path.parent.name], document.data)
        path.write_text(json.dumps(document.data, ensure_ascii=False, indent=1), encoding="utf-8")


def addresses_in(data: dataset.Dataset) -> set[tuple[str, str, str]]:
    """Return kind, record and cell of each address that evidence speaks of, with what the cell says."""
    rows = flat_tables.tables_in(data)[EVIDENCE].to_pylist()
    return {(f"{row['record_kind']} {row['record']}", row["field"], row["value"]) for row in rows}


def without_order(data: dataset.Dataset) -> dict[str, Counter[tuple[object, ...]]]:
    """Return how often each row stands in each table, but for what follows from the order of lists."""
    ordered = {"position", "pointer"}
    return {
        name: Counter(tuple(cell for column, cell in row.items() if column not in ordered) for row in table.to_pylist())
        for name, table in flat_tables.tables_in(data).items()
    }


def test_every_list_of_objects_but_evidence_and_stretches_of_sources_has_items_with_ids() -> None:
    for kind, model in MODELS.items():
        listed = {field.name for field in fields_of(model) if field.many and field.model is not None}
        stretches = {"regions", "set_aside", "passages"} if kind == "source" else set()
        assert listed - set(items.lists_of_items(model)) == {EVIDENCE} | stretches, kind


@pytest.mark.parametrize(
    ("model", "name", "item", "wanted"),
    [
        (
            Agreement,
            "events",
            {"event": "announced", "country": "KAZ", "date": "2025-11-06"},
            "kaz-announced-2025-11-06",
        ),
        (Agreement, "events", {"event": "signed", "country": None, "date": "2020-09-15/.."}, "signed-2020-09-15"),
        (Agreement, "claims", {"country": "XKX", "claim": "not_counted", "claimant": "A B"}, "xkx-not-counted-a-b"),
        (Meeting, "participants", {"country": "USA", "leader": "donald-trump"}, "donald-trump"),
        (Meeting, "participants", {"country": "UZB", "leader": None}, "uzb"),
        (Meeting, "participants", {}, "item"),
    ],
)
def test_an_id_is_made_of_what_the_item_is(model: type, name: str, item: Data, wanted: str) -> None:
    made = items.lists_of_items(model)[name]
    assert items.name_of(made, item, set()) == wanted
    assert items.name_of(made, item, {wanted, f"{wanted}-2"}) == f"{wanted}-3"


def test_ids_that_are_there_stay_and_no_new_one_is_theirs() -> None:
    record = {"participants": [{"country": "UZB"}, {"item": "uzb", "country": "USA"}, {"country": "UZB"}, "x"]}
    assert [name for _, name in items.unnamed(Meeting, record)] == ["uzb-2", "uzb-3"]


@pytest.mark.parametrize("seed", [1, 2])
def test_lists_that_are_shuffled_change_no_address_and_no_table_but_the_order(real: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret

    def shuffle(value: Any) -> None:
        for each in value.values() if isinstance(value, dict) else value:
            if isinstance(each, dict | list):
                shuffle(each)
        if isinstance(value, list):
            chance.shuffle(value)

    edited(real, lambda _kind, data: shuffle(data))
    moved = dataset.load(real)
    assert moved.records != samples.whole().records
    assert addresses_in(moved) == addresses_in(samples.whole())
    assert without_order(moved) == without_order(samples.whole())
    assert (moved.tally.cells, moved.tally.verified) == (samples.whole().tally.cells, samples.whole().tally.verified)


def test_an_item_before_all_others_moves_no_address(real: Path) -> None:
    def insert(kind: str, data: Data) -> None:
        for name in items.lists_of_items(MODELS[kind]):
            first = next(iter(data.get(name, [])), None)
            if kind == "leader" and first is not None and name == "local_names":
                data[name].insert(0, {"item": "xx", "language": "xx", "name": "Nobody"})
                support = {"field": f"/{name}/xx/name", "basis": "background"}
                data["evidence"].append({"authority": "Nobody", "supports": [support]})

    edited(real, insert)
    grown = addresses_in(dataset.load(real))
    assert grown > addresses_in(samples.whole())


def test_two_participants_that_are_swapped_take_their_evidence_along(real: Path) -> None:
    def swap(_kind: str, data: Data) -> None:
        if data["id"] == "2025-11-06-white-house":
            there = data["participants"]
            there[0], there[1] = there[1], there[0]

    edited(real, swap)
    swapped = dataset.load(real)
    (meeting,) = (each for each in swapped.meetings if each.id == "2025-11-06-white-house")
    assert [each.leader for each in meeting.participants][:2] == ["kassym-jomart-tokayev", "donald-trump"]
    for place in meeting.participants:
        for each in meeting.backing.get(f"/participants/{place.item}/leader", ()):
            assert each.support.value == place.leader
    assert without_order(swapped) == without_order(samples.whole())


def test_two_participants_whose_ids_are_swapped_are_refused_cell_by_cell(real: Path) -> None:
    def swap(_kind: str, data: Data) -> None:
        if data["id"] == "2025-11-06-white-house":
            one, other = data["participants"][:2]
            one["item"], other["item"] = other["item"], one["item"]

    edited(real, swap)
    with pytest.raises(AccordsError) as caught:
        dataset.load(real)
    told = {problem.pointer for problem in caught.value.problems}
    assert told == {f"/participants/{item}/{cell}" for item in ("donald-trump", "kassym-jomart-tokayev")
                    for cell in ("country", "leader")}  # fmt: skip


def test_every_id_of_the_record_is_unique_in_its_list_and_has_a_letter() -> None:
    found = 0
    for kind, group in samples.whole().records.items():
        for record in group:
            for name in items.lists_of_items(MODELS[kind]):
                ids = [each.item for each in getattr(record, name)]
                assert len(set(ids)) == len(ids)
                assert not any(each.isdecimal() for each in ids)
                found += len(ids)
    assert found > 200
    assert len(list(REAL.glob("*/*.yaml"))) == sum(map(len, samples.whole().records.values()))
