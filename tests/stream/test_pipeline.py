"""Lines by the million: nothing lost, nothing half-written."""

import json
import resource
import signal
import subprocess
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from commands import run, run_process, tree
from conftest import ROOT
from streams import digest, generate, write_meetings

from accords_data.model.records import MODELS, PLURALS
from accords_data.problems import AccordsError
from accords_data.release import conversion_manifest
from accords_data.seeds import schema_errors
from accords_data.stream import executors, pipeline
from accords_data.stream.inputs import units
from accords_data.stream.unit import Job


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


@pytest.mark.usefixtures("place")
def test_nothing_is_lost_and_each_rejected_line_is_found_again() -> None:
    made = write_meetings(Path("in.jsonl"), 3_000, bad=0.2)
    Path("in.jsonl").write_bytes(Path("in.jsonl").read_bytes() + b"\n  \n")
    done = run(
        "convert", "in.jsonl", "--kind", "meeting", "--out", "out", "--on-error", "reject", "--output", "json", status=1
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


@pytest.mark.usefixtures("place")
def test_incomplete_evidence_is_converted_and_leaves_its_rows_without_a_grade() -> None:
    line = {"id": "a", "label": "A", "kind": "call", "mode": "phone", "participants": [{"item": "kaz",
            "country": "KAZ", "role": "participant", "attendance": "attended"}]}  # fmt: skip
    cells = [{"field": each, "basis": "stated"} for each in ("/kind", "/mode", "/nothing", "/participants/isr/role")]
    told = {"source": "b", "quote": "a call", "supports": cells}
    dispute = told | {"stance": "disputes", "supports": cells[:1]}
    lines = [line, line | {"id": "b", "evidence": [told, dispute]}, line | {"id": "c", "evidence": [dispute]}]
    Path("in.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in lines), encoding="utf-8")
    run("convert", "in.jsonl", "--kind", "meeting", "--out", "out")
    names = ["evidence_grade", "source_count", "disputed"]
    rows = pq.read_table("out/parquet/meetings").select(names).to_pylist()
    assert [tuple(row.values()) for row in rows] == [(None, 0, None), ("quoted", 1, "kind"), (None, 0, "kind")]
    people = pq.read_table("out/parquet/meeting_participants").select(names).to_pylist()
    assert [tuple(row.values()) for row in people] == [(None, 0, None)] * 3
    assert "evidence_grade" in Path("out/csv/meetings/part-00000.csv").read_text(encoding="utf-8").splitlines()[0]


def test_without_leave_a_wrong_line_stops_it_and_nothing_is_written(place: Path) -> None:
    write_meetings(Path("in.jsonl"), 50, bad=0.3)
    told = run("convert", "in.jsonl", "--kind", "meeting", "--out", "out", status=1).stderr
    assert "in.jsonl:" in told
    assert "--on-error reject" in told
    assert sorted(path.name for path in place.iterdir()) == ["in.jsonl"]
    words = ("--on-error", "reject", "--max-errors", "2")
    told = run("convert", "in.jsonl", "--kind", "meeting", "--out", "out", *words, status=1).stderr
    assert "more than 2 wrong lines" in told
    assert sorted(path.name for path in place.iterdir()) == ["in.jsonl"]


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

    done = run_process("convert", "in.jsonl", "--kind", "meeting", "--out", "out", status=1, preexec_fn=limited)
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


@pytest.mark.usefixtures("place")
def test_an_input_without_a_line_is_a_problem() -> None:
    Path("in.jsonl").write_bytes(b"")
    assert "0 read" in run("validate", "in.jsonl", "--kind", "meeting", status=1).stdout


@pytest.mark.usefixtures("place")
def test_counting_what_is_wrong_does_not_grow_with_the_input() -> None:
    record = json.loads(next(iter(generate.meetings(1, 1, 0.0))))
    lines_ = [json.dumps(record | {"kind": f"kind {number}"}) for number in range(1_500)]
    Path("in.jsonl").write_text("\n".join(lines_), encoding="utf-8")
    told = json.loads(run("validate", "in.jsonl", "--kind", "meeting", "--output", "json", status=1).stdout)
    assert len(told["messages"]) == 1_001
    assert sum(told["messages"].values()) == told["rejected"] == 1_500


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
def test_what_a_conversion_tells_of_itself_is_valid_by_its_published_schema() -> None:
    name = "=a\nb\udcff.jsonl"  # a name that no cell may have, and that is no text
    write_meetings(Path(name), 30, bad=0.2)
    run_process("convert", name, "--kind", "meeting", "--out", "out", "--on-error", "reject", status=1)
    told = json.loads(Path("out/conversion.json").read_bytes())
    schema = json.loads((ROOT / "schemas" / "v1" / "conversion.schema.json").read_bytes())
    assert list(schema_errors.explainer(schema).iter_errors(told)) == []
    assert told["inputs"][0]["input"] == "=a?b?.jsonl"
    entry = told["inputs"][0]
    assert (entry["accepted"] + entry["rejected"], entry["rejected"] > 0) == (30, True)
    assert conversion_manifest.parse(json.dumps(told | {"kind": None}).encode()) == (
        'does not describe a conversion by this program: /kind: null is not of type "string"'
    )
