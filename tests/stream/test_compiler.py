"""A schema compiled to checks of columns, or refused by name."""

import json
from typing import Any

import pytest
from conftest import ROOT
from streams import fuzz

from accords_data.model.records import MODELS, PLURALS
from accords_data.model.schemas import line_schema, record_schema, records_file_schema
from accords_data.stream.compiler import NotCompiledError, compile_schema


def _with(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {"a": schema}, "additionalProperties": False}


@pytest.mark.parametrize(
    ("schema", "named"),
    [
        ({"type": "object", "properties": {}, "additionalProperties": False, "minProperties": 1}, "minProperties"),
        ({"type": "object", "properties": {}}, "additionalProperties"),
        (_with({"type": "number"}), "number"),
        (_with({"type": "string", "pattern": r"^\d$"}), r"\\d"),
        (_with({"type": "string", "pattern": "a.c"}), "'.'"),
        (_with({"type": "string", "pattern": "(?i)a"}), "(?"),
        (_with({"type": "string", "pattern": "(a"}), "RE2"),
        (_with({"type": "string", "format": "uri"}), "uri"),
        (_with({"type": "string", "contentEncoding": "x"}), "contentEncoding"),
        (_with({"type": "string", "not": {"type": "string", "pattern": "a$"}}), "without $"),
        (_with({"type": "string", "not": {"enum": ["a"]}}), "'not'"),
        (_with({"type": "integer"}), "minimum"),
        (_with({"type": "array", "items": {"type": "string"}, "uniqueItems": True}), "uniqueItems"),
        (_with({"type": ["array", "null"], "items": {"type": "string"}}), "may be null"),
        (_with({"$ref": "https://example.org/a"}), "example.org"),
        ({"type": "object", "properties": {}, "required": ["b"], "additionalProperties": False}, "'b'"),
        (_with({"type": ["string", "null"]}) | {"required": ["a"]}, "'a' is required"),
    ],
)  # fmt: skip
def test_what_the_compiler_does_not_know_it_refuses_by_name(schema: dict[str, Any], named: str) -> None:
    with pytest.raises(NotCompiledError) as told:
        compile_schema(schema)
    assert named in str(told.value)


@pytest.mark.parametrize("kind", MODELS)
def test_every_line_schema_compiles_and_takes_what_curators_write_and_what_is_exported(kind: str) -> None:
    compile_schema(line_schema(kind))
    for other in (record_schema(kind), records_file_schema(kind)):
        with pytest.raises(NotCompiledError):
            compile_schema(other)
    exported = json.loads((ROOT / "exports" / "json" / f"{PLURALS[kind]}.json").read_text(encoding="utf-8"))
    made = [json.dumps(record).encode() for record in exported]
    assert len(fuzz.accepted(kind, made, 4 << 20)) == len(made) > 10


def test_only_formats_that_need_no_further_library_are_used() -> None:
    used = {
        found["format"]
        for path in (ROOT / "schemas").rglob("*.json")
        for found in _objects(json.loads(path.read_text(encoding="utf-8")))
        if isinstance(found.get("format"), str)
    }
    assert used == {"date"}


def _objects(value: Any) -> Any:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(each)
