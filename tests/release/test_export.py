"""An export beside one that is there."""

import json
from pathlib import Path

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import samples
from conftest import EXPORTS

from accords_data import folder
from accords_data.release import build, export, formats


def test_with_another_version_of_pyarrow_contents_are_compared_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(table: pa.Table) -> bytes:
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink, compression="none")
        return bytes(sink.getvalue().to_pybytes())

    with monkeypatch.context() as patch:
        patch.setattr(pa, "__version__", "1.2.3")
        rows = (attrs.evolve(formats.PARQUET, write=other), formats.CSV, formats.JSON)
        patch.setattr(formats, "FORMATS", rows)
        export.write(
            tmp_path / "exports", samples.whole(), build.unreleased(samples.whole()), build.choice(), lambda: None
        )
    comparison = export.compare(
        tmp_path / "exports", samples.whole(), build.unreleased(samples.whole()), build.choice(), whole=True
    )
    assert comparison.other_writer == "1.2.3"
    assert comparison.problems == ()
    assert comparison.compared == len(folder.files_in(EXPORTS))
    other = pq.read_table(tmp_path / "exports" / "parquet" / "meetings.parquet").slice(1)
    pq.write_table(other, tmp_path / "exports" / "parquet" / "meetings.parquet")
    told = export.compare(
        tmp_path / "exports", samples.whole(), build.unreleased(samples.whole()), build.choice(), whole=True
    ).problems
    assert "meetings.parquet" in [problem.path.rpartition("/")[2] for problem in told]


def test_a_hostile_manifest_brings_no_file_from_outside(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "exports").mkdir()
    told = json.loads((EXPORTS / "manifest.json").read_text(encoding="utf-8"))
    told["files"].append(told["files"][0] | {"path": "../secret"})
    (tmp_path / "exports" / "manifest.json").write_text(json.dumps(told))
    export.write(tmp_path / "exports", samples.whole(), build.unreleased(samples.whole()), build.choice(), lambda: None)
    assert b"secret" not in (tmp_path / "exports" / "manifest.json").read_bytes()
    assert (tmp_path / "secret").read_text() == "secret"
