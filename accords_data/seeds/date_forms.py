"""How English prose writes a date before its year: days, months, spans of them, and what makes of a date another time.

Every pattern here ends at a year and is looked for in the few words before it (`REACH`), so that no text is searched
twice. What fits none of them is no date; what fits `UNREADABLE` is a date that nobody can be sure of.
"""

import datetime as dt
import re

from accords_data.seeds.late_patterns import LatePattern

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
CENTURIES = ("19", "20")
REACH = 80
"""More code points than all the words of a date, and what changes it, before its year."""
MONTH = (
    r"(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""Pattern of a month, whole or abbreviated."""
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|(?<![Tt]he )(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
"""Pattern of a weekday, whole or abbreviated; "The Sun" is a newspaper."""
DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"
"""Pattern of the number of a day."""
YEAR = LatePattern(rf"(?<!\w)(?:{'|'.join(CENTURIES)})[0-9]{{2}}(?!\w)")
_NAMED = rf"(?:{WEEKDAY},? )?(?:the )?"
_TO = r"(?: ?[–—-] ?| to | through | until | till )"
_AND = r"(?:,? and | ?& ?| ?/ ?)"
_JOIN = rf"(?P<join>{_TO}|{_AND}|,? or )"
_MORE = rf"(?P<more>(?:{DAY}, ){{1,6}})?"
DAY_FIRST = LatePattern(
    rf"(?<![\w/.$€£-]){_MORE}(?:(?P<d1>{DAY})(?: (?:of )?(?P<m1>{MONTH}))?{_JOIN}{_NAMED})?"
    rf"(?P<d2>{DAY})[ -](?:of )?(?P<m2>{MONTH})(?:,? | of |-)$"
)
"""``15 September``, ``15–18 September``, ``15 September to 3 October``."""
MONTH_FIRST = LatePattern(
    rf"(?<![\w/-])(?P<m1>{MONTH}) (?:the )?{_MORE}(?:(?P<d1>{DAY}){_JOIN}(?:{WEEKDAY},? )?(?:(?P<m2>{MONTH}) )?)?"
    rf"(?P<d2>{DAY})(?:,? | of )$"
)
"""``September 15,``, ``September 15-18,``, ``September 15 to October 3,``."""
MONTH_ALONE = LatePattern(rf"(?<![\w/-])(?:(?P<m1>{MONTH}){_JOIN})?(?P<m2>{MONTH})(?:,? | of )$")
"""``September``, ``September to October``."""
NUMBERED = LatePattern(r"(?<![\w./-])(?P<one>[0-9]{1,2})(?P<mark>[./-])(?P<other>[0-9]{1,2})(?P=mark)$")
"""``11/6/``: the order of month and day is known only where one of them cannot be a month."""
ISO = LatePattern(r"(?P<mark>[-/])(?P<month>[01][0-9])(?P=mark)(?P<day>[0-3][0-9])(?![\w/-])")
"""``-11-06``, after the year."""
STRAY_DAY = LatePattern(r"[0-9](?:st|nd|rd|th)?(?:,? and | to | or |[ ,–—/-]|, | of | of the )$")
"""A number before a month that was not read as its day: the month alone would be a part of a date."""
UNREADABLE = LatePattern(
    r"\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|Q[1-4]|quarter|half|Ramadan|Easter|Christmas)(?:,| of)? ?$"
    rf"|\b(?:{MONTH}(?: {DAY})?|{DAY} {MONTH}),? \($"
)
"""A part of a year, or a day, of which the year would be a part: "in the summer of", "on 6 November ("."""
_OTHER_TIME = (
    r"before|after|until|till|since|by|not|never|neither|nor|either|or|than|instead of|prior to|ahead of|following|earlier"
    r"|as early as|as late as|up to|through|about|around|circa|c\.|ca\.|approximately|roughly|nearly|almost|starting"
    r"|beginning|ending|commencing|except|unless|without|pending"
    r"|(?:[Ee]ve|[Aa]nniversary|[Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle|[Hh]alf|[Qq]uarter|[Ww]eeks?|[Dd]ays|[Mm]onths) (?:of|from|in)"
)
OTHER_TIMES = frozenset(
    "before after until till since by not never neither nor either or than to following earlier early late mid through about"
    " around circa c. ca. approximately roughly nearly almost starting beginning ending commencing except unless without"
    " pending eve anniversary start end middle half quarter week weeks days month months".split()
)
"""One of these stands there wherever `OTHER_TIME` does."""
OTHER_TIME = LatePattern(
    rf"(?:(?<![\w-])(?:{_OTHER_TIME})(?: (?:on|in|the|about|around|late|early|sometime|roughly))*"
    rf"|(?<![\w-])(?:early|late|mid)(?: in)?(?: the)?)[ -](?:{WEEKDAY},? )?(?:the )?$",
    re.IGNORECASE,
)
"""Before a date: what is told is not on that date ("before", "not on"), or not all of it ("late")."""
OR_ANOTHER = LatePattern(
    rf",? (?:onwards?\b|or (?:later|earlier|before|after|so|thereabouts|{DAY}\b|{MONTH}\b|the )"
    r"|at the (?:latest|earliest)\b|and (?:later|earlier|after|onwards?)\b)|\?| ?\(\?\)"
)
"""After a date: it may be another one."""
YEAR_LED = LatePattern(
    r"(?:(?<![\w-])(?:[Ii]n|[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hroughout|[Bb]etween"
    r"|[Ee]arly|[Ll]ate|the year|[Mm]id(?= )|about|around|circa|or|than|not) |(?<!\w)mid-|(?P<of>(?P<what>\w+) of )|\()$"
)
"""Before a number that is a year on its own."""
NO_YEAR_OF = frozenset({
    "total", "number", "sum", "population", "cost", "value", "price", "height", "depth", "altitude", "distance", "speed",
    "capacity", "list", "group", "crowd", "force", "fleet", "maximum", "minimum", "average", "length", "out", "tally",
    "toll", "most", "some", "one", "all", "worth", "area", "size", "salary", "budget", "range", "rate", "score",
})  # fmt: skip
"""Of what a number is told that is no year: "a total of 2020"."""
YEAR_ENDS = LatePattern(
    r"$|[.,;:!?)\]”\"’'–—\n]| (?:[A-ZÀ-Ý“\"(–—]|(?:[a-z]+ed|and|or|at|by|on|in|to|of|with|under|when|while|as|but|for|from"
    r"|that|which|who|where|after|before|between|during|the|a|an|it|its|he|his|she|her|they|their|this|these|there|then"
    r"|is|was|were|are|has|have|had|will|would|met|took|held|began|came|went|made|both|two|four|three|until|through"
    r"|because|if|into|not|nor|than|over|against|despite|via|alongside|along|without|within|among|only|also|alone)\b)"
)
"""After a number that is a year on its own; a noun there makes it a count: "in 2020 cities"."""
YEAR_OF = LatePattern(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|[Aa]|[’']s) $")
OF_A_YEAR = LatePattern(
    r" (?:[A-Z][\w-]+|accords?|agreements?|deals?|declarations?|treat(?:y|ies)|summit|war|elections?|visit|ceremony"
    r"|memorandum|communique|statement|pact|plan|conference|signing|normali[sz]ation)\b"
)
"""What a year may stand before: "the 2020 agreement"."""
POSTPONED = LatePattern(
    r"\b(?:moved|postponed|shifted|changed|delayed|rescheduled|put off|brought forward)\b[^.;]{0,30}$"
)
"""Before "from … to …" that tells two dates of one thing, and no interval."""


def month_number(name: str) -> int:
    """Return which month of the year `name` is, whole or abbreviated."""
    return [month[:3] for month in MONTHS].index(name[:3].title()) + 1


def day_number(written: str) -> int:
    """Return the number that a day is written with, ``6th`` being 6."""
    return int(re.sub("[a-z]", "", written))


def weekday_number(name: str) -> int:
    """Return which weekday `name` is, whole or abbreviated, Monday being 0."""
    return [weekday[:3] for weekday in WEEKDAYS].index(name[:3])


def day(year: str, month: int, number: int) -> str | None:
    """Return the day as a date, or None where the calendar has no such day."""
    try:
        return dt.date(int(year), month, number).isoformat()
    except ValueError:
        return None
