"""A passage becomes evidence, or the nearest one is shown."""

import re
from pathlib import Path

import pytest
from article import ARTICLE, ID
from commands import run
from conftest import ALONE
from hypothesis import given
from hypothesis import strategies as st

from accords_data.curate import quotation
from accords_data.seeds import dataset, spans


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("author's summary", "Author’s Summary"),
        ('held a "great call."', "held a “great call.”"),
        ("ANNOUNCEMENT came\n during   President", "announcement came during President"),
        ("AL-Monitor - 2025-11-06", "AL-Monitor — 2025-11-06"),
    ],
)
def test_a_passage_is_found_whatever_its_quotes_dashes_spaces_and_case(words: str, cited: str) -> None:
    stored, _ = dataset.stored_source(ALONE, ID)
    assert stored is not None
    (hit,) = quotation.cite(stored, words)
    assert hit.words == cited == ARTICLE[hit.span.start : hit.span.end]
    assert hit.occurrence is None


@given(st.data())
def test_every_stretch_of_the_article_is_found_where_it_stands(data: st.DataObject) -> None:
    stored, _ = dataset.stored_source(ALONE, ID)
    assert stored is not None
    start = data.draw(st.integers(0, len(ARTICLE) - 1))
    words = ARTICLE[start : start + data.draw(st.integers(1, 60))]
    if words.strip():
        found = quotation.cite(stored, words)
        place = start + len(words) - len(words.lstrip())
        assert any(hit.span.start <= place < hit.span.end for hit in found)
        assert all(spans.locate(ARTICLE, hit.words, hit.occurrence) == hit.span for hit in found)


def test_several_hits_are_numbered_and_say_which_occurrence(alone: Path) -> None:
    done = run("cite", ID, "abraham accords")
    numbers = re.findall(r"^\[(\d+) of (\d+)\]", done.stdout, re.MULTILINE)
    assert numbers == [(str(number), str(len(numbers))) for number in range(1, len(numbers) + 1)]
    assert len(numbers) == ARTICLE.count("Abraham Accords") == 6
    assert done.stdout.count("occurrence: ") == 6
    assert alone.is_dir()


def test_the_entry_of_a_citation_is_accepted_as_it_stands(alone: Path) -> None:
    done = run("cite", ID, "uniting israel and several", "--field", "/other_names/israeli")
    record = alone / "countries" / "ISR.yaml"
    record.write_text(
        record.read_text(encoding="utf-8") + "\n".join(done.stdout.split("\n\n")[1].splitlines()) + "\n",
        encoding="utf-8",
    )
    told = run("check", status=1).stderr
    assert "'Israeli' is not in the evidence" in told
    assert told.count("\n") == 2


@pytest.mark.parametrize(
    ("field", "basis"),
    [
        ("/venue", "stated"),
        ("/participants/donald-trump/designation", "stated"),
        ("/other_names/israeli", "stated"),
        ("/relations/isr-normalised/event", "resolved"),
        ("/participants/uzb/country", "resolved"),
        ("/events/kaz-announced-2025-11-06/date", "resolved"),
    ],
)
def test_a_citation_proposes_the_basis_that_the_kind_of_cell_allows(field: str, basis: str, alone: Path) -> None:
    done = run("cite", ID, "maintained diplomatic ties", "--field", field)
    assert f"- {{field: {field}, basis: {basis}}}" in done.stdout
    assert alone.is_dir()


def test_a_citation_for_a_cell_that_no_record_has_is_refused(alone: Path) -> None:
    for field in ("/venu", "venue", "/participants/uzb", "/", "/venue/uzb/name"):
        assert "no record has a cell" in run("cite", ID, "maintained", "--field", field, status=2).stderr
    assert alone.is_dir()


def test_words_that_stand_nowhere_are_told_with_the_nearest_passage(alone: Path) -> None:
    done = run("cite", ID, "the gathering underlined growing cooperation", status=1)
    assert "nearest passage, in sentence 10: 'The gathering underscored growing cooperation'" in done.stderr
    assert "there is no source" in run("cite", "nothing", "words", status=2).stderr
    assert alone.is_dir()
