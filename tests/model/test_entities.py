"""A made-up fifth entity, one class and one seed, goes through every command; and what the five kinds say is true."""

import html
import json
from pathlib import Path
from typing import Annotated, ClassVar

import attrs
import pytest
from commands import export, run
from conftest import REAL

import accords_data
from accords_data.model import tables
from accords_data.model.attributes import ID, Entity, Since, Timeless, doc
from accords_data.model.fields import fields_of
from accords_data.model.items import Item
from accords_data.model.record_base import Record
from accords_data.model.record_parts import Evidence
from accords_data.model.records import MODELS, PLURALS
from accords_data.model.strings import SLUG, CountryRef, EdtfDate, Slug, Text
from accords_data.seeds import dataset
from accords_data.seeds.rules import RULES
from accords_data.site import titles

VenueRef = Annotated[str, attrs.evolve(SLUG, name="venue", reference="venue")]


@attrs.frozen(kw_only=True)
class Guest(Item):
    """Who was seen at a venue."""

    named_by = (("country",),)
    shown_by: ClassVar = ("country",)

    country: CountryRef = attrs.field(metadata=doc("The guest's country.", "KAZ"))
    seen: EdtfDate | None = attrs.field(default=None, metadata=doc("When, EDTF.", "2025-11-06"))


@attrs.frozen(kw_only=True)
class Venue(Record):
    """A house where people meet."""

    entity = Entity(
        plural="venues",
        caption="name",
        aliases="other_names",
        rule="venue_name",
        rule_says="A venue's listed name means its id.",
        dated_by=Since("opened"),
        listed_with=("opened", "guests"),
        found_with=("guests",),
    )

    id: Slug = attrs.field(metadata=doc("The venue's id.", "white-house", exempt=ID))
    name: Text = attrs.field(metadata=doc("What a source calls it.", "the White House"))
    other_names: tuple[Text, ...] = attrs.field(
        default=(), metadata=doc("Other names.", ["the House"], table="venue_names", dated_by=Timeless("Names."))
    )
    inside: VenueRef | None = attrs.field(default=None, metadata=doc("The venue that it is a part of.", "white-house"))
    opened: EdtfDate | None = attrs.field(default=None, metadata=doc("When it was opened, EDTF.", "1900"))
    guests: tuple[Guest, ...] = attrs.field(default=(), metadata=doc("Guests.", [], dated_by=Since("seen")))
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), metadata=doc("Evidence.", [], table="evidence", dated_by=Timeless("It goes with its cells."))
    )


SEED = """\
id: castle-zenda
name: Castle Zenda
inside: castle-zenda
opened: "2024-05-01"
guests:
  - item: x-fre
    country: X-FRE
    seen: "2024-05-01"
  - item: x-rur
    country: X-RUR
    seen: "2026-03-03"
evidence:
  - source: wire
    quote: said so at a meeting at Castle Zenda
    supports:
      - {field: /name, basis: stated}
      - {field: /inside, basis: resolved}
  - source: wire
    quote: Freedonia signed the Zenda Pact on 2024-05-01
    supports:
      - {field: /opened, basis: stated}
      - {field: /guests/x-fre/country, basis: resolved}
      - {field: /guests/x-fre/seen, basis: stated}
  - source: wire
    quote: Ruritania announced on Tuesday
    supports:
      - {field: /guests/x-rur/country, basis: resolved}
      - {field: /guests/x-rur/seen, basis: resolved}
"""


@pytest.fixture
def venue(base: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented seeds with one venue, after everything that is kept of the five kinds has been asked for."""
    dataset.load(base)
    tables.all_tables()
    assert "venue_name" not in RULES
    monkeypatch.setitem(MODELS, "venue", Venue)
    (base / "venues").mkdir()
    (base / "venues" / "castle-zenda.yaml").write_text(SEED, encoding="utf-8")
    return base


def released(out: str, *arguments: str) -> Path:
    assert export("--out", out, *arguments).returncode == 0
    return Path(out)


def exported(release: Path) -> dict[str, object]:
    (record,) = json.loads((release / "json" / "venues.json").read_text(encoding="utf-8"))
    assert isinstance(record, dict)
    return record


def test_check_counts_it_and_resolves_a_reference_to_it_by_its_name(venue: Path) -> None:
    assert ", 1 venue\n" in run("check").stdout
    (support,) = (each.support for each in dataset.load(venue).record("venue", "castle-zenda").backing["/inside"])
    assert (support.rule, support.words) == ("venue_name", "Castle Zenda")


def test_words_that_are_no_name_of_it_are_refused_by_that_rule(venue: Path) -> None:
    path = venue / "venues" / "castle-zenda.yaml"
    path.write_text(SEED.replace("/inside, basis: resolved", "/inside, basis: resolved, words: said so"))
    assert "the rule venue_name finds nothing in the words 'said so'" in run("check", status=1).stderr


def test_show_tells_its_cells_with_their_quotes(venue: Path) -> None:
    shown = run("show", "venue", "castle-zenda").stdout
    assert '[1] resolved by venue_name from "Castle Zenda"' in shown
    assert venue.is_dir()


def test_the_commands_name_it_among_the_kinds(venue: Path) -> None:
    assert "|venue}" in run("show", "--help").stdout
    assert "|venue]" in run("validate", "--help").stdout
    assert "'venue'" in run("show", "nothing", "x", status=2).stderr
    assert venue.is_dir()


def test_an_export_has_its_tables_and_schemas_and_verifies(venue: Path) -> None:
    out = released("out")
    for table in ("venues", "venue_guests", "venue_names"):
        for suffix in ("parquet", "csv"):
            assert (out / suffix / f"{table}.{suffix}").is_file()
        assert (out / "schemas" / "v1" / "tables" / f"{table}.schema.json").is_file()
    assert (out / "schemas" / "v1" / "venue.schema.json").is_file()
    assert "meeting or venue." in (out / "README.md").read_text(encoding="utf-8")
    run("verify", "out")
    assert [each.caption for each in accords_data.records("venue", path=out)] == ["Castle Zenda"]
    assert accords_data.load("venue_guests", path=out).column("country").to_pylist() == ["X-FRE", "X-RUR"]
    assert venue.is_dir()


def test_as_of_cuts_its_dated_list_and_the_record_itself(venue: Path) -> None:
    guests = exported(released("then", "--as-of", "2025-01-01"))["guests"]
    assert guests == [{"item": "x-fre", "country": "X-FRE", "seen": "2024-05-01"}]
    assert json.loads((released("before", "--as-of", "2024-04-30") / "json" / "venues.json").read_text()) == []
    assert venue.is_dir()


def test_diff_tells_what_changed_in_it(venue: Path) -> None:
    old = released("old")
    path = venue / "venues" / "castle-zenda.yaml"
    path.write_text(SEED.replace('opened: "2024-05-01"\n', "").replace("      - {field: /opened, basis: stated}\n", ""))
    new = released("new")
    told = run("diff", str(old), str(new), status=1).stdout
    assert "venue castle-zenda\n  - /opened: 2024-05-01" in told


def test_the_site_has_its_page_its_list_its_finding_and_its_place_on_the_timeline(venue: Path) -> None:
    released("out")
    run("site", "out", "--out", "site")
    pages = {each: html.unescape(Path("site", each).read_text(encoding="utf-8")) for each in (
        "venues/castle-zenda.html", "venues/index.html", "search/venues-1.js", "search.html", "timeline.html",
        "timeline/venue.html", "countries/X-FRE.html", "index.html", "dictionary.html",
    )}  # fmt: skip
    assert "<h1><bdi>Castle Zenda</bdi></h1>" in pages["venues/castle-zenda.html"]
    assert "2024-05-01, Freedonia, Ruritania" in pages["venues/index.html"]
    assert '["castle-zenda","Castle Zenda","castle zenda","Freedonia, Ruritania"]' in pages["search/venues-1.js"]
    assert '["venue",["Venues","venues"]]' in pages["search.html"]
    for page in ("timeline.html", "timeline/venue.html"):
        assert "<bdi>Castle Zenda</bdi>" in pages[page]
    assert "../venues/castle-zenda.html" in pages["countries/X-FRE.html"]
    assert "venues" in pages["index.html"]
    assert "A venue's listed name means its id." in pages["dictionary.html"]
    assert venue.is_dir()


def test_new_begins_one_and_fmt_knows_its_form(venue: Path) -> None:
    assert "inside:" in run("new", "venue").stdout
    run("new", "venue", "the-inn")
    assert 'id: "the-inn"' in (venue / "venues" / "the-inn.yaml").read_text(encoding="utf-8")
    (venue / "venues" / "the-inn.yaml").unlink()
    run("fmt")
    assert "schemas/v1/venue.schema.json" in (venue / "venues" / "castle-zenda.yaml").read_text(encoding="utf-8")


def test_its_lines_are_validated_and_its_schemas_written(venue: Path) -> None:
    out = released("out")
    Path("venues.jsonl").write_text(json.dumps(exported(out)) + "\n", encoding="utf-8")
    run("validate", "venues.jsonl", "--kind", "venue")
    run("schemas", "--out", "schemas")
    assert Path("schemas", "v1", "venue.schema.json").is_file()
    for command in ("coverage", "conflicts"):
        run(command)
    assert venue.is_dir()


def test_another_class_of_the_same_kind_is_not_hidden_by_what_was_kept_of_the_first(
    venue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check")

    @attrs.frozen(kw_only=True)
    class Nameless(Venue):
        inside: Text | None = attrs.field(default=None, metadata=doc("A text.", "x"))

    monkeypatch.setitem(MODELS, "venue", Nameless)
    assert "/inside: resolved, but no rule resolves this cell" in run("check", status=1).stderr
    assert venue.is_dir()


@pytest.mark.parametrize("kind", MODELS)
def test_what_a_kind_says_of_itself_names_fields_that_it_has(kind: str) -> None:
    model, entity = MODELS[kind], MODELS[kind].entity
    fields = {field.name: field for field in fields_of(model)}
    assert not fields[entity.caption].many
    assert not fields[entity.caption].nullable
    assert entity.aliases is None or fields[entity.aliases].many
    assert entity.rule is None or entity.rule in RULES
    assert entity.rule_says is None or entity.rule is not None
    assert entity.ordered_by is None or fields[entity.ordered_by].is_edtf or fields[entity.ordered_by].form == "day"
    for name in (*entity.listed_with, *entity.found_by, *entity.found_with):
        assert name in fields or isinstance(getattr(model, name), property)
    for field in fields.values():
        known = set() if field.model is None else {each.name for each in fields_of(field.model)}
        assert set(getattr(field.model, "shown_by", ())) <= known


def test_the_plurals_are_those_of_the_registry_and_differ() -> None:
    assert dict(PLURALS) == {kind: model.entity.plural for kind, model in MODELS.items()}
    assert len(set(PLURALS.values())) == len(PLURALS) == len(MODELS) > 4
    assert {path.name for path in REAL.iterdir() if path.is_dir()} == set(PLURALS.values())


def test_a_date_that_is_not_known_is_shown_as_undated_and_other_empty_cells_not_at_all() -> None:
    inn = Venue(
        id="inn", name="The Inn", guests=(Guest(item="x-fre", country="X-FRE"), Guest(item="x-rur", country="X-RUR"))
    )
    assert titles.beside(inn, ("opened", "inside", "guests", "id"), {"country": {}}) == "undated, X-FRE, X-RUR, inn"
