"""A folder is replaced as one whole or not at all."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accords_data import folder
from accords_data.problems import AccordsError

OLD = {"a/1.txt": b"old", "b.txt": b"old"}
NEW = {"a/1.txt": b"new", "a/2.txt": b"new", "c.txt": b"new"}


def content(target: Path) -> dict[str, bytes]:
    return {name: (target / name).read_bytes() for name in folder.files_in(target)}


def test_a_folder_holds_exactly_the_files_after_replacing(tmp_path: Path) -> None:
    target = tmp_path / "out"
    folder.replace(target, OLD)
    folder.replace(target, NEW)
    assert content(target) == NEW
    assert list(tmp_path.iterdir()) == [target]


def test_it_does_so_where_the_system_cannot_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_exchange", lambda _one, _other: False)
    test_a_folder_holds_exactly_the_files_after_replacing(tmp_path)


@pytest.mark.parametrize("call", [1, 2, 4, 6])
def test_a_full_disk_leaves_the_former_folder_whole(call: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out"
    folder.replace(target, OLD)
    calls = []

    def fsync(_handle: int) -> None:
        calls.append(1)
        if len(calls) == call:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(AccordsError, match="No space left on device"):
        folder.replace(target, NEW)
    assert content(target) == OLD
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_process_that_died_between_two_renames_left_is_put_back(tmp_path: Path) -> None:
    folder.replace(tmp_path / ".out.former", OLD)
    with folder.locked(tmp_path / "out", lambda: None):
        assert content(tmp_path / "out") == OLD


WRITER = """
import sys, pathlib
from accords_data import folder
target = pathlib.Path(sys.argv[1])
sets = [{"a/1.txt": b"old", "b.txt": b"old"}, {"a/1.txt": b"new", "a/2.txt": b"new", "c.txt": b"new"}]
print("started", flush=True)
while True:
    for files in sets:
        with folder.locked(target, lambda: None):
            folder.replace(target, files)
"""


def test_a_process_killed_at_any_moment_leaves_one_whole_set(tmp_path: Path) -> None:
    target = tmp_path / "out"
    folder.replace(target, OLD)
    chance = random.Random(2025)  # noqa: S311 - moments, not secrets
    for _ in range(12):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() / 20)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert content(target) in (OLD, NEW)


HOLDER = """
import sys, pathlib
from accords_data import folder
with folder.locked(pathlib.Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_of_two_writers_one_waits_and_says_so(tmp_path: Path) -> None:
    target = tmp_path / "out"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    said = []

    def on_wait() -> None:
        said.append("waiting")
        holder.communicate()

    with folder.locked(target, on_wait):
        folder.replace(target, NEW)
    assert said == ["waiting"]
    assert content(target) == NEW
