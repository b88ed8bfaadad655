"""The page on the Python API names what is public, as the code has it, and its examples run."""

import inspect
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

import accords_data

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `(\w+)`\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE))
FUNCTIONS = [name for name in accords_data.__all__ if inspect.isfunction(getattr(accords_data, name))]
EXAMPLES = re.findall(r"^```(python|bash)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def test_the_page_names_exactly_what_is_public() -> None:
    assert sorted(SECTIONS) == sorted(accords_data.__all__)
    assert len(FUNCTIONS) == 4


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_is_shown_with_its_signature_and_its_first_sentence(name: str) -> None:
    function = getattr(accords_data, name)
    signature = re.sub(r"pathlib\.(?:_local\.)?|'", "", str(inspect.signature(function)))  # Python 3.13 says _local
    assert f"```text\n{name}{signature}\n```" in SECTIONS[name]
    (sentence,) = re.findall(r"\A.*?\.(?=\s|\Z)", inspect.getdoc(function) or "", re.DOTALL)
    assert " ".join(sentence.split()) in " ".join(SECTIONS[name].split())


def test_the_page_names_exactly_the_commands_that_are_installed() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    (commands,) = re.findall(r"^## Commands\n(.*)", PAGE, re.DOTALL | re.MULTILINE)
    assert re.findall(r"^`([a-z-]+)`", commands, re.MULTILINE) == list(scripts)


def test_everything_public_has_one_example() -> None:
    assert [language for language, _ in EXAMPLES] == ["python"] * 5 + ["bash"] * 2
    for name, section in SECTIONS.items():
        (code,) = re.findall(r"^```python\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
        assert f"accords_data.{name}" in code


@pytest.mark.parametrize(("language", "code"), EXAMPLES, ids=[code.splitlines()[-1] for _, code in EXAMPLES])
def test_an_example_of_the_page_runs_and_prints(language: str, code: str) -> None:
    command = [sys.executable, "-c", code] if language == "python" else ["/bin/sh", "-ec", code]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or "--check" in code
