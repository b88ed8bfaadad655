"""Addresses: each leads to its cell, whatever the order of the lists."""

from typing import Any

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from accords_data.model import addresses
from accords_data.model.fields import cells
from accords_data.model.record_base import Record
from accords_data.seeds import dataset


def everything() -> list[tuple[Record, dict[str, Any]]]:
    return [(record, dataset.plain(record)) for group in samples.whole().records.values() for record in group]


def followed(value: Any, pointer: str) -> Any:
    """Follow a JSON Pointer, as other programs do."""
    for part in pointer.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def test_every_cell_is_found_by_its_address_in_the_record_and_by_its_pointer_in_the_json() -> None:
    found = 0
    for record, plain in everything():
        told = list(cells(record))
        assert len({cell.address for cell in told}) == len(told)
        for cell in told:
            place = addresses.resolve(record, cell.address)
            assert place is not None
            assert place.value == cell.value
            assert addresses.resolve(plain, cell.address) == place
            assert followed(plain, place.pointer) == cell.value
            assert addresses.address_of(plain, place.pointer) == cell.address
            assert addresses.pointers(plain, [cell.address]) == [place.pointer]
            found += 1
    assert found > 2_500


def test_every_row_of_evidence_has_the_pointer_of_its_cell() -> None:
    plain = {(type(record).__name__.lower(), record.id): each for record, each in everything()}
    rows = samples.whole_rows()["evidence"]
    for row in rows:
        record = plain[row["record_kind"], row["record"]]
        assert str(followed(record, row["pointer"])) == row["value"]
        assert addresses.address_of(record, row["pointer"]) == row["field"]
    assert len(rows) > 1_400


def test_what_is_not_there_is_found_nowhere_and_the_nearest_part_of_it_where_it_is() -> None:
    record = {"venue": None, "participants": [{"item": "usa", "leader": None}, {"item": "uzb"}], "names": ["A b"]}
    for address in ("/city", "/participants/tjk", "/participants/uzb/leader", "/venue/x", "/names/a", "venue", ""):
        assert addresses.resolve(record, address) is None, address
    assert addresses.pointers(record, ["/names/x", "/names/a-b", "/venue"]) == [None, "/names/0", "/venue"]
    assert addresses.nearest(record, "/participants/uzb/leader") == "/participants/1"
    assert addresses.nearest(record, "/city") == ""
    assert addresses.resolve(record, "/venue") == addresses.Resolved("/venue", None)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("the Abraham Accords", "the-abraham-accords"),
        ("Élysée", "elysee"),
        ("U.A.E.", "u-a-e"),
        ("President, 2025", "president-2025"),
        ("1967", "x-50828327"),
        ("كازاخستان", "x-0ddfae02"),
        ("9" * 95 + " lines", "9" * 90 + "-x"),
    ],
)
def test_a_text_goes_by_its_small_letters_or_by_a_hash_where_it_has_none(text: str, part: str) -> None:
    assert addresses.of_texts([text]) == [part]


@given(st.lists(st.sampled_from(["Us", "US", "us", "us 2", "U S", "Иран"]), max_size=6), st.randoms())
def test_texts_have_the_same_parts_wherever_they_stand(texts: list[str], chance: Any) -> None:
    parts = addresses.of_texts(texts)
    assert len(set(parts)) == len(texts)
    moved = sorted(texts, key=lambda _: chance.random())
    assert sorted(zip(moved, addresses.of_texts(moved), strict=True)) == sorted(zip(texts, parts, strict=True))


@given(st.text(min_size=1))
def test_no_part_of_an_address_is_an_index(text: str) -> None:
    assert not addresses.slug(text).isdecimal()
    assert 0 < len(addresses.slug(text)) <= 92
