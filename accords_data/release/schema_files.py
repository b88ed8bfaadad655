"""The published JSON Schemas: of record kinds, of exported JSON files, of flat tables, of manifests, of lines."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from accords_data import folder
from accords_data.model import tables
from accords_data.model.characters import UNSEEN
from accords_data.model.records import MODELS
from accords_data.model.schemas import (
    VERSION,
    line_schema,
    record_schema,
    records_file_schema,
    rows_file_schema,
    table_schema,
)
from accords_data.model.views import VIEWS
from accords_data.problems import Problem
from accords_data.release import formats
from accords_data.release.conversion_manifest import conversion_schema
from accords_data.release.manifest import manifest_schema

REPAIR = "run `accords schemas` and commit the result"
SUFFIX = ".schema.json"


def schema_files() -> dict[str, bytes]:
    """Return every published schema, bytes by file name."""
    flat = (tables.evidence_table(), *(tables.view_table(name) for name in VIEWS))
    schemas = [
        *(record_schema(kind) for kind in MODELS),
        *(records_file_schema(kind) for kind in MODELS),
        *(rows_file_schema(table.name, table.description, table.columns) for table in flat),
        manifest_schema(),
        conversion_schema(),
    ]
    tabular = [table_schema(table.name, table.description, table.columns) for table in tables.all_tables()]
    lines = [line_schema(kind) for kind in MODELS]
    folders = {"": schemas, "tables/": tabular, "lines/": lines}
    return {
        f"{place}{schema['title']}{SUFFIX}": _readable(formats.json_bytes(schema))
        for place, each in folders.items()
        for schema in each
    }


def _readable(content: bytes) -> bytes:
    """Return the JSON `content` with each character that nobody sees escaped, so that a pattern of them can be read."""
    return re.sub(UNSEEN, lambda found: json.dumps(found[0])[1:-1], content.decode()).encode()


def write(out: Path, on_wait: Callable[[], None]) -> int:
    """Make ``out/v1`` hold exactly the published schemas; return how many.

    Raises:
        AccordsError: something else is there, or it cannot be written; it is then what it was.
    """
    target = out / VERSION
    files = schema_files()
    with folder.locked(target.resolve(), on_wait):
        folder.check_ours(target, folder.contents(target), lambda path: path.endswith(SUFFIX))
        folder.replace(target.resolve(), files)
    return len(files)


def compare(out: Path) -> tuple[int, list[Problem]]:
    """Return how many schemas there are, and each file of ``out/v1`` that is not in step with the models."""
    files = schema_files()
    problems = list(folder.differences(out / VERSION, files, REPAIR))
    return len(files), problems + list(folder.strangers(out / VERSION, files, REPAIR))
