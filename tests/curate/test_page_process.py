"""Reading pages of strangers: bounded, and without a traceback whatever they hold."""

import importlib.util
import sys
import zlib
from pathlib import Path

import pytest
from pdfs import assembled, pdf

from accords_data.curate import page_process
from accords_data.problems import AccordsError


def refusal(name: str, content: bytes) -> str:
    """Return why a page is refused."""
    with pytest.raises(AccordsError) as told:
        page_process.pieces(name, content)
    (problem,) = told.value.problems
    return str(problem)


def test_the_words_of_each_form_are_taken_out_in_a_process_of_its_own() -> None:
    assert page_process.pieces("a.html", b"<p>one<p>two") == [["one", "two"]]
    assert page_process.pieces("a.txt", "Co-\nRuritania: решение".encode()) == [["co"], ["ruritania", "решение"]]
    assert page_process.pieces("-", pdf(("one two",))) == [["one", "two"]]


def test_a_broken_pdf_is_refused_in_one_sentence() -> None:
    told = refusal("a.pdf", b"%PDF-1.7\nnothing\n")
    assert told.startswith("a.pdf: cannot be read as PDF (")
    assert told.endswith(") (open it, and save its text as .txt)")


def test_a_pdf_that_unpacks_to_much_more_has_no_text_or_is_refused() -> None:
    bomb = zlib.compress(b"(a) Tj " * 40_000_000)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(bomb), bomb),
    ]
    try:
        assert page_process.pieces("a.pdf", assembled(objects)) == [[]]
    except AccordsError as error:
        assert "cannot be read as PDF (" in str(error)  # noqa: PT017 - which of the two is pypdf's affair


def test_time_and_memory_of_the_process_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import resource; from accords_data.curate import page_process; page_process._limit();"
        "print(resource.getrlimit(resource.RLIMIT_CPU), end=' '); bytearray(page_process.MEMORY)"
    )
    monkeypatch.setattr(page_process, "_command", lambda _: [sys.executable, "-c", code])
    assert "cannot be read as HTML (MemoryError)" in refusal("a.html", b"")
    monkeypatch.setattr(page_process, "_command", lambda _: [sys.executable, "-c", code.replace("bytearray", "type")])
    assert page_process.pieces("a.html", b"") == [["(60,", "60)"]]


def test_a_pdf_whose_pages_hold_themselves_is_refused() -> None:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]
    assert "cannot be read as PDF (" in refusal("a.pdf", assembled(objects))


def test_a_page_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_process, "_command", lambda _: ["sh", "-c", "kill -XCPU $$"])
    assert "takes more than 60 seconds to read" in refusal("a.html", b"")


def test_a_page_whose_text_is_refused_is_told_why() -> None:
    assert refusal("a.txt", b"\xff") == "a.txt: not in UTF-8 (save the article alone, in UTF-8)"


def test_a_page_of_too_many_words_is_refused() -> None:
    assert "a.txt: longer than 1,000,000 words (" in refusal("a.txt", b"w " * 1_000_001)


def test_without_pypdf_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    told = "a.pdf: pypdf, which reads PDF files, is not installed (pip install 'accords-data[recheck]')"
    assert refusal("a.pdf", pdf(("one",))) == told


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AccordsError, match="cannot be read: No such file"):
        page_process.read(tmp_path / "nowhere.html")
    with pytest.raises(AccordsError, match="cannot be read: Is a directory"):
        page_process.read(tmp_path)
    (tmp_path / "page.html").write_bytes(b"12345")
    assert page_process.read(tmp_path / "page.html") == b"12345"
    monkeypatch.setattr(page_process, "MAX_PAGE_BYTES", 4)
    with pytest.raises(AccordsError, match="larger than 4 bytes"):
        page_process.read(tmp_path / "page.html")
