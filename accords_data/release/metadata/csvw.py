"""``csv-metadata.json``: CSV on the Web (W3C Recommendation 2015), of the delimited text files, CSV among them."""

from typing import Any

from accords_data import about
from accords_data.model.fields import SCALARS, Field
from accords_data.model.tables import Table
from accords_data.release import formats
from accords_data.release.formats import CSV, Format
from accords_data.release.manifest import FileEntry, Manifest
from accords_data.release.metadata.distribution import tables_in


def describe(manifest: Manifest) -> dict[str, Any]:
    """Return the table group: datatypes and keys of every delimited text file."""
    delimited = [each for each in formats.FORMATS if each.delimiter is not None]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": about.LANGUAGE}],
        "dc:identifier": about.release_id(manifest.release_version),
        "dc:title": about.TITLE,
        "dc:description": about.DESCRIPTION,
        "dc:creator": about.CREATOR,
        "dc:license": {"@id": about.LICENSE_URL},
        "dialect": _dialect(CSV),
        "tables": [table for each in delimited for table in _tables(manifest, each)],
    }


def _dialect(format_: Format) -> dict[str, Any]:
    return {
        "encoding": "utf-8",
        "header": True,
        "delimiter": format_.delimiter,
        "doubleQuote": True,
        "lineTerminators": "\n",
    }


def _tables(manifest: Manifest, format_: Format) -> list[dict[str, Any]]:
    """Return the descriptions of the tables in `format_`, with its dialect where that is not the one of the group."""
    described = list(tables_in(manifest, format_))
    paths = {table.name: entry.path for table, entry in described}
    own = {} if format_.delimiter == CSV.delimiter else {"dialect": _dialect(format_)}
    return [_table(table, entry, paths) | own for table, entry in described]


def _table(table: Table, entry: FileEntry, paths: dict[str, str]) -> dict[str, Any]:
    """Return the description of `table`.

    A foreign key of CSVW must lead to a row from every row, so only columns that are never null can be one; those
    that may be null are foreign keys in the data package.
    """
    required = {column.name for column in table.columns if not column.nullable}
    keys = [
        {"columnReference": column, "reference": {"resource": paths[target], "columnReference": "id"}}
        for column, target in table.references
        if target in paths and column in required
    ]
    schema = {"columns": [_column(column) for column in table.columns], "primaryKey": list(table.key)}
    return {
        "url": entry.path,
        "dc:title": table.name,
        "dc:description": table.description,
        "tableSchema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _column(column: Field) -> dict[str, Any]:
    datatype: str | dict[str, str] = SCALARS[column.form].logical
    if column.vocabulary is not None:
        datatype = {"base": "string", "format": "|".join(column.vocabulary)}
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": datatype,
        "required": not column.nullable,
    }
