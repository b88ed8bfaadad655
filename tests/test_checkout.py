"""A checkout holds the bytes that were committed, whatever the line ends that Git was told to write.

The tests clone the repository at HEAD, so they need one. In an unpacked source archive they are skipped, and pytest
prints why. Where the variable CI is set they fail instead: a missing repository is a mistake there.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists() and "CI" not in os.environ, reason="no Git repository here, nothing to clone"
)
ACCORDS = Path(sys.executable).parent / "accords"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of HEAD, made as Git for Windows makes it unless told otherwise."""
    assert (ROOT / ".git").exists(), f"{ROOT} is no Git repository: HEAD cannot be cloned"
    place = tmp_path_factory.mktemp("clone") / "accords-data"
    subprocess.run(["git", "-c", "core.autocrlf=true", "clone", "-q", ROOT, place], check=True)  # noqa: S607
    return place


@pytest.mark.parametrize(
    ("folder", "command"),
    [
        (".", [ACCORDS, "verify", "exports"]),
        (".", [ACCORDS, "check"]),
        ("exports", ["sha256sum", "--check", "--quiet", "SHA256SUMS"]),
    ],
    ids=["verify", "check", "sha256sum"],
)
def test_a_clone_with_windows_line_ends_passes(clone: Path, folder: str, command: list[str | Path]) -> None:
    done = subprocess.run(command, cwd=clone / folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def test_no_file_of_such_a_clone_has_windows_line_ends(clone: Path) -> None:
    told = subprocess.run(["git", "ls-files", "--eol"], cwd=clone, capture_output=True, text=True, check=True)  # noqa: S607
    lines = told.stdout.splitlines()
    assert len(lines) > 500
    assert [line for line in lines if "w/crlf" in line or "w/mixed" in line] == []
