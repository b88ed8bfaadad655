"""The canonical form of a seed file."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import samples
from commands import run
from conftest import REAL
from hypothesis import given
from hypothesis import strategies as st

from accords_data.curate import canonical_form
from accords_data.model import items
from accords_data.model.addresses import resolve
from accords_data.model.records import MODELS, PLURALS
from accords_data.problems import Problem
from accords_data.seeds import dataset, yaml_reader


def seed_files() -> Iterator[tuple[str, Path]]:
    for kind, folder in PLURALS.items():
        for path in sorted((REAL / folder).glob("*.yaml")):
            yield kind, path


def test_the_seeds_are_in_the_canonical_form() -> None:
    looked, changed, problems = canonical_form.differing(canonical_form.seed_files(REAL))
    assert looked == len(list(seed_files())) > 150
    assert (changed, problems) == ({}, [])


MESSY = """\
# yaml-language-server: $schema=wrong.json
evidence:
    -   source: a
        quote: 'It''s "so"'   # tight
        supports:
          - {field: /name,   basis: stated}
# the short name
name:   'Kazakhstan'
id: KAZ
other_names: [Kazakh, "Qazaq"]
"""
TIDY = """\
# yaml-language-server: $schema=../../schemas/v1/country.schema.json
id: KAZ
# the short name
name: 'Kazakhstan'
other_names: [Kazakh, "Qazaq"]
evidence:
  - source: a
    quote: 'It''s "so"'       # tight
    supports:
      - {field: /name, basis: stated}
"""


def test_the_form_orders_and_indents_and_keeps_comments_and_quote_styles() -> None:
    assert canonical_form.canonical("country", "x.yaml", MESSY) == TIDY


def test_a_form_that_would_say_something_else_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical_form, "_ordered", lambda *_: TIDY.replace("Kazakhstan", "Kazachstan"))
    found = canonical_form.canonical("country", "x.yaml", MESSY)
    assert not isinstance(found, str)
    (problem,) = found
    assert isinstance(problem, Problem)
    assert "would change its meaning" in problem.message


def test_the_form_of_the_form_is_the_form() -> None:
    assert canonical_form.canonical("country", "x.yaml", TIDY) == TIDY


@given(st.data())
def test_shuffled_fields_come_back_in_order_and_say_the_same(data: st.DataObject) -> None:
    _, path = data.draw(st.sampled_from(list(seed_files())))
    kind = next(kind for kind, folder in PLURALS.items() if folder == path.parent.name)
    text = path.read_text(encoding="utf-8")
    parts = re.split(r"^(?=\w)", text.partition("\n")[2], flags=re.MULTILINE)
    assert canonical_form.canonical(kind, "x", "".join(data.draw(st.permutations(parts)))) == text


def test_a_file_out_of_form_is_named_with_the_command_that_repairs_it(alone: Path) -> None:
    done = run("fmt", "--check", status=1)
    assert done.stderr.count("not in the canonical form (run `accords fmt` and commit the result)") == 18
    assert "18 changed" in run("fmt").stderr
    assert "18 files in canonical form" in run("fmt", "--check").stderr
    before = samples.alone().records
    assert dataset.load(alone).records == before


def test_a_file_that_is_not_yaml_is_told_and_left_alone(alone: Path) -> None:
    path = alone / "countries" / "KAZ.yaml"
    path.write_text("id: KAZ\nname: [\n", encoding="utf-8")
    done = run("fmt", status=1)
    assert "KAZ.yaml:3:1: not YAML" in done.stderr
    assert path.read_text(encoding="utf-8") == "id: KAZ\nname: [\n"


NAMELESS = """\
id: KAZ
relations:
  # the second comes first
  - partner: ISR
    event: normalised
  - item: mine
    partner: ARE
  - {partner: ISR, event: normalised}
local_names:
  - language: no
evidence:
  - source: a
    supports:
      - {field: /relations/0/event, basis: resolved}
      - {field: "/relations/1/partner", basis: resolved}
      - {field: /relations/2, basis: resolved}
      - {field: /relations/9/event, basis: resolved}
      - {field: relations/0/event, basis: resolved}
"""


def test_the_form_gives_ids_to_items_that_have_none_and_addresses_to_their_cells() -> None:
    form = canonical_form.canonical("country", "a.yaml", NAMELESS)
    assert isinstance(form, str)
    assert "  # the second comes first\n  - item: isr-normalised\n    partner: ISR\n" in form
    assert "  - {item: isr-normalised-2, partner: ISR, event: normalised}\n" in form
    assert '  - item: "no"\n    language: no\n' in form
    told = ["/relations/isr-normalised/event", '"/relations/mine/partner"', "/relations/isr-normalised-2"]
    assert re.findall("field: ([^,]+),", form) == [*told, "/relations/9/event", "relations/0/event"]
    assert canonical_form.canonical("country", "a.yaml", form) == form


def test_seeds_whose_ids_and_addresses_are_taken_away_get_them_back(alone: Path) -> None:
    for path in canonical_form.seed_files(alone):
        kind = next(kind for kind, folder in PLURALS.items() if folder == path.parent.name)
        wanted = canonical_form.canonical(kind, str(path), path.read_text(encoding="utf-8"))
        document, _ = yaml_reader.parse(str(path), path.read_text(encoding="utf-8"))
        assert document is not None
        for support in (each for entry in document.data["evidence"] for each in entry["supports"]):
            place = resolve(document.data, support["field"])
            assert place is not None
            support["field"] = place.pointer
        for name in items.lists_of_items(MODELS[kind]):
            for item in document.data.get(name, []):
                del item["item"]
        named, _ = yaml_reader.parse("a", str(wanted))
        assert named is not None
        assert canonical_form.with_ids(kind, document.data) == named.data, path


def test_nothing_to_look_at_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    assert "no records found" in run("fmt", "--check", status=1).stderr
