"""`accords convert` and `accords validate`: wrong use, and the commands of their page."""

import re
from pathlib import Path

import duckdb
import pytest
from commands import run, run_process
from conftest import ROOT
from streams import write_meetings


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
