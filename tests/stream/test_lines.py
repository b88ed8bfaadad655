"""Stretches of an input: each line is read once, and one that is too long is skipped."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from commands import BIN
from hypothesis import given
from hypothesis import strategies as st
from streams import write_meetings

from accords_data.stream import lines


def block_of(found: lines.Block | lines.Overlong) -> lines.Block:
    assert isinstance(found, lines.Block)
    return found


@given(
    st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"")), max_size=30),
    st.booleans(), st.integers(1, 40), st.integers(1, 9),
)  # fmt: skip
def test_stretches_of_any_size_read_each_line_once(parts: list[bytes], ended: bool, size: int, block: int) -> None:  # noqa: FBT001
    data = b"\n".join(parts) + (b"\n" if ended else b"")
    before, lines.BLOCK = lines.BLOCK, block
    try:
        found = [
            line
            for start in range(0, max(len(data), 1), size)
            for each in lines.blocks(io.BytesIO(data), start, start + size)
            for line in block_of(each).lines
        ]
    finally:
        lines.BLOCK = before
    assert b"".join(found) == data
    assert all(line.count(b"\n") == line.endswith(b"\n") for line in found)


def test_a_line_too_long_is_skipped_and_told_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "BLOCK", 10)
    monkeypatch.setattr(lines, "LONGEST", 25)
    data = b"a\n" + b"x" * 60 + b"\nb\n" + b"y" * 70
    found = list(lines.blocks(io.BytesIO(data)))
    assert [each.length for each in found if isinstance(each, lines.Overlong)] == [61, 70]
    assert b"".join(each.data for each in found if isinstance(each, lines.Block)) == b"a\nb\n"
    assert [each.offset for each in found] == sorted(each.offset for each in found)


@pytest.mark.parametrize(
    "size", [pytest.param(1 << 29, id="half of it"), pytest.param(1 << 30, id="all", marks=pytest.mark.exhaustive)]
)
@pytest.mark.usefixtures("place")
def test_a_line_of_a_gigabyte_is_refused_in_bounded_memory(size: int) -> None:
    made = write_meetings(Path("in.jsonl"), 10)
    with Path("in.jsonl").open("r+b") as file:
        file.seek(0, 2)
        file.truncate(file.tell() + size)
        file.seek(0, 2)
        file.write(b"\n" + made[0].replace(b"mtg-", b"new-") + b"\n")
    command = [str(BIN / "accords"), "validate", "in.jsonl", "--kind", "meeting"]
    program = (
        "import resource, subprocess, sys\n"
        "print(subprocess.run(sys.argv[1:]).returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", program, *command], capture_output=True, text=True, check=False)
    status, peak = done.stdout.splitlines()[-1].split()
    assert status == "1"
    assert "longer than 16777216 bytes" in done.stdout
    assert "12 read = 11 accepted + 1 rejected" in done.stdout
    assert int(peak) < 400_000, "kB"
