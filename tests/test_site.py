"""The site: every value with its words, every link leads somewhere, nothing of a source runs, the same bytes always."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import attrs
import pytest
from conftest import ALONE, BASE, EXPORTS, ROOT
from hypothesis import given
from hypothesis import strategies as st
from sealing import sealed

from accords_data.model import tables
from accords_data.model.fields import cells
from accords_data.problems import AccordsError
from accords_data.query import as_of, status
from accords_data.release import build as release_build
from accords_data.release import manifest, pack
from accords_data.seeds import dataset
from accords_data.seeds.dataset import Dataset
from accords_data.site import (
    articles,
    build,
    collection,
    home,
    moments,
    paging,
    status_page,
    table_pages,
    templates,
    titles,
    urls,
)
from accords_data.site.articles import MarkedStretch
from accords_data.verify import archive, diff

Files = dict[str, bytes]
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
    data = dataset.load(BASE)
    first, *rest = data.records[kind]
    return attrs.evolve(data, records=data.records | {kind: (attrs.evolve(first, **change), *rest)})


def run(*words: str, status: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "accords"
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False, env=os.environ | environment)
    assert done.returncode == status, done.stderr
    return done


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


def test_every_link_leads_to_a_page_and_a_place_on_it() -> None:
    assert followed(site()) > 10_000


def test_every_link_leads_somewhere_with_a_former_release_beside_it(tmp_path: Path) -> None:
    former = dataset.load(ALONE)
    for path, content in release_build.build(former, release_build.unreleased(former)).files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    files = dict(build.pages(real(), diff.compare(tmp_path, EXPORTS)))
    assert followed(files) > 12_000
    assert max(len(content) for name, content in files.items() if name.startswith("changes")) < FIRST_VIEW


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


def test_every_cell_of_every_record_stands_on_its_page_with_its_basis() -> None:
    shown = 0
    for kind, group in real().records.items():
        for record in group.values():
            page = pages()[urls.record(kind, record.id)]
            for cell in cells(record):
                name = cell.pointer[1:].replace("/", ".")
                if cell.pointer == "/id" or cell.pointer.split("/")[1] in {"regions", "set_aside"}:
                    continue
                told = page.texts[name]
                reference = None if cell.field.text is None else cell.field.text.reference
                value = real().records[reference][str(cell.value)].caption if reference else None
                assert (value or titles.of_value(cell)) in told, (kind, record.id, cell.pointer)
                bases = {
                    each.basis for entry in record.evidence for each in entry.supports if each.field == cell.pointer
                }
                assert bases or cell.exemption is not None
                assert all(basis in told for basis in bases)
                shown += 1
    assert shown > 1_500


def test_each_passage_of_a_source_is_marked_from_its_first_to_its_last_letter() -> None:
    marked = 0
    for name, source in real().sources.items():
        page = pages()[urls.record("source", source.id)]
        text = real().texts[name]
        assert page.texts["text"] == text
        spans = {
            (entry.start, entry.end)
            for group in real().records.values()
            for record in group.values()
            for entry in record.evidence
            if entry.source == name
        }
        for start, end in spans:
            anchor = urls.anchor(start, end)
            assert page.texts[anchor] + page.texts.get(f"rest {anchor}", "") == text[start:end]
            assert f"n{start}-{end}" in page.ids
            marked += 1
        for each in source.set_aside:
            assert each.reason in page.text
            assert page.texts[f"a{each.start}-{each.end}"] == each.quote
    assert marked > 280


def test_a_dispute_stands_beside_what_it_disputes() -> None:
    disputed = 0
    for kind, group in real().records.items():
        for record in group.values():
            page = site()[urls.record(kind, record.id)].decode()
            for entry in record.evidence:
                disputed += entry.stance == "disputes"
                assert entry.stance != "disputes" or "It is disputed" in page
    assert disputed > 5


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


def test_the_same_release_gives_the_same_bytes_anywhere_as_folder_and_as_archive(tmp_path: Path) -> None:
    packed = tmp_path / "release.zip"
    files = {path.relative_to(EXPORTS).as_posix(): path.read_bytes() for path in EXPORTS.rglob("*") if path.is_file()}
    packed.write_bytes(pack.zip_bytes(files, "accords-data"))
    run("site", str(EXPORTS), "--out", str(tmp_path / "one"), PYTHONHASHSEED="1", TZ="Asia/Almaty", LC_ALL="C")
    run("site", str(packed), "--out", str(tmp_path / "other"), PYTHONHASHSEED="2", TZ="UTC", LC_ALL="C.UTF-8")
    one, other = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "one", tmp_path / "other")
    )
    assert one == other
    assert {name: content for name, content in one.items() if name != build.LIST} == site()


@pytest.mark.parametrize("view", status_page.VIEWS)
def test_who_stands_where_is_what_the_status_of_that_day_says(view: str) -> None:
    told = status_page.histories(real(), view)
    data = real().dataset
    days = {day for history in told.values() for day, _ in history} | {source.published for source in data.sources}
    for day in sorted(days):
        known = day if view == status_page.THEN and day >= min(source.published for source in data.sources) else None
        part = as_of.cut(data, as_of.Cut(as_of=day, known_by=known))
        wanted = {(each.agreement, each.country): each for each in status.standings(part.agreements, part.sources)}
        held_then = {
            place: last
            for place, history in told.items()
            for last in [[standing for since, standing in history if since <= day][-1:]]
        }
        assert {place: each[0] for place, each in held_then.items() if each and each[0] is not None} == wanted
    assert len(days) > 40


def test_the_data_of_a_table_is_the_table() -> None:
    for table in tables.all_tables():
        rows: list[tuple[object, ...]] = []
        for number in range(1, 10):
            part = site().get(f"tables/{table.name}-{number}.js")
            if part is not None:
                columns = json.loads(part.decode().removeprefix("accordsRows(").removesuffix(");\n"))
                rows += zip(*([values[place] for place in places] for values, places in columns), strict=True)
        assert rows == real().rows(table)
        first = pages()[f"tables/{table.name}.html"].all("tr")
        shown = len(first) - 1
        assert shown == len(rows) or len(rows) > shown > min(50, table_pages.PER_PAGE - 1)


def test_the_first_page_offers_each_table_in_three_formats_with_its_size_and_checksum() -> None:
    manifest = real().manifest
    page = pages()["index.html"]
    sums = [told["title"] for told in page.all("code") if "title" in told]
    offered = [told["href"] for told in page.all("a") if "download" in told]
    wanted = [
        manifest.file(path)
        for table in manifest.tables
        for path in (f"parquet/{table.name}.parquet", f"csv/{table.name}.csv", table.json_file)
    ]
    assert offered == [f"release/{entry.path}" for entry in wanted if entry is not None]
    assert sums == [f"SHA-256 {entry.sha256}" for entry in wanted if entry is not None]
    assert all(f"{entry.bytes:,} bytes" in page.text for entry in wanted if entry is not None)
    assert all(site()[f"release/{name}"] == content for name, content in real().content.files.items())
    assert len(offered) == 3 * len(tables.all_tables())


def test_the_dictionary_explains_every_column_and_every_value() -> None:
    text = pages()["dictionary.html"].text
    for table in tables.all_tables():
        for column in table.columns:
            assert column.description in text
            for value in column.vocabulary or ():
                assert value.meaning in text


def test_a_snippet_runs_in_the_folder_of_the_site(tmp_path: Path) -> None:
    run("site", str(EXPORTS), "--out", str(tmp_path / "site"))
    for program in ("DuckDB", "pandas"):
        command = [sys.executable, "-c", home.SNIPPETS[program]]
        done = subprocess.run(command, cwd=tmp_path / "site", capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "2020-08-13" in done.stdout
    for code in home.SNIPPETS.values():
        (path,) = re.findall(r"release/[a-z/.]+", code)
        assert path in site()


def test_the_commands_of_its_page_run(tmp_path: Path) -> None:
    shutil.copytree(EXPORTS, tmp_path / "exports")
    (block,) = re.findall(
        r"^```bash\n(.*?)^```", (ROOT / "docs" / "site.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    assert block.startswith("accords site --out site\n")
    for command in block.splitlines():
        program, *words = command.split()
        done = subprocess.run([Path(sys.executable).parent / program, *words], cwd=tmp_path, check=False)
        assert done.returncode == 0
    told = Page((tmp_path / "site" / "changes.html").read_bytes()).text
    assert "no fact, no evidence and no schema differs" in told


def test_its_page_names_every_folder_and_page_of_the_site() -> None:
    text = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")
    tops = {f"{name.partition('/')[0]}/" if "/" in name else name for name in site()}
    parts = {"assets/", "search/", "standing/", "timeline/", "tables.html"}
    for top in tops - parts:
        assert f"`{top}`" in text, top


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
                attrs.evolve(each, value=HOSTILE, basis="inferred", note=HOSTILE) if each.field == f"/{name}" else each
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


def test_a_quote_that_would_be_markup_is_shown_as_text_and_marked(base: Path) -> None:
    source = base / "sources" / "wire.txt"
    words = "Freedonia signed the Zenda Pact on 2024-05-01"
    text = source.read_text(encoding="utf-8").replace("“Nobody’s fool,”", f"“Nobody’s fool,” {HOSTILE}")
    source.write_text(text, encoding="utf-8")
    import hashlib

    record = base / "sources" / "wire.yaml"
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    record.write_text(re.sub(r"sha256: \w+", f"sha256: {digest}", record.read_text(encoding="utf-8")), encoding="utf-8")
    page = Page(drawn(dataset.load(base))["sources/wire.html"])
    assert page.texts["text"] == text
    assert words in page.text
    assert not page.all("img")


def loosened(data: Dataset) -> Files:
    """A release as a forger makes one: its own schemas allow anything, its hashes are right."""
    files = release_build.build(data, release_build.unreleased(data)).files

    def loose(schema: Any) -> Any:
        if isinstance(schema, dict):
            return {key: loose(each) for key, each in schema.items() if key not in {"pattern", "not", "maxLength"}}
        return [loose(each) for each in schema] if isinstance(schema, list) else schema

    opened = {
        path: json.dumps(loose(json.loads(content))).encode() if path.startswith("schemas/") else content
        for path, content in files.items()
    }
    return sealed(opened)


@pytest.mark.parametrize(
    ("kind", "change"),
    [("meeting", {"id": "../../outside"}), ("source", {"url": "javascript:alert(1)"})],
)
def test_a_forged_release_whose_own_schemas_allow_it_is_refused_all_the_same(kind: str, change: dict[str, str]) -> None:
    data = changed(kind, **change)
    alone = {} if kind == "source" else {"agreement": ()}  # nothing refers to the meeting any more
    files = loosened(attrs.evolve(data, records=data.records | alone))
    with pytest.raises(AccordsError) as told:
        held(files)
    assert str(next(iter(change.values()))) in str(told.value)


@pytest.mark.parametrize("name", ["sources/evil.html", "sources/evil.svg", "sources/evil", "evil.js"])
def test_a_release_with_a_file_that_a_browser_would_run_is_not_offered(name: str) -> None:
    data = dataset.load(BASE)
    files = sealed(release_build.build(data, release_build.unreleased(data)).files | {name: b"<script></script>"})
    with pytest.raises(AccordsError, match=name):
        dict(build.pages(held(files), None))


@pytest.mark.parametrize("ending", [".html", ".svg", ""])
def test_a_source_whose_manifest_calls_it_something_that_a_browser_would_run_is_not_offered(ending: str) -> None:
    data = dataset.load(BASE)
    files = dict(release_build.build(data, release_build.unreleased(data)).files)
    told = manifest.parse(files[manifest.MANIFEST])
    assert not isinstance(told, str)
    first, *rest = told.sources
    renamed = attrs.evolve(first, path=first.path.removesuffix(".txt") + ending)
    files[renamed.path] = files.pop(first.path)
    files[manifest.MANIFEST] = manifest.manifest_bytes(attrs.evolve(told, sources=(renamed, *rest)))
    files = sealed(files)
    with pytest.raises(AccordsError, match="is of a sort that no release has"):
        dict(build.pages(held(files), None))


def test_a_site_is_not_written_into_the_release_that_it_shows(release: Path) -> None:
    done = run("site", str(release), "--out", str(release / "site"), status=1)
    assert "is in the folder of the release" in done.stderr
    assert run("verify", str(release)).stdout.startswith(str(release))


def test_a_site_is_written_as_one_whole_and_replaces_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = dataset.load(BASE)
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
    with pytest.raises(AccordsError, match=r"mine\.txt is in it"):
        build.write(out, told, None, lambda: None)
    with pytest.raises(AccordsError, match="is no folder of a site"):
        build.write(EXPORTS, told, None, lambda: None)
    assert (out / "mine.txt").read_text() == "mine"


def test_a_release_that_does_not_verify_is_not_drawn(release: Path) -> None:
    (release / "csv" / "meetings.csv").write_bytes(b"id\n")
    done = run("site", str(release), "--out", str(release.parent / "site"), status=1)
    assert "csv/meetings.csv" in done.stderr
    assert not (release.parent / "site").exists()


def test_without_an_argument_the_release_at_hand_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = run("site", "--out", str(tmp_path / "site"))
    assert done.stdout == ""
    assert f"{len(site()) + 1} files written" in done.stderr
    monkeypatch.chdir(tmp_path)
    run("site", "--out", str(tmp_path / "site"), "--quiet")


def test_what_changed_is_told_with_its_evidence_and_beside_the_value(tmp_path: Path) -> None:
    data = dataset.load(BASE)
    for name, each in (("old", data), ("new", changed("meeting", label="Dinner at Castle Zenda"))):
        for path, content in release_build.build(each, release_build.unreleased(each)).files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_bytes(content)
    run("site", str(tmp_path / "new"), "--since", str(tmp_path / "old"), "--out", str(tmp_path / "site"))
    told = Page((tmp_path / "site" / "changes.html").read_bytes()).text
    assert "Meeting at Castle Zenda Dinner at Castle Zenda" in " ".join(told.split())
    record = Page((tmp_path / "site" / "meetings" / "castle-zenda.html").read_bytes()).text
    assert "In the former release: Meeting at Castle Zenda" in record


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=8))
def test_marks_nest_and_cover_their_words_however_they_cross(spans: list[tuple[int, int]]) -> None:
    text = "".join(chr(97 + number % 26) for number in range(40))
    stretches = [MarkedStretch("mark", start, start + size, number) for number, (start, size) in enumerate(set(spans))]
    written, open_, covered = "", [], dict.fromkeys(stretches, "")
    for token in articles.tokens(text, stretches):
        match token.sort:
            case "open":
                open_.append(token.stretch)
            case "close":
                assert open_.pop() == token.stretch
            case _:
                written += token.words
                for each in open_:
                    covered[each] += token.words
    assert written == text
    assert open_ == []
    assert covered == {each: text[each.start : each.end] for each in stretches}


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, "undated"),
        ("2025-11-06", "6 November 2025"),
        ("2021-01", "January 2021"),
        ("2021", "2021"),
        ("../2021-01", "not after January 2021"),
        ("2021-01/..", "from January 2021 on"),
        ("2021-01/2021-03-04", "January 2021 to 4 March 2021"),
    ],
)
def test_a_date_in_words_is_no_more_exact_than_it_is(date: str | None, words: str) -> None:
    assert moments.in_words(date) == words


def test_a_day_is_a_dot_a_month_a_bar_and_an_end_that_is_not_known_is_open() -> None:
    axis = moments.Axis.of(["2020-02-01", "2021-05", "../2023-01-01"], 0, 1000)
    assert [(year.year, year.gap) for year in axis.years] == [(2020, False), (2021, False), (2023, True)]
    day, month, before = (axis.mark(date) for date in ("2020-02-01", "2021-05", "../2023-01-01"))
    assert day.point
    assert not month.point
    assert month.start < month.end
    assert before.open_start
    assert not before.open_end
    assert day.end < month.start < before.start < before.end <= 1000


@given(st.lists(st.integers(), max_size=25), st.integers(1, 7))
def test_each_item_of_a_long_list_is_on_one_page_and_every_page_is_listed(items: list[int], per_page: int) -> None:
    found = list(paging.parts(items, per_page, "page-{}.html".format))
    assert [item for part in found for item in part.items] == items
    assert all(len(part.items) <= per_page for part in found)
    assert [(part.number, f"page-{part.number}.html") for part in found] == found[0].pages
    assert all(part.pages == found[0].pages for part in found)
