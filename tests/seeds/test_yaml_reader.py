"""The two parsers of seed files: libyaml reads what nobody could read otherwise, the pure parser decides the rest."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import BASE, REAL, ROOT
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from sweeps import drawn, parts

from accords_data.seeds import libyaml_reader, yaml_reader
from accords_data.seeds.yaml_reader import Document, parse, read_carefully, read_quickly

sys.path.insert(0, str(ROOT / "benchmarks"))
import yaml_mutations

FILES = sorted(REAL.glob("*/*.yaml"))
RESOLVER = YAML(typ="safe", pure=True).resolver


def test_libyaml_reads_every_seed_as_the_pure_parser_does() -> None:
    assert len(FILES) > 150
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        quick, (careful, problems) = read_quickly("a", text), read_carefully("a", text)
        assert problems == []
        assert quick == careful
        assert quick is not None
        assert careful is not None
        assert list(quick.marks.items()) == list(careful.marks.items())


@pytest.mark.parametrize("part", parts(0.1))
def test_two_thousand_mutated_seeds_are_read_alike(part: float) -> None:
    texts = drawn(list(yaml_mutations.mutated(2_000, random.Random(20251106))), part)  # noqa: S311 - no secret
    assert sum(read_quickly("a", text) is not None for text in texts) > 500 * part
    assert [told for text in texts if (told := yaml_mutations.difference(text)) is not None] == []


@pytest.mark.parametrize("value", ["yes", "12", "2020-01-01", "~", "[a: b]", "=", "a\n   b", "'it''s'"])
def test_a_difference_would_be_found(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"a: {value}\n"
    assert yaml_mutations.difference(text) is None
    monkeypatch.setattr(yaml_reader, "read_quickly", lambda _, __: Document("text", {"a": "other"}, {}))
    assert yaml_mutations.difference(text) is not None


@given(st.text(alphabet="-+.:_0123456789eExXoObBaAfFinNtTzZ =~<uUlLrRsS", min_size=1, max_size=12))
def test_a_plain_value_that_libyaml_gives_a_meaning_has_the_one_of_yaml_1_2(value: str) -> None:
    expected = str(RESOLVER.resolve(ScalarNode, value, (True, False))).rpartition(":")[2]
    try:
        found = libyaml_reader.plain_value(value)
    except libyaml_reader.DoubtError:
        return
    kind = {type(None): "null", bool: "bool", int: "int", str: "str"}[type(found)]
    assert kind == expected or (kind == "str" and expected in {"value", "merge"})  # which are read as text


@pytest.mark.parametrize(
    "text",
    [
        "a: &x b\n", "a: *x\n", "a: !!str b\n", "a: 1\na: 2\n", "a: 2020-01-01\n", "a: 1.5\n", "a: 0o7\n", "a:\n",
        "<<: {a: b}\n", "? [a]\n: b\n", "a: b\n---\nc: d\n", "%YAML 1.1\n---\na: b\n", 'a: "\\ud800"\n', "a: \tb\n",
        "a: b\x85c: d\n", "a: b\u2028\n", "a: \x07\n", "- a\n", "text\n", "", "a: [\n", "a: 'b\n", "a: b: c\n",
    ],
)  # fmt: skip
def test_what_is_doubtful_or_refused_is_left_to_the_pure_parser(text: str) -> None:
    assert read_quickly("a", text) is None


def test_deep_nesting_ends_at_once_and_is_told_by_the_pure_parser() -> None:
    for text in ("a: " + "[" * 100_000, "a: " + "{b: " * 100_000, "".join("  " * at + "a:\n" for at in range(200))):
        assert read_quickly("a", text) is None
        document, (problem, *_) = parse("a", text)
        assert document is None
        assert "nested deeper than 20 levels" in problem.message


def test_without_libyaml_the_answers_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(BASE.glob("*/*.yaml"))]
    quick = [parse("a", text) for text in texts]
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert read_quickly("a", texts[0]) is None
    assert [parse("a", text) for text in texts] == quick
    assert all(document is not None for document, _ in quick)


def test_without_libyaml_a_command_says_that_it_is_slow(base: Path) -> None:
    code = "import yaml; yaml.__with_libyaml__ = False; from accords_data.cli import accords; accords(['check'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "PyYAML has no libyaml here" in done.stderr
    assert base.is_dir()
    done = subprocess.run(
        [Path(sys.executable).parent / "accords", "check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr == ""
