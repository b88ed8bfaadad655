"""What somebody who tampers with a release does to it."""

import json
from collections.abc import Callable
from typing import Any
from unittest import mock

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import samples
from sealing import Files, resummed, sealed

from accords_data.folder import SUMS
from accords_data.model import row_evidence
from accords_data.model.records import Meeting
from accords_data.release import build, manifest
from accords_data.release.manifest import MANIFEST
from accords_data.seeds.dataset import Dataset
from accords_data.verify import verify

WHITE_HOUSE = "2025-11-06-white-house"
SOURCE = "sources/2025-11-06-kazakhstan-to-join.txt"
MEETINGS, PARTICIPANTS = "csv/meetings.csv", "parquet/meeting_participants.parquet"


def told(files: Files) -> list[str]:
    return [str(problem) for problem in verify.examine("release", files).problems]


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def with_meeting(change: Callable[[Meeting], Meeting]) -> Files:
    """Return a release that was built from a record that no check has seen."""
    meetings = tuple(change(each) if each.id == WHITE_HOUSE else each for each in samples.meetings(samples.alone()))
    return built_files(attrs.evolve(samples.alone(), records=samples.alone().records | {"meeting": meetings}))


def built_files(data: Dataset) -> Files:
    return build.build(data, build.unreleased(samples.alone())).files


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


def claimed(column: str, value: object) -> Files:
    """Return a release whose tables claim `value` in a computed `column` of every row, in each flat format."""
    true = row_evidence.columns

    def claim(rows: row_evidence.Rows, mentions: row_evidence.Mentions) -> dict[str, pa.Array]:
        found = true(rows, mentions)
        return found | {column: pa.array([value] * rows.number, found[column].type)}

    with mock.patch.object(row_evidence, "columns", claim):
        return built_files(samples.alone())


def with_stated(meeting: Meeting) -> Meeting:
    return with_support("/venue", value="the Kremlin", words="the Kremlin")(attrs.evolve(meeting, venue="the Kremlin"))


def summed(files: Files) -> Files:
    added = files | {"notes.txt": b"x"}
    return added | {SUMS: manifest.sums({path: content for path, content in added.items() if path != SUMS})}


def with_text(text: str) -> Files:
    (source,) = samples.alone().sources
    other = attrs.evolve(source, sha256=manifest.sha256(text.encode()))
    return built_files(
        attrs.evolve(samples.alone(), records=samples.alone().records | {"source": (other,)}, texts={source.id: text})
    )


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
    return bytes(sink.getvalue().to_pybytes())


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
    meetings = samples.alone().records["meeting"]
    return built_files(
        attrs.evolve(samples.alone(), records=samples.alone().records | {"meeting": (*meetings, meetings[0])})
    )


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
