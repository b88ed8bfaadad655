"""What changed between two sets of published schemas, each change called breaking or compatible.

The view is that of whoever reads the exported files: a field that is gone, a type that widened (null among the new
types), a value that a list lost or another form of a text breaks a program; a new field or a new value of a list does
not. In the schemas of records, which describe what a curator may write, it is narrowing that breaks.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from accords_data.model.schemas import VERSION
from accords_data.problems import AccordsError, Problem
from accords_data.release.schema_files import schema_files
from accords_data.verify import archive

_PLACE = re.compile(r"(?:.*/)?v([0-9]+)/((?:tables/|lines/)?[a-z_]+)\.schema\.json")

Schemas = Mapping[str, Mapping[str, Any]]
"""Parsed JSON Schemas by name: ``meetings``, ``tables/meetings``."""


@attrs.frozen
class SchemaChange:
    """One change of one schema."""

    place: str
    """Schema and field: ``meetings: participants/role``."""
    message: str
    breaking: bool


@attrs.frozen
class _Shape:
    """What a schema says of one field."""

    types: frozenset[str]
    values: frozenset[str] | None
    form: tuple[object, ...]
    """Pattern and format."""
    longest: int | None
    required: bool


def changes_since(place: Path) -> list[str]:
    """Return a line for each change since the schemas at `place`: a folder of schemas, or a release.

    Raises:
        AccordsError: there are no schemas, or a change breaks those of this very version.
    """
    content = archive.read(place)
    if content.problems:
        raise AccordsError(content.problems)
    number, old = schemas_in(content.files, str(place))
    new = schemas_in({f"{VERSION}/{path}": each for path, each in schema_files().items()}, "models")[1]
    changes = compare(old, new)
    broken = [change for change in changes if change.breaking]
    if broken and f"v{number}" == VERSION:
        hint = f"give the schemas a new version (VERSION in model/schemas.py), or keep {VERSION} compatible"
        raise AccordsError(
            Problem(path=change.place, message=f"{change.message}: a breaking change", hint=hint) for change in broken
        )
    told = [f"{'breaking' if change.breaking else 'compatible'}: {change.place} {change.message}" for change in changes]
    changed = f"{len(changes)} change{'' if len(changes) == 1 else 's'}"
    return [*told, f"{len(old)} schemas of v{number} compared with {len(new)} of {VERSION}: {changed}"]


def schemas_in(files: Mapping[str, bytes], name: str) -> tuple[int, dict[str, Any]]:
    """Return the newest schemas among `files`, as ``schemas/`` or a release has them, with the number of their version.

    Raises:
        AccordsError: there are none, or one cannot be read; `name` says where.
    """
    found: dict[int, dict[str, Any]] = {}
    for path, content in files.items():
        match = _PLACE.fullmatch(path)
        if match is None:
            continue
        try:
            schema = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise AccordsError([Problem(path=f"{name}/{path}", message=f"not valid JSON: {error}")]) from error
        if not isinstance(schema, dict):
            raise AccordsError([Problem(path=f"{name}/{path}", message="not a JSON Schema")])
        found.setdefault(int(match[1]), {})[match[2]] = schema
    if not found:
        hint = "give a folder of schemas (schemas/), or a release"
        raise AccordsError([Problem(path=name, message="contains no schemas", hint=hint)])
    newest = max(found)
    return newest, found[newest]


def compare(old: Schemas, new: Schemas) -> list[SchemaChange]:
    """Return every change from `old` to `new`, in the order of schemas and fields."""
    changes = []
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            changes.append(SchemaChange(name, "was removed", breaking=True))
        elif name not in old:
            changes.append(SchemaChange(name, "was added", breaking=False))
        else:
            changes += _compared(name, old[name], new[name])
    return changes


def _compared(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[SchemaChange]:
    before, after = dict(_shapes(old)), dict(_shapes(new))
    written = new.get("type") == "object" and name != "manifest"
    for field in [*before, *(field for field in after if field not in before)]:
        place = f"{name}: {field or 'itself'}"
        if field not in after:
            yield SchemaChange(place, "was removed", breaking=True)
        elif field not in before:
            demanded = written and after[field].required and _parent_known(field, before)
            yield SchemaChange(place, "was added" + (" and is required" if demanded else ""), breaking=demanded)
        else:
            for message, breaking in _differences(before[field], after[field], written=written):
                yield SchemaChange(place, message, breaking=breaking)


def _parent_known(field: str, before: Mapping[str, _Shape]) -> bool:
    """Return whether the object or list that `field` is a part of was there before."""
    parent = field.removesuffix("[]") if field.endswith("[]") else field.rpartition("/")[0]
    return not parent or parent in before


def _differences(old: _Shape, new: _Shape, *, written: bool) -> Iterator[tuple[str, bool]]:
    if old.types != new.types:
        wider, narrower = bool(new.types - old.types), bool(old.types - new.types)
        message = f"changed from {' or '.join(sorted(old.types))} to {' or '.join(sorted(new.types))}"
        yield message, narrower if written else wider
    if old.values is not None and new.values is not None:
        for value in sorted(old.values - new.values):
            yield f"no longer allows the value {value}", True
        for value in sorted(new.values - old.values):
            yield f"now allows the value {value}", False
    elif old.values != new.values:
        yield "now allows any text" if new.values is None else "now allows only listed values", True
    if old.form != new.form:
        yield "has a different text pattern", True
    if old.longest != new.longest:
        shorter = old.longest is None or (new.longest is not None and new.longest < old.longest)
        was, now = ("no limit" if each is None else str(each) for each in (old.longest, new.longest))
        yield f"maximum length changed from {was} to {now}", shorter
    if written and old.required != new.required:
        yield "is now required" if new.required else "is now optional", new.required


def _shapes(schema: Mapping[str, Any]) -> Iterator[tuple[str, _Shape]]:
    definitions = schema.get("$defs", {})
    yield from _walk(schema, "", definitions, required=True)


def _walk(
    schema: Mapping[str, Any], place: str, definitions: Mapping[str, Any], *, required: bool
) -> Iterator[tuple[str, _Shape]]:
    """Yield the shape of each field below `schema`, a list having that of its items."""
    schema = _resolved(schema, definitions)
    types = schema.get("type", [])
    kinds = frozenset([types] if isinstance(types, str) else types)
    if "array" in kinds:
        yield place, _Shape(kinds, None, (schema.get("minItems"),), None, required)
        yield from _walk(schema.get("items", {}), f"{place}[]", definitions, required=True)
    elif "object" in kinds:
        yield place, _Shape(kinds, None, (), None, required)
        needed = schema.get("required", [])
        for name, each in schema.get("properties", {}).items():
            yield from _walk(each, f"{place}/{name}".lstrip("/"), definitions, required=name in needed)
    else:
        enum = schema.get("enum")
        values = None if enum is None else frozenset(str(value) for value in enum if value is not None)
        form = (schema.get("pattern"), schema.get("format"))
        yield place, _Shape(kinds, values, form, schema.get("maxLength"), required)


def _resolved(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    target = schema.get("$ref")
    resolved = definitions.get(str(target).removeprefix("#/$defs/"), {}) if target is not None else schema
    return resolved if isinstance(resolved, dict) else {}
