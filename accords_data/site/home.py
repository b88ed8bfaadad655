"""The first page: what it is, how much, where to download it, how to load it."""

from collections import Counter
from urllib.parse import quote

import attrs

from accords_data import about
from accords_data.model.backing import grades_of
from accords_data.model.records import PLURALS
from accords_data.site import urls
from accords_data.site.collection import Collection
from accords_data.site.templates import Press

SNIPPETS = {
    "DuckDB": "import duckdb\n\nprint(duckdb.sql(\"FROM 'release/parquet/meetings.parquet'\"))",
    "pandas": 'import pandas as pd\n\nprint(pd.read_parquet("release/parquet/meetings.parquet"))',
    "polars": 'import polars as pl\n\nprint(pl.read_parquet("release/parquet/meetings.parquet"))',
    "R": (
        'meetings <- read.csv("release/csv/meetings.csv", colClasses = "character", na.strings = "")\nprint(meetings)'
    ),
}
"""How to load a table, by program; each runs in the folder of the site."""


@attrs.frozen
class Download:
    """A file of the release, to download."""

    format: str
    address: str
    bytes: int
    sha256: str


def page(press: Press, collection: Collection) -> tuple[str, bytes]:
    """Return the first page with its address."""
    manifest = collection.manifest
    tables = {table.name: table for table in manifest.tables}
    numbers = {kind: len(group) for kind, group in collection.records.items()}
    grades = sum((grades_of(each.backing) for _, each in collection.every), Counter[str]())
    return "index.html", press.page(
        "home.html",
        "index.html",
        about.TITLE,
        about=about.DESCRIPTION,
        numbers=[(kind, PLURALS[kind], numbers[kind]) for kind in numbers],
        cells=tables["evidence"].rows,
        grades=grades,
        downloads=[(table, downloads(collection, table.name)) for table in manifest.tables],
        formats=manifest.formats,
        snippets=SNIPPETS,
        manifest=manifest,
        citation=about.citation(manifest.release_version, manifest.release_date),
        licence=(about.LICENSE_NAME, about.LICENSE_URL),
        release=urls.RELEASE,
    )


def downloads(collection: Collection, table: str) -> list[Download]:
    """Return the files that hold the rows of `table`, in each format; none where the release is from before it."""
    found = []
    for entry in (each for each in collection.manifest.tables if each.name == table):
        for format_ in collection.manifest.formats:
            file = collection.manifest.file(entry.file_in(format_))
            if file is not None:
                address = f"{urls.RELEASE}/{quote(file.path)}"
                found.append(Download(format_.title, address, file.bytes, file.sha256))
    return found
