"""Which evidence a cell has, how it rests on it in words, and that a quote is looked for once."""

import html
import re
from collections import Counter
from typing import Any

import pytest
import samples
import sites
from conftest import REAL

from accords_data.cli import report
from accords_data.curate import coverage_pages
from accords_data.curate.coverage import usage
from accords_data.model.backing import How, by_cell, disputed, of_cell, supported
from accords_data.model.fields import cells
from accords_data.model.record_base import Record
from accords_data.model.record_parts import Evidence, Support
from accords_data.model.vocabularies import Basis, Stance
from accords_data.seeds import dataset, spans
from accords_data.site import record_pages, templates
from accords_data.verify import diff_text

IN_WORDS = [
    ({"basis": "resolved", "rule": "cue_word", "words": "signed"}, 'resolved by cue_word from "signed"'),
    ({"basis": "stated", "words": "Manama"}, "stated"),
    ({"basis": "inferred", "note": "Both were there."}, "inferred: Both were there."),
    ({"basis": "inferred", "words": "they", "note": "Both."}, 'inferred from "they": Both.'),
    ({"basis": "resolved", "rule": "office_when_published", "words": "w" * 81}, "resolved by office_when_published"),
    ({"basis": "resolved", "rule": "weekday", "words": "w" * 80}, f'resolved by weekday from "{"w" * 80}"'),
    ({"basis": "background"}, "background"),
    ({"basis": "resolved", "rule": "weekday", "words": "Friday", "disputes": True}, "disputes it"),
    ({"basis": "inferred", "note": "A misprint.", "disputes": True}, "disputes it: A misprint."),
    (
        {"basis": "resolved", "rule": "weekday", "words": "Friday", "disputes": True, "alternative": "2026-03-06"},
        'says 2026-03-06 instead, resolved by weekday from "Friday"',
    ),
]


@pytest.mark.parametrize(("told", "sentence"), IN_WORDS, ids=[sentence[:40] for _, sentence in IN_WORDS])
def test_how_a_cell_rests_on_its_evidence_is_one_sentence(told: dict[str, object], sentence: str) -> None:
    plain: dict[str, object] = {"rule": None, "words": None, "note": None, "disputes": False}
    assert str(How.of(**(plain | told))) == sentence  # type: ignore[arg-type]
    row = {name: value for name, value in told.items() if name != "disputes"}
    row |= {"stance": "disputes"} if told.get("disputes") else {}
    assert str(diff_text.how(row)) == sentence


def everything() -> list[tuple[str, Record]]:
    return [(kind, record) for kind, group in samples.whole().records.items() for record in group]


def test_terminal_page_and_coverage_tell_of_each_cell_what_that_sentence_says() -> None:
    made = coverage_pages.pages(usage(samples.whole(), source) for source in samples.whole().sources)
    coverage = {name.removesuffix(".html"): html.unescape(page.decode()) for name, page in made.items()}
    for kind, record in everything():
        _compare(kind, record, coverage)


def _compare(kind: str, record: Record, coverage: dict[str, str]) -> None:
    shown = " ".join(
        " ".join(report.record_view(kind, record, {each.id: each for each in samples.whole().sources})).split()
    )
    covered = "".join(coverage[source] for source in sorted({e.source for e in record.evidence if e.source}))
    entry = record_pages.entry(kind, record, sites.real(), {})
    facts = {each.cell: each for each in (*entry.facts, *(f for g in entry.groups for i in g.items for f in i.facts))}
    for pointer, backing in record.backing.items():
        for each in backing:
            assert " ".join(f"[{each.index + 1}] {each.how}".split()) in shown
            if kind != "source" and each.entry.source is not None:
                assert f"<td><code>{pointer}</code></td><td>{each.support.value}</td><td>{each.how}</td>" in covered
        if pointer in facts:
            told = [ground.how for ground in (*facts[pointer].supporting, *facts[pointer].disputing)]
            assert Counter(told) == Counter(each.how for each in backing)


def test_the_mapping_has_every_cell_with_all_that_speaks_of_it_in_order() -> None:
    assert len(everything()) > 100
    for _, record in everything():
        _check_mapping(record)


def _check_mapping(record: Record) -> None:
    assert record.backing is record.backing
    wanted: dict[str, list[tuple[int, str]]] = {}
    for index, entry in enumerate(record.evidence):
        for support in entry.supports:
            wanted.setdefault(support.field, []).append((index, entry.stance))
    assert {pointer: [(e.index, e.entry.stance) for e in found] for pointer, found in record.backing.items()} == wanted
    needed = {cell.address for cell in cells(record) if cell.exemption is None}
    assert set(supported(record.backing)) == needed
    assert disputed(record.backing) == {
        pointer for pointer, found in wanted.items() if "disputes" in dict(found).values()
    }
    for pointer, found in wanted.items():
        limited = of_cell(record.evidence, pointer)
        assert len(limited) == len(found)
        assert set(by_cell(limited)) == {pointer}


def test_a_quote_is_looked_for_once_in_a_text_however_many_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[tuple[str, str, int | None]] = Counter()
    locate = spans.locate

    def counted(text: str, quote: str, occurrence: int | None) -> spans.Span | tuple[str, str]:
        asked[text, quote, occurrence] += 1
        return locate(text, quote, occurrence)

    monkeypatch.setattr(spans, "locate", counted)
    dataset.load(REAL)
    assert len(asked) > 240
    assert asked.most_common(1)[0][1] == 1


def test_a_cell_that_is_only_disputed_is_not_supported_and_the_first_support_counts() -> None:
    against = Evidence(source="a", quote="no", stance=Stance.DISPUTES, supports=(support("/x"), support("/y")))
    first = Evidence(source="b", quote="yes", supports=(support("/y", Basis.RESOLVED),))
    second = Evidence(source="c", quote="yes", supports=(support("/y"),))
    backing = by_cell((against, first, second))
    assert {pointer: each.index for pointer, each in supported(backing).items()} == {"/y": 1}
    assert supported(backing)["/y"].support.basis is Basis.RESOLVED
    assert disputed(backing) == {"/x", "/y"}


def support(field: str, basis: Basis = Basis.STATED) -> Support:
    return Support(field=field, basis=basis)


@pytest.mark.parametrize(("told", "sentence"), IN_WORDS, ids=[sentence[:40] for _, sentence in IN_WORDS])
def test_a_page_tells_it_by_the_same_parts(told: dict[str, object], sentence: str) -> None:
    plain: dict[str, object] = {"rule": None, "words": None, "note": None, "disputes": False}
    how = How.of(**(plain | told))  # type: ignore[arg-type]
    cells_html: Any = templates.press(sites.real().manifest).environment.get_template("cells.html").module
    shown = html.unescape(re.sub("<[^>]+>", "", str(cells_html.way(how))))
    spoken = shown.replace(" by the rule ", " by ").replace(", from “", ' from "').replace("”", '"')
    if not how.disputes:
        note = "" if how.note is None else f": {how.note}"
        assert spoken + note == sentence.replace("_", " ")
    assert how.basis in shown
