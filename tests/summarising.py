"""An invented summary, with fingerprints of what it summarises."""

from accords_data.curate.fingerprint import Fingerprint, words
from accords_data.model.sources import Source, SummarisedPassage
from accords_data.model.vocabularies import SourceKind, SourceStrength


def passage(text: str, start: int) -> SummarisedPassage:
    """Return the passage with `text`, summarised by a sentence at `start`."""
    taken = Fingerprint.of(words(text))
    return SummarisedPassage(
        sentence=f"Sentence {start}.",
        passage_words=taken.words,
        passage_sha256=taken.sha256,
        start=start,
        end=start + 9,
    )


def source(*passages: SummarisedPassage) -> Source:
    """Return a source that keeps fingerprints of `passages`."""
    return Source(
        id="wire", path="wire.txt", sha256="0" * 64, kind=SourceKind.SUMMARY, strength=SourceStrength.WIRE,
        title="Zenda Pact grows", published="2026-03-05", language="en", provenance="Invented.", passages=passages,
    )  # fmt: skip
