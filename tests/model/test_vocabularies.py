"""The values that a field may have, and the cues by which an article tells them."""

import pytest

from accords_data.model import vocabularies
from accords_data.model.vocabularies import Vocabulary

LISTS = [each for each in vars(vocabularies).values() if isinstance(each, type) and issubclass(each, Vocabulary)]


@pytest.mark.parametrize("list_", LISTS, ids=lambda each: each.__name__)
def test_a_cue_belongs_to_one_member_and_every_member_has_a_meaning(list_: type[Vocabulary]) -> None:
    cues = [cue for member in list_ for cue in member.cues]
    assert len(cues) == len(set(cues))
    assert all(member.meaning.endswith(".") for member in list_)
