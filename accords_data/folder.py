"""A generated folder, replaced as one whole: built aside, synced, swapped in; never half of it, never another's.

POSIX only: the lock is `fcntl.flock` on the parent folder, which the system lets go when the process ends, however it
ends. The swap is one system call (`renameat2` with ``RENAME_EXCHANGE``) where Linux and the file system have it, two
renames elsewhere; a process that dies between the two leaves the former folder beside, and the next one puts it back.
"""

import contextlib
import ctypes
import errno
import fcntl
import functools
import os
import shutil
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path

from accords_data import disk
from accords_data.problems import AccordsError, Problem

SUMS = "SHA256SUMS"
"""File of a folder in which the SHA-256 of each other file stands, as `sha256sum` reads it."""
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
Put = Callable[[str, bytes], None]
"""Writes a file: its relative path, with slashes, and its bytes."""


@contextlib.contextmanager
def locked(target: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock under which `target` is replaced; `on_wait` is called once if another process holds it.

    Raises:
        AccordsError: the parent of `target` cannot be made or opened.
    """
    with _told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        # The parent is locked: `target` itself is exchanged, and a lock on it would go with it.
        handle = os.open(target.parent, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(handle, fcntl.LOCK_EX)
        # Only under the lock: a folder between two names may be the work of another process that is at it.
        _recover(target)
        yield
    finally:
        os.close(handle)


def files_in(target: Path) -> list[str]:
    """Return the relative POSIX path of every file and link below `target`, sorted."""
    return sorted(
        path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_symlink() or not path.is_dir()
    )


def contents(target: Path) -> list[str] | None:
    """Return `files_in` the folder `target`, none where nothing is there; None where it is no folder."""
    return None if target.exists() and not target.is_dir() else files_in(target)


def check_ours(shown: str | Path, present: Iterable[str] | None, ours: Callable[[str], bool]) -> None:
    """Raise unless the folder that the user calls `shown` may be replaced as a whole.

    Args:
        shown: What the user calls it.
        present: Relative paths of what is in it; None where it is no folder.
        ours: Whether this program wrote the file of this path there.

    Raises:
        AccordsError: it is no folder, or holds what this program did not write.
    """
    if present is None:
        message = "is a file"
    else:
        strangers = [path for path in present if not ours(path)]
        if not strangers:
            return
        more = f" and {len(strangers) - 1} more" if strangers[1:] else ""
        message = f"contains {strangers[0]}{more}, not written by accords-data; the whole folder would be replaced"
    hint = "choose a new or empty folder"
    raise AccordsError([Problem(path=str(shown), message=message, hint=hint)])


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Put]:
    """Yield what writes the files of a new folder, which is `target` from the end of the block on, as one whole.

    The lock must be held.

    Raises:
        AccordsError: it cannot be written; `target` is then what it was, as it is where the block raises an error.
    """
    aside = _aside(target)
    with _told(target):
        try:
            shutil.rmtree(aside, ignore_errors=True)
            with disk.flushed(aside):
                yield functools.partial(_write, aside, {aside})
            _change_places(aside, target)
            try:
                # Undone where it cannot be brought to disk: an error must leave the former folder.
                disk.sync(target.parent)
            except OSError:
                _change_places(aside, target)
                raise
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def replace(target: Path, files: Mapping[str, bytes]) -> None:
    """Make `target` hold exactly `files`, bytes by relative path; the lock must be held.

    Raises:
        AccordsError: it cannot be written; `target` is then what it was.
    """
    with replacing(target) as put:
        for name, content in files.items():
            put(name, content)


def take_place(made: Path, target: Path) -> None:
    """Let the folder `made` be `target` from now on, in one step; the lock must be held. What `target` was is removed.

    Raises:
        OSError: the system refuses; `target` is then what it was.
    """
    _change_places(made, target)
    shutil.rmtree(made, ignore_errors=True)


def put(files: Mapping[Path, str]) -> None:
    """Write each of `files`, text by path: of each either the whole or nothing.

    Raises:
        AccordsError: one of them cannot be written; none of those that come after it is.
    """
    for path, text in files.items():
        aside = path.with_name(f".{path.name}.new")
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                aside.write_text(text, encoding="utf-8", newline="\n")
                aside.replace(path)
            finally:
                aside.unlink(missing_ok=True)


def differences(target: Path, files: Mapping[str, bytes], repair: str) -> Iterator[Problem]:
    """Yield each of `files` that `target` does not have, or not the same."""
    for path, content in files.items():
        if not (target / path).is_file():
            yield Problem(path=str(target / path), message="missing", hint=repair)
        elif (target / path).read_bytes() != content:
            yield Problem(path=str(target / path), message="differs from the generated file", hint=repair)


def strangers(target: Path, files: Container[str], repair: str) -> Iterator[Problem]:
    """Yield each file in `target` that is none of `files`."""
    for path in files_in(target):
        if path not in files:
            yield Problem(path=str(target / path), message="is not a generated file", hint=repair)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.new")


def _former(target: Path) -> Path:
    return target.with_name(f".{target.name}.former")


def _recover(target: Path) -> None:
    """Undo what a process that died in the middle has left."""
    with _told(target):
        if _former(target).exists() and not target.exists():
            _former(target).rename(target)
        shutil.rmtree(_former(target), ignore_errors=True)


def _write(root: Path, made: set[Path], name: str, content: bytes) -> None:
    """Write the file `name` below `root`, of which the folders `made` are there already."""
    path = root / name
    if path.parent not in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        made.add(path.parent)
    with path.open("xb") as file:
        file.write(content)


def _change_places(aside: Path, target: Path) -> None:
    """Let `aside` and `target` change places; one of the two may be missing."""
    if not (aside.exists() and target.exists()):
        present, missing = (aside, target) if aside.exists() else (target, aside)
        present.rename(missing)
        return
    if _exchange(aside, target):
        return
    # Between these two renames there is no `target`: `_recover` puts the former one back.
    former = _former(target)
    target.rename(former)
    try:
        aside.rename(target)
    except OSError:
        former.rename(target)
        raise
    former.rename(aside)


def _exchange(one: Path, other: Path) -> bool:
    """Return whether the system could swap the two in one step."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    # A kernel without the call, and a file system that cannot exchange.
    if code in {errno.ENOSYS, errno.EINVAL}:
        return False
    raise OSError(code, os.strerror(code), str(other))


@contextlib.contextmanager
def _told(target: Path) -> Iterator[None]:
    """Turn an error of the system into a problem of `target`."""
    try:
        yield
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        problem = Problem(path=str(target), message=message, hint="nothing was changed; choose another --out")
        raise AccordsError([problem]) from error
