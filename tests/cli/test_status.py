"""`accords status` and exports of a part of the record."""

import json
from pathlib import Path

import pytest
from commands import accords, run


def test_status_prints_a_table_within_80_columns(alone: Path) -> None:
    done = accords("status")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "abraham-accords",
        "  country  status     since       who says so",
        "  KAZ      announced  2025-11-06  Kazakhstan",
        "  no step reported: ARE, BHR, ISR, MAR, SDN",
    ]
    assert alone.is_dir()


def test_status_before_anything_was_reported_says_so(alone: Path) -> None:
    done = accords("status", "abraham-accords", "--as-of", "2025-11-05")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no country has taken a step, according to these sources" in done.stderr
    done = accords("status", "--known-by", "2025-11-05")
    assert done.returncode == 1
    assert "--known-by: no source was published by 2025-11-05" in done.stderr
    assert alone.is_dir()


def test_status_answers_a_machine_in_json(alone: Path) -> None:
    told = json.loads(run("status", "--output", "json").stdout)
    (kazakhstan,) = [each for each in told if each["country"] == "KAZ"]
    assert kazakhstan["status"] == "announced"
    assert "announced on Thursday" in kazakhstan["text"]
    assert kazakhstan["grade"] == "quoted"
    assert alone.is_dir()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["status", "abraham-acords"], "did you mean 'abraham-accords'?"),
        (["status", "--as-of", "Thursday"], "'Thursday' is not a date like 2025-11-06"),
        (["export", "--known-by", "2025-02-30"], "'2025-02-30' is not a date like 2025-11-06"),
    ],
)
def test_wrong_use_exits_2_and_says_what_is_right(arguments: list[str], message: str, real: Path) -> None:
    done = accords(*arguments)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())
    assert real.is_dir()


def test_an_export_of_a_cut_says_in_its_files_what_it_is(alone: Path) -> None:
    done = accords("export", "--as-of", "2025-11-05", "--out", "before")
    assert done.returncode == 0
    assert "limited to what held on 2025-11-05: 15 records" in done.stderr
    assert json.loads(Path("before/manifest.json").read_text())["as_of"] == "2025-11-05"
    assert "Limited to what held on 2025-11-05." in Path("before/README.md").read_text()
    assert alone.is_dir()


def test_an_export_of_documents_alone_verifies_and_says_what_it_is(real: Path) -> None:
    done = accords("export", "--source-kind", "document", "--out", "documents")
    assert done.returncode == 0
    assert "limited to sources of kind document: 18 records" in done.stderr
    assert json.loads(Path("documents/manifest.json").read_text())["source_kind"] == "document"
    assert "Limited to sources of the kind `document`." in Path("documents/README.md").read_text()
    assert "no step reported: ARE, BHR, ISR, MAR, SDN" in run("status", "--source-kind", "document").stdout
    assert accords("verify", "documents").returncode == 0
    assert real.is_dir()
