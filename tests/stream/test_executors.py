"""Several processes give what one gives."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from commands import tree
from streams import write_meetings


@pytest.mark.usefixtures("place")
def test_processes_give_what_one_gives_also_when_one_of_them_is_killed() -> None:
    write_meetings(Path("in.jsonl"), 4_000, bad=0.05)
    program = (
        "import sys; from accords_data.stream import inputs; inputs.UNIT = 200_000\n"
        "units = inputs.units; inputs.units = lambda names: units(names, 200_000)\n"
        "from accords_data.stream import pipeline; pipeline.units = inputs.units\n"
        "from accords_data.cli import accords\n"
        "if __name__ == '__main__': accords()"
    )
    Path("cut.py").write_text(program, encoding="utf-8")
    words = ["convert", "in.jsonl", "--kind", "meeting", "--on-error", "reject"]
    one = subprocess.run(
        [sys.executable, "cut.py", *words, "--out", "one"], capture_output=True, text=True, check=False
    )
    assert one.returncode == 1, one.stderr
    several = subprocess.Popen(
        [sys.executable, "cut.py", *words, "--out", "two", "--workers", "2"],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    killed = _kill_a_child(several.pid)
    _, told = several.communicate(timeout=120)
    assert several.returncode == 1, told
    assert killed
    assert tree(Path("one")) == tree(Path("two"))
    assert len(list(Path("one/parquet/meetings").iterdir())) > 10
    numbers = [json.loads(line)["line"] for line in Path("one/rejects.jsonl").read_bytes().splitlines()]
    made = Path("in.jsonl").read_bytes().splitlines()
    assert numbers == sorted(numbers)
    assert all(
        json.loads(line)["record"].encode() == made[number - 1]
        for line, number in zip(Path("one/rejects.jsonl").read_bytes().splitlines(), numbers, strict=True)
    )


def _kill_a_child(parent: int) -> bool:
    """Kill a worker once a part is there."""
    for _ in range(600):
        time.sleep(0.05)
        if not list(Path(".two.converting/receipts").glob("*.json")):
            continue
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
        workers = [child for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]
        if workers:
            os.kill(int(workers[-1]), signal.SIGKILL)
            return True
    return False
