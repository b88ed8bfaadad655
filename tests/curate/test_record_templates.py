"""New records, begun from a template."""

import json
import re
from pathlib import Path

import pytest
from article import ID
from commands import run
from conftest import ROOT

from accords_data.curate import record_templates
from accords_data.model.records import MODELS
from accords_data.seeds import yaml_reader
from accords_data.seeds.schema_errors import schema_problems


def filled(text: str) -> str:
    """Return a template with every field that may be left out in use."""
    return re.sub(r"^# (?=[ \w])", "", text.partition("\n")[2], flags=re.MULTILINE)


@pytest.mark.parametrize("kind", MODELS)
def test_a_template_is_valid_by_its_schema_with_and_without_what_may_be_left_out(kind: str) -> None:
    for text in (record_templates.template(kind), filled(record_templates.template(kind))):
        text = text.replace("the id of a source", "a-source")  # noqa: PLW2901 - the one place to fill in
        document, problems = yaml_reader.parse("x.yaml", text)
        assert problems == []
        assert document is not None
        assert list(schema_problems(kind, document)) == []


@pytest.mark.parametrize("kind", MODELS)
def test_a_template_explains_every_field(kind: str) -> None:
    text = record_templates.template(kind)
    document, _ = yaml_reader.parse("x.yaml", filled(text))
    assert document is not None
    schema = json.loads((ROOT / "schemas" / "v1" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert set(document.data) == set(schema["properties"]) - {"draft"}


def test_a_new_record_passes_the_check_once_it_is_filled_in(alone: Path) -> None:
    run("new", "leader", "truth-social", "--quiet")
    path = alone / "leaders" / "truth-social.yaml"
    assert "cells" not in run("check", status=1).stdout
    text = path.read_text(encoding="utf-8")
    text = text.replace('name: "Kassym-Jomart Tokayev"', "name: Truth Social")
    text = text.replace("the id of a source", ID).replace("words of it, verbatim", "shared on Truth Social")
    path.write_text(text, encoding="utf-8")
    assert "19 records" in run("check").stdout


@pytest.mark.parametrize(
    ("name", "told"), [("../x", "is not a valid id"), ("donald-trump", "this record already exists")]
)
def test_a_record_is_begun_only_where_none_is(name: str, told: str, alone: Path) -> None:
    assert told in run("new", "leader", name, status=1).stderr
    assert alone.is_dir()


def test_a_wrong_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").write_text("a file")
    assert "not a folder" in run("new", "leader", "x", status=1).stderr
