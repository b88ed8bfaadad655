"""The commands of a curator, as a machine reads them."""

import json
from pathlib import Path

from article import ID
from commands import run

from accords_data.seeds import dataset


def test_a_problem_of_the_workbench_can_be_read_by_a_machine(alone: Path) -> None:
    told = json.loads(run("cite", ID, "no such words anywhere in it", "--output", "json", status=1).stdout)
    assert told["problems"][0]["message"] == "'no such words anywhere in it' is not in the text"
    proposal = json.loads(run("suggest", ID, "--output", "json").stdout)
    assert proposal["drafts"] == []
    assert json.loads(run("conflicts", "--output", "json").stdout) == []
    assert alone.is_dir()


def test_a_source_that_is_not_there_is_told_with_the_likest(alone: Path) -> None:
    for command in ("suggest", "coverage"):
        assert f"did you mean '{ID}'?" in run(command, "2025-11-06-kazakhstan-to-jion", status=2).stderr
    assert dataset.stored_source(alone.parent / "nowhere", ID) == (None, [])
