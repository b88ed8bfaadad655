"""How many sentences of our summaries can be proven: what they summarise has a fingerprint."""

from collections.abc import Iterable

import attrs

from accords_data.model.sources import Source
from accords_data.seeds.sentences import sentences
from accords_data.seeds.spans import Span


@attrs.frozen
class ProofCount:
    """How many sentences of summaries can be proven."""

    summaries: int = 0
    sentences: int = 0
    """Of the summaries, without what must not be quoted."""
    proven: int = 0
    """Those with a fingerprint."""
    unread: int = 0
    """Those on record as without one, because the publication could not be read."""

    @property
    def open(self) -> int:
        """Those that nothing is on record of."""
        return self.sentences - self.proven - self.unread


def count(summaries: Iterable[tuple[Source, str]]) -> ProofCount:
    """Return how many sentences of the `summaries`, each with its text, have a fingerprint."""
    total = ProofCount()
    for source, text in summaries:
        states = [_state(source, each.span) for each in sentences(text)]
        total = ProofCount(
            summaries=total.summaries + 1,
            sentences=total.sentences + sum(state != "region" for state in states),
            proven=total.proven + states.count("proven"),
            unread=total.unread + states.count("unread"),
        )
    return total


def _state(source: Source, span: Span) -> str:
    """Return ``proven``, ``unread`` or ``open`` for a sentence that can carry a cell, else ``region``."""
    here = [each for each in source.passages if _overlaps(each.start, each.end, span)]
    if any(each.passage_sha256 is not None for each in here):
        return "proven"
    if here:
        return "unread"
    # As in `coverage`: a region has to hold the whole sentence.
    return "region" if any(_holds(each.start, each.end, span) for each in source.regions) else "open"


def _holds(start: int | None, end: int | None, span: Span) -> bool:
    return start is not None and end is not None and start <= span.start and span.end <= end


def _overlaps(start: int | None, end: int | None, span: Span) -> bool:
    return start is not None and end is not None and Span(start, end).overlaps(span)
