"""Frictionless: ``frictionless_rival.py SEEDS OUTDIR``.

Frictionless validates tables, not nested records. So the seeds are read with PyYAML, flattened, and written as CSV
with the standard library, which refuses an unknown field. Then it validates these as one data package, whose Table
Schemas have the types, patterns, vocabularies, bounds, keys and foreign keys of the records, and writes each as Parquet
and as JSON. All of that is counted. In a CSV, a number where a text belongs is a text.
"""

import csv
import sys
from pathlib import Path

from frictionless import Package, Resource, Schema
from frictionless.formats import JsonControl
from frictionless.resources import TableResource
from seed_files import KINDS, REFERENCES, Json, arguments, fields, read, tables


def field(name: str, cell: Json) -> Json:
    """Return the field of a Table Schema that the JSON Schema `cell` says."""
    constraints: Json = {"required": cell["required"]}
    if "enum" in cell:
        constraints["enum"] = [value for value in cell["enum"] if value is not None]
    if "pattern" in cell:
        rest = "" if cell["pattern"].endswith("$") else r"[\s\S]*"  # a Table Schema's pattern is of the whole text
        constraints |= {"pattern": cell["pattern"] + rest, "maxLength": cell["maxLength"]}
    if "minimum" in cell:
        constraints["minimum"] = cell["minimum"]
    return {"name": name, "type": "integer" if "minimum" in cell else "string", "constraints": constraints}


def schema(table: str, columns: dict[str, Json]) -> Schema:
    """Return the Table Schema of `table`."""
    keys = [
        {"fields": [name], "reference": {"resource": to, "fields": ["id"]}}
        for name, to in REFERENCES.items()
        if name in columns
    ]
    made: Json = {"fields": [field(*each) for each in columns.items()], "foreignKeys": keys}
    if table in KINDS.values():
        made["primaryKey"] = ["id"]
    return Schema.from_descriptor(made)


def flatten(seeds: Path, columns: dict[str, dict[str, Json]], outdir: Path) -> None:
    """Write the records of `seeds` as CSV files of `outdir`."""
    rows = tables(read(seeds))
    for name, names in columns.items():
        with (outdir / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(names))
            writer.writeheader()
            writer.writerows(rows[name])


def main() -> None:
    """Convert the seeds, or end with 1 if anything is wrong with them."""
    outdir = (asked := arguments()).outdir
    columns = fields()
    try:
        flatten(asked.seeds, columns, outdir)
    except ValueError as error:  # a field that is no column
        sys.exit(str(error))
    resources = [
        Resource(name=name, path=f"{name}.csv", basepath=str(outdir), schema=schema(name, each))
        for name, each in columns.items()
    ]
    report = Package(resources=resources, basepath=str(outdir)).validate()
    for row in report.flatten(["name", "rowNumber", "fieldName", "message"])[:20]:
        print(*row, file=sys.stderr)
    if not report.valid:
        sys.exit(1)
    for resource in resources:
        target = outdir.resolve() / f"{resource.name}"
        resource.write(f"{target}.parquet")
        resource.write(TableResource(path=f"{target}.json", control=JsonControl(keyed=True)))


if __name__ == "__main__":
    main()
