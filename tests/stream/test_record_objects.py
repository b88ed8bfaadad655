"""Lines as objects."""

import gc
import json
from pathlib import Path

import pytest
from conftest import ROOT
from streams import generate, write_meetings

from accords_data.model.records import MODELS, PLURALS, Meeting
from accords_data.problems import AccordsError
from accords_data.seeds.dataset import converter
from accords_data.stream import lines, record_objects
from accords_data.stream.judge import Judge


@pytest.mark.parametrize("kind", MODELS)
def test_objects_built_by_columns_are_those_that_cattrs_builds(kind: str) -> None:
    path = ROOT / "exports" / "json" / f"{PLURALS[kind]}.json"
    wanted = [converter().structure(each, MODELS[kind]) for each in json.loads(path.read_text(encoding="utf-8"))]
    assert list(record_objects.read([str(path)], kind)) == wanted
    assert gc.isenabled()


def test_left_out_fields_of_objects_have_their_defaults() -> None:
    made = list(generate.meetings(300, 2, 0.0))
    batch = Judge("meeting").verdict(lines.Block(b"".join(made), 0), 0).batch
    assert record_objects.records("meeting", batch) == [
        converter().structure(json.loads(line), Meeting) for line in made
    ]


@pytest.mark.usefixtures("place")
def test_a_wrong_line_among_objects_is_told_after_those_before_it() -> None:
    made = write_meetings(Path("in.jsonl"), 10)
    Path("in.jsonl").write_bytes(b"\n".join([*made[:5], b"{}"]))
    found: list[object] = []
    with pytest.raises(AccordsError) as told:
        found.extend(record_objects.read(["in.jsonl"], "meeting"))
    assert {problem.line for problem in told.value.problems} == {6}
