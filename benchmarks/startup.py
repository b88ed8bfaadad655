"""How long the commands take, against what the machine needs for bare Python and for the imports alone.

Run it with the Python of an environment that has the package installed: ``.venv/bin/python benchmarks/startup.py``.
Whole processes, in turns, medians of wall seconds; bytecode is compiled first.
"""

import compileall
import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

ROUNDS = 15
EXPORT = str(Path(sys.executable).parent / "accords-export")
IMPORTS = "import attrs, cattrs, jsonschema, pyarrow.parquet, pyarrow.csv, click"


def seconds(command: list[str]) -> float:
    """Return the wall seconds of one run of `command`, whose output is dropped."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def compare(name: str, command: list[str], base_name: str, base: list[str], goal: float) -> None:
    """Run the two in turns and print their medians and the ratio of each pair's median."""
    pairs = [(seconds(command), seconds(base)) for _ in range(ROUNDS + 1)][1:]
    first, second = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    reached = "reached" if ratio <= goal else "not reached"
    print(f"{name:<28}{first:8.3f} s   {base_name:<28}{second:8.3f} s   ratio {ratio:5.2f} (goal {goal}: {reached})")


def main() -> None:
    """Measure both goals."""
    compileall.compile_dir(sysconfig.get_path("purelib"), quiet=2)
    bare = [sys.executable, "-c", "pass"]
    imports = [sys.executable, "-c", IMPORTS]
    compare("accords-export --help", [EXPORT, "--help"], "python -c pass", bare, 5)
    with tempfile.TemporaryDirectory() as folder:
        command = [EXPORT, "--out", f"{folder}/exports"]
        compare("accords-export", command, "python -c 'import …'", imports, 2.5)
    light = [sys.executable, "-c", IMPORTS.replace(" jsonschema,", "")]
    with tempfile.TemporaryDirectory() as folder:
        command = [EXPORT, "--out", f"{folder}/exports"]
        compare("accords-export", command, "same, without jsonschema", light, 2.5)


if __name__ == "__main__":
    main()
