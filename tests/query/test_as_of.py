"""What held on a day, and what was known by a day."""

import hashlib
import json
from pathlib import Path

import attrs
import pytest
import samples

from accords_data.model.fields import cells
from accords_data.model.records import Agreement, Leader, Meeting
from accords_data.problems import AccordsError
from accords_data.query import as_of
from accords_data.query.cut import Cut
from accords_data.query.status import standings
from accords_data.release import build, flat_tables
from accords_data.seeds import dataset
from accords_data.seeds.dataset import Dataset
from accords_data.verify import verify

GAZETTE = "Freedonia signed the Zenda Pact on 2024-05-01.\n"
SOURCE = f"""\
id: gazette
path: gazette.txt
sha256: {hashlib.sha256(GAZETTE.encode()).hexdigest()}
kind: document
strength: official
title: Zenda Pact
published: "2024-05-02"
language: en
provenance: Written for these tests.
evidence:
  - source: gazette
    quote: Freedonia signed the Zenda Pact on 2024-05-01
    supports:
      - {{field: /published, basis: inferred, note: The day after.}}
      - {{field: /title, basis: stated}}
"""
EVIDENCE = """\
  - source: gazette
    quote: Freedonia signed the Zenda Pact on 2024-05-01
    supports:
      - {field: /title, basis: stated}
      - {field: /parties/x-fre/country, basis: resolved}
      - {field: /parties/x-fre/role, basis: inferred, note: A country that signed is a party.}
      - {field: /events/x-fre-signed-2024-05-01/event, basis: resolved}
      - {field: /events/x-fre-signed-2024-05-01/country, basis: resolved}
      - {field: /events/x-fre-signed-2024-05-01/date, basis: stated}
"""
NAME = """\
  - source: gazette
    quote: Freedonia signed
    supports:
      - {field: /name, basis: stated}
"""


@pytest.fixture
def two_sources(base: Path) -> Dataset:
    """The invented seeds, with a gazette of 2024 beside the wire of 2026."""
    (base / "sources" / "gazette.txt").write_text(GAZETTE)
    (base / "sources" / "gazette.yaml").write_text(SOURCE)
    for name, text in (("agreements/zenda-pact.yaml", EVIDENCE), ("countries/X-FRE.yaml", NAME)):
        with (base / name).open("a") as file:
            file.write(text)
    return dataset.load(base)


def pact(data: Dataset) -> Agreement:
    (agreement,) = data.agreements
    return agreement


def ids(data: Dataset, kind: str) -> list[str]:
    return [record.id for record in data.records[kind]]


def test_a_day_on_which_every_source_was_out_and_everything_had_happened_cuts_nothing(two_sources: Dataset) -> None:
    for cut in (as_of.known_by(two_sources, "2026-03-31"), as_of.as_of(two_sources, "2026-03-31")):
        assert cut.records == two_sources.records
        assert cut.tally == two_sources.tally


def test_a_record_whose_name_no_source_had_told_yet_is_absent(two_sources: Dataset) -> None:
    cut = as_of.known_by(two_sources, "2024-12-31")
    assert {kind: ids(cut, kind) for kind in cut.records} == {
        "source": ["gazette"],
        "country": ["X-FRE"],
        "leader": [],
        "agreement": ["zenda-pact"],
        "meeting": [],
    }
    assert list(cut.texts) == ["gazette"]


def test_an_item_whose_cells_nobody_had_told_yet_is_absent_and_the_addresses_of_the_others_stay(
    two_sources: Dataset,
) -> None:
    cut = pact(as_of.known_by(two_sources, "2024-12-31"))
    assert [party.country for party in cut.parties] == ["X-FRE"]
    assert [event.event for event in cut.events] == ["signed"]
    fields = {support.field for entry in cut.evidence for support in entry.supports}
    assert fields == {cell.address for cell in cells(cut) if cell.exemption is None}
    assert "/events/x-fre-signed-2024-05-01/date" in fields


def test_every_cell_of_a_cut_is_covered_and_says_what_its_evidence_says(two_sources: Dataset) -> None:
    for day in ("2024-05-02", "2026-03-03", "2026-03-05"):
        for cut in (
            as_of.cut(two_sources, Cut(as_of=day)),
            as_of.cut(two_sources, Cut(known_by=day)),
            as_of.cut(two_sources, Cut(as_of=day, known_by=day)),
        ):
            checked = 0
            for group in cut.records.values():
                for record in group:
                    values = {cell.address: str(cell.value) for cell in cells(record) if cell.exemption is None}
                    told = {support.field: support.value for entry in record.evidence for support in entry.supports}
                    assert told == values
                    checked += len(values)
            assert checked == cut.tally.cells == cut.tally.covered > 0


def test_what_is_known_by_a_day_before_every_source_is_nothing_and_that_is_said(two_sources: Dataset) -> None:
    with pytest.raises(AccordsError, match="no source was published by 2024-05-01"):
        as_of.cut(two_sources, Cut(known_by="2024-05-01"))


def test_an_event_counts_from_its_day_on(two_sources: Dataset) -> None:
    steps = {
        day: [event.event for event in pact(as_of.as_of(two_sources, day)).events]
        for day in ("2024-05-01", "2026-03-02", "2026-03-03")
    }
    assert steps == {"2024-05-01": ["signed"], "2026-03-02": ["signed"], "2026-03-03": ["announced", "signed"]}


def test_an_agreement_without_any_step_and_any_report_by_then_is_absent(two_sources: Dataset) -> None:
    assert ids(as_of.as_of(two_sources, "2024-04-30"), "agreement") == []


def test_a_party_counts_from_its_first_step_on(two_sources: Dataset) -> None:
    assert [each.country for each in pact(as_of.as_of(two_sources, "2026-03-02")).parties] == ["X-FRE"]
    assert [each.country for each in pact(as_of.as_of(two_sources, "2026-03-03")).parties] == ["X-RUR", "X-FRE"]


def test_a_meeting_of_some_day_in_a_month_counts_from_the_end_of_the_month(two_sources: Dataset) -> None:
    assert ids(as_of.as_of(two_sources, "2026-03-30"), "meeting") == []
    assert ids(as_of.as_of(two_sources, "2026-03-31"), "meeting") == ["castle-zenda"]


def test_a_reference_to_an_absent_record_is_null(two_sources: Dataset) -> None:
    cut = pact(as_of.as_of(two_sources, "2026-03-30"))
    assert cut.events[0].meeting is None
    assert pact(two_sources).events[0].meeting == "castle-zenda"


def test_an_office_counts_from_the_day_on_which_it_was_seen(two_sources: Dataset) -> None:
    def offices(day: str) -> int:
        (leader,) = as_of.as_of(two_sources, day).records["leader"]
        assert isinstance(leader, Leader)
        return len(leader.offices)

    assert [offices(day) for day in ("2026-03-04", "2026-03-05", "2026-12-31")] == [0, 1, 1]


def test_an_office_does_not_count_once_its_interval_has_ended(two_sources: Dataset) -> None:
    (leader,) = two_sources.records["leader"]
    assert isinstance(leader, Leader)

    def held(interval: str, day: str) -> bool:
        office = attrs.evolve(leader.offices[0], held=interval)
        records = two_sources.records | {"leader": (attrs.evolve(leader, offices=(office,)),)}
        (cut,) = as_of.as_of(attrs.evolve(two_sources, records=records), day).records["leader"]
        assert isinstance(cut, Leader)
        return bool(cut.offices)

    assert [held("2020-05/2021-06", day) for day in ("2020-05-30", "2020-05-31", "2021-06-30", "2021-07-01")] == [
        False, True, True, False,
    ]  # fmt: skip
    assert held("2020-05/..", "2099-12-31")
    assert [held("../2021", day) for day in ("1950-01-01", "2021-12-31", "2022-01-01")] == [True, True, False]


def test_a_party_without_a_step_of_its_own_counts_from_its_first_source(two_sources: Dataset) -> None:
    (agreement,) = two_sources.agreements
    stepless = attrs.evolve(agreement, events=())
    data = attrs.evolve(two_sources, records=two_sources.records | {"agreement": (stepless,)})
    assert [each.country for each in pact(as_of.as_of(data, "2024-05-02")).parties] == ["X-FRE"]
    assert len(pact(as_of.as_of(data, "2026-03-05")).parties) == 2
    assert ids(as_of.as_of(data, "2024-05-01"), "agreement") == []


def test_an_undated_fact_counts_from_the_publication_of_its_first_source() -> None:
    data = samples.alone()
    before, after = (as_of.as_of(data, day) for day in ("2025-11-05", "2025-11-06"))
    assert "trump-tokayev-netanyahu-call-2025" not in ids(before, "meeting")
    assert "trump-tokayev-netanyahu-call-2025" in ids(after, "meeting")
    assert [each for each in after.records["meeting"] if isinstance(each, Meeting) and each.date is None]


def test_the_standing_of_a_country_is_its_last_step_with_whoever_says_so(two_sources: Dataset) -> None:
    told = {
        each.country: (each.status, each.since, each.word)
        for each in standings(two_sources.agreements, two_sources.sources)
    }
    assert told == {
        "X-FRE": ("signed", "2024-05-01", "Zenda Pact grows; Zenda Pact"),
        "X-RUR": ("announced", "2026-03-03", "Ruritania"),
    }


@pytest.mark.parametrize(("day", "known"), [("2026-03-04", None), (None, "2025-01-01"), ("2026-03-31", "2026-03-31")])
def test_a_cut_makes_a_release_that_verifies_and_says_what_it_is(
    day: str | None, known: str | None, two_sources: Dataset
) -> None:
    wanted = Cut(as_of=day, known_by=known)
    cut = as_of.cut(two_sources, wanted)
    built = build.build(cut, build.unreleased(cut, wanted))
    told = json.loads(built.files["manifest.json"])
    assert (told["as_of"], told["known_by"]) == (day, known)
    serious = [
        str(problem) for problem in verify.examine("cut", built.files).problems if "to check" not in problem.message
    ]
    assert serious == []


def tables_of(data: Dataset) -> dict[str, list[dict[str, object]]]:
    return {name: table.to_pylist() for name, table in flat_tables.tables_in(data).items()}


def test_keeping_to_documents_gives_what_the_article_alone_gave_table_by_table() -> None:
    kept, alone = as_of.cut(samples.whole(), Cut(source_kind="document")), samples.alone()
    assert kept.texts == alone.texts
    assert kept.tally == alone.tally
    now, before = tables_of(kept), tables_of(alone)
    assert set(now) == set(before)
    assert {name for name in now if now[name] != before[name]} == set()
    assert sum(len(rows) for rows in now.values()) > 200


def test_keeping_to_summaries_leaves_no_quote_of_the_article() -> None:
    kept = as_of.of_kind(samples.whole(), "summary")
    assert {row["grade"] for row in tables_of(kept)["evidence"]} == {"summarised", "background"}
    assert kept.tally.covered == kept.tally.cells > 1_000


def test_every_cell_of_a_cut_by_kind_is_covered_and_every_reference_leads_to_a_record() -> None:
    whole = samples.whole()
    for kind in ("document", "summary"):
        cut = as_of.of_kind(whole, kind)
        built = build.build(cut, build.unreleased(cut, Cut(source_kind=kind)))
        told = verify.examine("cut", built.files)
        assert [str(each) for each in told.problems if "to check" not in each.message] == []


def test_a_kind_of_which_there_is_no_source_leaves_nothing_and_that_is_said() -> None:
    with pytest.raises(AccordsError, match="no source is of kind summary"):
        as_of.cut(samples.alone(), Cut(source_kind="summary"))


def test_limits_add_up() -> None:
    whole = samples.whole()
    both = as_of.cut(whole, Cut(source_kind="summary", known_by="2021-01-01"))
    assert both.sources
    assert {(source.kind.value, source.published_by <= "2021-01-01") for source in both.sources} == {("summary", True)}
    with pytest.raises(AccordsError, match="no source was published by 2021-01-01"):
        as_of.cut(whole, Cut(source_kind="document", known_by="2021-01-01"))
