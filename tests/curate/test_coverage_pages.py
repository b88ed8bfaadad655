"""The pages on which a curator goes from a quote to its cells and back."""

import re
from html.parser import HTMLParser
from pathlib import Path

from article import ARTICLE, ID
from commands import run
from conftest import ALONE, REAL

from accords_data.curate import coverage, coverage_pages
from accords_data.seeds import dataset, sentences


class Page(HTMLParser):
    """Reads a page: its links, its ids, its text, and whether each tag that is opened is closed."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.stack: list[str] = []
        self.feed(content.decode())
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        assert tag not in {"script", "img", "link", "iframe"}
        assert not any(name.startswith("on") for name in told)
        self.links += [told["href"] or ""] if "href" in told else []
        self.ids += [told["id"] or ""] if "id" in told else []
        if tag not in {"meta", "br"}:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def pages_of(seeds: Path) -> dict[str, bytes]:
    loaded = dataset.load(seeds, drafts=True)
    return coverage_pages.pages([coverage.usage(loaded, source) for source in loaded.sources])


def test_from_each_quote_one_goes_to_its_cells_and_back_without_a_network() -> None:
    files = pages_of(REAL)
    read = {name: Page(content) for name, content in files.items()}
    followed = 0
    for name, page in read.items():
        assert len(set(page.ids)) == len(page.ids)
        for link in page.links:
            target, _, place = link.partition("#")
            assert ":" not in link
            assert target in files or not target
            assert not place or place in read[target or name].ids, link
            followed += bool(place)
    assert followed == 2 * 471


def test_the_page_of_the_article_shows_the_whole_article() -> None:
    page = Page(pages_of(ALONE)[f"{ID}.html"])
    shown = re.sub(r"\d+", "", page.text)
    for sentence in sentences.sentences(ARTICLE):
        assert re.sub(r"\d+", "", sentence.text) in shown


def test_what_stands_in_a_text_is_escaped(base: Path) -> None:
    source = next(base.glob("sources/*.txt"))
    record = source.with_suffix(".yaml")
    hostile = "<script>alert(1)</script> & <b>bold</b>"
    content = source.read_bytes() + f"\n\n{hostile}\n".encode()
    source.write_bytes(content)
    import hashlib

    text = re.sub(r"sha256: \w+", f"sha256: {hashlib.sha256(content).hexdigest()}", record.read_text(encoding="utf-8"))
    record.write_text(text, encoding="utf-8")
    page = Page(pages_of(base)[f"{source.stem}.html"])
    assert hostile in page.text


def test_pages_are_written_as_one_whole_and_replace_nothing_else(alone: Path) -> None:
    run("coverage", "--html", "pages")
    assert sorted(path.name for path in Path("pages").iterdir()) == [f"{ID}.html", "index.html"]
    Path("pages/mine.txt").write_text("mine")
    assert "contains mine.txt, not written by accords-data" in run("coverage", "--html", "pages", status=1).stderr
    assert Path("pages/mine.txt").read_text() == "mine"
    assert "not written by accords-data" in run("coverage", "--html", str(alone), status=1).stderr
