"""`accords convert` and `accords validate`: wrong use, and the commands of their page."""

import re
from pathlib import Path
from typing import Any

import click
import duckdb
import pytest
from commands import run, run_process
from conftest import ROOT
from streams import write_meetings

from accords_data.cli import streams


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--out", "out"], "Missing option '--kind'"),
        (["--kind", "meting", "--out", "out"], "'meting' is not one of"),
        (["--kind", "meeting", "--out", "out", "--engine", "dask"], "needs --address"),
        (["--kind", "meeting", "--out", "out", "--workers", "0"], "0 is not in the range"),
    ],
)
@pytest.mark.usefixtures("place")
def test_wrong_use_is_told(words: list[str], told: str) -> None:
    write_meetings(Path("in.jsonl"), 5)
    assert told in run("convert", "in.jsonl", *words, status=2).stderr


@pytest.mark.usefixtures("place")
def test_the_commands_of_the_page_run() -> None:
    page = (ROOT / "docs" / "stream.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```bash\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    write_meetings(Path("meetings.jsonl"), 20)
    commands = block.splitlines()
    assert len(commands) == 2
    for command in commands:
        run_process(*command.split()[1:])
    duckdb_read = re.search(r"duckdb\.sql\((.*?)\)`", page)
    assert duckdb_read is not None
    with duckdb.connect() as connection:
        assert connection.sql(duckdb_read[1].strip('"')).fetchall()


@pytest.mark.parametrize("total", [0, 5 << 20])
def test_a_terminal_gets_a_bar_on_stderr_that_says_how_much_was_read(
    total: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A total of 0 is that of the standard input, whose size nobody knows."""
    bars = []

    def bar(*arguments: Any, **more: Any) -> Any:
        bars.append(make(*arguments, **more))
        return bars[-1]

    make = click.progressbar
    monkeypatch.setattr(click, "progressbar", bar)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with streams._progress() as (on_total, on_read):  # noqa: SLF001 - the command would need a terminal
        on_total(total)
        on_read(3 << 20)
        on_read(2 << 20)
    (made,) = bars
    said = capsys.readouterr()
    assert made.pos == 5 << 20
    assert "5 MiB" in said.err
    assert ("100%" in said.err) == (total > 0)
    assert said.out == ""


def test_without_a_terminal_each_tenth_of_a_large_input_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with streams._progress() as (on_total, on_read):  # noqa: SLF001 - the command would need a large input
        on_total(10 << 27)
        for _ in range(20):
            on_read(1 << 26)
    assert capsys.readouterr().err.splitlines() == [f"{tenth}0 % of 1280 MiB read" for tenth in range(1, 11)]
