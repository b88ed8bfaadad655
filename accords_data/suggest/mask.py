"""A sentence in which each thing that is known is one character, so that rules can be read as patterns of things.

``Kazakhstan announced on Thursday that it will join the Abraham Accords`` becomes ``C announced on D that it will
join the A``, where each letter is a character of Unicode's private area that leads back to what it stands for.
"""

import re
from collections.abc import Iterable

import attrs

from accords_data.seeds.spans import Span

_FIRST = {
    "country": 0xF0000,
    "person": 0xF4000,
    "group": 0xF8000,
    "agreement": 0x100000,
    "date": 0x104000,
    "metonym": 0x108000,
}
# How many mentions of one kind a text has letters for; the six ranges fit into Unicode's last two planes.
_ROOM = 0x4000
_PRIVATE = re.compile("[\U000f0000-\U0010ffff]")


def _class(*kinds: str) -> str:
    return "[" + "".join(f"{chr(_FIRST[kind])}-{chr(_FIRST[kind] + _ROOM - 1)}" for kind in kinds) + "]"


C, P, G, A, D, M = (_class(kind) for kind in _FIRST)
"""Patterns of one country, person, group of unnamed people, agreement, date, metonym."""
ACTOR = _class("country", "person", "group")
# For "Jordan, Israel and Egypt", "Oman as well as Qatar" and "by Oman and by Qatar".
ACTORS = rf"{ACTOR}(?:(?:, (?:the )?{ACTOR})+(?:,? and (?:the |by )?{ACTOR})?|(?:,? and by | and (?:the )?|,? as well as ){ACTOR})?"
"""Pattern of a list of countries, people and groups."""


@attrs.frozen
class Mention:
    """Something that the text names, and where."""

    kind: str
    """A key of `_FIRST`."""
    span: Span
    """Its place in the whole text."""
    words: str
    value: object
    """What it means; its type goes with the kind."""


@attrs.frozen
class Masked:
    """A piece of text with its mentions replaced by characters."""

    text: str
    places: tuple[int, ...]
    """Where each character of `text` begins in the whole text, and at last where the piece ends."""
    mentions: dict[str, Mention]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the whole text of ``text[start:end]``."""
        return Span(self.places[start], self.ends(end))

    def ends(self, end: int) -> int:
        """Return where in the whole text the character before `end` ends."""
        if end == 0:
            return self.places[0]
        last = self.mentions.get(self.text[end - 1])
        return self.places[end - 1] + 1 if last is None else last.span.end

    def of(self, pattern_words: str) -> list[Mention]:
        """Return the mentions in `pattern_words`, a stretch of `text`."""
        return [self.mentions[letter] for letter in pattern_words if letter in self.mentions]


def mask(words: str, start: int, found: Iterable[Mention], counters: dict[str, int]) -> Masked:
    """Return `words`, which begin at `start` of the whole text, with the mentions `found` replaced.

    Args:
        words: The piece.
        start: Where it begins.
        found: Mentions, by their places in the whole text; they do not overlap.
        counters: How many mentions of each kind have a letter already; counted on here.
    """
    words = _PRIVATE.sub("\ufffd", words)  # a letter of the text itself means nothing here
    letters: list[str] = []
    places: list[int] = []
    mentions: dict[str, Mention] = {}
    place = start
    for mention in sorted(found, key=lambda each: each.span.start):
        plain = words[place - start : mention.span.start - start]
        letters += plain
        places += range(place, mention.span.start)
        number = counters.get(mention.kind, 0)
        counters[mention.kind] = number + 1
        letter = chr(_FIRST[mention.kind] + number)
        mentions[letter] = mention
        letters.append(letter)
        places.append(mention.span.start)
        place = mention.span.end
    letters += words[place - start :]
    # One more than there are letters: the end of the piece is a place as well.
    places += range(place, start + len(words) + 1)
    return Masked("".join(letters), tuple(places), mentions)


def unmasked(masked: Masked, start: int, end: int, text: str) -> str:
    """Return the words of the whole `text` for which ``masked.text[start:end]`` stands."""
    span = masked.span(start, end)
    return text[span.start : span.end]
