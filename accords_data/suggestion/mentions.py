"""What a text names: its sentences with countries, people, groups, agreements, dates and metonyms marked."""

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from accords_data.prose import sentences
from accords_data.spans import Span
from accords_data.suggestion import gazetteer, times
from accords_data.suggestion.mask import C, M, Masked, Mention, mask
from accords_data.suggestion.people import TITLE, UPPER, Person, Words, people

_INSTRUMENT = (
    "Accords?|Agreements?|Treaty|Declaration|Pact|Memorandum|Charter|Compact|Protocol|Convention|Communiqu[eé]|Statement|Understanding"
    "|Arrangement|Covenant|Concord|Roadmap|Settlement|Entente|Undertaking"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CAPITAL = rf"(?!(?:{_DAYS}|{_MONTHS})\b)[{UPPER}][\w’'–-]*"
_AGREEMENT = re.compile(
    rf"(?<![\w-])(?!The )(?:{_CAPITAL}(?: (?:of|and|for|on) (?=(?:{_CAPITAL} )*(?:{_INSTRUMENT})\b)| )){{1,6}}?(?:{_INSTRUMENT})\b(?! of [a-z])"
    rf"(?: (?:Declaration|Framework|Charter))?(?: (?:of|on|for) (?:the )?{_CAPITAL}(?:(?: and | of | on | for | ){_CAPITAL})*)?"
    rf"|(?:{_CAPITAL} ){{1,3}}(?:Framework|Initiative) (?:on|for) {_CAPITAL}(?:(?: and | of | on | for | ){_CAPITAL})*"
    rf"|(?:{_INSTRUMENT}) (?:of|on|for) (?:the )?{_CAPITAL}(?:(?: and | of | on | for | ){_CAPITAL})*"
)
_NO_TITLE = re.compile(
    r"^(?:(?:Original|Initial|First|New|Prime|Foreign|Trade|Peace|Free)\b.*|(?:The|A|An|This|Any|No|Its|Their|By|Under|Before|After) )"
)
_LEADING = re.compile(r"^(?:The|A|An|This|Any|No|Its|Their|By|Under|Before|After|Whether|When|If|In|On) ")
_SEVERAL = "(?:prime|foreign|defen[cs]e|economy|energy|trade|finance|interior) ministers|ministers|leaders|presidents|heads of (?:state|government)|kings|delegations|envoys|officials|representatives|negotiators|counterparts|diplomats|delegates"
_ONE = "prime minister|president|foreign minister|defen[cs]e minister|king|deputy minister|deputy foreign minister|ambassador|counterpart|leader|delegation|delegate|envoy"
_LIST = rf"{C}(?:(?:, |,? and )(?:the )?{C})*"
_UNNAMED = re.compile(
    rf"(?:the |The |their |his |her |several )?(?P<who>(?i:{_SEVERAL}|{_ONE}))(?: of|(?<!ambassador)(?<!envoy) from) (?:the )?(?P<list>{_LIST})"
    rf"|(?:the |The |his |her |their |a )?(?P<list2>{_LIST})(?:['’]s)? (?P<who2>{_SEVERAL}|{_ONE})\b(?! {C})"
)


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
class Group:
    """People who are left unnamed: "the leaders of Uzbekistan and Tajikistan"."""

    who: str
    countries: tuple[Mention, ...]


@attrs.frozen
class Statement:
    """A sentence with everything that it names marked."""

    span: Span
    text: str
    masked: Masked
    plain: Masked
    """The same with countries, agreements, dates and metonyms alone marked: titles and names stand in words."""


@attrs.frozen
class Reading:
    """A text, read."""

    text: str
    published: str
    statements: tuple[Statement, ...]
    people: tuple[Who, ...]
    moments: Mapping[Span, times.Moment]


@attrs.frozen
class Known:
    """What the records already name: ids by phrase."""

    countries: Mapping[str, str] = attrs.field(factory=dict)
    leaders: Mapping[str, str] = attrs.field(factory=dict)
    agreements: Mapping[str, str] = attrs.field(factory=dict)


def read(text: str, published: str, aside: Iterable[Span], known: Known) -> Reading:
    """Return what `text` names.

    Args:
        text: The text.
        published: Day of its publication.
        aside: Stretches that carry no cell.
        known: What records name.
    """
    regions = sorted(aside, key=lambda span: span.start)
    phrases = _phrases(known)
    counters: dict[str, int] = {}
    moments: dict[Span, times.Moment] = {}
    plain = []
    for span in _bodies(text, regions):
        words = text[span.start : span.end]
        found = list(_plain(words, span.start, phrases, published, moments))
        plain.append((span, mask(words, span.start, found, counters), found))
    everyone = _Everyone(Words(text), known)
    for _, masked, _ in plain:
        everyone.meet(masked)
    statements = []
    for span, masked, found in plain:
        named = everyone.mentions(masked)
        statements.append(_statement(text, span, masked, found, named, counters))
    return Reading(text, published, tuple(statements), tuple(everyone.whos), moments)


def _bodies(text: str, regions: list[Span]) -> Iterator[Span]:
    """Yield each sentence, less what of it stands in a region."""
    for sentence in sentences(text):
        span = sentence.span
        for region in regions:
            if region.overlaps(span):
                span = Span(region.end, span.end) if region.start <= span.start else Span(span.start, region.start)
        words = text[span.start : span.end] if span.start < span.end else ""
        if words.strip():
            start = span.start + len(words) - len(words.lstrip())
            yield Span(start, start + len(words.strip()))


def _phrases(known: Known) -> dict[str, tuple[str, str]]:
    """Return kind and meaning by phrase."""
    found: dict[str, tuple[str, str]] = dict.fromkeys(gazetteer.NOT_A_COUNTRY, ("", ""))
    for entry in gazetteer.entries().values():
        found |= dict.fromkeys(entry.capitals, ("metonym", entry.id))
        found |= dict.fromkeys(entry.forms, ("country", entry.id))
    found |= dict.fromkeys(gazetteer.BUILDINGS, ("metonym", ""))
    found |= {phrase: ("country", name) for phrase, name in known.countries.items()}
    return found | {phrase: ("agreement", phrase) for phrase in (*known.agreements, "Abraham Accords")}


def _plain(
    words: str, start: int, phrases: dict[str, tuple[str, str]], published: str, moments: dict[Span, times.Moment]
) -> Iterator[Mention]:
    candidates = [
        Mention(kind, Span(start + match.start(), start + match.end()), match[0], meaning)
        for phrase, (kind, meaning) in phrases.items()
        if phrase in words
        for match in re.finditer(rf"(?<![\w-]){re.escape(phrase)}(?:(?=â€)|(?!\w))(?!-[A-Z])", words)
    ]
    for match in _AGREEMENT.finditer(words):
        title = _LEADING.sub("", match[0])
        if " " in title and not _NO_TITLE.match(title):
            begin = start + match.end() - len(title)
            candidates.append(Mention("agreement", Span(begin, start + match.end()), title, title))
    for moment in times.moments(words, published):
        span = Span(start + moment.start, start + moment.end)
        moments[span] = moment
        candidates.append(Mention("date", span, moment.words, moment))
    candidates.sort(key=lambda each: (each.span.start - each.span.end, each.span.start))
    taken: list[Span] = []
    for each in candidates:
        if not any(each.span.overlaps(other) for other in taken):
            taken.append(each.span)
            if each.kind:
                yield each


def _statement(  # noqa: PLR0913, PLR0917 - what a sentence is made of
    text: str, span: Span, plain: Masked, found: list[Mention], named: list[Mention], counters: dict[str, int]
) -> Statement:
    words = text[span.start : span.end]
    kept = [each for each in found if not any(each.span.overlaps(other.span) for other in named)]
    masked = mask(words, span.start, [*kept, *named], counters)
    groups = [
        Mention(
            "group",
            place,
            text[place.start : place.end],
            Group(
                match["who"] or match["who2"],
                tuple(masked.mentions[x] for x in match["list"] or match["list2"] if x in masked.mentions),
            ),
        )
        for match in _UNNAMED.finditer(masked.text)
        for place in [masked.span(match.start(), match.end())]
    ]
    rest = [each for each in [*kept, *named] if not any(each.span.overlaps(other.span) for other in groups)]
    return Statement(span, words, mask(words, span.start, [*rest, *groups], counters), plain)


@attrs.define
class _Everyone:
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
            whole = who.name == name or who.name.endswith((f" {name}", f"-{name}")) or name.endswith(f" {who.name}")
            if whole or leader is not None and who.leader == leader:
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
        first = min(found, key=lambda each: each.span.start, default=None)
        leads = first is not None and first.span.start - masked.places[0] < len("The ") and isinstance(first.value, Who)
        self.about = self._opening(masked) or (first.value.country if leads and first is not None else None) or self.about  # type: ignore[attr-defined]
        named = {str(each.value) for each in masked.mentions.values() if each.kind == "country"}
        self.alone = named.pop() if len(named) == 1 else None
        return found

    def _opening(self, masked: Masked) -> str | None:
        """Return the country with which a piece of text begins, if it does."""
        opening = re.match(rf"(?:(?!to|with|by|in|from|of|for)\w+,? ){{0,2}}({C})|In ({M}),", masked.text)
        value = "" if opening is None else str(masked.mentions[opening[1] or opening[2]].value)
        return value or None

    def _context(self, person: Person, masked: Masked, who: Who) -> str | None:
        if who.country is not None or person.former:
            return who.country
        who.country = self._opening(masked) or self.about or self.alone
        return who.country

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
        for name in sorted(names, key=len, reverse=True):
            for match in re.finditer(rf"(?:\b(?P<title>{TITLE}) )?(?<![\w-]){re.escape(name)}(?!\w|-[A-Z])", piece):
                span = Span(start + match.start(), start + match.end())
                if any(span.overlaps(other) for other in taken):
                    continue
                taken.append(span)
                who = names[name]
                who.forms.setdefault(name, Span(span.end - len(name), span.end))
                if match["title"] is not None:
                    who.titles[span] = match["title"]
                yield Mention("person", span, match[0], who)


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
