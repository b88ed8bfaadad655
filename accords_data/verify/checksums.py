"""Whether a release is whole: everything promised is there, nothing else is, and every hash holds."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from accords_data.folder import SUMS
from accords_data.problems import Problem
from accords_data.release import manifest as contents
from accords_data.release.formats import Format, format_of
from accords_data.release.manifest import MANIFEST, FileEntry, Manifest
from accords_data.verify.archive import Content
from accords_data.verify.verdict import expected_formats

_SUM = re.compile(r"([0-9a-f]{64})  (\S.*)")
AGAIN = "download the release again"
_PARTIAL = "it was removed, or this is a partial export (--table): use a complete release"
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
        return content.problem(MANIFEST, "missing: this is not a release", AGAIN)
    told = contents.parse(content.files[MANIFEST])
    return content.problem(MANIFEST, told, AGAIN) if isinstance(told, str) else told


def check(content: Content, manifest: Manifest) -> Iterator[Problem]:
    """Yield everything that is missing, added, or not as the manifest, the checksums and the descriptions say."""
    # What is read here is read before all hashes are taken: the hash of a file is taken when the file is read.
    lines = content.files.get(SUMS, b"").decode(errors="replace").splitlines()
    contradictions = list(_descriptions(content, manifest))
    read = content.hashes()
    hashes = {path: digest for path, (_, digest) in read.items()}
    yield from _sums(content, lines, hashes)
    promised = {entry.path: entry for entry in manifest.files}
    for path, entry in promised.items():
        if path in read and read[path] != (entry.bytes, entry.sha256):
            yield content.problem(path, "does not match its size and checksum in the manifest", AGAIN)
    usual = set(_expected(manifest))
    expected = set(promised) | usual | {SUMS}
    for path in sorted(expected - set(content.files)):
        yield content.problem(path, "missing", AGAIN)
    for path in sorted(set(content.files) - set(promised) - {MANIFEST, SUMS}):
        yield content.problem(path, "is not in the manifest", "it was added later: do not trust it")
    for path in sorted(set(promised) - usual):
        yield from _unusual(content, manifest, promised[path])
    yield from _sources(content, manifest, hashes)
    yield from contradictions


def _unusual(content: Content, manifest: Manifest, entry: FileEntry) -> Iterator[Problem]:
    """Yield why a file that the manifest lists, and that is not expected by its name, may not be in a release."""
    schemas = f"schemas/{manifest.schema_version}/"
    if _is_foreign(entry, manifest):
        message = "is in a format that this version does not know: only its hash was checked, not its rows"
        yield content.problem(entry.path, message, "verify it with the version of accords-data that made it")
    elif not entry.path.startswith(schemas) or not entry.path.endswith(".schema.json"):
        yield content.problem(entry.path, "is not a file that releases contain", "it was added later: do not trust it")
    elif entry.path.startswith(f"{schemas}tables/"):
        yield content.problem(entry.path, "describes a table that the manifest does not list", _PARTIAL)


def _is_foreign(entry: FileEntry, manifest: Manifest) -> bool:
    """Return whether `entry` is a table of the release in a format that this program has no row for."""
    folder, _, name = entry.path.partition("/")
    known = {name for table in manifest.tables for name in (table.name, table.document)}
    is_table = bool(folder) and "/" not in name and PurePosixPath(name).stem in known
    return entry.rows is not None and is_table and format_of(entry.path) is None


def _expected(manifest: Manifest) -> Iterator[str]:
    """Yield each file that a whole release has, whatever its manifest lists."""
    yield from DESCRIPTIONS
    for table in manifest.tables:
        yield from (table.file_in(each) for each in expected_formats(manifest))
        yield f"schemas/{manifest.schema_version}/tables/{table.name}.schema.json"
    yield from (source.path for source in manifest.sources)


def _sums(content: Content, lines: list[str], hashes: Mapping[str, str]) -> Iterator[Problem]:
    told: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        match = _SUM.fullmatch(line)
        if match is None:
            yield content.problem(SUMS, f"line {number} is not a checksum and a file name", AGAIN)
        else:
            told[match[2]] = match[1]
    for path, digest in told.items():
        if path not in hashes:
            yield content.problem(path, f"missing: {SUMS} lists it", AGAIN)
        elif hashes[path] != digest:
            yield content.problem(path, f"does not match its checksum in {SUMS}", AGAIN)
    for path in sorted(set(content.files) - set(told) - {SUMS}):
        yield content.problem(path, f"is not in {SUMS}", "it was added later: do not trust it")


def _sources(content: Content, manifest: Manifest, hashes: Mapping[str, str]) -> Iterator[Problem]:
    for source in manifest.sources:
        if source.path in hashes and hashes[source.path] != source.sha256:
            yield content.problem(source.path, f"does not match source {source.id} in the manifest", AGAIN)
    listed = {source.path for source in manifest.sources}
    for path in content.files:
        if path.startswith("sources/") and path not in listed:
            yield content.problem(path, "is not the text of a source", "it was added later: do not trust it")


def _descriptions(content: Content, manifest: Manifest) -> Iterator[Problem]:
    """Yield each hash that a description of the release gives otherwise than the manifest, or does not give."""
    for path, (describes, hashes) in _HASHES.items():
        if path not in content.files:
            continue
        try:
            told = hashes(json.loads(content.files[path]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield content.problem(path, "does not describe a release", AGAIN)
            continue
        formats = {entry.path: format_of(entry.path) for entry in manifest.data_files}
        promised = {entry.path: entry.sha256 for entry in manifest.data_files}
        # A standard may describe a format that this program does not know, but with the right hash.
        wanted = {
            file: promised[file] for file, each in formats.items() if describes(each) or (each is None and file in told)
        }
        for file in sorted(told.keys() | wanted.keys()):
            if told.get(file) != wanted.get(file):
                yield content.problem(path, f"contradicts the manifest about {file}", AGAIN)


def _package_hashes(document: Mapping[str, Any]) -> dict[str, str]:
    return {str(each["path"]): each["hash"].removeprefix("sha256:") for each in document["resources"]}


def _croissant_hashes(document: Mapping[str, Any]) -> dict[str, str]:
    return {str(each["contentUrl"]): each["sha256"] for each in document["distribution"]}


def _catalogue_hashes(document: Mapping[str, Any]) -> dict[str, str]:
    return {
        str(each["dcat:downloadURL"]["@id"]): each["spdx:checksum"]["spdx:checksumValue"]["@value"]
        for each in document["dcat:distribution"]
    }


_HASHES: dict[str, tuple[Callable[[Format | None], bool], Callable[[Any], dict[str, str]]]] = {
    "datapackage.json": (lambda each: each is not None and each.delimiter is not None, _package_hashes),
    "croissant.json": (lambda each: each is not None and each.croissant is not None, _croissant_hashes),
    "dataset.jsonld": (lambda _: True, _catalogue_hashes),
}
"""The descriptions that give hashes: which formats each describes for certain, and how to read them."""
