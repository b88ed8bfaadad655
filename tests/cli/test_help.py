"""Help: with an example, and at once."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from pathlib import Path

import click
import pytest
from commands import BIN, process, shown_on

from accords_data import __main__ as program
from accords_data.cli import accords


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """No width is told: whoever starts the tests may have set one."""
    monkeypatch.delenv("COLUMNS", raising=False)


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
    assert len(NAMES) == 19
    for name, line in zip(NAMES, listed.splitlines(), strict=True):
        assert re.fullmatch(rf"  {name} +[A-Z].*[^.]\.", line), line


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from accords_data.cli import export; print(*sorted(sys.modules))"
    done = process("python", "-c", code)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "click" in loaded
    assert not {"attrs", "cattrs", "pyarrow", "jsonschema", "jsonschema_rs", "ruamel", "numpy"} & set(loaded)


@pytest.mark.parametrize("name", ["accords", "accords-export"])
def test_the_text_that_stands_ready_is_what_click_prints(name: str) -> None:
    ready = Path(program.HELP, f"{name}.txt").read_text(encoding="utf-8")
    printed = process(name, "--help", env={"COLUMNS": "80"}).stdout
    assert ready == printed, f"repair: COLUMNS=80 {name} --help > accords_data/cli/help/{name}.txt"
    assert process(name, "--help").stdout == process(name, "-h").stdout == ready


def test_in_a_narrow_terminal_help_is_wrapped_for_it() -> None:
    done = process("accords", "--help", env={"COLUMNS": "60"})
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 60
    assert "Commands:" in done.stdout


def in_a_terminal(columns: int, *command: str | Path) -> str:
    """Return what `command` shows in a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    # Readline, which pytest imports, sets COLUMNS where Python does not see it: the environment is handed over.
    with subprocess.Popen(command, stdout=theirs, env=dict(os.environ)) as running:
        shown = shown_on(ours, theirs)
    assert running.returncode == 0
    return shown


@pytest.mark.parametrize(
    ("name", "columns"), [("accords", 40), ("accords", 60), ("accords-export", 60), ("accords-export", 79)]
)
def test_a_terminal_that_is_too_narrow_gets_what_click_prints(name: str, columns: int) -> None:
    shown = in_a_terminal(columns, BIN / name, "--help")
    assert shown == process(name, "-h", env={"COLUMNS": str(columns)}).stdout
    assert shown != process(name, "--help").stdout


@pytest.mark.parametrize("name", ["accords", "accords-export"])
@pytest.mark.parametrize("columns", [0, 80, 200])
def test_a_wide_terminal_gets_the_text_that_stands_ready(name: str, columns: int) -> None:
    assert in_a_terminal(columns, BIN / name, "--help") == process(name, "--help").stdout


def test_under_another_name_help_has_that_name(tmp_path: Path) -> None:
    (tmp_path / "akkorde").symlink_to(BIN / "accords")
    done = subprocess.run([tmp_path / "akkorde", "-h"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: akkorde [OPTIONS]")
    assert process("python", "-m", "accords_data", "--help").stdout.startswith("Usage: python -m accords_data [OPT")


def test_completion_is_answered_by_click() -> None:
    asked = {"_ACCORDS_COMPLETE": "bash_complete", "COMP_WORDS": "accords che", "COMP_CWORD": "1"}
    assert process("accords", env=asked).stdout == "plain,check\n"
    source = {"_ACCORDS_EXPORT_COMPLETE": "bash_source"}
    assert "_ACCORDS_EXPORT_COMPLETE=bash_complete" in process("accords-export", "--help", env=source).stdout


@pytest.mark.parametrize("name", ["accords", "accords_export"])
def test_help_imports_neither_click_nor_anything_of_ours_but_the_start(name: str) -> None:
    called = name.replace("_", "-")
    code = (
        f"import sys; sys.argv = ['{called}', '--help']; from accords_data import __main__ as program;"
        f"program.{name.removeprefix('accords_')}(); print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = process("python", "-c", code)
    assert done.stdout.startswith(f"Usage: {called} [OPTIONS]")
    loaded = set(done.stderr.split())
    assert {each for each in loaded if each.startswith("accords_data")} == {
        "accords_data", "accords_data.api", "accords_data.own_process", "accords_data.__main__",
    }  # fmt: skip
    assert not {"click", "attrs", "attr"} & loaded


@pytest.mark.parametrize("name", ["accords", "accords-export"])
@pytest.mark.parametrize("where", ["> /dev/full", ">&-"])
def test_help_that_cannot_be_written_ends_as_click_ends_it(name: str, where: str) -> None:
    command = ["bash", "-c", f"{BIN / name} --help {where}"]
    ours, clicks = (
        subprocess.run(command, env=os.environ | width, capture_output=True, text=True, check=False)
        for width in ({}, {"COLUMNS": "80"})
    )
    assert ours.returncode == clicks.returncode
    assert ours.stderr.rpartition("\n  ")[2] == clicks.stderr.rpartition("\n  ")[2]


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


def test_help_for_a_full_disk_ends_with_a_status_that_is_not_0() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([BIN / "accords", "--help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode != 0
    assert "No space left on device" in done.stderr
