"""What the dataset is, in the words that every kind of metadata shares."""

from collections.abc import Iterable

NAME = "accords-data"
TITLE = "accords-data: the Abraham Accords, every cell with the words it rests on"
DESCRIPTION = (
    "Agreements, countries, leaders and meetings of the Abraham Accords. Every cell shows the words it rests on and "
    "whose they are: a stored publication's, those of our own summary of a publication, or a named authority's."
)
CREATOR = "The accords-data maintainers"
KEYWORDS = ("Abraham Accords", "agreements", "diplomacy", "provenance", "evidence")
LANGUAGE = "en"
LICENSE_ID = "CC-BY-4.0"
"""SPDX identifier of the licence of the curated data."""
LICENSE_NAME = "Creative Commons Attribution 4.0 International"
LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/"
URN = "urn:accords-data"
"""What identifiers of the project start with; the project claims no web address."""
UNRELEASED = "0.0.0"
"""The version of an export that is no release."""


def release_id(version: str) -> str:
    """Return the identifier of the release `version`."""
    return f"{URN}:release:{version}"


def citation(version: str, date: str) -> str:
    """Return how to cite the release `version` of `date`."""
    return f"{CREATOR}. {TITLE}. Version {version} ({date})."


def licence_text(folders: Iterable[str]) -> str:
    """Return the file LICENSE of a release that has its data in `folders`."""
    return f"""Licence of this release
=======================

Curated data ({"".join(f"{folder}/, " for folder in folders)}schemas/ and the files that describe them):
{LICENSE_NAME} (SPDX {LICENSE_ID})
{LICENSE_URL}
You may share and adapt them for any purpose if you give credit: name
"{NAME}" and the version of the release (CITATION.cff says how).

Stored documents (sources/) and the quotes of them in the tables: not covered.
They are kept so that each cell can be checked against the words on which it
rests. Rights in them remain with whoever holds them.
"""
