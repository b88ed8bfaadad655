"""Quotes are found at their very place, or it is said what is near."""

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
    assert "appears 2 times" in message
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
