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
            told = [statistics.median(each) for each in (export, verify, diff)]
        print(
            f"{number:6} more meetings   export {told[0]:7.2f} s   verify {told[1]:6.2f} s (ratio {told[1] / told[0]:.2f})"
            f"   diff {told[2]:6.2f} s (ratio {told[2] / told[0]:.2f})"
        )


if __name__ == "__main__":
    main()
