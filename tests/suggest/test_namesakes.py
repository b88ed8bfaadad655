"""Two spellings of one name."""

import pytest
import samples

from accords_data.suggest import namesakes, spellings
from accords_data.suggest.people_in_text import Who


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Kassym-Jomart Tokayev", "Qasym-Jomart Toqayev", True),
        ("Benjamin Netanyahu", "Binyamin Netanyahu", True),
        ("Abdel Fattah al-Burhan", "Abdulfattah Burhan", True),
        ("Mohammed bin Zayed", "Muhammad Bin Zayid", True),
        ("Mohammed bin Zayed", "Mohammed bin Salman", False),
        ("Donald Trump", "Benjamin Netanyahu", False),
        ("Nasser Bourita", "Saad Eddine El Othmani", False),
    ],
)
def test_two_spellings_of_a_name_sound_alike_and_two_names_do_not(
    one: str,
    other: str,
    alike: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    found = spellings.likeness(one, other)
    assert (found >= spellings.ALIKE) is alike, found
    assert not alike or spellings.doubt(one, other) is None


def test_a_seeming_namesake_must_serve_the_same_country() -> None:
    loaded = samples.whole()
    same = Who("Qasym-Jomart Toqayev", country="KAZ")
    found = namesakes.same_person(same, loaded)
    assert found is not None
    assert found.leader.id == "kassym-jomart-tokayev"
    assert namesakes.same_person(Who("Qasym-Jomart Toqayev", country="UZB"), loaded) is None
