"""Lines by the million: one verdict with `jsonschema`, nothing lost, nothing half-written."""

import gc
import gzip
import io
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from accords_data.model.records import MODELS, PLURALS, Meeting
from accords_data.model.schemas import line_schema, record_schema, records_file_schema
from accords_data.problems import AccordsError
from accords_data.release import account
from accords_data.release.digest import content_digest
from accords_data.release.formats import csv_rows, parquet_rows
from accords_data.seeds import schema_errors
from accords_data.seeds.dataset import converter
from accords_data.stream import duplicate_ids, executors, lines, objects, pipeline, slow_path, staging
from accords_data.stream.compiler import NotCompiledError, compile_schema
from accords_data.stream.inputs import units
from accords_data.stream.judge import Judge
from accords_data.stream.slow_path import RowPath
from accords_data.stream.storage import Place
from accords_data.stream.unit import Job
from accords_data.verify.rows import columns_of

sys.path.insert(0, str(ROOT / "benchmarks" / "stream"))
import fuzz
import generate

BIN = Path(sys.executable).parent


def run(*words: str, status: int = 0, **more: Any) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([BIN / "accords", *words], capture_output=True, text=True, check=False, **more)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == status, done.stdout + done.stderr
    return done


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a new working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_meetings(path: Path, number: int, *, bad: float = 0.0, seed: int = 1) -> list[bytes]:
    made = list(generate.meetings(number, seed, bad))
    path.write_bytes(b"".join(line if line.endswith(b"\n") else line + b"\n" for line in made))
    return path.read_bytes().splitlines()


# Two judges


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), kind=st.sampled_from(list(MODELS)), block=st.sampled_from([5_000, 50_000, 4 << 20]))
def test_the_fast_verdict_is_that_of_jsonschema(seed: int, kind: str, block: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - no secret
    assert list(fuzz.differences(kind, fuzz.mutated(kind, 60, rng), block)) == []


@settings(deadline=None)
@given(seed=st.integers(0, 2**32), kind=st.sampled_from(list(MODELS)))
def test_a_line_explained_field_by_field_is_told_all_that_the_whole_schema_says(seed: int, kind: str) -> None:
    rows, explainer = RowPath(kind), schema_errors.explainer(line_schema(kind))
    values = [slow_path.parse(line) for line in fuzz.mutated(kind, 20, random.Random(seed))]  # noqa: S311 - no secret
    for value in values:
        if not isinstance(value, str):
            whole = schema_errors.explanations(explainer, value[0])
            assert sorted(rows.explained(value[0]), key=repr) == sorted(whole, key=repr)


@pytest.mark.parametrize("spoil", fuzz.TEXT, ids=range(len(fuzz.TEXT)))
def test_a_damaged_line_among_good_ones_is_judged_like_by_jsonschema(spoil: Any) -> None:
    good = [line.rstrip(b"\n") for line in generate.meetings(9, 1, 0.0)]
    made = good[:4] + spoil(good[4]).split(b"\n") + good[5:]
    assert list(fuzz.differences("meeting", made, 4 << 20)) == []
    assert list(fuzz.differences("meeting", spoil(good[4]).split(b"\n"), 4 << 20)) == []


def test_a_document_over_two_lines_does_not_make_up_for_two_documents_in_one() -> None:
    one, two, three = (line.rstrip(b"\n") for line in generate.meetings(3, 1, 0.0))
    broken = one.replace(b'"participants":[{', b'"participants":[\n{', 1)
    assert broken != one
    made = [*broken.split(b"\n"), two + three]
    assert list(fuzz.differences("meeting", made, 4 << 20)) == []
    assert fuzz.accepted("meeting", made, 4 << 20) == set()


PLANTS = {
    "range_check": lambda line: line.replace(b'"start":', b'"start":-', 1),
    "length_check": lambda line: line.replace(b'"label":"', b'"label":"' + b"x" * 1_000, 1),
    "list_check": lambda line: line.replace(b'"supports":[', b'"supports":[],"remark":"a"},{"supports":[', 1),
    "object_check": lambda line: line.replace(b'"kind":', b'"venue":', 1),
    "_text_rules": lambda line: line.replace(b'"id":"', b'"id":"A', 1),
}
"""A fault for each check of the compiler."""


@pytest.mark.parametrize("name", PLANTS)
def test_each_check_that_is_left_out_makes_the_two_judges_differ(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from accords_data.stream import compiler, judge

    first = next(line for line in generate.meetings(50, 1, 0.0) if b'"venue"' not in line and b'"start"' in line)
    made = [PLANTS[name](first.rstrip(b"\n"))]
    assert list(fuzz.differences("meeting", made, 4 << 20)) == []
    assert fuzz.accepted("meeting", made, 4 << 20) == set()
    silent = (lambda *_: iter(())) if name == "_text_rules" else (lambda *_: lambda _: None)
    monkeypatch.setattr(compiler, name, silent)
    monkeypatch.setattr(judge, "line_checks", lambda kind: compile_schema(line_schema(kind)))
    assert list(fuzz.differences("meeting", made, 4 << 20))


def test_a_day_that_is_none_is_refused_where_only_the_format_says_so() -> None:
    from accords_data.stream.columns import date_check

    days = pa.array(["2020-02-29", "2019-02-29", "2020-W10-1", "20200105", "2020-1-05", None])
    assert date_check(days).to_pylist() == [False, True, True, True, True, False]


def _with(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {"a": schema}, "additionalProperties": False}


@pytest.mark.parametrize(
    ("schema", "named"),
    [
        ({"type": "object", "properties": {}, "additionalProperties": False, "minProperties": 1}, "minProperties"),
        ({"type": "object", "properties": {}}, "additionalProperties"),
        (_with({"type": "number"}), "number"),
        (_with({"type": "string", "pattern": r"^\d$"}), r"\\d"),
        (_with({"type": "string", "pattern": "a.c"}), "'.'"),
        (_with({"type": "string", "pattern": "(?i)a"}), "(?"),
        (_with({"type": "string", "pattern": "(a"}), "RE2"),
        (_with({"type": "string", "format": "uri"}), "uri"),
        (_with({"type": "string", "contentEncoding": "x"}), "contentEncoding"),
        (_with({"type": "string", "not": {"type": "string", "pattern": "a$"}}), "without $"),
        (_with({"type": "string", "not": {"enum": ["a"]}}), "'not'"),
        (_with({"type": "integer"}), "minimum"),
        (_with({"type": "array", "items": {"type": "string"}, "uniqueItems": True}), "uniqueItems"),
        (_with({"type": ["array", "null"], "items": {"type": "string"}}), "may be null"),
        (_with({"$ref": "https://example.org/a"}), "example.org"),
        ({"type": "object", "properties": {}, "required": ["b"], "additionalProperties": False}, "'b'"),
        (_with({"type": ["string", "null"]}) | {"required": ["a"]}, "'a' is required"),
    ],
)  # fmt: skip
def test_what_the_compiler_does_not_know_it_refuses_by_name(schema: dict[str, Any], named: str) -> None:
    with pytest.raises(NotCompiledError) as told:
        compile_schema(schema)
    assert named in str(told.value)


@pytest.mark.parametrize("kind", MODELS)
def test_every_line_schema_compiles_and_takes_what_curators_write_and_what_is_exported(kind: str) -> None:
    compile_schema(line_schema(kind))
    for other in (record_schema(kind), records_file_schema(kind)):
        with pytest.raises(NotCompiledError):
            compile_schema(other)
    exported = json.loads((ROOT / "exports" / "json" / f"{PLURALS[kind]}.json").read_text(encoding="utf-8"))
    made = [json.dumps(record).encode() for record in exported]
    assert len(fuzz.accepted(kind, made, 4 << 20)) == len(made) > 10


def test_only_formats_that_need_no_further_library_are_used() -> None:
    used = {
        found["format"]
        for path in (ROOT / "schemas").rglob("*.json")
        for found in _objects(json.loads(path.read_text(encoding="utf-8")))
        if isinstance(found.get("format"), str)
    }
    assert used == {"date"}


def _objects(value: Any) -> Any:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(each)


# Lines


@settings(deadline=None)
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
            for line in each.lines
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


# Converting


@pytest.mark.parametrize("kind", MODELS)
def test_converting_the_exported_json_gives_the_tables_of_the_export(kind: str, place: Path) -> None:
    run("convert", str(ROOT / "exports" / "json" / f"{PLURALS[kind]}.json"), "--kind", kind, "--out", "out")
    manifest = json.loads((ROOT / "exports" / "manifest.json").read_text(encoding="utf-8"))
    wanted = {table["name"]: table["content_digest"] for table in manifest["tables"]}
    compared = 0
    for folder in sorted((place / "out" / "parquet").iterdir()):
        if folder.name != "evidence":
            assert digest(place / "out", folder.name) == wanted[folder.name], folder.name
            compared += 1
    assert compared >= 1
    evidence = pq.read_table(ROOT / "exports" / "parquet" / "evidence.parquet").to_pylist()
    mine = pq.read_table(place / "out" / "parquet" / "evidence").to_pylist()
    assert Counter(map(str, mine)) == Counter(str(row) for row in evidence if row["record_kind"] == kind)


def digest(out: Path, table: str) -> str:
    """Return the content digest of a converted table, the same from Parquet and from CSV."""
    schema = json.loads((ROOT / "schemas" / "v1" / "tables" / f"{table}.schema.json").read_text(encoding="utf-8"))
    columns = columns_of(schema)
    parquet = [
        row for path in sorted((out / "parquet" / table).iterdir()) for row in parquet_rows(path.read_bytes(), columns)
    ]
    csv = [row for path in sorted((out / "csv" / table).iterdir()) for row in csv_rows(path.read_bytes(), columns)]
    assert content_digest(columns, csv) == content_digest(columns, parquet)
    return content_digest(columns, parquet)


@pytest.mark.usefixtures("place")
def test_nothing_is_lost_and_each_rejected_line_is_found_again() -> None:
    made = write_meetings(Path("in.jsonl"), 3_000, bad=0.2)
    Path("in.jsonl").write_bytes(Path("in.jsonl").read_bytes() + b"\n  \n")
    done = run(
        "convert", "in.jsonl", "--kind", "meeting", "--out", "out", "--on-error", "reject", "--report", "json", status=1
    )
    told = json.loads(done.stdout)
    assert told["accepted"] + told["rejected"] == told["read"] == 3_000
    assert told["empty"] == 2
    rejects = [json.loads(line) for line in Path("out/rejects.jsonl").read_bytes().splitlines()]
    kept = Path("out/jsonl/meetings/part-00000.jsonl").read_bytes().splitlines()
    assert len(rejects) == told["rejected"] > 400
    data = Path("in.jsonl").read_bytes()
    for each in rejects:
        assert data[each["offset"] : each["offset"] + each["length"]].rstrip(b"\n") == made[each["line"] - 1]
        assert each["problems"]
        assert each["record"].encode() == made[each["line"] - 1]
    wrong = {each["line"] - 1 for each in rejects}
    assert kept == [line for number, line in enumerate(made) if number not in wrong]
    assert sum(told["messages"].values()) >= len(rejects)
    sums = subprocess.run(["/usr/bin/sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd="out", check=False)
    assert sums.returncode == 0


def test_without_leave_a_wrong_line_stops_it_and_nothing_is_written(place: Path) -> None:
    write_meetings(Path("in.jsonl"), 50, bad=0.3)
    told = run("convert", "in.jsonl", "--kind", "meeting", "--out", "out", status=1).stderr
    assert "in.jsonl:" in told
    assert "--on-error reject" in told
    assert sorted(path.name for path in place.iterdir()) == ["in.jsonl"]
    told = run(
        "convert",
        "in.jsonl",
        "--kind",
        "meeting",
        "--out",
        "out",
        "--on-error",
        "reject",
        "--max-errors",
        "2",
        status=1,
    )
    assert "more than 2 wrong lines" in told.stderr
    assert sorted(path.name for path in place.iterdir()) == ["in.jsonl"]


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
        run("convert", "-", "--kind", "meeting", "--out", "out5", stdin=file)
    tables = [tree(Path(f"out{number}") / "parquet") for number in range(6)]
    assert all(each == tables[0] for each in tables)
    assert pq.read_table("out0/parquet/meetings").num_rows == 300


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


@pytest.mark.usefixtures("place")
def test_a_killed_conversion_leaves_nothing_under_the_final_name_and_can_be_resumed() -> None:
    for number in range(12):
        write_meetings(Path(f"in{number:02d}.jsonl"), 2_000, seed=1)
        text = Path(f"in{number:02d}.jsonl").read_bytes().replace(b'"id":"mtg-', f'"id":"m{number}-'.encode())
        Path(f"in{number:02d}.jsonl").write_bytes(text)
    words = ["convert", "in*.jsonl", "--kind", "meeting", "--out", "out"]
    run(*words[:-1], "whole")
    killed = subprocess.Popen([BIN / "accords", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(2_000):
        time.sleep(0.01)
        if len(list(Path(".out.converting/receipts").glob("*.json"))) >= 3:
            break
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert not Path("out").exists()
    first = {path.name: path.stat().st_mtime_ns for path in Path(".out.converting/receipts").iterdir()}
    assert 3 <= len(first) < 12
    told = json.loads(run(*words, "--resume", "--report", "json").stdout)
    assert told["parts_done_before"] >= 3
    assert tree(Path("out")) == tree(Path("whole"))
    assert not Path(".out.converting").exists()
    again = run(*words, "--resume")
    assert "nothing has changed" in again.stdout
    with Path("in05.jsonl").open("ab") as file:
        file.write(next(iter(generate.meetings(1, 9, 0.0))).rstrip(b"\n") + b"\n")
    assert "nothing has changed" not in run(*words, "--resume").stdout
    assert pq.read_table("out/parquet/meetings").num_rows == 24_001


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


@settings(deadline=None)
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


@pytest.mark.usefixtures("place")
def test_references_must_lead_to_a_row_and_quotes_stand_in_their_source() -> None:
    exported = str(ROOT / "exports")
    meetings = json.loads((ROOT / "exports" / "json" / "meetings.json").read_text(encoding="utf-8"))
    checks = ("--references", exported, "--sources", f"{exported}/sources")
    Path("good.jsonl").write_text("".join(json.dumps(each) + "\n" for each in meetings), encoding="utf-8")
    run("validate", "good.jsonl", "--kind", "meeting", *checks)
    meetings[0]["participants"][1]["country"] = "ISX"
    meetings[1]["evidence"][0]["start"] += 1
    meetings[2]["evidence"][0]["source"] = "no-such-source"
    meetings[3]["agreements"][0]["agreement"] = "abraham-accord"
    Path("bad.jsonl").write_text("".join(json.dumps(each) + "\n" for each in meetings), encoding="utf-8")
    told = json.loads(run("validate", "bad.jsonl", "--kind", "meeting", *checks, "--format", "json", status=1).stdout)
    messages = sorted(told["messages"])
    assert told["rejected"] == 4
    assert "there is no country 'ISX' in the tables given" in messages
    assert "there is no agreement 'abraham-accord' in the tables given" in messages
    assert any(message.startswith("the quote does not stand at characters") for message in messages)
    table = pa.table({"id": ["x"], "text": ["y"]})
    pq.write_table(table, "texts.parquet")
    told = run("validate", "good.jsonl", "--kind", "meeting", "--sources", "texts.parquet", status=1).stdout
    assert "there is no text of" in told


# What goes wrong


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
        "cut.jsonl.gz": "ends before it is whole",
        "no.jsonl.gz": "cannot be read: Not a gzipped file",
        "cut.json": "ends in the middle of the array",
        "empty": "holds no file of lines",
        "nowhere.jsonl": "no such file",
        "loop": "cannot be read: Too many levels of symbolic links",
        "dir.jsonl": "holds no file of lines",
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


@pytest.mark.usefixtures("place")
def test_a_line_of_a_gigabyte_is_refused_in_bounded_memory() -> None:
    made = write_meetings(Path("in.jsonl"), 10)
    with Path("in.jsonl").open("r+b") as file:
        file.seek(0, 2)
        file.truncate(file.tell() + (1 << 30))
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


@pytest.mark.usefixtures("place")
def test_a_full_disk_is_told_and_the_former_dataset_stays() -> None:
    write_meetings(Path("in.jsonl"), 3_000)
    write_meetings(Path("few.jsonl"), 10)
    run("convert", "few.jsonl", "--kind", "meeting", "--out", "out")
    before = tree(Path("out"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, hard))

    done = run("convert", "in.jsonl", "--kind", "meeting", "--out", "out", status=1, preexec_fn=limited)
    assert "cannot be written" in done.stderr
    assert tree(Path("out")) == before
    assert soft == resource.getrlimit(resource.RLIMIT_FSIZE)[0]


@pytest.mark.usefixtures("place")
def test_a_folder_that_another_wrote_is_not_replaced() -> None:
    write_meetings(Path("in.jsonl"), 5)
    Path("mine").mkdir()
    Path("mine/thesis.txt").write_text("years of work", encoding="utf-8")
    assert (
        "contains thesis.txt, not written by accords-data"
        in run("convert", "in.jsonl", "--kind", "meeting", "--out", "mine", status=1).stderr
    )
    assert Path("mine/thesis.txt").exists()
    run("convert", "in.jsonl", "--kind", "meeting", "--out", "out")
    Path("out/notes.txt").write_text("mine", encoding="utf-8")
    assert "notes.txt" in run("convert", "in.jsonl", "--kind", "meeting", "--out", "out", status=1).stderr
    assert Path("out/notes.txt").exists()


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
def test_an_input_without_a_line_is_a_problem() -> None:
    Path("in.jsonl").write_bytes(b"")
    assert "0 read" in run("validate", "in.jsonl", "--kind", "meeting", status=1).stdout


def test_units_are_the_same_whoever_works_on_them(place: Path) -> None:
    write_meetings(Path("in.jsonl"), 200)
    found = units(["in.jsonl"], size=20_000)
    assert len(found) > 3
    assert found[0].start == 0
    assert [each.end for each in found[:-1]] == [each.start for each in found[1:]]
    judged = [Judge("meeting").verdict(block, 0) for unit in found for block in unit.blocks()]
    assert sum(len(verdict.numbers) for verdict in judged) == 200
    shutil.rmtree(place / "nothing", ignore_errors=True)


# Objects and Parquet


@pytest.mark.parametrize("kind", MODELS)
def test_objects_built_by_columns_are_those_that_cattrs_builds(kind: str) -> None:
    path = ROOT / "exports" / "json" / f"{PLURALS[kind]}.json"
    wanted = [converter().structure(each, MODELS[kind]) for each in json.loads(path.read_text(encoding="utf-8"))]
    assert list(objects.read([str(path)], kind)) == wanted
    assert gc.isenabled()


def test_left_out_fields_of_objects_have_their_defaults() -> None:
    made = list(generate.meetings(300, 2, 0.0))
    batch = Judge("meeting").verdict(lines.Block(b"".join(made), 0), 0).batch
    assert objects.records("meeting", batch) == [converter().structure(json.loads(line), Meeting) for line in made]


@pytest.mark.usefixtures("place")
def test_a_wrong_line_among_objects_is_told_after_those_before_it() -> None:
    made = write_meetings(Path("in.jsonl"), 10)
    Path("in.jsonl").write_bytes(b"\n".join([*made[:5], b"{}"]))
    found = []
    with pytest.raises(AccordsError) as told:
        found.extend(objects.read(["in.jsonl"], "meeting"))
    assert {problem.line for problem in told.value.problems} == {6}


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
        "is a flat table, whose lists are in tables of their own"
        in run("validate", flat, "--kind", "meeting", status=1).stderr
    )


@pytest.mark.parametrize(
    "written",
    [b"null", b" null", b" " * 31 + b"null", b" " * 40 + b"null", b" " * 70 + b"null", b"\t \t" * 30 + b"null"],
    ids=len,
)
@pytest.mark.parametrize("colon", [b":", b" " * 20 + b":", b" " * 60 + b":"], ids=len)
def test_a_null_that_may_not_be_is_seen_however_far_its_key_is(written: bytes, colon: bytes) -> None:
    made = [line.rstrip(b"\n") for line in generate.meetings(4, 1, 0.0)]
    made[2] = made[2][:-1].replace(b'"agreements":', b'"x":') + b',"agreements"' + colon + written + b"}"
    assert b'"x"' not in made[2]
    assert fuzz.accepted("meeting", made, 4 << 20) == {0, 1, 3}
    assert list(fuzz.differences("meeting", made, 4 << 20)) == []


@pytest.mark.usefixtures("place")
def test_resuming_with_other_options_is_no_resuming() -> None:
    write_meetings(Path("in.jsonl"), 50)
    words = ("convert", "in.jsonl", "--kind", "meeting", "--out", "out", "--resume")
    run(*words)
    assert "nothing has changed" in run(*words).stdout
    assert "nothing has changed" not in run(*words, "--compression", "zstd").stdout
    meta = pq.ParquetFile("out/parquet/meetings/part-00000.parquet").metadata
    assert meta.row_group(0).column(0).compression == "ZSTD"
    assert "nothing has changed" not in run(*words, "--compression", "zstd", "--format", "csv").stdout
    assert not Path("out/parquet").exists()


@pytest.mark.usefixtures("place")
def test_counting_what_is_wrong_does_not_grow_with_the_input() -> None:
    record = json.loads(next(iter(generate.meetings(1, 1, 0.0))))
    lines_ = [json.dumps(record | {"kind": f"kind {number}"}) for number in range(1_500)]
    Path("in.jsonl").write_text("\n".join(lines_), encoding="utf-8")
    told = json.loads(run("validate", "in.jsonl", "--kind", "meeting", "--format", "json", status=1).stdout)
    assert len(told["messages"]) == 1_001
    assert sum(told["messages"].values()) == told["rejected"] == 1_500


@pytest.mark.usefixtures("place")
def test_the_commands_of_the_page_run() -> None:
    page = (ROOT / "docs" / "stream.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```bash\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    write_meetings(Path("meetings.jsonl"), 20)
    commands = block.splitlines()
    assert len(commands) == 2
    for command in commands:
        run(*command.split()[1:])
    duckdb_read = re.search(r"duckdb\.sql\((.*?)\)`", page)
    assert duckdb_read is not None
    assert duckdb.sql(duckdb_read[1].strip('"')).fetchall()


@pytest.mark.usefixtures("place")
def test_a_wrong_line_is_numbered_in_its_whole_input_whatever_the_unit() -> None:
    made = write_meetings(Path("in.jsonl"), 200)
    made[150] = b"{}"
    Path("in.jsonl").write_bytes(b"\n".join(made) + b"\n")
    found = units(["in.jsonl"], size=20_000)
    job = Job(kind="meeting", folder=None)
    limits = pipeline.Limits(reject=True)
    outcome = pipeline.validate(job, found, executors.here, limits, lambda _: None)
    assert len(found) > 5
    assert [line["line"] for line in outcome.first] == [151]
    with pytest.raises(AccordsError) as told:
        pipeline.validate(job, found, executors.here, pipeline.Limits(reject=False), lambda _: None)
    assert {problem.line for problem in told.value.problems} == {151, None}
    with pytest.raises(AccordsError) as told:
        pipeline.validate(job, found[3:], executors.here, pipeline.Limits(reject=False), lambda _: None)
    assert {problem.line for problem in told.value.problems} == {None}


@pytest.mark.usefixtures("place")
def test_resuming_on_an_input_that_was_cut_since_tells_so() -> None:
    write_meetings(Path("in.jsonl"), 300)
    packed = gzip.compress(Path("in.jsonl").read_bytes())
    Path("a.jsonl.gz").write_bytes(packed)
    words = ("convert", "a.jsonl.gz", "--kind", "meeting", "--out", "out", "--resume")
    run(*words)
    Path("a.jsonl.gz").write_bytes(packed[:-50])
    assert "ends before it is whole" in run(*words, status=1).stderr


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
def test_what_a_conversion_tells_of_itself_is_valid_by_its_published_schema() -> None:
    name = "=a\nb\udcff.jsonl"  # a name that no cell may have, and that is no text
    write_meetings(Path(name), 30, bad=0.2)
    run("convert", name, "--kind", "meeting", "--out", "out", "--on-error", "reject", status=1)
    told = json.loads(Path("out/conversion.json").read_bytes())
    schema = json.loads((ROOT / "schemas" / "v1" / "conversion.schema.json").read_bytes())
    assert list(schema_errors.explainer(schema).iter_errors(told)) == []
    assert told["inputs"][0]["input"] == "=a?b?.jsonl"
    entry = told["inputs"][0]
    assert (entry["accepted"] + entry["rejected"], entry["rejected"] > 0) == (30, True)
    assert account.parse(json.dumps(told | {"kind": None}).encode()) == (
        'tells of no conversion of this program: /kind: null is not of type "string"'
    )


@pytest.mark.usefixtures("place")
def test_a_folder_whose_conversion_json_is_not_ours_is_left_alone() -> None:
    write_meetings(Path("a.jsonl"), 3)
    Path("out").mkdir()
    for content in (b"{}", b"[", b'{"files": 5}', b"[" * 100_000):
        Path("out/conversion.json").write_bytes(content)
        told = run("convert", "a.jsonl", "--kind", "meeting", "--out", "out", "--resume", status=1).stderr
        assert "out/conversion.json: " in told
        assert Path("out/conversion.json").read_bytes() == content


def test_a_list_with_too_few_items_is_told_in_words() -> None:
    value = json.loads(next(line for line in generate.meetings(50, 1, 0.0) if b'"supports":[{' in line))
    value["evidence"][0]["supports"] = []
    assert list(RowPath("meeting").explained(value)) == [
        ("/evidence/0/supports", "no items where at least 1 belong", "add one, or remove the list")
    ]
