"""Help: with an example, and at once."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import click
import pytest
from commands import BIN, process
from conftest import ROOT

from accords_data.cli import accords

sys.path.insert(0, str(ROOT / "docs"))
import help_texts

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


PROGRAMS = ("accords", "accords-export")
BY_CLICK = {"COLUMNS": "80"}
"""With this, click is asked for the help, and wraps it as in every terminal of 80 columns or more."""
PLAIN = {name: value for name, value in os.environ.items() if name != "COLUMNS"}


def stored(program: str) -> str:
    return (help_texts.FOLDER / f"{program}.txt").read_text(encoding="utf-8")


def in_a_terminal(columns: int, *command: str | Path) -> str:
    """Return what `command` shows in a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(command, stdout=theirs, env=PLAIN) as running:
        os.close(theirs)
        shown = b""
        try:
            while more := os.read(ours, 1 << 16):
                shown += more
        except OSError:  # how Linux says that nobody writes any more
            pass
    os.close(ours)
    assert running.returncode == 0
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_stored_help_is_what_click_prints(program: str) -> None:
    repair = "run `python docs/help_texts.py` and commit the result"
    assert process(program, "--help", env=BY_CLICK).stdout == stored(program), repair
    assert help_texts.text(program) == stored(program), repair


@pytest.mark.parametrize("word", ["-h", "--help"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_help_is_shown_before_click_or_anything_large_is_imported(program: str, word: str) -> None:
    command: list[str | Path] = [sys.executable, "-X", "importtime", BIN / program, word]
    done = subprocess.run(command, env=PLAIN, capture_output=True, text=True, check=True)
    loaded = set(re.findall(r"\| +(\S+)$", done.stderr, re.MULTILINE))
    assert done.stdout == stored(program)
    assert "accords_data" in loaded
    assert not {"click", "attr", "attrs", "accords_data.cli", "shutil", "json"} & loaded


@pytest.mark.parametrize(
    ("program", "columns"), [("accords", 40), ("accords", 60), ("accords-export", 60), ("accords-export", 79)]
)
def test_in_a_narrow_terminal_click_wraps_the_help(program: str, columns: int) -> None:
    shown = in_a_terminal(columns, BIN / program, "--help")
    assert shown == process(program, "-h", env={"COLUMNS": str(columns)}).stdout
    assert shown != stored(program)


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("columns", [0, 80, 200])
def test_in_a_wide_terminal_help_is_the_stored_text(program: str, columns: int) -> None:
    assert in_a_terminal(columns, BIN / program, "--help") == stored(program)


@pytest.mark.parametrize("program", PROGRAMS)
def test_help_that_cannot_be_written_ends_as_click_ends_it(program: str) -> None:
    for where in ("> /dev/full", ">&-", "| true"):
        command = ["bash", "-o", "pipefail", "-c", f"{BIN / program} --help {where}"]
        ours, clicks = (
            subprocess.run(command, env=env, capture_output=True, text=True, check=False)
            for env in (PLAIN, PLAIN | BY_CLICK)
        )
        if where != "| true":  # whether that process ends before the text is written is chance
            assert ours.returncode == clicks.returncode
        assert ours.stderr.strip().rpartition("\n")[2] == clicks.stderr.strip().rpartition("\n")[2]


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_shell_that_completes_gets_its_script(program: str) -> None:
    name = f"_{program.replace('-', '_').upper()}_COMPLETE"
    for words in ([], ["--help"]):
        done = process(program, *words, env={name: "bash_source"})
        assert f"{name}=bash_complete" in done.stdout
    done = process(program, env={name: "bash_complete", "COMP_WORDS": f"{program} --he", "COMP_CWORD": "1"})
    assert done.stdout == "plain,--help\n"


def test_under_another_name_help_shows_that_name(tmp_path: Path) -> None:
    (tmp_path / "akkorde").symlink_to(BIN / "accords")
    done = subprocess.run([tmp_path / "akkorde", "-h"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: akkorde [OPTIONS]")
    assert process("python", "-m", "accords_data", "-h").stdout.startswith("Usage: python -m accords_data [OPTIONS]")


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--version"], 0, "accords, version"),
        (["--hlep"], 2, "No such option"),
        (["-h", "check"], 0, "Usage: accords ["),
        (["check", "-h"], 0, "Usage: accords check ["),
        (["chek"], 2, "No such command"),
    ],
)
def test_everything_else_is_for_click(words: list[str], status: int, told: str) -> None:
    done = process("accords", *words)
    assert done.returncode == status
    assert told.lower() in (done.stdout + done.stderr).lower()


def test_where_no_help_is_stored_click_prints_it(tmp_path: Path) -> None:
    code = "import sys, accords_data.__main__ as main; main.__file__ = 'nowhere/at_all.py';"
    code += "sys.argv[:] = ['accords', '--help']; main.accords()"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=PLAIN, capture_output=True, text=True, check=True
    )
    assert done.stdout == stored("accords")
