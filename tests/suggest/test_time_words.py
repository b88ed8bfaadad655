"""Expressions of time and the days that they mean."""

import pytest
from forms import lines

from accords_data.suggest import mentions, time_words
from accords_data.suggest.people_in_text import Known

DATES = """
Oman signed yesterday. | 2026-03-11
Yesterday Oman signed. | 2026-03-11
This morning Oman signed. | 2026-03-12
Last night Oman signed. | 2026-03-11
Oman signed two days ago. | 2026-03-10
Oman signed three months ago. | 2025-12
Oman signed in September 2020 and Bahrain three months later. | 2020-09 2020-12
Oman signed on 3 March. Bahrain followed a day later. | 2026-03-03 2026-03-04
Oman signed on 3 March. Bahrain had signed a day earlier. | 2026-03-03 2026-03-02
Oman signed on Monday. Bahrain ratified on 3 March. Qatar kept silent. The two had met a day earlier. | 2026-03-09 2026-03-03 2026-03-08
Oman signed on 3 March. The same day Bahrain signed. | 2026-03-03 2026-03-03
Oman signed in March 2021. Bahrain signed a day later. | 2021-03
Oman signed on 3 March, a day earlier than planned. | 2026-03-03
Bahrain signed a day later. |
Oman signed on 3 March. Bahrain signed the day before the summit. | 2026-03-03
In May Oman is to sign. | 2026-05
In May Oman said that Bahrain will sign. | 2025-05
On Friday Oman will sign. | 2026-03-13
Oman signed last Thursday. | 2026-03-05
Next Monday Oman will sign. | 2026-03-16
Mr Qadri is awaited in Rome in April. | 2026-04
"""
"""Sentences of a text of 12 March 2026, a Thursday | the dates that they tell."""


@pytest.mark.parametrize(("sentences", "told"), lines(DATES), ids=lambda each: each[:60])
def test_an_expression_of_time_means_the_day_from_which_it_counts(sentences: str, told: str) -> None:
    reading = mentions.read(sentences, "2026-03-12", [], Known())
    assert [each.date for _, each in sorted(reading.moments.items(), key=lambda pair: pair[0].start)] == told.split()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met on Monday.", {"Monday": "2026-03-09"}),
        ("They met on Thursday.", {"Thursday": "2026-03-12"}),
        ("They will meet on Thursday.", {"Thursday": "2026-03-19"}),
        ("They met yesterday.", {"yesterday": "2026-03-11"}),
        ("They met last month.", {"last month": "2026-02"}),
        ("They meet next month.", {"next month": "2026-04"}),
        ("They met on March 6.", {"March 6": "2026-03-06"}),
        ("They met on 6 December.", {"6 December": "2025-12-06"}),
        ("They will meet on 6 March.", {"6 March": "2027-03-06"}),
        ("They met on 6 March 2024.", {"6 March 2024": "2024-03-06"}),
        ("They met in March 2024.", {"March 2024": "2024-03"}),
        ("It will be signed on 9 April.", {"9 April": "2026-04-09"}),
        ("No date was given.", {}),
    ],
)
def test_a_date_is_resolved_by_the_day_of_publication(sentence: str, expected: dict[str, str]) -> None:
    assert {each.words: each.date for each in time_words.moments(sentence, "2026-03-12")} == expected


def test_a_weekday_that_contradicts_its_date_is_told() -> None:
    (moment,) = time_words.moments("They met on Tuesday, 11 March 2026.", "2026-03-12")
    assert moment.contradiction == "Tuesday beside 11 March 2026, which is a Wednesday"
    (moment,) = time_words.moments("They met on Wednesday, 11 March 2026.", "2026-03-12")
    assert moment.contradiction is None
