"""Pages in which nothing of a release runs."""

import os
from pathlib import Path

import attrs
import pytest
from sites import HOSTILE, Page, changed, drawn, pages, real, site

from accords_data.model.vocabularies import Basis
from accords_data.site import templates, urls


def test_no_page_has_a_script_or_a_style_of_its_own_and_each_has_the_policy() -> None:
    for name, page in pages().items():
        policies = [told["content"] for told in page.all("meta") if told.get("http-equiv") == "Content-Security-Policy"]
        assert policies == [templates.POLICY], name
        assert page.all("style") == []
        for script in page.all("script"):
            assert set(script) == {"defer", "src"}
            assert os.path.normpath(Path(name).parent / script["src"]) in site()
        for _, told in page.tags:
            assert "style" not in told
            assert not any(attribute.startswith("on") for attribute in told)
    assert "unsafe" not in templates.POLICY


def test_nothing_is_loaded_from_elsewhere() -> None:
    for name, page in pages().items():
        for tag, told in page.tags:
            if tag != "a":
                assert "//" not in told.get("href", "") + told.get("src", ""), name
    for name, content in site().items():
        if name.startswith("assets/"):
            assert b"http" not in content, name
            assert b"@import" not in content, name
            assert b"innerHTML" not in content, name


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("meeting", {"label": HOSTILE}),
        ("meeting", {"venue": HOSTILE}),
        ("country", {"name": HOSTILE}),
        ("leader", {"name": HOSTILE}),
        ("agreement", {"title": HOSTILE}),
        ("source", {"title": HOSTILE}),
        ("source", {"provenance": HOSTILE}),
    ],
)
def test_what_a_release_says_is_text_and_never_runs(kind: str, change: dict[str, str]) -> None:
    data = changed(kind, **change)
    (name,) = change
    record = data.records[kind][0]
    evidence = tuple(
        attrs.evolve(
            entry,
            supports=tuple(
                attrs.evolve(each, value=HOSTILE, basis=Basis.INFERRED, note=HOSTILE)
                if each.field == f"/{name}"
                else each
                for each in entry.supports
            ),
        )
        for entry in record.evidence
    )
    data = changed(kind, **change, evidence=evidence)
    files = drawn(data)
    for path, content in files.items():
        if path.endswith(".html"):
            page = Page(content)
            assert not page.all("img")
            assert all(set(script) == {"defer", "src"} for script in page.all("script"))
    shown = Page(files[urls.record(kind, record.id)])
    assert HOSTILE in shown.text


def test_the_links_to_the_sections_are_made_once_for_all_pages_of_a_folder() -> None:
    press = templates.press(real().manifest)
    for address in ("countries/ISR.html", "countries/USA.html", "agreements/x.html", "index.html", "tables.html"):
        page = press.page("search.html", address, "", parts=[], counted=[], sorts="")
        assert f'href="{urls.root(address)}tables.html"' in page.decode()
    assert sorted(press.navigations, key=str) == [("", "index.html"), ("", "tables.html"), ("../", None)]
