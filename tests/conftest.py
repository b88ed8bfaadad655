"""Seeds folders for the tests: the real one, the invented one, and what a case makes of it."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests" / "seeds" / "base"
REAL = ROOT / "seeds"
ALONE = ROOT / "tests" / "seed_alone"
"""What the article alone gave, reference data included: the seeds before there were summaries."""
EXPORTS = ROOT / "exports"

IN_CI = "CI" in os.environ

settings.register_profile(
    "accords",
    deadline=None,  # a busy machine makes no test fail
    suppress_health_check=[HealthCheck.too_slow],  # it measures time, too
    derandomize=IN_CI,
    max_examples=100 if IN_CI else 25,
)
settings.load_profile("accords")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Share the whole suite among the cores; whoever names some tests gets them sooner from one process."""
    return None if config.args_source is pytest.Config.ArgsSource.TESTPATHS else 0


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``seeds``, a copy of the invented seeds, in a new working folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, tmp_path / "seeds")
    return Path("seeds")


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``seeds``, a copy of the real seeds, in a new working folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(REAL, tmp_path / "seeds")
    return Path("seeds")


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``seeds``, a copy of what the article alone gave, in a new working folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ALONE, tmp_path / "seeds")
    return Path("seeds")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new working folder, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A copy of the committed release, to plant faults in."""
    shutil.copytree(EXPORTS, tmp_path / "exports")
    return tmp_path / "exports"


def read_case(path: Path) -> dict[str, Any]:
    """Return a case: what it changes in the invented seeds and the problems that this must give."""
    case: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return case


def apply_case(case: dict[str, Any], seeds: Path) -> None:
    """Change `seeds` as `case` says; CONTRIBUTING.md explains the keys."""
    for name in case.get("delete", []):
        target = seeds / name
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    for name, text in case.get("write", {}).items():
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).write_bytes(text.encode())
    for name, changes in case.get("edit", {}).items():
        text = (seeds / name).read_bytes().decode()
        for old, new in changes.items():
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
            text = text.replace(old, new)
        (seeds / name).write_bytes(text.encode())
    for name, digits in case.get("prefix_hex", {}).items():
        (seeds / name).write_bytes(bytes.fromhex(digits) + (seeds / name).read_bytes())
    for name, (unit, times) in case.get("repeat", {}).items():
        (seeds / name).write_bytes((unit * times).encode())
    for name, size in case.get("sparse", {}).items():
        with (seeds / name).open("wb") as file:
            file.truncate(size)
    for name, target in case.get("link", {}).items():
        (seeds / name).unlink(missing_ok=True)
        (seeds / name).symlink_to(target)
