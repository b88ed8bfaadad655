"""The commands of the package, called in this process, or run as a user runs them."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from accords_data import cli

BIN = Path(sys.executable).parent

Done = subprocess.CompletedProcess[str]


def accords(*words: str) -> Done:
    """Call ``accords`` in this process and return what it said, whatever its status.

    That spares the start of an interpreter. An exception that a user would see as a traceback fails the test.
    """
    return _called(cli.accords, words)


def export(*words: str) -> Done:
    """Call ``accords-export`` in this process and return what it said, whatever its status."""
    return _called(cli.export, words)


def run(*words: str, status: int = 0) -> Done:
    """Call ``accords`` in this process, see that it ends with `status`, and return what it said."""
    return _ended(accords(*words), status)


def process(program: str, *words: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> Done:
    """Run a program of the environment in a process of its own and return what it said, whatever its status.

    `env` is added to the variables of this process.
    """
    return subprocess.run(
        [BIN / program, *words], cwd=cwd, env=os.environ | (env or {}), capture_output=True, text=True, check=False
    )


def run_process(*words: str, status: int = 0, **more: Any) -> Done:
    """Run ``accords`` in a process of its own, see that it ends with `status`, and return what it said."""
    return _ended(
        subprocess.run([BIN / "accords", *words], capture_output=True, text=True, check=False, **more), status
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below `folder` by their paths in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def shown_on(ours: int, theirs: int) -> str:
    """Return what a terminal gets whose ends are `ours` and `theirs`, until no program has it any more; close both."""
    os.close(theirs)
    shown = b""
    try:
        while more := os.read(ours, 1 << 16):
            shown += more
    except OSError:  # how Linux says that nobody writes any more
        pass
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def _called(program: click.Command, words: tuple[str, ...]) -> Done:
    said, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told), pytest.raises(SystemExit) as end:
        program.main(list(words), prog_name=program.name)
    return Done([str(program.name), *words], int(end.value.code or 0), said.getvalue(), told.getvalue())


def _ended(done: Done, status: int) -> Done:
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == status, done.stdout + done.stderr
    return done
