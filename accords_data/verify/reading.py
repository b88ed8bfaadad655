"""The records and rows of a release as this program has them, whichever version made the release.

The rule is that of `schema_diff`. What it calls compatible is read: a field that the release does not have yet is what
its default says, a table that it does not have yet is empty. What it calls breaking is refused, and so is a record
that the schemas of this program refuse: those of the release are its own, and may allow anything.
"""

import json
from collections.abc import Sequence
from typing import Any

from accords_data.model.defaults import completed, default
from accords_data.model.record_base import Record
from accords_data.model.records import MODELS, PLURALS
from accords_data.model.retired import Retired
from accords_data.model.schemas import JsonSchema, line_schema, record_schema, records_file_schema, rows_file_schema
from accords_data.model.structuring import structured
from accords_data.model.tables import Table, retired_table
from accords_data.problems import AccordsError
from accords_data.release.formats import JSON, PARQUET, Rows, json_value
from accords_data.release.manifest import Manifest
from accords_data.release.schema_files import SUFFIX, schema_files
from accords_data.seeds.schema_errors import judge
from accords_data.verify import rows, schema_diff
from accords_data.verify.archive import Content
from accords_data.verify.schema_diff import SchemaChange, Schemas

_OTHER = "use the version of accords-data that made the release"
_WHOLE = "this is a partial export (--format or --table): use a complete release"
_SHOWN = 3
"""Breaking changes that a message names; a forged release may have hundreds."""


def check(content: Content, manifest: Manifest, kind: str | None = None) -> None:
    """Raise unless the schemas of the release are compatible with this program, as ``schemas --against`` has it.

    Args:
        content: The release.
        manifest: Its manifest.
        kind: The kind of records to which the schemas must belong; None for all schemas.

    Raises:
        AccordsError: one is not.
    """
    if kind is None:
        ours = {path.removesuffix(SUFFIX): json.loads(each) for path, each in schema_files().items()}
        theirs: Schemas = schema_diff.schemas_in(content.files, content.name)[1]
    else:
        ours = _schemas_of(kind)
        theirs = _schemas_in(content, manifest, list(ours))
    broken = _broken(theirs, ours)
    if broken:
        raise AccordsError([content.problem("", _told(manifest, broken), _OTHER)])


def records(content: Content, manifest: Manifest, kind: str) -> dict[str, Record]:
    """Return the records of `kind` by id; none where the release is from before there was that kind.

    Args:
        content: The release.
        manifest: Its manifest.
        kind: The kind of records.

    Raises:
        AccordsError: they are not in the release, or the schema of this program refuses them.
    """
    path = JSON.path(PLURALS[kind])
    if path not in content.files:
        if not _schemas_in(content, manifest, list(_schemas_of(kind))):
            return {}
        raise AccordsError([content.problem(path, "is not in this release", _WHOLE)])
    complete = _complete(content, path, kind)
    wrong = next(iter(judge(records_file_schema(kind)).iter_errors(complete)), None)
    if wrong is not None:
        ours = _schemas_of(kind)
        pointer = "".join(f"/{part}" for part in wrong.instance_path)
        broken = _broken(_schemas_in(content, manifest, list(ours)), ours)
        message = f"{wrong.message}; {_told(manifest, broken)}" if broken else wrong.message
        raise AccordsError([content.problem(path, message, _OTHER, pointer)])
    return {each["id"]: structured(each, MODELS[kind]) for each in complete}


def retired(content: Content) -> tuple[Retired, ...]:
    """Return what the release `content` says is retired; nothing where it is from before that was told.

    Raises:
        AccordsError: the schema of this program refuses it.
    """
    table = retired_table()
    if table.json_file not in content.files:
        return ()
    try:
        plain = json_value(content.files[table.json_file])
    except ValueError as error:
        raise AccordsError([content.problem(table.json_file, f"cannot be read: {error}", _OTHER)]) from error
    wrong = next(iter(judge(rows_file_schema(table.name, "", table.columns)).iter_errors(plain)), None)
    strange = [] if wrong is not None else [each for each in plain if each["record_kind"] not in MODELS]
    if wrong is not None or strange:
        message = f"no kind of record: {strange[0]['record_kind']}" if wrong is None else wrong.message
        raise AccordsError([content.problem(table.json_file, message, _OTHER)])
    return tuple(structured(each, Retired) for each in plain)


def table_rows(content: Content, manifest: Manifest, table: Table) -> Rows:
    """Return the rows of `table`, with the default in each column that the verified release does not have yet."""
    path, name = PARQUET.path(table.name), f"tables/{table.name}"
    schemas = _schemas_in(content, manifest, [name])
    if path not in content.files or name not in schemas:
        return []
    columns = rows.columns_of(schemas[name])
    places = {column: place for place, (column, _) in enumerate(columns)}
    fill = tuple((places.get(column.name), default(column)) for column in table.columns)
    found = PARQUET.read(content.files[path], columns)
    return [tuple(absent if place is None else row[place] for place, absent in fill) for row in found]


def _complete(content: Content, path: str, kind: str) -> Any:  # noqa: ANN401 - any JSON value, the schema judges it
    try:
        plain = json_value(content.files[path])
    except ValueError as error:
        raise AccordsError([content.problem(path, f"cannot be read: {error}", _OTHER)]) from error
    return [completed(each, MODELS[kind]) for each in plain] if isinstance(plain, list) else plain


def _schemas_of(kind: str) -> dict[str, JsonSchema]:
    """Return every schema of this program that describes records of `kind`, by name."""
    return {kind: record_schema(kind), PLURALS[kind]: records_file_schema(kind), f"lines/{kind}": line_schema(kind)}


def _schemas_in(content: Content, manifest: Manifest, names: Sequence[str]) -> Schemas:
    """Return those of the schemas `names` that the release has."""
    paths = {f"schemas/{manifest.schema_version}/{name}{SUFFIX}" for name in names}
    files = {path: content.files[path] for path in paths & content.files.keys()}
    return schema_diff.schemas_in(files, content.name)[1] if files else {}


def _broken(theirs: Schemas, ours: Schemas) -> list[SchemaChange]:
    return [change for change in schema_diff.compare(theirs, ours) if change.breaking]


def _told(manifest: Manifest, broken: Sequence[SchemaChange]) -> str:
    """Return the sentence that names the release and what this version has otherwise."""
    shown = "; ".join(f"{change.place} {change.message}" for change in broken[:_SHOWN])
    more = f"; and {len(broken) - _SHOWN} more" if len(broken) > _SHOWN else ""
    return f"release {manifest.release_version} has schemas that this version cannot read: {shown}{more}"
