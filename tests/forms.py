"""Sentences with what they tell, and texts of which something is proposed."""

import sys
from pathlib import Path
from typing import Any

from conftest import ROOT

from accords_data.curate import intake, source_record
from accords_data.seeds import dataset
from accords_data.suggest import proposals

sys.path.insert(0, str(ROOT / "benchmarks" / "suggest"))
import measure

__all__ = ["NEXT", "PAPERS", "accept", "lines", "measure", "proposed", "take_in"]


def lines(table: str) -> list[tuple[str, str]]:
    """Return the two sides of each line of a table that is written as text."""
    return [
        (left.strip(), right.strip()) for left, _, right in (line.partition("|") for line in table.split("\n") if line)
    ]


PAPERS = {"AA": "Abraham Accords", "HP": "Haifa Protocol"}


def take_in(seeds: Path, file: Path, **told: Any) -> None:
    """Add `file` as a source to the seeds folder, as the command does."""
    stored = dataset.load(seeds, drafts=True).texts if seeds.exists() else {}
    intake.write(seeds, intake.intake(file, source_record.Origin(**told), stored))


def accept(seeds: Path) -> None:
    """Take the mark off every draft, as a person does who has read it."""
    for path in seeds.glob("*/*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")


NEXT = """Tokayev's man says it again

ASTANA, November 20 - Kazakh President Qasym-Jomart Toqayev met US President Donald Trump on Wednesday.

"Nothing new," said a person familiar with the talks. Washington had no comment. The two will meet again on Sunday.

Azerbaijan's president, Rauf Mammadli, spoke on Thursday, 19 November 2025. His country opened its embassy there.
"""


def proposed(seeds: Path, text: str) -> proposals.Proposal:
    (seeds.parent / "next.txt").write_text(text, encoding="utf-8")
    take_in(seeds, seeds.parent / "next.txt", id="next", published="2025-11-20")
    return proposals.propose(dataset.load(seeds, drafts=True), "next")
