"""The rules by which words mean a value, and the cues that they know."""

import datetime as dt

import pytest
import samples

from accords_data.model.fields import Field, fields_of
from accords_data.model.record_parts import Office
from accords_data.model.records import Meeting
from accords_data.model.sources import Source
from accords_data.seeds import passages, rules, spans

NAMES = spans.Phrases({"Sudan": frozenset({"SDN"}), "South Sudan": frozenset({"SSD"})})
INDEX = passages.Index({"country": NAMES}, {})


def field(model: type, name: str) -> Field:
    return next(each for each in fields_of(model) if each.name == name)


def source() -> Source:
    (found,) = samples.alone().sources
    return found


def passage(words: str) -> passages.Passage:
    # Ten letters stand before the words, so that no rule may take their place in the text for that in the quote.
    return passages.Passage(words, source(), spans.Span(10, 10 + len(words)), f"It began. {words}")


def meant(rule: str, words: str, of: Field, index: passages.Index = INDEX) -> set[str]:
    return set(rules.RULES[rule][0](of, passage(words), index))


@pytest.mark.parametrize(
    ("weekday", "day"),
    [("Thursday", 6), ("Wednesday", 5), ("Tuesday", 4), ("Monday", 3), ("Sunday", 2), ("Saturday", 1)],
)
def test_a_weekday_is_the_last_one_up_to_the_day_of_publication(weekday: str, day: int) -> None:
    found = meant("weekday", f"said on {weekday} that", field(Meeting, "date"))
    assert found == {f"2025-11-{day:02}"}
    assert dt.date(2025, 11, day).strftime("%A") == weekday


def test_a_friday_before_a_thursday_is_of_the_week_before() -> None:
    assert meant("weekday", "They met on Friday", field(Meeting, "date")) == {"2025-10-31"}


def test_two_weekdays_mean_two_days() -> None:
    assert len(meant("weekday", "left on Monday and met on Thursday", field(Meeting, "date"))) == 2


def test_a_date_in_words_means_that_date_and_no_weekday_is_read_then() -> None:
    date = field(Meeting, "date")
    assert rules.rule_of(date, passage("on Thursday, 6 November 2025")) == "calendar_date"
    assert rules.rule_of(date, passage("on Thursday")) == "weekday"
    assert meant("calendar_date", "on Thursday, 6 November 2025", date) == {"2025-11-06"}
    assert meant("calendar_date", "from 5 November 2025 to 6 November 2025", date) == {"2025-11-05/2025-11-06"}


def test_a_date_beside_a_weekday_that_contradicts_it_means_nothing() -> None:
    assert meant("calendar_date", "Thursday, 7 November 2025", field(Meeting, "date")) == set()


def test_two_dates_mean_two_days() -> None:
    found = meant("calendar_date", "on 5 November 2025 and on 6 November 2025", field(Meeting, "date"))
    assert found == {"2025-11-05", "2025-11-06"}


def test_an_office_told_with_a_day_is_held_on_that_day_and_else_on_that_of_publication() -> None:
    held = field(Office, "held")
    words = "On 15 September 2020 Donald Trump, President of the United States, signed"
    assert rules.rule_of(held, passage(words)) == "office_on_the_day"
    assert meant("office_on_the_day", words, held) == {"2020-09-15"}
    assert meant("office_on_the_day", words.replace("President", "former President"), held) == set()
    assert rules.rule_of(held, passage("President Trump")) == "office_when_published"


def test_an_office_called_former_is_not_held() -> None:
    held = field(Office, "held")
    assert meant("office_when_published", "President Trump", held) == {"2025-11-06"}
    assert meant("office_when_published", "former President Trump", held) == set()


def test_a_name_inside_a_longer_name_means_nothing() -> None:
    country = field(Office, "country")
    assert meant("country_name", "in South Sudan", country) == {"SSD"}
    assert meant("country_name", "Sudan and South Sudan", country) == {"SDN", "SSD"}
    assert meant("country_name", "Sudanese", country) == set()


def test_a_longer_cue_wins() -> None:
    mode = field(Meeting, "mode")
    assert meant("cue_word", "a phone call", mode) == {"phone"}
    assert meant("cue_word", "a call", mode) == {"call_unspecified"}


@pytest.mark.parametrize(("start", "end", "found"), [(0, 10, set()), (0, 11, {"m"}), (19, 30, {"m"}), (20, 30, set())])
def test_a_passage_means_the_meeting_whose_own_passage_it_overlaps(start: int, end: int, found: set[str]) -> None:
    index = passages.Index({}, {source().id: [("m", spans.Span(start, end))], "another": [("n", spans.Span(10, 20))]})
    of_ten = passages.Passage("ten places", source(), spans.Span(10, 20), "It began. ten places and more")
    assert set(rules.RULES["same_passage"][0](field(Meeting, "id"), of_ten, index)) == found
