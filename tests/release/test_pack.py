"""The archives of a release: named, reproducible, and never changed afterwards."""

import os
import zipfile
from pathlib import Path

import pytest
from commands import Done, accords, process, tree

from accords_data.verify import verify

NAMES = {"accords-data-2026.12.0.zip", "accords-data-2026.12.0.tar.gz", "accords-data-2026.12.0.SHA256SUMS"}


COMMAND = ("release", "--version", "2026.12.0")


def release(*options: str) -> Done:
    return accords(*COMMAND, *options)


def test_a_release_is_two_archives_with_their_checksums_and_both_verify(real: Path) -> None:
    done = release("--out", "dist")
    assert (done.returncode, done.stdout) == (0, "")
    assert {path.name for path in Path("dist").iterdir()} == NAMES
    for name in sorted(NAMES)[1:]:
        assert verify.verify(Path("dist") / name).problems == []
    assert real.is_dir()


def test_built_twice_in_two_folders_with_another_time_zone_umask_and_locale_it_is_the_same_file(
    real: Path, tmp_path: Path
) -> None:
    (tmp_path / "else" / "where").mkdir(parents=True)
    assert process("accords", *COMMAND, "--out", "dist", env={"TZ": "UTC", "LC_ALL": "C"}).returncode == 0
    before = os.umask(0o077)
    try:
        done = process(
            "accords", *COMMAND, "--seeds", str(real.resolve()), cwd=tmp_path / "else" / "where",
            env={"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
        )  # fmt: skip
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "else" / "where" / "dist") == tree(Path("dist"))
    assert set(tree(Path("dist"))) == NAMES


def test_no_member_tells_of_the_machine_or_the_hour(real: Path) -> None:
    assert release("--out", "dist").returncode == 0
    with zipfile.ZipFile("dist/accords-data-2026.12.0.zip") as packed:
        infos = packed.infolist()
    assert infos
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.external_attr >> 16 for info in infos} == {0o100644}
    assert {info.filename.partition("/")[0] for info in infos} == {"accords-data-2026.12.0"}
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)
    assert real.is_dir()


def test_releasing_the_same_again_is_fine_and_another_content_under_the_same_version_is_refused(real: Path) -> None:
    assert release("--out", "dist").returncode == 0
    assert release("--out", "dist").returncode == 0
    before = tree(Path("dist"))
    record = real / "meetings" / "2025-11-06-white-house.yaml"
    record.write_text(record.read_text().replace('label: "Meeting', 'label: "A meeting'))
    done = release("--out", "dist")
    assert done.returncode == 1
    assert "a release never changes (choose a new version)" in done.stderr
    assert tree(Path("dist")) == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--version", "1.0"], "'1.0' is not a release version (year, month and number"),
        (["--version", "2026.01.0"], "is not a release version"),
        (["--version", "2026.13.0"], "is not a release version"),
        (["--date", "2026-11-30"], "--date: 2026-11-30 is not in 2026-12, the month of 2026.12.0"),
        (["--date", "2026-12-32"], "Invalid value for '--date': '2026-12-32' is not a date like 2025-11-06"),
        (["--key", "nowhere.key"], "nowhere.key: cannot be read: No such file or directory"),
        (["--key", "seeds/leaders/donald-trump.yaml"], "is not a signing key"),
        (["--out", "/proc/accords"], "/proc/accords: cannot be written"),
        (["--out", "seeds/leaders/donald-trump.yaml"], "cannot be written"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_released(options: list[str], message: str, real: Path) -> None:
    done = release("--out", "dist", *options)
    assert done.returncode in {1, 2}
    assert message in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert not Path("dist").exists() or list(Path("dist").iterdir()) == []
    assert real.is_dir()


def test_the_day_of_a_release_stands_in_its_citation_only_when_it_is_known(real: Path) -> None:
    assert release("--out", "month").returncode == 0
    assert release("--out", "day", "--date", "2026-12-03").returncode == 0
    told = []
    for name in ("month", "day"):
        with zipfile.ZipFile(f"{name}/accords-data-2026.12.0.zip") as packed:
            told.append(packed.read("accords-data-2026.12.0/CITATION.cff").decode())
    assert "date-released" not in told[0]
    assert 'date-released: "2026-12-03"' in told[1]
    assert real.is_dir()
