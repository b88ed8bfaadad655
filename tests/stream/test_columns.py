"""Checks of whole columns."""

import pyarrow as pa


def test_a_day_that_is_none_is_refused_where_only_the_format_says_so() -> None:
    from accords_data.stream.columns import date_check

    days = pa.array(["2020-02-29", "2019-02-29", "2020-W10-1", "20200105", "2020-1-05", None])
    passed = date_check(days)
    assert passed is not None
    assert passed.to_pylist() == [False, True, True, True, True, False]
