"""Other people's programs, run without a network, and the rows that each of them must give."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from conftest import EXPORTS

TABLES = sorted(path.stem for path in (EXPORTS / "parquet").glob("*.parquet"))
BIN = Path(sys.executable).parent
NOWHERE = "http://127.0.0.1:9"
"""A proxy that is not there: whoever asks the network for anything fails."""
OFFLINE = {
    "http_proxy": NOWHERE, "https_proxy": NOWHERE, "HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE,
    "no_proxy": "", "NO_PROXY": "", "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1",
}  # fmt: skip


def run(program: str, *arguments: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `program` of this environment, or of the system, offline."""
    path = BIN / program if (BIN / program).exists() else program
    return subprocess.run(
        [path, *map(str, arguments)],
        cwd=cwd,
        env=os.environ | OFFLINE | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file by `new`."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


Rows = list[tuple[Any, ...]]


def expected(name: str) -> tuple[list[str], Rows]:
    """Return the columns and rows of a table; a day as text, nothing as None."""
    table = pq.read_table(EXPORTS / "parquet" / f"{name}.parquet")
    return table.column_names, [tuple(map(plain, row.values())) for row in table.to_pylist()]


def plain(value: Any) -> Any:
    """Return what a client gives as text, number or None: a day as ``YYYY-MM-DD``, bytes as their text."""
    if value is None or type(value).__name__ in {"NaTType", "NAType"} or value != value:  # noqa: PLR0124 - NaN
        return None
    if isinstance(value, bytes):
        return value.decode()
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    if isinstance(value, float):
        assert value == int(value)
        return int(value)
    return value.item() if hasattr(value, "item") else value
