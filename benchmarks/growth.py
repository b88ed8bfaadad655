"""Whether checking grows linearly: the real seeds with 250 to 2,000 more meetings of the shape of the real one.

Run it from the root of the repository: ``.venv/bin/python benchmarks/growth.py``.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from ruamel.yaml import YAML

SIZES = (250, 500, 1_000, 2_000)
ROUNDS = 3
MEETING = "2025-11-06-white-house"
LOAD = (
    "import sys, time, pathlib, jsonschema_rs; from accords_data.seeds.dataset import load;"
    "start = time.perf_counter();"
    "print(load(pathlib.Path(sys.argv[1])).tally.cells, time.perf_counter() - start)"
)


def generate(seeds: Path, number: int) -> None:
    """Copy the real seeds to `seeds` and add `number` meetings like the real one."""
    shutil.copytree("seeds", seeds)
    agreement = seeds / "agreements" / "abraham-accords.yaml"
    yaml = YAML(typ="safe", pure=True)
    yaml.width = 10_000
    data = yaml.load(agreement)
    # With many meetings in one passage, the passage no longer tells which meeting is meant.
    del data["events"][0]["meeting"]
    data["evidence"] = [entry for entry in data["evidence"] if entry["supports"][0]["field"] != "/events/0/meeting"]
    with agreement.open("w", encoding="utf-8") as file:
        yaml.dump(data, file)
    text = (seeds / "meetings" / f"{MEETING}.yaml").read_text(encoding="utf-8")
    for index in range(number):
        name = f"meeting-{index}"
        (seeds / "meetings" / f"{name}.yaml").write_text(text.replace(f"id: {MEETING}", f"id: {name}"), "utf-8")


def measure(seeds: Path) -> tuple[int, float]:
    """Return how many cells `seeds` has and the median seconds of loading it in a new process."""
    runs = [
        subprocess.run([sys.executable, "-c", LOAD, str(seeds)], check=True, capture_output=True, text=True)
        for _ in range(ROUNDS)
    ]
    cells = int(runs[0].stdout.split()[0])
    return cells, statistics.median(float(run.stdout.split()[1]) for run in runs)


def main() -> None:
    """Print seconds for each size, and seconds for a meeting relative to the smallest."""
    first = 0.0
    for number in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            generate(Path(folder) / "seeds", number)
            cells, elapsed = measure(Path(folder) / "seeds")
        each = elapsed / number
        first = first or each
        print(
            f"{number:>6} meetings  {cells:>7} cells  {elapsed:7.2f} s  {each * 1000:6.2f} ms each  {each / first:5.2f}"
        )


if __name__ == "__main__":
    main()
