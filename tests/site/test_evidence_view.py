"""What a cell rests on, and who disputes it."""

from sites import real, site

from accords_data.site import urls


def test_a_dispute_stands_beside_what_it_disputes() -> None:
    disputed = 0
    for kind, group in real().records.items():
        for record in group.values():
            page = site()[urls.record(kind, record.id)].decode()
            for entry in record.evidence:
                disputed += entry.stance == "disputes"
                assert entry.stance != "disputes" or "Disputed by" in page
    assert disputed > 5
