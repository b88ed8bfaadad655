"""Formatting takes no comment away, and shows what nobody sees where the file shows it."""

from pathlib import Path

import pytest
from commands import run

from accords_data.curate import canonical_extras, canonical_form
from accords_data.seeds import yaml_reader

HEAD = canonical_form.modeline("country") + "id: KAZ\nname: Kazakhstan\n"
LOST = {
    "other_names: [Kazakh,  # as an adjective\n  Kazakhs]\n": (4, "# as an adjective"),
    "other_names: [  # first\n  Kazakh]\n": (4, "# first"),
    "other_names:\n  [Kazakh, # after one\n   Qazaq, # after two\n  ]\n": (5, "# after one"),
    "local_names: [{language: ar, # an aside\n   name: Qazaqstan}]\n": (4, "# an aside"),
    "evidence:\n  - source: a\n    supports:\n      - {field: /name, # why\n         basis: stated}\n": (7, "# why"),
    "other_names: [Kazakh, # қазақша\n  Қазақ]\n": (4, "# қазақша"),
    "other_names: [Kazakh, # بالعربية\n  كازاخي]\n": (4, "# بالعربية"),
    "other_names: [Kazakh, # カザフ\n  カザフ人]\n": (4, "# カザフ"),
    "other_names: [Kazakh]\n...\n# after the end\n": (6, "# after the end"),
}
KEPT = (
    "evidence:\n  - source: a\n    supports: [{field: /a, basis: b}, # one\n      {field: /c, basis: d}]\n",
    "other_names: [Kazakh\n  # last\n]\n",
    "other_names: [Kazakh] # after\n",
    "other_names: # on the name\n  - Kazakh # after\n  # between\n  - Qazaq\n# at the end\n",
    'other_names: ["Kazakh # no comment"] # one\n',
    "other_names:\n  - 'it''s # none' # one\n",
    "evidence:\n  - authority: >- # after the header\n      ISO # no comment\n      3166-1\n",
    "other_names: []  # none yet\n",
    "# between fields\n\n# and again\nother_names: [Kazakh]\n",
    "other_names:\n  - Kazakh\n\n  # above an item\n  - Qazaq\n",
)


def words(text: str) -> list[str]:
    """Return the comments of `text`."""
    return sorted(comment for _, comment in canonical_extras._comments(text))  # noqa: SLF001 - what is kept


@pytest.mark.parametrize("rest", LOST)
def test_a_comment_that_would_be_lost_is_named_and_the_file_left_alone(rest: str, alone: Path) -> None:
    path = alone / "countries" / "KAZ.yaml"
    path.write_text(HEAD + rest, encoding="utf-8")
    told = run("fmt", str(path), status=1).stderr
    line, comment = LOST[rest]
    assert f"{path}:{line}: the canonical form would lose the comment {comment!r}; left as it is" in told
    assert path.read_text(encoding="utf-8") == HEAD + rest


@pytest.mark.parametrize("rest", KEPT)
def test_every_other_comment_stays(rest: str) -> None:
    form = canonical_form.round_trip("country", "KAZ.yaml", HEAD + rest)
    assert isinstance(form, str)
    assert words(form) == words(HEAD + rest) != []
    assert canonical_form.round_trip("country", "KAZ.yaml", form) == form


@pytest.mark.parametrize(
    "written",
    [
        r'"\u200fA"', r'"b\u00a0c"', r'"d\xade"', r'"f\_g"', r'"h\u202ei\u202c"', r'"\uFEFFj"', r'"k\U000E0041l"',
        r'"\u200f \" \\ m"', '"\u200fraw"', '"n\u00a0o"', "'p\u00adq'",
        '"قال\u200f"', r'"דנה\u200f"', r'"日本\u200b語"',
    ],
)  # fmt: skip
def test_an_escape_of_what_nobody_sees_stays_and_so_does_the_character(written: str) -> None:
    text = f"{HEAD}other_names: [Kazakh, {written}]\nlocal_names:\n  - {{language: ar, name: {written}}}\n"
    form = canonical_form.round_trip("country", "KAZ.yaml", text)
    assert isinstance(form, str)
    assert form.count(written) == 2
    assert form == text


def test_what_suggest_adds_to_a_record_takes_no_comment_away(real: Path) -> None:
    path = real / "leaders" / "kassym-jomart-tokayev.yaml"
    text = path.read_text(encoding="utf-8") + "# the last word\n"
    assert canonical_form.keeping(str(path), text, text) == text
    problems = canonical_form.keeping(str(path), text, text.replace("# the last word\n", ""))
    assert isinstance(problems, list)
    (problem,) = problems
    assert problem.line == text.count("\n")
    assert "the last word" in problem.message
    assert yaml_reader.parse(str(path), text)[1] == []
