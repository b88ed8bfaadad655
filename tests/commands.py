"""The commands of the environment that runs the tests, as real processes."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

BIN = Path(sys.executable).parent


def command(program: str, *words: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the environment and return what it said, whatever its status."""
    return subprocess.run(
        [BIN / program, *words], cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def accords(*words: str) -> subprocess.CompletedProcess[str]:
    """Run ``accords`` in the working folder and return what it said, whatever its status."""
    return command("accords", *words)


def run(*words: str, status: int = 0, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run ``accords`` in the working folder, see that it ends with `status`, and return what it said."""
    done = subprocess.run([BIN / "accords", *words], capture_output=True, text=True, check=False, **more)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == status, done.stdout + done.stderr
    return done


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below `folder` by their paths in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
