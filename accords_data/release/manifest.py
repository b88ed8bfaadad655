"""The manifest: what a release consists of, from what it was made, and the hashes that hold it to that."""

import functools
import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Annotated, Any, TypeVar

import attrs

from accords_data.model import vocabularies as v
from accords_data.model.attributes import COMPUTED, doc
from accords_data.model.defaults import completed
from accords_data.model.schemas import JsonSchema, object_schema
from accords_data.model.strings import EdtfDate, FileName, Sha256, Slug, SourceRef, Text, TextKind
from accords_data.model.structuring import structured
from accords_data.query.cut import Cut
from accords_data.release import formats
from accords_data.release.formats import Format

MANIFEST = "manifest.json"

Model = TypeVar("Model")
Version = Annotated[
    str, TextKind("version", r"^(?:0|[1-9][0-9]{0,3})\.(?:0|[1-9][0-9]{0,3})\.(?:0|[1-9][0-9]{0,3})$", 14)
]
TableName = Annotated[str, TextKind("table name", r"^[a-z][a-z0-9_]*$", 100)]


def _doc(description: str, example: object) -> dict[str, Any]:
    return doc(description, example, exempt=COMPUTED)


@attrs.frozen(kw_only=True)
class SourceEntry:
    """One stored source of the release."""

    id: SourceRef = attrs.field(metadata=_doc("The source's id.", "2025-11-06-kazakhstan-to-join"))
    path: FileName = attrs.field(metadata=_doc("Its text in the release.", "sources/2025-11-06-kazakhstan-to-join.txt"))
    sha256: Sha256 = attrs.field(metadata=_doc("SHA-256 of its bytes, in hexadecimal.", "0" * 64))


@attrs.frozen(kw_only=True)
class Reference:
    """A column whose cells are ids of another table."""

    column: TableName = attrs.field(metadata=_doc("The column.", "country"))
    table: TableName = attrs.field(metadata=_doc("The table whose `id` it holds.", "countries"))


@attrs.frozen(kw_only=True)
class TableEntry:
    """One table of the release, in whatever formats."""

    name: TableName = attrs.field(metadata=_doc("Its name.", "meeting_participants"))
    record_kind: TableName | None = attrs.field(
        metadata=_doc("Kind of the records of which each has one row here; null for other tables.", "meeting")
    )
    rows: int = attrs.field(metadata=_doc("How many rows it has.", 8))
    content_digest: Sha256 = attrs.field(
        metadata=_doc("SHA-256 of its logical rows: the same in every format.", "0" * 64)
    )
    json_file: FileName = attrs.field(metadata=_doc("The JSON file with its rows.", "json/meetings.json"))
    json_list: TableName | None = attrs.field(
        metadata=_doc("The list of each record that holds them; null when they are the file's own.", "participants")
    )
    key: tuple[TableName, ...] = attrs.field(
        metadata=_doc("Columns that together tell a row from every other.", ["meeting", "position"])
    )
    references: tuple[Reference, ...] = attrs.field(
        default=(), metadata=_doc("Columns that point to other tables.", [])
    )

    @property
    def document(self) -> str:
        """What the nested file with its rows is called, whatever its format."""
        return PurePosixPath(self.json_file).stem

    def file_in(self, format_: Format) -> str:
        """Return the file that holds its rows in `format_`."""
        return format_.path(self.document if format_.nested else self.name)


@attrs.frozen(kw_only=True)
class FileEntry:
    """One file of the release; the manifest and the list of checksums are not among them."""

    path: FileName = attrs.field(metadata=_doc("Path in the release, with slashes.", "csv/meetings.csv"))
    bytes: int = attrs.field(metadata=_doc("Its size in bytes.", 512))
    sha256: Sha256 = attrs.field(metadata=_doc("SHA-256 of its bytes, in hexadecimal.", "0" * 64))
    rows: int | None = attrs.field(
        metadata=_doc("Rows of its table, or records where JSON nests them; null for no data.", 2)
    )


@attrs.frozen(kw_only=True)
class Edition:
    """Which cut of the data a release is, and what it is called."""

    version: Version
    date: EdtfDate
    cut: Cut = attrs.field(factory=Cut)


@attrs.frozen(kw_only=True)
class Manifest:
    """What a release consists of, and from what it was made."""

    name: Slug = attrs.field(metadata=_doc("Name of the dataset.", "accords-data"))
    release_version: Version = attrs.field(
        metadata=_doc(
            "Version of the release: year, month, number; 0.0.0 for an export that is no release.", "2026.12.0"
        )
    )
    release_date: EdtfDate = attrs.field(
        metadata=_doc(
            "Day or month of the release; of an export that is no release, the newest publication day of its sources.",
            "2026-12",
        )
    )
    schema_version: Slug = attrs.field(metadata=_doc("Version of the schemas.", "v1"))
    as_of: EdtfDate | None = attrs.field(
        metadata=_doc("The day of which the release says what held; null when it says everything.", "2025-11-06")
    )
    known_by: EdtfDate | None = attrs.field(
        metadata=_doc("The day up to which its sources were published; null when all of them count.", "2025-11-06")
    )
    source_kind: v.SourceKind | None = attrs.field(
        default=None, metadata=_doc("The kind of sources to which it keeps; null when all of them count.", "document")
    )
    pyarrow: Text = attrs.field(metadata=_doc("Version of pyarrow that wrote the files.", "26.0.1"))
    sources: tuple[SourceEntry, ...] = attrs.field(metadata=_doc("The stored sources.", []))
    tables: tuple[TableEntry, ...] = attrs.field(metadata=_doc("The tables.", []))
    files: tuple[FileEntry, ...] = attrs.field(metadata=_doc("The files.", []))

    @property
    def edition(self) -> Edition:
        """Which cut of the data it is, and what it is called."""
        cut = Cut(as_of=self.as_of, known_by=self.known_by, source_kind=self.source_kind)
        return Edition(version=self.release_version, date=self.release_date, cut=cut)

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats that it names by listing data files of them, as far as this program knows them."""
        named = {formats.format_of(entry.path) for entry in self.data_files}
        return tuple(each for each in formats.FORMATS if each in named)

    @property
    def data_files(self) -> tuple[FileEntry, ...]:
        """The files with rows, in whatever format."""
        return tuple(entry for entry in self.files if entry.rows is not None)

    def file(self, path: str) -> FileEntry | None:
        """Return the entry of the file `path`, or None when there is none."""
        return next((entry for entry in self.files if entry.path == path), None)


def manifest_schema() -> JsonSchema:
    """Return the JSON Schema of ``manifest.json``."""
    return object_schema("manifest", "The manifest of a release.", Manifest)


def entry(path: str, content: bytes, rows: int | None = None) -> FileEntry:
    """Return the entry of the file `path`."""
    return FileEntry(path=path, bytes=len(content), sha256=sha256(content), rows=rows)


def sha256(content: bytes) -> str:
    """Return the SHA-256 of `content`, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return `manifest` as a file."""
    return formats.json_bytes(attrs.asdict(manifest))


def sums(files: Mapping[str, bytes]) -> bytes:
    """Return the file that ``sha256sum --check`` reads: hash and path of each of `files`."""
    return sums_of({path: sha256(content) for path, content in files.items()})


def sums_of(hashes: Mapping[str, str]) -> bytes:
    """Return what `sums` does, of hashes by path."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(hashes.items())).encode()


def parse(content: bytes) -> Manifest | str:
    """Return the manifest that `content` is, or the sentence why it is none."""
    return parsed(content, Manifest, manifest_schema, "not a manifest of this program")


def parsed(content: bytes, model: type[Model], schema: Callable[[], JsonSchema], otherwise: str) -> Model | str:
    """Return the object of `model` that the JSON file `content` is, or the sentence why it is none.

    An optional field that a former version of this program did not write is what its default says.

    Args:
        content: The file.
        model: An attrs class.
        schema: Returns its published schema.
        otherwise: The sentence for what the schema refuses, to which place and reason are added.
    """
    try:
        told = completed(json.loads(content), model)
    except (ValueError, RecursionError) as error:
        return f"not valid JSON: {error}"
    wrong = next(iter(_judge(schema).iter_errors(told)), None)
    if wrong is not None:
        place = "".join(f"/{part}" for part in wrong.instance_path)
        return f"{otherwise}: {place or 'whole file'}: {wrong.message}"
    return structured(told, model)


@functools.cache
def _judge(schema: Callable[[], JsonSchema]) -> Any:  # noqa: ANN401 - jsonschema_rs imports late
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(schema())
