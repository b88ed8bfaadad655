"""Fingerprints of passages: how many words a passage has, and the SHA-256 of them.

A fingerprint proves that a text holds a passage, word for word, to whoever has the text, and gives no word away to
whoever has not. Nothing is fuzzy: a passage of which any word differs is not found.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import attrs

_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010][ \t]*\r?\n[ \t]*(?=[^\W\d_])")
"""A hyphen at the end of a line between letters: it parts one word, or it is a part of the word."""
_ZERO_WIDTH_SPACE = 0x200B
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810), range(0x34F, 0x350))


class _Visible(dict[int, int | None]):
    """What is left of each character before it is normalised: itself, or nothing where it only says how to draw."""

    def __missing__(self, code: int) -> int | None:
        format_only = unicodedata.category(chr(code)) == "Cf" and code != _ZERO_WIDTH_SPACE
        self[code] = None if format_only or any(code in each for each in _VARIATION_SELECTORS) else code
        return self[code]


class _Letters(dict[int, str]):
    """What is left of each character after it was normalised: itself if it is part of a word, else a space."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        # A mark belongs to its letter: without it, words of Hindi or pointed Hebrew would fall to pieces.
        self[code] = letter if unicodedata.category(letter)[0] in "LMN" else " "
        return self[code]


_VISIBLE, _LETTERS = _Visible(), _Letters()


def words(text: str) -> list[str]:
    """Return the words of `text`: NFKC, case folded, letters and digits alone."""
    plain = text.translate(_VISIBLE)
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())
    return folded.translate(_LETTERS).split()


@attrs.frozen
class Fingerprint:
    """How many words a passage has, and the SHA-256 of them in UTF-8, one space between."""

    words: int
    sha256: str

    @classmethod
    def of(cls, passage: Sequence[str]) -> "Fingerprint":
        """Return the fingerprint of the words of a passage."""
        return cls(len(passage), hashlib.sha256(" ".join(passage).encode()).hexdigest())


@attrs.frozen
class WordList:
    """The words of a text, in one way to read the hyphens at the ends of its lines."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    """Of each word, its number in the text, from 0, as if each such hyphen parted two words."""

    def find(self, wanted: Iterable[Fingerprint]) -> Iterator[tuple[Fingerprint, int]]:
        """Yield each place where a fingerprint that is `wanted` stands, as the index of its first word."""
        by_length: dict[int, set[str]] = {}
        for each in wanted:
            by_length.setdefault(each.words, set()).add(each.sha256)
        text, ends = self._joined()
        for length, hashes in by_length.items():
            for first in range(len(self.words) - length + 1):
                start = ends[first - 1] + 1 if first else 0
                found = hashlib.sha256(text[start : ends[first + length - 1]]).hexdigest()
                if found in hashes:
                    yield Fingerprint(length, found), first

    def _joined(self) -> tuple[bytes, list[int]]:
        """Return the words in UTF-8, one space between, and where each ends."""
        ends, place = list[int](), -1
        for each in (word.encode() for word in self.words):
            place += 1 + len(each)
            ends.append(place)
        return " ".join(self.words).encode(), ends


def pieces(text: str) -> list[list[str]]:
    """Return the words of `text`, parted at each hyphen at the end of a line."""
    return [words(piece) for piece in _BROKEN.split(text)]


def readings(several: Sequence[Sequence[str]]) -> tuple[WordList, ...]:
    """Return the ways to read the `pieces` of a text: each of them parts two words, or none does."""
    apart = tuple(word for piece in several for word in piece)
    first = WordList(apart, tuple(range(len(apart))))
    return (first,) if len(several) == 1 else (first, _closed(several))


def _closed(several: Sequence[Sequence[str]]) -> WordList:
    """Return the reading in which the last word of each piece and the first of the next one are one word."""
    closed, places, place = list[list[str]](), list[int](), 0
    for number, piece in enumerate(several):
        for index, word in enumerate(piece):
            if number and not index:
                closed[-1].append(word)
            else:
                closed.append([word])
                places.append(place)
            place += 1
    return WordList(tuple("".join(parts) for parts in closed), tuple(places))
