"""What the benchmark of other people's programs rests on: it runs seldom, and must not fall behind the record."""

import csv
import re
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from conftest import EXPORTS, REAL, ROOT

sys.path.insert(0, str(ROOT / "benchmarks" / "peers"))
sys.path.insert(0, str(ROOT / "benchmarks" / "peers" / "rivals"))
import faults
import plain_records
import programs
import seed_files

PEERS = ROOT / "benchmarks" / "peers"
RIVALS = [peer for peer in programs.PEERS if peer is not programs.OURS]
RENAMED = {
    "agreement_claims": "membership_claims",
    "agreement_other_titles": "agreement_titles",
    "country_other_names": "country_names",
    "leader_other_names": "leader_names",
    "source_alternative_titles": "source_titles",
}
"""Tables that have another name in the export."""


def schemas() -> dict[str, Any]:
    """Return the JSON Schemas of the record kinds and their parts, by the names that the rivals give them."""
    kinds = {kind: seed_files.schema_of(kind) for kind in seed_files.KINDS}
    parts = {name: part for schema in kinds.values() for name, part in schema["$defs"].items()}
    return {kind.capitalize(): schema for kind, schema in kinds.items()} | parts


def fields(schema: dict[str, Any]) -> dict[str, bool]:
    """Return the fields of `schema`, each with whether it is required."""
    return {name: name in schema["required"] for name in schema["properties"] if name != "draft"}


@pytest.mark.parametrize("fault", faults.FAULTS, ids=lambda fault: fault.title)
def test_a_fault_is_one_change_of_the_real_seeds(fault: faults.Fault) -> None:
    assert faults.changed(fault, REAL) != (REAL / fault.path).read_text(encoding="utf-8")


def test_each_rival_is_a_program_with_an_environment_of_pinned_versions() -> None:
    assert len(RIVALS) == 7
    for peer in RIVALS:
        assert (PEERS / "rivals" / f"{peer.program}.py").is_file()
        lines = (PEERS / f"rivals/requirements/{peer.environment}.txt").read_text(encoding="utf-8").splitlines()
        assert lines
        assert all(re.fullmatch(r"[A-Za-z0-9_-]+(?:\[[a-z,]+\])?==[0-9.]+", line) for line in lines)


@pytest.mark.parametrize("name", schemas())
def test_the_classes_of_the_plain_stack_have_the_fields_of_the_schemas(name: str) -> None:
    found = {each.name: each.default is attrs.NOTHING for each in attrs.fields(getattr(plain_records, name))}
    assert found == fields(schemas()[name])


def test_the_linkml_schema_has_the_fields_of_the_schemas() -> None:
    text = (PEERS / "rivals" / "linkml_records.yaml").read_text(encoding="utf-8")
    classes = {name: each["attributes"] for name, each in yaml.safe_load(text)["classes"].items()}
    assert set(classes.pop("Records")) == set(seed_files.KINDS.values())
    required = {
        name: {slot: each.get("required", False) for slot, each in slots.items()} for name, slots in classes.items()
    }
    assert required == {name: fields(schema) for name, schema in schemas().items()}


def test_the_tables_of_the_rivals_are_those_of_the_export_with_as_many_rows() -> None:
    rows = {name: len(each) for name, each in seed_files.tables(seed_files.read(REAL)).items()}
    assert set(seed_files.fields()) == set(rows)
    assert len(rows) == 22
    for name, number in rows.items():
        with (EXPORTS / "csv" / f"{RENAMED.get(name, name)}.csv").open(encoding="utf-8", newline="") as file:
            assert sum(1 for _ in csv.DictReader(file)) == number, name


def test_a_date_without_quotes_is_text_to_the_rivals(tmp_path: Path) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "meetings" / "a.yaml").write_text("date: 2025-11-06\nnumbers: [1, true]\n", encoding="utf-8")
    assert seed_files.read(tmp_path)["meeting"] == [{"date": "2025-11-06", "numbers": [1, True]}]
