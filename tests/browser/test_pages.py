"""The site in a real browser: Debian's Chromium, opened from the disk and from a host, with scripts and without.

The screenshots in ``docs/site/`` are made here.
"""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import ARTICLE, HOSTILE, KINDS, RECORD, ROOT, SHOTS, Watched, opened
from playwright.sync_api import Browser, BrowserContext

from accords_data.release import build as release_build
from accords_data.seeds import dataset
from accords_data.site import build, collection


def test_every_page_opens_from_the_disk_without_an_error_or_a_request_elsewhere(
    context: BrowserContext, folder: Path
) -> None:
    watched = Watched.of(context, folder.as_uri())
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    for name in names:
        watched.page.goto(f"{folder.as_uri()}/{name}")
        assert watched.wrong == [], name
    assert len(names) > 250


@pytest.mark.parametrize("place", KINDS.values(), ids=KINDS.keys())
def test_each_kind_of_page_opens_from_a_host_without_an_error_or_a_request_elsewhere(
    context: BrowserContext, host: str, place: str
) -> None:
    watched = Watched.of(context, host)
    watched.page.goto(f"{host}/{place}")
    watched.page.wait_for_load_state("load")
    assert watched.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", KINDS.values(), ids=KINDS.keys())
def test_axe_finds_no_violation(chromium: Browser, folder: Path, place: str, scheme: Any) -> None:
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = opened(context, folder, place)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
    told = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found.response["violations"]]
    assert told == []
    assert found.response["passes"]
    context.close()


@pytest.mark.parametrize("place", KINDS.values(), ids=KINDS.keys())
def test_a_page_320_pixels_wide_does_not_scroll_sideways(chromium: Browser, folder: Path, place: str) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = opened(context, folder, place)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize("place", ["disk", "host"])
def test_the_policy_stops_a_script_that_is_not_the_sites_own(
    context: BrowserContext, folder: Path, host: str, place: str
) -> None:
    page = context.new_page()
    page.goto(f"{host if place == 'host' else folder.as_uri()}/index.html")
    blocked = page.evaluate(
        """() => new Promise((told) => {
            addEventListener('securitypolicyviolation', (event) => told(event.violatedDirective));
            const made = document.createElement('script');
            made.textContent = "document.title = 'run'";
            document.body.append(made);
            setTimeout(() => told('nothing'), 500);
        })"""
    )
    assert blocked.startswith("script-src")
    assert page.title() != "run"
    style = page.evaluate(
        "(() => { const made = document.createElement('p'); made.setAttribute('style', 'color: rgb(1, 2, 3)');"
        " document.body.append(made); return getComputedStyle(made).color })()"
    )
    assert style != "rgb(1, 2, 3)"


def _changed(record: Any, **changes: Any) -> Any:
    """Return `record` with changes that its type does not allow."""
    return attrs.evolve(record, **changes)


def test_hostile_names_and_quotes_are_shown_as_text_on_every_page(context: BrowserContext, tmp_path: Path) -> None:
    data = dataset.load(ROOT / "tests" / "seeds" / "base")
    named = {"meeting": "label", "country": "name", "leader": "name", "agreement": "title", "source": "title"}
    records = {
        kind: tuple(
            _changed(each, **{named[kind]: HOSTILE}, evidence=tuple(_told(e, named[kind]) for e in each.evidence))
            for each in group
        )
        for kind, group in data.records.items()
    }
    made = release_build.build(attrs.evolve(data, records=records), release_build.unreleased(data)).files
    for name, content in made.items():
        (tmp_path / "release" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "release" / name).write_bytes(content)
    out = tmp_path / "site"
    build.write(out, collection.read(tmp_path / "release"), None, lambda: None)
    watched = Watched.of(context, out.as_uri())
    for path in sorted(out.rglob("*.html")):
        watched.page.goto(path.as_uri())
        assert watched.page.title() != "run", path
        assert watched.page.locator("img").count() == 0
    watched.page.goto(f"{(out / 'tables' / 'meetings.html').as_uri()}")
    watched.page.locator("#filter").fill("alert")
    watched.page.locator("tbody td", has_text="<script>").first.wait_for()
    watched.page.goto(f"{(out / 'search.html').as_uri()}#q=alert")
    watched.page.reload()
    watched.page.locator("#found a", has_text="<script>").first.wait_for()
    assert watched.wrong == []


def _told(entry: Any, field: str) -> Any:
    """An entry of evidence that says the hostile text of the cell `field`."""
    return attrs.evolve(
        entry,
        supports=tuple(
            attrs.evolve(each, value=HOSTILE, basis="inferred", note=HOSTILE) if each.field == f"/{field}" else each
            for each in entry.supports
        ),
    )


def test_names_in_right_to_left_scripts_run_from_right_to_left(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, "countries/ISR.html")
    arabic = page.locator(".local bdi[lang=ar]")
    assert arabic.inner_text() == "إسرائيل"
    assert page.locator(".local bdi[lang=he]").inner_text() == "ישראל"
    assert arabic.evaluate("(each) => getComputedStyle(each).unicodeBidi") == "isolate"
    assert arabic.evaluate("(each) => each.matches(':dir(rtl)')")


def test_on_paper_there_is_the_content_and_no_navigation(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, RECORD)
    page.emulate_media(media="print")
    assert not page.locator(".top nav").is_visible()
    assert page.locator("h1").is_visible()
    assert page.pdf().startswith(b"%PDF")


SHOWN = {
    "home": "index.html",
    "record": "meetings/2025-11-06-white-house.html",
    "source": f"{ARTICLE}#c139-209",
    "standing": "standing.html",
    "timeline": "timeline.html",
    "network": "network.html",
    "table": "tables/agreement_events.html",
    "search": "search.html#q=Tokayef",
}


@pytest.mark.parametrize("width", [360, 1280, 2560])
@pytest.mark.parametrize("name", SHOWN)
def test_a_screenshot_is_taken_for_the_documentation(chromium: Browser, folder: Path, name: str, width: int) -> None:
    height = {360: 740, 1280: 860, 2560: 1440}[width]
    context = chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = opened(context, folder, SHOWN[name])
    page.wait_for_load_state("load")
    if name == "search":
        page.locator("#found a").first.wait_for()
    if name == "record":
        page.locator("[id=date] summary").click()
    SHOTS.mkdir(exist_ok=True)
    path = SHOTS / f"{name}-{width}.png"
    page.screenshot(path=path)
    assert path.stat().st_size > 5_000
    assert (
        json.loads(page.evaluate("JSON.stringify([innerWidth, document.documentElement.scrollWidth])")) == [width] * 2
    )
    context.close()
