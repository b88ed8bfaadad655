"""Sweeps over everything that there is: a drawn sample in each run of the tests, the rest with ``-m exhaustive``."""

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import pytest

T = TypeVar("T")

SEED = 20251106
"""The same sample is drawn each time, and another one when what is swept over grows."""


def swept(values: Iterable[Any], many: int, ids: Callable[[Any], str] = str) -> list[Any]:
    """Return `values` as parameters of a test: `many` of them, drawn, for each run; the rest are exhaustive."""
    listed = list(values)
    kept = set(random.Random(SEED).sample(range(len(listed)), min(many, len(listed))))  # noqa: S311 - no secret
    return [
        pytest.param(value, id=ids(value), marks=() if place in kept else pytest.mark.exhaustive)
        for place, value in enumerate(listed)
    ]


def parts(sample: float) -> list[Any]:
    """Return the parts of a sweep that is one test, as its parameters: a `sample` of it for each run, and all of it."""
    return [pytest.param(sample, id="a sample"), pytest.param(1.0, id="all", marks=pytest.mark.exhaustive)]


def drawn(values: Sequence[T], part: float) -> list[T]:
    """Return a `part` of `values`, at least one of them, in their order."""
    many = max(1, round(len(values) * part))
    kept = sorted(random.Random(SEED).sample(range(len(values)), many))  # noqa: S311 - no secret
    return [values[place] for place in kept]
