"""``croissant.json``: Croissant 1.1 (MLCommons), of the formats that it knows, a record set for each table."""

from typing import Any

from accords_data import about
from accords_data.model.fields import SCALARS, Field
from accords_data.model.tables import Table
from accords_data.release import formats
from accords_data.release.manifest import FileEntry, Manifest
from accords_data.release.metadata.distribution import tables_in

CONTEXT = {
    "@language": about.LANGUAGE,
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "excludes": "cr:excludes",
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "prov": "http://www.w3.org/ns/prov#",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
    "unArchive": "cr:unArchive",
    "value": "cr:value",
}
"""The terms of Croissant 1.1, inline, so that no reader needs the network."""


def describe(manifest: Manifest) -> dict[str, Any]:
    """Return the description: hashes of the files, and the type and meaning of every column."""
    known = [each for each in formats.FORMATS if each.croissant is not None]
    described = [(each, table, entry) for each in known for table, entry in tables_in(manifest, each)]
    # One record set for each table, whatever the number of its files: it is read from the first.
    read = {table.name: (table, entry) for _, table, entry in reversed(described)}
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": about.NAME,
        "description": about.DESCRIPTION,
        "license": about.LICENSE_URL,
        "url": about.release_id(manifest.release_version),
        "creator": {"@type": "sc:Organization", "name": about.CREATOR},
        "datePublished": manifest.release_date,
        "version": manifest.release_version,
        "keywords": list(about.KEYWORDS),
        "inLanguage": about.LANGUAGE,
        "citeAs": about.citation(manifest.release_version, manifest.release_date),
        "distribution": [_file(entry, each.croissant) for each, _, entry in described],
        "recordSet": [_record_set(*read[name]) for name in sorted(read)],
    }


def _file(entry: FileEntry, encoding: str | None) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": entry.path,
        "name": entry.path,
        "contentUrl": entry.path,
        "contentSize": f"{entry.bytes} B",
        "encodingFormat": encoding,
        "sha256": entry.sha256,
    }


def _record_set(table: Table, entry: FileEntry) -> dict[str, Any]:
    """Return the record set of `table`.

    References to other record sets are left out: mlcroissant, the reference reader, joins them on loading, and fails
    where the referring column may be null. The data package and the CSV metadata have them.
    """
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{column}"} for column in table.key],
        "field": [_field(table, column, entry) for column in table.columns],
    }


def _field(table: Table, column: Field, entry: FileEntry) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": SCALARS[column.form].croissant,
        "source": {"fileObject": {"@id": entry.path}, "extract": {"column": column.name}},
    }
