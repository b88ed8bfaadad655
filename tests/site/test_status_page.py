"""Status of each country."""

from collections import Counter
from collections.abc import Callable, Collection
from typing import Any

import pytest
from sites import HOSTILE, real
from sweeps import drawn, parts

from accords_data.model.backing import sources_of
from accords_data.model.record_base import Record
from accords_data.model.records import Agreement
from accords_data.query import as_of, settling, status
from accords_data.query.cut import Cut
from accords_data.site import status_page, templates
from accords_data.site.templates import Press


@pytest.mark.parametrize("part", parts(0.2))
@pytest.mark.parametrize("view", status_page.VIEWS)
def test_who_stands_where_is_what_the_status_of_that_day_says(view: str, part: float) -> None:
    told = status_page.histories(real(), view)
    data = real().dataset
    days = {day for history in told.values() for day, _ in history} | {source.published_by for source in data.sources}
    for day in drawn(sorted(days), part):
        known = day if view == status_page.THEN and day >= min(source.published_by for source in data.sources) else None
        then = as_of.cut(data, Cut(as_of=day, known_by=known))
        wanted = {(each.agreement, each.country): each for each in status.standings(then.agreements, then.sources)}
        held_then = {
            place: last
            for place, history in told.items()
            for last in [[standing for since, standing in history if since <= day][-1:]]
        }
        assert {place: each[0] for place, each in held_then.items() if each and each[0] is not None} == wanted
    assert len(days) > 40


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, key: Callable[..., Any]) -> Counter[Any]:
    """How often the function `name` of `owner` is called from now on, by the `key` of its arguments."""
    found: Counter[Any] = Counter()
    function = getattr(owner, name)

    def counting(*arguments: Any) -> Any:
        found[key(*arguments)] += 1
        return function(*arguments)

    monkeypatch.setattr(owner, name, counting)
    return found


def test_what_is_known_is_asked_once_for_each_set_of_sources_and_countries(monkeypatch: pytest.MonkeyPatch) -> None:
    def key(record: Record, known: Collection[str], ids: settling.Ids) -> tuple[str, ...]:
        there = ids["country"] if isinstance(record, Agreement) else ()
        return record.id, *sorted(sources_of(record.evidence) & set(known)), *sorted(there)

    calls = counted(monkeypatch, as_of, "record_known_by", key)
    status_page.histories(real(), status_page.THEN)
    assert len(calls) > 50
    assert set(calls.values()) == {1}


def test_a_row_that_many_days_have_alike_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = counted(monkeypatch, Press, "part", lambda _, macro, *told: (macro, repr(told)))
    made = [address for address, _ in status_page.pages(templates.press(real().manifest), real())]
    pages = sum(address.endswith(".html") for address in made)
    rows = [times for (macro, _), times in calls.items() if macro == "standings"]
    # Three papers were signed in Rabat on one day by the same two ministers: their rows read alike.
    assert set(rows) == {1, 3}
    assert len(rows) < pages * len(real().agreements) / 3


def test_what_a_standing_says_is_text() -> None:
    cell = status_page.StatusCell(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    made = templates.press(real().manifest).part("standings", [cell], "../")
    assert "<script" not in made
    assert "<img" not in made
    assert made.count("&lt;script&gt;") == 5


@pytest.mark.parametrize("view", status_page.VIEWS)
def test_a_page_has_each_standing_from_its_own_day_on_until_the_next(view: str) -> None:
    told = status_page.histories(real(), view)
    made = dict(status_page.pages(templates.press(real().manifest), real()))
    (agreement, country), history = max(told.items(), key=lambda each: len(each[1]))
    place = list(real().names_of({code for _, code in told})).index(country)
    assert len(history) > 1
    for day, standing in history:
        page = made[f"standing/{day}-{view}.html"].decode()
        cells = page.partition(f'data-agreement="{agreement}"')[2].partition("</tr>")[0].split("<td")[1:]
        said = "nothing reported" if standing is None else str(standing.status or "no step reported").replace("_", " ")
        assert said in cells[place]
