"""Checks across records."""

from pathlib import Path

import pytest

from accords_data.model.records import PLURALS
from accords_data.problems import AccordsError
from accords_data.seeds import dataset


def test_a_reference_to_a_record_that_is_not_there_says_in_which_folder_to_write_it(base: Path) -> None:
    path = base / "agreements" / "zenda-pact.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("country: X-FRE", "country: QQQ"), encoding="utf-8")
    with pytest.raises(AccordsError) as told:
        dataset.load(base)
    hints = {problem.hint for problem in told.value.problems if "there is no country 'QQQ'" in problem.message}
    assert hints == {"write its record first, in seeds/countries"}
    assert PLURALS["country"] == "countries"
