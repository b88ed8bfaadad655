"""Measure the converter side by side with its rivals: ``measure.py --venvs DIR --data DIR [--sizes 10000,100000,…]``.

Whole processes in turns (A B C, A B C, …), bytecode compiled first, nothing of PYTHON* in the environment, the input
read once before and earlier writes flushed, so that nobody pays for another's. Seconds are medians; ratios are medians
of the ratios of each round. One core is ``taskset -c 0``; with two workers nothing is pinned.

Memory is the largest resident set of any one process of a command, as `os.wait4` tells of the command and of those it
waited for; it is no sum over workers. That of Dask is its client's alone: scheduler and workers are started before the
clock and are not ours.

Each rival has a virtual environment of its own under ``--venvs``, made when missing; the project is installed anew.
"""

import argparse
import compileall
import contextlib
import functools
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generate import meetings

HERE = Path(__file__).parent
TASKSET = shutil.which("taskset") or "taskset"
WITH_PROJECT = {"accords", "limit", "plain_stack"}
BAD = {"good": 0.0, "one": 0.01, "bad": 1.0}
"""The inputs, each with the fraction of its lines that is bad."""
MEGABYTE = 1 << 20
MEMORY_SIZES = (100_000, 3_000_000)
MEMORY_LIMIT = 256


@dataclass(frozen=True)
class Place:
    """Where a command finds its programs, its input and its output."""

    venvs: Path
    source: Path
    out: Path

    def program(self, venv: str, name: str = "python") -> str:
        """Return the program `name` of the virtual environment `venv`."""
        return str(self.venvs / venv / "bin" / name)


@dataclass(frozen=True)
class Case:
    """One command that is measured."""

    name: str
    title: str
    command: Callable[[Place], list[str] | None]
    venv: str = "accords"
    source: str = "good"
    cores: int = 1
    exits: frozenset[int] = frozenset({0})
    keeps_output: bool = False
    """Whether it runs on what `accords convert` left, not on an empty folder."""
    around: Callable[[Place], contextlib.AbstractContextManager[None]] = field(
        default=lambda _: contextlib.nullcontext()
    )


def convert(*options: str) -> Callable[[Place], list[str]]:
    """Return the command `accords convert` with `options`."""
    return lambda place: [
        place.program("accords", "accords"), "convert", str(place.source), "--kind", "meeting", "--out", str(place.out),
        *options,
    ]  # fmt: skip


def rival(name: str, *options: str) -> Callable[[Place], list[str]]:
    """Return the command of the program `name` of the rivals with `options`."""
    program = HERE / "rivals" / f"{name}.py"
    return lambda place: [place.program(name), str(program), str(place.source), str(place.out), *options]


def attrs_objects(place: Place) -> list[str]:
    """Return the command that builds validated attrs objects from the bytes of the input."""
    program = (
        "import sys; from accords_data.stream import objects; sum(1 for _ in objects.read(sys.argv[1:], 'meeting'))"
    )
    return [place.program("accords"), "-c", program, str(place.source)]


def with_dask(place: Place) -> list[str]:
    """Return the command that has the work done by the Dask cluster of `dask_cluster`."""
    return convert("--engine", "dask", "--address", dask_address())(place)


@functools.cache
def dask_address() -> str:
    """Return an address of this machine that is free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"tcp://127.0.0.1:{free.getsockname()[1]}"


@contextlib.contextmanager
def dask_cluster(place: Place) -> Iterator[None]:
    """Keep a Dask scheduler and two workers of one thread each."""
    dask = place.program("accords", "dask")
    address = dask_address()
    commands = (
        [dask, "scheduler", "--host", address, "--no-dashboard"],
        [dask, "worker", address, "--nworkers", "2", "--nthreads", "1", "--no-dashboard", "--memory-limit", "0"],
    )
    waiting = "import sys; from distributed import Client; Client(sys.argv[1], timeout=60).wait_for_workers(2, 60)"
    with contextlib.ExitStack() as stack:
        for command in commands:
            process = subprocess.Popen(
                command,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment(),
                cwd=place.out.parent,
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
        subprocess.run([place.program("accords"), "-c", waiting, address], check=True, env=environment())
        yield


REJECT = ("--on-error", "reject")
ANY = frozenset({0, 1})
CASES = (
    Case("convert", "`accords convert`", convert()),
    Case("limit", "limit: pyarrow, unvalidated", rival("limit"), "limit"),
    Case("documented", "pyarrow as documented, unvalidated", rival("pyarrow_documented"), "pyarrow_documented"),
    Case("convert-2", "`accords convert --workers 2`", convert("--workers", "2"), cores=2),
    Case("limit-2", "limit, two processes", rival("limit", "--workers", "2"), "limit", cores=2),
    Case("dask", "`accords convert --engine dask`, two workers", with_dask, cores=2, around=dask_cluster),
    Case("same", "`accords convert`, Parquet and CSV alone", convert("--format", "parquet", "--format", "csv")),
    Case("one", "`accords convert`, 1 % bad", convert(*REJECT), source="one", exits=ANY),
    Case("bad", "`accords convert`, all bad", convert(*REJECT), source="bad", exits=ANY),
    Case("resume", "`accords convert --resume`, again", convert("--resume"), keeps_output=True),
    Case("attrs", "validated attrs objects from bytes", attrs_objects),
    Case("duckdb", "DuckDB, unvalidated", rival("duckdb_copy"), "duckdb_copy"),
    Case("duckdb-again", "DuckDB, unvalidated, no nested table", rival("duckdb_copy", "--again"), "duckdb_copy"),
    Case("polars", "polars, unvalidated", rival("polars_unvalidated"), "polars_unvalidated"),
    Case("pydantic", "pydantic and polars", rival("pydantic_polars"), "pydantic_polars"),
    Case("plain", "plain stack", rival("plain_stack"), "plain_stack"),
    Case("jsonschema", "jsonschema alone, no outputs", rival("jsonschema_alone"), "jsonschema_alone"),
    Case("jsonschema-bad", "jsonschema alone, all bad", rival("jsonschema_alone"), "jsonschema_alone", source="bad"),
    Case("frictionless", "Frictionless", rival("frictionless_rival"), "frictionless_rival"),
    Case("linkml", "LinkML, no outputs", rival("linkml_rival"), "linkml_rival"),
    Case("followthemoney", "FollowTheMoney, CSV alone", rival("followthemoney_rival"), "followthemoney_rival"),
    Case("dlt", "dlt, Parquet alone", rival("dlt_rival"), "dlt_rival"),
)


@dataclass(frozen=True)
class Run:
    """What one run took."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Goal:
    """A ratio that is to be reached."""

    title: str
    over: str
    under: str
    goal: float
    size: int
    what: str = "seconds"
    at_least: bool = True


MILLION = 1_000_000
GOALS = (
    Goal("validated, of the limit's speed, one core", "limit", "convert", 0.85, MILLION),
    Goal("validated, of the limit's speed, one core", "limit", "convert", 1.0, 100_000),
    Goal("validated, of documented pyarrow's speed, one core", "documented", "convert", 0.85, MILLION),
    Goal("validated, of documented pyarrow's speed, one core", "documented", "convert", 1.0, 100_000),
    Goal("validated, of the limit's speed, two cores", "limit-2", "convert-2", 0.95, MILLION),
    Goal("faster than DuckDB unvalidated", "duckdb", "convert", 1.4, MILLION),
    Goal("memory, of DuckDB's", "convert", "duckdb", 0.2, MILLION, "megabytes", at_least=False),
    Goal("faster than the plain stack", "plain", "convert", 35, 100_000),
    Goal("two workers, faster than one", "convert", "convert-2", 1.8, MILLION),
    Goal("1 % bad lines, of the time of good ones", "one", "convert", 1.3, MILLION, at_least=False),
    Goal("all bad, faster than jsonschema alone", "jsonschema-bad", "bad", 1.0, 100_000),
    Goal("again with --resume, of the first time", "resume", "convert", 0.1, MILLION, at_least=False),
    Goal("attrs objects, faster than the plain stack", "plain", "attrs", 30, 100_000),
    Goal("Dask with two workers, of two processes' speed", "convert-2", "dask", 0.85, MILLION),
)
Results = dict[tuple[str, int], list[Run]]


def environment() -> dict[str, str]:
    """Return the environment of every command: ours without PYTHON*, and without a virtual environment's."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


def prepare(venvs: Path, names: set[str], project: Path) -> None:
    """Make the virtual environments `names` that are missing, install `project` where it is used, and compile all."""
    for name in sorted(names):
        python = venvs / name / "bin" / "python"
        pip = [str(python), "-m", "pip", "install", "--quiet"]
        if not python.exists():
            say(f"environment {name}")
            subprocess.run([sys.executable, "-m", "venv", str(venvs / name)], check=True, env=environment())
            requirements = HERE / "rivals" / "requirements" / f"{name}.txt"
            subprocess.run([*pip, "-r", str(requirements)], check=True, env=environment())
        if name in WITH_PROJECT:
            constraints = project / "constraints.txt"
            subprocess.run([*pip, "-c", str(constraints), str(project)], check=True, env=environment())
        subprocess.run([str(python), "-m", "compileall", "-qq", str(venvs / name / "lib")], check=False)
    compileall.compile_dir(HERE, quiet=2)


def input_of(data: Path, size: int, source: str) -> Path:
    """Return the input of `size` records, written when missing and read once, so that it is in the cache."""
    path = data / f"{source}-{size}.jsonl"
    if not path.exists():
        say(f"input {path.name}")
        partial = path.with_suffix(".partial")
        with partial.open("wb") as file:
            file.writelines(meetings(size, bad=BAD[source]))
        partial.rename(path)
    with path.open("rb") as file:
        while file.read(MEGABYTE):
            pass
    return path


def run(case: Case, place: Place) -> Run:
    """Run `case` once."""
    if case.keeps_output:
        if not place.out.exists():
            once(Case("first", "", convert()), place)
    elif place.out.exists():
        shutil.rmtree(place.out)
    with case.around(place):
        return once(case, place)


def once(case: Case, place: Place) -> Run:
    """Run the command of `case` and wait for it."""
    command = case.command(place) or []
    pinned = [TASKSET, "-c", "0", *command] if case.cores == 1 else command
    os.sync()
    with tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        process = subprocess.Popen(pinned, stdout=told, stderr=told, env=environment(), cwd=place.out.parent)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in case.exits:
            told.seek(0)
            sys.stderr.buffer.write(told.read()[-4000:])
            sys.exit(f"{case.name}: exit status {process.returncode}")
    kilobyte = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss * kilobyte / MEGABYTE)


def measure(cases: list[Case], sizes: list[int], arguments: argparse.Namespace, work: Path) -> Results:
    """Return the runs of each case at each size, in turns; a case whose forecast is over the cap is left out."""
    results: Results = {}
    for at, size in enumerate(sizes):
        here = []
        for case in cases:
            forecast = None
            if at:
                before = results.get((case.name, sizes[at - 1]))
                forecast = median(before, "seconds") * size / sizes[at - 1] if before else float("inf")
            if forecast is not None and forecast > arguments.cap:
                told = f"forecast {forecast:,.0f} s" if forecast < float("inf") else "over the cap before"
                say(f"{case.name}, {size:,}: not run, {told}")
                continue
            place = Place(arguments.venvs, input_of(arguments.data, size, case.source), work / f"{case.name}-{size}")
            here.append((case, place))
        for number in range(arguments.rounds):
            for case, place in here:
                results.setdefault((case.name, size), []).append(run(case, place))
                say(f"round {number + 1}, {size:,}, {case.name}: {results[case.name, size][-1].seconds:.2f} s")
        for _, place in here:
            shutil.rmtree(place.out, ignore_errors=True)
    return results


def median(runs: list[Run], what: str) -> float:
    """Return the median of `what` of `runs`."""
    return statistics.median(getattr(each, what) for each in runs)


def print_table(cases: list[Case], sizes: list[int], results: Results, cap: float) -> None:
    """Print seconds, records a second and memory of each case at each size."""
    print(f"| command | {' | '.join(f'{size:,} (s) | MB' for size in sizes)} | records a second |")
    print("|---" * (2 + 2 * len(sizes)) + "|")
    for case in cases:
        cells = []
        speed = ""
        for at, size in enumerate(sizes):
            runs = results.get((case.name, size))
            if runs:
                seconds = median(runs, "seconds")
                cells += [f"{seconds:.2f}", f"{median(runs, 'megabytes'):,.0f}"]
                speed = f"{size / seconds:,.0f}"
                continue
            before = results.get((case.name, sizes[at - 1])) if at else None
            forecast = median(before, "seconds") * size / sizes[at - 1] if before else None
            cells += [f"not run, forecast {forecast:,.0f} s" if forecast else f"not run, over {cap:,.0f} s before", ""]
        print(f"| {case.title} | {' | '.join(cells)} | {speed} |")


def print_goals(results: Results) -> None:
    """Print each goal with its ratio; one whose size was not measured is told at the largest below it and left open."""
    print("\n| goal | records | ratio | goal | |\n|---|---|---|---|---|")
    for goal in GOALS:
        measured = sorted(size for name, size in results if name == goal.over and (goal.under, size) in results)
        fitting = [size for size in measured if size <= goal.size]
        if not fitting:
            print(f"| {goal.title} | {goal.size:,} | - | {bound(goal)} | not measured |")
            continue
        size = fitting[-1]
        pairs = zip(results[goal.over, size], results[goal.under, size], strict=True)
        ratio = statistics.median(getattr(one, goal.what) / getattr(other, goal.what) for one, other in pairs)
        reached = ratio >= goal.goal if goal.at_least else ratio <= goal.goal
        verdict = "reached" if reached else "missed"
        if size != goal.size:
            verdict = f"open: to be measured at {goal.size:,}"
        print(f"| {goal.title} | {size:,} | {ratio:.2f} | {bound(goal)} | {verdict} |")


def bound(goal: Goal) -> str:
    """Return what the ratio of `goal` is to be."""
    return f"{'≥' if goal.at_least else '≤'} {goal.goal:g}"


def print_memory(arguments: argparse.Namespace, work: Path) -> None:
    """Print the peak memory of the converter at two sizes far apart, and whether it grows."""
    peaks = []
    for size in MEMORY_SIZES:
        place = Place(arguments.venvs, input_of(arguments.data, size, "good"), work / "memory")
        peaks.append(run(CASES[0], place).megabytes)
        shutil.rmtree(place.out)
    small, large = peaks
    ratio = large / small
    sizes = "{:,} against {:,}".format(*reversed(MEMORY_SIZES))
    print(f"| peak memory, {sizes} | | {ratio:.2f} | ≤ 1.1 | {'reached' if ratio <= 1.1 else 'missed'} |")  # noqa: PLR2004 - said in the same line
    fits = "reached" if large <= MEMORY_LIMIT else "missed"
    print(f"| peak memory, MB | {MEMORY_SIZES[1]:,} | {large:.0f} | ≤ {MEMORY_LIMIT} | {fits} |")


def say(message: str) -> None:
    """Tell how far it is, on stderr."""
    print(message, file=sys.stderr, flush=True)


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venvs", type=lambda text: Path(text).absolute(), required=True)
    parser.add_argument("--data", type=lambda text: Path(text).absolute(), required=True)
    parser.add_argument("--project", type=Path, default=HERE.parents[1], help="the project to install")
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cap", type=float, default=240, help="seconds that a run may be forecast to take")
    parser.add_argument("--only", help="names of cases, with commas between")
    parser.add_argument("--no-memory", action="store_true", help=f"leave out the run of {MEMORY_SIZES[1]:,}")
    arguments = parser.parse_args()
    sizes = sorted(int(size) for size in arguments.sizes.split(","))
    only = arguments.only.split(",") if arguments.only else [case.name for case in CASES]
    arguments.data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=arguments.data) as folder:
        work = Path(folder)
        place = Place(arguments.venvs, arguments.data, work)
        cases = [case for case in CASES if case.name in only and case.command(place)]
        prepare(arguments.venvs, {case.venv for case in cases}, arguments.project)
        results = measure(cases, sizes, arguments, work)
        print_table(cases, sizes, results, arguments.cap)
        print_goals(results)
        if not arguments.no_memory:
            print_memory(arguments, work)


if __name__ == "__main__":
    main()
