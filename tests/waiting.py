"""Waiting for what another process does."""

import time
from collections.abc import Callable
from typing import TypeVar

import pytest

T = TypeVar("T")
STEP, LONGEST = 0.02, 600
"""Seconds. The bound only keeps a test from waiting for ever; no machine is so busy that it is met."""


def until(reached: Callable[[], T]) -> T:
    """Wait until `reached` returns something that is true, and return it."""
    for _ in range(round(LONGEST / STEP)):
        if found := reached():
            return found
        time.sleep(STEP)
    return pytest.fail(f"it did not come to that in {LONGEST} seconds")
