"""Two judges of a line, the fast one and `jsonschema`, agree."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streams import fuzz, generate

from accords_data.model.records import MODELS
from accords_data.model.schemas import line_schema
from accords_data.stream.compiler import compile_schema


@given(seed=st.integers(0, 2**32), kind=st.sampled_from(list(MODELS)), block=st.sampled_from([5_000, 50_000, 4 << 20]))
def test_the_fast_verdict_is_that_of_jsonschema(seed: int, kind: str, block: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - no secret
    assert list(fuzz.differences(kind, fuzz.mutated(kind, 60, rng), block)) == []


@pytest.mark.parametrize("spoil", fuzz.TEXT, ids=range(len(fuzz.TEXT)))
def test_a_damaged_line_among_good_ones_is_judged_like_by_jsonschema(spoil: Any) -> None:
    good = [line.rstrip(b"\n") for line in generate.meetings(9, 1, 0.0)]
    made = good[:4] + spoil(good[4]).split(b"\n") + good[5:]
    assert list(fuzz.differences("meeting", made, 4 << 20)) == []
    assert list(fuzz.differences("meeting", spoil(good[4]).split(b"\n"), 4 << 20)) == []


def test_a_document_over_two_lines_does_not_make_up_for_two_documents_in_one() -> None:
    one, two, three = (line.rstrip(b"\n") for line in generate.meetings(3, 1, 0.0))
    broken = one.replace(b'"participants":[{', b'"participants":[\n{', 1)
    assert broken != one
    made = [*broken.split(b"\n"), two + three]
    assert list(fuzz.differences("meeting", made, 4 << 20)) == []
    assert fuzz.accepted("meeting", made, 4 << 20) == set()


PLANTS = {
    "range_check": lambda line: line.replace(b'"start":', b'"start":-', 1),
    "length_check": lambda line: line.replace(b'"label":"', b'"label":"' + b"x" * 1_000, 1),
    "list_check": lambda line: line.replace(b'"supports":[', b'"supports":[],"remark":"a"},{"supports":[', 1),
    "object_check": lambda line: line.replace(b'"kind":', b'"venue":', 1),
    "_text_rules": lambda line: line.replace(b'"id":"', b'"id":"A', 1),
}
"""A fault for each check of the compiler."""


@pytest.mark.parametrize("name", PLANTS)
def test_each_check_that_is_left_out_makes_the_two_judges_differ(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from accords_data.stream import compiler, judge

    first = next(line for line in generate.meetings(50, 1, 0.0) if b'"venue"' not in line and b'"start"' in line)
    made = [PLANTS[name](first.rstrip(b"\n"))]
    assert list(fuzz.differences("meeting", made, 4 << 20)) == []
    assert fuzz.accepted("meeting", made, 4 << 20) == set()
    silent = (lambda *_: iter(())) if name == "_text_rules" else (lambda *_: lambda _: None)
    monkeypatch.setattr(compiler, name, silent)
    monkeypatch.setattr(judge, "line_checks", lambda kind: compile_schema(line_schema(kind)))
    assert list(fuzz.differences("meeting", made, 4 << 20))


@pytest.mark.parametrize(
    "written",
    [b"null", b" null", b" " * 31 + b"null", b" " * 40 + b"null", b" " * 70 + b"null", b"\t \t" * 30 + b"null"],
    ids=len,
)
@pytest.mark.parametrize("colon", [b":", b" " * 20 + b":", b" " * 60 + b":"], ids=len)
def test_a_null_that_may_not_be_is_seen_however_far_its_key_is(written: bytes, colon: bytes) -> None:
    made = [line.rstrip(b"\n") for line in generate.meetings(4, 1, 0.0)]
    made[2] = made[2][:-1].replace(b'"agreements":', b'"x":') + b',"agreements"' + colon + written + b"}"
    assert b'"x"' not in made[2]
    assert fuzz.accepted("meeting", made, 4 << 20) == {0, 1, 3}
    assert list(fuzz.differences("meeting", made, 4 << 20)) == []
