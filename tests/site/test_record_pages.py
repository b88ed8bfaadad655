"""The page of a record: every cell with its words."""

from sites import pages, real

from accords_data.model.fields import cells
from accords_data.site import titles, urls


def test_every_cell_of_every_record_stands_on_its_page_with_its_basis() -> None:
    shown = 0
    for kind, group in real().records.items():
        for record in group.values():
            page = pages()[urls.record(kind, record.id)]
            for cell in cells(record):
                name = cell.address[1:].replace("/", ".")
                if cell.field.name in {"id", "item"} or cell.address.split("/")[1] in {"regions", "set_aside"}:
                    continue
                told = page.texts[name]
                reference = None if cell.field.text is None else cell.field.text.reference
                value = real().records[reference][str(cell.value)].caption if reference else None
                assert (value or titles.of_value(cell)) in told, (kind, record.id, cell.address)
                bases = {
                    each.basis for entry in record.evidence for each in entry.supports if each.field == cell.address
                }
                assert bases or cell.exemption is not None
                assert all(basis in told for basis in bases)
                shown += 1
    assert shown > 1_500


def test_the_value_of_a_disputed_cell_stands_beside_what_is_said_instead() -> None:
    page = pages()[urls.record("agreement", "abraham-accords-declaration")]
    assert " ".join(page.texts["events.sdn-signed-2021-01-06.date"].split()).startswith(
        "Date 2021-01-06 or 2021-01-07 "
    )
    assert "Says 2021-01-07:" in page.texts["events.sdn-signed-2021-01-06.date"]
    named = pages()[urls.record("agreement", "israel-bahrain-communique")].texts["parties.isr.signatory"]
    assert "Alon Ushpiz or Meir Ben-Shabbat" in " ".join(named.split())
