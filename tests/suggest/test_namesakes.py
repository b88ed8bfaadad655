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


def test_whom_nothing_speaks_against_comes_before_whom_a_person_is_asked_about() -> None:
    loaded = samples.whole()
    swapped = namesakes.same_person(Who("Tokayev Kassym-Jomart", country="KAZ"), loaded)
    assert swapped is not None
    assert swapped.doubt == "its words stand in another order"
    spelled = namesakes.same_person(Who("Qasym-Jomart Toqayev", country="KAZ"), loaded)
    assert spelled is not None
    assert (spelled.doubt, spelled.leader) == (None, swapped.leader)
    assert 0 < spelled.likeness < 1
