"""A line explained field by field."""

import json
import random

from hypothesis import given
from hypothesis import strategies as st
from streams import fuzz, generate

from accords_data.model.records import MODELS
from accords_data.model.schemas import line_schema
from accords_data.seeds import schema_errors
from accords_data.stream import slow_path
from accords_data.stream.slow_path import SlowPath


@given(seed=st.integers(0, 2**32), kind=st.sampled_from(list(MODELS)))
def test_a_line_explained_field_by_field_is_told_all_that_the_whole_schema_says(seed: int, kind: str) -> None:
    rows, explainer = SlowPath(kind), schema_errors.explainer(line_schema(kind))
    values = [slow_path.parse(line) for line in fuzz.mutated(kind, 20, random.Random(seed))]  # noqa: S311 - no secret
    for value in values:
        if not isinstance(value, str):
            whole = schema_errors.explanations(explainer, value[0])
            assert sorted(rows.explained(value[0]), key=repr) == sorted(whole, key=repr)


def test_a_list_with_too_few_items_is_told_in_words() -> None:
    value = json.loads(next(line for line in generate.meetings(50, 1, 0.0) if b'"supports":[{' in line))
    value["evidence"][0]["supports"] = []
    assert list(SlowPath("meeting").explained(value)) == [
        ("/evidence/0/supports", "expected at least 1 item, found none", "add one, or remove the list")
    ]
