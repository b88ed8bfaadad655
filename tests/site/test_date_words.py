"""Dates in words and on an axis."""

import pytest

from accords_data.site import date_words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, "undated"),
        ("2025-11-06", "6 November 2025"),
        ("2021-01", "January 2021"),
        ("2021", "2021"),
        ("../2021-01", "not after January 2021"),
        ("2021-01/..", "from January 2021 on"),
        ("2021-01/2021-03-04", "January 2021 to 4 March 2021"),
    ],
)
def test_a_date_in_words_is_no_more_exact_than_it_is(date: str | None, words: str) -> None:
    assert date_words.in_words(date) == words


def test_a_day_is_a_dot_a_month_a_bar_and_an_end_that_is_not_known_is_open() -> None:
    axis = date_words.Axis.of(["2020-02-01", "2021-05", "../2023-01-01"], 0, 1000)
    assert [(year.year, year.gap) for year in axis.years] == [(2020, False), (2021, False), (2023, True)]
    day, month, before = (axis.mark(date) for date in ("2020-02-01", "2021-05", "../2023-01-01"))
    assert day.point
    assert not month.point
    assert month.start < month.end
    assert before.open_start
    assert not before.open_end
    assert day.end < month.start < before.start < before.end <= 1000
