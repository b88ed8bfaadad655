"""Bringing what was written to disk, so that it is still there after the power fails."""

import contextlib
import ctypes
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

_SYNCFS_TELLS = (5, 8)
"""The version of Linux from which on ``syncfs`` says that something could not be written."""


@contextlib.contextmanager
def flushed(root: Path) -> Iterator[None]:
    """Make the folder `root`, and bring to disk what the block writes below it."""
    root.mkdir()
    handle = os.open(root, os.O_RDONLY)  # before anything is written: the system tells of errors from here on
    try:
        yield
        if not _sync_file_system(handle):
            # The names of files are in their folders, which need to be on disk as well.
            for path in (*root.rglob("*"), root):
                sync(path)
    finally:
        os.close(handle)


def _sync_file_system(handle: int) -> bool:
    """Bring the file system of `handle` to disk in one call; return whether the system can, and tells of errors.

    A call for each file costs more than all that an export writes. Linux before 5.8 was silent about lost writes.
    """
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    release = re.match(r"([0-9]+)\.([0-9]+)", os.uname().release)
    if syncfs is None or release is None or tuple(map(int, release.groups())) < _SYNCFS_TELLS:
        return False
    if syncfs(handle) == 0:
        return True
    code = ctypes.get_errno()
    if code == errno.ENOSYS:
        return False
    raise OSError(code, os.strerror(code))


def sync(path: Path) -> None:
    """Bring the file or folder `path` to disk; of a folder the names alone."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
