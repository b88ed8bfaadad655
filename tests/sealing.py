"""A release as a forger leaves it: the hashes of what was changed put right again."""

from typing import Any

import attrs

from accords_data.folder import SUMS
from accords_data.release import manifest, metadata
from accords_data.release.manifest import MANIFEST

Files = dict[str, bytes]


def sealed(files: Files, entries: tuple[Any, ...] | None = None) -> Files:
    """Return `files` as a forger leaves them: manifest, descriptions and checksums put right."""
    known = manifest.parse(files[MANIFEST])
    assert not isinstance(known, str)
    rows = {entry.path: entry.rows for entry in known.files}
    tables = known.tables if entries is None else entries

    def listed(content: Files) -> Any:
        return tuple(
            manifest.entry(path, each, rows.get(path))
            for path, each in sorted(content.items())
            if path not in {MANIFEST, SUMS}
        )

    described = files | metadata.files(attrs.evolve(known, files=listed(files), tables=tables))
    complete = described | {
        MANIFEST: manifest.manifest_bytes(attrs.evolve(known, files=listed(described), tables=tables))
    }
    complete.pop(SUMS, None)
    return complete | {SUMS: manifest.sums(complete)}


def resummed(files: Files, **changed: bytes) -> Files:
    """Return `files`, some of them changed, with manifest and checksums put right, and the descriptions left."""
    known = manifest.parse(files[MANIFEST])
    assert not isinstance(known, str)
    complete = files | changed
    entries = tuple(attrs.evolve(manifest.entry(each.path, complete[each.path], each.rows)) for each in known.files)
    complete[MANIFEST] = manifest.manifest_bytes(attrs.evolve(known, files=entries))
    complete.pop(SUMS)
    return complete | {SUMS: manifest.sums(complete)}


def resummed_without(files: Files, path: str) -> Files:
    known = manifest.parse(files[MANIFEST])
    assert not isinstance(known, str)
    kept = {name: content for name, content in files.items() if name not in {path, SUMS}}
    entries = tuple(entry for entry in known.files if entry.path != path)
    kept[MANIFEST] = manifest.manifest_bytes(attrs.evolve(known, files=entries))
    return kept | {SUMS: manifest.sums(kept)}
