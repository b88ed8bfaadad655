"""Sentences of a text, by `sentencex` and by what it does not know, with their places in it."""

import bisect
import functools
import re
from collections.abc import Iterator

import attrs

from accords_data.seeds import abbreviations
from accords_data.seeds.spans import Span

_LONGEST_LOOK = 600
"""How far `sentence_around` looks for the ends of a sentence."""
_STOP = re.compile(r"[.!?][”\"’)]* +(?=[“\"‘(]?[A-ZÀ-Þ])|\n")
_NO_STOP = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Sgt|Lt|Amb|Sen|Rep|Gov|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?"
    r"|Wed|Thu(?:rs?)?|Fri|Sat|Sun|[ap]\.m|H\.[EHM]))$"
)
"""Before a full stop that ends no sentence."""


@attrs.frozen
class Sentence:
    """A sentence, or a line that is none: a heading, a byline."""

    number: int
    """From 1, in the order of the text."""
    span: Span
    """Without the space around it."""
    text: str


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text`; every character that is no space stands in exactly one of them."""
    found: list[Sentence] = []
    for start, end in _joined(text, list(_pieces(text))):
        found.append(Sentence(len(found) + 1, Span(start, end), text[start:end]))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what `sentencex` takes for sentences, without the space around them."""
    import sentencex

    place = 0
    for piece in sentencex.segment("en", text):
        words = piece.strip()
        if words:
            start = place + piece.index(words)
            yield start, start + len(words)
        place += len(piece)
    if place != len(text):
        message = f"the sentences have {place} characters, the text {len(text)}"
        raise ValueError(message)


def _joined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return `pieces` with those made one between which no sentence ends."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        before = joined[-1] if joined else (0, 0)
        # A blank line ends a paragraph, whatever stands before it.
        apart = not joined or text.count("\n", before[1], start) > 1
        if not apart and abbreviations.goes_on(text[before[0] : before[1]], text[start:end]):
            joined[-1] = before[0], end
        else:
            joined.append((start, end))
    return joined


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of `text`: what blank lines part, or each line of a text without blank lines."""
    boundary = r"\n\s*\n" if re.search(r"\n\s*\n", text) else r"\n"
    found, start = [], 0
    for end in [*(match.start() for match in re.finditer(boundary, text)), len(text)]:
        words = text[start:end].strip()
        if words:
            first = text.index(words, start)
            found.append(Span(first, first + len(words)))
        start = end
    return tuple(found)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where about the sentence of ``text[start:end]`` begins and ends, without reading the rest of the text.

    For rules that look at the words beside others: lines and full stops before a capital part sentences.
    """
    stops = _stops(text)
    place = bisect.bisect_right(stops, start)
    first = stops[place - 1] if place else 0
    place = bisect.bisect_right(stops, end)
    last = stops[place] if place < len(stops) else len(text)
    return max(first, start - _LONGEST_LOOK), min(last, end + _LONGEST_LOOK)


@functools.lru_cache(maxsize=256)
def _stops(text: str) -> tuple[int, ...]:
    """Return where in `text` sentences begin, but for the first."""
    return tuple(each.end() for each in _STOP.finditer(text) if _ends_there(text, each))


def _ends_there(text: str, stop: re.Match[str]) -> bool:
    return _NO_STOP.search(text[max(0, stop.start() - 8) : stop.start()]) is None or text[stop.start()] != "."
