"""Help: with an example, and at once."""

import re

import click
import pytest
from commands import process

from accords_data.cli import accords

NAMES = accords.list_commands(click.Context(accords))


@pytest.mark.parametrize("words", [["accords-export"], ["accords"], *(["accords", name] for name in NAMES)])
def test_every_command_has_help_with_an_example(words: list[str]) -> None:
    done = process(*words, "--help")
    assert done.returncode == 0
    assert re.search(r"^  Examples?:\n    \S", done.stdout, re.MULTILINE)
    assert "\\b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_list_of_commands_says_of_each_what_it_does_without_being_cut_short() -> None:
    (listed,) = re.findall(r"^Commands:\n(.*)", process("accords", "--help").stdout, re.DOTALL | re.MULTILINE)
    assert len(NAMES) == 18
    for name, line in zip(NAMES, listed.splitlines(), strict=True):
        assert re.fullmatch(rf"  {name} +[A-Z].*[^.]\.", line), line


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from accords_data.cli import export; print(*sorted(sys.modules))"
    done = process("python", "-c", code)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "click" in loaded
    assert not {"attrs", "cattrs", "pyarrow", "jsonschema", "jsonschema_rs", "ruamel", "numpy"} & set(loaded)
