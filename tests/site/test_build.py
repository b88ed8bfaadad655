"""The site as a whole: every link leads somewhere, and it replaces nothing else."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import samples
from conftest import EXPORTS, ROOT
from sites import FIRST_VIEW, followed, held, pages, site

from accords_data.problems import AccordsError
from accords_data.release import build as release_build
from accords_data.site import build

Files = dict[str, bytes]


def test_every_link_leads_to_a_page_and_a_place_on_it() -> None:
    assert followed(site()) > 10_000


def test_the_first_view_of_a_page_needs_at_most_200_kilobytes() -> None:
    for name, page in pages().items():
        loaded = [told["src"] for told in page.all("script")]
        loaded += [told["href"] for told in page.all("link") if told["rel"] == "stylesheet"]
        size = sum(len(site()[os.path.normpath(Path(name).parent / each)]) for each in loaded)
        assert len(site()[name]) + size <= FIRST_VIEW, name


def test_a_page_says_what_it_is_to_whoever_cannot_see_it() -> None:
    for name, page in pages().items():
        assert len(page.all("h1")) == 1, name
        assert len(page.all("main")) == 1
        assert page.all("html") == [{"lang": "en"}]
        assert page.all("a")[0] == {"class": "skip", "href": "#content"}
        pictures = [told for told in page.all("svg") if told.get("aria-hidden") != "true"]
        for picture in pictures:
            assert picture["role"] == "img"
            assert set(picture["aria-labelledby"].split()) <= set(page.ids)
        assert not pictures or page.all("table")


def test_its_page_names_every_folder_and_page_of_the_site() -> None:
    text = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")
    tops = {f"{name.partition('/')[0]}/" if "/" in name else name for name in site()}
    parts = {"assets/", "search/", "standing/", "timeline/", "tables.html"}
    for top in tops - parts:
        assert f"`{top}`" in text, top


def test_a_site_is_written_as_one_whole_and_replaces_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = samples.invented()
    told = held(release_build.build(data, release_build.unreleased(data)).files)
    out = tmp_path / "site"
    number = build.write(out, told, None, lambda: None)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert len(before) == number
    assert build.write(out, told, None, lambda: None) == number

    def broken(*_: object) -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"half"
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(build, "pages", broken)
        with pytest.raises(AccordsError, match="nothing was changed"):
            build.write(out, told, None, lambda: None)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    (out / "mine.txt").write_text("mine")
    with pytest.raises(AccordsError, match=r"contains mine\.txt, not written by accords-data"):
        build.write(out, told, None, lambda: None)
    with pytest.raises(AccordsError, match=r"contains CITATION\.cff and [0-9]+ more, not written by accords-data"):
        build.write(EXPORTS, told, None, lambda: None)
    assert (out / "mine.txt").read_text() == "mine"
