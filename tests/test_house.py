"""The order of the house: imports go one way, and what must not be in it is not."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

ORDER = (
    "about", "problems", "vocabulary", "edtf", "days", "kinds", "models", "views", "fields", "schemas", "documents",
    "validation", "spans", "prose", "rules", "examination", "checks", "seeds", "dataset", "cuts", "tables", "status",
    "digest", "writers", "folder", "manifest", "account", "archive", "compatibility", "publication", "metadata",
    "release", "exports", "signature", "shipment", "integrity", "rows", "attestation", "verification", "changes",
    "changelog", "locations", "access", "report", "stream", "workbench", "suggestion", "site", "cli", "__main__",
)  # fmt: skip
"""Modules, and the packages, each of which counts as one."""
PACKAGE = ROOT / "accords_data"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def _unit(path: Path) -> str:
    """Return the name in ORDER that `path` belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "accords_data":
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("accords_data."):
            names.add(str(node.module).split(".")[1])
    return names & set(ORDER)


def test_the_order_names_every_module() -> None:
    assert sorted(ORDER) == sorted({_unit(path) for path in MODULES})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    own = _unit(path)
    before = set(ORDER[: ORDER.index(own)])
    assert _imported(path) - {own} <= before


def test_only_cli_knows_click() -> None:
    knowing = {_unit(path) for path in MODULES if re.search(r"\bimport click\b", path.read_text(encoding="utf-8"))}
    assert knowing == {"cli"}


def test_no_module_reads_the_clock_or_the_environment() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\.now\(|\.today\(|time\.time|gethostname|os\.environ|getenv|import random", text), path


def test_the_order_is_the_one_that_the_documentation_gives() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    told = re.search(r"a test holds it:\n\n(.*?)\n\n", text, re.DOTALL)
    assert told is not None
    assert re.findall(r"`(\w+)`", told[1]) == list(ORDER[:-1])


def test_no_tracked_file_names_a_package_index_or_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    names = [ROOT / name for name in listed.stdout.split("\n") if name] or list(ROOT.glob("*.*"))
    assert names
    unwanted = re.compile("files\\.python" + "hosted|py" + "pi\\.org|/ro" + "ot/|/wo" + "rk/|--index" + "-url")
    for path in names:
        if path.is_file() and path.suffix != ".parquet":
            assert not unwanted.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_constraints_are_plain_pins() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in lines)


def test_the_runtime_needs_no_numpy() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    told = re.search(r"^dependencies = \[(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    assert told is not None
    assert "numpy" not in told[1]
