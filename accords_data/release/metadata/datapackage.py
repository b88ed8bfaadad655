"""``datapackage.json``: Frictionless Data Package v2 (datapackage.org), of the delimited text files, CSV among them."""

from typing import Any

from accords_data import about
from accords_data.model.fields import SCALARS, Field
from accords_data.model.tables import Table
from accords_data.release import formats
from accords_data.release.formats import CSV, Format
from accords_data.release.manifest import FileEntry, Manifest
from accords_data.release.metadata.distribution import tables_in

PROFILES = "https://datapackage.org/profiles/2.0"


def describe(manifest: Manifest) -> dict[str, Any]:
    """Return the data package: types, keys and hashes of every delimited text file."""
    delimited = [each for each in formats.FORMATS if each.delimiter is not None]
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": about.NAME,
        "id": about.release_id(manifest.release_version),
        "title": about.TITLE,
        "description": about.DESCRIPTION,
        "version": manifest.release_version,
        "licenses": [{"name": about.LICENSE_ID, "title": about.LICENSE_NAME, "path": about.LICENSE_URL}],
        "contributors": [{"title": about.CREATOR, "roles": ["creator"]}],
        "keywords": list(about.KEYWORDS),
        "resources": [resource for each in delimited for resource in _resources(manifest, each)],
    }


def _resources(manifest: Manifest, format_: Format) -> list[dict[str, Any]]:
    described = list(tables_in(manifest, format_))
    present = {table.name for table, _ in described}
    return [_resource(table, entry, format_, present) for table, entry in described]


def _resource(table: Table, entry: FileEntry, format_: Format, present: set[str]) -> dict[str, Any]:
    return {
        "name": _name(table.name, format_),
        "type": "table",
        "path": entry.path,
        "description": table.description,
        "format": format_.suffix,
        "mediatype": format_.media_type,
        **({} if format_.delimiter == "," else {"dialect": {"delimiter": format_.delimiter}}),
        "encoding": "utf-8",
        "bytes": entry.bytes,
        "hash": f"sha256:{entry.sha256}",
        "schema": _schema(table, format_, present),
    }


def _name(table: str, format_: Format) -> str:
    """Return what the resource is called: a name may stand once, and the CSV file has that of its table."""
    return table if format_.name == CSV.name else f"{table}.{format_.name}"


def _schema(table: Table, format_: Format, present: set[str]) -> dict[str, Any]:
    names = {target: "" if target == table.name else _name(target, format_) for target in present}
    keys = [
        {"fields": [column], "reference": {"resource": names[target], "fields": ["id"]}}
        for column, target in table.references
        if target in present
    ]
    schema = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.vocabulary is not None:
        constraints["enum"] = [str(member) for member in column.vocabulary]
    elif column.text is not None and column.form == "text":
        constraints["maxLength"] = column.text.max_length
        if column.text.pattern.endswith("$"):  # here a pattern holds of the whole text
            constraints["pattern"] = column.text.pattern
    described = {
        "name": column.name,
        "type": SCALARS[column.form].logical,
        "description": column.description,
        "example": str(column.example),
    }
    return described | ({"constraints": constraints} if constraints else {})
