"""Sentences of a text, by `sentencex`, with their places in it."""

import attrs

from accords_data.seeds.spans import Span


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
    import sentencex

    found: list[Sentence] = []
    place = 0
    for piece in sentencex.segment("en", text):
        words = piece.strip()
        if words:
            start = place + piece.index(words)
            found.append(Sentence(len(found) + 1, Span(start, start + len(words)), words))
        place += len(piece)
    if place != len(text):
        message = f"the sentences have {place} characters, the text {len(text)}"
        raise ValueError(message)
    return tuple(found)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of `text`: what blank lines part, or each line of a text without blank lines."""
    import re

    boundary = r"\n\s*\n" if re.search(r"\n\s*\n", text) else r"\n"
    found, start = [], 0
    for end in [*(match.start() for match in re.finditer(boundary, text)), len(text)]:
        words = text[start:end].strip()
        if words:
            first = text.index(words, start)
            found.append(Span(first, first + len(words)))
        start = end
    return tuple(found)
