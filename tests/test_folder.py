"""A folder is replaced as one whole or not at all."""

import ctypes
import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from samples import invented
from sites import real

from accords_data import disk, folder
from accords_data.curate import coverage_pages
from accords_data.problems import AccordsError
from accords_data.release import build, export, schema_files
from accords_data.site import build as site
from accords_data.stream import staging

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

    monkeypatch.setattr(disk, "_sync_file_system", lambda _handle: False)
    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(AccordsError, match="No space left on device"):
        folder.replace(target, NEW)
    assert content(target) == OLD
    assert list(tmp_path.iterdir()) == [target]


class Library:
    """A C library whose ``syncfs`` ends with an error of the system, and whose other functions are the real ones."""

    def __init__(self, code: int) -> None:
        """Make one that ends with `code`."""
        self.real, self.code, self.calls = ctypes.CDLL(None, use_errno=True), code, 0

    def __getattr__(self, name: str) -> object:
        """Return a real function."""
        return getattr(self.real, name)

    def syncfs(self, _handle: int) -> int:
        """Fail."""
        self.calls += 1
        ctypes.set_errno(self.code)
        return -1


def test_a_file_system_that_lost_what_was_written_leaves_the_former_folder_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out"
    folder.replace(target, OLD)
    library = Library(errno.EIO)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_name, **_more: library)
    with pytest.raises(AccordsError, match="Input/output error"):
        folder.replace(target, NEW)
    assert library.calls == 1
    assert content(target) == OLD
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(("release", "asked"), [("4.19.0-27-amd64", 0), ("5.8.1", 1), ("6.18", 1), ("unknown", 0)])
def test_each_file_is_brought_to_disk_where_one_call_for_all_cannot_be_trusted(
    release: str, asked: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, synced = Library(errno.ENOSYS), list[str]()
    monkeypatch.setattr(ctypes, "CDLL", lambda *_name, **_more: library)
    monkeypatch.setattr(os, "uname", lambda: SimpleNamespace(release=release))
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(Path(f"/proc/self/fd/{handle}").readlink().name))
    folder.replace(tmp_path / "out", NEW)
    assert library.calls == asked
    assert sorted(synced) == sorted(["1.txt", "2.txt", "c.txt", "a", ".out.new", tmp_path.name])


def test_what_is_written_is_brought_to_disk_by_one_call_after_the_last_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = []

    def brought(_handle: int) -> bool:
        there.append(folder.files_in(tmp_path / ".out.new"))
        return True

    monkeypatch.setattr(disk, "_sync_file_system", brought)
    folder.replace(tmp_path / "out", NEW)
    assert there == [sorted(NEW)]


def test_what_goes_wrong_while_files_are_made_leaves_the_former_folder(tmp_path: Path) -> None:
    folder.replace(tmp_path / "out", OLD)

    def fail() -> None:
        with folder.replacing(tmp_path / "out") as put:
            put("a/1.txt", b"new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert content(tmp_path / "out") == OLD
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


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


def test_a_folder_of_nothing_but_our_files_may_be_replaced(tmp_path: Path) -> None:
    folder.check_ours("none", folder.contents(tmp_path / "none"), lambda _: False)
    (tmp_path / "empty").mkdir()
    folder.check_ours("empty", folder.contents(tmp_path / "empty"), lambda _: False)
    (tmp_path / "a.txt").write_text("a")
    folder.check_ours("full", folder.contents(tmp_path), {"a.txt"}.__contains__)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (["notes.txt"], "mine: contains notes.txt, not written by accords-data; the whole folder would be replaced"),
        (["b.txt", "a.txt", "sub/c.txt"], "mine: contains b.txt and 1 more, not written by accords-data"),
    ],
)
def test_a_folder_with_files_of_others_is_not_ours(files: list[str], message: str, tmp_path: Path) -> None:
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    with pytest.raises(AccordsError) as told:
        folder.check_ours("mine", folder.contents(tmp_path), {"a.txt"}.__contains__)
    assert message in str(told.value)


def test_a_file_is_no_folder_that_is_ours(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(AccordsError, match="mine: is a file"):
        folder.check_ours("mine", folder.contents(tmp_path / "file"), lambda _: True)


def write_pages(out: Path) -> None:
    coverage_pages.write(out, [], lambda: None)


def write_schemas(out: Path) -> None:
    schema_files.write(out.parent, lambda: None)


def write_export(out: Path) -> None:
    export.write(out, invented(), build.unreleased(invented()), build.choice(("csv",), ("meetings",)), lambda: None)


def write_site(out: Path) -> None:
    site.write(out, real(), None, lambda: None)


def write_dataset(out: Path) -> None:
    with staging.stage_of(staging.target_named(str(out)), str(out), lambda: None):
        raise NotImplementedError


WRITERS = [write_pages, write_schemas, write_export, write_site, write_dataset]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("there", ["a file", "another's folder"])
def test_each_command_that_replaces_a_folder_refuses_what_is_not_ours_in_the_same_words(
    write: Callable[[Path], None], there: str, tmp_path: Path
) -> None:
    out = tmp_path / "v1"
    name = out if there == "a file" else out / "notes.txt"
    name.parent.mkdir(exist_ok=True)
    name.write_text("mine")
    with pytest.raises(AccordsError) as told:
        write(out)
    (problem,) = told.value.problems
    contains = "contains notes.txt, not written by accords-data; the whole folder would be replaced"
    assert (problem.path, problem.message) == (str(out), "is a file" if there == "a file" else contains)
    assert problem.hint == "choose a new or empty folder"
    assert name.read_text() == "mine"
