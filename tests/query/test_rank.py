"""Which source is the better one for a cell."""

import attrs
import pytest
import samples

from accords_data.curate import conflicts
from accords_data.model.record_parts import Evidence, Support
from accords_data.model.records import Meeting
from accords_data.model.sources import Source
from accords_data.model.vocabularies import Basis, MeetingKind, MeetingMode, SourceStrength, Stance
from accords_data.query import rank


def test_the_rank_is_the_one_that_the_page_on_the_record_gives() -> None:
    assert [str(each) for each in rank.RANK] == [
        "primary_text", "official", "wire", "press", "secondary", "rewrite_suspected", "unknown",
    ]  # fmt: skip


def source(strength: SourceStrength) -> Source:
    """Return a source of this strength, which is its id too."""
    return attrs.evolve(samples.whole().sources[0], id=str(strength), strength=strength)


SOURCES = {str(each): source(each) for each in SourceStrength}


def entry(name: str | None, stance: Stance) -> Evidence:
    """Return what the source `name`, or an authority, says of the kind of a meeting."""
    support = Support(field="/kind", value="call", basis=Basis.INFERRED)
    return Evidence(source=name, authority="ISO" if name is None else None, stance=stance, supports=(support,))


def broken(supporting: list[str | None], disputing: list[str | None]) -> list[tuple[str | None, str | None]]:
    """Return the sources of each cell that holds what a worse source says."""
    evidence = [entry(each, Stance.SUPPORTS) for each in supporting] + [
        entry(each, Stance.DISPUTES) for each in disputing
    ]
    meeting = Meeting(id="a", label="A", kind=MeetingKind.CALL, mode=MeetingMode.PHONE, evidence=tuple(evidence))
    return [(each.supporting.entry.source, each.disputing.entry.source) for each in rank.outranked(meeting, SOURCES)]


@pytest.mark.parametrize("worse", range(1, len(rank.RANK)))
def test_a_better_source_that_disputes_breaks_the_rank_and_a_worse_one_or_an_equal_does_not(worse: int) -> None:
    good, bad = str(rank.RANK[worse - 1]), str(rank.RANK[worse])
    assert broken([bad], [good]) == [(bad, good)]
    assert broken([good], [bad]) == []
    assert broken([bad], [bad]) == []


def test_the_best_of_each_side_counts_and_reference_data_has_no_rank() -> None:
    assert broken(["unknown", "press"], ["wire", "secondary"]) == [("press", "wire")]
    assert broken(["unknown", "wire"], ["wire", "secondary"]) == []
    assert broken([None], ["official"]) == broken(["press"], [None]) == broken(["press"], []) == []


def test_conflicts_lists_the_cell_of_the_record_that_breaks_the_rank() -> None:
    told = [each for each in conflicts.conflicts(samples.whole()) if each.sort == "rank"]
    assert [(each.record, each.address) for each in told] == [("country SDN", "/relations/isr-normalised/event")]
    assert "rewrite_suspected; the better source 2023-02-03-text-finalised, press, disputes it" in told[0].message
