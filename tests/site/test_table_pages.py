"""The tables on the site."""

import json

from sites import pages, real, site

from accords_data.model import tables
from accords_data.site import table_pages


def test_the_data_of_a_table_is_the_table() -> None:
    for table in tables.all_tables():
        rows: list[tuple[object, ...]] = []
        for number in range(1, 10):
            part = site().get(f"tables/{table.name}-{number}.js")
            if part is not None:
                columns = json.loads(part.decode().removeprefix("accordsRows(").removesuffix(");\n"))
                rows += zip(*([values[place] for place in places] for values, places in columns), strict=True)
        assert rows == real().rows(table)
        first = pages()[f"tables/{table.name}.html"].all("tr")
        shown = len(first) - 1
        assert shown == len(rows) or len(rows) > shown > min(50, table_pages.PER_PAGE - 1)
