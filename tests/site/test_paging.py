"""A long list on several pages."""

from hypothesis import given
from hypothesis import strategies as st

from accords_data.site import paging


@given(st.lists(st.integers(), max_size=25), st.integers(1, 7))
def test_each_item_of_a_long_list_is_on_one_page_and_every_page_is_listed(items: list[int], per_page: int) -> None:
    found = list(paging.parts(items, per_page, "page-{}.html".format))
    assert [item for part in found for item in part.items] == items
    assert all(len(part.items) <= per_page for part in found)
    assert [(part.number, f"page-{part.number}.html") for part in found] == found[0].pages
    assert all(part.pages == found[0].pages for part in found)
