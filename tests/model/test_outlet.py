"""Whose word a source is: one answer for the pages, the terminal, the tables and the coverage."""

import html
import re

import attrs
import samples
import sites

from accords_data.curate import coverage_pages
from accords_data.curate.coverage import usage
from accords_data.model.record_parts import AgreementEvent, Evidence, Party, Support
from accords_data.model.records import Agreement
from accords_data.model.sources import Source
from accords_data.model.vocabularies import AgreementKind, AgreementStep, Basis, EntryMode, PartyRole, Stance
from accords_data.query import status
from accords_data.site import evidence_view, urls


def disputed_event(source: Source) -> Agreement:
    """Return an agreement with one step, told and disputed by `source`."""
    support = Support(field="/events/isr-signed/event", basis=Basis.RESOLVED)
    told = Evidence(source=source.id, quote="signed", start=0, end=6, supports=(support,))
    return Agreement(
        id="a",
        title="A",
        kind=AgreementKind.POLITICAL_DECLARATION,
        parties=(Party(item="isr", country="ISR", role=PartyRole.PARTY, entry_mode=EntryMode.ORIGINAL),),
        events=(AgreementEvent(item="isr-signed", event=AgreementStep.SIGNED, country="ISR"),),
        evidence=(told, attrs.evolve(told, stance=Stance.DISPUTES)),
    )


def test_the_outlet_is_the_origin_that_the_text_names_then_its_publisher_then_its_title() -> None:
    source = attrs.evolve(samples.whole().sources[0], attributed_to="Origin", publisher="Publisher", title="Title")
    assert source.outlet == "Origin"
    assert attrs.evolve(source, attributed_to=None).outlet == "Publisher"
    assert attrs.evolve(source, attributed_to=None, publisher=None).outlet == "Title"


def test_the_sources_of_the_record_tell_the_two_orders_apart() -> None:
    """Otherwise the tests below would hold whichever of the two came first."""
    assert (
        sum(each.outlet != (each.publisher or each.attributed_to or each.title) for each in samples.whole().sources)
        > 10
    )


def test_pages_terminal_tables_and_coverage_name_the_same_outlet_for_every_source() -> None:
    coverage = coverage_pages.pages(usage(samples.whole(), source) for source in samples.whole().sources)
    for source in samples.whole().sources:
        _compare(source, coverage[f"{source.id}.html"])


def _compare(source: Source, coverage: bytes) -> None:
    agreement = disputed_event(source)
    (standing,) = status.standings([agreement], [source])
    assert standing.word == source.outlet
    assert [each.word for each in standing.disputes] == [source.outlet]
    grounds = evidence_view.of_record(agreement, {source.id: source}, {source.id: samples.whole().texts[source.id]})
    assert {each.outlet for each in grounds["/events/isr-signed/event"]} == {source.outlet}
    page = html.unescape(sites.site()[urls.record("source", source.id)].decode())
    assert f'<p class="lead"><bdi>{source.outlet}</bdi>' in page
    covered = html.unescape(coverage.decode())
    told = re.search(rf"<p>{re.escape(source.id)}: (.*), {source.published};", covered)
    assert told is not None
    assert told[1] == source.outlet
