"""Dask's own scheduler and workers, on loopback, do the work of a conversion; one of them may die in the middle."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import meetings, tree
from waiting import until

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
PARTS = 16


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``in``, a folder of lines, in a new working folder."""
    monkeypatch.chdir(tmp_path)
    made = meetings(16_000)
    Path("in").mkdir()
    for part in range(PARTS):
        Path(f"in/{part:02d}.jsonl").write_bytes(b"".join(made[part::PARTS]))
    return Path("in")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler's address and its two workers."""
    told = tmp_path / "scheduler.json"

    def run(words: list[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tmp_path)

    dask = [sys.executable, "-m"]
    host = ["--host", "127.0.0.1", "--no-dashboard"]
    scheduler = run([*dask, "distributed.cli.dask_scheduler", *host, "--port", "0", "--scheduler-file", str(told)])
    until(lambda: told.exists() and told.stat().st_size)
    address = json.loads(told.read_text(encoding="utf-8"))["address"]
    worker = [*dask, "distributed.cli.dask_worker", address, *host, "--nthreads", "1", "--no-nanny"]
    workers = [run(worker) for _ in range(2)]
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def test_a_killed_dask_worker_changes_nothing(inputs: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]) -> None:
    address, workers = cluster
    words = [str(BIN / "accords"), "convert", str(inputs), "--kind", "meeting", "--on-error", "reject", "--out"]
    alone = subprocess.run([*words, "alone"], capture_output=True, text=True, check=False)
    assert alone.returncode == 1, alone.stderr
    there = subprocess.Popen(
        [*words, "there", "--engine", "dask", "--address", address], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    until(lambda: len(list(Path(".there.converting/receipts").glob("*.json"))) >= 2 or there.poll() is not None)
    assert there.poll() is None, "it ended before a worker was killed"
    os.kill(workers[0].pid, signal.SIGKILL)
    _, told = there.communicate()
    assert there.returncode == 1, told
    assert len(list(Path("alone/parquet/meetings").iterdir())) == PARTS
    assert tree(Path("alone")) == tree(Path("there"))


def test_an_address_where_no_scheduler_answers_is_told(inputs: Path) -> None:
    words = [str(BIN / "accords"), "convert", str(inputs), "--kind", "meeting", "--out", "out", "--engine", "dask"]
    done = subprocess.run([*words, "--address", "tcp://127.0.0.1:9"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "no Dask scheduler answers" in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("out").exists()
