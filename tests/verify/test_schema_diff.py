"""Which changes of a schema break what others have built on it."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from commands import accords, run
from conftest import ROOT

from accords_data.release import schema_files
from accords_data.verify import schema_diff
from accords_data.verify.schema_diff import SchemaChange, compare

SCHEMAS: dict[str, Any] = {
    name.removesuffix(schema_files.SUFFIX): json.loads(content) for name, content in schema_files.schema_files().items()
}


def changed(name: str, change: Any) -> list[SchemaChange]:
    new = copy.deepcopy(SCHEMAS)
    change(new[name])
    return compare(SCHEMAS, new)


def item(schema: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = schema["$defs"]["Item"]["properties"]
    return properties


BREAKING = {
    "a field is gone": ("meetings", lambda each: item(each).pop("venue"), "meetings: []/venue", "was removed"),
    "a field may be null": (
        "meetings", lambda each: item(each)["label"].update(type=["string", "null"]), "meetings: []/label",
        "changed from string to null or string",
    ),
    "a field is a number": (
        "tables/meetings", lambda each: item(each)["label"].update(type="integer"), "tables/meetings: []/label",
        "changed from string to integer",
    ),
    "a value is gone": (
        "meetings", lambda each: item(each)["kind"]["enum"].remove("call"), "meetings: []/kind",
        "no longer allows the value call",
    ),
    "a text has another form": (
        "meetings", lambda each: item(each)["date"].update(pattern="^x$"), "meetings: []/date",
        "has a different text pattern",
    ),
    "a text of a record is shorter": (
        "meeting", lambda each: each["properties"]["label"].update(maxLength=5), "meeting: label",
        "maximum length changed from 1000 to 5",
    ),
    "a field of a record must be given": (
        "meeting", lambda each: each["required"].append("venue"), "meeting: venue", "is now required",
    ),
    "a new field of a record must be given": (
        "meeting",
        lambda each: (each["properties"].update(x={"type": "string"}), each["required"].append("x")),
        "meeting: x", "was added and is required",
    ),
    "a field of a record may not be null any more": (
        "meeting", lambda each: each["properties"]["venue"].update(type="string"), "meeting: venue",
        "changed from null or string to string",
    ),
}  # fmt: skip
COMPATIBLE = {
    "a field is new": ("meetings", lambda each: item(each).update(x={"type": "string"}), "meetings: []/x", "was added"),
    "a value is new": (
        "meetings", lambda each: item(each)["kind"]["enum"].append("dinner"), "meetings: []/kind",
        "now allows the value dinner",
    ),
    "a field is never null any more": (
        "meetings", lambda each: item(each)["venue"].update(type="string"), "meetings: []/venue",
        "changed from null or string to string",
    ),
    "a text may be longer": (
        "meetings", lambda each: item(each)["label"].update(maxLength=5000), "meetings: []/label",
        "maximum length changed from 1000 to 5000",
    ),
    "a field of a record may be left out": (
        "meeting", lambda each: each["required"].remove("mode"), "meeting: mode", "is now optional",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKING)
def test_it_is_breaking_that(name: str) -> None:
    schema, change, place, message = BREAKING[name]
    assert changed(schema, change) == [SchemaChange(place, message, breaking=True)]


@pytest.mark.parametrize("name", COMPATIBLE)
def test_it_is_compatible_that(name: str) -> None:
    schema, change, place, message = COMPATIBLE[name]
    assert changed(schema, change) == [SchemaChange(place, message, breaking=False)]


def test_a_schema_that_is_gone_is_breaking_and_a_new_one_is_not() -> None:
    fewer = {name: schema for name, schema in SCHEMAS.items() if name != "leaders"}
    assert compare(SCHEMAS, fewer) == [SchemaChange("leaders", "was removed", breaking=True)]
    assert compare(fewer, SCHEMAS) == [SchemaChange("leaders", "was added", breaking=False)]


def test_descriptions_and_examples_are_no_change() -> None:
    assert changed("meetings", lambda each: item(each)["label"].update(description="x", examples=["y"])) == []


def test_schemas_against_themselves_have_no_changes_and_it_is_said_how_many_were_compared() -> None:
    done = accords("schemas", "--against", str(ROOT / "schemas"))
    assert (done.returncode, done.stdout) == (0, "50 schemas of v1 compared with 50 of v1: 0 changes\n")
    assert run("schemas", "--against", str(ROOT / "exports")).stdout == done.stdout


def _old_schemas(tmp_path: Path, version: str) -> Path:
    for name, schema in SCHEMAS.items():
        other = copy.deepcopy(schema)
        if name == "meetings":
            item(other)["wine"] = {"type": "string"}
        path = tmp_path / "old" / version / f"{name}.schema.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(other))
    return tmp_path / "old"


def test_a_breaking_change_without_a_new_version_fails_and_says_what_to_do(tmp_path: Path) -> None:
    done = accords("schemas", "--against", str(_old_schemas(tmp_path, "v1")))
    assert (done.returncode, done.stdout) == (1, "")
    assert "meetings: []/wine: was removed: a breaking change (give the schemas a new version" in done.stderr


def test_a_breaking_change_with_a_new_version_is_told(tmp_path: Path) -> None:
    done = accords("schemas", "--against", str(_old_schemas(tmp_path, "v0")))
    assert done.returncode == 0
    assert "breaking: meetings: []/wine was removed" in done.stdout


def test_a_folder_without_schemas_is_refused(tmp_path: Path) -> None:
    done = accords("schemas", "--against", str(tmp_path))
    assert done.returncode == 1
    assert "contains no schemas" in done.stderr


def test_the_newest_version_in_a_folder_is_the_one_compared() -> None:
    files = {"v1/leader.schema.json": b"{}", "v12/leader.schema.json": b'{"type": "object"}', "v2/x.txt": b""}
    assert schema_diff.schemas_in(files, "here") == (12, {"leader": {"type": "object"}})
