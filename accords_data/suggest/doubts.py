"""What a person should check with care; it is shown above the proposals."""

import re
from collections.abc import Iterator

import attrs

from accords_data.curate.regions import DATELINE
from accords_data.seeds.spans import Span
from accords_data.suggest.mentions import Reading

_ANONYMOUS = re.compile(
    r"\b(?:(?i:a|an|one|two|three|several|some|multiple|the|another) (?:[\w-]+ ){0,3}?(?:persons?|people|officials?|sources?|diplomats?|aides?|individuals?|insiders?|advis[eo]rs?|negotiators?|delegates?|participants?)"
    r"(?:,? (?:familiar|briefed|close|with|who|involved|said|speaking|told|present|in the room|added)\b)|on (?:the )?condition of anonymity|request(?:ed|ing) anonymity|speaking anonymously|(?:asked|will|would|could|did|wished|preferred|wanted) not (?:to |wish to |want to )?be (?:named|identified)"
    r"|not authori[sz]ed to speak|declined to be (?:named|identified)|(?:unnamed|anonymous|unidentified) (?:\w+ )?(?:sources?|officials?|diplomats?)|sources (?:said|told|familiar|close|in)\b|according to (?:a |two |several )?(?:\w+ )?(?:sources?|officials familiar))"
)
_PLANNED = re.compile(
    r"\b(?:will|is due to|are due to|due to|is to|are to|set to|expected to|scheduled (?:to|for)|plans? to|planned for|poised to|going to|"
    r"is planned|are planned|slated|(?:is|are) awaited)\b"
)
# UTF-8 that somebody read as Windows-1252 or Latin-1, such as "Israelâ€™s" and "ElysÃ©e", or left-over HTML.
_MOJIBAKE = re.compile(r"â€|Ã[\x80-\xbf©¨¶¼¤±³]|Â[\xa0-\xbf]|\ufffd|&(?:amp|quot|nbsp|#\d+);|â\x80")
_BREAKS_OFF = re.compile(r"(?:\w|,|-)$")


@attrs.frozen
class Flag:
    """Something to check with care."""

    kind: str
    """``dateline``, ``weekday``, ``planned``, ``anonymous``, ``metonym`` or ``damaged``."""
    span: Span
    words: str
    message: str


def flags(reading: Reading) -> tuple[Flag, ...]:
    """Return what to check with care in a text, in its order."""
    return tuple(sorted(_flags(reading), key=lambda flag: (flag.span.start, flag.kind)))


def _flags(reading: Reading) -> Iterator[Flag]:
    text = reading.text
    for line in re.finditer(r"[^\n]+", text):
        dateline = DATELINE.match(line[0])
        if dateline is not None:
            span = Span(line.start(), line.start() + len(dateline[0].rstrip(" -–—")))
            yield _flag(reading, "dateline", span, "where it was written, not where something happened")
    for match in _MOJIBAKE.finditer(text):
        yield _flag(reading, "damaged", Span(*match.span()), "damaged characters: compare with the publication")
    for span, moment in reading.moments.items():
        if moment.contradiction is not None:
            yield _flag(reading, "weekday", span, f"{moment.contradiction}: quote it as a dispute, or set it aside")
    for statement in reading.statements:
        yield from _of_sentence(reading, statement.span, statement.text)
        for mention in statement.masked.mentions.values():
            if mention.kind == "metonym" and _acts(text, mention.span):
                yield _flag(reading, "metonym", mention.span, "means a government here, not a country, venue or city")


def _of_sentence(reading: Reading, span: Span, words: str) -> Iterator[Flag]:
    for kind, pattern, message in (
        ("anonymous", _ANONYMOUS, "an unnamed speaker: say so in `asserted_by`, without a name"),
        ("planned", _PLANNED, "still to come, according to the text: expected, not done"),
    ):
        match = pattern.search(words)
        if match is not None:
            yield _flag(reading, kind, Span(span.start + match.start(), span.start + match.end()), message)
    last = reading.text[span.end :].strip() == "" or reading.text[span.end : span.end + 2] == "\n\n"
    if last and _BREAKS_OFF.search(words):
        yield _flag(reading, "damaged", span, "an unfinished sentence")


def _acts(text: str, span: Span) -> bool:
    """Return whether a city or building does something: it is no place then, but a government."""
    before, after = text[: span.start], text[span.end :]
    # Words before decide first: "with Washington" is a government, "in Washington" a place. Else what follows decides.
    if re.search(r"\b(?:with|by|between|against|urged|pressed|told|despite|persuade[ds]?) $", before):
        return True
    if re.search(r"\b(?:in|at|to|from|near|outside|of|into|for|around) (?:the )?$", before):
        return False
    return re.match(r"(?:['’]s|\s+(?!and\b|or\b|,)[a-z])", after) is not None


def _flag(reading: Reading, kind: str, span: Span, message: str) -> Flag:
    return Flag(kind, span, reading.text[span.start : span.end], message)
