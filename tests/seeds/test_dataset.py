"""Every case of bad input gets exactly the problems that its file names; its corrected twin gets none."""

from pathlib import Path

import pytest
from conftest import ROOT, apply_case, read_case

from accords_data.problems import AccordsError
from accords_data.seeds.dataset import load

NEGATIVE = sorted((ROOT / "tests" / "seeds" / "negative").glob("*.yaml"))
POSITIVE = sorted((ROOT / "tests" / "seeds" / "positive").glob("*.yaml"))


@pytest.mark.parametrize("path", NEGATIVE, ids=lambda path: path.stem)
def test_a_bad_seeds_folder_gives_exactly_the_problems_of_its_case(path: Path, base: Path) -> None:
    case = read_case(path)
    apply_case(case, base)
    with pytest.raises(AccordsError) as caught:
        load(base)
    assert [str(problem) for problem in caught.value.problems] == case["expect"]
    assert case["expect"]


@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.stem)
def test_the_corrected_twin_of_a_bad_seeds_folder_is_accepted(path: Path, base: Path) -> None:
    apply_case(read_case(path), base)
    assert load(base).tally.covered == load(base).tally.cells > 0


def test_every_bad_case_has_a_corrected_twin() -> None:
    assert [path.stem for path in NEGATIVE] == [path.stem for path in POSITIVE]
    assert len(NEGATIVE) >= 70


def test_all_problems_of_all_files_are_told_in_one_go(base: Path) -> None:
    expected = []
    for name in ("unknown-field", "quote-not-in-source", "inferred-without-note"):
        case = read_case(ROOT / "tests" / "seeds" / "negative" / f"{name}.yaml")
        apply_case(case, base)
        expected += case["expect"]
    with pytest.raises(AccordsError) as caught:
        load(base)
    assert sorted(str(problem) for problem in caught.value.problems) == sorted(expected)


def test_a_missing_seeds_folder_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(AccordsError, match="no such folder"):
        load(tmp_path / "nowhere")
