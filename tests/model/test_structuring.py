"""From plain values to objects: what `cattrs` makes of them."""

import json
from typing import Any

import cattrs
import pytest
import samples
from conftest import REAL

from accords_data.model.records import MODELS
from accords_data.model.structuring import structured
from accords_data.release.manifest import MANIFEST, Manifest
from accords_data.seeds import files


def plain(kind: str) -> list[dict[str, Any]]:
    """The records of `kind`, as JSON has them."""
    found = [cattrs.unstructure(each) for each in samples.whole().records[kind]]
    assert found
    return found


def test_a_manifest_is_what_cattrs_makes_of_it() -> None:
    value = json.loads(samples.alone_files()[MANIFEST])
    assert structured(value, Manifest) == cattrs.structure(value, Manifest)
    assert structured(value | {"source_kind": "document"}, Manifest) == cattrs.structure(
        value | {"source_kind": "document"}, Manifest
    )


@pytest.mark.parametrize("kind", MODELS)
def test_records_are_what_cattrs_makes_of_them(kind: str) -> None:
    for value in plain(kind):
        assert structured(value, MODELS[kind]) == cattrs.structure(value, MODELS[kind])


def test_what_a_seed_leaves_out_gets_its_default() -> None:
    seeds = [(file.kind, file.document.data) for file in files.read(REAL)[0] if file.document is not None]
    assert len(seeds) > 150
    for kind, value in seeds:
        assert structured(value, MODELS[kind]) == cattrs.structure(value, MODELS[kind])


def test_a_number_that_is_an_integer_for_a_schema_is_one_for_python() -> None:
    value = json.loads(samples.alone_files()[MANIFEST])
    value["tables"][0]["rows"] = 2.0
    assert type(structured(value, Manifest).tables[0].rows) is int
