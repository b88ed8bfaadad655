"""The seeds on which growth is measured: in order, in the mix of the real record, and every name new."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from conftest import REAL, ROOT

from accords_data.seeds.dataset import Dataset, counts, load

sys.path.insert(0, str(ROOT / "benchmarks"))
import real_mix

COPIES = 2
MORE = {"leader": {"source", "leader"}}
"""Kinds that do not come alone."""


def names(dataset: Dataset, kind: str) -> Counter[str]:
    """Return how many records of `kind` each name means."""
    return Counter(name for record in dataset.records[kind] for name in set(record.names))


@pytest.fixture(scope="module")
def known() -> Dataset:
    """Return the real record."""
    return load(REAL)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Return what the checks make of two copies beside the real record."""
    out = tmp_path_factory.mktemp("mix") / "seeds"
    number = real_mix.generate(out, 169 + COPIES * 154 + 153, real=REAL)
    dataset = load(out)
    assert number == sum(counts(dataset).values()) == 169 + COPIES * 154
    return dataset


def test_two_copies_have_three_times_the_records_of_each_kind_but_countries(grown: Dataset, known: Dataset) -> None:
    before = counts(known)
    assert counts(grown) == {kind: number * (1 if kind == "country" else 1 + COPIES) for kind, number in before.items()}


@pytest.mark.parametrize("kind", ["leader", "agreement"])
def test_people_and_agreements_of_a_copy_share_no_name_with_others(grown: Dataset, known: Dataset, kind: str) -> None:
    before, after = names(known, kind), names(grown, kind)
    assert after.total() == before.total() * (1 + COPIES)
    assert max(after.values()) == max(before.values())


@pytest.mark.parametrize("kind", [kind for kind in real_mix.KINDS if kind != "mix"])
def test_more_of_one_kind_is_in_order_too(tmp_path: Path, known: Dataset, kind: str) -> None:
    real_mix.generate(tmp_path / "seeds", 300, kind, REAL)
    assert set(counts(load(tmp_path / "seeds")) - counts(known)) == MORE.get(kind, {kind})


def test_the_same_number_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        real_mix.generate(tmp_path / name, 169 + 154, real=REAL)
    one, other = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("one", "other")
    )
    assert one == other
