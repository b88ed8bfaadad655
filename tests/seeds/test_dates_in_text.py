"""What days in English prose mean, and whether a weekday beside one agrees with it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accords_data.model import edtf
from accords_data.seeds.dates_in_text import WEEKDAYS, dates_in, named_weekdays

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


def dates(words: str) -> list[str]:
    return [each.date for each in dates_in(words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("signed on 6 November 2025 in Washington", ["2025-11-06"]),
        ("November 6, 2025", ["2025-11-06"]),
        ("06 November 2025", ["2025-11-06"]),
        ("published on 2025-11-06.", ["2025-11-06"]),
        ("in January 2021 Israel", ["2021-01"]),
        ("relations in 1992", ["1992"]),
        ("from 27 March 2022 to 28 March 2022", ["2022-03-27/2022-03-28"]),
        ("From March 2022 to 2023", ["2022-03/2023"]),
        ("moved from 27 March 2022, then to 28 March 2022", ["2022-03-27", "2022-03-28"]),
        ("on 1 May 2020 and 2 May 2020", ["2020-05-01", "2020-05-02"]),
    ],
)
def test_words_mean_the_dates_that_they_say(words: str, found: list[str]) -> None:
    assert dates(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "on 6 November",
        "the 6th of November",
        "in May",
        "11/6/2025",
        "12025 people",
        "2025-11",
        "2025-11-06-kazakhstan",
        "in the 2020s",
        "1 300 people",
        "1867",
    ],
)
def test_a_day_without_its_year_and_a_number_that_is_no_date_mean_nothing(words: str) -> None:
    assert dates(words) == []


def test_a_day_that_no_calendar_has_means_nothing() -> None:
    assert dates("2025-02-30") == []
    assert "2025-02-30" not in dates("on 30 February 2025")


@given(DAYS)
def test_a_day_is_read_back_however_it_is_written(day: dt.date) -> None:
    month = f"{day:%B}"
    for words in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()):
        assert dates(f"It was on {words}.") == [day.isoformat()]
        assert named_weekdays(words) == ()


@given(DAYS, DAYS)
def test_two_days_joined_by_from_and_to_are_one_interval(first: dt.date, last: dt.date) -> None:
    words = f"from {first.day} {first:%B} {first.year} to {last.day} {last:%B} {last.year}"
    assert dates(words) == [f"{first}/{last}"]


@given(st.text(alphabet=st.sampled_from("0123456789 -,/JanuryMacheto"), max_size=40))
def test_whatever_the_words_are_each_date_found_stands_in_them_and_is_edtf_unless_it_runs_backwards(words: str) -> None:
    for each in dates_in(words):
        assert words[each.start : each.end] == each.words
        assert all(edtf.is_edtf(part) for part in each.date.split("/"))


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_agrees_with_its_day_exactly_when_the_calendar_says_so(day: dt.date, weekday: str) -> None:
    written = f"{day.day} {day:%B} {day.year}"
    for words in (
        f"{weekday}, {written}",
        f"{weekday} {written}",
        f"{weekday}, on {written}",
        f"{written}, a {weekday}",
    ):
        (named,) = named_weekdays(f"It was {words}.")
        assert named.date == day.isoformat()
        assert named.agrees == (f"{day:%A}" == weekday)
        assert named.words in words


def test_a_weekday_that_is_not_beside_a_day_is_not_compared() -> None:
    assert named_weekdays("On Thursday it announced what it had signed on 6 November 2020.") == ()
    assert named_weekdays("Thursday, November 2025") == ()
