"""An id stands once in all of the input."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from commands import run
from hypothesis import given
from hypothesis import strategies as st
from streams import write_meetings

from accords_data.stream import duplicate_ids
from accords_data.stream.storage import Place


@pytest.mark.usefixtures("place")
def test_an_id_that_an_earlier_line_has_is_rejected_wherever_it_stands() -> None:
    made = write_meetings(Path("a.jsonl"), 40)
    Path("b.jsonl").write_bytes(b"\n".join([made[3], made[7].replace(b"mtg-", b"new-"), made[3], made[0]]) + b"\n")
    done = run("convert", "b.jsonl", "a.jsonl", "--kind", "meeting", "--out", "out", status=1)
    assert "an earlier line has this id" in done.stderr
    assert not Path("out").exists()
    run("convert", "b.jsonl", "a.jsonl", "--kind", "meeting", "--out", "out", "--on-error", "reject", status=1)
    rejects = [json.loads(line) for line in Path("out/rejects.jsonl").read_bytes().splitlines()]
    assert [(each["input"], each["line"]) for each in rejects] == [("b.jsonl", 3), ("a.jsonl", 1), ("a.jsonl", 4)]
    ids = pq.read_table("out/parquet/meetings").column("id").to_pylist()
    assert len(ids) == len(set(ids)) == 41


def test_each_id_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicate_ids, "RANGE", 30)
    monkeypatch.setattr(duplicate_ids, "STEP", 10)
    for number in range(3):
        taken = duplicate_ids.Run(Place(str(tmp_path)), number)
        taken.add(pa.array([f"{number}-{line:03}" for line in range(100)], pa.string()), range(100))
        taken.write()
    looked_at: list[int] = []
    repeated = duplicate_ids._repeated  # noqa: SLF001 - what is watched

    def watched(pieces: Any) -> Any:
        looked_at.append(sum(batch.num_rows for _, batch in pieces))
        return repeated(pieces)

    monkeypatch.setattr(duplicate_ids, "_repeated", watched)
    assert duplicate_ids.repeated(Place(str(tmp_path))) == {}
    assert sum(looked_at) == 300
    assert max(looked_at) <= 60


@given(st.lists(st.lists(st.text("ab", min_size=1, max_size=3), max_size=12), max_size=4))
def test_repeated_ids_are_found_across_runs(parts: list[list[str]]) -> None:
    import tempfile

    before = duplicate_ids.RANGE, duplicate_ids.STEP
    duplicate_ids.RANGE, duplicate_ids.STEP = 3, 2
    try:
        with tempfile.TemporaryDirectory() as folder:
            for number, ids in enumerate(parts):
                taken = duplicate_ids.Run(Place(folder), number)
                taken.add(pa.array(ids, pa.string()), range(len(ids)))
                taken.write()
            found = duplicate_ids.repeated(Place(folder))
    finally:
        duplicate_ids.RANGE, duplicate_ids.STEP = before
    seen: set[str] = set()
    wanted: dict[int, set[int]] = {}
    for number, ids in enumerate(parts):
        for line, name in enumerate(ids):
            if name in seen:
                wanted.setdefault(number, set()).add(line)
            seen.add(name)
    assert {number: set(each) for number, each in found.items()} == wanted
