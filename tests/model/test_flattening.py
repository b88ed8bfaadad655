"""Nested records as flat tables."""

import samples

from accords_data.model import flattening
from accords_data.model.records import MODELS
from accords_data.seeds import dataset


def test_a_slice_of_a_nested_batch_flattens_like_the_batch_of_its_rows() -> None:
    rows = [dataset.plain(record) for record in samples.whole().records["country"]]
    whole = flattening.nested_batch(MODELS["country"], rows)
    part = flattening.nested_batch(MODELS["country"], rows[3:6])
    for (name, one), (_, other) in zip(
        flattening.flatten("country", whole.slice(3, 3)), flattening.flatten("country", part), strict=True
    ):
        assert one.equals(other), name
