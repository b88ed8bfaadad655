"""Checks of Arrow columns, compiled once from a JSON Schema; the parser has decided on types and unknown keys before.

A keyword that is not known here is refused when compiling, by name: nothing is ever left unchecked.

Patterns run on RE2 here and on `re` in `jsonschema`. Those that the two may read differently are refused: classes that
depend on Unicode tables, look-around, and ``$`` where a match is forbidden, because for `re` it matches before a last
line feed as well. Where it is required, that only makes RE2 the stricter one, and what fails here is judged again.
"""

import functools
import re
from typing import TYPE_CHECKING

import attrs

from accords_data.model.schemas import JsonSchema, line_schema
from accords_data.stream.columns import (
    Check,
    date_check,
    failing_or_none,
    length_check,
    list_check,
    object_check,
    range_check,
    text_check,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pyarrow as pa

_SAYS_NOTHING = {"$schema", "$id", "$defs", "title", "description", "examples"}
_KNOWN = {
    "object": {"type", "properties", "required", "additionalProperties"},
    "array": {"type", "items", "minItems", "maxItems"},
    "string": {"type", "enum", "pattern", "not", "minLength", "maxLength", "format"},
    "integer": {"type", "minimum", "maximum"},
}
_READ_DIFFERENTLY = re.compile(r"\\[dDwWsSbBAZzpPkgGQECNuU0-9]|\(\?(?!:)|\[\[?:|\\x\{")
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
_DOT = re.compile(r"(?<!\\)\.")


class NotCompiledError(Exception):
    """The schema says something that cannot be checked on columns."""


@attrs.frozen
class Compiled:
    """The checks of a schema."""

    failing: "Callable[[pa.RecordBatch], pa.BooleanArray | None]"
    """Which rows of a batch fail; None when none does."""
    no_null: frozenset[str]
    """Keys that may be missing but must not be null, which a column cannot tell from one another."""


# Once in a process: every unit makes a judge of its own.
@functools.cache
def line_checks(kind: str) -> Compiled:
    """Return the checks of the published schema of a line of `kind`."""
    return compile_schema(line_schema(kind))


def compile_schema(schema: JsonSchema) -> Compiled:
    """Return the checks of `schema`, of an object with nested lists of objects, texts and whole numbers.

    Raises:
        NotCompiledError: it uses a keyword, or a keyword in a way, that is not known here.
    """
    compilation = _Compilation(schema)
    check = compilation.node(schema, "")
    return Compiled(lambda batch: check(batch.to_struct_array()), frozenset(compilation.no_null))


@attrs.frozen
class _Compilation:
    root: JsonSchema
    no_null: set[str] = attrs.field(factory=set)

    def node(self, schema: JsonSchema, place: str) -> Check:
        """Return the check of `schema`, which stands at the JSON Pointer `place`."""
        schema = self.resolved(schema, place)
        kind = _type(schema, place)
        unknown = schema.keys() - _KNOWN[kind] - _SAYS_NOTHING
        if unknown:
            message = f"{place or '/'}: the keyword {min(unknown)!r} is not known here for {kind}"
            raise NotCompiledError(message)
        compiled: Check = getattr(self, kind)(schema, place)
        return compiled

    def resolved(self, schema: JsonSchema, place: str) -> JsonSchema:
        if "$ref" not in schema:
            return schema
        beside = schema.keys() - {"$ref"} - _SAYS_NOTHING
        path = str(schema["$ref"]).removeprefix("#/$defs/")
        if beside or path not in self.root.get("$defs", {}):
            message = f"{place}: the reference {schema['$ref']!r} is none to #/$defs alone"
            raise NotCompiledError(message)
        found: JsonSchema = self.root["$defs"][path]
        return found

    def object(self, schema: JsonSchema, place: str) -> Check:
        """Compile objects: every column that fails, and the required ones that are null."""
        properties: Mapping[str, JsonSchema] = schema["properties"]
        if schema.get("additionalProperties") is not False:
            message = f"{place or '/'}: 'additionalProperties' is not false"
            raise NotCompiledError(message)
        required = set(schema.get("required", ()))
        if required - properties.keys():
            message = f"{place or '/'}: 'required' names {min(required - properties.keys())!r}, which is not a property"
            raise NotCompiledError(message)
        checks = {name: self.node(each, f"{place}/properties/{name}") for name, each in properties.items()}
        for name, each in properties.items():
            self.presence(name, _nullable(self.resolved(each, place)), name in required, place)
        return object_check(checks, required)

    def presence(self, name: str, nullable: bool, required: bool, place: str) -> None:  # noqa: FBT001 - two facts
        if nullable and required:
            message = f"{place or '/'}: {name!r} is required and may be null, which a column cannot tell from missing"
            raise NotCompiledError(message)
        if not nullable and not required:
            self.no_null.add(name)

    def array(self, schema: JsonSchema, place: str) -> Check:
        """Compile lists: those of a wrong length fail, and those with an item that fails or is null."""
        item = self.node(schema["items"], f"{place}/items")
        if _nullable(self.resolved(schema["items"], place)):
            message = f"{place}/items: items that may be null"
            raise NotCompiledError(message)
        return list_check(item, schema.get("minItems", 0), schema.get("maxItems"))

    def string(self, schema: JsonSchema, place: str) -> Check:
        """Compile texts: each keyword a check of distinct values."""
        return text_check(list(_text_rules(schema, place)))

    def integer(self, schema: JsonSchema, place: str) -> Check:
        """Compile whole numbers within bounds."""
        if {"minimum", "maximum"} - schema.keys():
            message = f"{place}: a whole number without 'minimum' and 'maximum'"
            raise NotCompiledError(message)
        return range_check(schema["minimum"], schema["maximum"])


def _type(schema: JsonSchema, place: str) -> str:
    types = schema.get("type")
    names = [name for name in (types if isinstance(types, list) else [types]) if name != "null"]
    if len(names) != 1 or names[0] not in _KNOWN:
        message = f"{place or '/'}: the 'type' {types!r} is not one of {', '.join(_KNOWN)}, or one of them and null"
        raise NotCompiledError(message)
    if names[0] in {"object", "array"} and _nullable(schema):
        message = f"{place or '/'}: {names[0]}s that may be null"
        raise NotCompiledError(message)
    return str(names[0])


def _nullable(schema: JsonSchema) -> bool:
    return isinstance(schema.get("type"), list) and "null" in schema["type"]


def _text_rules(schema: JsonSchema, place: str) -> "Iterator[Check]":
    import pyarrow as pa
    import pyarrow.compute as pc

    if "enum" in schema:
        listed = pa.array([value for value in schema["enum"] if value is not None], pa.string())
        yield lambda texts: failing_or_none(pc.invert(pc.or_(pc.is_in(texts, value_set=listed), texts.is_null())))
    if "pattern" in schema:
        pattern = _portable(schema["pattern"], place)
        yield lambda texts: failing_or_none(pc.invert(pc.match_substring_regex(texts, pattern)))
    if "not" in schema:
        forbidden = _portable(_forbidden(schema["not"], place), place)
        yield lambda texts: failing_or_none(pc.match_substring_regex(texts, forbidden))
    if "minLength" in schema or "maxLength" in schema:
        yield length_check(schema.get("minLength", 0), schema.get("maxLength"))
    if "format" in schema:
        if schema["format"] != "date":
            message = f"{place}: the 'format' {schema['format']!r} is not date"
            raise NotCompiledError(message)
        yield date_check


def _forbidden(schema: JsonSchema, place: str) -> str:
    """Return the pattern that the negated `schema` forbids."""
    if set(schema) != {"type", "pattern"} or schema["type"] != "string" or "$" in schema["pattern"]:
        message = f"{place}: 'not' with anything but a pattern of texts without $"
        raise NotCompiledError(message)
    return str(schema["pattern"])


def _portable(pattern: str, place: str) -> str:
    import pyarrow as pa
    import pyarrow.compute as pc

    found = _READ_DIFFERENTLY.search(pattern) or _DOT.search(_CLASS.sub("", pattern))
    if found is not None:
        message = f"{place}: {found[0]!r} in a 'pattern', which engines read differently"
        raise NotCompiledError(message)
    try:
        # RE2 says only when it runs whether it takes a pattern: better here than at the first batch.
        pc.match_substring_regex(pa.array([""]), pattern)
    except pa.ArrowInvalid as error:
        message = f"{place}: the 'pattern' {pattern!r} is none for RE2"
        raise NotCompiledError(message) from error
    return pattern
