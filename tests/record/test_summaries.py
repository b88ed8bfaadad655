"""Summaries are in our own words, say nothing of their own publication, and every sentence carries a cell."""

import re

import samples
from facts import summaries


def test_the_record_of_a_summary_names_its_publication_and_says_that_the_words_are_ours() -> None:
    assert len(summaries()) > 70
    for source in summaries():
        assert source.publisher is not None
        assert source.url is not None
        assert not samples.whole().texts[source.id].startswith("Abstract of")
        assert "our own words" in source.provenance.lower()
        assert {entry.grade for entry in source.evidence} == {"background"}


def test_no_sentence_of_a_summary_needs_the_one_before_it() -> None:
    pronouns = re.compile(r"^(?:It|Its|They|Their|He|His|She|Her|This|These|That|Those|The same)\b")
    sentences = [line for source in summaries() for line in samples.whole().texts[source.id].splitlines()]
    assert [line for line in sentences if pronouns.match(line)] == []
    assert len(sentences) > 180


def test_every_sentence_of_a_summary_carries_a_cell_or_is_set_aside() -> None:
    used: dict[str, list[tuple[int, int]]] = {
        source.id: [(each.start or 0, each.end or 0) for each in source.regions]
        + [(each.start or 0, each.end or 0) for each in source.set_aside]
        for source in samples.whole().sources
    }
    for row in samples.whole_rows()["evidence"]:
        if row["source"] is not None:
            used[row["source"]].append((row["start"], row["end"]))
    checked = 0
    for source in summaries():
        for line in re.finditer(r"[^\n]+", samples.whole().texts[source.id]):
            assert any(line.start() < end and start < line.end() for start, end in used[source.id]), line[0]
            checked += 1
    assert checked > 180
