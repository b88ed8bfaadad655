"""What the rivals have in common: reading the seeds with PyYAML, and making tables of them.

Run alone, ``seed_files.py SEEDS OUTDIR``, it does that and nothing else: the part of each rival's time that is not the
rival's own. PyYAML reads YAML 1.1, where an unquoted 2025-11-06 is a date; as `jsonschema` and JSON know none, dates
are left as text. Seeds with such a date are refused by the project, so for those measured it makes no difference, nor
does anything else of YAML 1.1: both versions give the same values for every file of the real seeds.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Json = dict[str, Any]
Loader = type[yaml.CSafeLoader | yaml.SafeLoader]
SCHEMAS = Path(__file__).parents[3] / "schemas/v1"
KINDS = {
    "source": "sources",
    "country": "countries",
    "leader": "leaders",
    "agreement": "agreements",
    "meeting": "meetings",
}
"""The kinds of records, each with its folder."""
REFERENCES = {
    "source": "sources",
    "country": "countries",
    "partner": "countries",
    "host_country": "countries",
    "leader": "leaders",
    "signatory": "leaders",
    "agreement": "agreements",
    "parent": "agreements",
    "meeting": "meetings",
}
"""The columns that hold the id of a record, each with the table where it must stand."""


def schema_of(kind: str) -> Json:
    """Return the published JSON Schema of the seeds of `kind`."""
    found: Json = json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return found


def without_dates(base: Loader) -> Loader:
    """Return `base`, made to leave dates as text."""
    resolvers = {
        first: [(tag, pattern) for tag, pattern in each if tag != "tag:yaml.org,2002:timestamp"]
        for first, each in base.yaml_implicit_resolvers.items()
    }
    return type("Loader", (base,), {"yaml_implicit_resolvers": resolvers})


def read(seeds: Path, base: Loader = yaml.CSafeLoader) -> dict[str, list[Json]]:
    """Return the records of each kind below `seeds`."""
    loader = without_dates(base)
    return {
        kind: [yaml.load(path.read_bytes(), loader) for path in sorted((seeds / folder).glob("*.yaml"))]  # noqa: S506 - a safe loader
        for kind, folder in KINDS.items()
    }


def fields() -> dict[str, dict[str, Json]]:
    """Return the columns of each table, each with its JSON Schema, in which "required" is true or false."""
    schemas = {kind: schema_of(kind) for kind in KINDS}
    parts = {name: part for schema in schemas.values() for name, part in schema["$defs"].items()}
    text, number = {"type": "string", "required": True}, {"type": "integer", "minimum": 0, "required": True}
    found = {"evidence": {"kind": text, "record": text, "position": number}}
    found["evidence"] |= scalars(parts["Support"]) | scalars(parts["Evidence"])
    for kind, schema in schemas.items():
        found[KINDS[kind]] = scalars(schema)
        for name, each in schema["properties"].items():
            if each.get("type") == "array" and name != "evidence":
                part = each["items"].get("$ref", "").removeprefix("#/$defs/")
                cells = scalars(parts[part]) if part else {"value": each["items"] | {"required": True}}
                found[f"{kind}_{name}"] = {kind: text, "position": number} | cells
    return found


def scalars(schema: Json) -> dict[str, Json]:
    """Return the fields of `schema` that are no lists."""
    return {
        name: each | {"required": name in schema["required"]}
        for name, each in schema["properties"].items()
        if each.get("type", "array") != "array"
    }


def tables(records: dict[str, list[Json]]) -> dict[str, list[Json]]:
    """Return the rows of each table that `records` flatten to; a cell that a record lacks is lacking."""
    found: dict[str, list[Json]] = defaultdict(list)
    for kind, each in records.items():
        for record in each:
            for name, row in rows(kind, record):
                found[name].append(row)
    return found


def rows(kind: str, record: Json) -> Iterator[tuple[str, Json]]:
    """Yield the rows that `record` flattens to, each with the name of its table."""
    key = record["id"]
    yield KINDS[kind], {name: cell for name, cell in record.items() if not isinstance(cell, list)}
    for name, items in record.items():
        if isinstance(items, list) and name != "evidence":
            for position, item in enumerate(items):
                cells = item if isinstance(item, dict) else {"value": item}
                yield f"{kind}_{name}", {kind: key, "position": position} | cells
    for position, entry in enumerate(record.get("evidence", ())):
        own = {name: cell for name, cell in entry.items() if name != "supports"}
        for support in entry["supports"]:
            yield "evidence", {"kind": kind, "record": key, "position": position} | own | support


def arguments(*options: str) -> argparse.Namespace:
    """Return the arguments of a rival: the seeds, a folder that is made, and `options` that are given or not."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seeds", type=Path)
    parser.add_argument("outdir", type=Path)
    for option in options:
        parser.add_argument(option, action="store_true")
    asked = parser.parse_args()
    asked.outdir.mkdir(parents=True)
    return asked


if __name__ == "__main__":
    print(sum(len(each) for each in tables(read(arguments().seeds)).values()), "rows")
