"""Words of ours are no quote, words of a publication no summary, and a summary says nothing of its own publication."""

import hashlib
from pathlib import Path

import pytest
from commands import run

TEXT = "The papers said that Freedonian bakers met.\n"
SUMMARY = f"""\
id: told
path: told.txt
sha256: "{hashlib.sha256(TEXT.encode()).hexdigest()}"
kind: summary
strength: press
title: Bakers
published: "2026-03-04/2026-03-10"
language: en
provenance: Our own words.
evidence:
  - authority: "The page, read on 2026-03-12"
    supports:
      - {{field: /title, basis: background}}
      - {{field: /published, basis: background}}
"""
FREEDONIA = Path("countries", "X-FRE.yaml")


def _named(seeds: Path, entry: str) -> None:
    """Let Freedonia's second name rest on `entry`."""
    (seeds / "sources" / "told.txt").write_text(TEXT, encoding="utf-8")
    (seeds / "sources" / "told.yaml").write_text(SUMMARY, encoding="utf-8")
    record = (seeds / FREEDONIA).read_text(encoding="utf-8")
    field = "    supports:\n      - {field: /other_names/freedonian, basis: stated}\n"
    assert field in record
    place = record.rindex("  - ", 0, record.index(field))
    end = record.index(field) + len(field)
    (seeds / FREEDONIA).write_text(record[:place] + entry + field + record[end:], encoding="utf-8")


def test_a_sentence_of_a_summary_carries_a_cell(base: Path) -> None:
    _named(base, "  - source: told\n    summary: Freedonian bakers\n")
    assert "1 on our summaries of 1 publication" in run("check", "--seeds", str(base)).stdout


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (
            "  - source: told\n    quote: Freedonian bakers\n",
            "/quote: told is our own summary of a publication (write `summary:` instead of `quote:`)",
        ),
        (
            "  - source: wire\n    summary: Freedonian\n",
            "/summary: wire is a publication's own text (write `quote:` instead of `summary:`)",
        ),
        (
            "  - source: told\n    quote: Freedonian bakers\n    summary: Freedonian bakers\n",
            "quote and summary in one entry (write an entry for each)",
        ),
        (
            "  - source: told\n    summary: Freedonian butchers\n",
            "/summary: the words are not in the source",
        ),
    ],
)
def test_whose_words_an_entry_has_is_told_by_its_field(base: Path, entry: str, told: str) -> None:
    _named(base, entry)
    assert told in run("check", "--seeds", str(base), status=1).stderr


def test_a_summary_says_nothing_of_its_own_publication(base: Path) -> None:
    _named(base, "  - source: told\n    summary: Freedonian bakers\n")
    source = base / "sources" / "told.yaml"
    entry = '  - authority: "The page, read on 2026-03-12"\n'
    changed = SUMMARY.replace(entry, "  - source: told\n    summary: Freedonian bakers\n").replace(
        "background", "inferred"
    )
    source.write_text(changed.replace("inferred}", "inferred, note: It says so.}"), encoding="utf-8")
    told = run("check", "--seeds", str(base), status=1).stderr
    assert "/evidence/0: a summary of ours says nothing about its own publication (give `authority`:" in told


def test_a_weekday_of_a_page_without_a_day_gives_no_date(base: Path) -> None:
    meeting = base / "meetings" / "castle-zenda.yaml"
    record = meeting.read_text(encoding="utf-8")
    source = base / "sources" / "wire.yaml"
    source.write_text(
        source.read_text(encoding="utf-8").replace('published: "2026-03-05"', 'published: "2026-03-04/2026-03-10"'),
        encoding="utf-8",
    )
    told = run("check", "--seeds", str(base), status=1).stderr
    assert "the rule weekday finds nothing" in told
    assert record == meeting.read_text(encoding="utf-8")
