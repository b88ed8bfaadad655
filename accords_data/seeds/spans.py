"""Quotes and their places in a source: spans of Unicode code points, and what is near when a quote is not there."""

import re
from collections.abc import Iterator, Mapping

import attrs

_FOLDED = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad", "-"),
}
_SHORTEST_LIKENESS = 8
"""Fewer code points in common than this is chance, not a nearby passage."""
_WORD = re.compile(r"\w+")
_MOST_KNOWN = 1000
"""How many texts a set of phrases remembers what it found in."""


@attrs.frozen
class Span:
    """``text[start:end]``, in Unicode code points of the source as stored."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share a code point."""
        return self.start < other.end and other.start < self.end


def find(text: str, quote: str) -> list[Span]:
    """Return every place of `quote` in `text`, overlapping ones too."""
    found = []
    start = text.find(quote)
    while start >= 0:
        found.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    return found


def locate(text: str, quote: str, occurrence: int | None) -> Span | tuple[str, str]:
    """Return the span of `quote` in `text`; or the message and the hint why there is not exactly one.

    Args:
        text: The source.
        quote: Words of it.
        occurrence: Which occurrence is meant, from 1; None when there may be only one.
    """
    found = find(text, quote)
    if not found:
        return "the words are not in the source", _nearest(text, quote)
    if occurrence is None and len(found) > 1:
        places = ", ".join(str(span.start) for span in found)
        hint = f"at characters {places}: use a longer quote, or add `occurrence: 1` to {len(found)}"
        return f"the words appear {len(found)} times in the source", hint
    if occurrence is not None and not 1 <= occurrence <= len(found):
        return f"occurrence {occurrence} of words that appear {len(found)} times", "count from 1"
    return found[0 if occurrence is None else occurrence - 1]


@attrs.frozen
class Places:
    """Where the quotes of one text stand: each is looked for once, however many ask."""

    text: str
    _known: dict[tuple[str, int | None], Span | tuple[str, str]] = attrs.field(
        factory=dict, init=False, repr=False, eq=False
    )

    def locate(self, quote: str, occurrence: int | None) -> Span | tuple[str, str]:
        """Return what `locate` says of `quote` in the text."""
        asked = quote, occurrence
        if asked not in self._known:
            self._known[asked] = locate(self.text, quote, occurrence)
        return self._known[asked]


def stands_in(words: str, quote: str) -> bool:
    """Return whether `words` stand in `quote` as whole words."""
    return next(_wholes(words, quote), None) is not None


def places_of(words: str, quote: str) -> Iterator[int]:
    """Yield where `words` stand in `quote` as whole words."""
    return _wholes(words, quote)


class Phrases:
    """What phrases mean, found in a text without trying each of them: they are kept by their first word."""

    def __init__(self, meanings: Mapping[str, frozenset[str]]) -> None:
        """Keep what each phrase means: the keys of `meanings`, none of them empty, and their values."""
        self._meanings = meanings
        self._known: dict[str, tuple[tuple[Span, str], ...]] = {}
        self._by_first: dict[str, list[str]] = {}
        for phrase in meanings:
            self._by_first.setdefault(_first_word(phrase), []).append(phrase)

    def meant_in(self, quote: str) -> dict[str, str]:
        """Return what the phrases in `quote` mean, each meaning with the words that gave it.

        A phrase counts as whole words, and not inside a longer phrase: in "South Sudan" there is no "Sudan".
        """
        # Backwards, because a dict keeps the last of equal keys: so the first words that give a meaning stay.
        return {meaning: phrase for _, phrase in reversed(self.hits(quote)) for meaning in self.meanings(phrase)}

    def meanings(self, phrase: str) -> list[str]:
        """Return what `phrase` means; nothing, for one that is kept because a shorter one is no name within it."""
        return sorted(self._meanings[phrase])

    def hits(self, text: str) -> tuple[tuple[Span, str], ...]:
        """Return where each phrase stands in `text`, in their order, without those inside a longer one.

        Each text is searched once, however many ask.
        """
        if text not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[text] = tuple(self._longest(text))
        return self._known[text]

    def _longest(self, text: str) -> Iterator[tuple[Span, str]]:
        found = [(Span(start, start + len(phrase)), phrase) for phrase, start in self._places(text)]
        reached = -1
        for span, phrase in sorted(found, key=lambda hit: (hit[0].start, -hit[0].end)):
            if span.end > reached:
                yield span, phrase
                reached = span.end

    def _places(self, quote: str) -> Iterator[tuple[str, int]]:
        """Yield each phrase that stands in `quote`, with where."""
        # A phrase that begins with a mark has no first word: its key is "", which is tried in every text.
        for word in ("", *dict.fromkeys(_WORD.findall(quote))):
            for phrase in self._by_first.get(word, ()):
                for start in _wholes(phrase, quote):
                    yield phrase, start


def _first_word(phrase: str) -> str:
    found = _WORD.match(phrase)
    return "" if found is None else found[0]


def _wholes(words: str, quote: str) -> Iterator[int]:
    """Yield where `words` stand as whole words: what a pattern with look-around finds, without compiling one."""
    start = quote.find(words)
    while start >= 0:
        end = start + len(words)
        inside = (start > 0 and _is_word(quote[start - 1])) or _is_word(quote[end : end + 1])
        if not inside:
            yield start
        start = quote.find(words, start + 1 if inside else max(end, start + 1))


def _is_word(letter: str) -> bool:
    """Return whether `letter` is what regular expressions take for part of a word; nothing at all is not."""
    return letter.isalnum() or letter == "_"


def _nearest(text: str, quote: str) -> str:
    """Return the hint for a quote that `text` does not have."""
    folded_text, places = fold(text)
    folded_quote, quote_places = fold(quote)
    at = folded_text.find(folded_quote)
    if folded_quote and at >= 0:
        pairs = zip(quote_places, places[at : at + len(folded_quote)], strict=True)
        return _differences((quote[mine], text[theirs]) for mine, theirs in pairs)
    import difflib

    # Without autojunk=False, difflib ignores every frequent letter of a text over 200 characters.
    match = difflib.SequenceMatcher(None, text, quote, autojunk=False).find_longest_match()
    if match.size < _SHORTEST_LIKENESS:
        return "no passage is similar: is this the right source?"
    start = max(0, match.a - match.b)
    passage = text[start : start + len(quote)]
    return f"nearest passage, at character {start}: {passage!r}"


def _differences(pairs: Iterator[tuple[str, str]]) -> str:
    unlike = dict.fromkeys((mine, theirs) for mine, theirs in pairs if mine != theirs)
    if not unlike:
        return "only the number of spaces or line breaks differs: copy the passage from the source"
    told = ", ".join(
        f"U+{ord(theirs):04X} {theirs!r} where you have U+{ord(mine):04X} {mine!r}" for mine, theirs in unlike
    )
    return f"only these characters differ: the source has {told}"


def fold(text: str) -> tuple[str, list[int]]:
    """Return `text` with like characters made equal and runs of space made one, and where each was."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = " " if letter.isspace() else _FOLDED.get(letter, letter)
        if plain == " " and letters[-1:] == [" "]:
            continue
        letters.append(plain)
        places.append(place)
    return "".join(letters), places
