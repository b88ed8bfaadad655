"""Quotes are found at their very place, or it is said what is near."""

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from accords_data.seeds import spans

TEXT = "Trump’s “great call” with Tokayev. Kazakhstan will join. Tokayev agreed."


@given(st.text(min_size=1, max_size=60), st.data())
def test_a_slice_that_occurs_once_is_found_where_it_was_cut(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = spans.find(text, text[start:end])
    assert spans.Span(start, end) in found
    assert spans.locate(text, text[start:end], found.index(spans.Span(start, end)) + 1) == spans.Span(start, end)


def test_a_quote_that_occurs_twice_needs_its_occurrence() -> None:
    message, hint = spans.locate(TEXT, "Tokayev", None)  # type: ignore[misc]
    assert "appear 2 times" in message
    assert "occurrence: 1" in hint
    assert spans.locate(TEXT, "Tokayev", 2) == spans.Span(57, 64)
    assert "occurrence 3" in spans.locate(TEXT, "Tokayev", 3)[0]  # type: ignore[index]


def hint(quote: str) -> str:
    return spans.locate(TEXT, quote, None)[1]  # type: ignore[index]


def test_marks_that_differ_are_named_by_code_point() -> None:
    told = hint('Trump\'s "great call"')
    for code in ("U+2019", "U+0027", "U+201C", "U+201D", "U+0022"):
        assert code in told


def test_spaces_that_differ_are_told_apart_from_words() -> None:
    assert "only the number of spaces" in hint("with  Tokayev")
    assert "U+0020" in hint("with\u00a0Tokayev")


def test_other_words_get_the_nearest_passage() -> None:
    assert "Kazakhstan will" in hint("Kazakhstan will sign")
    assert "is this the right source?" in hint("zzzz")


def test_words_stand_in_a_quote_as_whole_words_only() -> None:
    assert spans.stands_in("Trump", TEXT)
    assert not spans.stands_in("Kazakh", TEXT)
    assert spans.stands_in("“great call”", TEXT)


def by_pattern(words: str, quote: str) -> list[int]:
    return [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", quote)]


SCRAPS = st.lists(
    st.sampled_from(["a", "a a", "ab", "_", "1", "é", "e\u0301", "’", " ", "-", "٣", "²"]), max_size=12
).map("".join)


@given(SCRAPS, SCRAPS)
def test_whole_words_are_what_a_pattern_with_look_around_finds(words: str, quote: str) -> None:
    assert spans.stands_in(words, quote) == bool(by_pattern(words, quote))


@given(st.lists(SCRAPS.filter(bool), max_size=8, unique=True), SCRAPS)
def test_phrases_kept_by_their_first_word_are_all_found(phrases: list[str], quote: str) -> None:
    found = spans.Phrases({phrase: frozenset({phrase}) for phrase in phrases}).meant_in(quote)
    places = {(start, start + len(each)) for each in phrases for start in by_pattern(each, quote)}
    longest = {
        quote[start:end]
        for start, end in places
        if not any((a, b) != (start, end) and a <= start and end <= b for a, b in places)
    }
    assert set(found) == longest


def test_a_phrase_means_nothing_inside_a_longer_one() -> None:
    named = spans.Phrases({"Sudan": frozenset({"SDN"}), "South Sudan": frozenset({"SSD"}), "“S”": frozenset({"X"})})
    assert named.meant_in("South Sudan and Sudan") == {"SSD": "South Sudan", "SDN": "Sudan"}
    assert named.meant_in("South Sudan, “S”") == {"SSD": "South Sudan", "X": "“S”"}


class Searched(str):
    """A text that keeps what it is searched for."""

    __slots__ = ("asked",)

    def find(self, words: str, *places: Any) -> int:
        self.asked = {*getattr(self, "asked", ()), words}
        return super().find(words, *places)


def test_a_text_is_searched_for_the_phrases_of_its_own_words_alone() -> None:
    quote = Searched("Name7 X came.")
    named = spans.Phrases({f"Name{index} X": frozenset({str(index)}) for index in range(1000)})
    assert named.meant_in(quote) == {"7": "Name7 X"}
    assert quote.asked == {"Name7 X"}
