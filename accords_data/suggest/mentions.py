"""What a text names: its sentences with countries, people, groups, agreements, dates and metonyms marked."""

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from accords_data.seeds import dates_in_text, gazetteer, proper_names
from accords_data.seeds.sentences import sentences
from accords_data.seeds.spans import Span
from accords_data.suggest import time_words
from accords_data.suggest.mask import C, Masked, Mention, mask
from accords_data.suggest.people import UPPER, Words
from accords_data.suggest.people_in_text import Cast, Known, Who
from accords_data.suggest.text_dates import Almanac

_INSTRUMENT = (
    "Accords?|Agreements?|Treaty|Declaration|Pact|Memorandum|Charter|Compact|Protocol|Convention|Communiqu[eé]|Statement|Understanding"
    "|Arrangement|Covenant|Concord|Roadmap|Settlement|Entente|Undertaking"
)
_CAPITAL = rf"(?!(?:{'|'.join((*dates_in_text.WEEKDAYS, *dates_in_text.MONTHS))})\b)[{UPPER}][\w’'–-]*"
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
# "recalled its ambassador from Israel": an ambassador or envoy "from" a country need not be its own.
_UNNAMED = re.compile(
    rf"(?:the |The |their |his |her |several )?(?P<who>\b(?i:{_SEVERAL}|{_ONE}))(?: of|(?<!ambassador)(?<!envoy) from) (?:the )?(?P<list>{_LIST})(?! to (?:the )?{C})"
    rf"|(?:the |The |his |her |their |a )?(?P<list2>{_LIST})(?:['’]s)? (?P<who2>{_SEVERAL}|{_ONE})\b(?! {C})(?! to (?:the )?{C})"
)

_CLOCK = re.compile(r"[0-2]?[0-9][:.][0-5][0-9](?: ?(?:GMT|UTC|local time|[ap]\.?m\.?))? ?[-–—:|] (?=\S)")
"""The hour with which an entry of a live report begins."""


@attrs.frozen
class UnnamedGroup:
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
    moments: Mapping[Span, time_words.Moment]


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
    almanac = Almanac(published)
    plain = []
    for span in _bodies(text, regions):
        words = text[span.start : span.end]
        found = list(_plain(words, span.start, phrases, almanac))
        plain.append((span, mask(words, span.start, found, counters), found))
    # Two passes: everybody is known before mentions are looked for, as a surname may stand before the full name.
    everyone = Cast(Words(text), known)
    for _, masked, _ in plain:
        everyone.meet(masked)
    statements = []
    for span, masked, found in plain:
        named = everyone.mentions(masked)
        statements.append(_statement(text, span, masked, found, named, counters))
    return Reading(text, published, tuple(statements), tuple(everyone.whos), almanac.moments)


def _bodies(text: str, regions: list[Span]) -> Iterator[Span]:
    """Yield each sentence, less what of it stands in a region."""
    for sentence in sentences(text):
        span = sentence.span
        for region in regions:
            if region.overlaps(span):
                span = Span(region.end, span.end) if region.start <= span.start else Span(span.start, region.start)
        words = text[span.start : span.end] if span.start < span.end else ""
        clock = _CLOCK.match(words)
        if clock is not None:
            span, words = Span(span.start + clock.end(), span.end), words[clock.end() :]
        if words.strip():
            start = span.start + len(words) - len(words.lstrip())
            yield Span(start, start + len(words.strip()))


def _phrases(known: Known) -> dict[str, tuple[str, str]]:
    """Return kind and meaning by phrase."""
    # Of one phrase the last meaning counts, so the records come after the gazetteer.
    found: dict[str, tuple[str, str]] = dict.fromkeys(gazetteer.NOT_A_COUNTRY, ("", ""))
    for entry in gazetteer.entries().values():
        found |= dict.fromkeys(entry.capitals, ("metonym", entry.id))
        found |= dict.fromkeys(entry.forms, ("country", entry.id))
    found |= dict.fromkeys(gazetteer.BUILDINGS, ("metonym", ""))
    found |= {phrase: ("country", name) for phrase, name in known.countries.items()}
    return found | {phrase: ("agreement", phrase) for phrase in (*known.agreements, "Abraham Accords")}


def _plain(words: str, start: int, phrases: dict[str, tuple[str, str]], almanac: Almanac) -> Iterator[Mention]:
    candidates = [
        Mention(kind, Span(start + match.start(), start + match.end()), match[0], meaning)
        for phrase, (kind, meaning) in phrases.items()
        if phrase in words
        # "â€" is what a broken apostrophe looks like: "Israelâ€™s". "Guinea" is not meant in "Guinea-Bissau".
        for match in re.finditer(rf"(?<![\w-]){re.escape(phrase)}(?:(?=â€)|(?!\w))(?!-[A-Z])", words)
        if kind != "country" or proper_names.stands_alone(words, match.start(), match.end(), kind)
    ]
    for match in _AGREEMENT.finditer(words):
        title = _LEADING.sub("", match[0])
        if " " in title and not _NO_TITLE.match(title):
            begin = start + match.end() - len(title)
            candidates.append(Mention("agreement", Span(begin, start + match.end()), title, title))
    for span, moment in almanac.read(words, start).items():
        candidates.append(Mention("date", span, moment.words, moment))
    # The longest first: "Gulf of Oman" takes the place of "Oman", and names nothing itself.
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
            UnnamedGroup(
                match["who"] or match["who2"],
                tuple(masked.mentions[x] for x in match["list"] or match["list2"] if x in masked.mentions),
            ),
        )
        for match in _UNNAMED.finditer(masked.text)
        for place in [masked.span(match.start(), match.end())]
    ]
    rest = [each for each in [*kept, *named] if not any(each.span.overlaps(other.span) for other in groups)]
    return Statement(span, words, mask(words, span.start, [*rest, *groups], counters), plain)
