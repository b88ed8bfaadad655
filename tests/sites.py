"""A site as the tests read it: its pages as a browser does, and sites of invented and of forged releases."""

import os
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import attrs
import pytest
import samples
from conftest import EXPORTS
from sealing import Files

from accords_data.release import build as release_build
from accords_data.seeds.dataset import Dataset
from accords_data.site import build, collection
from accords_data.verify import archive

HOSTILE = "x<script>alert(1)</script>'\"><img src=x onerror=alert(1)>{{ 7*7 }}"
VOID = {"meta", "link", "br", "input", "img"}
FIRST_VIEW = 200_000


class Page(HTMLParser):
    """A page as a browser reads it: its links, ids, text, and what it loads."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.stack: list[tuple[str, str | None]] = []
        self.texts: dict[str, str] = {}
        self.text = ""
        self.feed(content.decode())
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        assert len(told) == len(attrs)
        self.tags.append((tag, told))
        if tag not in VOID:
            self.stack.append((tag, told.get("id") or (f"rest {told['data-of']}" if "data-of" in told else None)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for _, name in self.stack:
            if name is not None:
                self.texts[name] = self.texts.get(name, "") + data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [told for name, told in self.tags if name == tag]

    @property
    def ids(self) -> list[str]:
        return [told["id"] for _, told in self.tags if "id" in told]


@cache
def real() -> collection.Collection:
    return collection.read(EXPORTS)


@cache
def site() -> Files:
    """The site of the committed release."""
    return dict(build.pages(real(), None))


@cache
def pages() -> dict[str, Page]:
    return {name: Page(content) for name, content in site().items() if name.endswith(".html")}


def drawn(data: Dataset) -> Files:
    """The site of a release that is built from `data`."""
    return dict(build.pages(held(release_build.build(data, release_build.unreleased(data)).files), None))


def held(files: Files, place: str = "release") -> collection.Collection:
    """What the site reads of the release that consists of `files`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archive, "read", lambda _: archive.Content(place, files, ()))
        return collection.read(Path(place))


def changed(kind: str, **change: Any) -> Dataset:
    """The invented dataset with its first record of `kind` changed, past every check of the seeds."""
    data = samples.invented()
    first, *rest = data.records[kind]
    return attrs.evolve(data, records=data.records | {kind: (attrs.evolve(first, **change), *rest)})


def followed(files: Files) -> int:
    """How many links inside the site lead to a page and a place on it; none leads elsewhere in it."""
    read = {name: Page(content) for name, content in files.items() if name.endswith(".html")}
    number = 0
    for name, page in read.items():
        assert len(set(page.ids)) == len(page.ids), name
        for link in (told["href"] for told in page.all("a")):
            if link.startswith(("https://", "http://")):
                continue
            path, _, place = link.partition("#")
            assert ":" not in path
            target = os.path.normpath(Path(name).parent / unquote(path)) if path else name
            assert target in files, (name, link)
            assert not place or place in read[target].ids, (name, link)
            number += 1
    return number
