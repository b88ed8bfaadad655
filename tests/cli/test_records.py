"""The commands on the seeds, as a user runs them: real processes, real folders."""

import json
import os
import re
from pathlib import Path

import pytest
import samples
from commands import accords, export, process, run, tree
from conftest import ROOT


def test_the_export_of_the_seeds_equals_the_committed_one(real: Path) -> None:
    done = process("accords-export")
    assert (done.returncode, done.stdout) == (0, "")
    assert real.is_dir()
    if _writer(ROOT / "exports") == _writer(Path("exports")):
        assert tree(Path("exports")) == tree(ROOT / "exports"), "run `accords-export` and commit what it writes"
    else:
        done = process("accords-export", "--check", "--out", str(ROOT / "exports"))
        assert done.returncode == 0, "run `accords-export` and commit what it writes"
        assert "comparing contents, not bytes" in done.stderr


def _writer(release: Path) -> str:
    """Return the version of pyarrow that wrote `release`: another one writes other bytes of the same contents."""
    return str(json.loads((release / "manifest.json").read_text(encoding="utf-8"))["pyarrow"])


def test_the_schemas_equal_the_committed_ones(tmp_path: Path) -> None:
    done = accords("schemas", "--out", str(tmp_path / "schemas"))
    assert done.returncode == 0
    assert tree(tmp_path / "schemas") == tree(ROOT / "schemas"), "run `accords schemas` and commit the result"


def test_the_command_and_the_subcommand_are_one(real: Path) -> None:
    assert export("--out", "one").returncode == 0
    run("export", "--out", "two")
    assert tree(Path("one")) == tree(Path("two")) != {}
    assert real.is_dir()


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"TZ": "Pacific/Kiritimati"}, marks=pytest.mark.exhaustive),
        pytest.param({"LC_ALL": "C"}, marks=pytest.mark.exhaustive),
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8"},
        pytest.param({"PYTHONHASHSEED": "1"}, marks=pytest.mark.exhaustive),
        {"PYTHONHASHSEED": "4242", "OMP_NUM_THREADS": "1", "PYTHONUTF8": "0"},
    ],
)
def test_the_bytes_are_the_same_whatever_the_environment(environment: dict[str, str], real: Path) -> None:
    assert process("accords-export", "--out", "out", env=environment).returncode == 0
    assert tree(Path("out")) == samples.released(samples.whole()).files
    assert real.is_dir()


def test_the_bytes_are_the_same_whatever_the_folder_and_umask(real: Path, tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    before = os.umask(0o077)
    try:
        done = process("accords-export", "--seeds", "../../seeds", "--out", "out", cwd=tmp_path / "deep" / "er")
    finally:
        os.umask(before)
    assert done.returncode == 0
    assert tree(tmp_path / "deep" / "er" / "out") == samples.released(samples.whole()).files
    assert real.is_dir()


def test_check_says_how_much_it_checked(alone: Path) -> None:
    done = accords("check")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "208 of 208 cells covered, 31 of 31 quotes and sentences of summaries found in their texts" in done.stdout
    assert "6 inferred" in done.stdout
    assert alone.is_dir()


def test_check_answers_a_machine_in_json(alone: Path) -> None:
    told = json.loads(run("check", "--output", "json").stdout)
    assert told["cells"]["total"] == told["cells"]["covered"] == 208
    (alone / "meetings" / "2025-11-06-white-house.yaml").write_text("- nothing\n")
    done = accords("check", "--output", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["problems"][0]["line"] == 1


def test_a_problem_stops_the_export_and_leaves_the_former_one(real: Path) -> None:
    run("export")
    before = tree(Path("exports"))
    record = real / "countries" / "KAZ.yaml"
    record.write_text(record.read_text().replace("name: Kazakhstan", "name: Kazachstan"))
    done = export()
    assert done.returncode == 1
    assert "countries/KAZ.yaml:3:7: /name: stated, but 'Kazachstan' is not in the evidence" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(Path("exports")) == before


def test_check_of_the_export_names_each_file_that_is_out_of_step(real: Path) -> None:
    run("export")
    Path("exports/csv/meetings.csv").write_text("changed")
    Path("exports/json/leaders.json").unlink()
    Path("exports/notes.txt").write_text("mine")
    done = export("--check", "--quiet")
    assert done.returncode == 1
    assert [line.partition(" (")[0] for line in done.stderr.splitlines()[:-1]] == [
        "exports/csv/meetings.csv: differs from the generated file",
        "exports/json/leaders.json: missing",
        "exports/notes.txt: is not a generated file",
    ]
    assert "run `accords-export`" in done.stderr
    assert real.is_dir()


def test_check_of_the_export_writes_nothing(real: Path) -> None:
    done = export("--check")
    assert done.returncode == 1
    assert "exports: no such release" in done.stderr
    assert not Path("exports").exists()
    assert real.is_dir()


def test_a_choice_of_formats_and_tables_leaves_the_other_files(real: Path) -> None:
    run("export")
    before = tree(Path("exports"))
    done = export("--format", "csv", "--table", "meetings", "--table", "leaders")
    assert done.returncode == 0
    assert tree(Path("exports")) == before
    assert real.is_dir()


def test_a_choice_of_formats_and_tables_limits_the_data_of_a_new_release(real: Path) -> None:
    run("export", "--format", "csv", "--table", "meetings", "--out", "some")
    assert [path for path in tree(Path("some")) if path.startswith(("csv/", "json/", "parquet/"))] == [
        "csv/meetings.csv"
    ]
    run("export", "--format", "parquet", "--table", "leaders", "--out", "some")
    assert {path for path in tree(Path("some")) if path.startswith(("csv/", "json/", "parquet/"))} == {
        "csv/meetings.csv",
        "parquet/leaders.parquet",
    }
    assert real.is_dir()


def test_a_choice_of_tables_never_mixes_two_states_of_the_seeds(alone: Path) -> None:
    run("export")
    record = alone / "meetings" / "2025-11-06-white-house.yaml"
    record.write_text(record.read_text().replace("label: Meeting", "label: A meeting"))
    assert export("--table", "leaders").returncode == 0
    assert export("--check").returncode == 0
    assert "A meeting" in Path("exports/csv/meetings.csv").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--table", "meeting"], "there is no table 'meeting' (did you mean 'meetings'?)"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--format", "json", "--table", "leader_names"], "JSON nests it in its record"),
        (["--sedes"], "No such option"),
    ],
)
def test_wrong_use_exits_2_and_says_what_is_right(arguments: list[str], message: str, real: Path) -> None:
    done = export(*arguments)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())
    assert real.is_dir()


def test_quiet_says_nothing(real: Path) -> None:
    done = export("--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert real.is_dir()


def test_show_prints_a_record_with_its_quotes_within_80_columns(real: Path) -> None:
    done = accords("show", "meeting", "2025-11-06-white-house")
    assert done.returncode == 0
    # An address is not broken, so that it can be followed.
    lines = [line for line in done.stdout.splitlines() if not re.fullmatch(r" +https?://\S+", line)]
    assert max(map(len, lines)) <= 80
    assert 'resolved by weekday from "Thursday"' in done.stdout
    assert "the leaders of Uzbekistan, Tajikistan, Turkmenistan, and Kyrgyzstan" in " ".join(done.stdout.split())
    assert real.is_dir()


def test_show_in_json_is_the_record_of_the_export(real: Path) -> None:
    told = json.loads(run("show", "leader", "donald-trump", "--output", "json").stdout)
    exported = json.loads((ROOT / "exports" / "json" / "leaders.json").read_text(encoding="utf-8"))
    assert told in exported
    assert real.is_dir()


def test_show_of_an_unknown_record_offers_the_nearest(real: Path) -> None:
    done = accords("show", "leader", "donald-tramp")
    assert done.returncode == 2
    assert "did you mean 'donald-trump'?" in done.stderr
    assert real.is_dir()


def test_out_that_is_a_file_is_refused(real: Path) -> None:
    Path("exports").write_text("mine")
    done = export()
    assert (done.returncode, Path("exports").read_text()) == (1, "mine")
    assert "exports: is a file" in done.stderr
    assert real.is_dir()


@pytest.mark.parametrize("out", ["seeds", "seeds/out", "."])
def test_out_within_or_above_the_seeds_is_refused(out: str, real: Path) -> None:
    before = tree(real)
    done = export("--out", out)
    assert done.returncode == 1
    assert "--out" in done.stderr
    assert tree(real) == before


def test_out_that_holds_something_else_is_refused(real: Path) -> None:
    Path("mine").mkdir()
    Path("mine/thesis.txt").write_text("years of work")
    done = export("--out", "mine")
    assert done.returncode == 1
    assert "mine: contains thesis.txt, not written by accords-data" in done.stderr
    assert Path("mine/thesis.txt").read_text() == "years of work"
    assert real.is_dir()


def test_a_strange_file_in_an_export_is_not_lost(real: Path) -> None:
    run("export")
    Path("exports/notes.txt").write_text("mine")
    done = export()
    assert done.returncode == 1
    assert "exports: contains notes.txt, not written by accords-data" in done.stderr
    assert Path("exports/notes.txt").read_text() == "mine"
    assert real.is_dir()


def test_out_where_nothing_can_be_written_is_refused(real: Path) -> None:
    done = export("--out", "/proc/accords/exports")
    assert done.returncode == 1
    assert "/proc/accords/exports: cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert real.is_dir()


def test_check_of_the_schemas_names_the_one_that_is_out_of_step(place: Path) -> None:
    assert accords("schemas").returncode == 0
    (place / "schemas" / "v1" / "meeting.schema.json").write_text("{}")
    done = accords("schemas", "--check")
    assert done.returncode == 1
    assert done.stderr.startswith("schemas/v1/meeting.schema.json: differs from the generated file (run `accords sch")


def test_an_out_that_is_a_link_to_itself_is_refused(real: Path) -> None:
    Path("exports").symlink_to("exports")
    done = export()
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert real.is_dir()


def test_show_tells_all_that_a_cell_rests_on_and_who_disputes_it(real: Path) -> None:
    shown = run("show", "country", "SDN").stdout
    (cell,) = re.findall(r"/relations/0/event: normalised\n((?:      .*\n)+)", shown)
    assert '[1] resolved by cue_word from "normalized relations"' in cell
    assert cell.count("disputes it: ") == 3
    assert "inferred" not in cell
    assert real.is_dir()
