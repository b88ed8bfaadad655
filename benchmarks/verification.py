"""How long verifying a release takes, against making it: whole processes, in turns, on growing seeds.

Run it from the root of the repository: ``.venv/bin/python benchmarks/verification.py``.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from growth import generate

SIZES = (0, 250, 1_000)
ROUNDS = 3
ACCORDS = str(Path(sys.executable).parent / "accords")


def seconds(*arguments: str) -> float:
    """Return the wall seconds of one run of ``accords``."""
    start = time.perf_counter()
    subprocess.run([ACCORDS, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the medians of export, verify and diff for each size."""
    for number in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            seeds, out = f"{folder}/seeds", f"{folder}/out"
            generate(Path(seeds), number)
            export = [seconds("export", "--seeds", seeds, "--out", out, "--quiet") for _ in range(ROUNDS)]
            verify = [seconds("verify", out) for _ in range(ROUNDS)]
            diff = [seconds("diff", out, out) for _ in range(ROUNDS)]
            base, *others = (statistics.median(each) for each in (export, verify, diff))
        ratios = ", ".join(
            f"{name} {each:6.2f} s (ratio {each / base:.2f})"
            for name, each in zip(("verify", "diff"), others, strict=True)
        )
        print(f"{number:6} more meetings: export {base:7.2f} s, {ratios}")


if __name__ == "__main__":
    main()
