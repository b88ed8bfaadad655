"""Which part of the dataset somebody wants."""

import attrs


@attrs.frozen(kw_only=True)
class Cut:
    """Which part of the dataset is wanted; None limits nothing."""

    as_of: str | None = None
    """What had happened by this day, ``YYYY-MM-DD``."""
    known_by: str | None = None
    """What sources published by this day say, ``YYYY-MM-DD``."""
    source_kind: str | None = None
    """What sources of this kind say: a value of `accords_data.model.vocabularies.SourceKind`."""

    @property
    def limits(self) -> dict[str, str]:
        """Return what is limited, by name."""
        return {name: value for name, value in attrs.asdict(self).items() if value is not None}
