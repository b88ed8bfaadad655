"""What the evidence of each row of a flat table comes to: grade, number of sources, disputed columns.

Everything is computed on Arrow arrays, for all rows of a batch at once. A piece of evidence names a cell by the address
of the cell in its record: ``/date``, ``/participants/0/leader`` or, in a list of texts, ``/other_names/0``.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from accords_data.model import arrow
from accords_data.model.fields import Field
from accords_data.model.vocabularies import ABSENT, GIVEN_BY, Grade, Stance

if TYPE_CHECKING:
    import pyarrow as pa

RANK: tuple[Grade, ...] = tuple(Grade)
"""The grades, the best first."""
_ADDRESS = "^/(?P<first>[^/]+)(?:/(?P<item>[^/]+))?(?:/(?P<column>[^/]+))?$"
"""Where there is no item, or no column, that part is empty."""


@attrs.frozen(kw_only=True)
class Rows:
    """The rows of one flat table, before it has the columns that this module computes."""

    field: Field | None
    """The list of the records that holds them; None where a record is a row."""
    records: "pa.Array | None"
    """Which record of the batch each row belongs to; None where each record is a row."""
    keys: "pa.Array | None"
    """What addresses call the item of each row, as text; None where each record is a row."""
    cells: Mapping[str, "pa.Array"]
    """The columns whose cells need evidence, in the order of the table."""
    vocabularies: frozenset[str]
    """Those of them that hold values of a list, some of which state an absence."""
    number: int


@attrs.frozen(kw_only=True)
class Mentions:
    """The cells that the evidence of a batch speaks of, one place in each array for each mention of a cell."""

    records: "pa.Array"
    """Index of the record in the batch."""
    addresses: "pa.Array"
    """Index of the address among the parts below."""
    grades: "pa.Array"
    """Place of the grade in the vocabulary, the best first; null where it is not known."""
    disputes: "pa.Array"
    sources: "pa.Array"
    """A number for each source; null for reference data."""
    first: "pa.Array"
    items: "pa.Array"
    columns: "pa.Array"
    """The parts of the different addresses."""

    @classmethod
    def of(cls, records: "pa.Array", entries: "pa.Array", parents: "pa.Array", supports: "pa.Array") -> "Mentions":
        """Return the mentions of `supports`, the `parents` of which are `entries` of `records`."""
        addresses = arrow.call("dictionary_encode", arrow.member(supports, "field"))
        parts = arrow.parts(addresses.dictionary, _ADDRESS)
        sources = arrow.call("dictionary_encode", arrow.member(entries, "source")).indices
        disputes = arrow.call("equal", arrow.member(entries, "stance"), Stance.DISPUTES.value)
        return cls(
            records=arrow.take(records, parents),
            addresses=addresses.indices,
            grades=arrow.take(_grades(entries), parents),
            disputes=arrow.take(arrow.filled(disputes, value=False), parents),
            sources=arrow.take(sources, parents),
            first=arrow.member(parts, "first"),
            items=arrow.member(parts, "item"),
            columns=arrow.member(parts, "column"),
        )


@attrs.frozen(kw_only=True)
class _TableMentions:
    """The mentions of the cells of one table that need evidence. A cell is a number: row + column * rows."""

    rows: int
    row: "pa.Array"
    cells: "pa.Array"
    """The row and the cell of each mention."""
    grades: "pa.Array"
    sources: "pa.Array"

    def only(self, chosen: "pa.Array") -> "_TableMentions":
        """Return the mentions that are `chosen`."""
        columns = (self.row, self.cells, self.grades, self.sources)
        row, cells, grades, sources = (arrow.kept(each, chosen) for each in columns)
        return _TableMentions(rows=self.rows, row=row, cells=cells, grades=grades, sources=sources)


def columns(rows: Rows, mentions: Mentions) -> dict[str, "pa.Array"]:
    """Return the columns that say what the `mentions` of the cells of each of `rows` come to."""
    import pyarrow as pa

    needing = pa.concat_arrays([_needed(name in rows.vocabularies, cells) for name, cells in rows.cells.items()])
    spoken, disputes = _spoken(rows, mentions, needing)
    supporting = spoken.only(arrow.call("invert", disputes)) if disputes.true_count else spoken
    return {
        "evidence_grade": _grade(_number_needed(rows.number, needing), supporting),
        "source_count": _sources(supporting),
        "disputed": _disputed(list(rows.cells), spoken.only(disputes)) if disputes.true_count else _none(rows.number),
    }


def _number_needed(rows: int, needing: "pa.Array") -> "pa.Array":
    """Return how many cells of each of so many `rows` are `needing` evidence."""
    import pyarrow as pa

    numbers = arrow.cast(needing, pa.int64())
    columns = (numbers.slice(start, rows) for start in range(0, len(numbers), max(1, rows)))
    return functools.reduce(lambda one, other: arrow.call("add", one, other), columns) if rows else numbers


def _none(number: int) -> "pa.Array":
    import pyarrow as pa

    return pa.nulls(number, pa.string())


def _needed(is_listed: bool, cells: "pa.Array") -> "pa.Array":  # noqa: FBT001 - called in one place
    """Return which of `cells` need evidence; where they are values of a list, some state an absence."""
    import pyarrow as pa

    there = arrow.call("is_valid", cells)
    if not is_listed:
        return there
    absent = arrow.is_in(cells, pa.array(sorted(ABSENT)))
    return arrow.call("and_not", there, absent)


def _spoken(rows: Rows, mentions: Mentions, needing: "pa.Array") -> tuple[_TableMentions, "pa.Array"]:
    """Return the mentions of the cells of `rows` that are `needing` evidence, and which of them dispute."""
    import pyarrow as pa

    columns = _column_of_addresses(rows, mentions)
    mine = arrow.call("is_valid", arrow.take(columns, mentions.addresses))
    addresses = arrow.kept(mentions.addresses, mine)
    row = _row_of_mentions(rows, mentions, arrow.kept(mentions.records, mine), addresses)
    column = arrow.cast(arrow.take(columns, addresses), pa.int64())
    cells = arrow.call("add", row, arrow.call("multiply", column, rows.number))
    there = arrow.filled(arrow.take(needing, cells), value=False)
    grades, sources, disputes = (
        arrow.kept(arrow.kept(each, mine), there) for each in (mentions.grades, mentions.sources, mentions.disputes)
    )
    row, cells = arrow.kept(row, there), arrow.kept(cells, there)
    return _TableMentions(rows=rows.number, row=row, cells=cells, grades=grades, sources=sources), disputes


def _column_of_addresses(rows: Rows, mentions: Mentions) -> "pa.Array":
    """Return for each address which of the columns of `rows` it leads to; null where none."""
    import pyarrow as pa

    names = pa.array(list(rows.cells), pa.string())
    if rows.field is None:
        return arrow.index_in(_where(arrow.call("equal", mentions.items, ""), mentions.first), names)
    inside = arrow.call("equal", mentions.first, rows.field.name)
    if rows.field.model is None:
        names = pa.array([""])  # the item is the cell
    return arrow.index_in(_where(inside, mentions.columns), names)


def _where(chosen: "pa.Array", values: "pa.Array") -> "pa.Array":
    """Return `values`, null where they are not `chosen`."""
    import pyarrow as pa

    return arrow.call("if_else", chosen, values, pa.scalar(None, values.type))


def _row_of_mentions(rows: Rows, mentions: Mentions, records: "pa.Array", addresses: "pa.Array") -> "pa.Array":
    """Return the row that each mention leads to, of `records` and `addresses`; null where there is no such item."""
    import pyarrow as pa

    if rows.records is None or rows.keys is None:
        return records
    items = arrow.call("dictionary_encode", mentions.items)
    many = max(1, len(items.dictionary))

    def numbered(owners: "pa.Array", item: "pa.Array") -> "pa.Array":
        return arrow.call("add", arrow.call("multiply", owners, many), arrow.cast(item, pa.int64()))

    here = numbered(rows.records, arrow.index_in(rows.keys, items.dictionary))
    return arrow.cast(arrow.index_in(numbered(records, arrow.take(items.indices, addresses)), here), pa.int64())


def _grade(needed: "pa.Array", supporting: _TableMentions) -> "pa.Array":
    """Return the grade of each row, of whose cells so many are `needed` to be supported."""
    import pyarrow as pa

    found = pa.nulls(supporting.rows, pa.string())
    there = arrow.call("unique", supporting.grades).to_pylist()
    for place, grade in reversed([*enumerate(RANK)]):  # a better grade of a row replaces the worse one
        if place in there:
            reached = arrow.kept(supporting.cells, arrow.call("less_equal", supporting.grades, place))
            counts = _cells_by_row(reached, supporting.rows)
            complete = arrow.filled(arrow.call("equal", counts, needed), value=False)
            found = arrow.call("if_else", complete, grade.value, found)
    return found


def _cells_by_row(cells: "pa.Array", rows: int) -> "pa.Array":
    """Return how many of the different `cells` each row has; null for none."""
    return _by_row(rows, *_counted(_remainder(arrow.call("unique", cells), rows)))


def _sources(supporting: _TableMentions) -> "pa.Array":
    """Return how many sources support a cell of each row."""
    import pyarrow as pa

    many = 1 + (arrow.call("max", supporting.sources).as_py() or 0)
    row = arrow.call("multiply", supporting.row, many)
    pairs = arrow.call("unique", arrow.call("add", row, arrow.cast(supporting.sources, pa.int64())))
    return arrow.filled(
        _by_row(supporting.rows, *_counted(arrow.call("divide", arrow.call("drop_null", pairs), many))), 0
    )


def _disputed(names: Sequence[str], disputing: _TableMentions) -> "pa.Array":
    """Return the names of the disputed columns of each row, joined."""
    import pyarrow as pa

    cells = arrow.call("unique", disputing.cells)
    row = _remainder(cells, disputing.rows)
    ordered = arrow.take(cells, arrow.order(pa.table({"row": row, "cell": cells}), ("row", "cell")))
    rows, counts = _counted(_remainder(ordered, disputing.rows))
    column = arrow.take(pa.array(names), arrow.call("divide", ordered, disputing.rows))
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), arrow.cast(arrow.running_sum(counts, 0), pa.int32())])
    return _by_row(disputing.rows, rows, arrow.call("binary_join", pa.ListArray.from_arrays(offsets, column), " "))


def _by_row(number: int, rows: "pa.Array", values: "pa.Array") -> "pa.Array":
    """Return the `values` of `rows` for each of a `number` of rows; null for the others."""
    return arrow.take(values, arrow.index_in(_count(number), rows))


def _counted(values: "pa.Array") -> tuple["pa.Array", "pa.Array"]:
    """Return the different `values` in the order in which they come, and how often each does."""
    counts = arrow.call("value_counts", values)
    return counts.field(0), counts.field(1)


def _remainder(cells: "pa.Array", rows: int) -> "pa.Array":
    """Return the row of each of `cells`: Arrow has no function for what a division leaves."""
    return arrow.call("subtract", cells, arrow.call("multiply", arrow.call("divide", cells, rows), rows))


def _count(number: int) -> "pa.Array":
    """Return the numbers from 0 to one below `number`."""
    import pyarrow as pa

    return arrow.running_sum(pa.repeat(pa.scalar(1, pa.int64()), number), -1)


def _grades(entries: "pa.Array") -> "pa.Array":
    """Return the place of the grade of each of `entries` in the vocabulary; null where it has no words.

    It is told by whose words there are: a line that somebody wrote by hand need not have the computed `grade`.
    """
    import pyarrow as pa

    found = pa.nulls(len(entries), pa.int32())
    for grade in reversed(RANK):
        given = arrow.call("is_valid", arrow.member(entries, GIVEN_BY[grade]))
        found = arrow.call("if_else", given, pa.scalar(RANK.index(grade), pa.int32()), found)
    return found
