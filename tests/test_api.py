"""The released data from Python, as the examples in the docstrings show it."""

import doctest
import importlib
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import samples
from commands import tree
from conftest import EXPORTS
from sweeps import drawn, parts

import accords_data
from accords_data import api
from accords_data.model.records import MODELS
from accords_data.problems import AccordsError
from accords_data.release import pack


@pytest.mark.parametrize("module", [accords_data, api])
def test_the_examples_of_the_docstrings_run(module: object) -> None:
    done = doctest.testmod(importlib.import_module(getattr(module, "__name__", "")))
    assert done.attempted > 0
    assert done.failed == 0


def test_every_table_is_loaded_from_the_package_as_it_was_released() -> None:
    for path in sorted((EXPORTS / "parquet").glob("*.parquet")):
        assert accords_data.load(path.stem).equals(pq.read_table(path), check_metadata=True)


@pytest.mark.parametrize("kind", MODELS)
def test_records_are_those_of_the_seeds(kind: str) -> None:
    assert accords_data.records(kind) == samples.whole().records[kind]


@pytest.mark.parametrize("part", parts(0.02))
def test_every_cell_with_evidence_is_found_by_its_pointer(part: float) -> None:
    rows = accords_data.load("evidence").to_pylist()
    assert len(rows) > 1_000
    for row in drawn(rows, part):
        told = accords_data.evidence(row["record_kind"], row["record"], row["field"])
        assert row["quote"] in {entry.quote for entry in told}


def test_a_cell_that_needs_no_evidence_has_none() -> None:
    assert accords_data.evidence("meeting", "2025-11-06-white-house", "/id") == ()


def test_a_connection_has_every_table_and_joins_them() -> None:
    connection = accords_data.connect()
    names = {name for (name,) in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
    assert names == {path.stem for path in (EXPORTS / "parquet").glob("*.parquet")}
    query = "SELECT c.name FROM meeting_participants p JOIN countries c ON c.id = p.country WHERE p.leader IS NULL"
    assert ("Egypt",) in connection.execute(query).fetchall()


@pytest.fixture
def archives(tmp_path: Path) -> Path:
    (tmp_path / "release.zip").write_bytes(pack.zip_bytes(tree(EXPORTS), "accords-data-0.0.0"))
    (tmp_path / "release.tar.gz").write_bytes(pack.tar_bytes(tree(EXPORTS), "accords-data-0.0.0"))
    (tmp_path / "large.txt").write_bytes(b"no release")
    return tmp_path


@pytest.fixture
def server(archives: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(archives))) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}"
        served.shutdown()


def test_a_folder_an_archive_and_a_download_give_the_same(archives: Path, server: str) -> None:
    expected = accords_data.load("meetings")
    assert accords_data.load("meetings", path=EXPORTS).equals(expected)
    assert accords_data.load("meetings", path=str(archives / "release.zip")).equals(expected)
    assert accords_data.load("meetings", path=archives / "release.tar.gz").equals(expected)
    assert accords_data.load("meetings", url=f"{server}/release.zip").equals(expected)
    assert accords_data.records("leader", url=f"{server}/release.tar.gz") == accords_data.records("leader")
    counted = accords_data.connect(path=EXPORTS).execute("SELECT count(*) FROM meetings").fetchone()
    assert counted == (expected.num_rows,)


def _message(**arguments: str | Path) -> str:
    with pytest.raises(AccordsError) as caught:
        accords_data.load(**({"table": "meetings"} | arguments))  # type: ignore[arg-type]
    return str(caught.value)


def test_errors_say_what_is_wrong_and_what_to_do(archives: Path, server: str) -> None:
    assert "there is no table of this name (did you mean 'meetings'?)" in _message(table="meeting")
    assert "no such folder or archive" in _message(path="nowhere")
    assert "is not a folder, a ZIP file or a TAR file" in _message(path=archives / "large.txt")
    assert "cannot be downloaded" in _message(url=f"{server}/nothing.zip")
    assert "not a web address" in _message(url="file:///etc/passwd")
    assert "give either path or url, not both" in _message(path=EXPORTS, url=server)
    with pytest.raises(AccordsError, match="there is no kind of record of this name"):
        accords_data.records("meetings")
    with pytest.raises(AccordsError, match="there is no cell of leader donald-trump of this name"):
        accords_data.evidence("leader", "donald-trump", "/nam")


def test_a_file_that_is_not_the_released_one_is_not_handed_out(tmp_path: Path) -> None:
    shutil.copytree(EXPORTS, tmp_path / "release")
    shutil.copy(EXPORTS / "parquet" / "leaders.parquet", tmp_path / "release" / "parquet" / "meetings.parquet")
    assert "does not match its size and checksum in the manifest" in _message(path=tmp_path / "release")
    assert accords_data.load("leaders", path=tmp_path / "release").num_rows == len(accords_data.records("leader"))


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, accords_data; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"attrs", "pyarrow", "duckdb", "cattrs", "click", "urllib.request"} & set(done.stdout.split())


def test_without_duckdb_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'accords-data\[duckdb\]'"):
        accords_data.connect()
