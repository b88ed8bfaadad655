"""People with their offices, as articles name them: "Israeli Prime Minister A B", "A B, the president of Zambia".

A person is only whom a text names with a name of two words, or a monarch; a name alone without an office is no person
here, nor is a spokesman, an analyst or a reporter.
"""

import re
from collections.abc import Iterator
from typing import Literal

import attrs

from accords_data.seeds import dates_in_text
from accords_data.suggest.mask import C, M, Masked

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
"""Capital letters of names, as in a pattern's class."""
_WEEKDAYS = "|".join(dates_in_text.WEEKDAYS)
_TOKEN = (
    rf"(?!(?:Affairs|Cooperation|Trade|Energy|Defen[cs]e|Commerce|Security|Relations|Development|Environment|Economy|Tourism|Finance|Justice|Industry)\b)"
    rf"(?!(?:{_WEEKDAYS}|The|In|On|At|And|But|After|Before|When|While|Her|His|Their|Excellency|Highness|Majesty|Minister|President|King|Queen)\b)"
    rf"(?:[{UPPER}]\.(?: ?[{UPPER}]\.)*|(?:[a-z]{{1,2}}['’])?[{UPPER}][\w]*(?:[-'’ʻ](?!s\b)\w+)*)"
)
_ARTICLE = rf"(?:al|el|ad|ar|as|at|az|an|ash|ath|ul)-[{UPPER}]\w+(?:-\w+)*"
_PARTICLE = "(?:bin|ibn|ben|bint|binti|abu|ould|van|von|de|da|do|dos|das|del|della|der|den|di|du|la|las|los|le|zu|af|ter|ten|e|y|wa|al|el)"
_PART = rf"(?:{_ARTICLE}|{_TOKEN})"
# A first name that is also a country, as in "Jordan Bell", is one masked letter.
_NAME = rf"(?:{_TOKEN}|{C}(?= {_TOKEN}))(?: (?:{_PARTICLE} ){{0,2}}{_PART})+"
_SHORT = rf"(?:{_PARTICLE} ){{0,2}}{_PART}"
_HONORIFIC = r"(?:Sheikha?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Dame|Gen\.?|General|Lt\. Gen\.|Prince(?:ss)?|Field Marshal|H\.E\.|(?:His|Her) (?:Royal )?(?:Excellency|Highness|Majesty|Eminence))"

_FIELDS = (
    "foreign|defen[cs]e|interior|finance|economy|economic|trade|energy|justice|tourism|agriculture|intelligence|health|education|culture"
    "|transport|science|technology|communications|environment|water|industry|commerce|security|planning|labou?r|oil|investment|information"
    "|regional|cooperation|cabinet|state|affairs|strategic|diaspora|development|international|relations|infrastructure|digital|sports?"
    "|national|senior|housing|immigration|home|religious|endowments|innovation|petroleum|minerals|mining|fisheries"
)
_WORD = r"(?!(?:during|with|at|in|on|to|from|by|who|which|said|told|and|was|is|has|had|will)\b)[\w-]+"
_MINISTER = (
    rf"(?:(?:(?:{_FIELDS})(?:,? and |, | )){{1,5}}|(?:[{UPPER}][\w-]+(?: and | )){{1,4}}?)[Mm]inister"
    rf"|(?:[Cc]oordinating )?[Mm]inister (?:of|for) (?:the )?{_WORD}(?:(?:, (?=[\w-]+,? and )|,? and (?=[a-z]|(?i:{_FIELDS})\b)| of (?:the )?| ){_WORD}){{0,6}}?"
)
_RANK = r"(?:(?:[Dd]eputy|[Vv]ice|[Aa]cting|[Ii]nterim|[Cc]aretaker|[Tt]ransitional|[Ff]irst|[Aa]ssistant|[Ss]enior|[Uu]nder)[ -])*"
_MONARCH = r"(?:[Kk]ing|[Qq]ueen|[Ee]mir|[Ss]ultan|[Cc]rown [Pp]rince(?:ss)?|[Gg]rand [Dd]uke|[Pp]ope|[Pp]rince(?:ss)?)"
_PLAIN_TITLE = (
    r"[Pp]rime [Mm]inister|[Vv]ice [Pp]resident|[Pp]resident(?:-elect)?|[Pp]remier|[Cc]hancellor|[Tt]aoiseach"
    r"|[Ss]ecretary [Gg]eneral|[Ss]ecretary of (?:[Ss]tate|[Dd]efen[cs]e|[Ww]ar|[Cc]ommerce|[Ee]nergy|the [Tt]reasury)"
    r"|[Ff]oreign [Ss]ecretary|(?:[Ss]pecial|[Pp]residential|[Pp]eace|[Ss]pecial [Pp]residential) [Ee]nvoy|[Ee]nvoy"
    r"|[Aa]mbassador-at-large|[Aa]mbassador(?! to)|[Nn]ational [Ss]ecurity [Aa]dvis[eo]r|[Ss]enior [Aa]dvis[eo]r|[Ss]peaker|[Cc]hief of [Ss]taff"
    r"|[Cc]hairman(?: of the [A-Z]\w+(?: [A-Z]\w+)*)?|[Ss]upreme [Ll]eader|[Hh]ead of [Ss]tate"
)
TITLE = rf"{_RANK}(?:{_PLAIN_TITLE}|{_MONARCH}|{_MINISTER})"
_FORMER = r"(?:[Ff]ormer|[Tt]hen-?|[Ll]ate|[Oo]utgoing|[Ee]x-?|[Oo]usted|[Dd]eposed)[ -]?"
_REALM = r"(?:(?:[A-Z]\w+ ){0,3}(?:Kingdom|Republic|State|Sultanate|Emirate|Principality|Government) of (?:the )?)?"
_OF = rf"(?: of (?:the )?{_REALM}(?P<of>{C}))"
_OWN = rf"(?P<own>{C}|{M})(?:(?:['’]|â€™)s)?"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # Israeli Prime Minister A B; Zambia's prime minister, A B,; the prime minister of Zambia, A B,
        rf"(?:(?P<former>{_FORMER})?{_OWN} )(?P<former2>{_FORMER})?(?P<title>{TITLE})(?P<comma>,?) (?:{_HONORIFIC} )?(?P<name>{_NAME})(?P<close>,(?= ))?",
        rf"(?:[Tt]he )?(?P<former>{_FORMER})?(?P<title>{TITLE}){_OF}(?P<comma>,?) (?:{_HONORIFIC} )?(?P<name>{_NAME})(?P<close>,(?= ))?",
        # its prime minister, A B,; the minister of the interior, A B,
        rf"(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]he country['’]s|[Tt]he) (?P<former>{_FORMER})?(?P<title>{TITLE})(?P<comma>,) (?:{_HONORIFIC} )?(?P<name>{_NAME})(?P<close>,(?= ))?",
        # A B, the president of Zambia,; A B, Israel's prime minister; A B, the Dutch foreign minister
        rf"(?P<name>{_NAME}), (?:(?:the|its|his|her|their|a|an) )?(?P<former>{_FORMER})?(?:{_OWN} )?(?P<former2>{_FORMER})?(?P<title>{TITLE})(?:{_OF})?(?P<close>,(?= ))?(?=[,.;:)]|$| (?:and(?! (?i:{_FIELDS})\b)|who|said|told|on|in|at|to|was|is|will|has|had|met|after|during|with|for|by|as|also|then|from)\b| \w+ed\b)",
        # President A B of Zambia; Secretary of State A B
        rf"(?P<former>{_FORMER})?\b(?P<title>{TITLE}) (?:{_HONORIFIC} )?(?P<name>{_NAME})(?:{_OF})?",
        # his Israeli counterpart, A B
        rf"(?:his|her|their|whose) {_OWN} (?P<title>counterpart|opposite number)(?P<comma>,?) (?:{_HONORIFIC} )?(?P<name>{_NAME})(?P<close>,(?= ))?",
        # King Felipe of Spain
        rf"(?:{_OWN} )?\b(?P<title>{_MONARCH}) (?P<name>{_SHORT})(?:{_OF})?",
    )
)
_APPOSED = re.compile(rf"{_NAME}, (?:the )?$")
_TITLED = re.compile(rf", (?:(?:the|its) )?(?:{C}(?:['’]s)? )?{TITLE}\b")
_TITLE_NAME = re.compile(rf"(?=[{UPPER}]){TITLE} (?:{_HONORIFIC} )?{_NAME}")
_US_TITLE = re.compile(r"[Ss]ecretary of (?:[Ss]tate|[Dd]efen[cs]e|[Ww]ar|[Cc]ommerce|[Ee]nergy|the [Tt]reasury)")


@attrs.frozen
class Person:
    """A person whom a text names."""

    name: str
    """The name as written, in full where this mention has it."""
    title: str | None
    """The title as written, without its country; None where only the name stands."""
    country: str | None
    """Id of the country whose office it is, as far as this mention tells."""
    country_words: str | None
    """The words that tell the country."""
    former: bool
    """Whether the office is called a former one."""
    start: int
    end: int
    """Where the whole phrase stands in the masked text."""
    name_start: int
    name_end: int
    basis: Literal["named", "from the title", "from before", "none"] = "named"
    """Whence the country is known."""


def people(masked: Masked, words_of: "Words") -> tuple[Person, ...]:
    """Return the people that a masked piece of text names with a title, none twice, in their order."""
    found: list[Person] = []
    # In their order: what a fuller form has taken, a shorter one does not take again.
    for pattern in _PATTERNS:
        for match in pattern.finditer(masked.text):
            if not any(match.start() < each.end and each.start < match.end() for each in found):
                found += _person(match, masked, words_of)
    return tuple(sorted(_joined(found, masked), key=lambda each: each.start))


class Words:
    """Gives the words of the whole text back for a stretch of masked text."""

    def __init__(self, text: str) -> None:
        """Keep the whole `text`."""
        self.text = text

    def __call__(self, masked: Masked, start: int, end: int) -> str:
        """Return the words for which ``masked.text[start:end]`` stands."""
        span = masked.span(start, end)
        return self.text[span.start : span.end]


def _person(match: re.Match[str], masked: Masked, words_of: Words) -> Iterator[Person]:
    groups = match.groupdict()
    if (groups.get("comma") and not _closes(match, masked)) or _belongs_elsewhere(match, masked):
        return
    letter = groups.get("own") or groups.get("of")
    mention = None if letter is None else masked.mentions[letter]
    country = None if mention is None or mention.kind != "country" else str(mention.value)
    title = match["title"]
    basis: Literal["named", "from the title", "none"] = "named" if country is not None else "none"
    # Where no country stands beside them, these titles are those of the United States.
    if country is None and _US_TITLE.fullmatch(title):
        country, basis = "USA", "from the title"
    end = match.end("close") - 1 if groups.get("close") else match.end()
    yield Person(
        name=words_of(masked, match.start("name"), match.end("name")),
        title=None if title in {"counterpart", "opposite number"} else title,
        country=country,
        country_words=None if mention is None or country is None else mention.words,
        former=any(groups.get(name) for name in ("former", "former2")),
        start=match.start(),
        end=end,
        name_start=match.start("name"),
        name_end=match.end("name"),
        basis=basis,
    )


def _belongs_elsewhere(match: re.Match[str], masked: Masked) -> bool:
    """Return whether the title is that of another name: of the one before "A B, the king, C D", or after "at X, King A B"."""
    if match.groupdict().get("comma"):
        titled = _TITLED.match(masked.text, match.end("name")) is not None
        return titled and _APPOSED.search(masked.text[: match.start()]) is not None
    before = match.start("name") < match.start("title")
    bare = match.start("title") == match.end("name") + len(", ")
    return before and bare and _TITLE_NAME.match(masked.text, match.start("title")) is not None


def _closes(match: re.Match[str], masked: Masked) -> bool:
    """Return whether a name after a comma is an apposition: it ends with a comma, a full stop, or before a verb's "and"."""
    rest = masked.text[match.end("name") :]
    return (
        bool(match.groupdict().get("close")) or rest[:1] in {"", ".", ";", ":", ")"} or rest.startswith((" and ", ", "))
    )


def _joined(found: list[Person], masked: Masked) -> Iterator[Person]:
    """Yield the people; of "Israeli Prime Minister A B and Foreign Minister C D" the second has the country of the first."""
    before: Person | None = None
    for person in sorted(found, key=lambda each: each.start):
        known = person
        if person.country is None and before is not None and before.country is not None:
            between = masked.text[before.end : person.start]
            if re.fullmatch(r",? and (?:(?:its|the|his|her) )?|, (?:(?:its|the) )?", between):
                country, words = before.country, before.country_words
                known = attrs.evolve(person, country=country, country_words=words, basis="from before")
        yield known
        before = known
