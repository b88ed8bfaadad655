"""The versions that `make minimum` installs are the lowest ones that pyproject.toml allows."""

import re
import tomllib

from conftest import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = [Requirement(line) for line in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"])]
LINES = (ROOT / "constraints-min.txt").read_text(encoding="utf-8").splitlines()


def _pins() -> dict[str, Version]:
    return {canonicalize_name(name): Version(version) for name, version in (line.split("==") for line in LINES)}


def test_every_dependency_of_the_program_and_of_its_tests_is_pinned_to_its_minimum() -> None:
    assert len(DECLARED) > 15
    for declared in DECLARED:
        (bound,) = declared.specifier
        assert bound.operator == ">="
        assert _pins()[canonicalize_name(declared.name)] == Version(bound.version), declared.name


def test_the_lowest_versions_are_plain_pins() -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in LINES)
