"""Whether two texts are nearly the same: rewrites of one report are one source, however many sites carry them."""

import re
import unicodedata
from collections.abc import Mapping

import attrs

from accords_data.curate.letters import BREAKS, UNSPACED, letters

_WORD = re.compile(rf"(?:{UNSPACED.pattern})+|(?:(?!{UNSPACED.pattern})\w)+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_LOOK_ALIKES = str.maketrans("авекмнорстухіјѕһԁԛԝүαβεικμνορτυχϲ", "abekmhopctyxijshdqwyabeikmvoptuxc")
"""Small letters of Cyrillic and Greek that are taken for Latin ones, or whose capitals are."""


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
    """Return the words of `text` as a reader sees them; where a script has no space between words, its letters."""
    seen = unicodedata.normalize("NFKD", letters(text, BREAKS[-1]).text)
    plain = _ACCENTS.sub("", seen).translate(_LOOK_ALIKES)
    return [part for word in _WORD.findall(plain) for part in _parts(word)]


def _parts(word: str) -> list[str]:
    """Return `word` itself, or each two letters of it that follow each other where its script parts no words."""
    return [word] if not UNSPACED.match(word) else [word[at : at + 2] for at in range(max(1, len(word) - 1))]
