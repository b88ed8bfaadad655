"""The site in a real browser: Debian's Chromium, opened from the disk and from a host, with scripts and without.

The screenshots in ``docs/site/`` are made here.
"""

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from accords_data.model import tables
from accords_data.release import build as release_build
from accords_data.seeds import dataset
from accords_data.site import build, collection, table_pages, templates
from accords_data.verify import diff

ROOT = Path(__file__).parent.parent.parent
SHOTS = ROOT / "docs" / "site"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
ARTICLE = "sources/2025-11-06-kazakhstan-to-join.html"
RECORD = "agreements/abraham-accords-declaration.html"
KINDS = {
    "home": "index.html",
    "record": RECORD,
    "person": "leaders/kassym-jomart-tokayev.html",
    "country": "countries/ISR.html",
    "meeting": "meetings/2025-11-06-white-house.html",
    "source": ARTICLE,
    "list": "sources/index.html",
    "tables": "tables.html",
    "table": "tables/evidence.html",
    "timeline": "timeline.html",
    "standing": "standing.html",
    "network": "network.html",
    "search": "search.html#q=Tokayev",
    "dictionary": "dictionary.html",
    "changes": "changes.html",
    "changed": "leaders/donald-trump.html",
}
"""A page of each kind."""
HOSTILE = "x<script>document.title='run'</script>'\"><img src=x onerror=\"document.title='run'\">javascript:alert(1)"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the committed release, as a folder, with what changed since the article alone."""
    place = tmp_path_factory.mktemp("site")
    alone = dataset.load(ROOT / "tests" / "seed_alone")
    for name, content in release_build.build(alone, release_build.unreleased(alone)).files.items():
        (place / "former" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "former" / name).write_bytes(content)
    difference = diff.compare(place / "former", ROOT / "exports")
    build.write(place / "site", collection.read(ROOT / "exports"), difference, lambda: None)
    return place / "site"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    assert CHROMIUM.exists(), "no browser; install it with: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, chromium_sandbox=False)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def host(folder: Path) -> Iterator[str]:
    """The address of a static host of the site."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static host that says nothing."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(600_000)  # milliseconds: only against waiting for ever
    yield made
    made.close()


@attrs.define
class Watched:
    """A page, and everything that it should not have done."""

    page: Page
    wrong: list[str] = attrs.field(factory=list)

    def asked(self, told: Any) -> None:
        self.wrong.append(f"dialog: {told.message}")
        told.dismiss()

    @classmethod
    def of(cls, context: BrowserContext, origin: str) -> "Watched":
        watched = cls(context.new_page())
        watched.page.on("console", lambda told: watched.wrong.append(f"console: {told.text}"))
        watched.page.on("pageerror", lambda told: watched.wrong.append(f"error: {told}"))
        watched.page.on("dialog", watched.asked)
        watched.page.on("request", lambda told: watched.requested(told.url, origin))
        return watched

    def requested(self, url: str, origin: str) -> None:
        if not url.startswith((origin, "data:")):
            self.wrong.append(f"request: {url}")


def opened(context: BrowserContext, folder: Path, place: str) -> Page:
    page = context.new_page()
    page.goto(f"{folder.as_uri()}/{place}")
    return page


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


def chosen(page: Page) -> str:
    """The words that are highlighted as those that the address names."""
    return str(page.evaluate("[...document.querySelectorAll('mark.chosen')].map((each) => each.textContent).join('')"))


def test_a_click_on_the_evidence_of_a_value_highlights_the_very_words_in_their_source(
    context: BrowserContext, folder: Path
) -> None:
    page = opened(context, folder, "agreements/abraham-accords.html")
    cell = page.locator('[id="events.0.date"]')
    assert "6 November" in cell.inner_text() or "2025-11-06" in cell.inner_text()
    cell.locator("summary").click()
    assert cell.locator("blockquote mark strong").first.inner_text() == "Thursday"
    quote = cell.locator("blockquote mark").first.inner_text()
    cell.locator("a.to-source").first.click()
    page.wait_for_function("document.querySelector('mark.chosen')")
    start, end = map(int, page.url.partition("#c")[2].split("-"))
    text = (ROOT / "exports" / "sources" / f"{Path(page.url.partition('#')[0]).stem}.txt").read_text(encoding="utf-8")
    assert chosen(page) == text[start:end] == quote
    assert page.locator("mark.chosen").first.is_visible()
    box = page.locator("mark.chosen").first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
    page.locator(f'[id="n{start}-{end}"] .supports a').first.click()
    assert page.locator("details.grounds[open]").count() == 1


def test_the_keyboard_alone_leads_from_a_value_to_its_words(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, RECORD)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    assert page.locator("details.grounds[open]").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "to-source"
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('mark.chosen')")
    assert page.evaluate("document.activeElement.tagName") == "MARK"


def test_a_passage_that_crosses_another_is_highlighted_whole(context: BrowserContext, folder: Path) -> None:
    found = 0
    for path in sorted((folder / "sources").glob("*.html")):
        if 'class="rest"' not in path.read_text(encoding="utf-8"):
            continue
        page = opened(context, folder, f"sources/{path.name}")
        for anchor in page.evaluate("[...document.querySelectorAll('mark.rest')].map((each) => each.dataset.of)"):
            page.goto(f"{path.as_uri()}#{anchor}")
            start, end = map(int, anchor.removeprefix("c").split("-"))
            text = (ROOT / "exports" / "sources" / f"{path.stem}.txt").read_text(encoding="utf-8")
            assert chosen(page) == text[start:end]
            found += 1
    assert found > 0


def test_without_scripts_values_words_tables_and_days_can_be_read(chromium: Browser, folder: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = opened(context, folder, RECORD)
    page.locator("summary").first.click()
    page.locator("details.grounds[open] a.to-source").first.click()
    assert page.locator("mark:target").count() == 1
    page.goto(f"{folder.as_uri()}/standing.html")
    assert not page.locator("#controls").is_visible()
    page.locator("details.views summary").click()
    page.get_by_role("link", name="15 September 2020, as known then").click()
    assert page.locator("#told").inner_text() == "15 September 2020, as known then"
    page.goto(f"{folder.as_uri()}/timeline.html")
    page.locator("details.views summary").click()
    page.get_by_role("link", name="Kazakhstan", exact=True).click()
    assert all("Kazakhstan" in row for row in page.locator("#rows tbody tr").all_inner_texts())
    page.goto(f"{folder.as_uri()}/tables/evidence.html")
    assert page.locator("tbody tr").count() > 50
    assert page.get_by_role("link", name="CSV").is_visible()
    context.close()


def test_a_table_is_filtered_sorted_turned_and_copied(context: BrowserContext, folder: Path) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context, folder, "tables/evidence.html")
    page.get_by_role("button", name="Next").click()
    page.locator("#status", has_text="Rows 1 to 100 of 1,597").wait_for()
    page.get_by_role("button", name="Next").click()
    page.locator("#status", has_text="Rows 101 to 200 of 1,597").wait_for()
    page.locator("#filter").fill("THURSDAY")
    page.locator("#column").select_option(label="words")
    page.locator("#status", has_text="filtered from 1,597").wait_for()
    column = page.locator("thead th").all_inner_texts().index("words") + 1
    words = page.locator(f"tbody tr td:nth-child({column})").all_inner_texts()
    assert words
    assert all("thursday" in each.lower() for each in words)
    page.get_by_role("button", name="record", exact=True).click()
    assert page.locator("th[aria-sort=ascending]").inner_text() == "record"
    up = page.locator("tbody tr td:nth-child(2)").all_inner_texts()
    page.get_by_role("button", name="record", exact=True).click()
    page.locator("th[aria-sort=descending]").wait_for()
    down = page.locator("tbody tr td:nth-child(2)").all_inner_texts()
    assert sorted(up, key=str.casefold) == up
    assert [each.casefold() for each in down] == sorted((each.casefold() for each in up), reverse=True)
    page.get_by_role("button", name="Copy as CSV").click()
    page.locator("#status", has_text="copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    names = ",".join(column.name for column in tables.evidence_table().columns)
    assert copied.startswith(f"{names}\n")
    assert copied.count("Thursday") >= len(words)


def test_fifty_thousand_rows_are_filtered_and_sorted_with_a_hundred_on_the_page(
    context: BrowserContext, folder: Path, tmp_path: Path
) -> None:
    told = collection.read(ROOT / "exports")
    table = tables.evidence_table()
    rows = [(*row[:1], f"{row[1]}-{number}", *row[2:]) for number in range(32) for row in told.rows(table)][:50_000]
    for name, content in [
        *table_pages.sheet(templates.press(told.manifest), table, rows, []),
        *templates.assets().items(),
    ]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    page = opened(context, tmp_path, "tables/evidence.html")
    page.locator("#filter").fill("-31")
    page.locator("#status", has_text="filtered from 50,000").wait_for()
    page.get_by_role("button", name="record", exact=True).click()
    page.locator("th[aria-sort=ascending]").wait_for()
    assert 0 < page.locator("tbody tr").count() <= 100
    assert folder.exists()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Tokayef", "Kassym-Jomart Tokayev"),
        ("kasym jomart tokaev", "Kassym-Jomart Tokayev"),
        ("Касым-Жомарт", "Kassym-Jomart Tokayev"),
        ("اسرائيل", "Israel"),
        ("ישראל", "Israel"),
        ("netanyhau", "Benjamin Netanyahu"),
        ("great call", "Call of Trump, Tokayev and Netanyahu that Trump posted about"),
    ],
)
def test_the_search_finds_what_is_meant(context: BrowserContext, folder: Path, words: str, found: str) -> None:
    page = opened(context, folder, "search.html")
    page.locator("#query").fill(words)
    page.locator("#status", has_text="found").wait_for()
    links = page.locator("#found a").all()
    assert links
    told = [link.inner_text() for link in links]
    if words == "great call":
        assert any("great call" in each for each in told)
    else:
        assert found in told
    links[0].click()
    assert page.locator("h1").is_visible()


def test_what_is_searched_for_is_shown_as_text(context: BrowserContext, folder: Path) -> None:
    watched = Watched.of(context, folder.as_uri())
    watched.page.goto(f"{folder.as_uri()}/search.html")
    watched.page.locator("#query").fill(HOSTILE)
    watched.page.locator("#status", has_text="ound").wait_for()
    watched.page.locator("#query").fill("Israel")
    watched.page.locator("#found a").first.wait_for()
    assert watched.wrong == []
    assert watched.page.title() != "run"


def test_the_slider_shows_the_day_as_the_page_of_that_day_does(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, "standing.html")
    table = (
        "[...document.querySelectorAll('#standing td')].map((each) => each.textContent.replace(/\\s+/g, ' ').trim())"
    )
    page.locator("#slider").focus()
    seen = set()
    for press_key in ("Home", "ArrowRight", "ArrowRight", "End", "ArrowLeft"):
        page.keyboard.press(press_key)
        day, view = page.evaluate("[document.getElementById('standing').dataset.day, 'now']")
        assert page.locator("#slider").get_attribute("aria-valuetext") in page.locator("#told").inner_text()
        shown = page.evaluate(table)
        other = opened(context, folder, f"standing/{day}-{view}.html")
        other.locator("#controls").wait_for(state="visible")
        assert other.evaluate(table) == shown
        other.close()
        seen.add(day)
    assert len(seen) == 5
    page.locator("#date").fill("2020-12-24")
    page.get_by_label("as known then").check()
    assert page.locator("#told").inner_text() == "24 December 2020, as known then"
    page.get_by_role("button", name="Later change").click()
    assert "24 December" not in page.locator("#told").inner_text()


def test_a_contested_standing_looks_contested(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, "standing.html")
    contested = page.locator("#standing td.contested")
    assert contested.count() > 0
    style = "(cell) => getComputedStyle(cell).borderInlineStartWidth"
    assert contested.first.evaluate(style) == "3px"
    assert page.locator("#standing td.step:not(.contested)").first.evaluate(style) == "0px"
    assert "contested" in contested.first.inner_text()
    page.locator("#standing td.step a").first.click()
    page.wait_for_function("document.querySelector('mark.chosen')")


def test_the_timeline_is_filtered_by_country_and_kind(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder, "timeline.html")
    every = page.locator("#rows tbody tr:visible").count()
    page.locator("#country").select_option(label="Kazakhstan")
    some = page.locator("#rows tbody tr:visible").count()
    page.locator("#sort").select_option(label="Meetings")
    few = page.locator("#rows tbody tr:visible").count()
    assert 0 < few < some < every
    assert page.locator("svg .happening[data-row]:visible").count() <= few
    assert f"{few} of {every}" in page.locator("#status").inner_text()
    page.locator("svg .happening[data-row]:visible .dot").first.click()
    assert "#t" in page.url


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
