"""Dates: what the profile accepts, and what they bound."""

import datetime as dt

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords_data.model import edtf as profile

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


@given(DAYS)
def test_every_day_of_two_centuries_is_accepted_and_bounds_itself(day: dt.date) -> None:
    assert profile.is_edtf(day.isoformat())
    assert profile.bounds(day.isoformat()) == profile.Bounds(day, day, profile.Precision.DAY)


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-30",
        "2023-02-29",
        "1900-02-29",
        "2025-13-01",
        "2025-00",
        "2025-11-06\n",
        "\u0662\u0660\u0662\u0665",
        "",
        "1899",
        "2100",
        "2025/2024",
        "../..",
        "2025-11-06/",
        "2025-11-06T10:00",
        "2025~",
        "20251106",
    ],
)
def test_what_is_no_date_of_the_profile_is_refused(text: str) -> None:
    assert not profile.is_edtf(text)


@given(st.from_regex(profile.PATTERN, fullmatch=True))
def test_an_independent_parser_accepts_all_that_is_accepted(text: str) -> None:
    if profile.is_edtf(text):
        assert oracle.parse_edtf(text) is not None


@given(DAYS, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_an_independent_parser_finds_the_same_bounds(day: dt.date, form: str) -> None:
    text = day.strftime(form)
    parsed = oracle.parse_edtf(text)
    limits = profile.bounds(text)
    assert limits.earliest == dt.date(*parsed.lower_strict()[:3])
    assert limits.latest == dt.date(*parsed.upper_strict()[:3])


@given(DAYS, DAYS)
def test_an_interval_bounds_from_its_first_to_its_last_day(one: dt.date, other: dt.date) -> None:
    limits = profile.bounds(f"{one}/{other}")
    assert (limits.earliest, limits.latest, limits.precision) == (one, other, "period")
    assert profile.is_edtf(f"{one}/{other}") == (one <= other)


def test_an_open_end_has_no_bound() -> None:
    assert profile.bounds("2020-09/..") == profile.Bounds(dt.date(2020, 9, 1), None, profile.Precision.PERIOD)
    assert profile.bounds("../2020-09") == profile.Bounds(None, dt.date(2020, 9, 30), profile.Precision.PERIOD)


def test_no_date_has_neither_bounds_nor_precision() -> None:
    assert profile.bounds(None) == profile.Bounds(None, None, None)
