"""What is asked of a record kind is asked of its class: nothing outside ``model/`` tells the kinds apart by itself.

A rule that is about one kind (the status of an agreement, who was at a meeting) may import that class by name and may
say its kind. Forbidden outside ``model/`` is to choose between kinds:

- a ``match`` with cases for two or more record classes or kinds;
- two or more record classes in the ``isinstance`` calls of one function;
- a dict, list, tuple or set with three or more of the kinds, or two or more record classes.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from accords_data.model.records import MODELS

PACKAGE = ROOT / "accords_data"
OUTSIDE = sorted(path for path in PACKAGE.rglob("*.py") if not {"_data", "model"} & {*path.parts})
CLASSES = {model.__name__ for model in MODELS.values()}
TABLE_OF_KINDS, TABLE_OF_CLASSES, BRANCHES = 3, 2, 2


def _named(node: ast.AST) -> tuple[set[str], set[str]]:
    """Return the record kinds that `node` says as text, and the record classes that it names, at its own level."""
    parts: list[ast.expr] = []
    if isinstance(node, ast.Dict):
        parts = [each for each in node.keys if each is not None]
    elif isinstance(node, ast.List | ast.Tuple | ast.Set):
        parts = node.elts
    kinds = {str(each.value) for each in parts if isinstance(each, ast.Constant)} & MODELS.keys()
    return kinds, {each.id for each in parts if isinstance(each, ast.Name)} & CLASSES


def _cases(node: ast.Match) -> int:
    """Return how many record classes and kinds the cases of a ``match`` name."""
    parts = list(ast.walk(node))
    classes = {each.cls.id for each in parts if isinstance(each, ast.MatchClass) and isinstance(each.cls, ast.Name)}
    values = [each.value for each in parts if isinstance(each, ast.MatchValue)]
    kinds = {each.value for each in values if isinstance(each, ast.Constant)}
    return len(classes & CLASSES) + len(kinds & MODELS.keys())


def _tests(node: ast.AST) -> int:
    """Return how many record classes the ``isinstance`` calls in a function name."""
    calls = [
        each
        for each in ast.walk(node)
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "isinstance"
    ]
    return len({name.id for call in calls for name in ast.walk(call.args[1]) if isinstance(name, ast.Name)} & CLASSES)


def choices(text: str) -> Iterator[str]:
    """Yield each place of the source `text` where kinds are told apart."""
    for node in ast.walk(ast.parse(text)):
        kinds, classes = _named(node)
        if len(kinds) >= TABLE_OF_KINDS or len(classes) >= TABLE_OF_CLASSES:
            yield f"line {node.lineno}: a table over record kinds"  # type: ignore[attr-defined]
        if isinstance(node, ast.Match) and _cases(node) >= BRANCHES:
            yield f"line {node.lineno}: a match over record kinds"
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _tests(node) >= BRANCHES:
            yield f"line {node.lineno}: isinstance over record kinds"


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_outside_the_model_tells_record_kinds_apart(path: Path) -> None:
    assert list(choices(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    [
        'NAMES = {"country": 1, "leader": 2, "agreement": 3}',
        'for kind in ("source", "meeting", "country"): pass',
        "RULES = {Source: 1, Meeting: 2}",
        "def f(x):\n    match x:\n        case Source() | Agreement():\n            pass",
        'def f(x):\n    match x:\n        case "source":\n            pass\n        case "leader":\n            pass',
        "def f(x):\n    if isinstance(x, Meeting):\n        pass\n    elif isinstance(x, Agreement):\n        pass",
        "def f(x):\n    return isinstance(x, (Country, Leader))",
    ],
)
def test_a_choice_between_kinds_is_found(text: str) -> None:
    assert list(choices(text))


@pytest.mark.parametrize(
    "text",
    [
        'address = record("meeting", name)',
        'SORTS = {"agreement": 1, "meeting": 2, "relation": 3}',
        "def f(x):\n    return isinstance(x, Source)\ndef g(x):\n    return isinstance(x, Meeting)",
        "match x:\n    case Since(field):\n        pass\n    case Timeless():\n        pass",
    ],
)
def test_a_rule_about_one_kind_is_left_alone(text: str) -> None:
    assert list(choices(text)) == []
