"""The published schemas: sound in themselves, and the same verdict from every judge."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
import pytest
from conftest import REAL, ROOT, apply_case, read_case
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from accords_data.model.fields import fields_of
from accords_data.model.records import MODELS
from accords_data.model.schemas import DRAFT, record_schema
from accords_data.release import schema_files
from accords_data.seeds import files, yaml_reader

SCHEMAS = {name: json.loads(content) for name, content in schema_files.schema_files().items()}
NAMES = {"string": str, "integer": int}


@cache
def records() -> list[tuple[str, Any]]:
    return [(file.kind, file.document.data) for file in files.read(REAL)[0] if file.document is not None]


def verdicts(kind: str, value: object) -> tuple[bool, bool]:
    schema = record_schema(kind)
    slow = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return slow.is_valid(value), jsonschema_rs.Draft202012Validator(schema, validate_formats=True).is_valid(value)


def objects_in(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects_in(part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_by_its_metaschema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert jsonschema_rs.meta.is_valid(SCHEMAS[name])


def test_each_schema_has_an_id_of_its_own() -> None:
    assert len({schema["$id"] for schema in SCHEMAS.values()}) == len(SCHEMAS) == 50


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_object_is_closed_and_every_property_described_with_valid_examples(name: str) -> None:
    found = list(objects_in(SCHEMAS[name]))
    assert found
    for schema in found:
        assert schema["additionalProperties"] is False
        for field, own in schema["properties"].items():
            assert own["description"], field
            for example in own.get("examples", []):
                assert Draft202012Validator(own).is_valid(example), (field, example)
                assert jsonschema_rs.Draft202012Validator(own).is_valid(example), (field, example)


@pytest.mark.parametrize("kind", MODELS)
def test_an_independent_reader_of_the_models_finds_the_same_names_types_and_requirements(kind: str) -> None:
    oracle = msgspec.json.schema(MODELS[kind])["$defs"]
    own = record_schema(kind)
    compared = 0
    for name, model in _models(MODELS[kind]).items():
        mine = own if model is MODELS[kind] else own["$defs"][name]
        computed = {field.name for field in fields_of(model) if field.computed}
        theirs = oracle[name]
        assert set(mine["properties"]) - {DRAFT} == set(theirs["properties"]) - computed
        assert set(mine["required"]) == set(theirs["required"]) - computed
        for field, told in mine["properties"].items():
            if field == DRAFT:
                continue
            compared += "type" in told
            assert _types(told) <= _types(theirs["properties"][field]), (name, field)
    assert compared > 10


def _models(model: type) -> dict[str, type]:
    found = {model.__name__: model}
    for field in fields_of(model):
        if field.model is not None:
            found |= _models(field.model)
    return found


def _types(schema: dict[str, Any]) -> set[str]:
    if "anyOf" in schema:
        return {each for part in schema["anyOf"] for each in _types(part)}
    if "$ref" in schema:
        return {"string", "object"}
    told = schema.get("type", "string")
    return set(told if isinstance(told, list) else [told])


@pytest.mark.parametrize("kind", ["positive", "negative"])
def test_two_judges_agree_on_every_example_file(kind: str, base: Path) -> None:
    judged = 0
    for path in sorted((ROOT / "tests" / "seeds" / kind).glob("*.yaml")):
        case = read_case(path)
        names = [name for part in ("write", "edit") for name in case.get(part, {}) if name.endswith(".yaml")]
        for name in names:
            former = (base / name).read_bytes() if (base / name).is_file() else None
            apply_case(
                {"edit": {name: case["edit"][name]}}
                if name in case.get("edit", {})
                else {"write": {name: case["write"][name]}},
                base,
            )
            folder = name.partition("/")[0]
            record_kind = {
                "sources": "source",
                "countries": "country",
                "leaders": "leader",
                "agreements": "agreement",
                "meetings": "meeting",
            }.get(folder)
            text = yaml_reader.decode(name, (base / name).read_bytes())
            document = yaml_reader.parse(name, text)[0] if isinstance(text, str) else None
            if document is not None and record_kind is not None:
                slow, fast = verdicts(record_kind, document.data)
                assert slow == fast, path.stem
                judged += 1
            (base / name).unlink()
            if former is not None:
                (base / name).write_bytes(former)
    assert judged >= 10


ODD: st.SearchStrategy[Any] = st.sampled_from(
    [
        "",
        "x\n",
        "ISR\n",
        "=1",
        "+1",
        "2025-02-30",
        "2024-02-29",
        "2025-11-06\n",
        "\u0662\u0660\u0662\u0665",
        "../2025",
        "a\u0007",
        " a",
    ]
) | st.sampled_from([None, True, 1, 1.0, 1.5, -1, 2**31, [], {}, ["a"], "a" * 1001])


@given(st.data())
def test_two_judges_agree_on_drawn_mutations_of_the_real_records(data: st.DataObject) -> None:
    kind, record = data.draw(st.sampled_from(records()))
    changed = copy.deepcopy(record)
    holder: Any = changed
    while True:
        key = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
        if not isinstance(holder[key], (dict, list)) or not holder[key] or data.draw(st.booleans()):
            break
        holder = holder[key]
    match data.draw(st.sampled_from(["put", "drop", "add"])):
        case "put":
            holder[key] = data.draw(ODD)
        case "drop":
            del holder[key]
        case _ if isinstance(holder, dict):
            holder["extra"] = data.draw(ODD)
        case _:
            holder.append(data.draw(ODD))
    slow, fast = verdicts(kind, changed)
    assert slow == fast
