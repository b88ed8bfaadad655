"""Files, globs, folders and the standard input."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from commands import run, run_process, tree
from conftest import ROOT
from streams import write_meetings

from accords_data.stream import lines
from accords_data.stream.inputs import units
from accords_data.stream.judge import Judge
from accords_data.stream.lines import Block


@pytest.mark.usefixtures("place")
def test_files_globs_folders_and_the_standard_input_give_the_same() -> None:
    made = write_meetings(Path("a.jsonl"), 300)
    Path("b").mkdir()
    Path("b/a.jsonl.gz").write_bytes(gzip.compress(Path("a.jsonl").read_bytes()))
    Path("c.jsonl.zst").write_bytes(pa.compress(Path("a.jsonl").read_bytes(), "zstd", asbytes=True))
    Path("d.json").write_text(json.dumps([json.loads(line) for line in made], indent=1), encoding="utf-8")
    for number, name in enumerate(("a.jsonl", "b", "b/*.gz", "c.jsonl.zst", "d.json")):
        run("convert", name, "--kind", "meeting", "--out", f"out{number}")
    with Path("a.jsonl").open("rb") as file:
        run_process("convert", "-", "--kind", "meeting", "--out", "out5", stdin=file)
    tables = [tree(Path(f"out{number}") / "parquet") for number in range(6)]
    assert all(each == tables[0] for each in tables)
    assert pq.read_table("out0/parquet/meetings").num_rows == 300


@pytest.mark.usefixtures("place")
def test_what_cannot_be_read_is_told_and_leaves_nothing() -> None:
    write_meetings(Path("in.jsonl"), 500)
    packed = gzip.compress(Path("in.jsonl").read_bytes())
    Path("cut.jsonl.gz").write_bytes(packed[:-100])
    Path("no.jsonl.gz").write_bytes(b"no gzip")
    Path("cut.json").write_bytes(b'[{"id":"a"},')
    Path("empty").mkdir()
    Path("loop").symlink_to("loop")
    Path("dir.jsonl").mkdir()
    for name, told in {
        "cut.jsonl.gz": "truncated: Compressed file ended before",
        "no.jsonl.gz": "cannot be read: Not a gzipped file",
        "cut.json": "truncated: the array does not end",
        "empty": "contains no file of lines",
        "nowhere.jsonl": "no such file",
        "loop": "cannot be read: Too many levels of symbolic links",
        "dir.jsonl": "contains no file of lines",
        "/proc/self/mem": "cannot be read",
    }.items():
        done = run("convert", name, "--kind", "meeting", "--out", "out", status=1)
        assert told in done.stderr, (name, done.stderr)
        assert not Path("out").exists()


def test_a_folder_that_may_not_be_read_is_told(place: Path) -> None:
    write_meetings(Path("in.jsonl"), 5)
    Path("closed").mkdir(mode=0o000)
    program = (
        "import os, sys\n"
        "from accords_data.stream.inputs import units\n"
        "from accords_data.problems import AccordsError\n"
        "if os.getuid() == 0:\n"
        "    os.chmod('.', 0o777); os.setgid(65534); os.setuid(65534)\n"
        "try:\n    units(['closed'])\n"
        "except AccordsError as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"HOME": str(place)},
    )
    assert "closed: cannot be read: Permission denied" in done.stdout, done.stderr


def test_units_are_the_same_whoever_works_on_them(place: Path) -> None:
    write_meetings(Path("in.jsonl"), 200)
    found = units(["in.jsonl"], size=20_000)
    assert len(found) > 3
    assert found[0].start == 0
    assert [each.end for each in found[:-1]] == [each.start for each in found[1:]]
    judged = [
        Judge("meeting").verdict(block, 0) for unit in found for block in unit.blocks() if isinstance(block, Block)
    ]
    assert sum(len(verdict.numbers) for verdict in judged) == 200
    shutil.rmtree(place / "nothing", ignore_errors=True)


@pytest.mark.usefixtures("place")
def test_nested_parquet_is_judged_like_the_lines_it_was_made_of() -> None:
    made = write_meetings(Path("in.jsonl"), 200)
    batch = Judge("meeting").verdict(lines.Block(b"\n".join(made), 0), 0).batch
    table = pa.Table.from_batches([batch])
    pq.write_table(table, "good.parquet")
    assert "200 read = 200 accepted" in run("validate", "good.parquet", "--kind", "meeting").stdout
    spoilt = table.set_column(2, "kind", pa.array(["call"] * 150 + ["chat"] * 50))
    pq.write_table(spoilt, "bad.parquet")
    assert (
        "200 read = 150 accepted + 50 rejected" in run("validate", "bad.parquet", "--kind", "meeting", status=1).stdout
    )
    flat = str(ROOT / "exports" / "parquet" / "meetings.parquet")
    assert (
        "is a flat table; the lists of its records are in other tables"
        in run("validate", flat, "--kind", "meeting", status=1).stderr
    )
