"""What ``conversion.json`` says: which lines were converted, by which schema, into which files."""

from typing import Annotated, Any

import attrs

from accords_data.model.attributes import COMPUTED, doc
from accords_data.model.schemas import JsonSchema, object_schema
from accords_data.model.strings import FileName, Sha256, Slug, TextKind
from accords_data.release import formats
from accords_data.release.manifest import TableName, parsed

SchemaId = Annotated[str, TextKind("schema id", r"^urn:accords-data:schema:[a-z0-9:_-]+$", 100)]
InputName = Annotated[str, TextKind("input name", r"^[^\x00-\x1f]", 255)]


def _doc(description: str, example: object) -> dict[str, Any]:
    return doc(description, example, exempt=COMPUTED)


@attrs.frozen(kw_only=True)
class InputEntry:
    """A stretch of an input, which became one part of each table."""

    part: int = attrs.field(metadata=_doc("Number of the part, from 0.", 0))
    input: InputName = attrs.field(metadata=_doc("The input without its folder; - for the standard input.", "a.jsonl"))
    sha256: Sha256 = attrs.field(metadata=_doc("SHA-256 of its lines, unpacked, in hexadecimal.", "0" * 64))
    accepted: int = attrs.field(metadata=_doc("Lines that became records.", 990))
    rejected: int = attrs.field(metadata=_doc("Lines that are in rejects.jsonl.", 10))
    empty: int = attrs.field(metadata=_doc("Lines without anything but spaces.", 0))


@attrs.frozen(kw_only=True)
class RowCount:
    """How many rows a table has, in all its parts."""

    name: TableName = attrs.field(metadata=_doc("Name of the table.", "meetings"))
    rows: int = attrs.field(metadata=_doc("Its rows.", 990))


@attrs.frozen(kw_only=True)
class DataFile:
    """One part of a table in one format."""

    path: FileName = attrs.field(
        metadata=_doc("Path in the folder, with slashes.", "parquet/meetings/part-00000.parquet")
    )
    sha256: Sha256 = attrs.field(metadata=_doc("SHA-256 of its bytes, in hexadecimal.", "0" * 64))


@attrs.frozen(kw_only=True)
class Conversion:
    """A conversion that was carried through."""

    kind: Slug = attrs.field(metadata=_doc("Kind of the records.", "meeting"))
    schema: SchemaId = attrs.field(
        metadata=_doc("The schema of a line: its `$id`.", "urn:accords-data:schema:v1:line:meeting")
    )
    compression: Slug = attrs.field(metadata=_doc("How the Parquet files are packed: snappy or zstd.", "snappy"))
    references_checked: Slug = attrs.field(metadata=_doc("Whether references had to lead to a row: yes or no.", "no"))
    quotes_checked: Slug = attrs.field(metadata=_doc("Whether quotes had to stand in their source: yes or no.", "no"))
    inputs: tuple[InputEntry, ...] = attrs.field(metadata=_doc("The stretches of the inputs.", []))
    tables: tuple[RowCount, ...] = attrs.field(metadata=_doc("The tables.", []))
    files: tuple[DataFile, ...] = attrs.field(metadata=_doc("The files.", []))


def conversion_schema() -> JsonSchema:
    """Return the JSON Schema of ``conversion.json``."""
    return object_schema("conversion", "What a conversion of lines read and wrote.", Conversion)


def conversion_bytes(conversion: Conversion) -> bytes:
    """Return `conversion` as a file."""
    return formats.json_bytes(attrs.asdict(conversion))


def parse(content: bytes) -> Conversion | str:
    """Return the conversion that `content` tells of, or the sentence why it tells of none."""
    return parsed(content, Conversion, conversion_schema, "does not describe a conversion by this program")
