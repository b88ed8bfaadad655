"""A release as the site reads it: verified, and its records as objects, whoever made it.

Hashes say that a release is whole, not that it means well. Its own schemas may allow anything, so its records are
judged by the schemas of this program before a name, an address or a date of them is used.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast

import attrs

from accords_data.model.record_base import Record
from accords_data.model.records import MODELS, Agreement, Country, Meeting
from accords_data.model.retired import Retired
from accords_data.model.sources import Source
from accords_data.model.tables import Table
from accords_data.problems import AccordsError, Problem
from accords_data.release.formats import Rows
from accords_data.release.manifest import Manifest
from accords_data.seeds.dataset import Dataset
from accords_data.seeds.evidence import Tally
from accords_data.verify import archive, checksums, reading, verify
from accords_data.verify.archive import Content


@attrs.frozen
class Collection:
    """A verified release."""

    content: Content
    manifest: Manifest
    records: dict[str, dict[str, Record]]
    """Records by kind and id."""
    texts: dict[str, str]
    """The text of each source by its id."""
    retired: tuple[Retired, ...] = ()
    """What is no longer there."""

    @property
    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        return cast("dict[str, Source]", self.records["source"])

    @property
    def countries(self) -> dict[str, Country]:
        """The countries by id."""
        return cast("dict[str, Country]", self.records["country"])

    @property
    def agreements(self) -> dict[str, Agreement]:
        """The agreements by id."""
        return cast("dict[str, Agreement]", self.records["agreement"])

    @property
    def meetings(self) -> dict[str, Meeting]:
        """The meetings by id."""
        return cast("dict[str, Meeting]", self.records["meeting"])

    @property
    def every(self) -> list[tuple[str, Record]]:
        """Every record with its kind."""
        return [(kind, record) for kind, group in self.records.items() for record in group.values()]

    def names_of(self, codes: Iterable[str]) -> dict[str, str]:
        """Return the names of the countries `codes`, by code, in the order of the names."""
        named = {code: self.countries[code].name for code in codes}
        return dict(sorted(named.items(), key=lambda each: (each[1], each[0])))

    @property
    def dataset(self) -> Dataset:
        """The records as the functions of the dataset take them."""
        records = {kind: tuple(group.values()) for kind, group in self.records.items()}
        return Dataset(records, self.texts, Tally())

    def has(self, kind: str, name: str) -> bool:
        """Return whether there is a record of `kind` with the id `name`."""
        return name in self.records[kind]

    def rows(self, table: Table) -> Rows:
        """Return the rows of `table`."""
        return reading.table_rows(self.content, self.manifest, table)


def read(place: Path, on_step: Callable[[str], None] = lambda _: None) -> Collection:
    """Return the release at `place`, a folder or an archive; `on_step` is called with what is checked next.

    Raises:
        AccordsError: it cannot be read, does not verify, or is not of a form that this program reads.
    """
    content = archive.read(place)
    manifest = None if content.problems else checksums.read_manifest(content)
    if manifest is None or isinstance(manifest, Problem):
        raise AccordsError(content.problems if manifest is None else [manifest])
    verdict = verify.judged(content, on_step)
    if verdict.problems:
        raise AccordsError(verdict.problems)
    # `verify` used the release's own schemas, which may allow anything: this uses ours (docs/decisions/0045).
    records = {kind: reading.records(content, manifest, kind) for kind in MODELS}
    reading.check(content, manifest)
    sources = cast("dict[str, Source]", records["source"])
    places = {entry.id: entry.path for entry in manifest.sources}
    texts = {name: content.files[places[name]].decode() for name in sources}
    return Collection(content, manifest, records, texts, reading.retired(content))
