"""Taking the fingerprint of a passage."""

import pytest

from accords_data.curate.fingerprint import Fingerprint, words
from accords_data.curate.saved_pages import SavedPage
from accords_data.curate.taken_passage import take
from accords_data.model.sources import MAX_PASSAGE_WORDS
from accords_data.problems import AccordsError

TEXT = "Zenda Pact grows. Ruritania said on Tuesday that it will join. It said so at Castle Zenda. Others said nothing."
PAGE = SavedPage.of("page.txt", TEXT)


def refusal(passage: str, *pages: SavedPage) -> str:
    """Return why no fingerprint is taken."""
    with pytest.raises(AccordsError) as told:
        take(passage, pages or [PAGE])
    return str(told.value)


@pytest.mark.parametrize(
    "passage",
    [
        "Ruritania said on Tuesday that it will join.",
        "ruritania SAID, on Tuesday that it will join",
        "Ruritania said … will join",
        "Ruritania said ... will join.",
        "Ruritania…join",
    ],
)
def test_a_passage_is_given_by_all_its_words_or_by_its_first_and_last_ones(passage: str) -> None:
    taken = take(passage, [PAGE])
    expected = words("Ruritania said on Tuesday that it will join")
    assert (taken.fingerprint, list(taken.words)) == (Fingerprint.of(expected), expected)


def test_the_nearest_last_words_end_a_passage() -> None:
    assert take("it will … Zenda", [PAGE]).fingerprint.words == 9


def test_dots_that_stand_on_the_page_belong_to_the_passage() -> None:
    page = SavedPage.of("page.txt", "He said: we will … join. We will not join.")
    assert take("we will … join", [page]).words == ("we", "will", "join")


@pytest.mark.parametrize(
    "passage", ["Ruritania announced", "Ruritania … nowhere", "nobody … join", "join … Ruritania", "a … b … c", "…", ""]
)
def test_words_that_are_not_on_the_page_have_no_fingerprint(passage: str) -> None:
    assert "is not on the page" in refusal(passage)


def test_first_words_that_stand_twice_are_too_few() -> None:
    assert "may mean several passages (give more of its first words, or all of its words)" in refusal("said … Zenda")
    assert take("said so … Zenda", [PAGE]).fingerprint.words == 5


def test_a_word_parted_at_the_end_of_a_line_is_taken_as_the_whole_passage_has_it() -> None:
    page = SavedPage.of("page.txt", "Ruritania will co-\noperate with a long-\nterm partner. Freedonia nor-\nmalises.")
    assert "may mean several passages" in refusal("Ruritania … with a", page)
    assert take("Freedonia normalises", [page]).words == ("freedonia", "normalises")
    assert take("long term partner", [page]).words == ("long", "term", "partner")


def test_the_same_passage_on_two_pages_is_one() -> None:
    again = SavedPage.of("again.txt", TEXT.upper())
    assert take("Ruritania … join", [PAGE, again]) == take("Ruritania … join", [PAGE])
    other = SavedPage.of("other.txt", "Ruritania shall join.")
    assert "may mean several passages" in refusal("Ruritania … join", PAGE, other)


def test_an_article_is_no_passage() -> None:
    page = SavedPage.of("page.txt", f"Start {'word ' * (MAX_PASSAGE_WORDS - 1)}end")
    assert "has 1,001 words; a passage has 1,000 at most" in refusal("Start … end", page)
