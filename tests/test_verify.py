"""What `accords verify` finds: changes to files, forgeries whose hashes were put right, and hostile archives."""

import csv
import gzip
import io
import json
import os
import stat
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ALONE, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from sealing import Files, resummed, resummed_without, sealed

from accords_data import folder
from accords_data.folder import SUMS
from accords_data.model.records import Meeting
from accords_data.model.vocabularies import MeetingKind
from accords_data.release import build, manifest, pack
from accords_data.release.manifest import MANIFEST
from accords_data.seeds import dataset
from accords_data.seeds.dataset import Dataset
from accords_data.verify import archive, comparison, verify

EXPORTS = ROOT / "exports"
DATASET = dataset.load(ALONE)
EDITION = build.unreleased(DATASET)
RELEASE = build.build(DATASET, EDITION)
WHITE_HOUSE = "2025-11-06-white-house"
SOURCE = "sources/2025-11-06-kazakhstan-to-join.txt"


def told(files: Files) -> list[str]:
    return [str(problem) for problem in verify.examine("release", files).problems]


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def with_meeting(change: Callable[[Meeting], Meeting]) -> Files:
    """Return a release that was built from a record that no check has seen."""
    meetings = tuple(change(each) if each.id == WHITE_HOUSE else each for each in DATASET.records["meeting"])
    return built_files(attrs.evolve(DATASET, records=DATASET.records | {"meeting": meetings}))


def built_files(data: Dataset) -> Files:
    return build.build(data, EDITION).files


def with_evidence(**changes: Any) -> Files:
    def change(meeting: Meeting) -> Meeting:
        first, *rest = meeting.evidence
        return attrs.evolve(meeting, evidence=(attrs.evolve(first, **changes), *rest))

    return with_meeting(change)


def with_support(field: str, **changes: Any) -> Callable[[Meeting], Meeting]:
    """Return what changes the support of one cell, its words and value put in by a forger."""

    def change(meeting: Meeting) -> Meeting:
        entries = tuple(
            attrs.evolve(
                entry,
                supports=tuple(
                    attrs.evolve(support, **changes) if support.field == field else support
                    for support in entry.supports
                ),
            )
            for entry in meeting.evidence
        )
        return attrs.evolve(meeting, evidence=entries)

    return change


def with_stated(meeting: Meeting) -> Meeting:
    return with_support("/venue", value="the Kremlin", words="the Kremlin")(attrs.evolve(meeting, venue="the Kremlin"))


def summed(files: Files) -> Files:
    added = files | {"notes.txt": b"x"}
    return added | {SUMS: manifest.sums({path: content for path, content in added.items() if path != SUMS})}


def with_text(text: str) -> Files:
    (source,) = DATASET.records["source"]
    other = attrs.evolve(source, sha256=manifest.sha256(text.encode()))
    return built_files(attrs.evolve(DATASET, records=DATASET.records | {"source": (other,)}, texts={source.id: text}))


def without_row(content: bytes) -> bytes:
    return b"".join(content.splitlines(keepends=True)[:-1])


def retyped(content: bytes) -> bytes:
    table = pq.read_table(pa.BufferReader(content))
    place = table.schema.get_field_index("position")
    field = table.schema.field("position").with_type(pa.int64())
    return parquet(table.set_column(place, field, table["position"].cast(pa.int64())))


def parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return sink.getvalue().to_pybytes()


def fewer(content: bytes) -> bytes:
    return parquet(pq.read_table(pa.BufferReader(content)).slice(1))


def edited(path: str, change: Callable[[bytes], bytes]) -> Callable[[Files], Files]:
    return lambda files: files | {path: change(files[path])}


def forged(path: str, change: Callable[[bytes], bytes]) -> Callable[[Files], Files]:
    return lambda files: sealed(files | {path: change(files[path])})


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new, 1)

    return change


def without(path: str) -> Callable[[Files], Files]:
    return lambda files: {name: content for name, content in files.items() if name != path}


def rewritten(path: str, change: Callable[[Any], object]) -> Callable[[Files], Files]:
    def tamper(files: Files) -> Files:
        document = json.loads(files[path])
        change(document)
        return resummed(files, **{path: json.dumps(document).encode()})

    return tamper


def swapped(one: str, other: str) -> Callable[[Files], Files]:
    return lambda files: files | {one: files[other], other: files[one]}


def without_table(files: Files) -> Files:
    known = manifest.parse(files[MANIFEST])
    assert not isinstance(known, str)
    kept = {path: content for path, content in files.items() if "country_names." not in path or "schemas" in path}
    return sealed(kept, tuple(table for table in known.tables if table.name != "country_names"))


def duplicate_meeting(_files: Files) -> Files:
    meetings = DATASET.records["meeting"]
    return built_files(attrs.evolve(DATASET, records=DATASET.records | {"meeting": (*meetings, meetings[0])}))


def evidence_only_in_tables(files: Files) -> Files:
    records = json.loads(files["json/meetings.json"])
    records[0]["evidence"].pop()
    return sealed(files | {"json/meetings.json": json.dumps(records).encode()})


def forged_evidence(files: Files) -> Files:
    """Return an evidence table without its column of quotes, and the schema that says so."""
    name, schema = "parquet/evidence.parquet", "schemas/v1/tables/evidence.schema.json"
    table = pq.read_table(pa.BufferReader(files[name])).drop_columns(["quote"])
    document = json.loads(files[schema])
    del document["$defs"]["Item"]["properties"]["quote"]
    document["$defs"]["Item"]["required"].remove("quote")
    return {name: parquet(table), schema: json.dumps(document).encode()}


def referring(files: Files, column: str) -> tuple[Any, ...]:
    known = manifest.parse(files[MANIFEST])
    assert not isinstance(known, str)
    reference = manifest.Reference(column=column, table="countries")
    return tuple(
        attrs.evolve(table, references=(reference,)) if table.name == "meetings" else table for table in known.tables
    )


def claiming(files: Files) -> Files:
    known = manifest.parse(files[MANIFEST])
    assert not isinstance(known, str)
    return sealed(files, tuple(attrs.evolve(table, rows=2**31 - 1) for table in known.tables))


MEETINGS, PARTICIPANTS = "csv/meetings.csv", "parquet/meeting_participants.parquet"
TAMPERINGS: dict[str, tuple[Callable[[Files], Files], str]] = {
    "a byte of a CSV file changed": (edited(MEETINGS, flipped), f"{MEETINGS}: is not the file that {SUMS} lists"),
    "a byte of a Parquet file changed": (edited(PARTICIPANTS, flipped), f"{PARTICIPANTS}: is not the file that"),
    "a byte of a source changed": (edited(SOURCE, flipped), f"{SOURCE}: is not the source"),
    "a byte of the README changed": (edited("README.md", flipped), "README.md: is not the file that the manifest"),
    "two files swapped": (swapped(MEETINGS, "csv/leaders.csv"), "csv/leaders.csv: is not the file that"),
    "a row removed": (edited(MEETINGS, without_row), f"{MEETINGS}: has 1 rows of meetings, the manifest says 2"),
    "a row added": (edited(MEETINGS, lambda each: each + each.splitlines(keepends=True)[1]), "has 3 rows of meetings"),
    "a file added": (lambda files: files | {"notes.txt": b"x"}, f"notes.txt: is not in {SUMS}"),
    "a file added and entered everywhere": (
        lambda files: sealed(files | {"notes.txt": b"x"}),
        "notes.txt: is no file that a release has",
    ),
    "a file added and entered in the checksums": (summed, "notes.txt: is not in the manifest"),
    "a stated cell forged in every format, its evidence too": (
        lambda _: with_meeting(with_stated),
        "'the Kremlin' is called stated, but does not stand in its quote",
    ),
    "the words that count forged in every format": (
        lambda _: with_meeting(with_support("/date", words="Friday")),
        "the words 'Friday' do not stand in their quote",
    ),
    "a source added and entered everywhere": (
        lambda files: sealed(files | {"sources/forged.txt": b"x"}),
        "sources/forged.txt: is the text of no source",
    ),
    "a file removed": (without(MEETINGS), f"{MEETINGS}: missing"),
    "a source removed": (without(SOURCE), f"{SOURCE}: missing"),
    "a schema removed": (without("schemas/v1/tables/leaders.schema.json"), "so that what it describes cannot be"),
    "a description removed and taken off the lists": (
        lambda files: resummed_without(files, "croissant.json"),
        "croissant.json: missing",
    ),
    "a table removed and taken off the lists": (without_table, "describes a table that the manifest does not list"),
    "the manifest removed": (without(MANIFEST), f"{MANIFEST}: missing: this is no release"),
    "the manifest broken": (edited(MANIFEST, lambda each: each[:-9]), f"{MANIFEST}: is no JSON"),
    "the manifest emptied": (lambda files: files | {MANIFEST: b"{}"}, "is no manifest of this program"),
    "a manifest that claims billions of rows": (claiming, "more rows than fit in its files"),
    "the checksums removed": (without(SUMS), f"{SUMS}: missing"),
    "a line of the checksums broken": (edited(SUMS, lambda each: each[3:]), f"{SUMS}: line 1 is no checksum"),
    "a cell of a CSV file forged": (forged(MEETINGS, replaced(b"the White House", b"the Kremlin")), "digests differ"),
    "a row of a Parquet file forged away": (forged(PARTICIPANTS, fewer), "has 8 rows, the manifest says 9"),
    "a cell of a JSON file forged": (
        forged("json/meetings.json", replaced(b'"venue": "the White House"', b'"venue": "the Kremlin"')),
        "json/meetings.json: its rows of meetings are not those of the manifest",
    ),
    "an evidence table of other columns, its schema forged too": (
        lambda files: sealed(files | forged_evidence(files)),
        "a row is not in the form of evidence",
    ),
    "a reference by a column that is not there": (
        lambda files: sealed(files, referring(files, "avenue")),
        "has no column 'avenue' of the reference to countries",
    ),
    "a description of another form": (
        rewritten("croissant.json", lambda each: each.update(distribution=[5])),
        "croissant.json: does not have the form that describes a release",
    ),
    "a description with a path that is no text": (
        rewritten("datapackage.json", lambda each: each["resources"][0].update(path=5)),
        "datapackage.json: says otherwise of 5",
    ),
    "a column of a Parquet file of another type": (forged(PARTICIPANTS, retyped), "has the columns"),
    "a CSV file that is no CSV": (forged(MEETINGS, lambda _: b'"id\n'), "meetings cannot be read from it"),
    "a Parquet file that is none": (forged(PARTICIPANTS, lambda _: b"PAR1"), "cannot be read from it"),
    "a JSON file that is none": (forged("json/meetings.json", lambda _: b"["), "json/meetings.json: cannot be read"),
    "a JSON object with one name twice": (
        forged("json/meetings.json", replaced(b'"id":', b'"id": "x", "id":')),
        "an object has one name twice",
    ),
    "a record with a field that no schema knows": (
        forged("json/meetings.json", replaced(b'"id":', b'"note": "x", "id":')),
        "Additional properties are not allowed",
    ),
    "evidence taken out of a record": (evidence_only_in_tables, "is not that of the evidence table"),
    "a schema that loads another from the network": (
        forged("schemas/v1/meetings.schema.json", lambda _: b'{"$ref": "http://localhost/x.json"}'),
        "is no JSON Schema",
    ),
    "a hash in datapackage.json changed": (
        rewritten("datapackage.json", lambda each: each["resources"][0].update(hash="sha256:" + "0" * 64)),
        "datapackage.json: says otherwise of csv/",
    ),
    "a hash in croissant.json changed": (
        rewritten("croissant.json", lambda each: each["distribution"][0].update(sha256="0" * 64)),
        "croissant.json: says otherwise of parquet/",
    ),
    "a distribution taken out of dataset.jsonld": (
        rewritten("dataset.jsonld", lambda each: each["dcat:distribution"].pop()),
        "dataset.jsonld: says otherwise of parquet/",
    ),
    "a cell forged in every format": (
        lambda _: with_meeting(lambda each: attrs.evolve(each, venue="the Kremlin")),
        "meeting 2025-11-06-white-house /venue: 'the White House' is not what the record says",
    ),
    "a value of no list in every format": (
        lambda _: with_meeting(lambda each: attrs.evolve(each, kind="party")),  # type: ignore[arg-type]
        "is not one of",
    ),
    "a reference to nobody in every format": (
        lambda _: with_meeting(lambda each: attrs.evolve(each, host_country="XYZ")),
        "host_country 'XYZ' is no id of countries",
    ),
    "a record that stands twice in every format": (duplicate_meeting, "its key id is not unique and in order"),
    "a quote forged in every format": (
        lambda _: with_evidence(quote="Kazakhstan signed on Thursday"),
        "the quote 'Kazakhstan signed on Thursday' does not stand in",
    ),
    "a quote moved in every format": (lambda _: with_evidence(start=5), "at character 5"),
    "a source that is not there": (lambda _: with_evidence(source="elsewhere"), "is not in the release"),
    "a source rewritten, its hash put right": (
        lambda _: with_text(DATASET.texts["2025-11-06-kazakhstan-to-join"].replace("Thursday", "Friday")),
        "does not stand in",
    ),
}


def test_there_are_at_least_25_tamperings() -> None:
    assert len(TAMPERINGS) >= 25


@pytest.mark.parametrize("name", TAMPERINGS)
def test_verify_finds_that_there_is(name: str) -> None:
    tamper, message = TAMPERINGS[name]
    problems = told(tamper(dict(RELEASE.files)))
    assert any(message in problem for problem in problems), problems


def test_the_committed_exports_verify_and_it_is_said_how_much_was_checked() -> None:
    verdict = verify.verify(EXPORTS)
    assert verdict.problems == []
    assert verdict.files == len(folder.files_in(EXPORTS))
    assert verdict.tables == 25
    assert verdict.cells == len(json.loads((EXPORTS / "json" / "evidence.json").read_text(encoding="utf-8")))
    assert min(verdict.rows, verdict.references, verdict.quotes) > 100


def test_a_release_that_was_sealed_again_unchanged_is_the_release() -> None:
    assert sealed(dict(RELEASE.files)) == RELEASE.files
    assert resummed(dict(RELEASE.files)) == RELEASE.files


def test_an_invalid_value_is_told_by_its_pointer_and_kind() -> None:
    assert MeetingKind.CALL == "call"
    problems = told(with_meeting(lambda each: attrs.evolve(each, kind="party")))  # type: ignore[arg-type]
    assert any("/kind: " in problem for problem in problems)


def test_a_quote_that_disputes_a_cell_need_not_hold_its_value(base: Path) -> None:
    record = base / "meetings" / "castle-zenda.yaml"
    record.write_text(
        record.read_text()
        + "  - source: wire\n    quote: Nobody’s fool\n    stance: disputes\n"
        + "    supports:\n      - {field: /venue, basis: stated}\n"
    )
    data = dataset.load(base)
    built = build.build(data, build.unreleased(data))
    assert verify.examine("release", built.files).problems == []
    assert b"disputes" in built.files["csv/evidence.csv"]


def test_a_partial_export_is_no_whole_release() -> None:
    chosen = build.choice(("csv",), ("meetings",))
    problems = told(build.build(DATASET, EDITION, chosen).files)
    assert any("parquet/meetings.parquet: missing" in problem for problem in problems)


def zipped(*members: tuple[zipfile.ZipInfo | str, bytes], files: Files | None = None) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, content in (RELEASE.files if files is None else files).items():
            packed.writestr(path, content)
        for info, content in members:
            packed.writestr(info, content)
    return sink.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w:gz") as packed:
        for path, content in RELEASE.files.items():
            info = tarfile.TarInfo(path)
            info.size = len(content)
            packed.addfile(info, io.BytesIO(content))
        for info, content in members:
            info.size = len(content)
            packed.addfile(info, io.BytesIO(content))
    return sink.getvalue()


def zip_link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("csv/link.csv")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def tar_member(name: str, type_: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = type_, target
    return info


def zip_claiming(size: int) -> bytes:
    """Return a ZIP file whose directory says that a member has `size` bytes, and whose data is what it is."""
    packed = bytearray(zipped(("bomb.bin", b"\0" * 100), files={}))
    directory = packed.rindex(b"PK\x01\x02")
    struct.pack_into("<L", packed, directory + 24, size)
    return bytes(packed)


def encrypted() -> bytes:
    packed = bytearray(zipped(("secret.txt", b"x"), files={}))
    for marker, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(marker) + offset] |= 1
    return bytes(packed)


def gzip_bomb() -> bytes:
    sink = io.BytesIO()
    with gzip.GzipFile(fileobj=sink, mode="wb", compresslevel=9) as packed:
        for _ in range(archive.MAX_BYTES // 2**24 + 1):
            packed.write(bytes(2**24))
    return sink.getvalue()


def bzip_member() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("packed.bin")
    info.compress_type = zipfile.ZIP_BZIP2
    return info


def bzipped() -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as packed:
        packed.writestr(bzip_member(), b"x" * 1000, zipfile.ZIP_BZIP2)
    return sink.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: zipped(("../evil.txt", b"x")), "../evil.txt: has a name that leads out of the archive"),
        (lambda: zipped(("a/../../evil.txt", b"x")), "a/../../evil.txt: has a name that leads out"),
        (lambda: zipped(("/tmp/evil.txt", b"x")), "/tmp/evil.txt: has an absolute name"),  # noqa: S108 - a hostile name
        (lambda: zipped(("C:evil.txt", b"x")), "C:evil.txt: has an absolute name"),
        (lambda: zipped(("..\\evil.txt", b"x")), "has a name that leads out of the archive"),
        (lambda: zipped((zip_link(), b"/etc/passwd")), "csv/link.csv: is a link"),
        (lambda: zipped((MEETINGS, b"x")), f"{MEETINGS}: stands twice in the archive"),
        (lambda: zip_claiming(2**31), "it has more than 1,073,741,824 bytes, packed or unpacked"),
        (lambda: zip_claiming(50), "cannot be read to its end"),
        (encrypted, "secret.txt: is encrypted"),
        (bzipped, "packed.bin: is compressed in a way that no release is"),
        (lambda: zipped(*[(f"{number}.txt", b"") for number in range(10_001)], files={}), "more than 10,000 members"),
        (lambda: zipped()[:-5000], "cannot be read to its end"),
        (lambda: zipped()[:2000], "cannot be read to its end"),
        (lambda: zipped(files={}), "is empty"),
        (lambda: tarred((tar_member("../evil.txt"), b"x")), "../evil.txt: has a name that leads out of the archive"),
        (lambda: tarred((tar_member("/etc/evil"), b"x")), "/etc/evil: has an absolute name"),
        (lambda: tarred((tar_member("link", tarfile.SYMTYPE, "/etc/passwd"), b"")), "link: is a link"),
        (lambda: tarred((tar_member("hard", tarfile.LNKTYPE, MEETINGS), b"")), "hard: is a link"),
        (lambda: tarred((tar_member("device", tarfile.CHRTYPE), b"")), "device: is no ordinary file"),
        (lambda: tarred((tar_member("pipe", tarfile.FIFOTYPE), b"")), "pipe: is no ordinary file"),
        (gzip_bomb, "it has more than 1,073,741,824 bytes, packed or unpacked"),
        (lambda: tarred()[:-3000], "cannot be read to its end"),
        (lambda: gzip.decompress(tarred())[:-20_000], "cannot be read to its end"),
        (lambda: b"not an archive", "is neither a folder nor a ZIP nor a TAR file"),
        (lambda: b"PK", "cannot be read to its end"),
        (lambda: b"\x1f\x8b", "cannot be read to its end"),
    ],
)
def test_a_hostile_archive_is_refused_and_nothing_is_written(
    make: Callable[[], bytes], message: str, tmp_path: Path
) -> None:
    place = tmp_path / "deep" / "release"
    place.parent.mkdir()
    place.write_bytes(make())
    problems = [str(problem) for problem in verify.verify(place).problems]
    assert any(message in problem for problem in problems), problems
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [place]


def test_a_link_in_a_folder_is_refused(tmp_path: Path) -> None:
    for path, content in RELEASE.files.items():
        (tmp_path / "r" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "r" / path).write_bytes(content)
    assert verify.verify(tmp_path / "r").problems == []
    (tmp_path / "r" / MEETINGS).unlink()
    (tmp_path / "r" / MEETINGS).symlink_to(EXPORTS / MEETINGS)
    assert any("is a link" in str(problem) for problem in verify.verify(tmp_path / "r").problems)
    os.mkfifo(tmp_path / "r" / "pipe")
    assert any("is no ordinary file" in str(problem) for problem in verify.verify(tmp_path / "r").problems)


def test_a_file_that_is_too_large_to_be_a_release_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.zip").open("wb") as file:
        file.truncate(archive.MAX_BYTES + 1)
    (problem,) = verify.verify(tmp_path / "large.zip").problems
    assert "has more than 1,073,741,824 bytes" in problem.message


@pytest.mark.parametrize("pack", [pack.zip_bytes, pack.tar_bytes])
def test_an_archive_is_read_back_as_it_was_packed(pack: Callable[[Files, str], bytes], tmp_path: Path) -> None:
    place = tmp_path / "release"
    place.write_bytes(pack(RELEASE.files, "accords-data-0.0.0"))
    content = archive.read(place)
    assert (dict(content.files), content.problems) == (RELEASE.files, ())


def test_a_plain_tar_file_is_read_too(tmp_path: Path) -> None:
    place = tmp_path / "release.tar"
    place.write_bytes(gzip.decompress(pack.tar_bytes(RELEASE.files, "top")))
    assert verify.verify(place).problems == []


def run(*command: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "accords"
    return subprocess.run([program, *command], capture_output=True, text=True, check=False)


def test_the_command_says_what_it_checked_and_exits_with_1_when_something_is_wrong(tmp_path: Path) -> None:
    done = run("verify", str(EXPORTS))
    assert (done.returncode, done.stderr) == (0, "")
    assert "25 tables with the same rows as Parquet, CSV and JSON" in done.stdout
    assert max(map(len, done.stdout.splitlines()[1:])) <= 80
    place = tmp_path / "bad.zip"
    place.write_bytes(zipped(("../evil.txt", b"x")))
    done = run("verify", str(place))
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{place}/../evil.txt: has a name that leads out of the archive" in done.stderr
    assert "nothing was written" not in done.stderr


def test_the_command_answers_a_machine_in_json(tmp_path: Path) -> None:
    done = run("verify", str(EXPORTS), "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["tables"] == 25
    done = run("verify", str(tmp_path / "nowhere"), "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["problems"][0]["message"] == "no such folder or archive"


def test_a_csv_cell_that_is_no_number_is_told() -> None:
    name = "csv/meeting_participants.csv"
    lines = list(csv.reader(io.StringIO(RELEASE.files[name].decode(), newline="")))
    lines[1][1] = "first"
    sink = io.StringIO()
    csv.writer(sink, lineterminator="\n").writerows(lines)
    problems = told(sealed(dict(RELEASE.files) | {name: sink.getvalue().encode()}))
    assert any("meeting_participants cannot be read from it" in problem for problem in problems)


SMALL = {path: RELEASE.files[path] for path in (MANIFEST, SUMS, MEETINGS, SOURCE)}
PACKED = [pack.zip_bytes(SMALL, "top"), gzip.decompress(pack.tar_bytes(SMALL, "top"))]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PACKED), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8))
def test_whatever_bytes_of_an_archive_are_changed_it_is_read_or_refused_without_an_exception(
    packed: bytes, changes: list[tuple[int, int]]
) -> None:
    changed = bytearray(packed)
    for place, value in changes:
        # Half of the places near the end, where a ZIP file has its directory.
        changed[-(place % 400) - 1 if place % 2 else place % len(packed)] = value
    content = archive.unpack("release", bytes(changed))
    assert content.problems or content.files


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(RELEASE.files)), st.integers(0, 10**6), st.integers(0, 255))
def test_whatever_byte_of_a_release_is_changed_is_told_without_an_exception(path: str, place: int, value: int) -> None:
    content = RELEASE.files[path]
    place %= len(content)
    changed = content[:place] + bytes([value]) + content[place + 1 :]
    problems = told(dict(RELEASE.files) | {path: changed})
    assert bool(problems) == (changed != content)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(sorted(path for path in RELEASE.files if "/" in path)), st.integers(0, 10**6), st.integers(0, 255)
)
def test_a_byte_of_a_forged_release_never_leads_to_an_exception(path: str, place: int, value: int) -> None:
    content = RELEASE.files[path]
    place %= len(content)
    told(sealed(dict(RELEASE.files) | {path: content[:place] + bytes([value]) + content[place + 1 :]}))


def test_a_manifest_from_before_there_were_kinds_of_sources_is_one_of_all_kinds() -> None:
    told = json.loads(RELEASE.files[MANIFEST])
    assert told.pop("source_kind", "absent") is None
    known = manifest.parse(json.dumps(told).encode())
    assert not isinstance(known, str)
    assert known.source_kind is None


def test_a_wrong_row_is_told_by_its_own_number_however_many_are_judged_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = DATASET.records["meeting"]
    forged = (first, attrs.evolve(second, kind="soiree"))
    files = built_files(attrs.evolve(DATASET, records=DATASET.records | {"meeting": forged}))
    whole = told(files)
    monkeypatch.setattr(comparison, "_BLOCK", 1)
    assert told(files) == whole
    assert any(each.startswith("release/parquet/meetings.parquet: /1/kind") for each in whole)
