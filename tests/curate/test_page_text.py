"""The text of saved pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfs import pdf

from accords_data.curate import page_text
from accords_data.curate.fingerprint import words
from accords_data.curate.page_text import TextError


def html(text: str) -> str:
    """Return the words of a page of HTML."""
    return " ".join(words(page_text.text_of("html", text.encode())))


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>one</p><p>two</p>", "one two"),
        ("one<br>two<hr/>three", "one two three"),
        ("<td>one</td><td>two</td>", "one two"),
        ("o<b>n</b>e <i>two</i><wbr>more", "one twomore"),
        ("<x-word>one</x-word>two", "one two"),
        ("<title>one</title>two", "one two"),
        ("<script>one</script><style>two</style>three", "three"),
        ("<script>a</script >one<SCRIPT>b</SCRIPT>", "one"),
        ("<template><p>one</template><noscript>two<noscript>x</noscript>y</noscript>three", "three"),
        ("<iframe>one</iframe></iframe>two", "two"),
        ("<script src=a />one", "one"),
        ("<!-- one -->two<!doctype html><?php three?>", "two"),
        ("&lt;b&gt; &amp; AT&T &eacute;t&#233; &#x1F600; &nosuch; &#xD800;", "b at t été nosuch"),
        ("a &shy;b&nbsp;c", "a b c"),
        ('<img alt="one"><a title="two">three</a>', "three"),
        ("<p hidden>one</p><p style='display:none'>two</p>", "one two"),
        ("", ""),
    ],
)
def test_of_html_the_words_that_a_reader_sees_are_taken(page: str, expected: str) -> None:
    assert html(page) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<meta charset="windows-1251"><p>решение'.encode("cp1251"), "решение"),
        ("<meta http-equiv=Content-Type content='text/html; charset=KOI8-R'>решение".encode("koi8-r"), "решение"),
        ("<p>решение".encode(), "решение"),
        ("\ufeff<meta charset=latin-1><p>решение".encode(), "решение"),
        ("<p>решение".encode("utf-16"), "решение"),
        ("<meta charset=utf-16><p>été".encode(), "été"),
        ("<meta charset=rot13><p>été".encode(), "été"),
        ("<meta charset=unicode_escape><p>été".encode(), "été"),
        (b"<p>caf\xe9 noir", "caf noir"),
    ],
)
def test_html_is_in_the_character_set_that_it_names_or_in_utf_8(content: bytes, expected: str) -> None:
    assert " ".join(words(page_text.text_of("html", content))) == expected


def test_a_text_is_in_utf_8_or_utf_16_with_its_mark() -> None:
    assert page_text.text_of("text", "\ufeffdécidé".encode()).endswith("décidé")
    assert page_text.text_of("text", "décidé".encode("utf-16")).endswith("décidé")
    with pytest.raises(TextError, match="not in UTF-8"):
        page_text.text_of("text", "décidé".encode("cp1252"))


def test_the_text_of_a_pdf_is_that_of_its_pages() -> None:
    content = pdf(("Ruritania said on Tuesday", "that it will join."), ("Freedonia signed.",))
    found = words(page_text.text_of("pdf", content))
    assert " ".join(found) == "ruritania said on tuesday that it will join freedonia signed"


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_text, "MAX_TEXT", 8)
    for form, content in (("text", b"123456789"), ("html", b"<p>123456789"), ("pdf", pdf(("12345",), ("67890",)))):
        with pytest.raises(TextError, match="longer than 8 characters"):
            page_text.text_of(form, content)


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_text, "MAX_PDF_PAGES", 2)
    assert page_text.text_of("pdf", pdf(("one",), ("two",)))
    with pytest.raises(TextError, match="more than 2 pages"):
        page_text.text_of("pdf", pdf(("one",), ("two",), ("three",)))


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.html", b"words", "html"),
        ("a.HTM", b"words", "html"),
        ("a.txt", b"<words>", "text"),
        ("a.pdf", b"%PDF-1.7", "pdf"),
        ("a.html", b"%PDF-1.7", "pdf"),
        ("-", b"\n <!doctype html>", "html"),
        ("-", b"\xef\xbb\xbf<p>", "html"),
        ("-", b"words", "text"),
        ("a.pdf", b"words", "text"),
    ],
)
def test_the_form_of_a_page_is_told_by_its_first_bytes_and_its_name(name: str, content: bytes, form: str) -> None:
    assert page_text.form_of(name, content) == form


@given(st.text(alphabet="<>/!-?&;=\"'ab scriptSTYLE\n", max_size=200))
def test_any_html_has_a_text(page: str) -> None:
    assert isinstance(html(page), str)
