"""Whatever reads a release ends with status 0 each time, not only with the right answer.

A library that still has threads at work when the interpreter ends can abort it after the answer was printed (Arrow did:
apache/arrow issues 50482 and 34314). It does so by chance, and so each process is started many times, on all cores.
"""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from commands import BIN
from conftest import EXPORTS, ROOT
from streams import generate

from accords_data.stream.judge import Judge
from accords_data.stream.lines import Block

THREADS: tuple[dict[str, str], ...] = ({}, {"ARROW_IO_THREADS": "1"}, {"OMP_NUM_THREADS": "1"})
"""Which threads are late depends on how many there are and on how busy the machine is: the processes take turns."""
FORTY = pytest.param(40, id="40 times", marks=pytest.mark.exhaustive)
FEW = [pytest.param(2, id="twice"), FORTY]
READING = {
    "load": 'accords_data.load("signed_declaration").column("country").to_pylist()',
    "load of three tables": '[accords_data.load(each).num_rows for each in ("evidence", "meetings", "countries")]',
    "load of three tables, the smallest last": "[accords_data.load(each) for each in "
    '("evidence", "meetings", "signed_declaration")][0].num_rows',
    "connect": 'accords_data.connect().execute("SELECT count(*) FROM evidence").fetchall()',
}
"""Calls that read Parquet."""
OTHERS = {
    "records": 'len(accords_data.records("meeting"))',
    "evidence": 'accords_data.evidence("meeting", "2025-11-06-white-house", "/date")',
}
README = re.findall(
    r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
)
COMMANDS = {
    "export --check": ["accords-export", "--check"],
    "verify": ["accords", "verify", str(EXPORTS)],
    "diff": ["accords", "diff", str(EXPORTS), str(EXPORTS)],
    "convert of Parquet": ["accords", "convert", "{place}/meetings.parquet", "--kind", "meeting", "--out", "{out}"],
    "convert --references": [
        *("accords", "convert", f"{EXPORTS}/json/meetings.json", "--kind", "meeting", "--out", "{out}"),
        *("--references", str(EXPORTS), "--sources", f"{EXPORTS}/sources"),
    ],
}


def statuses(command: list[str], times: int, tmp_path: Path) -> list[tuple[int, str]]:
    """Run `command` so many times, as many at a time as there are cores; return each status with what went wrong."""

    def once(number: int) -> tuple[int, str]:
        out = str(tmp_path / f"out{number}")
        words = [word.replace("{place}", str(tmp_path)).replace("{out}", out) for word in command]
        environment = os.environ | THREADS[number % len(THREADS)]
        done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr if done.returncode else ""

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(once, range(times)))


@pytest.mark.parametrize(
    ("call", "times"),
    [
        pytest.param(call, number, id=f"{name}-{number} times", marks=pytest.mark.exhaustive if number == 40 else ())
        for calls, few in ((READING, 5), (OTHERS, 2))
        for name, call in calls.items()
        for number in (few, 40)
    ],
)
def test_a_reading_call_ends_well(call: str, times: int, tmp_path: Path) -> None:
    code = f"import accords_data; print({call})"
    assert statuses([sys.executable, "-c", code], times, tmp_path) == [(0, "")] * times


@pytest.mark.parametrize("times", FEW)
@pytest.mark.parametrize("number", range(len(README)))
def test_an_example_of_the_readme_ends_well(number: int, times: int, tmp_path: Path) -> None:
    assert statuses([sys.executable, "-c", README[number]], times, tmp_path) == [(0, "")] * times


@pytest.mark.parametrize("times", FEW)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_reads_parquet_ends_well(name: str, times: int, tmp_path: Path) -> None:
    made = list(generate.meetings(200, 1, 0.0))
    batch = Judge("meeting").verdict(Block(b"".join(made), 0), 0).batch
    pq.write_table(pa.Table.from_batches([batch]), tmp_path / "meetings.parquet")
    program, *words = COMMANDS[name]
    assert statuses([str(BIN / program), *words], times, tmp_path) == [(0, "")] * times
