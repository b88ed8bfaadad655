"""Whether a release is whole: everything promised is there, nothing else is, and every hash holds."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from accords_data.folder import SUMS
from accords_data.problems import Problem
from accords_data.release import manifest as contents
from accords_data.release.build import FORMATS
from accords_data.release.manifest import MANIFEST, Manifest
from accords_data.verify.archive import Content

_SUM = re.compile(r"([0-9a-f]{64})  (\S.*)")
_AGAIN = "get the release again"
_PARTIAL = "it was taken away, or exported with --table: get a whole release"
DESCRIPTIONS = (
    "README.md",
    "CITATION.cff",
    "LICENSE",
    "datapackage.json",
    "csv-metadata.json",
    "croissant.json",
    "dataset.jsonld",
)
"""The files that describe a release; each must be there."""


def read_manifest(content: Content) -> Manifest | Problem:
    """Return the manifest of the release, or what is wrong with it."""
    if MANIFEST not in content.files:
        return content.problem(MANIFEST, "missing: this is no release", _AGAIN)
    told = contents.parse(content.files[MANIFEST])
    return content.problem(MANIFEST, told, _AGAIN) if isinstance(told, str) else told


def check(content: Content, manifest: Manifest) -> Iterator[Problem]:
    """Yield everything that is missing, added, or not as the manifest, the checksums and the descriptions say."""
    yield from _sums(content)
    promised = {entry.path: entry for entry in manifest.files}
    for path, entry in promised.items():
        if path in content.files and (len(content.files[path]), contents.sha256(content.files[path])) != (
            entry.bytes,
            entry.sha256,
        ):
            yield content.problem(path, "is not the file that the manifest lists", _AGAIN)
    usual = set(_expected(manifest))
    expected = set(promised) | usual | {SUMS}
    for path in sorted(expected - set(content.files)):
        yield content.problem(path, "missing", _AGAIN)
    for path in sorted(set(content.files) - set(promised) - {MANIFEST, SUMS}):
        yield content.problem(path, "is not in the manifest", "it was added later: do not trust it")
    schemas = f"schemas/{manifest.schema_version}/"
    for path in sorted(set(promised) - usual):
        if not path.startswith(schemas) or not path.endswith(".schema.json"):
            yield content.problem(path, "is no file that a release has", "it was added later: do not trust it")
        elif path.startswith(f"{schemas}tables/"):
            yield content.problem(path, "describes a table that the manifest does not list", _PARTIAL)
    yield from _sources(content, manifest)
    yield from _descriptions(content, manifest)


def _expected(manifest: Manifest) -> Iterator[str]:
    """Yield each file that a whole release has, whatever its manifest lists."""
    yield from DESCRIPTIONS
    for table in manifest.tables:
        for format_ in FORMATS[:2]:
            yield f"{format_}/{table.name}.{format_}"
        yield table.json_file
        yield f"schemas/{manifest.schema_version}/tables/{table.name}.schema.json"
    yield from (source.path for source in manifest.sources)


def _sums(content: Content) -> Iterator[Problem]:
    lines = content.files.get(SUMS, b"").decode(errors="replace").splitlines()
    told: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        match = _SUM.fullmatch(line)
        if match is None:
            yield content.problem(SUMS, f"line {number} is no checksum with its file", _AGAIN)
        else:
            told[match[2]] = match[1]
    for path, digest in told.items():
        if path not in content.files:
            yield content.problem(path, f"missing: {SUMS} lists it", _AGAIN)
        elif contents.sha256(content.files[path]) != digest:
            yield content.problem(path, f"is not the file that {SUMS} lists", _AGAIN)
    for path in sorted(set(content.files) - set(told) - {SUMS}):
        yield content.problem(path, f"is not in {SUMS}", "it was added later: do not trust it")


def _sources(content: Content, manifest: Manifest) -> Iterator[Problem]:
    for source in manifest.sources:
        if source.path in content.files and contents.sha256(content.files[source.path]) != source.sha256:
            yield content.problem(source.path, f"is not the source {source.id} as the manifest has it", _AGAIN)
    listed = {source.path for source in manifest.sources}
    for path in content.files:
        if path.startswith("sources/") and path not in listed:
            yield content.problem(path, "is the text of no source", "it was added later: do not trust it")


def _descriptions(content: Content, manifest: Manifest) -> Iterator[Problem]:
    """Yield each hash that a description of the release gives otherwise than the manifest, or does not give."""
    for path, format_, hashes in (
        ("datapackage.json", "csv", _package_hashes),
        ("croissant.json", "parquet", _croissant_hashes),
        ("dataset.jsonld", None, _catalogue_hashes),
    ):
        if path not in content.files:
            continue
        try:
            told = hashes(json.loads(content.files[path]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield content.problem(path, "does not have the form that describes a release", _AGAIN)
            continue
        wanted = {
            entry.path: entry.sha256
            for entry in manifest.files
            if entry.rows is not None and (format_ is None or entry.path.startswith(f"{format_}/"))
        }
        for file in sorted(told.keys() | wanted.keys()):
            if told.get(file) != wanted.get(file):
                yield content.problem(path, f"says otherwise of {file} than the manifest", _AGAIN)


def _package_hashes(document: Mapping[str, Any]) -> dict[str, str]:
    return {str(each["path"]): each["hash"].removeprefix("sha256:") for each in document["resources"]}


def _croissant_hashes(document: Mapping[str, Any]) -> dict[str, str]:
    return {str(each["contentUrl"]): each["sha256"] for each in document["distribution"]}


def _catalogue_hashes(document: Mapping[str, Any]) -> dict[str, str]:
    return {
        str(each["dcat:downloadURL"]["@id"]): each["spdx:checksum"]["spdx:checksumValue"]["@value"]
        for each in document["dcat:distribution"]
    }
