"""The countries of the world with the names, adjectives and capitals by which articles mean them, and their codes.

Names of states, adjectives and capitals are common knowledge, written down here. ISO codes are those of ISO 3166-1,
names in Arabic and Hebrew those of Unicode CLDR 48; numbers of Correlates of War and of Gleditsch and Ward, and
Wikidata items, are there only for the countries of which they were verified.
"""

import functools
from pathlib import Path

import attrs

BUILDINGS = (
    "the White House", "the Kremlin", "the Elysee", "the Élysée", "Downing Street", "the Pentagon", "the Knesset",
    "Capitol Hill", "Foggy Bottom", "the State Department", "the Oval Office", "Brussels", "Akorda",
)  # fmt: skip
"""Houses whose names stand for a government as often as for a place."""
NOT_A_COUNTRY = (
    "Central American", "South American", "Latin American", "North American", "Latin America", "South America",
    "North America", "Central America", "African American", "Gulf of Oman", "Gulf of Mexico", "Indian Ocean",
    "English Channel", "South China Sea", "East China Sea", "New Mexico", "State of Georgia", "Georgia state",
    "Jordan River", "Jordan Valley", "River Jordan", "Panama Canal", "Lake Chad", "American Jewish Committee",
    "Times of Israel", "Japan Times", "Sudan Tribune", "Saudi Gazette", "Korea Herald", "China Daily",
    "American Samoa", "British Virgin Islands", "French Guiana", "French Polynesia", "New Guinea", "Northern Ireland",
    "Inner Mongolia", "New Caledonia", "Sea of Oman", "Bank of Israel", "Kingdom of Israel", "Land of Israel",
    "Netherlands Antilles",
)  # fmt: skip
"""Names in which that of a country means something else."""


@attrs.frozen
class GazetteerEntry:
    """One country or polity."""

    id: str
    name: str
    other_names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    iso_alpha2: str | None
    iso_numeric: str | None
    cow_code: int | None
    gw_code: int | None
    wikidata_id: str | None
    polity_status: str
    ar: str | None
    he: str | None

    @property
    def forms(self) -> tuple[str, ...]:
        """Every name and adjective by which a text means it."""
        written = (self.name, *self.other_names, *self.adjectives)
        return tuple(dict.fromkeys((*written, *(name.replace("'", "’") for name in written))))


@functools.cache
def entries() -> dict[str, GazetteerEntry]:
    """Return the gazetteer by the id of the country."""
    # No cell has a comma, so that the module of CSV need not be imported.
    header, *rows = (Path(__file__).parent / "gazetteer.csv").read_text(encoding="utf-8").splitlines()
    columns = header.split(",")
    return {row["id"]: _entry(row) for row in (dict(zip(columns, line.split(","), strict=True)) for line in rows)}


def _entry(row: dict[str, str]) -> GazetteerEntry:
    def several(name: str) -> tuple[str, ...]:
        return tuple(part for part in row[name].split("|") if part)

    def number(name: str) -> int | None:
        return int(row[name]) if row[name] else None

    return GazetteerEntry(
        id=row["id"],
        name=row["name"],
        other_names=several("other_names"),
        adjectives=several("adjectives"),
        capitals=several("capitals"),
        iso_alpha2=row["iso_alpha2"] or None,
        iso_numeric=row["iso_numeric"] or None,
        cow_code=number("cow_code"),
        gw_code=number("gw_code"),
        wikidata_id=row["wikidata_id"] or None,
        polity_status=row["polity_status"],
        ar=row["ar"] or None,
        he=row["he"] or None,
    )
