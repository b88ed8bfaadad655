"""Checks of Arrow columns, compiled once from a JSON Schema; the parser has decided on types and unknown keys before.

A check takes an array and returns which of its places fail, or None when none does; null is no value, and passes. A
keyword that is not known here is refused when compiling, by name: nothing is ever left unchecked.

Patterns run on RE2 here and on `re` in `jsonschema`. Those that the two may read differently are refused: classes that
depend on Unicode tables, look-around, and ``$`` where a match is forbidden, because for `re` it matches before a last
line feed as well. Where it is required, that only makes RE2 the stricter one, and what fails here is judged again.
"""

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from accords_data.schemas import JsonSchema, line_schema

if TYPE_CHECKING:
    import pyarrow as pa

Check = Callable[["pa.Array"], "pa.BooleanArray | None"]

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
_SAMPLE = 256
"""Texts by which is told whether most are different."""
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NotCompiledError(Exception):
    """The schema says something that cannot be checked on columns."""


@attrs.frozen
class Compiled:
    """The checks of a schema."""

    failing: "Callable[[pa.RecordBatch], pa.BooleanArray | None]"
    """Which rows of a batch fail; None when none does."""
    no_null: frozenset[str]
    """Keys that may be missing but must not be null, which a column cannot tell from one another."""


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
            message = f"{place or '/'}: 'required' names {min(required - properties.keys())!r}, which is no property"
            raise NotCompiledError(message)
        checks = {name: self.node(each, f"{place}/properties/{name}") for name, each in properties.items()}
        for name, each in properties.items():
            self.presence(name, _nullable(self.resolved(each, place)), name in required, place)
        return _object_check(checks, required)

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
        return _list_check(item, schema.get("minItems", 0), schema.get("maxItems"))

    def string(self, schema: JsonSchema, place: str) -> Check:
        """Compile texts: each keyword a check of distinct values."""
        return _text_check(list(_text_rules(schema, place)))

    def integer(self, schema: JsonSchema, place: str) -> Check:
        """Compile whole numbers within bounds."""
        if {"minimum", "maximum"} - schema.keys():
            message = f"{place}: a whole number without 'minimum' and 'maximum'"
            raise NotCompiledError(message)
        return _range_check(schema["minimum"], schema["maximum"])


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


def _any(failures: "Iterator[pa.BooleanArray | None]") -> "pa.BooleanArray | None":
    import pyarrow.compute as pc

    found: pa.BooleanArray | None = None
    for each in failures:
        if each is not None:
            found = each if found is None else pc.or_(found, each)
    return found


def _object_check(checks: Mapping[str, Check], required: set[str]) -> Check:
    def failures(columns: "pa.StructArray") -> "Iterator[pa.BooleanArray | None]":
        for name, column in zip(columns.type.names, columns.flatten(), strict=True):
            if column.null_count and name in required:
                yield column.is_null()
            yield checks[name](column)

    return lambda columns: _any(failures(columns))


def _list_check(item: Check, least: int, most: int | None) -> Check:
    import pyarrow.compute as pc

    def failures(lists: "pa.ListArray") -> "Iterator[pa.BooleanArray | None]":
        if least or most is not None:
            lengths = pc.list_value_length(lists)
            yield _where(pc.less(lengths, least))
            yield None if most is None else _where(pc.greater(lengths, most))
        items = lists.flatten()
        failing = _any(iter([items.is_null() if items.null_count else None, item(items)]))
        if failing is not None:
            yield _holding(lists, failing)

    return lambda lists: _any(failures(lists))


def _holding(lists: "pa.ListArray", failing: "pa.BooleanArray") -> "pa.BooleanArray":
    """Return which of `lists` hold an item that is `failing`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parents = pc.list_parent_indices(lists).filter(failing)
    return pc.is_in(pa.array(range(len(lists)), parents.type), value_set=parents)


def _range_check(least: int, most: int) -> Check:
    import pyarrow.compute as pc

    def check(numbers: "pa.Array") -> "pa.BooleanArray | None":
        bounds = pc.min_max(numbers)
        if not bounds["min"].is_valid or (bounds["min"].as_py() >= least and bounds["max"].as_py() <= most):
            return None
        return _where(pc.or_(pc.less(numbers, least), pc.greater(numbers, most)))

    return check


def _text_check(rules: "list[Check]") -> Check:
    """Return the check of texts by `rules`, which run on the distinct values where many stand more than once."""
    import pyarrow.compute as pc

    def check(texts: "pa.Array") -> "pa.BooleanArray | None":
        some = texts.slice(0, _SAMPLE)
        if len(some.unique()) * 2 > len(some):
            return _any(rule(texts) for rule in rules)
        distinct = texts.unique()
        failing = _any(rule(distinct) for rule in rules)
        if failing is None:
            return None
        return pc.is_in(texts, value_set=distinct.filter(failing))

    return check


def _text_rules(schema: JsonSchema, place: str) -> "Iterator[Check]":
    import pyarrow as pa
    import pyarrow.compute as pc

    if "enum" in schema:
        listed = pa.array([value for value in schema["enum"] if value is not None], pa.string())
        yield lambda texts: _where(pc.invert(pc.or_(pc.is_in(texts, value_set=listed), texts.is_null())))
    if "pattern" in schema:
        pattern = _portable(schema["pattern"], place)
        yield lambda texts: _where(pc.invert(pc.match_substring_regex(texts, pattern)))
    if "not" in schema:
        forbidden = _portable(_forbidden(schema["not"], place), place)
        yield lambda texts: _where(pc.match_substring_regex(texts, forbidden))
    if "minLength" in schema or "maxLength" in schema:
        yield _length_check(schema.get("minLength", 0), schema.get("maxLength"))
    if "format" in schema:
        if schema["format"] != "date":
            message = f"{place}: the 'format' {schema['format']!r} is not date"
            raise NotCompiledError(message)
        yield _date_check


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
        pc.match_substring_regex(pa.array([""]), pattern)
    except pa.ArrowInvalid as error:
        message = f"{place}: the 'pattern' {pattern!r} is none for RE2"
        raise NotCompiledError(message) from error
    return pattern


def _length_check(least: int, most: int | None) -> Check:
    import pyarrow.compute as pc

    def check(texts: "pa.Array") -> "pa.BooleanArray | None":
        longest = pc.max(pc.binary_length(texts)).as_py()
        if longest is None or (least == 0 and (most is None or longest <= most)):
            return None  # no text has more code points than bytes
        lengths = pc.utf8_length(texts)
        short = pc.less(lengths, least)
        return _where(short if most is None else pc.or_(short, pc.greater(lengths, most)))

    return check


def _date_check(texts: "pa.Array") -> "pa.BooleanArray | None":
    import pyarrow as pa

    return _where(pa.array([text is not None and not _is_day(text) for text in texts.to_pylist()], pa.bool_()))


def _is_day(text: str) -> bool:
    """Return whether `text` is a day, as `jsonschema` decides it: other forms of ISO 8601 are none."""
    import datetime as dt

    if _DATE.fullmatch(text) is None:
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _where(failing: "pa.BooleanArray") -> "pa.BooleanArray | None":
    """Return `failing`, null meaning no; None when nowhere."""
    import pyarrow.compute as pc

    if not pc.any(failing).as_py():
        return None
    return failing.fill_null(False) if failing.null_count else failing  # noqa: FBT003 - the parameter has no name
