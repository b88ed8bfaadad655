"""`accords site`, and the commands of its page."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import process, run
from conftest import EXPORTS, ROOT
from sites import Page, site

from accords_data.release import pack
from accords_data.site import build


def test_the_same_release_gives_the_same_bytes_anywhere_as_folder_and_as_archive(tmp_path: Path) -> None:
    packed = tmp_path / "release.zip"
    files = {path.relative_to(EXPORTS).as_posix(): path.read_bytes() for path in EXPORTS.rglob("*") if path.is_file()}
    packed.write_bytes(pack.zip_bytes(files, "accords-data"))
    for place, out, environment in (
        (EXPORTS, "one", {"PYTHONHASHSEED": "1", "TZ": "Asia/Almaty", "LC_ALL": "C"}),
        (packed, "other", {"PYTHONHASHSEED": "2", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
    ):
        done = process("accords", "site", str(place), "--out", str(tmp_path / out), env=environment)
        assert done.returncode == 0, done.stderr
    one, other = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "one", tmp_path / "other")
    )
    assert one == other
    assert {name: content for name, content in one.items() if name != build.LIST} == site()


def test_the_commands_of_its_page_run(tmp_path: Path) -> None:
    shutil.copytree(EXPORTS, tmp_path / "exports")
    (block,) = re.findall(
        r"^```bash\n(.*?)^```", (ROOT / "docs" / "site.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    assert block.startswith("accords site --out site\n")
    for line in block.splitlines():
        program, *words = line.split()
        done = subprocess.run([Path(sys.executable).parent / program, *words], cwd=tmp_path, check=False)
        assert done.returncode == 0
    told = Page((tmp_path / "site" / "changes.html").read_bytes()).text
    assert "no facts, evidence or schemas differ" in told


def test_a_site_is_not_written_into_the_release_that_it_shows(release: Path) -> None:
    done = run("site", str(release), "--out", str(release / "site"), status=1)
    assert "is inside the folder of the release" in done.stderr
    assert run("verify", str(release)).stdout.startswith(str(release))


def test_a_release_that_does_not_verify_is_not_drawn(release: Path) -> None:
    (release / "csv" / "meetings.csv").write_bytes(b"id\n")
    done = run("site", str(release), "--out", str(release.parent / "site"), status=1)
    assert "csv/meetings.csv" in done.stderr
    assert not (release.parent / "site").exists()


def test_without_an_argument_the_release_at_hand_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = run("site", "--out", str(tmp_path / "site"))
    assert done.stdout == ""
    assert f"{len(site()) + 1} files written" in done.stderr
    monkeypatch.chdir(tmp_path)
    run("site", "--out", str(tmp_path / "site"), "--quiet")
