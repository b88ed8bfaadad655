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


SHEETS = [path for path in sorted((ROOT / "docs" / "audit").glob("20*.md")) if "second-reading" not in path.stem]
READINGS = sorted((ROOT / "docs" / "audit").glob("20*-second-reading-*.md"))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_every_cell_of_an_audit_has_its_verdict(path: Path) -> None:
    verdicts = re.findall(
        r"^\| [0-9]+ \|.*\| \**(right|weak|wrong)\b[^|]*\|$", path.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(verdicts) == 60


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_a_second_reading_that_found_the_page_is_in_its_source(path: Path) -> None:
    told = dict(
        re.findall(r"^\| `([^`]+)` \| (faithful|changed|not found) \|", path.read_text(encoding="utf-8"), re.MULTILINE)
    )
    read = {source.id: source.second_reading for source in samples.whole().sources}
    assert len(told) >= 30
    assert {name: read[name] is not None for name in told} == {name: told[name] != "not found" for name in told}
