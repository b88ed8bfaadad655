"""What a release had once and has no longer: the tombstones of records and items, each with what became of it."""

import attrs

from accords_data.model.attributes import LABEL, Timeless, doc
from accords_data.model.strings import Address, Name, Slug, Text

FILE = "retired.yaml"
"""The file of the seeds folder that lists them."""


@attrs.frozen(kw_only=True)
class Retired:
    """A record or an item that was merged, renamed or withdrawn; nothing else ever gets its id."""

    record_kind: Slug = attrs.field(metadata=doc("Kind of the record.", "meeting", exempt=LABEL))
    record: Name = attrs.field(metadata=doc("Id of the record.", "2025-11-07-white-house", exempt=LABEL))
    address: Address | None = attrs.field(
        default=None,
        metadata=doc(
            "Address of the item in its record; null where the whole record is gone.", "/participants/uzb", exempt=LABEL
        ),
    )
    reason: Text = attrs.field(metadata=doc("What became of it, and why.", "It was told twice.", exempt=LABEL))
    successor: Name | None = attrs.field(
        default=None,
        metadata=doc(
            "Id of the record of the same kind that tells it now; null where none does.",
            "2025-11-06-white-house",
            exempt=LABEL,
        ),
    )
    successor_address: Address | None = attrs.field(
        default=None,
        metadata=doc(
            "Address there of the item that tells it now; null where none does.", "/participants/uzb-2", exempt=LABEL
        ),
    )

    @property
    def place(self) -> tuple[str, str, str]:
        """Where it was: kind and id of the record, and the address of the item, empty for a whole record."""
        return self.record_kind, self.record, self.address or ""

    def __str__(self) -> str:
        """Return what became of it, for whoever asks for it."""
        if self.successor is None:
            return f"was withdrawn: {self.reason}"
        return f"is now {self.record_kind} {self.successor}{self.successor_address or ''}: {self.reason}"


@attrs.frozen(kw_only=True)
class RetiredFile:
    """What the seeds folder says of them, in one file."""

    retired: tuple[Retired, ...] = attrs.field(
        default=(),
        metadata=doc("The records and items that are gone.", [], dated_by=Timeless("It is not of the world.")),
    )


def successor_of(kind: str, record: str, address: str, retired: tuple[Retired, ...]) -> Retired | None:
    """Return the last tombstone on the way from what was at `address` of a record; None where nothing is retired."""
    known = {each.place: each for each in retired}
    found, place = None, (kind, record, address)
    for _ in known:
        item = "/".join(place[2].split("/")[:3])
        tombstone = known.get((*place[:2], item)) or known.get((*place[:2], ""))
        if tombstone is None:
            break
        found = moved(tombstone, place[2])
        if found.successor is None:
            break
        place = (kind, found.successor, found.successor_address or "")
    return found


def moved(tombstone: Retired, address: str) -> Retired:
    """Return `tombstone` for the cell at `address`, which it or its item covers: its successor is a cell too."""
    if tombstone.successor is None:
        return tombstone
    inside = address.removeprefix(tombstone.address or "")
    return attrs.evolve(tombstone, successor_address=f"{tombstone.successor_address or ''}{inside}" or None)
