"""The text of a saved page: of HTML as a browser shows its words, of a PDF as `pypdf` takes it out, of a text as it is.

What strangers wrote may make it run for minutes: `page_process` calls it where time and memory are bounded.
"""

import codecs
import io
import re
from html.parser import HTMLParser

MAX_TEXT = 5_000_000
"""Code points; a longer text is refused. The longest novels have about as many."""
MAX_WORDS = 1_000_000
"""Words of all pages together; more are refused."""
MAX_PDF_PAGES = 2_000
FORMS = ("html", "pdf", "text")

_LEFT_OUT = frozenset({"iframe", "noembed", "noframes", "noscript", "script", "style", "template"})
"""Elements of which a reader sees no text."""
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "basefont", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "rp", "rt", "ruby", "s", "samp", "slot", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
"""Elements that do not part words; all others do."""
_CHARSET = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_CHARSETS = re.compile(
    r"utf-?8|utf-16(?:le|be)?|us-ascii|windows-125[0-8]|iso-8859-(?:[1-9]|1[0-6])|koi8-[ru]|gb2312|gbk|gb18030|big5"
    r"|euc-(?:jp|kr)|shift_jis|iso-2022-jp|windows-874|macintosh"
)
"""The character sets that a page may name; Python knows more, some of which are no character sets."""
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEAD = 4_096
"""Bytes at the beginning of a page in which its character set is looked for."""


class TextError(ValueError):
    """A page whose text is not taken out, and why."""


def text_of(form: str, content: bytes) -> str:
    """Return the text of a page.

    Args:
        form: One of `FORMS`.
        content: Its bytes.

    Raises:
        TextError: it is too long, or not in UTF-8 where nothing names another character set.
    """
    text = {"html": _html, "pdf": _pdf, "text": _plain}[form](content)
    if len(text) > MAX_TEXT:
        message = f"longer than {MAX_TEXT:,} characters"
        raise TextError(message)
    return text


def check_words(number: int) -> None:
    """Refuse more words than there may be.

    Raises:
        TextError: there are more.
    """
    if number > MAX_WORDS:
        message = f"longer than {MAX_WORDS:,} words"
        raise TextError(message)


def form_of(name: str, content: bytes) -> str:
    """Return the form of the page with the file name `name`: by its first bytes, else by its name."""
    head = content[:1024].lstrip(b"\xef\xbb\xbf\x00 \t\r\n")
    if head.startswith(b"%PDF-"):
        return "pdf"
    lower = name.lower()
    if lower.endswith((".html", ".htm", ".xhtml")):
        return "html"
    return "html" if head.startswith(b"<") and not lower.endswith(".txt") else "text"


class _Words(HTMLParser):
    """Takes the words out of HTML: elements that stand on lines of their own part them, inline ones do not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = ""
        """The element left out that is open, if any."""
        self._depth = 0
        """How many of its name are open."""

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if not self._depth and tag in _LEFT_OUT:
            self._hidden = tag
        self._depth += self._hidden == tag
        self._part(tag)

    def handle_startendtag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        # HTML knows no `<script/>`, but XHTML does, and nothing is in it.
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag == self._hidden:
            self._depth -= 1
            self._hidden = self._hidden if self._depth else ""
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._depth:
            self.parts.append(data)

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append("\n")


def _html(content: bytes) -> str:
    reader = _Words()
    reader.feed(content.decode(_charset(content), errors="replace"))
    reader.close()
    return "".join(reader.parts)


def _charset(content: bytes) -> str:
    """Return the character set of an HTML page: by its first bytes, by what it says of itself, else UTF-8."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    told = _CHARSET.search(content[:_HEAD])
    name = "utf-8" if told is None else told[1].decode("ascii").lower()
    # A page that could be read for its name is not in UTF-16, whatever it says.
    return name if _CHARSETS.fullmatch(name) and not name.startswith("utf-16") else "utf-8"


def _plain(content: bytes) -> str:
    name = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        message = "not in UTF-8"
        raise TextError(message) from error


def _pdf(content: bytes) -> str:
    import pypdf

    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    if len(pages) > MAX_PDF_PAGES:
        message = f"more than {MAX_PDF_PAGES:,} pages"
        raise TextError(message)
    parts, size = list[str](), 0
    for page in pages:
        parts.append(page.extract_text())
        size += len(parts[-1])
        if size > MAX_TEXT:
            break
    return "\n".join(parts)
