"""What a reader does on the site: clicks, keys, filters, searches."""

from pathlib import Path

import pytest
from browsing import HOSTILE, RECORD, ROOT, Watched, chosen, opened
from playwright.sync_api import Browser, BrowserContext

from accords_data.model import tables
from accords_data.site import collection, table_pages, templates


def test_a_click_on_the_evidence_of_a_value_highlights_the_very_words_in_their_source(
    context: BrowserContext, folder: Path
) -> None:
    page = opened(context, folder, "agreements/abraham-accords.html")
    cell = page.locator('[id="events.kaz-announced-2025-11-06.date"]')
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
    assert "date disputed" in contested.first.inner_text()
    assert "as we summarise it" in contested.first.inner_text()
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
