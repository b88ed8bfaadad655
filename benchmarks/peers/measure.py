"""How long the export takes, against what a user would write instead with other libraries, on the same seeds.

The export of the last commit and each rival get an environment of their own, with pinned versions. The seeds are the
163 real records, and more of them in the same mix, of `benchmarks/real_mix.py`. Whole processes run in turns on one
core, with compiled bytecode and a warm cache; the tables give medians of CPU seconds, wall seconds and peak memory, and
the median of the ratios, round by round. A run that the smaller size forecasts to take longer than the cap is left out.
They do not the same work: the last two tables say what each one writes, and what it refuses. Run it from the root of
the repository, with nothing else running::

    python3 benchmarks/peers/measure.py --work /tmp/peers

A second run with the same ``--work`` builds nothing again; remove the folder to measure other versions of the rivals.
"""

import argparse
import compileall
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from every_command import build, quiet  # noqa: E402 - from the folder above
from faults import FAULTS, plant  # noqa: E402 - after the folder above is known
from programs import OURS, PEERS, READ_ALONE, Peer  # noqa: E402 - see above

CORE = "1"
ROUNDS = {163: 5}
"""How often a size is measured; any other is measured `FEWEST` times."""
FEWEST = 3


@dataclass(frozen=True)
class Run:
    """What one process took: CPU seconds, wall seconds, and peak memory in MB; its exit status and errors."""

    cpu: float
    wall: float
    memory: float
    status: int
    errors: str


@dataclass
class Size:
    """The runs on seeds of one size, by peer; the forecast CPU seconds of those left out; the files written."""

    records: int
    runs: dict[Peer, list[Run]] = field(default_factory=dict)
    left_out: dict[Peer, float] = field(default_factory=dict)
    files: dict[Peer, Counter[str]] = field(default_factory=dict)


def environments(work: Path) -> Path:
    """Make the environment of each rival below `work` if it is missing; return the checkout of the last commit."""
    for name in sorted({peer.environment for peer in PEERS if peer is not OURS}):
        folder = work / name
        if not (folder / "built").exists():
            shutil.rmtree(folder, ignore_errors=True)
            quiet(sys.executable, "-m", "venv", str(folder))
            quiet(str(folder / "bin/pip"), "install", "-q", "-r", str(HERE / f"rivals/requirements/{name}.txt"))
            subprocess.run([str(folder / "bin/python"), "-m", "compileall", "-qq", str(folder / "lib")], check=False)
            (folder / "built").touch()
    compileall.compile_dir(HERE / "rivals", quiet=2)
    commit = subprocess.check_output(["/usr/bin/git", "rev-parse", "HEAD"], text=True).strip()
    print(f"The export of commit {commit[:7]}, with Python {platform.python_version()}")
    return build(work, commit, "")


def seeds_of(size: int, work: Path, checkout: Path) -> Path:
    """Return a folder of about `size` seeds, made if missing."""
    folder = work / f"seeds-{size}"
    if not folder.exists():
        quiet(".venv/bin/python", "benchmarks/real_mix.py", str(size), f"{folder}.partial", where=checkout)
        Path(f"{folder}.partial").rename(folder)
    return folder


def run(peer: Peer, seeds: Path, work: Path, checkout: Path) -> Run:
    """Return what `peer` took to convert `seeds` into a new folder, on one core."""
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    if peer is OURS:
        command = [str(checkout / ".venv/bin/accords-export"), "--seeds", str(seeds), "--out", str(out)]
    else:
        python = str(work / peer.environment / "bin/python")
        command = [python, str(HERE / f"rivals/{peer.program}.py"), str(seeds), str(out), *peer.options]
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with (work / "errors").open("w+b") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            ["/usr/bin/taskset", "-c", CORE, *command],
            cwd=work,
            env=variables,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode(errors="replace")
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, process.returncode, said)


def median(runs: list[Run], name: str) -> float:
    """Return the median of the figure `name` of `runs`."""
    found: float = statistics.median(getattr(each, name) for each in runs)
    return found


def forecast(peer: Peer, records: int, before: Size | None) -> float:
    """Return the CPU seconds that `peer` will take for `records`, from those for fewer."""
    if before is None:
        return 0
    known = median(before.runs[peer], "cpu") if peer in before.runs else before.left_out[peer]
    return known * records / before.records


def measure(seeds: Path, rounds: int, before: Size | None, cap: float, places: tuple[Path, Path]) -> Size:
    """Return the runs of all peers on `seeds`, in turns."""
    size = Size(sum(1 for _ in seeds.rglob("*.yaml")))
    forecasts = {peer: forecast(peer, size.records, before) for peer in PEERS}
    size.left_out = {peer: seconds for peer, seconds in forecasts.items() if seconds > cap}
    taking_part = [peer for peer in PEERS if peer not in size.left_out]
    if before is None:  # so that everything has been read from the disk once
        for peer in taking_part:
            run(peer, seeds, *places)
    for number in range(rounds):
        for peer in taking_part:
            taken = run(peer, seeds, *places)
            if taken.status:
                sys.exit(f"{peer.title} ended with {taken.status}: {taken.errors[-1000:]}")
            size.runs.setdefault(peer, []).append(taken)
            print(f"{size.records}, round {number + 1}, {peer.title}: {taken.cpu:.2f} s", file=sys.stderr)
            size.files[peer] = Counter(path.suffix for path in (places[0] / "out").rglob("*.*"))
    return size


def ratio(size: Size, peer: Peer, name: str) -> float:
    """Return how much more of `name` than the export `peer` takes: the median of the ratios of each round."""
    pairs = zip(size.runs[peer], size.runs[OURS], strict=True)
    found: float = statistics.median(getattr(other, name) / getattr(ours, name) for other, ours in pairs)
    return found


def speed_line(size: Size, peer: Peer) -> str:
    """Return the line of the table of `size` about `peer`."""
    if peer not in size.runs:
        return f"| {peer.title} | left out: forecast {size.left_out[peer]:,.0f} s | | | | | |"
    figures = f"{median(size.runs[peer], 'cpu'):.2f} | {median(size.runs[peer], 'wall'):.2f}"
    figures += f" | {median(size.runs[peer], 'memory'):.0f}"
    if peer is OURS or OURS not in size.runs:
        return f"| {peer.title} | {figures} | | | |"
    ratios = [ratio(size, peer, name) for name in ("cpu", "wall")]
    verdict = "" if peer is READ_ALONE else "reached" if min(ratios) > 1 else "not reached"
    return f"| {peer.title} | {figures} | {ratios[0]:.2f} | {ratios[1]:.2f} | {verdict} |"


def print_speed(size: Size) -> None:
    """Print the table of `size`."""
    rounds = max(len(runs) for runs in size.runs.values())
    print(f"\n{size.records:,} records, medians of {rounds} rounds\n")
    print("| program | CPU s | wall s | MB | CPU, of the export's | wall, of the export's | the export is faster |")
    print("|---|---|---|---|---|---|---|")
    for peer in PEERS:
        print(speed_line(size, peer), flush=True)


def print_files(size: Size) -> None:
    """Print what each peer writes."""
    print("\n| program | Parquet | CSV | JSON | other files | what it writes |\n|---|---|---|---|---|---|")
    for peer in PEERS:
        found = size.files[peer].copy()
        told = [found.pop(suffix, 0) for suffix in (".parquet", ".csv", ".json")]
        print(f"| {peer.title} | {' | '.join(map(str, told))} | {sum(found.values())} | {peer.writes} |")


def print_checks(work: Path, checkout: Path) -> None:
    """Print which of the faults each peer refuses."""
    asked = [peer for peer in PEERS if peer is not READ_ALONE and not peer.options]
    print(f"\n| planted | {' | '.join(peer.title for peer in asked)} |")
    print("|---" * (len(asked) + 1) + "|")
    for fault in FAULTS:
        shutil.rmtree(work / "faulty", ignore_errors=True)
        plant(fault, checkout / "seeds", work / "faulty")
        told = [verdict(run(peer, work / "faulty", work, checkout)) for peer in asked]
        print(f"| {fault.title} | {' | '.join(told)} |", flush=True)


def verdict(taken: Run) -> str:
    """Return in a word what a program did with a fault."""
    if taken.status == 0:
        return "taken"
    return "crashed" if "Traceback" in taken.errors else "refused"


def main() -> None:
    """Build all, measure, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--work", type=lambda text: Path(text).absolute(), required=True, help="a folder to build in")
    parser.add_argument("--sizes", default="163,1000,10000", help="how many records, with commas between")
    parser.add_argument("--rounds", type=int, help="how often each size is measured")
    parser.add_argument("--cap", type=float, default=120, help="CPU seconds that a run may be forecast to take")
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    checkout = environments(asked.work)
    measured: list[Size] = []
    for number in sorted(int(each) for each in asked.sizes.split(",")):
        seeds = seeds_of(number, asked.work, checkout)
        rounds = asked.rounds or ROUNDS.get(number, FEWEST)
        before = measured[-1] if measured else None
        measured.append(measure(seeds, rounds, before, asked.cap, (asked.work, checkout)))
        print_speed(measured[-1])
    print_files(measured[0])
    print_checks(asked.work, checkout)


if __name__ == "__main__":
    main()
