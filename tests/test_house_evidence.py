"""Which evidence a cell has is asked of one mapping: nothing else goes through the evidence of a record."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "accords_data"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)
EVIDENCE = {"model/backing.py", "seeds/evidence.py", "seeds/cross_checks.py", "verify/diff_text.py"}
"""The mapping of cells to evidence; the check of the evidence itself; the references that evidence makes; and
`Change.evidence`, which is already what one cell rests on."""


def walks(text: str) -> Iterator[str]:
    """Yield each place of the source `text` that goes through ``….evidence`` or ``….supports``."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.For | ast.comprehension) and any(map(_is_evidence, _gone_through(node.iter))):
            yield f"line {node.iter.lineno}: goes through evidence"


def _is_evidence(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in {"evidence", "supports"}


def _gone_through(node: ast.expr) -> Iterator[ast.expr]:
    """Yield what a loop over `node` goes through: itself, and what ``enumerate`` and the like hand on."""
    yield node
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {
        "enumerate", "reversed", "sorted", "list", "tuple", "zip",
    }:  # fmt: skip
        for argument in node.args:
            yield from _gone_through(argument)
    elif isinstance(node, ast.IfExp):
        yield from (*_gone_through(node.body), *_gone_through(node.orelse))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_the_mapping_and_the_check_go_through_evidence(path: Path) -> None:
    found = list(walks(path.read_text(encoding="utf-8")))
    assert bool(found) is (path.relative_to(PACKAGE).as_posix() in EVIDENCE), found


@pytest.mark.parametrize(
    "text",
    [
        "for entry in record.evidence: pass",
        "for index, entry in enumerate(record.evidence): pass",
        "x = [each for entry in found for each in entry.supports]",
        'for entry in record.evidence if kind != "source" else (): pass',
    ],
)
def test_a_loop_over_evidence_is_found(text: str) -> None:
    assert list(walks(text))


def test_a_question_to_the_mapping_is_no_loop_over_evidence() -> None:
    assert list(walks("for pointer, backing in record.backing.items(): pass\nx = sources_of(record.evidence)")) == []
