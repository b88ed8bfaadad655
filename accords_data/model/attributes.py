"""What the models say of themselves beside their types: of each field, of each list, of each record kind.

A field says what it means with `doc`. A list says when its items hold, with one of the `Dating` classes. A record kind
says what its records are called and how texts mean them, with an `Entity`. Nothing outside this wing asks of which kind
a record is in order to know one of these things.
"""

from typing import Any

import attrs

EVIDENCE = "evidence"
"""The list of a record with what its cells rest on, and the table of all of it."""
ID = "id"
LABEL = "label"
COMPUTED = "computed"
"""Why a cell needs no evidence: it is the record's own id, the curator's own words, or computed by the build."""


@attrs.frozen
class Since:
    """A thing with a date counts from the last day that its date may mean on; without one, from its first report on."""

    field: str
    """The EDTF field with the date."""


@attrs.frozen
class During:
    """The same, and a thing whose date is an interval counts no longer once the interval has ended."""

    field: str
    """The EDTF field with the day or interval."""


@attrs.frozen
class Steps:
    """An item counts from the first dated step of the record that concerns it on; without any, from its first report.

    A step concerns an item when both name the same value in `of`, or when the step names none.
    """

    field: str
    """The list of steps, which is itself dated by `Since`."""
    of: str
    """The field that says whom or what the step and the item are about."""


@attrs.frozen
class StepsOrReport:
    """A record counts from the first of its dated steps on, or from its first report, whichever comes first."""

    field: str
    """The list of steps, which is itself dated by `Since`."""


@attrs.frozen
class Timeless:
    """A thing that counts on every day on which what it belongs to does."""

    reason: str
    """Why it has no date of its own."""


Dating = Since | During | Steps | StepsOrReport | Timeless
"""When a thing counts, for whoever asks what held on a day."""


@attrs.frozen(kw_only=True)
class Entity:
    """What the records of one kind are called, and how texts mean them. All names are those of fields."""

    plural: str
    """Folder, table and file name of the kind."""
    caption: str
    """What one record is called."""
    aliases: str | None = None
    """Other names by which sources mean the record."""
    rule: str | None = None
    """The rule that resolves a reference to it; None when no rule does."""
    rule_says: str | None = None
    """The sentence of a rule by which a listed name means the record; None for any other rule."""
    dated_by: Dating
    """Whether and from when a record counts."""
    ordered_by: str | None = None
    """The date by which a list of the records is in order; None when it is in the order of what they are called."""
    listed_with: tuple[str, ...] = (ID,)
    """What sets a record apart beside its caption, in a list of the records."""
    found_by: tuple[str, ...] = ()
    """What a search looks at besides caption and aliases."""
    found_with: tuple[str, ...] = (ID,)
    """What sets a record apart beside its caption, in what a search found."""
    search_heading: str | None = None
    """What a search calls the kind; None for the plural."""
    search_place: int = 10
    """Where a search shows the kind: lower numbers first, then in the order of the kinds."""


def doc(  # noqa: PLR0913 - one parameter for each thing that a field may say
    description: str,
    example: object,
    *,
    exempt: str | None = None,
    table: str | None = None,
    column: str | None = None,
    rule: str | None = None,
    dated_by: Dating | None = None,
) -> dict[str, Any]:
    """Return the metadata of a field.

    Args:
        description: One or two sentences; units and vocabulary where there are any.
        example: A valid value.
        exempt: `ID`, `LABEL` or `COMPUTED` when the cell needs no evidence; None when it does.
        table: Name of the flat table of a nested tuple; by default ``{kind}_{field}``.
        column: Name of the value's column in the flat table of a tuple of texts.
        rule: Name of the rule that resolves the cell, where the kind of the field does not tell it.
        dated_by: When the items of a list count; every list of a record says so.
    """
    return {
        "description": description,
        "example": example,
        "exempt": exempt,
        "table": table,
        "column": column,
        "rule": rule,
        "dated_by": dated_by,
    }
