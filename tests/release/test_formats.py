"""A file format is one row: a made-up one is exported, described, verified, compared, and offered to download.

Whoever adds a format adds its row to `MADE_UP` until it is in `formats.FORMATS`; every test here then holds of it.
"""

import csv
import datetime as dt
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pytest
from click.testing import CliRunner
from conftest import EXPORTS
from hypothesis import given
from hypothesis import strategies as st
from samples import invented, released
from sealing import Files, resummed, sealed
from sites import Page, held

from accords_data import folder
from accords_data.cli import export
from accords_data.model import tables
from accords_data.problems import AccordsError
from accords_data.release import formats, manifest
from accords_data.release.formats import Format
from accords_data.release.manifest import MANIFEST
from accords_data.site import build as site
from accords_data.verify import diff, verify


def _days(row: Sequence[object]) -> tuple[object, ...]:
    return tuple(cell.isoformat() if isinstance(cell, dt.date) else cell for cell in row)


def tsv_bytes(table: pa.Table) -> bytes:
    sink = io.StringIO()
    writer = csv.writer(sink, delimiter="\t", lineterminator="\n")
    writer.writerow(table.column_names)
    writer.writerows(_days(tuple(row.values())) for row in table.to_pylist())
    return sink.getvalue().encode()


def tsv_rows(content: bytes, columns: Any, _number: int | None) -> formats.Rows:
    return formats.text_rows(csv.reader(io.StringIO(content.decode(), newline=""), delimiter="\t"), columns)


def arrow_bytes(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def arrow_rows(content: bytes, columns: Any, _number: int | None) -> formats.Rows:
    table = pa.ipc.open_file(pa.BufferReader(content)).read_all()
    if table.column_names != [name for name, _ in columns]:
        message = "has other columns"
        raise ValueError(message)
    return [_days(tuple(row.values())) for row in table.to_pylist()]


def lines_bytes(rows: Sequence[Any]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def lines_value(content: bytes) -> list[Any]:
    return [json.loads(line) for line in content.decode().split("\n") if line]


MADE_UP = [
    Format(
        name="tabs", title="Tabs", suffix="tsv", media_type="text/tab-separated-values", nested=False,
        write=tsv_bytes, read=tsv_rows, delimiter="\t", croissant="text/tab-separated-values", since_first=False,
    ),
    Format(
        name="arrow", title="Arrow", suffix="arrow", media_type="application/vnd.apache.arrow.file", nested=False,
        write=arrow_bytes, read=arrow_rows, delimiter=None, croissant=None, since_first=False,
    ),
    Format(
        name="lines", title="Lines", suffix="jsonl", media_type="application/jsonl", nested=True,
        write=lines_bytes, read=lines_value, delimiter=None, croissant=None, since_first=False,
    ),
]  # fmt: skip


@pytest.fixture(params=MADE_UP, ids=lambda each: each.name)
def made_up(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Format:
    """A format that the program does not have, put into its table."""
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, request.param))
    format_: Format = request.param
    return format_


def built() -> Files:
    """The files of a release of the invented seeds, in the formats that there are now."""
    return released(invented()).files


def files_of(format_: Format) -> list[str]:
    """Every file that a whole release has in `format_`."""
    every = tables.all_tables()
    return [format_.path(table.name) for table in every if not (format_.nested and table.json_list is not None)]


def accords_export(*words: str) -> str:
    done = CliRunner().invoke(export, words)
    assert done.exit_code == 0, done.output
    return done.output


def told(files: Files) -> list[str]:
    return [str(problem) for problem in verify.examine("release", files).problems]


def test_a_made_up_format_is_exported_by_its_name_beside_the_others(made_up: Format, base: Path) -> None:
    accords_export("--seeds", str(base), "--out", "part", "--format", made_up.name, "--quiet")
    data = [path for path in folder.files_in(Path("part")) if path.split("/")[0] not in {"schemas", "sources"}]
    assert [path for path in data if "/" in path] == files_of(made_up)
    accords_export("--seeds", str(base), "--out", "whole", "--quiet")
    assert set(files_of(made_up)) < set(folder.files_in(Path("whole")))
    assert "match the seeds" in accords_export("--seeds", str(base), "--out", "whole", "--check")
    (Path("whole") / files_of(made_up)[0]).write_bytes(b"other")
    check = ["--seeds", str(base), "--out", "whole", "--check"]
    assert CliRunner().invoke(export, check).exit_code == 1
    assert CliRunner().invoke(export, [*check, "--format", made_up.name]).exit_code == 1
    assert CliRunner().invoke(export, [*check, "--format", "csv"]).exit_code == 0


def test_the_command_line_offers_the_formats_that_there_are(made_up: Format) -> None:
    names = ", ".join(f"'{each.name}'" for each in formats.FORMATS)
    assert f"'xyz' is not one of {names}" in CliRunner().invoke(export, ["--format", "xyz"]).output
    assert f"|json|{made_up.name}]" in CliRunner().invoke(export, ["--help"]).output


def test_every_standard_describes_the_files_of_a_made_up_format(made_up: Format) -> None:
    files = built()
    package, csvw, croissant, catalogue = (
        json.loads(files[name])
        for name in ("datapackage.json", "csv-metadata.json", "croissant.json", "dataset.jsonld")
    )
    described = {
        "dataset.jsonld": {
            each["schema:name"]: each["schema:encodingFormat"] for each in catalogue["dcat:distribution"]
        },
        "datapackage.json": {each["path"]: each["mediatype"] for each in package["resources"]},
        "csv-metadata.json": {each["url"]: each.get("dialect", csvw["dialect"]) for each in csvw["tables"]},
        "croissant.json": {each["contentUrl"]: each["encodingFormat"] for each in croissant["distribution"]},
    }
    delimited = made_up.delimiter is not None
    wanted = {
        "dataset.jsonld": made_up.media_type,
        "datapackage.json": made_up.media_type if delimited else None,
        "csv-metadata.json": csvw["dialect"] | {"delimiter": made_up.delimiter} if delimited else None,
        "croissant.json": made_up.croissant,
    }
    for path in files_of(made_up):
        assert {name: each.get(path) for name, each in described.items()} == wanted
    assert f"`{made_up.name}/`" in files["README.md"].decode()
    assert "same for its four formats" in files["README.md"].decode()
    assert f"{made_up.name}/, schemas/" in files["LICENSE"].decode()


def test_names_and_keys_of_a_second_delimited_format_stay_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, MADE_UP[0]))
    files = built()
    resources = json.loads(files["datapackage.json"])["resources"]
    names = [each["name"] for each in resources]
    assert len(set(names)) == len(names) == 2 * len(tables.all_tables())
    assert {"meetings", "meetings.tabs"} < set(names)
    for each in resources:
        keys = [key["reference"]["resource"] for key in each["schema"].get("foreignKeys", [])]
        assert all(
            not key or (key in names and key.endswith(".tabs") == each["name"].endswith(".tabs")) for key in keys
        )
    sets = json.loads(files["croissant.json"])["recordSet"]
    assert len({each["@id"] for each in sets}) == len(sets) == len(tables.all_tables())


def test_a_release_with_a_made_up_format_verifies_and_each_of_its_tables_is_compared(made_up: Format) -> None:
    verdict = verify.examine("release", built())
    assert verdict.problems == []
    assert verdict.formats == ("parquet", "csv", "json", made_up.name)
    assert verdict.tables == len(tables.all_tables())


def test_a_forged_cell_of_a_made_up_format_is_told(made_up: Format) -> None:
    files = built()
    path = made_up.path("meetings")
    assert b"Castle" in files[path]
    problems = told(sealed(files | {path: files[path].replace(b"Castle", b"Prison")}))
    assert any(
        f"release/{path}: its rows of meetings do not match the content digest in the manifest" in each
        for each in problems
    )


def test_a_missing_file_of_a_made_up_format_is_told(made_up: Format) -> None:
    path = made_up.path("meetings")
    problems = told(sealed({name: content for name, content in built().items() if name != path}))
    assert f"release/{path}: missing (download the release again)" in problems


def test_a_release_from_before_a_format_still_verifies_and_as_much_of_it_is_checked(made_up: Format) -> None:
    verdict = verify.verify(EXPORTS)
    assert verdict.problems == []
    assert (verdict.tables, verdict.formats) == (27, ("parquet", "csv", "json"))
    assert made_up in formats.FORMATS


@pytest.mark.parametrize("format_", MADE_UP, ids=lambda each: each.name)
def test_a_format_that_is_not_known_is_told_by_its_files_and_their_hashes_are_checked(
    format_: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(formats, "FORMATS", (*formats.FORMATS, format_))
        files = built()
    verdict = verify.examine("release", files)
    assert [problem.path for problem in verdict.problems] == [f"release/{path}" for path in files_of(format_)]
    assert {problem.message for problem in verdict.problems} == {
        "is in a format that this version does not know: only its hash was checked, not its rows"
    }
    assert (verdict.tables, verdict.formats) == (len(tables.all_tables()), ("parquet", "csv", "json"))
    path = format_.path("meetings")
    assert any(
        f"{path}: does not match its size and checksum in the manifest" in each for each in told(files | {path: b"x"})
    )
    if format_.croissant is not None:
        other = json.loads(files["croissant.json"])
        other["distribution"][-1]["sha256"] = "0" * 64
        problems = told(resummed(files, **{"croissant.json": json.dumps(other).encode()}))
        assert any("croissant.json: contradicts the manifest about tabs/" in each for each in problems)


def test_a_file_of_no_table_is_no_file_of_an_unknown_format() -> None:
    strange = ("html/evil.html", "html/deep/meetings.html", "meetings.html", "csv/evil.csv", "json/leader_names.json")
    files = sealed(built() | dict.fromkeys(strange, b"x"))
    known = manifest.parse(files[MANIFEST])
    assert not isinstance(known, str)
    entries = tuple(attrs.evolve(each, rows=2) if each.path in strange else each for each in known.files)
    files[MANIFEST] = manifest.manifest_bytes(attrs.evolve(known, files=entries))
    problems = told(sealed(files))
    for path in strange:
        assert any(f"release/{path}: is not a file that releases contain" in each for each in problems)


def test_releases_with_and_without_a_made_up_format_are_compared(
    made_up: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put(name: str, files: Files) -> Path:
        for path, content in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_bytes(content)
        return tmp_path / name

    with monkeypatch.context() as patch:
        patch.setattr(formats, "FORMATS", tuple(each for each in formats.FORMATS if each != made_up))
        old = put("old", built())
    new = put("new", built())
    assert diff.compare(old, new).empty
    (new / made_up.path("meetings")).write_bytes(b"other")
    with pytest.raises(AccordsError, match="does not match its size and checksum in the manifest"):
        diff.compare(old, new)


def test_the_site_offers_the_files_of_a_made_up_format(made_up: Format) -> None:
    files = built()
    pages = dict(site.pages(held(files), None))
    home = Page(pages["index.html"])
    for path in files_of(made_up):
        assert pages[f"release/{path}"] == files[path]
        assert f"release/{path}" in [told["href"] for told in home.all("a") if "download" in told]
    table = Page(pages["tables/meetings.html"])
    assert f"../release/{made_up.path('meetings')}" in [told["href"] for told in table.all("a")]
    assert f">{made_up.title}</th>" in pages["index.html"].decode()
    assert made_up.title in table.text


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(st.lists(VALUES, max_size=5))
def test_json_is_written_as_the_json_module_indents_it(rows: list[object]) -> None:
    expected = (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()
    assert formats.json_bytes(rows) == formats.json_list_bytes(iter(rows)) == expected


def test_a_list_longer_than_what_is_written_at_a_time_is_one_list() -> None:
    rows = [{"number": number, "none": [], "text": "\n  "} for number in range(2_500)]
    assert formats.json_list_bytes(iter(rows)) == formats.json_bytes(rows)
    assert json.loads(formats.json_list_bytes(iter(rows))) == rows


def test_no_two_formats_share_a_name_a_title_or_a_media_type() -> None:
    for values in zip(
        *((each.name, each.title, each.suffix, each.media_type) for each in formats.FORMATS), strict=True
    ):
        assert len(set(values)) == len(formats.FORMATS)


WORDS = st.text(st.characters(codec="utf-8"))
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)
JSON_LISTS = st.lists(JSON_VALUES, max_size=5)
INDENTS = st.sampled_from([None, 0, 2, "\t"])


def at_once(content: bytes) -> Any:
    """What the file says, read as a whole; None where that is refused, or no list."""
    try:
        value = formats.json_value(content)
    except ValueError:
        return None
    return value if isinstance(value, list) else None


def one_by_one(content: bytes) -> Any:
    try:
        return list(formats.json_items(content))
    except ValueError:
        return None


@given(JSON_LISTS, INDENTS)
def test_the_items_are_those_of_the_list(value: list[Any], indent: int | None) -> None:
    assert list(formats.json_items(json.dumps(value, indent=indent, ensure_ascii=False).encode())) == value


@given(JSON_LISTS, INDENTS, st.integers(0, 10**6), st.sampled_from(list(b' \n[]{},:"x0\\')))
def test_a_file_with_a_wrong_byte_is_refused_as_it_is_when_it_is_read_at_once(
    value: list[Any], indent: int | None, place: int, byte: int
) -> None:
    content = json.dumps(value, indent=indent).encode()
    place %= len(content)
    for changed in (content[:place] + bytes([byte]) + content[place + 1 :], content[:place], content + bytes([byte])):
        assert one_by_one(changed) == at_once(changed)


@pytest.mark.parametrize(
    "content",
    [
        b"", b" ", b"[", b"[1", b"[1,", b"[1,]", b"[,1]", b"[1 2]", b"[1]]", b"[1] 2", b"{}", b"1", b"nonsense",
        b'[{"a": 1, "a": 2}]', b'[{"a": {"b": 1, "b": 1}}]', b"[" * 100_000, b"[\xff]", b"\xef\xbb\xbf[]",
    ],
)  # fmt: skip
def test_what_is_no_list_of_json_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(formats.json_items(content))


def test_an_item_is_there_before_the_next_is_read() -> None:
    items = formats.json_items(b'[{"a": 1}, nonsense')
    assert next(items) == {"a": 1}
    with pytest.raises(ValueError, match="Expecting value"):
        next(items)
