"""Arrow's functions give the same, wherever they are taken from."""

import importlib

import pyarrow as pa
import pytest
import samples

from accords_data.model import arrow, flattening
from accords_data.model.records import MODELS
from accords_data.release import flat_tables
from accords_data.seeds import dataset


def test_a_version_of_pyarrow_without_the_module_gives_the_same_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = flat_tables.tables_in(samples.whole())
    arrow.functions.cache_clear()
    real = importlib.import_module

    def without(name: str) -> object:
        if name == "pyarrow._compute":
            raise ModuleNotFoundError(name)
        return real(name)

    monkeypatch.setattr(importlib, "import_module", without)
    assert arrow.functions().__name__ == "pyarrow.compute"
    found = flat_tables.tables_in(samples.whole())
    arrow.functions.cache_clear()
    assert found.keys() == expected.keys()
    assert all(found[name].equals(table) for name, table in expected.items())


def test_what_cannot_be_a_day_is_refused() -> None:
    with pytest.raises(pa.ArrowInvalid):
        arrow.cast(pa.array(["2025-02-30"]), pa.date32())


@pytest.mark.parametrize("kind", MODELS)
def test_slices_flatten_to_what_the_whole_does(kind: str) -> None:
    rows = [dataset.plain(record) for record in samples.whole().records[kind]]
    batch, half = flattening.nested_batch(MODELS[kind], rows), len(rows) // 2
    parts = [
        dict(flattening.flatten(kind, part)) for part in (batch.slice(0, half), batch.slice(half), batch.slice(half, 0))
    ]
    for name, table in flattening.flatten(kind, batch):
        assert pa.concat_tables([part[name] for part in parts]).equals(table), name
