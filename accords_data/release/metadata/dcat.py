"""``dataset.jsonld``: schema.org and DCAT 3 (W3C Recommendation 2024) in one JSON-LD document, its context inline."""

from typing import Any

from accords_data import about
from accords_data.release.formats import Format
from accords_data.release.manifest import FileEntry, Manifest
from accords_data.release.metadata.distribution import data_files

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "schema": "https://schema.org/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
IANA = "https://www.iana.org/assignments/media-types/"
_DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
"""The datatype of a date, by its length."""


def describe(manifest: Manifest) -> dict[str, Any]:
    """Return the dataset with one distribution for each file that holds rows."""
    release = about.release_id(manifest.release_version)
    return {
        "@context": CONTEXT,
        "@id": release,
        "@type": ["dcat:Dataset", "schema:Dataset"],
        **_both("title", "name", _text(about.TITLE)),
        **_both("description", "description", _text(about.DESCRIPTION)),
        "dct:identifier": release,
        "dcat:version": manifest.release_version,
        "schema:version": manifest.release_version,
        **_issued(manifest),
        "dct:license": _license(),
        "schema:license": {"@id": about.LICENSE_URL},
        "dct:publisher": _creator(),
        "dct:creator": {"@id": f"{about.URN}:maintainers"},
        "schema:creator": {"@id": f"{about.URN}:maintainers"},
        "dcat:keyword": [_text(word) for word in about.KEYWORDS],
        "schema:keywords": ", ".join(about.KEYWORDS),
        "schema:inLanguage": about.LANGUAGE,
        "schema:citation": about.citation(manifest.release_version, manifest.release_date),
        "schema:isAccessibleForFree": True,
        "dcat:distribution": [_distribution(entry, format_) for entry, format_ in data_files(manifest)],
    }


def _both(term: str, other: str, value: object) -> dict[str, object]:
    return {f"dct:{term}": value, f"schema:{other}": value}


def _text(text: str) -> dict[str, str]:
    return {"@value": text, "@language": about.LANGUAGE}


def _issued(manifest: Manifest) -> dict[str, object]:
    """Return when the release was published; nothing for an export that is no release."""
    if manifest.release_version == about.UNRELEASED:
        return {}
    typed = {"@value": manifest.release_date, "@type": _DATE_TYPES[len(manifest.release_date)]}
    return {"dct:issued": typed, "schema:datePublished": manifest.release_date}


def _license() -> dict[str, object]:
    name = _text(about.LICENSE_NAME)
    return {"@id": about.LICENSE_URL, "@type": "dct:LicenseDocument", "dct:title": name}


def _creator() -> dict[str, object]:
    return {
        "@id": f"{about.URN}:maintainers",
        "@type": ["foaf:Agent", "schema:Organization"],
        "foaf:name": _text(about.CREATOR),
        "schema:name": about.CREATOR,
    }


def _distribution(entry: FileEntry, format_: Format) -> dict[str, object]:
    place = {"@id": entry.path}
    return {
        "@id": f"#{entry.path}",
        "@type": ["dcat:Distribution", "schema:DataDownload"],
        "dct:title": _text(entry.path),
        "schema:name": entry.path,
        "dcat:accessURL": place,
        "dcat:downloadURL": place,
        "schema:contentUrl": place,
        "dcat:mediaType": {"@id": IANA + format_.media_type, "@type": "dct:MediaType"},
        "schema:encodingFormat": format_.media_type,
        "dcat:byteSize": {"@value": str(entry.bytes), "@type": "xsd:nonNegativeInteger"},
        "schema:contentSize": f"{entry.bytes} B",
        "dct:license": {"@id": about.LICENSE_URL},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": entry.sha256, "@type": "xsd:hexBinary"},
        },
        "schema:sha256": entry.sha256,
    }
