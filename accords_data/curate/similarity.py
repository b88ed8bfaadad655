"""Whether two texts are nearly the same: rewrites of one report are one source, however many sites carry them."""

import re
from collections.abc import Mapping

import attrs


@attrs.frozen
class Likeness:
    """A stored text that a new one resembles."""

    source: str
    share: float
    """1 when the bytes are the same; else words in common, in order, of the words of both."""


def nearest(text: str, stored: Mapping[str, str]) -> Likeness | None:
    """Return the text of `stored`, by source id, that `text` resembles most; None when nothing is stored."""
    # Indel knows no replacing of words: its likeness is twice the shared words, by all words (docs/curation.md).
    from rapidfuzz.distance import Indel

    words = _words(text)
    likes = [
        # 1 is for the same bytes alone: texts that differ only in their marks have the same words.
        Likeness(name, 1.0 if other == text else min(Indel.normalized_similarity(words, _words(other)), 0.99))
        for name, other in sorted(stored.items())
    ]
    return max(likes, key=lambda each: each.share, default=None)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
