"""How long the site takes to build, and how much memory: of the release, and of a generated one of many records.

The generated release is the real one many times over: sources, leaders, agreements and meetings are copied together,
with ids of their own, so that each copy refers to itself. Usage: site.py [--records 20000] [--data DIR]
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
COPIED = ("source", "leader", "agreement", "meeting")


def generate(records: int, out: Path) -> int:
    """Write a release of about `records` records to the folder `out`; return how many it has."""
    import attrs

    from accords_data.model.records import MODELS
    from accords_data.release import build
    from accords_data.seeds import dataset

    real = dataset.load(ROOT / "seeds")
    each = sum(len(real.records[kind]) for kind in COPIED)
    copies = max(1, (records - len(real.records["country"])) // each)
    known = {record.id for kind in COPIED for record in real.records[kind]}
    plain = {kind: [dataset.plain(record) for record in real.records[kind]] for kind in MODELS}
    made: dict[str, list[Any]] = {kind: [] for kind in MODELS}
    texts: dict[str, str] = {}
    converter = dataset.converter()
    made["country"] = list(real.records["country"])
    for number in range(copies):
        names = {name: f"{name}-{number:04}" if number else name for name in known}
        for kind in COPIED:
            made[kind] += [converter.structure(_renamed(one, names), MODELS[kind]) for one in plain[kind]]
        texts |= {names[name]: text for name, text in real.texts.items()}
    sorted_records = {kind: tuple(sorted(group, key=lambda one: one.id)) for kind, group in made.items()}
    many = attrs.evolve(real, records=sorted_records, texts=texts)
    for path, content in build.build(many, build.unreleased(many)).files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content)
    return sum(len(group) for group in made.values())


def _renamed(value: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        renamed = {key: _renamed(each, names) for key, each in value.items()}
        if "sha256" in value and value["path"] == f"{value['id']}.txt":
            renamed["path"] = f"{renamed['id']}.txt"
        return renamed
    if isinstance(value, list):
        return [_renamed(each, names) for each in value]
    return names.get(value, value) if isinstance(value, str) else value


def build(release: Path, out: Path) -> tuple[float, float]:
    """Return the seconds and the MiB at most that ``accords site`` takes."""
    program = Path(sys.executable).parent / "accords"
    before = time.perf_counter()
    subprocess.run([program, "site", release, "--out", out, "--quiet"], check=True)
    seconds = time.perf_counter() - before
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--data", type=Path, help="Folder in which the generated release is kept between runs.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        data = given.data or Path(place)
        for times in range(3):
            seconds, mebibytes = build(ROOT / "exports", data / "site")
            print(f"the release, run {times + 1}: {seconds:.2f} s, {mebibytes:.0f} MiB")
        many = data / f"release-{given.records}"
        if not many.exists():
            print(f"{generate(given.records, many):,} records generated")
        seconds, mebibytes = build(many, data / "site-many")
        print(f"{given.records:,} records: {seconds:.1f} s, {mebibytes:.0f} MiB")


if __name__ == "__main__":
    main()
