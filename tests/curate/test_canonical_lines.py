"""Files in the canonical form are told by their lines; whatever the lines do not tell is left to the round trip."""

import random
import sys
from pathlib import Path

import pytest
import yaml
from commands import process
from conftest import ALONE, REAL, ROOT
from sweeps import drawn, parts

from accords_data.curate import canonical_form
from accords_data.model.records import PLURALS

sys.path.insert(0, str(ROOT / "benchmarks"))
import form_mutations

KINDS = {folder: kind for kind, folder in PLURALS.items()}
HEAD = canonical_form.modeline("country")
TOLD = f"""\
{HEAD}# why this record is here
id: KAZ
draft: true
name: Élysée
# names of old
other_names: [Kazakh, "the \\"steppe\\""]
cow_code: 705
relations:
  - item: isr-normalised
    partner: ISR
    event: normalised
  - item: are
    partner: ARE
    note: >-
      two lines
      of text: # all of it
    city: (Astana)
evidence:
  - source: 2025-11-06-kazakhstan-to-join
    supports:
      - {{field: /name, basis: stated, words: "A, b: c"}}
      - {{field: /cow_code, basis: background}}
"""


def is_told(text: str) -> bool:
    return canonical_form.is_told_by_lines("country", text)


def test_every_seed_is_told_and_the_round_trip_leaves_it_as_it_is() -> None:
    paths = canonical_form.seed_files(REAL)
    assert len(paths) > 150
    for path in paths:
        text, kind = path.read_text(encoding="utf-8"), KINDS[path.parent.name]
        assert canonical_form.is_told_by_lines(kind, text), path
        assert canonical_form.round_trip(kind, "a", text) == text, path


@pytest.mark.parametrize("part", parts(0.25))
def test_of_four_thousand_mutated_seeds_none_is_told_that_the_round_trip_would_change(part: float) -> None:
    texts = drawn(list(form_mutations.mutated(4_000, random.Random(20251106))), part)  # noqa: S311 - no secret
    assert sum(canonical_form.is_told_by_lines(*each) for each in texts) > 800 * part
    assert [found for each in texts if (found := form_mutations.difference(*each)) is not None] == []


@pytest.mark.parametrize("wrong", ["id:  KAZ\n", "id: &a b\n", "name: a\nid: KAZ\n"])
def test_a_difference_would_be_found(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert form_mutations.difference("country", HEAD + wrong) is None
    monkeypatch.setattr(canonical_form, "is_told_by_lines", lambda _, __: True)
    assert form_mutations.difference("country", HEAD + wrong) is not None


def test_every_known_shape_of_a_line_is_told_and_stays_in_the_round_trip() -> None:
    assert is_told(TOLD)
    assert canonical_form.round_trip("country", "a", TOLD) == TOLD


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (HEAD, ""),
        (HEAD, HEAD.replace("country", "meeting")),
        (HEAD, HEAD + HEAD),
        ("id: KAZ\n", "id: KAZ\nid: KAZ\n"),
        ("id: KAZ\n", "id: KAZ # why\n"),
        ("id: KAZ\n", "id: KAZ \n"),
        ("id: KAZ\n", "id: KAZ\n\n"),
        ("id: KAZ\n", "id: \n"),
        ("id: KAZ\n", "id:\n"),
        ("id: KAZ\n", "id: null\n"),
        ("id: KAZ\n", "id: No\n"),
        ("id: KAZ\n", "id: True\n"),
        ("id: KAZ\n", "id: 2025-11-06\n"),
        ("id: KAZ\n", "id: 1.5\n"),
        ("id: KAZ\n", f"id: {'1' * 64}\n"),
        ("id: KAZ\n", f"id: 0b{'1' * 62}\n"),
        ("id: KAZ\n", "id: KAZ: a\n"),
        ("id: KAZ\n", "id: KA\tZ\n"),
        ("id: KAZ\n", 'id: "KA\\u005a"\n'),
        ("id: KAZ\n", 'id: "KA\U0001f600Z"\n'),
        ("id: KAZ\n", "id: KA\x85Z\n"),
        ("id: KAZ\n", "id: KA\u2028Z\n"),
        ("id: KAZ\n", "id: !a KAZ\n"),
        ("id: KAZ\n", "id: {a: b, c: d, a: e}\n"),
        ("id: KAZ\n", "id: {a: b,c: d}\n"),
        ("id: KAZ\n", "id: [a, [b]]\n"),
        ("id: KAZ\n", "id: >-\nname: a\n"),
        ("id: KAZ\ndraft: true\n", "draft: true\nid: KAZ\n"),
        ("draft: true\n", "draft: true\nunknown: a\n"),
        ("705\n", "0705\n"),
        ("relations:\n", "relations:\n# why\n  # in\n"),
        ("  - item: are\n", "# why\n  - item: are\n"),
        ("  - item: are\n", "- item: are\n"),
        ("  - item: are\n", "    - item: are\n"),
        ("  - item: are\n    partner: ARE\n", "  - partner: ARE\n"),
        ("  - item: are\n    partner: ARE\n", "  - partner: ARE\n    item: are\n"),
        ("  - item: are\n    partner: ARE\n", "  - {partner: ARE}\n"),
        ("{field: /name,", "{field: /relations/1/partner,"),
        ("    event: normalised\n", "     event: normalised\n"),
        ("    event: normalised\n", "    partner: ARE\n"),
        ("    event: normalised\n", "    event:\n"),
        ("    event: normalised\n", "    normalised\n"),
        ("    event: normalised\n", "  event: normalised\n"),
        ("      of text", "       of text"),
        ("      of text", "     of text"),
        ("      of text", "\n      of text"),
        ("    city: (Astana)\n", "    city: (Astana)\n      - a\n"),
        ("      - {field: /cow_code, basis: background}\n", "      - {field: /cow_code, basis: background}"),
        ("      - {field: /cow_code, basis: background}\n", "      -\n"),
        ("      - {field: /cow_code, basis: background}\n", "      - >-\n          a\n"),
        ("      - {field: /cow_code, basis: background}\n", "      - - a\n"),
        ("background}\n", "background}\n# the end\n"),
        ("background}\n", "background}\n---\n"),
        ("background}\n", "background}\n    remark:\n"),
        ("Astana", "a" * 1_000_000),
    ],
)
def test_whatever_is_not_certain_is_left_to_the_round_trip(old: str, new: str) -> None:
    changed = TOLD.replace(old, new, 1)
    assert changed != TOLD
    assert not is_told(changed)


def test_a_text_without_fields_is_left_to_the_round_trip() -> None:
    assert not is_told(HEAD)


def test_deep_nesting_is_left_to_the_round_trip() -> None:
    nested = "".join("  " * depth + "name:\n" for depth in range(30)) + "  " * 30 + "name: a\n"
    assert not is_told(HEAD + nested)


def test_seeds_in_form_are_told_without_any_parser() -> None:
    code = "import sys; from accords_data.cli import accords; accords(sys.argv[1:], standalone_mode=False);"
    code += "print(*({'yaml', 'ruamel', 'ruamel.yaml', 'accords_data.folder'} & set(sys.modules)))"
    done = process("python", "-c", code, "fmt", "--check", "--seeds", str(REAL))
    assert (done.returncode, done.stdout.strip()) == (0, "")
    assert "files in canonical form" in done.stderr


def test_without_libyaml_the_answers_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [*canonical_form.seed_files(ALONE), *sorted(Path(REAL, "countries").glob("*.yaml"))]
    quick = canonical_form.differing(paths)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert canonical_form.differing(paths) == quick
    assert len(quick[1]) == 18
