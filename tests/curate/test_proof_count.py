"""How many sentences can be proven."""

import attrs
import samples
from summarising import source

from accords_data.curate.proof_count import ProofCount, count
from accords_data.model.sources import Region, SummarisedPassage, second_readings, summaries
from accords_data.model.vocabularies import RegionKind, SourceKind

TEXT = "Zenda Pact grows\n\nRuritania joins. Freedonia thanked it.\nNobody else spoke."
HEADLINE = Region(kind=RegionKind.HEADLINE, text="Zenda Pact grows", reason="A headline.", start=0, end=16)


def proven(sentence: str, words: int | None = None) -> SummarisedPassage:
    """Return the entry for `sentence`, with a fingerprint of so many words, if any."""
    start = TEXT.index(sentence)
    digest = None if words is None else "0" * 64
    return SummarisedPassage(
        sentence=sentence, passage_words=words, passage_sha256=digest, start=start, end=start + len(sentence)
    )


def counted(*passages: SummarisedPassage) -> ProofCount:
    """Return what is counted of the source with `passages`."""
    return count([(attrs.evolve(source(*passages), regions=(HEADLINE,)), TEXT)])


def test_a_sentence_without_an_entry_one_without_a_fingerprint_and_one_with_it_are_counted_apart() -> None:
    assert counted() == ProofCount(summaries=1, sentences=3, proven=0, unread=0)
    some = counted(proven("Ruritania joins.", 12), proven("Freedonia thanked it."))
    assert (some.sentences, some.proven, some.unread, some.open) == (3, 1, 1, 1)


def test_a_sentence_with_two_entries_is_proven_if_one_of_them_has_a_fingerprint() -> None:
    both = counted(proven("Ruritania joins."), proven("Ruritania joins.", 9))
    assert (both.proven, both.unread) == (1, 0)


def test_of_the_record_every_sentence_of_every_summary_is_counted() -> None:
    dataset = samples.whole()
    found = count((each, dataset.texts[each.id]) for each in summaries(dataset.sources))
    assert found.summaries > 70
    assert found.sentences == found.proven + found.unread + found.open > 180


def test_a_document_is_no_summary_and_second_readings_are_counted_of_summaries() -> None:
    sources = samples.whole().sources
    ours = summaries(sources)
    assert {each.kind for each in sources if each not in ours} == {SourceKind.DOCUMENT}
    read = [attrs.evolve(each, second_reading="2026-11-27") for each in sources]
    assert second_readings(read) == (len(ours), len(ours))
    assert second_readings(attrs.evolve(each, second_reading=None) for each in sources) == (0, len(ours))
