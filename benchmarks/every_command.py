"""How long each command takes now, against the commit before the commands were made fast.

Builds both from git, each in an environment of its own with the run-time libraries alone, and once more with pandas
beside them. Then whole processes run in turns on one core, with compiled bytecode, and the table gives medians and the
median of the ratios, pair by pair. Run it from the root of the repository, with nothing else running::

    python3 benchmarks/every_command.py --work /tmp/commands

``--tests`` adds the README's test command, which takes some ten minutes. A second run with the same ``--work`` builds
nothing again; remove the folder to measure a later commit.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

BEFORE = "3eac30e"
BARE = "python -c pass"
MEETING = "meeting 2025-11-06-white-house"
PASSAGE = "2025-11-06-kazakhstan-to-join 'maintained diplomatic ties'"
EXPORT_GOAL = 0.38


@dataclass(frozen=True)
class Row:
    """A line of the table: `command` now against `against` (the same command before, unless told)."""

    command: str
    goal: float
    against: str = ""
    pandas: bool = False


ROWS = (
    Row("accords-export --help", 3, BARE),
    Row("accords --help", 3, BARE),
    Row("accords check", 0.28),
    Row(f"accords show {MEETING}", 0.28),
    Row("accords status", 0.28),
    Row(f"accords cite {PASSAGE}", 0.28),
    Row("accords coverage", 0.28),
    Row("accords fmt --check", 0.08),
    Row("accords conflicts", 0.25),
    Row("accords-export --out OUT", EXPORT_GOAL),
    Row("accords-export --out OUT", EXPORT_GOAL, pandas=True),
    Row("accords-export --check", EXPORT_GOAL),
    Row("accords verify", 0.7),
    Row("accords site --out OUT", 0.6),
)
TESTS = Row("python -m pytest -q", 150)


@dataclass(frozen=True)
class Run:
    """What one process took: CPU seconds (its children's too), wall seconds, and peak memory in MB."""

    cpu: float
    wall: float
    memory: float


def quiet(*command: str, where: Path | None = None) -> None:
    """Run `command` in the folder `where`, without its output."""
    subprocess.run(command, cwd=where, check=True, stdout=subprocess.DEVNULL)


def build(work: Path, commit: str, extra: str) -> Path:
    """Return the checkout of `commit` below `work`, built if missing, with its environment and `extra` in it."""
    folder = work / f"{commit[:12]}{'-' + extra if extra else ''}"
    if (folder / "built").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    archive = subprocess.check_output(["/usr/bin/git", "archive", commit])
    subprocess.run(["/bin/tar", "x"], cwd=folder, input=archive, check=True)
    quiet(sys.executable, "-m", "venv", ".venv", where=folder)
    packages = ".[test]" if extra == "test" else "."
    beside = ["pandas"] if extra == "pandas" else []
    quiet(".venv/bin/pip", "install", "-q", "-c", "constraints.txt", packages, *beside, where=folder)
    quiet(".venv/bin/python", "-m", "compileall", "-q", ".venv/lib", where=folder)
    (folder / "built").touch()
    return folder


def run(folder: Path, command: str, core: str) -> Run:
    """Return what `command` took in the checkout `folder`, pinned to `core`; "OUT" in it is a new folder each time."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    program = command.replace("OUT", str(out))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    start = time.perf_counter()
    process = subprocess.Popen(
        ["/usr/bin/taskset", "-c", core, "sh", "-c", f"exec .venv/bin/{program}"],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    errors = process.stderr.read() if process.stderr is not None else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        sys.exit(f"{folder}: {command} ended with {status}: {errors.decode()[-500:]}")
    return Run(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024)


def in_turns(now: Path, before: Path, row: Row, rounds: int) -> tuple[list[Run], list[Run]]:
    """Return `rounds` runs of both sides of `row`, in turns, after one that does not count."""
    pairs = [(run(now, row.command, "1"), run(before, row.against or row.command, "1")) for _ in range(rounds + 1)][1:]
    ones, others = zip(*pairs, strict=True)
    return list(ones), list(others)


def line(row: Row, ones: list[Run], others: list[Run]) -> str:
    """Return `row` of the table: medians of both sides, and the median of the ratios of CPU and of wall seconds."""

    def median(name: str, runs: list[Run]) -> float:
        return statistics.median(getattr(each, name) for each in runs)

    def ratio(name: str) -> float:
        return statistics.median(getattr(a, name) / getattr(b, name) for a, b in zip(ones, others, strict=True))

    reached = "reached" if ratio("cpu") <= row.goal else "not reached"
    name = f"`{row.command.replace(' --out OUT', '')}`{', pandas installed' if row.pandas else ''}"
    name += f" against `{row.against}`" if row.against else ""
    seconds = " | ".join(f"{median(kind, runs):.3f}" for runs in (others, ones) for kind in ("cpu", "wall"))
    return (
        f"| {name} | {seconds} | {median('memory', ones):.0f} | {ratio('cpu'):.2f} | {ratio('wall'):.2f}"
        f" | ≤ {row.goal} | {reached} |"
    )


def measure_tests(work: Path, commit: str) -> None:
    """Print what the README's test command takes, on all cores: CPU seconds against the goal."""
    cores = f"0-{(os.cpu_count() or 1) - 1}"
    folder = build(work, commit, "test")
    taken = run(folder, TESTS.command, cores)
    reached = "reached" if taken.cpu <= TESTS.goal else "not reached"
    seconds = f"{taken.cpu:.0f} | {taken.wall:.0f}"
    print(f"| the README's test command | | | {seconds} | | | | ≤ {TESTS.goal} s | {reached} |")


def main() -> None:
    """Build both, then print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--work", type=Path, required=True, help="a folder for the two checkouts")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--only", default="", help="measure only rows with these words")
    parser.add_argument("--tests", action="store_true", help="measure the test command too")
    asked = parser.parse_args()
    commit = subprocess.run(
        ["/usr/bin/git", "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()
    print(f"{commit[:7]} against {BEFORE}, {asked.rounds} rounds\n")
    print("| command | CPU then | wall then | CPU now | wall now | MB now | CPU ratio | wall ratio | goal | |")
    print("|---|---|---|---|---|---|---|---|---|---|", flush=True)
    for row in ROWS:
        if asked.only in row.command:
            extra = "pandas" if row.pandas else ""
            now, before = build(asked.work, commit, extra), build(asked.work, BEFORE, extra)
            print(line(row, *in_turns(now, before, row, asked.rounds)), flush=True)
    if asked.tests:
        measure_tests(asked.work, commit)


if __name__ == "__main__":
    main()
