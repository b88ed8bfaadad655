"""`accords verify`: what it checked, in words and for a machine."""

import json
from pathlib import Path

from commands import accords
from conftest import EXPORTS
from packing import zipped


def test_the_command_says_what_it_checked_and_exits_with_1_when_something_is_wrong(tmp_path: Path) -> None:
    done = accords("verify", str(EXPORTS))
    assert (done.returncode, done.stderr) == (0, "")
    assert "27 tables with the same rows in Parquet, CSV and JSON" in done.stdout
    assert max(map(len, done.stdout.splitlines()[1:])) <= 80
    place = tmp_path / "bad.zip"
    place.write_bytes(zipped(("../evil.txt", b"x")))
    done = accords("verify", str(place))
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{place}/../evil.txt: has a name that points outside the archive" in done.stderr
    assert "nothing was written" not in done.stderr


def test_the_command_answers_a_machine_in_json(tmp_path: Path) -> None:
    done = accords("verify", str(EXPORTS), "--output", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["tables"] == 27
    done = accords("verify", str(tmp_path / "nowhere"), "--output", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["problems"][0]["message"] == "no such folder or archive"
