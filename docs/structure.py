"""The structure of the package as its imports show it: rooms, floors and arrows.

    python docs/structure.py [REVISION ...]

A room is what lies at the top of `accords_data`: a module or a folder. An arrow leads from a room to one that it
imports, however often. A room stands one floor above the highest room that it imports. An arrow runs up when it is
part of a circle. It prints a row of a Markdown table for each revision of git, and for the files as they are.
"""

import ast
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = "accords_data"
HEAD = "| | modules | rooms at the top | floors | arrows | arrows that run up |\n|---|---|---|---|---|---|"

Imports = Mapping[str, frozenset[str]]
"""The rooms that each room imports."""


def files(revision: str | None) -> dict[str, str]:
    """Return the text of each module by its path below the package, at `revision` or as it is now."""
    if revision is None:
        found = sorted((ROOT / PACKAGE).rglob("*.py"))
        return {path.relative_to(ROOT / PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in found}
    names = _git("ls-tree", "-r", "--name-only", revision, PACKAGE).split()
    return {
        name.removeprefix(f"{PACKAGE}/"): _git("show", f"{revision}:{name}") for name in names if name.endswith(".py")
    }


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603, S607
    return done.stdout


def _room(path: str) -> str:
    return path.partition("/")[0].removesuffix(".py")


def imports(texts: Mapping[str, str]) -> Imports:
    """Return which rooms import which; the package's own ``__init__`` is its face and no room."""
    rooms = {_room(path) for path in texts} - {"__init__"}
    found: dict[str, set[str]] = {room: set() for room in rooms}
    for path, text in texts.items():
        for node in ast.walk(ast.parse(text)):
            if _room(path) in rooms and isinstance(node, ast.ImportFrom):
                found[_room(path)] |= _imported(node) & rooms - {_room(path)}
    return {room: frozenset(others) for room, others in found.items()}


def _imported(node: ast.ImportFrom) -> set[str]:
    package, _, module = (node.module or "").partition(".")
    if package != PACKAGE:
        return set()
    return {module.partition(".")[0]} if module else {alias.name for alias in node.names}


def floors(found: Imports) -> dict[str, int]:
    """Return the floor of each room, from 1; rooms in a circle have none."""
    placed: dict[str, int] = {}
    while ready := [room for room in found if room not in placed and found[room] <= placed.keys()]:
        placed |= {room: 1 + max((placed[other] for other in found[room]), default=0) for room in ready}
    return placed


def row(name: str, texts: Mapping[str, str]) -> str:
    """Return the row of the table that tells of the modules `texts`."""
    found = imports(texts)
    placed = floors(found)
    arrows = [(room, other) for room, others in found.items() for other in others]
    up = sum(not {room, other} & placed.keys() for room, other in arrows)
    return f"| {name} | {len(texts)} | {len(found)} | {max(placed.values())} | {len(arrows)} | {up} |"


def main(revisions: list[str]) -> None:
    """Print the table."""
    print(HEAD)
    for revision in revisions:
        print(row(f"`{revision}`", files(revision)))
    print(row("now", files(None)))


if __name__ == "__main__":
    main(sys.argv[1:])
