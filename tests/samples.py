"""Datasets and releases that many tests read, each made once in a process. No test may change what they hold."""

from functools import cache
from typing import Any, cast

import pyarrow as pa
from conftest import ALONE, BASE, REAL

from accords_data.model.records import Country, Meeting
from accords_data.release import build, flat_tables
from accords_data.seeds import dataset
from accords_data.seeds.dataset import Dataset


@cache
def whole() -> Dataset:
    """Return the dataset of the real seeds."""
    return dataset.load(REAL)


@cache
def whole_tables() -> dict[str, pa.Table]:
    """Return the tables of the real seeds."""
    return flat_tables.tables_in(whole())


@cache
def whole_rows() -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each table of the real seeds."""
    return {name: table.to_pylist() for name, table in whole_tables().items()}


@cache
def alone() -> Dataset:
    """Return the dataset of the article alone."""
    return dataset.load(ALONE)


@cache
def alone_rows() -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each table of the article alone."""
    return {name: table.to_pylist() for name, table in flat_tables.tables_in(alone()).items()}


@cache
def _alone_release() -> build.Release:
    return released(alone())


def alone_files() -> dict[str, bytes]:
    """Return the files of the release of the article alone, in a dictionary of the caller's own."""
    return dict(_alone_release().files)


@cache
def invented() -> Dataset:
    """Return the dataset of the invented seeds."""
    return dataset.load(BASE)


def meetings(data: Dataset) -> tuple[Meeting, ...]:
    """Return the meetings of `data`."""
    return cast("tuple[Meeting, ...]", data.records["meeting"])


def countries(data: Dataset) -> tuple[Country, ...]:
    """Return the countries of `data`."""
    return cast("tuple[Country, ...]", data.records["country"])


def released(data: Dataset) -> build.Release:
    """Return the release of `data` that has no version."""
    return build.build(data, build.unreleased(data))
