"""What a site reads of a release, and which releases it refuses."""

import json
from collections import Counter
from typing import Any

import attrs
import pytest
import samples
from sealing import Files, sealed
from sites import changed, held

from accords_data.problems import AccordsError
from accords_data.release import build as release_build
from accords_data.release import formats, manifest
from accords_data.seeds.dataset import Dataset
from accords_data.site import build
from accords_data.verify import reading


def loosened(data: Dataset) -> Files:
    """A release as a forger makes one: its own schemas allow anything, its hashes are right."""
    files = release_build.build(data, release_build.unreleased(data)).files

    def loose(schema: Any) -> Any:
        if isinstance(schema, dict):
            return {key: loose(each) for key, each in schema.items() if key not in {"pattern", "not", "maxLength"}}
        return [loose(each) for each in schema] if isinstance(schema, list) else schema

    opened = {
        path: json.dumps(loose(json.loads(content))).encode() if path.startswith("schemas/") else content
        for path, content in files.items()
    }
    return sealed(opened)


@pytest.mark.parametrize(
    ("kind", "change"),
    [("meeting", {"id": "../../outside"}), ("source", {"url": "javascript:alert(1)"})],
)
def test_a_forged_release_whose_own_schemas_allow_it_is_refused_all_the_same(kind: str, change: dict[str, str]) -> None:
    data = changed(kind, **change)
    alone = {} if kind == "source" else {"agreement": ()}  # nothing refers to the meeting any more
    files = loosened(attrs.evolve(data, records=data.records | alone))
    with pytest.raises(AccordsError) as told:
        held(files)
    assert str(next(iter(change.values()))) in str(told.value)


@pytest.mark.parametrize("name", ["sources/evil.html", "sources/evil.svg", "sources/evil", "evil.js"])
def test_a_release_with_a_file_that_a_browser_would_run_is_not_offered(name: str) -> None:
    data = samples.invented()
    files = sealed(release_build.build(data, release_build.unreleased(data)).files | {name: b"<script></script>"})
    with pytest.raises(AccordsError, match=name):
        dict(build.pages(held(files), None))


@pytest.mark.parametrize("ending", [".html", ".svg", ""])
def test_a_source_whose_manifest_calls_it_something_that_a_browser_would_run_is_not_offered(ending: str) -> None:
    data = samples.invented()
    files = dict(release_build.build(data, release_build.unreleased(data)).files)
    told = manifest.parse(files[manifest.MANIFEST])
    assert not isinstance(told, str)
    first, *rest = told.sources
    renamed = attrs.evolve(first, path=first.path.removesuffix(".txt") + ending)
    files[renamed.path] = files.pop(first.path)
    files[manifest.MANIFEST] = manifest.manifest_bytes(attrs.evolve(told, sources=(renamed, *rest)))
    files = sealed(files)
    with pytest.raises(AccordsError, match="is not a type of file that releases contain"):
        dict(build.pages(held(files), None))


def test_each_json_document_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = Counter(content for path, content in samples.alone_files().items() if path.startswith("json/"))
    seen = Counter[bytes]()

    def counted(content: bytes) -> object:
        seen[content] += 1
        return json.loads(content)

    row = attrs.evolve(formats.JSON, read=counted)
    monkeypatch.setattr(formats, "FORMATS", tuple(row if each is formats.JSON else each for each in formats.FORMATS))
    monkeypatch.setattr(reading, "JSON", row)
    held(samples.alone_files())
    assert sum(documents.values()) == 11
    assert seen == documents
