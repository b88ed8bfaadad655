"""The audits of drawn cells."""

import importlib.util
import json
import re
from pathlib import Path

import pytest
import samples
from conftest import EXPORTS, ROOT


def test_the_script_of_the_audit_draws_the_same_cells_again() -> None:
    spec = importlib.util.spec_from_file_location("draw", ROOT / "docs" / "audit" / "draw.py")
    assert spec is not None
    assert spec.loader is not None
    draw = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(draw)
    evidence = json.loads((EXPORTS / "json" / "evidence.json").read_text(encoding="utf-8"))
    first = draw.drawn(evidence, 1, 60)
    assert draw.sheet(first) == draw.sheet(draw.drawn(evidence, 1, 60))
    assert draw.sheet(first) != draw.sheet(draw.drawn(evidence, 2, 60))
    assert len(first) == 60
    with pytest.raises(ValueError, match=r"[Ss]ample"):
        draw.drawn(evidence[:10], 1, 60)


def audits(*, of_second_readings: bool) -> list[Path]:
    found = sorted((ROOT / "docs" / "audit").glob("20*.md"))
    return [path for path in found if ("second-reading" in path.stem) == of_second_readings]


@pytest.mark.parametrize("path", audits(of_second_readings=False), ids=lambda path: path.stem)
def test_every_cell_of_an_audit_has_its_verdict(path: Path) -> None:
    verdicts = re.findall(
        r"^\| [0-9]+ \|.*\| \**(right|weak|wrong)\b[^|]*\|$", path.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(verdicts) == 60


@pytest.mark.parametrize("path", audits(of_second_readings=True), ids=lambda path: path.stem)
def test_a_sheet_of_second_readings_gives_each_source_the_verdict_that_its_record_has(path: Path) -> None:
    verdicts = dict(re.findall(r"^\| `([^`]+)` \| ([a-z ]+) \|", path.read_text(encoding="utf-8"), re.MULTILINE))
    known = {source.id: source.second_reading for source in samples.whole().sources}
    assert {name for name, verdict in verdicts.items() if verdict == "not found"} == {
        name for name in verdicts if known[name] is None
    }
    assert set(verdicts.values()) <= {"faithful", "changed", "not found"}
    assert len(verdicts) >= 25
