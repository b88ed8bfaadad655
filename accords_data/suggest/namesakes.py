"""Whether a person of a text is one who is recorded: by a listed name, or by another transliteration of it."""

import attrs

from accords_data.model.records import Leader
from accords_data.seeds.dataset import Dataset
from accords_data.suggest import spellings
from accords_data.suggest.people_in_text import Who


@attrs.frozen
class Namesake:
    """A recorded leader whom a text may mean."""

    leader: Leader
    likeness: float
    """1 when the name is listed; less for another spelling."""
    doubt: str | None = None
    """What speaks against it, so that a person has to say that it is the same; None when nothing does."""


def same_person(who: Who, dataset: Dataset) -> Namesake | None:
    """Return the recorded leader whom `who` is, or seems to be; a seeming one must serve the same country."""
    seeming: list[Namesake] = []
    for each in dataset.records["leader"]:
        assert isinstance(each, Leader)  # noqa: S101 - records by kind
        if who.leader == each.id or who.name in {each.name, *each.other_names}:
            return Namesake(each, 1)
        # A surname alone is too little.
        if who.country in {office.country for office in each.offices} and " " in who.name:
            seeming += [_seeming(who.name, name, each) for name in (each.name, *each.other_names)]
    alike = [each for each in seeming if each.likeness >= spellings.ALIKE]
    # Whom nothing speaks against comes before whom a person has to be asked about.
    return max(alike, key=lambda each: (each.doubt is None, each.likeness), default=None)


def _seeming(name: str, other: str, leader: Leader) -> Namesake:
    # 1 is for listed names, so that a person is asked about all others.
    share = min(spellings.likeness(name, other), 0.999)
    return Namesake(leader, share, spellings.doubt(name, other) if share >= spellings.ALIKE else None)
