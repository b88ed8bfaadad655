"""LinkML: ``linkml_rival.py SEEDS OUTDIR``.

What ``linkml-validate`` and ``linkml-convert`` do with the schema of ``linkml_records.yaml``, in one process that
makes the schema's classes and its JSON Schema only once: each record is validated, all are loaded as objects of
``Records``, and these are written as one JSON file, and as a CSV for each kind, whose lists stand in cells. The seeds
are read with libyaml, which the two commands do not use. Parquet is no format of theirs.
"""

import sys
from pathlib import Path

from linkml.generators.pythongen import PythonGenerator
from linkml.validator import Validator
from linkml.validator.plugins import JsonschemaValidationPlugin
from linkml_runtime.dumpers import csv_dumper, json_dumper
from linkml_runtime.loaders import json_loader
from seed_files import KINDS, Json, arguments, read

SCHEMA = str(Path(__file__).with_name("linkml_records.yaml"))


def errors(records: dict[str, list[Json]]) -> list[str]:
    """Return what the validator of LinkML finds in `records`."""
    validator = Validator(SCHEMA, [JsonschemaValidationPlugin(closed=True)])
    return [
        f"{kind} {record.get('id')}: {result.message}"
        for kind, each in records.items()
        for record in each
        for result in validator.iter_results(record, kind.capitalize())
    ]


def write(records: dict[str, list[Json]], outdir: Path) -> None:
    """Write `records` below `outdir` as ``linkml-convert`` does."""
    model = PythonGenerator(SCHEMA).compile_module()
    source = {KINDS[kind]: each for kind, each in records.items()}
    loaded = json_loader.load(source, target_class=model.Records)
    json_dumper.dump(loaded, str(outdir / "records.json"))
    for name in source:
        csv_dumper.dump(loaded, str(outdir / f"{name}.csv"), index_slot=name, schema=SCHEMA)


def main() -> None:
    """Convert the seeds, or end with 1 if anything is wrong with them."""
    asked = arguments()
    records = read(asked.seeds)
    problems = errors(records)
    for problem in problems[:20]:
        print(problem, file=sys.stderr)
    if problems:
        sys.exit(1)
    try:
        write(records, asked.outdir)
    except ValueError as error:  # an id that stands twice
        sys.exit(str(error))


if __name__ == "__main__":
    main()
