"""Long work shows on a terminal how far it has come, and nowhere else."""

import contextlib
import pty
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from commands import process, shown_on
from conftest import EXPORTS

from accords_data.cli import progress
from accords_data.release import build, export
from accords_data.seeds import dataset, files
from accords_data.site import build as site
from accords_data.site import collection
from accords_data.verify import verify

AT_ONCE, NEVER = 0, 3600
"""Seconds before there is a bar: instead of the second that a test would have to wait for."""
LONG = {
    "check": ["accords", "check"],
    "verify": ["accords", "verify", str(EXPORTS)],
    "site": ["accords", "site", str(EXPORTS), "--out", "made"],
    "release": ["accords", "release", "--version", "2026.12.0", "--out", "made"],
    "export": ["accords-export", "--out", "made"],
    "export --check": ["accords-export", "--check", "--out", str(EXPORTS)],
}
STEPS = {
    "check": ".yaml", "verify": " reading the files", "site": " rows", "release": ".yaml", "export": ".yaml",
    "export --check": ".yaml",
}  # fmt: skip
"""Part of one of the first steps that each of them shows."""
EACH_IS_SEEN = """
import threading
seen, take, words = threading.Event(), progress._Steps.take, progress._Steps.words
def taken(steps, name):
    take(steps, name)
    if steps.number <= 3:
        seen.clear()
        seen.wait()
def shown(steps):
    found = words(steps)
    seen.set()
    return found
progress._Steps.take, progress._Steps.words = taken, shown
"""
"""Lets the first steps wait until they are shown, however slow the machine is."""


def on_a_terminal(wait: float, program: str, *words: str) -> tuple[int, str, str]:
    """Return the status of `program`, its stdout, and what a terminal gets that its stderr is."""
    code = (
        f"import sys; sys.argv = {[program, *words]!r}; from accords_data.cli import progress\n"
        f"progress.WAIT, progress.PAUSE = {wait}, 0.001\n{EACH_IS_SEEN if wait == AT_ONCE else ''}"
        "from accords_data import __main__ as programs\n"
        f"programs.{'export' if program == 'accords-export' else 'accords'}()"
    )
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=theirs, text=True) as running:
        shown = shown_on(ours, theirs)
        said = running.stdout.read() if running.stdout is not None else ""
    return running.returncode, said, shown


@pytest.mark.parametrize("name", LONG)
def test_long_work_shows_its_steps_on_a_terminal_and_ends_them_before_it_says_anything(name: str, real: Path) -> None:
    status, said, shown = on_a_terminal(AT_ONCE, *LONG[name])
    assert status == 0
    assert STEPS[name] in shown
    *_, after = shown.rpartition("\x1b[?25h\n")  # the cursor is back, at the start of a line
    assert said == (process(*LONG[name]).stdout if name in {"check", "verify"} else "")
    assert "\x1b" not in after
    assert real.is_dir()


def test_short_work_shows_no_steps(base: Path) -> None:
    status, said, shown = on_a_terminal(NEVER, *LONG["check"])
    assert (status, shown) == (0, "")
    assert "records" in said
    assert base.is_dir()


@pytest.mark.parametrize("name", ["site", "release", "export", "export --check"])
def test_quiet_work_shows_no_steps(name: str, real: Path) -> None:
    assert on_a_terminal(AT_ONCE, *LONG[name], "--quiet") == (0, "", "")
    assert real.is_dir()


def test_each_file_record_and_page_is_a_step(base: Path, tmp_path: Path) -> None:
    steps: list[str] = []
    loaded = dataset.load(base, on_step=steps.append)
    paths = [str(path) for kind in loaded.records for path in files.paths_of(base, kind)]
    assert steps == [*paths, *paths]  # read, and checked
    steps.clear()
    built = build.build(loaded, build.unreleased(loaded), on_step=steps.append)
    assert sorted(steps) == sorted(built.files)
    steps.clear()
    edition = build.unreleased(loaded)
    export.write(tmp_path / "out", loaded, edition, build.choice(), lambda: None, on_step=steps.append)
    assert sorted(steps) == sorted(built.files)
    steps.clear()
    export.compare(tmp_path / "out", loaded, edition, build.choice(), whole=True, on_step=steps.append)
    assert sorted(steps) == sorted(built.files)
    steps.clear()
    number = site.write(tmp_path / "site", collection.read(EXPORTS), None, lambda: None, steps.append)
    assert len(set(steps)) == len(steps) == number - 1  # the list of them is no page
    steps.clear()
    collection.read(EXPORTS, steps.append)
    checks = ["rows", "records", "references", "passages", "checksums"]
    assert steps == checks
    verify.verify(EXPORTS, steps.append)
    assert steps == [*checks, "reading the files", *checks]


def test_a_second_is_waited_for() -> None:
    assert progress.WAIT == 1


def test_problems_are_said_after_the_bar(base: Path) -> None:
    (base / "countries" / "ISR.yaml").write_text("id: [\n", encoding="utf-8")
    status, said, shown = on_a_terminal(AT_ONCE, "accords", "check")
    assert (status, said) == (1, "")
    bar, _, problems = shown.rpartition("\x1b[?25h\n")
    assert ".yaml" in bar
    assert "ISR.yaml:2:1: not YAML" in problems


def test_without_a_terminal_nothing_is_started(capsys: pytest.CaptureFixture[str]) -> None:
    before = threading.active_count()
    with progress.steps() as on_step:
        on_step("a")
        assert threading.active_count() == before
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("error", [None, KeyboardInterrupt, OSError])
def test_the_bar_ends_however_the_work_ends(
    error: type[BaseException] | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    before = threading.active_count()
    with contextlib.suppress(KeyboardInterrupt, OSError), progress.steps() as on_step:
        assert threading.active_count() == before + 1
        on_step("a")
        if error is not None:
            raise error
    assert threading.active_count() == before
    assert capsys.readouterr() == ("", "")


class Finished(threading.Event):
    """Is set at the third look."""

    looks = 0

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout == (progress.PAUSE if self.looks else progress.WAIT)
        self.looks += 1
        return self.looks > 2


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("seeds/countries/KAZ.yaml", "2 seeds/countries/KAZ.yaml"),
        ("\x1b[2J\x07\rgone\n", r"2 \x1b[2J\x07\rgone\n"),
        ("\u202e日本\ud800", r"2 \u202e\u65e5\u672c\ud800"),
        ("a" * 100 + "b", f"2 {'a' * 27}b"),
    ],
)
def test_a_step_is_shown_with_its_number_and_nothing_that_a_terminal_obeys(
    name: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    steps = progress._Steps()  # noqa: SLF001 - shown without a thread
    steps.take("first")
    steps.take(name)
    steps.show(Finished())
    said = capsys.readouterr()
    assert said.out == ""
    assert re.search(rf"  {re.escape(words)}[ \x1b]", said.err)
    assert "\x07" not in said.err
    assert "\x1b[2J" not in said.err
    assert max(len(re.sub(r"\x1b\[[?]25[lh]", "", line)) for line in said.err.split("\r")) < 75  # the number may grow
