"""``datapackage.json``: Frictionless Data Package v2 (datapackage.org), of the CSV files."""

from typing import Any

from accords_data import about
from accords_data.model.fields import SCALARS, Field
from accords_data.model.tables import Table
from accords_data.release.manifest import FileEntry, Manifest
from accords_data.release.metadata.distribution import MEDIA_TYPES, tables_in

PROFILES = "https://datapackage.org/profiles/2.0"


def describe(manifest: Manifest) -> dict[str, Any]:
    """Return the data package: types, keys and hashes of every CSV file."""
    resources = list(tables_in(manifest, "csv"))
    present = {table.name for table, _ in resources}
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
        "resources": [_resource(table, entry, present) for table, entry in resources],
    }


def _resource(table: Table, entry: FileEntry, present: set[str]) -> dict[str, Any]:
    keys = [
        {"fields": [column], "reference": {"resource": "" if target == table.name else target, "fields": ["id"]}}
        for column, target in table.references
        if target in present
    ]
    schema = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    return {
        "name": table.name,
        "type": "table",
        "path": entry.path,
        "description": table.description,
        "format": "csv",
        "mediatype": MEDIA_TYPES["csv"],
        "encoding": "utf-8",
        "bytes": entry.bytes,
        "hash": f"sha256:{entry.sha256}",
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


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
