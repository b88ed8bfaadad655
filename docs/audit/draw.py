"""Draw cells at random, each to be read against its quote by a person.

Run it from the root of the repository, after `accords-export`:

    .venv/bin/python docs/audit/draw.py --seed 20261124 --number 60 > docs/audit/2026-11-24.md

The same release and the same seed give the same cells. Background cells are left out: they have no quote. The column
for the verdict is empty; `right`, `wrong` or `weak` goes there, with a reason where it is not `right`.
"""

import argparse
import json
import random
from pathlib import Path
from typing import Any


def drawn(rows: list[dict[str, Any]], seed: int, number: int) -> list[dict[str, Any]]:
    """Return `number` of the `rows` that have a quote, in the order of the release.

    Raises:
        ValueError: there are fewer.
    """
    quoted = [row for row in rows if row["quote"] is not None]
    places = random.Random(seed).sample(range(len(quoted)), number)  # noqa: S311 - repeatable, and no secret
    return [quoted[place] for place in sorted(places)]


def sheet(rows: list[dict[str, Any]]) -> str:
    """Return the table to fill in, as Markdown."""
    lines = ["| # | cell | value | basis | quote | source | verdict |", "|---|---|---|---|---|---|---|"]
    lines += [f"| {number} | {' | '.join(_columns(row))} |  |" for number, row in enumerate(rows, start=1)]
    return "\n".join(lines)


def _columns(row: dict[str, Any]) -> list[str]:
    how = row["basis"] if row["stance"] == "supports" else f"{row['basis']}, disputes"
    why = row["note"] or (row["words"] if row["words"] not in {row["quote"], row["value"]} else None)
    plain = (
        f"{row['record_kind']} {row['record']} `{row['field']}`",
        row["value"],
        how if why is None else f"{how}: {why}",
        row["quote"],
        row["source"],
    )
    return [text.replace("|", "\\|").replace("\n", " ") for text in plain]


def main() -> None:
    """Print the sheet."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, required=True)
    options.add_argument("--number", type=int, default=60)
    options.add_argument("--evidence", type=Path, default=Path("exports/json/evidence.json"))
    chosen = options.parse_args()
    rows = json.loads(chosen.evidence.read_text(encoding="utf-8"))
    print(sheet(drawn(rows, chosen.seed, chosen.number)))


if __name__ == "__main__":
    main()
