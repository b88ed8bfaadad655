"""What every record has, and what every kind of records has, whichever it is."""

import functools
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import attrs

from accords_data.model.attributes import Entity, Timeless, doc
from accords_data.model.backing import BackingByCell, by_cell
from accords_data.model.record_parts import Evidence


@attrs.frozen(kw_only=True)
class Record:
    """What every record has: an id, evidence, and what its kind says of itself."""

    entity: ClassVar[Entity]
    id: str
    evidence: tuple[Evidence, ...] = ()

    @functools.cached_property
    def backing(self) -> BackingByCell:
        """What speaks of each cell, by the cell's address."""
        return by_cell(self.evidence)

    @property
    def caption(self) -> str:
        """What the record is called."""
        return str(getattr(self, self.entity.caption))

    @property
    def names(self) -> tuple[str, ...]:
        """The names by which sources mean the record, the caption first."""
        aliases = () if self.entity.aliases is None else getattr(self, self.entity.aliases)
        return (self.caption, *aliases)


_EVIDENCE_HOLDS = Timeless("It goes with its cells, which are cut; when a source spoke is another question.")


def evidence_field() -> Any:  # noqa: ANN401 - attrs.field is typed as returning the field's own type
    """Return the field of a record's evidence, which every kind has as its last."""
    description = "The quotes, sentences of summaries and authorities on which the record's cells rest."
    return attrs.field(default=(), metadata=doc(description, [], table="evidence", dated_by=_EVIDENCE_HOLDS))


@attrs.frozen
class Plurals(Mapping[str, str]):
    """The plurals of record kinds, read from their classes whenever they are asked for."""

    models: Mapping[str, type[Record]]

    def __getitem__(self, kind: str) -> str:
        """Return the plural of `kind`."""
        return self.models[kind].entity.plural

    def __iter__(self) -> Iterator[str]:
        """Iterate over the kinds."""
        return iter(self.models)

    def __len__(self) -> int:
        """Return how many kinds there are."""
        return len(self.models)
