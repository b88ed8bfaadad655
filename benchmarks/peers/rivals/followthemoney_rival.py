"""FollowTheMoney: ``followthemoney_rival.py SEEDS OUTDIR``.

Each record becomes entities of its model, another and coarser one: an `Article`, a `PublicBody`, a `Person`, or an
`Event`; an `UnknownLink` for whatever stands between two of them; a `Note` for each quote. Its types clean each value
as it is added, each entity is validated by its schema, and all are written as lines of JSON, and as a CSV for each
schema. An impossible date and an unknown country are dropped without a word, an interval loses its end, our
vocabularies and patterns are unknown to it, and which cells a quote supports has no place. Parquet is no format of it.
"""

import json
import sys
from collections.abc import Iterator

from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.export.csv import CSVExporter
from followthemoney.proxy import EntityProxy
from seed_files import Json, arguments, read

SCHEMAS = {"source": "Article", "country": "PublicBody", "leader": "Person", "agreement": "Event", "meeting": "Event"}
PROPERTIES = {
    "name": "name",
    "title": "name",
    "label": "name",
    "other_names": "alias",
    "other_titles": "alias",
    "alternative_titles": "alias",
    "kind": "keywords",
    "mode": "keywords",
    "strength": "keywords",
    "polity_status": "keywords",
    "wikidata_id": "wikidataId",
    "iso_alpha2": "country",
    "host_country": "country",
    "date": "date",
    "venue": "location",
    "city": "location",
    "parent": "program",
    "published": "publishedAt",
    "publisher": "publisher",
    "language": "language",
    "url": "sourceUrl",
    "provenance": "summary",
    "path": "fileName",
}
"""Fields of records, each with the property of an entity that takes its values."""
LINKS = ("relations", "offices", "parties", "events", "claims", "participants", "agreements")
OTHER_SIDE = ("leader", "signatory", "agreement", "partner", "country")
ROLE = ("event", "title", "role", "claim", "link")


def make(schema: str, key: str, **values: object) -> EntityProxy:
    """Return an entity with `values`."""
    made = model.make_entity(schema)
    made.id = key
    for name, value in values.items():
        made.add(name, value)
    return made


def entities(kind: str, record: Json) -> Iterator[EntityProxy]:
    """Yield the entities that `record` becomes."""
    key = record["id"]
    own = make(SCHEMAS[kind], key)
    for name in record:
        if name in PROPERTIES:
            own.add(PROPERTIES[name], record[name])
    own.add("alias", [each["name"] for each in record.get("local_names", ())])
    yield own
    for name in LINKS:
        for position, item in enumerate(record.get(name, ())):
            other = next((item[side] for side in OTHER_SIDE if side in item), key)
            date = item.get("date", item.get("held", "")).split("/")[0]
            role = [item[each] for each in ROLE if each in item]
            yield make("UnknownLink", f"{key}-{name}-{position}", subject=other, object=key, role=role, date=date)
    for position, entry in enumerate(record.get("evidence", ())):
        name = entry.get("source", entry.get("authority"))
        yield make("Note", f"{key}-note-{position}", entity=key, name=name, description=entry.get("quote"))


def main() -> None:
    """Convert the seeds, or end with 1 if anything is wrong with them."""
    asked = arguments()
    exporter = CSVExporter(asked.outdir)
    with (asked.outdir / "entities.ftm.json").open("w", encoding="utf-8") as lines:
        for kind, records in read(asked.seeds).items():
            for entity in (each for record in records for each in entities(kind, record)):
                try:
                    entity.schema.validate(entity.to_dict())
                except InvalidData as error:
                    sys.exit(f"{entity.id}: {error.errors}")
                exporter.write(entity)
                lines.write(json.dumps(entity.to_dict(), ensure_ascii=False) + "\n")
    exporter.finalize()


if __name__ == "__main__":
    main()
