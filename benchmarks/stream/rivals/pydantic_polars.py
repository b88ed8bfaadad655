"""pydantic and polars: ``pydantic_polars.py INPUT.jsonl OUTDIR``.

Strict pydantic models with the constraints of ``schemas/v1/lines/meeting.schema.json`` validate each line as JSON;
rows of their values become polars frames, written as Parquet and as CSV. The models are written by hand, as one would;
the pattern of dates alone is taken from the schema, being too long to copy.

Comparable in full but for what it leaves out: the bounds and precision of dates, and JSON Lines as an output. A null
for a key that may be left out is accepted, as the schema does. Lines with errors are counted and left out.
"""

import argparse
import json
from pathlib import Path
from typing import Annotated, Literal

import polars as pl
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

SCHEMA = Path(__file__).parents[3] / "schemas/v1/lines/meeting.schema.json"
DATE = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]["date"]["pattern"]
FIRST = r"^[^\x00-\x20=+@\-\x7f-\x9f]"
Text = Annotated[str, StringConstraints(pattern=FIRST + r"[^\x00-\x1f\x7f-\x9f]*$", max_length=1000)]
Quote = Annotated[str, StringConstraints(pattern=FIRST + r"[^\x00-\x09\x0b-\x1f\x7f-\x9f]*$", max_length=4000)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=100)]
Country = Annotated[str, StringConstraints(pattern=r"^(?:[A-Z]{3}|X-[A-Z]{2,8})$", max_length=10)]
Pointer = Annotated[str, StringConstraints(pattern=r"^(?:/[a-z0-9_]+)+$", max_length=200)]
Date = Annotated[str, StringConstraints(pattern=DATE, max_length=21)]
Offset = Annotated[int, Field(ge=0, le=2**31 - 1)]


class Strict(BaseModel):
    """What all models have in common."""

    model_config = ConfigDict(strict=True, extra="forbid")


class Support(Strict):
    """One cell that a piece of evidence speaks of."""

    field: Pointer
    value: Text | None = None
    basis: Literal["stated", "resolved", "inferred", "background"]
    rule: Text | None = None
    words: Text | None = None
    note: Text | None = None


class Evidence(Strict):
    """A quote of a source, or a named authority."""

    source: Slug | None = None
    source_kind: Literal["document", "abstract"] | None = None
    start: Offset | None = None
    end: Offset | None = None
    quote: Quote | None = None
    occurrence: Offset | None = None
    authority: Text | None = None
    asserted_by: Text | None = None
    stance: Literal["supports", "disputes"] = "supports"
    remark: Text | None = None
    supports: Annotated[list[Support], Field(min_length=1)]


class Participant(Strict):
    """One place at a meeting."""

    country: Country
    leader: Slug | None = None
    designation: Text | None = None
    role: Literal["host", "chair", "participant", "signatory", "witness", "observer"]
    attendance: Literal["attended", "joined_remotely", "represented", "invited_absent", "expected", "not_stated"]


class MeetingAgreement(Strict):
    """What a meeting had to do with an agreement."""

    agreement: Slug
    link: Literal["announced_at", "discussed_at", "signed_at"]


class Meeting(Strict):
    """An encounter of leaders or officials."""

    id: Slug
    label: Text
    kind: Literal[
        "leaders_meeting", "summit", "bilateral", "ministerial", "signing_ceremony", "call", "visit", "working_group",
        "other",
    ]  # fmt: skip
    mode: Literal["in_person", "phone", "video", "call_unspecified", "hybrid", "not_stated"]
    date: Date | None = None
    venue: Text | None = None
    city: Text | None = None
    host_country: Country | None = None
    participants: list[Participant] = []
    agreements: list[MeetingAgreement] = []
    evidence: list[Evidence] = []


def _scalars(model: type[Strict]) -> dict[str, type[pl.DataType]]:
    lists = {"participants", "agreements", "evidence", "supports"}
    integers = {"start", "end", "occurrence"}
    return {name: pl.Int32 if name in integers else pl.String for name in model.model_fields if name not in lists}


POSITION = {"position": pl.Int32}
COLUMNS = {
    "meetings": _scalars(Meeting),
    "meeting_participants": {"meeting": pl.String} | POSITION | _scalars(Participant),
    "meeting_agreements": {"meeting": pl.String} | POSITION | _scalars(MeetingAgreement),
    "evidence": {"record_kind": pl.String, "record": pl.String} | POSITION | _scalars(Support) | _scalars(Evidence),
}


def main() -> None:
    """Convert the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("input", type=Path)
    parser.add_argument("outdir", type=Path)
    arguments = parser.parse_args()
    arguments.outdir.mkdir(parents=True, exist_ok=True)
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in COLUMNS}
    invalid = 0
    with arguments.input.open("rb") as file:
        for line in file:
            try:
                meeting = Meeting.model_validate_json(line)
            except ValidationError:
                invalid += 1
                continue
            rows["meetings"].append(meeting.__dict__)
            for items, name in (
                (meeting.participants, "meeting_participants"),
                (meeting.agreements, "meeting_agreements"),
            ):
                rows[name] += [
                    {"meeting": meeting.id, "position": at, **item.__dict__} for at, item in enumerate(items)
                ]
            rows["evidence"] += [
                {"record_kind": "meeting", "record": meeting.id, "position": at, **support.__dict__, **entry.__dict__}
                for at, entry in enumerate(meeting.evidence)
                for support in entry.supports
            ]
    for name, schema in COLUMNS.items():
        frame = pl.DataFrame(rows.pop(name), schema=schema)
        frame.write_parquet(arguments.outdir / f"{name}.parquet", compression="snappy")
        frame.write_csv(arguments.outdir / f"{name}.csv")
    print(f"{invalid} invalid")


if __name__ == "__main__":
    main()
