"""Words and fingerprints of passages."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords_data.curate.fingerprint import Fingerprint, WordList, pieces, readings, words

WORD = st.sampled_from(["a", "b", "ab", "ba", "é", "כן", "да"])
TEXTS = st.lists(WORD, max_size=30)
PASSAGES = st.lists(WORD, min_size=1, max_size=6)


def reading(several: list[str]) -> WordList:
    (only,) = readings(pieces(" ".join(several)))
    return only


def places(passage: list[str], text: list[str]) -> list[int]:
    """Return where `passage` stands in `text`, by looking at every place."""
    return [at for at in range(len(text)) if text[at : at + len(passage)] == passage]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan’s “decision”: JOINED!", "kazakhstan s decision joined"),
        ("of\u00a0fi\u00adnal, \ufb01nal \uff26\uff49nal", "of final final final"),
        ("Straße 1,118.5 §2 №3", "strasse 1 118 5 2 no3"),
        ("Peace\u200bAccords \u200ePeace\u200d \ufeffAccords\ufe0f", "peace accords peace accords"),
        ("Заявил: «решение» — принято", "заявил решение принято"),
        ("ה\u05bcסכם שָׁלוֹם", "ה\u05bcסכם שָׁלוֹם"),
        ("नमस्ते दुनिया।", "नमस्ते दुनिया"),
        ("e\u0301tat ÉTAT", "état état"),
        ("a_b|c·d", "a b c d"),
        ("… — ·", ""),
    ],
)
def test_words_are_letters_and_digits_nfkc_and_case_folded(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@given(st.text())
def test_the_words_of_words_are_the_same_words(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


def test_a_fingerprint_is_the_number_of_words_and_the_hash_of_them() -> None:
    digest = hashlib.sha256(b"kazakhstan joined the accords").hexdigest()
    assert Fingerprint.of(words("Kazakhstan joined the Accords.")) == Fingerprint(4, digest)


@given(TEXTS, PASSAGES)
def test_a_passage_is_found_exactly_where_its_words_stand(text: list[str], passage: list[str]) -> None:
    wanted = Fingerprint.of(passage)
    assert list(reading(text).find([wanted])) == [(wanted, at) for at in places(passage, text)]


@given(st.data())
def test_a_passage_with_any_word_changed_is_never_found(data: st.DataObject) -> None:
    text = [f"w{number}" for number in range(data.draw(st.integers(2, 30)))]
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 2, len(text)))
    at = data.draw(st.integers(start, end - 2))
    wanted = Fingerprint.of(text[start:end])
    assert [place for _, place in reading(text).find([wanted])] == [start]
    for changed in (
        [*text[:at], "other", *text[at + 1 :]],
        [*text[: at + 1], "other", *text[at + 1 :]],
        text[:at] + text[at + 1 :],
        [*text[:at], text[at + 1], text[at], *text[at + 2 :]],
        [*text[:at], text[at] + text[at + 1], *text[at + 2 :]],
        [*text[:at], text[at] + "s", *text[at + 1 :]],
    ):
        assert not list(reading(changed).find([wanted]))


def test_a_hyphen_at_the_end_of_a_line_is_read_both_ways() -> None:
    text = "the long-\nterm co-\u00ad\noperation and well-known nor-\r\n  malisation, pre- \n2020"
    apart, closed = readings(pieces(text))
    assert " ".join(apart.words) == "the long term co operation and well known nor malisation pre 2020"
    assert " ".join(closed.words) == "the longterm co operation and well known normalisation pre 2020"
    assert [closed.places[closed.words.index(each)] for each in ("longterm", "normalisation", "2020")] == [1, 8, 11]
    assert [apart.words[place] for place in closed.places[:3]] == ["the", "long", "co"]


def test_a_text_without_such_a_hyphen_is_read_once() -> None:
    assert len(readings(pieces("well-known - and\n- more"))) == 1
    assert readings(pieces(""))[0].words == ()
