"""Edited pages: a passage is the same, moved or gone, and nothing between."""

from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from summarising import passage, source

from accords_data.curate import page_text
from accords_data.curate import recheck as comparing
from accords_data.curate.recheck import PassageOutcome, recheck
from accords_data.curate.saved_pages import SavedPage
from accords_data.problems import AccordsError

FIRST = "Ruritania's president said on Tuesday that his country will join the Zenda Pact."
SECOND = "The final text was agreed at Castle Zenda by the co-chairs."
THIRD = "«Мы приняли решение», заявил министр."
PAGE = f"""<!DOCTYPE html><html><head><title>Zenda Pact grows</title>
<style>p {{ margin: 0 }}</style><script>var words = "The final text";</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<h1>Zenda Pact grows</h1>
<p>{FIRST}</p><p>Nobody else spoke.</p>
<div><p>{SECOND}</p></div>
<blockquote>{THIRD}</blockquote>
<footer>All rights reserved.</footer></body></html>"""
SAME = "same same same"


def swap(old: str, new: str) -> Callable[[str], str]:
    """Return the edit that puts `new` where `old` stands."""

    def edit(page: str) -> str:
        assert old in page
        return page.replace(old, new)

    return edit


EDITS: dict[str, tuple[Callable[[str], str], str]] = {
    "nothing": (lambda page: page, SAME),
    "a word exchanged": (swap("agreed at", "accepted at"), "same gone same"),
    "a verb of saying exchanged": (swap("president said", "president announced"), "gone same same"),
    "a word removed": (swap("the co-chairs", "co-chairs"), "same gone same"),
    "a word added": (swap("will join", "will soon join"), "gone same same"),
    "a number of a noun": (swap("the co-chairs", "the co-chair"), "same gone same"),
    "two words in another order": (swap("said on Tuesday that", "on Tuesday said that"), "gone same same"),
    "punctuation alone": (swap("president said on Tuesday that", "president said, on Tuesday, that"), SAME),
    "quotation marks and apostrophes": (lambda page: page.replace("'", "’").replace("«", "“").replace("»", "”"), SAME),
    "capital letters alone": (lambda page: page.replace(FIRST, FIRST.upper()), SAME),
    "a hyphen for a space": (swap("co-chairs", "co chairs"), SAME),
    "a hyphen gone": (swap("co-chairs", "cochairs"), "same gone same"),
    "soft hyphens": (swap("president", "presi&shy;dent"), SAME),
    "spaces that do not break, and line breaks": (swap("will join the", "will&nbsp;join\n\tthe"), SAME),
    "ligatures and full-width letters": (swap("final text", "\ufb01nal \uff54ext"), SAME),
    "letters that only look alike": (swap("president said", "presidеnt said"), "gone same same"),
    "an accent": (swap("Ruritania", "Ruritánia"), "gone same same"),
    "tags inside words": (swap("Ruritania", '<span class="dc">R</span>uri<wbr>tan<b>ia</b>'), SAME),
    "a tag that parts a word": (swap("Tuesday", "Tues<br>day"), "gone same same"),
    "links and emphasis": (swap("Zenda Pact.</p>", '<a href="/p">Zenda <em>Pact</em></a>.</p>'), SAME),
    "entities": (swap("Ruritania's", "Ruritania&rsquo;s"), SAME),
    "numeric entities": (swap("решение", "&#1088;&#x435;шение"), SAME),
    "more chrome around": (swap("<p>Nobody", "<aside>Read more</aside><p>Advertisement</p><p>Nobody"), SAME),
    "an advertisement within": (swap("at Castle Zenda", "at <div>Advertisement</div> Castle Zenda"), "same gone same"),
    "a script within": (swap("at Castle Zenda", "at <script>ad('x')</script> Castle Zenda"), SAME),
    "a comment within": (swap("Castle Zenda", "Castle <!-- ad > --> Zenda"), SAME),
    "a passage moved": (lambda page: page.replace(THIRD, "").replace("<nav>", f"{THIRD}<nav>"), "same same moved"),
    "a passage twice": (swap("<footer>", f"<p>{FIRST}</p><footer>"), SAME),
    "a passage twice, first before its place": (swap("<nav>", f"<p>{SECOND}</p><nav>"), SAME),
    "the page turned round": (
        lambda page: page.replace(FIRST, "@").replace(THIRD, FIRST).replace("@", THIRD),
        "moved moved same",
    ),
    "truncated in the second passage": (lambda page: page[: page.index("Castle Zenda")], "same gone gone"),
    "truncated in a tag": (lambda page: page[: page.index("<blockquote>") + 5], "same same gone"),
    "the passages in other elements": (lambda page: page.replace("<p>", "<li><h3>").replace("</p>", "</h3>"), SAME),
    "in another script": (swap("Мы приняли решение", "My prinyali resheniye"), "same same gone"),
    "a passage in an attribute": (swap(f"<p>{SECOND}</p>", f'<img alt="{SECOND}">'), "same gone same"),
    "a passage in a comment": (swap(f"<p>{SECOND}</p>", f"<!-- {SECOND} -->"), "same gone same"),
    "a passage over two paragraphs": (swap("agreed at", "agreed</p><p>at"), SAME),
    "another page": (lambda _: "<p>Not found</p>", "gone gone gone"),
    "an empty page": (lambda _: "", "gone gone gone"),
}


ZENDA = source(passage(SECOND, 20), passage(FIRST, 10), passage(THIRD, 30))


def html(text: str, name: str = "page.html") -> SavedPage:
    """Return a page of HTML."""
    return SavedPage.of(name, page_text.text_of("html", text.encode()))


def states(found: list[PassageOutcome]) -> str:
    """Return the states, in order."""
    return " ".join(each.state for each in found)


@pytest.mark.parametrize("name", EDITS)
def test_of_an_edited_page_each_passage_is_the_same_moved_or_gone(name: str) -> None:
    edit, expected = EDITS[name]
    assert states(recheck(ZENDA, [html(edit(PAGE))])) == expected


def test_more_than_twenty_edits_are_tried_and_each_state_is_expected_of_some() -> None:
    assert len(EDITS) > 20
    assert {state for _, expected in EDITS.values() for state in expected.split()} == {"same", "moved", "gone"}


def test_a_place_is_the_numbers_of_its_words_and_a_gone_passage_has_none() -> None:
    page = SavedPage.of("page.txt", f"Home. {FIRST} {SECOND.replace('Castle', 'the castle')} {FIRST}")
    first, second, _ = recheck(ZENDA, [page])
    assert first.place is not None
    assert (first.place.page, first.place.first, first.place.last, first.times) == (0, 2, 15, 2)
    assert (second.state, second.place, second.times) == ("gone", None, 0)


def test_pages_are_read_one_after_the_other_and_a_passage_does_not_run_over_their_ends() -> None:
    found = recheck(ZENDA, [html(f"<p>{FIRST}</p><p>{SECOND[:20]}"), html(f"{SECOND[20:]} {THIRD}", "second.html")])
    assert states(found) == "same gone same"
    assert [None if each.place is None else each.place.page for each in found] == [0, None, 1]
    assert states(recheck(ZENDA, [html(THIRD), html(f"{FIRST} {SECOND}")])) == "same same moved"


def test_a_passage_with_a_word_parted_at_the_end_of_a_line_is_found_and_in_its_order() -> None:
    text = f"{FIRST} {SECOND} {THIRD}".replace("country", "coun-\ntry").replace("co-chairs", "co-\nchairs")
    assert states(recheck(ZENDA, [SavedPage.of("page.txt", text)])) == SAME


def test_two_sentences_may_summarise_one_passage() -> None:
    twice = source(passage(FIRST, 10), passage(FIRST, 20), passage(SECOND, 30))
    assert states(recheck(twice, [html(PAGE)])) == SAME


def test_a_passage_without_a_fingerprint_is_not_looked_for() -> None:
    empty = attrs.evolve(passage(FIRST, 10), passage_words=None, passage_sha256=None)
    assert recheck(source(empty), [html(PAGE)]) == []


def test_a_page_that_is_too_long_for_so_many_passages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "MAX_WORK", 1_500)
    assert states(recheck(ZENDA, [html(PAGE)])) == SAME
    with pytest.raises(AccordsError, match="too long for so many passages"):
        recheck(ZENDA, [html(PAGE), html(PAGE)])


@given(st.permutations(range(6)), st.integers(0, 5))
def test_as_few_passages_as_possible_have_moved(order: list[int], twice: int) -> None:
    numbered = source(*(passage(f"number w{number}", number) for number in range(6)))
    text = " ".join(f"number w{number}." for number in [*order, twice])
    found = recheck(numbered, [SavedPage.of("page.txt", text)])
    assert "gone" not in states(found)
    kept = [each.place.first for each in found if each.state == "same" and each.place is not None]
    assert kept == sorted(kept)
    assert len(kept) == max(_longest(order), _longest([*order, twice]))


def _longest(order: list[int]) -> int:
    """Return how many of `order` rise, at most: by trying each as the last."""
    best: list[int] = []
    for at, number in enumerate(order):
        best.append(1 + max((best[before] for before in range(at) if order[before] < number), default=0))
    return max(best)
