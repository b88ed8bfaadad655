"""What the README shows works, word for word."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("code", _blocks("python"))
def test_a_python_snippet_runs_and_prints(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "KAZ" in done.stdout or "Kazakhstan" in done.stdout


def test_there_are_python_snippets() -> None:
    assert len(_blocks("python")) == 2


def test_the_r_snippet_reads_a_file_that_is_there() -> None:
    (code,) = _blocks("r")
    (path,) = re.findall(r'"(.*?)"', code)
    assert (ROOT / path).is_file()


def test_the_summary_is_what_the_export_says(real: Path) -> None:
    (told,) = _blocks("text")
    done = subprocess.run([Path(sys.executable).parent / "accords-export"], capture_output=True, text=True, check=False)
    assert done.stderr == told
    assert real.is_dir()


def test_the_cell_is_shown_as_the_command_shows_it() -> None:
    (session,) = _blocks("console")
    first, *shown = session.splitlines()
    words = first.removeprefix("$ .venv/bin/").split()
    done = subprocess.run(
        [Path(sys.executable).parent / words[0], *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    place = 0
    for part in "\n".join(shown).split("...\n"):
        place = done.stdout.find(part.strip("\n"), place)
        assert place >= 0, part


def test_the_two_commands_are_single_lines_that_need_nothing_else() -> None:
    commands = [block.strip() for block in _blocks("sh")]
    assert len(commands) == 2
    for command in commands:
        assert "\n" not in command
        assert "sudo" not in command
        assert "export " not in command


def test_every_command_of_the_table_exists() -> None:
    named = re.findall(r"^\| `(accords[a-z-]*(?: [a-z]+)?)", README, re.MULTILINE)
    assert len(named) == 5
    for command in named:
        program, *rest = command.split()
        path = Path(sys.executable).parent / program
        assert subprocess.run([path, *rest, "--help"], env=os.environ, capture_output=True, check=False).returncode == 0


def test_the_yaml_snippet_stands_in_the_seeds() -> None:
    (snippet,) = re.findall(r"   ```yaml\n(.*?)   ```", README, re.DOTALL)
    lines = [line[3:] for line in snippet.splitlines()[1:]]
    record = (ROOT / "seeds" / "countries" / "KAZ.yaml").read_text(encoding="utf-8")
    for line in lines:
        assert line.split(": ", 1)[-1].strip('"') in record
