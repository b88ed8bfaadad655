"""Status of each country."""

import pytest
from sites import real
from sweeps import drawn, parts

from accords_data.query import as_of, status
from accords_data.query.cut import Cut
from accords_data.site import status_page


@pytest.mark.parametrize("part", parts(0.2))
@pytest.mark.parametrize("view", status_page.VIEWS)
def test_who_stands_where_is_what_the_status_of_that_day_says(view: str, part: float) -> None:
    told = status_page.histories(real(), view)
    data = real().dataset
    days = {day for history in told.values() for day, _ in history} | {source.published for source in data.sources}
    for day in drawn(sorted(days), part):
        known = day if view == status_page.THEN and day >= min(source.published for source in data.sources) else None
        then = as_of.cut(data, Cut(as_of=day, known_by=known))
        wanted = {(each.agreement, each.country): each for each in status.standings(then.agreements, then.sources)}
        held_then = {
            place: last
            for place, history in told.items()
            for last in [[standing for since, standing in history if since <= day][-1:]]
        }
        assert {place: each[0] for place, each in held_then.items() if each and each[0] is not None} == wanted
    assert len(days) > 40
