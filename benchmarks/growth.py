"""How the commands grow with the record: whole processes on seeds of 1,000, 3,000 and 10,000 records.

The seeds are those of `real_mix.py`: all kinds in the mix of the real record, or with ``--kind`` more of one kind only,
which shows where something grows faster than the record. For each command and size the table gives CPU seconds, the
milliseconds that a record more takes, that figure relative to the smallest size, the peak memory, and the kilobytes
that a record more takes; what the commands take on the real seeds is subtracted first. Run it from the root::

    .venv/bin/python benchmarks/growth.py
    .venv/bin/python benchmarks/growth.py --sizes 50000 --commands check,export,verify,site
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import real_mix

SIZES = (1_000, 3_000, 10_000)
WORK = Path(tempfile.gettempdir()) / "accords-growth"
BIN = Path(sys.executable).parent
COMMANDS = {
    "check": "accords check --seeds SEEDS",
    "export": "accords-export --quiet --seeds SEEDS --out OUT",
    "verify": "accords verify OUT",
    "site": "accords site OUT --out SITE",
}
"""By name, in the order in which they run: verify and site read what the export wrote."""
GOALS = {"check": (1.5, None), "export": (3, 80), "verify": (None, 40), "site": (None, None)}
"""Milliseconds and kilobytes for a record more; None where there is no goal."""


@dataclass(frozen=True)
class Run:
    """What one process took: CPU seconds and peak memory in MB."""

    cpu: float
    memory: float


def run(command: str, folder: Path, core: str) -> Run:
    """Return what `command` took on the seeds in `folder`, pinned to `core`."""
    names = {"SEEDS": "seeds", "OUT": "out", "SITE": "site"}
    words = [str(folder / names[word]) if word in names else word for word in command.split()]
    words[0] = str(BIN / words[0])
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(["/usr/bin/env", "taskset", "-c", core, *words], stdout=said, stderr=said)
        _, process.returncode, usage = os.wait4(process.pid, 0)
    if process.returncode:
        sys.exit(f"{' '.join(words)}: {(folder / 'said').read_text(encoding='utf-8')[-500:]}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measured(folder: Path, number: int, kind: str, names: list[str], core: str) -> tuple[int, dict[str, Run]]:
    """Return how many records the seeds for `number` have, and what each command took on them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    records = real_mix.generate(folder / "seeds", number, kind)
    return records, {name: run(COMMANDS[name], folder, core) for name in names}


def lines(real: tuple[int, dict[str, Run]], sizes: list[tuple[int, dict[str, Run]]]) -> Iterator[str]:
    """Yield the rows of the table: each command at each size, `real` being what is subtracted."""
    before, base = real
    for name in base:
        first = 0.0
        for records, runs in sizes:
            took = runs[name]
            each = 1000 * (took.cpu - base[name].cpu) / (records - before)
            memory = 1024 * (took.memory - base[name].memory) / (records - before)
            first = first or each
            times = f"{took.cpu:.2f} | {each:.2f} | {each / first:.2f}"
            room = f"{took.memory:.0f} | {memory:.0f}"
            yield f"| {name} | {records} | {times} | {room} | {_verdict(name, each, memory)} |"


def _verdict(name: str, each: float, memory: float) -> str:
    time, room = GOALS[name]
    told = [(time, each, "ms"), (room, memory, "kB")]
    return ", ".join(
        f"≤ {goal} {unit} {'reached' if value <= goal else 'not reached'}"
        for goal, value, unit in told
        if goal is not None
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--work", type=Path, default=WORK, help="a folder for seeds and exports; what is there goes")
    parser.add_argument("--kind", choices=real_mix.KINDS, default="mix", help="of which kind there are to be more")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="how many records, with commas")
    parser.add_argument("--commands", default="check,export", help=f"of {', '.join(COMMANDS)}; verify needs export")
    parser.add_argument("--core", default="1", help="the core on which the commands run")
    asked = parser.parse_args()
    names = asked.commands.split(",")
    print(f"more of: {asked.kind}\n")
    print("| command | records | CPU s | ms a record | of the first | MB | kB a record | |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    sizes = [int(size) for size in asked.sizes.split(",")]
    real = measured(asked.work, 0, "mix", names, asked.core)
    found = [measured(asked.work, size, asked.kind, names, asked.core) for size in sizes]
    print("\n".join(lines(real, found)))


if __name__ == "__main__":
    main()
