"""A text as a reader sees it, with where each letter stands: what looks alike is one, what is not seen is left out.

Two texts that a reader cannot tell apart have the same letters here, whatever their case, their normal form, their
quotation marks, dashes and spaces, and whatever soft hyphens, joiners or marks of direction stand within.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator

import attrs

from accords_data.model.characters import INVISIBLE

_APOSTROPHES = (
    "\u2018\u2019\u201a\u201b\u2032\u2035\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u05f3\u00b4`\uff07\u2039\u203a"
)
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u2036\u02ba\u05f4\u00ab\u00bb\u301d\u301e\u301f\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u058a\u05be\ufe58\ufe63\uff0d"
_ALIKE = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_DASHES, "-")
    # A capital I of Turkish has its dot or not; in other languages nobody can tell.
    | {"\u0131": "i", "\u301c": "~"}
    # Yeh and kaf of Persian, and a yeh without dots at the end of a word, are typed for those of Arabic.
    | {"\u06cc": "\u064a", "\u0649": "\u064a", "\u06a9": "\u0643"}
)
"""Marks that are typed in one way and printed in another."""
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670]")
"""Vowel points and accents of Hebrew and Arabic, and the stroke that lengthens a word: most texts leave them out."""
_OPTIONAL = re.compile("(?<=[\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f])\u0301|(?<=\u0435)\u0308")
"""Stress on a vowel of Cyrillic, and the dots of "ё", which most texts leave out as well."""
_UNSEEN = re.compile(INVISIBLE)
_TO_NEXT_LINE = re.compile("\u00ad[ \t]*\n[ \t]*")
"""A soft hyphen at the end of a line: the word goes on in the next one."""
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
"""Letters of scripts that put no space between words: a line break between two of them is no space either."""
_JAMO = re.compile("[\u1161-\u11ff\ud7b0-\ud7fb\uff9e\uff9f]")
"""What Korean and Japanese join to the letter before it, though Unicode does not count it as a mark."""
BREAKS = ("-", "")
"""What a hyphen at the end of a line may be: one of "Israel-led", or none, as in a PDF."""


@attrs.frozen
class Letters:
    """The letters of a text."""

    text: str
    starts: tuple[int, ...]
    """Where in the text each letter begins, in code points."""
    ends: tuple[int, ...]
    """Where it ends, with the marks that belong to it."""

    def find(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Yield start and end, in the text as stored, of each place where the letters `wanted` stand."""
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            # "Jose" does not stand in "José", nor does a mark alone: no letter is cut.
            if not _is_mark(self.text[at]) and not _is_mark(self.text[end : end + 1]):
                yield self.starts[at], self.ends[end - 1]
            at = self.text.find(wanted, at + 1)


@attrs.define
class _Row:
    """The letters that were found so far, each with its start and end."""

    letters: list[tuple[str, int, int]] = attrs.field(factory=list)

    def add(self, letter: str, start: int, end: int) -> None:
        """Add a letter; what a reader does not tell apart is one: runs of spaces or dashes, and spaces beside them."""
        last, begin, _ = self.letters[-1] if self.letters else ("", start, end)
        if letter in " -" and last in {letter, "-"}:
            # "accord — signed" is typed as "accord -- signed"; a space after the dash is not a part of it.
            self.letters[-1] = (last, begin, end if letter == "-" or last == " " else self.letters[-1][2])
            return
        if letter == last == "'":
            self.letters[-1] = ('"', begin, end)
            return
        around = self.before(1) + letter
        between = len(around) > 1 and all(map(UNSPACED.match, around))
        if last == " " and (letter == "-" or around == ".." or between):
            self.letters.pop()
        self.letters.append((letter, start, end))

    def before(self, back: int) -> str:
        """Return the letter `back` places before the last one; "" where there is none."""
        return self.letters[-1 - back][0] if len(self.letters) > back else ""


def letters(text: str, at_line_end: str = BREAKS[0]) -> Letters:
    """Return the letters of `text`.

    Args:
        text: Any text.
        at_line_end: One of `BREAKS`: what a hyphen at the end of a line is read as.
    """
    row = _Row()
    for start, end in _clusters(text):
        if text[start] == "\n" and row.before(0) == "-" and not at_line_end:
            row.letters.pop()
            continue
        for letter in _plain(text[start:end]):
            row.add(letter, start, end)
    return Letters(
        "".join(letter for letter, _, _ in row.letters),
        tuple(start for _, start, _ in row.letters),
        tuple(end for _, _, end in row.letters),
    )


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each letter with the marks that belong to it, less what nobody sees."""
    start = 0
    while start < len(text):
        end = start + 1
        if _UNSEEN.match(text[start]):
            broken = _TO_NEXT_LINE.match(text, start)
            start = end if broken is None else broken.end()
            continue
        while (mark := _next_seen(text, end)) < len(text) and _is_mark(text[mark]):
            end = mark + 1
        yield start, end
        start = end


def _next_seen(text: str, at: int) -> int:
    while at < len(text) and text[at] > "\x7f" and _UNSEEN.match(text[at]):
        at += 1
    return at


def _is_mark(letter: str) -> bool:
    """Return whether `letter` belongs to the one before it; nothing at all does not."""
    return letter > "\x7f" and (unicodedata.category(letter)[0] == "M" or _JAMO.match(letter) is not None)


@functools.lru_cache(maxsize=1 << 14)
def _plain(cluster: str) -> str:
    """Return the letters for one cluster: "fi" for a ligature, "..." for an ellipsis."""
    if cluster.isspace():
        return " "
    seen = _UNSEEN.sub("", cluster).translate(_ALIKE)
    # Case is folded between two normal forms: folding a composed letter and a decomposed one gives the same then.
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", seen).casefold())
    kept = _OPTIONAL.sub("", _POINTS.sub("", folded)).replace("i\u0307", "i")
    return "".join(map(_digit, unicodedata.normalize("NFKC", kept).translate(_ALIKE)))


def _digit(letter: str) -> str:
    """Return a digit of any script as one of ours, and any other letter as it is."""
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
