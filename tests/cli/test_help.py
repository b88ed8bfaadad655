"""Help: with an example, and at once."""

import re

import pytest
from commands import process

NAMES = ("check", "diff", "export", "release", "schemas", "show", "status", "verify")


@pytest.mark.parametrize("words", [["accords-export"], *(["accords", name] for name in NAMES)])
def test_every_command_has_help_with_an_example(words: list[str]) -> None:
    done = process(*words, "--help")
    assert done.returncode == 0
    assert re.search(r"^  Examples?:\n    \S|^  Example: ", done.stdout, re.MULTILINE)
    assert "\\b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from accords_data.cli import export; print(*sorted(sys.modules))"
    done = process("python", "-c", code)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "click" in loaded
    assert not {"attrs", "cattrs", "pyarrow", "jsonschema", "jsonschema_rs", "ruamel", "numpy"} & set(loaded)
