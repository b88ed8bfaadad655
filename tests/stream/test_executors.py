"""Several processes give what one gives."""

import json
from pathlib import Path

import pytest
from commands import process, tree
from streams import write_meetings

CUT = """
import os, pathlib, signal
from accords_data.cli import accords
from accords_data.stream import duplicate_ids, inputs, pipeline

pipeline.units = lambda names: inputs.units(names, 100_000)
write = duplicate_ids.Run.write

def write_or_die(run):
    killed = pathlib.Path("killed")
    if list(pathlib.Path(".two.converting/receipts").glob("*.json")) and not killed.exists():
        killed.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    write(run)

if __name__ == "__main__":
    accords()
else:
    duplicate_ids.Run.write = write_or_die
"""
"""``accords`` with small parts, of which one worker is killed in the middle of a part, after another part was done."""


@pytest.mark.usefixtures("place")
def test_processes_give_what_one_gives_also_when_one_of_them_is_killed() -> None:
    write_meetings(Path("in.jsonl"), 2_000, bad=0.05)
    Path("cut.py").write_text(CUT, encoding="utf-8")
    words = ["cut.py", "convert", "in.jsonl", "--kind", "meeting", "--on-error", "reject", "--out"]
    one = process("python", *words, "one")
    assert one.returncode == 1, one.stderr
    several = process("python", *words, "two", "--workers", "2")
    assert several.returncode == 1, several.stderr
    assert Path("killed").exists()
    assert tree(Path("one")) == tree(Path("two"))
    assert len(list(Path("one/parquet/meetings").iterdir())) > 10
    numbers = [json.loads(line)["line"] for line in Path("one/rejects.jsonl").read_bytes().splitlines()]
    made = Path("in.jsonl").read_bytes().splitlines()
    assert numbers == sorted(numbers)
    assert all(
        json.loads(line)["record"].encode() == made[number - 1]
        for line, number in zip(Path("one/rejects.jsonl").read_bytes().splitlines(), numbers, strict=True)
    )
