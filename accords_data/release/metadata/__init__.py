"""The files that describe a release in the words of each standard: each a pure function of (manifest, models)."""

from typing import TYPE_CHECKING

from accords_data import about
from accords_data.release import formats
from accords_data.release.manifest import Manifest
from accords_data.release.metadata import card, citation, croissant, csvw, datapackage, dcat

if TYPE_CHECKING:
    from collections.abc import Callable


def files(manifest: Manifest) -> dict[str, bytes]:
    """Return every describing file of the release with `manifest`, bytes by path.

    Of the files that `manifest` lists, only those with data are looked at, so that it may list these here already.
    """
    documents: dict[str, Callable[[Manifest], object]] = {
        "datapackage.json": datapackage.describe,
        "csv-metadata.json": csvw.describe,
        "croissant.json": croissant.describe,
        "dataset.jsonld": dcat.describe,
    }
    texts = {
        "README.md": card.describe(manifest),
        "CITATION.cff": citation.describe(manifest),
        "LICENSE": about.licence_text(each.name for each in manifest.formats),
    }
    return {path: formats.json_bytes(describe(manifest)) for path, describe in documents.items()} | {
        path: text.encode() for path, text in texts.items()
    }
