"""A conversion that was interrupted, and one that is done again."""

import gzip
import json
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from commands import run, tree
from streams import KILLED, generate, write_meetings

from accords_data.stream import staging
from accords_data.stream.inputs import units
from accords_data.stream.storage import Place
from accords_data.stream.unit import Job


@pytest.mark.usefixtures("place")
def test_a_killed_conversion_leaves_nothing_under_the_final_name_and_can_be_resumed() -> None:
    write_meetings(Path("made"), 2_000)
    for number in range(12):
        text = Path("made").read_bytes().replace(b'"id":"mtg-', f'"id":"m{number}-'.encode())
        Path(f"in{number:02d}.jsonl").write_bytes(text)
    words = ["convert", "in*.jsonl", "--kind", "meeting", "--out", "out"]
    run(*words[:-1], "whole")
    killed = subprocess.run([sys.executable, "-c", KILLED, *words], capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert not Path("out").exists()
    assert len(list(Path(".out.converting/receipts").iterdir())) == 3
    told = json.loads(run(*words, "--resume", "--output", "json").stdout)
    assert told["parts_done_before"] == 3
    assert tree(Path("out")) == tree(Path("whole"))
    assert not Path(".out.converting").exists()
    again = run(*words, "--resume")
    assert "nothing changed since" in again.stdout
    with Path("in05.jsonl").open("ab") as file:
        file.write(next(iter(generate.meetings(1, 9, 0.0))).rstrip(b"\n") + b"\n")
    assert "nothing changed since" not in run(*words, "--resume").stdout
    assert pq.read_table("out/parquet/meetings").num_rows == 24_001


@pytest.mark.usefixtures("place")
def test_resuming_with_other_options_is_no_resuming() -> None:
    write_meetings(Path("in.jsonl"), 50)
    words = ("convert", "in.jsonl", "--kind", "meeting", "--out", "out", "--resume")
    run(*words)
    assert "nothing changed since" in run(*words).stdout
    assert "nothing changed since" not in run(*words, "--compression", "zstd").stdout
    meta = pq.ParquetFile("out/parquet/meetings/part-00000.parquet").metadata
    assert meta.row_group(0).column(0).compression == "ZSTD"
    assert "nothing changed since" not in run(*words, "--compression", "zstd", "--format", "csv").stdout
    assert not Path("out/parquet").exists()


@pytest.mark.usefixtures("place")
def test_resuming_on_an_input_that_was_cut_since_tells_so() -> None:
    write_meetings(Path("in.jsonl"), 300)
    packed = gzip.compress(Path("in.jsonl").read_bytes())
    Path("a.jsonl.gz").write_bytes(packed)
    words = ("convert", "a.jsonl.gz", "--kind", "meeting", "--out", "out", "--resume")
    run(*words)
    Path("a.jsonl.gz").write_bytes(packed[:-50])
    assert "truncated: Compressed file ended before" in run(*words, status=1).stderr


@pytest.mark.usefixtures("place")
def test_the_standard_input_is_never_taken_for_what_was_read_before() -> None:
    write_meetings(Path("in.jsonl"), 20)
    gathered = Place(".out.converting")
    found = units(["-"])
    assert staging.prepared(gathered, Job(kind="meeting", folder=gathered), found, resume=True) == {}
    gathered.below("receipts/00000.json").write(b"{}")
    assert staging.prepared(gathered, Job(kind="meeting", folder=gathered), found, resume=True) == {}
    assert not Path(".out.converting/receipts").exists()


@pytest.mark.usefixtures("place")
def test_a_folder_whose_conversion_json_is_not_ours_is_left_alone() -> None:
    write_meetings(Path("a.jsonl"), 3)
    Path("out").mkdir()
    for content in (b"{}", b"[", b'{"files": 5}', b"[" * 100_000):
        Path("out/conversion.json").write_bytes(content)
        told = run("convert", "a.jsonl", "--kind", "meeting", "--out", "out", "--resume", status=1).stderr
        assert "out/conversion.json: " in told
        assert Path("out/conversion.json").read_bytes() == content
