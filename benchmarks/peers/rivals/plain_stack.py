"""The plain stack: ``plain_stack.py SEEDS OUTDIR [--pure]``.

What one writes first: PyYAML reads (with libyaml, or with ``--pure`` as ``yaml.safe_load`` does), `jsonschema` checks
each record against the project's published schema, `cattrs` makes it an attrs object, and `pandas` writes each table
as Parquet and CSV, and each kind of records as JSON.
"""

import sys
from pathlib import Path

import cattrs
import pandas as pd
import yaml
from jsonschema import Draft202012Validator
from plain_records import MODELS
from seed_files import KINDS, Json, arguments, fields, read, schema_of, tables


def errors(records: dict[str, list[Json]]) -> int:
    """Return how many errors `jsonschema` finds in `records`, of which it prints the first of each record."""
    found = 0
    for kind, each in records.items():
        validator = Draft202012Validator(schema_of(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)
        for record in each:
            wrong = [error.message for error in validator.iter_errors(record)]
            found += len(wrong)
            if wrong:
                print(f"{kind} {record.get('id')}: {wrong[0]}", file=sys.stderr)
    return found


def structured(records: dict[str, list[Json]]) -> dict[str, list[Json]]:
    """Return `records` as their objects have them: every field is there."""
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
    return {
        kind: [converter.unstructure(converter.structure(record, MODELS[kind])) for record in each]
        for kind, each in records.items()
    }


def write(records: dict[str, list[Json]], outdir: Path) -> None:
    """Write `records` below `outdir`; without `convert_dtypes`, a number that may lack would be written as 696.0."""
    rows = tables(records)
    for name, columns in fields().items():
        frame = pd.DataFrame(rows[name], columns=list(columns)).convert_dtypes()
        frame.to_parquet(outdir / f"{name}.parquet", index=False)
        frame.to_csv(outdir / f"{name}.csv", index=False)
    for kind, each in records.items():
        path = outdir / f"{KINDS[kind]}.json"
        pd.DataFrame(each).to_json(path, orient="records", indent=2, force_ascii=False)


def main() -> None:
    """Convert the seeds, or end with 1 if anything is wrong with them."""
    asked = arguments("--pure")
    records = read(asked.seeds, yaml.SafeLoader if asked.pure else yaml.CSafeLoader)
    if errors(records):
        sys.exit(1)
    write(structured(records), asked.outdir)


if __name__ == "__main__":
    main()
