"""Invented meetings as lines, and what came of them in a folder."""

import importlib.util
from pathlib import Path

GENERATOR = Path(__file__).resolve().parents[2] / "benchmarks" / "stream" / "generate.py"


def meetings(number: int) -> list[bytes]:
    """Return `number` lines, each ended by a line feed; one in fifty is wrong."""
    spec = importlib.util.spec_from_file_location("generate", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [line.rstrip(b"\n") + b"\n" for line in module.meetings(number, 5, 0.02)]


def tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file in `folder` by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
