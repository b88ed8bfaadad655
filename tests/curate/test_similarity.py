"""How much one text is like another."""

import itertools

import samples

from accords_data.curate import intake, similarity


def test_the_stored_texts_are_below_the_limit_of_a_rewrite() -> None:
    texts = samples.whole().texts
    shares = [similarity.nearest(texts[one], {other: texts[other]}) for one, other in itertools.combinations(texts, 2)]
    highest = max(each.share for each in shares if each is not None)
    assert 0.55 < highest < intake.SAME
