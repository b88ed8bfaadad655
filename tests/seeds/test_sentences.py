"""A text as its sentences."""

from article import ARTICLE
from hypothesis import given
from hypothesis import strategies as st

from accords_data.seeds import sentences


@given(st.text(alphabet=st.sampled_from("Ab. !?\n\t”é\u0301🙂“'"), max_size=80))
def test_every_character_that_is_no_space_stands_in_one_sentence(text: str) -> None:
    found = sentences.sentences(text)
    covered = [place for each in found for place in range(each.span.start, each.span.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, letter in enumerate(text) if not letter.isspace()} <= set(covered)
    assert all(text[each.span.start : each.span.end] == each.text for each in found)


def test_the_article_has_eighteen_sentences_and_lines() -> None:
    assert [each.number for each in sentences.sentences(ARTICLE)] == list(range(1, 19))
