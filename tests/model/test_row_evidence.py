"""What the evidence of a row comes to: as Arrow computes it, and as one would by hand."""

from collections.abc import Iterator
from typing import Any

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from accords_data.model import flattening, tables
from accords_data.model.addresses import ITEM, parts_of
from accords_data.model.fields import Field, fields_of
from accords_data.model.records import MODELS
from accords_data.model.vocabularies import ABSENT, Grade
from accords_data.seeds import dataset

Row = dict[str, Any]
Told = tuple[str | None, int, str | None]
"""Grade, number of sources and disputed columns."""
GRADES: list[str] = [*map(str, Grade)]
COLUMNS = ("evidence_grade", "source_count", "disputed")


def grade_of(entry: Row) -> str | None:
    """Return whose words `entry` is, None where a line does not say."""
    words = {"quote": "quoted", "summary": "summarised", "authority": "background"}
    return next((grade for name, grade in words.items() if entry.get(name) is not None), None)


def by_hand(record: Row, cells: dict[str, str]) -> Told:
    """Return what the evidence of `record` comes to for the cells at these addresses, by the names of their columns."""
    grades: list[str | None] = []
    sources, disputed = set(), []
    for name, address in cells.items():
        speaking = [
            entry
            for entry in record["evidence"]
            for support in entry["supports"]
            if support["field"] == address
        ]  # fmt: skip
        against = [entry for entry in speaking if entry.get("stance") == "disputes"]
        supporting = [entry for entry in speaking if entry.get("stance") != "disputes"]
        known = [grade for grade in map(grade_of, supporting) if grade is not None]
        grades.append(min(known, key=GRADES.index) if known else None)
        sources |= {entry["source"] for entry in supporting if entry.get("source") is not None}
        disputed += [name] if against else []
    worst = None if None in grades or not grades else max((each for each in grades if each), key=GRADES.index)
    return worst, len(sources), " ".join(disputed) or None


def needing(fields: tuple[Field, ...], row: Row, place: str) -> dict[str, str]:
    """Return the addresses of the cells of `row`, which stands at `place`, that need evidence, by their columns."""
    return {
        each.name: f"{place}/{each.name}"
        for each in fields
        if each.exempt is None and row.get(each.name) is not None
        and not (each.vocabulary is not None and row[each.name] in ABSENT)
    }  # fmt: skip


def rows_by_hand(kind: str, records: list[Row]) -> Iterator[tuple[str, list[Told]]]:
    """Yield the name of each table of `kind` with what the evidence of each of its rows comes to."""
    own, *children = tables.tables_of(kind)
    fields = tables.scalars(fields_of(MODELS[kind]))
    yield own.name, [by_hand(record, needing(fields, record, "")) for record in records]
    for table, field in zip(children, tables.lists_of(kind), strict=True):
        found = []
        for record in records:
            items = record.get(field.name) or ()
            for part, item in zip(parts_of(items), items, strict=True):
                place = f"/{field.name}/{part}"
                if field.model is None:
                    found.append(by_hand(record, {field.column or field.name: place}))
                else:
                    found.append(by_hand(record, needing(fields_of(field.model), item, place)))
        yield table.name, found


def rows_by_arrow(kind: str, records: list[Row]) -> dict[str, list[Told]]:
    """Return the same as the tables have it."""
    batch = flattening.nested_batch(MODELS[kind], records)
    return {
        name: list(zip(*(table.column(column).to_pylist() for column in COLUMNS), strict=True))
        for name, table in flattening.flatten(kind, batch)
        if "disputed" in table.column_names
    }


def compare(kind: str, records: list[Row]) -> int:
    """Compare the two, and return how many rows were compared."""
    found = rows_by_arrow(kind, records)
    expected = {name: told for name, told in rows_by_hand(kind, records) if name in found}
    assert found == expected
    return sum(map(len, expected.values()))


@pytest.mark.parametrize("kind", MODELS)
def test_every_row_of_the_record_says_what_one_finds_by_hand(kind: str) -> None:
    for data in (samples.whole(), samples.alone()):
        assert compare(kind, [dataset.plain(record) for record in data.records[kind]]) > 0


ADDRESSES = [
    "/date", "/kind", "/mode", "/city", "/label", "/venue/0", "/x", "/participants", "/participants/first", "/a/b/c/d",
    "/participants/first/country", "/participants/first/leader", "/participants/first/attendance",
    "/participants/second/country", "/participants/second/role", "/participants/third/country",
    "/participants/0/country", "/participants/01/country", "/agreements/first/agreement", "/agreements/first/link",
    "/agreements/first/country", "/participants/first/agreement",
]  # fmt: skip
SUPPORT = st.fixed_dictionaries({"field": st.sampled_from(ADDRESSES), "basis": st.just("stated")})
ENTRY = st.fixed_dictionaries(
    {"supports": st.lists(SUPPORT, min_size=1, max_size=4)},
    optional={
        "source": st.sampled_from(["one", "two", None]),
        "quote": st.sampled_from(["words", None]),
        "summary": st.sampled_from(["words of ours", None]),
        "authority": st.sampled_from(["ISO", None]),
        "stance": st.sampled_from(["supports", "disputes"]),
    },
)
PARTICIPANT = st.fixed_dictionaries(
    {
        "country": st.just("KAZ"),
        "role": st.just("participant"),
        "attendance": st.sampled_from(["attended", "not_stated"]),
    },
    optional={"leader": st.sampled_from(["someone", None])},
)


def named(items: list[Row]) -> list[Row]:
    """Return `items`, each with an id."""
    return [{ITEM: name, **item} for name, item in zip(("first", "second", "third"), items, strict=False)]


MEETING = st.fixed_dictionaries(
    {
        "id": st.just("a"),
        "label": st.just("A"),
        "kind": st.sampled_from(["call", "not_stated"]),
        "mode": st.sampled_from(["phone", "not_stated"]),
        "participants": st.lists(PARTICIPANT, max_size=3).map(named),
        "agreements": st.lists(st.just({"agreement": "b", "link": "signed_at"}), max_size=1).map(named),
        "evidence": st.lists(ENTRY, max_size=5),
    },
    optional={"date": st.sampled_from(["2020", None]), "city": st.just("Manama")},
)


@given(st.lists(MEETING, max_size=4))
def test_meetings_with_any_evidence_say_what_one_finds_by_hand(records: list[Row]) -> None:
    compare("meeting", records)


COUNTRY = st.fixed_dictionaries(
    {
        "id": st.just("KAZ"),
        "name": st.just("Kazakhstan"),
        "other_names": st.lists(st.just("Kazakh"), max_size=2),
        "evidence": st.lists(
            st.fixed_dictionaries(
                {
                    "supports": st.lists(
                        st.fixed_dictionaries(
                            {
                                "field": st.sampled_from(
                                    ["/name", "/other_names/kazakh", "/other_names/kazakh-2", "/other_names"]
                                ),
                                "basis": st.just("stated"),
                            }
                        ),
                        min_size=1,
                    ),
                    "source": st.sampled_from(["one", "two"]),
                    "summary": st.sampled_from(["words of ours", None]),
                    "stance": st.sampled_from(["supports", "disputes"]),
                }
            )
        ),
    }
)


@given(st.lists(COUNTRY, max_size=3))
def test_lists_of_texts_with_any_evidence_say_what_one_finds_by_hand(records: list[Row]) -> None:
    compare("country", records)


def meeting(*evidence: Row, **cells: object) -> Row:
    """Return a meeting whose kind and mode need evidence, and what else `cells` has."""
    return {"id": "a", "label": "A", "kind": "call", "mode": "phone", "evidence": list(evidence)} | cells


def entry(*fields: str, **more: object) -> Row:
    """Return evidence for `fields`."""
    return {"supports": [{"field": each, "basis": "stated"} for each in fields]} | more


QUOTE = {"source": "one", "quote": "words"}
SUMMARY = {"source": "two", "summary": "words of ours"}


def told(record: Row) -> Told:
    """Return what the evidence of a meeting comes to."""
    (found,) = rows_by_arrow("meeting", [record])["meetings"]
    return found


def test_the_worst_cell_decides_and_each_counts_by_its_best_evidence() -> None:
    best = entry("/kind", "/mode", **QUOTE)
    assert told(meeting(best)) == ("quoted", 1, None)
    assert told(meeting(entry("/kind", "/mode", **SUMMARY), best)) == ("quoted", 2, None)
    assert told(meeting(entry("/kind", **QUOTE), entry("/mode", **SUMMARY))) == ("summarised", 2, None)
    assert told(meeting(entry("/kind", **QUOTE), entry("/mode", authority="ISO"))) == ("background", 1, None)
    assert told(meeting(entry("/kind", "/mode", authority="ISO"))) == ("background", 0, None)


def test_a_cell_without_evidence_leaves_the_row_without_a_grade_and_an_absence_needs_none() -> None:
    assert told(meeting(entry("/kind", **QUOTE))) == (None, 1, None)
    assert told(meeting()) == (None, 0, None)
    assert told(meeting(entry("/kind", **QUOTE), mode="not_stated")) == ("quoted", 1, None)
    assert told(meeting(kind="not_stated", mode="not_stated")) == (None, 0, None)


def test_evidence_of_no_cell_or_of_one_that_needs_none_counts_for_nothing() -> None:
    full = entry("/kind", "/mode", **QUOTE)
    for field in ("/label", "/id", "/city", "/kind/0", "/participants/first/country", "/a/b/c/d"):
        assert told(meeting(full, entry(field, **SUMMARY), entry(field, stance="disputes", **SUMMARY))) == told(
            meeting(full)
        )


def test_a_dispute_is_no_support_and_disputed_columns_stand_in_the_order_of_the_table() -> None:
    against = entry("/mode", "/kind", stance="disputes", **SUMMARY)
    assert told(meeting(against)) == (None, 0, "kind mode")
    assert told(meeting(entry("/kind", "/mode", **QUOTE), against, against)) == ("quoted", 1, "kind mode")


def test_views_have_what_the_evidence_of_their_event_comes_to() -> None:
    rows = samples.whole_rows()
    events = {(row["agreement"], f"/events/{row['item']}"): row for row in rows["agreement_events"]}
    views = [row for name in ("agreement_status", "announced", "signed_declaration") for row in rows[name]]
    assert len(views) > 30
    for row in views:
        event = events[row["agreement"], row["field"]]
        assert [row[column] for column in COLUMNS] == [event[column] for column in COLUMNS]
    assert {row["disputed"] for row in views} >= {"date", None}


def test_tables_whose_cells_need_no_evidence_have_no_such_columns() -> None:
    without = {table.name for table in tables.all_tables() if "evidence_grade" not in [c.name for c in table.columns]}
    assert without == {"evidence", "retired", "source_passages", "source_regions", "source_set_aside"}


def test_a_row_of_the_record_never_lacks_a_grade() -> None:
    for name, rows in samples.whole_rows().items():
        if rows and "evidence_grade" in rows[0]:
            assert {row["evidence_grade"] for row in rows} <= set(GRADES), name
