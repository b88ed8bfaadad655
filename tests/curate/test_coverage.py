"""Which sentences of a text carry a cell."""

import json
from pathlib import Path

import samples
from article import ID
from commands import run

from accords_data.curate import coverage


def test_the_sentences_of_the_article_are_used_set_aside_or_no_evidence() -> None:
    loaded = samples.alone()
    counted = coverage.totals([coverage.usage(loaded, source) for source in loaded.sources])
    assert counted == {"used": 7, "set aside": 3, "unused": 0, "region": 8}


def test_coverage_fails_under_the_limit_and_not_at_it(alone: Path) -> None:
    done = run("coverage", ID, "--fail-under", "100")
    assert "100.0 %" in done.stdout
    assert "   5  used       country ISR /name; country KAZ /name," in done.stdout
    record = alone / "sources" / f"{ID}.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text[: text.index("set_aside:")] + text[text.index("evidence:") :], encoding="utf-8")
    done = run("coverage", ID, "--fail-under", "100", status=1)
    assert "3 unused" in done.stdout
    assert "70.0 % is less than 100 %" in done.stderr
    told = json.loads(run("coverage", "--output", "json").stdout)
    assert told["sentences"] == {"used": 7, "set_aside": 0, "unused": 3, "region": 8}
    assert told["percent"] == 70.0
