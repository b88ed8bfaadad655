"""The people of a text: whom it names, by which forms of the name, with which titles, and for which country."""

import re
from collections.abc import Iterator, Mapping

import attrs

from accords_data.seeds.spans import Span
from accords_data.suggest.mask import C, M, Masked, Mention
from accords_data.suggest.people import TITLE, Person, Words, people

_REALM = r"(?:Kingdom|Republic|State|Sultanate|Emirate|Principality|[Gg]overnment)"

_MET = re.compile(
    r"\b(?:met|meet|meets|meeting|hosted|hosts|received|receives|welcomed|phoned|telephoned|with)(?: with)?"
    r" (?:[^,;.]{0,60} and )?$"
)
"""Right before a person: whoever is spoken of met them."""
_ENVOY = re.compile(r"ambassador|envoy", re.IGNORECASE)
"""Of which country one is, does not go without saying."""
_TITLE_FIRST = re.compile(rf"(?:The |Visiting )?{C}(?:['’]s)? (?:\w+ )?{TITLE}\b")
_VISITED = re.compile(
    rf"(?:\bvisit(?:s|ed|ing)? (?:to )?(?:the )?|(?=(?:{C}|{M}), where s?he\b))({C}|{M})[^;.]*"
    r"\b(?:met|with|(?:received|welcomed|hosted|greeted) by)(?: with)? $"
)
"""Before a person: they are of the country that is visited."""

_CHILD = ("bin", "ibn", "ben", "bint", "binti", "Bin", "Ibn", "Ben", "Bint")
_NOT_OF_A_CHILD = "".join(rf"(?<!\b{word} )" for word in _CHILD)
"""Before a name: it is not that of the father, in "Hamdan bin Mohammed bin Rashid"."""
_NO_MORE_NAME = rf"(?! (?:{'|'.join(_CHILD)}) [A-Z]|,? (?:Jr|Sr)\b| [IVX]+\b)"
"""After a name: it is all of it, unlike "Salim" in "Salim bin Rashid", and "Omar Faris" in "Omar Faris Jr."."""


@attrs.define(eq=False)
class Who:
    """A person of the text, whatever the form in which it names them."""

    name: str
    """The fullest name that the text gives."""
    leader: str | None = None
    """Id of the record of that person, if there is one."""
    offices: list[tuple[Mention, Person]] = attrs.field(factory=list)
    """Each mention that tells a title."""
    country: str | None = None
    forms: dict[str, Span] = attrs.field(factory=dict)
    """Each form of the name with where it first stands."""
    titles: dict[Span, str] = attrs.field(factory=dict)
    """The title that stands with a mention, by the place of the mention."""

    @property
    def acts(self) -> bool:
        """Whether the text gives more of the person than a former office."""
        return self.leader is not None or not all(person.former for _, person in self.offices)


@attrs.frozen
class Known:
    """What the records already name: ids by phrase."""

    countries: Mapping[str, str] = attrs.field(factory=dict)
    leaders: Mapping[str, str] = attrs.field(factory=dict)
    agreements: Mapping[str, str] = attrs.field(factory=dict)


@attrs.define
class Cast:
    """The people of a text, as they are met in it."""

    words: Words
    known: Known
    whos: list[Who] = attrs.field(factory=list)
    about: str | None = None
    """The country that the sentences before were about."""
    alone: str | None = None
    """The country that the sentence before names, if it names one alone."""

    def meet(self, masked: Masked) -> None:
        """Take in the people whom a piece of text names with a title."""
        found = people(masked, self.words)
        for person in found:
            who = self.find(person.name)
            if who is None and " " not in person.name and not _is_monarch(person):
                continue
            if who is None:
                who = Who(person.name, self.known.leaders.get(person.name))
                self.whos.append(who)
            if len(person.name) > len(who.name):
                who.name = person.name
            who.country = who.country or (None if person.former else person.country)

    def find(self, name: str) -> Who | None:
        """Return the person of that name, or whose surname it is."""
        leader = self.known.leaders.get(name)
        for who in self.whos:
            # "Burhan" is "Abdel Fattah al-Burhan": a surname may stand behind a hyphen.
            whole = who.name == name or _ends_with(who.name, name) or _ends_with(name, who.name)
            if whole or (leader is not None and who.leader == leader):
                return who
        return None

    def mentions(self, masked: Masked) -> list[Mention]:
        """Return each mention of a person in a piece of text, with or without a title."""
        found = []
        for person in people(masked, self.words):
            who = self.find(person.name)
            if who is None:
                continue
            country = person.country or self._context(person, masked, who)
            filled = attrs.evolve(person, country=country)
            span = masked.span(person.start, person.end)
            mention = Mention("person", span, self.words.text[span.start : span.end], who)
            who.forms.setdefault(person.name, masked.span(person.name_start, person.name_end))
            who.offices.append((mention, filled))
            if person.title is not None and not person.former:
                who.titles[span] = person.title
            found.append(mention)
        found += self._by_name(masked, [each.span for each in found])
        # Only now: who is named in a sentence is read by what the sentences before were about.
        self.about = self._opening(masked) or self._leading(masked, found) or self.about
        named = {str(each.value) for each in masked.mentions.values() if each.kind == "country"}
        self.alone = named.pop() if len(named) == 1 else None
        return found

    def _leading(self, masked: Masked, found: list[Mention]) -> str | None:
        """Return the country of the person with whom a piece of text begins, if it does."""
        first = min(found, key=lambda each: each.span.start, default=None)
        begins = first is not None and first.span.start - masked.places[0] < len("The ")
        return first.value.country if begins and first is not None and isinstance(first.value, Who) else None

    def _opening(self, masked: Masked) -> str | None:
        """Return the country with which a piece of text begins, if it does."""
        opening = re.match(
            rf"(?:(?!to|with|by|in|from|of|for)\w+,? ){{0,2}}(?:{_REALM} of (?:the )?)?({C})|In ({M}),", masked.text
        )
        value = "" if opening is None else str(masked.mentions[opening[1] or opening[2]].value)
        return value or None

    def _context(self, person: Person, masked: Masked, who: Who) -> str | None:
        if who.country is not None or person.former:
            return who.country
        who.country = self._host(masked, person) or self._around(masked, person)
        return who.country

    def _around(self, masked: Masked, person: Person) -> str | None:
        """Return the country that is spoken of around a person; whom "the Omani king met" is of another than Oman."""
        if person.title is not None and _ENVOY.search(person.title):
            return None
        opening = self._opening(masked)
        before = masked.text[: person.start]
        if opening is not None and _MET.search(before) and _TITLE_FIRST.match(masked.text):
            return next((each for each in (self.about, self.alone) if each not in {None, opening}), None)
        return opening or self.about or self.alone or self._only(masked, person)

    def _host(self, masked: Masked, person: Person) -> str | None:
        """Return the country of "in Lusaka, where President A B" and of "King A, whose country, Tonga,"."""
        place = re.search(rf"({C}|{M}), where (?:the |its )?$", masked.text[: person.start])
        place = place or re.search(
            rf"(?:ambassador|envoy) to (?:the )?({C}).* (?:to|by) $", masked.text[: person.start]
        )
        place = place or _VISITED.search(masked.text[: person.start])
        place = place or re.match(rf",? whose country, ({C}),", masked.text[person.end :])
        return None if place is None else str(masked.mentions[place[1]].value) or None

    def _only(self, masked: Masked, person: Person) -> str | None:
        """Return the country that a piece of text names before a person, if it names one alone."""
        letters = re.findall(C, masked.text[: person.start])
        named = {str(masked.mentions[letter].value) for letter in letters}
        return named.pop() if len(named) == 1 else None

    def _by_name(self, masked: Masked, taken: list[Span]) -> Iterator[Mention]:
        """Yield each further mention, by a name alone."""
        text, start = self.words.text, masked.places[0]
        piece = text[start : masked.places[-1]]
        names = {form: who for who in self.whos for form in _short_forms(who.name)}
        for phrase, leader in self.known.leaders.items():
            if phrase in piece and not any(who.leader == leader for who in self.whos):
                who = Who(phrase, leader)
                self.whos.append(who)
                names[phrase] = who
        # The longest first, so that "Orr" does not take a part of "Dana Orr".
        for name in sorted(names, key=len, reverse=True):
            for match in re.finditer(
                rf"(?:\b(?P<title>{TITLE}) )?(?<![\w-]){_NOT_OF_A_CHILD}{re.escape(name)}(?!\w|-[A-Z]){_NO_MORE_NAME}",
                piece,
            ):
                span = Span(start + match.start(), start + match.end())
                if any(span.overlaps(other) for other in taken):
                    continue
                taken.append(span)
                who = names[name]
                who.forms.setdefault(name, Span(span.end - len(name), span.end))
                if match["title"] is not None:
                    who.titles[span] = match["title"]
                yield Mention("person", span, match[0], who)


def _ends_with(name: str, short: str) -> bool:
    """Return whether `short` is the surname in `name`, or the end of it; a son bears his father's whole name there."""
    if not name.endswith((f" {short}", f"-{short}")):
        return False
    before = name[: -len(short)].rstrip(" -").split()
    return " " not in short or not before or before[-1] not in _CHILD


def _is_monarch(person: Person) -> bool:
    return person.title is not None and person.title.split()[-1].lower() in {
        "king", "queen", "emir", "sultan", "prince", "pope", "duke", "princess",
    }  # fmt: skip


def _short_forms(name: str) -> Iterator[str]:
    """Yield the forms in which a text may mean the person later: the name, and its last part."""
    yield name
    parts = name.split()
    last = parts[-1]
    if len(parts) > 1 and last.rstrip(".") not in {"Jr", "Sr", "II", "III", "IV", "V", "VI"}:
        yield last
        if last.lower().startswith(("al-", "el-")):
            yield last[3:]
        if len(parts) > 2 and parts[-2][0].isupper() and len(parts[-2]) > 3:  # noqa: PLR2004 - the first of two surnames
            yield parts[-2]
        if len(parts) > 2 and (parts[-2].islower() or parts[-2] in {"Al", "Bin", "Ben"}):  # noqa: PLR2004 - first name, particle, last name
            yield f"{parts[-2]} {last}"
