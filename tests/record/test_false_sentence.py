"""A false sentence in a summary of ours is told as ours wherever it is shown, and never as somebody's word."""

import hashlib
import html
import json
import re
from pathlib import Path

import pytest
import sites
from commands import run

from accords_data.release import flat_tables
from accords_data.seeds import dataset

SOURCE = "2025-12-12-tokayev-ashgabat"
FALSE = "Kazakhstan signed the Abraham Accords on 12 December 2025."
EVENT = """\
  - item: kaz-signed-2025-12-12
    event: signed
    country: KAZ
    date: "2025-12-12"
"""


@pytest.fixture
def false(real: Path) -> Path:
    """Return the seeds with a sentence that no publication has, and an event that rests on it."""
    text, record = (real / "sources" / f"{SOURCE}{suffix}" for suffix in (".txt", ".yaml"))
    former = hashlib.sha256(text.read_bytes()).hexdigest()
    text.write_text(f"{text.read_text(encoding='utf-8')}{FALSE}\n", encoding="utf-8")
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    record.write_text(record.read_text(encoding="utf-8").replace(former, digest), encoding="utf-8")
    agreement = real / "agreements" / "abraham-accords.yaml"
    told = agreement.read_text(encoding="utf-8")
    fields = "".join(
        f"      - {{field: /events/kaz-signed-2025-12-12/{name}, basis: resolved}}\n"
        for name in ("event", "country", "date")
    )
    entry = f"  - source: {SOURCE}\n    summary: {FALSE}\n    supports:\n{fields}"
    agreement.write_text(told.replace("claims:\n", f"{EVENT}claims:\n", 1) + entry, encoding="utf-8")
    return real


def test_the_status_the_record_and_each_table_say_that_the_words_are_ours(false: Path) -> None:
    outlet = {each.id: each.outlet for each in dataset.load(false).sources}[SOURCE]
    status = " ".join(run("status", "abraham-accords").stdout.split())
    assert f"KAZ signed 2025-12-12 {outlet}, as we summarise it" in status
    (kazakhstan,) = [
        each
        for each in json.loads(run("status", "abraham-accords", "--output", "json").stdout)
        if each["country"] == "KAZ"
    ]
    assert (kazakhstan["grade"], kazakhstan["text"]) == ("summarised", FALSE)
    shown = " ".join(run("show", "agreement", "abraham-accords").stdout.split())
    assert f"{outlet}, as we summarise it ({SOURCE}" in shown
    assert f'"{FALSE}"' not in shown
    tables = {name: table.to_pylist() for name, table in flat_tables.tables_in(dataset.load(false)).items()}
    rows = [row for row in tables["evidence"] if FALSE in row.values()]
    assert len(rows) == 3
    assert {(row["grade"], row["quote"], row["summary"]) for row in rows} == {("summarised", None, FALSE)}
    told = [
        (name, row) for name, table in tables.items() if name != "evidence" for row in table if FALSE in row.values()
    ]
    assert told == []


def test_no_page_of_the_site_shows_it_as_a_quote(false: Path) -> None:
    pages = sites.drawn(dataset.load(false))
    seen, told = 0, 0
    for content in (content for name, content in pages.items() if name.endswith(".html")):
        page = html.unescape(content.decode())
        seen += FALSE in re.sub(r"<[^>]+>", "", page)
        assert not re.search(rf"<q[^>]*>[^<]*{re.escape(FALSE)}", page)
        for opening in ('"', "“", "«"):
            assert f"{opening}{FALSE}" not in page
        for quote in re.findall(r"<blockquote.*?</blockquote>", page, re.DOTALL):
            assert FALSE not in re.sub(r"<[^>]+>", "", quote)
        for ours, how in re.findall(r"<p class=\"ours\"(.*?)</p>\s*<p class=\"how\">(.*?)</p>", page, re.DOTALL):
            if FALSE in re.sub(r"<[^>]+>", "", ours):
                assert "as we summarise it" in how
                assert "our summary" in how
                told += 1
    assert (seen >= 2, told >= 3) == (True, True)
    found = [
        line for name, content in pages.items() if name.startswith("search/") for line in content.decode().split("]")
    ]
    assert [line.endswith('as we summarise it"') for line in found if FALSE in line] == [True]
